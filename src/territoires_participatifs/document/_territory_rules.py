"""Rules on territories: what the registers say of the codes, and of who belongs to whom."""

from collections.abc import Iterable, Iterator
from typing import Final, final

from attrs import frozen

from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule, walk
from territoires_participatifs.labels import Labelled
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
from territoires_participatifs.values.partial_dates import PartialDate, surely_before

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

_DAYS: Final = (
    "opens",
    "announced",
    "selected",
    "submitted",
    "received",
    "starts",
    "date",
    "period",
)
"""The fields that tell the day, or the year, of an entity or a part: the first that it has."""

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

    Silent for the kinds that no table holds, and for a code of an edition before the first or
    after the last that is held. A part of a commune may be called a commune.
    """
    found = Territory.named(code)
    first, last = vintages()[0], vintages()[-1]
    is_held = code.vintage is None or first <= code.vintage <= last
    if found is not None and is_held and found.is_tabled and not found.is_known:
        years = {"first": str(first), "last": str(last)}
        yield fault("code", code=found.code, kind=Labelled(found.kind), **years)


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
            years = {"first": str(vintages()[indices[0]]), "last": str(vintages()[indices[-1]])}
            yield fault(*path, "code", territory=found, body=body, **years)


def _codes(organisation: Organisation) -> Iterator[tuple[tuple[str | int, ...], TerritoryCode]]:
    """Yield the territories of an organisation, and the one of its seat."""
    for index, each in enumerate(organisation.territories or ()):
        yield ("territories", index), each
    if organisation.seat is not None:
        yield ("seat",), organisation.seat


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
    """A territory stood in its register at the time of what names it.

    That is the day of a call, a round or a laureate, and the whole time from the beginning
    of an action, a cycle, a project, a consortium or an organisation to its end; without an
    end, to this day. A part that tells no time is of that of what it is part of. Silent where the
    code tells its own edition, and where the tables can't tell for sure.
    """
    for pointer, code, time in _timed(entity):
        found = Territory.named(code) if code.vintage is None else None
        if found is not None and time is not None and ever_there(found, time.vintages).is_no:
            yield fault(*pointer[1:].split("/"), "code", territory=found, time=time.told)


@final
@frozen
class _Time:
    """When something was: the vintages that could speak of it, and how to tell it."""

    vintages: tuple[int, ...]
    told: PartialDate


def _timed(entity: Entity) -> Iterator[tuple[str, TerritoryCode, _Time | None]]:
    """Yield the territories of an entity and of its parts, each with its time, if it is told."""
    around: list[tuple[str, _Time | None]] = [("", None)]
    for visit in walk(entity):
        if visit.entity is not entity:  # which is asked itself
            continue
        while not visit.pointer.startswith(around[-1][0]):
            around.pop()
        if isinstance(visit.subject, TerritoryCode):
            yield visit.pointer, visit.subject, around[-1][1]
        else:
            around.append((f"{visit.pointer}/", _time(visit.subject) or around[-1][1]))


def _time(part: object) -> _Time | None:
    """Return the day of an entity or a part, or all the time from its beginning to its end."""
    told = (getattr(part, each, None) for each in _DAYS)
    days = (each.day if isinstance(each, Instant) else each for each in told)
    on = next((each for each in days if isinstance(each, PartialDate)), None)
    if on is not None:
        return _Time(covering(on, on), on)
    since, until = getattr(part, "since", None), getattr(part, "until", None)
    return _lasting(since, until) if isinstance(since, PartialDate) else None


def _lasting(since: PartialDate, until: PartialDate | None) -> _Time:
    """Return all the time from a beginning on, if the vintages cover it."""
    found = covering(since, until)
    if not found or surely_before(until, since):
        return _Time((), since)
    end = "" if until is None else until.latest
    return _Time(found, PartialDate(f"[{since.earliest}..{end}]"))


def _body(organisation: Organisation) -> Territory | None:
    """Return the inter-municipal body that an organisation is, if the tables know it."""
    if organisation.kind is not OrganisationKind.INTERMUNICIPAL_BODY:
        return None
    found = territory_of(organisation)
    is_one = found is not None and found.kind is TerritoryKind.INTERMUNICIPAL
    return found if is_one else None


RULES: Final = (unknown_code, not_at_the_time, outside_the_body, not_on_the_day)
