"""How demands on the expenses of a budget are judged."""

from collections.abc import Iterator

from territoires_participatifs.applications._judges._answers import (
    Answer,
    fact_found,
    joined,
    lacks,
)
from territoires_participatifs.applications._judges._costs import (
    BUDGETS,
    Budgets,
    all_told,
    by_reading,
    cost_of,
    expenses_of,
    untold,
)
from territoires_participatifs.applications._judges._facts import Facts
from territoires_participatifs.applications._judges._parties import not_told
from territoires_participatifs.applications._judges._rates import COST_OF, range_fits, share_found
from territoires_participatifs.applications._judges._sums import (
    Item,
    bounds_of,
    in_per_cent,
    is_something,
    stated,
    unit_of,
)
from territoires_participatifs.applications._judges._words import folded
from territoires_participatifs.applications._results import ComparedFact, Settler
from territoires_participatifs.budgets import BudgetLine, Unit
from territoires_participatifs.calls import AllowedExpensesDemand, ExpenseDemand
from territoires_participatifs.values.bounds import amount_fits
from territoires_participatifs.values.identifiers import Identifier
from territoires_participatifs.values.money import Amount, TaxBasis
from territoires_participatifs.values.quantities import Exactness, Rate
from territoires_participatifs.values.ternary import Ternary, all_of, any_of


def judge_expense(demand: ExpenseDemand, facts: Facts) -> Answer:
    """Hold some expenses against the most that they may come to, or tell that there are none."""
    limits = demand.refused.is_yes or demand.at_most is not None or demand.rate is not None
    if not limits or not _selects(demand):
        return lacks("judgement", BUDGETS, Settler.PERSON)

    def judge(budgets: Budgets) -> Answer:
        items = [
            Item(_is_of_them(line, demand), line.amount, place)
            for each in budgets
            for place, line in expenses_of(each)
        ]
        answers = list(_limits(demand, items, budgets))
        return joined(all_of(each.met for each in answers), answers)

    return by_reading(facts, judge)


def _selects(demand: ExpenseDemand) -> bool:
    return bool(demand.categories or demand.labels or demand.natures or demand.methods)


def _limits(demand: ExpenseDemand, items: list[Item], budgets: Budgets) -> Iterator[Answer]:
    """Yield what each limit of a demand comes to."""
    gaps = [*_gaps(items), *untold(budgets)]
    if demand.refused.is_yes:
        yield _absent(items, budgets)
    if demand.at_most is not None:
        yield _capped(demand.at_most, items, budgets, gaps)
    if demand.rate is not None:
        yield _shared(demand.rate, items, budgets, gaps)


def _gaps(items: list[Item]) -> list[Answer]:
    found: list[Answer] = []
    for each in items:
        if each.counted.is_undetermined:
            found.append(lacks("expense-category", f"{each.place}/category"))
        if not each.counted.is_no and is_something(each.amount).is_undetermined:
            found.append(lacks("expense-amount", f"{each.place}/amount"))
    return found


def _absent(items: list[Item], budgets: Budgets) -> Answer:
    """Tell whether none of some expenses is there."""
    there = [(each, each.counted & is_something(each.amount)) for each in items]
    told = tuple(
        fact_found(name="expense", amount=each.amount, place=each.place)
        for each, met in there
        if met.is_yes
    )
    gaps = [*_gaps([each for each, met in there if met.is_undetermined]), *untold(budgets)]
    met = all_of((~any_of(met for _, met in there), *(each.met for each in gaps)))
    return joined(met, gaps)._replace(facts=told, seen=_seen(budgets))


def _seen(budgets: Budgets) -> tuple[str, ...]:
    return tuple(f"{each.place}/lines" for each in budgets)


def _capped(limit: Amount, items: list[Item], budgets: Budgets, gaps: list[Answer]) -> Answer:
    """Hold the sum of some expenses against a cap."""
    unit = _unit_beside(limit, items)
    found = stated(bounds_of(items, unit, complete=all_told(budgets).is_yes), unit)
    met = amount_fits(_most(limit), found)
    missing = [*gaps] or [lacks("comparable-amount", BUDGETS)]
    return joined(met, missing)._replace(facts=_sum(found), seen=_seen(budgets))


