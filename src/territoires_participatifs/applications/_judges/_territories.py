"""How demands on where the applicant or the project is are judged."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias

from territoires_participatifs.applications._judges._answers import Answer, joined, lacks
from territoires_participatifs.applications._judges._facts import Facts
from territoires_participatifs.applications._judges._parties import lacks_of, not_told
from territoires_participatifs.applications._judges._places import (
    Place,
    administered,
    code_of,
    lies_in,
    place_of,
    places_of_projects,
    touches,
)
from territoires_participatifs.applications._results import Settler
from territoires_participatifs.calls import Located, TerritoryDemand
from territoires_participatifs.organisations import territory_of
from territoires_participatifs.reference import TerritoryKind
from territoires_participatifs.values.dates import Day
from territoires_participatifs.values.ternary import Ternary, all_of, any_of

Found: TypeAlias = Place | Answer
"""A place, or what is missing to know one."""


def judge_territory(demand: TerritoryDemand, facts: Facts) -> Answer:
    """Hold the seat, the perimeter or the places of the projects against the territories.

    All of it must be there, unless a share is enough, or to touch them is.
    """
    if demand.what is Located.BENEFICIARIES:
        return lacks("beneficiaries", "/projects")
    if not demand.territories and not demand.kinds:
        return not_told("/projects" if demand.what is Located.PROJECT else "/applicant")
    found = list(_FINDERS[demand.what](facts))
    inside = [_answer(demand, each, _is_inside(demand, each, facts.on)) for each in found]
    within = _all(demand, inside)
    if demand.touching.is_no or within.is_yes:
        return _settled(within, inside)
    touching = [_answer(demand, each, _is_touching(demand, each, facts.on)) for each in found]
    if demand.touching.is_yes:
        return _settled(_any(demand, touching), touching)
    return _either(demand, inside, touching)


def _either(demand: TerritoryDemand, inside: list[Answer], touching: list[Answer]) -> Answer:
    """Return what is sure whether or not it is enough to touch the territories."""
    within, near = _all(demand, inside), _any(demand, touching)
    if near.is_no:
        return joined(near, inside)
    if within.is_undetermined:
        return _settled(within, inside)
    place = "/projects" if demand.what is Located.PROJECT else "/applicant"
    return joined(Ternary.UNDETERMINED, [*inside, not_told(place)])


def _settled(met: Ternary, answers: list[Answer]) -> Answer:
    """Return what the places come to; where each is sure, how much of them is there is not."""
    unsure = met.is_undetermined and not any(each.met.is_undetermined for each in answers)
    rest = [lacks("share", "/projects")] if unsure else []
    return joined(met, [*answers, *rest])


def _all(demand: TerritoryDemand, answers: list[Answer]) -> Ternary:
    """Whether all places, or the share of them that is asked, are where they must be."""
    every, some = (each(one.met for one in answers) for each in (all_of, any_of))
    if demand.share is None or every.is_yes or some.is_no:
        return every
    return Ternary.UNDETERMINED


def _any(demand: TerritoryDemand, answers: list[Answer]) -> Ternary:
    return any_of(each.met for each in answers) if demand.share is None else _all(demand, answers)


def _answer(demand: TerritoryDemand, found: Found, met: Ternary) -> Answer:
    if isinstance(found, Answer):
        return found
    pointer = found.pointer or "/applicant"
    by = Settler.APPLICANT if found.code.code is None else Settler.PERSON
    gaps = lacks(demand.what.value, pointer, by).missing
    return Answer(
        met, (found.fact(demand.what.value),), gaps, (found.pointer,) if found.pointer else ()
    )


def _is_inside(demand: TerritoryDemand, found: Found, on: Day | None) -> Ternary:
    if isinstance(found, Answer):
        return found.met
    named = demand.territories or ()
    return lies_in(found.code, named, on) | _otherwise(demand, found)


def _is_touching(demand: TerritoryDemand, found: Found, on: Day | None) -> Ternary:
    if isinstance(found, Answer):
        return found.met
    named = any_of(touches(found.code, each, on) for each in demand.territories or ())
    return named | _otherwise(demand, found)


def _otherwise(demand: TerritoryDemand, place: Place) -> Ternary:
    """Whether a place will do by its kind, or may be one that the call counts without a name."""
    if place.code.kind in demand.kinds:
        return Ternary.YES
    number, named = demand.number, len(demand.territories or ())
    others = number is not None and not number.admits(named).is_yes
    return Ternary.of(None if others or demand.kinds else False)


def _seat(facts: Facts) -> Iterator[Found]:
    party = facts.applicant
    if party.organisation is None:
        yield lacks_of(party, "seat")
        return
    territory = territory_of(party.organisation)
    if party.organisation.seat is not None:
        yield place_of(party, party.organisation.seat, "seat")
    elif territory is not None and territory.kind is TerritoryKind.COMMUNE:
        yield place_of(party, code_of(territory), administered(party.organisation)[1])
    else:
        yield lacks_of(party, "seat")


def _perimeter(facts: Facts) -> Iterator[Found]:
    party = facts.applicant
    territory, field = None, ""
    if party.organisation is not None:
        territory, field = administered(party.organisation)
    if territory is not None:
        yield place_of(party, code_of(territory), field)
    elif party.organisation is None or not party.organisation.territories:
        yield lacks_of(party, "territories")
    else:
        for index, each in enumerate(party.organisation.territories):
            yield place_of(party, each, f"territories/{index}")


def _projects(facts: Facts) -> Iterator[Found]:
    if not facts.application.projects:
        yield lacks("projects", "/projects")
    for _, pointer, places in places_of_projects(facts):
        if places is None:
            yield lacks("territories", pointer)
        yield from places or ()


_FINDERS: Final[Mapping[Located, Callable[[Facts], Iterator[Found]]]] = {
    Located.SEAT: _seat,
    Located.PERIMETER: _perimeter,
    Located.PROJECT: _projects,
}
