"""Sums that are known from a least to a most, exactly, in one currency and on one tax basis."""

from collections.abc import Iterable
from decimal import ROUND_FLOOR, Decimal
from typing import Final, NamedTuple, final

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values.decimals import EXACT
from territoires_participatifs.values.money import Amount, Money, TaxBasis
from territoires_participatifs.values.quantities import Exactness
from territoires_participatifs.values.ternary import Ternary

ZERO: Final = Decimal(0)
_CENT: Final = Decimal("0.01")
_MILLIONTH: Final = Decimal("0.000001")
_HUNDREDTH: Final = Decimal("0.01")
_HALF: Final = Decimal("0.5")


@final
class Extent(NamedTuple):
    """A sum, from a least to a most; no most stands for one that nobody knows."""

    least: Decimal
    most: Decimal | None

    @property
    def is_sure(self) -> bool:
        """Whether the sum is known."""
        return self.least == self.most

    def plus(self, other: "Extent") -> "Extent":
        """Return the sum with another one added."""
        open_ = self.most is None or other.most is None
        most = None if open_ else EXACT.add(self.most or ZERO, other.most or ZERO)
        return Extent(EXACT.add(self.least, other.least), most)

    def minus(self, other: "Extent") -> "Extent":
        """Return the sum with another one taken off, never less than nothing."""
        least = ZERO if other.most is None else EXACT.subtract(self.least, other.most)
        most = None if self.most is None else EXACT.subtract(self.most, other.least)
        return Extent(max(ZERO, least), None if most is None else max(ZERO, most))

    def times(self, percent: "Extent") -> "Extent":
        """Return a share of the sum, in per cent."""
        least = EXACT.multiply(EXACT.multiply(self.least, percent.least), _HUNDREDTH)
        if self.most is None or percent.most is None:
            return Extent(least, None)
        return Extent(least, EXACT.multiply(EXACT.multiply(self.most, percent.most), _HUNDREDTH))

    def capped(self, limit: "Extent") -> "Extent":
        """Return the lesser of the sum and a limit."""
        mosts = [each for each in (self.most, limit.most) if each is not None]
        return Extent(min(self.least, limit.least), min(mosts, default=None))

    def reaches(self, other: "Extent") -> Ternary:
        """Tell whether the sum is another one or more."""
        if other.most is not None and self.least >= other.most:
            return Ternary.YES
        return Ternary.of(False if self.most is not None and self.most < other.least else None)

    def beside(self, other: "Extent") -> "Extent":
        """Return the sum that is either this one or another one."""
        open_ = self.most is None or other.most is None
        most = None if open_ else max(self.most or ZERO, other.most or ZERO)
        return Extent(min(self.least, other.least), most)

    def at_most(self) -> "Extent":
        """Return the sum that is this one or any lesser one."""
        return Extent(ZERO, self.most)


UNKNOWN: Final = Extent(ZERO, None)
NOTHING: Final = Extent(ZERO, ZERO)


def total(extents: Iterable[Extent]) -> Extent:
    """Return the sum of some sums."""
    found = NOTHING
    for each in extents:
        found = found.plus(each)
    return found


def sure(number: Decimal) -> Extent:
    """Return the extent of what is known."""
    return Extent(number, number)


def _about(size: Decimal) -> Extent:
    """Return the extent of a sum that is approximate: from its half to its double."""
    return Extent(EXACT.multiply(size, _HALF), EXACT.add(size, size))


@final
class Unit(NamedTuple):
    """The currency and the tax basis that sums must share to be held against each other."""

    currency: str
    basis: TaxBasis

    def found(self, amount: Amount | None) -> Extent:
        """Return a sum that an application tells; nobody knows one of another unit."""
        if amount is None or Unit(amount.money.currency, amount.basis) != self:
            return UNKNOWN
        size = amount.money.sum
        if size < ZERO:
            return UNKNOWN
        match amount.exactness:
            case Exactness.AT_LEAST | Exactness.MORE_THAN:
                return Extent(size, None)
            case Exactness.AT_MOST | Exactness.LESS_THAN:
                return Extent(ZERO, size)
            case Exactness.ABOUT:
                return _about(size)
            case _:
                return Extent(size, size if amount.upper is None else amount.upper.sum)

    def takes(self, amount: Amount) -> bool:
        """Whether a limit can be held against sums of this unit; one of no basis goes with all."""
        same = amount.money.currency == self.currency
        return same and amount.basis in {TaxBasis.UNSPECIFIED, self.basis}

    def limit(self, amount: Amount) -> Extent:
        """Return a sum that a call sets as a limit: *at most* and *at least* are in its role."""
        if not self.takes(amount):
            return UNKNOWN
        size = max(ZERO, amount.money.sum)
        if amount.exactness is Exactness.LESS_THAN:
            return sure(max(ZERO, EXACT.subtract(size, _CENT)))
        if amount.exactness is Exactness.BETWEEN and amount.upper is not None:
            return Extent(size, max(ZERO, amount.upper.sum))
        if amount.exactness is Exactness.ABOUT:
            return _about(size)
        return sure(size)

    def stated(self, extent: Extent | None, *, cents: bool = False) -> Amount | None:
        """Return a sum as a source would state it, cut to the cent or to the millionth.

        None where nothing is known of it, or money has not so many digits.
        """
        if extent is None or (extent.most is None and extent.least == ZERO):
            return None
        place = _CENT if cents else _MILLIONTH
        try:
            least = self._money(extent.least, place)
            most = None if extent.most is None else self._money(extent.most, place)
        except InvalidValue:
            return None
        return self._between(least, most)

    def _money(self, number: Decimal, place: Decimal) -> Money:
        return Money(number.quantize(place, ROUND_FLOOR, EXACT), self.currency)

    def _between(self, least: Money, most: Money | None) -> Amount:
        if most is None:
            return Amount(least, Exactness.AT_LEAST, basis=self.basis)
        if least == most:
            return Amount(most, basis=self.basis)
        if least.sum == ZERO:
            return Amount(most, Exactness.AT_MOST, basis=self.basis)
        return Amount(least, Exactness.BETWEEN, most, basis=self.basis)
