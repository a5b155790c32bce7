"""Rules on teams: whom an organisation sends, and who takes whose place."""

from collections.abc import Iterable, Sequence
from typing import Final

from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.labels import Labelled
from territoires_participatifs.language import Sentence
from territoires_participatifs.organisations import Capacity
from territoires_participatifs.qualification._cohorts import Cohort
from territoires_participatifs.qualification._cycles import QualificationCycle, TeamRule
from territoires_participatifs.qualification._known import cycle_of, is_unsettled
from territoires_participatifs.qualification._places import (
    are_apart,
    current,
    holding,
    may_share_persons,
    settled,
)
from territoires_participatifs.qualification._seats import TeamMember
from territoires_participatifs.qualification._teams import (
    VAGUE,
    are_together,
    capacity_of,
    most_sent,
    replaces_itself,
    staying,
)
from territoires_participatifs.sources import Entity, Source
from territoires_participatifs.values.bounds import count_fits
from territoires_participatifs.values.partial_dates import surely_before
from territoires_participatifs.values.quantities import Count, Exactness
from territoires_participatifs.values.references import Ref

_PAIRS: Final = Source(
    id="zepros-reseau",
    title="Zepros Territorial, réseau des territoires participatifs en Hauts-de-France : des binômes élu-technicien, règle déduite",
    url="https://territorial.zepros.fr/innovations-locales/hauts-france-reseau-territoires-participatifs-transition-ecologique",
)
_TRIOS: Final = Source(
    id="atd-co-formation",
    title="ATD Quart Monde, co-formation « conseils citoyens » : des trinômes engagés nommément, dont une personne d'une autre organisation, règle déduite",
    url="https://yallerparquatrechemins.fr/?p=2255",
)


@rule(
    "QUA003",
    "seat.team-lacks-a-capacity",
    on=Cohort,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_PAIRS,),
    since="26.1",
)
def team_lacks_a_capacity(cohort: Cohort, context: Context) -> Iterable[Fault]:
    """A team that comes has, of each capacity that the cycle asks for, as many persons as it says.

    At any time: one that left has been there. More may come. Who is replaced in a capacity does
    not count twice. Silent where the team isn't said complete, where a person's capacity is
    unknown and may be the one that is asked for, and where two rules speak of one capacity.
    """
    asked = _asked(cycle_of(cohort, context))
    for index, seat in holding(cohort):
        whole = seat.team if seat.team_complete.is_yes else None
        for capacity, number in asked.items() if whole is not None else ():
            sent = most_sent(whole or (), capacity)
            if count_fits(number, Count(sent, Exactness.AT_MOST)).is_no:
                facts = {"capacity": Labelled(capacity), "sent": sent, "asked": number}
                yield fault("seats", index, "team", **facts)


def _rules(cycle: QualificationCycle | None) -> Sequence[TeamRule]:
    return () if cycle is None or is_unsettled(cycle, "/team") else cycle.team or ()


def _asked(cycle: QualificationCycle | None) -> dict[Capacity, Count]:
    """Return how many persons of each capacity one rule alone asks for."""
    rules = _rules(cycle)
    named = [each.capacity for each in rules]
    return {
        each.capacity: each.number
        for each in rules
        if each.capacity is not None
        and each.number is not None
        and each.capacity not in VAGUE
        and named.count(each.capacity) == 1
    }


@rule(
    "QUA004",
    "cohort.person-in-two-teams",
    on=Cohort,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_TRIOS,),
    since="26.1",
)
def person_in_two_teams(cohort: Cohort, _: Context) -> Iterable[Fault]:
    """A person counts once in a cohort: in the team of one seat, and once in it.

    Silent where the person may have gone from one to the other, by the dates or as somebody
    took their place, and on seats that wait, were given up or taken over.
    """
    known: dict[str, list[tuple[str, TeamMember]]] = {}
    for index, seat in current(cohort):
        for position, each in staying(seat.team or ()):
            if each.person is not None:
                others = known.setdefault(each.person.id, [])
                first = next((id_ for id_, other in others if are_together(other, each)), None)
                if first is not None:
                    yield fault("seats", index, "team", position, "person", first=first)
                others.append((seat.id, each))


@rule(
    "QUA005",
    "team.member-of-another-organisation",
    on=Cohort,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_TRIOS,),
    since="26.1",
)
def member_of_another_organisation(cohort: Cohort, context: Context) -> Iterable[Fault]:
    """Who is sent in a capacity that must be the organisation's own is not of another one.

    Silent unless the cycle says that it must: a third person may come from elsewhere. An
    organisation that took over from the other is not another, and who is elected to a commune
    may be of the inter-municipal body or the syndicate that it belongs to.
    """
    rules = _rules(cycle_of(cohort, context))
    for index, seat in current(cohort):
        for position, each in enumerate(seat.team or ()):
            capacity, (place, of) = capacity_of(each), _organisation_of(each)
            elsewhere = _is_elsewhere(of, seat.organisation, context)
            if elsewhere and capacity is not None and _must_be_own(rules, capacity):
                facts = {"capacity": Labelled(capacity), "organisation": seat.organisation}
                yield fault("seats", index, "team", position, *place, **facts)


def _is_elsewhere(of: Ref[Entity] | None, holder: Ref[Entity] | None, context: Context) -> bool:
    """Whether who is of one organisation is surely not of the one that holds the seat."""
    if of is None or holder is None or not are_apart(of, holder, context):
        return False
    return not may_share_persons(of, holder, context)


def _organisation_of(member: TeamMember) -> tuple[tuple[str, ...], Ref[Entity] | None]:
    """Return where the organisation of a member is told, and the organisation."""
    if member.organisation is not None or member.person is None:
        return ("organisation",), member.organisation
    return ("person", "organisation"), member.person.organisation


def _must_be_own(rules: Sequence[TeamRule], capacity: Capacity) -> bool:
    """Whether a rule says so of a capacity, and none leaves it open or allows another."""
    named = any(each.capacity is capacity for each in rules)
    about = (each for each in rules if each.capacity in {capacity, None})
    return named and all(each.other_organisation.is_no for each in about)


@rule(
    "QUA010",
    "team.replaced-yet-there",
    on=Cohort,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_TRIOS,),
    since="26.1",
)
def replaced_yet_there(cohort: Cohort, _: Context) -> Iterable[Fault]:
    """Whose place another takes is somebody else, who leaves when the other comes, or before.

    Silent where the dates are unknown, or too imprecise to tell.
    """
    for index, seat in settled(cohort):
        for position, each in enumerate(seat.team or ()):
            reason = _why_not_replaced(each, seat.team or ())
            if reason is not None:
                yield fault("seats", index, "team", position, "replaces", reason=reason)


def _why_not_replaced(member: TeamMember, team: Sequence[TeamMember]) -> Sentence | None:
    """Return why a member can't have taken the place of another, if so it is."""
    if replaces_itself(member):
        return Sentence("replaced-persons", part="itself")
    staying_on = next((other for other in team if _outlasts(other, member)), None)
    if staying_on is None:
        return None
    facts = {"since": member.since, "until": staying_on.until}
    return Sentence("replaced-persons", facts, part="stays")


def _outlasts(one: TeamMember, successor: TeamMember) -> bool:
    """Whether a member is surely there before and after the one that took the place comes.

    One that came back later did leave.
    """
    if one.person is None or one.person.id != successor.replaces:
        return False
    before = one.since is None or surely_before(one.since, successor.since)
    return before and surely_before(successor.since, one.until)


RULES: Final = (
    team_lacks_a_capacity,
    person_in_two_teams,
    member_of_another_organisation,
    replaced_yet_there,
)
