from pathlib import Path

import territoires_participatifs as tp

DATASET = tp.read(Path(__file__).parents[2] / "documents" / "v1.0" / "15-quartiers-fertiles.json")


CALL = DATASET.get(tp.Call, "quartiers-fertiles")
ROUNDS = list(CALL.rounds or ())


def amount(euros: int) -> tp.Amount:
    return tp.Amount(tp.Money(euros))


def decision(name: str) -> tp.Decision:
    return DATASET.get(tp.Decision, name)


def said(about: str) -> list[str]:
    values = [each.value for each in CALL.statements if each.about == about]
    return [each.text for each in values if each is not None]


def test_62_answers_came_from_45_communes() -> None:
    first = decision("wave-1-results")
    assert first.received == tp.Count(62, wording="62 réponses")
    assert first.origins == tp.Count(45, wording="45 communes différentes")
    assert first.figures is None


def test_27_then_48_then_25_laureates_make_a_hundred() -> None:
    waves = ("wave-1-results", "wave-2-results", "wave-3-results", "all-waves")
    counts = [decision(each).selected for each in waves]
    assert [each.value for each in counts if each is not None] == [27, 48, 25, 100]


def test_a_hundred_farms_cover_140_quarters() -> None:
    places = decision("all-waves").places
    assert places is not None
    assert places.value == 140


def test_four_launches_are_told_and_none_is_preferred() -> None:
    assert CALL.announced is None
    assert "/announced" in CALL.disputed
    assert said("/announced") == [
        '{"edtf":"2020-01-24","wording":"le vendredi 24 janvier 2020"}',
        '{"edtf":"2020-02-05","wording":"le 5 février 2020"}',
        '{"edtf":"2020-02","part":"early","wording":"début février 2020"}',
        '{"edtf":"2020","part":"early","wording":"début 2020"}',
    ]


def test_the_second_wave_closed_on_a_sunday_or_on_the_monday() -> None:
    assert ROUNDS[1].deadline is None
    assert "/rounds/1/deadline" in CALL.disputed
    sunday, again, monday = said("/rounds/1/deadline")
    assert "2020-11-15" in sunday
    assert "2020-11-15" in again
    assert "2020-11-16" in monday


def test_results_slipped_from_october_to_december_2020() -> None:
    first = decision("wave-1-results")
    assert first.expected == tp.PartialDate("2020-10", wording="en octobre prochain")
    assert first.announced == tp.PartialDate("2020-12-07")


def test_the_third_wave_runs_from_16_april_to_16_july_2021() -> None:
    last = ROUNDS[2]
    assert last.opens == tp.Instant(tp.PartialDate("2021-04-16"))
    assert last.deadline == tp.Deadline(day=tp.PartialDate("2021-07-16"))
    assert last.results == tp.PartialDate("2021-11-30")


def test_one_thing_is_a_tranche_and_a_call() -> None:
    assert ROUNDS[2].wording == "la troisième tranche"
    assert said("/rounds/2/wording") == ['"troisième appel à projets"']


def test_the_envelope_was_21_million_euros_before_13_of_a_recovery_plan() -> None:
    envelope = (CALL.envelopes or [])[0]
    assert envelope.amount == amount(34000000)
    assert [(str(each.programme), each.amount) for each in envelope.contributions or ()] == [
        ("france-relance", amount(13000000)),
        ("None", amount(21000000)),
    ]
    change = CALL.history[0]
    assert change.kind is tp.EventKind.ENVELOPE_CHANGED
    assert str(change.was) == '"21000000.00 EUR"'


def test_the_second_wave_grants_more_than_15_million_euros() -> None:
    second = decision("wave-2-results")
    assert second.received == tp.Count(61)
    assert second.granted == tp.Amount(tp.Money(15000000), tp.Exactness.MORE_THAN)


def test_one_laureate_holds_two_projects() -> None:
    laureate = DATASET.get(tp.Laureate, "laureate-dunkerque")
    assert [each.text for each in laureate.names] == [
        "La Plaine du Bunker",
        "Des papillons dans votre jardin",
    ]
    fourmies = DATASET.get(tp.Application, "fourmies-farms")
    assert (fourmies.projects or [])[0].number == tp.Count(2, wording="Deux fermes urbaines")


def test_an_operator_may_answer_with_an_authority() -> None:
    demand = (CALL.requirements or [])[0].demand
    assert isinstance(demand, tp.AnyOf)
    assert [each.tag for each in demand.demands] == ["all-of", "text"]
