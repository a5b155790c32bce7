"""Days and instants: the one place where pendulum is used.

A :data:`Day` is a :class:`pendulum.Date`. Input is read through one ASCII pattern, never
guessed: ``pendulum.parse`` would take "2026" for a first of January.
"""

import re
from collections.abc import Collection, Container, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache
from typing import Final, TypeAlias

from pendulum import Date, timezone

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.language import Language, word

Day: TypeAlias = Date
"""One day of the Gregorian calendar."""

DayLike: TypeAlias = str | date
"""A day as ISO text, a :class:`datetime.date`, or the date of a :class:`datetime.datetime`."""

MINUTES_IN_A_DAY: Final = 24 * 60
_FIRST: Final = datetime.min.replace(tzinfo=UTC)
_LAST: Final = datetime.max.replace(tzinfo=UTC)
"""The instants that Python can count; before and beyond, these stand in."""

_DAY: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_HOUR: Final = re.compile("([01][0-9]|2[0-3]):[0-5][0-9]|24:00")
_ZONE: Final = re.compile("[A-Z][A-Za-z0-9_+-]*(/[A-Z][A-Za-z0-9_+-]*)*")
"""Capitals, whatever the file system: they keep out "localtime" and "posix/...", which are
files of some machines and no names of zones."""


def day(value: DayLike) -> Day:
    """Return a day from ISO text, a date or a datetime (its own date, whatever its zone).

    >>> day("2021-03-12")
    Date(2021, 3, 12)

    :raises InvalidValue: ``VAL301`` if the text has another form than ``YYYY-MM-DD``,
        ``VAL302`` if the calendar has no such day.
    """
    if isinstance(value, date):
        return Date(value.year, value.month, value.day)
    if not _DAY.fullmatch(value):  # a TypeError for what is no text either
        raise InvalidValue("VAL301", {"value": value})
    return calendar_day(value, *map(int, value.split("-")))


def days_among(days: Iterable[DayLike] | Container[date]) -> tuple[Container[date], ...]:
    """Return what to ask whether a day is one of some days, in whatever form those are listed.

    What can't list its days is asked alone. A mapping is asked too, besides being listed: it may
    be one that finds its days when it is asked for them.

    >>> [day("2027-05-06") in each for each in days_among(["2027-05-06"])]
    [True]

    :raises InvalidValue: as :func:`day`, for what is listed and is no day.
    """
    if isinstance(days, Container) and not isinstance(days, Collection):
        return (days,)
    listed = frozenset(map(day, days))
    return (listed, days) if isinstance(days, Mapping) else (listed,)


def calendar_day(text: str, year: int, month: int, day_of_month: int) -> Day:
    """Return a day of the calendar, or refuse the text that spelled it."""
    try:
        return Date(year, month, day_of_month)
    except ValueError:
        raise InvalidValue("VAL302", {"value": text}) from None


def day_of_ordinal(ordinal: int) -> Day:
    """Return the day with that proleptic Gregorian ordinal."""
    return Date.fromordinal(ordinal)


def check_hour(text: str) -> None:
    """Refuse an hour that is not ``HH:MM``; ``24:00`` is the end of the day.

    :raises InvalidValue: ``VAL303``.
    """
    if not _HOUR.fullmatch(text):
        raise InvalidValue("VAL303", {"value": text})


def check_zone(name: str) -> None:
    """Refuse a name that is not in the IANA time zone database.

    :raises InvalidValue: ``VAL304``.
    """
    _zone(name)


def is_hour(_: object, __: object, text: str | None) -> None:
    """Refuse a field that holds no hour, or let it be unknown (an attrs validator).

    :raises InvalidValue: ``VAL303``.
    """
    if text is not None:
        check_hour(text)


def is_zone(_: object, __: object, name: str | None) -> None:
    """Refuse a field that holds no time zone, or let it be unknown (an attrs validator).

    :raises InvalidValue: ``VAL304``.
    """
    if name is not None:
        check_zone(name)


@cache
def _zone(name: str) -> tzinfo:
    if not _ZONE.fullmatch(name):
        raise InvalidValue("VAL304", {"value": name})
    try:
        return timezone(name)
    except (ValueError, OSError, LookupError):
        raise InvalidValue("VAL304", {"value": name}) from None


def instants(on: Day, minutes: int, zone: str) -> tuple[datetime, datetime]:
    """Return the first and the last instant so many minutes after midnight, by a zone's clock.

    They differ only where the clock shows an hour twice or skips one. ``1440`` minutes are
    the end of the day, whatever its length, which comes once. All is in universal time.

    >>> [each.isoformat() for each in instants(day("2023-10-29"), 150, "Europe/Paris")]
    ['2023-10-29T00:30:00+00:00', '2023-10-29T01:30:00+00:00']
    """
    local = _on_the_clock(on, minutes).replace(tzinfo=_zone(zone))
    folds = (0,) if minutes == MINUTES_IN_A_DAY else (0, 1)
    found = sorted(utc(local.replace(fold=each)) for each in folds)
    return found[0], found[-1]


def _on_the_clock(on: Day, minutes: int) -> datetime:
    """Return what a clock shows then, in no zone yet (universal time holds the place)."""
    try:
        return datetime(on.year, on.month, on.day, tzinfo=UTC) + timedelta(minutes=minutes)
    except OverflowError:
        return _LAST


def utc(moment: datetime) -> datetime:
    """Return an instant in universal time.

    :raises TypeError: if it has no zone, since it then names no instant.
    """
    offset = moment.utcoffset()
    if offset is None:
        message = "an instant needs a zone: give the datetime a tzinfo"
        raise TypeError(message)
    try:
        return datetime.combine(moment, moment.time(), UTC) - offset
    except OverflowError:
        return _FIRST if offset > timedelta(0) else _LAST


def long_day(value: Day, language: Language) -> str:
    """Return a day as a person writes it.

    >>> long_day(day("2021-03-01"), "fr")
    '1er mars 2021'
    """
    return f"{day_in_its_month(value.month, value.day, language=language)} {value.year}"


def day_in_its_month(month: int, day_of_month: int | None = None, *, language: Language) -> str:
    """Return a day of a month, or the name of the month alone.

    >>> day_in_its_month(2, language="fr")
    'février'
    >>> day_in_its_month(2, 29, language="en")
    '29 February'
    """
    name = word("calendar", f"month-{month}", language)
    if day_of_month is None:
        return name
    first = word("calendar", "first", language)
    return f"{first if day_of_month == 1 else day_of_month} {name}"
