"""What rules on seats and teams say: whom they name, and whom they don't."""

import territoires_participatifs as tp

PERSON = tp.TeamMember(person=tp.Person(id="p-7f3a"))
CONFIRMED = tp.SeatStatus.CONFIRMED
UNTOLD = tp.QualificationCycle(id="cycle")


def _found(*seats: tp.Seat, cycle: tp.QualificationCycle = UNTOLD) -> list[str]:
    cohort = tp.Cohort(id="promotion", cycle=tp.Ref("cycle"), seats=seats)
    known = tp.Dataset(cycles=(cycle,))
    return [each.message("en") for each in tp.check(cohort, known=known, moment="decision")]


def test_a_person_in_two_teams_is_told_by_the_other_seat_and_not_by_the_pseudonym() -> None:
    one, two = (tp.Seat(id=each, team=(PERSON,)) for each in ("vimy", "ronchin"))
    assert _found(one, two) == ["The same person is in the team of the seat 'vimy' already."]


def test_a_team_is_told_by_the_capacity_that_it_lacks() -> None:
    rule = tp.TeamRule(capacity=tp.Capacity.ELECTED_MEMBER, number=tp.Count(1))
    cycle = tp.QualificationCycle(id="cycle", team=(rule,))
    (message,) = _found(
        tp.Seat(id="vimy", status=CONFIRMED, team=(), team_complete=tp.Ternary.YES), cycle=cycle
    )
    assert message == ("Persons who come as 'elected member': 0 in the team, 1 by the cycle.")


def test_places_are_told_by_how_many_are_taken_and_how_many_there_are() -> None:
    most = tp.Count(1, tp.Exactness.AT_MOST)
    cycle = tp.QualificationCycle(id="cycle", capacity=most, places_for=tp.PlaceUnit.ORGANISATIONS)
    seats = (tp.Seat(id=each, status=CONFIRMED) for each in ("vimy", "ronchin"))
    assert _found(*seats, cycle=cycle) == ["Places taken: 2; capacity: at most 1."]


def test_a_seat_that_takes_over_itself_is_told_from_one_that_stays() -> None:
    itself = tp.Seat(id="vimy", replaces="vimy")
    other = tp.Seat(id="ronchin", replaces="vimy")
    stays = tp.Seat(id="vimy", status=CONFIRMED)
    assert _found(itself) == ["The seat 'vimy' can't be taken over: it is this seat itself."]
    assert _found(stays, other) == [
        "The seat 'vimy' can't be taken over: it was neither given up nor replaced."
    ]


def test_who_is_passed_over_is_the_first_of_those_that_wait() -> None:
    waiting = [
        tp.Seat(id=f"seat-{rank}", rank=rank, status=tp.SeatStatus.WAITING) for rank in (2, 1)
    ]
    promoted = tp.Event(kind=tp.EventKind.PROMOTED)
    third = tp.Seat(id="seat-3", rank=3, history=(promoted,))
    assert _found(*waiting, third) == [
        "The seat of rank 3 left the waiting list, and 'seat-1', of rank 1, still waits."
    ]
