"""Rules on attendances: who is said to have come, where, and for how long."""

from collections.abc import Iterable, Iterator
from typing import Final

from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.labels import Labelled
from territoires_participatifs.language import Sentence
from territoires_participatifs.qualification._cohorts import Cohort
from territoires_participatifs.qualification._known import cycle_of, is_unsettled
from territoires_participatifs.qualification._proofs import Attendance
from territoires_participatifs.qualification._seats import Seat
from territoires_participatifs.qualification._sessions import (
    Occurrence,
    SessionStatus,
    TrainingSession,
)
from territoires_participatifs.sources import Source
from territoires_participatifs.values.bounds import count_fits
from territoires_participatifs.values.dates import Day
from territoires_participatifs.values.quantities import Count, Exactness

_REPEATED: Final = Source(
    id="irev-2016",
    title="IREV, cycle « Égalité-Citoyenneté », 2016 : deux fois deux journées dans chacun des quatre territoires, règle déduite",
    url="https://culturables.fr/lirev-propose-un-cycle-de-formation-action-egalite-citoyennete",
)
_ALL_DATES: Final = Source(
    id="fal44-2025",
    title="FAL 44 et PaQ'la Lune, trois journées en 2025, présence nécessaire à toutes les dates, règle déduite",
    url="http://essor-paysdelaloire.org/projets.html",
)
_HALF_DAYS: Final = Source(
    id="irev-2022",
    title="IREV, bilan de 2022 : 167 demi-journées, dont 46 de qualification, règle déduite",
    url="https://irev.fr/actualites-0/lassemblee-generale-de-lirev-adopte-le-bilan-2022",
)
_PAIRS: Final = Source(
    id="zepros-reseau",
    title="Zepros, réseau des territoires participatifs : des collectivités représentées par des binômes, règle déduite",
    url="https://territorial.zepros.fr/innovations-locales/hauts-france-reseau-territoires-participatifs-transition-ecologique",
)


@rule(
    "QUA021",
    "cohort.names-what-is-not-there",
    on=Cohort,
    moment=Moment.DRAFT,
    severity=Severity.ERROR,
    sources=(_REPEATED,),
    since="26.1",
)
def names_what_is_not_there(cohort: Cohort, context: Context) -> Iterable[Fault]:
    """An occurrence, a half-day and a rank are counted from 1; a session that must be is there.

    Silent where it is unknown how many there are, and where sessions of the cycle are
    missing. The ids of sessions and seats are looked at with those of all other parts.
    """
    yield from _misnumbered(cohort)
    for index, seat in enumerate(cohort.seats or ()):
        if _is_beyond(seat.rank, None):
            yield _unnamed("seats", index, "rank", named=seat.rank)
    for id_ in _missing(cohort, context):
        yield _unnamed("sessions", named=id_)


def _misnumbered(cohort: Cohort) -> Iterator[Fault]:
    sessions = _sessions(cohort)
    for index, each in enumerate(cohort.attendances or ()):
        session = sessions.get(each.session)
        occurrences = None if session is None else session.occurrences
        if _is_beyond(each.occurrence, None if occurrences is None else len(occurrences)):
            yield _unnamed("attendances", index, "occurrence", named=each.occurrence)
        if _is_beyond(each.half_day, _most(session)):
            yield _unnamed("attendances", index, "half_day", named=each.half_day)


def _is_beyond(number: int | None, last: int | None) -> bool:
    """Whether a number that counts from 1 is none of those up to the last."""
    return number is not None and (number < 1 or (last is not None and number > last))


def _unnamed(*path: str | int, named: object) -> Fault:
    return fault(*path, named=named, what=Sentence("cohort-parts", part=str(path[-1])))


def _sessions(cohort: Cohort) -> dict[str, TrainingSession]:
    return {each.id: each for each in cohort.sessions or ()}


def _most(session: TrainingSession | None) -> int | None:
    """Return how many half-days a session has at most, if that is known."""
    half_days = None if session is None else session.half_days
    if half_days is None or half_days.exactness not in _BOUNDED:
        return None
    return half_days.value if half_days.upper is None else half_days.upper


_BOUNDED: Final = frozenset({Exactness.EXACT, Exactness.AT_MOST, Exactness.BETWEEN})
"""Numbers that the true one does not exceed."""


def _missing(cohort: Cohort, context: Context) -> Iterable[str]:
    """Return the sessions that count for the cycle, and that no cohort of it has."""
    cycle = cycle_of(cohort, context)
    terms = () if cycle is None or cycle.terms is None else cycle.terms
    others = () if cycle is None else context.referring(cycle.id)
    cohorts = [e for e in others if isinstance(e, Cohort) and e.cycle == cohort.cycle]
    if any(each.sessions is None or not each.sessions_complete.is_yes for each in cohorts):
        return ()
    there = {each.id for known in cohorts for each in known.sessions or ()}
    named = (id_ for each in terms for id_ in each.sessions or ())
    return dict.fromkeys(id_ for id_ in named if id_ not in there)


