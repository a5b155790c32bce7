from pathlib import Path

import territoires_participatifs as tp

DATASET = tp.read(Path(__file__).parents[2] / "documents" / "v1.0" / "16-anr-aapg.json")
AAPG_2023 = DATASET.get(tp.Call, "aapg-2023")
AAPG_2024 = DATASET.get(tp.Call, "aapg-2024")


def stage(call: tp.Call, stage_id: str) -> tp.Stage:
    (found,) = (each for each in call.stages or () if each.id == stage_id)
    return found


def test_the_two_stages_of_2024_end_at_five_in_paris() -> None:
    pre, full = stage(AAPG_2024, "pre").deadline, stage(AAPG_2024, "full").deadline
    assert str(AAPG_2024.opens) == "2023-07-12; hour=10:00; zone=Europe/Paris"
    assert str(pre) == "2023-10-19; hour=17:00; zone=Europe/Paris; wording=CEST"
    assert str(full) == "2024-03-28; hour=17:00; zone=Europe/Paris; wording=CET"


def test_the_second_deadline_of_2023_awaits_the_invitation() -> None:
    found = stage(AAPG_2023, "full").deadline
    assert found is not None
    assert found.kind is tp.DeadlineKind.TO_BE_ANNOUNCED
    assert found.day is None
    assert found.wording == "prévue fin mars 2023"


def test_the_misprinted_year_of_the_invitation_stands_beside_the_inferred_one() -> None:
    said = {
        each.standing: each.value.json
        for each in AAPG_2023.statements
        if each.about == "/stages/2/opens" and each.value is not None
    }
    assert said == {
        tp.Standing.ALTERNATIVE: {
            "day": {"edtf": "2022-02", "part": "mid", "wording": "mi-février 2022"}
        },
        tp.Standing.INFERRED: {"day": {"edtf": "2023-02", "part": "mid"}},
    }


def test_the_instrument_and_the_panel_are_fixed_after_the_first_stage() -> None:
    assert stage(AAPG_2023, "pre").immutable == ("/tracks",)
    assert stage(AAPG_2024, "pre").immutable == ("/tracks",)


def test_the_coordinator_of_2022_changes_by_force_majeure_only() -> None:
    call = DATASET.get(tp.Call, "aapg-2022")
    assert stage(call, "pre").immutable == ("/names", "/tracks", "/persons")
    (asked,) = (each for each in call.requirements or () if each.id == "coordinator-fixed")
    assert asked.waivable is tp.Ternary.YES
    assert asked.waived_by == tp.Ref("anr")


def test_a_bilateral_project_is_registered_instead_of_proposed() -> None:
    for call in (AAPG_2023, AAPG_2024):
        assert {each.id: each.tracks for each in call.stages or ()} == {
            "pre": ("jcjc", "prme", "prc", "prce"),
            "registration": ("prci",),
            "full": (),
        }
        assert call.rounds is None
    assert stage(AAPG_2023, "registration").kind is tp.StageKind.REGISTRATION


def test_the_company_of_a_prce_is_asked_for_at_the_second_stage() -> None:
    (asked,) = (each for each in AAPG_2023.requirements or () if each.id == "prce-company")
    assert isinstance(asked.demand, tp.ApplicantDemand)
    assert asked.demand.kinds == (tp.OrganisationKind.COMPANY,)
    assert asked.demand.of is tp.ApplicantSide.SOME_MEMBER
    assert (asked.tracks, asked.stages) == (("prce",), ("full",))


def test_there_are_fifty_six_themes() -> None:
    (themes,) = (each for each in AAPG_2024.tracks or () if each.id == "axes")
    assert themes.number == tp.Count(56)


def test_the_rules_of_2023_have_a_version_and_its_day() -> None:
    assert AAPG_2023.version == "1.0"
    assert AAPG_2023.version_date == tp.PartialDate("2022-07-18", wording="18 JUILLET 2022")
    assert AAPG_2023.announced is None


def test_the_edition_of_2017_ended_at_one_then_in_early_april() -> None:
    call = DATASET.get(tp.Call, "aapg-2017")
    full = stage(call, "full").deadline
    assert str(stage(call, "pre").deadline) == "2016-10-27; hour=13:00; zone=Europe/Paris"
    assert full is not None
    assert full.day == tp.PartialDate("2017-04", tp.PartOfPeriod.EARLY, wording="début avril 2017")


def test_a_project_lasts_five_years() -> None:
    (terms,) = AAPG_2023.aid or []
    assert terms.duration == tp.Span("P5Y", wording="5 ans")
    assert (terms.shortest, terms.longest) == (None, None)
