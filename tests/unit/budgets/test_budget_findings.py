"""What rules on budgets say: the sums on each side, and the sum that a document states."""

from typing import Final

import territoires_participatifs as tp

KIND: Final = tp.Nature.IN_KIND


def _line(side: tp.Side, euros: int, nature: tp.Nature = tp.Nature.CASH) -> tp.BudgetLine:
    return tp.BudgetLine(side=side, amount=tp.Amount(tp.Money(euros)), nature=nature)


def _found(
    *lines: tp.BudgetLine, total: int | None = None, language: tp.Language = "en"
) -> list[str]:
    stated = None if total is None else tp.Amount(tp.Money(total))
    budget = tp.Budget(lines=lines, lines_complete=tp.Ternary.YES, total=stated)
    report = tp.check(tp.Application(id="file", budgets=(budget,)))
    return [each.message(language) for each in report]


def test_each_side_is_told_with_its_own_sum() -> None:
    expense, income = _line(tp.Side.EXPENSE, 100), _line(tp.Side.INCOME, 90)
    assert _found(income, expense) == ["The expenses make €100, and the incomes €90."]


def test_what_is_given_in_kind_is_told_by_its_name() -> None:
    lines = (_line(tp.Side.EXPENSE, 100), _line(tp.Side.INCOME, 100))
    given = (_line(tp.Side.EXPENSE, 30, KIND), _line(tp.Side.INCOME, 20, KIND))
    assert _found(*lines, *given) == ["The expenses make €30 (in kind), and the incomes €20."]
    assert _found(*lines, *given, language="fr") == [
        "Les dépenses font 30\N{NO-BREAK SPACE}€ (en nature), et les recettes 20\N{NO-BREAK SPACE}€."
    ]


def test_work_of_volunteers_is_told_by_its_name() -> None:
    lines = (_line(tp.Side.EXPENSE, 100), _line(tp.Side.INCOME, 100))
    given = _line(tp.Side.INCOME, 20, tp.Nature.VOLUNTEER)
    assert _found(*lines, given) == ["The expenses make €0 (volunteer time), and the incomes €20."]


def test_a_stated_total_is_told_beside_the_sum() -> None:
    expense, income = _line(tp.Side.EXPENSE, 100), _line(tp.Side.INCOME, 100)
    assert _found(expense, income, total=120) == [
        "The known expenses make €100, and the stated total is €120."
    ]


def test_sums_of_more_digits_than_money_has_are_not_compared() -> None:
    huge = _line(tp.Side.EXPENSE, 999_999_999_999_999)
    assert _found(huge, huge, _line(tp.Side.INCOME, 1), total=1_000) == []