@rule(
    "QUA022",
    "attendance.told-twice-otherwise",
    on=Cohort,
    moment=Moment.INSTRUCTION,
    severity=Severity.ERROR,
    sources=(_ALL_DATES,),
    since="26.1",
)
def told_twice_otherwise(cohort: Cohort, _: Context) -> Iterable[Fault]:
    """Nobody is said to have been there and absent, at the same time of the same session.

    Nor to have been there for a half-day of a session that was missed as a whole. Who came to
    a session may have missed a half-day. Silent where the sources contradict each other on it.
    """
    told = [
        (index, each)
        for index, each in enumerate(cohort.attendances or ())
        if not is_unsettled(cohort, f"/attendances/{index}")
    ]
    missed = {(_whole(each), each.half_day) for _, each in told if each.present.is_no}
    for index, each in told:
        around = {(_whole(each), each.half_day), (_whole(each), None)}
        if each.present.is_yes and not missed.isdisjoint(around):
            yield fault("attendances", index, "present", session=each.session)


def _whole(attendance: Attendance) -> tuple[str, str, int | None]:
    """Return at what somebody was, whatever the half-day."""
    return attendance.session, attendance.person, attendance.occurrence


@rule(
    "QUA023",
    "attendance.at-a-session-not-held",
    on=Cohort,
    moment=Moment.INSTRUCTION,
    severity=Severity.WARNING,
    sources=(_ALL_DATES,),
    since="26.1",
)
def at_a_session_not_held(cohort: Cohort, context: Context) -> Iterable[Fault]:
    """Nobody has come to a session that is cancelled, or that is still to come.

    Silent where one of the times at which it is held may be the one that is meant, where
    these are too imprecise to tell, and on what is to come if the day is unknown.
    """
    sessions = _sessions(cohort)
    for index, each in enumerate(cohort.attendances or ()):
        session = sessions.get(each.session)
        if session is not None and each.present.is_yes:
            states = [_void(e, session, context.on) for e in _meant(each, session)]
            if None not in states:
                facts = {"session": session.id, "state": states[0]}
                yield fault("attendances", index, "present", **facts)


def _meant(attendance: Attendance, session: TrainingSession) -> tuple[Occurrence, ...]:
    """Return the occurrences at which somebody may have been; one of which nothing is told."""
    known, number = session.occurrences or (), attendance.occurrence
    meant = known if number is None else known[number - 1 : number]
    return meant or (Occurrence(),)


def _void(occurrence: Occurrence, session: TrainingSession, on: Day | None) -> Labelled | None:
    """Return why nobody can have come, if so it is: it is cancelled, or still to come."""
    if (occurrence.status or session.status) is SessionStatus.CANCELLED:
        return Labelled(SessionStatus.CANCELLED)
    starts = occurrence.starts
    later = on is not None and starts is not None and starts.day.after(on).is_yes
    return Labelled(SessionStatus.PLANNED) if later else None


@rule(
    "QUA024",
    "attendance.longer-than-the-session",
    on=Cohort,
    moment=Moment.INSTRUCTION,
    severity=Severity.ERROR,
    sources=(_HALF_DAYS,),
    since="26.1",
)
def longer_than_the_session(cohort: Cohort, _: Context) -> Iterable[Fault]:
    """Nobody was there for more half-days than the session has; who was absent, for none.

    Silent where it is unknown or unsure how many it has.
    """
    sessions = _sessions(cohort)
    for index, each in enumerate(cohort.attendances or ()):
        most = 0 if each.present.is_no else _most(sessions.get(each.session))
        told = each.half_days
        if most is not None and count_fits(Count(most, Exactness.AT_MOST), told).is_no:
            facts = {"session": each.session, "told": told, "most": Count(most)}
            yield fault("attendances", index, "half_days", **facts)


@rule(
    "QUA025",
    "attendance.of-somebody-of-no-team",
    on=Cohort,
    moment=Moment.INSTRUCTION,
    severity=Severity.INFO,
    sources=(_PAIRS,),
    since="26.1",
)
def of_somebody_of_no_team(cohort: Cohort, _: Context) -> Iterable[Fault]:
    """Who came is of the team of a seat, now or before, or teaches.

    Silent where a seat, a team or a person of a team is unknown.
    """
    team = _team(cohort.seats) if cohort.seats_complete.is_yes else None
    if team is None:
        return
    trainers = {who.id for each in cohort.sessions or () for who in each.trainers or ()}
    for index, each in enumerate(cohort.attendances or ()):
        if each.present.is_yes and each.person not in team | trainers:
            yield fault("attendances", index, session=each.session)


def _team(seats: tuple[Seat, ...] | None) -> set[str] | None:
    """Return the persons that are or were sent, if all of them are known."""
    if seats is None or any(each.team is None for each in seats):
        return None
    members = [member for each in seats for member in each.team or ()]
    if any(each.person is None for each in members):
        return None
    before = {each.replaces for each in members if each.replaces is not None}
    return before | {each.person.id for each in members if each.person is not None}


RULES: Final = (
    names_what_is_not_there,
    told_twice_otherwise,
    at_a_session_not_held,
    longer_than_the_session,
    of_somebody_of_no_team,
)
