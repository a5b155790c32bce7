"""Sentences on what is decided: how many, who, what else is published, who evaluates it."""

from collections.abc import Iterator, Sequence

from territoires_participatifs.actions import Evaluation
from territoires_participatifs.calls import Call
from territoires_participatifs.document import fits
from territoires_participatifs.laureates import Decision, Figure, Laureate
from territoires_participatifs.organisations import Participation, Role
from territoires_participatifs.sources import Entity, Standing
from territoires_participatifs.telling._endings import ending
from territoires_participatifs.telling._words import Words, capital, how_many
from territoires_participatifs.values.quantities import Count


def selection_told(decision: Decision, words: Words) -> Iterator[str]:
    """Yield how many were received and selected."""
    selected = decision.selected or _disputed(decision, "/selected", words)
    if selected is None:
        return
    received = decision.received or _disputed(decision, "/received", words)
    text = words.told(
        "selected" if received is None else "selected-of",
        received=received,
        applications=how_many(received),
        selected=selected,
        number=how_many(selected),
    )
    dates = ", ".join(_dates(decision, words))
    text = words.told("aside", text=text, more=dates) if dates else text
    told = ("received", "selected", "decided", "announced")
    yield capital(text) + "." + words.marks(decision, *told)


def _dates(decision: Decision, words: Words) -> Iterator[str]:
    """Yield when it was decided, and when that was made public."""
    if decision.decided is not None:
        yield words.when(decision.decided)
    if decision.announced is not None:
        yield words.told("announced", when=words.when(decision.announced))


def _disputed(entity: Entity, pointer: str, words: Words) -> str | None:
    """Return what the sources say of a field that they dispute: *17 ou 16*."""
    said = [
        fits(each.value.json, Count)[0]
        for each in entity.statements
        if each.about == pointer and each.value and each.standing is not Standing.SUPERSEDED
    ]
    texts = [each.in_words(words.language) for each in said if isinstance(each, Count)]
    disputed = pointer in entity.disputed and texts
    return words.told("or").join(dict.fromkeys(texts)) if disputed else None


def laureates_told(
    laureates: Sequence[Laureate], selected: Count | None, words: Words
) -> Iterator[str]:
    """Yield who was selected: all of them, only if their number says so."""
    if laureates:
        known = selected is not None and selected.admits(len(laureates)).is_yes
        names = words.enumerated(_laureate(each, words) for each in laureates)
        part = "laureates" if known else "laureates-among"
        text = words.told(part, names=names, number=len(laureates))
        yield text + words.marks_of(laureates, "decision", "organisation", "status")
    for each in laureates:
        yield from _also_said(each, words)


def _laureate(laureate: Laureate, words: Words) -> str:
    """Return what was selected and whose it is; and what became of it, if it came to nothing."""
    text, ended = _selected(laureate, words), ending(laureate, words)
    return text if ended is None else words.told("aside", text=text, more=ended)


def _selected(laureate: Laureate, words: Words) -> str:
    if laureate.organisation is None:
        return words.quoted(laureate)
    who = words.named(laureate.organisation)
    return words.told("aside", text=words.quoted(laureate), more=who) if laureate.names else who


def _also_said(laureate: Laureate, words: Words) -> Iterator[str]:
    """Yield who is said to be a laureate beside the one of record, in which words."""
    for place, each in enumerate(laureate.participations or ()):
        if each.role is Role.LAUREATE and _is_said(each):
            wording = "" if each.wording is None else words.in_marks(each.wording)
            part = "also-counted" if each.wording is None else "also-called"
            text = words.told(part, who=words.named(each.organisation), wording=wording)
            field = f"participations/{place}"
            yield text + words.marks(laureate, field, quotes=[each.quote])


def _is_said(part: Participation) -> bool:
    """Tell whether a source calls it so; a doubtful part needs the words of the source."""
    return part.certain.is_yes or (part.certain.is_undetermined and part.wording is not None)


def figures_told(decision: Decision, words: Words) -> Iterator[str]:
    """Yield the other figures that are published of a decision."""
    for place, figure in enumerate(decision.figures or ()):
        text = _figure(figure, words)
        if text is not None:
            yield f"{text}." + words.marks(decision, f"figures/{place}", quotes=[figure.quote])


def _figure(figure: Figure, words: Words) -> str | None:
    held = figure.number or figure.amount or figure.rate
    if held is None:
        return None
    part = "figure" if figure.number is not None else "figure-of"
    text = words.told(part, name=words.said(figure.name), held=held)
    return text if figure.period is None else words.told("aside", text=text, more=figure.period)


def evaluation_told(evaluation: Evaluation, call: Call, words: Words) -> Iterator[str]:
    """Yield who evaluates a call, from when to when."""
    who = words.playing(evaluation.participations, Role.EVALUATOR)
    if who:
        facts = {"who": capital(words.all_named(who)), "number": len(who)}
        text = words.told("evaluated", name=words.quoted(call), **facts)
        if evaluation.since is not None and evaluation.until is not None:
            ends = (evaluation.since, evaluation.until)
            more = " – ".join(each.in_words(words.language) for each in ends)
            text = words.told("aside", text=text, more=more)
        yield f"{text}." + words.marks(evaluation, "subjects", "since", "until")
