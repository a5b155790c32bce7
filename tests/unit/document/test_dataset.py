"""Entities are found by id, walked forward, replaced without changing the dataset."""

import pytest

import territoires_participatifs as tp

CALL = tp.Call(id="national", programmes=(tp.Ref("pia"),))
PART = tp.Participation(organisation=tp.Ref("cerdd"), role=tp.Role.ORGANISER)
SECOND = tp.Call(id="regional", follows=tp.Ref("national"), participations=(PART, PART))
DATASET = tp.Dataset(
    organisations=(tp.Organisation(id="cerdd"),),
    programmes=(tp.Programme(id="pia"),),
    calls=(CALL, SECOND),
)


def test_an_entity_is_found_by_its_id() -> None:
    assert DATASET["national"] is CALL
    assert DATASET.get(tp.Call, "national") is CALL
    assert DATASET.get(tp.Call, tp.Ref("national")) is CALL
    assert "national" in DATASET
    assert "unknown" not in DATASET


def test_an_entity_of_another_class_is_not_found() -> None:
    with pytest.raises(KeyError, match="Programme national"):
        DATASET.get(tp.Programme, "national")
    with pytest.raises(KeyError):
        DATASET["unknown"]


def test_entities_come_in_the_order_of_the_document() -> None:
    assert [each.id for each in DATASET] == ["cerdd", "pia", "national", "regional"]
    assert len(DATASET) == 4


def test_the_walk_forward_finds_what_refers_to_an_entity() -> None:
    assert DATASET.of(tp.Call, "pia") == (CALL,)
    assert DATASET.of(tp.Call, CALL) == (SECOND,)
    assert DATASET.of(tp.Programme, CALL) == ()
    assert DATASET.referring("cerdd") == (SECOND,)
    assert DATASET.referring("regional") == ()


def test_an_empty_dataset_is_not_mistaken_for_none() -> None:
    dataset, _ = tp.try_read(b"{}")
    assert dataset
    assert len(dataset) == 0


def test_put_replaces_the_entity_of_that_id_in_its_place() -> None:
    renamed = tp.Call(id="national", edition="2")
    changed = DATASET.put(renamed)
    assert [each.id for each in changed] == [each.id for each in DATASET]
    assert changed["national"] is renamed
    assert DATASET["national"] is CALL


def test_put_adds_a_new_entity_after_the_others() -> None:
    assert [each.id for each in DATASET.put(tp.Call(id="third")).calls] == [
        "national",
        "regional",
        "third",
    ]


def test_put_refuses_an_id_of_another_class() -> None:
    with pytest.raises(tp.InvalidValue, match="VAL013"):
        DATASET.put(tp.Programme(id="cerdd"))


def test_put_refuses_what_no_dataset_holds() -> None:
    with pytest.raises(TypeError, match="a dataset holds no Entity"):
        DATASET.put(tp.Entity(id="x"))


def test_the_first_of_two_entities_with_one_id_is_found() -> None:
    twice = tp.Dataset(calls=(CALL, tp.Call(id="national", edition="2")))
    assert twice["national"] is CALL


def test_a_dataset_refuses_a_list_where_a_tuple_belongs() -> None:
    with pytest.raises(TypeError, match=r"Dataset.calls takes a tuple of Call, not list"):
        tp.Dataset(calls=[])  # type: ignore[arg-type]


def test_a_constructor_refuses_another_kind_of_value() -> None:
    with pytest.raises(TypeError, match=r"Call.kind takes CallKind, not str"):
        tp.Call(id="a", kind="projects")  # type: ignore[arg-type]


def test_a_constructor_refuses_nonsense_in_a_text() -> None:
    with pytest.raises(tp.InvalidValue, match="VAL003"):
        tp.Call(id="Not An Id")
    with pytest.raises(tp.InvalidValue, match="VAL006"):
        tp.Call(id="a", url="example.org")
    with pytest.raises(tp.InvalidValue, match="VAL001"):
        tp.Call(id="a", edition=" ")
