"""Money: exact sums, with their currency, their tax basis and how exact the source is."""

import re
from decimal import Decimal
from enum import Enum
from typing import Final, Self, final

from attrs import Attribute, field, frozen

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.language import Language, spoken, word
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.decimals import EXACT, Numeric, plain, refuse_floats
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.quantities import (
    Exactness,
    admits,
    check_upper,
    said,
)
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import Textual

EURO: Final = "EUR"

_DIGITS: Final = 15
_PLACES: Final = 6
_CENTS: Final = Decimal("0.00")
_FINER: Final = Decimal("0.0000")

_SUM: Final = re.compile(
    rf"(?P<sum>-?(?:[0-9]{{1,{_DIGITS}}}|[0-9]{{1,3}}(?:[ \u00a0\u2009\u202f][0-9]{{3}}){{1,4}})"
    rf"(?:[.,][0-9]{{1,{_PLACES}}})?)\s*(?P<currency>€|[A-Z]{{3}})?"
)
_MAYBE_THOUSANDS: Final = re.compile("-?[1-9][0-9]{0,2}[.,][0-9]{3}")
"""Twenty-three, or twenty-three thousand: "23.000" is read in one way here, in another there."""


def _read(text: str) -> tuple[Decimal, str | None]:
    found = _SUM.fullmatch(text.strip())
    if found is None or _MAYBE_THOUSANDS.fullmatch(found["sum"]):
        raise InvalidValue("VAL201", {"value": text})
    digits = re.sub(r"\s", "", found["sum"]).replace(",", ".")
    return Decimal(digits), EURO if found["currency"] == "€" else found["currency"]


@final
@frozen(repr=False, weakref_slot=False, init=False)
class Money(Textual):
    """An exact sum in one currency, euros unless it says otherwise.

    Sums of two currencies are never added or compared. Floats are refused, since they
    can't hold a cent exactly; so is a text such as "23.000" or "23,000", in which one
    reader sees thousands and another decimals. Hence a sum finer than a cent is written
    with four decimals or more.

    >>> Money("23 000,00 €")
    Money('23000.00 EUR')
    >>> Money("0.10") + Money("0.20") == Money("0.30")
    True
    >>> Money(50, "CHF") * 3
    Money('150.00 CHF')

    :raises InvalidValue: ``VAL201`` if it is not a sum (of fifteen digits and six decimals
        at most), ``VAL202`` if the text and the argument name two currencies, ``VAL203``
        on mixing two currencies.
    """

    sum: Decimal
    currency: str

    def __init__(self, sum: Numeric, currency: str | None = None) -> None:  # noqa: A002  # the field's word
        refuse_floats(sum, "a sum")
        amount, named = _read(sum) if isinstance(sum, str) else (Decimal(sum), None)
        if currency is not None and not re.fullmatch("[A-Z]{3}", currency):
            raise InvalidValue("VAL202", {"value": currency})
        if named and currency and named != currency:
            raise InvalidValue("VAL202", {"value": f"{named}, {currency}"})
        scaled = _scaled(amount)
        if scaled is None:
            raise InvalidValue("VAL201", {"value": sum})
        self.__attrs_init__(scaled, named or currency or EURO)  # pyright: ignore[reportAttributeAccessIssue]  # made by attrs

    def __str__(self) -> str:
        return f"{self.sum} {self.currency}"

    def in_words(self, language: Language) -> str:
        """Return the sum as people write it.

        >>> Money("23000.50").in_words("en")
        '€23,000.50'
        """
        size = self.sum.copy_abs()
        whole = size.to_integral_value()
        sign, text = "-" if self.sum < 0 else "", spoken(whole if whole == size else size, language)
        if self.currency != EURO:
            return f"{sign}{text}\N{NO-BREAK SPACE}{self.currency}"
        return f"{sign}€{text}" if language == "en" else f"{sign}{text}\N{NO-BREAK SPACE}€"

    def __add__(self, other: Self) -> Self:
        return type(self)(EXACT.add(self.sum, self._beside(other)), self.currency)

    def __sub__(self, other: Self) -> Self:
        return type(self)(EXACT.subtract(self.sum, self._beside(other)), self.currency)

    def __mul__(self, factor: int | Decimal) -> Self:
        if isinstance(factor, bool) or not isinstance(factor, int | Decimal):
            message = f"money is multiplied by an int or a Decimal, not by {type(factor).__name__}"
            raise TypeError(message)
        return type(self)(EXACT.multiply(self.sum, Decimal(factor)), self.currency)

    def __rmul__(self, factor: int | Decimal) -> Self:
        return self * factor

    def __lt__(self, other: Self) -> bool:
        return self.sum < self._beside(other)

    def __le__(self, other: Self) -> bool:
        return self.sum <= self._beside(other)

    def __gt__(self, other: Self) -> bool:
        return self.sum > self._beside(other)

    def __ge__(self, other: Self) -> bool:
        return self.sum >= self._beside(other)

    def _beside(self, other: object) -> Decimal:
        """Return the other sum, if it can stand beside this one."""
        if not isinstance(other, Money):
            message = f"money goes with money, not with {type(other).__name__}"
            raise TypeError(message)
        if self.currency != other.currency:
            raise InvalidValue("VAL203", {"one": self.currency, "other": other.currency})
        return other.sum


