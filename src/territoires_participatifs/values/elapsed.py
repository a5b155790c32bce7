"""Time that has gone by between two dates, held against a span."""

from calendar import monthrange
from datetime import date
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor
from typing import Final

from territoires_participatifs.values.durations import Span, measured
from territoires_participatifs.values.edtf import Bounds
from territoires_participatifs.values.partial_dates import PartialDate, precedes
from territoires_participatifs.values.ternary import Ternary

_BEYOND: Final = date.max.toordinal() + 1
"""Stands for all days that come after the last one of the calendar."""


def lasted_at_least(
    since: PartialDate, until: PartialDate, span: Span, *, whole_days: bool = False
) -> Ternary:
    """Tell whether a span had gone by from one date to another.

    As in law, a span of months ends on the day of the same number, or on the last of its month.

    :param whole_days: count the last day as well, as for what is held from one day to another.

    >>> lasted_at_least(PartialDate("2020-02-29"), PartialDate("2021-02-28"), Span("P1Y"))
    <Ternary.YES: 'yes'>
    >>> lasted_at_least(PartialDate("2020-03"), PartialDate("2021-03-12"), Span("P1Y"))
    <Ternary.UNDETERMINED: 'undetermined'>

    Source: Code de procédure civile, article 641.
    """
    first, last = until.bounds
    more = 1 if whole_days else 0
    end = (None if first is None else first + more, None if last is None else last + more)
    return ~precedes(end, _end_of(since, span))


def lasted_at_most(since: PartialDate, until: PartialDate, span: Span) -> Ternary:
    """Tell whether no more than a span had gone by from one date to another.

    >>> lasted_at_most(PartialDate("2021-01-01"), PartialDate("2022-01-01"), Span("P12M"))
    <Ternary.YES: 'yes'>
    """
    return ~precedes(_end_of(since, span), until.bounds)


@lru_cache(maxsize=4096)  # the same span is asked of each application, and of many days
def _end_of(since: PartialDate, span: Span) -> Bounds:
    """Return the first and the last day on which a span may end; None where nothing tells."""
    first, last = since.bounds
    return (
        None if first is None else floor(later(first, span.shortest)),
        None if last is None else ceil(later(last, span.longest or span.shortest)),
    )


def later(ordinal: int, duration: str, *, times: int = 1) -> Fraction | int:
    """Return the ordinal of a day so many durations after another; months are the calendar's.

    >>> date.fromordinal(floor(later(date(2020, 11, 30).toordinal(), "P1M", times=3)))
    datetime.date(2021, 2, 28)
    """
    months, days = measured(duration)
    start = date.fromordinal(ordinal)
    year, month = divmod(start.year * 12 + start.month - 1 + months * times, 12)
    if year > date.max.year:
        return _BEYOND
    in_month = min(start.day, monthrange(year, month + 1)[1])
    return date(year, month + 1, in_month).toordinal() + days * times
