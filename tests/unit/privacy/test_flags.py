"""What a machine can't take out is told, for a person to look at."""

from typing import Final

import pytest

import territoires_participatifs as tp

KEY: Final = bytes(range(16))
MARTIN: Final = tp.Person(id="p-1", name="Jeanne Martin")


def told(report: tp.Report) -> list[tuple[str, str, str | None]]:
    return [(each.code, each.pointer, each.entity) for each in report]


def test_nothing_is_told_of_what_holds_nothing_to_look_at() -> None:
    redacted, report = tp.redact(tp.Application(id="file", persons=(MARTIN,)))
    assert redacted == tp.Application(id="file")
    assert report == tp.Report()


def test_free_text_that_is_kept_is_told_where_it_stands_now() -> None:
    review = tp.Review(application=tp.Ref("a"), reader=MARTIN, comment="Bon dossier.")
    decision = tp.Decision(id="d", reviews=(review,))
    waiver = tp.Waiver(requirement="seat", reason=tp.Bilingual("Vu avec l'équipe."))
    event = tp.Event(kind=tp.EventKind.CANCELLED, reason=tp.Bilingual("Faute de candidats."))
    dataset = tp.Dataset(
        decisions=(decision,),
        laureates=(tp.Laureate(id="l", waivers=(waiver,)),),
        cohorts=(tp.Cohort(id="c", history=(event,)),),
    )
    _, report = tp.redact(dataset)
    assert told(report) == [
        ("PER004", "/decisions/0/reviews/0/comment", "d"),
        ("PER004", "/laureates/0/waivers/0/reason", "l"),
        ("PER004", "/cohorts/0/history/0/reason", "c"),
    ]
    assert {each.severity for each in report} == {tp.Severity.INFO}
    assert report[0].sources == tp.RULEBOOK["PER004"].sources


def test_a_text_that_leads_to_a_person_is_told() -> None:
    call = tp.Call(
        id="appel",
        purpose=tp.Bilingual("Écrire à jeanne@example.org ou appeler le 03 20 12 34 56."),
        edition="contact@example.org",
        url="https://example.org/?de=jeanne@example.org",
        identifiers=(tp.Identifier("device", "03 20 12 34 56"),),
    )
    _, report = tp.redact(tp.Dataset(title=tp.Bilingual("De luc@example.org"), calls=(call,)))
    assert told(report) == [
        ("PER002", "/title", None),
        ("PER002", "/calls/0/purpose", "appel"),
        ("PER002", "/calls/0/purpose", "appel"),
    ]
    assert [each.message("fr") for each in report] == [
        "Ce texte contient une adresse électronique.",
        "Ce texte contient une adresse électronique.",
        "Ce texte contient un numéro de téléphone.",
    ]


def test_the_name_of_a_person_who_was_there_is_told_wherever_it_is_left() -> None:
    laureate = tp.Laureate(
        id="atelier-de-jeanne-martin",
        names=(tp.Name("L'atelier de Jeanne MARTIN"), tp.Name("L'atelier de Jeanne")),
        person=MARTIN,
        url="https://example.org/jeanne-martin",
    )
    redacted, report = tp.redact(laureate)
    assert redacted.names == laureate.names
    assert told(report) == [
        ("PER002", "/id", laureate.id),
        ("PER002", "/url", laureate.id),
        ("PER003", "", laureate.id),
        ("PER002", "/names/0", laureate.id),
    ]
    assert report[0].message("en") == "This text holds the name of a person."


def test_a_name_that_a_source_alone_tells_is_looked_for_too() -> None:
    said = tp.Statement(about="/person/name", value=tp.Raw.of("Jeanne Martin"))
    other = tp.Statement(about="/person", value=tp.Raw.of({"id": "p-1"}))
    unsaid = tp.Statement(about="/person/capacity")
    laureate = tp.Laureate(
        id="l", names=(tp.Name("Jeanne Martin"),), statements=(said, other, unsaid)
    )
    assert told(tp.redact(laureate)[1]) == [("PER003", "", "l"), ("PER002", "/names/0", "l")]


def test_a_laureate_that_is_a_person_is_told_for_an_analysis_too() -> None:
    dataset = tp.Dataset(
        laureates=(
            tp.Laureate(id="l", person=tp.Person(id="p-1", capacity=tp.Capacity.CITIZEN)),
            tp.Laureate(id="m", organisation=tp.Ref("vimy")),
        )
    )
    _, report = tp.redact(dataset, "analysis", key=KEY)
    assert told(report) == [("PER003", "/laureates/0", "l")]
    assert report[0].severity is tp.Severity.WARNING


