"""What is held on persons: each thing, its place, whose it is, and why."""

from attrs import evolve

import territoires_participatifs as tp

MARTIN = tp.Person(
    id="p-1",
    name="Jeanne Martin",
    capacity=tp.Capacity.ELECTED_MEMBER,
    organisation=tp.Ref("vimy"),
    contact=tp.Contact(label="Mairie", email="jeanne@example.org"),
)
DUPONT = tp.Person(id="p-2")


def told(subject: object, person: str | None = None) -> list[tuple[str, str, str, str | None]]:
    return [
        (each.pointer, each.category.value, each.purpose.value, each.person)
        for each in tp.personal_data(subject, person)
    ]


def test_each_thing_is_told_by_itself() -> None:
    application = tp.Application(id="file", persons=(MARTIN, DUPONT))
    assert told(application) == [
        ("/persons/0/id", "pseudonym", "application", "p-1"),
        ("/persons/0/name", "identity", "application", "p-1"),
        ("/persons/0/capacity", "capacity", "application", "p-1"),
        ("/persons/0/organisation", "capacity", "application", "p-1"),
        ("/persons/0/contact/label", "contact", "application", "p-1"),
        ("/persons/0/contact/email", "contact", "application", "p-1"),
        ("/persons/1/id", "pseudonym", "application", "p-2"),
    ]


def test_a_datum_has_its_value_its_entity_and_its_pointer_into_the_document() -> None:
    dataset = tp.Dataset(applications=(tp.Application(id="file", persons=(DUPONT, MARTIN)),))
    datum = tp.personal_data(dataset, "p-1")[1]
    assert datum == tp.PersonalDatum(
        pointer="/applications/0/persons/1/name",
        entity="file",
        category=tp.PersonalCategory.IDENTITY,
        purpose=tp.PersonalPurpose.APPLICATION,
        value="Jeanne Martin",
        person="p-1",
    )


def test_a_person_alone_is_in_no_entity_and_held_to_represent() -> None:
    assert told(DUPONT) == [("/id", "pseudonym", "representation", "p-2")]
    assert tp.personal_data(DUPONT)[0].entity is None


def test_an_organisation_that_an_application_declares_is_an_entity_of_its_own() -> None:
    held = tp.Organisation(id="amis", contacts=(tp.Contact(telephone="1"),))
    (datum,) = tp.personal_data(tp.Application(id="file", organisations=(held,)))
    assert (datum.pointer, datum.entity) == ("/organisations/0/contacts/0/telephone", "amis")


def test_a_contact_is_personal_by_its_ways_to_reach_somebody() -> None:
    page = tp.Contact(label="Service", url="https://example.org")
    assert told(page) == []
    for way in ("email", "telephone", "address"):
        held = {each for each, *_ in told(evolve(page, **{way: "x"}))}
        assert held == {"/label", "/url", f"/{way}"}


def test_who_comes_is_told_with_the_session() -> None:
    cohort = tp.Cohort(
        id="c",
        attendances=(
            tp.Attendance(session="day-1", person="p-1", present=tp.Ternary.YES, occurrence=2),
            tp.Attendance(session="day-1", person="p-2", half_days=tp.Count(1)),
        ),
    )
    assert told(cohort, "p-1") == [
        ("/attendances/0/session", "attendance", "training", "p-1"),
        ("/attendances/0/person", "pseudonym", "training", "p-1"),
        ("/attendances/0/occurrence", "attendance", "training", "p-1"),
        ("/attendances/0/present", "attendance", "training", "p-1"),
    ]
    assert [each for each, *_ in told(cohort, "p-2")] == [
        "/attendances/1/session",
        "/attendances/1/person",
        "/attendances/1/half_days",
    ]


def test_a_certificate_is_personal_if_it_is_of_a_person() -> None:
    of_the_team = tp.Certificate(
        kind=tp.CertificateKind.COMPLETION,
        seat="vimy",
        issued=tp.PartialDate("2022"),
        identifiers=(tp.Identifier("rncp", "34112"),),
    )
    assert told(of_the_team) == []
    assert told(evolve(of_the_team, person="p-1")) == [
        ("/kind", "attendance", "certification", "p-1"),
        ("/person", "pseudonym", "certification", "p-1"),
        ("/issued", "attendance", "certification", "p-1"),
        ("/identifiers", "identity", "certification", "p-1"),
    ]


