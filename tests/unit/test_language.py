"""Sentences: facts in both languages, and nothing that can make one fail."""

from collections.abc import Mapping
from decimal import Context, Decimal, Inexact, localcontext
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territoires_participatifs.language import (
    LANGUAGES,
    LONGEST_FACT,
    LONGEST_LIST,
    Language,
    Sentence,
    Spoken,
    catalogue,
    enumerated,
    labels,
    printable,
    sentence,
    spoken,
    word,
)
from territoires_participatifs.values import Money, PartialDate


def test_there_are_two_languages() -> None:
    assert LANGUAGES == ("fr", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_can_change_the_catalogue(language: Language) -> None:
    for tables in (catalogue(language), labels(language)):
        held: Any = tables
        with pytest.raises(TypeError):
            held["VAL001"] = {}
        with pytest.raises(TypeError):
            next(iter(held.values()))["title"] = "x"


def test_a_sentence_has_its_facts() -> None:
    facts = {"value": "12", "found": 2}
    assert sentence("VAL101", facts) == "'12' is not a SIRET number: 14 digits expected, 2 found."
    assert sentence("VAL101", facts, "fr", "title") == "Numéro SIRET mal formé"
    assert sentence("VAL101", facts, part="title") == "Not a SIRET number"


def test_a_missing_fact_shows_as_a_gap() -> None:
    assert sentence("VAL101", {"found": 2}) == (
        "'{value}' is not a SIRET number: 14 digits expected, 2 found."
    )
    assert sentence("VAL101") == (
        "'{value}' is not a SIRET number: 14 digits expected, {found} found."
    )
    assert sentence("durations", {}, "en", "years") == "{number} years"


def test_a_missing_sentence_shows_as_its_place() -> None:
    assert sentence("XYZ999") == "XYZ999.message"
    assert sentence("VAL101", part="song") == "VAL101.song"


def test_a_fact_too_many_is_passed_over() -> None:
    assert sentence("VAL001", {"value": 1, "0": 2}) == "The text is empty or blank."


def test_a_word_is_found_in_its_group_or_stands_for_itself() -> None:
    assert word("tax-basis", "before-tax", "fr") == "HT"
    assert word("tax-basis", "after-lunch", "fr") == "after-lunch"
    assert word("nowhere", "before-tax", "fr") == "before-tax"


@pytest.mark.parametrize(
    ("items", "french", "english"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a et b", "a and b"),
        (["a", "b", "c"], "a, b et c", "a, b and c"),
    ],
)
def test_items_are_joined_as_a_sentence_does(items: list[str], french: str, english: str) -> None:
    assert enumerated(items, "fr") == french
    assert enumerated(iter(items), "en") == english


NUMBERS: Final = [
    ("-2", "ans", "years"),
    ("-1.5", "an", "years"),
    ("-1", "an", "year"),
    ("0", "an", "years"),
    ("0.5", "an", "years"),
    ("1", "an", "year"),
    ("1.0", "an", "year"),
    ("1.99", "an", "years"),
    ("2", "ans", "years"),
    ("2.5", "ans", "years"),
    ("1E+9", "ans", "years"),
    ("NaN", "ans", "years"),
    ("sNaN", "ans", "years"),
    ("-Infinity", "ans", "years"),
]


@pytest.mark.parametrize(("number", "french", "english"), NUMBERS)
def test_in_french_the_plural_begins_at_two(number: str, french: str, english: str) -> None:
    facts = {"number": Decimal(number)}
    assert sentence("durations", facts, "fr", "years").split()[-1] == french
    assert sentence("durations", facts, "en", "years").split()[-1] == english


@pytest.mark.parametrize(
    ("number", "french", "english"),
    [
        (0, "0 an", "0 years"),
        (1, "1 an", "1 year"),
        (2, "2 ans", "2 years"),
        (-1, "-1 an", "-1 year"),
    ],
)
def test_whole_numbers_agree_too(number: int, french: str, english: str) -> None:
    assert sentence("durations", {"number": number}, "fr", "years") == french
    assert sentence("durations", {"number": number}, "en", "years") == english


@pytest.mark.parametrize("fact", ["2", "un", None, 1.0, [1]])
def test_what_is_no_number_takes_the_plural(fact: object) -> None:
    assert sentence("durations", {"number": fact}, "en", "years").endswith(" years")


class _Mute:
    """An object that can't be said."""

    def __str__(self) -> str:
        raise RuntimeError


class _Broken:
    """An object that says itself, and fails."""

    def in_words(self, language: Language) -> str:
        raise KeyError(language)


@pytest.mark.parametrize(
    ("fact", "french", "english"),
    [
        ("a", "a", "a"),
        ("", "", ""),
        (12345, "12345", "12345"),
        (None, "None", "None"),
        (Decimal("12345.60"), "12\u202f345,60", "12,345.60"),
        (Decimal(-1234), "-1\u202f234", "-1,234"),
        (Decimal("0.5"), "0,5", "0.5"),
        (Decimal("1E+3"), "1\u202f000", "1,000"),
        (Decimal("NaN"), "NaN", "NaN"),
        (Decimal("1E+999999999"), "1E+999999999", "1E+999999999"),
        (Decimal("1E-999999999"), "1E-999999999", "1E-999999999"),
        (["a", Decimal("0.5")], "a, 0,5", "a, 0.5"),
        (("a", ("b", "c")), "a, b, c", "a, b, c"),
        ([], "", ""),
        (PartialDate("2020-02"), "février 2020", "February 2020"),
        (Money("1234.5"), "1\u202f234,50\u00a0€", "€1,234.50"),
        (Sentence("VAL001"), "Le texte est vide ou blanc.", "The text is empty or blank."),
        (10**5000, "int", "int"),
        (_Mute(), "_Mute", "_Mute"),
        (_Broken(), "_Broken", "_Broken"),
    ],
    ids=range(20),
)
def test_a_fact_is_said_in_each_language(fact: object, french: str, english: str) -> None:
    assert spoken(fact, "fr") == french
    assert spoken(fact, "en") == english


def test_a_long_fact_is_cut() -> None:
    assert spoken("a" * LONGEST_FACT, "en") == "a" * 120
    assert spoken("a" * (LONGEST_FACT + 1), "en") == "a" * 120 + "…"
    assert spoken(["a" * 121, "b"], "en") == "a" * 120 + "…, b"


def test_a_long_list_is_cut_after_more_items_than_a_choice_has() -> None:
    assert spoken(["a"] * LONGEST_LIST, "en") == ", ".join(["a"] * 50)
    assert spoken(["a"] * (LONGEST_LIST + 1), "en") == ", ".join(["a"] * 50 + ["…"])


def test_a_sentence_inside_another_is_not_cut() -> None:
    reason = Sentence("DOC107", {"found": "'x'", "members": ["a" * 20] * 20})
    assert len(spoken(reason, "fr")) > 400


def test_a_number_is_written_out_as_far_as_a_fact_goes() -> None:
    assert spoken(Decimal("1E+20"), "en") == "100,000,000,000,000,000,000"
    assert len(spoken(Decimal("1E+120"), "en")) == len("…") + 120
    assert spoken(Decimal("1E+121"), "en") == "1E+121"
    assert spoken(Decimal("1E-120"), "en").startswith("0.000")
    assert spoken(Decimal("1E-121"), "en") == "1E-121"


@pytest.mark.parametrize(
    ("fact", "shown"),
    [
        ("a\nb", r"a\nb"),
        ("a\tb", r"a\tb"),
        ("\x1b[31mred", r"\x1b[31mred"),
        ("\x00", r"\x00"),
        ("\x7f\x9f", r"\x7f\x9f"),
        ("\ud800", r"\ud800"),
        ("\u202eabc", r"\u202eabc"),
        ("\u2028", r"\u2028"),
        ("\u2066", r"\u2066"),
        ("\u00a0", "\u00a0"),
        ("é\u0301 « \u202f»", "é\u0301 « \u202f»"),
        ("\N{SEEDLING}", "\N{SEEDLING}"),
    ],
    ids=range(12),
)
def test_what_a_terminal_or_a_file_could_not_take_is_escaped(fact: str, shown: str) -> None:
    assert printable(fact) == shown
    assert spoken(fact, "fr") == shown
    assert spoken([fact], "fr") == shown


def test_the_decimal_context_of_the_program_does_not_matter() -> None:
    with localcontext(Context(prec=2, traps=[Inexact])):
        assert spoken(Decimal("12345.67"), "en") == "12,345.67"
        assert sentence("durations", {"number": Decimal("1.999")}, "fr", "years") == "1,999 an"


def test_a_value_that_says_itself_is_known_by_its_method() -> None:
    assert isinstance(Money(1), Spoken)
    assert not isinstance("a", Spoken)


def test_a_sentence_still_to_be_made_is_compared_by_what_it_will_say() -> None:
    assert Sentence("VAL001") == Sentence("VAL001", {})
    assert Sentence("VAL001") != Sentence("VAL002")
    assert Sentence("VAL402", {"value": -1}).in_words("fr").startswith("-1 est négatif")
    assert Sentence("VAL402", {"value": -1}, "title").in_words("fr") == "Nombre négatif"


FACTS: Final = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.decimals(),
        st.text(),
        st.text(st.characters(categories=["Cs", "Cc", "Cf"])),
        st.binary(),
        st.dates(),
        st.builds(_Mute),
        st.builds(_Broken),
        st.builds(pow, st.just(10), st.just(5000)),
        st.sampled_from([Decimal("sNaN"), object, PartialDate, Money(1)]),
    ),
    lambda inner: (
        st.lists(inner)
        | st.lists(inner).map(tuple)
        | st.dictionaries(st.text(), inner)
        | st.builds(
            Sentence, st.sampled_from(["VAL101", "XYZ999"]), st.fixed_dictionaries({"value": inner})
        )
    ),
    max_leaves=8,
)
PLACES: Final = sorted(
    (group, part)
    for group, parts in catalogue("fr").items()
    if group != "argparse"
    for part in parts
)
NAMES: Final = st.sampled_from(
    ["value", "found", "number", "one", "kind", "date", "members", "{", ""]
)


@given(st.sampled_from(PLACES), st.dictionaries(NAMES, FACTS), st.sampled_from(LANGUAGES))
def test_a_sentence_never_fails_and_can_always_be_written(
    place: tuple[str, str], facts: Mapping[str, object], language: Language
) -> None:
    code, part = place
    made = sentence(code, facts, language, part)
    assert made.encode().decode() == made
    assert not set(made) & set("\n\r\x1b\x00\u202e")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", PLACES, ids="-".join)
def test_every_sentence_can_be_made_of_the_worst_facts(
    place: tuple[str, str], language: Language
) -> None:
    worst: list[object] = [None, _Mute(), 10**5000, Decimal("sNaN"), "\ud800", [[]], {}, "{value}"]
    for fact in worst:
        names = ("value", "found", "number", "error", "warning", "info", "members")
        made = sentence(place[0], dict.fromkeys(names, fact), language, place[1])
        assert made.encode().decode() == made


def test_a_language_that_is_not_spoken_is_our_callers_mistake() -> None:
    for speak in (catalogue, labels):
        with pytest.raises(ValueError, match="'de' is not one of the languages fr, en"):
            speak("de")
