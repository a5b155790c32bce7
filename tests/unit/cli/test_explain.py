"""`territoires explain`: codes with their reasons, entities with all that is said of them."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final, TypeAlias

import pytest

from territoires_participatifs.examples import example
from territoires_participatifs.language import LANGUAGES, Language, catalogue
from territoires_participatifs.rulebook import RULEBOOK

Run: TypeAlias = Callable[..., tuple[int, str, str]]

EXAMPLE: Final = "participation-citoyenne-2020"

TOLD: Final = ("cerdd-ami-2020", EXAMPLE, "calls/detr-cher-2021", "calls/pat-2024")
"""The examples whose every entity is told."""

CODES: Final = sorted(code for code, parts in catalogue("fr").items() if "title" in parts)

LONG: Final = "Associer durablement les citoyens aux politiques publiques, " * 6

HELD: Final[dict[str, Any]] = {
    "source": "page",
    "sources": [
        {"id": "page", "title": "La page", "url": "https://example.org/page"},
        {"id": "review", "title": "La revue"},
    ],
    "organisations": [
        {"id": "lab", "siren": {"state": "not-applicable"}, "legal_person": "no"},
        {"id": "city", "names": [{"text": "Ville", "kind": "official", "since": "1990"}]},
    ],
    "programmes": [{"id": "frame", "names": ["Cadre"], "part_of": "nowhere"}],
    "calls": [
        {
            "id": "first",
            "names": ["Premier", {"text": "PR", "kind": "acronym", "language": "en"}],
            "kind": "projects",
            "purpose": {"fr": LONG.strip(), "en": "Involve citizens."},
            "identifiers": ["uai:0590001A"],
            "participations": [
                {
                    "organisation": "city",
                    "role": "organiser",
                    "quote": {"source": "review", "text": "lancé par", "locator": "p. 3"},
                }
            ],
            "programmes": [],
            "opens": {"day": {"edtf": "2021-02", "part": "early", "wording": "Début février 2021"}},
            "closes": {"kind": "rolling", "wording": "au fil de l'eau"},
            "rounds": [
                {
                    "id": "one",
                    "deadline": {
                        "day": "2021-03-12",
                        "hour": "17:00",
                        "event": "sent",
                        "wording": "avant 17 h",
                    },
                },
                {"id": "two", "results": {"edtf": "2021-06", "wording": "avant l'été"}},
            ],
            "lottery": 30,
            "disputed": ["/reach", "/rounds/1/opens"],
            "statements": [
                {"about": "/kind", "value": "projects", "quote": {"text": "appel à projets"}},
                {
                    "about": "/kind",
                    "value": "challenges",
                    "standing": "alternative",
                    "quote": {"source": "review", "text": "appel à défis"},
                    "note": {"fr": "Dans le titre.", "en": "In the title."},
                },
                {"about": "/names/0", "quote": {"locator": "titre"}},
                {"about": "/names/9"},
                {"about": "/programmes", "value": ["frame"]},
                {
                    "about": "/opens",
                    "value": {"day": {"edtf": "2021-03", "wording": "en mars"}},
                    "standing": "superseded",
                },
                {
                    "about": "/rounds/1/results",
                    "value": {"edtf": "2021-06", "wording": "avant l'été"},
                    "quote": {"text": "avant l'été"},
                },
                {"about": "/rounds/1/opens", "value": "2021-04", "standing": "alternative"},
                {"about": "/url", "quote": {"text": "en ligne"}},
                {"about": "/edition", "value": {"number": 2}},
                {"about": "/lottery", "value": 30, "standing": "inferred"},
                {"about": "/id", "note": {"fr": "Choisi par nous."}},
            ],
            "questions": [
                {
                    "about": ["/opens", "/rounds/0/deadline"],
                    "text": {"fr": "Quel jour ?", "en": "Which day?"},
                    "readings": [{"fr": "le 1er"}, {"fr": "le 3"}],
                    "quotes": [{"source": "review", "text": "début février"}],
                },
                {"text": {"fr": "Et après ?"}},
            ],
        },
        {"id": "second", "follows": "first"},
        {
            "id": "third",
            "requirements": [
                {
                    "id": "excluded",
                    "stage": "eligibility",
                    "demand": {
                        "kind": "none-of",
                        "demands": [
                            {"kind": "text", "text": {"fr": "Un culte.", "en": "A cult."}},
                            {"kind": "applicant", "kinds": ["commune"], "public": "yes"},
                            {"kind": "lottery", "odds": 3, "rounds": None},
                        ],
                    },
                    "clause": {"locator": "art. 2"},
                },
                {"id": "date", "demand": {"kind": "deadline"}},
            ],
            "statements": [
                {
                    "about": "/requirements/0/demand/demands/0/text",
                    "quote": {"source": "review", "text": "aucun culte"},
                },
                {
                    "about": "/requirements/1/demand/deadline",
                    "value": "2021-03-12",
                    "standing": "inferred",
                },
                {"about": "/requirements/0/demand/demands/2/odds", "note": {"fr": "Sur dix."}},
            ],
        },
    ],
}


def tied(text: str) -> str:
    """Return a text with narrow no-break spaces for its tildes, as TeX has it."""
    return text.replace("~", "\N{NARROW NO-BREAK SPACE}")


@pytest.fixture
def told(folder: Path, run: Run) -> Callable[..., dict[str, list[str]]]:
    """Return the paragraphs that tell an entity, by title, in either language."""
    (folder / "calls.json").write_text(json.dumps(HELD), encoding="utf-8")

    def tell(entity: str, language: Language = "fr") -> dict[str, list[str]]:
        status, output, errors = run("explain", f"calls.json#{entity}", "--lang", language)
        assert (status, errors) == (0, "")
        paragraphs = [each.split("\n") for each in output.rstrip("\n").split("\n\n")]
        return {title: lines for title, *lines in paragraphs}

    return tell


Told: TypeAlias = Callable[..., dict[str, list[str]]]

# Codes


def test_a_rule_is_told_with_its_reason_its_source_and_its_remedy(run: Run) -> None:
    status, output, errors = run("explain", "CAL003")
    assert (status, errors) == (0, "")
    assert output == tied(
        """\
