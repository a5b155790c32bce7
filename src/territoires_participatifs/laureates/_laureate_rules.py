"""Rules on a laureate beside its decision and its application: they are of one call."""

from collections.abc import Iterable
from typing import Final

from territoires_participatifs.applications import Application, ApplicationStatus
from territoires_participatifs.calls import Call
from territoires_participatifs.checks import (
    Context,
    EventKind,
    Fault,
    Moment,
    Severity,
    fault,
    rule,
)
from territoires_participatifs.laureates._decisions import Decision, Verdict
from territoires_participatifs.laureates._laureates import Laureate
from territoires_participatifs.sources import Source
from territoires_participatifs.values.references import Ref

_BY_WAVE: Final = Source(
    id="quartiers-fertiles",
    title="Quartiers fertiles (ANRU), lauréats de chaque vague de l'appel, règle déduite",
    url="https://www.banquedesterritoires.fr/les-quartiers-fertiles-annonce-des-25-derniers-laureats-de-lappel-projets",
)
_CARRIED_OVER: Final = Source(
    id="detr-dsil-cher-2021",
    title="DETR et DSIL, guide pratique commun 2021 (Cher) : report à une seconde programmation, règle déduite",
    url="https://fr.readkong.com/page/guide-pratique-commun-2021-subventions-detr-dsil-les-4373805",
)
_RANKED: Final = Source(
    id="cnsa-calls",
    title="CNSA, la procédure d'appel à projets : refus préalables, classement, décision, règle déduite",
    url="https://www.cnsa.fr/accompagnement-en-etablissement-et-service-loffre-medico-sociale/les-creations-de-places/la-procedure-dappel-a-projet",
)

_MOVED_STATUSES: Final = frozenset({ApplicationStatus.TRANSFERRED, ApplicationStatus.DEFERRED})
_MOVED_EVENTS: Final = frozenset({EventKind.TRANSFERRED, EventKind.DEFERRED})
_MOVED_VERDICTS: Final = frozenset({Verdict.TRANSFERRED, Verdict.DEFERRED})
"""What takes an application to another call, or to the next programming."""


@rule(
    "LAU001",
    "laureate.decision-of-another-call",
    on=Laureate,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_BY_WAVE,),
    since="26.1",
)
def decision_of_another_call(laureate: Laureate, context: Context) -> Iterable[Fault]:
    """The decision that selected a laureate is on the call that it answered.

    Silent where one of the two calls belongs to the other, as a regional variant, and where
    a call is not known.
    """
    decision = None if laureate.decision is None else context.find(laureate.decision.id)
    if isinstance(decision, Decision) and _are_apart(laureate.call, decision.call, context):
        calls = {"call": laureate.call, "other": decision.call}
        yield fault("decision", decision=decision.id, **calls)


@rule(
    "LAU002",
    "laureate.application-to-another-call",
    on=Laureate,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_BY_WAVE, _CARRIED_OVER),
    since="26.1",
)
def application_to_another_call(laureate: Laureate, context: Context) -> Iterable[Fault]:
    """The application of a laureate answers the call that selected it.

    Silent where the application was transferred to another call, or deferred to the next
    programming; where one of the two calls belongs to the other; and where a call is not known.
    """
    application = None if laureate.application is None else context.find(laureate.application.id)
    if not isinstance(application, Application) or _was_moved(application, context):
        return
    if _are_apart(laureate.call, application.call, context):
        calls = {"call": laureate.call, "other": application.call}
        yield fault("application", application=application.id, **calls)


@rule(
    "LAU003",
    "laureate.refused",
    on=Laureate,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_RANKED,),
    since="26.1",
)
def refused(laureate: Laureate, context: Context) -> Iterable[Fault]:
    """The decision that a laureate names does not reject the application that it names.

    It may reject it in one track and select it in another. Silent if the laureate was
    promoted since.
    """
    decision = None if laureate.decision is None else context.find(laureate.decision.id)
    promoted = any(each.kind is EventKind.PROMOTED for each in laureate.history)
    if not isinstance(decision, Decision) or promoted:
        return
    if _verdicts(decision, laureate.application) == {Verdict.REJECTED}:
        yield fault("decision", decision=decision.id, application=laureate.application)


def _was_moved(application: Application, context: Context) -> bool:
    told = application.status in _MOVED_STATUSES
    happened = any(each.kind in _MOVED_EVENTS for each in application.history)
    referring = context.referring(application.id)
    decisions = (each for each in referring if isinstance(each, Decision))
    decided = any(_verdicts(e, Ref(application.id)) & _MOVED_VERDICTS for e in decisions)
    return told or happened or decided


def _verdicts(decision: Decision, application: Ref[Application] | None) -> set[Verdict]:
    rulings = decision.rulings or ()
    return {each.verdict for each in rulings if each.application == application}


def _are_apart(one: Ref[Call] | None, other: Ref[Call] | None, context: Context) -> bool:
    """Whether two calls are surely different ones, and none belongs to the other."""
    if one is None or other is None:
        return False
    lines = [_with_larger(one, context), _with_larger(other, context)]
    known = all(isinstance(context.find(id_), Call) for line in lines for id_ in line)
    return known and one.id not in lines[1] and other.id not in lines[0]


def _with_larger(call: Ref[Call], context: Context) -> list[str]:
    """Return the id of a call, then those of the calls that it belongs to."""
    line: list[str] = []
    larger: Ref[Call] | None = call
    while larger is not None and larger.id not in line:
        line.append(larger.id)
        found = context.find(larger.id)
        larger = found.part_of if isinstance(found, Call) else None
    return line
