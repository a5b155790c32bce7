"""The command line in French or English: its own words, and those of argparse."""

import argparse
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from territoires_participatifs.language import Language, catalogue, sentence


def told(part: str, language: Language, /, **facts: object) -> str:
    """Return a sentence of the command line."""
    return sentence("cli", facts, language, part)


def preferred_language(environment: Mapping[str, str] = os.environ) -> Language:
    """Return the language that the locale asks for: English if it says so, else French.

    >>> preferred_language({"LANG": "en_GB.UTF-8"})
    'en'
    >>> preferred_language({"LANG": "C.UTF-8"})
    'fr'
    """
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((environment[each] for each in names if environment.get(each)), "")
    return "en" if locale.startswith("en") else "fr"


@contextmanager
def argparse_speaks(language: Language) -> Iterator[None]:
    """Let argparse speak a language while it builds a parser and reads arguments.

    Its words go through two functions of its module, made for gettext; a gettext
    catalogue would need the environment of the whole process.
    """
    words = catalogue(language).get("argparse", {})

    def translated(text: str) -> str:
        return words.get(text, text)

    def counted(one: str, many: str, number: int) -> str:
        return translated(one if number == 1 else many)

    kept = argparse._, argparse.ngettext  # type: ignore[attr-defined]
    argparse._, argparse.ngettext = translated, counted  # type: ignore[attr-defined]
    try:
        yield
    finally:
        argparse._, argparse.ngettext = kept  # type: ignore[attr-defined]
