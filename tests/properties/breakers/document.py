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

BREAKERS: Final[dict[str, Breaker]] = {
    "DAT001": call(follows=tp.Ref("x-nowhere")),
    "DAT002": put(LAB, tp.Call(id="x-broken", follows=tp.Ref("x-lab"))),
    "DAT003": _twice,
    "SRC001": call(disputed=("/nothing",)),
    "SRC002": call(statements=_said("tender", tp.Standing.ALTERNATIVE)),
    "SRC003": call(kind=tp.CallKind.PROJECTS, statements=_said("challenges")),
    "SRC004": call(kind=tp.CallKind.PROJECTS, disputed=("/kind",)),
}
