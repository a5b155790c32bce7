"""Planning: the dates of a cycle's sessions, proposed on working days."""

from collections.abc import Container, Iterable, Iterator
from datetime import date
from math import floor
from typing import Final

from territoires_participatifs.values.dates import (
    Day,
    DayLike,
    day,
    day_of_ordinal,
    days_among,
)
from territoires_participatifs.values.durations import Span, measured
from territoires_participatifs.values.elapsed import later

_SUNDAY: Final = 0
_SATURDAY: Final = 6
"""What is left of their ordinals, divided by seven: the first day of the calendar is a Monday."""

_FARTHEST: Final = 366
"""Days within which a working day is looked for: whoever avoids a whole year avoids them all."""


def plan_sessions(
    start: DayLike,
    count: int,
    every: str | Span = "P6W",
    avoid: Iterable[DayLike] | Container[date] = (),
) -> tuple[Day, ...]:
    """Propose the dates of a number of sessions, from a day on, at a rhythm.

    A date that falls on a Saturday, on a Sunday or on a day to avoid moves to the next working
    day. Each is counted from the start, so that what one moves does not add up: months are those
    of the calendar, and end on the last day of a month that is too short. No two are the same day.

    :param every: from one session to the next, as ISO 8601 writes a duration.
    :param avoid: any days, in any form: a list or a set of them, or the public holidays of a
        territory, which are asked day by day.

    >>> from datetime import date
    >>> ascension = date(2027, 5, 6)
    >>> days = plan_sessions("2027-03-25", 4, avoid={ascension})
    >>> [each.isoformat() for each in days]
    ['2027-03-25', '2027-05-07', '2027-06-17', '2027-07-29']
    >>> [each.isoformat() for each in plan_sessions("2027-01-31", 3, every="P1M")]
    ['2027-02-01', '2027-03-01', '2027-03-31']

    :raises ValueError: for no session at all, for a rhythm of no length or of several, if all
        days of a year are to be avoided, and for dates that no calendar holds.
    :raises InvalidValue: ``VAL301`` and ``VAL302`` for a start that is no day, ``VAL405`` for a
        rhythm that is no duration; as for the start, for a day to avoid that is none.
    """
    if count < 1:
        message = f"a plan has one session at least, not {count}"
        raise ValueError(message)
    rhythm = _rhythm(every)
    return tuple(_planned(day(start).toordinal(), count, rhythm, days_among(avoid)))


def _rhythm(every: str | Span) -> str:
    """Return the one duration of a rhythm."""
    span = Span(every) if isinstance(every, str) else every
    if span.longest is not None:
        message = f"sessions are planned at one rhythm, not from {span.shortest} to {span.longest}"
        raise ValueError(message)
    if not any(measured(span.shortest)):
        message = f"sessions can't be planned every {span.shortest}: it has no length"
        raise ValueError(message)
    return span.shortest


def _planned(
    start: int, count: int, rhythm: str, avoid: tuple[Container[date], ...]
) -> Iterator[Day]:
    before = start - 1
    for each in range(count):
        wanted = max(floor(later(start, rhythm, times=each)), before + 1)
        found = _working_day(wanted, avoid)
        before = found.toordinal()
        yield found


def _working_day(ordinal: int, avoid: tuple[Container[date], ...]) -> Day:
    """Return the first working day from a day on."""
    for each in range(ordinal, ordinal + _FARTHEST):
        if each > date.max.toordinal():
            message = f"the plan goes beyond the last day of the calendar, {date.max}"
            raise ValueError(message)
        found = day_of_ordinal(each)
        if each % 7 not in {_SATURDAY, _SUNDAY} and not any(found in days for days in avoid):
            return found
    message = f"no working day is left in the year after {day_of_ordinal(ordinal)}: all are avoided"
    raise ValueError(message)
