"""What rules on sessions say: which days and which numbers, and of nobody who it is."""

from typing import Final

import pytest

import territoires_participatifs as tp
from territoires_participatifs.values.declarations import replaced

DAY: Final = tp.PartialDate("2021-07-08")


def held(
    id_: str, day: str = "2021-07-08", place: str | None = None, **fields: object
) -> tp.TrainingSession:
    starts = tp.Instant(tp.PartialDate(day), hour="09:00")
    ends = tp.Instant(tp.PartialDate(day), hour="12:00")
    occurrence = tp.Occurrence(starts=starts, ends=ends, place=place)
    return replaced(tp.TrainingSession(id=id_, occurrences=(occurrence,)), **fields)


def told(code: str, cohort: tp.Cohort, cycle: tp.QualificationCycle | None = None) -> str:
    """Return what is said of a cohort, in English."""
    known = tp.Dataset(cycles=() if cycle is None else (cycle,))
    report = tp.check(cohort, known=known, moment="decision")
    (finding,) = [each for each in report if each.code == code]
    return finding.message("en")


def test_a_person_in_two_places_is_not_named() -> None:
    camille = tp.Person(id="p-7f3a", name="Camille")
    cohort = tp.Cohort(
        id="cohort",
        sessions=(held("one", place="Lille", trainers=(camille,)), held("two", place="Arras")),
        attendances=(tp.Attendance(session="two", person="p-7f3a", present=tp.Ternary.YES),),
    )
    assert told("QUA013", cohort) == (
        "The same person is said to be at two occurrences during the same hours (8 July 2021),"
        " of the sessions 'one' and 'two'."
    )


def test_a_session_outside_its_cycle_is_told_with_the_end_that_it_oversteps() -> None:
    cohort = tp.Cohort(id="cohort", sessions=(held("one"),), until=tp.PartialDate("2021-06"))
    assert told("QUA012", cohort) == (
        "The session (8 July 2021) lies outside the time of the cycle: after its end (June 2021)."
    )


def test_two_sessions_are_told_with_the_spacing_that_they_dont_keep() -> None:
    sessions = (held("two", "2021-08-05"), held("one"))
    cohort = tp.Cohort(id="cohort", cycle=tp.Ref("cycle"), sessions=sessions)
    cycle = tp.QualificationCycle(id="cycle", spacing=tp.Span("P6W"))
    assert told("QUA014", cohort, cycle) == (
        "From one session (8 July 2021) to the next (5 August 2021), the time is not the one"
        " that the cycle announces (6 weeks)."
    )


@pytest.mark.parametrize(
    ("durations", "number"),
    [
        ({"days": tp.Count(3)}, "6"),
        ({"days": tp.Count(3), "half_days": tp.Count(5)}, "5"),
        ({"days": tp.Count(2, tp.Exactness.BETWEEN, 3)}, "from 4 to 6"),
    ],
)
def test_the_half_days_of_a_cycle_are_told_before_its_days(
    durations: dict[str, object], number: str
) -> None:
    cohort = tp.Cohort(
        id="cohort",
        cycle=tp.Ref("cycle"),
        sessions=(held("one", half_days=tp.Count(2)),),
        sessions_complete=tp.Ternary.YES,
    )
    cycle = replaced(tp.QualificationCycle(id="cycle"), **durations)
    message = told("QUA015", cohort, cycle)
    assert message.startswith("The half-days of the sessions (2) are not those")
    assert message.endswith(f"({number}).")


@pytest.mark.parametrize(
    ("replaces", "status", "reason"),
    [
        ("one", tp.SessionStatus.HELD, "'one': that session was held."),
        ("one", tp.SessionStatus.PLANNED, "'one': that session is still planned."),
        ("two", tp.SessionStatus.HELD, "'two': that is itself."),
    ],
)
def test_a_replacement_is_told_with_what_became_of_the_other(
    replaces: str, status: tp.SessionStatus, reason: str
) -> None:
    sessions = (held("one", status=status), tp.TrainingSession(id="two", replaces=replaces))
    message = told("QUA018", tp.Cohort(id="cohort", sessions=sessions))
    assert message == f"The session is said to take the place of {reason}"


def test_a_session_that_was_held_too_soon_is_told_with_the_first_of_its_days() -> None:
    days = ("2021-07-10", "2021-07-08")
    occurrences = tuple(tp.Occurrence(starts=tp.Instant(tp.PartialDate(each))) for each in days)
    session = held("one", occurrences=occurrences, status=tp.SessionStatus.HELD)
    cohort = tp.Cohort(id="cohort", sessions=(session,))
    (finding,) = tp.check(cohort, on="2021-07-07", moment="decision")
    assert finding.facts == {"day": DAY}
