"""Sentences on calls, on what answers them, and on what is decided."""

from collections.abc import Iterator

from territoires_participatifs.actions import Evaluation
from territoires_participatifs.applications import Application, Project
from territoires_participatifs.calls import Call, CallKind
from territoires_participatifs.consortia import Consortium
from territoires_participatifs.document import fits
from territoires_participatifs.labels import label
from territoires_participatifs.laureates import Decision, Laureate
from territoires_participatifs.organisations import Role
from territoires_participatifs.sources import Entity, Standing
from territoires_participatifs.telling._words import Words, capital, small
from territoires_participatifs.values.deadlines import DeadlineKind
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.quantities import Count

_CARRIES = (Role.LEAD, Role.OWNER)


def call_told(call: Call, words: Words) -> Iterator[str]:
    """Yield what is told of a call itself: who launches it, when, within what, for what."""
    yield _launch(call, words)
    inferred = all(
        e.standing is Standing.INFERRED for e in call.statements if e.about == "/purpose"
    )
    if call.purpose is not None and not (inferred and call.statements):
        text = small(call.purpose.in_words(words.language))
        yield words.told("purpose", text=text) + words.marks(call, "purpose")


def _launch(call: Call, words: Words) -> str:
    organisers = words.playing(call.participations, Role.ORGANISER)
    facts = {
        "who": words.all_named(organisers),
        "number": len(organisers),
        "kind": label(call.kind or CallKind.OTHER, words.language),
        "reach": "" if call.reach is None else label(call.reach, words.language),
        "name": words.quoted(call),
    }
    part = "launch" if organisers else "launched"
    text = words.told(part if call.reach else f"{part}-anywhere", **facts)
    for piece, more in _around(call, words):
        text = words.told(piece, text=text, more=more)
    if call.announced is not None:
        placed = _inferred(call)
        text = words.told("dated", when=words.when(call.announced, placed), text=text)
    quotes = [each.quote for each in call.participations or () if each.role is Role.ORGANISER]
    told = ("announced", "kind", "reach", "programmes", "closes")
    return capital(text) + "." + words.marks(call, *told, quotes=quotes)


def _around(call: Call, words: Words) -> Iterator[tuple[str, object]]:
    """Yield what stands around a launch: partners, the action, the programmes, the closing."""
    partners = words.playing(call.participations, Role.PARTNER, Role.CO_FUNDER)
    if partners:
        yield "beside", words.all_named(partners)
    origin = None if call.opened_by is None else words.dataset.by_id.get(call.opened_by.id)
    if origin is not None:
        yield "opened-by", words.quoted(origin)
    frames = [words.dataset.by_id.get(each.id) for each in call.programmes or ()]
    listed = [words.programme(each) for each in frames if each is not None]
    if listed and origin is None:
        yield "within", words.enumerated(listed)
    if call.closes is not None:
        fixed = call.closes.kind is DeadlineKind.FIXED
        yield ("closes", call.closes.day) if fixed else ("receives", call.closes)


def _inferred(call: Call) -> PartialDate | None:
    """Return the date that is inferred of the launch, if the sources leave its year out."""
    for each in call.statements:
        if each.about == "/announced" and each.standing is Standing.INFERRED and each.value:
            held, _ = fits(each.value.json, PartialDate)
            if isinstance(held, PartialDate):
                return held
    return None


def answer_told(application: Application, words: Words) -> Iterator[str]:
    """Yield who answers, gathered by whom, and the projects of the answer."""
    together = application.consortium
    if together is not None and together.members:
        text = _together(application, together, words)
        yield capital(text) + "." + words.marks(application, "consortium", quotes=[together.quote])
    elif application.applicant is not None:
        text = words.told("alone", who=capital(words.named(application.applicant)))
        yield text + words.marks(application, "applicant")
    projects = [each for each in application.projects or () if each.names]
    if projects:
        text = "\N{NO-BREAK SPACE}; ".join(_project(each, words) for each in projects)
        text = text if words.language == "fr" else text.replace("\N{NO-BREAK SPACE};", ";")
        quotes = [each.quote for each in projects]
        yield capital(text) + "." + words.marks(application, quotes=quotes)


