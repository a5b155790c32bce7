"""Rules on those who teach: the accreditations that they hold."""

from collections.abc import Iterable, Iterator
from typing import Final

from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.organisations import Accreditation, Organisation, Participation, Role
from territoires_participatifs.qualification._cohorts import Cohort
from territoires_participatifs.qualification._cycles import QualificationCycle
from territoires_participatifs.qualification._known import cycle_of, is_unsettled
from territoires_participatifs.qualification._meetings import Meeting, meetings
from territoires_participatifs.qualification._sessions import SessionStatus
from territoires_participatifs.sources import Source
from territoires_participatifs.values.partial_dates import PartialDate, surely_before

_CERTIFIED: Final = Source(
    id="code-travail-l6316-1",
    title="Code du travail, article L6316-1 (loi n° 2018-771 du 5 septembre 2018) : organismes de formation certifiés, au 1er janvier 2022",
)
_HELD: Final = Source(
    id="frequence-commune",
    title="Fréquence Commune, formation des agents : organisme certifié Qualiopi",
    url="https://www.frequencecommune.fr/fiche-accompagner/formation-des-agents/",
)


@rule(
    "QUA020",
    "provider.not-accredited-on-the-day",
    on=Cohort,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_CERTIFIED, _HELD),
    since="26.1",
)
def not_accredited_on_the_day(cohort: Cohort, context: Context) -> Iterable[Fault]:
    """Who teaches a session holds, on that day, each accreditation that the cycle asks for.

    An accreditation belongs to an organisation, for a time. Silent where those that it holds
    are unknown, or may be the one that is asked for under another name, where the dates are too
    imprecise to tell, where the sources leave one open, and on what is still to come: an
    accreditation may be renewed.
    """
    cycle = cycle_of(cohort, context)
    if cycle is None or is_unsettled(cycle, "/provider_schemes"):
        return
    schemes = {each.casefold(): each for each in cycle.provider_schemes or ()}
    seen: set[tuple[str, str]] = set()
    for meeting, provider in _taught_by(cohort, cycle, context):
        for key, scheme in schemes.items():
            held = _held(provider, key, schemes)
            lacks = held is not None and all(_is_surely_over(e, meeting.day) for e in held)
            if lacks and (provider.id, key) not in seen:
                seen.add((provider.id, key))
                facts = {"provider": provider.id, "scheme": scheme, "day": meeting.day}
                yield fault(*meeting.path, "starts", **facts)


def _taught_by(
    cohort: Cohort, cycle: QualificationCycle, context: Context
) -> Iterator[tuple[Meeting, Organisation]]:
    """Yield the occurrences of exact day that are not to come, each with those who teach it.

    A session that names who teaches it is not taught by those who teach the cycle.
    """
    for meeting in meetings(cohort):
        own = _teachers(meeting.session.participations)
        teachers = (own or _teachers(cycle.participations)) if _is_past(meeting, context) else []
        for each in teachers:
            provider = context.find(each.organisation.id)
            if isinstance(provider, Organisation) and _is_there(each, meeting.day):
                yield meeting, provider


def _is_past(meeting: Meeting, context: Context) -> bool:
    """Whether an occurrence is of an exact day that has come; without a day, if not planned."""
    first, last = meeting.bounds
    if first is None or first != last:
        return False
    if context.on is not None:
        return first <= context.on.toordinal()
    status = meeting.occurrence.status or meeting.session.status
    return status is not SessionStatus.PLANNED


def _teachers(participations: Iterable[Participation] | None) -> list[Participation]:
    teaching = (each for each in participations or () if each.role is Role.TRAINING_BODY)
    return [each for each in teaching if each.certain.is_yes]


def _is_there(participation: Participation, day: PartialDate | None) -> bool:
    """Whether no date leaves a doubt that the part is taken on a day."""
    since, until = participation.since, participation.until
    begun = since is None or (day is not None and day.before(since).is_no)
    return begun and (until is None or (day is not None and day.after(until).is_no))


def _held(
    provider: Organisation, scheme: str, schemes: Iterable[str]
) -> list[Accreditation] | None:
    """Return the accreditations that are of a scheme; None if these are unknown.

    If none names it, those that name no other scheme of the cycle either: they may be it.
    """
    listed = provider.accreditations
    if listed is None or is_unsettled(provider, "/accreditations"):
        return None
    named = [each for each in listed if scheme in each.scheme.casefold()]
    return named or [e for e in listed if not any(s in e.scheme.casefold() for s in schemes)]


def _is_surely_over(held: Accreditation, day: PartialDate | None) -> bool:
    """Whether an accreditation surely ended before a day, or begins after it."""
    return surely_before(held.until, day) or surely_before(day, held.since)


RULES: Final = (not_accredited_on_the_day,)
