"""Rules on what happened: histories, and the statuses that they lead to."""

from collections.abc import Iterable
from enum import Enum
from itertools import pairwise
from typing import Final

from territoires_participatifs.calls import Call
from territoires_participatifs.checks import (
    Context,
    Event,
    Fault,
    Moment,
    Severity,
    Waiver,
    fault,
    rule,
)
from territoires_participatifs.document._lives import LIVES
from territoires_participatifs.labels import Labelled
from territoires_participatifs.sources import Source
from territoires_participatifs.values.records import Record

_TRANSITIONS: Final = Source(
    id="statuses",
    title="États et transitions, déduits de la comparaison de 45 appels réels",
)
_DEROGATIONS: Final = Source(
    id="derogations",
    title="Décret n° 2020-412 du 8 avril 2020 (droit de dérogation du préfet) : un arrêté motivé",
)


@rule(
    "LIF001",
    "life.status-behind-history",
    on=Record,
    moment=Moment.INSTRUCTION,
    severity=Severity.WARNING,
    sources=(_TRANSITIONS,),
    since="26.1",
)
def status_behind_history(record: Record, _: Context) -> Iterable[Fault]:
    """The status is not behind the last event that is told, nor other than the end it led to.

    It may be ahead: a step that nobody saw is no error. A call whose rounds are several may
    be open again after it published the results of one.
    """
    life = LIVES.get(type(record))
    status: Enum | None = getattr(record, "status", None)
    history: tuple[Event, ...] = getattr(record, "history", ())
    reached = None if life is None else life.reached_by(history)
    if life is None or status is None or reached is None:
        return
    comes_again = isinstance(record, Call) and record.rounds is not None and len(record.rounds) > 1
    if life.contradicts(status, reached) and not (comes_again and reached in life.course):
        yield fault("status", status=Labelled(status), reached=Labelled(reached))


@rule(
    "LIF002",
    "history.out-of-order",
    on=Record,
    moment=Moment.DRAFT,
    severity=Severity.WARNING,
    sources=(_TRANSITIONS,),
    since="26.1",
)
def history_out_of_order(record: Record, _: Context) -> Iterable[Fault]:
    """The events of a history stand in the order of their days.

    Those without a day are passed over; silent where days are too imprecise to tell.
    """
    history: tuple[Event, ...] = getattr(record, "history", ())
    dated = [(index, each.on) for index, each in enumerate(history) if each.on is not None]
    for (_before, earlier), (index, later) in pairwise(dated):
        if later.before(earlier).is_yes:
            yield fault("history", index, "on", earlier=earlier, later=later)


@rule(
    "WAI001",
    "waiver.without-grounds",
    on=Waiver,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_DEROGATIONS,),
    since="26.1",
)
def waiver_without_grounds(waiver: Waiver, _: Context) -> Iterable[Fault]:
    """A waiver of a rule says why, by whom and when it was granted: else it lifts nothing.

    A requirement that was let pass in fact, as sources tell it, may be told without.
    """
    if waiver.code is not None and not waiver.is_grounded:
        grounds = {"reason": waiver.reason, "authority": waiver.authority, "on": waiver.on}
        yield fault(next(name for name, each in grounds.items() if each is None), code=waiver.code)
