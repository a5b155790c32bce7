"""What a cohort tells of persons: found before it is published, and taken out of it."""

from typing import Final

import pytest

import territoires_participatifs as tp

DAY: Final = tp.PartialDate("2021-07-08")
ELECTED: Final = tp.Person(id="p-7f3a", name="Jeanne Martin", capacity=tp.Capacity.ELECTED_MEMBER)
OFFICER: Final = tp.Person(id="p-11b0", name="Luc Dupont")
TRAINER: Final = tp.Person(id="p-52c1", name="Zoé Petit")

SEAT: Final = tp.Seat(
    id="vimy",
    organisation=tp.Ref("vimy"),
    team=(
        tp.TeamMember(person=ELECTED, capacity=tp.Capacity.ELECTED_MEMBER, since=DAY),
        tp.TeamMember(person=OFFICER, capacity=tp.Capacity.OFFICER, replaces="p-90d2"),
    ),
    status=tp.SeatStatus.COMPLETED,
)
SESSION: Final = tp.TrainingSession(id="day-1", half_days=tp.Count(2), trainers=(TRAINER,))
OF_THE_TEAM: Final = (
    tp.Achievement(
        kind=tp.AchievementKind.DELIVERABLE, seat="vimy", achieved=tp.Ternary.YES, on=DAY
    ),
    tp.Certificate(
        kind=tp.CertificateKind.COMPLETION,
        seat="vimy",
        issuer=tp.Ref("cerdd"),
        issued=DAY,
        identifiers=(tp.Identifier("numero", "2021-12"),),
    ),
)
"""What a team handed in and was given, of which no person is told."""

COHORT: Final = tp.Cohort(
    id="promotion",
    selected=tp.Count(13),
    persons=tp.Count(2),
    seats=(SEAT,),
    seats_complete=tp.Ternary.YES,
    sessions=(SESSION,),
    attendances=(
        tp.Attendance(session="day-1", person="p-7f3a", half_day=1, present=tp.Ternary.YES),
        tp.Attendance(session="day-1", person="p-11b0", present=tp.Ternary.NO),
    ),
    achievements=(
        tp.Achievement(
            kind=tp.AchievementKind.JURY, person="p-7f3a", seat="vimy", achieved=tp.Ternary.YES
        ),
        OF_THE_TEAM[0],
    ),
    certificates=(
        tp.Certificate(
            kind=tp.CertificateKind.COMPLETION,
            person="p-7f3a",
            issued=DAY,
            identifiers=(tp.Identifier("numero", "2021-34"),),
        ),
        OF_THE_TEAM[1],
    ),
)
DATASET: Final = tp.Dataset(
    organisations=(tp.Organisation(id="vimy"), tp.Organisation(id="cerdd")), cohorts=(COHORT,)
)


def test_whatever_tells_of_persons_is_found_before_it_is_published() -> None:
    report = tp.check(DATASET, moment="publication")
    assert report.codes == {"PER001"}
    assert {each.pointer for each in report} == {
        "/cohorts/0/seats/0/team/0",
        "/cohorts/0/seats/0/team/1",
        "/cohorts/0/sessions/0/trainers",
        "/cohorts/0/attendances",
        "/cohorts/0/achievements/0/person",
        "/cohorts/0/certificates/0",
    }


@pytest.mark.parametrize("moment", ["draft", "submission", "instruction", "decision"])
def test_persons_have_their_place_until_then(moment: str) -> None:
    assert tp.check(DATASET, moment=moment).findings == ()


def test_no_person_mandate_nor_attendance_is_left_in_what_is_published() -> None:
    redacted, report = tp.redact(DATASET, purpose="publication")
    written = tp.write(redacted)
    assert tp.personal_data(redacted) == ()
    for told in ("p-7f3a", "p-11b0", "p-52c1", "p-90d2", "Martin", "Dupont", "Petit"):
        assert told.encode() not in written
    for told in ("elected-member", "officer", "attendances", 'half_day"', "2021-34", "jury"):
        assert told.encode() not in written
    assert report.findings == ()


def test_what_is_published_reads_back_and_is_sound() -> None:
    redacted, _ = tp.redact(DATASET, purpose="publication")
    assert tp.read(tp.write(redacted)) == redacted
    assert tp.check(redacted).findings == ()


def test_what_is_of_the_seat_alone_stays() -> None:
    redacted, _ = tp.redact(DATASET, purpose="publication")
    assert redacted.cohorts == (
        tp.Cohort(
            id="promotion",
            selected=tp.Count(13),
            persons=tp.Count(2),
            seats=(
                tp.Seat(id="vimy", organisation=tp.Ref("vimy"), status=tp.SeatStatus.COMPLETED),
            ),
            seats_complete=tp.Ternary.YES,
            sessions=(tp.TrainingSession(id="day-1", half_days=tp.Count(2)),),
            achievements=OF_THE_TEAM[:1],
            certificates=OF_THE_TEAM[1:],
        ),
    )
