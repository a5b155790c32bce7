"""Rules on cohorts."""

from collections.abc import Iterable, Sequence
from typing import Final

from territoires_participatifs.calls import Call
from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.qualification._cohorts import Cohort
from territoires_participatifs.qualification._cycles import CertificateKind
from territoires_participatifs.qualification._known import cycle_of
from territoires_participatifs.qualification._proofs import Attendance
from territoires_participatifs.qualification._sessions import SessionStatus
from territoires_participatifs.sources import Source
from territoires_participatifs.values.references import Ref

_RECRUITED: Final = Source(
    id="cerdd-ami-2020",
    title="Cerdd, cycle « Vers des territoires participatifs » : les collectivités retenues par l'AMI, règle déduite",
    url="https://123dok.net/document/yj7598gp-appel-manifestation-int%C3%A9r%C3%AAt-attention-epci-communes-hauts-france.html",
)
_ATTESTED: Final = Source(
    id="sciences-po-aix",
    title="Sciences Po Aix, formation des élus locaux : certificat sous condition d'assiduité, règle déduite",
    url="https://www.sciencespo-aix.fr/?p=32096",
)


@rule(
    "QUA001",
    "cohort.of-another-call",
    on=Cohort,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_RECRUITED,),
    since="26.1",
)
def of_another_call(cohort: Cohort, context: Context) -> Iterable[Fault]:
    """The call that selected a cohort is the one through which its cycle recruits.

    Or another edition of it, or a call that belongs to it. Silent where a call is not known.
    """
    cycle = cycle_of(cohort, context)
    recruits = None if cycle is None else cycle.recruits
    if cohort.call is None or recruits is None:
        return
    own, other = _lineage(cohort.call, context), _lineage(recruits, context)
    known = all(isinstance(context.find(id_), Call) for id_ in own | other)
    if known and cohort.call.id not in other and recruits.id not in own:
        yield fault("call", call=cohort.call, recruits=recruits)


def _lineage(call: Ref[Call], context: Context) -> set[str]:
    """Return the ids of a call, of what it belongs to and of the editions before it."""
    found: set[str] = set()
    ahead: list[Ref[Call] | None] = [call]
    while ahead:
        each = ahead.pop()
        if each is not None and each.id not in found:
            found.add(each.id)
            held = context.find(each.id)
            ahead += [held.part_of, held.follows] if isinstance(held, Call) else []
    return found


@rule(
    "QUA002",
    "certificate.of-an-absent",
    on=Cohort,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_ATTESTED,),
    since="26.1",
)
def of_an_absent(cohort: Cohort, _: Context) -> Iterable[Fault]:
    """Who is attested to have come was not absent from every session.

    Silent where it is unknown whether the person came to one of them. A session that was
    cancelled, or is still to come, is none.
    """
    void = {each.id for each in cohort.sessions or () if each.status in _NOT_HELD}
    for index, each in enumerate(cohort.certificates or ()):
        told = (came for came in cohort.attendances or () if came.session not in void)
        known = [came for came in told if came.person == each.person]
        if each.kind is CertificateKind.ATTENDANCE and known and _never_came(known, cohort):
            sessions = len({missed.session for missed in known})
            yield fault("certificates", index, "person", sessions=sessions)


_NOT_HELD: Final = {SessionStatus.CANCELLED, SessionStatus.PLANNED, SessionStatus.POSTPONED}


def _never_came(attendances: Sequence[Attendance], cohort: Cohort) -> bool:
    """Whether somebody was surely absent from every session that is told."""
    sessions = {each.id for each in cohort.sessions or () if each.status not in _NOT_HELD}
    absent = all(each.present.is_no for each in attendances)
    return absent and sessions <= {each.session for each in attendances}


RULES: Final = (of_another_call, of_an_absent)
