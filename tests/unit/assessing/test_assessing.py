"""Assessing: what decides, who is asked, what is lifted, what is kept, what other rules would say."""

from typing import Any, Final

import pytest
from attrs import evolve

import territoires_participatifs as tp

YES, NO, UNDETERMINED = tp.Ternary.YES, tp.Ternary.NO, tp.Ternary.UNDETERMINED
ELIGIBLE, INELIGIBLE = tp.Outcome.ELIGIBLE, tp.Outcome.INELIGIBLE
OPEN: Final = tp.Outcome.UNDETERMINED

SMALL: Final = tp.HeadcountDemand(number=tp.Count(10, tp.Exactness.LESS_THAN))
LARGE: Final = tp.HeadcountDemand(number=tp.Count(10, tp.Exactness.AT_LEAST))
OF_ALL: Final = tp.HeadcountDemand(number=tp.Count(9), of=tp.ApplicantSide.EVERY_MEMBER)
TO_JUDGE: Final = tp.TextDemand(text=tp.Bilingual("Le projet est innovant.", "It is new."))
SHOP: Final = tp.Organisation(id="shop", kind=tp.OrganisationKind.COMPANY, headcount=tp.Count(9))
FILE: Final = tp.Application(
    id="file", call=tp.Ref("call"), applicant=tp.Ref("shop"), organisations=(SHOP,)
)
REASON: Final = tp.Bilingual("Le comité l'a décidé.")


def asking(demand: Any, **more: Any) -> tp.Requirement:
    return tp.Requirement(**{"id": "r", "demand": demand, **more})


def call(*requirements: tp.Requirement, **more: Any) -> tp.Call:
    return tp.Call(id="call", requirements=requirements, **more)


def outcome(*requirements: tp.Requirement, application: tp.Application = FILE) -> tp.Outcome:
    return tp.assess(application, call(*requirements)).outcome


# What decides


def test_unknown_requirements_make_the_outcome_undetermined() -> None:
    assert tp.assess(FILE, tp.Call(id="call")).outcome is OPEN
    assert tp.assess(FILE, call()).outcome is ELIGIBLE


@pytest.mark.parametrize("complete", tp.Ternary)
def test_an_assessment_tells_whether_the_call_told_all(complete: tp.Ternary) -> None:
    found = tp.assess(FILE, call(requirements_complete=complete))
    assert (found.outcome, found.complete) == (ELIGIBLE, complete)


@pytest.mark.parametrize("stage", [None, *tp.RequirementStage])
def test_stages_before_the_decision_decide(stage: tp.RequirementStage | None) -> None:
    later = {"expense", "payment", "realisation"}
    found = outcome(asking(LARGE, stage=stage))
    assert found is (ELIGIBLE if stage and stage.value in later else INELIGIBLE)


def test_admissibility_comes_first_and_both_are_judged() -> None:
    substance = asking(LARGE, id="a", stage=tp.RequirementStage.ELIGIBILITY)
    later = asking(LARGE, id="b", stage=tp.RequirementStage.PAYMENT)
    form = asking(SMALL, id="c", stage=tp.RequirementStage.ADMISSIBILITY)
    found = tp.assess(FILE, call(later, substance, form))
    assert [each.requirement for each in found.results] == ["c", "a", "b"]
    assert (found.admissible, found.eligible) == (YES, NO)
    assert found.outcome is INELIGIBLE
    late = tp.assess(FILE, call(substance, evolve(form, demand=LARGE)))
    assert (late.admissible, late.eligible) == (NO, NO)


# Whom it concerns


def test_a_requirement_of_another_track_does_not_concern() -> None:
    limited = asking(LARGE, tracks=("towns",))
    assert outcome(limited, application=evolve(FILE, tracks=("towns", "coast"))) is INELIGIBLE
    assert outcome(limited, application=evolve(FILE, tracks=("coast",))) is ELIGIBLE
    found = tp.assess(FILE, call(limited))
    assert found.outcome is OPEN
    assert [(gap.name, gap.place) for gap in found.missing.ask] == [("tracks", "/tracks")]
    assert found.report[0].remedy("en") == "Ask the applicant, then fill in: track (/tracks)."
    assert found.report[0].pointer == "/organisations/0/headcount"


def test_a_requirement_that_is_met_anyway_needs_no_track() -> None:
    assert outcome(asking(SMALL, tracks=("towns",))) is ELIGIBLE


