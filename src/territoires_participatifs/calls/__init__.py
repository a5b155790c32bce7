"""Calls for projects: what is asked, of whom, and until when."""

from territoires_participatifs.calls._aid_terms import (
    AidTerms,
    Bonus,
    Delay,
    Milestone,
    PaymentTerm,
    SubCap,
)
from territoires_participatifs.calls._demands import (
    AllOf,
    AnyOf,
    ApplicantDemand,
    ApplicantSide,
    DeadlineDemand,
    Demand,
    Located,
    NoneOf,
    TerritoryDemand,
    TextDemand,
    UnknownDemand,
)
from territoires_participatifs.calls._model import Call, CallKind, CallStatus, Reach
from territoires_participatifs.calls._outline import (
    Channel,
    Round,
    RoundStatus,
    Stage,
    StageKind,
    Track,
)
from territoires_participatifs.calls._requirements import (
    Consequence,
    DocumentKind,
    Requirement,
    RequirementStage,
    SelectionCriterion,
)

__all__ = [
    "AidTerms",
    "AllOf",
    "AnyOf",
    "ApplicantDemand",
    "ApplicantSide",
    "Bonus",
    "Call",
    "CallKind",
    "CallStatus",
    "Channel",
    "Consequence",
    "DeadlineDemand",
    "Delay",
    "Demand",
    "DocumentKind",
    "Located",
    "Milestone",
    "NoneOf",
    "PaymentTerm",
    "Reach",
    "Requirement",
    "RequirementStage",
    "Round",
    "RoundStatus",
    "SelectionCriterion",
    "Stage",
    "StageKind",
    "SubCap",
    "TerritoryDemand",
    "TextDemand",
    "Track",
    "UnknownDemand",
]
