"""Families of classes that share a field, told apart by a word; fields of base classes."""

from typing import ClassVar, Final

import pytest
from attrs import field, frozen

from territoires_participatifs.values import (
    Name,
    Personal,
    PersonalCategory,
    PersonalPurpose,
    Siren,
)
from territoires_participatifs.values.declarations import (
    HIDDEN,
    PERSONAL,
    PROVENANCE,
    Declaration,
    Tagged,
    checked,
    declarations,
    declared,
    is_untagged,
    tagged,
)


@frozen(kw_only=True, field_transformer=checked)
class Walk(Tagged):
    """A way to come, by its own tag."""

    tag: ClassVar[str] = "walk"

    shoes: str | None = None


@frozen(kw_only=True, field_transformer=checked)
class Ride(Tagged):
    """Another way, with a field that has the name of the first one's but not its kind."""

    tag: ClassVar[str] = "ride"

    wheels: int = 2
    shoes: Name | None = None


@frozen(kw_only=True, field_transformer=checked)
class AnyWay(Tagged):
    """Whatever has no class here."""

    tag: ClassVar[str] = ""

    words: str


@frozen(kw_only=True, field_transformer=checked)
class Trip:
    """What holds the family, once and as a tuple."""

    way: Walk | Ride | AnyWay
    others: tuple[Ride | AnyWay | Walk, ...] = ()
    name: Name | None = None


FAMILY: Final = (Walk, Ride, AnyWay)


def field_of(name: str) -> Declaration:
    return declarations(Trip)[name]


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("walk", Walk),
        ("ride", Ride),
        ("fly", AnyWay),
        ("Walk", AnyWay),
        ("", AnyWay),
        (None, AnyWay),
        (3, AnyWay),
        (["walk"], AnyWay),
    ],
)
def test_a_tag_names_a_class_or_the_one_that_takes_all_others(tag: object, kind: type) -> None:
    assert tagged(FAMILY, tag) is kind


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ({"kind": "ride", "wheels": 3}, Ride),
        ({"kind": "walk"}, Walk),
        ({"kind": "fly"}, AnyWay),
        ({"wheels": 3}, AnyWay),
        ({"kind": None}, AnyWay),
        ("ride", AnyWay),
        (["ride"], AnyWay),
        (None, AnyWay),
    ],
)
def test_raw_json_is_of_the_class_that_its_kind_names(raw: object, kind: type) -> None:
    assert field_of("way").kind_of(raw) is kind
    assert field_of("others").kind_of(raw) is kind


def test_a_field_of_one_class_needs_no_tag() -> None:
    assert field_of("name").kind_of({"kind": "ride"}) is Name
    assert field_of("name").kind_of("Cerdd") is Name


def test_only_the_class_without_tag_takes_what_no_other_does() -> None:
    assert [is_untagged(each) for each in (*FAMILY, Trip, Name, str)] == [
        False,
        False,
        True,
        False,
        False,
        False,
    ]


def test_a_field_that_one_class_of_a_family_has_is_declared() -> None:
    assert declared(FAMILY, "wheels") is declarations(Ride)["wheels"]
    assert declared((Ride,), "shoes") is declarations(Ride)["shoes"]


def test_the_first_class_of_a_family_that_has_the_field_declares_it() -> None:
    assert declared((Walk, Ride), "shoes") is declarations(Walk)["shoes"]
    assert declared((Ride, Walk), "shoes") is declarations(Ride)["shoes"]


def test_what_no_class_of_a_family_has_is_not_declared() -> None:
    assert declared(FAMILY, "wings") is None
    assert declared(FAMILY, "kind") is None
    assert declared((), "wheels") is None


def test_texts_and_what_takes_all_others_declare_nothing() -> None:
    assert declared((str, Siren), "digits") is None
    assert declared((AnyWay,), "words") is None


def test_a_tag_is_no_field() -> None:
    assert list(declarations(Ride)) == ["wheels", "shoes"]
    assert Ride().tag == "ride"


def test_a_family_takes_each_of_its_classes_and_no_other() -> None:
    trip = Trip(way=Walk(), others=(AnyWay(words="à la nage"), Ride(wheels=3)))
    assert [type(each) for each in (trip.way, *trip.others)] == [Walk, AnyWay, Ride]
    with pytest.raises(TypeError, match=r"Trip\.way takes Walk or Ride or AnyWay, not Name"):
        Trip(way=Name("a pied"))  # type: ignore[arg-type]  # our caller's mistake


# Fields of base classes

MARK: Final = Personal(PersonalCategory.CONTACT, PersonalPurpose.TRAINING)


@frozen(kw_only=True, field_transformer=checked)
class Base:
    """What many classes have."""

    id: str
    links: tuple[str, ...] = ()
    said: str | None = field(default=None, metadata={PROVENANCE: True})
    kept: str | None = field(default=None, metadata={PROVENANCE: True, HIDDEN: True})


@frozen(kw_only=True, field_transformer=checked)
class Guest(Base):
    """What one class adds."""

    email: str | None = field(default=None, metadata={PERSONAL: MARK})
    number: int = 0


def test_the_id_comes_first_then_its_own_then_what_all_have_then_the_provenance() -> None:
    assert list(declarations(Guest)) == ["id", "email", "number", "links", "said", "kept"]
    assert list(declarations(Base)) == ["id", "links", "said", "kept"]


def test_what_a_base_class_declares_is_inherited() -> None:
    own = {each.name for each in declarations(Guest).values() if not each.inherited}
    assert own == {"email", "number"}
    assert not any(each.inherited for each in declarations(Base).values())


def test_what_is_personal_bears_its_mark() -> None:
    marks = {each.name: each.personal for each in declarations(Guest).values()}
    assert marks.pop("email") == MARK
    assert set(marks.values()) == {None}
