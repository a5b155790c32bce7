"""Rules on the schedule of a cycle: its rhythm, its half-days, and when it may start."""

from collections.abc import Iterable
from typing import Final

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
from territoires_participatifs.qualification._cohorts import Cohort
from territoires_participatifs.qualification._cycles import QualificationCycle
from territoires_participatifs.qualification._known import cycle_of, is_unsettled
from territoires_participatifs.qualification._schedules import BESIDE, gaps, given, taught
from territoires_participatifs.sources import Source
from territoires_participatifs.values.bounds import count_fits
from territoires_participatifs.values.deadlines import DeadlineKind
from territoires_participatifs.values.declarations import GREATEST
from territoires_participatifs.values.partial_dates import PartialDate, surely_before
from territoires_participatifs.values.quantities import Count, Exactness

_SPACED: Final = Source(
    id="cerdd-bilan-2022",
    title="Cerdd, « Vers des territoires participatifs » : six journées qui se tiennent toutes les six semaines",
    url="https://cerdd.org/index.php/Actualites/Territoires-durables/Accompagnement-des-territoires-participatifs-bilan-apres-six-mois-de-travail",
)
_ANNOUNCED: Final = Source(
    id="atd-co-formation-2015",
    title="ATD Quart Monde, co-formation de 2015 : quatre jours, quatre et demi annoncés, règle déduite",
    url="https://yallerparquatrechemins.fr/?p=2255",
)
_RECRUITED: Final = Source(
    id="cerdd-ami-2020",
    title="Cerdd, AMI clos le 12 mars 2021, cycle commencé le 8 juillet 2021, ordre déduit",
    url="https://123dok.net/document/yj7598gp-appel-manifestation-int%C3%A9r%C3%AAt-attention-epci-communes-hauts-france.html",
)


@rule(
    "QUA014",
    "sessions.spacing-not-kept",
    on=Cohort,
    moment=Moment.DECISION,
    severity=Severity.INFO,
    sources=(_SPACED,),
    since="26.1",
)
def spacing_not_kept(cohort: Cohort, context: Context) -> Iterable[Fault]:
    """One session follows another after the time that the cycle tells, in weeks or in months.

    A few days more or less are as good: what falls on a day off is moved. Silent where a session may be missing between the two, where the dates are too imprecise to
    tell, and where the sources leave the spacing open.
    """
    cycle = cycle_of(cohort, context)
    if cycle is None or is_unsettled(cycle, "/spacing") or is_unsettled(cohort, "/sessions"):
        return
    for each in gaps(cohort, cycle.spacing):
        if each.kept.is_no:
            days = {"before": each.before.day, "day": each.after.day}
            yield fault(*each.after.path, "starts", spacing=cycle.spacing, **days)


@rule(
    "QUA015",
    "sessions.duration-disagrees",
    on=Cohort,
    moment=Moment.DECISION,
    severity=Severity.INFO,
    sources=(_ANNOUNCED,),
    since="26.1",
)
def duration_disagrees(cohort: Cohort, context: Context) -> Iterable[Fault]:
    """The sessions give the half-days that the cycle tells, a day for two.

    What introduces, accompanies or closes a cycle may be counted or not. Silent where a session
    may be missing, where a number is not exact, and where the sources leave one open.
    """
    cycle, total = cycle_of(cohort, context), taught(cohort)
    open_ = is_unsettled(cycle, "/days", "/half_days", "/duration") or is_unsettled(
        cohort, "/sessions"
    )
    if cycle is None or total is None or total.exactness is not Exactness.EXACT or open_:
        return
    told = [each for each in (cycle.half_days, _in_half_days(cycle.days)) if each is not None]
    found = Count(total.value - _beside(cohort), Exactness.BETWEEN, total.value)
    if told and all(count_fits(each, found).is_no for each in told):
        yield fault("sessions", given=total, told=told[0])


def _in_half_days(days: Count | None) -> Count | None:
    if days is None:
        return None
    upper = None if days.upper is None else min(2 * days.upper, GREATEST)
    return Count(min(2 * days.value, GREATEST), days.exactness, upper)


def _beside(cohort: Cohort) -> int:
    """Return the half-days that may not be counted, of sessions that tell how many they give."""
    beside = (each.half_days for each in given(cohort) if each.kind in BESIDE)
    return sum(each.value for each in beside if each is not None)


@rule(
    "QUA019",
    "cycle.starts-before-recruitment-ends",
    on=QualificationCycle,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_RECRUITED,),
    since="26.1",
)
def starts_before_recruitment_ends(cycle: QualificationCycle, context: Context) -> Iterable[Fault]:
    """A cycle starts after the call that it recruits through has closed, or on that day.

    Silent unless it is told that one may not simply register as well, and where the call has several rounds, closes on no
    fixed day, closed early or opened again, and where the dates are too imprecise to tell.
    """
    call = None if cycle.recruits is None else context.find(cycle.recruits.id)
    if not isinstance(call, Call) or not cycle.open_registration.is_no:
        return
    closes = _end(call)
    if surely_before(cycle.since, closes) and not is_unsettled(cycle, "/since", "/recruits"):
        yield fault("since", since=cycle.since, closes=closes, call=call.id)


_MOVED: Final = frozenset({EventKind.CLOSED_EARLY, EventKind.REOPENED})
"""What leaves a call with another end than the one that recruited, or with two."""


def _end(call: Call) -> PartialDate | None:
    """Return the day on which a call closes for all, once and for ever."""
    rounds = call.rounds or ()
    history = (*call.history, *(event for each in rounds for event in each.history))
    moved = any(each.kind in _MOVED for each in history)
    if call.closes is None or call.closes.kind is not DeadlineKind.FIXED or len(rounds) > 1:
        return None
    return None if moved or is_unsettled(call, "/closes") else call.closes.day


RULES: Final = (spacing_not_kept, duration_disagrees, starts_before_recruitment_ends)
