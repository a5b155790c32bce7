"""Arguments: help and errors in either language, on every version of Python."""

import argparse
import locale
import os
import re
from collections.abc import Callable, Mapping
from importlib.metadata import version
from typing import Final, TypeAlias

import pytest

from territoires_participatifs.cli import _words
from territoires_participatifs.cli._parser import build_parser, language_of
from territoires_participatifs.cli._words import argparse_speaks, preferred_language, told
from territoires_participatifs.examples import example_names
from territoires_participatifs.language import LANGUAGES, Language, catalogue

Run: TypeAlias = Callable[..., tuple[int, str, str]]

COMMANDS: Final = ("check", "explain", "example", "new")
NAMES: Final = ", ".join(example_names())

HELP: Final = [["--help"], *([each, "--help"] for each in COMMANDS)]

MISUSES: Final[dict[str, tuple[list[str], str, str]]] = {
    "no command": (
        [],
        "territoires~: erreur~: il manque~: COMMANDE",
        "territoires: error: the following arguments are required: COMMAND",
    ),
    "an unknown command": (
        ["verify"],
        "territoires~: erreur~: argument COMMANDE~: 'verify' n'est pas un choix possible (au choix~: 'check', 'explain', 'example', 'new')",
        "territoires: error: argument COMMAND: invalid choice: 'verify' (choose from 'check', 'explain', 'example', 'new')",
    ),
    "an unknown option": (
        ["check", "a.json", "--quiet"],
        "territoires~: erreur~: arguments inconnus~: --quiet",
        "territoires: error: unrecognized arguments: --quiet",
    ),
    "an option cut short": (
        ["check", "a.json", "--form", "json"],
        "territoires~: erreur~: arguments inconnus~: --form json",
        "territoires: error: unrecognized arguments: --form json",
    ),
    "an option without its value": (
        ["check", "a.json", "--on"],
        "territoires check~: erreur~: argument --on~: une valeur est attendue",
        "territoires check: error: argument --on: expected one argument",
    ),
    "an option with a value too many": (
        ["--version=3"],
        "territoires~: erreur~: argument --version~: aucune valeur n'est attendue, et '3' est donné",
        "territoires: error: argument --version: ignored explicit argument '3'",
    ),
    "a severity that is none": (
        ["check", "a.json", "--fail-on", "fatal"],
        "territoires check~: erreur~: argument --fail-on~: 'fatal' n'est pas un choix possible (au choix~: 'info', 'warning', 'error')",
        "territoires check: error: argument --fail-on: invalid choice: 'fatal' (choose from 'info', 'warning', 'error')",
    ),
    "a moment that is none": (
        ["check", "a.json", "--moment", "noon"],
        "territoires check~: erreur~: argument --moment~: 'noon' n'est pas un choix possible (au choix~: 'draft', 'submission', 'instruction', 'decision', 'publication')",
        "territoires check: error: argument --moment: invalid choice: 'noon' (choose from 'draft', 'submission', 'instruction', 'decision', 'publication')",
    ),
    "a format that is none": (
        ["check", "a.json", "--format", "xml"],
        "territoires check~: erreur~: argument --format~: 'xml' n'est pas un choix possible (au choix~: 'text', 'json')",
        "territoires check: error: argument --format: invalid choice: 'xml' (choose from 'text', 'json')",
    ),
    "a text that is no day": (
        ["check", "a.json", "--on", "tomorrow"],
        "territoires check~: erreur~: argument --on~: «~tomorrow~» n'est pas un jour.",
        "territoires check: error: argument --on: 'tomorrow' is not a day.",
    ),
    "a day that does not exist": (
        ["check", "a.json", "--on", "2021-02-29"],
        "territoires check~: erreur~: argument --on~: «~2021-02-29~» n'existe pas au calendrier.",
        "territoires check: error: argument --on: '2021-02-29' is not in the calendar.",
    ),
    "nothing to check": (
        ["check"],
        "territoires check~: erreur~: rien à vérifier~: nommer un fichier, «~-~» ou --example NOM",
        "territoires check: error: nothing to check: name a file, '-' or --example NAME",
    ),
    "an example that is none": (
        ["check", "--example", "none"],
        f"territoires check~: erreur~: argument --example~: aucun exemple ne s'appelle «~none~»~; il y a~: {NAMES}",
        f"territoires check: error: argument --example: no example is called 'none'; there are: {NAMES}",
    ),
    "an example to write that is none": (
        ["example", "none"],
        f"territoires example~: erreur~: argument NOM~: aucun exemple ne s'appelle «~none~»~; il y a~: {NAMES}",
        f"territoires example: error: argument NAME: no example is called 'none'; there are: {NAMES}",
    ),
    "an argument too many": (
        ["example", "participation-citoyenne-2020", "more"],
        "territoires~: erreur~: arguments inconnus~: more",
        "territoires: error: unrecognized arguments: more",
    ),
    "nothing to explain": (
        ["explain"],
        "territoires explain~: erreur~: il manque l'un de ces arguments~: CODE|FICHIER#ID -# --example",
        "territoires explain: error: one of the arguments CODE|FILE#ID -# --example is required",
    ),
    "two things to explain": (
        ["explain", "CAL001", "--example", "participation-citoyenne-2020#ditp-2020"],
        "territoires explain~: erreur~: argument --example~: impossible avec l'argument CODE|FICHIER#ID",
        "territoires explain: error: argument --example: not allowed with argument CODE|FILE#ID",
    ),
    "an example without the id of an entity": (
        ["explain", "--example", "participation-citoyenne-2020"],
        "territoires explain~: erreur~: argument --example~: après «~participation-citoyenne-2020~» manque «~#~», avec l'identifiant d'une entité",
        "territoires explain: error: argument --example: after 'participation-citoyenne-2020' a '#' with the id of an entity is missing",
    ),
    "an entity of an example that is none": (
        ["explain", "--example", "none#a"],
        f"territoires explain~: erreur~: argument --example~: aucun exemple ne s'appelle «~none~»~; il y a~: {NAMES}",
        f"territoires explain: error: argument --example: no example is called 'none'; there are: {NAMES}",
    ),
}


