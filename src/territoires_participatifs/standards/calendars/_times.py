"""When an entry begins and ends, as calendars hold it: by days, or by the hours of a clock."""

from datetime import date, datetime, timedelta
from enum import Enum
from typing import Final, final
from zoneinfo import ZoneInfo

from attrs import frozen

from territoires_participatifs.values.dates import utc
from territoires_participatifs.values.deadlines import Deadline
from territoires_participatifs.values.instants import Instant
from territoires_participatifs.values.partial_dates import PartialDate

_YEARS: Final = range(1900, 2200)
"""The years that calendar applications can be trusted with."""

_A_DAY: Final = timedelta(days=1)
_END_OF_DAY: Final = "24:00"


@final
class Omission(Enum):
    """Why something is left out of a calendar."""

    NO_DATE = "no-date"
    """None is known."""
    IMPRECISE = "imprecise"
    """It is a month, a season, about a day…"""
    OUT_OF_RANGE = "out-of-range"
    """It lies before 1900 or after 2199."""
    NOT_IN_ORDER = "not-in-order"
    """The end would come before the beginning."""
    SAME_ID = "same-id"
    """Another entry has the same ids."""
    ROLLING = "rolling"
    RECURRING = "recurring"
    UNTIL_EXHAUSTED = "until-exhausted"
    TO_BE_ANNOUNCED = "to-be-announced"


@final
@frozen
class Times:
    """When an entry begins and ends: both days, or both hours of a day.

    A last day is the day after, as calendars count. An hour without an end is a moment.
    """

    starts: date
    ends: date | None = None
    lost: Omission | None = None
    """Why its end is left out."""

    @property
    def by_the_clock(self) -> bool:
        """Whether it has its hours, and is no matter of whole days."""
        return isinstance(self.starts, datetime)


def times_of_day(held: PartialDate | None) -> Times | Omission:
    """Return the times of what takes a whole day."""
    on = _day_of(held)
    return on if isinstance(on, Omission) else _of_days(on, on)


def times_of_instant(held: Instant) -> Times | Omission:
    """Return the times of what happens at an hour, or on a day if no hour is told."""
    on = _day_of(held.day)
    return on if isinstance(on, Omission) else _alone(on, held.hour, held.zone)


def times_of_deadline(held: Deadline | None) -> Times | Omission:
    """Return the times of a deadline; the end of a day is told as that day."""
    if held is None:
        return Omission.NO_DATE
    if held.day is None:
        return Omission(held.kind.value)
    on = _day_of(held.day)
    if isinstance(on, Omission):
        return on
    return _alone(on, None if held.hour == _END_OF_DAY else held.hour, held.zone)


def times_of_span(starts: Instant | None, ends: Instant | None) -> Times | Omission:
    """Return the times from one instant to another.

    Where only one of the two has its hour, whole days are told, if there are several. A zone
    that only one of them tells is that of both.
    """
    first = _day_of(None if starts is None else starts.day)
    if isinstance(first, Omission):
        return first
    if starts is None or ends is None:
        return _alone(first, starts and starts.hour, starts and starts.zone)
    last = _day_of(ends.day)
    zone = starts.zone or ends.zone
    if isinstance(last, Omission):
        alone = _alone(first, starts.hour, zone)
        return Times(alone.starts, alone.ends, last)
    if starts.hour and ends.hour:
        return _by_the_clock(
            _clocked(first, starts.hour, zone), _clocked(last, ends.hour, ends.zone or zone)
        )
    return _alone(first, starts.hour, zone) if first == last else _of_days(first, last)


def _day_of(held: PartialDate | None) -> date | Omission:
    """Return the one day that a date is."""
    if held is None:
        return Omission.NO_DATE
    first, last = held.bounds
    if first is None or first != last:
        return Omission.IMPRECISE
    on = date.fromordinal(first)
    return on if on.year in _YEARS else Omission.OUT_OF_RANGE


def _alone(on: date, hour: str | None, zone: str | None) -> Times:
    """Return the times of what has a beginning, and no end of its own."""
    return _of_days(on, on) if hour is None else Times(_clocked(on, hour, zone))


def _of_days(first: date, last: date) -> Times:
    if last < first:
        return Times(first, first + _A_DAY, Omission.NOT_IN_ORDER)
    return Times(first, last + _A_DAY)


def _by_the_clock(starts: datetime, ends: datetime) -> Times:
    if _moment(ends) < _moment(starts):
        return Times(starts, None, Omission.NOT_IN_ORDER)
    return Times(starts, None if _moment(ends) == _moment(starts) else ends)


def _moment(shown: datetime) -> datetime:
    """Return what can be compared, even where clocks go back or two zones meet."""
    return shown if shown.tzinfo is None else utc(shown)


def _clocked(on: date, hour: str, zone: str | None) -> datetime:
    """Return what the clock of a zone shows, or that of whoever reads it if no zone is told."""
    hours, minutes = map(int, hour.split(":"))
    clock = None if zone is None else ZoneInfo(zone)
    midnight = datetime(on.year, on.month, on.day, tzinfo=clock)
    return midnight + timedelta(hours=hours, minutes=minutes)
