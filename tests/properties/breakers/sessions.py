"""How to spoil sessions."""

from typing import Final

from breakers.base import Breaker, put

import territoires_participatifs as tp
from territoires_participatifs.values.declarations import replaced


def _at(day: str, hour: str | None = None) -> tp.Instant:
    return tp.Instant(tp.PartialDate(day), hour=hour)


def _session(number: int, *occurrences: tp.Occurrence, **fields: object) -> tp.TrainingSession:
    held = tp.TrainingSession(id=f"day-{number}", occurrences=occurrences)
    return replaced(held, **fields)


def _cohort(*sessions: tp.TrainingSession, **fields: object) -> tp.Cohort:
    cohort = tp.Cohort(id="x-broken", sessions=sessions, cycle=tp.Ref("x-cycle"))
    return replaced(cohort, **fields)


def _cycle(**fields: object) -> tp.QualificationCycle:
    return replaced(tp.QualificationCycle(id="x-cycle"), **fields)


HELD: Final = tp.SessionStatus.HELD
MORNING: Final = tp.Occurrence(starts=_at("2021-07-08", "09:00"), ends=_at("2021-07-08", "12:00"))
HERE: Final = replaced(MORNING, place="Arras")
ELSEWHERE: Final = replaced(MORNING, place="Lille")
LATER: Final = tp.Occurrence(starts=_at("2021-07-22"))
UPSIDE_DOWN: Final = replaced(MORNING, ends=_at("2021-07-08", "08:00"))
AHEAD: Final = tp.Occurrence(starts=_at("2101-01-01"), status=HELD)
CAME: Final = tuple(
    tp.Attendance(session=f"day-{each}", person="p-7f3a", present=tp.Ternary.YES) for each in (1, 2)
)
CALL: Final = tp.Call(id="x-call", closes=tp.Deadline(day=tp.PartialDate("2021-03-12")))
SCHOOL: Final = tp.Organisation(id="x-school", accreditations=())
TEACHES: Final = tp.Participation(organisation=tp.Ref("x-school"), role=tp.Role.TRAINING_BODY)

BREAKERS: Final[dict[str, Breaker]] = {
    "QUA012": put(_cycle(since=tp.PartialDate("2021-07-09")), _cohort(_session(1, MORNING))),
    "QUA013": put(_cycle(), _cohort(_session(1, HERE), _session(2, ELSEWHERE), attendances=CAME)),
    "QUA014": put(
        _cycle(spacing=tp.Span("P6W")), _cohort(_session(1, MORNING), _session(2, LATER))
    ),
    "QUA015": put(
        _cycle(days=tp.Count(1)),
        _cohort(_session(1, half_days=tp.Count(1)), sessions_complete=tp.Ternary.YES),
    ),
    "QUA016": put(_cycle(), _cohort(_session(1, UPSIDE_DOWN))),
    "QUA017": put(_cycle(), _cohort(_session(1, AHEAD))),
    "QUA018": put(_cycle(), _cohort(_session(1, status=HELD), _session(2, replaces="day-1"))),
    "QUA019": put(
        CALL,
        _cycle(
            recruits=tp.Ref("x-call"),
            open_registration=tp.Ternary.NO,
            since=tp.PartialDate("2021-02"),
        ),
    ),
    "QUA020": put(
        SCHOOL,
        _cycle(participations=(TEACHES,), provider_schemes=("qualiopi",)),
        _cohort(_session(1, MORNING)),
    ),
}
