"""Laws of the tables: whatever a dataset holds, they are whole in every form and language."""

from typing import Any

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from readers import assert_well_formed

import territoires_participatifs as tp
from territoires_participatifs.language import LANGUAGES
from territoires_participatifs.strategies import datasets, from_class, texts

IDS = st.sampled_from(["a", "b", "c"])
LANGUAGE = st.sampled_from(LANGUAGES)
FEW = settings(max_examples=25)
"""Enough of what is so large."""


def _some(strategy: st.SearchStrategy[Any], most: int) -> st.SearchStrategy[tuple[Any, ...] | None]:
    return st.none() | st.lists(strategy, max_size=most).map(tuple)


@st.composite
def _sessions(draw: st.DrawFn) -> tp.TrainingSession:
    occurrences = draw(_some(from_class(tp.Occurrence), 2))
    session = draw(from_class(tp.TrainingSession))
    return evolve(session, id=draw(IDS), occurrences=occurrences)


@st.composite
def _members(draw: st.DrawFn) -> tp.TeamMember:
    person = st.none() | st.builds(tp.Person, id=IDS, name=st.none() | texts())
    return evolve(draw(from_class(tp.TeamMember)), person=draw(person))


@st.composite
def _attendances(draw: st.DrawFn) -> tp.Attendance:
    told = draw(from_class(tp.Attendance))
    return evolve(told, session=draw(IDS), person=draw(IDS))


@st.composite
def _cycles(draw: st.DrawFn) -> tp.Dataset:
    """Draw a dataset with a cycle of few or many cohorts, of which much is told."""
    cycle = evolve(draw(from_class(tp.QualificationCycle)), id="x-cycle", extensions=())
    call = evolve(draw(from_class(tp.Call)), id="x-call", extensions=())
    dataset = draw(datasets()).put(evolve(cycle, recruits=draw(RECRUITS))).put(call)
    for number in range(draw(st.integers(0, 2))):
        seat = evolve(draw(from_class(tp.Seat)), team=draw(_some(_members(), 3)))
        cohort = evolve(
            draw(from_class(tp.Cohort)),
            id=f"x-cohort-{number}",
            cycle=tp.Ref("x-cycle"),
            sessions=draw(_some(_sessions(), 3)),
            seats=draw(st.sampled_from([None, (), (seat,)])),
            attendances=draw(_some(_attendances(), 4)),
            extensions=(),
        )
        dataset = dataset.put(cohort)
    return dataset


RECRUITS = st.sampled_from([None, tp.Ref[tp.Call]("x-call"), tp.Ref[tp.Call]("elsewhere")])


def _dates(dataset: tp.Dataset, cycle: tp.QualificationCycle) -> int:
    """Return how many dates of a cycle, and of the call that it recruits through, are known."""
    held: list[object] = [cycle.since, cycle.until]
    call = None if cycle.recruits is None else dataset.by_id.get(cycle.recruits.id)
    if isinstance(call, tp.Call):
        held += [call.announced, call.opens, call.closes]
        held += [date for each in call.rounds or () for date in (each.opens, each.deadline)]
    return sum(each is not None for each in held)


def _times(dataset: tp.Dataset, cycle: tp.QualificationCycle) -> int:
    cohorts = [each for each in dataset.cohorts if each.cycle == tp.Ref(cycle.id)]
    sessions = [session for each in cohorts for session in each.sessions or ()]
    return sum(max(1, len(each.occurrences or ())) for each in sessions)


@FEW
@given(_cycles(), LANGUAGE)
def test_a_timeline_has_a_row_for_each_time_and_is_whole(
    dataset: tp.Dataset, language: tp.Language
) -> None:
    for cycle in dataset.cycles:
        table = tp.cycle_timeline(dataset, cycle.id, language)
        assert len(table.rows) == _dates(dataset, cycle) + _times(dataset, cycle)
        assert_well_formed(table)


def _persons(cohort: tp.Cohort) -> int:
    seats = [[*(seat.team or ())] for seat in cohort.seats or ()]
    known = [{each.person.id for each in team if each.person is not None} for team in seats]
    strangers = sum(each.person is None for team in seats for each in team)
    told = {each.person for each in cohort.attendances or ()}
    return sum(map(len, known)) + strangers + len(told.difference(*known))


@FEW
@given(_cycles(), LANGUAGE, st.booleans())
def test_a_grid_has_a_row_for_each_person_and_is_whole(
    dataset: tp.Dataset, language: tp.Language, names: bool
) -> None:
    for cohort in dataset.cohorts:
        table = tp.attendance_grid(dataset, cohort.id, language, names=names)
        assert len(table.rows) == _persons(cohort)
        assert_well_formed(table)


@FEW
@given(_cycles())
def test_nobody_is_named_unless_it_is_asked_for(dataset: tp.Dataset) -> None:
    for cohort in dataset.cohorts:
        seats = [evolve(each, team=_unnamed(each.team)) for each in cohort.seats or ()]
        nameless = evolve(cohort, seats=None if cohort.seats is None else tuple(seats))
        shown = [tp.attendance_grid(dataset, each) for each in (cohort, nameless)]
        assert shown[0] == shown[1]


def _unnamed(team: tuple[tp.TeamMember, ...] | None) -> tuple[tp.TeamMember, ...] | None:
    if team is None:
        return None
    persons = [None if each.person is None else evolve(each.person, name=None) for each in team]
    return tuple(evolve(e, person=person) for e, person in zip(team, persons, strict=True))


@given(texts(), texts(), LANGUAGE)
def test_any_texts_make_a_table(one: str, other: str, language: tp.Language) -> None:
    rows = ((one, other), (other, one))
    assert_well_formed(
        tp.Table(
            caption=one, headings=(other, one), rows=rows, notes=(one, other), language=language
        )
    )
