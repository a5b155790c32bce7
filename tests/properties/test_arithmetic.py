"""The laws of money, of counts, of rates and of Kleene's logic."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from territoires_participatifs.values import (
    Amount,
    Count,
    Exactness,
    Money,
    Ternary,
    all_of,
    any_of,
)

CENTS: Final = st.integers(-(10**12), 10**12)
SUMS: Final = CENTS.map(lambda cents: Money(Decimal(cents).scaleb(-2)))
FINE: Final = st.integers(-(10**12), 10**12).map(lambda n: Money(Decimal(n).scaleb(-6)))
ANY: Final = SUMS | FINE


@given(CENTS, CENTS)
def test_sums_add_up_as_whole_numbers_of_cents_do(one: int, other: int) -> None:
    total = Money(Decimal(one).scaleb(-2)) + Money(Decimal(other).scaleb(-2))
    assert total == Money(Decimal(one + other).scaleb(-2))


@given(ANY, ANY, ANY)
def test_addition_commutes_and_associates_exactly(one: Money, other: Money, third: Money) -> None:
    assert one + other == other + one
    assert (one + other) + third == one + (other + third)
    assert str((one + other) + third) == str(one + (other + third))


@given(ANY, ANY)
def test_subtraction_undoes_addition(one: Money, other: Money) -> None:
    assert (one + other) - other == one
    assert one - one == Money(0)


@given(SUMS, SUMS, st.integers(-999, 999))
def test_multiplication_distributes_over_addition(one: Money, other: Money, factor: int) -> None:
    assert (one + other) * factor == one * factor + other * factor
    assert factor * one == one * factor


@given(ANY, ANY)
def test_sums_are_ordered_as_their_numbers(one: Money, other: Money) -> None:
    assert (one < other) is (Fraction(one.sum) < Fraction(other.sum))
    assert (one <= other) is (Fraction(one.sum) <= Fraction(other.sum))
    assert (one > other) is (Fraction(one.sum) > Fraction(other.sum))
    assert (one >= other) is (Fraction(one.sum) >= Fraction(other.sum))
    assert (one == other) is (Fraction(one.sum) == Fraction(other.sum))


@given(ANY, ANY)
def test_adding_more_gives_more(one: Money, other: Money) -> None:
    assert (one + other > one) is (other > Money(0))


# How exact a quantity is

WHOLE: Final = st.integers(0, 1000)


@given(st.sampled_from(Exactness), WHOLE, WHOLE, WHOLE)
def test_a_count_and_an_amount_admit_the_same_numbers(
    exactness: Exactness, lower: int, more: int, number: int
) -> None:
    upper = lower + more if exactness is Exactness.BETWEEN else None
    money = None if upper is None else Money(upper)
    stated = Amount(Money(lower), exactness, money)
    assert Count(lower, exactness, upper).admits(number) is stated.admits(Money(number))


@given(st.sampled_from(Exactness), WHOLE)
def test_what_is_stated_is_excluded_by_a_strict_bound_and_by_no_other(
    exactness: Exactness, number: int
) -> None:
    upper = number if exactness is Exactness.BETWEEN else None
    strict = exactness in {Exactness.MORE_THAN, Exactness.LESS_THAN}
    assert Count(number, exactness, upper).admits(number).is_no is strict


@given(WHOLE, WHOLE)
def test_a_strict_bound_excludes_exactly_what_the_opposite_bound_admits(
    stated: int, number: int
) -> None:
    for strict, opposite in (
        (Exactness.MORE_THAN, Exactness.AT_MOST),
        (Exactness.LESS_THAN, Exactness.AT_LEAST),
    ):
        excluded = Count(stated, strict).admits(number).is_no
        assert excluded is not Count(stated, opposite).admits(number).is_no


@given(st.sampled_from(Exactness), WHOLE, WHOLE)
def test_only_an_exact_number_is_sure(exactness: Exactness, lower: int, number: int) -> None:
    upper = lower if exactness is Exactness.BETWEEN else None
    sure = Count(lower, exactness, upper).admits(number).is_yes
    assert sure is (exactness is Exactness.EXACT and lower == number)


# Kleene's logic

ANSWERS: Final = st.sampled_from(Ternary)
SURE: Final = st.sampled_from([Ternary.YES, Ternary.NO])


@given(ANSWERS, ANSWERS)
def test_de_morgan(one: Ternary, other: Ternary) -> None:
    assert ~(one & other) is ~one | ~other
    assert ~(one | other) is ~one & ~other
    assert ~~one is one


@given(ANSWERS, ANSWERS, ANSWERS)
def test_and_with_or_is_a_distributive_lattice(
    one: Ternary, other: Ternary, third: Ternary
) -> None:
    assert one & other is other & one
    assert one | other is other | one
    assert (one & other) & third is one & (other & third)
    assert (one | other) | third is one | (other | third)
    assert one & (one | other) is one
    assert one | (one & other) is one
    assert one & (other | third) is (one & other) | (one & third)


@given(one=st.booleans(), other=st.booleans())
def test_sure_answers_follow_plain_logic(*, one: bool, other: bool) -> None:
    assert Ternary.of(one) & Ternary.of(other) is Ternary.of(one and other)
    assert Ternary.of(one) | Ternary.of(other) is Ternary.of(one or other)
    assert ~Ternary.of(one) is Ternary.of(not one)


@given(st.lists(ANSWERS), st.data())
def test_learning_more_never_turns_a_sure_answer(
    answers: list[Ternary], data: st.DataObject
) -> None:
    known = [data.draw(SURE) if each.is_undetermined else each for each in answers]
    for gather in (all_of, any_of):
        if not gather(answers).is_undetermined:
            assert gather(known) is gather(answers)


@given(st.lists(ANSWERS))
def test_an_answer_is_undetermined_only_if_learning_more_could_turn_it(
    answers: list[Ternary],
) -> None:
    hopeful = [Ternary.YES if each.is_undetermined else each for each in answers]
    fearful = [Ternary.NO if each.is_undetermined else each for each in answers]
    for gather in (all_of, any_of):
        assert gather(answers).is_undetermined is (gather(hopeful) is not gather(fearful))


@given(st.lists(ANSWERS, min_size=1))
def test_many_answers_are_gathered_two_by_two(answers: list[Ternary]) -> None:
    every = some = answers[0]
    for each in answers[1:]:
        every, some = every & each, some | each
    assert (all_of(answers), any_of(answers)) == (every, some)
