"""Every rule has a breaker: spoiled in that one way, a sound dataset wakes that rule alone."""

from typing import Final

import pytest
from breakers import (
    actions,
    applications,
    attendances,
    budgets,
    calls,
    consortia,
    cycles,
    document,
    laureates,
    organisations,
    privacy,
    qualification,
    seats,
    sessions,
    territories,
)
from breakers.base import Breaker
from hypothesis import given, settings

import territoires_participatifs as tp
from territoires_participatifs.strategies import datasets

ROOMS: Final = (
    organisations,
    budgets,
    calls,
    consortia,
    applications,
    laureates,
    actions,
    qualification,
    seats,
    sessions,
    attendances,
    cycles,
    document,
    territories,
    privacy,
)
BREAKERS: Final[dict[str, Breaker]] = {
    code: breaker for room in ROOMS for code, breaker in room.BREAKERS.items()
}

DAYS: Final = {"QUA017": "2100-01-01"}
"""The day of the check, for rules about today: after all that is drawn."""


def test_every_rule_has_a_breaker() -> None:
    assert sorted(BREAKERS) == [each.code for each in tp.RULEBOOK.rules]


@given(datasets())
def test_no_rule_has_a_word_to_say_of_a_sound_dataset(dataset: tp.Dataset) -> None:
    assert tp.check(dataset).render() == "Nothing wrong."


def found(code: str, dataset: tp.Dataset) -> list[tp.Finding]:
    """Return what is found in a spoiled dataset at the moment from which the rule applies.

    Persons have their place until publication, and rules of their own from then on; what is
    waived in an example is not new.
    """
    moment = tp.RULEBOOK[code].moment
    return list(tp.check(BREAKERS[code](dataset), on=DAYS.get(code), moment=moment).standing)


@settings(max_examples=15)
@given(datasets())
def test_a_breaker_wakes_its_rule_and_no_other(dataset: tp.Dataset) -> None:
    for code in BREAKERS:  # to draw costs more than to check
        assert [each.code for each in found(code, dataset)] == [code]


@pytest.mark.parametrize("code", BREAKERS)
@pytest.mark.parametrize("name", tp.example_names())
def test_a_breaker_wakes_its_rule_in_the_shipped_examples(code: str, name: str) -> None:
    assert [each.code for each in found(code, tp.example(name))] == [code]


@pytest.mark.parametrize("code", BREAKERS)
def test_a_finding_speaks_of_the_entity_that_was_broken(code: str) -> None:
    (finding,) = found(code, tp.Dataset(calls=(tp.Call(id="sound"),)))
    assert str(finding.entity).startswith("x-")
