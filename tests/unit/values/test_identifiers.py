"""Identifiers, judged by a hand-written Luhn and by python-stdnum."""

import re
from typing import Final

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum.fr import siren as stdnum_siren
from stdnum.fr import siret as stdnum_siret

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values import Identifier, Rna, Siren, Siret

LA_POSTE: Final = "356000000"


def passes_luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (2 if place % 2 else 1)
        total += doubled if doubled < 10 else doubled - 9
    return total % 10 == 0


def is_siren(digits: str) -> bool:
    return passes_luhn(digits) and digits != "0" * 9


def is_siret(digits: str) -> bool:
    if digits.startswith(LA_POSTE) and digits != "35600000000048":
        return sum(map(int, digits)) % 5 == 0
    return passes_luhn(digits) and is_siren(digits[:9])


def completed(digits: str) -> str:
    """Return digits with the check digit of Luhn."""
    return next(each for n in range(10) if passes_luhn(each := f"{digits}{n}"))


def taken(cls: type[Siren | Siret], digits: str) -> bool:
    try:
        return str(cls(digits)) == digits
    except InvalidValue:
        return False


def numbers(length: int) -> st.SearchStrategy[str]:
    """Draw digits; half of the numbers begin as La Poste's do."""
    free = st.text("0123456789", min_size=length, max_size=length)
    rest = length - len(LA_POSTE)
    return free | st.text("0123456789", min_size=rest, max_size=rest).map(LA_POSTE.__add__)


@given(numbers(9))
def test_a_siren_is_taken_when_its_check_digit_is_right(digits: str) -> None:
    assert taken(Siren, digits) is is_siren(digits)


@given(numbers(14))
def test_a_siret_is_taken_when_its_check_digit_is_right(digits: str) -> None:
    assert taken(Siret, digits) is is_siret(digits)


@given(st.text("0123456789", min_size=13, max_size=13))
def test_one_last_digit_in_ten_completes_a_siret(digits: str) -> None:
    begun = [f"{digits}{last}" for last in range(10)]
    assert [each for each in begun if taken(Siret, each)] == list(filter(is_siret, begun))


@given(numbers(9).filter(lambda digits: int(digits) > 0), numbers(14))
def test_stdnum_agrees_on_plain_digits(siren: str, siret: str) -> None:
    assert taken(Siren, siren) is stdnum_siren.is_valid(siren)
    assert taken(Siret, siret) is (stdnum_siret.is_valid(siret) and int(siret) > 0)


def test_the_establishments_of_la_poste_sum_to_a_multiple_of_five() -> None:
    every = [f"{LA_POSTE}{nic:05d}" for nic in range(0, 100_000, 13)]
    assert [each for each in every if taken(Siret, each)] == list(filter(is_siret, every))


@pytest.mark.parametrize(
    ("digits", "why"),
    [
        ("73282932000074", "an ordinary establishment"),
        ("35600000000048", "the head office of La Poste: Luhn, and the sum is 26"),
        ("35600000049837", "a post office: no Luhn, but the sum is 45"),
        ("35600000000001", "a post office: no Luhn, but the sum is 15"),
    ],
)
def test_these_sirets_are_sound(digits: str, why: str) -> None:
    assert taken(Siret, digits), why


@pytest.mark.parametrize(
    ("digits", "why"),
    [
        ("73282932000075", "one digit further"),
        ("35600000000055", "La Poste: Luhn, but the sum is 24"),
        ("35600000049838", "La Poste: neither"),
        ("00000000000000", "nothing but zeros"),
        ("73282932100007", "Luhn over fourteen digits, but not over the first nine"),
    ],
)
def test_these_sirets_fail_their_check(digits: str, why: str) -> None:
    with pytest.raises(InvalidValue, match="VAL102"):
        Siret(digits)
    assert not is_siret(digits), why


def test_nothing_but_zeros_is_no_siren() -> None:
    assert passes_luhn("000000000")
    with pytest.raises(InvalidValue, match="VAL104"):
        Siren("000000000")


