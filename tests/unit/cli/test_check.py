"""`territoires check`: what it prints, as text and as JSON, and the status it leaves."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeAlias

import pytest

from territoires_participatifs import Severity
from territoires_participatifs.cli import _check
from territoires_participatifs.document import entity_fields
from territoires_participatifs.examples import example, example_bytes, example_names
from territoires_participatifs.language import LANGUAGES, Language, catalogue

Run: TypeAlias = Callable[..., tuple[int, str, str]]

SOUND: Final = '{"calls": [{"id": "ditp-2020"}]}'
WARNED: Final = """{"calls": [{"id": "ditp-2020", "rounds": [
  {"id": "one", "deadline": {"day": "2021-03-12", "hour": "17:00"}}]}]}"""
WRONG: Final = """{"calls": [
  {"id": "A B"},
  {"id": "ditp-2020", "rounds": [{"id": "one", "opens": "2021-05-01", "deadline": "2021-03-12"}]}
]}"""


def tied(text: str) -> str:
    """Return a text with narrow no-break spaces for its tildes, as TeX has it."""
    return text.replace("~", "\N{NARROW NO-BREAK SPACE}")


@pytest.fixture
def written(folder: Path) -> Path:
    """Write the documents that the tests name."""
    for name, text in (("sound", SOUND), ("warned", WARNED), ("wrong", WRONG)):
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
    return folder


def documents(output: str) -> list[dict[str, Any]]:
    """Return what is told of each document."""
    return list(json.loads(output)["documents"])


# The report for people


@pytest.mark.usefixtures("written")
def test_a_sound_document_is_told_in_a_few_lines(run: Run) -> None:
    status, output, errors = run("check", "sound.json", "--on", "2021-03-12")
    assert (status, errors) == (0, "")
    assert output == tied(
        """\
sound.json · vérifié au 12 mars 2021 · moment~: publication

Ce document contient 1 appel.

Aucune anomalie.
"""
    )


@pytest.mark.usefixtures("written")
def test_a_broken_document_is_told_with_every_reason_and_remedy(run: Run) -> None:
    status, output, errors = run("check", "wrong.json", "--on", "2021-03-01", "--moment", "draft")
    assert (status, errors) == (1, "")
    assert output == tied(
        """\
wrong.json · vérifié au 1er mars 2021 · moment~: brouillon

Ce qui a pu en être lu contient 1 appel.

erreur VAL003 · Identifiant mal formé
  où       /calls/0/id (ligne 2, colonne 10)
  constat  «~A B~» n'est pas un identifiant d'entité.
  à faire  N'employer que des lettres minuscules sans accent, des chiffres et des tirets simples, comme «~ditp-2020~».

erreur CAL001 · Clôture avant l'ouverture
  où       ditp-2020 · /calls/1/rounds/0/deadline (ligne 3, colonne 83)
  constat  La date limite (12 mars 2021) précède l'ouverture (1er mai 2021).
  à faire  Inverser les deux dates, ou corriger celle qui est fausse.
  d'après  i-Démo n° 2 (Bpifrance)~: relèves et clôture, ordre déduit

2 erreurs, 0 avertissement, 0 information.
"""
    )


@pytest.mark.usefixtures("written")
def test_the_report_speaks_english_when_asked(run: Run) -> None:
    output = run("--lang", "en", "check", "warned.json", "--on", "2021-03-12")[1]
    assert (
        output
        == """\
warned.json · checked on 12 March 2021 · moment: publication

This document holds 1 call.

warning CAL003 · Hour without zone
  where    ditp-2020 · /calls/0/rounds/0/deadline/hour (line 2, column 59)
  finding  The hour 17:00 of the deadline is given without its time zone.
  to do    Add the zone of the service that receives, as 'Europe/Paris'.
  by       ANR, Appel à projets générique 2024

