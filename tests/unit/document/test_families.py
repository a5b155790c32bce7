"""Demands in documents: read by their kind, written with it, kept as they came if unknown."""

import json
from typing import Any, Final

import pytest
from attrs import evolve

import territoires_participatifs as tp
from territoires_participatifs.document import spot_at
from territoires_participatifs.values.texts import EntityId

REGION: Final = tp.TerritoryCode(tp.TerritoryKind.REGION, "32")
TEXT: Final = tp.TextDemand(text=tp.Bilingual("Une dame est à bord."))

WRITTEN: Final[list[tuple[tp.Demand, dict[str, Any]]]] = [
    (TEXT, {"kind": "text", "text": "Une dame est à bord."}),
    (tp.ApplicantDemand(), {"kind": "applicant"}),
    (
        tp.ApplicantDemand(
            of=tp.ApplicantSide.COORDINATOR,
            kinds=(tp.OrganisationKind.COMMUNE,),
            public=tp.Ternary.YES,
        ),
        {"kind": "applicant", "of": "coordinator", "kinds": ["commune"], "public": "yes"},
    ),
    (
        tp.TerritoryDemand(what=tp.Located.PROJECT, territories=(REGION,)),
        {
            "kind": "territory",
            "what": "project",
            "territories": [{"kind": "region", "code": "32"}],
        },
    ),
    (tp.DeadlineDemand(), {"kind": "deadline"}),
    (
        tp.DeadlineDemand(deadline=tp.Deadline(day=tp.PartialDate("2021-03-12"))),
        {"kind": "deadline", "deadline": "2021-03-12"},
    ),
    (tp.AllOf(demands=()), {"kind": "all-of", "demands": []}),
    (
        tp.AnyOf(demands=(TEXT, tp.DeadlineDemand())),
        {
            "kind": "any-of",
            "demands": [{"kind": "text", "text": "Une dame est à bord."}, {"kind": "deadline"}],
        },
    ),
    (
        tp.NoneOf(demands=(tp.NoneOf(demands=(tp.DeadlineDemand(),)),)),
        {
            "kind": "none-of",
            "demands": [{"kind": "none-of", "demands": [{"kind": "deadline"}]}],
        },
    ),
    (
        tp.UnknownDemand(content=tp.Raw.of({"odds": [3, None], "kind": "lottery"})),
        {"odds": [3, None], "kind": "lottery"},
    ),
]


@pytest.mark.parametrize(("demand", "written"), WRITTEN)
def test_a_demand_is_written_with_its_kind_and_read_back(
    demand: tp.Demand, written: dict[str, Any]
) -> None:
    requirement = tp.Requirement(id="r", demand=demand)
    assert tp.unstructure(requirement) == {"id": "r", "demand": written}
    assert tp.structure({"id": "r", "demand": written}, tp.Requirement) == requirement


@pytest.mark.parametrize(("demand", "written"), WRITTEN)
def test_a_lone_demand_is_written_and_read_likewise(
    demand: tp.Demand, written: dict[str, Any]
) -> None:
    assert tp.unstructure(demand) == written
    assert tp.structure(written, type(demand)) == demand


def test_the_kind_is_written_first() -> None:
    assert list(json.loads(tp.write(tp.ApplicantDemand(public=tp.Ternary.NO)))) == [
        "kind",
        "public",
    ]


def asked(*demands: object, at: str = "/demand/demands") -> tuple[object, list[tuple[str, str]]]:
    """Return what becomes of demands in a combinator, and the codes and places of findings."""
    payload = {"id": "r", "demand": {"kind": "all-of", "demands": list(demands)}}
    requirement, report = tp.try_structure(payload, tp.Requirement)
    assert all(each.pointer.startswith(at) for each in report)
    return requirement, [(each.code, each.pointer.removeprefix(at)) for each in report]


