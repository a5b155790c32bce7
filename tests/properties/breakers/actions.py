"""How to spoil actions."""

from typing import Final

from breakers.base import Breaker, put

import territoires_participatifs as tp

WHOLE: Final = tp.FundedAction(id="x-whole", laureate=tp.Ref("x-one"))
PART: Final = tp.FundedAction(id="x-part", laureate=tp.Ref("x-two"), part_of=tp.Ref("x-whole"))

BREAKERS: Final[dict[str, Breaker]] = {
    "ACT001": put(tp.Laureate(id="x-one"), tp.Laureate(id="x-two"), WHOLE, PART),
}
