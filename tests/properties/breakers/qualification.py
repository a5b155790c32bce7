"""How to spoil cohorts."""

from typing import Final

from breakers.base import Breaker, put

import territoires_participatifs as tp

CALLS: Final = (tp.Call(id="x-one"), tp.Call(id="x-two"))
CYCLE: Final = tp.QualificationCycle(id="x-cycle", recruits=tp.Ref("x-one"))
MISSED: Final = tp.Attendance(session="day-1", person="p-7f3a", present=tp.Ternary.NO)
ATTESTED: Final = tp.Certificate(kind=tp.CertificateKind.ATTENDANCE, person="p-7f3a")
DAY: Final = tp.TrainingSession(id="day-1", half_days=tp.Count(2), optional=tp.Ternary.NO)
ALL_DATES: Final = tp.CompletionTerms(
    certificate=tp.CertificateKind.COMPLETION, share=tp.Rate("100")
)
COMPLETED: Final = tp.Certificate(kind=tp.CertificateKind.COMPLETION, person="p-7f3a")

BREAKERS: Final[dict[str, Breaker]] = {
    "QUA001": put(
        *CALLS, CYCLE, tp.Cohort(id="x-broken", cycle=tp.Ref("x-cycle"), call=tp.Ref("x-two"))
    ),
    "QUA002": put(tp.Cohort(id="x-broken", attendances=(MISSED,), certificates=(ATTESTED,))),
    "QUA026": put(
        tp.QualificationCycle(id="x-cycle", terms=(ALL_DATES,)),
        tp.Cohort(
            id="x-broken",
            cycle=tp.Ref("x-cycle"),
            sessions=(DAY,),
            attendances=(MISSED,),
            certificates=(COMPLETED,),
        ),
    ),
}