@pytest.mark.parametrize(
    "pasted",
    ["732829320", "732 829 320", " 732.829.320\n", "732\u00a0829\u202f320", "7 3 2 8 2 9 3 2 0"],
)
def test_a_siren_is_taken_as_it_is_pasted_and_kept_in_one_form(pasted: str) -> None:
    assert Siren(pasted) == Siren("732829320")
    assert str(Siren(pasted)) == "732829320"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", 0),
        ("12", 2),
        ("7328293200", 10),
        ("\uff17\uff13\uff12\uff18\uff12\uff19\uff13\uff12\uff10", 0),
        ("\u0667\u0663\u0662\u0668\u0662\u0669\u0663\u0662\u0660", 0),
        ("732-829-320", 9),
        ("732829320\u200f", 9),
        ("FR732829320", 9),
    ],
)
def test_what_has_not_nine_plain_digits_is_no_siren(text: str, found: int) -> None:
    with pytest.raises(InvalidValue, match="VAL103") as refused:
        Siren(text)
    assert refused.value.facts == {"value": text, "found": found}


@pytest.mark.parametrize(("text", "found"), [("7328293200007", 13), ("732829320000744", 15)])
def test_what_has_not_fourteen_digits_is_no_siret(text: str, found: int) -> None:
    with pytest.raises(InvalidValue, match="VAL101") as refused:
        Siret(text)
    assert refused.value.facts == {"value": text, "found": found}


@given(st.integers(1, 10**8 - 1), st.integers(0, 9_999))
def test_the_siren_of_a_siret_is_its_first_nine_digits(unit: int, office: int) -> None:
    siren = completed(f"{unit:08d}")
    assume(siren != LA_POSTE)
    siret = completed(f"{siren}{office:04d}")
    assert str(Siret(siret).siren) == siren


@pytest.mark.parametrize("cls", [Siren, Siret, Rna])
def test_a_number_is_a_text(cls: type[Siren | Siret | Rna]) -> None:
    with pytest.raises(TypeError):
        cls(732829320)  # type: ignore[arg-type]  # our caller's mistake


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("W595012345", "W595012345"),
        ("w595 012 345", "W595012345"),
        ("W2A1001234", "W2A1001234"),
        ("w2b1001234", "W2B1001234"),
        ("W9R1000157", "W9R1000157"),
        ("W9Z9999999", "W9Z9999999"),
        ("W000000000", "W000000000"),
    ],
)
def test_an_rna_is_w_then_a_registry_then_seven_digits(text: str, number: str) -> None:
    assert str(Rna(text)) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "W",
        "595012345",
        "W59501234",
        "W5950123456",
        "WA95012345",
        "W5A501234B",
        "X595012345",
        "W59501234\uff15",
        "W2\u017f1001234",
        "W595-012-345",
    ],
)
def test_what_has_another_form_is_no_rna(text: str) -> None:
    with pytest.raises(InvalidValue, match="VAL105") as refused:
        Rna(text)
    assert refused.value.facts == {"value": text}


def test_an_identifier_is_a_register_and_a_value() -> None:
    identifier = Identifier.parse("device:985:2")
    assert (identifier.scheme, identifier.value) == ("device", "985:2")
    assert str(identifier) == "device:985:2"
    assert repr(identifier) == "Identifier('device', '985:2')"


def test_spaces_around_the_value_of_an_identifier_are_dropped() -> None:
    assert Identifier("uai", " 0590001A\n") == Identifier("uai", "0590001A")


@pytest.mark.parametrize("scheme", ["", "UAI", "1a", "-a", "a b", "a\n", "é", "a:b"])
def test_a_register_has_a_plain_name(scheme: str) -> None:
    with pytest.raises(InvalidValue, match="VAL106"):
        Identifier(scheme, "1")


@pytest.mark.parametrize("scheme", ["a", "uai", "a1-b", "a-"])
def test_a_register_may_be_called_so(scheme: str) -> None:
    assert Identifier(scheme, "1").scheme == scheme


def test_a_text_without_a_colon_is_no_identifier() -> None:
    with pytest.raises(InvalidValue, match="VAL106") as refused:
        Identifier.parse("uai")
    assert refused.value.facts == {"value": "uai"}


@pytest.mark.parametrize("value", ["", " ", "\u00a0"])
def test_the_value_of_an_identifier_says_something(value: str) -> None:
    with pytest.raises(InvalidValue, match="VAL001"):
        Identifier("uai", value)


def test_numbers_sort_as_their_digits_do() -> None:
    sirens = [Siren("732829320"), Siren("356000000")]
    assert [str(each) for each in sorted(sirens)] == ["356000000", "732829320"]
    assert re.fullmatch("[0-9]{9}", str(min(sirens)))
