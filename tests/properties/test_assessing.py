"""The laws of assessing: what holds for the demands of every kind."""

from collections.abc import Iterator
from itertools import permutations
from types import ModuleType
from typing import Any, Final, get_args

import pytest
from attrs import evolve
from demands import GROUPS
from demands.sample import Sample
from hypothesis import given
from hypothesis import strategies as st

import territoires_participatifs as tp
from territoires_participatifs.language import catalogue
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.declarations import declarations, is_declared, replaced

YES, NO, UNDETERMINED = tp.Ternary.YES, tp.Ternary.NO, tp.Ternary.UNDETERMINED
OUTCOMES: Final = {YES: tp.Outcome.ELIGIBLE, NO: tp.Outcome.INELIGIBLE}


def _samples(groups: tuple[ModuleType, ...]) -> Iterator[Sample]:
    for each in groups:
        yield from each.SAMPLES


SAMPLES: Final = tuple(_samples(GROUPS))
JUDGED_APART: Final = {
    tp.TextDemand,
    tp.UnknownDemand,
    tp.AllOf,
    tp.AnyOf,
    tp.NoneOf,
}
"""The kinds that combine others, or that no function judges."""

REASON: Final = tp.Bilingual("Le comité l'a décidé.")
every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda each: each.name)


def asking(sample: Sample, *demands: Any, **more: Any) -> tp.Call:
    """Return the call of a sample, with a requirement for each demand."""
    asked = tuple(
        tp.Requirement(id=f"r-{index}", demand=each, **more)
        for index, each in enumerate(demands or (sample.demand,))
    )
    return evolve(sample.call, requirements=asked)


def assess(sample: Sample, application: tp.Application, call: tp.Call) -> tp.Assessment:
    return tp.assess(application, call, on=sample.on, known=sample.known)


def outcome(sample: Sample, application: tp.Application, *demands: Any) -> tp.Outcome:
    return assess(sample, application, asking(sample, *demands)).outcome


def test_every_kind_of_demand_has_samples() -> None:
    kinds = set(get_args(tp.Demand)) - JUDGED_APART
    assert {type(each.demand) for each in SAMPLES} == kinds
    assert all(
        sum(type(each.demand) is kind for each in SAMPLES)
        >= (1 if kind == tp.HeadcountDemand else 2)
        for kind in kinds
    )


@every_sample
def test_what_meets_a_demand_is_eligible(sample: Sample) -> None:
    assert outcome(sample, sample.application) is tp.Outcome.ELIGIBLE


@every_sample
def test_what_breaks_a_demand_is_ineligible_for_that_alone(sample: Sample) -> None:
    broken = sample.breaks(sample.application)
    call = asking(sample, sample.demand, tp.AllOf(demands=()))
    found = assess(sample, broken, call)
    assert found.outcome is tp.Outcome.INELIGIBLE
    assert [each.requirement for each in found.results if each.stands.is_no] == ["r-0"]
    assert [each.code for each in found.report] == ["ASM001"]
    assert found.report[0].severity is tp.Severity.ERROR


@every_sample
def test_what_a_demand_lacks_is_told(sample: Sample) -> None:
    if sample.forgets is None:
        pytest.skip("nothing can be forgotten that would leave this undetermined")
    found = assess(sample, sample.forgets(sample.application), asking(sample))
    assert found.outcome is tp.Outcome.UNDETERMINED
    missing = found.missing
    assert [*missing.ask, *missing.look_up, *missing.judge]
    assert [each.code for each in found.report] == ["ASM002"]


@every_sample
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_result_is_told_with_a_remedy(sample: Sample, language: Any) -> None:
    states = [sample.application, sample.breaks(sample.application)]
    states += [sample.forgets(sample.application)] if sample.forgets else []
    for each in states:
        found = assess(sample, each, asking(sample))
        texts = [found.in_words(language), found.report.render(language)]
        texts += [finding.remedy(language) for finding in found.report]
        for text in texts:
            assert text
            assert "{" not in text
            assert "demand-" not in text
            assert "fact." not in text


