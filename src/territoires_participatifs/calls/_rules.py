"""Rules on calls and their rounds."""

from collections.abc import Iterable
from typing import Final, cast, get_args

from territoires_participatifs.calls._aid_rules import floor_above_cap
from territoires_participatifs.calls._change_rules import (
    change_forgets_what_was,
    extended_backwards,
)
from territoires_participatifs.calls._demand_rules import (
    asks_nothing,
    deadline_demand_without_deadline,
    least_above_most,
    rate_above_the_whole,
)
from territoires_participatifs.calls._demands import Demand, UnknownDemand
from territoires_participatifs.calls._model import Call
from territoires_participatifs.calls._outline import Round
from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.sources import Source
from territoires_participatifs.values.deadlines import Deadline, DeadlineKind
from territoires_participatifs.values.declarations import TAG
from territoires_participatifs.values.instants import Instant
from territoires_participatifs.values.partial_dates import PartialDate

_IN_ORDER: Final = Source(
    id="waves-in-order",
    title="i-Démo n° 2 (Bpifrance) : relèves et clôture, ordre déduit",
    url="https://www.globalvision-innov.fr/appels-a-projets-france-2030-i-demo-n2/",
)
_RESULTS: Final = Source(
    id="quartiers-fertiles",
    title="Quartiers fertiles (ANRU) : dépôt le 1er juin, lauréats le 7 décembre 2020, ordre déduit",
    url="https://www.banquedesterritoires.fr/les-quartiers-fertiles-annonce-des-25-derniers-laureats-de-lappel-projets",
)
_ZONES: Final = Source(
    id="aapg-2024",
    title="ANR, Appel à projets générique 2024",
    url="https://anr.fr/en/call-for-proposals-details/call/generic-call-for-proposals-aapg-2024/",
)

_KEPT: Final = Source(
    id="decision-demands",
    title="territoires_participatifs, docs: decision 0011",
)


def _day(when: Deadline | Instant | None) -> PartialDate | None:
    return None if when is None else when.day


@rule(
    "CAL001",
    "round.deadline-before-opening",
    on=Round,
    moment=Moment.DRAFT,
    severity=Severity.ERROR,
    sources=(_IN_ORDER,),
    since="26.1",
)
def deadline_before_opening(round_: Round, _: Context) -> Iterable[Fault]:
    """A round opens before its deadline, or on the same day.

    Silent where the dates are too imprecise to tell.
    """
    opens, deadline = _day(round_.opens), _day(round_.deadline)
    if opens is not None and deadline is not None and deadline.before(opens).is_yes:
        yield fault("deadline", opens=opens, deadline=deadline)


@rule(
    "CAL002",
    "call.round-outside-the-call",
    on=Call,
    moment=Moment.SUBMISSION,
    severity=Severity.WARNING,
    sources=(_IN_ORDER,),
    since="26.1",
)
def round_outside_the_call(call: Call, _: Context) -> Iterable[Fault]:
    """The rounds of a call lie between its opening and its closing, both days included.

    Silent where the dates are too imprecise to tell.
    """
    opens, closes = _day(call.opens), _day(call.closes)
    for index, each in enumerate(call.rounds or ()):
        for name, day in (("opens", _day(each.opens)), ("deadline", _day(each.deadline))):
            if day is not None and opens is not None and day.before(opens).is_yes:
                yield fault("rounds", index, name, day=day, limit=opens)
            if day is not None and closes is not None and day.after(closes).is_yes:
                yield fault("rounds", index, name, day=day, limit=closes)


@rule(
    "CAL003",
    "deadline.hour-without-zone",
    on=Deadline,
    moment=Moment.PUBLICATION,
    severity=Severity.WARNING,
    sources=(_ZONES,),
    since="26.1",
)
def hour_without_zone(deadline: Deadline, _: Context) -> Iterable[Fault]:
    """An hour is told with its time zone, since some who answer live overseas."""
    if deadline.hour is not None and deadline.zone is None:
        yield fault("hour", hour=deadline.hour)


@rule(
    "CAL004",
    "call.closes-before-it-opens",
    on=Call,
    moment=Moment.DRAFT,
    severity=Severity.ERROR,
    sources=(_IN_ORDER,),
    since="26.1",
)
def closes_before_it_opens(call: Call, _: Context) -> Iterable[Fault]:
    """A call opens before it closes, or on the same day.

    Silent where the dates are too imprecise to tell.
    """
    opens, closes = _day(call.opens), _day(call.closes)
    if opens is not None and closes is not None and closes.before(opens).is_yes:
        yield fault("closes", opens=opens, closes=closes)


@rule(
    "CAL005",
    "requirement.unknown-demand",
    on=UnknownDemand,
    moment=Moment.DRAFT,
    severity=Severity.WARNING,
    sources=(_KEPT,),
    since="26.1",
)
def unknown_demand(demand: UnknownDemand, _: Context) -> Iterable[Fault]:
    """A demand is of a kind that this version knows, so that it can be assessed."""
    tag = cast("dict[str, str]", demand.content.json)[TAG]
    known = sorted(each.tag for each in get_args(Demand) if each.tag)
    yield fault(TAG, found=tag, members=known)


@rule(
    "CAL008",
    "round.results-before-deadline",
    on=Round,
    moment=Moment.DRAFT,
    severity=Severity.WARNING,
    sources=(_RESULTS,),
    since="26.1",
)
def results_before_deadline(round_: Round, _: Context) -> Iterable[Fault]:
    """The laureates of a round are announced after its deadline, or on the same day.

    Silent where files are taken up as they come, until the funds run out or without an
    end, and where the dates are too imprecise to tell.
    """
    results, deadline = round_.results, round_.deadline
    fixed = deadline is not None and deadline.kind is DeadlineKind.FIXED
    day = _day(deadline) if fixed else None
    if results is not None and day is not None and results.before(day).is_yes:
        yield fault("results", results=results, deadline=day)


RULES: Final = (
    deadline_before_opening,
    round_outside_the_call,
    hour_without_zone,
    closes_before_it_opens,
    unknown_demand,
    change_forgets_what_was,
    extended_backwards,
    results_before_deadline,
    floor_above_cap,
    rate_above_the_whole,
    least_above_most,
    deadline_demand_without_deadline,
    asks_nothing,
)
