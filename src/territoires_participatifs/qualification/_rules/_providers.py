"""Rules on those who teach: the accreditations that they hold."""

from collections.abc import Iterable, Iterator
from typing import Final

from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.organisations import Accreditation, Organisation, Participation, Role
from territoires_participatifs.qualification._cohorts import Cohort
from territoires_participatifs.qualification._cycles import QualificationCycle
from territoires_participatifs.qualification._known import cycle_of, is_unsettled
from territoires_participatifs.qualification._meetings import Meeting, meetings
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
    are unknown, where the dates are too imprecise to tell, and where the sources leave one open.
    """
    cycle = cycle_of(cohort, context)
    if cycle is None or is_unsettled(cycle, "/provider_schemes"):
        return
    schemes = {each.casefold(): each for each in cycle.provider_schemes or ()}
    seen: set[tuple[str, str]] = set()
    for meeting, provider in _taught_by(cohort, cycle, context):
        for key, scheme in schemes.items():
            if (provider.id, key) not in seen and _surely_lacks(provider, key, meeting.day):
                seen.add((provider.id, key))
                facts = {"provider": provider.id, "scheme": scheme, "day": meeting.day}
                yield fault(*meeting.path, "starts", **facts)


def _taught_by(
    cohort: Cohort, cycle: QualificationCycle, context: Context
) -> Iterator[tuple[Meeting, Organisation]]:
    """Yield the occurrences of exact day, each with those who teach it.

    A session that names who teaches it is not taught by those who teach the cycle.
    """
    for meeting in meetings(cohort):
        first, last = meeting.bounds
        own = _teachers(meeting.session.participations)
        for each in own or _teachers(cycle.participations):
            provider = context.find(each.organisation.id)
            exact = first is not None and first == last
            if exact and isinstance(provider, Organisation) and _is_there(each, meeting.day):
                yield meeting, provider


def _teachers(participations: Iterable[Participation] | None) -> list[Participation]:
    teaching = (each for each in participations or () if each.role is Role.TRAINING_BODY)
    return [each for each in teaching if each.certain.is_yes]


def _is_there(participation: Participation, day: PartialDate | None) -> bool:
    """Whether no date leaves a doubt that the part is taken on a day."""
    since, until = participation.since, participation.until
    begun = since is None or (day is not None and day.before(since).is_no)
    return begun and (until is None or (day is not None and day.after(until).is_no))


def _surely_lacks(provider: Organisation, scheme: str, day: PartialDate | None) -> bool:
    listed = provider.accreditations
    if listed is None or is_unsettled(provider, "/accreditations"):
        return False
    held = (each for each in listed if scheme in each.scheme.casefold())
    return all(_is_surely_over(each, day) for each in held)


def _is_surely_over(held: Accreditation, day: PartialDate | None) -> bool:
    """Whether an accreditation surely ended before a day, or begins after it."""
    return surely_before(held.until, day) or surely_before(day, held.since)


RULES: Final = (not_accredited_on_the_day,)
