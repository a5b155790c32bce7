"""What rules on applications say: which event came too early, and which too late."""

import territoires_participatifs as tp


def _said(application: tp.Application, *calls: tp.Call) -> list[str]:
    """Return what the only finding says, in French and in English."""
    (finding,) = tp.check(application, known=tp.Dataset(calls=calls))
    return [finding.message("fr"), finding.message("en")]


def test_an_event_that_came_too_early_is_told_by_its_name() -> None:
    received, completed = tp.PartialDate("2021-03-11"), tp.PartialDate("2021-03-10")
    application = tp.Application(
        id="dossier", received=tp.Instant(received), completed=tp.Instant(completed)
    )
    assert _said(application) == [
        "La candidature place le constat de dossier complet (10 mars 2021) avant la réception (11 mars 2021).",
        "The application puts the finding that the file is complete (10 March 2021) before the receipt (11 March 2021).",
    ]


def test_an_event_that_came_too_late_is_told_with_the_one_that_counts() -> None:
    closes = tp.Deadline(day=tp.PartialDate("2021-03-12"), event=tp.CountingEvent.SENT)
    sent = tp.Instant(tp.PartialDate("2021-03-13"), hour="09:00")
    application = tp.Application(id="dossier", call=tp.Ref("appel"), submitted=sent)
    assert _said(application, tp.Call(id="appel", closes=closes)) == [
        "La candidature est tardive : le dépôt (13 mars 2021 à 09:00), date limite : 12 mars 2021, date d'envoi.",
        "The application is late: the sending (13 March 2021 at 09:00), deadline: 12 March 2021, by the day of sending.",
    ]