def _scaled(amount: Decimal) -> Decimal | None:
    """Return the same number with two decimals, or with four or more if it is finer."""
    exact = plain(amount, digits=_DIGITS, places=_PLACES)
    if exact is None:
        return None
    cents = EXACT.add(exact, _CENTS)
    return cents if cents.same_quantum(_CENTS) else EXACT.add(exact, _FINER)


@final
class TaxBasis(Enum):
    """Whether a sum counts value-added tax. Sums of two bases are not compared."""

    BEFORE_TAX = "before-tax"
    """HT, *hors taxes*."""
    TAX_INCLUDED = "tax-included"
    """TTC, *toutes taxes comprises*."""
    NET = "net"
    """Net of every deduction, as some foundations say."""
    UNSPECIFIED = "unspecified"
    """The source does not say."""


def _is_upper(amount: "Amount", _: "Attribute[Money | None]", upper: Money | None) -> None:
    check_upper(amount.exactness, amount.money, upper)


@final
@frozen(weakref_slot=False, repr=False, field_transformer=checked)
class Amount(Compound):
    """A sum as a source states it: with its tax basis, and how exact it is.

    Documents write the sum alone where the rest is silent.

    >>> cap = Amount(Money("50000"), exactness=Exactness.AT_MOST)
    >>> print(cap)
    50000.00 EUR; exactness=at-most

    :raises InvalidValue: ``VAL401`` if an upper bound is there without *between*, is
        missing with it, or lies below the sum.
    """

    money: Money
    exactness: Exactness = Exactness.EXACT
    upper: Money | None = field(default=None, validator=_is_upper)
    basis: TaxBasis = TaxBasis.UNSPECIFIED

    def admits(self, money: Money) -> Ternary:
        """Tell whether the true sum may be that one.

        >>> Amount(Money("50000"), Exactness.AT_MOST).admits(Money("50000.01"))
        <Ternary.NO: 'no'>
        """
        if money.currency != self.money.currency:
            return Ternary.UNDETERMINED
        upper = None if self.upper is None else self.upper.sum
        return admits(self.exactness, self.money.sum, upper, money.sum)

    def in_words(self, language: Language) -> str:
        """Return the amount as a person says it.

        >>> Amount(Money(50000), Exactness.AT_MOST, basis=TaxBasis.TAX_INCLUDED).in_words("en")
        'at most €50,000 including tax'
        """
        text = said(self.exactness, self.money, self.upper, language)
        if self.basis is TaxBasis.UNSPECIFIED:
            return text
        return f"{text} {word('tax-basis', self.basis.value, language)}"
