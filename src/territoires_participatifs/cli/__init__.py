"""The command line: check, explain, example, new."""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import NoReturn

from territoires_participatifs.cli._check import run_check
from territoires_participatifs.cli._example import run_example
from territoires_participatifs.cli._explain import run_explain
from territoires_participatifs.cli._new import run_new
from territoires_participatifs.cli._parser import build_parser, language_of
from territoires_participatifs.cli._status import Status
from territoires_participatifs.cli._terminal import complain, finish, hush, make_ready
from territoires_participatifs.cli._words import argparse_speaks, preferred_language, told
from territoires_participatifs.language import Language

__all__ = ["main"]

_COMMANDS: dict[str, Callable[[Namespace, Language], Status]] = {
    "check": run_check,
    "explain": run_explain,
    "example": run_example,
    "new": run_new,
}


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line, and exit.

    The status is 0 if nothing is wrong (at the severity asked for, or above), 1 if
    something is, 2 for wrong usage, 3 for unreadable input; 130 when it is interrupted,
    141 when whoever reads the output leaves before its end.
    """
    make_ready()
    given = sys.argv[1:] if arguments is None else arguments
    language = language_of(given) or preferred_language()
    try:
        status = _run(given, language)
    except KeyboardInterrupt:
        status = Status.INTERRUPTED
    except BrokenPipeError:
        hush()
        status = Status.UNHEARD
    except OSError as error:  # a full disk, a folder as standard input
        hush()
        complain(told("failed", language, reason=error.strerror or str(error)), language)
        status = Status.UNREADABLE
    sys.exit(status)


def _run(given: Sequence[str], language: Language) -> Status:
    try:
        with argparse_speaks(language):
            read = build_parser(language).parse_args(given)
            if read.command == "check" and not (read.files or read.example):
                read.parser.error(told("nothing-to-check", language))
        return _COMMANDS[read.command](read, language)
    finally:
        finish()
