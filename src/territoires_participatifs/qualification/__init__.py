"""Qualification cycles, from recruitment to certificate."""

from territoires_participatifs.qualification._cohorts import Cohort
from territoires_participatifs.qualification._completion import (
    CompletionReason,
    Entitlement,
    completion,
)
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
from territoires_participatifs.qualification._figures import (
    CohortFigures,
    GroupFigures,
    Tally,
    cohort_figures,
)
from territoires_participatifs.qualification._planning import plan_sessions
from territoires_participatifs.qualification._presence import Presence, presence
from territoires_participatifs.qualification._proofs import Achievement, Attendance, Certificate
from territoires_participatifs.qualification._schedules import given, spacing_kept, taught
from territoires_participatifs.qualification._seats import Seat, SeatStatus, TeamMember
from territoires_participatifs.qualification._sessions import (
    Occurrence,
    SessionKind,
    SessionMode,
    SessionStatus,
    TrainingSession,
)
from territoires_participatifs.qualification._waiting import promote, waiting_list

__all__ = [
    "Achievement",
    "AchievementKind",
    "Attendance",
    "Certificate",
    "CertificateKind",
    "Cohort",
    "CohortFigures",
    "CompletionReason",
    "CompletionTerms",
    "CycleStatus",
    "Entitlement",
    "GroupFigures",
    "Occurrence",
    "PlaceUnit",
    "Presence",
    "Price",
    "PriceKind",
    "QualificationCycle",
    "Seat",
    "SeatStatus",
    "SessionKind",
    "SessionMode",
    "SessionStatus",
    "Tally",
    "TeamMember",
    "TeamRule",
    "TrainingSession",
    "cohort_figures",
    "completion",
    "given",
    "plan_sessions",
    "presence",
    "promote",
    "spacing_kept",
    "taught",
    "waiting_list",
]
