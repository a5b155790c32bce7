"""How demands on the money are judged."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

from territoires_participatifs.applications._judges._answers import (
    Answer,
    fact_found,
    joined,
    lacks,
)
from territoires_participatifs.applications._judges._costs import (
    BUDGETS,
    Budgets,
    Placed,
    by_reading,
    compared,
    cost_of,
    sure_cost,
    untold,
)
from territoires_participatifs.applications._judges._expenses import (
    judge_allowed_expenses,
    judge_expense,
)
from territoires_participatifs.applications._judges._facts import Facts
from territoires_participatifs.applications._judges._funding import (
    judge_cumulation,
    judge_funding,
)
from territoires_participatifs.applications._judges._rates import (
    COST_OF,
    exactly,
    range_fits,
    share_of,
    shown,
)
from territoires_participatifs.applications._judges._sums import unit_of
from territoires_participatifs.applications._results import Settler
from territoires_participatifs.budgets import BudgetLine, Nature, Side
from territoires_participatifs.calls import (
    AllowedExpensesDemand,
    BalanceDemand,
    CostDemand,
    Costed,
    CumulationDemand,
    ExpenseDemand,
    FundingDemand,
    GrantDemand,
    RateDemand,
)
from territoires_participatifs.values.money import Amount
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.quantities import Exactness, Rate
from territoires_participatifs.values.ternary import Ternary, all_of, any_of

_REQUESTED: Final = "/requested"

_CAPS: Final = frozenset({Exactness.AT_MOST, Exactness.LESS_THAN})
_FLOORS: Final = frozenset({Exactness.AT_LEAST, Exactness.MORE_THAN})


def judge_grant(demand: GrantDemand, facts: Facts) -> Answer:
    """Hold the aid that is asked for against a floor or a cap."""
    requested = facts.application.requested
    answer = compared(demand.amount, requested, "requested", _REQUESTED)
    if demand.yearly.is_no or requested is None:
        return answer
    missing = lacks("requested-by-year", _REQUESTED).missing
    if demand.yearly.is_undetermined:
        return answer._replace(met=Ternary.UNDETERMINED, missing=missing)
    return answer._replace(met=_in_a_year(demand.amount, answer.met), missing=missing)


def _in_a_year(limit: Amount, in_all: Ternary) -> Ternary:
    """Return what a limit for a year comes to: a year is no more than all the years together."""
    below = limit.exactness in _CAPS and in_all.is_yes
    short = limit.exactness in _FLOORS and in_all.is_no
    return Ternary.of(below if below or short else None)


def judge_cost(demand: CostDemand, facts: Facts) -> Answer:
    """Hold what the project costs against a floor or a cap."""
    name = "total-cost" if demand.of is Costed.TOTAL else "eligible-cost"
    field = "total" if demand.of is Costed.TOTAL else "eligible"

    def judge(budgets: Budgets) -> Answer:
        return compared(demand.amount, cost_of(budgets, demand.of), name, _place(budgets, field))

    return by_reading(facts, judge)


def _place(budgets: Budgets, field: str) -> str:
    """Return where a sum is told: by the only budget, or by all of them."""
    return f"{budgets[0].place}/{field}" if len(budgets) == 1 else BUDGETS


def judge_rate(demand: RateDemand, facts: Facts) -> Answer:
    """Hold the share that the aid asked for is of something against a least and a most."""
    answers: list[Answer] = []
    if demand.at_most is not None:
        answers.append(_rate(None, demand.at_most, demand.at_most, facts))
    if demand.at_least is not None:
        answers.append(_rate(demand.at_least, None, demand.at_least, facts))
    if not answers:
        return lacks("judgement", "/rate", Settler.PERSON)
    return joined(all_of(each.met for each in answers), answers)


def _rate(at_least: Rate | None, at_most: Rate | None, limit: Rate, facts: Facts) -> Answer:
    found = _share(limit, facts)
    if found is None:
        return lacks("rate", "/rate")
    share, place = found
    rate = shown(share, limit.base)
    told = () if rate is None else (fact_found(name="rate", rate=rate, place=place),)
    return Answer(range_fits(at_least, at_most, exactly(share)), told, seen=(place,))


def _share(limit: Rate, facts: Facts) -> tuple[Fraction, str] | None:
    """Return the share that is asked for: as it is told, else by the sums; and where."""
    told = facts.application.rate
    if told is not None and told.base is limit.base:
        return Fraction(told.percent), "/rate"
    of = COST_OF.get(limit.base)
    cost = None if of is None else sure_cost(facts, of)
    share = share_of(facts.application.requested, cost)
    return None if share is None else (share, _REQUESTED)


def judge_balance(demand: BalanceDemand, facts: Facts) -> Answer:
    """Hold the expenses of the budget, or of each year's, against the incomes."""
    if demand.yearly.is_undetermined:
        return lacks("judgement", BUDGETS, Settler.PERSON)
    if demand.yearly.is_no:
        return by_reading(facts, _balanced)
    held = [Placed(e, f"{BUDGETS}/{i}") for i, e in enumerate(facts.application.budgets or ())]
    dated = [each for each in held if each.budget.period is not None]
    others = [_perhaps_of_a_year(each) for each in held if each.budget.period is None]
    answers = [*(_balanced((each,)) for each in dated), *others, *_years_without(dated, facts)]
    return joined(all_of(each.met for each in answers), answers)