def test_a_member_of_a_team_is_a_person_if_one_is_told() -> None:
    member = tp.TeamMember(
        capacity=tp.Capacity.OFFICER,
        organisation=tp.Ref("vimy"),
        since=tp.PartialDate("2021"),
        until=tp.PartialDate("2022"),
        replaces="p-2",
        quote=tp.Quote(text="Jeanne Martin, technicienne"),
    )
    assert told(member) == [("/replaces", "pseudonym", "training", "p-2")]
    assert told(evolve(member, person=tp.Person(id="p-1"))) == [
        ("/person/id", "pseudonym", "training", "p-1"),
        ("/capacity", "capacity", "training", "p-1"),
        ("/organisation", "capacity", "training", "p-1"),
        ("/since", "capacity", "training", "p-1"),
        ("/until", "capacity", "training", "p-1"),
        ("/replaces", "pseudonym", "training", "p-2"),
        ("/quote/text", "identity", "training", "p-1"),
    ]


def test_what_a_reader_declares_is_theirs_and_their_words_are_nobody_s() -> None:
    review = tp.Review(
        application=tp.Ref("file"), conflict=tp.Ternary.NO, comment="Bon dossier.", reader=DUPONT
    )
    assert told(review) == [
        ("/reader/id", "pseudonym", "appraisal", "p-2"),
        ("/conflict", "capacity", "appraisal", "p-2"),
        ("/comment", "free-text", "appraisal", None),
    ]
    assert told(evolve(review, reader=None)) == [("/comment", "free-text", "appraisal", None)]


def test_the_reasons_of_an_assessment_are_free_text() -> None:
    judged = tp.Judgement(requirement="a", verdict=tp.Ternary.YES, reason="Inédit.")
    assessment = tp.Assessment(
        application=tp.Ref("file"),
        call=tp.Ref("appel"),
        outcome=tp.Outcome.ELIGIBLE,
        results=(tp.RequirementResult(requirement="a", met=tp.Ternary.YES, judgement=judged),),
    )
    assert told(assessment) == [("/results/0/judgement/reason", "free-text", "appraisal", None)]


def said(about: str, value: object = None) -> tp.Statement:
    raw = None if value is None else tp.Raw.of(value)
    return tp.Statement(about=about, value=raw, standing=tp.Standing.ALTERNATIVE)


def test_what_sources_say_of_a_person_is_held_too() -> None:
    laureate = tp.Laureate(
        id="l",
        person=DUPONT,
        statements=(
            said("/person/name", "Jeanne Martin"),
            said("/person", {"id": "p-3", "name": "Jeanne Martin"}),
            said("/person"),
            said("/person/contact/email", "jeanne@example.org"),
            said("/names", ["Jeanne"]),
            said("/nothing/there"),
        ),
    )
    assert told(laureate)[1:] == [
        ("/statements/0", "identity", "award", "p-2"),
        ("/statements/1", "identity", "award", "p-3"),
        ("/statements/2", "identity", "award", "p-2"),
        ("/statements/3", "contact", "award", "p-2"),
    ]
    assert tp.personal_data(laureate, "p-3")[0].value == laureate.statements[1]


def test_what_sources_say_is_for_the_purpose_of_the_outermost_field_and_of_whom_it_names() -> None:
    laureate = tp.Laureate(id="l", person=MARTIN, statements=(said("/person/contact/email"),))
    assert told(laureate)[-1] == ("/statements/0", "contact", "award", "p-1")
    member = tp.TeamMember(person=MARTIN, replaces="p-2")
    cohort = tp.Cohort(
        id="c",
        seats=(tp.Seat(id="s", team=(member,)),),
        statements=(said("/seats/0/team/0/replaces"), said("/seats/0/team/0/since")),
    )
    assert told(cohort)[-2:] == [
        ("/statements/0", "identity", "training", "p-2"),
        ("/statements/1", "identity", "training", "p-1"),
    ]


def test_a_statement_on_several_persons_is_told_for_each() -> None:
    both = [{"id": "p-1"}, {"id": "p-2"}, {"id": "p-1"}]
    application = tp.Application(id="a", statements=(said("/persons", both),))
    assert told(application) == [
        ("/statements/0", "identity", "application", "p-1"),
        ("/statements/0", "identity", "application", "p-2"),
    ]


def test_what_is_said_of_a_whole_is_personal_if_persons_are_in_it() -> None:
    seats = [{"id": "vimy", "team": [{"person": {"id": "p-1"}}]}]
    cohort = tp.Cohort(id="c", statements=(said("/seats", seats), said("/seats", [{"id": "v"}])))
    assert told(cohort) == [("/statements/0", "identity", "training", "p-1")]


