"""Who is entitled to which certificate, by the terms of the cycle, and why."""

from typing import Any

import pytest

import territoires_participatifs as tp

YES, NO, UNKNOWN = tp.Ternary.YES, tp.Ternary.NO, tp.Ternary.UNDETERMINED
ALL = tp.CompletionTerms(share=tp.Rate("100"))
MOST = tp.CompletionTerms(share=tp.Rate("75"))
DAYS = (
    tp.TrainingSession(id="day-1", half_days=tp.Count(2), optional=NO),
    tp.TrainingSession(id="day-2", half_days=tp.Count(2), optional=NO),
)
NONE_COUNTS = "No session that is known counts; 100% of the half-days is asked."


def came(session: str, present: tp.Ternary, **fields: Any) -> tp.Attendance:
    return tp.Attendance(session=session, person="p-1", present=present, **fields)


def cohort(*attendances: tp.Attendance, **fields: Any) -> tp.Cohort:
    member = tp.TeamMember(person=tp.Person(id="p-1"))
    known: dict[str, Any] = {
        "seats": (tp.Seat(id="vimy", team=(member,)),),
        "sessions": DAYS,
        "sessions_complete": YES,
        **fields,
    }
    return tp.Cohort(id="promotion", attendances=attendances, **known)


def told(held: tp.Cohort, *terms: tp.CompletionTerms, **fields: Any) -> tuple[tp.Entitlement, ...]:
    return tp.completion(held, tp.QualificationCycle(id="cycle", terms=terms or None, **fields))


def outcome(held: tp.Cohort, *terms: tp.CompletionTerms) -> tuple[tp.Ternary, list[str]]:
    (found,) = told(held, *terms)
    return found.entitled, [each.in_words("en") for each in found.reasons]


@pytest.mark.parametrize(
    ("second", "terms", "answer", "why"),
    [
        ([came("day-2", YES)], ALL, YES, "Present for 4 half-days of 4; 100% is asked."),
        ([came("day-2", NO)], ALL, NO, "Present for 2 half-days of 4; 100% is asked."),
        (
            [],
            ALL,
            UNKNOWN,
            "Present for at least 2 and at most 4 half-days of 4; 100% is asked.",
        ),
        (
            [came("day-2", YES, half_day=1)],
            MOST,
            YES,
            "Present for at least 3 and at most 4 half-days of 4; 75% is asked.",
        ),
        (
            [came("day-2", NO, half_day=1)],
            MOST,
            UNKNOWN,
            "Present for at least 2 and at most 3 half-days of 4; 75% is asked.",
        ),
        ([came("day-2", NO)], MOST, NO, "Present for 2 half-days of 4; 75% is asked."),
        (
            [came("day-2", YES, half_days=tp.Count(1))],
            MOST,
            YES,
            "Present for 3 half-days of 4; 75% is asked.",
        ),
    ],
)
def test_a_share_of_the_half_days_is_reached_missed_or_not_to_be_told(
    second: list[tp.Attendance], terms: tp.CompletionTerms, answer: tp.Ternary, why: str
) -> None:
    assert outcome(cohort(came("day-1", YES), *second), terms) == (answer, [why])


def test_a_share_just_above_what_was_attended_is_missed() -> None:
    held = cohort(came("day-1", YES), came("day-2", YES, half_days=tp.Count(1)))
    assert outcome(held, tp.CompletionTerms(share=tp.Rate("75.01")))[0] is NO


OPEN = "The list of the sessions that count isn't said complete; {} of the half-days is asked."


def test_a_list_of_sessions_that_may_grow_settles_nothing_but_a_missed_date() -> None:
    both = (came("day-1", YES), came("day-2", YES))
    missed = (came("day-1", YES), came("day-2", NO))
    half = tp.CompletionTerms(share=tp.Rate("60"))
    may_grow = {"sessions_complete": UNKNOWN}
    assert outcome(cohort(*both, **may_grow), ALL) == (UNKNOWN, [OPEN.format("100%")])
    assert outcome(cohort(*missed, **may_grow), half) == (UNKNOWN, [OPEN.format("60%")])
    assert outcome(cohort(*missed, **may_grow), ALL)[0] is NO


