"""The scan finds the line and column of every value, in any text."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from territoires_participatifs.calls import Call
from territoires_participatifs.document import scan
from territoires_participatifs.document._paths import NOTHING_THERE, spot_at, value_at
from territoires_participatifs.values import Name
from territoires_participatifs.values.texts import pointer_token


def test_values_are_found_on_their_lines() -> None:
    seen = scan('{\n  "a": [\n    1,\n    {"b": "x"}\n  ],\n  "é": null\n}')
    assert seen.place("") == (1, 1)
    assert seen.place("/a") == (2, 8)
    assert seen.place("/a/0") == (3, 5)
    assert seen.place("/a/1/b") == (4, 11)
    assert seen.place("/é") == (6, 8)


def test_what_is_not_there_is_placed_at_what_is_around_it() -> None:
    assert scan('{"a": {}}').place("/a/b/c") == (1, 7)


KEYS = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
DOCUMENTS = st.recursive(
    st.none() | st.booleans() | st.integers() | KEYS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
)


def _paths(value: Any, pointer: str = "") -> dict[str, Any]:
    found = {pointer: value}
    if isinstance(value, dict):
        for key, inner in value.items():
            found |= _paths(inner, f"{pointer}/{pointer_token(key)}")
    if isinstance(value, list):
        for index, inner in enumerate(value):
            found |= _paths(inner, f"{pointer}/{index}")
    return found


@given(DOCUMENTS, st.sampled_from([None, 1, 4]), st.booleans())
def test_at_each_place_stands_the_value_itself(
    document: Any, indent: int | None, ascii_only: bool
) -> None:
    text = json.dumps(document, indent=indent, ensure_ascii=ascii_only)
    seen = scan(text)
    assert seen.troubles == []
    expected = _paths(document)
    assert seen.offsets.keys() == expected.keys()
    for pointer, value in expected.items():
        found, _ = json.JSONDecoder().raw_decode(text, seen.offsets[pointer])
        assert found == value


@given(st.text(max_size=30))
def test_the_scan_of_any_text_ends(text: str) -> None:
    assert scan(text).text == text


def test_what_closes_or_parts_nothing_is_passed_over() -> None:
    assert scan("] , 1").offsets == {"": 4}


def test_an_unterminated_text_is_scanned_once() -> None:
    assert scan('{"a": "' + '\\"' * 200_000).offsets == {"": 0, "/a": 6}


def test_an_escape_that_json_has_not_is_taken_as_it_stands() -> None:
    assert scan('{"\\x": 1}').offsets == {"": 0, '/"\\x"': 7}


def test_a_pointer_leads_to_a_field_or_to_nothing() -> None:
    assert spot_at(Call, "/names/0/text") is not None
    assert spot_at(Call, "/names/x") is None
    assert spot_at(Call, "/kind/x") is None
    assert spot_at(Call, "/nothing") is None
    call = Call(id="a", names=(Name("A"),))
    assert value_at(call, "/names/0/text") == "A"
    assert value_at(call, "/names/1") is NOTHING_THERE
    assert value_at(call, "/names/x") is NOTHING_THERE
    assert value_at(call, "/kind/x") is NOTHING_THERE
