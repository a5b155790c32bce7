"""Money to the cent: how it is read, added, compared and said."""

from collections.abc import Callable
from decimal import ROUND_FLOOR, Context, Decimal, Inexact, localcontext
from typing import Final

import pytest

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values import Amount, Exactness, Money, TaxBasis, Ternary

YES: Final = Ternary.YES
NO: Final = Ternary.NO
UNDETERMINED: Final = Ternary.UNDETERMINED


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("0", "0.00 EUR"),
        ("-0", "0.00 EUR"),
        ("-0,00 €", "0.00 EUR"),
        ("007", "7.00 EUR"),
        ("23000", "23000.00 EUR"),
        ("23000.5", "23000.50 EUR"),
        ("23 000,00 €", "23000.00 EUR"),
        ("23\u00a0000,00\u00a0€", "23000.00 EUR"),
        ("23\u202f000\u202f€", "23000.00 EUR"),
        ("1\u2009234\u2009567,89 €", "1234567.89 EUR"),
        ("999 999 999 999 999", "999999999999999.00 EUR"),
        ("999999999999999.999999", "999999999999999.999999 EUR"),
        (" 50 CHF\n", "50.00 CHF"),
        ("50CHF", "50.00 CHF"),
        ("-50,5", "-50.50 EUR"),
        ("0,125", "0.1250 EUR"),
        ("0.125", "0.1250 EUR"),
        ("1234,567", "1234.5670 EUR"),
        ("1 234,567", "1234.5670 EUR"),
        ("1.1250", "1.1250 EUR"),
        ("1.12345", "1.12345 EUR"),
        ("0.000001", "0.000001 EUR"),
        ("1.0000", "1.00 EUR"),
    ],
)
def test_a_sum_is_taken_as_people_write_it_and_kept_in_one_form(text: str, written: str) -> None:
    assert str(Money(text)) == written
    assert Money.parse(written) == Money(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "€",
        "EUR",
        "beaucoup",
        "23,000",
        "23.000",
        "-23.000 €",
        "1.125",
        "999,999",
        "1,234,567",
        "1.234.567,89",
        "1,234.56",
        "12 34",
        "1 0000",
        "1234 567",
        "2020 500",
        "1  000",
        "1\n000",
        "1 000 000 000 000 000",
        "1000000000000000",
        "0.0000001",
        "1e3",
        "+5",
        "- 5",
        "\u22125",
        "5-",
        ".5",
        "5.",
        "5,",
        "50 k€",
        "€ 50",
        "50 € 20",
        "50 eur",
        "50 EURO",
        "5_0",
        "NaN",
        "Infinity",
        "\uff15\uff10",
        "\u0665\u0660",
        "50\u200f",
    ],
)
def test_a_text_that_is_no_sum_or_may_be_two_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="VAL201") as refused:
        Money(text)
    assert refused.value.facts == {"value": text}


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (23000, "23000.00 EUR"),
        (-1, "-1.00 EUR"),
        (907_199_254_740_993, "907199254740993.00 EUR"),
        (999_999_999_999_999, "999999999999999.00 EUR"),
        (Decimal("23.000"), "23.00 EUR"),
        (Decimal("1E+3"), "1000.00 EUR"),
        (Decimal("1.125"), "1.1250 EUR"),
        (Decimal("1.1234560000"), "1.123456 EUR"),
        (Decimal("-0"), "0.00 EUR"),
    ],
)
def test_a_number_is_kept_exactly(number: int | Decimal, written: str) -> None:
    assert str(Money(number)) == written


TOO_MUCH: Final[list[int | Decimal]] = [
    10**15,
    -(10**15),
    10**400,
    10**5000,
    Decimal("1.1234567"),
    Decimal("1E+999999999"),
    Decimal("1E-999999999"),
    Decimal("NaN"),
    Decimal("sNaN"),
    Decimal("Infinity"),
]


@pytest.mark.parametrize("number", TOO_MUCH, ids=range(len(TOO_MUCH)))
def test_a_number_that_no_sum_reaches_is_refused(number: int | Decimal) -> None:
    with pytest.raises(InvalidValue, match="VAL201") as refused:
        Money(number)
    assert refused.value.facts["value"] is number


