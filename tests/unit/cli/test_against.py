"""`territoires check --against`, `explain` of a call, and `new call`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeAlias

import pytest

import territoires_participatifs as tp

Run: TypeAlias = Callable[..., tuple[int, str, str]]

CALL: Final = {
    "id": "ami",
    "names": ["AMI"],
    "closes": "2021-06-30",
    "requirements": [
        {
            "id": "staff",
            "demand": {"kind": "headcount", "number": {"value": 10, "exactness": "less-than"}},
        }
    ],
}
OTHER: Final = {"id": "other", "requirements": []}


def written(name: str, **held: Any) -> None:
    Path(name).write_text(json.dumps(held), encoding="utf-8")


def file_of(number: int | None, call: str | None = "ami", **more: Any) -> dict[str, Any]:
    shop: dict[str, Any] = {"id": "shop"}
    if number is not None:
        shop["headcount"] = number
    held: dict[str, Any] = {"id": "file", "applicant": "shop", "organisations": [shop], **more}
    return held if call is None else {**held, "call": call}


@pytest.fixture(autouse=True)
def calls(folder: Path) -> None:
    del folder  # the tests work in it
    written("calls.json", calls=[CALL])


@pytest.mark.parametrize(
    ("number", "status", "told"),
    [
        (9, 0, "file: Application on 20 May 2021: eligible."),
        (10, 1, "file: Application on 20 May 2021: ineligible."),
        (None, 0, "file: Application on 20 May 2021: undetermined."),
    ],
)
def test_an_application_is_held_against_its_call(
    run: Run, number: int | None, status: int, told: str
) -> None:
    written("a.json", applications=[file_of(number)])
    found = run("check", "a.json", "--against", "calls.json", "--on", "2021-05-20", "--lang", "en")
    assert (found[0], found[2]) == (status, "")
    assert told in found[1]
    assert ("error ASM001" in found[1]) is (status == 1)
    assert ("warning ASM002" in found[1]) is (number is None)
    assert "DAT001" not in found[1]  # its call is known, in the other document


def test_findings_stand_at_their_place_in_the_document(run: Run) -> None:
    written(
        "a.json", applications=[file_of(9, id="first"), file_of(10, organisations=[{"id": "s"}])]
    )
    written("b.json", applications=[file_of(9), {**file_of(10), "id": "second"}])
    status, output, _ = run("check", "b.json", "--against", "calls.json", "--format", "json")
    assert status == 1
    (document,) = json.loads(output)["documents"]
    places = [
        (each["code"], each["entity"], each["place"]["pointer"])
        for each in document["findings"]
        if each["code"] == "ASM001"
    ]
    assert places == [("ASM001", "second", "/applications/1/organisations/0/headcount")]
    assert [each["outcome"] for each in document["assessments"]] == ["eligible", "ineligible"]
    kept = tp.structure(document["assessments"][0], tp.Assessment)
    assert kept.application == tp.Ref("file")


def test_an_application_that_names_no_call_is_held_against_the_only_one(run: Run) -> None:
    written("a.json", applications=[file_of(10, call=None)])
    assert run("check", "a.json", "--against", "calls.json")[0] == 1
    written("two.json", calls=[CALL, OTHER])
    status, output, _ = run("check", "a.json", "--against", "two.json", "--format", "json")
    assert status == 1
    (document,) = json.loads(output)["documents"]
    assert "assessments" not in document
    told = [(each["code"], each["place"].get("pointer")) for each in document["findings"]]
    assert told == [("ASM004", "/applications/0")]
    assert run("check", "a.json", "--against", "two.json#ami")[0] == 1
    assert run("check", "a.json", "--against", "two.json#other")[0] == 0
    assert run("check", "a.json", "--against", "two.json#third")[0] == 3


def test_of_several_calls_the_one_that_is_named_counts(run: Run) -> None:
    written("two.json", calls=[OTHER, CALL])
    written("a.json", applications=[file_of(10)])
    assert run("check", "a.json", "--against", "two.json")[0] == 1
    written("b.json", applications=[file_of(10, call="other")])
    assert run("check", "b.json", "--against", "two.json")[0] == 0
    written("c.json", applications=[file_of(10, call="third")])
    assert "ASM001" not in run("check", "c.json", "--against", "two.json")[1]
    assert "ASM004" in run("check", "c.json", "--against", "two.json")[1]


def test_what_stands_beside_the_call_is_known(run: Run) -> None:
    written("both.json", calls=[CALL], organisations=[{"id": "shop", "headcount": 10}])
    written("a.json", applications=[{"id": "file", "call": "ami", "applicant": "shop"}])
    assert run("check", "a.json", "--against", "both.json")[0] == 1
    written("clash.json", calls=[CALL], organisations=[{"id": "file"}])
    assert run("check", "a.json", "--against", "clash.json")[0] in {0, 1}


def test_a_waiver_beside_the_application_lifts_its_requirement(run: Run) -> None:
    waiver = {
        "requirement": "staff",
        "subject": "file",
        "reason": "Décidé en comité.",
        "authority": "region",
        "on": "2021-01-01",
    }
    region = {"id": "region"}
    written("a.json", applications=[file_of(10)], waivers=[waiver], organisations=[region])
    assert run("check", "a.json", "--against", "calls.json")[0] == 0


def test_a_document_that_holds_no_application_is_told_so(run: Run) -> None:
    written("a.json", organisations=[{"id": "shop"}])
    status, output, _ = run("check", "a.json", "--against", "calls.json")
    assert status == 1
    assert "ASM004" in output
    Path("broken.json").write_text("{", encoding="utf-8")
    assert run("check", "broken.json", "--against", "calls.json")[0] == 3


def test_the_document_of_the_call_must_be_readable_and_hold_one(run: Run) -> None:
    written("a.json", applications=[file_of(9)])
    Path("broken.json").write_text("{", encoding="utf-8")
    status, output, errors = run("check", "a.json", "--against", "broken.json")
    assert (status, output) == (3, "")
    assert "DOC" in errors
    written("empty.json", organisations=[])
    status, output, errors = run("check", "a.json", "--against", "empty.json")
    assert (status, output) == (3, "")
    assert "empty.json ne contient aucun appel." in errors


def test_a_call_is_explained_with_its_rules(run: Run) -> None:
    status, output, errors = run("explain", "calls.json#ami", "--lang", "en")
    assert (status, errors) == (0, "")
    assert output.startswith("ami (AMI) · call")
    assert "Who may apply\n  - staff: less than 10" in output
    written("other.json", calls=[{"id": "other", "aid": [{"cap": "3000.00 EUR"}]}])
    assert "How much\n  - cap" in run("explain", "other.json#other", "--lang", "en")[1]
    written("bare.json", calls=[OTHER])
    assert "Who may apply" not in run("explain", "bare.json#other", "--lang", "en")[1]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_call_to_fill_in_is_a_sound_document_with_the_help_of_its_fields(
    run: Run, language: str
) -> None:
    status, output, errors = run("new", "call", "--lang", language)
    assert (status, errors) == (0, "")
    Path("new.json").write_text(output, encoding="utf-8")
    assert run("check", "new.json")[0] == 0
    call = tp.read("new.json").calls[0]
    assert [each.id for each in call.requirements or ()] == ["who", "in-time", "quality"]
    helped = json.loads(output)["calls"][0]["x-help"]
    assert "projects | expressions-of-interest" in helped["kind"]
    asked = json.loads(output)["calls"][0]["requirements"][0]["x-help"]
    assert set(asked["demand"]) >= {"population", "grant", "all-of"}
    assert asked["consequence"].endswith(")")
    assert all(helped.values())
