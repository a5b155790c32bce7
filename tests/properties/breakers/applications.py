"""How to spoil applications."""

from typing import Final

from breakers.base import Breaker, put

import territoires_participatifs as tp
from territoires_participatifs.values.declarations import replaced


def _file(**fields: object) -> tp.Application:
    return replaced(tp.Application(id="x-file"), **fields)


def _instant(day: str) -> tp.Instant:
    return tp.Instant(tp.PartialDate(day))


CITY, LAB = tp.Organisation(id="x-city"), tp.Organisation(id="x-lab")
EURO: Final = tp.Amount(tp.Money(1))
ALONE: Final = tp.Consortium(
    members=(
        tp.Member(organisation=tp.Ref("x-city"), role=tp.MemberRole.COORDINATOR, requested=EURO),
    ),
    members_complete=tp.Ternary.YES,
)
CALL: Final = tp.Call(
    id="x-call",
    closes=tp.Deadline(day=tp.PartialDate("2021-03-12"), event=tp.CountingEvent.RECEIVED),
)

BREAKERS: Final[dict[str, Breaker]] = {
    "APP001": put(_file(submitted=_instant("2021-03"), received=_instant("2021-02"))),
    "APP002": put(CALL, _file(call=tp.Ref("x-call"), received=_instant("2021-04"))),
    "APP003": put(CITY, _file(consortium=ALONE, requested=tp.Amount(tp.Money(2)))),
    "APP004": put(CITY, LAB, _file(consortium=ALONE, applicant=tp.Ref("x-lab"))),
}