@pytest.mark.parametrize("value", [0.1, 1.0, True, None, b"50", [50]])
def test_a_float_is_never_money(value: object) -> None:
    with pytest.raises(TypeError, match="a sum is a text, an int or a Decimal, not"):
        Money(value)  # type: ignore[arg-type]  # our caller's mistake


def test_a_currency_may_be_said_in_the_text_or_beside_it() -> None:
    assert Money("50", "CHF") == Money("50 CHF") == Money("50 CHF", "CHF")
    assert Money("50 €", "EUR") == Money("50")


@pytest.mark.parametrize(
    ("text", "currency", "told"),
    [
        ("50 €", "CHF", "EUR, CHF"),
        ("50 CHF", "EUR", "CHF, EUR"),
        ("50", "", ""),
        ("50", "eur", "eur"),
        ("50", "€", "€"),
        ("50", "EURO", "EURO"),
        ("50", "EUR\n", "EUR\n"),
        ("50", "ÉUR", "ÉUR"),
    ],
)
def test_two_currencies_or_none_are_refused(text: str, currency: str, told: str) -> None:
    with pytest.raises(InvalidValue, match="VAL202") as refused:
        Money(text, currency)
    assert refused.value.facts == {"value": told}


def test_sums_are_exact() -> None:
    assert Money("0.10") + Money("0.20") == Money("0.30")
    assert Money("0.30") - Money("0.10") == Money("0.20")
    assert Money("999999999999999.999998") + Money("0.000001") == Money("999999999999999.999999")
    assert Money("19.99") * 3 == Money("59.97")
    assert 3 * Money("19.99") == Money("59.97")
    assert Money("1000") * Decimal("0.055") == Money(55)
    assert Money("50 CHF") * 2 == Money("100 CHF")
    assert Decimal("0.5") * Money("0.01") == Money("0.0050")


def test_the_decimal_context_of_the_program_does_not_matter() -> None:
    with localcontext(Context(prec=2, traps=[Inexact], rounding=ROUND_FLOOR, capitals=0)):
        assert str(Money("123456.78") + Money("0.01")) == "123456.79 EUR"
        assert str(Money("123456.78") - Money("0.01")) == "123456.77 EUR"
        assert str(Money("123456.78") * 3) == "370370.34 EUR"
        assert str(Money("0.01") - Money("0.01")) == "0.00 EUR"
        assert Money("123456.78").in_words("en") == "€123,456.78"
        about = Amount(Money("123456.78"), Exactness.ABOUT)
        assert about.admits(Money("61728.39")) is UNDETERMINED
        assert about.admits(Money("61728.38")) is NO


@pytest.mark.parametrize(
    "factor", [Decimal("1E-7"), Decimal("1E+15"), Decimal("NaN"), Decimal("Infinity"), 10**16]
)
def test_a_product_that_is_no_sum_is_refused(factor: Decimal | int) -> None:
    with pytest.raises(InvalidValue, match="VAL201"):
        Money("1.10") * factor


def test_a_sum_beyond_fifteen_digits_is_refused() -> None:
    with pytest.raises(InvalidValue, match="VAL201"):
        Money("999999999999999") + Money(1)


@pytest.mark.parametrize("factor", [0.5, True, None, "2", Money(2)])
def test_money_is_multiplied_by_exact_numbers(factor: object) -> None:
    told = f"money is multiplied by an int or a Decimal, not by {type(factor).__name__}$"
    with pytest.raises(TypeError, match=told):
        Money(1) * factor  # type: ignore[operator]  # our caller's mistake


OPERATIONS: Final[list[Callable[[Money], Callable[[Money], object]]]] = [
    lambda money: money.__add__,
    lambda money: money.__sub__,
    lambda money: money.__lt__,
    lambda money: money.__le__,
    lambda money: money.__gt__,
    lambda money: money.__ge__,
]


@pytest.mark.parametrize("operation", OPERATIONS, ids=["+", "-", "<", "<=", ">", ">="])
def test_two_currencies_never_mix(operation: Callable[[Money], Callable[[Money], object]]) -> None:
    with pytest.raises(InvalidValue, match="VAL203") as refused:
        operation(Money("1 EUR"))(Money("1 CHF"))
    assert refused.value.facts == {"one": "EUR", "other": "CHF"}


