"""Rules on certificates: of a kind that the cycle offers, and not before its end."""

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Final

from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.labels import Labelled
from territoires_participatifs.qualification._cohorts import Cohort
from territoires_participatifs.qualification._cycles import CertificateKind, QualificationCycle
from territoires_participatifs.qualification._known import cycle_of, is_unsettled
from territoires_participatifs.qualification._sessions import (
    SessionKind,
    SessionStatus,
    TrainingSession,
)
from territoires_participatifs.sources import Source
from territoires_participatifs.values.partial_dates import PartialDate, surely_before

_OFFERED: Final = Source(
    id="placegrenet-2017",
    title="Ville de Grenoble et Sciences Po, certificat d'action citoyenne, 2017, règle déduite",
    url="http://www.placegrenet.fr/2017/03/14/conseils-citoyens-independants-ville-de-grenoble-propose-formation-certifiante/127374",
)
_FULL: Final = Source(
    id="sciences-po-aix",
    title="Sciences Po Aix, formation des élus locaux : le certificat est celui du programme complet, règle déduite",
    url="https://www.sciencespo-aix.fr/?p=32096",
)


@rule(
    "QUA027",
    "certificate.not-offered",
    on=Cohort,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_OFFERED,),
    since="26.1",
)
def not_offered(cohort: Cohort, context: Context) -> Iterable[Fault]:
    """A certificate that was issued is of a kind that the cycle gives.

    Silent where the cycle or what it gives is unknown, or in doubt.
    """
    cycle = cycle_of(cohort, context)
    offered = None if cycle is None else cycle.certificates
    if cycle is None or offered is None or is_unsettled(cycle, "/certificates"):
        return
    for index, each in enumerate(cohort.certificates or ()):
        if each.kind not in offered:
            yield fault("certificates", index, kind=Labelled(each.kind), cycle=cycle.id)


@rule(
    "QUA028",
    "certificate.before-the-end",
    on=Cohort,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_FULL,),
    since="26.1",
)
def before_the_end(cohort: Cohort, context: Context) -> Iterable[Fault]:
    """What attests that a cycle was completed is not issued before its last session.

    Days of the network, sessions that are optional, that were not held, whose place another
    took, or that don't count for the certificate are no end. Silent where the dates are
    too imprecise to tell, or in doubt.
    """
    cycle = cycle_of(cohort, context)
    sessions = list(_sessions(cohort))
    for index, each in enumerate(cohort.certificates or ()):
        doubted = is_unsettled(cohort, f"/certificates/{index}/issued")
        if each.kind is CertificateKind.ATTENDANCE or doubted:
            continue
        counting = (e for e in sessions if _counts(e, each.kind, cycle))
        later = [day for e in counting if (day := _first_after(e, each.issued)) is not None]
        if later:
            last = max(later, key=_ORDER)
            yield fault("certificates", index, "issued", issued=each.issued, starts=last)


_ORDER: Final = attrgetter("sort_key")


def _sessions(cohort: Cohort) -> Iterator[TrainingSession]:
    """Yield the sessions that all are to follow, and that were held for all that is told."""
    replaced = {each.replaces for each in cohort.sessions or ()}
    for index, each in enumerate(cohort.sessions or ()):
        left_out = each.kind is SessionKind.NETWORK_DAY or each.optional.is_yes
        void = each.status in _NOT_HELD or each.id in replaced
        if not left_out and not void and not is_unsettled(cohort, f"/sessions/{index}"):
            yield each


_NOT_HELD: Final = {SessionStatus.CANCELLED, SessionStatus.PLANNED, SessionStatus.POSTPONED}


def _counts(
    session: TrainingSession, kind: CertificateKind, cycle: QualificationCycle | None
) -> bool:
    """Whether a session counts for a certificate: all do, if no terms name those that do."""
    terms = () if cycle is None or cycle.terms is None else cycle.terms
    told = (e for e in terms if e.certificate in {None, kind})
    named = [each.sessions for each in told if each.sessions is not None]
    return not named or any(session.id in each for each in named)


def _first_after(session: TrainingSession, day: PartialDate | None) -> PartialDate | None:
    """Return the first day of a session, if all of its occurrences surely come after a day."""
    held = [each for each in session.occurrences or () if each.status not in _NOT_HELD]
    starts = [each.starts.day for each in held if each.starts is not None]
    if len(starts) < len(held) or not all(surely_before(day, each) for each in starts):
        return None
    return min(starts, key=_ORDER, default=None)


RULES: Final = (not_offered, before_the_end)