def test_a_requirement_of_another_round_does_not_concern() -> None:
    limited = asking(LARGE, rounds=("second",))
    rounds = (tp.Round(id="first"), tp.Round(id="second"))
    both = call(limited, rounds=rounds)
    for named, wanted in (("second", INELIGIBLE), ("first", ELIGIBLE), (None, OPEN)):
        assert tp.assess(evolve(FILE, round=named), both).outcome is wanted
    found = tp.assess(FILE, both)
    assert [gap.place for gap in found.missing.ask] == ["/round"]
    only = call(limited, rounds=rounds[1:])
    assert tp.assess(FILE, only).outcome is INELIGIBLE
    assert tp.assess(evolve(FILE, round="third"), both).outcome is OPEN


def test_a_requirement_of_another_stage_does_not_concern() -> None:
    limited = asking(LARGE, stages=("full",))
    both = call(limited, stages=(tp.Stage(id="pre"), tp.Stage(id="full")))
    for named, wanted in (("full", INELIGIBLE), ("pre", ELIGIBLE), (None, OPEN)):
        assert tp.assess(evolve(FILE, stage=named), both).outcome is wanted
    found = tp.assess(FILE, both)
    assert [(gap.name, gap.place) for gap in found.missing.ask] == [("stage", "/stage")]
    only = call(limited, stages=(tp.Stage(id="full"),))
    assert tp.assess(FILE, only).outcome is INELIGIBLE
    assert tp.assess(FILE, call(limited)).outcome is OPEN


def test_a_requirement_of_other_applicants_does_not_concern() -> None:
    assert outcome(asking(LARGE, applicants=(tp.OrganisationKind.COMPANY,))) is INELIGIBLE
    assert outcome(asking(LARGE, applicants=(tp.OrganisationKind.COMMUNE,))) is ELIGIBLE
    limited = asking(LARGE, applicants=(tp.OrganisationKind.COMMUNE,))
    unknown = evolve(FILE, organisations=(evolve(SHOP, kind=None),))
    found = tp.assess(unknown, call(limited))
    assert found.outcome is OPEN
    assert [gap.place for gap in found.missing.ask] == ["/organisations/0/kind"]
    nobody = tp.assess(evolve(FILE, applicant=None, organisations=()), call(limited))
    assert [gap.place for gap in nobody.missing.look_up] == ["/applicant"]


# Waivers


def lifted(**fields: Any) -> tp.Application:
    grounds = {"reason": REASON, "authority": tp.Ref("region"), "on": tp.PartialDate("2021-01-01")}
    waiver = tp.Waiver(**{"requirement": "r", **grounds, **fields})
    return evolve(FILE, waivers=(waiver,))


def test_a_waiver_lifts_its_requirement_and_stays_in_the_report() -> None:
    found = tp.assess(lifted(), call(asking(LARGE)))
    assert found.outcome is ELIGIBLE
    assert [each.code for each in found.report.waived] == ["ASM001"]
    assert found.report.worst is None
    told = found.in_words("en")
    assert "Lifted by a waiver: staff: at least 10." in told
    assert "Lifted by: Le comité l'a décidé. · region · 1 January 2021." in told


@pytest.mark.parametrize(
    ("application", "on", "wanted"),
    [
        (lifted(requirement="other"), None, INELIGIBLE),
        (lifted(reason=None), None, INELIGIBLE),
        (lifted(subject=tp.Ref("another-file")), None, INELIGIBLE),
        (lifted(subject=tp.Ref("file")), None, ELIGIBLE),
        (lifted(on=tp.PartialDate("2021-03-13")), "2021-03-12", INELIGIBLE),
        (lifted(on=tp.PartialDate("2021-03-12")), "2021-03-12", ELIGIBLE),
        (lifted(on=tp.PartialDate("2021-03")), "2021-03-12", INELIGIBLE),
        (lifted(on=tp.PartialDate("2021-03-13")), None, ELIGIBLE),
        (lifted(on=None), "2021-03-12", INELIGIBLE),
        (lifted(authority=None), None, INELIGIBLE),
        (lifted(authority=tp.Ref("shop")), None, INELIGIBLE),
        (evolve(lifted(authority=tp.Ref("shop")), organisations=()), None, OPEN),
    ],
)
def test_a_waiver_holds_for_its_application_from_its_day_on(
    application: tp.Application, on: str | None, wanted: tp.Outcome
) -> None:
    assert tp.assess(application, call(asking(LARGE)), on=on).outcome is wanted


