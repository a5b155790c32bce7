"""Assessing: an application held against the requirements of a call."""

from collections.abc import Iterable
from typing import Final, final

from attrs import evolve

from territoires_participatifs.applications._assessments import Assessment, Outcome
from territoires_participatifs.applications._judges._combined import judge_of
from territoires_participatifs.applications._judges._facts import Facts, Known
from territoires_participatifs.applications._judges._natures import is_one_of
from territoires_participatifs.applications._model import Application
from territoires_participatifs.applications._results import (
    Judgement,
    MissingFact,
    RequirementResult,
    Settler,
)
from territoires_participatifs.calls import Call, Requirement, RequirementStage, is_decisive
from territoires_participatifs.checks import Waiver
from territoires_participatifs.values.dates import Day
from territoires_participatifs.values.declarations import unchecked
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary, all_of

_BEFORE_THE_DECISION: Final = {
    RequirementStage.ADMISSIBILITY: 0,
    RequirementStage.ELIGIBILITY: 1,
    None: 1,
}
"""The stages that settle an outcome, in their order; expenses and payments come later."""

_LATER: Final = 2

_NOT_JUDGED: Final = Ternary.UNDETERMINED


@final
class CompiledCall:
    """A call made ready to assess many applications. It may be kept as long as its call."""

    def __init__(self, call: Call) -> None:
        self.call = call
        self.fingerprint: str | None = None
        asked = sorted(call.requirements or (), key=_rank)
        self._asked = tuple((each, judge_of(each.demand)) for each in asked)

    def results(
        self, facts: Facts, judgements: Iterable[Judgement], waivers: Iterable[Waiver]
    ) -> tuple[RequirementResult, ...]:
        """Return what each requirement comes to, admissibility first."""
        found: list[RequirementResult] = []
        judged, lifted = _by_requirement(judgements), tuple(waivers)
        for requirement, judge in self._asked:
            judgement = judged.get(requirement.id)
            met, demands = judge(facts, judgement.verdict if judgement else _NOT_JUDGED)
            found.append(
                unchecked(
                    RequirementResult,
                    requirement=requirement.id,
                    asked=requirement,
                    applies=(applies := _applies(requirement, facts)),
                    unscoped=_scope(requirement, facts) if applies.is_undetermined else (),
                    met=met,
                    demands=demands,
                    waiver=_lifting(requirement, lifted, facts),
                    judgement=judgement,
                )
            )
        return tuple(found)


def compiled(call: Call | CompiledCall) -> CompiledCall:
    """Return a call that is ready to assess."""
    return call if isinstance(call, CompiledCall) else CompiledCall(call)


def appraise(  # noqa: PLR0913  # what an outcome rests on
    application: Application,
    call: Call | CompiledCall,
    *,
    on: Day | None,
    known: Known | None,
    judgements: Iterable[Judgement] = (),
    waivers: Iterable[Waiver] = (),
) -> Assessment:
    """Return an assessment, without the marks of the documents that it rests on."""
    ready = compiled(call)
    facts = Facts(application, ready.call, on, known)
    judged = tuple(judgements)
    given = (each for each in waivers if each.subject == Ref(application.id))
    results = ready.results(facts, judged, (*application.waivers, *given))
    admissible, eligible = (_settled(results, rank) for rank in (0, 1))
    if ready.call.requirements is None:
        eligible &= Ternary.UNDETERMINED
    return Assessment(
        application=Ref(application.id),
        call=Ref(ready.call.id),
        on=None if on is None else PartialDate(on.isoformat()),
        outcome=_OUTCOMES[admissible & eligible],
        admissible=admissible,
        eligible=eligible,
        results=results,
        complete=ready.call.requirements_complete,
        judgements=judged,
        call_version=ready.call.version,
    )


_OUTCOMES: Final = {
    Ternary.YES: Outcome.ELIGIBLE,
    Ternary.NO: Outcome.INELIGIBLE,
    Ternary.UNDETERMINED: Outcome.UNDETERMINED,
}


def _rank(requirement: Requirement) -> int:
    return _BEFORE_THE_DECISION.get(requirement.stage, _LATER)


def _settled(results: Iterable[RequirementResult], rank: int) -> Ternary:
    """Return what the requirements of a stage come to together."""
    asked = ((each.asked, each.stands) for each in results)
    return all_of(
        stands
        for each, stands in asked
        if each is not None and is_decisive(each) and _rank(each) == rank
    )


def _applies(requirement: Requirement, facts: Facts) -> Ternary:
    """Whether a requirement speaks of an application."""
    return all_of(
        (
            _is_among(facts.application.tracks or None, requirement.tracks),
            _is_among(None if facts.round is None else (facts.round.id,), requirement.rounds),
            _is_among(facts.stages, requirement.stages),
            _is_of_a_kind(requirement, facts),
        )
    )


def _scope(requirement: Requirement, facts: Facts) -> tuple[MissingFact, ...]:
    """Return what would tell whether a requirement speaks of an application."""
    application, kind = facts.application, facts.applicant.lacks("kind").missing
    tracks = () if application.tracks or not requirement.tracks else (_gap("tracks"),)
    rounds = () if facts.round or not requirement.rounds else (_gap("round"),)
    stages = () if facts.stages or not requirement.stages else (_gap("stage"),)
    return (*tracks, *rounds, *stages, *(kind if requirement.applicants else ()))


def _gap(name: str) -> MissingFact:
    return MissingFact(name=name, place=f"/{name}", by=Settler.APPLICANT)


def _is_among(held: tuple[str, ...] | None, limited: tuple[str, ...]) -> Ternary:
    if not limited:
        return Ternary.YES
    return Ternary.of(None if held is None else any(each in limited for each in held))


def _is_of_a_kind(requirement: Requirement, facts: Facts) -> Ternary:
    if not requirement.applicants:
        return Ternary.YES
    if facts.application.applicant is None and facts.application.persons:
        return Ternary.NO  # natural persons apply
    organisation = facts.applicant.organisation
    if organisation is None:
        return Ternary.UNDETERMINED
    return is_one_of(organisation, requirement.applicants)


def _by_requirement(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """Return the judgement on each requirement; of several that differ, none is believed."""
    found: dict[str, Judgement] = {}
    for each in judgements:
        before = found.setdefault(each.requirement, each)
        if before.verdict is not each.verdict:
            found[each.requirement] = evolve(before, verdict=Ternary.UNDETERMINED)
    return found


def _lifting(requirement: Requirement, waivers: Iterable[Waiver], facts: Facts) -> Waiver | None:
    """Return the waiver that lifts a requirement: of one that may be, by whoever may."""
    if requirement.waivable.is_no:
        return None
    return next((each for each in waivers if _lifts(each, requirement, facts)), None)


def _lifts(waiver: Waiver, requirement: Requirement, facts: Facts) -> bool:
    """Whether a waiver lifts a requirement for an application, on the day.

    It says why, by whom and since when; and whoever applies can't lift anything.
    """
    application, authority = facts.application, waiver.authority
    named = {requirement.id} == {waiver.requirement} and waiver.subject in {
        None,
        Ref(application.id),
    }
    if not named or not waiver.is_grounded or authority is None or waiver.on is None:
        return False
    own = {each.id for each in application.organisations}
    applying = {None if application.applicant is None else application.applicant.id, *own}
    may = requirement.waived_by
    begun = facts.on is None or waiver.on.after(facts.on).is_no
    return begun and authority.id not in applying and may in {None, Ref(authority.id)}
