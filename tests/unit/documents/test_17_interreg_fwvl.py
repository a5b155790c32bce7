from pathlib import Path

import territoires_participatifs as tp

DATASET = tp.read(Path(__file__).parents[2] / "documents" / "v1.0" / "17-interreg-fwvl.json")
LAST_OF_IV = DATASET.get(tp.Call, "fwvl-iv-ultime-appel")
FIRST_OF_V = DATASET.get(tp.Call, "fwvl-v-premier-appel")
MICRO = DATASET.get(tp.Call, "fwvl-v-micro-projets")


def asked(call: tp.Call, requirement_id: str) -> tp.Requirement:
    (found,) = (each for each in call.requirements or () if each.id == requirement_id)
    return found


def test_what_is_left_of_the_fourth_programme_is_split_by_sub_programme() -> None:
    left = [(each.tracks, str(each.amount)) for each in LAST_OF_IV.envelopes or () if each.tracks]
    assert left == [
        (("franco-wallon",), "3700000.00 EUR"),
        (("tripartite",), "700000.00 EUR"),
        (("franco-flamand",), "3600000.00 EUR"),
    ]


def test_five_per_cent_of_the_envelope_are_left_and_their_sum_is_not_told() -> None:
    whole = (LAST_OF_IV.envelopes or [])[0]
    assert whole.share == tp.Rate("5", tp.RateBase.ENVELOPE)
    assert whole.amount is None


def test_projects_end_in_2014_at_the_latest() -> None:
    stages = {each.id: each.deadline for each in LAST_OF_IV.stages or ()}
    assert LAST_OF_IV.closes is not None
    assert str(LAST_OF_IV.closes.day) == "2011-12-15; wording=15 décembre 2011"
    assert stages["realisation"] == tp.Deadline(day=tp.PartialDate("2014-12-31"))


def test_a_complementary_request_is_no_mere_extension() -> None:
    found = asked(LAST_OF_IV, "more-than-an-extension")
    assert isinstance(found.demand, tp.NoneOf)
    assert found.tracks == ("demandes-complementaires",)


def test_the_first_call_of_the_fifth_programme_closed_on_an_eighth_of_may() -> None:
    assert FIRST_OF_V.closes is not None
    assert FIRST_OF_V.closes.day is not None
    assert FIRST_OF_V.closes.day.edtf == "XXXX-05-08"
    (inferred,) = FIRST_OF_V.statements
    assert inferred.standing is tp.Standing.INFERRED
    assert inferred.value == tp.Raw.of({"day": {"edtf": "2015-05-08"}})


def test_portfolios_are_counted_apart_from_the_pre_projects() -> None:
    decision = DATASET.get(tp.Decision, "fwvl-v-premier-appel-depots")
    assert decision.received is not None
    assert decision.received.value == 216
    assert [each.number for each in decision.figures or ()] == [
        tp.Count(128),
        tp.Count(13),
        tp.Count(88),
    ]
    assert decision.average == tp.Amount(tp.Money("1370000"))


def test_a_micro_project_in_one_language_is_rejected() -> None:
    found = asked(MICRO, "two-languages")
    assert isinstance(found.demand, tp.AllOf)
    assert len(found.demand.demands) == 2
    assert found.consequence is tp.Consequence.REJECTED
    assert found.stage is tp.RequirementStage.ADMISSIBILITY


def test_a_missing_proof_leaves_the_whole_action_unpaid() -> None:
    found = asked(MICRO, "proofs-of-each-action")
    assert found.stage is tp.RequirementStage.PAYMENT
    assert found.consequence is tp.Consequence.NOT_PAID


def test_a_micro_project_is_paid_in_two_times() -> None:
    (terms,) = MICRO.aid or []
    assert [each.kind for each in terms.payments or ()] == [
        tp.InstalmentKind.ADVANCE,
        tp.InstalmentKind.BALANCE,
    ]


def test_the_sixth_programme_has_most_of_its_money_from_europe() -> None:
    (envelope,) = DATASET.get(tp.Call, "fwvl-vi").envelopes or []
    assert envelope.amount == tp.Amount(tp.Money("417000000"))
    assert [each.amount for each in envelope.contributions or ()] == [
        tp.Amount(tp.Money("268000000")),
        None,
    ]


def test_expenses_are_of_six_categories() -> None:
    demand = asked(DATASET.get(tp.Call, "fwvl-vi"), "six-categories").demand
    assert isinstance(demand, tp.AnyOf)
    assert len(demand.demands) == 6


def test_gifts_are_of_fifty_euros_each_at_most() -> None:
    (terms,) = DATASET.get(tp.Call, "fwvl-vi").aid or []
    (gifts,) = terms.sub_caps or []
    assert (gifts.label, gifts.per) == ("dons", "donation")
    assert gifts.amount == tp.Amount(tp.Money("50"))
