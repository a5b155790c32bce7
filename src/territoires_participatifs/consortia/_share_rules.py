"""The rule on shares: what members take of one whole makes no more than that whole."""

from collections.abc import Iterable
from decimal import Decimal
from functools import reduce
from typing import Final, cast

from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.consortia._model import Consortium, Member
from territoires_participatifs.consortia._times import present
from territoires_participatifs.sources import Source
from territoires_participatifs.values.decimals import EXACT
from territoires_participatifs.values.quantities import Rate, RateBase

_EXPENSES: Final = Source(
    id="i-demo-shares",
    title="i-Démo (France 2030) : part des dépenses de chaque partenaire, règle déduite",
    url="https://clubster-nsl.com/actualites/actualites-clubster-nsl/i-demo-soutien-aux-projets-structurants-de-rd",
)

_WHOLE: Final = Decimal(100)

_SHARED_WITH_OTHERS: Final = frozenset({RateBase.PUBLIC_FINANCING, RateBase.ENVELOPE})
"""Wholes of which others than members may hold the rest."""


@rule(
    "CON003",
    "consortium.shares-sum",
    on=Consortium,
    moment=Moment.SUBMISSION,
    severity=Severity.WARNING,
    sources=(_EXPENSES,),
    since="26.1",
)
def shares_sum(consortium: Consortium, _: Context) -> Iterable[Fault]:
    """The shares of members make no more than a hundred per cent, and that if all are known.

    Shares of one thing are added, each as exact as it is written, for one part of the
    answer; those of members that left, were replaced or are not certain don't count. Silent
    where some came later: the shares are then of several times.
    """
    if any(each.since is not None for each in consortium.members or ()):
        return
    there = present(consortium.members or ())
    members = [each for each in there if not each.certain.is_no]
    for base, shares in _shares(members):
        total, margin = _sum(each.percent for each in shares), _sum(map(_half_a_place, shares))
        known = consortium.members_complete.is_yes and len(shares) == len(members)
        whole = known and base not in _SHARED_WITH_OTHERS
        if total > EXACT.add(_WHOLE, margin) or (whole and EXACT.add(total, margin) < _WHOLE):
            yield fault("members", total=total, shares=tuple(shares))


def _shares(members: Iterable[Member]) -> Iterable[tuple[RateBase, list[Rate]]]:
    """Return the shares of those that are certain, by what they are of."""
    found: dict[tuple[RateBase, str | None], list[Rate]] = {}
    for each in members:
        if each.share is not None and each.certain.is_yes:
            found.setdefault((each.share.base, each.part), []).append(each.share)
    return ((base, shares) for (base, _), shares in found.items())


def _sum(numbers: Iterable[Decimal]) -> Decimal:
    return reduce(EXACT.add, numbers)


def _half_a_place(share: Rate) -> Decimal:
    """Return by how much a share may be off that was rounded as it is written."""
    exponent = cast("int", share.percent.as_tuple().exponent)  # a rate is finite
    return Decimal((0, (5,), exponent - 1))