def tied(text: str) -> str:
    """Return a text with narrow no-break spaces for its tildes, as TeX has it."""
    return text.replace("~", "\N{NARROW NO-BREAK SPACE}")


def unquoted(text: str) -> str:
    """Return a text without the quotes that only some versions of argparse put on choices."""
    before, mark, choices = text.partition("(")
    return before + mark + choices.replace("'", "")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> set[object]:
    """Return what argparse asks to be translated, as it does."""
    heard: set[object] = set()

    class _Heard(dict[str, str]):
        def __contains__(self, text: object) -> bool:
            heard.add(text)
            return super().__contains__(text)

    def listening(language: Language) -> Mapping[str, Mapping[str, str]]:
        return {"argparse": _Heard(catalogue(language)["argparse"])}

    monkeypatch.setattr(_words, "catalogue", listening)
    return heard


# Misuse


@pytest.mark.parametrize("misuse", MISUSES)
def test_every_misuse_is_told_in_french_or_in_english(run: Run, misuse: str) -> None:
    arguments, *expected = MISUSES[misuse]
    for language, last in zip(("fr", "en"), expected, strict=True):
        status, output, errors = run("--lang", language, *arguments)
        assert (status, output) == (2, "")
        assert unquoted(errors.splitlines()[-1]) == unquoted(tied(last))
        usage = tied("usage~: territoires") if language == "fr" else "usage: territoires"
        assert errors.startswith(usage)


def test_a_language_that_is_none_is_told_in_that_of_the_system(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "'de' n'est pas un choix possible" in run("--lang", "de", "check")[2]
    monkeypatch.setenv("LANG", "en_IE.UTF-8")
    assert "invalid choice: 'de'" in run("--lang", "de", "check")[2]


def test_argparse_asks_for_nothing_that_the_catalogue_lacks(run: Run, asked: set[object]) -> None:
    for arguments in (*HELP, *(each for each, _, _ in MISUSES.values())):
        run("--lang", "fr", *arguments)
    own = {None, told("commands", "fr")}
    assert asked - own <= set(catalogue("fr")["argparse"])


def test_the_catalogue_has_nothing_that_argparse_never_asks(run: Run, asked: set[object]) -> None:
    for arguments in (*HELP, *(each for each, _, _ in MISUSES.values())):
        run("--lang", "fr", *arguments)
    only_since_3_13 = {
        "%(heading)s:",
        "show program's version number and exit",
        "subcommands",
    }
    assert set(catalogue("fr")["argparse"]) - asked <= only_since_3_13


def test_the_words_of_argparse_have_their_gaps_in_french_too() -> None:
    gap = re.compile(r"%(?:\(\w+\))?[sr]")
    for english, french in catalogue("fr")["argparse"].items():
        assert sorted(gap.findall(english)) == sorted(gap.findall(french))


def test_argparse_is_left_as_it_was_found() -> None:
    held: Mapping[str, object] = vars(argparse)
    before = held["_"], held["ngettext"]
    with argparse_speaks("fr"):
        counted = held["ngettext"]
        assert callable(counted)
        assert counted("expected one argument", "many", 1) == "une valeur est attendue"
        assert counted("one", "many", 2) == "many"
        assert before != (held["_"], held["ngettext"])
    assert before == (held["_"], held["ngettext"])


# Help


def test_the_help_of_all_is_in_french(run: Run) -> None:
    status, output, errors = run("--help")
    assert (status, errors) == (0, "")
    assert output == tied(
        """\
usage~: territoires [-h] [--version] [--lang {fr,en}] COMMANDE ...

Vérifier, expliquer et montrer des appels à projets publics.

options~:
  -h, --help      afficher cette aide et quitter
  --version       afficher la version et quitter
  --lang {fr,en}  langue des messages (par défaut celle du système, sinon le
                  français)

commandes~:
  COMMANDE
    check         Vérifier des documents~: chaque anomalie, sa raison et son
                  remède.
    explain       Expliquer un code d'anomalie, ou tout ce qu'un document dit
                  d'une entité.
    example       Lister les exemples livrés, ou écrire l'un d'eux.
    new           Écrire un document à remplir, avec l'aide de chaque champ.

Code de sortie~: 0 si rien n'atteint le seuil, 1 si une anomalie l'atteint, 2
si la commande est mal écrite, 3 si une entrée est illisible.
"""
    )


def test_the_help_of_check_names_every_choice_with_its_label(run: Run) -> None:
    words = " ".join(run("check", "--help")[1].split())
    assert "info (information), warning (avertissement), error (erreur)" in words
    assert "draft (brouillon), submission (dépôt), instruction, decision (décision)," in words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("arguments", HELP, ids=" ".join)
@pytest.mark.parametrize("columns", [30, 80, 200])
def test_every_help_can_be_shown_on_any_width(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    language: Language,
    columns: int,
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    status, output, errors = run("--lang", language, *arguments)
    assert (status, errors) == (0, "")
    assert ("aide" in output) is (language == "fr")
    assert ("usage:" in output) is (language == "en")


def test_every_command_has_every_word_in_both_languages() -> None:
    french, english = catalogue("fr"), catalogue("en")
    for group in ("cli", "holds", "report", "opening"):
        assert set(french[group]) == set(english[group])
        for part, text in french[group].items():
            gaps = re.findall(r"\{(\w+)\}", text)
            assert set(gaps) == set(re.findall(r"\{(\w+)\}", english[group][part])), part


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version") == (0, f"territoires {version('territoires-participatifs')}\n", "")


# The language


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["check", "a"], None),
        (["--lang", "en", "check", "a"], "en"),
        (["check", "a", "--lang", "en"], "en"),
        (["--lang=en", "check", "a"], "en"),
        (["--lang", "en", "check", "--lang=fr"], "fr"),
        (["--lang", "de", "check"], None),
        (["--lang"], None),
        (["check", "en"], None),
        (["check", "--", "--lang=en"], None),
        ([], None),
    ],
)
def test_the_language_is_known_before_the_arguments_are_read(
    arguments: list[str], language: Language | None
) -> None:
    assert language_of(arguments) == language


