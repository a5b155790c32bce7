"""Sentences on what laureates do: actions, cycles of qualification, cohorts."""

from collections.abc import Iterator

from territoires_participatifs.actions import ActionStatus, FundedAction
from territoires_participatifs.labels import label
from territoires_participatifs.qualification import Cohort, CycleStatus, QualificationCycle
from territoires_participatifs.telling._endings import ending
from territoires_participatifs.telling._words import Words, capital, how_many, small
from territoires_participatifs.values.durations import Span


def action_told(action: FundedAction, words: Words) -> str:
    """Return what an action is, what it is made of, and what it is planned for."""
    text = words.quoted(action)
    parts = words.naming(FundedAction, "part_of", action)
    if parts:
        listed = words.enumerated(words.quoted(each) for each in parts)
        text = words.told("action-of", name=text, parts=listed)
    if action.status is ActionStatus.ABANDONED:
        text = words.told("aside", text=text, more=label(action.status, words.language))
    if action.planned is None:
        text = words.told("action", text=text)
    else:
        text = words.told("action-planned", text=text, when=words.when(action.planned))
    return text + words.marks(action, "names", "laureate", "planned")


def events_told(action: FundedAction, words: Words) -> Iterator[str]:
    """Yield what happened to an action, each on its day."""
    for place, each in enumerate(action.history):
        if each.on is not None and each.reason is not None:
            what = small(words.said(each.reason))
            text = words.told("event", when=capital(words.when(each.on)), what=what)
            yield text + words.marks(action, f"history/{place}", quotes=[each.quote])


def cycle_told(cycle: QualificationCycle, words: Words) -> Iterator[str]:
    """Yield when a cycle begins, how long it lasts, what it aims at and what follows."""
    course = _course(cycle, words)
    ended = ending(cycle, words)
    text = _beginning(cycle, words, bare=not course and ended is None)
    text += words.told("colon") + ", ".join(course.values()) if course else ""
    text = text if ended is None else words.told("aside", text=text, more=ended)
    yield capital(text) + "." + words.marks(cycle, "since", "status", *course)
    if cycle.objectives:
        aims = words.enumerated(small(words.said(each)) for each in cycle.objectives)
        yield words.told("objectives", aims=aims) + words.marks(cycle, "objectives")
    if cycle.follow_up is not None:
        text = words.told("follow-up", text=small(words.said(cycle.follow_up)))
        yield text + words.marks(cycle, "follow_up")


def _beginning(cycle: QualificationCycle, words: Words, *, bare: bool) -> str:
    name = words.quoted(cycle)
    if cycle.since is not None and cycle.status is not CycleStatus.CANCELLED:
        return words.told("cycle-begins", name=name, when=words.when(cycle.since))
    return words.told("cycle-bare" if bare else "cycle", name=name)


def _course(cycle: QualificationCycle, words: Words) -> dict[str, str]:
    """Return how a cycle runs: its days, from one to the next, and how long, by their fields."""
    course: dict[str, str] = {}
    if cycle.days is not None:
        number = how_many(cycle.days)
        course["days"] = words.told("cycle-days", days=cycle.days, number=number)
    if cycle.spacing is not None:
        text = words.told(_span("cycle-spacing", cycle.spacing), span=cycle.spacing)
        course["spacing"] = text if course else words.told("cycle-sessions", text=text)
    if cycle.duration is not None:
        part = _span("cycle-duration", cycle.duration)
        course["duration"] = words.told(part, span=cycle.duration)
    return course


def _span(part: str, span: Span) -> str:
    """Return the sentence for a span: French has another one for *de 4 à 6 semaines*."""
    return part if span.longest is None else f"{part}-range"


def cohort_told(cohort: Cohort, words: Words) -> Iterator[str]:
    """Yield how many sit in a cohort, by each source, and who sits there by derogation."""
    counts = {"selected": cohort.selected, "attended": cohort.attended}
    known = [name for name, each in counts.items() if each is not None]
    if known:
        numbers = {"seats": how_many(cohort.selected), "present": how_many(cohort.attended)}
        text = words.told("cohort-" + "-".join(known), **counts, **numbers)
        yield capital(text) + words.marks(cohort, *known)
    yield from _waivers_told(cohort, words)


def _waivers_told(cohort: Cohort, words: Words) -> Iterator[str]:
    for seat in cohort.seats or ():
        for waiver in seat.waivers:
            if seat.organisation is not None and waiver.reason is not None:
                facts = {
                    "who": capital(words.named(seat.organisation)),
                    "reason": small(words.said(waiver.reason)),
                }
                marks = words.marks(cohort, "seats", quotes=[waiver.quote])
                yield words.told("waived", **facts) + marks
