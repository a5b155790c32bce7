from pathlib import Path

import territoires_participatifs as tp

DATASET = tp.read(
    Path(__file__).parents[2] / "documents" / "v1.0" / "01-ditp-participation-citoyenne-2020.json"
)


CALL = DATASET.get(tp.Call, "ditp-2020")


def test_sixteen_applications_came_and_six_were_selected() -> None:
    decision = DATASET.get(tp.Decision, "ditp-2020-six")
    assert decision.received == tp.Count(16, wording="seize candidatures reçues")
    assert decision.selected == tp.Count(6, wording="six projets")


def test_the_six_laureates_have_their_carriers_and_projects() -> None:
    assert [(str(each.organisation), each.names[0].text) for each in DATASET.laureates] == [
        ("sgar-pays-de-la-loire", "Centre d’appui à la participation citoyenne"),
        ("dcspp-ariege", "Pouvoir d’agir et place des jeunes dans les politiques publiques"),
        ("drjscs-hauts-de-france", "Citoyens en communS"),
        ("dreal-paca", "Réponses"),
        ("prefecture-de-guyane", "Participation citoyenne"),
        ("driee-idf", "Particip’action"),
    ]


def test_one_page_launches_the_call_in_2020_and_in_2021() -> None:
    said = [
        each.value.json
        for each in CALL.statements
        if each.about == "/announced"
        and each.value is not None
        and each.quote is not None
        and str(each.quote.source) in {"agence-phare", "None"}
    ]
    assert said == [
        {"edtf": "2020-02", "wording": "En février 2020"},
        {"edtf": "2021", "wording": "lancé courant 2021"},
    ]


def test_the_call_has_four_names_and_one_in_an_address() -> None:
    assert [each.text for each in CALL.names] == [
        "Participation citoyenne dans les territoires",
        "Participation citoyenne",
        "Participation citoyenne sur les territoires",
        "Participation citoyenne pour les territoires",
        "participation-citoyenne-dans-les-territoires",
    ]


def test_the_results_are_known_to_be_no_later_than_9_november_2020() -> None:
    assert CALL.status is tp.CallStatus.RESULTS_PUBLISHED
    assert CALL.history[0].on == tp.PartialDate("[..2020-11-09]")


def test_what_no_source_tells_is_left_unknown() -> None:
    assert (CALL.closes, CALL.envelopes, CALL.aid, CALL.criteria) == (None, None, None, None)
    assert all(each.benefits is None for each in DATASET.laureates)


def test_the_lab_is_of_2016_or_of_2017_and_no_legal_person_for_sure() -> None:
    lab = DATASET.get(tp.Organisation, "siilab")
    said = [str(each.value) for each in lab.statements if each.about == "/since"]
    assert (lab.since, lab.disputed, said) == (None, ("/since",), ['"2016"', '"2017"'])
    assert lab.legal_person is tp.Ternary.UNDETERMINED


def test_the_evaluation_runs_from_february_2021_to_december_2022() -> None:
    evaluation = DATASET.get(tp.Evaluation, "phare-evaluation")
    assert evaluation.since == tp.PartialDate("2021-02", wording="févr. 2021")
    assert evaluation.until == tp.PartialDate("2022-12", wording="déc. 2022")


def test_an_organisation_that_says_laureate_is_not_the_laureate_of_record() -> None:
    laureate = DATASET.get(tp.Laureate, "laureate-hauts-de-france")
    says_so = [
        str(each.organisation)
        for each in laureate.participations or ()
        if each.role is tp.Role.LAUREATE
    ]
    assert (says_so, str(laureate.organisation)) == (["cerdd"], "drjscs-hauts-de-france")


def test_the_successor_of_a_service_depends_on_the_mission() -> None:
    youth = DATASET.get(tp.Organisation, "drajes-hauts-de-france").succeeds
    cohesion = DATASET.get(tp.Organisation, "dreets-hauts-de-france").succeeds
    assert [(str(e.predecessor), str(e.date)) for e in youth or ()] == [
        ("drjscs-hauts-de-france", "2021-01-01")
    ]
    assert [(str(e.predecessor), str(e.date)) for e in cohesion or ()] == [
        ("drjscs-hauts-de-france", "2021-04-01"),
        ("direccte-hauts-de-france", "2021-04-01"),
    ]


def test_two_laureates_open_calls_of_their_own() -> None:
    opened = {each.id: str(each.opened_by) for each in DATASET.calls if each.opened_by}
    assert opened == {
        "cerdd-ami-2020": "cerdd-ami-action",
        "particip-action-ami": "particip-action",
    }


def test_a_committee_acts_at_the_selection_and_gathers_those_concerned() -> None:
    acting = {
        each.id: [(str(part.organisation), part.role) for part in each.participations or ()]
        for each in CALL.stages or ()
    }
    assert acting == {
        "deposit": [],
        "appraisal": [],
        "selection": [("comite-de-selection", tp.Role.JURY)],
    }
    assert [(str(each.organisation), each.role) for each in CALL.participations or ()] == [
        ("ditp", tp.Role.ORGANISER),
        ("agence-phare-evaluation", tp.Role.EVALUATOR),
    ]
    (gathered,) = DATASET.get(tp.Organisation, "comite-de-selection").relations
    assert gathered.kind is tp.RelationKind.GATHERS
    assert gathered.object_wording == "les directions concernées"
