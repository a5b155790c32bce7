"""Funded actions: what laureates do, produce, measure, and how it is evaluated."""

from territoires_participatifs.actions._model import (
    ActionKind,
    ActionStatus,
    Deliverable,
    Evaluation,
    FundedAction,
    Indicator,
    Measure,
)

__all__ = [
    "ActionKind",
    "ActionStatus",
    "Deliverable",
    "Evaluation",
    "FundedAction",
    "Indicator",
    "Measure",
]
