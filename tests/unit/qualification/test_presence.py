"""For how many half-days somebody came: at least, at most, and in one of several places."""

import pytest
from attrs import evolve

import territoires_participatifs as tp

YES, NO, UNKNOWN = tp.Ternary.YES, tp.Ternary.NO, tp.Ternary.UNDETERMINED


def row(present: tp.Ternary = UNKNOWN, **fields: object) -> tp.Attendance:
    return tp.Attendance(session="day-1", person="p-1", present=present, **fields)  # type: ignore[arg-type]


def told(*rows: tp.Attendance, half_days: int | None = 2, places: int = 1) -> tuple[int, int]:
    length = None if half_days is None else tp.Count(half_days)
    occurrences = tuple(tp.Occurrence() for _ in range(places))
    session = tp.TrainingSession(id="day-1", half_days=length, occurrences=occurrences)
    found = tp.presence(tp.Cohort(id="promotion", attendances=rows), "p-1", session)
    assert found.half_days == half_days
    return found.least, found.most


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], (0, 2)),
        ([row(YES)], (2, 2)),
        ([row(NO)], (0, 0)),
        ([row(UNKNOWN)], (0, 2)),
        ([row(YES, half_days=tp.Count(1))], (1, 1)),
        ([row(YES, half_days=tp.Count(9))], (2, 2)),
        ([row(UNKNOWN, half_days=tp.Count(1))], (1, 1)),
        ([row(YES, half_days=tp.Count(1, tp.Exactness.AT_LEAST))], (1, 2)),
        ([row(YES, half_day=1)], (1, 2)),
        ([row(NO, half_day=2)], (0, 1)),
        ([row(YES, half_day=1), row(NO, half_day=2)], (1, 1)),
        ([row(UNKNOWN, half_day=1), row(NO, half_day=2)], (0, 1)),
        ([row(YES), row(NO, half_day=2)], (1, 1)),
        ([row(YES), row(UNKNOWN, half_day=2)], (1, 2)),
        ([row(NO), row(YES, half_day=1)], (1, 1)),
        ([row(NO), row(UNKNOWN, half_day=1)], (0, 0)),
        ([row(NO), row(YES, half_day=1), row(UNKNOWN, half_day=2)], (1, 1)),
        ([row(YES, half_days=tp.Count(1)), row(YES, half_day=1)], (1, 1)),
        ([row(YES, half_days=tp.Count(1)), row(YES, half_day=1), row(YES, half_day=2)], (0, 2)),
        ([row(YES), row(NO)], (0, 2)),
        ([row(YES, half_day=1), row(NO, half_day=1)], (0, 2)),
        ([row(YES, half_day=7)], (0, 2)),
    ],
)
def test_what_is_told_bounds_the_half_days(
    rows: list[tp.Attendance], expected: tuple[int, int]
) -> None:
    assert told(*rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], (0, 1)),
        ([row(YES)], (1, 1)),
        ([row(NO)], (0, 0)),
        ([row(YES), row(NO, half_day=2)], (0, 0)),
        ([row(YES, half_day=1)], (0, 1)),
        ([row(YES), row(YES, half_day=1)], (1, 1)),
        ([row(YES, half_days=tp.Count(1))], (0, 1)),
    ],
)
def test_of_a_session_of_unknown_length_only_the_whole_can_be_told(
    rows: list[tp.Attendance], expected: tuple[int, int]
) -> None:
    assert told(*rows, half_days=None) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([row(NO, occurrence=1)], (0, 2)),
        ([row(NO, occurrence=1), row(YES, occurrence=2)], (2, 2)),
        ([row(NO, occurrence=1), row(NO, occurrence=2)], (0, 0)),
        ([row(NO)], (0, 0)),
        ([row(YES, occurrence=2)], (2, 2)),
        ([row(YES, occurrence=1, half_day=1), row(YES, occurrence=2, half_day=2)], (2, 2)),
        ([row(YES, occurrence=1, half_day=1), row(NO, occurrence=1, half_day=2)], (1, 2)),
        ([row(YES, half_days=tp.Count(1), occurrence=1)], (1, 2)),
        ([row(YES, half_days=tp.Count(1))], (1, 1)),
    ],
)
def test_where_a_session_is_held_twice_the_longer_stay_counts(
    rows: list[tp.Attendance], expected: tuple[int, int]
) -> None:
    assert told(*rows, places=2) == expected


def test_an_occurrence_that_was_cancelled_is_no_place_where_one_may_have_been() -> None:
    cancelled = tp.Occurrence(status=tp.SessionStatus.CANCELLED)
    session = tp.TrainingSession(
        id="day-1", half_days=tp.Count(2), occurrences=(cancelled, tp.Occurrence())
    )
    absent = tp.Cohort(id="promotion", attendances=(row(NO, occurrence=2),))
    assert tp.presence(absent, "p-1", session) == tp.Presence(0, 0, 2)
    elsewhere = tp.Cohort(id="promotion", attendances=(row(NO, occurrence=1),))
    assert tp.presence(elsewhere, "p-1", session) == tp.Presence(0, 2, 2)


