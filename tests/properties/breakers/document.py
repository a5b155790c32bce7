"""How to spoil what holds for any entity, and for a dataset as a whole."""

from typing import Final

from breakers.base import Breaker, call, put

import territoires_participatifs as tp
from territoires_participatifs.values.declarations import replaced


def _twice(dataset: tp.Dataset) -> tp.Dataset:
    return replaced(dataset, calls=(*dataset.calls, tp.Call(id="x-1"), tp.Call(id="x-1")))


def _said(value: object, standing: tp.Standing = tp.Standing.PREFERRED) -> tuple[tp.Statement]:
    return (tp.Statement(about="/kind", value=tp.Raw.of(value), standing=standing),)


LAB: Final = tp.Organisation(id="x-lab")

GROUNDLESS: Final = tp.Waiver(code="CAL003", reason=tp.Bilingual("Sans objet."))
HISTORY: Final = (
    tp.Event(kind=tp.EventKind.OPENED, on=tp.PartialDate("2021-03")),
    tp.Event(kind=tp.EventKind.CLOSED, on=tp.PartialDate("2021-02")),
)
INVERTED: Final = tp.FundedAction(
    id="x-broken", since=tp.PartialDate("2021"), until=tp.PartialDate("2020")
)
WINDOW: Final = tp.Window(opens=tp.PartialDate("2021"), closes=tp.PartialDate("2020"))


def _quoted(dataset: tp.Dataset) -> tp.Dataset:
    """Give every entity a source of its own, none to the dataset, and add one without."""
    asked = tp.OpenQuestion(text=tp.Bilingual("Quand ?"), quotes=(tp.Quote(text="bientôt"),))
    known = dataset.put(tp.Source(id="x-page", title="Page"))
    for each in known.by_id.values():
        if each.source is None:
            known = known.put(replaced(each, source=tp.Ref("x-page"), statements=(), disputed=()))
    return replaced(known.put(tp.Call(id="x-broken", questions=(asked,))), source=None)


BREAKERS: Final[dict[str, Breaker]] = {
    "DAT001": call(follows=tp.Ref("x-nowhere")),
    "DAT002": put(LAB, tp.Call(id="x-broken", follows=tp.Ref("x-lab"))),
    "DAT003": _twice,
    "DAT004": call(tracks=(tp.Track(id="towns", part_of="moon"),)),
    "DAT005": call(tracks=(tp.Track(id="towns"), tp.Track(id="towns"))),
    "DAT006": call(follows=tp.Ref("x-broken")),
    "DAT007": put(INVERTED),
    "DAT008": call(aid=(tp.AidTerms(expenses=WINDOW),)),
    "LIF001": call(status=tp.CallStatus.PLANNED, history=HISTORY[:1]),
    "LIF002": call(history=HISTORY),
    "SRC001": call(disputed=("/nothing",)),
    "SRC002": call(statements=_said("tender", tp.Standing.ALTERNATIVE)),
    "SRC003": call(kind=tp.CallKind.PROJECTS, statements=_said("challenges")),
    "SRC004": call(kind=tp.CallKind.PROJECTS, disputed=("/kind",)),
    "SRC005": _quoted,
    "SRC006": call(statements=(tp.Statement(about="/kind", standing=tp.Standing.INFERRED),)),
    "WAI001": put(tp.Laureate(id="x-broken", waivers=(GROUNDLESS,))),
}