@pytest.mark.parametrize("operation", OPERATIONS, ids=["+", "-", "<", "<=", ">", ">="])
def test_money_goes_with_money_alone(
    operation: Callable[[Money], Callable[[object], object]],
) -> None:
    for stranger in (1, Decimal(1), "1.00 EUR", None):
        told = f"money goes with money, not with {type(stranger).__name__}$"
        with pytest.raises(TypeError, match=told):
            operation(Money(1))(stranger)


def test_sums_compare_by_their_value() -> None:
    less, more = Money("0.99"), Money("1")
    assert less < more
    assert not less < Money("0.990")
    assert less <= more
    assert less <= Money("0.990")
    assert not more <= less
    assert more > less
    assert not more > Money("1.00")
    assert more >= less
    assert more >= Money("1.00")
    assert not less >= more
    assert max(less, more) == more


def test_one_sum_in_two_currencies_is_two_sums() -> None:
    assert Money("1 EUR") != Money("1 CHF")
    assert Money("1 EUR") != Decimal(1)


@pytest.mark.parametrize(
    ("money", "french", "english"),
    [
        (Money(0), "0\u00a0€", "€0"),
        (Money(50), "50\u00a0€", "€50"),
        (Money("23000"), "23\u202f000\u00a0€", "€23,000"),
        (Money("23000.50"), "23\u202f000,50\u00a0€", "€23,000.50"),
        (Money("-1234567.89"), "-1\u202f234\u202f567,89\u00a0€", "-€1,234,567.89"),
        (Money("-0.50"), "-0,50\u00a0€", "-€0.50"),
        (Money("1000 CHF"), "1\u202f000\u00a0CHF", "1,000\u00a0CHF"),
        (Money("-1.50 CHF"), "-1,50\u00a0CHF", "-1.50\u00a0CHF"),
        (Money("0.125"), "0,1250\u00a0€", "€0.1250"),
        (Money("100"), "100\u00a0€", "€100"),
    ],
)
def test_money_is_said_as_people_write_it(money: Money, french: str, english: str) -> None:
    assert money.in_words("fr") == french
    assert money.in_words("en") == english


def test_money_shows_how_it_is_made() -> None:
    assert repr(Money("50 CHF")) == "Money('50.00 CHF')"


# Amounts


def amount(text: str, exactness: Exactness, upper: str | None = None) -> Amount:
    return Amount(Money(text), exactness, None if upper is None else Money(upper))


@pytest.mark.parametrize(
    ("stated", "money", "admits"),
    [
        (amount("50000", Exactness.EXACT), "50000", YES),
        (amount("50000", Exactness.EXACT), "50000.01", NO),
        (amount("50000", Exactness.EXACT), "49999.99", NO),
        (amount("50000", Exactness.AT_MOST), "50000", UNDETERMINED),
        (amount("50000", Exactness.AT_MOST), "50000.01", NO),
        (amount("50000", Exactness.AT_MOST), "0", UNDETERMINED),
        (amount("50000", Exactness.AT_LEAST), "50000", UNDETERMINED),
        (amount("50000", Exactness.AT_LEAST), "49999.99", NO),
        (amount("50000", Exactness.AT_LEAST), "999999", UNDETERMINED),
        (amount("50000", Exactness.MORE_THAN), "49999.99", NO),
        (amount("50000", Exactness.MORE_THAN), "50000", NO),
        (amount("50000", Exactness.MORE_THAN), "50000.01", UNDETERMINED),
        (amount("50000", Exactness.LESS_THAN), "49999.99", UNDETERMINED),
        (amount("50000", Exactness.LESS_THAN), "50000", NO),
        (amount("50000", Exactness.LESS_THAN), "50000.01", NO),
        (amount("50000", Exactness.BETWEEN, "60000"), "49999.99", NO),
        (amount("50000", Exactness.BETWEEN, "60000"), "50000", UNDETERMINED),
        (amount("50000", Exactness.BETWEEN, "60000"), "60000", UNDETERMINED),
        (amount("50000", Exactness.BETWEEN, "60000"), "60000.01", NO),
        (amount("50000", Exactness.ABOUT), "24999.99", NO),
        (amount("50000", Exactness.ABOUT), "25000", UNDETERMINED),
        (amount("50000", Exactness.ABOUT), "50000", UNDETERMINED),
        (amount("50000", Exactness.ABOUT), "100000", UNDETERMINED),
        (amount("50000", Exactness.ABOUT), "100000.01", NO),
        (amount("-100", Exactness.ABOUT), "-49.99", NO),
        (amount("-100", Exactness.ABOUT), "-50", UNDETERMINED),
        (amount("-100", Exactness.ABOUT), "-200", UNDETERMINED),
        (amount("-100", Exactness.ABOUT), "-200.01", NO),
        (amount("-100", Exactness.ABOUT), "100", NO),
        (amount("0", Exactness.ABOUT), "0", UNDETERMINED),
        (amount("0", Exactness.ABOUT), "0.01", NO),
        (amount("0", Exactness.ABOUT), "-0.01", NO),
    ],
    ids=str,
)
def test_an_amount_admits_up_to_its_bounds(stated: Amount, money: str, admits: Ternary) -> None:
    assert stated.admits(Money(money)) is admits


