"""How to spoil attendances and certificates."""

from typing import Final

from breakers.base import Breaker, put

import territoires_participatifs as tp
from territoires_participatifs.values.declarations import replaced

CAME: Final = tp.Attendance(session="day-1", person="p-7f3a", present=tp.Ternary.YES)
MISSED: Final = replaced(CAME, present=tp.Ternary.NO)
DAY: Final = tp.TrainingSession(id="day-1")
SEPTEMBER: Final = tp.Occurrence(starts=tp.Instant(tp.PartialDate("2021-09-02")))
COMPLETED: Final = tp.Certificate(
    kind=tp.CertificateKind.COMPLETION, issued=tp.PartialDate("2021-07-08")
)
CYCLE: Final = tp.QualificationCycle(id="x-cycle", certificates=())


def _cohort(**fields: object) -> tp.Cohort:
    return replaced(tp.Cohort(id="x-broken"), **fields)


BREAKERS: Final[dict[str, Breaker]] = {
    "QUA021": put(_cohort(attendances=(replaced(CAME, occurrence=0),))),
    "QUA022": put(_cohort(attendances=(CAME, MISSED))),
    "QUA023": put(
        _cohort(
            sessions=(replaced(DAY, status=tp.SessionStatus.CANCELLED),),
            attendances=(CAME,),
        )
    ),
    "QUA024": put(
        _cohort(
            sessions=(replaced(DAY, half_days=tp.Count(1)),),
            attendances=(replaced(CAME, half_days=tp.Count(2)),),
        )
    ),
    "QUA025": put(_cohort(seats=(), seats_complete=tp.Ternary.YES, attendances=(CAME,))),
    "QUA027": put(CYCLE, _cohort(cycle=tp.Ref("x-cycle"), certificates=(COMPLETED,))),
    "QUA028": put(
        _cohort(sessions=(replaced(DAY, occurrences=(SEPTEMBER,)),), certificates=(COMPLETED,))
    ),
}
