"""Compounds: one text for several fields, and back."""

from decimal import Decimal

import pytest
from attrs import frozen

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values import (
    Count,
    Deadline,
    Exactness,
    Money,
    Name,
    NameKind,
    PartialDate,
    Rate,
    RateBase,
    Span,
    Window,
)
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.declarations import checked


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a", "a"),
        (" a", " a"),
        ("a ", "a "),
        ("a; b", r"a\; b"),
        ("kind=acronym", r"kind\=acronym"),
        ("a\\", r"a\\"),
        ("\\; =", r"\\\; \="),
        ("a\nb", "a\nb"),
        ("« a »", "« a »"),
        (";", r"\;"),
        ("=", r"\="),
    ],
)
def test_separators_in_a_text_are_escaped(text: str, written: str) -> None:
    assert str(Name(text)) == written
    assert Name.parse(written).text == text
    assert str(Name("x", until=PartialDate("2020", wording=text))).startswith("x; until=2020")


@pytest.mark.parametrize(
    ("wording", "written"),
    [
        (" dix", "10; wording= dix"),
        ("a=b", r"10; wording=a\=b"),
        ("a; exactness=about", r"10; wording=a\; exactness\=about"),
        ("\\", r"10; wording=\\"),
    ],
)
def test_separators_in_another_field_are_escaped(wording: str, written: str) -> None:
    assert str(Count(10, wording=wording)) == written
    assert Count.parse(written) == Count(10, wording=wording)


def test_compounds_inside_compounds_are_escaped_twice() -> None:
    deadline = Deadline(day=PartialDate("2020", wording="a; b"))
    assert str(deadline) == r"2020\; wording\=a\\\; b"
    assert Deadline.parse(str(deadline)) == deadline


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10", Count(10)),
        ("10; exactness=about", Count(10, Exactness.ABOUT)),
        ("value=10; exactness=about", Count(10, Exactness.ABOUT)),
        ("exactness=about; value=10", Count(10, Exactness.ABOUT)),
        ("10; exactness=exact", Count(10)),
        ("-0", Count(0)),
    ],
)
def test_fields_may_be_named_in_any_order(text: str, value: Count) -> None:
    assert Count.parse(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "exactness=about",
        "10;exactness=about",
        "10;  exactness=about",
        "10; exactness=about; exactness=about",
        "10; value=10",
        "10; 10",
        "10; colour=red",
        "10; exactness=nearly",
        "10; exactness=ABOUT",
        "10; ",
        "10;",
        "; exactness=about",
        "10\\",
        "10; wording=a\\",
        "10; wording=",
        "ten",
        "1_0",
        "+10",
        " 10",
        "10\n",
        "\uff11\uff10",
        "10.0",
        "9" * 1000,
        "9" * 5000,
    ],
    ids=range(25),
)
def test_a_text_that_str_did_not_write_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match=r"VAL011|VAL001"):
        Count.parse(text)


def test_an_enormous_number_is_refused_as_such() -> None:
    with pytest.raises(InvalidValue, match="VAL403"):
        Count.parse("9" * 999)


def test_what_a_class_refuses_is_refused_when_it_is_read() -> None:
    with pytest.raises(InvalidValue, match="VAL402"):
        Count.parse("-1")
    with pytest.raises(InvalidValue, match="VAL305"):
        Deadline.parse("soon")
    with pytest.raises(InvalidValue, match="VAL404"):
        Rate.parse("eighty; base=grant")


def test_a_text_is_expected() -> None:
    with pytest.raises(TypeError):
        Count.parse(10)  # type: ignore[arg-type]  # our caller's mistake


@pytest.mark.parametrize(
    ("value", "short"),
    [
        (Name("a"), True),
        (Name("b", NameKind.USUAL, "fr"), True),
        (Name("a", NameKind.SLUG), False),
        (Count(1), True),
        (Count(1, wording="un"), False),
        (Span("P1Y"), True),
        (Rate("80"), True),
        (Deadline(day=PartialDate("2020")), True),
        (Deadline.parse("kind=rolling"), False),
        (Window(opens=PartialDate("2020")), False),
    ],
    ids=repr,
)
def test_a_value_is_short_when_its_first_field_says_it_all(value: Compound, *, short: bool) -> None:
    assert value.is_short() is short


def test_the_first_field_leads() -> None:
    assert [each.lead().name for each in (Name, Count, Rate, Deadline)] == [
        "text",
        "value",
        "percent",
        "day",
    ]


def test_a_value_shows_how_it_is_made() -> None:
    assert repr(Rate("80", RateBase.GRANT)) == "Rate.parse('80; base=grant')"


@frozen(kw_only=True, repr=False, field_transformer=checked)
class _Voucher(Compound):
    """A compound led by nothing required."""

    note: str | None = None
    worth: Money | None = None
    count: int | None = None
    share: Decimal | None = None


def test_a_compound_may_lack_its_first_field() -> None:
    voucher = _Voucher(worth=Money(5), count=2)
    assert str(voucher) == "worth=5.00 EUR; count=2"
    assert _Voucher.parse(str(voucher)) == voucher
    assert not _Voucher().is_short()
    assert _Voucher.parse("") == _Voucher()


def test_a_decimal_is_written_without_exponent() -> None:
    assert str(_Voucher(share=Decimal("1E-9"))) == "share=0.000000001"
    assert str(_Voucher(share=Decimal("1E+3"))) == "share=1000"
