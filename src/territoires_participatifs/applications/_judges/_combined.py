"""How combined demands are judged, and which function judges a demand of each kind."""

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from territoires_participatifs.applications._judges import (
    _applicants,
    _consortia,
    _money,
    _procedure,
    _projects,
)
from territoires_participatifs.applications._judges._answers import Answer, lacks
from territoires_participatifs.applications._judges._facts import Facts
from territoires_participatifs.applications._results import DemandResult, Settler
from territoires_participatifs.calls import (
    AllOf,
    AnyOf,
    Demand,
    NoneOf,
    TextDemand,
    UnknownDemand,
)
from territoires_participatifs.values.declarations import unchecked
from territoires_participatifs.values.ternary import Ternary, all_of, any_of

Judge: TypeAlias = Callable[[Facts, Ternary], tuple[Ternary, tuple[DemandResult, ...]]]
"""Judges a demand by the facts and by the verdict of a person on it, undetermined if there is none.

The verdict is on the requirement: what is excluded must then not hold.
"""

JUDGES: Final[Mapping[type, Callable[[Any, Facts], Answer]]] = {
    **_applicants.JUDGES,
    **_projects.JUDGES,
    **_consortia.JUDGES,
    **_money.JUDGES,
    **_procedure.JUDGES,
}
"""The function that judges the demands of each class, but for those that combine others."""


def judge_of(demand: Demand, at: str = "/demand") -> Judge:
    """Return what judges a demand, with all that can be told before any application is seen."""
    if isinstance(demand, AllOf | AnyOf | NoneOf):
        return _combined(demand, at)
    if isinstance(demand, TextDemand):
        return _by_a_person(at)
    if isinstance(demand, UnknownDemand):
        return _by_nobody(at)
    judge = JUDGES[type(demand)]

    def judged(facts: Facts, verdict: Ternary) -> tuple[Ternary, tuple[DemandResult, ...]]:
        answer = judge(demand, facts)
        if answer.met.is_undetermined and _is_for_a_person(answer):
            answer = answer.but(verdict)
        return answer.met, (_result(at, answer),)

    return judged


def _is_for_a_person(answer: Answer) -> bool:
    """Whether a person can settle what no fact settles, and nothing else is missing."""
    return bool(answer.missing) and all(each.by is Settler.PERSON for each in answer.missing)


def _combined(demand: AllOf | AnyOf | NoneOf, at: str) -> Judge:
    parts = [judge_of(each, f"{at}/demands/{i}") for i, each in enumerate(demand.demands)]
    together = all_of if isinstance(demand, AllOf) else any_of
    negated = isinstance(demand, NoneOf)

    def judged(facts: Facts, verdict: Ternary) -> tuple[Ternary, tuple[DemandResult, ...]]:
        asked = ~verdict if negated else verdict
        answers = [each(facts, asked) for each in parts]
        met = together(each for each, _ in answers)
        results = tuple(result for _, some in answers for result in some)
        return (~met if negated else met), results

    return judged


def _by_a_person(at: str) -> Judge:
    def judged(_: Facts, verdict: Ternary) -> tuple[Ternary, tuple[DemandResult, ...]]:
        unsettled = lacks("judgement", at, Settler.PERSON)
        return verdict, (_result(at, unsettled.but(verdict)),)

    return judged


def _by_nobody(at: str) -> Judge:
    """Judge what this version does not know: whatever is said of it, nobody can tell."""
    result = _result(at, lacks("unknown-kind", at, Settler.PERSON))

    def judged(_: Facts, __: Ternary) -> tuple[Ternary, tuple[DemandResult, ...]]:
        return Ternary.UNDETERMINED, (result,)

    return judged


def _result(at: str, answer: Answer) -> DemandResult:
    missing = answer.missing if answer.met.is_undetermined else ()
    return unchecked(
        DemandResult,
        at=at,
        met=answer.met,
        facts=answer.facts,
        seen=answer.seen,
        missing=missing,
    )
