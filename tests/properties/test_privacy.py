"""Laws of redaction, on datasets with persons wherever persons may be."""

from typing import Any, Final, get_args

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import territoires_participatifs as tp
from territoires_participatifs.privacy._marks import TELLING
from territoires_participatifs.strategies import datasets, from_class

KEY: Final = bytes(range(16))
FEW: Final = settings(max_examples=20)
"""Enough of what is so large."""


def _some(kind: type[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(from_class(kind), max_size=most).map(tuple)


@st.composite
def _with_persons(draw: st.DrawFn) -> tp.Dataset:
    """Draw a sound dataset, and entities that tell of persons in all the ways there are."""
    seat = evolve(draw(from_class(tp.Seat)), team=draw(_some(tp.TeamMember, 3)))
    call = evolve(draw(from_class(tp.Call)), id="x-call", contacts=draw(_some(tp.Contact)))
    cohort = evolve(
        draw(from_class(tp.Cohort)),
        id="x-cohort",
        seats=(seat,),
        sessions=draw(_some(tp.TrainingSession)),
        attendances=draw(_some(tp.Attendance, 3)),
        certificates=draw(_some(tp.Certificate)),
    )
    application = evolve(
        draw(from_class(tp.Application)), id="x-file", persons=draw(_some(tp.Person))
    )
    decision = evolve(
        draw(from_class(tp.Decision)), id="x-decision", reviews=draw(_some(tp.Review))
    )
    laureate = evolve(
        draw(from_class(tp.Laureate)), id="x-laureate", person=draw(from_class(tp.Person))
    )
    dataset = draw(datasets())
    for each in (call, application, decision, laureate, cohort):
        dataset = dataset.put(evolve(each, extensions=()))
    return dataset


def _tells(subject: object, *categories: tp.PersonalCategory) -> bool:
    return any(each.category in categories for each in tp.personal_data(subject))


def _ids(dataset: tp.Dataset) -> list[str]:
    return [each.id for each in dataset]


@given(datasets())
def test_what_tells_of_nobody_comes_back_as_it_is(dataset: tp.Dataset) -> None:
    assert not _tells(dataset, *TELLING)
    assert tp.redact(dataset)[0] == dataset
    assert tp.redact(dataset, "analysis", key=KEY)[0] == dataset


@FEW
@given(_with_persons())
def test_what_is_published_tells_of_nobody(dataset: tp.Dataset) -> None:
    before = tp.write(dataset)
    redacted, report = tp.redact(dataset)
    assert not _tells(redacted, *TELLING)
    assert not {"PER001", "PER003"} & tp.check(redacted).codes
    assert report.codes <= {"PER002", "PER003", "PER004"}
    assert tp.write(dataset) == before


@FEW
@given(_with_persons())
def test_what_is_redacted_twice_is_redacted_once(dataset: tp.Dataset) -> None:
    redacted, _ = tp.redact(dataset)
    assert tp.redact(redacted)[0] == redacted


@FEW
@given(_with_persons())
def test_what_is_redacted_is_a_dataset_of_the_same_entities(dataset: tp.Dataset) -> None:
    for purpose in get_args(tp.RedactionPurpose):
        redacted, _ = tp.redact(dataset, purpose, key=KEY)
        assert _ids(redacted) == _ids(dataset)
        assert [each.persons for each in redacted.cohorts] == [e.persons for e in dataset.cohorts]
        assert tp.read(tp.write(redacted)) == redacted
        assert tp.check(redacted, moment="draft").codes <= tp.check(dataset, moment="draft").codes


@FEW
@given(_with_persons())
def test_an_analysis_tells_neither_who_nor_where_to_reach_them(dataset: tp.Dataset) -> None:
    redacted, _ = tp.redact(dataset, "analysis", key=KEY)
    assert not _tells(redacted, tp.PersonalCategory.IDENTITY, tp.PersonalCategory.CONTACT)
    assert _pseudonyms(redacted) == [tp.pseudonym(each, key=KEY) for each in _pseudonyms(dataset)]


def _pseudonyms(dataset: tp.Dataset) -> list[str]:
    found = tp.personal_data(dataset)
    kept = (each for each in found if each.category is tp.PersonalCategory.PSEUDONYM)
    return [str(each.value) for each in kept]


@FEW
@given(_with_persons(), st.data())
def test_who_is_forgotten_is_told_of_no_more(dataset: tp.Dataset, data: st.DataObject) -> None:
    known = sorted({each.person for each in tp.personal_data(dataset) if each.person is not None})
    person = data.draw(st.sampled_from(known))
    forgotten, _ = tp.forget(dataset, person)
    assert tp.personal_data(forgotten, person) == ()
    assert _pseudonyms(forgotten) == [each for each in _pseudonyms(dataset) if each != person]
    assert _ids(forgotten) == _ids(dataset)
    assert tp.read(tp.write(forgotten)) == forgotten
