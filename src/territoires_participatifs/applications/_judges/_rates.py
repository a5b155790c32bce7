"""Shares by exact fractions: never rounded, and shown as rates."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from territoires_participatifs.applications._judges._answers import fact_found
from territoires_participatifs.applications._results import ComparedFact
from territoires_participatifs.budgets import Unit
from territoires_participatifs.calls import Costed
from territoires_participatifs.values.bounds import Range
from territoires_participatifs.values.money import Amount
from territoires_participatifs.values.quantities import Rate, RateBase
from territoires_participatifs.values.ternary import Ternary

COST_OF: Final = {
    RateBase.TOTAL_COST: Costed.TOTAL,
    RateBase.ELIGIBLE_EXPENSE: Costed.ELIGIBLE,
}
"""The costs that rates are shares of."""


def range_fits(at_least: Rate | None, at_most: Rate | None, found: Range) -> Ternary:
    """Tell whether a share, between two bounds in per cent, lies between a least and a most.

    >>> range_fits(None, Rate("80"), Range(Fraction(80), Fraction(80)))
    <Ternary.YES: 'yes'>
    >>> range_fits(Rate("20"), None, Range(Fraction(10), None))
    <Ternary.UNDETERMINED: 'undetermined'>
    """
    least, most = (None if each is None else Fraction(each.percent) for each in (at_least, at_most))
    limit = Range(least, most)
    if limit.misses(found):
        return Ternary.NO
    return Ternary.of(True if limit.holds(found) else None)


def exactly(share: Fraction) -> Range:
    """Return the range of a share that is known."""
    return Range(share, share)


def share_of(part: Amount | None, whole: Amount | None) -> Fraction | None:
    """Return a part of a whole in per cent, if both are exact and can stand beside each other.

    >>> from territoires_participatifs.values import Money
    >>> share_of(Amount(Money(1)), Amount(Money(3)))
    Fraction(100, 3)
    """
    if part is None or whole is None or whole.money.sum <= 0:
        return None
    unit = Unit.of(whole)
    if not (unit.fits(part) and unit.fits(whole)):
        return None
    return Fraction(part.money.sum) * 100 / Fraction(whole.money.sum)


_PLACES: Final = Fraction(10_000)
_LARGEST: Final = 1_000_000


def shown(share: Fraction, base: RateBase) -> Rate | None:
    """Return a share as a rate to four decimals; None if it is none that a rate can hold.

    >>> shown(Fraction(100, 3), RateBase.GRANT)
    Rate.parse('33.3333; base=grant')
    """
    if not 0 <= share < _LARGEST - 1:
        return None
    return Rate(Decimal(round(share * _PLACES)) / Decimal(int(_PLACES)), base)


def share_found(
    name: str, share: Range, base: RateBase, place: str | None = None
) -> tuple[ComparedFact, ...]:
    """Return a share as a fact, if it is known: what it is at least is not what it is."""
    known = share.lower is not None and share.lower == share.upper
    rate = shown(Fraction(share.lower), base) if known and share.lower is not None else None
    return () if rate is None else (fact_found(name=name, rate=rate, place=place),)
