"""How to spoil organisations."""

from typing import Final

from breakers.base import Breaker, put

import territoires_participatifs as tp

PART: Final = tp.Participation(
    organisation=tp.Ref("x-lab"),
    role=tp.Role.SUPPORT,
    since=tp.PartialDate("2021"),
)
LAB: Final = tp.Organisation(id="x-lab", until=tp.PartialDate("2020"))
SIREN, LA_POSTE = tp.Siren("732829320"), tp.Siret("35600000000048")

BREAKERS: Final[dict[str, Breaker]] = {
    "ORG001": put(LAB, tp.Call(id="x-broken", participations=(PART,))),
    "ORG002": put(tp.Organisation(id="x-broken", siren=SIREN, siret=LA_POSTE)),
}
