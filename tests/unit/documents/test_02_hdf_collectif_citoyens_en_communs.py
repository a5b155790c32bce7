from pathlib import Path

import territoires_participatifs as tp

DATASET = tp.read(
    Path(__file__).parents[2] / "documents" / "v1.0" / "02-hdf-collectif-citoyens-en-communs.json"
)


APPLICATION = DATASET.get(tp.Application, "hdf-collective")
CONSORTIUM = APPLICATION.consortium or tp.Consortium()


def test_about_ten_organisations_are_told_and_ten_are_named() -> None:
    assert CONSORTIUM.size == tp.Count(
        10, tp.Exactness.ABOUT, wording="Une dizaine de structures de la région"
    )
    assert len(CONSORTIUM.members or ()) == 10
    assert CONSORTIUM.members_complete is tp.Ternary.NO


def test_the_carrier_of_record_is_one_service_and_the_cerdd_says_laureate_too() -> None:
    laureate = DATASET.get(tp.Laureate, "citoyens-en-communs")
    assert str(laureate.organisation) == "drjscs-hauts-de-france"
    assert [each.wording for each in laureate.participations or ()] == ["lauréat, en collectif"]


def test_supporters_may_be_members_or_not() -> None:
    unsure = [
        (str(each.organisation), each.wording)
        for each in CONSORTIUM.members or ()
        if each.certain is tp.Ternary.UNDETERMINED
    ]
    assert unsure == [
        ("hub-les-assembleurs", "avec l'appui du"),
        ("dreal", "Appuyé par"),
        ("siilab", "mobilisées par"),
    ]


def test_the_support_of_the_dreal_goes_to_the_cerdd_alone() -> None:
    support = [
        (str(each.organisation), each.role, str(each.toward))
        for each in APPLICATION.participations or ()
    ]
    assert support == [
        ("siilab", tp.Role.FACILITATOR, "None"),
        ("dreal", tp.Role.SUPPORT, "cerdd"),
    ]


def test_one_part_is_named_and_two_are_inferred() -> None:
    assert [(each.name, each.inferred) for each in APPLICATION.parts or ()] == [
        ("volet DD", tp.Ternary.NO),
        ("jeunesse et vie associative", tp.Ternary.YES),
        ("pauvreté", tp.Ternary.YES),
    ]


def test_plural_projects_have_no_invented_number() -> None:
    plural = [str(each.number) for each in APPLICATION.projects or () if each.number is not None]
    assert plural == [
        "2; exactness=at-least; wording=des projets innovants",
        "2; exactness=at-least; wording=plusieurs actions",
    ]


def test_the_two_actions_of_the_cerdd_are_stories_and_a_cycle_of_a_year() -> None:
    assert [(each.kind, str(each.duration)) for each in DATASET.actions] == [
        (tp.ActionKind.STORYTELLING, "None"),
        (tp.ActionKind.QUALIFICATION_CYCLE, "P1Y"),
    ]


def test_who_will_initiate_the_project_on_the_young_stays_open() -> None:
    question = APPLICATION.questions[0]
    assert [each.fr for each in question.readings] == [
        "la DRJSCS",
        "le CRAJEP et le Mouvement Associatif, en lien avec elle",
    ]


def test_six_projects_have_two_readings() -> None:
    decision = DATASET.get(tp.Decision, "ditp-2020-six")
    assert [each.number for each in decision.figures or ()] == [tp.Count(6, wording="6 projets")]
    assert len(decision.questions[0].readings) == 2


def test_the_split_of_money_and_the_agreement_are_unknown() -> None:
    assert (APPLICATION.budgets, APPLICATION.funding, APPLICATION.requested) == (None, None, None)
    assert DATASET.agreements == ()


def test_who_carries_the_projects_on_poverty_and_on_the_young_stays_open() -> None:
    projects = {each.id: each for each in APPLICATION.projects or ()}
    for name in ("poverty-projects", "youth-engagement"):
        holders = [
            each
            for each in projects[name].participations or ()
            if each.role is tp.Role.PROJECT_HOLDER
        ]
        assert holders
        assert all(each.certain.is_undetermined for each in holders)
    asked = [each.about for each in APPLICATION.questions]
    assert ("/projects/1/participations",) in asked
    assert ("/projects/2/participations",) in asked
