"""Words for people: every public field and member has them, in both languages."""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import Final

import pytest

import territoires_participatifs as tp
from territoires_participatifs.language import labels, word
from territoires_participatifs.values.declarations import declarations, is_declared
from territoires_participatifs.values.texts import Textual

PARTS: Final = {"label", "help", "unit"}
LONGEST_LABEL: Final = 40

SAME_IN_FRENCH: Final = {
    "association",
    "commune",
    "description",
    "exact",
    "expert",
    "instruction",
    "jury",
    "licence",
    "net",
    "note",
    "organisation",
    "organisations",
    "participations",
    "programmes",
    "publication",
    "source",
    "sources",
}
"""Keys that happen to be the French word."""


NO_DATA: Final = (
    "applications._assessing",
    "applications._gaps",
    "assessing",
    "checks",
    "displays",
    "errors",
    "history",
    "qualification._completion",
    "qualification._figures",
    "qualification._presence",
    "versions",
)
"""Modules whose classes documents don't hold."""


def _is_data(kind: type) -> bool:
    """Whether a class is one that documents hold; those of checks and errors are not."""
    foreign = kind.__module__.partition(".")[2].startswith(NO_DATA)
    return is_declared(kind) and (not foreign or kind in {tp.Event, tp.Waiver}) and kind != tp.Draft


PUBLIC: Final[tuple[type, ...]] = tuple(
    each
    for each in (getattr(tp, name) for name in tp.__all__)
    if inspect.isclass(each) and each.__module__.startswith("territoires_participatifs.")
)
DATA: Final = tuple(each for each in PUBLIC if _is_data(each))
ENUMERATIONS: Final = tuple(each for each in PUBLIC if issubclass(each, Enum))
TEXTS: Final = tuple(each for each in PUBLIC if issubclass(each, Textual))


def _own_fields(kind: type) -> list[str]:
    """Return the fields of a class, less those that an entity has anyway."""
    shared = declarations(tp.Entity) if issubclass(kind, tp.Entity) and kind != tp.Entity else {}
    return [each for each in declarations(kind) if each not in shared]


def _expected() -> dict[str, set[str]]:
    """Return every table that the labels must hold, with its keys."""
    found = {each.__name__: set(_own_fields(each)) for each in DATA}
    found |= {each.__name__: {str(member.value) for member in each} for each in ENUMERATIONS}
    subjects = {each.on for each in tp.RULEBOOK}  # the base of all parts is one
    return found | {"classes": {e.__name__ for e in {*DATA, *ENUMERATIONS, *TEXTS, *subjects}}}


def _entries(language: tp.Language) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    for table, words in labels(language).items():
        for key, entry in words.items():
            yield table, key, entry


def test_the_window_shows_classes_of_each_sort() -> None:
    assert tp.Call in DATA
    assert tp.Finding not in DATA
    assert tp.Severity in ENUMERATIONS
    assert tp.Siren in TEXTS


@pytest.mark.parametrize("language", tp.LANGUAGES)
def test_every_public_class_field_and_member_has_words_and_nothing_else_has(
    language: tp.Language,
) -> None:
    held = {table: set(words) for table, words in labels(language).items()}
    assert held == _expected()


def test_a_field_has_a_unit_in_both_languages_or_in_none() -> None:
    french, english = (
        {(table, key): set(entry) for table, key, entry in _entries(language)}
        for language in tp.LANGUAGES
    )
    assert french == english


@pytest.mark.parametrize("language", tp.LANGUAGES)
@pytest.mark.parametrize("table", sorted(_expected()))
def test_words_are_a_short_label_and_one_sentence_of_help(
    table: str, language: tp.Language
) -> None:
    for key, entry in labels(language)[table].items():
        label, help_text = entry["label"], entry["help"]
        assert set(entry) <= PARTS, key
        assert all(text and text == text.strip() for text in entry.values()), key
        assert len(label) <= LONGEST_LABEL, key
        assert not label.endswith("."), key
        assert help_text.endswith("."), key
        assert not re.search(r"[.!?] [A-ZÀÉ]", help_text), f"{key}: one sentence"
        assert help_text.rstrip(".").lower() != label.lower(), key


def test_french_labels_are_french() -> None:
    english = {
        f"{table}.{key}"
        for table, key, entry in _entries("fr")
        if entry["label"] == key and key not in SAME_IN_FRENCH
    }
    assert not english