def test_no_session_that_counts_settles_nothing() -> None:
    assert outcome(cohort(sessions=()), ALL) == (UNKNOWN, [NONE_COUNTS])
    assert outcome(cohort(sessions=None), ALL) == (UNKNOWN, [NONE_COUNTS])
    optional = tp.TrainingSession(id="day-1", half_days=tp.Count(2), optional=YES)
    assert outcome(cohort(sessions=(optional,)), ALL) == (UNKNOWN, [NONE_COUNTS])


@pytest.mark.parametrize(
    "void",
    [
        {"optional": YES},
        {"kind": tp.SessionKind.NETWORK_DAY},
        {"status": tp.SessionStatus.CANCELLED},
        {"occurrences": (tp.Occurrence(status=tp.SessionStatus.CANCELLED),)},
    ],
)
def test_a_session_that_does_not_count_is_not_missed(void: dict[str, Any]) -> None:
    other = tp.TrainingSession(id="day-2", half_days=tp.Count(2), **void)
    held = cohort(came("day-1", YES), came("day-2", NO), sessions=(DAYS[0], other))
    assert outcome(held, ALL) == (YES, ["Present for 2 half-days of 2; 100% is asked."])


@pytest.mark.parametrize(
    "counting",
    [
        {},
        {"kind": tp.SessionKind.TEACHING},
        {"status": tp.SessionStatus.POSTPONED},
        {"occurrences": (tp.Occurrence(status=tp.SessionStatus.CANCELLED), tp.Occurrence())},
    ],
)
def test_a_session_that_counts_is_missed(counting: dict[str, Any]) -> None:
    other = tp.TrainingSession(id="day-2", half_days=tp.Count(2), optional=NO, **counting)
    held = cohort(came("day-1", YES), came("day-2", NO), sessions=(DAYS[0], other))
    assert outcome(held, ALL)[0] is NO


@pytest.mark.parametrize(
    ("second", "share", "answer"),
    [
        (YES, "100", YES),
        (NO, "100", UNKNOWN),
        (NO, "50", UNKNOWN),
        (NO, "75", UNKNOWN),
    ],
)
def test_a_session_that_nobody_calls_optional_or_not_may_count(
    second: tp.Ternary, share: str, answer: tp.Ternary
) -> None:
    other = tp.TrainingSession(id="day-2", half_days=tp.Count(4))
    held = cohort(came("day-1", YES), came("day-2", second), sessions=(DAYS[0], other))
    found, why = outcome(held, tp.CompletionTerms(share=tp.Rate(share)))
    assert found is answer
    if answer is UNKNOWN:
        (reason,) = why
        assert reason == (
            f"Whether 1 session counts is unknown, and it changes the answer; {share}% is asked. "
            "Say of each what it is for and whether it is optional."
        )


def test_what_may_count_settles_nothing_where_it_could_only_help_or_only_harm() -> None:
    other = tp.TrainingSession(id="day-2", half_days=tp.Count(1))
    half = tp.CompletionTerms(share=tp.Rate("50"))
    sessions = (DAYS[0], other)
    assert outcome(cohort(came("day-1", YES), came("day-2", NO), sessions=sessions), half)[0] is YES
    assert outcome(cohort(came("day-1", NO), came("day-2", YES), sessions=sessions), half)[0] is NO


def test_a_session_whose_place_another_takes_does_not_count() -> None:
    instead = tp.TrainingSession(
        id="day-2-bis", half_days=tp.Count(1), replaces="day-2", optional=NO
    )
    rows = (came("day-1", YES), came("day-2", NO), came("day-2-bis", YES))
    held = cohort(*rows, sessions=(*DAYS, instead))
    assert outcome(held, ALL) == (YES, ["Present for 3 half-days of 3; 100% is asked."])


def test_terms_may_name_the_sessions_that_count_which_are_then_all() -> None:
    named = tp.CompletionTerms(share=tp.Rate("100"), sessions=("day-1",))
    held = cohort(came("day-1", YES), came("day-2", NO), sessions_complete=UNKNOWN)
    assert outcome(held, named)[0] is YES
    missing = tp.CompletionTerms(share=tp.Rate("100"), sessions=("day-1", "day-9"))
    assert outcome(held, missing) == (UNKNOWN, [OPEN.format("100%")])