@every_sample
def test_the_facts_and_gaps_have_names(sample: Sample) -> None:
    words = catalogue("fr")["fact"]
    states = [sample.application, sample.breaks(sample.application)]
    states += [sample.forgets(sample.application)] if sample.forgets else []
    for each in states:
        for result in assess(sample, each, asking(sample)).results:
            for demand in result.demands:
                names = {fact.name for fact in demand.facts} | {gap.name for gap in demand.missing}
                assert names <= set(words), names - set(words)


@every_sample
def test_an_assessment_comes_back_from_its_document(sample: Sample) -> None:
    for each in (sample.application, sample.breaks(sample.application)):
        found = assess(sample, each, asking(sample))
        assert tp.structure(tp.unstructure(found), tp.Assessment) == found


@every_sample
def test_none_of_turns_the_answer_round(sample: Sample) -> None:
    inverse = tp.NoneOf(demands=(sample.demand,))  # type: ignore[arg-type]  # a demand
    broken = sample.breaks(sample.application)
    assert outcome(sample, sample.application, inverse) is tp.Outcome.INELIGIBLE
    assert outcome(sample, broken, inverse) is tp.Outcome.ELIGIBLE
    if sample.forgets is not None:
        forgotten = sample.forgets(sample.application)
        assert outcome(sample, forgotten, inverse) is tp.Outcome.UNDETERMINED


@every_sample
def test_a_waiver_never_makes_things_worse(sample: Sample) -> None:
    waiver = tp.Waiver(
        requirement="r-0",
        reason=REASON,
        authority=tp.Ref("authority"),
        on=tp.PartialDate("2021-01-01"),
    )
    states = [sample.application, sample.breaks(sample.application)]
    states += [sample.forgets(sample.application)] if sample.forgets else []
    for each in states:
        lifted = evolve(each, waivers=(waiver,))
        assert assess(sample, lifted, asking(sample)).outcome is tp.Outcome.ELIGIBLE
        strict = asking(sample, waivable=NO)
        assert assess(sample, lifted, strict).outcome is assess(sample, each, strict).outcome


@every_sample
def test_only_what_decides_makes_ineligible(sample: Sample) -> None:
    broken = sample.breaks(sample.application)
    limits: tuple[dict[str, Any], ...] = (
        {"consequence": tp.Consequence.LESS_PREFERRED},
        {"stage": tp.RequirementStage.PAYMENT},
        {"stage": tp.RequirementStage.EXPENSE},
        {"funder": tp.Ref("caf")},
    )
    for more in limits:
        found = assess(sample, broken, asking(sample, **more))
        assert found.outcome is tp.Outcome.ELIGIBLE
        assert found.report.worst in {tp.Severity.INFO, tp.Severity.WARNING}


@every_sample
def test_knowing_more_never_makes_an_answer_unsure(sample: Sample) -> None:
    """Filling in any one field that is unknown keeps a yes a yes, and a no a no."""
    for each in (sample.application, sample.breaks(sample.application)):
        sure = outcome(sample, each)
        for filled in _filled(each):
            assert outcome(sample, filled) is sure, filled


TOLD: Final[dict[str, Any]] = {
    "renewal": YES,
    "language": "br",
    "channel": tp.Channel.ONLINE,
    "commitments": (tp.Commitment(to=tp.CommitmentKind.OTHER),),
    "documents": (tp.Document(kind=tp.DocumentKind.OTHER),),
    "persons": (),
    "projects": (tp.Project(id="p"),),
    "requested": tp.Amount(tp.Money("1")),
    "rate": tp.Rate("1", tp.RateBase.GRANT),
    "budgets": (tp.Budget(),),
    "funding": tp.FundingPlan(),
    "consortium": tp.Consortium(members=(), members_complete=YES),
    "submitted": tp.Instant(tp.PartialDate("2021-03-01")),
    "received": tp.Instant(tp.PartialDate("2021-03-01")),
    "acknowledged": tp.Instant(tp.PartialDate("2021-03-01")),
    "completed": tp.Instant(tp.PartialDate("2021-03-01")),
}
"""What an application may tell besides, where it tells nothing."""

