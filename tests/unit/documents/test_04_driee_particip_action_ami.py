from pathlib import Path

import territoires_participatifs as tp

DATASET = tp.read(
    Path(__file__).parents[2] / "documents" / "v1.0" / "04-driee-particip-action-ami.json"
)


CALL = DATASET.get(tp.Call, "particip-action-ami")


def test_ten_carriers_are_sought() -> None:
    assert CALL.quota == tp.Count(10, wording="dix porteurs de projet")


def test_the_call_is_of_three_partners_around_its_organiser() -> None:
    assert [(str(each.organisation), each.role) for each in CALL.participations or ()] == [
        ("driee", tp.Role.ORGANISER),
        ("amif", tp.Role.PARTNER),
        ("cerema-idf", tp.Role.PARTNER),
        ("prefecture-idf", tp.Role.PARTNER),
    ]


def test_a_partner_of_2024_is_not_one_of_the_call() -> None:
    programme = DATASET.get(tp.Programme, "particip-action")
    later = [
        (str(each.organisation), str(each.since))
        for each in programme.participations or ()
        if each.role is tp.Role.PARTNER and each.since is not None
    ]
    assert later == [("cndp", "[..2024-07-10]")]


def test_public_and_private_carriers_may_answer() -> None:
    carrier = (CALL.requirements or [])[0]
    assert carrier.demand == tp.AnyOf(
        demands=(
            tp.ApplicantDemand(public=tp.Ternary.YES),
            tp.ApplicantDemand(public=tp.Ternary.NO),
        )
    )
    assert carrier.clause == tp.Quote(text="porteurs de projet, plan, programme publics ou privés")


def test_the_aid_is_training_and_accompaniment_and_no_money() -> None:
    aid = CALL.aid or ()
    assert [each.aid for each in aid] == [tp.AidKind.TRAINING, tp.AidKind.ACCOMPANIMENT]
    assert all(each.cap is None and each.flat is None for each in aid)
    assert CALL.envelopes is None


def test_six_examples_of_projects_are_given() -> None:
    assert [each.label for each in CALL.themes or ()] == [
        "projet d’énergie renouvelable",
        "plan climat air énergie territorial (PCAET)",
        "EcoQuartier",
        "document d’urbanisme (PLU, PLUi)",
        "programme alimentaire territorial (PAT)",
        "politique RSE d’une entreprise",
    ]


def test_the_call_goes_back_to_the_laureate_of_another_one() -> None:
    action = DATASET.get(tp.FundedAction, str(CALL.opened_by))
    laureate = DATASET.get(tp.Laureate, str(action.laureate))
    assert (str(laureate.organisation), str(laureate.call)) == ("driee", "ditp-call")


def test_the_organiser_changed_its_name_while_the_scheme_went_on() -> None:
    succeeds = DATASET.get(tp.Organisation, "drieat").succeeds or ()
    assert [(str(each.predecessor), each.date) for each in succeeds] == [("driee", None)]


def test_the_themes_are_examples() -> None:
    assert CALL.themes_complete is tp.Ternary.NO


def test_the_network_has_more_than_three_hundred_members() -> None:
    (indicator,) = DATASET.get(tp.FundedAction, "particip-action-network").indicators or []
    (measure,) = indicator.measures
    assert (measure.value, measure.exactness) == (tp.Number(300), tp.Exactness.MORE_THAN)
    assert measure.on == tp.PartialDate("2024-07-10")
    assert measure.quote is not None
    assert measure.quote.text == "un réseau comptant plus de 300 membres"


def test_dates_and_criteria_are_unknown() -> None:
    assert (CALL.announced, CALL.opens, CALL.closes, CALL.criteria) == (None, None, None, None)
