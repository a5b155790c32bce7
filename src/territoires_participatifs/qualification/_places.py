"""Places of a cohort: which seats hold one, for whom, and what the sources leave open of it."""

from typing import Final

from territoires_participatifs.checks import Context
from territoires_participatifs.organisations import Organisation
from territoires_participatifs.qualification._cohorts import Cohort
from territoires_participatifs.qualification._known import is_unsettled
from territoires_participatifs.qualification._seats import Seat, SeatStatus
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
    """Return the settled seats that surely hold a place, each with its index."""
    return [(index, each) for index, each in current(cohort) if each.status is not None]


def are_apart(one: Ref[Entity] | None, other: Ref[Entity] | None, context: Context) -> bool:
    """Whether two organisations are surely different ones, and none took over from the other."""
    if one is None or other is None:
        return False
    known = all(isinstance(context.find(each.id), Organisation) for each in (one, other))
    return known and one.id not in _line(other, context) and other.id not in _line(one, context)


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
