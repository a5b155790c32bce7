"""Durations: ISO 8601, with a least and a most, compared without pretending."""

import re
from calendar import monthrange
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from itertools import accumulate
from typing import Final, final

from attrs import field, frozen

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.language import Language, enumerated, sentence
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.decimals import plain
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.ternary import Ternary

_DURATION: Final = re.compile(
    r"P(?=[0-9T])(?:(?P<years>[0-9]{1,3})Y)?(?:(?P<months>[0-9]{1,4})M)?"
    r"(?:(?P<weeks>[0-9]{1,4})W)?(?:(?P<days>[0-9]{1,5}(?:\.[0-9]{1,2})?)D)?"
    r"(?:T(?=[0-9])(?:(?P<hours>[0-9]{1,4})H)?(?:(?P<minutes>[0-9]{1,4})M)?)?"
)
_CYCLE: Final = (4_800, 146_097)
"""The months and the days of the Gregorian calendar's 400 years, after which it repeats itself."""


def _duration(text: str) -> str:
    if not _DURATION.fullmatch(text):
        raise InvalidValue("VAL405", {"value": text})
    return text


def _optional_duration(text: str | None) -> str | None:
    return None if text is None else _duration(text)


def _parts(text: str) -> dict[str, Decimal]:
    found = _DURATION.fullmatch(text)
    return {} if found is None else {n: Decimal(v) for n, v in found.groupdict("0").items()}


def measured(text: str) -> tuple[int, Fraction]:
    """Return the months and the days of a duration; neither is a number of the other."""
    part = {name: Fraction(value) for name, value in _parts(text).items()}
    days = part["weeks"] * 7 + part["days"] + part["hours"] / 24 + part["minutes"] / 1440
    return int(part["years"] * 12 + part["months"]), days


def _longer_by(other: str, one: str) -> tuple[Fraction, Fraction]:
    """Return the least and the most days by which a duration outlasts one begun with it."""
    (months, days), (ones_months, ones_days) = measured(other), measured(one)
    more = months - ones_months
    least, most = _days_in(abs(more))
    if more < 0:
        least, most = -most, -least
    return least + days - ones_days, most + days - ones_days


@lru_cache
def _days_in(months: int) -> tuple[int, int]:
    """Return the fewest and the most days that so many months last, wherever they begin."""
    lengths = {_days_before(first + months) - _days_before(first) for first in range(_CYCLE[0])}
    return min(lengths), max(lengths)


def _days_before(month: int) -> int:
    """Return the days before a month, counted from a year that begins the cycle."""
    cycles, month_of_cycle = divmod(month, _CYCLE[0])
    return cycles * _CYCLE[1] + _month_starts()[month_of_cycle]


@cache
def _month_starts() -> tuple[int, ...]:
    lengths = (monthrange(2000 + month // 12, month % 12 + 1)[1] for month in range(_CYCLE[0]))
    return tuple(accumulate(lengths, initial=0))


@final
@frozen(weakref_slot=False, repr=False, field_transformer=checked)
class Span(Compound):
    """How long something lasts: an ISO 8601 duration, or a least and a most.

    Documents write the duration alone where the rest is silent. Two durations are compared
    as if begun on the same day. A month is not a number of days, so comparing the two may
    have no sure answer.

    >>> year = Span("P1Y", wording="sur un an")
    >>> year.shorter_than(Span("P36W"))
    <Ternary.NO: 'no'>
    >>> Span("P1M").shorter_than(Span("P30D"))
    <Ternary.UNDETERMINED: 'undetermined'>
    >>> print(Span("P36M", "P60M"))
    P36M; longest=P60M

    :raises InvalidValue: ``VAL405`` if it is not a duration (years, months, weeks, days
        with two decimals, hours, minutes), ``VAL406`` if the most is surely less than
        the least.

    Source: ISO 8601-1:2019, section 5.5.2.
    """

    shortest: str = field(converter=_duration)
    longest: str | None = field(default=None, converter=_optional_duration)
    wording: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.longest is not None and _longer_by(self.longest, self.shortest)[1] < 0:
            raise InvalidValue("VAL406", {"least": self.shortest, "most": self.longest})

    def shorter_than(self, other: "Span") -> Ternary:
        """Tell whether this surely lasts less than the other."""
        if _longer_by(other.shortest, self.longest or self.shortest)[0] > 0:
            return Ternary.YES
        if _longer_by(other.longest or other.shortest, self.shortest)[1] <= 0:
            return Ternary.NO
        return Ternary.UNDETERMINED

    def in_words(self, language: Language) -> str:
        """Return the span as a person says it.

        >>> Span("P36M", "P60M").in_words("fr")
        'de 36 mois à 60 mois'
        """
        least = _said(self.shortest, language)
        if self.longest is None:
            return least
        facts = {"least": least, "most": _said(self.longest, language)}
        return sentence("durations", facts, language, "range")


def _said(text: str, language: Language) -> str:
    parts = [
        sentence("durations", {"number": plain(value, digits=5, places=2)}, language, name)
        for name, value in _parts(text).items()
        if value
    ]
    return enumerated(parts or [sentence("durations", {"number": 0}, language, "days")], language)
