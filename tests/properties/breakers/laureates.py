"""How to spoil decisions, laureates and grant agreements."""

from typing import Final

from breakers.base import Breaker, put

import territoires_participatifs as tp
from territoires_participatifs.values.declarations import replaced


def _call(**fields: object) -> tp.Call:
    return replaced(tp.Call(id="x-call"), **fields)


def _decision(**fields: object) -> tp.Decision:
    return replaced(tp.Decision(id="x-decision"), **fields)


def _laureate(**fields: object) -> tp.Laureate:
    return replaced(tp.Laureate(id="x-laureate"), **fields)


def _agreement(*instalments: tp.Instalment, **fields: object) -> Breaker:
    """Return a breaker that adds one agreement with some payments."""
    return put(replaced(tp.GrantAgreement(id="x-act", instalments=instalments), **fields))


def _refusing(quote: tp.Quote | None = None) -> tp.Decision:
    refusal = tp.Ruling(application=FILE_ID, verdict=tp.Verdict.REJECTED, quote=quote)
    return _decision(rulings=(refusal,))


def _euros(sum_: int) -> tp.Amount:
    return tp.Amount(tp.Money(sum_))


FILE_ID: Final = tp.Ref[tp.Application]("x-file")
FILE: Final = tp.Application(id="x-file")
ELSEWHERE: Final = tp.Ref[tp.Call]("x-other")
OTHER: Final = tp.Call(id="x-other")
PAGE: Final = tp.Source(id="x-page", title="Page")
SAID: Final = tp.Quote(source=tp.Ref("x-page"), text="hors sujet")
CALL, DECISION = tp.Ref[tp.Call]("x-call"), tp.Ref[tp.Decision]("x-decision")
TWO: Final = (tp.Benefit(kind=tp.AidKind.GRANT, amount=_euros(2)),)
CLOSED: Final = tp.Deadline(day=tp.PartialDate("2021-03"))
MARKED: Final = tp.Review(
    application=FILE_ID,
    scores=(tp.Score(criterion="impact", points=tp.Number(21)),),
)
CRITERION: Final = tp.SelectionCriterion(id="impact", scale=tp.Number(20))
DAY, EVE = tp.PartialDate("2021-07-01"), tp.PartialDate("2021-06-30")
ADVANCE: Final = tp.Instalment(kind=tp.InstalmentKind.ADVANCE, amount=_euros(2))
MOVED: Final = tp.Amendment(kinds=(tp.AmendmentKind.REALLOCATION,), amount=_euros(2))

BREAKERS: Final[dict[str, Breaker]] = {
    "AGR001": _agreement(ADVANCE, amount=_euros(1)),
    "AGR002": _agreement(replaced(ADVANCE, paid=EVE), signed=DAY),
    "AGR003": _agreement(amount=_euros(1), amendments=(MOVED,)),
    "AGR004": _agreement(replaced(ADVANCE, paid=EVE, requested=DAY)),
    "LAU001": put(
        _call(), OTHER, _decision(call=CALL), _laureate(call=ELSEWHERE, decision=DECISION)
    ),
    "LAU002": put(
        _call(),
        OTHER,
        replaced(FILE, call=CALL),
        _laureate(call=ELSEWHERE, application=FILE_ID),
    ),
    "LAU003": put(PAGE, FILE, _refusing(SAID), _laureate(decision=DECISION, application=FILE_ID)),
    "LAU004": put(FILE, _refusing()),
    "LAU005": put(_call(closes=CLOSED), _decision(call=CALL, decided=tp.PartialDate("2021-02"))),
    "LAU006": put(_decision(selected=tp.Count(0)), _laureate(decision=DECISION)),
    "LAU007": put(
        _call(envelopes=(tp.Envelope(amount=_euros(1)),)), _laureate(call=CALL, benefits=TWO)
    ),
    "LAU008": put(_call(aid=(tp.AidTerms(cap=_euros(1)),)), _laureate(call=CALL, benefits=TWO)),
    "LAU009": put(_call(criteria=(CRITERION,)), FILE, _decision(call=CALL, reviews=(MARKED,))),
}