@pytest.mark.parametrize(
    ("demand", "code", "place"),
    [
        ({}, "DOC101", "/0"),
        ({"text": "Une dame est à bord."}, "DOC101", "/0"),
        ({"kind": None}, "DOC103", "/0/kind"),
        ({"kind": 3}, "DOC103", "/0/kind"),
        ({"kind": ["text"]}, "DOC103", "/0/kind"),
        ({"kind": ""}, "VAL001", "/0/kind"),
        ("text", "DOC102", "/0"),
        (["text"], "DOC102", "/0"),
        (3, "DOC102", "/0"),
        (None, "DOC108", "/0"),
        ({"kind": "text"}, "DOC101", "/0"),
        ({"kind": "text", "text": 3}, "DOC103", "/0/text"),
        ({"kind": "any-of", "demands": {}}, "DOC104", "/0/demands"),
        (
            {"kind": "any-of", "demands": [{"kind": "text", "text": "x"}, {}]},
            "DOC101",
            "/0/demands/1",
        ),
        ({"kind": "none-of", "demands": [{"kind": 1}]}, "DOC103", "/0/demands/0/kind"),
        ({"kind": "deadline", "deadline": "2021-99"}, "VAL302", "/0/deadline"),
        ({"kind": "territory", "what": "moon"}, "DOC107", "/0/what"),
        (
            {"kind": "territory", "what": "seat", "territories": [{"kind": "region", "code": "3"}]},
            "VAL501",
            "/0/territories/0/code",
        ),
    ],
)
def test_what_is_wrong_inside_of_a_demand_is_told_in_its_place(
    demand: object, code: str, place: str
) -> None:
    requirement, findings = asked(demand)
    assert requirement is None
    assert findings == [(code, place)]


def test_everything_that_is_wrong_is_told_at_once() -> None:
    _, findings = asked({"kind": 3}, {"kind": "lottery"}, {}, {"kind": "all-of", "demands": ["x"]})
    assert findings == [("DOC103", "/0/kind"), ("DOC101", "/2"), ("DOC102", "/3/demands/0")]


def test_a_missing_kind_is_told_by_its_name() -> None:
    _, report = tp.try_structure({"id": "r", "demand": {"text": "x"}}, tp.Requirement)
    assert [(each.code, each.pointer, each.facts) for each in report] == [
        ("DOC101", "/demand", {"field": "kind"})
    ]


@pytest.mark.parametrize("held", ["text", ["text"], 3])
def test_a_demand_is_an_object(held: object) -> None:
    _, report = tp.try_structure({"id": "r", "demand": held}, tp.Requirement)
    assert [(each.code, each.pointer) for each in report] == [("DOC102", "/demand")]


@pytest.mark.parametrize(
    ("demand", "found"),
    [
        ("text", '"text"'),
        (["text"], "[…]"),
        (3, "3"),
        (True, "true"),
        ({"kind": {"of": 1}}, "{…}"),
        ({"kind": ["text"]}, "[…]"),
        ({"kind": None}, "null"),
        ({"kind": False}, "false"),
    ],
)
def test_what_stands_instead_is_told(demand: object, found: str) -> None:
    _, report = tp.try_structure({"id": "r", "demand": demand}, tp.Requirement)
    assert [each.facts for each in report] == [{"found": found}]


def test_a_required_demand_that_is_null_is_missing() -> None:
    _, report = tp.try_structure({"id": "r", "demand": None}, tp.Requirement)
    assert [(each.code, each.pointer, each.facts) for each in report] == [
        ("DOC101", "", {"field": "demand"})
    ]


@pytest.mark.parametrize("tag", ["lottery", "deadline", "Text"])
def test_a_lone_class_reads_its_own_kind_and_no_other(tag: str) -> None:
    value, report = tp.try_structure({"kind": tag, "text": "x"}, tp.TextDemand)
    assert value is None
    assert [(each.code, each.pointer, each.facts) for each in report] == [
        ("DOC107", "/kind", {"found": f'"{tag}"', "members": ["text"]})
    ]


@pytest.mark.parametrize("kind", [tp.TextDemand, tp.AllOf, tp.UnknownDemand])
@pytest.mark.parametrize(
    ("raw", "code", "place"),
    [
        ({}, "DOC101", ""),
        ({"kind": 3}, "DOC103", "/kind"),
        ("text", "DOC102", ""),
        ([], "DOC102", ""),
    ],
)
def test_a_lone_class_asks_for_an_object_with_a_kind(
    kind: type, raw: object, code: str, place: str
) -> None:
    value, report = tp.try_structure(raw, kind)
    assert value is None
    assert [(each.code, each.pointer) for each in report] == [(code, place)]


def test_a_known_kind_is_not_read_as_an_unknown_one() -> None:
    value, report = tp.try_structure({"kind": "text", "text": "x"}, tp.UnknownDemand)
    assert value is None
    assert [(each.code, each.pointer) for each in report] == [("VAL502", "")]


# What is unknown comes back

ODD: Final = b'{"kind":"lottery","odds":[1.50,null,1E+2,{"a":{},"z":0}],"text":null}'
"""A demand that nobody knows, with numbers as their document wrote them."""


