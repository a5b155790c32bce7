"""Qualification cycles, from recruitment to certificate."""

from territoires_participatifs.qualification._cohorts import Cohort
from territoires_participatifs.qualification._cycles import (
    AchievementKind,
    CertificateKind,
    CompletionTerms,
    CycleStatus,
    PlaceUnit,
    Price,
    PriceKind,
    QualificationCycle,
    TeamRule,
)
from territoires_participatifs.qualification._proofs import Achievement, Attendance, Certificate
from territoires_participatifs.qualification._seats import Seat, SeatStatus, TeamMember
from territoires_participatifs.qualification._sessions import (
    Occurrence,
    SessionKind,
    SessionMode,
    SessionStatus,
    TrainingSession,
)

__all__ = [
    "Achievement",
    "AchievementKind",
    "Attendance",
    "Certificate",
    "CertificateKind",
    "Cohort",
    "CompletionTerms",
    "CycleStatus",
    "Occurrence",
    "PlaceUnit",
    "Price",
    "PriceKind",
    "QualificationCycle",
    "Seat",
    "SeatStatus",
    "SessionKind",
    "SessionMode",
    "SessionStatus",
    "TeamMember",
    "TeamRule",
    "TrainingSession",
]
