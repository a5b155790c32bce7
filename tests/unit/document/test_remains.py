"""What can't be built is set aside as narrowly as possible, and the rules run on the rest."""

import json
from typing import Any

import pytest

import territoires_participatifs as tp
from territoires_participatifs.document import open_document


def places(report: tp.Report) -> list[tuple[str, str]]:
    return [(each.code, each.pointer) for each in report]


def checked(**raw: object) -> list[tuple[str, str]]:
    return places(tp.check(json.dumps(raw).encode()))


def partial(raw: dict[str, Any]) -> tp.Dataset:
    left = open_document(json.dumps(raw).encode()).partial
    assert left is not None
    return left


WRONG = {"opens": "2021-03", "closes": "2021-02"}


def test_a_field_that_is_refused_is_unknown_and_its_entity_is_judged() -> None:
    calls = [{"id": "a", "edition": "", **WRONG}]
    assert checked(calls=calls) == [("VAL001", "/calls/0/edition"), ("CAL004", "/calls/0/closes")]
    assert partial({"calls": calls}).calls[0].edition is None


def test_an_entity_that_has_no_id_is_set_aside_and_the_next_ones_keep_their_places() -> None:
    calls = [{"kind": "projects"}, {"id": "b", **WRONG}]
    assert checked(calls=calls) == [("DOC101", "/calls/0"), ("CAL004", "/calls/1/closes")]
    assert [each.id for each in partial({"calls": calls})] == ["b"]


def test_a_list_that_is_not_wholly_read_is_unknown() -> None:
    rounds = [{"id": "x"}, {"id": "Y"}]
    left = partial({"calls": [{"id": "a", "rounds": rounds}]})
    assert left.calls == (tp.Call(id="a"),)


def test_a_part_goes_with_what_it_cannot_do_without() -> None:
    asked = {"id": "r", "demand": {"kind": "text", "text": 12}}
    call = {"id": "a", "kind": "projects", "requirements": [asked]}
    assert partial({"calls": [call]}).calls == (tp.Call(id="a", kind=tp.CallKind.PROJECTS),)
    assert checked(calls=[call]) == [("DOC103", "/calls/0/requirements/0/demand/text")]


def test_an_entity_where_a_list_of_them_belongs_is_told_with_what_is_odd_inside() -> None:
    alone = {"id": "a", "relations": {"sbjec": None}}
    assert checked(sources=alone) == [
        ("DOC104", "/sources"),
        ("DOC016", "/sources/relations/sbjec"),
    ]


def test_what_a_constructor_refuses_is_told_at_its_field_each_in_turn() -> None:
    closes = {"day": "2021-03-12", "hour": "25:00", "zone": "Lille"}
    assert checked(calls=[{"id": "a", "closes": closes}]) == [
        ("VAL303", "/calls/0/closes/hour"),
        ("VAL304", "/calls/0/closes/zone"),
    ]


def test_a_value_that_is_not_wholly_read_is_unknown_and_no_more_is_said_of_it() -> None:
    without_a_day = {"day": "12/03/2021", "hour": "17:00"}
    assert checked(calls=[{"id": "a", "closes": without_a_day}]) == [
        ("VAL305", "/calls/0/closes/day")
    ]
    zoneless = {"day": "2021-03-12", "hour": "17:00", "zone": "Europe/Lille"}
    assert checked(calls=[{"id": "a", "closes": zoneless}]) == [("VAL304", "/calls/0/closes/zone")]
    assert partial({"calls": [{"id": "a", "closes": zoneless}]}).calls == (tp.Call(id="a"),)


@tp.rule(
    "MINE001",
    "call.without-rounds",
    on=tp.Call,
    moment=tp.Moment.DRAFT,
    severity=tp.Severity.INFO,
    sources=(),
    since="1",
)
def without_rounds(call: tp.Call, _: tp.Context) -> list[tp.Fault]:
    """A call has rounds."""
    return [] if call.rounds else [tp.fault("rounds")]