CAL003 · Heure sans fuseau

Une heure limite est donnée avec son fuseau horaire~: certains répondent depuis l'outre-mer.

  gravité        avertissement
  dès le moment  publication
  porte sur      échéance
  nom            deadline.hour-without-zone
  d'après        ANR, Appel à projets générique 2024 (https://anr.fr/en/call-for-proposals-details/call/generic-call-for-proposals-aapg-2024/)
  constat        L'heure limite … est donnée sans fuseau horaire.
  à faire        Ajouter le fuseau du service qui reçoit, comme «~Europe/Paris~».
"""
    )


def test_a_code_that_is_no_rule_is_told_with_what_it_finds_and_its_remedy(run: Run) -> None:
    assert (
        run("explain", "val101", "--lang", "en")[1]
        == """\
VAL101 · Not a SIRET number

  finding  '…' is not a SIRET number: 14 digits expected, … found.
  to do    Copy the 14 digits from the Sirene register (annuaire-entreprises.data.gouv.fr).
"""
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_code_can_be_explained_without_a_gap(run: Run, code: str, language: Language) -> None:
    status, output, _ = run("explain", code, "--lang", language)
    assert status == 0
    assert output.startswith(f"{code} · ")
    assert "}" not in output.replace('{ "calls": [ … ] }', "")
    assert f"{code}." not in output


def test_every_rule_has_a_code_that_can_be_explained() -> None:
    assert {each.code for each in RULEBOOK.rules} <= set(CODES)


def test_the_source_of_a_rule_is_told_with_its_address(run: Run) -> None:
    address = "https://www.rfc-editor.org/rfc/rfc6901#section-4"
    assert f"(JSON) Pointer, section 4 ({address})\n" in run("explain", "SRC001")[1]


@pytest.mark.parametrize("given", ["CAL999", "calls.json", "cli", ""])
def test_what_is_no_code_is_wrong_usage(run: Run, given: str) -> None:
    assert run("explain", given) == (
        2,
        "",
        tied(f"Aucune anomalie n'a le code «~{given}~»~; une entité s'écrit FICHIER#ID.\n"),
    )


# Entities


def test_an_entity_is_told_by_its_id_its_name_and_its_kind(told: Told) -> None:
    assert next(iter(told("first"))) == "first (Premier) · appel"
    assert next(iter(told("lab", "en"))) == "lab · organisation"
    assert next(iter(told("page"))) == "page (La page) · source"


def test_fields_come_in_the_order_of_documents_and_end_with_what_is_around(told: Told) -> None:
    assert list(told("first"))[1:] == [
        "noms",
        "nature",
        "portée",
        "objet",
        "édition",
        "identifiants",
        "participations",
        "programmes",
        "ouverture",
        "clôture",
        "relèves",
        "adresse web",
        "autres énoncés",
        "questions ouvertes",
        "compléments",
        "cité par",
        "sources",
    ]


def test_a_field_is_told_with_all_that_the_sources_say_of_it(told: Told) -> None:
    assert told("first")["nature"] == [
        "  appel à projets",
        tied("    · appel à projets (préféré) — «~appel à projets~» [page]"),
        tied("    · appel à défis (divergent) — «~appel à défis~» [review] — Dans le titre."),
    ]
    assert told("first", "en")["kind"] == [
        "  call for projects",
        "    · call for projects (preferred) — “appel à projets” [page]",
        "    · call for challenges (alternative) — “appel à défis” [review] — In the title.",
    ]


def test_long_texts_are_told_whole(told: Told) -> None:
    assert told("first")["objet"] == [f"  {LONG.strip()}"]
    assert told("first", "en")["purpose"] == ["  Involve citizens."]


def test_values_of_a_list_are_told_one_by_one_with_what_they_are(told: Told) -> None:
    assert told("first")["noms"] == [
        "  – Premier",
        tied("  – PR (sigle, langue~: en)"),
        "    · Premier (préféré) — (titre) [page]",
        "    · 10 — préféré",
    ]
    assert told("city")["noms"] == [tied("  – Ville (officiel, début d'usage~: 1990)")]
    assert told("first")["identifiants"] == ["  – uai:0590001A"]


def test_a_list_known_to_be_empty_says_so(told: Told) -> None:
    assert told("first")["programmes"] == [
        "  aucun élément",
        "    · frame (Cadre) (préféré)",
    ]


def test_parts_are_told_as_tables_with_references_by_name(told: Told) -> None:
    assert told("first")["participations"] == [
        "  – organisation  city (Ville)",
        "    rôle          organisateur",
        tied("    citation      «~lancé par~» (p. 3) [review]"),
    ]


def test_dates_are_told_in_words_and_in_those_of_the_source_if_they_differ(told: Told) -> None:
    paragraphs = told("first")
    assert paragraphs["ouverture"] == [
        "  début février 2021",
        tied("    · mars 2021 («~en mars~») (remplacé)"),
    ]
    assert paragraphs["clôture"] == ["  au fil de l'eau"]


def test_rounds_are_told_with_their_deadlines_and_disputes(told: Told) -> None:
    assert told("first")["relèves"] == [
        "  – identifiant  one",
        tied("    date limite  12 mars 2021 à 17:00, date d'envoi («~avant 17 h~»)"),
        "  – identifiant  two",
        tied("    résultats    juin 2021 («~avant l'été~»)"),
        tied("  disputé, les sources se contredisant~: relèves > 2 > ouverture"),
        tied("    · 2 > résultats — juin 2021 (préféré) — «~avant l'été~» [page]"),
        "    · 2 > ouverture — avril 2021 (divergent)",
    ]


def test_unknown_and_disputed_fields_are_told_apart(told: Told) -> None:
    paragraphs = told("first")
    assert paragraphs["portée"] == [tied("  disputé, les sources se contredisant~: portée")]
    assert paragraphs["adresse web"] == [
        "  inconnu",
        tied("    · préféré — «~en ligne~» [page]"),
    ]


def test_a_value_that_the_field_could_not_hold_is_told_as_it_is_written(told: Told) -> None:
    assert told("first")["édition"] == ["  inconnu", '    · {"number":2} (préféré)']


def test_what_is_said_of_no_field_is_told_too(told: Told) -> None:
    assert told("first")["autres énoncés"] == [
        "  · /lottery — 30 (déduit)",
        "  · /id — préféré — Choisi par nous.",
    ]
    assert told("first")["compléments"] == ["  /lottery  30"]


def test_not_applicable_and_no_are_answers(told: Told) -> None:
    assert told("lab")["numéro SIREN"] == ["  sans objet"]
    assert told("lab")["personne morale"] == ["  non"]


def test_open_questions_are_told_with_their_readings_and_quotations(told: Told) -> None:
    assert told("first")["questions ouvertes"] == [
        tied("  – Quel jour~? (ouverture, relèves > 1 > date limite)"),
        "    – le 1er",
        "    – le 3",
        tied("    · «~début février~» [review]"),
        tied("  – Et après~?"),
    ]
    assert told("first", "en")["open questions"][0] == (
        "  – Which day? (opening, rounds > 1 > deadline)"
    )


def test_demands_are_told_with_their_kinds_and_what_the_sources_say_of_them(told: Told) -> None:
    assert told("third")["exigences"] == [
        "  – identifiant         excluded",
        tied(
            "    condition           aucune de ces conditions (condition en mots (Un culte.)~; condition "
            "sur le candidat (natures d'organisations~: commune~; organisme public~: oui)~; "
            'condition inconnue ({"kind":"lottery","odds":3,"rounds":null}))'
        ),
        "    niveau de contrôle  éligibilité",
        "    clause citée        (art. 2) [page]",
        "  – identifiant  date",
        "    condition    condition de date",
        tied(
            "    · 1 > condition > conditions > 1 > texte — Un culte. (préféré) — "
            "«~aucun culte~» [review]"
        ),
        "    · 2 > condition > date limite — 12 mars 2021 (déduit)",
        "    · 1 > condition > conditions > 3 > odds — préféré — Sur dix.",
    ]
    assert told("third", "en")["requirements"][:2] == [
        "  – identifier         excluded",
        '    demand             none of these demands (demand in words (A cult.); demand on the applicant (kinds of organisations: municipality; public: yes); unknown demand ({"kind":"lottery","odds":3,"rounds":null}))',
    ]
    assert told("third", "en")["requirements"][-2:] == [
        "    · 2 > demand > deadline — 12 March 2021 (inferred)",
        "    · 1 > demand > demands > 3 > odds — preferred — Sur dix.",
    ]


def test_whoever_refers_to_an_entity_is_told(told: Told) -> None:
    assert told("first")["cité par"] == ["  – second · appel"]
    assert told("city")["cité par"] == ["  – first (Premier) · appel"]


def test_sources_are_told_once_with_their_address(told: Told) -> None:
    assert told("first")["sources"] == [
        "  [page]    La page — https://example.org/page",
        "  [review]  La revue",
    ]


def test_a_reference_to_nothing_is_told_by_its_id(told: Told) -> None:
    assert told("frame")["programme englobant"] == ["  nowhere"]


def test_a_source_that_is_missing_is_marked_so(folder: Path, run: Run) -> None:
    (folder / "a.json").write_text('{"calls": [{"id": "a", "source": "b"}]}', encoding="utf-8")
    assert run("explain", "a.json#a")[1] == "a · appel\n\nsources\n  [b]  absente du document\n"


def test_an_entity_without_any_source_has_no_such_paragraph(folder: Path, run: Run) -> None:
    held = {"calls": [{"id": "a", "statements": [{"about": "/kind", "quote": {"text": "AMI"}}]}]}
    (folder / "a.json").write_text(json.dumps(held), encoding="utf-8")
    assert run("explain", "a.json#a")[1] == tied(
        "a · appel\n\nnature\n  inconnu\n    · préféré — «~AMI~»\n"
    )


def test_a_text_of_a_document_can_do_no_harm_to_the_terminal(folder: Path, run: Run) -> None:
    held = {"calls": [{"id": "a", "names": ["b\x1b[31m\nc"]}]}
    (folder / "a.json").write_text(json.dumps(held), encoding="utf-8")
    assert run("explain", "a.json#a")[1] == (
        "a (b\\x1b[31m\\nc) · appel\n\nnoms\n  – b\\x1b[31m\\nc\n"
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TOLD)
def test_every_entity_of_a_shipped_example_can_be_told(
    run: Run, name: str, language: Language
) -> None:
    for entity in example(name):
        status, output, errors = run(
            "explain", "--example", f"{name}#{entity.id}", "--lang", language
        )
        assert (status, errors) == (0, "")
        assert output.startswith(entity.id)
        assert "…" not in output
        assert "{" not in output


@pytest.mark.parametrize("pointer", ["/names/0/x/1", "/names/~1", f"/names/{'9' * 5000}", "/~0/"])
def test_a_pointer_to_nothing_is_told_as_far_as_it_leads(
    folder: Path, run: Run, pointer: str
) -> None:
    held = {"calls": [{"id": "a", "names": ["b"], "statements": [{"about": pointer}]}]}
    (folder / "a.json").write_text(json.dumps(held), encoding="utf-8")
    status, output, errors = run("explain", "a.json#a")
    assert (status, errors) == (0, "")
    assert output.endswith(" — préféré\n")


# Where the entity is


def test_an_entity_is_found_in_a_file_whose_name_has_a_hash(folder: Path, run: Run) -> None:
    (folder / "n#1.json").write_text('{"calls": [{"id": "a"}]}', encoding="utf-8")
    assert run("explain", "n#1.json#a")[1] == "a · appel\n"


def test_an_entity_is_found_on_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for arguments in (["-#a"], ["-#", "a"]):
        given = SimpleNamespace(buffer=io.BytesIO(b'{"calls": [{"id": "a"}]}'))
        monkeypatch.setattr("sys.stdin", given)
        assert run("explain", *arguments) == (0, "a · appel\n", "")
    assert run("explain", "-#b")[2].startswith("erreur DOC013")  # nothing is left to read


def test_an_unknown_id_of_standard_input_names_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"{}")))
    status, _, errors = run("explain", "-#b", "--lang", "en")
    assert (status, errors) == (2, "No entity of standard input has the id 'b'.\n")


@pytest.mark.parametrize(
    ("entity", "said"),
    [
        (
            "ditp-2021",
            "Aucune entité de {name} n'a l'identifiant «~ditp-2021~». Les plus proches~: ditp-2020, ditp, decoupage-2021.",
        ),
        ("nothing", "Aucune entité de {name} n'a l'identifiant «~nothing~»."),
        ("", "Aucune entité de {name} n'a l'identifiant «~~»."),
    ],
)
def test_an_unknown_id_is_wrong_usage_and_gets_the_closest(
    run: Run, entity: str, said: str
) -> None:
    status, output, errors = run("explain", "--example", f"{EXAMPLE}#{entity}")
    assert (status, output) == (2, "")
    assert errors.replace("«\u202f»", "«\u202f\u202f»") == tied(f"{said}\n").format(name=EXAMPLE)


def test_an_unreadable_file_is_told_as_by_check(run: Run) -> None:
    status, output, errors = run("explain", "none.json#a")
    assert (status, output) == (3, "")
    assert errors.startswith("erreur DOC001 · Fichier illisible\n")


def test_an_entity_that_was_refused_is_told_with_the_reasons(folder: Path, run: Run) -> None:
    held = {"calls": [{"id": "a", "kind": "?"}, {"id": "b"}]}
    (folder / "a.json").write_text(json.dumps(held), encoding="utf-8")
    status, output, errors = run("explain", "a.json#a")
    assert (status, output) == (3, "")
    assert errors.startswith("erreur DOC107 · Valeur hors de la liste\n")
    assert run("explain", "a.json#b")[0] == 0
