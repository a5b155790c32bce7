"""What rules on calls say: what an event forgets, and the two days or sums that disagree."""

import territoires_participatifs as tp


def _found(call: tp.Call) -> list[str]:
    return [each.message() for each in tp.check(call)]


def test_all_that_an_event_forgets_is_told_at_once() -> None:
    extended = tp.Event(kind=tp.EventKind.EXTENDED)
    assert _found(tp.Call(id="call", history=(extended,))) == ["This change lacks: about, was, on."]


def test_the_day_that_an_envelope_changed_may_be_unknown() -> None:
    changed = tp.Event(kind=tp.EventKind.ENVELOPE_CHANGED)
    assert _found(tp.Call(id="call", history=(changed,))) == ["This change lacks: about, was."]


def test_the_deadline_is_told_beside_the_one_that_it_replaced() -> None:
    extended = tp.Event(
        kind=tp.EventKind.EXTENDED,
        on=tp.PartialDate("2021-01"),
        about="/closes",
        was=tp.Raw.of("2021-07-01"),
    )
    closes = tp.Deadline(day=tp.PartialDate("2021-06-30"))
    assert _found(tp.Call(id="call", closes=closes, history=(extended,))) == [
        "The deadline (30 June 2021) comes before the one that it replaced (1 July 2021)."
    ]


def test_durations_are_told_as_sums_are() -> None:
    terms = tp.AidTerms(
        floor=tp.Amount(tp.Money(200)),
        cap=tp.Amount(tp.Money(100)),
        shortest=tp.Span("P3Y"),
        longest=tp.Span("P24M"),
    )
    assert _found(tp.Call(id="call", aid=(terms,))) == [
        "The least (€200) is more than the most (€100).",
        "The least (3 years) is more than the most (24 months).",
    ]