@pytest.mark.parametrize(
    ("waivable", "by", "authority", "wanted"),
    [
        (NO, None, "region", INELIGIBLE),
        (YES, None, "region", ELIGIBLE),
        (UNDETERMINED, None, "region", ELIGIBLE),
        (YES, "region", "region", ELIGIBLE),
        (YES, "region", "state", INELIGIBLE),
    ],
)
def test_a_requirement_is_lifted_by_whoever_may_if_it_may_be(
    waivable: tp.Ternary, by: str | None, authority: str, wanted: tp.Outcome
) -> None:
    asked = asking(LARGE, waivable=waivable, waived_by=by and tp.Ref(by))
    assert outcome(asked, application=lifted(authority=tp.Ref(authority))) is wanted


def test_of_several_waivers_one_that_may_lift_is_enough() -> None:
    asked = asking(LARGE, waived_by=tp.Ref("region"))
    wrong, right = lifted(authority=tp.Ref("state")), lifted()
    both = evolve(FILE, waivers=(*wrong.waivers, *right.waivers))
    assert outcome(asked, application=both) is ELIGIBLE


def test_a_waiver_of_the_dataset_lifts_too() -> None:
    (waiver,) = lifted(subject=tp.Ref("file")).waivers
    known = tp.Dataset(waivers=(waiver,))
    assert tp.assess(FILE, call(asking(LARGE)), known=known).outcome is ELIGIBLE
    for_all = tp.Dataset(waivers=(evolve(waiver, subject=None),))
    assert tp.assess(FILE, call(asking(LARGE)), known=for_all).outcome is INELIGIBLE


# Judgements, and what is missing


def judged(verdict: tp.Ternary) -> tuple[tp.Judgement, ...]:
    return (tp.Judgement(requirement="r", verdict=verdict),)


def test_a_person_settles_what_only_a_person_can_judge() -> None:
    asked = call(asking(TO_JUDGE))
    found = {v: tp.assess(FILE, asked, judgements=judged(v)).outcome for v in tp.Ternary}
    assert found == {YES: ELIGIBLE, NO: INELIGIBLE, UNDETERMINED: OPEN}
    refused = tp.assess(FILE, asked, judgements=judged(NO))
    assert refused.results[0].judgement == judged(NO)[0]
    assert refused.judgements == judged(NO)
    assert "judged again" in refused.report[0].remedy("en")


def test_a_judgement_is_told_with_its_reason_its_role_and_its_day() -> None:
    told = tp.Judgement(
        requirement="r",
        verdict=NO,
        reason="Déjà vu ailleurs.",
        role=tp.Role.JURY,
        on=tp.PartialDate("2021-03-12"),
    )
    asked = call(asking(TO_JUDGE, consequence=tp.Consequence.REJECTED))
    words = tp.assess(FILE, asked, judgements=[told]).in_words("en")
    assert "Judged: jury · 12 March 2021 · Déjà vu ailleurs." in words
    assert "What follows: rejected." in words


def test_opposite_judgements_settle_nothing() -> None:
    asked = call(asking(TO_JUDGE))
    for both in ((*judged(YES), *judged(NO)), (*judged(NO), *judged(YES))):
        assert tp.assess(FILE, asked, judgements=both).outcome is OPEN
    assert tp.assess(FILE, asked, judgements=judged(YES) * 2).outcome is ELIGIBLE


def test_a_person_settles_what_is_left_to_one_by_the_facts() -> None:
    asked = call(asking(tp.ApplicantDemand()))
    found = {v: tp.assess(FILE, asked, judgements=judged(v)).outcome for v in tp.Ternary}
    assert found == {YES: ELIGIBLE, NO: INELIGIBLE, UNDETERMINED: OPEN}


def test_an_application_to_another_call_is_not_assessed() -> None:
    other = evolve(FILE, call=tp.Ref("other"))
    with pytest.raises(ValueError, match="file answers other, not call"):
        tp.assess(other, call())
    assert tp.assess(evolve(FILE, call=None), call()).outcome is ELIGIBLE


def test_natural_persons_are_of_no_kind_of_organisation() -> None:
    person = evolve(FILE, applicant=None, organisations=(), persons=(tp.Person(id="p-1"),))
    assert outcome(
        asking(LARGE, applicants=(tp.OrganisationKind.COMMUNE,)), application=person
    ) is (ELIGIBLE)


