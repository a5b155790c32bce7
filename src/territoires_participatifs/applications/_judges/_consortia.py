"""How demands on the consortia are judged."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from territoires_participatifs.applications._judges._answers import (
    Answer,
    fact_found,
    joined,
    lacks,
)
from territoires_participatifs.applications._judges._applications import (
    judge_applications,
    judge_tracks,
)
from territoires_participatifs.applications._judges._facts import Facts
from territoires_participatifs.applications._judges._members import (
    MEMBERS,
    Tally,
    between,
    number_held,
    organisations_of,
    tally,
)
from territoires_participatifs.applications._judges._seats import country_of
from territoires_participatifs.applications._judges._shares import judge_share
from territoires_participatifs.applications._judges._sorts import traits_of
from territoires_participatifs.applications._results import Settler
from territoires_participatifs.calls import (
    ApplicationsDemand,
    CollectiveDemand,
    CountriesDemand,
    MembersDemand,
    ShareDemand,
    TracksDemand,
)
from territoires_participatifs.reference import TerritoryCode
from territoires_participatifs.values.bounds import count_fits
from territoires_participatifs.values.quantities import Count, Exactness
from territoires_participatifs.values.ternary import Ternary, all_of, any_of

_TOGETHER: Final = Count(2, Exactness.AT_LEAST)


def judge_collective(demand: CollectiveDemand, facts: Facts) -> Answer:
    """Tell whether those that apply together do, or may not, and have agreed on it."""
    together = _numbered(_TOGETHER, facts)
    agreement = _agreement(facts)
    if demand.compulsory.is_undetermined and not demand.agreement.is_yes:
        return lacks("judgement", "/consortium", Settler.PERSON)
    answers: list[Answer] = []
    if not demand.compulsory.is_undetermined:
        answers.append(together.but(together.met if demand.compulsory.is_yes else ~together.met))
    if demand.agreement.is_yes and demand.compulsory.is_yes:
        answers.append(agreement)
    elif demand.agreement.is_yes:
        answers.append(joined(agreement.met | ~together.met, (agreement, together)))
    return joined(all_of(each.met for each in answers), answers)


def _agreement(facts: Facts) -> Answer:
    consortium = facts.application.consortium
    signed = Ternary.UNDETERMINED if consortium is None else consortium.agreement
    place = "/consortium/agreement"
    if signed.is_undetermined:
        return lacks("consortium-agreement", place)
    fact = fact_found(name="consortium-agreement", place=place, answer=signed)
    return Answer(signed, (fact,), seen=(place,))


def judge_members(demand: MembersDemand, facts: Facts) -> Answer:
    """Hold the number of members, of all or of some sort, against the number asked."""
    traits = tuple(traits_of(demand, facts))
    if not traits:
        return _numbered(demand.number, facts)
    return _counted(demand.number, tally(facts, traits))


def _numbered(limit: Count, facts: Facts) -> Answer:
    """Hold the number of all members against a limit: those listed, or as many as are told."""
    listed = _counted(limit, tally(facts))
    consortium = facts.application.consortium
    if consortium is None or consortium.size is None or facts.members_complete.is_yes:
        return listed
    place = "/consortium/size"
    fact = fact_found(name="members-number", count=consortium.size, place=place)
    told = Answer(count_fits(limit, consortium.size), (fact,), listed.missing, (place,))
    if told.met is ~listed.met:  # the list and what is told of it contradict each other
        return joined(Ternary.UNDETERMINED, (told, listed)).but(Ternary.UNDETERMINED)
    return listed if told.met.is_undetermined else told


def _counted(limit: Count, found: Tally) -> Answer:
    return number_held(limit, found.number, "members-number", found.gaps, MEMBERS)


def judge_countries(demand: CountriesDemand, facts: Facts) -> Answer:
    """Hold the number of countries that the members are of against the number asked."""
    found, gaps = _countries(demand.among, facts)
    return number_held(demand.number, found, "countries-number", gaps, MEMBERS)


def _countries(among: tuple[TerritoryCode, ...], facts: Facts) -> tuple[Count, list[Answer]]:
    """Return how many countries there are among some, and what is missing to tell it."""
    admitted = {country_of(each) for each in among}
    sure: set[str] = set()
    possible: set[str] = set()
    unplaced, gaps = 0, list(facts.unlisted)
    for parties in organisations_of(facts):
        first = parties[0]
        found = None if first.organisation is None else country_of(first.organisation.seat)
        there = joined(any_of(map(facts.is_member, parties)), map(facts.membership, parties))
        if there.met.is_no or (found is not None and not _is_admitted(found, admitted)):
            continue
        if there.met.is_undetermined:
            gaps.append(there)
        if found is None:
            unplaced += 1
            gaps.append(first.lacks("seat"))
            continue
        possible.add(found)
        if admitted and found not in admitted:
            gaps.append(lacks("countries", MEMBERS, Settler.PERSON))
        elif there.met.is_yes:
            sure.add(found)
    upper = len(possible) + unplaced if facts.members_complete.is_yes else None
    return between(len(sure), _at_most(admitted, upper)), gaps


def _is_admitted(found: str, admitted: set[str | None]) -> bool:
    """Whether a country may be one of those that are counted; one of them may have no code."""
    return not admitted or found in admitted or None in admitted


def _at_most(admitted: set[str | None], upper: int | None) -> int | None:
    """Return how many countries there may be, since no more can be than are counted."""
    if not admitted or None in admitted:
        return upper
    return len(admitted) if upper is None else min(len(admitted), upper)


JUDGES: Final[Mapping[type, Callable[[Any, Facts], Answer]]] = {
    CollectiveDemand: judge_collective,
    MembersDemand: judge_members,
    CountriesDemand: judge_countries,
    ShareDemand: judge_share,
    ApplicationsDemand: judge_applications,
    TracksDemand: judge_tracks,
}
