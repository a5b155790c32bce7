"""Whether what is stated keeps within a limit, from both sides of each."""

from itertools import product
from typing import Final

import pytest

import territoires_participatifs as tp
from territoires_participatifs.values.bounds import amount_fits, count_fits

YES, NO, UNSURE = tp.Ternary.YES, tp.Ternary.NO, tp.Ternary.UNDETERMINED
X: Final = tp.Exactness


@pytest.mark.parametrize(
    ("limit", "found", "met"),
    [
        (tp.Count(10, X.AT_LEAST), tp.Count(10), YES),
        (tp.Count(10, X.AT_LEAST), tp.Count(9), NO),
        (tp.Count(10, X.MORE_THAN), tp.Count(10), NO),
        (tp.Count(10, X.MORE_THAN), tp.Count(11), YES),
        (tp.Count(10, X.AT_MOST), tp.Count(10), YES),
        (tp.Count(10, X.AT_MOST), tp.Count(11), NO),
        (tp.Count(10, X.LESS_THAN), tp.Count(10), NO),
        (tp.Count(10, X.LESS_THAN), tp.Count(9), YES),
        (tp.Count(10), tp.Count(10), YES),
        (tp.Count(10), tp.Count(11), NO),
        (tp.Count(2, X.BETWEEN, 4), tp.Count(2), YES),
        (tp.Count(2, X.BETWEEN, 4), tp.Count(4), YES),
        (tp.Count(2, X.BETWEEN, 4), tp.Count(1), NO),
        (tp.Count(2, X.BETWEEN, 4), tp.Count(5), NO),
        (tp.Count(10, X.ABOUT), tp.Count(10), UNSURE),
        (tp.Count(10, X.ABOUT), tp.Count(21), NO),
        (tp.Count(10, X.ABOUT), tp.Count(4), NO),
        (tp.Count(10, X.AT_LEAST), tp.Count(12, X.AT_LEAST), YES),
        (tp.Count(10, X.AT_LEAST), tp.Count(9, X.AT_LEAST), UNSURE),
        (tp.Count(10, X.AT_LEAST), tp.Count(9, X.AT_MOST), NO),
        (tp.Count(10, X.AT_LEAST), tp.Count(10, X.AT_MOST), UNSURE),
        (tp.Count(10, X.AT_LEAST), tp.Count(10, X.LESS_THAN), NO),
        (tp.Count(10, X.MORE_THAN), tp.Count(10, X.AT_MOST), NO),
        (tp.Count(10, X.MORE_THAN), tp.Count(10, X.MORE_THAN), YES),
        (tp.Count(10, X.MORE_THAN), tp.Count(10, X.AT_LEAST), UNSURE),
        (tp.Count(10, X.LESS_THAN), tp.Count(10, X.LESS_THAN), YES),
        (tp.Count(10, X.LESS_THAN), tp.Count(10, X.AT_MOST), UNSURE),
        (tp.Count(10, X.AT_MOST), tp.Count(8, X.ABOUT), UNSURE),
        (tp.Count(10, X.AT_MOST), tp.Count(5, X.ABOUT), YES),
        (tp.Count(10, X.AT_MOST), None, UNSURE),
    ],
)
def test_numbers_of_things(limit: tp.Count, found: tp.Count | None, met: tp.Ternary) -> None:
    assert count_fits(limit, found) is met


@pytest.mark.parametrize(
    ("lower", "upper", "number"),
    [each for each in product(range(4), range(4), range(5)) if each[0] <= each[1]],
)
def test_a_range_admits_what_lies_between_its_ends(lower: int, upper: int, number: int) -> None:
    limit = tp.Count(lower, X.BETWEEN, upper)
    assert count_fits(limit, tp.Count(number)) is tp.Ternary.of(lower <= number <= upper)


def euros(number: str, basis: tp.TaxBasis = tp.TaxBasis.UNSPECIFIED) -> tp.Amount:
    return tp.Amount(tp.Money(number), basis=basis)


HT, TTC = tp.TaxBasis.BEFORE_TAX, tp.TaxBasis.TAX_INCLUDED


@pytest.mark.parametrize(
    ("limit", "found", "met"),
    [
        (tp.Amount(tp.Money("3000"), X.AT_MOST), euros("3000"), YES),
        (tp.Amount(tp.Money("3000"), X.AT_MOST), euros("3000.01"), NO),
        (tp.Amount(tp.Money("3000"), X.AT_MOST), euros("3000", HT), YES),
        (tp.Amount(tp.Money("3000"), X.AT_MOST, basis=HT), euros("3000", HT), YES),
        (tp.Amount(tp.Money("3000"), X.AT_MOST, basis=HT), euros("1"), UNSURE),
        (tp.Amount(tp.Money("3000"), X.AT_MOST, basis=HT), euros("1", TTC), UNSURE),
        (tp.Amount(tp.Money("3000"), X.AT_MOST), tp.Amount(tp.Money("1", "CHF")), UNSURE),
        (tp.Amount(tp.Money("1"), X.BETWEEN, tp.Money("2")), euros("2.01"), NO),
        (tp.Amount(tp.Money("1"), X.ABOUT), euros("1"), UNSURE),
        (tp.Amount(tp.Money("1"), X.AT_MOST), None, UNSURE),
    ],
)
def test_sums(limit: tp.Amount, found: tp.Amount | None, met: tp.Ternary) -> None:
    assert amount_fits(limit, found) is met
