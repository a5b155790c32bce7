"""What an application tells of its costs and of its other aid, for what may be granted to it."""

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple, final

from territoires_participatifs.applications._aid_ranges import (
    NOTHING,
    UNKNOWN,
    Extent,
    Unit,
    total,
)
from territoires_participatifs.applications._judges._costs import all_told, project_budgets
from territoires_participatifs.applications._judges._facts import Facts
from territoires_participatifs.applications._judges._funding import givers
from territoires_participatifs.applications._judges._words import folded
from territoires_participatifs.applications._results import MissingFact, Settler
from territoires_participatifs.budgets import (
    Budget,
    BudgetLine,
    Contribution,
    ContributionKind,
    ContributionStatus,
    CostMethod,
    Nature,
    Side,
)
from territoires_participatifs.calls import SubCap
from territoires_participatifs.values.money import Amount
from territoires_participatifs.values.quantities import RateBase
from territoires_participatifs.values.ternary import Ternary, any_of


@final
class Base(NamedTuple):
    """What a rate is a share of, and what is missing to know it."""

    extent: Extent
    missing: tuple[MissingFact, ...] = ()

    def or_lacks(self, name: str, place: str, by: Settler = Settler.APPLICANT) -> "Base":
        """Return the same, with what is missing where it is not sure."""
        if self.extent.is_sure:
            return self
        return Base(self.extent, (*self.missing, MissingFact(name=name, place=place, by=by)))


