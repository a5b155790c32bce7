"""The steps of a computation of aid as they are made, and what is missing along the way."""

from typing import final

from territoires_participatifs.applications._aid_costs import Base
from territoires_participatifs.applications._aid_ranges import Extent, Unit
from territoires_participatifs.applications._aid_results import AidStep
from territoires_participatifs.applications._results import MissingFact, Settler
from territoires_participatifs.values.money import Amount
from territoires_participatifs.values.quantities import Rate


@final
class Ledger:
    """What is noted while some terms are applied, which are at one place of the call."""

    def __init__(self, at: str, unit: Unit) -> None:
        self.at = at
        self.unit = unit
        self.steps: list[AidStep] = []
        self.missing: list[MissingFact] = []

    def limit_of(self, amount: Amount) -> Extent:
        """Return a limit that the terms set, which must be in the unit of the costs."""
        if not self.unit.takes(amount):
            self.lack("same-unit", "/budgets", Settler.PERSON)
        return self.unit.limit(amount)

    def known(self, base: Base) -> Extent:
        """Return what the application tells, and note what is missing of it."""
        self.missing.extend(base.missing)
        return base.extent

    def lack(self, name: str, place: str, by: Settler = Settler.APPLICANT) -> None:
        """Note that a fact is missing."""
        self.missing.append(MissingFact(name=name, place=place, by=by))

    def note(  # noqa: PLR0913  # what a step tells
        self,
        name: str,
        before: Extent | None,
        after: Extent | None,
        *,
        term: str | None = None,
        applied: Amount | None = None,
        rate: Rate | None = None,
        label: str | None = None,
    ) -> None:
        """Note a step, by the term of that name unless another place is given."""
        step = AidStep(
            name=name,
            term=term or f"{self.at}/{name}",
            label=label,
            before=self.unit.stated(before),
            applied=applied,
            rate=rate,
            after=self.unit.stated(after),
        )
        self.steps.append(step)
