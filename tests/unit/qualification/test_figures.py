"""What people report of a cohort, counted by hand here."""

from typing import Any

import territoires_participatifs as tp

YES, NO = tp.Ternary.YES, tp.Ternary.NO
ELECTED, OFFICER = tp.Capacity.ELECTED_MEMBER, tp.Capacity.OFFICER
VIMY = tp.TerritoryCode(tp.TerritoryKind.COMMUNE, "62861")
NORD = tp.TerritoryCode(tp.TerritoryKind.DEPARTEMENT, "59")


def member(person: str | None, capacity: tp.Capacity | None = None, **fields: Any) -> tp.TeamMember:
    held = None if person is None else tp.Person(id=person, **fields)
    return tp.TeamMember(person=held, capacity=capacity)


SEATS = (
    tp.Seat(
        id="vimy",
        organisation=tp.Ref("vimy"),
        status=tp.SeatStatus.COMPLETED,
        team=(member("p-1", ELECTED), member("p-2", capacity=OFFICER), member(None)),
    ),
    tp.Seat(
        id="ronchin",
        organisation=tp.Ref("ronchin"),
        team=(tp.TeamMember(person=tp.Person(id="p-3", capacity=ELECTED)),),
    ),
    tp.Seat(id="baisieux", organisation=tp.Ref("baisieux"), status=tp.SeatStatus.WITHDRAWN),
    tp.Seat(id="park", organisation=tp.Ref("park"), status=tp.SeatStatus.CONFIRMED),
    tp.Seat(id="nobody", status=tp.SeatStatus.WAITING, rank=1),
)
SESSIONS = (
    tp.TrainingSession(id="day-1", half_days=tp.Count(2)),
    tp.TrainingSession(id="day-2", half_days=tp.Count(1)),
    tp.TrainingSession(id="day-3"),
    tp.TrainingSession(id="day-4", half_days=tp.Count(2), status=tp.SessionStatus.CANCELLED),
)
CAME = (
    tp.Attendance(session="day-1", person="p-1", present=YES),
    tp.Attendance(session="day-2", person="p-1", present=YES),
    tp.Attendance(session="day-1", person="p-2", present=NO),
    tp.Attendance(session="day-1", person="p-3", half_day=1, present=YES),
    tp.Attendance(session="day-1", person="p-4", present=YES),
)
COHORT = tp.Cohort(id="promotion", seats=SEATS, sessions=SESSIONS, attendances=CAME)
CYCLE = tp.QualificationCycle(
    id="cycle", terms=(tp.CompletionTerms(share=tp.Rate("100"), sessions=("day-1",)),)
)
PLACES = (
    tp.Organisation(id="vimy", seat=VIMY, territories=(NORD,)),
    tp.Organisation(id="ronchin", territories=(NORD,)),
    tp.Organisation(id="baisieux", territories=(VIMY, NORD)),
)


def test_seats_are_counted_by_status_and_those_that_hold_a_place_by_organisation() -> None:
    told = tp.cohort_figures(COHORT)
    assert dict(told.seats) == {
        tp.SeatStatus.COMPLETED: 1,
        None: 1,
        tp.SeatStatus.WITHDRAWN: 1,
        tp.SeatStatus.CONFIRMED: 1,
        tp.SeatStatus.WAITING: 1,
    }
    assert (told.organisations, told.seats_without_team) == (3, 1)
    assert (told.sessions, told.sessions_of_unknown_length) == (3, 1)


def test_half_days_are_attended_missed_or_unknown() -> None:
    everybody = tp.cohort_figures(COHORT, CYCLE).everybody
    assert everybody.persons == 4
    assert everybody.half_days == tp.Tally(6, 2, 4)
    assert everybody.half_days.shares == (tp.Rate("50"), tp.Rate("83.33"))
    assert everybody.completion == ((None, tp.Tally(2, 1, 1)),)


def test_without_the_cycle_completion_is_unknown() -> None:
    assert tp.cohort_figures(COHORT).everybody.completion == ((None, tp.Tally(0, 0, 4)),)


def test_capacities_have_figures_of_their_own_and_so_has_the_unknown_one() -> None:
    told = dict(tp.cohort_figures(COHORT, CYCLE).by_capacity)
    assert {key: (each.persons, each.half_days) for key, each in told.items()} == {
        ELECTED: (2, tp.Tally(4, 0, 2)),
        OFFICER: (1, tp.Tally(0, 2, 1)),
        None: (1, tp.Tally(2, 0, 1)),
    }
    assert told[ELECTED].completion == ((None, tp.Tally(1, 0, 1)),)


def test_territories_are_those_of_the_organisations_if_they_are_at_hand() -> None:
    told = dict(tp.cohort_figures(COHORT, CYCLE, PLACES).by_territory)
    assert {key: each.persons for key, each in told.items()} == {VIMY: 2, NORD: 1, None: 1}
    assert dict(tp.cohort_figures(COHORT).by_territory)[None].persons == 4


def test_an_organisation_of_several_territories_and_no_seat_is_of_none() -> None:
    seat = tp.Seat(id="a", organisation=tp.Ref("baisieux"), team=(member("p-1"),))
    elsewhere = tp.Seat(id="b", team=(member("p-2"),))
    cohort = tp.Cohort(id="promotion", seats=(seat, elsewhere))
    assert [key for key, _ in tp.cohort_figures(cohort, None, PLACES).by_territory] == [None]


def test_a_cohort_of_which_nothing_is_known_has_no_share() -> None:
    told = tp.cohort_figures(tp.Cohort(id="promotion"))
    assert (told.seats, told.organisations, told.sessions) == ((), 0, 0)
    assert told.everybody.half_days.shares is None
    assert told.by_capacity == told.by_territory == ()


def test_shares_are_plain_numbers() -> None:
    assert [str(each) for each in tp.Tally(yes=10, no=0).shares or ()] == ["100", "100"]
    assert [str(each) for each in tp.Tally(yes=1, no=2).shares or ()] == ["33.33", "33.33"]
    assert [str(each) for each in tp.Tally(no=1, unknown=1).shares or ()] == ["0", "50"]
    assert [str(each) for each in tp.Tally(yes=1, no=1, unknown=2).shares or ()] == ["25", "75"]
