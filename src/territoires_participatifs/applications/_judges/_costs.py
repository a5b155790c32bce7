"""What a project costs, by the budgets of an application."""

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple, TypeAlias, final

from territoires_participatifs.applications._judges._answers import (
    Answer,
    fact_found,
    joined,
    lacks,
)
from territoires_participatifs.applications._judges._facts import Facts
from territoires_participatifs.applications._judges._sums import refined
from territoires_participatifs.budgets import Budget, BudgetLine, Nature, Side, Unit
from territoires_participatifs.calls import Costed
from territoires_participatifs.values.bounds import amount_fits
from territoires_participatifs.values.money import Amount
from territoires_participatifs.values.quantities import Exactness
from territoires_participatifs.values.ternary import Ternary


@final
class Placed(NamedTuple):
    """A budget, and where it stands."""

    budget: Budget
    place: str


BUDGETS: Final = "/budgets"

Budgets: TypeAlias = tuple[Placed, ...]


def readings(facts: Facts) -> tuple[Budgets, ...]:
    """Return what may be the budget of the project: one budget, or those of its years.

    A budget of no year beside those of years may be of the whole, or of another year. None if
    several are of no year, since it can't be told which one is the project's.

    >>> from territoires_participatifs.applications import Application
    >>> from territoires_participatifs.calls import Call
    >>> both = (Budget(label="projet"), Budget(label="structure"))
    >>> readings(Facts(Application(id="a", budgets=both), Call(id="c"), None, None))
    ()
    """
    held = enumerate(facts.application.budgets or ())
    placed = tuple(Placed(each, f"{BUDGETS}/{index}") for index, each in held)
    whole = _of_no_year(placed)
    if not placed or len(whole) > 1:
        return ()
    return (whole, placed) if whole and whole != placed else (placed,)


def project_budgets(facts: Facts) -> Budgets:
    """Return the budget of the project, or those of its years; none if it can't be told which."""
    found = readings(facts)
    return found[0] if len(found) == 1 else ()


def _of_no_year(budgets: Budgets) -> Budgets:
    return tuple(each for each in budgets if each.budget.period is None)


def by_reading(facts: Facts, judge: Callable[[Budgets], Answer]) -> Answer:
    """Return what a question about the budget comes to, however the budgets are read."""
    found = readings(facts)
    if not found:
        return lacks("budget", BUDGETS)
    answers = [judge(each) for each in found]
    if len({each.met for each in answers}) == 1 and not answers[0].met.is_undetermined:
        return answers[0]
    if len(answers) == 1:
        return answers[0]
    gaps = [lacks("budget-period", f"{each.place}/period") for each in found[0]]
    return joined(Ternary.UNDETERMINED, [*answers, *gaps])


def total_of(budget: Budget) -> Amount | None:
    """Return what a budget comes to: as it states, and by its expenses if none is missing.

    Whether what is given in kind is a cost is left open: the sum then lies between two.
    """
    return refined(budget.total, _counted(budget))


def _counted(budget: Budget) -> Amount | None:
    if not budget.lines_complete.is_yes:
        return None
    expenses = [each for each in budget.lines or () if each.side is Side.EXPENSE]
    whole = sum_of(each.amount for each in expenses)
    cash = sum_of(each.amount for each in expenses if each.nature is Nature.CASH)
    if whole is None or cash is None or cash == whole:
        return whole
    return spread(cash, whole)


def spread(one: Amount, other: Amount) -> Amount:
    """Return the sum that lies between two."""
    lower, upper = sorted((one.money, other.money))
    return Amount(lower, Exactness.BETWEEN, upper, one.basis)


def sum_of(amounts: Iterable[Amount | None]) -> Amount | None:
    """Return the sum of some amounts; None if there is none, or if it can't be told."""
    held = tuple(amounts)
    first = held[0] if held else None
    return None if first is None else Unit.of(first).total(held)


def cost_of(budgets: Budgets, of: Costed) -> Amount | None:
    """Return what some budgets come to, in all or in eligible expenses, if it can be told."""
    costs = [
        total_of(each.budget) if of is Costed.TOTAL else each.budget.eligible for each in budgets
    ]
    return costs[0] if len(costs) == 1 else sum_of(costs)


def sure_cost(facts: Facts, of: Costed) -> Amount | None:
    """Return what the project costs, if it is the same however the budgets are read."""
    costs = [cost_of(each, of) for each in readings(facts)]
    return costs[0] if costs and all(each == costs[0] for each in costs) else None


def compared(limit: Amount, found: Amount | None, name: str, place: str) -> Answer:
    """Hold an amount against a limit."""
    if found is None:
        return lacks(name, place)
    fact = fact_found(name=name, amount=found, place=place)
    met = amount_fits(limit, found)
    return Answer(met, (fact,), lacks("comparable-amount", place).missing, (place,))


def expenses_of(placed: Placed) -> list[tuple[str, BudgetLine]]:
    """Return the expenses of a budget, with their places."""
    lines = enumerate(placed.budget.lines or ())
    return [(f"{placed.place}/lines/{i}", e) for i, e in lines if e.side is Side.EXPENSE]


def all_told(budgets: Iterable[Placed]) -> Ternary:
    """Tell whether no line of some budgets is missing."""
    held = list(budgets)
    return Ternary.of(True if held and not untold(held) else None)


def untold(budgets: Iterable[Placed]) -> list[Answer]:
    """Return what is missing to know all the lines of some budgets."""
    return [
        lacks("lines-complete", f"{each.place}/lines_complete")
        for each in budgets
        if each.budget.lines is None or not each.budget.lines_complete.is_yes
    ]