def _perhaps_of_a_year(placed: Placed) -> Answer:
    """Return what a budget of no year comes to: it may be of the whole, or of a year."""
    found = _balanced((placed,))
    if not found.met.is_no:
        return found
    return joined(Ternary.UNDETERMINED, [found, lacks("budget-period", f"{placed.place}/period")])


def _years_without(dated: Sequence[Placed], facts: Facts) -> Iterator[Answer]:
    """Yield what is missing for each year that the projects may last to have a budget."""
    if not dated:
        yield lacks("budget", BUDGETS)
    if facts.application.projects is None:
        yield lacks("projects", "/projects")
    told = {_year_of(each.budget.period) for each in dated}
    for index, each in enumerate(facts.application.projects or ()):
        first = None if each.since is None else each.since.earliest
        last = None if each.until is None else each.until.latest
        if first is None:
            yield lacks("since", f"/projects/{index}/since")
        if last is None:
            yield lacks("until", f"/projects/{index}/until")
        if first is not None and last is not None:
            years = range(first.year, last.year + 1)
            yield from [lacks("budget", BUDGETS) for year in years if year not in told][:1]


def _year_of(period: PartialDate | None) -> int | None:
    """Return the only year that a period may fall in."""
    first, last = (None, None) if period is None else (period.earliest, period.latest)
    alike = first is not None and last is not None and first.year == last.year
    return first.year if alike and first is not None else None


def _balanced(budgets: Budgets) -> Answer:
    """Tell whether some budgets together balance: all that they hold, or the money alone."""
    open_ones = untold(budgets)
    if open_ones:
        return joined(Ternary.UNDETERMINED, open_ones)
    seen = tuple(f"{each.place}/lines" for each in budgets)
    lines = [each for placed in budgets for each in placed.budget.lines or ()]
    money = [each for each in lines if each.nature is Nature.CASH]
    sums = _sides(lines)
    met = any_of(_equal(*_sides(some)) for some in (lines, money) if some)
    facts = tuple(
        fact_found(name=name, amount=amount, place=seen[0])
        for name, amount in zip(("expenses", "incomes"), sums, strict=True)
        if amount is not None
    )
    gaps = lacks("comparable-lines", seen[0]).missing
    return Answer(met if lines else Ternary.YES, facts, gaps, seen)


def _sides(lines: Sequence[BudgetLine]) -> tuple[Amount | None, Amount | None]:
    """Return the sums of both sides in one unit: nothing for a side without lines."""
    unit = unit_of(each.amount for each in lines)
    if unit is None:
        return None, None
    expense, income = (
        unit.total(each.amount for each in lines if each.side is side)
        for side in (Side.EXPENSE, Side.INCOME)
    )
    return expense, income


def _equal(expense: Amount | None, income: Amount | None) -> Ternary:
    """Tell whether two sums are the same, if both can be told."""
    known = expense is not None and income is not None
    return Ternary.of(expense == income if known else None)


JUDGES: Final[Mapping[type, Callable[[Any, Facts], Answer]]] = {
    GrantDemand: judge_grant,
    CostDemand: judge_cost,
    RateDemand: judge_rate,
    FundingDemand: judge_funding,
    CumulationDemand: judge_cumulation,
    BalanceDemand: judge_balance,
    ExpenseDemand: judge_expense,
    AllowedExpensesDemand: judge_allowed_expenses,
}
