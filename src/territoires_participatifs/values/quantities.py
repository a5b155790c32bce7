"""Quantities as sources state them: counts, rates, durations, and how exact they are."""

import re
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Final, Protocol, Self, TypeVar, final

from attrs import Attribute, field, frozen

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.language import Language, sentence, spoken, word
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.decimals import Numeric, plain, refuse_floats
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.ternary import Ternary


@final
class Exactness(Enum):
    """How a stated number relates to the true one."""

    EXACT = "exact"
    ABOUT = "about"
    """Approximate: *une dizaine*, *près de 150*."""
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    """*Jusqu'à*, *maximum*."""
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"
    """Strictly: *moins de*, *inférieur à*."""
    BETWEEN = "between"
    """From the number to an upper one, both included."""


class _Ordered(Protocol):
    def __le__(self, other: Self, /) -> bool: ...


N = TypeVar("N", int, Decimal)
Bound = TypeVar("Bound", bound=_Ordered)


def admits(exactness: Exactness, lower: N, upper: N | None, number: N) -> Ternary:
    """Tell whether a stated quantity may truly be a number.

    An approximate quantity surely differs from a number that is less than half of it or
    more than its double; nearer than that, nobody can tell.
    """
    if exactness is Exactness.EXACT:
        return Ternary.of(number == lower)
    half, double = sorted((Fraction(lower) / 2, Fraction(lower) * 2))
    possible = {
        Exactness.ABOUT: half <= Fraction(number) <= double,
        Exactness.AT_LEAST: number >= lower,
        Exactness.AT_MOST: number <= lower,
        Exactness.MORE_THAN: number > lower,
        Exactness.LESS_THAN: number < lower,
        Exactness.BETWEEN: upper is not None and lower <= number <= upper,
    }
    return Ternary.UNDETERMINED if possible[exactness] else Ternary.NO


def check_upper(exactness: Exactness, lower: Bound, upper: Bound | None) -> None:
    """Refuse an upper bound that is there without *between*, is missing with it, or is lower.

    :raises InvalidValue: ``VAL401``.
    """
    between = exactness is Exactness.BETWEEN
    if between != (upper is not None) or (upper is not None and not lower <= upper):
        raise InvalidValue("VAL401", {"lower": lower, "upper": upper})


def said(exactness: Exactness, lower: object, upper: object, language: Language) -> str:
    """Return a quantity as a person says it."""
    facts = {"number": lower, "upper": upper}
    return sentence("exactness", facts, language, exactness.value)


def _is_not_negative(_: object, __: "Attribute[int]", value: int) -> None:
    if value < 0:
        raise InvalidValue("VAL402", {"value": value})


def _is_upper(count: "Count", _: "Attribute[int | None]", upper: int | None) -> None:
    check_upper(count.exactness, count.value, upper)


@final
@frozen(weakref_slot=False, repr=False, field_transformer=checked)
class Count(Compound):
    """A number of things as a source states it, with the source's words.

    Documents write the number alone where the rest is silent.

    >>> ten = Count(10, Exactness.ABOUT, wording="une dizaine")
    >>> ten.admits(13)
    <Ternary.UNDETERMINED: 'undetermined'>
    >>> ten.admits(40)
    <Ternary.NO: 'no'>
    >>> print(ten)
    10; exactness=about; wording=une dizaine

    :raises InvalidValue: ``VAL401`` for an upper bound out of place, ``VAL402`` for a
        negative number, ``VAL403`` for one that not every reader of JSON could hold.
    """

    value: int = field(validator=_is_not_negative)
    exactness: Exactness = Exactness.EXACT
    upper: int | None = field(default=None, validator=_is_upper)
    wording: str | None = None

    @property
    def number(self) -> int | None:
        """The number, if it is known exactly.

        >>> Count(6).number, Count(10, Exactness.ABOUT).number
        (6, None)
        """
        return self.value if self.exactness is Exactness.EXACT else None

    def admits(self, number: int) -> Ternary:
        """Tell whether the true number may be that one."""
        return admits(self.exactness, self.value, self.upper, number)

    def in_words(self, language: Language) -> str:
        """Return the count as a person says it.

        >>> Count(10, Exactness.ABOUT).in_words("fr")
        'environ 10'
        """
        upper = None if self.upper is None else Decimal(self.upper)
        return said(self.exactness, Decimal(self.value), upper, language)


@final
class RateBase(Enum):
    """What a rate is a share of. Shares of two bases are different things."""

    ELIGIBLE_EXPENSE = "eligible-expense"
    TOTAL_COST = "total-cost"
    PUBLIC_FINANCING = "public-financing"
    GRANT = "grant"
    PARTICIPATION = "participation"
    """The part taken in a project by one of its partners."""
    ENVELOPE = "envelope"
    UNSPECIFIED = "unspecified"
    """The source does not say."""


_PERCENT: Final = re.compile(r"([0-9]{1,6}(?:[.,][0-9]{1,20})?)\s*%?")


def _percentage(value: Numeric) -> Decimal:
    refuse_floats(value, "a rate")
    percent = plain(_read(value), digits=6, places=20)
    if percent is None or percent < 0:
        raise InvalidValue("VAL404", {"value": value})
    return percent


def _read(value: Numeric) -> Decimal:
    if not isinstance(value, str):
        return Decimal(value)
    found = _PERCENT.fullmatch(value.strip())
    return Decimal(found[1].replace(",", ".") if found else "NaN")


@final
@frozen(weakref_slot=False, repr=False, field_transformer=checked)
class Rate(Compound):
    """A share in per cent, and of what.

    Shares above 100 occur in real data and are held; negative ones are not. Up to twenty
    decimals are, as spreadsheets write a third.

    >>> Rate("80 %", RateBase.PUBLIC_FINANCING)
    Rate.parse('80; base=public-financing')

    :raises InvalidValue: ``VAL404`` if it is not a number, is negative or reaches a million.
    """

    percent: Decimal = field(converter=_percentage)
    base: RateBase = RateBase.UNSPECIFIED

    def in_words(self, language: Language) -> str:
        """Return the rate as a person says it.

        >>> Rate("80").in_words("en")
        '80%'
        """
        space = "\N{NARROW NO-BREAK SPACE}" if language == "fr" else ""
        text = f"{spoken(self.percent, language)}{space}%"
        if self.base is RateBase.UNSPECIFIED:
            return text
        return f"{text} {word('rate-base', self.base.value, language)}"
