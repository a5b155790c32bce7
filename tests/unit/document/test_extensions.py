"""What a document holds and we don't know is kept on the nearest entity, and comes back."""

import json

import pytest

import territoires_participatifs as tp

DOCUMENT = {
    "schema_version": "1.0",
    "calls": [
        {
            "id": "a",
            "names": [{"text": "Appel", "shown": True}, "Autre"],
            "closes": {"day": "2021-03-12", "grace": {"days": 3}},
            "rounds": [{"id": "r", "deadline": {"day": "2021-03-12", "soft": None}}],
            "quota/by~side": [1, {"x": []}],
        }
    ],
    "wave": {"of": "2021"},
}


def test_unknown_parts_are_kept_with_their_pointers() -> None:
    dataset = tp.structure(DOCUMENT)
    assert dataset.extensions == (tp.Extension(at="/wave", content=tp.Raw('{"of":"2021"}')),)
    assert {each.at: each.content.json for each in dataset.calls[0].extensions} == {
        "/names/0/shown": True,
        "/closes/grace": {"days": 3},
        "/rounds/0/deadline/soft": None,
        "/quota~1by~0side": [1, {"x": []}],
    }


def test_unknown_parts_come_back_in_their_places() -> None:
    assert json.loads(tp.write(tp.structure(DOCUMENT))) == DOCUMENT


def test_the_order_in_which_unknown_parts_came_makes_no_difference() -> None:
    one = tp.read(b'{"x": 1, "y": {"b": 1, "a": 2}}')
    other = tp.read(b'{"y": {"a": 2, "b": 1}, "x": 1}')
    assert one == other
    assert tp.write(one) == tp.write(other)


def test_a_part_named_like_a_hidden_field_is_unknown_too() -> None:
    dataset = tp.structure({"extensions": [1], "calls": [{"id": "a", "extensions": "x"}]})
    assert dataset.calls[0].extensions == (tp.Extension(at="/extensions", content=tp.Raw('"x"')),)
    assert json.loads(tp.write(dataset))["extensions"] == [1]


@pytest.mark.parametrize(
    "at",
    [
        "/rounds/0/soft",
        "/names/1/shown",
        "/names/x/shown",
        "/names/0",
        "/kind",
        "/wave/of",
        "/names/0/text",
    ],
)
def test_a_part_that_lost_its_place_is_not_dropped_in_silence(at: str) -> None:
    orphan = tp.Extension(at=at, content=tp.Raw("1"))
    call = tp.Call(id="a", names=(tp.Name("A"),), kind=tp.CallKind.PROJECTS, extensions=(orphan,))
    with pytest.raises(tp.InvalidValue, match="VAL012"):
        tp.write(call)


def test_a_name_that_looks_misspelt_is_told_and_kept() -> None:
    dataset, report = tp.try_read(b'{"call": [], "calls": [{"id": "a", "name": ["A"], "x": 1}]}')
    assert dataset is not None
    assert [(each.code, each.pointer, each.severity) for each in report] == [
        ("DOC016", "/call", tp.Severity.WARNING),
        ("DOC016", "/calls/0/name", tp.Severity.WARNING),
    ]
    assert "Write 'names'" in report.findings[1].remedy("en")
    assert dataset.calls[0].extensions[0].at == "/name"


def test_a_slip_beside_an_error_sets_nothing_aside() -> None:
    report = tp.check(b'{"calls": [{"id": "a", "name": [], "follows": "b"}, {"id": "?"}]}')
    assert [(each.code, each.pointer) for each in report] == [
        ("DOC016", "/calls/0/name"),
        ("DAT001", "/calls/0/follows"),
        ("VAL003", "/calls/1/id"),
    ]


def test_an_entity_that_was_left_out_does_not_shift_the_others() -> None:
    content = json.dumps(
        {"calls": [{"id": "?"}, {"id": "b", "x": 1, "follows": "nowhere"}], "programmes": 3}
    ).encode()
    report = tp.check(content)
    assert {(each.code, each.pointer) for each in report} == {
        ("DOC104", "/programmes"),
        ("VAL003", "/calls/0/id"),
        ("DAT001", "/calls/1/follows"),
    }


def test_a_root_field_that_is_wrong_inside_is_set_aside_whole() -> None:
    report = tp.check(b'{"title": {"fr": 3}, "calls": [{"id": "a", "follows": "b"}]}')
    assert {(each.code, each.pointer) for each in report} == {
        ("DOC103", "/title/fr"),
        ("DAT001", "/calls/0/follows"),
    }


def test_rules_still_run_when_the_root_holds_something_wrong() -> None:
    report = tp.check(b'{"title": 3, "main": "x", "calls": [{"id": "a"}, "b"]}')
    assert {(each.code, each.pointer) for each in report} == {
        ("DOC103", "/title"),
        ("DAT001", "/main"),
        ("DOC102", "/calls/1"),
    }