def test_no_person_settles_what_facts_do() -> None:
    assert tp.assess(FILE, call(asking(LARGE)), judgements=judged(YES)).outcome is INELIGIBLE
    assert tp.assess(FILE, call(asking(SMALL)), judgements=judged(NO)).outcome is ELIGIBLE


def test_what_is_missing_is_told_once_the_most_useful_first() -> None:
    bare = evolve(FILE, organisations=(evolve(SHOP, headcount=None),))
    found = tp.assess(
        bare,
        call(
            asking(OF_ALL, id="a"),
            asking(TO_JUDGE, id="b"),
            asking(SMALL, id="c"),
            asking(tp.AllOf(demands=(SMALL, SMALL)), id="d"),
            asking(TO_JUDGE, id="e", consequence=tp.Consequence.LESS_PREFERRED),
        ),
    )
    assert [gap.place for gap in found.missing.ask] == [
        "/organisations/0/headcount",
        "/consortium/members",
    ]
    assert found.missing.look_up == ()
    assert [gap.place for gap in found.missing.judge] == ["/demand"]
    severities = [each.severity for each in found.report]
    assert severities == [tp.Severity.WARNING] * 4 + [tp.Severity.INFO]


def test_what_the_file_does_not_describe_is_to_be_looked_up() -> None:
    named = evolve(FILE, organisations=())
    asked = call(asking(SMALL))
    found = tp.assess(named, asked)
    assert [(gap.name, gap.place) for gap in found.missing.look_up] == [
        ("organisation", "/applicant")
    ]
    assert "Look up" in found.report[0].remedy("en")
    known = tp.Dataset(organisations=(SHOP,))
    assert tp.assess(named, asked, known=known).outcome is ELIGIBLE
    poor = tp.Dataset(organisations=(evolve(SHOP, headcount=None),))
    assert [gap.name for gap in tp.assess(named, asked, known=poor).missing.look_up] == [
        "headcount"
    ]
    other = tp.Dataset(calls=(tp.Call(id="shop"),))
    assert tp.assess(named, asked, known=other).outcome is OPEN


# Sides


def members(*ids: str, complete: tp.Ternary = YES, **roles: tp.MemberRole) -> tp.Application:
    organisations = tuple(tp.Organisation(id=each, headcount=tp.Count(9)) for each in ids)
    held = tuple(
        tp.Member(organisation=tp.Ref(each), role=roles.get(each, tp.MemberRole.PARTNER))
        for each in ids
    )
    consortium = tp.Consortium(members=held, members_complete=complete)
    return evolve(FILE, applicant=None, organisations=organisations, consortium=consortium)


def of(side: tp.ApplicantSide, number: int = 9) -> tp.Requirement:
    return asking(tp.HeadcountDemand(number=tp.Count(number), of=side))


def test_a_coordinator_applies_for_the_others() -> None:
    led = members("a", "b", b=tp.MemberRole.COORDINATOR)
    found = tp.assess(led, call(asking(SMALL)))
    assert found.results[0].demands[0].seen == ("/organisations/1/headcount",)
    assert outcome(of(tp.ApplicantSide.COORDINATOR), application=led) is ELIGIBLE
    none = tp.assess(members("a"), call(of(tp.ApplicantSide.COORDINATOR)))
    assert [gap.place for gap in none.missing.ask] == ["/consortium/members"]
    alone = tp.assess(FILE, call(of(tp.ApplicantSide.COORDINATOR)))
    assert alone.outcome is OPEN


@pytest.mark.parametrize(
    ("side", "number", "complete", "wanted"),
    [
        (tp.ApplicantSide.EVERY_MEMBER, 9, YES, ELIGIBLE),
        (tp.ApplicantSide.EVERY_MEMBER, 9, UNDETERMINED, OPEN),
        (tp.ApplicantSide.EVERY_MEMBER, 9, NO, OPEN),
        (tp.ApplicantSide.EVERY_MEMBER, 8, UNDETERMINED, INELIGIBLE),
        (tp.ApplicantSide.SOME_MEMBER, 9, UNDETERMINED, ELIGIBLE),
        (tp.ApplicantSide.SOME_MEMBER, 8, UNDETERMINED, OPEN),
        (tp.ApplicantSide.SOME_MEMBER, 8, YES, INELIGIBLE),
    ],
)
def test_members_are_judged_together_as_far_as_they_are_known(
    side: tp.ApplicantSide, number: int, complete: tp.Ternary, wanted: tp.Outcome
) -> None:
    application = members("a", "b", complete=complete)
    assert outcome(of(side, number), application=application) is wanted