OF_AN_ORGANISATION: Final[dict[str, Any]] = {
    "headcount": tp.Count(1),
    "size": tp.CompanySize.LARGE,
    "since": tp.PartialDate("2021-03-01"),
    "legal_person": NO,
    "public": NO,
    "non_profit": NO,
    "accreditations": (),
    "themes": (),
    "seat": tp.TerritoryCode(tp.TerritoryKind.COMMUNE, "59350"),
    "territories": (),
}


def _filled(application: tp.Application) -> Iterator[tp.Application]:
    known = declarations(tp.Application)
    for name, value in TOLD.items():
        if getattr(application, name) in {None, UNDETERMINED} and name in known:
            yield evolve(application, **{name: value})
    for index, each in enumerate(application.organisations):
        for name, value in OF_AN_ORGANISATION.items():
            held = getattr(each, name)
            if held is None or held is UNDETERMINED:
                organisations = list(application.organisations)
                organisations[index] = evolve(each, **{name: value})
                yield evolve(application, organisations=tuple(organisations))


def test_the_order_of_requirements_never_changes_the_outcome() -> None:
    sample = next(each for each in SAMPLES if each.name == "headcount")
    text = tp.TextDemand(text=tp.Bilingual("Le projet est innovant."))
    never = tp.NoneOf(demands=(sample.demand,))  # type: ignore[arg-type]  # a demand
    for some in ((sample.demand, text), (sample.demand, never), (text, never, sample.demand)):
        found = {outcome(sample, sample.application, *each) for each in permutations(some)}
        assert len(found) == 1


VERDICTS: Final = st.sampled_from([YES, NO, UNDETERMINED])


@given(first=VERDICTS, second=VERDICTS, form=st.sampled_from([tp.AllOf, tp.AnyOf, tp.NoneOf]))
def test_combined_demands_follow_kleene(first: tp.Ternary, second: tp.Ternary, form: Any) -> None:
    text = tp.TextDemand(text=tp.Bilingual("À juger."))
    sample = SAMPLES[0]
    sure = {YES: sample.application, NO: sample.breaks(sample.application)}
    if second not in sure:
        return
    call = asking(sample, form(demands=(text, sample.demand)))
    judged = (tp.Judgement(requirement="r-0", verdict=first),)
    found = tp.assess(sure[second], call, on=sample.on, judgements=judged)
    both = {tp.AllOf: first & second, tp.AnyOf: first | second, tp.NoneOf: first & ~second}
    assert found.results[0].met is both[form]


def test_an_unknown_kind_is_never_met_even_if_a_person_says_so() -> None:
    odd = tp.UnknownDemand(content=tp.Raw.of({"kind": "lottery"}))
    call = tp.Call(id="call", requirements=(tp.Requirement(id="odd", demand=odd),))
    for verdict in (YES, NO, UNDETERMINED):
        judged = (tp.Judgement(requirement="odd", verdict=verdict),)
        found = tp.assess(tp.Application(id="file"), call, judgements=judged)
        assert found.outcome is tp.Outcome.UNDETERMINED
        assert found.report.codes == {"ASM003"}


UNKNOWN: Final = (None, UNDETERMINED)
"""The defaults that say that nothing is known; others are facts themselves."""


def _erased(held: Any) -> Iterator[Any]:
    """Yield an object again and again, each time less one fact on any level."""
    for name, each in declarations(type(held)).items():
        value = getattr(held, name)
        if value != each.default and each.default in UNKNOWN:
            yield replaced(held, **{name: each.default})
        parts = () if each.inherited else each.values(value)
        for index, part in enumerate(parts):
            if is_declared(type(part)) and not isinstance(part, Compound):
                for less in _erased(part):
                    items = (*parts[:index], less, *parts[index + 1 :])
                    yield replaced(held, **{name: items if each.many else less})


@every_sample
def test_forgetting_one_fact_never_turns_an_answer_into_its_opposite(sample: Sample) -> None:
    """The same law from the other side: what is known less one fact, on any level."""
    for each in (sample.application, sample.breaks(sample.application)):
        sure = outcome(sample, each)
        for less in _erased(each):
            assert outcome(sample, less) in {sure, tp.Outcome.UNDETERMINED}, less
