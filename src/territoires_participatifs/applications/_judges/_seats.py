"""Where an organisation has its seat: in which country, in which territories."""

from collections.abc import Iterable
from typing import Final

from territoires_participatifs.organisations import Organisation
from territoires_participatifs.reference import Territory, TerritoryCode, TerritoryKind
from territoires_participatifs.values.dates import Day
from territoires_participatifs.values.ternary import Ternary, any_of

FRANCE: Final = "FR"

_OVERSEAS: Final = frozenset(
    {"BL", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "TF", "WF", "YT"}
)
"""The parts of France that ISO 3166-1 gives a code of their own."""

_BY_EUROSTAT: Final = {"EL": "GR", "UK": "GB"}
"""The two countries that Eurostat writes otherwise than ISO 3166-1."""

_FRENCH: Final = frozenset(
    {
        TerritoryKind.COMMUNE,
        TerritoryKind.INTERMUNICIPAL,
        TerritoryKind.DEPARTEMENT,
        TerritoryKind.REGION,
        TerritoryKind.OVERSEAS_COLLECTIVITY,
        TerritoryKind.MUNICIPAL_ARRONDISSEMENT,
        TerritoryKind.DELEGATED_COMMUNE,
        TerritoryKind.ASSOCIATED_COMMUNE,
        TerritoryKind.PRIORITY_NEIGHBOURHOOD,
        TerritoryKind.ARRONDISSEMENT,
    }
)
"""The kinds whose codes are those of French registers."""


def country_of(seat: TerritoryCode | None) -> str | None:
    """Return the country that a territory lies in, if its code tells.

    >>> country_of(TerritoryCode(TerritoryKind.COMMUNE, "59350"))
    'FR'
    >>> country_of(TerritoryCode(TerritoryKind.NUTS, "BE32"))
    'BE'
    >>> country_of(TerritoryCode(TerritoryKind.COMMUNE, label="Mons")) is None
    True
    """
    if seat is None or seat.code is None:
        return None
    if seat.kind in _FRENCH:
        return FRANCE
    if seat.kind is TerritoryKind.NUTS:
        return _BY_EUROSTAT.get(seat.code[:2], seat.code[:2])
    if seat.kind is TerritoryKind.COUNTRY:
        return FRANCE if seat.code in _OVERSEAS else seat.code
    return None


def is_seated(
    organisation: Organisation | None, territories: Iterable[TerritoryCode], on: Day | None
) -> Ternary:
    """Tell whether the seat of an organisation lies within one of some territories, on a day.

    >>> town = Organisation(id="town", seat=TerritoryCode(TerritoryKind.COUNTRY, "BE"))
    >>> is_seated(town, (TerritoryCode(TerritoryKind.COUNTRY, "BE"),), None)
    <Ternary.YES: 'yes'>
    """
    seat = None if organisation is None else organisation.seat
    if seat is None:
        return Ternary.UNDETERMINED
    return any_of(_is_within(seat, each, on) for each in territories)


def _is_within(seat: TerritoryCode, other: TerritoryCode, on: Day | None) -> Ternary:
    country = country_of(seat)
    if other.kind is TerritoryKind.COUNTRY and other.code is not None and country is not None:
        return Ternary.of(country == country_of(other))
    if seat.code is not None and (seat.kind, seat.code) == (other.kind, other.code):
        return Ternary.YES
    place = Territory.named(seat)
    if place is None or on is None:
        return Ternary.UNDETERMINED
    return place.within(other, on)
