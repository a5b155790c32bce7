"""To take persons out, for a purpose or at the request of one of them."""

from typing import Any, Final

import pytest
from attrs import evolve

import territoires_participatifs as tp

KEY: Final = bytes(range(16))

MARTIN: Final = tp.Person(
    id="p-1",
    name="Jeanne Martin",
    capacity=tp.Capacity.ELECTED_MEMBER,
    organisation=tp.Ref("vimy"),
    contact=tp.Contact(label="Mairie", email="jeanne@example.org"),
)
DUPONT: Final = tp.Person(id="p-2", name="Luc Dupont", capacity=tp.Capacity.OFFICER)
SEAT: Final = tp.Seat(
    id="vimy",
    organisation=tp.Ref("vimy"),
    team=(
        tp.TeamMember(person=MARTIN, capacity=tp.Capacity.ELECTED_MEMBER),
        tp.TeamMember(capacity=tp.Capacity.OFFICER),
        tp.TeamMember(person=DUPONT, since=tp.PartialDate("2021"), replaces="p-1"),
    ),
)
COHORT: Final = tp.Cohort(
    id="cohort",
    persons=tp.Count(3),
    seats=(SEAT,),
    sessions=(tp.TrainingSession(id="day-1", trainers=(tp.Person(id="p-3", name="Zoé Petit"),)),),
    attendances=(
        tp.Attendance(session="day-1", person="p-1", present=tp.Ternary.YES),
        tp.Attendance(session="day-1", person="p-2"),
    ),
    certificates=(
        tp.Certificate(
            kind=tp.CertificateKind.ATTENDANCE,
            person="p-1",
            seat="vimy",
            identifiers=(tp.Identifier("numero", "12"),),
        ),
        tp.Certificate(kind=tp.CertificateKind.COMPLETION, seat="vimy"),
    ),
    statements=(
        tp.Statement(about="/attendances/1/half_days"),
        tp.Statement(about="/persons", value=tp.Raw.of(3)),
    ),
)
REVIEW: Final = tp.Review(
    application=tp.Ref("file"), reader=DUPONT, conflict=tp.Ternary.NO, comment="Bon dossier."
)
DATASET: Final = tp.Dataset(
    organisations=(
        tp.Organisation(
            id="vimy",
            contacts=(
                tp.Contact(label="Jeanne Martin", telephone="03 20 12 34 56"),
                tp.Contact(label="Accueil", url="https://example.org"),
            ),
        ),
    ),
    applications=(tp.Application(id="file", persons=(MARTIN, DUPONT)),),
    decisions=(tp.Decision(id="decision", reviews=(REVIEW,)),),
    laureates=(tp.Laureate(id="laureate", person=MARTIN),),
    cohorts=(COHORT,),
)


def new(pseudonym: str) -> str:
    return tp.pseudonym(pseudonym, key=KEY)


def test_for_publication_whatever_tells_of_persons_goes_and_the_rest_stays() -> None:
    redacted, _ = tp.redact(DATASET, "publication")
    assert redacted == tp.Dataset(
        organisations=(
            tp.Organisation(
                id="vimy", contacts=(tp.Contact(label="Accueil", url="https://example.org"),)
            ),
        ),
        applications=(tp.Application(id="file"),),
        decisions=(
            tp.Decision(
                id="decision",
                reviews=(tp.Review(application=tp.Ref("file"), comment="Bon dossier."),),
            ),
        ),
        laureates=(tp.Laureate(id="laureate"),),
        cohorts=(
            tp.Cohort(
                id="cohort",
                persons=tp.Count(3),
                seats=(evolve(SEAT, team=(tp.TeamMember(capacity=tp.Capacity.OFFICER),)),),
                sessions=(tp.TrainingSession(id="day-1"),),
                certificates=(tp.Certificate(kind=tp.CertificateKind.COMPLETION, seat="vimy"),),
                statements=(tp.Statement(about="/persons", value=tp.Raw.of(3)),),
            ),
        ),
    )


def test_publication_is_what_redacting_is_for_unless_another_purpose_is_given() -> None:
    assert tp.redact(DATASET) == tp.redact(DATASET, "publication")
    assert tp.redact(DATASET) == tp.redact(DATASET, purpose="publication", key=KEY)