def test_what_this_version_does_not_know_is_told_where_the_document_has_it() -> None:
    dataset = tp.read(
        b'{"calls": [{"id": "a", "contacts": [{"email": "a@b.org"}, {"label": "B", "fax": "1"}]}],'
        b' "x": {"par": "luc@example.org"}}'
    )
    _, report = tp.redact(dataset)
    assert told(report) == [
        ("PER002", "/x", None),
        ("PER004", "/x", None),
        ("PER004", "/calls/0/contacts/0/fax", "a"),
    ]
    assert report[1].message("fr") == (
        "Des personnes peuvent être en cause ici : une partie que cette version ne connaît pas."
    )


def test_a_pseudonym_that_was_removed_is_told_wherever_it_is_left() -> None:
    application = tp.read(
        b'{"applications": [{"id": "file", "persons": [{"id": "p-1"}, {"id": "p-2"}],'
        b' "names": ["Avis de p-1", "Avis de p-12"], "p-1": 3, "x-table": {"p-1": 3}}]}'
    )
    left = "/applications/0"
    unknown = [("PER004", f"{left}/{each}", "file") for each in ("p-1", "x-table")]
    found = [("PER002", f"{left}/{each}", "file") for each in ("names/0", "p-1", "x-table")]
    for report in (
        tp.redact(application)[1],
        tp.redact(application, "analysis", key=KEY)[1],
        tp.forget(application, "p-1")[1],
    ):
        assert sorted(told(report)) == found + unknown
    assert told(tp.forget(application, "p-2")[1]) == unknown


def test_what_else_a_source_says_is_looked_for_as_a_whole() -> None:
    said = tp.Statement(about="/person/capacity", value=tp.Raw.of("élue du conseil"))
    laureate = tp.Laureate(
        id="l", names=(tp.Name("Le conseil"), tp.Name("Du conseil, une élue")), statements=(said,)
    )
    assert told(tp.redact(laureate)[1]) == [("PER003", "", "l"), ("PER002", "/names/1", "l")]


def test_the_names_that_are_looked_for_are_those_of_who_is_forgotten() -> None:
    both = (MARTIN, tp.Person(id="p-2", name="Luc Dupont"))
    application = tp.Application(
        id="file",
        persons=both,
        names=(tp.Name("Jeanne Martin et Luc Dupont"), tp.Name("Luc Dupont")),
    )
    assert told(tp.forget(application, "p-1")[1]) == [("PER002", "/names/0", "file")]


def test_no_finding_repeats_what_it_found() -> None:
    laureate = tp.Laureate(id="l", names=(tp.Name("Jeanne Martin, j@example.org"),), person=MARTIN)
    _, report = tp.redact(laureate)
    assert len(report) == 3
    said = f"{report.to_dict()} {report.render('fr')} {report!r}"
    assert "Martin" not in said
    assert "j@" not in said


KOFI: Final = [{"id": "p-9", "name": "Kofi Mensah"}, "p-8"]


@pytest.mark.parametrize(
    "said",
    [
        {"statements": [{"about": "/persons", "value": KOFI}]},
        {"history": [{"kind": "amended", "about": "/persons", "was": KOFI}]},
        {"persons": [{"id": "p-9", "nickname": {"name": "Kofi Mensah"}}]},
    ],
    ids=["a statement", "an event", "an unknown part"],
)
def test_a_name_that_stood_in_what_was_removed_is_looked_for(said: dict[str, object]) -> None:
    project = {"id": "garden", "wording": "Kofi Mensah le lance"}
    application = tp.structure({"id": "a", "projects": [project], **said}, tp.Application)
    _, report = tp.redact(application, purpose="publication")
    assert ("PER002", "/projects/0/wording") in [(each.code, each.pointer) for each in report]


def test_the_label_of_a_contact_that_was_removed_is_looked_for_whole() -> None:
    contact = {"label": "Zoé Blanc", "email": "zoe@example.org"}
    call = {"id": "c", "contacts": [contact], "purpose": "Écrire à Zoé Blanc."}
    _, report = tp.redact(tp.structure(call, tp.Call), purpose="publication")
    assert [each.pointer for each in report if each.code == "PER002"] == ["/purpose"]
    elsewhere = {**call, "purpose": "Un espace blanc."}
    _, report = tp.redact(tp.structure(elsewhere, tp.Call), purpose="publication")
    assert "PER002" not in report.codes


def test_what_was_removed_and_names_nobody_leads_to_nobody() -> None:
    said = {"statements": [{"about": "/persons", "value": [{"id": "p-9", "name": 3}]}]}
    project = {"id": "garden", "wording": "Le jardin"}
    application = tp.structure({"id": "a", "projects": [project], **said}, tp.Application)
    _, report = tp.redact(application, purpose="publication")
    assert "PER002" not in report.codes