@pytest.mark.parametrize("around", ['"demand":%s', '"demand":{"kind":"none-of","demands":[%s]}'])
def test_a_demand_of_an_unknown_kind_is_written_back_byte_for_byte(around: str) -> None:
    held = '{"schema_version":"1.0","calls":[{"id":"a","requirements":[{"id":"r",%s}]}]}'
    content = (held % around).encode() % ODD
    dataset = tp.read(content)
    written = tp.write(dataset)
    assert written.replace(b" ", b"").replace(b"\n", b"") == content
    assert tp.read(written) == dataset


def test_an_unknown_demand_holds_its_document_whole() -> None:
    demand = tp.read(ODD, tp.UnknownDemand)
    assert demand.content == tp.Raw(
        '{"text":null,"odds":[1.50,null,1E+2,{"z":0,"a":{}}],"kind":"lottery"}'
    )


def test_an_unknown_demand_carries_no_extension_and_is_told_by_no_slip() -> None:
    call = {"id": "a", "requirements": [{"id": "r", "demand": {"kind": "lottery", "demand": 1}}]}
    dataset, report = tp.try_structure({"calls": [call]})
    assert dataset is not None
    assert len(report) == 0
    assert dataset.calls[0].extensions == ()


HELD: Final[dict[str, Any]] = {
    "calls": [
        {
            "id": "a",
            "requirements": [
                {
                    "id": "r",
                    "demand": {
                        "kind": "all-of",
                        "note": 1,
                        "demands": [
                            {"kind": "text", "text": {"fr": "x", "de": "y"}},
                            {"kind": "deadline", "grace": {"days": 3}},
                            {
                                "kind": "any-of",
                                "demands": [{"kind": "applicant", "text": "z"}, {"kind": "odd"}],
                            },
                            {"kind": "deadline", "deadline": {"day": "2021-03-12", "soft": None}},
                        ],
                    },
                }
            ],
        }
    ]
}


def test_unknown_names_inside_of_demands_are_kept_with_their_pointers() -> None:
    (call,) = tp.structure(HELD).calls
    assert {each.at: each.content.json for each in call.extensions} == {
        "/requirements/0/demand/note": 1,
        "/requirements/0/demand/demands/0/text/de": "y",
        "/requirements/0/demand/demands/1/grace": {"days": 3},
        "/requirements/0/demand/demands/2/demands/0/text": "z",
        "/requirements/0/demand/demands/3/deadline/soft": None,
    }


def test_unknown_names_inside_of_demands_come_back_where_they_were() -> None:
    assert json.loads(tp.write(tp.structure(HELD))) == {"schema_version": "1.0", **HELD}


def test_a_name_that_looks_misspelt_is_told_by_the_class_of_the_demand() -> None:
    call = {"id": "a", "requirements": [{"id": "r", "demand": {"kind": "applicant", "kind_s": 1}}]}
    _, report = tp.try_structure({"calls": [call]})
    assert [(each.code, each.pointer, each.facts) for each in report] == [
        ("DOC016", "/calls/0/requirements/0/demand/kind_s", {"name": "kind_s", "near": "kinds"})
    ]


def test_an_unknown_name_has_no_home_where_a_demand_is_read_alone() -> None:
    value, report = tp.try_structure({"kind": "deadline", "grace": 1}, tp.DeadlineDemand)
    assert value is None
    assert [(each.code, each.pointer) for each in report] == [("DOC109", "/grace")]


@pytest.mark.parametrize(
    "at",
    [
        "/requirements/0/demand/kind",
        "/requirements/0/demand/demands/1/kind",
        "/requirements/0/demand/demands/1/deadline",
        "/requirements/0/demand/demands/4/x",
        "/requirements/0/demand/wheels/x",
    ],
)
def test_an_extension_does_not_take_the_place_of_what_a_demand_holds(at: str) -> None:
    demand = tp.AllOf(
        demands=(TEXT, tp.DeadlineDemand(deadline=tp.Deadline(day=tp.PartialDate("2021"))))
    )
    orphan = tp.Extension(at=at, content=tp.Raw("1"))
    call = tp.Call(
        id="a", requirements=(tp.Requirement(id="r", demand=demand),), extensions=(orphan,)
    )
    with pytest.raises(tp.InvalidValue, match="VAL012") as refused:
        tp.write(call)
    assert refused.value.facts == {"at": at}


# Pointers into a family


