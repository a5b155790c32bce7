"""The arguments of the command line."""

import argparse
from collections.abc import Callable
from importlib.metadata import version

from territoires_participatifs.checks import Moment, Severity
from territoires_participatifs.cli._words import told
from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.language import LANGUAGES, Language
from territoires_participatifs.values.dates import Day, day


def build_parser(language: Language) -> argparse.ArgumentParser:
    """Return the parser of all commands, whose help speaks a language."""
    parser = argparse.ArgumentParser(prog="territoires", description=told("about", language))
    number = version("territoires-participatifs")
    parser.add_argument(
        "--version", action="version", version=number, help=told("version", language)
    )
    _add_language(parser, language)
    commands = parser.add_subparsers(
        dest="command",
        required=True,
        title=told("commands", language),
        metavar=told("command", language),
    )
    for name, fill in (("check", _check), ("explain", _explain), ("example", _example)):
        about = told(f"{name}-about", language)
        command = commands.add_parser(name, help=about, description=about)
        _add_language(command, language)
        fill(command, language)
    return parser


def _add_language(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument(
        "--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=told("lang", language)
    )


def _check(command: argparse.ArgumentParser, language: Language) -> None:
    severities = [each.value for each in Severity]
    command.add_argument(
        "files", nargs="*", metavar=told("file", language), help=told("files", language)
    )
    command.add_argument(
        "--example",
        action="append",
        default=[],
        metavar=told("name", language),
        help=told("example", language),
    )
    command.add_argument(
        "--on", type=_day(language), metavar=told("day", language), help=told("on", language)
    )
    command.add_argument(
        "--moment",
        choices=[each.value for each in Moment],
        default=Moment.PUBLICATION.value,
        help=told("moment", language),
    )
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help=told("format", language)
    )
    command.add_argument(
        "--fail-on",
        choices=severities,
        default=Severity.ERROR.value,
        help=told("fail-on", language),
    )


def _explain(command: argparse.ArgumentParser, language: Language) -> None:
    command.add_argument("what", metavar=told("what", language), help=told("what-help", language))


def _example(command: argparse.ArgumentParser, language: Language) -> None:
    command.add_argument(
        "name", nargs="?", metavar=told("name", language), help=told("example-name", language)
    )


def _day(language: Language) -> Callable[[str], Day]:
    def read(text: str) -> Day:
        try:
            return day(text)
        except InvalidValue as error:
            raise argparse.ArgumentTypeError(error.in_words(language)) from None

    return read
