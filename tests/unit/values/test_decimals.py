"""Decimals that never round, whatever the context around."""

from decimal import MAX_EMAX, Context, Decimal, Inexact, localcontext

import pytest

from territoires_participatifs.values.decimals import EXACT, plain, refuse_floats


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("100", "100"),
        ("1E+2", "100"),
        ("1.200E+3", "1200"),
        ("1.50", "1.5"),
        ("0.000001", "0.000001"),
        ("-0", "0"),
        ("-0.00", "0"),
        ("0E-30", "0"),
        ("0E+30", "0"),
        ("-1.10", "-1.1"),
        ("99999.999999", "99999.999999"),
    ],
)
def test_a_number_loses_its_exponent_and_its_idle_decimals(number: str, text: str) -> None:
    assert str(plain(Decimal(number), digits=5, places=6)) == text


@pytest.mark.parametrize(
    "number",
    [
        "100000",
        "1E+5",
        "0.0000001",
        "1.0000001",
        "NaN",
        "sNaN",
        "-Infinity",
        f"1E+{MAX_EMAX}",
        f"1E-{MAX_EMAX}",
    ],
)
def test_a_number_of_too_many_digits_is_none(number: str) -> None:
    assert plain(Decimal(number), digits=5, places=6) is None


def test_the_context_of_the_program_does_not_matter() -> None:
    with localcontext(Context(prec=2, traps=[Inexact], capitals=0)):
        assert plain(Decimal("12345.678901"), digits=5, places=6) == Decimal("12345.678901")
        assert EXACT.add(Decimal("99999.999999"), Decimal("0.000001")) == 100_000


@pytest.mark.parametrize("value", [1.0, True, None, b"1", 1j])
def test_what_no_number_is_made_from_is_our_callers_mistake(value: object) -> None:
    with pytest.raises(TypeError, match=f"a sum is a text, .* not {type(value).__name__}"):
        refuse_floats(value, "a sum")


@pytest.mark.parametrize("value", ["1", 2, Decimal(3)])
def test_a_number_is_made_from_these(value: object) -> None:
    refuse_floats(value, "a sum")
