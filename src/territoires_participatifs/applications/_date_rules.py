"""Rules on the days of an application: their order, and the deadline of its call."""

from collections.abc import Iterable
from typing import Final

from territoires_participatifs.applications._instants import misses, precedes
from territoires_participatifs.applications._model import Application, ApplicationStatus
from territoires_participatifs.calls import Call, StageKind
from territoires_participatifs.checks import (
    Context,
    EventKind,
    Fault,
    Moment,
    Severity,
    fault,
    rule,
)
from territoires_participatifs.language import Sentence
from territoires_participatifs.sources import Source
from territoires_participatifs.values.deadlines import CountingEvent, Deadline
from territoires_participatifs.values.instants import Instant

_FILES: Final = Source(
    id="detr-dsil-cher-2021",
    title="DETR et DSIL, guide pratique commun 2021 (Cher) : dépôt, accusé de réception, dossier complet, ordre déduit",
    url="https://fr.readkong.com/page/guide-pratique-commun-2021-subventions-detr-dsil-les-4373805",
)
_RECEIVED: Final = Source(
    id="cuma-occitanie-2020",
    title="Appel aux CUMA d'Occitanie 2020 (FEADER) : la date de réception compte, non la date d'envoi",
    url="https://123dok.net/document/z1d958me",
)
_STRICT: Final = Source(
    id="montpellier-2025",
    title="Contrat de ville de Montpellier, appel 2025 : délai de rigueur",
    url="https://contratdeville.montpellier3m.fr/node/31",
)

_AFTER: Final = {
    "received": ("submitted",),
    "acknowledged": ("received", "submitted"),
    "completed": ("received", "submitted"),
}
"""What each event comes after: the first of these that is known."""

_COUNTED: Final = {
    CountingEvent.SENT: "submitted",
    CountingEvent.RECEIVED: "received",
    CountingEvent.COMPLETE: "completed",
    CountingEvent.ACKNOWLEDGED: "acknowledged",
}

_OUT: Final = frozenset(
    {
        ApplicationStatus.INADMISSIBLE,
        ApplicationStatus.INELIGIBLE,
        ApplicationStatus.REJECTED,
        ApplicationStatus.DEFERRED,
        ApplicationStatus.TRANSFERRED,
        ApplicationStatus.WITHDRAWN,
        ApplicationStatus.RESUBMITTED,
    }
)
"""Where an application stands that its call does not consider, or not any more."""

_PUT_OUT: Final = frozenset(
    {
        EventKind.FOUND_INADMISSIBLE,
        EventKind.FOUND_INELIGIBLE,
        EventKind.REJECTED,
        EventKind.DEFERRED,
        EventKind.TRANSFERRED,
        EventKind.WITHDRAWN,
        EventKind.RESUBMITTED,
    }
)
"""What brings it there."""


@rule(
    "APP001",
    "application.out-of-order",
    on=Application,
    moment=Moment.DRAFT,
    severity=Severity.WARNING,
    sources=(_FILES,),
    since="26.1",
)
def out_of_order(application: Application, _: Context) -> Iterable[Fault]:
    """An application is sent, then received, then acknowledged; it is complete once received.

    Hours are compared where both are told, in zones that are told both or not at all. Silent
    where the days are too imprecise to tell.
    """
    told = {each: _instant(application, each) for each in _COUNTED.values()}
    known = {name: instant for name, instant in told.items() if instant is not None}
    for name, before in _AFTER.items():
        other = next((each for each in before if each in known), None)
        if name in known and other is not None and precedes(known[name], known[other]):
            names = {"event": _event(name), "other": _event(other)}
            yield fault(name, **names, found=known[name], first=known[other])


@rule(
    "APP002",
    "application.late",
    on=Application,
    moment=Moment.INSTRUCTION,
    severity=Severity.WARNING,
    sources=(_STRICT, _RECEIVED),
    since="26.1",
)
def late(application: Application, context: Context) -> Iterable[Fault]:
    """The event that counts for a deadline comes before it, or at it.

    The deadline is that of the round that the application names, or of a call without
    rounds. Silent where it is not told which event counts, where the stages of the call may
    have deadlines of their own, where a requirement was waived, and where the application
    was put out of the call.
    """
    deadline = _deadline(application, context)
    if deadline is None or deadline.event is None or _is_out(application):
        return
    name = _COUNTED[deadline.event]
    instant = _instant(application, name)
    if instant is not None and misses(instant, deadline):
        yield fault(name, event=_event(name), found=instant, deadline=deadline)


def _deadline(application: Application, context: Context) -> Deadline | None:
    call = None if application.call is None else context.find(application.call.id)
    if not isinstance(call, Call) or _is_in_stages(call):
        return None
    rounds = call.rounds or ()
    if application.round is None:
        return None if rounds else call.closes
    return next((each.deadline for each in rounds if each.id == application.round), None)


def _is_in_stages(call: Call) -> bool:
    """Whether a full proposal, or another stage, may have a deadline of its own."""
    return any(
        each.deadline is not None or each.kind is StageKind.FULL_PROPOSAL
        for each in call.stages or ()
    )


def _is_out(application: Application) -> bool:
    put_out = any(each.kind in _PUT_OUT for each in application.history)
    waived = any(each.code is None for each in application.waivers)  # by code, the book lifts it
    return application.status in _OUT or put_out or waived


def _instant(application: Application, name: str) -> Instant | None:
    instant: Instant | None = getattr(application, name)
    return instant


def _event(name: str) -> Sentence:
    return Sentence("application-events", part=name)