def test_for_analysis_names_and_contacts_go_and_pseudonyms_are_made_anew() -> None:
    redacted, _ = tp.redact(DATASET, "analysis", key=KEY)
    martin = tp.Person(
        id=new("p-1"), capacity=tp.Capacity.ELECTED_MEMBER, organisation=tp.Ref("vimy")
    )
    dupont = tp.Person(id=new("p-2"), capacity=tp.Capacity.OFFICER)
    assert redacted.organisations == (
        tp.Organisation(
            id="vimy", contacts=(tp.Contact(label="Accueil", url="https://example.org"),)
        ),
    )
    assert redacted.applications == (tp.Application(id="file", persons=(martin, dupont)),)
    assert redacted.laureates == (tp.Laureate(id="laureate", person=martin),)
    assert redacted.decisions[0].reviews == (evolve(REVIEW, reader=dupont),)
    (cohort,) = redacted.cohorts
    assert cohort.seats == (
        evolve(
            SEAT,
            team=(
                tp.TeamMember(person=martin, capacity=tp.Capacity.ELECTED_MEMBER),
                tp.TeamMember(capacity=tp.Capacity.OFFICER),
                tp.TeamMember(person=dupont, since=tp.PartialDate("2021"), replaces=new("p-1")),
            ),
        ),
    )
    assert cohort.sessions == (
        tp.TrainingSession(id="day-1", trainers=(tp.Person(id=new("p-3")),)),
    )
    assert cohort.attendances == (
        tp.Attendance(session="day-1", person=new("p-1"), present=tp.Ternary.YES),
        tp.Attendance(session="day-1", person=new("p-2")),
    )
    assert cohort.certificates == (
        tp.Certificate(kind=tp.CertificateKind.ATTENDANCE, person=new("p-1"), seat="vimy"),
        tp.Certificate(kind=tp.CertificateKind.COMPLETION, seat="vimy"),
    )
    assert cohort.statements == (tp.Statement(about="/persons", value=tp.Raw.of(3)),)


def test_an_analysis_that_keeps_a_pseudonym_needs_a_key() -> None:
    with pytest.raises(ValueError, match="give a key that you alone keep"):
        tp.redact(DATASET, "analysis")
    call = tp.Call(id="appel", contacts=(tp.Contact(email="a@b.org"),))
    assert tp.redact(call, "analysis")[0] == tp.Call(id="appel")


@pytest.mark.parametrize("purpose", ["publication", "analysis"])
def test_a_key_that_can_be_guessed_is_refused_even_if_it_is_not_needed(purpose: Any) -> None:
    with pytest.raises(ValueError, match="a key of 3 bytes can be guessed"):
        tp.redact(tp.Call(id="appel"), purpose, key=b"abc")


@pytest.mark.parametrize("purpose", ["archive", "", None])
def test_another_purpose_is_refused(purpose: Any) -> None:
    with pytest.raises(ValueError, match="the purpose is one of publication, analysis, not"):
        tp.redact(DATASET, purpose)


@pytest.mark.parametrize(
    ("part", "left"),
    [
        (MARTIN, None),
        (tp.Contact(email="a@b.org"), None),
        (tp.Contact(label="Accueil"), tp.Contact(label="Accueil")),
        (tp.Attendance(session="day-1", person="p-1"), None),
        (SEAT, evolve(SEAT, team=(tp.TeamMember(capacity=tp.Capacity.OFFICER),))),
    ],
)
def test_a_part_alone_is_redacted_or_nothing_is_left_of_it(part: object, left: object) -> None:
    redacted, report = tp.redact(part)
    assert redacted == left
    assert report.findings == ()


def test_a_part_alone_keeps_its_pseudonym_for_an_analysis() -> None:
    redacted, _ = tp.redact(tp.Attendance(session="day-1", person="p-1"), "analysis", key=KEY)
    assert redacted == tp.Attendance(session="day-1", person=new("p-1"))
    assert tp.redact(tp.Contact(email="a@b.org"), "analysis", key=KEY)[0] is None


OF_PERSONS: Final = {"calls/budgets-participatifs-locaux"}
"""The examples in which natural persons apply, under pseudonyms."""


@pytest.mark.parametrize("name", sorted(set(tp.example_names()) - OF_PERSONS))
@pytest.mark.parametrize("purpose", ["publication", "analysis"])
def test_a_dataset_without_persons_comes_back_as_it_is(name: str, purpose: Any) -> None:
    dataset = tp.example(name)
    assert tp.redact(dataset, purpose)[0] == dataset


