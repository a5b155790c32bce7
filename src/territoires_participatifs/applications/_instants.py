"""Instants beside each other, and beside a deadline: what is sure of them."""

from datetime import datetime, timedelta
from typing import Final

from attrs import evolve

from territoires_participatifs.values.dates import MINUTES_IN_A_DAY, instants
from territoires_participatifs.values.deadlines import Deadline
from territoires_participatifs.values.instants import Instant

_SOME_ZONE: Final = "UTC"
"""The zone of those that tell none: whichever it is, it is the same."""


def precedes(one: Instant, other: Instant) -> bool:
    """Whether an instant surely comes before another one.

    Two that tell no zone are of the same one. Where one alone tells its own, their hours
    can't be compared, and their days are.
    """
    if one.zone != other.zone and None in {one.zone, other.zone}:
        one, other = Instant(one.day), Instant(other.day)
    last, first = _limits(one)[1], _limits(other)[0]
    return last is not None and first is not None and last <= first


def misses(instant: Instant, deadline: Deadline) -> bool:
    """Whether an instant surely comes after a deadline.

    What tells no zone is of the zone of the deadline, whose service notes the days; but an
    hour may be that of whoever sent it.
    """
    instant, deadline = _in_one_zone(instant, deadline)
    first = _limits(instant)[0]
    return first is not None and deadline.missed_at(first).is_yes


def keeps(instant: Instant, deadline: Deadline) -> bool:
    """Whether an instant surely comes in time for a deadline, to its very end.

    An hour lasts a minute: what came at 17:00 is surely in time for 17:01, not for 17:00.
    """
    instant, deadline = _in_one_zone(instant, deadline)
    end = _limits(instant)[1]
    if end is None or end.year == 1:
        return False  # nothing comes before the first instant that Python can count
    return deadline.missed_at(end - timedelta.resolution).is_no


def _in_one_zone(instant: Instant, deadline: Deadline) -> tuple[Instant, Deadline]:
    if instant.zone is not None:
        return instant, deadline
    if deadline.zone is None:
        return instant, evolve(deadline, zone=_SOME_ZONE)
    return Instant(instant.day, zone=deadline.zone), deadline


def _limits(instant: Instant) -> tuple[datetime | None, datetime | None]:
    """Return when an instant begins at the earliest, and ends at the latest."""
    begins, ends = _minutes(instant.hour)
    zone = instant.zone or _SOME_ZONE
    first, last = instant.day.earliest, instant.day.latest
    return (
        None if first is None else instants(first, begins, zone)[0],
        None if last is None else instants(last, ends, zone)[1],
    )


def _minutes(hour: str | None) -> tuple[int, int]:
    """Return from which minute of the day until which one an instant lasts."""
    if hour is None:
        return 0, MINUTES_IN_A_DAY
    hours, minutes = map(int, hour.split(":"))
    begins = hours * 60 + minutes
    return begins, begins + 1
