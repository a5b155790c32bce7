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
    assert tp.check(tp.example(name), on="2026-11-24").render() == "Nothing wrong."


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
    part = value_at(entity, leaf)
    if isinstance(part, tp.Participation):
        return part.quote is not None
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
            assert value_at(entity, each.about) is not None or each.about == "/since"


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
    alternatives = {e.value.json for e in call.statements if e.about == "/kind" and e.value}
    assert alternatives == {"projects", "challenges"}
    assert story.get(tp.Organisation, "siilab").legal_person.is_undetermined


def test_the_story_holds_the_call_of_the_qualification_cycle() -> None:
    call = tp.example(STORY).get(tp.Call, "cerdd-ami-2020")
    assert call.kind is tp.CallKind.EXPRESSIONS_OF_INTEREST
    assert call.announced == tp.PartialDate("2020-12-10")
    assert call.closes == tp.Deadline(day=tp.PartialDate("2021-03-12"))
    assert call.programmes == (tp.Ref("territoires-participatifs"),)


def test_the_chain_is_walked_forward() -> None:
    story = tp.example(STORY)
    assert [each.id for each in story.of(tp.Call, "pia")] == ["ditp-2020"]
    assert [each.id for each in story.of(tp.Call, "territoires-participatifs")] == [
        "cerdd-ami-2020"
    ]
    assert [each.id for each in story.of(tp.Programme, "cerdd")] == ["territoires-participatifs"]


def test_an_unknown_example_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="no-such"):
        tp.example("no-such")
