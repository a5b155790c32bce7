"""Whether a stated quantity keeps within a limit: all that it may be, against all that is admitted."""

from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple, TypeAlias, final

from territoires_participatifs.values.money import Amount, TaxBasis
from territoires_participatifs.values.quantities import Count, Exactness
from territoires_participatifs.values.ternary import Ternary

Number: TypeAlias = int | Decimal | Fraction

_UNSURE: Final = frozenset({Exactness.ABOUT})


@final
class Range(NamedTuple):
    """The numbers from a lower one to an upper one; None for no end."""

    lower: Number | None
    upper: Number | None
    lower_included: bool = True
    upper_included: bool = True

    def holds(self, other: "Range") -> bool:
        """Whether every number of another range is one of this."""
        return self._begins_before(other) and self._ends_after(other)

    def misses(self, other: "Range") -> bool:
        """Whether no number of another range is one of this."""
        return _is_beyond(self, other) or _is_beyond(other, self)

    def _begins_before(self, other: "Range") -> bool:
        if self.lower is None or other.lower is None:
            return self.lower is None
        if self.lower == other.lower:
            return self.lower_included or not other.lower_included
        return self.lower < other.lower

    def _ends_after(self, other: "Range") -> bool:
        if self.upper is None or other.upper is None:
            return self.upper is None
        if self.upper == other.upper:
            return self.upper_included or not other.upper_included
        return self.upper > other.upper


def _is_beyond(one: Range, other: Range) -> bool:
    """Whether one range begins after the other has ended."""
    if one.lower is None or other.upper is None:
        return False
    if one.lower == other.upper:
        return not (one.lower_included and other.upper_included)
    return one.lower > other.upper


def _range(exactness: Exactness, number: Number, upper: Number | None) -> Range:
    match exactness:
        case Exactness.AT_LEAST | Exactness.MORE_THAN:
            return Range(number, None, lower_included=exactness is Exactness.AT_LEAST)
        case Exactness.AT_MOST | Exactness.LESS_THAN:
            return Range(None, number, upper_included=exactness is Exactness.AT_MOST)
        case Exactness.ABOUT:
            return Range(Fraction(number) / 2, Fraction(number) * 2)
        case Exactness.BETWEEN:
            return Range(number, upper)
        case _:
            return Range(number, number)


def _fits(limit: Range, found: Range, *, sure: bool) -> Ternary:
    if limit.misses(found):
        return Ternary.NO
    return Ternary.of(True if sure and limit.holds(found) else None)


def count_fits(limit: Count, found: Count | None) -> Ternary:
    """Tell whether a number of things keeps within a limit.

    >>> limit = Count(10, Exactness.AT_MOST)
    >>> count_fits(limit, Count(10)), count_fits(limit, Count(11))
    (<Ternary.YES: 'yes'>, <Ternary.NO: 'no'>)
    >>> count_fits(limit, Count(8, Exactness.ABOUT))
    <Ternary.UNDETERMINED: 'undetermined'>
    """
    if found is None:
        return Ternary.UNDETERMINED
    return _fits(
        _range(limit.exactness, limit.value, limit.upper),
        _range(found.exactness, found.value, found.upper),
        sure=limit.exactness not in _UNSURE,
    )


def amount_fits(limit: Amount, found: Amount | None) -> Ternary:
    """Tell whether a sum keeps within a limit, which must be in its currency.

    A limit that tells no tax basis is compared with sums of any; a sum of another basis than
    the limit's can't be compared with it.

    >>> from territoires_participatifs.values import Money
    >>> limit = Amount(Money("25000"), Exactness.LESS_THAN, basis=TaxBasis.TAX_INCLUDED)
    >>> amount_fits(limit, Amount(Money("24999.99"), basis=TaxBasis.TAX_INCLUDED))
    <Ternary.YES: 'yes'>
    >>> amount_fits(limit, Amount(Money("24999.99")))
    <Ternary.UNDETERMINED: 'undetermined'>
    """
    if found is None or found.money.currency != limit.money.currency:
        return Ternary.UNDETERMINED
    if limit.basis not in {TaxBasis.UNSPECIFIED, found.basis}:
        return Ternary.UNDETERMINED
    return _fits(_of(limit), _of(found), sure=limit.exactness not in _UNSURE)


def _of(amount: Amount) -> Range:
    upper = None if amount.upper is None else amount.upper.sum
    return _range(amount.exactness, amount.money.sum, upper)