def test_what_is_said_of_a_whole_is_not_personal_for_the_free_text_in_it() -> None:
    waivers = [{"requirement": "seat", "reason": "Hors délai."}]
    assert told(tp.Laureate(id="l", statements=(said("/waivers", waivers),))) == []


def test_what_can_t_be_read_is_taken_for_personal_where_persons_could_be() -> None:
    cohort = tp.Cohort(id="c", statements=(said("/seats", "Jeanne"), said("/capacity", "Jeanne")))
    assert told(cohort) == [("/statements/0", "identity", "record", None)]


def test_what_is_said_of_a_contact_is_as_personal_as_the_contact() -> None:
    said_of = (said("/contacts/0/label"), said("/contacts/0"), said("/contacts/1/label"))
    call = tp.Call(
        id="appel",
        contacts=(tp.Contact(label="A", email="a@b.org"), tp.Contact(label="B")),
        statements=(
            *said_of,
            said("/contacts", [{"email": "c@d.org"}]),
            said("/contacts"),
            said("/contacts/7/label", "C"),
        ),
    )
    assert told(call)[2:] == [
        ("/statements/0", "contact", "enquiries", None),
        ("/statements/1", "contact", "enquiries", None),
        ("/statements/3", "identity", "enquiries", None),
    ]


def test_a_question_on_a_person_is_held_on_them() -> None:
    ask = tp.OpenQuestion(
        about=("/edition", "/seats/0/team/0", "/seats/0/team/1/person"), text=tp.Bilingual("Qui ?")
    )
    team = (
        tp.TeamMember(person=MARTIN, capacity=tp.Capacity.OFFICER),
        tp.TeamMember(person=DUPONT),
    )
    cohort = tp.Cohort(id="c", seats=(tp.Seat(id="s", team=team),), questions=(ask,))
    asked = [each for each in tp.personal_data(cohort) if each.value == ask]
    assert [(each.pointer, each.person) for each in asked] == [
        ("/questions/0", "p-1"),
        ("/questions/0", "p-2"),
    ]


def test_what_an_event_changed_is_held_if_it_was_a_person() -> None:
    replaced = tp.Event(
        kind=tp.EventKind.REPLACED,
        about="/team/0/person",
        was=tp.Raw.of({"id": "p-3", "name": "Luc Petit"}),
    )
    unsaid = tp.Event(kind=tp.EventKind.REPLACED, about="/team/0/person")
    cohort = tp.Cohort(id="c", seats=(tp.Seat(id="s", history=(replaced, unsaid)),))
    (datum,) = tp.personal_data(cohort)
    assert (datum.pointer, datum.person) == ("/seats/0/history/0/was", "p-3")
    assert datum.value == replaced.was


def test_an_unknown_part_inside_of_a_person_is_taken_for_their_identity() -> None:
    dataset = tp.read(
        b'{"applications": [{"id": "a", "x": 1, "persons": [{"id": "p-1", "born": "1970"}]}],'
        b' "cohorts": [{"id": "c", "seats": [{"id": "s", "y": 1, "team": [{"z": 1},'
        b' {"person": {"id": "p-2"}, "z": 2}]}]}], "w": 1}'
    )
    told = [each for each in tp.personal_data(dataset) if isinstance(each.value, tp.Raw)]
    assert [(each.pointer, each.category.value, each.person, each.value) for each in told] == [
        ("/applications/0/persons/0/born", "identity", "p-1", tp.Raw.of("1970")),
        ("/cohorts/0/seats/0/team/1/z", "identity", "p-2", tp.Raw.of(2)),
    ]


def test_words_on_free_text_are_free_text_and_what_is_sure_wins() -> None:
    ask = tp.OpenQuestion(about=("/persons", "/waivers/0/reason"), text=tp.Bilingual("Pourquoi ?"))
    only = tp.OpenQuestion(about=("/waivers/0/reason",), text=tp.Bilingual("Pourquoi ?"))
    for questions in ((ask,), (evolve(ask, about=ask.about[::-1]),)):
        assert told(tp.Application(id="a", questions=questions)) == [
            ("/questions/0", "identity", "application", None)
        ]
    assert told(tp.Application(id="a", questions=(only,))) == [
        ("/questions/0", "free-text", "record", None)
    ]


def test_what_is_known_to_be_empty_tells_of_nobody() -> None:
    assert told(tp.Application(id="a", persons=())) == []
    assert told(tp.Dataset()) == []
