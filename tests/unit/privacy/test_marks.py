"""Which fields are marked as personal: the whole list, by hand."""

import re
from collections.abc import Iterator
from typing import Any, Final

import pytest

import territoires_participatifs as tp
from territoires_participatifs.privacy._marks import may_tell
from territoires_participatifs.values import Personal
from territoires_participatifs.values.declarations import Declaration, declarations, is_declared

BESIDE: Final = ("email", "telephone", "address")
PERSON: Final = ("person",)
MARKS: Final[dict[str, tuple[Any, ...]]] = {
    "Application.persons": ("person", "application"),
    "Laureate.person": ("person", "award"),
    "Member.persons": ("person", "representation"),
    "Review.reader": ("person", "appraisal"),
    "TeamMember.person": ("person", "training"),
    "TrainingSession.trainers": ("person", "training"),
    "Person.id": ("pseudonym", "representation"),
    "Person.name": ("identity", "representation"),
    "Person.capacity": ("capacity", "representation"),
    "Person.organisation": ("capacity", "representation"),
    "Person.contact": ("contact", "representation"),
    "Contact.email": ("contact", "enquiries"),
    "Contact.telephone": ("contact", "enquiries"),
    "Contact.address": ("contact", "enquiries"),
    "Contact.label": ("contact", "enquiries", BESIDE),
    "Contact.url": ("contact", "enquiries", BESIDE),
    "TeamMember.replaces": ("pseudonym", "training"),
    "TeamMember.capacity": ("capacity", "training", PERSON),
    "TeamMember.organisation": ("capacity", "training", PERSON),
    "TeamMember.since": ("capacity", "training", PERSON),
    "TeamMember.until": ("capacity", "training", PERSON),
    "TeamMember.quote": ("identity", "training", PERSON),
    "Cohort.attendances": ("attendance", "training"),
    "Attendance.person": ("pseudonym", "training"),
    "Attendance.session": ("attendance", "training", PERSON),
    "Attendance.occurrence": ("attendance", "training", PERSON),
    "Attendance.half_day": ("attendance", "training", PERSON),
    "Attendance.present": ("attendance", "training", PERSON),
    "Attendance.half_days": ("attendance", "training", PERSON),
    "Achievement.person": ("pseudonym", "certification"),
    "Achievement.kind": ("attendance", "certification", PERSON),
    "Achievement.achieved": ("attendance", "certification", PERSON),
    "Achievement.on": ("attendance", "certification", PERSON),
    "Certificate.person": ("pseudonym", "certification"),
    "Certificate.kind": ("attendance", "certification", PERSON),
    "Certificate.issued": ("attendance", "certification", PERSON),
    "Certificate.identifiers": ("identity", "certification", PERSON),
    "Review.conflict": ("capacity", "appraisal", ("reader",)),
    "Review.comment": ("free-text", "appraisal"),
    "Score.comment": ("free-text", "appraisal"),
    "Ruling.reason": ("free-text", "appraisal"),
    "Judgement.reason": ("free-text", "appraisal"),
    "Amendment.reason": ("free-text", "record"),
    "Event.reason": ("free-text", "record"),
    "Waiver.reason": ("free-text", "record"),
}

NO_PERSON: Final = {
    "ApplicantDemand.legal_person",
    "ApplicantDemand.natural_person",
    "Cohort.persons",
    "Consortium.legal_person",
    "Organisation.legal_person",
}
"""Fields that are named like what they don't hold: an answer, a number."""

LIKE_A_PERSON: Final = re.compile(
    "person|people|reader|trainer|juror|author(?!ity)|mail|phone|mobile|contact|birth|gender"
    "|(first|last|family|given)_?name|signatory|attendance"
)


def _classes() -> list[type]:
    found: list[type] = []
    waiting: list[type] = [tp.Dataset, tp.Assessment]
    while waiting:
        each = waiting.pop()
        if is_declared(each) and each not in found:
            found.append(each)
            waiting += [kind for field in declarations(each).values() for kind in field.kinds]
    return found


def _fields() -> Iterator[tuple[str, Declaration]]:
    for kind in _classes():
        own = {each.name for each in declarations(kind).values() if not each.inherited}
        for name in own:
            yield f"{kind.__name__}.{name}", declarations(kind)[name]


FIELDS: Final = dict(_fields())


def test_every_mark_is_in_this_list_and_says_what_for() -> None:
    found = {name: each.personal for name, each in FIELDS.items() if each.personal is not None}
    assert found == {
        name: Personal(tp.PersonalCategory(category), tp.PersonalPurpose(purpose), *beside)
        for name, (category, purpose, *beside) in MARKS.items()
    }


def test_every_category_and_purpose_is_that_of_some_field() -> None:
    marks = [each.personal for each in FIELDS.values() if each.personal is not None]
    assert {each.category for each in marks} == set(tp.PersonalCategory)
    assert {each.purpose for each in marks} == set(tp.PersonalPurpose)


def _is_reached(declaration: Declaration) -> bool:
    """Whether a field is marked, or holds parts all fields of which are."""
    parts = [each for each in declaration.kinds if is_declared(each)]
    marks = [field.personal for each in parts for field in declarations(each).values()]
    return declaration.personal is not None or (bool(marks) and None not in marks)


def test_whatever_holds_a_person_or_is_named_like_one_is_reached_by_a_mark() -> None:
    named = {name for name in FIELDS if LIKE_A_PERSON.search(name.partition(".")[2])}
    held = {name for name, each in FIELDS.items() if {tp.Person, tp.Contact} & set(each.kinds)}
    assert {"Application.persons", "Call.contacts", "Contact.email"} <= named | held
    assert {each for each in named | held if not _is_reached(FIELDS[each])} == NO_PERSON


def test_a_mark_names_fields_that_are_beside_it() -> None:
    for name, each in FIELDS.items():
        owner = name.partition(".")[0]
        beside = () if each.personal is None else each.personal.of
        assert all(f"{owner}.{other}" in MARKS for other in beside)


@pytest.mark.parametrize(
    ("kind", "tells"),
    [
        (tp.Person, True),
        (tp.Seat, True),
        (tp.Call, True),
        (tp.Event, False),
        (tp.AllOf, False),
        (tp.Siren, False),
        (str, False),
    ],
)
def test_a_class_may_tell_of_persons_by_what_it_holds(kind: type, tells: bool) -> None:
    assert may_tell(kind) is tells
