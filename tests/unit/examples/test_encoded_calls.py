"""The encoded calls: what each application comes to, and what is left to a person."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

import territoires_participatifs as tp
from territoires_participatifs.calls import leaves

HERE: Final = Path(__file__).parent / "calls"
NAMES: Final = tuple(each for each in tp.example_names() if each.startswith("calls/"))

COUNTED: Final = re.compile(
    r"[0-9]|€|%|\beuros?\b|\bmois\b|\bhabitants?\b|\bau (moins|plus)\b|\bmaximum\b|\bminimum\b"
)
"""What a typed kind could hold: a number, a sum, a share, a duration."""


def expected(name: str) -> dict[str, Any]:
    text = (HERE / f"{name.removeprefix('calls/')}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def texts(call: tp.Call) -> Iterator[tuple[str, tp.TextDemand]]:
    for each in call.requirements or ():
        for _, demand, _ in leaves(each.demand):
            if isinstance(demand, tp.TextDemand):
                yield each.id, demand


def assessed(name: str, application: tp.Application) -> tp.Assessment:
    """Assess an application of an example, all that is left to a person being judged well."""
    told, dataset = expected(name), tp.example(name)
    assert application.call is not None
    call = dataset.get(tp.Call, application.call)
    judged = tuple(
        tp.Judgement(requirement=each, verdict=tp.Ternary.YES, reason="Jugé pour l'exemple.")
        for each in dict(texts(call))
    )
    return tp.assess(application, call, on=told["on"], known=dataset, judgements=judged)


@pytest.mark.parametrize("name", NAMES)
def test_every_application_comes_to_what_was_expected(name: str) -> None:
    told, found = expected(name), {}
    for each in tp.example(name).applications:
        found[each.id] = assessed(name, each)
    wanted = [*told["eligible"]["ids"], *told["ineligible"], *told["undetermined"]]
    assert sorted(wanted) == sorted(found)
    assert told["eligible"]["ids"]
    assert told["ineligible"]
    assert told["undetermined"]
    for each in told["eligible"]["ids"]:
        assert found[each].outcome is tp.Outcome.ELIGIBLE, found[each].in_words("en")
    for each, requirements in told["ineligible"].items():
        assert found[each].outcome is tp.Outcome.INELIGIBLE, found[each].in_words("en")
        unmet = [f.facts["requirement"] for f in found[each].report if f.code == "ASM001"]
        severe = [f for f in found[each].report if f.severity is tp.Severity.ERROR]
        assert [f.facts["requirement"] for f in severe] == requirements, unmet
    for each, places in told["undetermined"].items():
        assert found[each].outcome is tp.Outcome.UNDETERMINED, found[each].in_words("en")
        missing = found[each].missing
        gaps = (*missing.ask, *missing.look_up, *missing.judge)
        assert sorted({gap.place for gap in gaps}) == sorted(places)


@pytest.mark.parametrize("name", NAMES)
def test_free_text_is_only_what_no_typed_kind_can_hold(name: str) -> None:
    told, dataset = expected(name), tp.example(name)
    found = [pair for call in dataset.calls for pair in texts(call)]
    assert {each for each, _ in found} == set(told.get("left-to-a-person", {}))
    assert not [(each, held.text.fr) for each, held in found if COUNTED.search(held.text.fr)]


@pytest.mark.parametrize("name", NAMES)
def test_invented_applications_are_marked_as_illustrations(name: str) -> None:
    dataset = tp.example(name)
    assert {each.source for each in dataset.applications} == {tp.Ref("illustration")}
    title = dataset.get(tp.Source, "illustration").title
    assert "llustration" in title


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_encoded_call_is_explained_without_gaps(name: str, language: Any) -> None:
    dataset = tp.example(name)
    for call in dataset.calls:
        text = tp.explain(call, language, known=dataset)
        assert "{" not in text
        assert "demand-" not in text
        assert "explain." not in text
