"""Which days a date may mean: a subset of EDTF, the Extended Date/Time Format.

Source: Library of Congress, Extended Date/Time Format Specification, 2019
(ISO 8601-2:2019).
"""

import re
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Final, TypeAlias, final

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values.dates import calendar_day

_ATOM: Final = "(?:[0-9]{4}|XXXX(?=-))(?:-[0-9]{2}(?:-[0-9]{2})?)?"
_SINGLE: Final = re.compile(f"({_ATOM})(~?)")
SET: Final = re.compile(rf"\[({_ATOM})?\.\.({_ATOM})?\]")
"""A day or before, a day or after, or from one to the other: ``[..2020-11-09]``."""

HAS_PARTS: Final = re.compile("([0-9]{4}|XXXX)(-[0-9]{2})?~?")
"""What has a beginning, a middle and an end: all but a day and a set of days."""

_SEASON: Final = re.compile("-2[1-4]")
_LEAP_YEAR: Final = "2000"
"""Stands in for a year that is not given, so that 29 February exists."""

DIVISIONS: Final = {
    21: ((0, 3), (0, 6)),
    22: ((0, 6), (0, 9)),
    23: ((0, 9), (0, 12)),
    24: ((-1, 12), (1, 3)),
    33: ((0, 1), (0, 3)),
    34: ((0, 4), (0, 6)),
    35: ((0, 7), (0, 9)),
    36: ((0, 10), (0, 12)),
    37: ((0, 1), (0, 4)),
    38: ((0, 5), (0, 8)),
    39: ((0, 9), (0, 12)),
    40: ((0, 1), (0, 6)),
    41: ((0, 7), (0, 12)),
}
"""Seasons 21-24, quarters 33-36, thirds 37-39 and halves 40-41 of a year, as EDTF numbers
them: their first and last possible month, each with the year it falls in. "Winter 2021"
may be the one that began in December 2020 or in December 2021."""

Bounds: TypeAlias = tuple[int | None, int | None]
"""Ordinals of the first and the last possible day; None where there is no bound."""


@final
class PartOfPeriod(Enum):
    """Which part of its period a date is in.

    By convention of this library, early is the first half, late the second, and mid the
    two middle quarters; a season, whose own ends are not sure, keeps them.
    """

    EARLY = "early"
    MID = "mid"
    LATE = "late"


A_MONTH: Final = 31
"""Days by which an approximate date may be off, at least: "about 10 February" is no promise."""


@lru_cache(maxsize=16_384)
def bounds(edtf: str, part: PartOfPeriod | None = None) -> Bounds:
    """Return the first and the last day that a text may mean, as ordinals.

    >>> bounds("0001-02", PartOfPeriod.EARLY)
    (32, 45)

    :raises InvalidValue: ``VAL305`` if the text is outside the subset, ``VAL302`` if the
        calendar has no such day, ``VAL309`` for a set that ends before it begins.
    """
    if found := SET.fullmatch(edtf):
        return _set(edtf, found[1], found[2])
    found = _SINGLE.fullmatch(edtf)
    if found is None:
        raise InvalidValue("VAL305", {"value": edtf})
    period = _atom(found[1])
    if edtf.startswith("XXXX"):
        return None, None
    if part is not None and not _SEASON.fullmatch(found[1], len("2021")):
        period = _part(*period, part)
    return _widened(*period) if found[2] else period


def _set(edtf: str, first: str | None, last: str | None) -> Bounds:
    if "XXXX" in edtf or not (first or last):
        raise InvalidValue("VAL305", {"value": edtf})
    start = _atom(first)[0] if first else None
    end = _atom(last)[1] if last else None
    if start is not None and end is not None and end < start:
        raise InvalidValue("VAL309", {"value": edtf})
    return start, end


def _atom(text: str) -> tuple[int, int]:
    """Return the first and the last day of a year, a division of it, a month or a day."""
    year, *rest = (int(each) for each in text.replace("XXXX", _LEAP_YEAR).split("-"))
    match rest:
        case [month, day_of_month]:
            ordinal = calendar_day(text, year, month, day_of_month).toordinal()
            return ordinal, ordinal
        case [number]:
            first, last = DIVISIONS.get(number, ((0, number), (0, number)))
        case _:
            first, last = (0, 1), (0, 12)
    start = calendar_day(text, year + first[0], first[1], 1)
    end = calendar_day(text, year + last[0], last[1], 1)
    return start.toordinal(), end.toordinal() + end.days_in_month - 1


def _part(first: int, last: int, part: PartOfPeriod) -> tuple[int, int]:
    length = last - first + 1
    if part is PartOfPeriod.EARLY:
        return first, first + (length + 1) // 2 - 1
    if part is PartOfPeriod.LATE:
        return first + length // 2, last
    return first + length // 4, last - length // 4


def _widened(first: int, last: int) -> tuple[int, int]:
    """Return bounds moved outwards by their own length, or by a month if that is more."""
    length = max(last - first + 1, A_MONTH)
    return max(1, first - length), min(date.max.toordinal(), last + length)
