"""What is written can be read back; whatever is read becomes an object or a report."""

import json
import pickle
import subprocess
import sys
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import territoires_participatifs as tp
from territoires_participatifs.strategies import datasets, from_class
from territoires_participatifs.values.declarations import Tagged, declarations, is_declared
from territoires_participatifs.values.texts import Textual


def _reached(kind: type) -> set[type]:
    """Return every class that a document of that class may hold."""
    found: set[type] = set()
    waiting = [kind]
    while waiting:
        each = waiting.pop()
        if each not in found and (is_declared(each) or issubclass(each, Textual)):
            found.add(each)
            if is_declared(each):
                fields = (field for field in declarations(each).values() if not field.hidden)
                waiting += [inner for field in fields for inner in field.kinds]
    return found


ROOTS = (tp.Dataset, tp.Assessment, tp.AidComputation)
CLASSES = sorted({tp.Window}.union(*map(_reached, ROOTS)), key=str)


def test_every_class_of_the_window_is_tried() -> None:
    public = (getattr(tp, name) for name in tp.__all__)
    models = {
        each
        for each in public
        if isinstance(each, type)
        and (is_declared(each) or issubclass(each, Textual))
        and not each.__module__.startswith(
            (
                "territoires_participatifs.applications._assessing",
                "territoires_participatifs.applications._gaps",
                "territoires_participatifs.assessing",
                "territoires_participatifs.checks._findings",
                "territoires_participatifs.checks._report",
                "territoires_participatifs.checks._rules",
                "territoires_participatifs.displays",
                "territoires_participatifs.document._drafts",
                "territoires_participatifs.errors",
                "territoires_participatifs.history",
                "territoires_participatifs.versions",
                "territoires_participatifs.privacy",
                "territoires_participatifs.qualification._completion",
                "territoires_participatifs.qualification._figures",
                "territoires_participatifs.qualification._presence",
                "territoires_participatifs.reference._territories",  # looked up, never written
            )
        )
    }
    never_written_alone = {tp.Entity, tp.Extension}
    assert models - never_written_alone == set(CLASSES)


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_what_is_written_can_be_read_back(kind: type[Any]) -> None:
    @given(from_class(kind))
    def read_back(value: object) -> None:
        content = tp.write(value)
        again = tp.read(content, kind)
        assert again == value
        assert tp.write(again) == content
        assert pickle.loads(pickle.dumps(value)) == value
        assert hash(again) == hash(value)

    read_back()


@given(datasets())
def test_a_dataset_comes_back_whole(dataset: tp.Dataset) -> None:
    assert tp.read(tp.write(dataset)) == dataset


@given(datasets())
def test_equal_datasets_have_one_hash_and_others_another(dataset: tp.Dataset) -> None:
    other = dataset.put(tp.Organisation(id="x-more"))
    again = tp.read(tp.write(dataset))
    assert tp.content_hash(again) == tp.content_hash(dataset)
    assert tp.content_hash(other) != tp.content_hash(dataset)


@given(datasets())
def test_what_is_written_is_json_that_any_parser_reads(dataset: tp.Dataset) -> None:
    document = json.loads(tp.write(dataset), parse_float=Decimal)
    assert tp.structure(document) == dataset


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


def _shaped(kind: type, depth: int = 3) -> st.SearchStrategy[Any]:
    """Draw JSON that looks like a class: its names, with right and wrong values."""
    if not is_declared(kind) or depth == 0:
        return JSON | st.sampled_from(["2021", "732829320", "projects", "a-b", "yes", "/kind"])
    fields = {}
    for name, each in declarations(kind).items():
        one = st.one_of([_shaped(inner, depth - 1) for inner in each.kinds])
        fields[name] = st.lists(one, max_size=2) | one if each.many else one
    if issubclass(kind, Tagged):
        fields["kind"] = st.just(kind.tag) | st.sampled_from(["lottery", "text"]) | JSON
    return JSON | st.fixed_dictionaries({}, optional=fields)


@given(st.data())
def test_any_json_becomes_an_object_or_a_report(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(CLASSES))
    value, report = tp.try_structure(data.draw(_shaped(kind)), kind)
    assert (value is None) == report.reaches(tp.Severity.ERROR)
    assert all(each.message("fr") and each.remedy("fr") for each in report)


@given(
    st.binary(max_size=40)
    | st.text(max_size=40).map(str.encode)
    | JSON.map(lambda j: json.dumps(j).encode())
)
def test_any_bytes_become_a_dataset_or_a_report(content: bytes) -> None:
    dataset, report = tp.try_read(content)
    assert (dataset is None) == report.reaches(tp.Severity.ERROR)
    assert tp.check(content).findings[: len(report)] or dataset is not None


@given(_shaped(tp.Dataset))
def test_the_check_of_anything_tells_at_least_what_reading_tells(raw: Any) -> None:
    content = json.dumps(raw).encode()
    _, report = tp.try_read(content)
    assert report.codes <= tp.check(content).codes


@given(datasets(), st.data())
def test_a_document_cut_short_is_refused_with_its_place(
    dataset: tp.Dataset, data: st.DataObject
) -> None:
    content = tp.write(dataset).rstrip()
    end = data.draw(st.integers(1, len(content) - 1))
    value, report = tp.try_read(content[:end])
    assert value is None
    assert all(each.place.line is not None for each in report)


@given(
    datasets(), st.dictionaries(st.from_regex(r"\Ay-[a-z]{1,4}\Z"), JSON, min_size=1, max_size=2)
)
def test_what_is_unknown_comes_back_where_it_was(
    dataset: tp.Dataset, unknown: dict[str, Any]
) -> None:
    document = json.loads(tp.write(dataset), parse_float=Decimal)
    for place in _objects(document):
        place.update(unknown)
    content = json.dumps(document, default=float).encode()
    again = json.loads(tp.write(tp.read(content)))
    assert again == json.loads(content)


def _objects(document: Any) -> list[dict[str, Any]]:
    """Return the objects of a document, but for those inside free values."""
    if isinstance(document, list):
        return [found for each in document for found in _objects(each)]
    if not isinstance(document, dict) or set(document) == {"state"}:
        return []
    inner = (
        each for name, each in document.items() if name != "value" and not name.startswith("x-")
    )
    return [document, *(found for each in inner for found in _objects(each))]


SCRIPT = """
import sys, territoires_participatifs as tp
dataset = tp.example("participation-citoyenne-2020")
broken = tp.write(dataset).replace(b'"kind": "', b'"kind": "x')
sys.stdout.write(tp.content_hash(dataset) + tp.check(broken).render("fr"))
"""


def test_bytes_and_reports_are_the_same_under_any_hash_seed() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "42")
    }
    assert len(outputs) == 1
    assert "n'est aucune des valeurs possibles" in outputs.pop().decode()


def test_enums_of_documents_have_kebab_case_values() -> None:
    kinds = {
        kind
        for cls in CLASSES
        if is_declared(cls)
        for each in declarations(cls).values()
        for kind in each.kinds
        if issubclass(kind, Enum)
    }
    for kind in kinds:
        for member in kind:
            assert str(member.value) == member.name.lower().replace("_", "-") or kind is tp.Licence
