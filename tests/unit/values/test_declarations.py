"""Field declarations: what is read from annotations, and what they refuse."""

from typing import Annotated, Final

import pytest
from attrs import NOTHING, field, frozen

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values import (
    NOT_APPLICABLE,
    Count,
    Name,
    NotApplicable,
    PartialDate,
    Ref,
    Siren,
    Ternary,
)
from territoires_participatifs.values.declarations import (
    ALWAYS,
    HIDDEN,
    PROVENANCE,
    Declaration,
    bare,
    checked,
    declarations,
    is_declared,
    replaced,
)
from territoires_participatifs.values.texts import EntityId, Form, form_of

SHORT: Final = Form("VAL999", "[a-z]{1,3}")


def _is_even(_: object, __: object, value: int) -> None:
    if value % 2:
        raise InvalidValue("VAL402", {"value": value})


@frozen(kw_only=True, field_transformer=checked)
class Thing:
    """A class with a field of every sort, in no particular order."""

    said: str | None = field(default=None, metadata={PROVENANCE: True})
    number: int = field(default=0, validator=_is_even)
    flag: bool | None = None
    answer: Ternary = Ternary.UNDETERMINED
    siren: Siren | NotApplicable | None = None
    names: tuple[Name, ...] = ()
    notes: tuple[str, ...] | None = None
    either: Name | Count | None = None
    mixed: tuple[Name | Count, ...] = ()
    owner: "Ref[Thing] | None" = None
    others: tuple[Ref["Thing"], ...] = ()
    short: Annotated[str, SHORT] = field(default="a", metadata={ALWAYS: True})
    shorts: tuple[Annotated[str, "a word", SHORT], ...] = ()
    free: Annotated[str, "a word"] = "a"
    secret: str | None = field(default=None, metadata={HIDDEN: True})
    id: EntityId


def declared(name: str) -> Declaration:
    return declarations(Thing)[name]


def test_the_id_comes_first_and_provenance_last() -> None:
    names = list(declarations(Thing))
    assert (names[0], names[-1]) == ("id", "said")
    assert names[1:-1] == [
        "number",
        "flag",
        "answer",
        "siren",
        "names",
        "notes",
        "either",
        "mixed",
        "owner",
        "others",
        "short",
        "shorts",
        "free",
        "secret",
    ]


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("id", (str,)),
        ("number", (int,)),
        ("flag", (bool,)),
        ("answer", (Ternary,)),
        ("siren", (Siren,)),
        ("names", (Name,)),
        ("notes", (str,)),
        ("either", (Name, Count)),
        ("mixed", (Name, Count)),
        ("owner", (Ref,)),
        ("others", (Ref,)),
        ("short", (str,)),
        ("shorts", (str,)),
    ],
)
def test_a_field_holds_values_of_its_kinds(name: str, kinds: tuple[type, ...]) -> None:
    assert declared(name).kinds == kinds


def names_of(trait: str) -> set[str]:
    return {name for name, each in declarations(Thing).items() if getattr(each, trait)}


def test_a_field_may_be_many_unknown_or_without_meaning() -> None:
    assert names_of("many") == {"names", "notes", "mixed", "others", "shorts"}
    assert names_of("optional") == {"said", "flag", "siren", "notes", "either", "owner", "secret"}
    assert names_of("may_not_apply") == {"siren"}


def test_metadata_say_how_documents_hold_a_field() -> None:
    assert names_of("hidden") == {"secret"}
    assert names_of("always") == {"short"}
    assert names_of("provenance") == {"said"}


def test_a_field_without_default_is_required() -> None:
    assert names_of("required") == {"id"}
    assert declared("id").default is NOTHING
    assert declared("short").default == "a"
    assert declared("number").default == 0


def test_a_reference_names_a_class_and_a_text_has_its_form() -> None:
    targets = {name: each.target for name, each in declarations(Thing).items() if each.target}
    assert targets == {"owner": Thing, "others": Thing}
    forms = {name: each.form for name, each in declarations(Thing).items() if each.form}
    assert forms == {"id": form_of(EntityId), "short": SHORT, "shorts": SHORT}


def test_the_annotation_is_kept_as_it_was_written() -> None:
    assert declared("notes").annotation == tuple[str, ...] | None


def test_what_a_field_holds_is_given_once_or_many_times() -> None:
    name = Name("a")
    assert declared("either").values(name) == (name,)
    assert declared("either").values(None) == ()
    assert declared("siren").values(NOT_APPLICABLE) == ()
    assert declared("names").values((name, name)) == (name, name)
    assert declared("names").values(()) == ()
    assert declared("notes").values(None) == ()


