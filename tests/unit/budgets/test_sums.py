"""Sums of amounts: exact, in one currency and on one tax basis, or not told at all."""

from typing import Final

import pytest

import territoires_participatifs as tp
from territoires_participatifs.budgets._sums import Unit, against, unlike

EUROS: Final = Unit("EUR", tp.TaxBasis.UNSPECIFIED)
GREATEST: Final = tp.Money("999999999999999.99")


def _amount(euros: str, basis: tp.TaxBasis = tp.TaxBasis.UNSPECIFIED) -> tp.Amount:
    return tp.Amount(tp.Money(euros), basis=basis)


def _lines(*euros: str, nature: tp.Nature = tp.Nature.CASH) -> list[tp.BudgetLine]:
    return [
        tp.BudgetLine(side=tp.Side.EXPENSE, nature=nature, amount=_amount(each)) for each in euros
    ]


def test_cents_are_added_exactly() -> None:
    assert EUROS.total([_amount("0.10"), _amount("0.20")]) == _amount("0.30")


def test_no_amounts_make_nothing_in_that_unit() -> None:
    assert Unit("CHF", tp.TaxBasis.NET).total([]) == tp.Amount(
        tp.Money(0, "CHF"), basis=tp.TaxBasis.NET
    )


@pytest.mark.parametrize(
    "odd",
    [
        None,
        tp.Amount(tp.Money(1), tp.Exactness.ABOUT),
        tp.Amount(tp.Money(1), tp.Exactness.AT_MOST),
        tp.Amount(tp.Money(1, "CHF")),
        _amount("1", tp.TaxBasis.BEFORE_TAX),
    ],
)
def test_one_amount_that_does_not_fit_leaves_the_sum_untold(odd: tp.Amount | None) -> None:
    assert not EUROS.fits(odd)
    assert EUROS.total([_amount("1"), odd]) is None


def test_a_sum_of_more_digits_than_money_has_is_not_told() -> None:
    assert EUROS.total([tp.Amount(GREATEST), _amount("0.01")]) is None


def test_two_groups_are_unlike_by_one_cent() -> None:
    assert unlike(_lines("1", "2"), _lines("3")) is None
    assert unlike(_lines("1", "2"), _lines("3.01")) == (_amount("3"), _amount("3.01"))


def test_a_group_of_none_makes_nothing_beside_another() -> None:
    assert unlike(_lines("1"), []) == (_amount("1"), _amount("0"))
    assert unlike([], _lines("1")) == (_amount("0"), _amount("1"))
    assert unlike([], []) is None


def test_a_huge_group_is_unlike_none() -> None:
    assert unlike(_lines("999999999999999", "999999999999999"), _lines("1")) is None


def test_a_huge_sum_is_against_none() -> None:
    huge = _lines("999999999999999", "999999999999999")
    assert against(_amount("1"), huge, tp.Ternary.YES) is None


def test_the_sum_that_contradicts_is_returned() -> None:
    kind = _lines("2", nature=tp.Nature.IN_KIND)
    assert against(_amount("4"), [*_lines("1"), *kind], tp.Ternary.YES) == _amount("3")
    assert against(_amount("0.99"), [*_lines("1"), *kind], tp.Ternary.YES) == _amount("1")