def test_absent_at_one_of_unknown_occurrences_is_not_absent_everywhere() -> None:
    session = tp.TrainingSession(id="day-1", half_days=tp.Count(2))
    cohort = tp.Cohort(id="promotion", attendances=(row(NO, occurrence=1),))
    assert tp.presence(cohort, "p-1", session) == tp.Presence(0, 2, 2)


def test_what_is_told_of_the_session_and_of_its_only_occurrence_may_contradict_each_other() -> None:
    assert told(row(YES), row(NO, occurrence=1)) == (0, 2)
    assert told(row(YES), row(YES, occurrence=1)) == (2, 2)


@pytest.mark.parametrize(
    ("exactness", "expected"),
    [
        (tp.Exactness.MORE_THAN, (2, 2)),
        (tp.Exactness.AT_LEAST, (1, 2)),
        (tp.Exactness.AT_MOST, (0, 2)),
        (tp.Exactness.ABOUT, (0, 2)),
    ],
)
def test_a_number_of_half_days_that_is_not_exact_tells_its_least(
    exactness: tp.Exactness, expected: tuple[int, int]
) -> None:
    assert told(row(YES, half_days=tp.Count(1, exactness))) == expected


def test_a_session_of_a_thousand_million_half_days_takes_no_longer() -> None:
    most = 2**53 - 1
    assert told(row(YES, half_day=1), half_days=most) == (1, most)
    assert told(row(YES), row(NO, half_day=3), half_days=most) == (most - 1, most - 1)


def test_a_session_said_to_last_no_half_day_is_of_unknown_length() -> None:
    session = tp.TrainingSession(id="day-1", half_days=tp.Count(0))
    cohort = tp.Cohort(id="promotion", attendances=(row(NO),))
    assert tp.presence(cohort, "p-1", session) == tp.Presence(0, 0, None)


def test_who_joined_on_the_second_of_two_days_may_have_come() -> None:
    member = tp.TeamMember(person=tp.Person(id="p-1"), since=tp.PartialDate("2016-01-29"))
    seat = tp.Seat(id="a", team=(member,), team_complete=YES)
    days = tp.Occurrence(starts=tp.Instant.parse("2016-01-28"), ends=tp.Instant.parse("2016-01-29"))
    undated = (tp.Occurrence(starts=tp.Instant.parse("2015-01-28")), tp.Occurrence())
    cohort = tp.Cohort(id="promotion", seats=(seat,), seats_complete=YES)
    for held in ((days,), undated, (), None):
        session = tp.TrainingSession(id="day-1", half_days=tp.Count(2), occurrences=held)
        assert tp.presence(cohort, "p-1", session) == tp.Presence(0, 2, 2)


def test_an_attendance_that_the_sources_leave_open_tells_nothing() -> None:
    session = tp.TrainingSession(id="day-1", half_days=tp.Count(2))
    asked = tp.OpenQuestion(about=("/attendances/0",), text=tp.Bilingual("?"))
    cohort = tp.Cohort(id="promotion", attendances=(row(YES),), questions=(asked,))
    assert tp.presence(cohort, "p-1", session) == tp.Presence(0, 2, 2)


def test_half_days_that_are_not_known_exactly_are_of_unknown_length() -> None:
    session = tp.TrainingSession(id="day-1", half_days=tp.Count(2, tp.Exactness.ABOUT))
    assert tp.presence(tp.Cohort(id="promotion"), "p-1", session) == tp.Presence(0, 1, None)


@pytest.mark.parametrize(
    ("since", "until", "most"),
    [
        (None, None, 2),
        (None, "2021-07-07", 0),
        (None, "2021-07-08", 2),
        ("2021-07-08", None, 2),
        ("2021-07-09", None, 0),
        ("2021-07", None, 2),
        ("2021-08", None, 0),
    ],
)
def test_who_was_in_no_team_on_the_day_did_not_come(
    since: str | None, until: str | None, most: int
) -> None:
    member = tp.TeamMember(
        person=tp.Person(id="p-1"),
        since=None if since is None else tp.PartialDate(since),
        until=None if until is None else tp.PartialDate(until),
    )
    held = tp.Occurrence(starts=tp.Instant.parse("2021-07-08"))
    session = tp.TrainingSession(id="day-1", half_days=tp.Count(2), occurrences=(held,))
    whole = tp.Seat(id="a", team=(tp.TeamMember(), member), team_complete=YES)
    cohort = tp.Cohort(id="promotion", seats=(whole, tp.Seat(id="b")), seats_complete=YES)
    assert tp.presence(cohort, "p-1", session) == tp.Presence(0, most, 2)
    assert tp.presence(cohort, "p-2", session) == tp.Presence(0, 2, 2)
    for open_ in (
        {"seats_complete": UNKNOWN},
        {"seats": (evolve(whole, team_complete=UNKNOWN),)},
    ):
        assert tp.presence(evolve(cohort, **open_), "p-1", session) == tp.Presence(0, 2, 2)


def test_whether_one_came_to_all_of_it_is_three_valued() -> None:
    assert tp.Presence(2, 2, 2).whole is YES
    assert tp.Presence(1, 2, 2).whole is UNKNOWN
    assert tp.Presence(0, 1, 2).whole is NO
    assert tp.Presence(1, 1, None).whole is YES
    assert tp.Presence(0, 1, None).whole is UNKNOWN
    assert tp.Presence(0, 0, None).whole is NO