@pytest.mark.parametrize(
    "fields",
    [
        {"number": 2},
        {"flag": False},
        {"siren": NOT_APPLICABLE},
        {"siren": Siren("732829320")},
        {"notes": ("a", "b")},
        {"notes": ()},
        {"either": Count(1)},
        {"mixed": (Name("a"), Count(1))},
        {"owner": Ref("a")},
        {"short": "abc"},
        {"shorts": ("a", "abc")},
        {"free": "abcd"},
    ],
)
def test_a_field_takes_what_it_declares(fields: dict[str, object]) -> None:
    thing = replaced(Thing(id="a"), **fields)
    assert {name: getattr(thing, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"number": "2"}, "Thing.number takes int, not str"),
        ({"number": True}, "Thing.number takes int, not bool"),
        ({"number": None}, "Thing.number takes int, not NoneType"),
        ({"flag": 0}, "Thing.flag takes bool, not int"),
        ({"answer": True}, "Thing.answer takes Ternary, not bool"),
        ({"siren": "732829320"}, "Thing.siren takes Siren, not str"),
        ({"either": NOT_APPLICABLE}, "Thing.either takes Name or Count, not NotApplicable"),
        ({"names": None}, "Thing.names takes a tuple of Name, not NoneType"),
        ({"names": [Name("a")]}, "Thing.names takes a tuple of Name, not list"),
        ({"names": Name("a")}, "Thing.names takes a tuple of Name, not Name"),
        ({"names": (Name("a"), "b")}, "Thing.names takes a tuple of Name, not str"),
        ({"names": (None,)}, "Thing.names takes a tuple of Name, not NoneType"),
        ({"mixed": ("a",)}, "Thing.mixed takes a tuple of Name or Count, not str"),
        ({"owner": "a"}, "Thing.owner takes Ref, not str"),
        ({"notes": "abc"}, "Thing.notes takes a tuple of str, not str"),
    ],
)
def test_another_kind_is_our_callers_mistake(fields: dict[str, object], told: str) -> None:
    with pytest.raises(TypeError) as refused:
        replaced(Thing(id="a"), **fields)
    assert str(refused.value) == told


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"id": "A"}, "VAL003"),
        ({"short": "abcd"}, "VAL999"),
        ({"shorts": ("a", "abcd")}, "VAL999"),
        ({"free": " "}, "VAL001"),
        ({"notes": ("a", "")}, "VAL001"),
        ({"notes": ("\udfff",)}, "VAL002"),
        ({"number": 2**53}, "VAL403"),
        ({"number": -(2**53)}, "VAL403"),
        ({"number": 3}, "VAL402"),
    ],
)
def test_a_text_or_number_of_another_form_is_refused(fields: dict[str, object], code: str) -> None:
    with pytest.raises(InvalidValue, match=code):
        replaced(Thing(id="a"), **fields)


def test_the_kind_is_checked_before_what_else_the_field_asks() -> None:
    with pytest.raises(TypeError, match="takes int, not str"):
        Thing(id="a", number="3")  # type: ignore[arg-type]  # our caller's mistake


def test_the_greatest_numbers_are_held() -> None:
    assert declared("number").kinds == (int,)
    declared("number").check(Thing, 2**53 - 1)
    declared("number").check(Thing, -(2**53) + 1)


def test_declarations_are_read_once() -> None:
    assert declarations(Thing) is declarations(Thing)


def test_a_class_is_declared_when_it_is_made_of_fields() -> None:
    assert [is_declared(each) for each in (Thing, Name, Count)] == [True, True, True]
    assert [is_declared(each) for each in (Siren, Ref, str, Ternary)] == [False] * 4
    assert not is_declared("Thing")
    assert not is_declared(Name("a"))


def test_an_object_is_replaced_by_another_of_its_class() -> None:
    thing = Thing(id="a", number=2)
    assert replaced(thing, number=4) == Thing(id="a", number=4)
    assert thing.number == 2


def test_a_value_is_bared_of_the_words_of_its_source_on_every_level() -> None:
    worded = PartialDate("2021", wording="en 2021")
    plain = PartialDate("2021")
    assert bare(worded) == plain
    assert bare(plain) == plain
    assert bare((worded, "a")) == (plain, "a")
    assert bare(Name("a", since=worded)) == Name("a", since=plain)
    assert bare(Count(1, wording="un")) == Count(1)
    assert bare(Thing(id="a", names=(Name("a", until=worded),))) == Thing(
        id="a", names=(Name("a", until=plain),)
    )
    assert [bare(each) for each in ("en 2021", None, Siren("732829320"))] == [
        "en 2021",
        None,
        Siren("732829320"),
    ]