def test_supporters_and_subcontractors_do_not_apply() -> None:
    application = members("a", "b", b=tp.MemberRole.SUBCONTRACTOR)
    (_, other) = application.organisations
    spoilt = evolve(other, headcount=tp.Count(1))
    application = evolve(application, organisations=(application.organisations[0], spoilt))
    assert outcome(of(tp.ApplicantSide.EVERY_MEMBER), application=application) is ELIGIBLE


def test_whoever_applies_alone_is_every_member() -> None:
    alone = evolve(FILE, consortium=tp.Consortium(members=(), members_complete=YES))
    assert outcome(of(tp.ApplicantSide.EVERY_MEMBER), application=alone) is ELIGIBLE
    unknown = evolve(FILE, consortium=tp.Consortium())
    assert outcome(of(tp.ApplicantSide.EVERY_MEMBER), application=unknown) is OPEN


# What is kept, and other rules


def test_an_assessment_names_what_it_rests_on() -> None:
    asked = call(asking(SMALL), version="2")
    found = tp.assess(FILE, asked, on="2021-03-12")
    assert (found.application, found.call) == (tp.Ref("file"), tp.Ref("call"))
    assert (found.call_version, str(found.on)) == ("2", "2021-03-12")
    assert found.call_hash == tp.fingerprint(asked)
    assert found.application_hash == tp.fingerprint(FILE)
    assert found.library_version
    assert found.in_words("fr").startswith("Candidature au 12 mars 2021 : éligible")
    assert tp.assess(FILE, asked).in_words("en").startswith("Application: eligible.")


def test_a_compiled_call_assesses_as_the_call_does() -> None:
    asked = call(asking(SMALL))
    ready = tp.compile_call(asked)
    assert tp.compile_call(ready) is ready
    assert tp.assess(FILE, ready) == tp.assess(FILE, asked) == tp.assess(FILE, ready)


def test_a_clause_is_told_with_its_result() -> None:
    clause = tp.Quote(text="moins de dix salariés", locator="article 3")
    found = tp.assess(FILE, call(asking(SMALL, clause=clause)))
    assert "Clause: “moins de dix salariés” (article 3)." in found.in_words("en")


def test_a_result_without_its_requirement_is_told_by_its_id() -> None:
    bare = tp.RequirementResult(requirement="r", met=NO)
    found = tp.Assessment(
        application=tp.Ref("file"), call=tp.Ref("call"), outcome=INELIGIBLE, results=(bare,)
    )
    assert "Not met: r." in found.in_words("en")
    assert found.missing == tp.Missing((), (), ())
    assert [each.severity for each in found.report] == [tp.Severity.INFO]
    assert found.report[0].to_dict()["facts"] == {"requirement": "r", "result": "r", "remedy": "r"}


def test_what_does_not_concern_is_told_so() -> None:
    found = tp.assess(evolve(FILE, tracks=("coast",)), call(asking(LARGE, tracks=("towns",))))
    assert "Not concerned: staff: at least 10." in found.in_words("en")


def test_a_term_is_told_by_its_label() -> None:
    fact = tp.ComparedFact(name="headcount", term="OrganisationKind.commune")
    odd = tp.ComparedFact(name="headcount")
    both = tp.ComparedFact(name="headcount", text="few", date=tp.PartialDate("2021"))
    demand = tp.DemandResult(at="/demand", met=NO, facts=(fact, odd, both))
    result = tp.RequirementResult(requirement="r", asked=asking(SMALL), met=NO, demands=(demand,))
    found = tp.Assessment(
        application=tp.Ref("file"), call=tp.Ref("call"), outcome=INELIGIBLE, results=(result,)
    )
    assert "staff: municipality, staff: ? and staff: few, 2021" in found.in_words("en")


def test_of_many_facts_the_first_fifty_are_told() -> None:
    facts = tuple(tp.ComparedFact(name="headcount", text=f"n{each}") for each in range(52))
    demand = tp.DemandResult(at="/demand", met=NO, facts=facts)
    result = tp.RequirementResult(requirement="r", asked=asking(SMALL), met=NO, demands=(demand,))
    found = tp.Assessment(
        application=tp.Ref("file"), call=tp.Ref("call"), outcome=INELIGIBLE, results=(result,)
    )
    assert "staff: n49 and 2 others" in found.in_words("en")
    assert "n50" not in found.in_words("fr")


