"""Rules on territories: what the registers say of the codes, and of who belongs to whom."""

from collections.abc import Iterable, Iterator
from typing import Final

from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.organisations import Organisation, OrganisationKind, territory_of
from territoires_participatifs.reference import (
    Territory,
    TerritoryCode,
    TerritoryKind,
    always_within,
    covering,
    ever_there,
    index_of,
    vintages,
)
from territoires_participatifs.sources import Entity, Source
from territoires_participatifs.values.instants import Instant
from territoires_participatifs.values.partial_dates import PartialDate

_CODES: Final = Source(
    id="insee-cog",
    title="Insee, code officiel géographique",
    url="https://www.insee.fr/fr/information/2560452",
)
_BODIES: Final = Source(
    id="dgcl-epci",
    title="DGCL, liste et composition des EPCI à fiscalité propre",
    url="https://www.collectivites-locales.gouv.fr",
)

_SOURCES: Final = (_CODES, _BODIES)

_DATES: Final = ("opens", "announced", "selected", "since")
"""The fields that tell the day of an entity, the first that it has."""

_COMMUNAL: Final = (
    TerritoryKind.COMMUNE,
    TerritoryKind.MUNICIPAL_ARRONDISSEMENT,
    TerritoryKind.DELEGATED_COMMUNE,
    TerritoryKind.ASSOCIATED_COMMUNE,
)


@rule(
    "TER001",
    "territory.unknown-code",
    on=TerritoryCode,
    moment=Moment.DRAFT,
    severity=Severity.WARNING,
    sources=_SOURCES,
    since="26.1",
)
def unknown_code(code: TerritoryCode, _: Context) -> Iterable[Fault]:
    """A code of a territory stands in the register of its kind, or stood there.

    Silent for the kinds that no table holds. A part of a commune may be called a commune.
    """
    found = Territory.named(code)
    if found is not None and found.is_tabled and not found.is_known:
        years = {"first": str(vintages()[0]), "last": str(vintages()[-1])}
        yield fault("code", code=found.code, kind=found.kind.value, **years)


@rule(
    "TER002",
    "territory.not-at-the-time",
    on=TerritoryCode,
    moment=Moment.SUBMISSION,
    severity=Severity.WARNING,
    sources=_SOURCES,
    since="26.1",
)
def not_at_the_time(code: TerritoryCode, _: Context) -> Iterable[Fault]:
    """A code stands in the edition of the register that it is said to come from.

    Silent where no edition is told, where the tables don't hold it, and for unknown codes.
    """
    found, index = Territory.named(code), index_of(code.vintage)
    if found is not None and index is not None and ever_there(found, (index,)).is_no:
        yield fault("vintage", territory=found, vintage=str(code.vintage))


@rule(
    "TER003",
    "territory.outside-the-body",
    on=Organisation,
    moment=Moment.SUBMISSION,
    severity=Severity.WARNING,
    sources=(_BODIES,),
    since="26.1",
)
def outside_the_body(organisation: Organisation, _: Context) -> Iterable[Fault]:
    """An inter-municipal body holds the communes that it lists, and the one of its seat.

    Silent unless no edition of the register that the body stands in has the commune in it,
    from the day since which it is told to exist to the day until which.
    """
    body = _body(organisation)
    if body is None:
        return
    told = covering(organisation.since, organisation.until) or covering(None, None)
    indices = tuple(each for each in told if ever_there(body, (each,)).is_yes)
    for path, code in _codes(organisation):
        found = Territory.named(code)
        is_communal = found is not None and found.kind in _COMMUNAL
        if found is not None and is_communal and always_within(found, body, indices).is_no:
            yield fault(*path, "code", territory=found, body=body)


@rule(
    "TER004",
    "territory.not-on-the-day",
    on=Entity,
    moment=Moment.SUBMISSION,
    severity=Severity.WARNING,
    sources=_SOURCES,
    since="26.1",
)
def not_on_the_day(entity: Entity, _: Context) -> Iterable[Fault]:
    """A territory stood in its register on the day of the call, action or cycle that names it.

    Silent where the code tells its own edition, and where the tables can't tell for sure.
    """
    on = _day(entity)
    for path, code in _codes(entity) if on is not None else ():
        found = Territory.named(code) if code.vintage is None else None
        if found is not None and ever_there(found, covering(on, on)).is_no:
            yield fault(*path, "code", territory=found, day=on)


def _codes(entity: Entity) -> Iterator[tuple[tuple[str | int, ...], TerritoryCode]]:
    """Yield the territories of an entity, and the one of its seat."""
    listed: tuple[TerritoryCode, ...] | None = getattr(entity, "territories", None)
    for index, each in enumerate(listed or ()):
        yield ("territories", index), each
    if isinstance(entity, Organisation) and entity.seat is not None:
        yield ("seat",), entity.seat


def _day(entity: Entity) -> PartialDate | None:
    told = (getattr(entity, each, None) for each in _DATES)
    days = (each.day if isinstance(each, Instant) else each for each in told)
    return next((each for each in days if isinstance(each, PartialDate)), None)


def _body(organisation: Organisation) -> Territory | None:
    """Return the inter-municipal body that an organisation is, if the tables know it."""
    if organisation.kind is not OrganisationKind.INTERMUNICIPAL_BODY:
        return None
    found = territory_of(organisation)
    is_one = found is not None and found.kind is TerritoryKind.INTERMUNICIPAL
    return found if is_one else None


RULES: Final = (unknown_code, not_at_the_time, outside_the_body, not_on_the_day)
