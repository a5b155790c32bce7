"""Results in words: what was asked, what was found, and what to do; and as findings."""

from collections.abc import Iterable, Iterator
from typing import Final, final

from attrs import frozen

from territoires_participatifs.applications._results import (
    ComparedFact,
    DemandResult,
    MissingFact,
    RequirementResult,
)
from territoires_participatifs.calls import (
    Demand,
    Requirement,
    UnknownDemand,
    asked,
    facts_of,
    is_decisive,
    leaves,
)
from territoires_participatifs.checks import Finding, Place, Severity, waived
from territoires_participatifs.labels import label, label_of_term
from territoires_participatifs.language import (
    LONGEST_LIST,
    Entire,
    Language,
    Whole,
    enumerated,
    printable,
    sentence,
    spoken,
    word,
)

UNMET: Final = "ASM001"
UNTOLD: Final = "ASM002"
UNKNOWN_KIND: Final = "ASM003"


def told(result: RequirementResult, language: Language) -> str:
    """Return what a requirement came to, in a sentence with its reasons."""
    facts = {
        "what": Whole(_asked(result, language)),
        "found": Whole(_found(result, language)),
        "missing": Whole(_gaps(_waiting(result), language)),
        "clause": Whole(_clause(result.asked, language)),
        "judged": Whole(_judged(result, language)),
        "lifted": Whole("" if result.waiver is None else waived(result.waiver, language)),
        "follows": Whole(_follows(result, language)),
    }
    pieces = [sentence("assessment", facts, language, _state(result))]
    shown = [
        name
        for name in ("judged", "lifted", "found", "missing", "follows", "clause")
        if facts[name].text
    ]
    pieces += [sentence("assessment", facts, language, name) for name in shown]
    return " ".join(pieces)


def remedy(result: RequirementResult, language: Language) -> str:
    """Return what to do about a requirement that is not met, or can't be told to be."""
    gaps = _waiting(result)
    if gaps:
        facts = {"missing": Whole(_gaps(gaps, language))}
        return sentence("assessment", facts, language, f"remedy-{gaps[0].by.value}")
    demands = _demands(result)
    for each in _reasons(result):
        demand = demands.get(each.at)
        if demand is not None:
            return sentence(f"demand-{demand.tag}", facts_of(demand), language, "remedy")
    return sentence("assessment", {}, language, "remedy-other")


def findings_of(results: Iterable[RequirementResult]) -> Iterator[Finding]:
    """Yield a finding for each requirement that is not met, or can't be told to be."""
    for each in results:
        if each.stands.is_yes and not (each.waiver is not None and each.met.is_no):
            continue
        yield Finding(
            code=_code(each),
            severity=_severity(each),
            place=Place(pointer=_place(each)),
            facts={
                "requirement": each.requirement,
                "result": _Told(each),
                "remedy": _Remedy(each),
            },
            waiver=each.waiver,
        )


@final
@frozen
class _Told(Entire):
    """A result as a fact of a finding."""

    result: RequirementResult

    def in_words(self, language: Language) -> str:
        return told(self.result, language)

    def __str__(self) -> str:
        return self.result.requirement


@final
@frozen
class _Remedy(Entire):
    """What to do about a result, as a fact of a finding."""

    result: RequirementResult

    def in_words(self, language: Language) -> str:
        return remedy(self.result, language)

    def __str__(self) -> str:
        return self.result.requirement


def _state(result: RequirementResult) -> str:
    if result.waiver is not None:
        return "waived"
    return "not-concerned" if result.applies.is_no else f"met-{result.stands.value}"


def _code(result: RequirementResult) -> str:
    if result.stands.is_no or result.waiver is not None:
        return UNMET
    demands = _demands(result)
    unknown = any(isinstance(demands.get(each.at), UnknownDemand) for each in _reasons(result))
    return UNKNOWN_KIND if unknown else UNTOLD


def _severity(result: RequirementResult) -> Severity:
    if result.asked is None or not is_decisive(result.asked):
        return Severity.INFO
    return Severity.ERROR if result.stands.is_no else Severity.WARNING