@pytest.mark.parametrize("language", tp.LANGUAGES)
@pytest.mark.parametrize("kind", [*DATA, *ENUMERATIONS], ids=lambda kind: kind.__name__)
def test_labels_of_one_class_differ_so_that_columns_and_choices_do(
    kind: type, language: tp.Language
) -> None:
    names = (
        [str(each.value) for each in kind] if issubclass(kind, Enum) else list(declarations(kind))
    )
    assert len({tp.label(kind, each, language) for each in names}) == len(names)


@pytest.mark.parametrize("language", tp.LANGUAGES)
@pytest.mark.parametrize(
    "held", [tp.PartialDate, tp.Money, tp.Siren, tp.Siret, tp.Rna, tp.Identifier]
)
def test_a_field_has_the_unit_of_the_class_that_it_holds(held: type, language: tp.Language) -> None:
    units = {
        tp.unit(kind, each.name, language)
        for kind in DATA
        for each in declarations(kind).values()
        if held in each.kinds
    }
    assert units == {tp.unit(held, language=language)}


@pytest.mark.parametrize("language", tp.LANGUAGES)
@pytest.mark.parametrize(
    ("group", "enumeration"),
    [
        ("ternary", tp.Ternary),
        ("ternary", tp.NotApplicable),
    ],
)
def test_sentences_and_labels_say_the_same_word(
    group: str, enumeration: type[Enum], language: tp.Language
) -> None:
    for value, label in tp.choices(enumeration, language):
        assert word(group, value, language) == label


def test_a_member_is_asked_by_itself_or_by_its_class_and_value() -> None:
    assert tp.label(tp.Role.LEAD, "fr") == tp.label(tp.Role, "lead", "fr") == "chef de file"
    assert tp.label(tp.Role.LEAD) == tp.label(tp.Role.LEAD, language="en") == "lead partner"
    assert tp.help_text(tp.CallKind.OTHER, "en") == "A call that none of these kinds describes."
    assert tp.unit(tp.CallKind.OTHER, "en") is None


def test_a_field_is_asked_by_its_class_and_name() -> None:
    assert tp.label(tp.Call, "follows", "fr") == "édition précédente"
    assert tp.label(tp.Call, "follows") == "previous edition"
    assert tp.unit(tp.Deadline, "hour", "en") == "HH:MM"
    assert tp.help_text(tp.Rate, "percent", "en").startswith("Write the number")


def test_a_field_called_like_a_language_is_not_taken_for_it() -> None:
    assert tp.label(tp.Bilingual, "en", "fr") == "anglais"
    assert tp.label(tp.Bilingual, "en") == "English"
    assert tp.label(tp.Bilingual, language="en") == "bilingual text"


def test_a_class_is_asked_alone() -> None:
    assert tp.label(tp.Call, language="fr") == "appel"
    assert tp.label(tp.CallKind, language="en") == "kind of call"
    assert tp.unit(tp.Money) == "euros"


def test_fields_of_every_entity_are_found_from_each_class() -> None:
    assert {tp.label(kind, "id", "fr") for kind in (tp.Entity, tp.Call, tp.Source)} == {
        "identifiant"
    }


def test_choices_come_in_the_order_of_declaration() -> None:
    offered = tp.choices(tp.TaxBasis, "fr")
    assert [value for value, _ in offered] == [each.value for each in tp.TaxBasis]
    assert offered[0] == ("before-tax", "hors taxes (HT)")


class Role(Enum):
    """Somebody else's, of the same name and value as one of ours."""

    LEAD = "lead"


@pytest.mark.parametrize("ask", [tp.label, tp.help_text, tp.unit])
def test_an_unknown_field_is_refused_by_name(ask: Callable[..., object]) -> None:
    with pytest.raises(KeyError, match="no label for a field or value 'nmes' of Call"):
        ask(tp.Call, "nmes", "en")


def test_a_language_in_the_place_of_a_field_is_told_its_place() -> None:
    with pytest.raises(KeyError, match="the language of a class is given as language="):
        tp.label(tp.Call, "en")


def test_a_class_of_somebody_else_has_no_words_whatever_its_name() -> None:
    with pytest.raises(KeyError, match="no label for the class Role"):
        tp.label(Role)
    with pytest.raises(KeyError, match="'lead' of Role"):
        tp.label(Role.LEAD)
    with pytest.raises(KeyError, match="'lead' of Role"):
        tp.choices(Role)
