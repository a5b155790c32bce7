"""Sentences on what laureates do: actions, cycles of qualification, cohorts."""

from collections.abc import Iterator

from territoires_participatifs.actions import FundedAction
from territoires_participatifs.qualification import Cohort, QualificationCycle
from territoires_participatifs.telling._words import Words, capital, small


def action_told(action: FundedAction, words: Words) -> str:
    """Return what an action is, what it is made of, and what it is planned for."""
    parts = [each for each in words.dataset.of(FundedAction, action) if each.part_of is not None]
    listed = words.enumerated(words.quoted(each) for each in parts)
    facts = {"name": words.quoted(action), "parts": listed, "planned": action.planned}
    piece = "action-of" if parts else "action"
    text = words.told(piece if action.planned is None else f"{piece}-planned", **facts)
    return text + words.marks(action, "names", "laureate", "planned")


def events_told(action: FundedAction, words: Words) -> Iterator[str]:
    """Yield what happened to an action, each on its day."""
    for each in action.history:
        if each.on is not None and each.reason is not None:
            what = small(each.reason.in_words(words.language))
            text = words.told("event", when=capital(words.when(each.on)), what=what)
            yield text + words.marks(action, quotes=[each.quote])


def cycle_told(cycle: QualificationCycle, words: Words) -> Iterator[str]:
    """Yield when a cycle begins, how long it lasts, what it aims at and what follows."""
    facts: dict[str, object] = {
        "name": words.quoted(cycle),
        "days": cycle.days,
        "spacing": cycle.spacing,
        "duration": cycle.duration,
    }
    text = words.told("cycle", **facts)
    if cycle.since is not None:
        text = words.told("cycle-begins", when=words.when(cycle.since), **facts)
    known = [each for each in ("days", "spacing", "duration") if facts[each] is not None]
    pieces = [words.told(f"cycle-{each}", **facts) for each in known]
    colon = words.told("colon") if pieces else ""
    marks = words.marks(cycle, "since", *known)
    yield capital(text) + colon + ", ".join(pieces) + "." + marks
    if cycle.objectives:
        aims = words.enumerated(small(e.in_words(words.language)) for e in cycle.objectives)
        yield words.told("objectives", aims=aims) + words.marks(cycle, "objectives")
    if cycle.follow_up is not None:
        text = words.told("follow-up", text=small(cycle.follow_up.in_words(words.language)))
        yield text + words.marks(cycle, "follow_up")


def cohort_told(cohort: Cohort, words: Words) -> Iterator[str]:
    """Yield how many sit in a cohort, by each source, and who sits there by derogation."""
    facts = {"selected": cohort.selected, "attended": cohort.attended}
    known = [name for name, each in facts.items() if each is not None]
    if known:
        text = words.told("cohort-" + "-".join(known), **facts)
        yield text + words.marks(cohort, *known)
    for seat in cohort.seats or ():
        for waiver in seat.waivers:
            if seat.organisation is not None and waiver.reason is not None:
                facts_ = {
                    "who": capital(words.named(seat.organisation)),
                    "reason": small(waiver.reason.in_words(words.language)),
                }
                yield words.told("waived", **facts_) + words.marks(cohort, "seats")
