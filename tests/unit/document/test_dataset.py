"""Entities are found by id, walked forward, replaced without changing the dataset."""

from typing import Any

import pytest

import territoires_participatifs as tp
from territoires_participatifs.document import entity_fields

CALL = tp.Call(id="national", programmes=(tp.Ref("pia"),))
PART = tp.Participation(organisation=tp.Ref("cerdd"), role=tp.Role.ORGANISER)
SECOND = tp.Call(id="regional", follows=tp.Ref("national"), participations=(PART, PART))
DATASET = tp.Dataset(
    organisations=(tp.Organisation(id="cerdd"),),
    programmes=(tp.Programme(id="pia"),),
    calls=(CALL, SECOND),
)


def test_a_walk_from_nowhere_is_refused_and_not_answered_by_nothing() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        DATASET.of(tp.Call, "nowhere")
    with pytest.raises(KeyError, match="nowhere"):
        DATASET.referring("nowhere")


@pytest.mark.parametrize("kind", [tp.Round, tp.Name, str])
def test_a_walk_to_a_part_is_refused(kind: Any) -> None:
    with pytest.raises(TypeError, match=r"rows\(\)"):
        DATASET.of(kind, CALL)


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


def test_what_the_root_keeps_unknown_is_no_entity() -> None:
    extension = tp.Extension(at="/wave", content=tp.Raw("1"))
    dataset = tp.Dataset(calls=(CALL,), extensions=(extension,))
    assert list(dataset) == [CALL]
    assert len(dataset) == 1
    assert list(entity_fields()) == [
        "sources",
        "organisations",
        "programmes",
        "calls",
        "applications",
        "decisions",
        "laureates",
        "agreements",
        "actions",
        "evaluations",
        "cycles",
        "cohorts",
    ]


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


# Organisations that an application declares itself

NEIGHBOURS = tp.Organisation(id="neighbours", names=(tp.Name("Voisins"),))
FILE = tp.Application(
    id="file",
    applicant=tp.Ref("neighbours"),
    organisations=(NEIGHBOURS, tp.Organisation(id="garden")),
)
NESTED = tp.Dataset(organisations=(tp.Organisation(id="cerdd"),), applications=(FILE,))


def test_an_organisation_inside_of_an_application_is_found_by_its_id() -> None:
    assert NESTED["neighbours"] is NEIGHBOURS
    assert "garden" in NESTED
    assert NESTED.get(tp.Organisation, "neighbours") is NEIGHBOURS
    with pytest.raises(KeyError, match="Call neighbours"):
        NESTED.get(tp.Call, "neighbours")


def test_only_the_entities_of_the_dataset_itself_are_counted() -> None:
    assert [each.id for each in NESTED] == ["cerdd", "file"]
    assert len(NESTED) == 2


def test_the_walk_forward_starts_from_a_nested_organisation_too() -> None:
    assert NESTED.of(tp.Application, "neighbours") == (FILE,)
    assert NESTED.of(tp.Application, NEIGHBOURS) == (FILE,)
    assert NESTED.referring("garden") == ()


def test_a_nested_organisation_may_itself_refer() -> None:
    heir = tp.Organisation(id="heir", succeeds=(tp.Succession(predecessor=tp.Ref("cerdd")),))
    dataset = NESTED.put(tp.Application(id="file", organisations=(heir,)))
    assert dataset.referring("cerdd") == (heir,)


def test_put_replaces_a_nested_organisation_in_its_place() -> None:
    renamed = tp.Organisation(id="neighbours", names=(tp.Name("Les voisins"),))
    changed = NESTED.put(renamed)
    assert [each.id for each in changed.organisations] == ["cerdd"]
    (application,) = changed.applications
    assert application.organisations == (renamed, tp.Organisation(id="garden"))
    assert changed["neighbours"] is renamed
    assert NESTED["neighbours"] is NEIGHBOURS


def test_put_leaves_what_bears_another_id_or_is_of_another_class() -> None:
    namesake = tp.Programme(id="cerdd")
    other = tp.Application(id="other", organisations=(tp.Organisation(id="cerdd-2"),))
    dataset = tp.Dataset(
        organisations=(tp.Organisation(id="cerdd"),),
        programmes=(namesake,),
        applications=(other,),
    )
    renamed = tp.Organisation(id="cerdd", names=(tp.Name("Cerdd"),))
    changed = dataset.put(renamed)
    assert changed.organisations == (renamed,)
    assert changed.programmes == (namesake,)
    assert changed.applications[0] is other