def test_the_last_language_given_wins_as_for_any_option(run: Run) -> None:
    assert "Clôture avant" in run("--lang", "en", "explain", "CAL001", "--lang", "fr")[1]


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "fr"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en"}, "en"),
        ({"LANG": "EN_us"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "de_DE.UTF-8"}, "fr"),
        ({"LANG": "C"}, "fr"),
        ({"LANG": ""}, "fr"),
        ({"LANG": "fr_FR", "LC_MESSAGES": "en_US"}, "en"),
        ({"LANG": "en_US", "LC_MESSAGES": "fr_FR"}, "fr"),
        ({"LC_ALL": "fr_FR", "LC_MESSAGES": "en_US", "LANG": "en_US"}, "fr"),
        ({"LC_ALL": "", "LANG": "en_US"}, "en"),
    ],
)
def test_the_locale_chooses_the_language(environment: dict[str, str], language: Language) -> None:
    assert preferred_language(environment) == language


@pytest.mark.parametrize(
    ("name", "language"),
    [("English_United Kingdom", "en"), ("en_US", "en"), ("French_France", "fr"), (None, "fr")],
)
def test_windows_is_asked_where_there_are_no_variables(
    monkeypatch: pytest.MonkeyPatch, name: str | None, language: Language
) -> None:
    monkeypatch.setattr(locale, "getlocale", lambda: (name, None))
    with monkeypatch.context() as patched:
        patched.setattr(os, "name", "nt")
        chosen = preferred_language({})
    assert chosen == language


def test_the_system_chooses_the_language_of_the_command(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("explain", "CAL001")[1].startswith("CAL001 · Clôture avant l'ouverture\n")
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert run("explain", "CAL001")[1].startswith("CAL001 · Deadline before opening\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_parser_can_be_built_outside_of_the_command(language: Language) -> None:
    read = build_parser(language).parse_args(["check", "a.json"])
    assert (read.files, read.example, read.on, read.moment) == (["a.json"], [], None, "publication")
    assert (read.format, read.fail_on) == ("text", "error")


# Sentences


def test_a_fact_is_told_whole_and_may_have_braces() -> None:
    name = "{id}" + "é" * 300
    assert told("about-entity", "en", id=name, text="{text}") == f"{name}: {{text}}"


def test_a_gap_that_nothing_fills_stays_open() -> None:
    assert told("about-entity", "en", id="a") == "a: {text}"


def test_a_number_agrees_with_its_noun() -> None:
    assert told("questions", "fr", number=1) == tied(
        "1 question que les sources laissent ouverte~:"
    )
    assert told("questions", "en", number=0) == "0 questions that the sources leave open:"