def _place(result: RequirementResult) -> str:
    """Return the first place of the application that a result rests on, or waits for."""
    for each in _reasons(result):
        gaps = [gap.place for gap in each.missing]
        for place in (*gaps, *each.seen) if each.met.is_undetermined else each.seen:
            if not place.startswith("/demand"):
                return place
    return next((gap.place for gap in result.unscoped), "")


def _demands(result: RequirementResult) -> dict[str, Demand]:
    return {} if result.asked is None else {at: each for at, each, _ in leaves(result.asked.demand)}


def _reasons(result: RequirementResult) -> list[DemandResult]:
    """Return the demands that a result is due to: those that would have to change."""
    negated = {} if result.asked is None else {at: n for at, _, n in leaves(result.asked.demand)}
    wanted = {each.at: ~each.met if negated.get(each.at) else each.met for each in result.demands}
    state = result.met if result.stands.is_yes else result.stands
    return [each for each in result.demands if wanted[each.at] is state] or list(result.demands)


def _asked(result: RequirementResult, language: Language) -> str:
    return result.requirement if result.asked is None else asked(result.asked.demand, language)


def _found(result: RequirementResult, language: Language) -> str:
    facts = dict.fromkeys(fact for each in _reasons(result) for fact in each.facts)
    return _some((_fact(each, language) for each in facts), language)


def _some(items: Iterable[str], language: Language) -> str:
    """Return items as a sentence lists them; the first ones, if there are many."""
    held = list(dict.fromkeys(items))
    if len(held) > LONGEST_LIST:
        more = sentence("assessment", {"number": len(held) - LONGEST_LIST}, language, "more")
        held = [*held[:LONGEST_LIST], more]
    return enumerated(held, language)


def _fact(fact: ComparedFact, language: Language) -> str:
    told_of = {
        "name": word("fact", fact.name, language),
        "value": Whole(_value(fact, language)),
        "subject": fact.subject,
    }
    return sentence("assessment", told_of, language, "fact-of" if fact.subject else "fact")


def _value(fact: ComparedFact, language: Language) -> str:
    if fact.term is not None:
        return label_of_term(fact.term, language)
    numbers = (fact.text, fact.amount, fact.count, fact.rate)
    values = (*numbers, fact.date, fact.instant, fact.span, fact.answer)
    return ", ".join(spoken(each, language) for each in values if each is not None) or "?"


def _waiting(result: RequirementResult) -> list[MissingFact]:
    """Return what a result waits for, if it can't be told yet."""
    if not result.stands.is_undetermined:
        return []
    open_ = [each for each in _reasons(result) if each.met.is_undetermined]
    return [*result.unscoped, *(gap for each in open_ for gap in each.missing)]


def _gaps(gaps: Iterable[MissingFact], language: Language) -> str:
    names = dict.fromkeys(
        sentence(
            "assessment",
            {"name": word("fact", gap.name, language), "place": gap.place},
            language,
            "gap-of-demand" if gap.place.startswith("/demand") else "gap",
        )
        for gap in gaps
    )
    return _some(names, language)


def _judged(result: RequirementResult, language: Language) -> str:
    """Return who judged it, when and why, as far as it is told."""
    judgement = result.judgement
    if judgement is None:
        return ""
    role = "" if judgement.role is None else label(judgement.role, language)
    day = "" if judgement.on is None else judgement.on.in_words(language)
    reason = printable(judgement.reason or "").removesuffix(".")
    return " · ".join(filter(None, (role, day, reason)))


def _follows(result: RequirementResult, language: Language) -> str:
    """Return what follows where a requirement is not met."""
    consequence = None if result.asked is None else result.asked.consequence
    return label(consequence, language) if consequence and result.stands.is_no else ""


def _clause(requirement: Requirement | None, language: Language) -> str:
    clause = None if requirement is None else requirement.clause
    if clause is None or clause.text is None:
        return "" if clause is None else clause.locator or ""
    part = "clause-text" if clause.locator is None else "clause-placed"
    told_of = {"text": Whole(clause.text), "place": Whole(clause.locator or "")}
    return sentence("assessment", told_of, language, part)
