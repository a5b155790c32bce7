"""Where an applicant and its projects are, and how places lie to one another."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple, final

from territoires_participatifs.applications._judges._answers import fact_found
from territoires_participatifs.applications._judges._facts import Facts, Party
from territoires_participatifs.applications._results import ComparedFact
from territoires_participatifs.organisations import Organisation, OrganisationKind, territory_of
from territoires_participatifs.reference import Territory, TerritoryCode, TerritoryKind
from territoires_participatifs.values.dates import Day
from territoires_participatifs.values.ternary import Ternary, any_of

_ADMINISTERED: Final[Mapping[OrganisationKind | None, TerritoryKind]] = {
    OrganisationKind.COMMUNE: TerritoryKind.COMMUNE,
    OrganisationKind.INTERMUNICIPAL_BODY: TerritoryKind.INTERMUNICIPAL,
    OrganisationKind.DEPARTEMENT: TerritoryKind.DEPARTEMENT,
    OrganisationKind.REGION: TerritoryKind.REGION,
}
"""The kind of territory that an organisation of a kind administers."""

_COMPOSED: Final = frozenset(
    {
        TerritoryKind.INTERMUNICIPAL,
        TerritoryKind.DEPARTEMENT,
        TerritoryKind.REGION,
        TerritoryKind.COUNTRY,
    }
)


@final
class Place(NamedTuple):
    """A territory that an application names, and where."""

    code: TerritoryCode
    pointer: str | None
    """None for what was looked up."""
    subject: str | None
    """The organisation or the project that it belongs to."""

    @property
    def territory(self) -> Territory | None:
        """The territory, if the application gives its code."""
        return Territory.named(self.code)

    def fact(self, name: str) -> ComparedFact:
        """Return the place as a fact, by its name or by what the application calls it."""
        found = self.territory
        text = self.code.label or (str(found) if found else None)
        return fact_found(name=name, place=self.pointer, subject=self.subject, text=text)


def administered(organisation: Organisation) -> tuple[Territory | None, str]:
    """Return the territory that an organisation administers, and by which field it is told."""
    found = territory_of(organisation)
    if found is not None:
        return found, "siren" if organisation.siren is not None else "siret"
    wanted = _ADMINISTERED.get(organisation.kind)
    named = [
        (Territory.named(each), f"territories/{index}")
        for index, each in enumerate(organisation.territories or ())
        if each.kind is wanted
    ]
    return named[0] if len(named) == 1 else (None, "territories")


def code_of(territory: Territory) -> TerritoryCode:
    """Return a territory as a document names it."""
    return TerritoryCode(territory.kind, territory.code, territory.name)


def places_of_projects(facts: Facts) -> Iterator[tuple[str, str, tuple[Place, ...] | None]]:
    """Yield for each project its id, where its territories stand, and these; None if unknown.

    Those that are named are all there is, whichever number is told besides.
    """
    for index, project in enumerate(facts.application.projects or ()):
        pointer = f"/projects/{index}/territories"
        named = tuple(
            Place(each, f"{pointer}/{i}", project.id)
            for i, each in enumerate(project.territories or ())
        )
        yield project.id, pointer, named or None


def place_of(party: Party, code: TerritoryCode, field: str) -> Place:
    """Return a territory that an organisation names, or that was looked up by its number."""
    return Place(code, f"{party.place}/{field}" if party.declared else None, party.id)


def lies_in(place: TerritoryCode, others: Iterable[TerritoryCode], on: Day | None) -> Ternary:
    """Tell whether the whole of a place lies in some territories, be it in several of them.

    A body of several communes may straddle two départements, and yet lie in both together.
    """
    targets = tuple(others)
    direct = any_of(_within(place, each, on) for each in targets)
    one = Territory.named(place)
    if not direct.is_no or one is None or on is None or len(targets) == 1:
        return direct
    return _in_pieces(one, targets, on)


def _in_pieces(one: Territory, targets: tuple[TerritoryCode, ...], on: Day) -> Ternary:
    parts = one.members(on) if one.kind in _COMPOSED else ()
    if parts is None:
        return Ternary.UNDETERMINED
    met = Ternary.YES if parts else Ternary.NO
    for each in parts:
        met &= lies_in(code_of(each), targets, on)
        if met.is_no:
            break
    return met


def touches(place: TerritoryCode, other: TerritoryCode, on: Day | None) -> Ternary:
    """Tell whether two places have ground in common.

    Communes lie in one whole or not at all; a body of several communes touches by any of them.
    """
    one, two = Territory.named(place), Territory.named(other)
    direct = _within(place, other, on)
    if direct.is_yes:
        return direct  # most are: the other way round costs more
    direct |= _within(other, place, on)
    if not direct.is_no or one is None or two is None or on is None:
        return direct
    if one.kind is not TerritoryKind.INTERMUNICIPAL:
        one, two = two, one
    if one.kind is not TerritoryKind.INTERMUNICIPAL:
        return Ternary.NO
    parts = one.members(on)
    return Ternary.UNDETERMINED if parts is None else any_of(each.within(two, on) for each in parts)


def _within(place: TerritoryCode, other: TerritoryCode, on: Day | None) -> Ternary:
    """Tell whether one place lies in another: by the registers, or because it is the same."""
    if place.code is not None and (place.kind, place.code) == (other.kind, other.code):
        return Ternary.YES
    one = Territory.named(place)
    if one is None or on is None:
        return Ternary.UNDETERMINED
    return one.within(other, on)
