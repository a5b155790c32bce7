"""Counts and rates: what they admit, and what they refuse."""

from decimal import Context, Decimal, Inexact, localcontext
from typing import Final

import pytest

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values import Count, Exactness, Rate, RateBase, Ternary
from territoires_participatifs.values.declarations import GREATEST

YES: Final = Ternary.YES
NO: Final = Ternary.NO
UNDETERMINED: Final = Ternary.UNDETERMINED


@pytest.mark.parametrize(
    ("stated", "number", "admits"),
    [
        (Count(10), 10, YES),
        (Count(10), 9, NO),
        (Count(10), 11, NO),
        (Count(0), 0, YES),
        (Count(10, Exactness.AT_LEAST), 9, NO),
        (Count(10, Exactness.AT_LEAST), 10, UNDETERMINED),
        (Count(10, Exactness.AT_LEAST), 11, UNDETERMINED),
        (Count(10, Exactness.AT_MOST), 9, UNDETERMINED),
        (Count(10, Exactness.AT_MOST), 10, UNDETERMINED),
        (Count(10, Exactness.AT_MOST), 11, NO),
        (Count(10, Exactness.MORE_THAN), 9, NO),
        (Count(10, Exactness.MORE_THAN), 10, NO),
        (Count(10, Exactness.MORE_THAN), 11, UNDETERMINED),
        (Count(10, Exactness.LESS_THAN), 9, UNDETERMINED),
        (Count(10, Exactness.LESS_THAN), 10, NO),
        (Count(10, Exactness.LESS_THAN), 11, NO),
        (Count(10, Exactness.BETWEEN, 12), 9, NO),
        (Count(10, Exactness.BETWEEN, 12), 10, UNDETERMINED),
        (Count(10, Exactness.BETWEEN, 12), 12, UNDETERMINED),
        (Count(10, Exactness.BETWEEN, 12), 13, NO),
        (Count(10, Exactness.ABOUT), 4, NO),
        (Count(10, Exactness.ABOUT), 5, UNDETERMINED),
        (Count(10, Exactness.ABOUT), 20, UNDETERMINED),
        (Count(10, Exactness.ABOUT), 21, NO),
        (Count(11, Exactness.ABOUT), 5, NO),
        (Count(11, Exactness.ABOUT), 6, UNDETERMINED),
        (Count(0, Exactness.ABOUT), 0, UNDETERMINED),
        (Count(0, Exactness.ABOUT), 1, NO),
    ],
    ids=str,
)
def test_a_count_admits_up_to_its_bounds(stated: Count, number: int, admits: Ternary) -> None:
    assert stated.admits(number) is admits


@pytest.mark.parametrize("exactness", Exactness)
def test_an_upper_bound_goes_with_between_and_only_with_it(exactness: Exactness) -> None:
    wrong, right = (None, 10) if exactness is Exactness.BETWEEN else (10, None)
    assert Count(10, exactness, right).upper == right
    with pytest.raises(InvalidValue, match="VAL401") as refused:
        Count(10, exactness, wrong)
    assert refused.value.facts == {"lower": 10, "upper": wrong}


def test_the_upper_bound_does_not_lie_below_the_lower() -> None:
    with pytest.raises(InvalidValue, match="VAL401"):
        Count(10, Exactness.BETWEEN, 9)


def test_there_are_no_fewer_things_than_none() -> None:
    assert Count(0).value == 0
    with pytest.raises(InvalidValue, match="VAL402") as refused:
        Count(-1)
    assert refused.value.facts == {"value": -1}


def test_a_number_is_held_as_far_as_every_program_can() -> None:
    assert Count(2**53 - 1).value == GREATEST
    assert Count(0, Exactness.BETWEEN, 2**53 - 1).upper == GREATEST
    for number in (2**53, -(2**53), 10**5000):
        with pytest.raises(InvalidValue, match="VAL403") as refused:
            Count(number)
        assert refused.value.facts == {"greatest": 9_007_199_254_740_991}
    with pytest.raises(InvalidValue, match="VAL403"):
        Count(0, Exactness.BETWEEN, 2**53)


@pytest.mark.parametrize("value", [True, 10.0, "10", None, Decimal(10)])
def test_a_count_is_a_whole_number(value: object) -> None:
    with pytest.raises(TypeError, match=r"Count\.value takes int, not"):
        Count(value)  # type: ignore[arg-type]  # our caller's mistake


@pytest.mark.parametrize(
    ("stated", "french", "english"),
    [
        (Count(1500), "1\u202f500", "1,500"),
        (Count(10, Exactness.ABOUT), "environ 10", "about 10"),
        (Count(10, Exactness.AT_LEAST), "au moins 10", "at least 10"),
        (Count(10, Exactness.AT_MOST), "au plus 10", "at most 10"),
        (Count(10, Exactness.MORE_THAN), "plus de 10", "more than 10"),
        (Count(10, Exactness.LESS_THAN), "moins de 10", "less than 10"),
        (Count(1000, Exactness.BETWEEN, 1200), "de 1\u202f000 à 1\u202f200", "from 1,000 to 1,200"),
    ],
    ids=str,
)
def test_a_count_is_said_as_people_say_it(stated: Count, french: str, english: str) -> None:
    assert stated.in_words("fr") == french
    assert stated.in_words("en") == english