def test_what_was_taken_out_is_in_no_byte_of_what_is_left() -> None:
    value = {"id": "p-9", "name": "Jeanne Martin"}
    cohort = evolve(
        COHORT,
        seats=(
            evolve(
                SEAT,
                history=(
                    tp.Event(
                        kind=tp.EventKind.REPLACED, about="/team/0/person", was=tp.Raw.of(value)
                    ),
                ),
            ),
        ),
        statements=(
            tp.Statement(about="/seats/0/team/0/person/name", value=tp.Raw.of("Jeanne Martin")),
            tp.Statement(
                about="/seats",
                value=tp.Raw.of([{"id": "vimy", "team": [{"person": value}]}]),
                standing=tp.Standing.ALTERNATIVE,
            ),
        ),
        questions=(
            tp.OpenQuestion(
                about=("/seats/0/team/0",), text=tp.Bilingual("Est-ce Jeanne Martin ?")
            ),
        ),
        extensions=(
            tp.Extension(at="/seats/0/team/0/person/born", content=tp.Raw.of("Jeanne Martin")),
        ),
    )
    dataset = evolve(DATASET, cohorts=(cohort,))
    published = tp.write(tp.redact(dataset)[0]).decode()
    analysed = tp.write(tp.redact(dataset, "analysis", key=KEY)[0]).decode()
    assert "Martin" in tp.write(dataset).decode()
    for text in (published, analysed):
        for word in ("Martin", "Dupont", "p-1", "p-2", "p-3", "p-9", "jeanne@", "03 20"):
            assert f'"{word}' not in text
            assert word not in text or word.startswith("p-")
    assert '"p-' not in published


def test_to_forget_one_person_leaves_the_others() -> None:
    forgotten, _ = tp.forget(DATASET, "p-1")
    assert tp.personal_data(forgotten, "p-1") == ()
    assert forgotten.applications == (tp.Application(id="file", persons=(DUPONT,)),)
    assert forgotten.laureates == (tp.Laureate(id="laureate"),)
    assert forgotten.decisions == DATASET.decisions
    assert forgotten.organisations == DATASET.organisations
    (cohort,) = forgotten.cohorts
    assert cohort.seats == (
        evolve(
            SEAT,
            team=(
                tp.TeamMember(capacity=tp.Capacity.OFFICER),
                tp.TeamMember(person=DUPONT, since=tp.PartialDate("2021")),
            ),
        ),
    )
    assert cohort.attendances == (tp.Attendance(session="day-1", person="p-2"),)
    assert cohort.certificates == COHORT.certificates[1:] if COHORT.certificates else False
    assert cohort.statements == (
        tp.Statement(about="/attendances/0/half_days"),
        tp.Statement(about="/persons", value=tp.Raw.of(3)),
    )


def test_to_forget_the_last_person_leaves_what_is_unknown() -> None:
    application = tp.Application(id="file", persons=(DUPONT,))
    assert tp.forget(application, "p-2")[0] == tp.Application(id="file")
    assert tp.forget(DUPONT, "p-2") == (None, tp.Report())


def test_to_forget_somebody_who_is_not_there_changes_nothing() -> None:
    assert tp.forget(DATASET, "p-9")[0] == DATASET


@pytest.mark.parametrize(
    "subject",
    [
        tp.draft({"id": "file", "persons": [{"id": "p-1"}]}, tp.Application),
        {},
        [DUPONT],
        "p-1",
        None,
    ],
)
def test_what_is_no_dataset_entity_nor_part_is_refused(subject: object) -> None:
    message = rf"not {type(subject).__name__}; of a draft, draft\.partial or the finished object"
    for told_or_taken in (
        lambda: tp.personal_data(subject),
        lambda: tp.redact(subject),
        lambda: tp.redact(subject, "analysis", key=KEY),
        lambda: tp.forget(subject, "p-1"),
    ):
        with pytest.raises(TypeError, match=message):
            told_or_taken()


def test_what_can_be_built_of_a_draft_is_redacted() -> None:
    typed = tp.draft(
        {"id": "file", "submitted": "soon", "persons": [{"id": "p-1"}]}, tp.Application
    )
    assert typed.value is None
    assert tp.redact(typed.partial)[0] == tp.Application(id="file")


def test_a_value_of_several_fields_is_a_part_too() -> None:
    assert tp.redact(tp.Name("Appel")) == (tp.Name("Appel"), tp.Report())


def test_a_list_that_loses_persons_is_no_longer_complete() -> None:
    mixed = evolve(SEAT, team_complete=tp.Ternary.YES)
    left, _ = tp.redact(tp.Cohort(id="cohort", seats=(mixed,)))
    (seat,) = left.seats or ()
    assert seat.team == (tp.TeamMember(capacity=tp.Capacity.OFFICER),)
    assert seat.team_complete is tp.Ternary.NO
    nobody = evolve(SEAT, team=(tp.TeamMember(),), team_complete=tp.Ternary.YES)
    kept, _ = tp.redact(tp.Cohort(id="cohort", seats=(nobody,)))
    assert (kept.seats or ())[0].team_complete is tp.Ternary.YES
