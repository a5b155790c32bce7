"""How to spoil seats and teams."""

from typing import Final

from breakers.base import Breaker, put

import territoires_participatifs as tp
from territoires_participatifs.values.declarations import replaced


def _seat(id_: str, **fields: object) -> tp.Seat:
    return replaced(tp.Seat(id=id_), **fields)


def _cohort(*seats: tp.Seat, **fields: object) -> tp.Cohort:
    return replaced(tp.Cohort(id="x-broken", seats=seats), **fields)


def _asking(**fields: object) -> tp.QualificationCycle:
    """Return a cycle that asks for officers."""
    rule = replaced(tp.TeamRule(capacity=tp.Capacity.OFFICER), **fields)
    return tp.QualificationCycle(id="x-cycle", team=(rule,))


ONE, TWO = tp.Organisation(id="x-one"), tp.Organisation(id="x-two")
FIRST, SECOND = tp.Ref[tp.Organisation]("x-one"), tp.Ref[tp.Organisation]("x-two")
CYCLE: Final = tp.Ref[tp.QualificationCycle]("x-cycle")
WON: Final = tp.Laureate(id="x-laureate", organisation=FIRST, participations=())
PERSON: Final = tp.Person(id="p-7f3a")
SAME: Final = (tp.TeamMember(person=PERSON),)
ITSELF: Final = (tp.TeamMember(person=PERSON, replaces="p-7f3a"),)
ELSEWHERE: Final = (tp.TeamMember(capacity=tp.Capacity.OFFICER, organisation=SECOND),)
CONFIRMED: Final = tp.SeatStatus.CONFIRMED
PROMOTED: Final = (tp.Event(kind=tp.EventKind.PROMOTED),)

BREAKERS: Final[dict[str, Breaker]] = {
    "QUA003": put(
        _asking(number=tp.Count(1)),
        _cohort(_seat("one", status=CONFIRMED, team=(), team_complete=tp.Ternary.YES), cycle=CYCLE),
    ),
    "QUA004": put(_cohort(_seat("one", team=SAME), _seat("two", team=SAME))),
    "QUA005": put(
        ONE,
        TWO,
        _asking(other_organisation=tp.Ternary.NO),
        _cohort(_seat("one", organisation=FIRST, team=ELSEWHERE), cycle=CYCLE),
    ),
    "QUA006": put(
        _cohort(
            _seat("one", status=CONFIRMED),
            capacity=tp.Count(0),
            places_for=tp.PlaceUnit.ORGANISATIONS,
        )
    ),
    "QUA007": put(
        ONE,
        _cohort(
            *(_seat(each, organisation=FIRST, status=CONFIRMED) for each in ("one", "two")),
            places_for=tp.PlaceUnit.ORGANISATIONS,
        ),
    ),
    "QUA008": put(
        ONE, TWO, WON, _cohort(_seat("one", organisation=SECOND, laureate=tp.Ref("x-laureate")))
    ),
    "QUA009": put(_cohort(_seat("one", replaces="one"))),
    "QUA010": put(_cohort(_seat("one", team=ITSELF))),
    "QUA011": put(
        _cohort(
            _seat("one", rank=1, status=tp.SeatStatus.WAITING),
            _seat("two", rank=2, history=PROMOTED),
        )
    ),
}
