"""Places of a cohort: which seats hold one, for whom, and what the sources leave open of it."""

from itertools import product
from typing import Final

from territoires_participatifs.checks import Context
from territoires_participatifs.organisations import (
    Organisation,
    OrganisationKind,
    territory_of,
)
from territoires_participatifs.qualification._cohorts import Cohort
from territoires_participatifs.qualification._known import is_unsettled
from territoires_participatifs.qualification._seats import Seat, SeatStatus
from territoires_participatifs.reference import Territory, always_within, covering
from territoires_participatifs.sources import Entity
from territoires_participatifs.values.references import Ref

GIVEN_UP: Final = frozenset({SeatStatus.WITHDRAWN, SeatStatus.REPLACED})
"""The statuses of a seat whose place is free again, or another's."""


def settled(cohort: Cohort) -> list[tuple[int, Seat]]:
    """Return the seats of which the sources leave nothing open, each with its index."""
    seats = enumerate(cohort.seats or ())
    return [(index, each) for index, each in seats if not is_unsettled(cohort, f"/seats/{index}")]


def current(cohort: Cohort) -> list[tuple[int, Seat]]:
    """Return the settled seats that may hold a place, each with its index.

    One that waits holds none yet; one that another takes over, none any more.
    """
    seats = cohort.seats or ()
    taken_over = {each.replaces for each in seats if each.replaces != each.id}
    without = {SeatStatus.WAITING, *GIVEN_UP}
    return [
        (index, each)
        for index, each in settled(cohort)
        if each.status not in without and each.id not in taken_over
    ]


def holding(cohort: Cohort) -> list[tuple[int, Seat]]:
    """Return the settled seats that surely hold a place, each with its index.

    One that is only offered may still be declined.
    """
    unsure = {None, SeatStatus.OFFERED}
    return [(index, each) for index, each in current(cohort) if each.status not in unsure]


def are_apart(one: Ref[Entity] | None, other: Ref[Entity] | None, context: Context) -> bool:
    """Whether two organisations are surely different ones, and none took over from the other."""
    if one is None or other is None:
        return False
    known = all(isinstance(context.find(each.id), Organisation) for each in (one, other))
    return known and one.id not in _line(other, context) and other.id not in _line(one, context)


_MADE_OF_COMMUNES: Final = {
    OrganisationKind.COMMUNE,
    OrganisationKind.INTERMUNICIPAL_BODY,
    OrganisationKind.JOINT_SYNDICATE,
}
"""Those who are elected to one of them are elected to the next, and officers are shared."""


def may_share_persons(one: Ref[Entity], other: Ref[Entity], context: Context) -> bool:
    """Whether one of two organisations may be a member of the other, and persons be of both.

    By their kinds; where a kind is unknown, by the territories: one lies within the other.
    """
    found = [context.find(each.id) for each in (one, other)]
    bodies = [each for each in found if isinstance(each, Organisation)]
    kinds = {each.kind for each in bodies}
    if None in kinds:
        return _are_nested(*(_grounds(each) for each in bodies))
    return len(kinds) > 1 and kinds <= _MADE_OF_COMMUNES


def _grounds(organisation: Organisation) -> list[Territory]:
    """Return the territory that an organisation is, else those where it acts."""
    itself = territory_of(organisation)
    named = [Territory.named(each) for each in organisation.territories or ()]
    return [each for each in (named if itself is None else [itself]) if each is not None]


def _are_nested(ones: list[Territory], others: list[Territory]) -> bool:
    """Whether a territory of the one lies within one of the other, or may, or the reverse."""
    pairs = [*product(ones, others), *product(others, ones)]
    return any(not always_within(*each, covering(None, None)).is_no for each in pairs)


def _line(organisation: Ref[Entity], context: Context) -> set[str]:
    """Return the ids of an organisation, and of all those that it took over from."""
    found: set[str] = set()
    ahead = [organisation.id]
    while ahead:
        each = ahead.pop()
        if each not in found:
            found.add(each)
            held = context.find(each)
            before = (held.succeeds or ()) if isinstance(held, Organisation) else ()
            ahead += [succession.predecessor.id for succession in before]
    return found
