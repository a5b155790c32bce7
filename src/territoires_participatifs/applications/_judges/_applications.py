"""How demands on the number of applications, and of tracks, are judged."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple, TypeAlias, final

from territoires_participatifs.applications._judges._answers import (
    Answer,
    fact_found,
    joined,
    lacks,
)
from territoires_participatifs.applications._judges._facts import Facts, all_listed, takes_part
from territoires_participatifs.applications._judges._members import between, number_held
from territoires_participatifs.applications._judges._parties import not_told
from territoires_participatifs.applications._model import Application, ApplicationStatus
from territoires_participatifs.applications._results import Settler
from territoires_participatifs.calls import ApplicationsDemand, Counted, TracksDemand
from territoires_participatifs.consortia import MemberRole
from territoires_participatifs.values.bounds import count_fits
from territoires_participatifs.values.quantities import Count, Exactness
from territoires_participatifs.values.ternary import Ternary, all_of, any_of

_NOT_THERE: Final = frozenset(
    {
        ApplicationStatus.DRAFT,
        ApplicationStatus.WITHDRAWN,
        ApplicationStatus.RESUBMITTED,
        ApplicationStatus.TRANSFERRED,
    }
)
"""The statuses of what is not, or no more, submitted to the call."""

_TRACKS: Final = "/tracks"

_Ids: TypeAlias = frozenset[str]


@final
class _Those(NamedTuple):
    """Those that an application counts for: surely, or perhaps, and whether these are all."""

    sure: _Ids
    possible: _Ids
    complete: bool

    def hold(self, one: str) -> Ternary:
        """Whether an application counts for one of them."""
        if one in self.sure:
            return Ternary.YES
        return Ternary.of(None if one in self.possible or not self.complete else False)


def judge_applications(demand: ApplicationsDemand, facts: Facts) -> Answer:
    """Hold the number of applications, of whoever has most of them, against a limit."""
    ours = _is_in(facts.application, demand.tracks)
    if ours.is_no:
        return Answer(Ternary.YES, seen=(_TRACKS,))
    elsewhere = lacks("other-applications", _APPLYING_AT[demand.per], Settler.REGISTER)
    if facts.others is None:
        least, most, gaps = 0, None, [elsewhere]
    else:
        least, most = _most(demand, facts)
        gaps = list(_unknown(demand.per, facts))
        if least != most:
            gaps.append(elsewhere)
    if ours.is_undetermined:
        gaps.append(lacks("tracks", _TRACKS))
    found = between(least + ours.is_yes, None if most is None else most + 1)
    limit = Count(max(demand.at_most, 0), Exactness.AT_MOST)
    return number_held(limit, found, "applications-number", gaps)


def _most(demand: ApplicationsDemand, facts: Facts) -> tuple[int, int]:
    """Return how many other applications whoever of ours has most of them has: at least, at most.

    Whoever is unknown may have them all.
    """
    ours = _ours(demand.per, facts)
    others = [
        (_applying(each, demand.per, facts), _is_in(each, demand.tracks)) for each in _beside(facts)
    ]

    def counted(one: str) -> list[Ternary]:
        return [those.hold(one) & there for those, there in others]

    least = max((sum(e.is_yes for e in counted(one)) for one in ours.sure), default=0)
    if not ours.complete:
        return least, sum(not there.is_no for _, there in others)
    return least, max((sum(not e.is_no for e in counted(one)) for one in ours.possible), default=0)


def _is_in(application: Application, tracks: tuple[str, ...]) -> Ternary:
    """Whether an application answers one of some tracks; if none are told, it does."""
    if not tracks:
        return Ternary.YES
    held = application.tracks
    return Ternary.of(any(each in tracks for each in held) if held else None)


def _beside(facts: Facts) -> Iterator[Application]:
    """Yield the other applications, less what stands for this one or is a whole of it."""
    ours = facts.application
    for each in facts.others or ():
        kin = _leads_to(each, ours, facts) or _leads_to(ours, each, facts)
        if not kin and each.status not in _NOT_THERE:
            yield each


def _leads_to(one: Application, other: Application, facts: Facts) -> bool:
    """Whether an application is part of another, or takes it up again, however far back."""
    seen: set[str] = set()
    left = [one]
    while left:
        each = left.pop()
        for ref in (each.part_of, each.follows):
            if ref is not None and ref.id not in seen:
                seen.add(ref.id)
                found = facts.entity(ref.id)
                left += [found] if isinstance(found, Application) else []
    return other.id in seen


def _those(application: Application, facts: Facts, *, leading: bool) -> tuple[_Ids, _Ids]:
    """Return the members that surely take part, and those that may; all, or those that lead."""
    consortium = application.consortium
    listed = () if consortium is None else consortium.members or ()
    parts = [(each, takes_part(each, facts.on)) for each in listed]
    if leading:
        parts = [(e, met) for e, met in parts if e.role in {None, MemberRole.COORDINATOR}]
    sure = frozenset(e.organisation.id for e, met in parts if met.is_yes)
    return sure, frozenset(e.organisation.id for e, met in parts if not met.is_no)


def _coordinators(application: Application, facts: Facts) -> _Those:
    """Return who leads: one that surely does is all there is."""
    sure, possible = _those(application, facts, leading=True)
    complete = bool(sure) or all_listed(application.consortium).is_yes
    return _Those(sure, sure or possible, complete)


def _applicants(application: Application, facts: Facts) -> _Those:
    if application.applicant is None:
        leads = _coordinators(application, facts)
        return leads._replace(complete=bool(leads.sure))
    one = frozenset({application.applicant.id})
    return _Those(one, one, complete=True)


def _each_member(application: Application, facts: Facts) -> _Those:
    sure, possible = _those(application, facts, leading=False)
    first = _applicants(application, facts)
    complete = all_listed(application.consortium).is_yes
    return _Those(sure | first.sure, possible | first.possible, complete)


def _persons(application: Application, _: Facts) -> _Those:
    persons = frozenset(each.id for each in application.persons or ())
    return _Those(persons, persons, application.persons is not None)


_WHO: Final[Mapping[Counted, Callable[[Application, Facts], _Those]]] = {
    Counted.APPLICANT: _applicants,
    Counted.COORDINATOR: _coordinators,
    Counted.MEMBER: _each_member,
    Counted.PERSON: _persons,
}

_APPLYING_AT: Final[Mapping[Counted, str]] = {
    Counted.APPLICANT: "/applicant",
    Counted.COORDINATOR: "/consortium/members",
    Counted.MEMBER: "/consortium/members",
    Counted.PERSON: "/persons",
}


def _applying(application: Application, per: Counted, facts: Facts) -> _Those:
    """Return those that an application counts for."""
    return _WHO[per](application, facts)


def _ours(per: Counted, facts: Facts) -> _Those:
    """Return those that this application counts for: somebody leads it, though it may not say who."""
    those = _applying(facts.application, per, facts)
    if per is Counted.PERSON:
        return those
    return those._replace(complete=those.complete and bool(those.sure))


def _unknown(per: Counted, facts: Facts) -> Iterator[Answer]:
    """Yield what is missing to know all those that this application counts for."""
    ours = _ours(per, facts)
    if ours.sure != ours.possible:
        yield from (each for each in map(facts.membership, facts.members) if not each.met.is_yes)
    if ours.complete:
        return
    if per is Counted.MEMBER:
        yield from facts.unlisted
    else:
        yield lacks(_NAMES[per], _APPLYING_AT[per])


_NAMES: Final[Mapping[Counted, str]] = {
    Counted.APPLICANT: "applicant",
    Counted.COORDINATOR: "coordinator",
    Counted.PERSON: "persons",
}


def judge_tracks(demand: TracksDemand, facts: Facts) -> Answer:
    """Hold the tracks that are answered against how many may be, and along with which."""
    if demand.number is None and not demand.exclusive:
        return lacks("judgement", _TRACKS, Settler.PERSON)
    if not facts.application.tracks:
        return lacks("tracks", _TRACKS)
    answers: list[Answer] = []
    if demand.number is not None:
        number = Count(len(frozenset(facts.application.tracks)))
        fact = fact_found(name="tracks-number", count=number, place=_TRACKS)
        gap = not_told(_TRACKS).missing
        answers.append(Answer(count_fits(demand.number, number), (fact,), gap, (_TRACKS,)))
    if demand.exclusive:
        answers.append(_alone(frozenset(demand.exclusive), facts))
    return joined(all_of(each.met for each in answers), answers)


def _alone(exclusive: _Ids, facts: Facts) -> Answer:
    """Tell whether no other of some tracks is answered, here or by the applicant elsewhere."""
    ours = exclusive.intersection(facts.application.tracks)
    if len(ours) != 1:
        return Answer(Ternary.of(not ours), seen=(_TRACKS,))
    who = _applicants(facts.application, facts).sure
    if facts.others is None:
        return lacks("other-applications", "/applicant", Settler.REGISTER)
    if not who:
        return lacks("applicant", "/applicant")
    answers = [_elsewhere(each, who, exclusive - ours, facts) for each in _beside(facts)]
    return joined(all_of(each.met for each in answers), answers)._replace(seen=(_TRACKS,))


def _elsewhere(other: Application, who: _Ids, excluded: _Ids, facts: Facts) -> Answer:
    """Tell whether another application is of other applicants, or answers none of some tracks."""
    those = _applicants(other, facts)
    same = any_of(those.hold(one) for one in who)
    there = Ternary.of(not excluded.isdisjoint(other.tracks) if other.tracks else None)
    met = ~(same & there)
    if met.is_undetermined:
        return lacks("other-applications", "/applicant", Settler.REGISTER)
    tracks = sorted(excluded.intersection(other.tracks)) if met.is_no else ()
    return Answer(met, tuple(fact_found(name="other-track", text=each) for each in tracks))
