"""How to spoil cycles."""

from typing import Final

from breakers.base import Breaker, put

import territoires_participatifs as tp
from territoires_participatifs.values.declarations import replaced


def _cycle(**fields: object) -> tp.QualificationCycle:
    return replaced(tp.QualificationCycle(id="x-broken"), **fields)


def _price(sum_: int, largest: int) -> tp.Price:
    group = tp.Count(5, tp.Exactness.BETWEEN, largest)
    amount = tp.Amount(tp.Money(sum_), basis=tp.TaxBasis.TAX_INCLUDED)
    return tp.Price(kind=tp.PriceKind.PER_GROUP, amount=amount, group=group)


ACTION: Final = tp.FundedAction(id="x-action")
EUROS: Final = tp.Amount(tp.Money(1))

BREAKERS: Final[dict[str, Breaker]] = {
    "QUA029": put(_cycle(prices=(tp.Price(kind=tp.PriceKind.FREE, amount=EUROS),))),
    "QUA030": put(_cycle(prices=(tp.Price(kind=tp.PriceKind.PER_PARTICIPANT, amount=EUROS),))),
    "QUA031": put(_cycle(prices=(_price(1, 15), _price(2, 30)))),
    "QUA032": put(replaced(ACTION, kind=tp.ActionKind.WORKS), _cycle(action=tp.Ref("x-action"))),
    "QUA033": put(
        replaced(ACTION, status=tp.ActionStatus.ABANDONED),
        _cycle(action=tp.Ref("x-action"), status=tp.CycleStatus.RUNNING),
    ),
}
