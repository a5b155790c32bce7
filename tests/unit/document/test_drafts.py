"""Drafts keep what was typed, tell what is wrong with it, and become objects in the end."""

import pickle
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

import territoires_participatifs as tp
from territoires_participatifs.strategies import from_class

CALL: Final = tp.Call(id="ami", closes=tp.Deadline(day=tp.PartialDate("2021-03-12")))
CERDD: Final = tp.Organisation(id="cerdd")
KNOWN: Final = tp.Dataset(calls=(CALL,), organisations=(CERDD,))


def places(report: tp.Report) -> list[tuple[str, str]]:
    return [(each.code, each.pointer) for each in report]


def test_a_draft_keeps_what_a_constructor_refuses() -> None:
    typed = {"id": "cerdd", "siret": "12", "names": ["Cerdd", ""], "unheard-of": 1}
    draft = tp.draft(typed, tp.Organisation)
    assert draft.content.json == typed
    assert draft.value is None
    assert places(draft.report) == [("VAL001", "/names/1"), ("VAL101", "/siret")]
    with pytest.raises(tp.Refused) as refused:
        draft.finished()
    assert refused.value.report == draft.report


def test_a_draft_becomes_an_object_once_nothing_is_refused() -> None:
    draft = tp.draft({"id": "cerdd", "siret": "12"}, tp.Organisation).without("/siret")
    assert draft.value == CERDD
    assert draft.finished() == CERDD
    assert not draft.report


def test_a_draft_is_saved_and_comes_back() -> None:
    draft = tp.draft({"siret": "12", "count": [1.5, None, True]}, tp.Organisation)
    saved = tp.write(draft)
    assert saved.endswith(b"}\n")
    assert tp.draft(saved, tp.Organisation) == draft
    assert pickle.loads(pickle.dumps(draft)) == draft


def test_bytes_that_hold_no_draft_are_refused() -> None:
    with pytest.raises(tp.Refused) as refused:
        tp.draft(b'{"siret": ', tp.Organisation)
    assert refused.value.report.codes == {"DOC013"}


def test_what_json_cannot_say_is_no_draft() -> None:
    with pytest.raises(tp.InvalidValue, match="VAL009"):
        tp.draft({"siret": {1, 2}}, tp.Organisation)


def test_findings_stand_at_the_lines_of_the_saved_draft_in_their_order() -> None:
    draft = tp.draft({"id": "a", "names": [""], "siret": "12"}, tp.Organisation)
    lines = tp.write(draft).decode().splitlines()
    assert places(draft.report) == [("VAL001", "/names/0"), ("VAL101", "/siret")]
    for each, text in zip(draft.report, ['""', '"siret": "12"'], strict=True):
        assert text in lines[(each.place.line or 0) - 1]


def test_an_entity_may_lack_its_id_for_now() -> None:
    typed: dict[str, Any] = {"kind": "projects", "closes": {"day": "2021", "hour": "12:00"}}
    draft = tp.draft(typed, tp.Call)
    assert draft.value is None
    assert draft.partial is not None
    assert draft.partial.kind is tp.CallKind.PROJECTS
    assert places(draft.report) == [("DOC101", "")]
    assert places(tp.check(draft)) == [("DOC101", ""), ("CAL003", "/closes/hour")]
    assert tp.draft({**typed, "id": "NO"}, tp.Call).partial == draft.partial


@pytest.mark.parametrize("raw", [None, 12, "text", []])
def test_what_is_no_object_at_all_leaves_nothing(raw: object) -> None:
    draft = tp.draft(raw, tp.Call)
    assert draft.partial is None
    assert places(tp.check(draft)) == [("DOC102", "")]


def test_a_dataset_can_be_a_draft() -> None:
    draft = tp.draft({"calls": [{"id": "a"}, {"id": "B"}]}, tp.Dataset)
    assert draft.partial == tp.Dataset(calls=(tp.Call(id="a"),))


def test_a_part_can_be_a_draft() -> None:
    assert tp.draft({"members": []}, tp.Consortium).finished() == tp.Consortium(members=())


# Places


