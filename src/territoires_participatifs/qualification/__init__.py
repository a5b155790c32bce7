"""Qualification cycles, from recruitment to certificate."""

from territoires_participatifs.qualification._cohorts import (
    Attendance,
    Certificate,
    Cohort,
    Occurrence,
    Seat,
    SeatStatus,
    SessionMode,
    SessionStatus,
    TeamMember,
    TrainingSession,
)
from territoires_participatifs.qualification._cycles import (
    CertificateKind,
    CycleStatus,
    Price,
    PriceKind,
    QualificationCycle,
    TeamRule,
)

__all__ = [
    "Attendance",
    "Certificate",
    "CertificateKind",
    "Cohort",
    "CycleStatus",
    "Occurrence",
    "Price",
    "PriceKind",
    "QualificationCycle",
    "Seat",
    "SeatStatus",
    "SessionMode",
    "SessionStatus",
    "TeamMember",
    "TeamRule",
    "TrainingSession",
]