def test_nobody_can_tell_in_another_currency() -> None:
    assert Amount(Money("50 EUR")).admits(Money("50 CHF")) is UNDETERMINED


@pytest.mark.parametrize("exactness", Exactness)
def test_an_upper_bound_goes_with_between_and_only_with_it(exactness: Exactness) -> None:
    bounds = [None, Money(100)]
    wrong, right = bounds if exactness is Exactness.BETWEEN else reversed(bounds)
    assert Amount(Money(100), exactness, right).upper is right
    with pytest.raises(InvalidValue, match="VAL401") as refused:
        Amount(Money(100), exactness, wrong)
    assert refused.value.facts == {"lower": Money(100), "upper": wrong}


def test_the_upper_bound_does_not_lie_below_the_sum() -> None:
    with pytest.raises(InvalidValue, match="VAL401"):
        amount("100", Exactness.BETWEEN, "99.99")


def test_the_two_bounds_are_in_one_currency() -> None:
    with pytest.raises(InvalidValue, match="VAL203"):
        amount("100 EUR", Exactness.BETWEEN, "200 CHF")


def test_an_amount_is_written_with_what_else_is_known() -> None:
    stated = Amount(Money(50), Exactness.BETWEEN, Money(60), TaxBasis.BEFORE_TAX)
    assert str(stated) == "50.00 EUR; exactness=between; upper=60.00 EUR; basis=before-tax"
    assert Amount.parse(str(stated)) == stated
    assert Amount(Money(50)).is_short()
    assert not stated.is_short()


@pytest.mark.parametrize(
    ("stated", "french", "english"),
    [
        (Amount(Money(50)), "50\u00a0€", "€50"),
        (amount("50", Exactness.ABOUT), "environ 50\u00a0€", "about €50"),
        (amount("50", Exactness.AT_LEAST), "au moins 50\u00a0€", "at least €50"),
        (amount("50", Exactness.AT_MOST), "au plus 50\u00a0€", "at most €50"),
        (amount("50", Exactness.MORE_THAN), "plus de 50\u00a0€", "more than €50"),
        (amount("50", Exactness.LESS_THAN), "moins de 50\u00a0€", "less than €50"),
        (amount("50", Exactness.BETWEEN, "60"), "de 50\u00a0€ à 60\u00a0€", "from €50 to €60"),
        (Amount(Money(50), basis=TaxBasis.BEFORE_TAX), "50\u00a0€ HT", "€50 before tax"),
        (Amount(Money(50), basis=TaxBasis.TAX_INCLUDED), "50\u00a0€ TTC", "€50 including tax"),
        (Amount(Money(50), basis=TaxBasis.NET), "50\u00a0€ net", "€50 net"),
    ],
    ids=str,
)
def test_an_amount_is_said_as_people_say_it(stated: Amount, french: str, english: str) -> None:
    assert stated.in_words("fr") == french
    assert stated.in_words("en") == english


def test_an_amount_is_made_of_money() -> None:
    with pytest.raises(TypeError, match=r"Amount\.money takes Money, not str"):
        Amount("50")  # type: ignore[arg-type]  # our caller's mistake
