"""How demands on when a project begins and ends, and how long it lasts, are judged."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from territoires_participatifs.applications._judges._answers import (
    Answer,
    fact_found,
    joined,
    lacks,
)
from territoires_participatifs.applications._judges._facts import Facts
from territoires_participatifs.applications._judges._parties import not_told
from territoires_participatifs.applications._projects import Project
from territoires_participatifs.applications._results import ComparedFact, Settler
from territoires_participatifs.calls import DurationDemand, EndDemand, Milestone, StartDemand
from territoires_participatifs.checks import EventKind
from territoires_participatifs.values.dates import DayLike
from territoires_participatifs.values.durations import Span
from territoires_participatifs.values.elapsed import lasted_at_least, lasted_at_most
from territoires_participatifs.values.instants import Instant
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.ternary import Ternary, all_of

_STEPS: Final = {
    Milestone.SUBMISSION: "submitted",
    Milestone.ACKNOWLEDGEMENT: "acknowledged",
    Milestone.COMPLETE_FILE: "completed",
}
"""The steps of which an application tells the day, by its fields."""

_EVENTS: Final = {
    Milestone.SUBMISSION: EventKind.SUBMITTED,
    Milestone.ACKNOWLEDGEMENT: EventKind.ACKNOWLEDGED,
    Milestone.COMPLETE_FILE: EventKind.COMPLETED_FILE,
    Milestone.COMPLEMENTS_REQUEST: EventKind.COMPLEMENTS_REQUESTED,
    Milestone.COMPLEMENTS: EventKind.COMPLEMENTS_RECEIVED,
    Milestone.DECISION: EventKind.DECIDED,
    Milestone.NOTIFICATION: EventKind.NOTIFIED,
    Milestone.AGREEMENT: EventKind.SIGNED,
}
"""The steps of which an application tells the day by its history."""

_AFTER_SUBMISSION: Final = frozenset(_EVENTS) - {Milestone.SUBMISSION}
"""The steps that surely follow the submission: the first act of the works may come before it."""

_UNSURE: Final = frozenset("~[X")
"""Signs of a date that names no period of the calendar."""


def judge_duration(demand: DurationDemand, facts: Facts) -> Answer:
    """Hold how long each project lasts, as told or by its dates, against the least and the most."""
    if demand.at_least is None and demand.at_most is None:
        return not_told("/projects")

    def test(project: Project, place: str) -> Answer:
        told, by_dates = _told(demand, project, place), _by_dates(demand, project, place)
        found = by_dates if told.met.is_undetermined and by_dates.facts else told
        return found._replace(missing=lacks("duration", f"{place}/duration").missing)

    return _of_each(facts, test)


def _told(demand: DurationDemand, project: Project, place: str) -> Answer:
    span = project.duration
    if span is None:
        return Answer(Ternary.UNDETERMINED)
    fact = fact_found(name="duration", subject=project.id, place=f"{place}/duration", span=span)
    met = [_is_as_long(span, demand.at_least), _is_as_long(demand.at_most, span)]
    return Answer(all_of(met), (fact,), (), (f"{place}/duration",))


def _is_as_long(one: Span | None, other: Span | None) -> Ternary:
    """Whether one lasts at least as long as another; nothing is asked where one is none."""
    return Ternary.YES if one is None or other is None else ~one.shorter_than(other)


def _by_dates(demand: DurationDemand, project: Project, place: str) -> Answer:
    """Return how long a project lasts by its dates, its last day counted if that helps it."""
    since, until = project.since, project.until
    if since is None or until is None:
        return Answer(Ternary.UNDETERMINED)
    met: list[Ternary] = []
    if demand.at_least is not None:
        met.append(lasted_at_least(since, until, demand.at_least, whole_days=True))
    if demand.at_most is not None:
        met.append(lasted_at_most(since, until, demand.at_most))
    return joined(
        all_of(met),
        (
            _dated(Ternary.YES, "since", project, place),
            _dated(Ternary.YES, "until", project, place),
        ),
    )


def _dated(met: Ternary, field: str, project: Project, place: str) -> Answer:
    """Return what the first or the last day of a project comes to."""
    date: PartialDate | None = getattr(project, field)
    pointer = f"{place}/{field}"
    gaps = lacks(field, pointer).missing
    if date is None:
        return Answer(Ternary.UNDETERMINED, (), gaps)
    fact = fact_found(name=field, subject=project.id, place=pointer, date=date)
    return Answer(met, (fact,), gaps, (pointer,))


def judge_start(demand: StartDemand, facts: Facts) -> Answer:
    """Hold the day on which each project begins against the days and the step that are asked."""
    return _when("since", demand, facts)


def judge_end(demand: EndDemand, facts: Facts) -> Answer:
    """Hold the day on which each project ends against the days and the step that are asked."""
    return _when("until", demand, facts)


def _when(field: str, demand: StartDemand | EndDemand, facts: Facts) -> Answer:
    limits = (demand.after, demand.not_before, demand.not_after)
    if all(each is None for each in limits):
        return not_told("/projects")

    def test(project: Project, place: str) -> Answer:
        date: PartialDate | None = getattr(project, field)
        if date is None:
            return _dated(Ternary.UNDETERMINED, field, project, place)
        by_days = _dated(_keeps_to(date, demand), field, project, place)
        if demand.after is None:
            return by_days
        by_step = _after(date, demand.after, facts)
        return joined(by_days.met & by_step.met, (by_days, by_step))

    return _of_each(facts, test)


def _keeps_to(date: PartialDate, demand: StartDemand | EndDemand) -> Ternary:
    """Tell whether a date lies between two days; a limit of a month takes in the whole of it."""
    met = Ternary.YES
    if demand.not_before is not None:
        met &= ~date.before(_end(demand.not_before, "earliest"))
    if demand.not_after is not None:
        met &= ~date.after(_end(demand.not_after, "latest"))
    return met


def _end(limit: PartialDate, which: str) -> PartialDate | DayLike:
    """Return the first or the last day of a limit, or the limit itself where it is not sure."""
    unsure = limit.part is not None or not _UNSURE.isdisjoint(limit.edtf)
    day: DayLike | None = None if unsure else getattr(limit, which)
    return limit if day is None else day


def _after(date: PartialDate, step: Milestone, facts: Facts) -> Answer:
    """Tell whether a date comes no earlier than a step, by its field or else by the history."""
    answers = [_beside(date, each, step) for each in _told_of(step, facts)]
    if answers:
        return joined(_agreed({each.met for each in answers}), answers)
    unknown = _gap_of(step, f"/{_STEPS.get(step, 'history')}")
    if step not in _AFTER_SUBMISSION:
        return unknown
    submission = _after(date, Milestone.SUBMISSION, facts)
    return submission if submission.met.is_no else unknown


def _beside(date: PartialDate, told: ComparedFact, step: Milestone) -> Answer:
    """Tell whether a date comes no earlier than a step did, as far as its day is told."""
    place = str(told.place)
    gap = _gap_of(step, place)
    if told.date is None:
        return gap
    return Answer(~date.before(told.date), (told,), gap.missing, (place,))


def _told_of(step: Milestone, facts: Facts) -> Iterator[ComparedFact]:
    """Yield what the application tells of a step: by its field, or by each event of its history."""
    application, field = facts.application, _STEPS.get(step)
    moment: Instant | None = None if field is None else getattr(application, field)
    if field is not None and moment is not None:
        yield fact_found(name=field, place=f"/{field}", date=moment.day)
        return
    for index, each in enumerate(application.history):
        if each.kind is _EVENTS.get(step):
            yield fact_found(name=field or "step", place=f"/history/{index}/on", date=each.on)


def _agreed(met: set[Ternary]) -> Ternary:
    """Return what a step that came more than once comes to: which day counts is not told."""
    return met.pop() if len(met) == 1 else Ternary.UNDETERMINED


def _gap_of(step: Milestone, place: str) -> Answer:
    return lacks(_STEPS.get(step, "step"), place, Settler.REGISTER)


def _of_each(facts: Facts, test: Callable[[Project, str], Answer]) -> Answer:
    projects: Iterable[Project] = facts.application.projects or ()
    answers = [test(each, f"/projects/{index}") for index, each in enumerate(projects)]
    if not answers:
        return lacks("projects", "/projects")
    return joined(all_of(each.met for each in answers), answers)
