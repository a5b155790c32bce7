"""The steps that lead from the costs of an application to the most that some terms may give."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple, final

from attrs import evolve

from territoires_participatifs.applications._aid_bases import Bases
from territoires_participatifs.applications._aid_costs import Costs
from territoires_participatifs.applications._aid_ledger import Ledger
from territoires_participatifs.applications._aid_ranges import (
    NOTHING,
    ZERO,
    Extent,
    sure,
)
from territoires_participatifs.applications._aid_results import AidStep
from territoires_participatifs.applications._judges._combined import judge_of
from territoires_participatifs.applications._judges._facts import Facts
from territoires_participatifs.applications._results import MissingFact, Settler
from territoires_participatifs.calls import AidTerms, Bonus
from territoires_participatifs.values.decimals import EXACT
from territoires_participatifs.values.durations import Span, measured
from territoires_participatifs.values.money import Amount
from territoires_participatifs.values.quantities import Rate
from territoires_participatifs.values.ternary import Ternary

_ALL: Final = Decimal(100)
_MONTHS: Final = 12
_DAYS: Final = 366


@final
class Ceiling(NamedTuple):
    """The most that some terms may give."""

    most: Extent | None
    """None if nothing limits it."""
    floor_reached: Ternary
    steps: tuple[AidStep, ...]
    missing: tuple[MissingFact, ...]


@final
class Reckoning:
    """The most that some terms may give, found step by step."""

    def __init__(self, terms: AidTerms, at: str, facts: Facts, costs: Costs) -> None:
        self.terms = terms
        self.facts = facts
        self.costs = costs
        self.ledger = Ledger(at, costs.unit)
        self.bases = Bases(terms, costs, self.ledger)
        self.most: Extent | None = None
        self._bonuses = tuple(
            (f"{at}/bonuses/{index}", each, self._is_earned(each, f"{at}/bonuses/{index}"))
            for index, each in enumerate(terms.bonuses or ())
        )

    def ceiling(self) -> Ceiling:
        """Return the most that the terms may give, and how it is found."""
        self._by_rate()
        self._by_sums()
        self._with_bonuses()
        self._by_other_money()
        self._by_the_cost()
        reached = self._above_the_floor()
        return Ceiling(
            self.most, reached, tuple(self.ledger.steps), tuple(dict.fromkeys(self.ledger.missing))
        )

    def _by_rate(self) -> None:
        rate = self.terms.rate
        if rate is None:
            return
        base = self.bases.of_the_rate(rate)
        percent = self._percent(rate)
        applied = evolve(rate, percent=rate.percent if percent.most is None else percent.most)
        self.ledger.note("rate", base, base.times(percent), rate=applied)
        self.most = base.times(percent)

    def _by_sums(self) -> None:
        terms = self.terms
        self._limit("flat", terms.flat)
        if terms.yearly_cap is not None:
            years = self._years()
            yearly = self.ledger.limit_of(terms.yearly_cap)
            self._cap("yearly_cap", _multiplied(yearly, years), applied=terms.yearly_cap)
        self._limit("cap", terms.cap)

    def _by_other_money(self) -> None:
        """Leave to the others what they give, and to the applicant what it must bring."""
        terms = self.terms
        if terms.own_contribution is not None:
            own = terms.own_contribution
            left = Rate(max(ZERO, EXACT.subtract(_ALL, own.percent)), own.base)
            self._leave("own_contribution", left, own)
        if terms.cumulated is not None:
            self._leave("cumulated", terms.cumulated, terms.cumulated)

    def _leave(self, name: str, together: Rate, told: Rate) -> None:
        base = self.bases.of(together)
        other = self.ledger.known(self.costs.other_aid)
        limit = base.times(sure(together.percent)).minus(other)
        self._cap(name, limit, applied=self.ledger.unit.stated(limit), rate=told)

    def _with_bonuses(self) -> None:
        for at, bonus, earned in self._bonuses:
            if bonus.amount is None or earned.is_no or self.most is None:
                continue
            added = self.ledger.limit_of(bonus.amount)
            after = self.most.plus(added if earned.is_yes else added.at_most())
            self.ledger.note(
                "bonus", self.most, after, term=at, applied=bonus.amount, label=bonus.label
            )
            self.most = after

    def _by_the_cost(self) -> None:
        """Grant nothing to a project that costs less or more than the terms are for."""
        terms = self.terms
        if terms.project_floor is not None:
            least = self.ledger.limit_of(terms.project_floor)
            self._only_if("project_floor", terms.project_floor, lambda whole: whole.reaches(least))
        if terms.project_cap is not None:
            most = self.ledger.limit_of(terms.project_cap)
            self._only_if("project_cap", terms.project_cap, most.reaches)

    def _only_if(self, name: str, limit: Amount, fits: Callable[[Extent], Ternary]) -> None:
        """Grant nothing if the total cost does not fit, and perhaps nothing if it may not."""
        met = fits(self.costs.whole.extent)
        if met.is_yes:
            return
        before = self.most
        self.most = NOTHING
        if met.is_undetermined:
            self.ledger.known(self.costs.whole)
            self.most = None if before is None else before.at_most()
        self.ledger.note(name, before, self.most, applied=limit)

    def _above_the_floor(self) -> Ternary:
        floor = self.terms.floor
        if floor is None:
            return Ternary.YES
        least = self.ledger.limit_of(floor)
        if self.most is None:
            return Ternary.UNDETERMINED
        if least.most is None:
            self.most = self.most.at_most()
            return Ternary.UNDETERMINED
        if self.most.least >= least.most:
            return Ternary.YES
        below = self.most.most is not None and self.most.most < least.least
        after = NOTHING if below else self.most.at_most()
        self.ledger.note("floor", self.most, after, applied=floor)
        self.most = after
        return Ternary.of(False if below else None)

    def _percent(self, rate: Rate) -> Extent:
        """Return the rate with the points of the bonuses that are earned, or may be."""
        held = sure(rate.percent)
        for at, bonus, earned in self._bonuses:
            if bonus.points is None or earned.is_no:
                continue
            more = sure(bonus.points.percent)
            held = held.plus(more if earned.is_yes else more.at_most())
            name = "points" if earned.is_yes else "points-perhaps"
            self.ledger.note(name, None, None, term=at, rate=bonus.points, label=bonus.label)
        return held.capped(sure(max(_ALL, rate.percent)))

    def _is_earned(self, bonus: Bonus, at: str) -> Ternary:
        if bonus.when is None:
            self.ledger.lack("bonus-condition", "/projects", Settler.PERSON)
            return Ternary.UNDETERMINED
        met, results = judge_of(bonus.when, f"{at}/when")(self.facts, Ternary.UNDETERMINED)
        if met.is_undetermined:
            self.ledger.missing.extend(gap for each in results for gap in each.missing)
        return met

    def _years(self) -> Extent:
        """Return how many years the funded project lasts; those that have begun may count."""
        span = self.terms.duration
        told = [each.duration for each in self.facts.application.projects or ()]
        if span is None and len(told) == 1:
            span = told[0]
        if span is not None:
            years = Extent(Decimal(_years(span, last=False)), Decimal(_years(span, last=True)))
            if not years.is_sure:
                self.ledger.lack("years-counted", "/projects", Settler.PERSON)
            return years
        self.ledger.lack("duration", "/projects/0/duration")
        longest = self.terms.longest
        return Extent(ZERO, None if longest is None else Decimal(_years(longest, last=True)))

    def _limit(self, name: str, amount: Amount | None) -> None:
        if amount is not None:
            self._cap(name, self.ledger.limit_of(amount), applied=amount)

    def _cap(
        self, name: str, limit: Extent, *, applied: Amount | None, rate: Rate | None = None
    ) -> None:
        before = self.most
        self.most = limit if before is None else before.capped(limit)
        self.ledger.note(name, before, self.most, applied=applied, rate=rate)


def _multiplied(extent: Extent, number: Extent) -> Extent:
    least = EXACT.multiply(extent.least, number.least)
    if extent.most is None or number.most is None:
        return Extent(least, None)
    return Extent(least, EXACT.multiply(extent.most, number.most))


def _years(span: Span, *, last: bool) -> int:
    """Return the whole years of a duration, or at last those that have begun as well."""
    months, days = measured(span.longest or span.shortest if last else span.shortest)
    years = Fraction(months, _MONTHS) + Fraction(days) / _DAYS
    return -(-years.numerator // years.denominator) if last else int(years)
