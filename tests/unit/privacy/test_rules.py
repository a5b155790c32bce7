"""What the rules on personal data say, beyond where they say it."""

import pytest

import territoires_participatifs as tp

PERSON = tp.Person(id="p-1")


@pytest.mark.parametrize(
    ("entity", "said"),
    [
        (tp.Application(id="a", persons=(PERSON,)), "a person"),
        (tp.Call(id="a", contacts=(tp.Contact(email="a@b.org"),)), "contact details"),
        (
            tp.Cohort(id="a", attendances=(tp.Attendance(session="s", person="p-1"),)),
            "the attendance of a person",
        ),
        (
            tp.Cohort(
                id="a",
                certificates=(tp.Certificate(kind=tp.CertificateKind.ATTENDANCE, person="p-1"),),
            ),
            "the pseudonym of a person",
        ),
        (
            tp.Laureate(id="a", statements=(tp.Statement(about="/person/name"),)),
            "the identity of a person",
        ),
    ],
)
def test_what_is_still_there_is_told_by_its_category(entity: tp.Entity, said: str) -> None:
    (finding,) = tp.check(entity, book=tp.Rulebook([tp.RULEBOOK["PER001"]]))
    assert finding.message() == f"What is to be published still holds personal data: {said}."
    assert finding.severity is tp.Severity.WARNING


def test_the_agreement_of_the_persons_lifts_the_finding() -> None:
    waiver = tp.Waiver(
        code="PER003",
        reason=tp.Bilingual("La lauréate a consenti à la publication de son nom."),
        authority=tp.Ref("ville"),
        on=tp.PartialDate("2021-03-12"),
    )
    laureate = tp.Laureate(id="a", person=PERSON, waivers=(waiver,))
    dataset = tp.Dataset(organisations=(tp.Organisation(id="ville"),), laureates=(laureate,))
    report = tp.check(dataset)
    assert report.codes == {"PER003"}
    assert report.worst is None


@pytest.mark.parametrize("moment", ["draft", "submission", "instruction", "decision"])
def test_persons_have_their_place_until_publication(moment: str) -> None:
    application = tp.Application(id="a", persons=(PERSON,))
    assert tp.check(application, moment=moment).findings == ()
