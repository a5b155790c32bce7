"""Instants beside each other, and beside a deadline: only what is sure is said."""

from typing import Final

import pytest

from territoires_participatifs.applications._instants import misses, precedes
from territoires_participatifs.values import Deadline, Instant, PartialDate

PARIS, REUNION = "Europe/Paris", "Indian/Reunion"


def instant(day: str, hour: str | None = None, zone: str | None = None) -> Instant:
    return Instant(PartialDate(day), hour, zone)


def deadline(day: str, hour: str | None = None, zone: str | None = None) -> Deadline:
    return Deadline(day=PartialDate(day), hour=hour, zone=zone)


NEXT: Final = instant("2021-03-11")


@pytest.mark.parametrize(
    ("one", "other", "sure"),
    [
        (instant("2021-03-10"), NEXT, True),
        (NEXT, NEXT, False),
        (instant("2021-03"), NEXT, False),
        (instant("2021-02"), instant("2021-03"), True),
        (instant("2021-03-10", "18:29"), instant("2021-03-10", "18:30"), True),
        (instant("2021-03-10", "18:30"), instant("2021-03-10", "18:30"), False),
        (instant("2021-03-10", "24:00"), instant("2021-03-11", "00:01"), True),
        (instant("2021-03-10", "24:00"), NEXT, False),
        (instant("2021-03-10"), instant("2021-03-11", "00:00"), True),
        (instant("2021-03-10", "18:29", PARIS), instant("2021-03-10", "18:30"), False),
        (instant("2021-03-10", "18:30", PARIS), NEXT, True),
        (instant("2021-03-10", "22:29", PARIS), instant("2021-03-11", "01:30", REUNION), True),
        (instant("2021-03-10", "22:30", PARIS), instant("2021-03-11", "01:30", REUNION), False),
        (instant("2021-03-10", zone=PARIS), instant("2021-03-11", zone=REUNION), False),
        (instant("2021-03-10", zone=REUNION), instant("2021-03-11", zone=PARIS), True),
        (instant("[..2021-03-10]"), NEXT, True),
        (instant("2021-03-10"), instant("[2021-03-11..]"), True),
        (instant("[2021-03-01..]"), NEXT, False),
        (instant("2021-03-10"), instant("[..2021-03-11]"), False),
        (instant("XXXX-03-10"), NEXT, False),
    ],
    ids=str,
)
def test_an_instant_precedes_another_only_if_it_surely_does(
    one: Instant, other: Instant, *, sure: bool
) -> None:
    assert precedes(one, other) is sure
    assert not precedes(other, one)


@pytest.mark.parametrize(
    ("when", "until", "sure"),
    [
        (instant("2021-03-12"), deadline("2021-03-12"), False),
        (instant("2021-03-13"), deadline("2021-03-12"), True),
        (instant("2021-03-12", "23:59"), deadline("2021-03-12"), False),
        (instant("2021-03-13", "00:00"), deadline("2021-03-12"), True),
        (instant("2021-03-12", "17:00"), deadline("2021-03-12", "17:00"), False),
        (instant("2021-03-12", "17:01"), deadline("2021-03-12", "17:00"), True),
        (instant("2021-03-12", "23:00"), deadline("2021-03-12", "17:00", PARIS), False),
        (instant("2021-03-13", "00:00"), deadline("2021-03-12", "17:00", PARIS), True),
        (instant("2021-03-12", "17:00", PARIS), deadline("2021-03-12", "17:00", PARIS), False),
        (instant("2021-03-12", "17:01", PARIS), deadline("2021-03-12", "17:00", PARIS), True),
        (instant("2021-03-12", "20:00", REUNION), deadline("2021-03-12", "17:00", PARIS), False),
        (instant("2021-03-12", "20:01", REUNION), deadline("2021-03-12", "17:00", PARIS), True),
        (instant("2021-03-13", "12:59", PARIS), deadline("2021-03-12"), False),
        (instant("2021-03-13", "13:00", PARIS), deadline("2021-03-12"), True),
        (instant("2021-03"), deadline("2021-03-12"), False),
        (instant("2021-04"), deadline("2021-03-12"), True),
        (instant("2021-04-01"), deadline("2021-03"), True),
        (instant("2021-03-31"), deadline("2021-03"), False),
        (instant("[..2021-04-30]"), deadline("2021-03-12"), False),
        (instant("[2021-03-13..]"), deadline("2021-03-12"), True),
    ],
    ids=str,
)
def test_a_deadline_is_missed_only_if_it_surely_is(
    when: Instant, until: Deadline, *, sure: bool
) -> None:
    assert misses(when, until) is sure
