"""Who waits for a place, and who is offered it first."""

import pytest

import territoires_participatifs as tp

WAITING = tp.SeatStatus.WAITING
LISTED = (
    tp.Seat(id="late", status=WAITING),
    tp.Seat(id="second", status=WAITING, rank=2),
    tp.Seat(id="seated", status=tp.SeatStatus.CONFIRMED, rank=1),
    tp.Seat(id="first", status=WAITING, rank=1),
    tp.Seat(id="later", status=WAITING),
)
COHORT = tp.Cohort(id="promotion", seats=LISTED)


def test_those_who_wait_come_by_rank_and_then_as_they_are_listed() -> None:
    assert [each.id for each in tp.waiting_list(COHORT)] == ["first", "second", "late", "later"]
    assert tp.waiting_list(tp.Cohort(id="promotion")) == ()


def test_the_first_is_offered_a_place_and_stays_where_it_was_listed() -> None:
    told = tp.promote(COHORT, on="2021-06-15").seats or ()
    assert [each.id for each in told] == [each.id for each in LISTED]
    assert told[3].status is tp.SeatStatus.OFFERED
    assert told[3].rank == 1
    assert told[3].history == (
        tp.Event(kind=tp.EventKind.PROMOTED, on=tp.PartialDate("2021-06-15")),
    )
    assert [each for each in told if each.id != "first"] == [e for e in LISTED if e.id != "first"]


def test_promoted_one_after_the_other_they_come_in_their_order() -> None:
    cohort, order = COHORT, []
    while waiting := tp.waiting_list(cohort):
        order.append(waiting[0].id)
        cohort = tp.promote(cohort)
    assert order == ["first", "second", "late", "later"]
    assert (cohort.seats or ())[0].history == (tp.Event(kind=tp.EventKind.PROMOTED),)
    with pytest.raises(LookupError, match="no seat of promotion waits for a place"):
        tp.promote(cohort)


def test_what_was_promoted_is_sound() -> None:
    assert tp.check(tp.promote(COHORT, on="2021-06-15")).codes == tp.check(COHORT).codes
