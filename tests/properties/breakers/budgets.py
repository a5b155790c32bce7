"""How to spoil budgets."""

from typing import Final

from breakers.base import Breaker, call, put

import territoires_participatifs as tp


def _amount(euros: int, basis: tp.TaxBasis = tp.TaxBasis.UNSPECIFIED) -> tp.Amount:
    return tp.Amount(tp.Money(euros), basis=basis)


def _line(side: tp.Side, amount: tp.Amount, nature: tp.Nature = tp.Nature.CASH) -> tp.BudgetLine:
    return tp.BudgetLine(side=side, amount=amount, nature=nature)


def _budget(*lines: tp.BudgetLine, total: tp.Amount | None = None) -> Breaker:
    budget = tp.Budget(lines=lines, lines_complete=tp.Ternary.YES, total=total)
    return put(tp.Application(id="x-file", budgets=(budget,)))


ONE: Final = (tp.Contribution(amount=_amount(100)),)

BREAKERS: Final[dict[str, Breaker]] = {
    "BUD001": call(envelopes=(tp.Envelope(amount=_amount(90), contributions=ONE),)),
    "BUD002": put(
        tp.Application(
            id="x-file",
            funding=tp.FundingPlan(
                contributions=ONE, contributions_complete=tp.Ternary.YES, total=_amount(120)
            ),
        )
    ),
    "BUD003": _budget(_line(tp.Side.EXPENSE, _amount(100)), _line(tp.Side.INCOME, _amount(90))),
    "BUD004": _budget(_line(tp.Side.EXPENSE, _amount(100)), total=_amount(110)),
    "BUD005": _budget(
        _line(tp.Side.EXPENSE, _amount(100, tp.TaxBasis.BEFORE_TAX)),
        _line(tp.Side.INCOME, _amount(100, tp.TaxBasis.TAX_INCLUDED)),
    ),
    "BUD006": _budget(
        _line(tp.Side.EXPENSE, _amount(100), tp.Nature.IN_KIND),
        _line(tp.Side.INCOME, _amount(100)),
    ),
}
