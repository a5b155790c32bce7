"""Rules on sessions: when they are held, and by whom."""

from collections.abc import Iterable, Iterator
from typing import Final

from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.language import Sentence
from territoires_participatifs.qualification._cohorts import Cohort
from territoires_participatifs.qualification._cycles import QualificationCycle
from territoires_participatifs.qualification._known import cycle_of, is_unsettled
from territoires_participatifs.qualification._meetings import (
    CALLED_OFF,
    Meeting,
    hours_of,
    meetings,
)
from territoires_participatifs.qualification._schedules import BESIDE
from territoires_participatifs.qualification._sessions import (
    Occurrence,
    SessionKind,
    SessionStatus,
    TrainingSession,
)
from territoires_participatifs.sources import Source
from territoires_participatifs.values.partial_dates import PartialDate, surely_before

_IN_ORDER: Final = Source(
    id="irev-contractualisations-2023",
    title="IREV, « Préparer les nouvelles contractualisations » : session introductive en mars 2023, cycle en mai et juin, ordre déduit",
    url="https://irev.fr/thematiques/politique-de-la-ville-dsu/preparer-les-nouvelles-contractualisations-politique-de-la-0",
)
_ALL_DATES: Final = Source(
    id="fal44-associations-2025",
    title="Accompagnement des associations des quartiers, Nantes 2025 : trois journées de 9 h à 17 h, présence à toutes les dates, règle déduite",
    url="http://essor-paysdelaloire.org/projets.html",
)
_COUNTED: Final = Source(
    id="irev-bilan-2022",
    title="IREV, bilan de 2022 : demi-journées de qualification tenues dans l'année, règle déduite",
    url="https://irev.fr/actualites-0/lassemblee-generale-de-lirev-adopte-le-bilan-2022",
)

_MAY_PRECEDE: Final = frozenset({SessionKind.INTRODUCTION, SessionKind.NETWORK_DAY})
"""What may come before a cycle; a day of its network may come after an earlier edition."""

_MAY_FOLLOW: Final = BESIDE - {SessionKind.INTRODUCTION}
"""What may come after a cycle: what accompanies it, its jury, its restitution, its network."""


@rule(
    "QUA012",
    "session.outside-the-cycle",
    on=Cohort,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_IN_ORDER,),
    since="26.1",
)
def outside_the_cycle(cohort: Cohort, context: Context) -> Iterable[Fault]:
    """A session takes place between the beginning and the end of its cohort, or of its cycle.

    What introduces a cycle may come before; its jury, its restitution and what accompanies it,
    after; and a day of the network is none of it. Silent where the dates are too imprecise to
    tell, or left open by the sources.
    """
    cycle = cycle_of(cohort, context)
    since, until = _limit("since", cohort, cycle), _limit("until", cohort, cycle)
    for each in meetings(cohort):
        day, kind = each.day, each.session.kind
        if kind not in _MAY_PRECEDE and surely_before(day, since):
            yield _outside(each, "before", since)
        if kind not in _MAY_FOLLOW and surely_before(until, day):
            yield _outside(each, "after", until)


def _outside(meeting: Meeting, part: str, limit: PartialDate | None) -> Fault:
    where = Sentence("session-outside", {"limit": limit}, part=part)
    return fault(*meeting.path, "starts", day=meeting.day, where=where)


def _limit(name: str, cohort: Cohort, cycle: QualificationCycle | None) -> PartialDate | None:
    """Return a date of a cohort, or else of its cycle."""
    if is_unsettled(cohort, f"/{name}") or is_unsettled(cycle, f"/{name}"):
        return None
    own: PartialDate | None = getattr(cohort, name)
    return getattr(cycle, name, None) if own is None else own


@rule(
    "QUA016",
    "occurrence.ends-before-it-starts",
    on=Occurrence,
    moment=Moment.DRAFT,
    severity=Severity.ERROR,
    sources=(_ALL_DATES,),
    since="26.1",
)
def ends_before_it_starts(occurrence: Occurrence, _: Context) -> Iterable[Fault]:
    """A session of one day ends at a later hour than it starts, or at the same one.

    Silent where an hour is unknown, or where the two are of different zones. Days are looked
    at by a rule of their own.
    """
    hours = hours_of(occurrence)
    if hours is not None and hours.ends < hours.begins:
        yield fault("ends", begins=hours.begins, ends=hours.ends)


@rule(
    "QUA017",
    "session.held-before-its-day",
    on=Cohort,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_COUNTED,),
    since="26.1",
)
def held_before_its_day(cohort: Cohort, context: Context) -> Iterable[Fault]:
    """What was held is not still to come on the day of the check.

    A session that is repeated was held once its first occurrence was. Silent without a day, on
    a day before the cohort begins, since the check is then of an earlier time than the document,
    and where the dates are too imprecise to tell.
    """
    if context.on is None or surely_before(PartialDate(context.on), cohort.since):
        return
    for index, each in enumerate(cohort.sessions or ()):
        for place, day in _held_too_early(each, context):
            yield fault("sessions", index, *place, day=day)


def _held_too_early(
    session: TrainingSession, context: Context
) -> Iterator[tuple[tuple[str | int, ...], PartialDate]]:
    """Yield the statuses that say of something to come that it was held, with its day."""
    for index, each in enumerate(session.occurrences or ()):
        if each.status is SessionStatus.HELD and (day := _ahead(each, context)) is not None:
            yield ("occurrences", index, "status"), day
    held = [each for each in session.occurrences or () if each.status not in CALLED_OFF]
    days = [day for each in held if (day := _ahead(each, context)) is not None]
    told = any(each.status is SessionStatus.HELD for each in held)
    if session.status is SessionStatus.HELD and not told and days and len(days) == len(held):
        yield ("status",), min(days, key=lambda each: each.sort_key)


def _ahead(occurrence: Occurrence, context: Context) -> PartialDate | None:
    """Return the day of an occurrence, if it surely comes after that of the check."""
    day = None if occurrence.starts is None else occurrence.starts.day
    if day is None or context.on is None or not day.after(context.on).is_yes:
        return None
    return day


@rule(
    "QUA018",
    "session.takes-the-place-of-one-held",
    on=Cohort,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_ALL_DATES,),
    since="26.1",
)
def takes_the_place_of_one_held(cohort: Cohort, _: Context) -> Iterable[Fault]:
    """A session takes the place of another one, which was cancelled or postponed.

    By its status, and those of its occurrences. Silent where it is unknown what became of that
    one, and where it was called off in part.
    """
    statuses = {each.id: _became(each) for each in cohort.sessions or ()}
    for index, each in enumerate(cohort.sessions or ()):
        status = None if each.replaces is None else statuses.get(each.replaces)
        if each.replaces == each.id:
            yield _replacing(index, each.replaces, "itself")
        elif status is not None:
            yield _replacing(index, each.replaces, status.value)


def _became(session: TrainingSession) -> SessionStatus | None:
    """Return whether a session was held or is still planned, if no part of it was called off."""
    told = {session.status, *(each.status for each in session.occurrences or ())}
    known = (SessionStatus.HELD, SessionStatus.PLANNED) if told.isdisjoint(CALLED_OFF) else ()
    return next((each for each in known if each in told), None)


def _replacing(index: int, replaced: str | None, reason: str) -> Fault:
    facts = {"replaced": replaced, "reason": Sentence("replaced-sessions", part=reason)}
    return fault("sessions", index, "replaces", **facts)


RULES: Final = (
    outside_the_cycle,
    ends_before_it_starts,
    held_before_its_day,
    takes_the_place_of_one_held,
)