def test_other_rules_are_tried_on_the_same_application() -> None:
    first = call(asking(SMALL), asking(SMALL, id="gone"))
    before = tp.assess(FILE, first, on="2021-03-12")
    other = call(asking(LARGE), asking(SMALL, id="new"))
    found = tp.replay(before, other, application=FILE)
    assert (found.before.outcome, found.after.outcome) == (ELIGIBLE, INELIGIBLE)
    assert found.after.on == before.on
    assert found.in_words("en").splitlines() == [
        "Under the other rules: ineligible, instead of eligible.",
        "- r: no, instead of yes",
        "- gone: a requirement that is gone, yes before",
        "- new: a new requirement, yes",
    ]
    same = tp.replay(tp.assess(FILE, first), first, application=FILE)
    assert same.changed == ()
    assert same.in_words("fr") == "Sous les autres règles : éligible, comme avant."


def test_another_application_is_not_replayed() -> None:
    before = tp.assess(FILE, call(asking(SMALL)))
    with pytest.raises(ValueError, match="file is not as it was"):
        tp.replay(before, call(), application=evolve(FILE, language="fr"))
    forgotten = evolve(before, application_hash=None)
    assert tp.replay(forgotten, call(), application=FILE).after.outcome is ELIGIBLE


# The calls for an organisation


def until(day: str | None) -> tp.Deadline | None:
    return None if day is None else tp.Deadline(day=tp.PartialDate(day))


def test_calls_come_by_outcome_then_by_deadline() -> None:
    calls = (
        tp.Call(id="never", requirements=(asking(LARGE),), closes=until("2021-04-01")),
        tp.Call(id="open", requirements=(asking(TO_JUDGE),), closes=until("2021-04-02")),
        tp.Call(id="later", requirements=(), closes=until("2021-06-01")),
        tp.Call(id="no-end", names=(tp.Name("Sans fin"),), requirements=()),
        tp.Call(id="sooner", requirements=(), closes=until("2021-05-01")),
        tp.Call(id="over", requirements=(), closes=until("2021-03-11")),
        tp.Call(id="today", requirements=(), closes=until("2021-03-12")),
        tp.Call(
            id="rounds",
            requirements=(),
            rounds=(
                tp.Round(id="a", deadline=until("2021-01-01")),
                tp.Round(id="b", deadline=until("2021-09-01")),
            ),
        ),
        tp.Call(
            id="past-rounds",
            requirements=(),
            rounds=(tp.Round(id="a", deadline=until("2021-01-01")),),
        ),
    )
    found = tp.eligible_calls(SHOP, calls, "2021-03-12")
    assert [each.call.id for each in found] == [
        "today",
        "sooner",
        "later",
        "rounds",
        "no-end",
        "open",
        "never",
    ]
    assert found[0].in_words("en") == "today: eligible, until 12 March 2021"
    assert found[3].in_words("en") == "rounds: eligible, until 1 September 2021"
    alone = tp.Call(id="alone", requirements=(asking(tp.MembersDemand(number=tp.Count(1))),))
    (only,) = tp.eligible_calls(SHOP, [alone], "2021-03-12")
    assert only.assessment.outcome is ELIGIBLE
    untold = tp.Call(
        id="untold", rounds=(tp.Round(id="a", deadline=until("2021-01-01")), tp.Round(id="b"))
    )
    assert [each.call.id for each in tp.eligible_calls(SHOP, [untold], "2021-03-12")] == ["untold"]
    assert found[4].in_words("fr") == "Sans fin : éligible, sans date limite connue"
    assert found[5].assessment.missing.judge


def test_numbers_that_were_kept_raw_count_in_the_digest() -> None:
    extensions = [
        (tp.Extension(at="/x-odds", content=tp.Raw(text)),) for text in ("1.50", "1.5", '"1.5"')
    ]
    digests = {tp.fingerprint(evolve(FILE, extensions=each)) for each in extensions}
    assert len(digests) == 3


def test_a_reason_that_its_requirement_does_not_hold_has_a_remedy_all_the_same() -> None:
    lost = tp.DemandResult(at="/demand/demands/7", met=NO)
    result = tp.RequirementResult(requirement="r", asked=asking(SMALL), met=NO, demands=(lost,))
    found = tp.Assessment(
        application=tp.Ref("file"), call=tp.Ref("call"), outcome=INELIGIBLE, results=(result,)
    )
    assert found.report[0].remedy("en").startswith("Read this requirement again")
