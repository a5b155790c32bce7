"""How to spoil calls."""

from typing import Final

from breakers.base import Breaker, call

import territoires_participatifs as tp


def _round(opens: str, deadline: str) -> tuple[tp.Round]:
    day = tp.PartialDate(deadline)
    opened = tp.Instant(tp.PartialDate(opens))
    return (tp.Round(id="first", opens=opened, deadline=tp.Deadline(day=day)),)


def _event(kind: tp.EventKind, about: str, was: object = None) -> tp.Event:
    held = None if was is None else tp.Raw.of(was)
    return tp.Event(kind=kind, on=tp.PartialDate("2020"), about=about, was=held)


CLOSED: Final = tp.Deadline(day=tp.PartialDate("2021"))
ODD: Final = tp.UnknownDemand(content=tp.Raw.of({"kind": "lottery"}))

BREAKERS: Final[dict[str, Breaker]] = {
    "CAL001": call(rounds=_round("2021-03", "2021-02")),
    "CAL002": call(closes=CLOSED, rounds=_round("2021-03", "2022-01-01")),
    "CAL003": call(closes=tp.Deadline(day=tp.PartialDate("2021-03-12"), hour="12:00")),
    "CAL004": call(
        opens=tp.Instant(tp.PartialDate("2021-03")),
        closes=tp.Deadline(day=tp.PartialDate("2021-02")),
    ),
    "CAL005": call(requirements=(tp.Requirement(id="odd", demand=ODD),)),
    "CAL006": call(history=(_event(tp.EventKind.ENVELOPE_CHANGED, "/envelopes"),)),
    "CAL007": call(
        closes=CLOSED, history=(_event(tp.EventKind.EXTENDED, "/closes", was="2022-01"),)
    ),
    "CAL008": call(rounds=(tp.Round(id="first", deadline=CLOSED, results=tp.PartialDate("2020")),)),
    "CAL009": call(aid=(tp.AidTerms(floor=tp.Amount(tp.Money(2)), cap=tp.Amount(tp.Money(1))),)),
    "CAL010": call(aid=(tp.AidTerms(rate=tp.Rate("100.01")),)),
    "CAL011": call(
        requirements=(
            tp.Requirement(
                id="x-never", demand=tp.RateDemand(at_least=tp.Rate("81"), at_most=tp.Rate("80"))
            ),
        )
    ),
    "CAL012": call(
        closes=None,
        rounds=(),
        stages=None,
        requirements=(tp.Requirement(id="x-late", demand=tp.DeadlineDemand()),),
    ),
    "CAL013": call(
        requirements=(tp.Requirement(id="x-none", demand=tp.AnyOf(demands=())),),
    ),
}
