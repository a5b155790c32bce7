"""Texts: what is legible, the forms that some must have, and the steps of pointers."""

import pytest

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values.texts import (
    EntityId,
    Form,
    LanguageTag,
    Pointer,
    SchemaVersion,
    Url,
    form_of,
    legible,
    pointer_index,
    pointer_token,
    pointer_tokens,
)


@pytest.mark.parametrize("text", ["a", " a", "0", "é\n", "\u200b", "\N{SEEDLING}"])
def test_a_text_that_says_something_is_kept_as_it_is(text: str) -> None:
    assert legible(text) == text


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u00a0", "\u202f\u2009"])
def test_a_blank_text_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="VAL001"):
        legible(text)


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb"])
def test_half_a_character_is_refused_and_can_be_told(text: str) -> None:
    with pytest.raises(InvalidValue, match="VAL002") as refused:
        legible(text)
    assert str(refused.value).encode()


FORMS = {
    "id": EntityId,
    "pointer": Pointer,
    "language": LanguageTag,
    "url": Url,
    "version": SchemaVersion,
}


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("id", "a"),
        ("id", "ditp-2020"),
        ("id", "2020"),
        ("pointer", "/rounds/0/deadline"),
        ("pointer", "/"),
        ("pointer", "/a~0b~1c"),
        ("pointer", "/é /\n"),
        ("language", "fr"),
        ("language", "gsw"),
        ("language", "fr-CA"),
        ("language", "zh-Hant-TW"),
        ("url", "https://a"),
        ("url", "http://example.org/été?a=1#b"),
        ("url", "HTTPS://EXAMPLE.ORG"),
        ("version", "1.0"),
        ("version", "0000.9999"),
    ],
)
def test_a_text_of_its_form_is_taken(form: str, text: str) -> None:
    form_of(FORMS[form]).check(text)


@pytest.mark.parametrize(
    ("form", "code", "text"),
    [
        ("id", "VAL003", ""),
        ("id", "VAL003", "-a"),
        ("id", "VAL003", "a-"),
        ("id", "VAL003", "a--b"),
        ("id", "VAL003", "A"),
        ("id", "VAL003", "é"),
        ("id", "VAL003", "a_b"),
        ("id", "VAL003", "a\n"),
        ("id", "VAL003", "\uff11"),
        ("pointer", "VAL004", ""),
        ("pointer", "VAL004", "rounds"),
        ("pointer", "VAL004", "/a~"),
        ("pointer", "VAL004", "/a~2"),
        ("pointer", "VAL004", "#/a"),
        ("language", "VAL005", "f"),
        ("language", "VAL005", "FR"),
        ("language", "VAL005", "french"),
        ("language", "VAL005", "fr_FR"),
        ("language", "VAL005", "fr-"),
        ("language", "VAL005", "fr-C"),
        ("language", "VAL005", "fr-" + "a" * 9),
        ("language", "VAL005", "fr\n"),
        ("url", "VAL006", "https://"),
        ("url", "VAL006", "ftp://example.org"),
        ("url", "VAL006", "www.example.org"),
        ("url", "VAL006", "https://example.org/a b"),
        ("url", "VAL006", "https://example.org\u00a0"),
        ("url", "VAL006", "http\u017f://example.org"),
        ("url", "VAL006", " https://example.org"),
        ("version", "VAL007", "1"),
        ("version", "VAL007", "1."),
        ("version", "VAL007", "1.0.0"),
        ("version", "VAL007", "v1.0"),
        ("version", "VAL007", "1.0\n"),
        ("version", "VAL007", "12345.0"),
        ("version", "VAL007", "0.12345"),
    ],
)
def test_a_text_of_another_form_is_refused(form: str, code: str, text: str) -> None:
    with pytest.raises(InvalidValue, match=code) as refused:
        form_of(FORMS[form]).check(text)
    assert refused.value.facts == {"value": text}


def test_a_form_is_compared_by_what_it_asks() -> None:
    assert Form("VAL003", "[a-z]") == Form("VAL003", "[a-z]")
    assert Form("VAL003", "[a-z]") != Form("VAL003", "[A-Z]")
    assert len({Form("VAL003", "[a-z]"), Form("VAL003", "[a-z]")}) == 1


@pytest.mark.parametrize(
    ("token", "escaped"),
    [("a", "a"), ("a/b", "a~1b"), ("a~b", "a~0b"), ("~1", "~01"), ("", ""), ("~/", "~0~1")],
)
def test_a_step_of_a_pointer_is_escaped_as_rfc_6901_says(token: str, escaped: str) -> None:
    assert pointer_token(token) == escaped
    assert pointer_tokens(f"/{escaped}") == [token]


@pytest.mark.parametrize(
    ("token", "index"),
    [
        ("0", 0),
        ("1", 1),
        ("10", 10),
        ("999999999", 999_999_999),
        ("1000000000", None),
        ("01", None),
        ("00", None),
        ("-1", None),
        ("+1", None),
        ("1.0", None),
        ("", None),
        ("1\n", None),
        ("\uff11", None),
        ("names", None),
    ],
)
def test_a_step_names_a_place_in_a_list_in_one_way(token: str, index: int | None) -> None:
    assert pointer_index(token) == index


def test_the_pointer_to_the_root_has_no_steps() -> None:
    assert pointer_tokens("") == []


def test_a_pointer_with_a_lone_slash_has_one_empty_step() -> None:
    assert pointer_tokens("/") == [""]
