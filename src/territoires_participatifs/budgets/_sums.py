"""Sums of amounts: exact, in one currency and on one tax basis, or not told at all."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final, Self, TypeAlias, TypeGuard, final

from attrs import frozen

from territoires_participatifs.budgets._aid import Nature
from territoires_participatifs.budgets._model import BudgetLine, Contribution
from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values.decimals import EXACT
from territoires_participatifs.values.money import Amount, Money, TaxBasis
from territoires_participatifs.values.quantities import Exactness
from territoires_participatifs.values.ternary import Ternary

Part: TypeAlias = BudgetLine | Contribution
"""What has an amount and a nature."""

_LIMITED: Final = frozenset({Exactness.EXACT, Exactness.AT_MOST})
"""What a stated sum must be for its parts not to exceed it."""


@final
@frozen
class Unit:
    """What amounts must share to be added: a currency and a tax basis."""

    currency: str
    basis: TaxBasis

    @classmethod
    def of(cls, amount: Amount) -> Self:
        """Return the unit of an amount."""
        return cls(amount.money.currency, amount.basis)

    def fits(self, amount: Amount | None) -> TypeGuard[Amount]:
        """Whether an amount is known, exact and in this unit."""
        if amount is None or amount.exactness is not Exactness.EXACT:
            return False
        return Unit.of(amount) == self

    def total(self, amounts: Iterable[Amount | None]) -> Amount | None:
        """Return the sum of some amounts, nothing at all for none of them.

        None if it can't be told: one of them does not fit, or money has not so many digits.
        """
        total = Decimal(0)
        for each in amounts:
            if not self.fits(each):
                return None
            total = EXACT.add(total, each.money.sum)
        try:
            return Amount(Money(total, self.currency), basis=self.basis)
        except InvalidValue:
            return None


def unlike(one: Iterable[Part], other: Iterable[Part]) -> tuple[Amount, Amount] | None:
    """Return the sums of two groups of parts if both can be told, and differ."""
    groups = [[each.amount for each in group] for group in (one, other)]
    known = (each for group in groups for each in group if each is not None)
    units = [Unit.of(each) for each in known]
    if not units:
        return None
    first, second = (units[0].total(group) for group in groups)
    if first is None or second is None or first == second:
        return None
    return first, second


def against(stated: Amount | None, parts: Sequence[Part], complete: Ternary) -> Amount | None:
    """Return the sum of some parts if it contradicts the sum that a document states for them.

    What is known of the money among them does not exceed a stated sum that is exact, or a most.
    If no part is missing and the amount of each is known, they make an exact one; whether with
    what is given in kind, or in money alone, is left to the document.
    """
    if stated is None or stated.exactness not in _LIMITED or not parts:
        return None
    unit = Unit.of(stated)
    cash = [each.amount for each in parts if each.nature is Nature.CASH]
    known = unit.total(each for each in cash if unit.fits(each))
    if known is not None and known.money > stated.money:
        return known
    if not complete.is_yes or stated.exactness is not Exactness.EXACT:
        return None
    total = unit.total(each.amount for each in parts)
    return None if stated in {total, unit.total(cash)} else total