@pytest.mark.parametrize(
    ("pointer", "value", "expected"),
    [
        ("", {"id": "b"}, {"id": "b"}),
        ("/kind", "projects", {"id": "a", "rounds": [{"id": "x"}], "kind": "projects"}),
        ("/id", "b", {"id": "b", "rounds": [{"id": "x"}]}),
        ("/rounds/0/id", "y", {"id": "a", "rounds": [{"id": "y"}]}),
        ("/rounds/1", {}, {"id": "a", "rounds": [{"id": "x"}, {}]}),
        ("/rounds/-", {}, {"id": "a", "rounds": [{"id": "x"}, {}]}),
        ("/rounds/-/id", "y", {"id": "a", "rounds": [{"id": "x"}, {"id": "y"}]}),
        ("/tracks/0/id", "t", {"id": "a", "rounds": [{"id": "x"}], "tracks": [{"id": "t"}]}),
        ("/x~1y", 1, {"id": "a", "rounds": [{"id": "x"}], "x/y": 1}),
    ],
)
def test_a_value_is_put_in_its_place(pointer: str, value: object, expected: object) -> None:
    draft = tp.draft({"id": "a", "rounds": [{"id": "x"}]}, tp.Call)
    assert draft.put(pointer, value).content.json == expected
    assert draft.content.json == {"id": "a", "rounds": [{"id": "x"}]}


@pytest.mark.parametrize("pointer", ["/rounds/2", "/rounds/x", "/id/0", "/id/deep/er"])
def test_a_value_has_no_place_beyond_a_list_or_inside_of_a_text(pointer: str) -> None:
    with pytest.raises(KeyError):
        tp.draft({"id": "a", "rounds": [1, 2][:1]}, tp.Call).put(pointer, 1)


def test_what_stands_somewhere_is_taken_out() -> None:
    draft = tp.draft({"id": "a", "rounds": [{"id": "x"}, {"id": "y"}]}, tp.Call)
    assert draft.without("/rounds/0").content.json == {"id": "a", "rounds": [{"id": "y"}]}
    assert draft.without("/rounds/1/id").content.json == {"id": "a", "rounds": [{"id": "x"}, {}]}


@pytest.mark.parametrize("pointer", ["rounds", "~2", "/~"])
def test_what_is_no_pointer_is_refused_and_not_taken_for_the_whole(pointer: str) -> None:
    draft = tp.draft({"id": "a"}, tp.Call)
    with pytest.raises(tp.InvalidValue, match="VAL004"):
        draft.put(pointer, 1)
    with pytest.raises(tp.InvalidValue, match="VAL004"):
        draft.without(pointer)
    with pytest.raises(tp.InvalidValue, match="VAL004"):
        draft.without("")


@pytest.mark.parametrize("pointer", ["/kind", "/rounds/1", "/rounds/-", "/id/0", "/kind/deep"])
def test_nothing_is_taken_out_where_nothing_stands(pointer: str) -> None:
    with pytest.raises(KeyError):
        tp.draft({"id": "a", "rounds": [{}]}, tp.Call).without(pointer)


# Laws

JSON: Final = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text("ab/~", max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "names", "rounds", "closes", "x"]), inner, max_size=4
        )
    ),
    max_leaves=8,
)


@given(JSON)
def test_any_json_is_a_draft_that_comes_back_and_can_be_checked(raw: object) -> None:
    draft = tp.draft(raw, tp.Call)
    assert tp.draft(tp.write(draft), tp.Call) == draft
    tp.check(draft, moment="draft").render("fr")


@given(from_class(tp.Application))
def test_a_draft_of_what_an_object_writes_is_that_object(application: tp.Application) -> None:
    assert tp.draft(tp.write(application), tp.Application).finished() == application


@given(from_class(tp.Call), st.sampled_from(["/kind", "/closes", "/rounds", "/aid"]))
def test_one_field_that_is_refused_leaves_the_others(call: tp.Call, pointer: str) -> None:
    draft = tp.draft(tp.write(call), tp.Call)
    spoilt = draft.put(pointer, {"state": "nonsense"})
    left = draft.put(pointer, None).finished()
    assert spoilt.value is None
    assert spoilt.partial == left


# A form in five steps: who, with whom, what, for how much, and what is sent along

STEPS: Final[list[tuple[str, object, list[tuple[str, str]]]]] = [
    ("/applicant", "cerdd", []),
    (
        "/consortium",
        {
            "members": [
                {"organisation": "cerdd", "role": "coordinator"},
                {"organisation": "aulm", "role": "chef"},
            ],
            "members_complete": "yes",
        },
        [("DOC107", "/consortium/members/1/role")],
    ),
    (
        "/projects",
        [{"id": "garden", "since": "2021-06", "until": "printemps"}],
        [
            ("VAL305", "/projects/0/until"),
        ],
    ),
    ("/requested", {"money": "12 000 €", "basis": "ht"}, [("DOC107", "/requested/basis")]),
    ("/documents", [{"kind": "budget"}, {"kind": "selfie"}], [("DOC107", "/documents/1/kind")]),
]


