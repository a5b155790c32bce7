"""Money before it is given: aid, budgets, funding plans, envelopes."""

from territoires_participatifs.budgets._aid import AidKind, CostMethod, InstalmentKind, Nature
from territoires_participatifs.budgets._model import (
    Budget,
    BudgetLine,
    Contribution,
    ContributionKind,
    ContributionStatus,
    Envelope,
    FundingPlan,
    Side,
)
from territoires_participatifs.budgets._sums import Unit

__all__ = [
    "AidKind",
    "Budget",
    "BudgetLine",
    "Contribution",
    "ContributionKind",
    "ContributionStatus",
    "CostMethod",
    "Envelope",
    "FundingPlan",
    "InstalmentKind",
    "Nature",
    "Side",
    "Unit",
]
