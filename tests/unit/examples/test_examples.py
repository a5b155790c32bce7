"""The examples that are shipped are canonical, sound, and every leaf has a source."""

from collections.abc import Iterator

import pytest

import territoires_participatifs as tp
from territoires_participatifs.document import value_at
from territoires_participatifs.examples import example_bytes
from territoires_participatifs.values.declarations import declarations

NAMES = tp.example_names()
STORY = "participation-citoyenne-2020"


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_written_as_the_library_writes(name: str) -> None:
    content = example_bytes(name)
    assert tp.write(tp.read(content)) == content


@pytest.mark.parametrize("name", NAMES)
def test_no_rule_has_a_word_to_say_of_an_example(name: str) -> None:
    report = tp.check(tp.example(name), on="2026-11-24")
    assert report.standing.render() == "Nothing wrong."
    assert report.waived.codes <= {"PER001"}  # pseudonyms of persons that were invented


@pytest.mark.parametrize("name", NAMES)
def test_an_example_holds_nothing_unknown_to_the_library(name: str) -> None:
    dataset = tp.example(name)
    assert not dataset.extensions
    assert not any(each.extensions for each in dataset)


def _leaves(entity: tp.Entity) -> Iterator[str]:
    """Return the pointer of each thing that an entity holds, list by list."""
    for name, each in declarations(type(entity)).items():
        held = getattr(entity, name)
        if not each.provenance and name != "id" and held != each.default:
            yield from [f"/{name}/{i}" for i in range(len(held))] if each.many else [f"/{name}"]


def _is_sourced(entity: tp.Entity, leaf: str) -> bool:
    if entity.source is not None or isinstance(entity, tp.Source):
        return True  # all of it comes from that source; a source speaks for itself
    if getattr(value_at(entity, leaf), "quote", None) is not None:
        return True  # the part says itself where it comes from
    return any(each.about == leaf for each in entity.statements)


@pytest.mark.parametrize("name", NAMES)
def test_every_leaf_of_an_example_has_a_source(name: str) -> None:
    dataset = tp.example(name)
    assert dataset.source is not None
    bare = [
        (each.id, leaf) for each in dataset for leaf in _leaves(each) if not _is_sourced(each, leaf)
    ]
    assert bare == []


@pytest.mark.parametrize("name", NAMES)
def test_every_statement_of_an_example_quotes_or_explains(name: str) -> None:
    for entity in tp.example(name):
        for each in entity.statements:
            assert each.quote is not None or each.note is not None, (entity.id, each.about)
            unknown = each.about in {*entity.disputed, "/since"}
            assert value_at(entity, each.about) is not None or unknown, (entity.id, each.about)


@pytest.mark.parametrize("name", NAMES)
def test_quotations_are_at_most_a_line(name: str) -> None:
    for entity in tp.example(name):
        for each in entity.statements:
            if each.quote is not None and each.quote.text is not None:
                assert len(each.quote.text) <= 120


@pytest.mark.parametrize("name", NAMES)
def test_people_read_the_questions_in_both_languages(name: str) -> None:
    for entity in tp.example(name):
        for question in entity.questions:
            assert question.text.en is not None


def test_the_story_keeps_what_its_page_says_and_does_not_say() -> None:
    story = tp.example(STORY)
    call = story.get(tp.Call, "ditp-2020")
    assert call.announced == tp.PartialDate("XXXX-02", tp.PartOfPeriod.EARLY, "début février")
    assert call.kind is tp.CallKind.PROJECTS
    assert call.closes is None
    assert call.rounds is None
    assert {each.text for each in call.names} >= {
        "Participation citoyenne",
        "Participation citoyenne sur les territoires",
    }
    said = [e.value for e in call.statements if e.about == "/kind" and e.value is not None]
    assert {each.text for each in said} == {'"projects"', '"challenges"'}
    assert story.get(tp.Organisation, "siilab").legal_person.is_undetermined


def test_the_story_holds_the_call_of_the_qualification_cycle() -> None:
    call = tp.example(STORY).get(tp.Call, "cerdd-ami-2020")
    assert call.kind is tp.CallKind.EXPRESSIONS_OF_INTEREST
    assert call.announced == tp.PartialDate("2020-12-10")
    assert call.closes == tp.Deadline(day=tp.PartialDate("2021-03-12"))
    assert call.programmes == (tp.Ref("territoires-participatifs"),)


def _ids(entities: tuple[tp.Entity, ...]) -> list[str]:
    return [each.id for each in entities]