def _unit_beside(limit: Amount, items: list[Item]) -> Unit:
    """Return the unit of a limit; if it tells no tax basis, on that of what it is about."""
    if limit.basis is not TaxBasis.UNSPECIFIED:
        return Unit.of(limit)
    currency = limit.money.currency
    held = (each.amount for each in items if not each.counted.is_no)
    alike = (e for e in held if e is not None and e.money.currency == currency)
    return unit_of(alike) or Unit.of(limit)


def _sum(found: Amount | None) -> tuple[ComparedFact, ...]:
    """Return a sum as a fact; none if it says nothing: that it is not below zero."""
    if found is None or (found.exactness is Exactness.AT_LEAST and found.money.sum <= 0):
        return ()
    return (fact_found(name="expenses", amount=found),)


def _most(limit: Amount) -> Amount:
    """Return a sum that is told as it is as the most that it is meant to be."""
    if limit.exactness is not Exactness.EXACT:
        return limit
    return Amount(limit.money, Exactness.AT_MOST, basis=limit.basis)


def _shared(limit: Rate, items: list[Item], budgets: Budgets, gaps: list[Answer]) -> Answer:
    """Hold the share that some expenses are of a cost against a most."""
    of = COST_OF.get(limit.base)
    if of is None:
        return not_told(BUDGETS)
    cost = cost_of(budgets, of)
    if cost is None:
        return lacks("cost", BUDGETS)
    unit = Unit.of(cost)
    part = bounds_of(items, unit, complete=all_told(budgets).is_yes)
    share = in_per_cent(part, cost, unit)
    if share is None:
        return lacks("comparable-amount", BUDGETS)
    met = range_fits(None, limit, share)
    missing = gaps or [lacks("comparable-amount", BUDGETS)]
    told = share_found("expenses-share", share, limit.base)
    return joined(met, missing)._replace(facts=told, seen=_seen(budgets))


def _is_of_them(line: BudgetLine, demand: ExpenseDemand) -> Ternary:
    """Tell whether an expense is one of those that a demand is about, by any of its marks."""
    return any_of(
        (
            _has_category(line, demand.categories),
            _has_words(line, demand.labels),
            Ternary.of(line.nature in demand.natures),
            _has_method(line, demand),
        )
    )


def _has_category(line: BudgetLine, categories: tuple[Identifier, ...]) -> Ternary:
    """Tell whether a line is of one of some categories; another list's codes can't tell."""
    if not categories:
        return Ternary.NO
    if line.category in categories:
        return Ternary.YES
    schemes = {each.scheme for each in categories}
    known = line.category is not None and schemes == {line.category.scheme}
    return Ternary.of(False if known else None)


def _has_words(line: BudgetLine, labels: tuple[str, ...]) -> Ternary:
    """Tell whether the label of a line holds some words, however they are typed."""
    if not labels:
        return Ternary.NO
    if line.label is None:
        return Ternary.UNDETERMINED
    said = f" {folded(line.label)} "
    return Ternary.of(any(f" {folded(each)} " in said for each in labels))


def _has_method(line: BudgetLine, demand: ExpenseDemand) -> Ternary:
    if not demand.methods:
        return Ternary.NO
    return Ternary.of(None if line.method is None else line.method in demand.methods)


def judge_allowed_expenses(demand: AllowedExpensesDemand, facts: Facts) -> Answer:
    """Tell whether each expense is one of those that may be there.

    Words that are unlike may mean the same: a person then judges.
    """
    if not (demand.categories or demand.labels):
        return lacks("judgement", BUDGETS, Settler.PERSON)

    def judge(budgets: Budgets) -> Answer:
        answers = [
            _allowed(line, place, demand) for each in budgets for place, line in expenses_of(each)
        ]
        answers += untold(budgets)
        return joined(all_of(each.met for each in answers), answers)

    return by_reading(facts, judge)


def _allowed(line: BudgetLine, place: str, demand: AllowedExpensesDemand) -> Answer:
    if is_something(line.amount).is_no:
        return Answer(Ternary.YES)
    known = _has_category(line, demand.categories)
    if known.is_yes or _has_words(line, demand.labels).is_yes:
        return Answer(Ternary.YES, seen=(place,))
    if known.is_undetermined or not demand.categories:
        return lacks("allowed-expense", place, Settler.PERSON)
    if is_something(line.amount).is_undetermined:
        return lacks("expense-amount", f"{place}/amount")
    if demand.labels and line.label is None:
        return lacks("expense-label", f"{place}/label")
    fact = fact_found(name="expense", amount=line.amount, place=place)
    return Answer(Ternary.NO, (fact,), seen=(place,))
