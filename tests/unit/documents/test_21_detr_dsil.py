from pathlib import Path

import territoires_participatifs as tp

DATASET = tp.read(Path(__file__).parents[2] / "documents" / "v1.0" / "21-detr-dsil.json")
DETR = DATASET.get(tp.Call, "detr")
CHER = DATASET.get(tp.Call, "detr-dsil-cher-2021")


def advance(call_id: str) -> tp.PaymentTerm:
    (terms,) = DATASET.get(tp.Call, call_id).aid or []
    return (terms.payments or [])[0]


def test_the_owner_brings_a_fifth_or_as_a_lead_three_tenths() -> None:
    assert [each.own_contribution for each in DETR.aid or ()] == [
        tp.Rate("20", tp.RateBase.PUBLIC_FINANCING),
        tp.Rate("30", tp.RateBase.PUBLIC_FINANCING),
    ]


def test_only_communes_and_their_groupings_may_apply() -> None:
    demand = (DETR.requirements or [])[0].demand
    assert isinstance(demand, tp.AllOf)
    who, *conditions = demand.demands
    assert isinstance(who, tp.ApplicantDemand)
    assert who.kinds == (
        tp.OrganisationKind.COMMUNE,
        tp.OrganisationKind.INTERMUNICIPAL_BODY,
    )
    assert len(conditions) == 2


def test_studies_and_land_are_no_early_start() -> None:
    (asked,) = (each for each in DETR.requirements or () if each.id == "no-early-start")
    assert isinstance(asked.demand, tp.NoneOf)
    (early,) = asked.demand.demands
    assert isinstance(early, tp.AllOf)
    assert isinstance(early.demands[1], tp.NoneOf)
    assert len(early.demands[1].demands) == 2


def test_works_start_after_the_complete_file_and_within_two_years() -> None:
    after_file, after_notification, *_ = DETR.delays or []
    assert after_file.after is tp.Milestone.COMPLETE_FILE
    assert after_file.within is None
    assert after_notification.after is tp.Milestone.NOTIFICATION
    assert after_notification.within == tp.Span("P2Y")
    assert after_notification.extension == tp.Span("P1Y")
    assert after_notification.request_before == tp.Span("P2M")


def test_aid_lapses_when_works_start_or_end_too_late() -> None:
    assert [each.consequence for each in DETR.delays or ()] == [
        None,
        tp.Consequence.LAPSED,
        tp.Consequence.LAPSED,
        tp.Consequence.LAPSED,
    ]
    assert [each.note.fr for each in DETR.delays or () if each.note is not None] == [
        "Caducité. La prolongation se demande avec ses motifs.",
        "Forclusion : toute demande de paiement devient irrecevable.",
        "Forclusion au terme des délais d'achèvement.",
    ]


def test_public_aid_together_stays_at_four_fifths() -> None:
    for call in (DETR, DATASET.get(tp.Call, "dsil")):
        assert [each.cumulated for each in call.aid or ()] == [
            tp.Rate("80", tp.RateBase.PUBLIC_FINANCING),
            None,
        ]


def test_the_guide_of_the_cher_was_updated_on_a_day() -> None:
    assert CHER.version is None
    assert CHER.version_date == tp.PartialDate("2021-02-02", wording="MAJ du 02 février 2021")


def test_works_end_within_four_years_of_their_declared_start() -> None:
    ended = (DETR.delays or [])[2]
    assert ended.of is tp.Milestone.COMPLETION
    assert ended.after is tp.Milestone.DECLARATION_OF_START
    assert ended.within == tp.Span("P4Y")
    assert ended.extension == tp.Span("P2Y")


def test_a_file_completed_late_goes_to_a_second_programming() -> None:
    (asked,) = CHER.requirements or []
    assert asked.demand == tp.DeadlineDemand(
        deadline=tp.Deadline(day=tp.PartialDate("2021-01-29"), event=tp.CountingEvent.COMPLETE)
    )
    assert asked.consequence is tp.Consequence.CARRIED_OVER


def test_the_second_programming_depends_on_what_is_left() -> None:
    second = (CHER.rounds or [])[1]
    assert second.conditional is tp.Ternary.YES
    assert second.deadline is None


def test_one_prefecture_wants_paper_and_another_a_form() -> None:
    assert advance("detr-drome").channels == (tp.Channel.PAPER,)
    assert advance("detr-loir-et-cher").channels == (tp.Channel.ONLINE,)


def test_three_tenths_of_the_grant_are_paid_at_the_start() -> None:
    assert advance("detr-loir-et-cher").rate == tp.Rate("30", tp.RateBase.GRANT)
    assert advance("detr-drome").rate is None


def test_the_ecological_bonus_has_no_figure() -> None:
    (terms,) = DATASET.get(tp.Call, "detr-dsil-2023").aid or []
    (bonus,) = terms.bonuses or []
    assert bonus.label == "bonus écologique"
    assert bonus.points is None


def test_whether_a_sale_agreement_starts_the_works_is_open() -> None:
    (question,) = DATASET.get(tp.Call, "detr-vaucluse").questions
    assert len(question.readings) == 2
