"""The examples of qualification cycles: each holds what its sources say, and no more."""

import json
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import evolve

import territoires_participatifs as tp
from territoires_participatifs.checks import walk
from territoires_participatifs.document import NOTHING_THERE, value_at

ROWS: Final[dict[str, dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("cycles.toml").read_text(encoding="utf-8")
)
EXAMPLES: Final = tuple((row, name) for row, told in ROWS.items() for name in told["examples"])
STORY: Final = tp.example("participation-citoyenne-2020")


def _at(dataset: tp.Dataset, place: str) -> object:
    """Return what a dataset holds at a place, as ``cycle#/days``."""
    entity, _, pointer = place.partition("#")
    return value_at(dataset[entity], pointer)


def _written(value: object) -> Any:
    """Return a value as a document holds it; what is there is not nothing."""
    assert value is not NOTHING_THERE
    return json.loads(json.dumps(tp.unstructure(value)))


def _otherwise(dataset: tp.Dataset, row: str) -> set[str]:
    """Return the places where a dataset does not hold what the row tells."""
    holds = ROWS[row]["holds"]
    return {place for place, told in holds.items() if _written(_at(dataset, place)) != told}


def test_every_real_cycle_has_an_example_and_every_example_is_one() -> None:
    assert list(ROWS) == [f"Q{number}" for number in range(1, 16)]
    shipped = {each for each in tp.example_names() if each.startswith("cycles/")}
    assert {name for _, name in EXAMPLES if "/" in name} == shipped
    assert len(shipped) == 14


@pytest.mark.parametrize(("row", "name"), EXAMPLES)
def test_an_example_holds_what_its_row_tells(row: str, name: str) -> None:
    assert ROWS[row]["holds"]
    assert _otherwise(tp.example(name), row) == set()


@pytest.mark.parametrize(("row", "name"), EXAMPLES)
def test_what_no_source_tells_stays_unknown(row: str, name: str) -> None:
    dataset = tp.example(name)
    assert ROWS[row]["unknown"]
    assert [each for each in ROWS[row]["unknown"] if _at(dataset, each) is not None] == []


@pytest.mark.parametrize(("row", "name"), EXAMPLES)
def test_nothing_is_wrong_with_an_example_of_a_cycle(row: str, name: str) -> None:
    assert tp.example(name).cycles, row
    assert tp.check(tp.example(name), on="2026-11-24").render() == "Nothing wrong."


def test_a_changed_number_is_seen() -> None:
    dataset = tp.example("cycles/europe-urbain-2013")
    (cycle,) = dataset.cycles
    changed = dataset.put(evolve(cycle, days=tp.Count(4)))
    assert _otherwise(changed, "Q4") == {"session-ressources-europe#/days"}


@pytest.mark.parametrize(("row", "name"), EXAMPLES)
def test_no_person_is_in_an_example_of_a_cycle(row: str, name: str) -> None:
    found = [each.pointer for each in walk(tp.example(name)) if isinstance(each.subject, tp.Person)]
    assert found == [], row


@pytest.mark.parametrize(("row", "name"), EXAMPLES)
def test_the_sessions_of_a_complete_list_last_the_days_of_the_cycle(row: str, name: str) -> None:
    dataset = tp.example(name)
    for cohort in dataset.cohorts:
        if cohort.sessions_complete.is_yes:
            days = dataset.get(tp.QualificationCycle, str(cohort.cycle)).days
            assert days is not None, row
            assert 2 * days.value == _half_days(cohort)


def _half_days(cohort: tp.Cohort) -> int:
    return sum(each.half_days.value for each in cohort.sessions or () if each.half_days is not None)


def test_the_lists_of_sessions_that_are_complete_are_those_whose_days_are_told() -> None:
    complete = {
        cohort.id
        for _, name in EXAMPLES
        for cohort in tp.example(name).cohorts
        if cohort.sessions_complete.is_yes
    }
    assert complete == {
        "cohorte-2021",
        "roubaix-2016",
        "maubeuge-2016",
        "valenciennes-2016",
        "dunkerque-2016",
        "groupe-2025",
    }


def _told(entity: tp.Entity, about: str) -> list[tp.Statement]:
    return [each for each in entity.statements if each.about == about]


@pytest.mark.parametrize("name", ROWS["Q1"]["examples"])
def test_the_day_of_the_first_session_of_the_cerdd_is_deduced(name: str) -> None:
    cohort = tp.example(name).get(tp.Cohort, "cohorte-2021")
    days = [each for each in cohort.sessions or () if each.kind is tp.SessionKind.TEACHING]
    assert [each.id for each in days] == [f"day-{number}" for number in range(1, 7)]
    assert [each.id for each in days if each.occurrences] == ["day-1"]
    (told,) = _told(cohort, "/sessions/0/occurrences/0")
    assert told.standing is tp.Standing.INFERRED
    assert cohort.sessions_complete.is_yes


def test_four_days_and_four_and_a_half_stand_side_by_side() -> None:
    (cycle,) = tp.example("cycles/atd-conseils-citoyens-2015").cycles
    said = {each.standing: each.value for each in _told(cycle, "/half_days")}
    assert said == {
        tp.Standing.INFERRED: tp.Raw.of(8),
        tp.Standing.ALTERNATIVE: tp.Raw.of(9),
    }
    assert ("/days", "/half_days") in {each.about for each in cycle.questions}


def test_two_words_for_one_cycle_are_a_question() -> None:
    (cycle,) = tp.example("cycles/irev-egalite-citoyennete-2016").cycles
    (question,) = cycle.questions
    assert [each.text for each in question.quotes] == [
        "formation-action",
        "cycle de qualification, d'une durée de quatre jours",
    ]
    assert question.about == ("/names/1", "/names/2")


def test_what_certifying_means_is_a_question() -> None:
    (cycle,) = tp.example("cycles/academie-des-territoires-2021").cycles
    (told,) = _told(cycle, "/certificates/0")
    assert told.standing is tp.Standing.INFERRED
    assert "/certificates/0" in {about for each in cycle.questions for about in each.about}


def test_free_is_a_price_and_unknown_is_none() -> None:
    free = {
        name
        for _, name in EXAMPLES
        for cycle in tp.example(name).cycles
        for price in cycle.prices or ()
        if price.kind is tp.PriceKind.FREE and price.amount is None
    }
    assert free == {"cycles/irev-contractualisations-2023", "cycles/paqlalune-qpv-2025"}


# The chain, from the national call to a day of a cycle


def test_the_chain_is_walked_forward_from_the_national_call_to_the_first_day() -> None:
    call = STORY.get(tp.Call, "ditp-2020")
    laureates = {each.id: each for each in STORY.of(tp.Laureate, call)}
    actions = {
        each.id: each for each in STORY.of(tp.FundedAction, laureates["citoyens-en-communs"])
    }
    (opened,) = STORY.of(tp.Call, actions["cycle-annonce"])
    assert opened.id == "cerdd-ami-2020"
    (cycle,) = STORY.of(tp.QualificationCycle, opened)
    (cohort,) = STORY.of(tp.Cohort, cycle)
    (seat,) = [each for each in cohort.seats or () if each.id == "vimy"]
    assert STORY.get(tp.Organisation, str(seat.organisation)).siren == tp.Siren("216208611")
    (day,) = [each for each in cohort.sessions or () if each.id == "day-1"]
    (occurrence,) = day.occurrences or ()
    assert occurrence.starts == tp.Instant(day=tp.PartialDate("2021-07-08"))


def test_the_chain_is_walked_back_from_the_cohort_to_the_national_call() -> None:
    cohort = STORY.get(tp.Cohort, "cohorte-2021")
    cycle = STORY.get(tp.QualificationCycle, str(cohort.cycle))
    assert cycle.recruits == cohort.call == tp.Ref("cerdd-ami-2020")
    action = STORY.get(tp.FundedAction, str(cycle.action))
    laureate = STORY.get(tp.Laureate, str(action.laureate))
    assert laureate.call == tp.Ref("ditp-2020")


def test_both_examples_of_the_cerdd_tell_one_cohort() -> None:
    alone = tp.example("cerdd-ami-2020").get(tp.Cohort, "cohorte-2021")
    assert STORY.get(tp.Cohort, "cohorte-2021") == alone
