from pathlib import Path

import territoires_participatifs as tp

DATASET = tp.read(Path(__file__).parents[2] / "documents" / "v1.0" / "27-pat-pna.json")
EDITION_2022 = DATASET.get(tp.Call, "pna-2022-2023")
EDITION_2024 = DATASET.get(tp.Call, "pat-2024")
EDITION_2025 = DATASET.get(tp.Call, "pat-2025")


def deadline(round_id: str) -> tp.Deadline | None:
    (found,) = (each for each in EDITION_2025.rounds or () if each.id == round_id)
    return found.deadline


def test_four_funders_make_the_three_millions() -> None:
    (envelope,) = EDITION_2022.envelopes or []
    assert envelope.amount == tp.Amount(tp.Money("3000000"))
    assert envelope.contributions_complete is tp.Ternary.YES
    assert [str(each.amount) for each in envelope.contributions or ()] == [
        "1300000.00 EUR",
        "1000000.00 EUR",
        "500000.00 EUR",
        "200000.00 EUR",
    ]


def test_two_sources_open_the_call_on_two_days_and_none_is_preferred() -> None:
    said = [each.value.json for each in EDITION_2022.statements if each.value is not None]
    assert said == ["2022-11-25", "2022-11-21"]
    assert EDITION_2022.opens is None
    assert EDITION_2022.disputed == ("/opens",)


def test_each_strand_has_its_cap_and_its_longest_duration() -> None:
    terms = {each.tracks: (str(each.cap), str(each.longest)) for each in EDITION_2022.aid or ()}
    assert terms == {
        ("volet-1",): ("100000.00 EUR", "P36M"),
        ("volet-2",): ("70000.00 EUR", "P24M"),
    }
    assert {each.duration for each in EDITION_2022.aid or ()} == {None}


def test_a_project_of_2024_lasts_thirty_six_months_at_most() -> None:
    (terms,) = EDITION_2024.aid or []
    assert terms.longest == tp.Span("P36M", wording="jusqu’à 36 mois")
    assert (terms.duration, terms.shortest) == (None, None)


def test_the_edition_of_2024_has_a_floor_a_cap_a_rate_a_sub_cap_and_overheads() -> None:
    (terms,) = EDITION_2024.aid or []
    assert terms.floor == tp.Amount(tp.Money("50000"))
    assert terms.cap == tp.Amount(tp.Money("200000"))
    assert terms.rate == tp.Rate("70", tp.RateBase.ELIGIBLE_EXPENSE)
    assert [each.amount for each in terms.sub_caps or ()] == [tp.Amount(tp.Money("40000"))]
    assert terms.overheads == tp.Rate("8", tp.RateBase.TOTAL_COST)


def test_three_expenses_are_excluded() -> None:
    (excluded,) = (e for e in EDITION_2024.requirements or () if e.id == "excluded-expenses")
    assert isinstance(excluded.demand, tp.NoneOf)
    assert len(excluded.demand.demands) == 3


def test_fifteen_regions_have_seventeen_deadlines() -> None:
    rounds = EDITION_2025.rounds or ()
    assert len(rounds) == 17
    assert len({each.territories for each in rounds}) == 15


def test_a_region_may_give_the_hour() -> None:
    assert str(deadline("ara")) == "2025-08-14; hour=14:00; zone=Europe/Paris"
    assert str(deadline("cor")) == "2025-09-11; hour=22:00; zone=Europe/Paris"
    assert str(deadline("ges")) == "2025-09-15; hour=23:59; zone=Europe/Paris"
    assert str(deadline("idf")) == "2025-09-08; hour=12:00; zone=Europe/Paris"


def test_overseas_deadlines_are_local() -> None:
    reunion, guadeloupe = deadline("reu"), deadline("glp")
    assert reunion == tp.Deadline(day=tp.PartialDate("2025-09-05"), zone="Indian/Reunion")
    assert guadeloupe is not None
    assert guadeloupe.zone == "America/Guadeloupe"


def test_guadeloupe_closes_when_the_envelope_is_used_up_or_on_its_latest_day() -> None:
    found = deadline("glp")
    assert found is not None
    assert found.kind is tp.DeadlineKind.UNTIL_EXHAUSTED
    assert found.day == tp.PartialDate("2025-09-23")


def test_the_centre_closes_when_the_money_runs_out() -> None:
    assert deadline("cvl") == tp.Deadline(
        kind=tp.DeadlineKind.UNTIL_EXHAUSTED,
        wording="Au fil de l’eau sous réserve des crédits disponibles",
    )


def test_the_two_dates_of_provence_are_an_open_question() -> None:
    (question,) = EDITION_2025.questions
    assert question.about == ("/rounds/13", "/rounds/14")
    assert len(question.readings) == 2


def test_the_strand_of_2021_is_read_as_it_comes_until_the_end_of_september() -> None:
    call = DATASET.get(tp.Call, "pat-naq-2021-volet-b")
    assert call.opens == tp.Instant(tp.PartialDate("2021-02-01"))
    assert call.closes == tp.Deadline(
        day=tp.PartialDate("2021-09-30", wording="jusqu’au 30 septembre 2021"),
        kind=tp.DeadlineKind.ROLLING,
        wording="au fil de l’eau jusqu’au 30 septembre 2021",
    )
    (rolling,) = call.rounds or []
    assert rolling.deadline == tp.Deadline(
        day=tp.PartialDate("2021-09-30"), kind=tp.DeadlineKind.ROLLING
    )
