"""How to spoil territories."""

from typing import Final

from breakers.base import Breaker, call, put

import territoires_participatifs as tp


def _commune(code: str, vintage: int | None = None) -> tuple[tp.TerritoryCode]:
    return (tp.TerritoryCode(tp.TerritoryKind.COMMUNE, code, vintage=vintage),)


DUNKERQUE: Final = tp.Organisation(
    id="x-broken",
    kind=tp.OrganisationKind.INTERMUNICIPAL_BODY,
    siren=tp.Siren("245900428"),
    territories=_commune("59011"),
)
OPENED: Final = tp.Instant(tp.PartialDate("2022-01-01"))

BREAKERS: Final[dict[str, Breaker]] = {
    "TER001": call(territories=_commune("59999")),
    "TER002": call(territories=_commune("19092", 2022)),
    "TER003": put(DUNKERQUE),
    "TER004": call(territories=_commune("19092"), opens=OPENED),
}
