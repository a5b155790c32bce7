"""The bases that the rates of some terms apply to: eligible expenses, within their limits."""

from typing import final

from territoires_participatifs.applications._aid_costs import Base, Costs
from territoires_participatifs.applications._aid_ledger import Ledger
from territoires_participatifs.applications._aid_ranges import UNKNOWN, ZERO, Extent, sure
from territoires_participatifs.applications._aid_results import AidStep
from territoires_participatifs.calls import AidTerms, SubCap
from territoires_participatifs.values.decimals import EXACT
from territoires_participatifs.values.quantities import Rate, RateBase


@final
class Bases:
    """What the rates of some terms are a share of."""

    def __init__(self, terms: AidTerms, costs: Costs, ledger: Ledger) -> None:
        self.terms = terms
        self.costs = costs
        self.ledger = ledger

    def of_the_rate(self, rate: Rate) -> Extent:
        """Return what the rate applies to: the eligible base within its limits, or the costs."""
        if rate.base not in {RateBase.ELIGIBLE_EXPENSE, RateBase.UNSPECIFIED}:
            held = self.of(rate)
        else:
            held = self._eligible()
        if self.terms.base_cap is None:
            return held
        capped = held.capped(self.ledger.limit_of(self.terms.base_cap))
        self.ledger.note("base_cap", held, capped, applied=self.terms.base_cap)
        return capped

    def of(self, rate: Rate) -> Extent:
        """Return what a rate is a share of; what the caller gives is that of the terms' rate."""
        eligible = self.costs.eligible(without_flat=False)
        main = None if self.terms.rate is None else self.terms.rate.base
        given = self.costs.given is not None and rate.base is main
        return self.ledger.known(eligible if given else self.costs.of(rate.base, eligible))

    def _eligible(self) -> Extent:
        base = self.costs.eligible(without_flat=self.terms.overheads is not None)
        held = self.ledger.known(base)
        self.ledger.steps.append(
            AidStep(
                name="base",
                place=None if self.costs.given is not None else self.costs.place,
                after=self.ledger.unit.stated(held),
            )
        )
        for index, each in enumerate(self.terms.sub_caps or ()):
            held = self._within(held, each, f"{self.ledger.at}/sub_caps/{index}")
        return self._with_overheads(held)

    def _within(self, held: Extent, sub_cap: SubCap, at: str) -> Extent:
        """Take off the base what a category of expense exceeds its limit by."""
        limit = self._sub_limit(held, sub_cap)
        if limit is None:
            return held
        found = self.ledger.known(self.costs.matching(sub_cap))
        excess = Extent(
            ZERO if limit.most is None else max(ZERO, EXACT.subtract(found.least, limit.most)),
            None if found.most is None else max(ZERO, EXACT.subtract(found.most, limit.least)),
        )
        after = held.minus(excess)
        applied = sub_cap.amount or self.ledger.unit.stated(limit)
        rate, label = sub_cap.rate, sub_cap.label
        self.ledger.note("sub_cap", held, after, term=at, applied=applied, rate=rate, label=label)
        return after

    def _sub_limit(self, held: Extent, sub_cap: SubCap) -> Extent | None:
        limits: list[Extent] = []
        if sub_cap.amount is not None and sub_cap.per is not None:
            self.ledger.lack("units", self.costs.place)
            limits.append(UNKNOWN)
        elif sub_cap.amount is not None:
            limits.append(self.ledger.limit_of(sub_cap.amount))
        if sub_cap.rate is not None:
            base = self.costs.of(sub_cap.rate.base, Base(held))
            limits.append(self.ledger.known(base).times(sure(sub_cap.rate.percent)))
        found: Extent | None = None
        for each in limits:
            found = each if found is None else found.capped(each)
        return found

    def _with_overheads(self, held: Extent) -> Extent:
        rate, flat = self.terms.overheads, self.costs.has_flat
        if rate is None or flat.is_no:
            return held
        base = self.ledger.known(self.costs.of(rate.base, Base(held)))
        added = base.times(sure(rate.percent))
        if flat.is_undetermined:
            self.ledger.lack("overheads-method", self.costs.place)
            added = added.at_most()
        after = held.plus(added)
        self.ledger.note(
            "overheads", held, after, applied=self.ledger.unit.stated(added), rate=rate
        )
        return after
