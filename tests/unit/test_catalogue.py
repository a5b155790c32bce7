"""The catalogues: the same in both languages, whole, and nothing in them is idle."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Final, get_args

import pytest

import territoires_participatifs
import territoires_participatifs as tp
from territoires_participatifs.language import LANGUAGES, Language, catalogue

SOURCES: Final = sorted(Path(territoires_participatifs.__file__).parent.rglob("*.py"))
CODE: Final = re.compile("[A-Z]{3}[0-9]{3}")
PARTS: Final = {"title", "message", "remedy"}

FOREIGN: Final = "argparse"
"""A group of another program's words: its names are English sentences, with marks of their own."""


def constants(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


TREES: Final = {each: ast.parse(each.read_text(encoding="utf-8")) for each in SOURCES}
SAID: Final = {text for tree in TREES.values() for text in constants(tree)}
WHOLE: Final = {"{result}", "{remedy}"}
"""Facts that are sentences themselves."""

USED: Final = {text for text in SAID if CODE.fullmatch(text)}


def codes(language: Language) -> set[str]:
    return {each for each in catalogue(language) if CODE.fullmatch(each)}


def groups(language: Language) -> set[str]:
    return set(catalogue(language)) - codes(language)


def placeholders(template: str) -> set[str]:
    """Return the names of facts that a template asks for; a broken one raises."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def sentences(language: Language) -> dict[tuple[str, str], str]:
    return {
        (group, part): text
        for group, parts in catalogue(language).items()
        if group != FOREIGN
        for part, text in parts.items()
    }


def test_the_sources_are_found() -> None:
    assert {"errors.py", "dates.py"} <= {each.name for each in SOURCES}
    assert {"VAL001", "VAL101", "DAT001"} <= USED


def test_both_languages_have_the_same_sentences() -> None:
    assert set(sentences("fr")) == set(sentences("en"))
    assert set(catalogue("fr")) == set(catalogue("en"))


def test_both_languages_speak_of_the_same_facts() -> None:
    french, english = (
        {place: placeholders(text) for place, text in sentences(language).items()}
        for language in LANGUAGES
    )
    assert french == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_the_sources_has_its_sentences(language: Language) -> None:
    missing = {code: PARTS - set(catalogue(language).get(code, {})) for code in USED}
    assert {code: parts for code, parts in missing.items() if parts} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_the_catalogue_is_used(language: Language) -> None:
    assert codes(language) - USED == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_group_of_words_is_used(language: Language) -> None:
    demands = {f"demand-{each.tag}" for each in get_args(tp.Demand) if each.tag}
    assert demands <= groups(language)
    assert groups(language) - SAID - demands == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_whole(language: Language) -> None:
    for (group, part), text in sentences(language).items():
        assert text.strip(), (group, part)
        if CODE.fullmatch(group):
            assert text == text.strip(), (group, part)
        if part in {"message", "remedy", "why"} and CODE.fullmatch(group):
            assert text.endswith((".", ". {reason}")) or text in WHOLE, (group, part)
            starts = ("true ", "null ", "{re")
            assert text[0] == text[0].upper() or text.startswith(starts), (group, part)
        if part == "title":
            assert not text.endswith("."), (group, part)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_noun_that_agrees_has_a_singular_and_a_plural(language: Language) -> None:
    for place, text in sentences(language).items():
        for _, _, agreement, _ in Formatter().parse(text):
            if agreement:
                singular, plural = agreement.split("|")
                assert singular, place
                assert plural, place
                assert singular != plural, place


def test_french_puts_no_plain_space_before_what_it_sets_apart_nor_a_straight_quotation() -> None:
    for place, text in sentences("fr").items():
        plain = re.sub(r"\{.*?\}", "", text)
        assert "''" not in plain, place
        assert '"' not in plain.replace('"calls"', ""), place


def refusals(tree: ast.AST) -> Iterator[tuple[str, set[str] | None]]:
    """Yield the code of each refusal, and the names of the facts if they are given on the spot."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "InvalidValue":
            code, *facts = node.args
            if isinstance(code, ast.Constant):
                yield str(code.value), _facts(facts)


def _facts(arguments: list[ast.expr]) -> set[str] | None:
    match arguments:
        case []:
            return set()
        case [ast.Dict(keys=keys), *_]:
            names = [each.value if isinstance(each, ast.Constant) else None for each in keys]
            return None if None in names else {str(each) for each in names}
        case _:
            return None


def test_a_refusal_gives_the_facts_that_its_sentences_ask_for() -> None:
    seen = 0
    for path, tree in TREES.items():
        for code, facts in refusals(tree):
            if facts is not None:
                seen += 1
                asked = {
                    name for part in PARTS for name in placeholders(catalogue("en")[code][part])
                }
                assert asked <= facts, (path.name, code)
    assert seen > 30
