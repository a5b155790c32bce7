"""The lives of things: in which order their statuses come, and what their events lead to.

A history is partial: a step that nobody saw is not an error, and the status may be ahead
of the last event that is told. It may not be behind it, nor elsewhere after an end.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Any, Final, final

from attrs import frozen

from territoires_participatifs.actions import ActionStatus, FundedAction
from territoires_participatifs.applications import Application, ApplicationStatus
from territoires_participatifs.calls import Call, CallStatus, Round, RoundStatus
from territoires_participatifs.checks import Event, EventKind
from territoires_participatifs.laureates import (
    AgreementStatus,
    GrantAgreement,
    Instalment,
    InstalmentStatus,
    Laureate,
    LaureateStatus,
)
from territoires_participatifs.qualification import (
    CycleStatus,
    Occurrence,
    QualificationCycle,
    Seat,
    SeatStatus,
    SessionStatus,
    TrainingSession,
)


@final
@frozen
class Life:
    """The statuses of one class of things, and the events that lead to them."""

    course: tuple[Enum, ...]
    """The statuses that come one after the other; some may be skipped."""
    ends: frozenset[Enum]
    """The statuses that nothing comes after, whenever they are reached."""
    reached: Mapping[EventKind, Enum]
    """The status that an event leads to, where it leads to one alone."""
    last: Enum | None = None
    """The status that may come even after an end, as when a file is closed."""

    def reached_by(self, history: tuple[Event, ...]) -> Enum | None:
        """Return the status that the last event of a history led to, if it can be told."""
        moving = [each.kind for each in history if each.kind not in _UNMOVING]
        return self.reached.get(moving[-1]) if moving else None

    def contradicts(self, status: Enum, reached: Enum) -> bool:
        """Whether a status can't be that of a thing that an event has led to another."""
        if reached in self.ends:
            return status not in {reached, self.last}
        if status not in self.course or reached not in self.course:
            return False
        return self.course.index(status) < self.course.index(reached)


_UNMOVING: Final = frozenset(
    {
        EventKind.AMENDED,
        EventKind.WIDENED,
        EventKind.ENVELOPE_CHANGED,
        EventKind.REDUCED,
        EventKind.INCREASED,
    }
)
"""The events that leave a status as it was."""


def _life(
    course: str, ends: str, statuses: type[Enum], last: Enum | None = None, **others: str
) -> Life:
    """Return a life whose events bear the names of their statuses, but for some others."""
    names = [*course.split(), *ends.split()]
    same = {EventKind[each]: statuses[each] for each in names if each in EventKind.__members__}
    led = {EventKind[event]: statuses[status] for event, status in others.items()}
    return Life(
        tuple(statuses[each] for each in course.split()),
        frozenset(statuses[each] for each in ends.split()),
        {**same, **led},
        last,
    )


_CALL: Final = _life(
    "PLANNED ANNOUNCED OPEN CLOSED UNDER_REVIEW RESULTS_PUBLISHED COMPLETED",
    "CANCELLED WITHOUT_FOLLOW_UP UNSUCCESSFUL",
    CallStatus,
    OPENED="OPEN",
    REOPENED="OPEN",
    RESUMED="OPEN",
    CLOSED_EARLY="CLOSED",
    REVIEW_BEGUN="UNDER_REVIEW",
)
_ROUND: Final = _life(
    "CONDITIONAL SCHEDULED OPEN CLOSED UNDER_REVIEW DECIDED",
    "DROPPED",
    RoundStatus,
    OPENED="OPEN",
    REOPENED="OPEN",
    CLOSED_EARLY="CLOSED",
    REVIEW_BEGUN="UNDER_REVIEW",
    RESULTS_PUBLISHED="DECIDED",
)
_APPLICATION: Final = _life(
    "DRAFT SUBMITTED ACKNOWLEDGED ADMISSIBLE ELIGIBLE UNDER_INSTRUCTION SHORTLISTED INVITED "
    "FULL_SUBMITTED HEARD SCORED RANKED SELECTED",
    "INADMISSIBLE INELIGIBLE REJECTED WITHDRAWN TRANSFERRED",
    ApplicationStatus,
    FOUND_ADMISSIBLE="ADMISSIBLE",
    FOUND_INADMISSIBLE="INADMISSIBLE",
    FOUND_ELIGIBLE="ELIGIBLE",
    FOUND_INELIGIBLE="INELIGIBLE",
    COMPLEMENTS_RECEIVED="UNDER_INSTRUCTION",
)
_LAUREATE: Final = _life(
    "ANNOUNCED NOTIFIED ACCEPTED AGREEMENT_SIGNED ACTIVE COMPLETED CLOSED",
    "DECLINED WITHDRAWN_BY_FUNDER LAPSED TERMINATED TRANSFERRED",
    LaureateStatus,
    LaureateStatus.CLOSED,
    SIGNED="AGREEMENT_SIGNED",
    STARTED="ACTIVE",
    RESUMED="ACTIVE",
)
_AGREEMENT: Final = _life(
    "DRAFT SIGNED IN_FORCE COMPLETED",
    "TERMINATED LAPSED",
    AgreementStatus,
    STARTED="IN_FORCE",
    RESUMED="IN_FORCE",
)
_INSTALMENT: Final = _life(
    "SCHEDULED REQUESTED VERIFIED PAID", "REFUSED FORFEITED RECOVERED", InstalmentStatus
)
_ACTION: Final = _life("PLANNED STARTED COMPLETED", "ABANDONED", ActionStatus, SCHEDULED="PLANNED")
_CYCLE: Final = _life(
    "PLANNED RECRUITING COHORT_SET RUNNING COMPLETED EVALUATED",
    "CANCELLED",
    CycleStatus,
    RECRUITMENT_BEGUN="RECRUITING",
    STARTED="RUNNING",
)
_SEAT: Final = _life(
    "WAITING OFFERED CONFIRMED ACTIVE COMPLETED",
    "WITHDRAWN REPLACED",
    SeatStatus,
    PROMOTED="OFFERED",
    STARTED="ACTIVE",
)
_SESSION: Final = _life("PLANNED HELD", "CANCELLED", SessionStatus, SCHEDULED="PLANNED")

LIVES: Final[Mapping[type[Any], Life]] = {
    Call: _CALL,
    Round: _ROUND,
    Application: _APPLICATION,
    Laureate: _LAUREATE,
    GrantAgreement: _AGREEMENT,
    Instalment: _INSTALMENT,
    FundedAction: _ACTION,
    QualificationCycle: _CYCLE,
    Seat: _SEAT,
    TrainingSession: _SESSION,
    Occurrence: _SESSION,
}
"""The lives of all classes that have a status and a history."""
