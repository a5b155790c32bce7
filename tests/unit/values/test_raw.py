"""Raw JSON: one canonical text, nothing lost, nothing foreign."""

import json
from collections import OrderedDict
from decimal import Context, Decimal, localcontext
from enum import IntEnum, StrEnum
from typing import Final

import pytest

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values import Raw
from territoires_participatifs.values.raw import DEEPEST, FARTHEST, encode


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("null", "null"),
        (" true ", "true"),
        ("-0", "0"),
        ("1.50", "1.50"),
        ("1e5", "1E+5"),
        ("1E-2", "0.01"),
        ("-0.0", "-0.0"),
        ("0.1000000000000000000000000000000000001", "0.1000000000000000000000000000000000001"),
        ("1e400", "1E+400"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
        ('"\\u00e9\\n\\/"', '"é\\n/"'),
        ('"\\ud83c\\udf31"', '"\N{SEEDLING}"'),
        ('{"b": [1, 2], "a": {}}', '{"a":{},"b":[1,2]}'),
        ("[ ]", "[]"),
        ("[[], {}]", "[[],{}]"),
    ],
)
def test_json_is_kept_in_one_canonical_text(text: str, canonical: str) -> None:
    assert str(Raw(text)) == canonical
    assert Raw(canonical) == Raw(text)
    assert Raw.of(Raw(text).json) == Raw(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("null", None),
        ("true", True),
        ("12", 12),
        ("1.50", Decimal("1.50")),
        ('"a"', "a"),
        ('[1, "a"]', [1, "a"]),
        ('{"a": null}', {"a": None}),
    ],
)
def test_json_becomes_python(text: str, value: object) -> None:
    held = Raw(text).json
    assert held == value
    assert type(held) is type(value)


def test_no_digit_is_lost() -> None:
    assert str(Raw("1.50").json) == "1.50"
    assert str(Raw("10.00").json) != str(Raw("10.0").json)


def test_what_is_given_out_can_be_changed_without_changing_what_is_kept() -> None:
    raw = Raw("[1]")
    assert isinstance(raw.json, list)
    raw.json.append(2)
    assert raw.json == [1]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "'a'",
        "[1,]",
        "{a: 1}",
        '{"a": 1',
        "1 2",
        "01",
        "+1",
        "1.",
        ".5",
        "\uff11",
        "NaN",
        "Infinity",
        "-Infinity",
        '"a\nb"',
        '{"a": 1, "a": 1}',
        '[{"b": {"a": 1, "a": 2}}]',
        "1" * 5000,
        "1e9999999999999999999999",
        "1e-9999999999999999999999",
        f"1e{FARTHEST + 1}",
        f"1e-{FARTHEST + 1}",
        "0e99999999999999999999",
        "\ufeff1",
    ],
    ids=range(25),
)
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="VAL008") as refused:
        Raw(text)
    assert refused.value.facts == {"value": text}


@pytest.mark.parametrize("text", [f"1E+{FARTHEST}", f"1E-{FARTHEST}"])
def test_great_and_small_numbers_are_kept_as_far_as_python_goes(text: str) -> None:
    assert str(Raw(text)) == text
    assert Raw.of(Decimal(text)) == Raw(text)


@pytest.mark.parametrize("text", ['"\\ud800"', '["\\udfff"]', '{"\\udc00": 1}'])
def test_half_a_character_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="VAL002"):
        Raw(text)


def nested(levels: int) -> str:
    return "[" * levels + "]" * levels


def test_the_limits_are_these() -> None:
    assert (DEEPEST, FARTHEST) == (100, 999_999)


def test_nesting_ends_somewhere() -> None:
    assert str(Raw(nested(DEEPEST))) == nested(DEEPEST)
    for levels in (DEEPEST + 1, 500, 200_000):
        with pytest.raises(InvalidValue, match="VAL010") as refused:
            Raw(nested(levels))
        assert refused.value.facts == {"deepest": 100}
    objects = '{"a":' * (DEEPEST + 1) + "1" + "}" * (DEEPEST + 1)
    with pytest.raises(InvalidValue, match="VAL010"):
        Raw(objects)


def test_what_contains_itself_is_too_deep() -> None:
    endless: list[object] = []
    endless.append(endless)
    with pytest.raises(InvalidValue, match="VAL010"):
        Raw.of(endless)


class _Colour(StrEnum):
    RED = "red"


class _Level(IntEnum):
    HIGH = 3


class _Float(float):
    """A float that shows itself otherwise, as numpy's do."""

    def __repr__(self) -> str:
        return f"np.float64({float(self)})"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        (1, "1"),
        (0.1, "0.1"),
        (1e22, "1E+22"),
        (_Float(0.5), "0.5"),
        (Decimal("1.50"), "1.50"),
        (Decimal("1E+400"), "1E+400"),
        ("é", '"é"'),
        ((1, (2,)), "[1,[2]]"),
        (OrderedDict(b=1, a=2), '{"a":2,"b":1}'),
        (_Colour.RED, '"red"'),
        (_Level.HIGH, "3"),
        ('\x00\x1f\u2028"\\', '"\\u0000\\u001f\u2028\\"\\\\"'),
    ],
)
def test_a_value_of_json_is_kept(value: object, text: str) -> None:
    assert str(Raw.of(value)) == text


FOREIGN: Final[list[tuple[object, str]]] = [
    (b"a", "bytes"),
    ({1}, "set"),
    (1j, "complex"),
    (float("nan"), "float"),
    (float("-inf"), "float"),
    (Decimal("NaN"), "Decimal"),
    (Decimal("sNaN"), "Decimal"),
    (Decimal("Infinity"), "Decimal"),
    (Decimal(f"1E+{FARTHEST + 1}"), "Decimal"),
    (Decimal(f"1E-{FARTHEST + 1}"), "Decimal"),
    (10**5000, "int"),
    ({1: 2}, "int"),
    ({None: 2}, "NoneType"),
    ([object()], "object"),
    (Raw("1"), "Raw"),
]


@pytest.mark.parametrize(("value", "kind"), FOREIGN, ids=range(len(FOREIGN)))
def test_what_json_cannot_say_is_refused(value: object, kind: str) -> None:
    with pytest.raises(InvalidValue, match="VAL009") as refused:
        Raw.of(value)
    assert refused.value.facts == {"kind": kind}


def test_the_decimal_context_of_the_program_does_not_matter() -> None:
    with localcontext(Context(prec=2, capitals=0, traps=[])):
        assert str(Raw("1.2345e10")) == "1.2345E+10"
        assert Raw("1.2345e10").json == 12_345_000_000
        with pytest.raises(InvalidValue, match="VAL008"):
            Raw("1e9999999999999999999999")


VALUE: Final = {"b": [1, [], {}, {"é": None}], "a": {"d": True, "c": "x"}}


def test_indented_text_keeps_the_order_given() -> None:
    assert encode(VALUE, indent=2) == json.dumps(VALUE, indent=2, ensure_ascii=False)
    assert encode(VALUE, indent=4) == json.dumps(VALUE, indent=4, ensure_ascii=False)


def test_text_without_indent_is_sorted_and_without_space() -> None:
    dense = json.dumps(VALUE, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert encode(VALUE) == dense


def test_raw_values_sort_by_their_text() -> None:
    assert sorted([Raw('"b"'), Raw('"a"'), Raw("1")]) == [Raw('"a"'), Raw('"b"'), Raw("1")]


def test_a_text_is_expected() -> None:
    with pytest.raises(TypeError):
        Raw(1)  # type: ignore[arg-type]  # our caller's mistake
