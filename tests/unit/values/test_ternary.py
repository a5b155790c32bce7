"""Kleene's logic: its whole tables, and no truth value."""

from typing import Final, cast

import pytest

from territoires_participatifs.values.ternary import (
    NOT_APPLICABLE,
    NotApplicable,
    Ternary,
    all_of,
    any_of,
)

YES: Final = Ternary.YES
NO: Final = Ternary.NO
UNDETERMINED: Final = Ternary.UNDETERMINED

AND: Final = {
    (YES, YES): YES,
    (YES, UNDETERMINED): UNDETERMINED,
    (YES, NO): NO,
    (UNDETERMINED, YES): UNDETERMINED,
    (UNDETERMINED, UNDETERMINED): UNDETERMINED,
    (UNDETERMINED, NO): NO,
    (NO, YES): NO,
    (NO, UNDETERMINED): NO,
    (NO, NO): NO,
}
OR: Final = {
    (YES, YES): YES,
    (YES, UNDETERMINED): YES,
    (YES, NO): YES,
    (UNDETERMINED, YES): YES,
    (UNDETERMINED, UNDETERMINED): UNDETERMINED,
    (UNDETERMINED, NO): UNDETERMINED,
    (NO, YES): YES,
    (NO, UNDETERMINED): UNDETERMINED,
    (NO, NO): NO,
}


@pytest.mark.parametrize("pair", AND)
def test_and_follows_kleenes_table(pair: tuple[Ternary, Ternary]) -> None:
    one, other = pair
    assert one & other is AND[pair]
    assert all_of([one, other]) is AND[pair]


@pytest.mark.parametrize("pair", OR)
def test_or_follows_kleenes_table(pair: tuple[Ternary, Ternary]) -> None:
    one, other = pair
    assert one | other is OR[pair]
    assert any_of([one, other]) is OR[pair]


def test_not_turns_sure_answers_and_leaves_the_others() -> None:
    assert [~each for each in (YES, NO, UNDETERMINED)] == [NO, YES, UNDETERMINED]


def test_all_of_nothing_is_yes_and_any_of_nothing_is_no() -> None:
    assert all_of([]) is YES
    assert any_of([]) is NO


def test_many_answers_may_come_from_an_iterator() -> None:
    assert all_of(each for each in (YES, UNDETERMINED, NO, YES)) is NO
    assert any_of(each for each in (NO, UNDETERMINED, YES, NO)) is YES


def test_a_truth_that_may_be_unknown_becomes_an_answer() -> None:
    assert [Ternary.of(each) for each in (True, False, None)] == [YES, NO, UNDETERMINED]


@pytest.mark.parametrize(
    ("answer", "asked"),
    [
        (YES, (True, False, False)),
        (NO, (False, True, False)),
        (UNDETERMINED, (False, False, True)),
    ],
)
def test_each_answer_says_which_it_is(answer: Ternary, asked: tuple[bool, bool, bool]) -> None:
    assert (answer.is_yes, answer.is_no, answer.is_undetermined) == asked


@pytest.mark.parametrize("answer", Ternary)
def test_an_answer_has_no_truth_value(answer: Ternary) -> None:
    with pytest.raises(TypeError) as refused:
        bool(answer)
    assert str(refused.value) == (
        "a Ternary is neither true nor false: ask .is_yes, .is_no or .is_undetermined"
    )


@pytest.mark.parametrize("other", [True, False, None, NOT_APPLICABLE, "yes"])
def test_only_answers_are_combined(other: object) -> None:
    stranger = cast("Ternary", other)
    for combine in (YES.__and__, YES.__or__):
        with pytest.raises(TypeError, match="a Ternary is expected, not"):
            combine(stranger)
    for gather in (all_of, any_of):
        with pytest.raises(TypeError, match="a Ternary is expected, not"):
            gather([stranger])


def test_answers_are_said_in_both_languages() -> None:
    assert [each.in_words("fr") for each in Ternary] == ["oui", "non", "indéterminé"]
    assert [each.in_words("en") for each in Ternary] == ["yes", "no", "undetermined"]


def test_not_applicable_is_one_thing_and_is_said_in_both_languages() -> None:
    assert list(NotApplicable) == [NOT_APPLICABLE]
    assert NOT_APPLICABLE.in_words("fr") == "sans objet"
    assert NOT_APPLICABLE.in_words("en") == "not applicable"
