from pathlib import Path

import territoires_participatifs as tp

DATASET = tp.read(
    Path(__file__).parents[2] / "documents" / "v1.0" / "08-fabriques-de-territoire.json"
)


CALL = DATASET.get(tp.Call, "fabriques-2019")
LATER = DATASET.get(tp.Call, "fabriques-2023")
ROUNDS = {each.id: each for each in CALL.rounds or ()}


def amount(euros: int) -> tp.Amount:
    return tp.Amount(tp.Money(euros))


def figures(decision: str) -> list[tp.Count | None]:
    return [each.number for each in DATASET.get(tp.Decision, decision).figures or ()]


def test_the_programme_began_on_17_june_or_in_july_2019() -> None:
    programme = DATASET.get(tp.Programme, "nouveaux-lieux-nouveaux-liens")
    said = [
        each.value.json["edtf"]
        for each in programme.statements
        if each.value is not None and isinstance(each.value.json, dict)
    ]
    assert (programme.since, said) == (None, ["2019-06-17", "2019-07", "2019-07"])


def test_a_deadline_falls_one_minute_past_midnight() -> None:
    assert ROUNDS["numeriques"].deadline == tp.Deadline(
        day=tp.PartialDate("2019-10-16"), hour="00:01", zone="Europe/Paris", wording="0h01"
    )


def test_a_permanent_call_is_appraised_each_quarter_and_closes_in_2021() -> None:
    assert CALL.closes == tp.Deadline(
        day=tp.PartialDate("2021-09-30"), wording="ouvert jusqu'au 30 septembre 2021"
    )
    each_quarter = ROUNDS["each-quarter"].deadline
    assert each_quarter is not None
    assert each_quarter.kind is tp.DeadlineKind.RECURRING
    assert each_quarter.wording == "toutes les fins de trimestre"


def test_a_wave_takes_thirty_at_most_of_three_hundred() -> None:
    assert ROUNDS["each-quarter"].quota == tp.Count(
        30, tp.Exactness.AT_MOST, wording="un maximum de 30 lauréats"
    )
    assert CALL.quota == tp.Count(300, wording="300 fabriques")


def test_the_third_wave_closed_on_30_june_2020_with_260_projects() -> None:
    assert ROUNDS["wave-3"].deadline == tp.Deadline(
        day=tp.PartialDate("2020-06-30", wording="le 30 juin dernier")
    )
    decision = DATASET.get(tp.Decision, "wave-3-2020")
    assert (decision.received, decision.selected) == (
        tp.Count(260, wording="260 projets en lice"),
        None,
    )


def test_eighty_were_first_selected_of_two_kinds() -> None:
    assert DATASET.get(tp.Decision, "results-2020-02").selected == tp.Count(
        80, wording="80 lauréats"
    )
    assert figures("results-2020-02") == [tp.Count(48), tp.Count(32)]


def test_twenty_nine_joined_in_march_2021_and_82_places_remained() -> None:
    decision = DATASET.get(tp.Decision, "results-2021-03")
    assert decision.announced == tp.PartialDate("2021-03-30")
    assert decision.selected == tp.Count(29, wording="29 nouveaux lauréats")
    assert figures("results-2021-03") == [tp.Count(189), tp.Count(218), tp.Count(82)]


def test_the_aid_has_a_floor_a_cap_a_yearly_cap_and_a_bonus() -> None:
    aid = (CALL.aid or [])[0]
    assert (aid.floor, aid.cap, aid.yearly_cap) == (amount(75000), amount(150000), amount(50000))
    assert aid.duration == tp.Span("P3Y")
    assert [each.amount for each in aid.bonuses or ()] == [amount(100000)]
    assert [each.amount for each in CALL.envelopes or ()] == [amount(45000000)]


def test_half_is_meant_for_priority_neighbourhoods() -> None:
    quotas = {each.id: each.quota for each in CALL.tracks or () if each.quota}
    assert quotas == {"qpv": tp.Count(150), "outside-big-centres": tp.Count(150)}


def test_a_later_edition_is_nominated_in_144_territories() -> None:
    demand = (LATER.requirements or [])[0].demand
    assert isinstance(demand, tp.AllOf)
    assert demand.demands[0] == tp.TerritoryDemand(
        what=tp.Located.PROJECT, number=tp.Count(144, wording="144 territoires")
    )
    assert (LATER.stages or [])[0].kind is tp.StageKind.NOMINATION
    assert LATER.quota == tp.Count(80, wording="80 projets seront retenus")
    assert (LATER.aid or [])[0].flat == amount(50000)
    assert LATER.follows == tp.Ref("fabriques-2019")


def test_one_scheme_is_called_an_expression_of_interest_and_a_call_for_projects() -> None:
    said = [str(each.value) for each in CALL.statements if each.about == "/kind"]
    assert said == ['"expressions-of-interest"', '"projects"']


def test_sub_prefectures_name_projects_to_a_regional_jury() -> None:
    acting = [
        (each.id, str(part.organisation), part.role)
        for each in LATER.stages or ()
        for part in each.participations or ()
    ]
    assert acting == [
        ("nomination", "sous-prefectures", tp.Role.NOMINATOR),
        ("selection", "jury-regional", tp.Role.JURY),
    ]


def test_the_flat_sum_of_2023_is_for_that_year() -> None:
    grant, label = LATER.aid or []
    assert (grant.period, grant.conditions) == (tp.PartialDate("2023"), None)
    assert label.aid is tp.AidKind.LABEL


def test_a_year_of_the_first_edition_pays_fifty_thousand_euros_at_most() -> None:
    (payment,) = (CALL.aid or [])[0].payments or []
    assert payment.kind is tp.InstalmentKind.YEARLY
    assert payment.amount == tp.Amount(tp.Money(50000), tp.Exactness.AT_MOST)
    assert payment.units == tp.Count(3)


def test_a_refused_project_may_come_back_once_reworked() -> None:
    assert CALL.resubmission is not None
    assert CALL.resubmission.fr == (
        "Un projet refusé peut revenir à une vague suivante, "
        "retravaillé d'après les raisons du refus."
    )
    (said,) = (each for each in CALL.statements if each.about == "/resubmission")
    assert said.quote == tp.Quote(
        source=tp.Ref("anct-260"),
        text="après avoir retravaillé leur dossier en tenant compte des argumentaires de refus",
    )