def test_what_is_said_of_a_place_waits_until_all_of_it_is_read() -> None:
    book = tp.Rulebook([without_rounds])
    calls = [{"id": "a"}, {"id": "b", "rounds": [{"id": "X"}]}, {"id": "c", "kind": 1}]
    assert places(tp.check(json.dumps({"calls": calls}).encode(), book=book)) == [
        ("MINE001", "/calls/0/rounds"),
        ("VAL003", "/calls/1/rounds/0/id"),
        ("MINE001", "/calls/2/rounds"),
        ("DOC107", "/calls/2/kind"),
    ]


def test_references_to_what_was_set_aside_are_silent() -> None:
    calls = [{"id": "a", "names": "x", "status": 1}, {"id": "b", "follows": "a"}]
    gone = [*calls, {"id": "c", "follows": "d"}, {"id": "d", "relations": {}}]
    assert {code for code, _ in checked(calls=calls)} == {"DOC104", "DOC107"}
    assert {code for code, _ in checked(calls=gone)} == {"DOC104", "DOC107"}
    lost = [{"id": "b", "follows": "lost"}, {"id": "lost", "names": 1, "kind": 2}, {"id": 1}]
    assert "DAT001" not in {code for code, _ in checked(calls=lost)}


def test_ids_inside_of_what_was_set_aside_are_known_to_be_there() -> None:
    inside = {"call": "c", "organisations": [{"id": "nested"}]}
    calls = [{"id": "c", "participations": [{"organisation": "nested", "role": "support"}]}]
    assert checked(applications=[inside], calls=calls) == [("DOC101", "/applications/0")]


def test_unknown_names_are_told_once() -> None:
    calls = [{"id": "a", "edtion": 2, "kind": "tender"}, {"id": "b", "edtion": 1}]
    codes = [code for code, _ in checked(calls=calls)]
    assert sorted(codes) == ["DOC016", "DOC016", "DOC107"]


def test_a_root_field_that_is_refused_is_left_out() -> None:
    assert checked(title=12, calls=[{"id": "b", **WRONG}]) == [
        ("DOC103", "/title"),
        ("CAL004", "/calls/0/closes"),
    ]


def test_a_list_of_entities_that_is_none_is_left_out() -> None:
    raw = {"calls": {}, "programmes": [{"id": "b"}]}
    assert partial(raw) == tp.Dataset(programmes=(tp.Programme(id="b"),))


def test_an_entity_of_which_something_was_refused_says_so() -> None:
    raw = {"calls": [{"id": "a", "kind": 1}, {"id": "b"}, {"id": "C"}], "title": 1}
    assert open_document(json.dumps(raw).encode()).wounded == {"a", "C"}
    assert open_document(b"{").wounded == frozenset()


@pytest.mark.parametrize("raw", ["12", "[]", '{"schema_version": "9.0"}'])
def test_of_some_documents_nothing_is_left(raw: str) -> None:
    assert open_document(raw.encode()).partial is None


def test_a_rule_waits_until_all_of_the_part_that_it_looks_at_is_read() -> None:
    first = {"organisation": "o", "role": "coordinator"}
    second = {"organisation": "p", "role": "coordinator"}

    def found(**dates: str) -> list[tuple[str, str]]:
        together = {"members": [first, {**second, **dates}]}
        application = {"id": "a", "consortium": together}
        both = [{"id": "o"}, {"id": "p"}]
        return checked(organisations=both, applications=[application])

    members = "/applications/0/consortium/members"
    assert found() == [("CON002", f"{members}/1/role")]
    assert found(since="01/01/2021") == [("VAL305", f"{members}/1/since")]


def test_the_rules_on_an_entity_do_not_wait_for_a_field_that_is_none_of_theirs() -> None:
    call = {"id": "a", "kind": 1, **WRONG}
    assert {code for code, _ in checked(calls=[call])} == {"DOC107", "CAL004"}