@pytest.mark.parametrize(
    ("exactness", "written"),
    [
        (Exactness.MORE_THAN, "10; exactness=more-than"),
        (Exactness.LESS_THAN, "10; exactness=less-than"),
    ],
)
def test_a_strict_bound_is_written_and_read_back(exactness: Exactness, written: str) -> None:
    assert str(Count(10, exactness)) == written
    assert Count.parse(written) == Count(10, exactness)


def test_a_count_is_written_with_what_else_is_known() -> None:
    stated = Count(10, Exactness.BETWEEN, 12, wording="dix à douze")
    assert str(stated) == "10; exactness=between; upper=12; wording=dix à douze"
    assert Count.parse(str(stated)) == stated


# Rates


@pytest.mark.parametrize(
    ("value", "percent"),
    [
        ("80", "80"),
        ("80 %", "80"),
        ("80%", "80"),
        (" 80\u202f%\n", "80"),
        ("12,5", "12.5"),
        ("12.50 %", "12.5"),
        ("0", "0"),
        ("100", "100"),
        ("120", "120"),
        ("999999.99999999999999999999", "999999.99999999999999999999"),
        ("33.33333333333333", "33.33333333333333"),
        (90, "90"),
        (999_999, "999999"),
        (Decimal("1E+2"), "100"),
        (Decimal("12.500"), "12.5"),
        (Decimal("-0"), "0"),
        (Decimal("1E-20"), "0.00000000000000000001"),
    ],
)
def test_a_rate_is_kept_exactly_and_in_one_form(value: str | int | Decimal, percent: str) -> None:
    assert Rate(value).percent == Decimal(percent)
    assert str(Rate(value)) == percent
    assert Rate.parse(percent) == Rate(value)


NO_RATES: Final[list[str | int | Decimal]] = [
    "",
    "%",
    "%80",
    "80 %%",
    "-1",
    "-0.5",
    "+80",
    "1e1",
    "8_0",
    "NaN",
    "Infinity",
    ".5",
    "5.",
    "1 000",
    "1000000",
    "80\n%\n%",
    "1.000000000000000000001",
    "\uff18\uff10",
    "80\u066a",
    "quatre-vingts",
    -1,
    1_000_000,
    10**5000,
    Decimal("-0.01"),
    Decimal("1E-21"),
    Decimal("1E+6"),
    Decimal("1E+999999999"),
    Decimal("NaN"),
    Decimal("sNaN"),
    Decimal("Infinity"),
    Decimal("-Infinity"),
]


@pytest.mark.parametrize("value", NO_RATES, ids=range(len(NO_RATES)))
def test_what_is_no_rate_is_refused(value: str | int | Decimal) -> None:
    with pytest.raises(InvalidValue, match="VAL404") as refused:
        Rate(value)
    assert refused.value.facts["value"] is value


@pytest.mark.parametrize("value", [0.8, True, None, b"80"])
def test_a_rate_is_exact(value: object) -> None:
    with pytest.raises(TypeError, match="a rate is a text, an int or a Decimal, not"):
        Rate(value)  # type: ignore[arg-type]  # our caller's mistake


def test_the_decimal_context_of_the_program_does_not_matter() -> None:
    with localcontext(Context(prec=1, traps=[Inexact])):
        assert str(Rate("33.333")) == "33.333"
        assert Count(1500).in_words("en") == "1,500"


def test_rates_of_two_bases_are_different_things() -> None:
    assert Rate("80", RateBase.TOTAL_COST) != Rate("80", RateBase.PUBLIC_FINANCING)


@pytest.mark.parametrize(
    ("base", "french", "english"),
    [
        (RateBase.UNSPECIFIED, "12,5\u202f%", "12.5%"),
        (
            RateBase.ELIGIBLE_EXPENSE,
            "12,5\u202f% de la dépense éligible",
            "12.5% of the eligible expense",
        ),
        (RateBase.TOTAL_COST, "12,5\u202f% du coût total", "12.5% of the total cost"),
        (
            RateBase.PUBLIC_FINANCING,
            "12,5\u202f% des financements publics",
            "12.5% of the public financing",
        ),
        (RateBase.GRANT, "12,5\u202f% de la subvention", "12.5% of the grant"),
        (
            RateBase.PARTICIPATION,
            "12,5\u202f% de la participation",
            "12.5% of the participation",
        ),
        (RateBase.ENVELOPE, "12,5\u202f% de l'enveloppe", "12.5% of the envelope"),
    ],
)
def test_a_rate_is_said_with_its_base(base: RateBase, french: str, english: str) -> None:
    assert Rate("12.5", base).in_words("fr") == french
    assert Rate("12.5", base).in_words("en") == english
