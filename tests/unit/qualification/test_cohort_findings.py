"""What rules on cohorts say: whose call is which, and how many sessions were missed."""

import territoires_participatifs as tp


def test_the_cohort_and_the_cycle_are_told_each_with_its_own_call() -> None:
    cohort = tp.Cohort(id="promotion", cycle=tp.Ref("cycle"), call=tp.Ref("appel"))
    known = tp.Dataset(
        calls=(tp.Call(id="appel"), tp.Call(id="autre")),
        cycles=(tp.QualificationCycle(id="cycle", recruits=tp.Ref("autre")),),
    )
    (finding,) = tp.check(cohort, known=known)
    assert finding.message("en") == (
        "The cohort is of the call 'appel', and its cycle recruits through the call 'autre'."
    )


def test_a_session_that_is_held_twice_was_missed_once() -> None:
    missed = (
        tp.Attendance(session="day-1", person="p-7f3a", occurrence=1, present=tp.Ternary.NO),
        tp.Attendance(session="day-1", person="p-7f3a", occurrence=2, present=tp.Ternary.NO),
    )
    attested = tp.Certificate(kind=tp.CertificateKind.ATTENDANCE, person="p-7f3a")
    cohort = tp.Cohort(id="promotion", attendances=missed, certificates=(attested,))
    (finding,) = tp.check(cohort, moment="decision")
    assert finding.message("en") == (
        "The attendance is attested, and yet every known session was missed (1)."
    )


def test_a_finding_on_a_certificate_does_not_tell_how_often_the_person_came() -> None:
    day = tp.TrainingSession(id="day-1", half_days=tp.Count(2), optional=tp.Ternary.NO)
    terms = tp.CompletionTerms(certificate=tp.CertificateKind.COMPLETION, share=tp.Rate("100"))
    cohort = tp.Cohort(
        id="promotion",
        cycle=tp.Ref("cycle"),
        sessions=(day,),
        attendances=(tp.Attendance(session="day-1", person="p-7f3a", present=tp.Ternary.NO),),
        certificates=(tp.Certificate(kind=tp.CertificateKind.COMPLETION, person="p-7f3a"),),
    )
    known = tp.Dataset(cycles=(tp.QualificationCycle(id="cycle", terms=(terms,)),))
    (finding,) = tp.check(cohort, known=known, moment="decision")
    assert finding.message("en") == (
        "The certificate (certificate of completion) is given, and its terms are surely not met."
    )
    assert "p-7f3a" not in str(finding.to_dict())