def test_put_refuses_the_id_of_a_nested_organisation_for_another_class() -> None:
    with pytest.raises(tp.InvalidValue, match="VAL013") as refused:
        NESTED.put(tp.Call(id="garden"))
    assert refused.value.facts == {"id": "garden", "kind": "Organisation"}


@pytest.mark.parametrize("moment", tp.Moment)
def test_a_reference_to_a_nested_organisation_resolves(moment: tp.Moment) -> None:
    laureate = tp.Participation(organisation=tp.Ref("garden"), role=tp.Role.SUPPORT)
    dataset = NESTED.put(tp.Call(id="call", participations=(laureate,)))
    assert tp.check(dataset, moment=moment).codes == set()


def test_a_reference_to_what_a_refused_application_nests_is_no_fault() -> None:
    report = tp.check(
        b'{"applications": [{"id": "file", "status": "?", "organisations": [{"id": "garden"}]}],'
        b' "calls": [{"id": "a", "participations": [{"organisation": "garden", "role": "jury"},'
        b' {"organisation": "file-2", "role": "jury"}]}]}'
    )
    assert [(each.code, each.pointer) for each in report] == [
        ("DOC107", "/applications/0/status"),
        ("DAT001", "/calls/0/participations/1/organisation"),
    ]


@pytest.mark.parametrize(
    "inside", ['"organisations": {"id": "x"}', '"organisations": [3, {"id": 4}]']
)
def test_a_refused_application_may_hold_anything_where_it_nests(inside: str) -> None:
    report = tp.check(f'{{"applications": [{{"id": "file", {inside}}}]}}'.encode())
    assert report.reaches(tp.Severity.ERROR)


def test_an_id_belongs_to_one_entity_nested_or_not() -> None:
    twice = tp.Dataset(
        organisations=(tp.Organisation(id="garden"),),
        applications=(FILE, tp.Application(id="other", organisations=(NEIGHBOURS,))),
    )
    assert [(each.code, each.pointer) for each in tp.check(twice, moment="draft")] == [
        ("DAT003", "/applications/0/organisations/1/id"),
        ("DAT003", "/applications/1/organisations/0/id"),
    ]


# Where facts come from

PAGE = tp.Ref[tp.Source]("page")


@pytest.mark.parametrize(
    ("quoted", "told", "default", "source"),
    [
        ("quoted", "told", "default", "quoted"),
        (None, "told", "default", "told"),
        (None, None, "default", "default"),
        ("quoted", None, None, "quoted"),
        (None, None, None, None),
    ],
)
def test_the_nearest_source_that_is_named_is_that_of_a_quotation(
    quoted: str | None, told: str | None, default: str | None, source: str | None
) -> None:
    def ref(name: str | None) -> "tp.Ref[tp.Source] | None":
        return None if name is None else tp.Ref(name)

    dataset = tp.Dataset(source=ref(default))
    call = tp.Call(id="a", source=ref(told))
    assert dataset.source_of(call, tp.Quote(source=ref(quoted), text="x")) == ref(source)


def test_the_facts_of_an_entity_come_from_its_source_or_from_that_of_the_dataset() -> None:
    dataset = tp.Dataset(source=tp.Ref("default"))
    assert dataset.source_of(tp.Call(id="a", source=PAGE)) == PAGE
    assert dataset.source_of(tp.Call(id="a")) == tp.Ref("default")
    assert tp.Dataset().source_of(tp.Call(id="a")) is None


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


def test_a_statement_may_speak_of_a_field_that_several_demands_share() -> None:
    asked = tp.AllOf(
        demands=(tp.DurationDemand(at_most=tp.Span("P1Y")), tp.RateDemand(at_most=tp.Rate("80")))
    )
    call = tp.Call(
        id="call",
        requirements=(tp.Requirement(id="r", demand=asked),),
        source=tp.Ref("page"),
        statements=(
            tp.Statement(about="/requirements/0/demand/demands/1/at_most/base"),
            tp.Statement(about="/requirements/0/demand/demands/0/at_most/base"),
            tp.Statement(about="/requirements/0/demand/demands/7/at_most/shortest"),
        ),
    )
    found = [each for each in tp.check(call) if each.code == "SRC001"]
    assert [each.facts["about"] for each in found] == [
        "/requirements/0/demand/demands/0/at_most/base",
        "/requirements/0/demand/demands/7/at_most/shortest",
    ]