@pytest.mark.parametrize(
    ("pointer", "name", "item"),
    [
        ("/requirements/0/demand", "demand", False),
        ("/requirements/0/demand/text", "text", False),
        ("/requirements/0/demand/text/en", "en", False),
        ("/requirements/0/demand/deadline/day", "day", False),
        ("/requirements/0/demand/what", "what", False),
        ("/requirements/0/demand/demands", "demands", False),
        ("/requirements/0/demand/demands/3", "demands", True),
        ("/requirements/0/demand/demands/3/kinds/0", "kinds", True),
        ("/requirements/0/demand/demands/3/demands/0/share/percent", "percent", False),
    ],
)
def test_a_pointer_names_a_field_that_a_demand_of_the_family_may_have(
    pointer: str, name: str, *, item: bool
) -> None:
    spot = spot_at(tp.Call, pointer)
    assert spot is not None
    assert (spot.declaration.name, spot.item) == (name, item)


@pytest.mark.parametrize(
    "pointer",
    [
        "/requirements/0/demand/kind",
        "/requirements/0/demand/content",
        "/requirements/0/demand/odds",
        "/requirements/0/demand/demands/x",
        "/requirements/0/demand/demands/0/demand",
    ],
)
def test_a_pointer_names_nothing_that_no_demand_has(pointer: str) -> None:
    assert spot_at(tp.Call, pointer) is None


@pytest.mark.parametrize(
    ("pointer", "annotation"),
    [
        ("/requirements/0/demand", tp.Demand),
        ("/requirements/0/demand/demands/0", tp.Demand),
        ("/requirements/0/demand/demands", tuple[tp.Demand, ...]),
        ("/names", tuple[tp.Name, ...]),
        ("/names/0", tp.Name),
        ("/programmes/0", tp.Ref[tp.Programme]),
        ("/rounds/0/tracks/0", EntityId),
        ("/rounds/0/deadline", tp.Deadline | None),
    ],
)
def test_a_spot_tells_what_a_value_there_must_be(pointer: str, annotation: object) -> None:
    spot = spot_at(tp.Call, pointer)
    assert spot is not None
    assert spot.annotation == annotation


@pytest.mark.parametrize(
    ("value", "codes"), [("green", set()), ("The Green One", {"SRC002"}), (["green"], {"SRC002"})]
)
def test_an_item_must_have_the_form_of_its_list(value: object, codes: set[str]) -> None:
    statement = tp.Statement(
        about="/tracks/0", value=tp.Raw.of(value), standing=tp.Standing.ALTERNATIVE
    )
    file = tp.Application(id="file", tracks=("blue",), statements=(statement,))
    assert tp.check(tp.Dataset(applications=(file,))).codes == codes


CALL: Final = tp.structure(HELD).calls[0]


@pytest.mark.parametrize(
    ("about", "codes"),
    [
        ("/requirements/0/demand/demands/0/text", set()),
        ("/requirements/0/demand/demands/1/deadline", set()),
        ("/requirements/0/demand/demands/1/grace/days", set()),
        ("/requirements/0/demand/demands/2/demands/1/odds", set()),
        ("/requirements/0/demand/demands/2/demands/1", set()),
        ("/requirements/0/demand/demands/4", {"SRC001"}),
        ("/requirements/0/demand/demands/0/wheels", {"SRC001"}),
        ("/requirements/0/demand/wheels", {"SRC001"}),
        ("/requirements/0/demand/notes", {"SRC001"}),
    ],
)
def test_statements_speak_of_what_a_demand_holds_or_of_what_is_kept_as_it_came(
    about: str, codes: set[str]
) -> None:
    told = evolve(CALL, statements=(tp.Statement(about=about),))
    assert tp.check(tp.Dataset(calls=(told,))).codes - {"CAL005"} == codes


def test_a_value_is_read_as_the_family_has_it() -> None:
    about = "/requirements/0/demand"
    for value, codes in (
        ({"kind": "deadline"}, set()),
        ({"kind": "odd"}, set()),
        ({"kind": "territory"}, {"SRC002"}),
        ({}, {"SRC002"}),
        ("deadline", {"SRC002"}),
    ):
        statement = tp.Statement(
            about=about, value=tp.Raw.of(value), standing=tp.Standing.ALTERNATIVE
        )
        told = evolve(CALL, statements=(statement,))
        assert tp.check(tp.Dataset(calls=(told,))).codes - {"CAL005"} == codes


def test_what_equals_its_default_is_not_written_even_if_it_is_another_object() -> None:
    another = "-fr"[1:]
    name = tp.Name("Cerdd", language=another)
    assert tp.unstructure(name) == "Cerdd"
