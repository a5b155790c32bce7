"""What rules on attendances and certificates say, and what they know of the day."""

from typing import Any, Final

import pytest

import territoires_participatifs as tp
from territoires_participatifs.values.declarations import replaced

CAME: Final = tp.Attendance(session="day-1", person="p-7f3a", present=tp.Ternary.YES)


def _held(*starts: str) -> tp.TrainingSession:
    days = (tp.Instant(tp.PartialDate(each)) for each in starts)
    return tp.TrainingSession(id="day-1", occurrences=tuple(tp.Occurrence(starts=e) for e in days))


def _cohort(session: tp.TrainingSession, **fields: Any) -> tp.Cohort:
    return tp.Cohort(id="promotion", sessions=(session,), attendances=(replaced(CAME, **fields),))


def _codes(cohort: tp.Cohort, on: str | None) -> list[str]:
    return [each.code for each in tp.check(cohort, on=on, moment="instruction")]


def test_nobody_has_come_to_a_session_that_is_still_to_come() -> None:
    cohort = _cohort(_held("2021-07-08"))
    assert _codes(cohort, "2021-07-07") == ["QUA023"]
    assert _codes(cohort, "2021-07-08") == []
    assert _codes(cohort, None) == []


@pytest.mark.parametrize("starts", [(), ("2021-07",), ("2021-07-06", "2021-07-08")])
def test_a_session_that_may_have_been_held_is_not_to_come(starts: tuple[str, ...]) -> None:
    assert _codes(_cohort(_held(*starts)), "2021-07-07") == []


def test_an_occurrence_may_be_to_come_in_a_session_that_was_held() -> None:
    session = _held("2021-07-06", "2021-07-08")
    assert _codes(_cohort(session, occurrence=1), "2021-07-07") == []
    assert _codes(_cohort(session, occurrence=2), "2021-07-07") == ["QUA023"]


def test_of_two_occurrences_one_may_be_cancelled_and_the_other_to_come() -> None:
    cancelled = tp.Occurrence(status=tp.SessionStatus.CANCELLED)
    session = _held("2021-07-08")
    session = replaced(session, occurrences=(*(session.occurrences or ()), cancelled))
    (finding,) = tp.check(_cohort(session), on="2021-07-07", moment="instruction")
    assert finding.message("fr") == ("La présence est dite à la session « day-1 », qui est prévue.")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"seats": (tp.Seat(id="vimy", rank=0),)},
            "'0' names nothing: it must be a rank on the waiting list, counted from 1.",
        ),
        (
            {"attendances": (replaced(CAME, occurrence=0),)},
            "'0' names nothing: it must be one of the occurrences of the session, counted from 1.",
        ),
        (
            {"attendances": (replaced(CAME, half_day=-1),)},
            "'-1' names nothing: it must be one of the half-days of the session, counted from 1.",
        ),
    ],
)
def test_what_is_not_there_is_told_by_what_it_should_be(fields: Any, said: str) -> None:
    (finding,) = tp.check(replaced(tp.Cohort(id="promotion"), **fields), moment="draft")
    assert finding.message("en") == said


def test_a_session_that_counts_and_is_not_there_is_told_by_its_id() -> None:
    cycle = tp.QualificationCycle(id="cycle", terms=(tp.CompletionTerms(sessions=("day-9",)),))
    cohort = tp.Cohort(
        id="promotion",
        cycle=tp.Ref("cycle"),
        sessions=(),
        sessions_complete=tp.Ternary.YES,
    )
    (finding,) = tp.check(cohort, known=tp.Dataset(cycles=(cycle,)))
    assert finding.message("fr") == (
        "Rien n'est désigné par « day-9 », qui doit être une session de la promotion, "
        "puisqu'elle compte pour le cycle."
    )


def test_half_days_are_told_with_those_that_are_possible() -> None:
    session = tp.TrainingSession(id="day-1", half_days=tp.Count(2))
    least = tp.Count(3, tp.Exactness.AT_LEAST)
    (finding,) = tp.check(_cohort(session, half_days=least), moment="instruction")
    assert finding.message("fr") == (
        "Demi-journées suivies de la session « day-1 » : au moins 3, alors que 2 au plus "
        "sont possibles."
    )


def test_the_last_of_the_sessions_that_are_still_to_come_is_told() -> None:
    sessions = tuple(
        replaced(_held(*days), id=id_)
        for id_, days in {
            "day-1": ("2021-07-08",),
            "day-2": ("2021-10-07", "2021-09-30"),
            "day-3": ("2021-09-02",),
        }.items()
    )
    attested = tp.Certificate(
        kind=tp.CertificateKind.COMPLETION, issued=tp.PartialDate("2021-07-08")
    )
    cohort = tp.Cohort(id="promotion", sessions=sessions, certificates=(attested,))
    (finding,) = tp.check(cohort, moment="decision")
    assert finding.message("en") == (
        "The certificate is issued before the last session (8 July 2021, then 30 September 2021)."
    )


def test_no_finding_names_the_person() -> None:
    cohort = replaced(
        _cohort(replaced(_held("2021-07-08"), status=tp.SessionStatus.CANCELLED)),
        attendances=(CAME, replaced(CAME, present=tp.Ternary.NO, half_days=tp.Count(1))),
        seats=(),
        seats_complete=tp.Ternary.YES,
    )
    report = tp.check(cohort, moment="instruction")
    assert report.codes == {"QUA022", "QUA023", "QUA024", "QUA025"}
    assert "p-7f3a" not in report.render("fr") + report.render("en")
