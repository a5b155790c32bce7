"""The command line: check, explain, example."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from typing import NoReturn

from territoires_participatifs.cli._check import Status, run_check
from territoires_participatifs.cli._example import run_example
from territoires_participatifs.cli._explain import run_explain
from territoires_participatifs.cli._parser import build_parser
from territoires_participatifs.cli._words import argparse_speaks, preferred_language, told
from territoires_participatifs.examples import example_names
from territoires_participatifs.language import LANGUAGES, Language

__all__ = ["main"]

_COMMANDS: dict[str, Callable[[Namespace, Language], Status]] = {
    "check": run_check,
    "explain": run_explain,
    "example": run_example,
}


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line, and exit: 0 sound, 1 findings, 2 wrong usage, 3 unreadable."""
    _show_what_the_terminal_can()
    given = list(sys.argv[1:] if arguments is None else arguments)
    language = _language(given)
    with argparse_speaks(language):
        parser = build_parser(language)
        read = parser.parse_args(given)
        _refuse_misuse(parser, read, language)
    sys.exit(_COMMANDS[read.command](read, language))


def _show_what_the_terminal_can() -> None:
    """Let a terminal that lacks a character show a mark instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _language(given: Sequence[str]) -> Language:
    """Return the language asked for: it is needed before the arguments can be read."""
    for before, each in zip(["", *given], given, strict=False):
        for language in LANGUAGES:
            if each == f"--lang={language}" or (before == "--lang" and each == language):
                return language
    return preferred_language()


def _refuse_misuse(parser: ArgumentParser, read: Namespace, language: Language) -> None:
    if read.command == "check" and not (read.files or read.example):
        parser.error(told("nothing-to-check", language))
    wanted = read.example if read.command == "check" else [getattr(read, "name", None)]
    for name in wanted:
        if name is not None and name not in example_names():
            names = ", ".join(example_names())
            parser.error(told("no-example", language, name=name, names=names))
