"""Every rule on both sides of its boundary, by the cases of tests/cases."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

import territoires_participatifs as tp
from territoires_participatifs.language import LANGUAGES, catalogue

CASES = Path(__file__).parents[2] / "cases"
MOMENTS = list(tp.Moment)
CODES = [each.code for each in tp.RULEBOOK.rules]


def _cases(kind: str) -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.toml")):
        document = tomllib.loads(path.read_text(encoding="utf-8"))
        for case in document.get(kind, []):
            name = f"{path.stem}: {case['why']}"
            found.append(pytest.param(path.stem, document["base"], case, id=name))
    return found


def _document(base: str, case: dict[str, Any]) -> bytes:
    document = json.loads((CASES / "base" / f"{base}.json").read_text(encoding="utf-8"))
    for pointer, value in case.get("set", {}).items():
        holder, step = _holder(document, pointer)
        holder[step] = value
    for pointer in case.get("remove", []):
        holder, step = _holder(document, pointer)
        del holder[step]
    return json.dumps(document).encode()


def _holder(document: Any, pointer: str) -> tuple[Any, Any]:
    *way, last = pointer.split("/")[1:]
    for step in way:
        document = document[int(step) if isinstance(document, list) else step]
    return document, int(last) if isinstance(document, list) else last


def _places(code: str, base: str, case: dict[str, Any], moment: tp.Moment) -> list[str]:
    """Return where a rule speaks; a case that is refused by mistake would prove nothing."""
    report = tp.check(_document(base, case), on=case.get("on"), moment=moment)
    odd = [each for each in report.codes if each.startswith(("CHK", "DOC", "VAL"))]
    assert bool(odd) == case.get("refused", False)
    return [each.pointer for each in report if each.code == code]


@pytest.mark.parametrize(("code", "base", "case"), _cases("passes"))
def test_a_rule_is_silent_on_the_right_side(code: str, base: str, case: dict[str, Any]) -> None:
    moment = tp.Moment(case.get("moment", "publication"))
    assert _places(code, base, case, moment) == []


@pytest.mark.parametrize(("code", "base", "case"), _cases("fails"))
def test_a_rule_speaks_on_the_wrong_side(code: str, base: str, case: dict[str, Any]) -> None:
    moment = tp.Moment(case.get("moment", "publication"))
    assert sorted(_places(code, base, case, moment)) == sorted(case["at"])


@pytest.mark.parametrize(("code", "base", "case"), _cases("fails"))
def test_a_rule_speaks_from_its_moment_on_and_not_before(
    code: str, base: str, case: dict[str, Any]
) -> None:
    for moment in MOMENTS:
        spoken = bool(_places(code, base, case, moment))
        assert spoken == (moment >= tp.RULEBOOK[code].moment), moment


@pytest.mark.parametrize("path", sorted((CASES / "base").glob("*.json")), ids=lambda p: p.stem)
def test_base_documents_are_sound(path: Path) -> None:
    assert tp.check(path).render() == "Nothing wrong."


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_cases_on_both_sides(code: str) -> None:
    document = tomllib.loads((CASES / f"{code}.toml").read_text(encoding="utf-8"))
    assert document["passes"]
    assert document["fails"]
    for each in [*document["passes"], *document["fails"]]:
        assert each["why"] != each["why_fr"]


def test_every_case_file_belongs_to_a_rule() -> None:
    assert [path.stem for path in sorted(CASES.glob("*.toml"))] == CODES


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_its_sentences(code: str, language: tp.Language) -> None:
    assert set(catalogue(language)[code]) == {"title", "why", "message", "remedy"}


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_a_reason_a_source_and_a_version(code: str) -> None:
    rule = tp.RULEBOOK[code]
    assert rule.reason
    assert all(each.title for each in rule.sources)
    assert rule.sources
    assert rule.since == "26.1"
    assert rule.name.count(".") == 1
