"""The command line in French or English: its own words, and those of argparse."""

import argparse
import locale
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from territoires_participatifs.cli._typography import typeset
from territoires_participatifs.language import Language, catalogue, printable, sentence

_GAP: Final = re.compile(r"\{(\w+)\}")


def told(part: str, language: Language, /, **facts: int | str) -> str:
    """Return a sentence of the command line; texts are shown whole, however long.

    >>> told("about-entity", "en", id="ditp-2020", text="Which year?")
    'ditp-2020: Which year?'
    """
    numbers = {name: fact for name, fact in facts.items() if isinstance(fact, int)}
    texts = {name: printable(fact) for name, fact in facts.items() if isinstance(fact, str)}
    text = sentence("cli", numbers, language, part)  # a fact that is not given leaves its gap
    return typeset(_GAP.sub(lambda gap: texts.get(gap[1], gap[0]), text), language)


def preferred_language(environment: Mapping[str, str] = os.environ, /) -> Language:
    """Return the language that the locale asks for: English if it says so, else French.

    >>> preferred_language({"LANG": "en_GB.UTF-8"})
    'en'
    >>> preferred_language({"LANG": "C.UTF-8"})
    'fr'
    """
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    given = next((environment[each] for each in names if environment.get(each)), None)
    asked = _language_of_windows() if given is None else given
    return "en" if asked.lower().startswith("en") else "fr"


def _language_of_windows() -> str:
    """Return what Windows calls the language, as "English_United Kingdom"; else nothing.

    Elsewhere the variables say it all: without them Python would take "C" for English.
    """
    return (locale.getlocale()[0] or "") if os.name == "nt" else ""


@contextmanager
def argparse_speaks(language: Language) -> Iterator[None]:
    """Let argparse speak a language while it builds a parser and reads arguments.

    Its words go through two functions of its module, made for gettext; a gettext
    catalogue would need the environment of the whole process.
    """
    words = catalogue(language).get("argparse", {})

    def translated(text: str) -> str:  # argparse asks for our own titles too, even for None
        return typeset(words[text], language) if text in words else text

    def counted(one: str, many: str, number: int) -> str:
        return translated(one if number == 1 else many)

    # The stubs leave out these two names, which every argparse of 3.11 to 3.13 has.
    kept = argparse._, argparse.ngettext  # type: ignore[attr-defined]
    argparse._, argparse.ngettext = translated, counted  # type: ignore[attr-defined]
    try:
        yield
    finally:
        argparse._, argparse.ngettext = kept  # type: ignore[attr-defined]