def test_the_chain_is_walked_forward_from_the_national_call_to_the_seats() -> None:
    story = tp.example(STORY)
    assert "ditp-2020" in _ids(story.of(tp.Call, "pia"))
    laureates = story.of(tp.Laureate, "ditp-2020")
    assert len(laureates) == 6
    assert "citoyens-en-communs" in _ids(laureates)
    assert "cycle-annonce" in _ids(story.of(tp.FundedAction, "citoyens-en-communs"))
    assert _ids(story.of(tp.Call, "cycle-annonce")) == ["cerdd-ami-2020"]
    assert _ids(story.of(tp.QualificationCycle, "cerdd-ami-2020")) == [
        "cycle-territoires-participatifs"
    ]
    (cohort,) = story.of(tp.Cohort, "cycle-territoires-participatifs")
    assert len(cohort.seats or ()) == 13
    assert story.of(tp.Cohort, "vimy") == (cohort,)


def test_one_laureate_opens_a_call_of_its_own() -> None:
    story = tp.example(STORY)
    assert _ids(story.of(tp.FundedAction, "laureat-particip-action")) == ["particip-action"]
    assert _ids(story.of(tp.Call, "particip-action")) == ["particip-action-ami"]


def test_a_laureate_project_becomes_an_actor() -> None:
    story = tp.example(STORY)
    assert "siilab" in _ids(story.of(tp.Organisation, "siilab-2016"))
    assert "reponse-collective" in _ids(story.of(tp.Application, "siilab"))


def test_two_counts_of_one_cohort_stand_side_by_side() -> None:
    cohort = tp.example("cerdd-ami-2020").get(tp.Cohort, "cohorte-2021")
    assert (cohort.selected, cohort.attended) == (
        tp.Count(13, wording="13 collectivités retenues"),
        tp.Count(12, wording="douze collectivités"),
    )
    assert {"/selected", "/attended"} <= {about for q in cohort.questions for about in q.about}


def test_the_thirteen_selected_bodies_have_their_real_numbers() -> None:
    dataset = tp.example("cerdd-ami-2020")
    (cohort,) = dataset.cohorts
    held = [dataset.get(tp.Organisation, str(s.organisation)) for s in cohort.seats or ()]
    codes = {each.id: t.code for each in held for t in each.territories or ()}
    assert codes == {
        "annoeullin": "59011",
        "baisieux": "59044",
        "ca-saint-quentinois": "200071892",
        "cc-pays-de-lumbres": "246201016",
        "cu-dunkerque": "245900428",
        "lambres-lez-douai": "59329",
        "loos-en-gohelle": "62528",
        "margny-les-compiegne": "60382",
        "ronchin": "59507",
        "sailly-lez-lannoy": "59522",
        "templeuve-en-pevele": "59586",
        "vimy": "62861",
    }
    assert [str(each.siren) for each in held if each.kind is tp.OrganisationKind.COMMUNE] == [
        "215900119",
        "215900440",
        "215903295",
        "216205286",
        "216003798",
        "215905076",
        "215905225",
        "215905860",
        "216208611",
    ]
    assert [each.id for each in held if each.siren is None] == ["pnr-scarpe-escaut"]


def test_the_park_outside_the_addressed_kinds_is_a_recorded_waiver() -> None:
    dataset = tp.example("cerdd-ami-2020")
    (call,), (cohort,) = dataset.calls, dataset.cohorts
    waived = {seat.id: w for seat in cohort.seats or () for w in seat.waivers}
    assert list(waived) == ["pnr-scarpe-escaut"]
    waiver = waived["pnr-scarpe-escaut"]
    assert waiver.requirement in {each.id for each in call.requirements or ()}
    assert waiver.reason is not None
    assert waiver.authority == tp.Ref("cerdd")


def test_the_cycle_keeps_its_year_and_its_six_days() -> None:
    (cycle,) = tp.example("cerdd-ami-2020").cycles
    assert cycle.duration == tp.Span("P1Y", wording="un an")
    assert cycle.days == tp.Count(6, wording="six journées")
    assert cycle.spacing == tp.Span("P6W", wording="toutes les six semaines")
    assert cycle.since == tp.PartialDate("2021-07-08")
    assert cycle.prices is None
    assert [rule.capacity for rule in cycle.team or ()] == [
        tp.Capacity.ELECTED_MEMBER,
        tp.Capacity.OFFICER,
    ]


def test_an_unknown_example_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="no-such"):
        tp.example("no-such")
