"""The arguments of the command line."""

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from importlib.metadata import version
from typing import Final

from territoires_participatifs.checks import Moment, Severity
from territoires_participatifs.cli._typography import typeset
from territoires_participatifs.cli._words import told
from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.examples import example_names
from territoires_participatifs.labels import label
from territoires_participatifs.language import LANGUAGES, Language
from territoires_participatifs.values.dates import Day, day

FORMATS: Final = ("text", "json")


def language_of(given: Sequence[str]) -> Language | None:
    """Return the language that the arguments ask for: it is needed before they can be read.

    >>> language_of(["--lang=en", "check", "--lang", "fr", "a.json"])
    'fr'
    """
    options = given[: given.index("--")] if "--" in given else given
    asked: Language | None = None
    for before, each in zip(["", *options], options, strict=False):
        for language in LANGUAGES:
            if each == f"--lang={language}" or (before == "--lang" and each == language):
                asked = language
    return asked


def build_parser(language: Language) -> ArgumentParser:
    """Return the parser of all commands, whose help speaks a language."""
    parser = ArgumentParser(
        prog="territoires",
        description=told("about", language),
        epilog=told("statuses", language),
        allow_abbrev=False,
    )
    number = f"%(prog)s {version('territoires-participatifs')}"
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
    for name, fill in _COMMANDS.items():
        about = told(f"{name}-about", language)
        command = commands.add_parser(name, help=about, description=about, allow_abbrev=False)
        command.set_defaults(parser=command)
        _add_language(command, language)
        fill(command, language)
    return parser


def _add_language(parser: ArgumentParser, language: Language) -> None:
    parser.add_argument("--lang", choices=LANGUAGES, default=SUPPRESS, help=told("lang", language))


def _check(command: ArgumentParser, language: Language) -> None:
    command.epilog = told("statuses", language)
    command.add_argument(
        "files", nargs="*", metavar=told("file", language), help=told("files", language)
    )
    command.add_argument(
        "--example",
        action="append",
        default=[],
        type=_example_name(language),
        metavar=told("name", language),
        help=told("example", language),
    )
    command.add_argument(
        "--on", type=_day(language), metavar=told("day", language), help=told("on", language)
    )
    command.add_argument(
        "--against", metavar=told("file", language), help=told("against", language)
    )
    command.add_argument(
        "--moment",
        choices=[each.value for each in Moment],
        default=Moment.PUBLICATION.value,
        metavar=told("when", language),
        help=told("moment", language, values=_explained(Moment, language)),
    )
    command.add_argument(
        "--format", choices=FORMATS, default=FORMATS[0], help=told("format", language)
    )
    command.add_argument(
        "--fail-on",
        choices=[each.value for each in Severity],
        default=Severity.ERROR.value,
        metavar=told("severity", language),
        help=told("fail-on", language, values=_explained(Severity, language)),
    )


def _explain(command: ArgumentParser, language: Language) -> None:
    either = command.add_mutually_exclusive_group(required=True)
    either.add_argument(
        "what", nargs="?", metavar=told("what", language), help=told("what-help", language)
    )
    either.add_argument(  # "-#ID" is "FILE#ID" for standard input, and looks like an option
        "-#", dest="received", metavar=told("id", language), help=told("what-received", language)
    )
    either.add_argument(
        "--example",
        type=_entity_of_example(language),
        metavar=told("name-and-id", language),
        help=told("what-example", language),
    )


def _example(command: ArgumentParser, language: Language) -> None:
    command.add_argument(
        "name",
        nargs="?",
        type=_example_name(language),
        metavar=told("name", language),
        help=told("example-name", language),
    )


def _new(command: ArgumentParser, language: Language) -> None:
    command.add_argument("what", choices=("call",), help=told("new-what", language))


_COMMANDS: Final = {"check": _check, "explain": _explain, "example": _example, "new": _new}


def _explained(members: Iterable[Enum], language: Language) -> str:
    """Return the values of an enumeration, each with its label where the two differ."""
    words = ((str(each.value), label(each, language)) for each in members)
    return ", ".join(value if value == said else f"{value} ({said})" for value, said in words)


def _day(language: Language) -> Callable[[str], Day]:
    def read(text: str) -> Day:
        try:
            return day(text)
        except InvalidValue as error:
            raise ArgumentTypeError(typeset(error.in_words(language), language)) from None

    return read


def _example_name(language: Language) -> Callable[[str], str]:
    def read(name: str) -> str:
        if name not in example_names():
            names = ", ".join(example_names())
            raise ArgumentTypeError(told("no-example", language, name=name, names=names))
        return name

    return read


def _entity_of_example(language: Language) -> Callable[[str], tuple[str, str]]:
    known = _example_name(language)

    def read(text: str) -> tuple[str, str]:
        name, separator, entity_id = text.partition("#")
        if not separator:
            raise ArgumentTypeError(told("no-id", language, name=known(name)))
        return known(name), entity_id

    return read