@final
class Costs:
    """The costs that an application tells, in the unit in which its aid is counted."""

    def __init__(self, facts: Facts, unit: Unit, base: Amount | None) -> None:
        self.facts = facts
        self.unit = unit
        self.given = base
        self.budgets = project_budgets(facts)
        self.place = self.budgets[0].place if len(self.budgets) == 1 else "/budgets"

    def _at(self, field: str) -> str:
        """Return where a field of the budget belongs; of several, all of them."""
        return f"{self.place}/{field}" if len(self.budgets) == 1 else self.place

    @cached_property
    def lines(self) -> tuple[BudgetLine, ...]:
        """The expenses of the budgets that are told."""
        return tuple(line for each in self.budgets for line in _expenses(each.budget))

    @property
    def lines_complete(self) -> bool:
        """Whether no other expense can be there."""
        return all_told(self.budgets).is_yes

    @cached_property
    def whole(self) -> Base:
        """The total cost: as it is stated, else the sum of the expenses."""
        found = self._together(self._whole_of)
        return Base(found).or_lacks("total", self._at("total"))

    def _together(self, of: Callable[[Budget], Extent]) -> Extent:
        """Return the sum of what each budget comes to, if there is any."""
        return total(of(each.budget) for each in self.budgets) if self.budgets else UNKNOWN

    def _whole_of(self, budget: Budget) -> Extent:
        if budget.total is not None:
            return self.unit.found(budget.total)
        return self._sum(budget, lambda _: Ternary.YES)

    @cached_property
    def has_flat(self) -> Ternary:
        """Whether overheads are charged at a flat rate."""
        if any(each.method is CostMethod.FLAT_RATE for each in self.lines):
            return Ternary.YES
        return Ternary.of(False if self.lines_complete else None)

    def eligible(self, *, without_flat: bool) -> Base:
        """Return the eligible expenses, perhaps without those that are charged at a flat rate."""
        if self.given is not None:
            return Base(self.unit.found(self.given)).or_lacks("eligible-base", self.place)
        found = self._together(lambda each: self._eligible_of(each, without_flat=without_flat))
        found = self._within_the_whole(found)
        return Base(found).or_lacks("eligible-base", self._at("eligible"))

    def _eligible_of(self, budget: Budget, *, without_flat: bool) -> Extent:
        if budget.eligible is None:
            return self._sum(budget, lambda each: _counts(each, without_flat=without_flat))
        found = self.unit.found(budget.eligible)
        return found.minus(total(map(self._flat, _expenses(budget)))) if without_flat else found

    def _within_the_whole(self, found: Extent) -> Extent:
        """Return a part of the costs, which is no more than all, unless the two contradict."""
        whole = self.whole.extent.most
        if found.most is not None or whole is None or whole < found.least:
            return found
        return Extent(found.least, whole)

    def of(self, base: RateBase, eligible: Base) -> Base:
        """Return what a rate is a share of."""
        if base in {RateBase.ELIGIBLE_EXPENSE, RateBase.UNSPECIFIED}:
            return eligible
        if base is RateBase.TOTAL_COST:
            return self.whole
        if base is RateBase.PUBLIC_FINANCING:
            private = total(self._private(each) for each in self._contributions)
            found = self.whole.extent.minus(private)
            complete = self._contributions_complete
            public = found if complete else found.at_most()
            return Base(public, self.whole.missing).or_lacks("funding", "/funding")
        return Base(UNKNOWN).or_lacks("rate-base", self.place, Settler.PERSON)

    def matching(self, sub_cap: SubCap) -> Base:
        """Return the eligible expenses of the category that a sub-cap speaks of."""

        def counts(line: BudgetLine) -> Ternary:
            return _is_of(line, sub_cap) & _counts(line, without_flat=False)

        found = self._together(lambda each: self._sum(each, counts))
        return Base(found).or_lacks("category-expenses", self._at("lines"))

    @cached_property
    def other_aid(self) -> Base:
        """The aid of other funders than those of the call."""
        found = total(self._other(each) for each in self._contributions)
        if not self._contributions_complete:
            found = Extent(found.least, None)
        return Base(found).or_lacks("other-aid", "/funding")

    def _sum(self, budget: Budget, counts: Callable[[BudgetLine], Ternary]) -> Extent:
        """Return the sum of the expenses that count; with no end if some may not be told."""
        found = total(self._part(each, counts(each)) for each in _expenses(budget))
        complete = budget.lines is not None and budget.lines_complete.is_yes
        return found if complete else Extent(found.least, None)

    def _part(self, line: BudgetLine, counts: Ternary) -> Extent:
        if counts.is_no:
            return NOTHING
        found = self.unit.found(line.amount)
        return found if counts.is_yes else found.at_most()

    def _flat(self, line: BudgetLine) -> Extent:
        if line.method is not CostMethod.FLAT_RATE:
            return NOTHING
        return self._part(line, _counts(line, without_flat=False))

    @property
    def _contributions(self) -> tuple[Contribution, ...]:
        plan = self.facts.application.funding
        return () if plan is None else plan.contributions or ()

    @property
    def _contributions_complete(self) -> bool:
        plan = self.facts.application.funding
        if plan is None or plan.contributions is None:
            return False
        return plan.contributions_complete.is_yes

    def _private(self, contribution: Contribution) -> Extent:
        private = contribution.kind in {ContributionKind.FEE, ContributionKind.OTHER}
        return self.unit.found(contribution.amount) if private else NOTHING

    def _other(self, contribution: Contribution) -> Extent:
        """Return what a contribution counts for as aid of others."""
        refused = contribution.status is ContributionStatus.REFUSED
        if contribution.kind is not ContributionKind.AID or refused:
            return NOTHING
        ours = self._is_ours(contribution)
        if ours.is_yes:
            return NOTHING
        found = self.unit.found(contribution.amount)
        doubtful = ours.is_undetermined or contribution.nature is not Nature.CASH
        return found.at_most() if doubtful else found

    def _is_ours(self, contribution: Contribution) -> Ternary:
        """Whether a contribution is the very aid that the call gives."""
        programmes = self.facts.call.programmes or ()
        if contribution.programme is not None and contribution.programme in programmes:
            return Ternary.YES
        ours = givers(self.facts)
        if contribution.funder is None or ours is None:
            return Ternary.UNDETERMINED
        return Ternary.of(contribution.funder.id in ours)


def _expenses(budget: Budget) -> tuple[BudgetLine, ...]:
    return tuple(each for each in budget.lines or () if each.side is Side.EXPENSE)


def _counts(line: BudgetLine, *, without_flat: bool) -> Ternary:
    """Whether an expense is of the eligible base, as far as it is said."""
    if without_flat and line.method is CostMethod.FLAT_RATE:
        return Ternary.NO
    return line.eligible


def _is_of(line: BudgetLine, sub_cap: SubCap) -> Ternary:
    """Whether an expense is of the category that a sub-cap speaks of."""
    answers: list[Ternary] = []
    if sub_cap.category is not None:
        held = line.category
        comparable = held is not None and held.scheme == sub_cap.category.scheme
        answers.append(Ternary.of(held == sub_cap.category if comparable else None))
    if sub_cap.label is not None:
        words = None if line.label is None else f" {folded(line.label)} "
        same = None if words is None else f" {folded(sub_cap.label)} " in words
        answers.append(Ternary.of(same))
    return any_of(answers) if answers else Ternary.UNDETERMINED
