"""How demands on the number of inhabitants are judged."""

from collections.abc import Iterator
from typing import Final

from territoires_participatifs.applications._judges._answers import (
    Answer,
    fact_found,
    joined,
    lacks,
)
from territoires_participatifs.applications._judges._facts import Facts, Party
from territoires_participatifs.applications._judges._parties import lacks_of
from territoires_participatifs.applications._judges._places import (
    Place,
    administered,
    code_of,
    place_of,
    places_of_projects,
)
from territoires_participatifs.applications._results import Settler
from territoires_participatifs.calls import Populated, PopulationDemand
from territoires_participatifs.reference import Territory, TerritoryKind
from territoires_participatifs.values.bounds import count_fits
from territoires_participatifs.values.dates import Day
from territoires_participatifs.values.quantities import Count, Exactness
from territoires_participatifs.values.ternary import Ternary, all_of, any_of

_PARTS: Final = frozenset(
    {
        TerritoryKind.MUNICIPAL_ARRONDISSEMENT,
        TerritoryKind.DELEGATED_COMMUNE,
        TerritoryKind.ASSOCIATED_COMMUNE,
    }
)


def judge_population(demand: PopulationDemand, facts: Facts) -> Answer:
    """Hold the inhabitants in force on the day against the number asked."""
    if demand.of is Populated.PROJECT:
        return _of_projects(demand, facts)
    party = facts.applicant
    if party.organisation is None:
        return lacks_of(party, "population")
    territory, field = administered(party.organisation)
    if territory is None:
        return lacks_of(party, "territories")
    place = place_of(party, code_of(territory), field)
    count = _counted(demand.of, territory, facts.on)
    return _held(place, count_fits(demand.number, count), count, party)


def _counted(of: Populated, territory: Territory, on: Day | None) -> Count | None:
    if on is None:
        return None
    if of is Populated.LARGEST_COMMUNE and territory.kind is not TerritoryKind.COMMUNE:
        return _largest(territory, on)
    return _count(territory.population(on))


def _count(inhabitants: int | None) -> Count | None:
    return None if inhabitants is None else Count(inhabitants)


def _largest(territory: Territory, on: Day) -> Count | None:
    """Return the inhabitants of its largest commune: at least those of the largest one known."""
    if territory.kind is not TerritoryKind.INTERMUNICIPAL:
        return None
    numbers = [each.population(on) for each in territory.members(on) or ()]
    known = [each for each in numbers if each is not None]
    if not known:
        return None
    exactness = Exactness.EXACT if len(known) == len(numbers) else Exactness.AT_LEAST
    return Count(max(known), exactness)


def _held(place: Place, met: Ternary, count: Count | None, party: Party | None = None) -> Answer:
    """Return what the inhabitants of a place come to, which a register tells if any can."""
    pointer = place.pointer or (party.place if party else "/projects")
    found = place.fact("population")
    facts = (fact_found(name=found.name, subject=found.text, place=found.place, count=count),)
    gaps = lacks("population", pointer, Settler.REGISTER).missing
    return Answer(met, facts if count else (), gaps, (pointer,) if place.pointer else ())


def _of_projects(demand: PopulationDemand, facts: Facts) -> Answer:
    answers = list(_by_place(demand, facts))
    if not answers:
        return lacks("projects", "/projects")
    return joined(all_of(each.met for each in answers), answers)


def _by_place(demand: PopulationDemand, facts: Facts) -> Iterator[Answer]:
    for _, pointer, places in places_of_projects(facts):
        if places is None:
            yield lacks("territories", pointer)
        for place in places or ():
            yield _of_place(demand, place, facts.on)


def _of_place(demand: PopulationDemand, place: Place, on: Day | None) -> Answer:
    """Hold the commune of a project, or each of the communes that it may be in, to the number."""
    communes = None if on is None else _communes(place.territory, on)
    if on is None or not communes:
        return _held(place, Ternary.UNDETERMINED, None)
    counts = [_count(each.population(on)) for each in communes]
    met = [count_fits(demand.number, each) for each in counts]
    some, every = any_of(met), all_of(met)
    # What is in a body of several communes need not be in all of them.
    found = _held(place, every if some is every else Ternary.UNDETERMINED, counts[0])
    if len(counts) == 1:
        return found
    return found._replace(facts=(), missing=lacks("territories", place.pointer or "").missing)


def _communes(territory: Territory | None, on: Day) -> tuple[Territory, ...] | None:
    """Return the communes in which something that is there may be; None if nobody can tell."""
    if territory is None:
        return None
    if territory.kind is TerritoryKind.INTERMUNICIPAL:
        return territory.members(on)
    if territory.kind in _PARTS:
        around = territory.parents(on) or ()
        return tuple(each for each in around if each.kind is TerritoryKind.COMMUNE)
    return (territory,) if territory.kind is TerritoryKind.COMMUNE else None
