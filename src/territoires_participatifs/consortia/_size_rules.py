"""The rule on sizes: how many members a source counts, and how many are named."""

from collections.abc import Iterable, Sequence
from typing import Final

from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.consortia._model import Consortium, Member, MemberRole
from territoires_participatifs.consortia._times import present
from territoires_participatifs.sources import Source
from territoires_participatifs.values.quantities import Count, Exactness

_COUNTED: Final = Source(
    id="siilab",
    title="SIILab des Hauts-de-France (Co-VAL) : 16 parties prenantes à l'origine du projet, règle déduite",
    url="https://www.co-val.eu/case-studies/blog/project/siilab-hauts-de-france-region-france-a-public-innovation-lab-for-digital-and-social-inclusion/",
)

_FULL: Final = frozenset(
    {None, MemberRole.COORDINATOR, MemberRole.PARTNER, MemberRole.UNFUNDED_PARTNER}
)
"""The roles of those that any source counts; it may count supporters and others, or not."""

_LIMITED: Final = frozenset({Exactness.EXACT, Exactness.AT_MOST})


@rule(
    "CON005",
    "consortium.size-differs",
    on=Consortium,
    moment=Moment.SUBMISSION,
    severity=Severity.WARNING,
    sources=(_COUNTED,),
    since="26.1",
)
def size_differs(consortium: Consortium, _: Context) -> Iterable[Fault]:
    """The size that a source states may be the number of the members that are named.

    Among those named in an open list are no more than an exact size, or a most. A source
    may count those that joined, left, only support or are not certain, or not.
    """
    size, members = consortium.size, consortium.members
    if size is None or members is None:
        return
    least, most = _least(members), _most(members)
    if consortium.members_complete.is_yes:
        named = _between(least, most)
        contradicted = all(size.admits(each).is_no for each in range(least, most + 1))
    else:
        named = Count(least, Exactness.AT_LEAST)
        contradicted = size.exactness in _LIMITED and size.value < least
    if contradicted:
        yield fault("size", size=size, named=named)


def _least(members: Sequence[Member]) -> int:
    """Return how many organisations are surely there all the time, and surely counted."""
    lasting = (each for each in present(members) if each.since is None)
    full = (each for each in lasting if each.certain.is_yes and each.role in _FULL)
    return len({each.organisation for each in full})


def _most(members: Sequence[Member]) -> int:
    return len({each.organisation for each in members if not each.certain.is_no})


def _between(least: int, most: int) -> Count:
    return Count(least) if least == most else Count(least, Exactness.BETWEEN, most)
