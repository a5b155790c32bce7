"""Which vintages answer for a day: those of 1 January around it, which must agree."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeAlias, TypeVar

from territoires_participatifs.reference._tables import tables
from territoires_participatifs.values.dates import DayLike, day
from territoires_participatifs.values.instants import Instant
from territoires_participatifs.values.partial_dates import PartialDate

When: TypeAlias = DayLike | PartialDate | Instant
"""A day, or a time as precise as its source: as a call tells when it opens."""

T = TypeVar("T")


def vintages() -> tuple[int, ...]:
    """Return the years of the editions of the registers that the tables hold.

    Each tells of 1 January of its year.

    >>> vintages()
    (2019, 2021, 2022, 2023, 2024, 2025, 2026)
    """
    return tables().vintages


def answering(at: When) -> tuple[int, ...]:
    """Return the indices of the vintages that must agree on a day; none if no vintage answers.

    On 1 January of a vintage, it alone answers. Between two, both must agree. The last one
    answers for the whole of its year, and for no later day. Of a time that is longer than a
    day, all vintages that could speak of it must agree.

    >>> [answering(each) for each in ("2018-12-31", "2021-01-01", "2021-06-30", "2026-06-30")]
    [(), (1,), (1, 2), (6,)]
    >>> answering(PartialDate("2022"))
    (2, 3)

    :raises TypeError: for what is no day, nor a time of an own class.
    """
    told = _told(at)
    if isinstance(told, PartialDate):
        return covering(told, told)
    on = day(told)
    index = bisect_right(vintages(), on.year) - 1
    if index < 0 or on.year > vintages()[-1]:
        return ()
    alone = (on.year, 1, 1) == (on.year, on.month, on.day) and on.year == vintages()[index]
    return (index,) if alone or index == len(vintages()) - 1 else (index, index + 1)


def _told(at: When) -> DayLike | PartialDate:
    told: object = at.day if isinstance(at, Instant) else at
    if not isinstance(told, str | date | PartialDate):
        found = type(told).__name__
        message = f"a day is a text (YYYY-MM-DD), a date, a PartialDate or an Instant, not {found}"
        raise TypeError(message)
    return told


def covering(since: PartialDate | None, until: PartialDate | None) -> tuple[int, ...]:
    """Return the indices of all vintages that could speak of a time; all if nothing is known.

    None at all if a part of that time lies before the first vintage or after the last one's year.

    >>> covering(PartialDate("2021-03"), PartialDate("2021-06"))
    (1, 2)
    >>> covering(PartialDate("2010"), None)
    ()
    """
    every = tuple(tables().indices)
    first = every[:1] if since is None else _at(since.earliest)
    last = every[-1:] if until is None else _at(until.latest)
    return every[first[0] : last[-1] + 1] if first and last else ()


def _at(at: DayLike | None) -> tuple[int, ...]:
    return () if at is None else answering(at)


def agreed(at: When, ask: Callable[[int], T]) -> T | None:
    """Return the answer that the vintages of a day agree on; None if they don't, or if none is."""
    return unanimous(ask(each) for each in answering(at))


def unanimous(answers: Iterable[T]) -> T | None:
    """Return the one answer that all give; None if they differ or if there is none.

    >>> unanimous([1, 1]), unanimous([1, 2]), unanimous([])
    (1, None, None)
    """
    held = list(answers)
    return held[0] if held and all(each == held[0] for each in held) else None


def index_of(year: int | None) -> int | None:
    """Return the index of the vintage of a year; None if the tables don't hold it."""
    return vintages().index(year) if year in vintages() else None


def year_of(at: When) -> int | None:
    """Return the year that a day lies in; None of a time that may be of two.

    >>> year_of("2021-03-12"), year_of(PartialDate("2021-03")), year_of(PartialDate("[2021..]"))
    (2021, 2021, None)
    """
    told = _told(at)
    if not isinstance(told, PartialDate):
        return day(told).year
    first, last = told.earliest, told.latest
    return first.year if first and last and first.year == last.year else None
