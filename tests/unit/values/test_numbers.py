"""Numbers: exact, in one form, and what is refused."""

from decimal import Context, Decimal, Inexact, localcontext
from typing import Final

import pytest

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values import Number


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("14,5", "14.5"),
        ("14.5", "14.5"),
        ("14.50", "14.5"),
        (" 20\u202f\n", "20"),
        ("007", "7"),
        ("0", "0"),
        ("-0", "0"),
        ("-0,00", "0"),
        ("-14,5", "-14.5"),
        ("999999999999999.9999999999", "999999999999999.9999999999"),
        ("-999999999999999", "-999999999999999"),
        ("0.0000000001", "0.0000000001"),
        (20, "20"),
        (-3, "-3"),
        (999_999_999_999_999, "999999999999999"),
        (Decimal("1E+2"), "100"),
        (Decimal("2.500"), "2.5"),
        (Decimal("1E-10"), "0.0000000001"),
    ],
)
def test_a_number_is_kept_exactly_and_in_one_form(value: str | int | Decimal, written: str) -> None:
    number = Number(value)
    assert number.value == Decimal(written)
    assert str(number) == written
    assert repr(number) == f"Number({written!r})"
    assert Number.parse(written) == number


NO_NUMBERS: Final[list[str | int | Decimal]] = [
    "",
    " ",
    "-",
    "--1",
    "+1",
    "1 000",
    "1\u202f000",
    "1_000",
    "1e3",
    "1,5,0",
    "1.000,5",
    ".5",
    "5.",
    "50 %",
    "NaN",
    "Infinity",
    "quatorze",
    "\uff11\uff14",
    "\u0665",
    "1000000000000000",
    "-1000000000000000",
    "0.00000000001",
    10**15,
    -(10**15),
    10**5000,
    Decimal("1E+15"),
    Decimal("1E-11"),
    Decimal("1E+999999999"),
    Decimal("NaN"),
    Decimal("sNaN"),
    Decimal("-Infinity"),
]


@pytest.mark.parametrize("value", NO_NUMBERS, ids=range(len(NO_NUMBERS)))
def test_what_is_no_number_is_refused(value: str | int | Decimal) -> None:
    with pytest.raises(InvalidValue, match="VAL407") as refused:
        Number(value)
    assert refused.value.facts["value"] is value


@pytest.mark.parametrize("value", [14.5, True, None, b"14"])
def test_a_number_is_exact(value: object) -> None:
    with pytest.raises(TypeError, match="a number is a text, an int or a Decimal, not"):
        Number(value)  # type: ignore[arg-type]  # our caller's mistake


def test_numbers_sort_by_what_they_are_worth() -> None:
    marks = [Number("14,5"), Number(9), Number("-3"), Number("14.25")]
    assert [str(each) for each in sorted(marks)] == ["-3", "9", "14.25", "14.5"]
    assert Number(2) < Number(10)
    assert Number("2.0") == Number(2)
    assert hash(Number("2.0")) == hash(Number(2))


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        ("14.5", "14,5", "14.5"),
        ("1234567.25", "1\u202f234\u202f567,25", "1,234,567.25"),
        ("-20", "-20", "-20"),
    ],
)
def test_a_number_is_said_as_people_write_it(value: str, french: str, english: str) -> None:
    assert Number(value).in_words("fr") == french
    assert Number(value).in_words("en") == english


def test_the_decimal_context_of_the_program_does_not_matter() -> None:
    with localcontext(Context(prec=1, traps=[Inexact])):
        assert str(Number("33,333")) == "33.333"