0 errors, 1 warning, 0 remarks.
"""
    )


@pytest.mark.usefixtures("written")
def test_several_documents_are_told_apart_and_summed_up(run: Run) -> None:
    status, output, _ = run("check", "wrong.json", "warned.json")
    assert status == 1
    paragraphs = output.split("\n\n\n")
    assert [each.split(" · ")[0] for each in paragraphs[:2]] == ["wrong.json", "warned.json"]
    assert paragraphs[2:] == [
        tied("En tout, 2 documents~: 2 erreurs, 1 avertissement, 0 information.\n")
    ]


@pytest.mark.parametrize("name", example_names())
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shipped_example_is_sound_and_tells_its_open_questions(
    run: Run, name: str, language: Language
) -> None:
    status, output, errors = run("check", "--example", name, "--lang", language)
    assert (status, errors) == (0, "")
    assert output.startswith(f"{name} · ")
    asking = next((each.id for each in example(name) if each.questions), None)
    if asking is None:
        assert "  · " not in output
        return
    assert (f"\n  · {asking}\u202f: " in output) is (language == "fr")
    assert (f"\n  · {asking}: " in output) is (language == "en")


def test_only_the_first_open_questions_are_listed(folder: Path, run: Run) -> None:
    questions = [{"text": {"fr": f"Question {each} ?"}} for each in range(1, 23)]
    held = {"organisations": [{"id": "cerdd", "questions": questions}]}
    (folder / "many.json").write_text(json.dumps(held), encoding="utf-8")
    lines = run("check", "many.json")[1].split("\n")
    assert tied("22 questions que les sources laissent ouvertes~:") in lines
    assert tied("  · cerdd~: Question 20~?") in lines
    assert "  · et 2 autres" in lines
    assert not any("Question 21" in each for each in lines)


def test_a_document_with_nothing_in_it_says_nothing_of_what_it_holds(
    folder: Path, run: Run
) -> None:
    (folder / "void.json").write_text("{}", encoding="utf-8")
    status, output, _ = run("check", "void.json", "--on", "2021-03-12")
    assert status == 0
    assert output.split("\n")[1:] == ["", "Aucune anomalie.", ""]


def test_the_title_of_a_dataset_can_do_no_harm_to_the_terminal(folder: Path, run: Run) -> None:
    (folder / "bell.json").write_text('{"title": "a\\u001b[31mb"}', encoding="utf-8")
    assert "a\\x1b[31mb\n" in run("check", "bell.json")[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_a_dataset_holds_has_its_word(language: Language) -> None:
    assert set(catalogue(language)["holds"]) == set(entity_fields())


# The day and the moment


def test_the_day_is_today_unless_it_is_given(
    run: Run, written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class _Calendar:
        @staticmethod
        def today() -> date:
            return date(2026, 1, 1)

    monkeypatch.setattr(_check, "date", _Calendar)
    assert "vérifié au 1er janvier 2026" in run("check", str(written / "sound.json"))[1]


def test_only_the_rules_of_the_moment_and_of_earlier_ones_are_asked(folder: Path, run: Run) -> None:
    (folder / "draft.json").write_text('{"calls": [{"id": "b", "follows": "a"}]}', encoding="utf-8")
    assert run("check", "draft.json", "--moment", "draft")[0] == 0
    assert run("check", "draft.json", "--moment", "submission")[0] == 1
    assert run("check", "draft.json")[0] == 1


# The status


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize(
    ("name", "threshold", "status"),
    [
        ("sound", "info", 0),
        ("warned", "error", 0),
        ("warned", "warning", 1),
        ("warned", "info", 1),
        ("wrong", "error", 1),
        ("wrong", "warning", 1),
    ],
)
def test_the_status_is_one_from_the_severity_asked_for(
    run: Run, name: str, threshold: str, status: int
) -> None:
    assert run("check", f"{name}.json", "--fail-on", threshold)[0] == status


@pytest.mark.usefixtures("written")
def test_an_unreadable_document_outweighs_what_others_have(run: Run) -> None:
    assert run("check", "wrong.json", "none.json", "sound.json")[0] == 3


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (b"", "DOC013", "Le document est vide, ou s'arrête avant sa fin."),
        (b" \r\n", "DOC013", "Le document est vide, ou s'arrête avant sa fin."),
        (b'{"calls": [', "DOC013", "Le document est vide, ou s'arrête avant sa fin."),
        (b"{'calls': []}", "DOC005", "Ce n'est plus du JSON à partir d'ici"),
        (b"[]", "DOC010", "Un objet est attendu à la racine du document"),
        (b"null", "DOC010", "Un objet est attendu à la racine du document"),
        (b'{"title": "\xe9"}', "DOC003", "L'octet 0xE9 n'est pas de l'UTF-8"),
        (b'{"schema_version": "9.0"}', "DOC011", "Le document est de version 9.0"),
    ],
)
def test_what_cannot_be_read_is_a_finding_and_status_three(
    folder: Path, run: Run, content: bytes, code: str, said: str
) -> None:
    (folder / "bad.json").write_bytes(content)
    status, output, errors = run("check", "bad.json")
    assert (status, errors) == (3, "")
    assert f"erreur {code} · " in output
    assert said in output


def test_a_missing_file_is_said_to_be_missing(run: Run) -> None:
    status, output, _ = run("check", "none.json")
    assert status == 3
    assert tied("«~none.json~» ne peut pas être ouvert~: aucun fichier ne porte ce nom.") in output


def test_a_folder_is_not_taken_for_a_file(run: Run, folder: Path) -> None:
    (folder / "data").mkdir()
    status, output, _ = run("check", "data", "--lang", "en")
    assert status == 3
    assert "'data' can't be opened: " in output


def test_a_file_that_may_not_be_read_is_told_so(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "secret.json").touch()

    really_open = Path.open

    def refuse(path: Path, mode: str = "r", **options: Any) -> object:
        if path.name == "secret.json":
            raise PermissionError(13, "Permission denied")
        return really_open(path, mode, **options)

    monkeypatch.setattr(Path, "open", refuse)
    status, output, _ = run("check", "secret.json")
    assert status == 3
    assert tied("ne peut pas être ouvert~: le système en refuse la lecture.") in output


# As JSON


@pytest.mark.usefixtures("written")
def test_json_holds_each_document_with_its_findings_in_both_languages(run: Run) -> None:
    arguments = ("check", "warned.json", "--format", "json", "--on", "2021-03-12")
    status, output, errors = run(*arguments)
    assert (status, errors) == (0, "")
    assert documents(output) == [
        {
            "name": "warned.json",
            "on": "2021-03-12",
            "moment": "publication",
            "summary": {"error": 0, "warning": 1, "info": 0, "waived": 0},
            "findings": [
                {
                    "code": "CAL003",
                    "severity": "warning",
                    "place": {
                        "file": "warned.json",
                        "pointer": "/calls/0/rounds/0/deadline/hour",
                        "line": 2,
                        "column": 59,
                    },
                    "entity": "ditp-2020",
                    "facts": {"hour": "17:00"},
                    "title": {"fr": "Heure sans fuseau", "en": "Hour without zone"},
                    "message": {
                        "fr": "L'heure limite 17:00 est donnée sans fuseau horaire.",
                        "en": "The hour 17:00 of the deadline is given without its time zone.",
                    },
                    "remedy": {
                        "fr": "Ajouter le fuseau du service qui reçoit, comme « Europe/Paris ».",
                        "en": "Add the zone of the service that receives, as 'Europe/Paris'.",
                    },
                    "sources": [
                        {
                            "title": "ANR, Appel à projets générique 2024",
                            "url": "https://anr.fr/en/call-for-proposals-details/call/"
                            "generic-call-for-proposals-aapg-2024/",
                        }
                    ],
                    "waived": None,
                }
            ],
        }
    ]
    assert run(*arguments, "--lang", "en")[1] == output


@pytest.mark.usefixtures("written")
def test_json_is_one_document_whatever_the_number_of_files(run: Run) -> None:
    status, output, _ = run("check", "sound.json", "none.json", "wrong.json", "--format", "json")
    assert status == 3
    found = documents(output)
    assert [each["name"] for each in found] == ["sound.json", "none.json", "wrong.json"]
    assert [each["summary"][Severity.ERROR.value] for each in found] == [0, 1, 2]
    assert {f["place"]["file"] for each in found for f in each["findings"]} == {
        "none.json",
        "wrong.json",
    }


@pytest.mark.usefixtures("written")
def test_json_names_a_file_by_its_whole_path(run: Run, written: Path) -> None:
    path = str(written / "wrong.json")
    [found] = documents(run("check", path, "--format", "json")[1])
    assert {found["name"], found["findings"][0]["place"]["file"]} == {path}


def test_json_of_an_example_names_no_file(run: Run) -> None:
    name = example_names()[0]
    [found] = documents(run("check", "--example", name, "--format", "json")[1])
    assert (found["name"], found["findings"]) == (name, [])


# Files as they are found


def test_carriage_returns_and_a_byte_order_mark_are_no_obstacle(folder: Path, run: Run) -> None:
    text = WRONG.replace("\n", "\r\n").encode("utf-8-sig")
    (folder / "windows.json").write_bytes(text)
    status, output, _ = run("check", "windows.json")
    assert status == 1
    assert "avertissement DOC004 · Marque d'ordre des octets" in output
    assert "/calls/1/rounds/0/deadline (ligne 3, colonne 83)" in output


def test_the_shipped_example_is_the_same_with_carriage_returns(folder: Path, run: Run) -> None:
    name = example_names()[0]
    (folder / "crlf.json").write_bytes(example_bytes(name).replace(b"\n", b"\r\n"))
    assert run("check", "crlf.json")[0] == 0


def test_a_file_may_have_accents_spaces_and_a_long_name(folder: Path, run: Run) -> None:
    name = f"Données d'été {'é' * 100}.json"
    (folder / name).write_text(SOUND, encoding="utf-8")
    status, output, _ = run("check", name)
    assert status == 0
    assert output.startswith(f"{name} · ")


def test_the_name_of_a_file_can_do_no_harm(run: Run) -> None:
    assert run("check", "a\nb\x1b.json")[1].startswith("a\\nb\\x1b.json · ")
    [found] = documents(run("check", "a\udce9.json", "--format", "json")[1])
    assert found["name"] == found["findings"][0]["place"]["file"] == "a\\udce9.json"