UNSURE = (
    "Whether every session that counts was attended, or how many half-days they last, is unknown"
)


@pytest.mark.parametrize(
    ("second", "share", "answer", "why"),
    [
        (YES, "80", YES, "Present at every session that counts, some of them of unknown length"),
        (NO, "100", NO, "At least one session was missed, wholly or in part"),
        (NO, "80", UNKNOWN, UNSURE),
        (UNKNOWN, "100", UNKNOWN, UNSURE),
    ],
)
def test_of_sessions_of_unknown_length_only_all_and_not_all_can_be_told(
    second: tp.Ternary, share: str, answer: tp.Ternary, why: str
) -> None:
    sessions = (DAYS[0], tp.TrainingSession(id="day-2", optional=NO))
    held = cohort(came("day-1", YES), came("day-2", second), sessions=sessions)
    terms = tp.CompletionTerms(share=tp.Rate(share))
    assert outcome(held, terms) == (answer, [f"{why}; {share}% is asked."])


JURY = tp.CompletionTerms(achievements=(tp.AchievementKind.JURY,))


def passed(**fields: Any) -> tp.Achievement:
    return tp.Achievement(kind=tp.AchievementKind.JURY, **fields)


@pytest.mark.parametrize(
    ("achievements", "answer", "why"),
    [
        (None, UNKNOWN, "Whether it was done is unknown: jury."),
        ((), NO, "Not done: jury."),
        ((passed(person="p-1", achieved=YES),), YES, "Done: jury."),
        ((passed(person="p-1", achieved=NO),), NO, "Not done: jury."),
        ((passed(person="p-2", achieved=YES),), UNKNOWN, "Whether it was done is unknown: jury."),
        ((passed(seat="vimy", achieved=YES),), YES, "Done: jury."),
        ((passed(seat="ronchin", achieved=YES),), UNKNOWN, "Whether it was done is unknown: jury."),
        (
            (passed(seat="vimy", person="p-2", achieved=YES),),
            UNKNOWN,
            "Whether it was done is unknown: jury.",
        ),
        (
            (passed(person="p-1", achieved=NO), passed(person="p-1", achieved=YES)),
            YES,
            "Done: jury.",
        ),
        (
            (passed(person="p-1", achieved=NO), passed(person="p-1")),
            UNKNOWN,
            "Whether it was done is unknown: jury.",
        ),
        (
            (tp.Achievement(kind=tp.AchievementKind.DELIVERABLE, person="p-1", achieved=YES),),
            UNKNOWN,
            "Whether it was done is unknown: jury.",
        ),
    ],
)
def test_what_must_be_achieved_is_so_by_the_person_or_by_the_team(
    achievements: tuple[tp.Achievement, ...] | None, answer: tp.Ternary, why: str
) -> None:
    assert outcome(cohort(achievements=achievements), JURY) == (answer, [why])


def test_every_part_of_the_terms_is_needed_and_told() -> None:
    terms = tp.CompletionTerms(
        share=tp.Rate("100"),
        achievements=(tp.AchievementKind.DELIVERABLE, tp.AchievementKind.JURY),
    )
    done = tp.Achievement(kind=tp.AchievementKind.DELIVERABLE, person="p-1", achieved=YES)
    held = cohort(came("day-1", YES), came("day-2", YES), achievements=(done,))
    (found,) = told(held, terms)
    assert [each.answer for each in found.reasons] == [YES, YES, UNKNOWN]
    assert found.entitled is UNKNOWN


def test_terms_in_words_are_for_a_person() -> None:
    words = tp.CompletionTerms(wording="assiduité")
    assert outcome(cohort(), words) == (UNKNOWN, ["A person must judge: 'assiduité'."])
    assert outcome(cohort(), tp.CompletionTerms())[1] == ["A person must judge: '…'."]


def test_unknown_terms_leave_all_open() -> None:
    unknown = ["On what terms the cycle is completed is unknown."]
    assert outcome(cohort()) == (UNKNOWN, unknown)
    (found,) = tp.completion(cohort())
    assert found.entitled is UNKNOWN
    assert found.certificate is None


