"""Sums of which not every part is sure: what they are at least, and at most."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple, final

from territoires_participatifs.budgets import Unit
from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values.bounds import Number, Range, amount_fits
from territoires_participatifs.values.decimals import EXACT
from territoires_participatifs.values.money import Amount, Money
from territoires_participatifs.values.quantities import Exactness
from territoires_participatifs.values.ternary import Ternary

_ZERO: Final = Decimal(0)
_HALF: Final = Decimal("0.5")
_TWICE: Final = Decimal(2)


@final
class Item(NamedTuple):
    """A part of a sum: whether it is counted, how much it is, and where it stands."""

    counted: Ternary
    amount: Amount | None
    place: str


def bounds_of(items: Sequence[Item], unit: Unit, *, complete: bool) -> Range:
    """Return what the counted items come to, at least and at most, in one unit.

    An amount may be below nothing: where one is unknown, so is what they come to at least. What is
    in another unit is more than nothing, or less, in any.

    >>> from territoires_participatifs.values import TaxBasis
    >>> euros = Unit("EUR", TaxBasis.UNSPECIFIED)
    >>> some = [
    ...     Item(Ternary.YES, Amount(Money(3)), ""),
    ...     Item(Ternary.UNDETERMINED, Amount(Money(2)), ""),
    ... ]
    >>> bounds_of(some, euros, complete=True)[:2]
    (Decimal('3.00'), Decimal('5.00'))
    """
    reaches = [_reach_of(each, unit) for each in items if not each.counted.is_no]
    upper = _added(each.upper for each in reaches) if complete else None
    return Range(_added(each.lower for each in reaches), upper)


def _added(ends: Iterable[Decimal | None]) -> Decimal | None:
    total = _ZERO
    for each in ends:
        if each is None:
            return None
        total = EXACT.add(total, each)
    return total


@final
class Reach(NamedTuple):
    """The sums that an amount may be, its ends included; None for no end."""

    lower: Decimal | None
    upper: Decimal | None


def reach(amount: Amount) -> Reach:
    """Return the sums that an amount may be.

    >>> reach(Amount(Money(8), Exactness.ABOUT)), reach(Amount(Money(8), Exactness.AT_MOST))
    (Reach(lower=Decimal('4.000'), upper=Decimal('16.00')), Reach(lower=None, upper=Decimal('8.00')))
    """
    number = amount.money.sum
    match amount.exactness:
        case Exactness.AT_LEAST | Exactness.MORE_THAN:
            return Reach(number, None)
        case Exactness.AT_MOST | Exactness.LESS_THAN:
            return Reach(None, number)
        case Exactness.ABOUT:
            ends = sorted((EXACT.multiply(number, _HALF), EXACT.multiply(number, _TWICE)))
            return Reach(ends[0], ends[1])
        case _:
            return Reach(number, number if amount.upper is None else amount.upper.sum)


def _reach_of(item: Item, unit: Unit) -> Reach:
    """Return what an item adds to a sum in a unit."""
    if item.amount is None:
        return Reach(None, None)
    found = reach(item.amount)
    if Unit.of(item.amount) != unit:
        found = Reach(
            None if found.lower is None or found.lower < 0 else _ZERO,
            None if found.upper is None or found.upper > 0 else _ZERO,
        )
    if item.counted.is_yes:
        return found
    lower, upper = found
    return Reach(
        None if lower is None else min(lower, _ZERO), None if upper is None else max(upper, _ZERO)
    )


def is_something(amount: Amount | None) -> Ternary:
    """Tell whether an amount is more than nothing.

    >>> is_something(Amount(Money(5), Exactness.AT_MOST)), is_something(Amount(Money(0)))
    (<Ternary.UNDETERMINED: 'undetermined'>, <Ternary.NO: 'no'>)
    """
    if amount is None:
        return Ternary.UNDETERMINED
    return amount_fits(Amount(Money(0, amount.money.currency), Exactness.MORE_THAN), amount)


def refined(told: Amount | None, counted: Amount | None) -> Amount | None:
    """Return a sum as a document states it, as far as its parts leave it open.

    An exact sum stands, and so does one that its parts contradict or can't be compared with.

    >>> refined(Amount(Money(9), Exactness.ABOUT), Amount(Money(8)))
    Amount.parse('8.00 EUR')
    """
    if told is None or counted is None:
        return told or counted
    one, other = reach(told), reach(counted)
    lower = max((e.lower for e in (one, other) if e.lower is not None), default=None)
    upper = min((e.upper for e in (one, other) if e.upper is not None), default=None)
    unlike = Unit.of(told) != Unit.of(counted) or told.exactness is Exactness.EXACT
    if unlike or (lower is not None and upper is not None and lower > upper):
        return told
    return stated(Range(lower, upper), Unit.of(told))


def unit_of(amounts: Iterable[Amount | None]) -> Unit | None:
    """Return the unit of the first amount that is known."""
    return next((Unit.of(each) for each in amounts if each is not None), None)


def stated(found: Range, unit: Unit) -> Amount | None:
    """Return a range of sums as an amount; None if it has no end, or too many digits for money."""
    try:
        lower, upper = (
            None if each is None else Money(_decimal(each), unit.currency) for each in found[:2]
        )
    except InvalidValue:
        return None
    if lower is None:
        return None if upper is None else Amount(upper, Exactness.AT_MOST, basis=unit.basis)
    if upper is None:
        return Amount(lower, Exactness.AT_LEAST, basis=unit.basis)
    if lower == upper:
        return Amount(lower, basis=unit.basis)
    return Amount(lower, Exactness.BETWEEN, upper, unit.basis)


def _decimal(number: Number) -> Decimal:
    """Return a sum as a decimal, which it is made of."""
    return number if isinstance(number, Decimal) else Decimal(int(number))


def in_per_cent(part: Range, whole: Amount | None, unit: Unit) -> Range | None:
    """Return what share of a whole some sums are; None if it can't be told."""
    if whole is None or not unit.fits(whole) or whole.money.sum <= 0:
        return None
    of = Fraction(whole.money.sum) / 100
    lower, upper = (None if each is None else Fraction(each) / of for each in part[:2])
    return Range(lower, upper)