def test_an_application_is_filled_in_over_five_steps() -> None:
    draft = tp.draft({"id": "file-12", "call": "ami"}, tp.Application)
    for pointer, typed, expected in STEPS:
        saved = tp.write(draft.put(pointer, typed))  # between two requests
        draft = tp.draft(saved, tp.Application)
        report = tp.check(draft, moment="draft", known=KNOWN)
        assert places(report.under(pointer)) == expected
        beside = report.by_field(pointer, "fr")
        assert list(beside) == [place.removeprefix(pointer) for _, place in expected]
    assert draft.value is None
    for pointer, good in [
        ("/consortium/members/1/role", "partner"),
        ("/projects/0/until", "2022-03"),
        ("/requested/basis", "before-tax"),
        ("/documents/1/kind", "letter-of-support"),
    ]:
        draft = draft.put(pointer, good)
    application = draft.finished()
    assert application.consortium is not None
    assert [each.role for each in application.consortium.members or ()] == [
        tp.MemberRole.COORDINATOR,
        tp.MemberRole.PARTNER,
    ]
    assert not tp.check(draft, moment="draft", known=KNOWN)


def test_what_is_known_beside_a_draft_is_looked_up() -> None:
    seen: list[object] = []

    @tp.rule(
        "MINE001",
        "application.call-looked-up",
        on=tp.Application,
        moment=tp.Moment.DRAFT,
        severity=tp.Severity.INFO,
        sources=(),
        since="1",
    )
    def looks(application: tp.Application, context: tp.Context) -> list[tp.Fault]:
        """Look."""
        ids = [str(application.call), *(each.id for each in application.organisations), "cerdd"]
        seen.append([context.find(each) is not None for each in ids])
        seen.append([each.id for each in context.referring("ami")])
        return []

    typed = {"id": "file-12", "call": "ami", "organisations": [{"id": "own"}]}
    book = tp.Rulebook([looks])
    tp.check(tp.draft(typed, tp.Application), known=KNOWN, book=book)
    tp.check(tp.structure(typed, tp.Application), known=KNOWN, book=book)
    other = tp.Dataset(applications=(tp.Application(id="file-11", call=tp.Ref("ami")),))
    tp.check(tp.structure(typed, tp.Application), known=other, book=book)
    tp.check(tp.draft(typed, tp.Application), book=book)
    assert seen == [
        [True, True, True],
        ["file-12"],
        [True, True, True],
        ["file-12"],
        [False, True, False],
        ["file-11", "file-12"],
        [False, True, False],
        ["file-12"],
    ]


def test_a_draft_beside_a_dataset_is_asked_for_what_it_refers_to() -> None:
    draft = tp.draft({"id": "file", "call": "lost", "applicant": "ami"}, tp.Application)
    report = tp.check(draft, known=KNOWN)
    assert places(report) == [("DAT002", "/applicant"), ("DAT001", "/call")]
    assert not tp.check(draft)
    assert places(tp.check(draft, known=KNOWN, moment="draft")) == [("DAT002", "/applicant")]
    assert places(tp.check(draft.finished(), known=KNOWN)) == [
        ("DAT001", "/call"),
        ("DAT002", "/applicant"),
    ]


def test_a_waiver_of_what_is_known_lifts_what_is_found_in_a_draft() -> None:
    waiver = tp.Waiver(
        code="DAT001",
        subject=tp.Ref("file"),
        reason=tp.Bilingual("En cours de saisie."),
        authority=tp.Ref("cerdd"),
        on=tp.PartialDate("2021-01-04"),
    )
    known = tp.Dataset(organisations=(CERDD,), waivers=(waiver,))
    report = tp.check(tp.draft({"id": "file", "call": "lost"}, tp.Application), known=known)
    assert [each.waiver for each in report] == [waiver]


def test_a_dataset_in_the_making_is_of_a_version_that_is_known() -> None:
    draft = tp.draft({"schema_version": "9.0"}, tp.Dataset)
    assert draft.value is None
    assert draft.partial is None
    assert draft.report.codes == {"DOC011"}
    assert tp.draft({"schema_version": "1.7"}, tp.Dataset).report.codes == {"DOC015"}


def test_a_number_is_a_name_where_no_list_is() -> None:
    draft = tp.draft({"id": "a"}, tp.Call).put("/x/2020", 1)
    assert draft.content.json == {"id": "a", "x": {"2020": 1}}