def _together(application: Application, together: Consortium, words: Words) -> str:
    """Return who answers together, and who may."""
    members = together.members or ()
    sure = [each.organisation for each in members if not each.certain.is_undetermined]
    doubtful = [each.organisation for each in members if each.certain.is_undetermined]
    gatherers = words.playing(application.participations, Role.FACILITATOR)
    text = words.told(
        "gathered" if gatherers else "together",
        who=words.all_named(gatherers),
        size=together.size or Count(len(members)),
        members=words.all_named(sure or doubtful),
    )
    if not (sure and doubtful):
        return text
    return words.told("doubtful", text=text, names=words.all_named(doubtful), number=len(doubtful))


def _project(project: Project, words: Words) -> str:
    """Return who brings a project, with whose support; or whom it involves, if that is open."""
    parts = project.participations or ()
    carriers = words.playing((each for each in parts if each.certain.is_yes), *_CARRIES)
    involved = list(dict.fromkeys(each.organisation for each in parts))
    supports = words.playing(parts, Role.SUPPORT) if carriers else []
    part = "project" if carriers else "project-open" if involved else "project-of-nobody"
    return words.told(
        f"{part}-supported" if supports else part,
        who=words.all_named(carriers or involved),
        number=len(carriers or involved),
        name=words.in_marks(project.names[0].text),
        supports=words.enumerated(words.of(each) for each in supports),
    )


def decision_told(decision: Decision, words: Words) -> Iterator[str]:
    """Yield how many were received and selected, who they are, and what else is published."""
    if decision.selected is not None:
        received = decision.received or _disputed(decision, "/received", words)
        part = "selected" if received is None else "selected-of"
        text = words.told(part, received=received, selected=decision.selected)
        if decision.announced is not None:
            text = words.told("announced", text=text, when=words.when(decision.announced))
        yield capital(text) + "." + words.marks(decision, "received", "selected", "announced")
    laureates = words.dataset.of(Laureate, decision)
    if laureates:
        listed = words.enumerated(_laureate(each, words) for each in laureates)
        known = decision.selected is None or decision.selected.admits(len(laureates)).is_yes
        facts = {"names": listed, "number": len(laureates)}
        text = words.told("laureates" if known else "laureates-among", **facts)
        yield text + words.marks(laureates[0])
    for each in laureates:
        yield from _also_said(each, words)
    for figure in decision.figures or ():
        name = figure.name.in_words(words.language)
        part = "figure" if figure.period is None else "figure-for"
        held = figure.number or figure.amount or figure.rate
        text = words.told(part, name=name, held=held, period=figure.period)
        yield text + words.marks(decision, quotes=[figure.quote])


def _disputed(entity: Entity, pointer: str, words: Words) -> str | None:
    """Return what the sources say of a field that they dispute: *17 ou 16*."""
    said = [e.value.json for e in entity.statements if e.about == pointer and e.value is not None]
    if pointer not in entity.disputed or not said:
        return None
    counts = [fits(each, Count)[0] for each in said]
    texts = [each.in_words(words.language) for each in counts if isinstance(each, Count)]
    return words.told("or").join(dict.fromkeys(texts))


def _laureate(laureate: Laureate, words: Words) -> str:
    name = words.quoted(laureate)
    if laureate.organisation is None:
        return name
    return words.told("borne", name=name, who=words.named(laureate.organisation))


def _also_said(laureate: Laureate, words: Words) -> Iterator[str]:
    """Yield who is said to be a laureate beside the one of record, in which words."""
    for each in laureate.participations or ():
        if each.role is Role.LAUREATE:
            facts = {
                "who": capital(words.named(each.organisation)),
                "wording": words.in_marks(each.wording or label(Role.LAUREATE, words.language)),
            }
            yield words.told("also", **facts) + words.marks(laureate, quotes=[each.quote])


def evaluation_told(evaluation: Evaluation, words: Words) -> Iterator[str]:
    """Yield who evaluates, from when to when."""
    who = words.playing(evaluation.participations, Role.EVALUATOR)
    if who:
        facts = {"who": capital(words.all_named(who)), "number": len(who)}
        dates = {"since": evaluation.since, "until": evaluation.until}
        part = "evaluated-between" if all(dates.values()) else "evaluated"
        yield words.told(part, **facts, **dates) + words.marks(evaluation)