def test_each_certificate_has_an_answer_of_its_own() -> None:
    attendance, jury = tp.CertificateKind.ATTENDANCE, tp.CertificateKind.REGISTERED
    terms = tp.CompletionTerms(certificate=attendance, share=tp.Rate("50"))
    found = told(cohort(came("day-1", YES)), terms, certificates=(attendance, jury))
    assert [(each.certificate, each.entitled) for each in found] == [
        (attendance, YES),
        (jury, UNKNOWN),
    ]
    assert [each.code for each in found[1].reasons] == ["terms-unknown"]


def test_all_persons_of_teams_and_attendances_have_an_answer_once() -> None:
    both = tp.TeamMember(person=tp.Person(id="p-2"))
    seats = (
        tp.Seat(id="vimy", team=(both, tp.TeamMember())),
        tp.Seat(id="ronchin", team=(both,)),
        tp.Seat(id="baisieux"),
    )
    found = told(cohort(came("day-1", YES), seats=seats), ALL)
    assert [(each.person, each.seats) for each in found] == [
        ("p-2", ("vimy", "ronchin")),
        ("p-1", ()),
    ]


def test_reasons_are_told_in_french_too() -> None:
    (found,) = told(cohort(came("day-1", YES)), MOST)
    assert found.reasons[0].in_words("fr") == (
        "Présence à 2 demi-journées au moins et 4 au plus, sur 4 ; 75\N{NARROW NO-BREAK SPACE}% demandés."
    )


def left(until: str) -> tuple[tp.Seat, ...]:
    member = tp.TeamMember(person=tp.Person(id="p-1"), until=tp.PartialDate(until))
    return (tp.Seat(id="vimy", team=(member,)),)


@pytest.mark.parametrize(
    ("until", "answer"), [("2025-01-31", UNKNOWN), ("2025-06-30", YES), ("2025", YES)]
)
def test_what_a_team_did_after_somebody_left_is_not_theirs(until: str, answer: tp.Ternary) -> None:
    handed_in = passed(seat="vimy", achieved=YES, on=tp.PartialDate("2025-06-15"))
    assert outcome(cohort(seats=left(until), achievements=(handed_in,)), JURY)[0] is answer


def test_terms_that_ask_more_than_they_tell_leave_it_to_a_person() -> None:
    cut = tp.CompletionTerms(share=tp.Rate("50"), wording="assiduité…", complete=NO)
    held = cohort(came("day-1", YES), came("day-2", YES))
    (found,) = told(held, cut)
    assert [each.answer for each in found.reasons] == [YES, UNKNOWN]
    assert (found.entitled, found.complete) == (UNKNOWN, NO)
    (missed,) = told(cohort(came("day-1", NO), came("day-2", NO)), cut)
    assert missed.entitled is NO
    whole = tp.CompletionTerms(share=tp.Rate("50"), wording="la moitié", complete=YES)
    (sure,) = told(held, whole)
    assert (sure.entitled, sure.complete) == (YES, YES)


def question(about: str) -> dict[str, Any]:
    return {"questions": (tp.OpenQuestion(about=(about,), text=tp.Bilingual("?")),)}


def test_what_the_sources_leave_open_settles_nothing() -> None:
    both = (came("day-1", YES), came("day-2", NO))
    assert outcome(cohort(*both), ALL)[0] is NO
    (found,) = told(cohort(*both), ALL, **question("/terms/0/share"))
    assert [each.code for each in found.reasons] == ["terms-unsettled"]
    assert outcome(cohort(*both, **question("/attendances/1")), ALL)[0] is UNKNOWN
    assert outcome(cohort(*both, **question("/attendances/0")), ALL)[0] is NO
    assert outcome(cohort(*both, **question("/sessions/1")), ALL)[0] is UNKNOWN
    assert outcome(cohort(*both, **question("/sessions/0")), ALL)[0] is NO
    done = {"achievements": (passed(person="p-1", achieved=NO),)}
    assert outcome(cohort(**done), JURY)[0] is NO
    assert outcome(cohort(**done, **question("/achievements/0")), JURY)[0] is UNKNOWN
