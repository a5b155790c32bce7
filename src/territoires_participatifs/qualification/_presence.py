"""Presence: for how many half-days somebody came to a session, at least and at most."""

from collections.abc import Iterable, Iterator, Sequence
from typing import final

from attrs import frozen

from territoires_participatifs.qualification._cohorts import Cohort
from territoires_participatifs.qualification._proofs import Attendance
from territoires_participatifs.qualification._seats import Seat, TeamMember
from territoires_participatifs.qualification._sessions import SessionStatus, TrainingSession
from territoires_participatifs.values.partial_dates import PartialDate, surely_before
from territoires_participatifs.values.quantities import Count, Exactness
from territoires_participatifs.values.ternary import Ternary, all_of


@final
@frozen
class Presence:
    """For how many half-days of a session somebody came: at least, and at most.

    Of a session whose length is unknown, one stands for the whole, and none for less.

    >>> Presence(least=1, most=2, half_days=2).whole
    <Ternary.UNDETERMINED: 'undetermined'>
    """

    least: int
    most: int
    half_days: int | None
    """How many the session has; None if that is unknown."""

    @property
    def whole(self) -> Ternary:
        """Whether the person came to all of it."""
        length = length_or_one(self.half_days)
        if self.least < length <= self.most:
            return Ternary.UNDETERMINED
        return Ternary.of(self.least >= length)


def presence(cohort: Cohort, person: str, session: TrainingSession) -> Presence:
    """Tell for how many half-days of a session a person came.

    What is told of half-days stands before what is told of the session. Nobody came who was
    surely in no team on its days, by the dates of the team. Of a session that is held in
    several places, the one where the person stayed longest counts.

    :param person: the pseudonym of the person.

    >>> day = TrainingSession(id="day-1", half_days=Count(2))
    >>> came = Attendance(session="day-1", person="p-7f3a", half_day=1, present=Ternary.YES)
    >>> presence(Cohort(id="cohort-2021", attendances=(came,)), "p-7f3a", day)
    Presence(least=1, most=2, half_days=2)
    """
    length = exact(session.half_days)
    full = length_or_one(length)
    told = [each for each in cohort.attendances or () if _is_of(each, person, session)]
    if not told:
        return Presence(0, 0 if _was_away(cohort, person, session) else full, length)
    ranges = list(_by_occurrence(told, session, length))
    return Presence(max(low for low, _ in ranges), max(high for _, high in ranges), length)


def exact(count: Count | None) -> int | None:
    """Return a number that is known exactly."""
    known = count is not None and count.exactness is Exactness.EXACT
    return count.value if count is not None and known else None


def length_or_one(half_days: int | None) -> int:
    """Return the half-days of a session, or one that stands for the whole."""
    return 1 if half_days is None else half_days


def memberships(cohort: Cohort) -> Iterator[tuple[Seat, TeamMember]]:
    """Yield every person of every team, with the seat; a person may come twice."""
    for seat in cohort.seats or ():
        for member in seat.team or ():
            yield seat, member


def _is_of(attendance: Attendance, person: str, session: TrainingSession) -> bool:
    return attendance.person == person and attendance.session == session.id


def _was_away(cohort: Cohort, person: str, session: TrainingSession) -> bool:
    """Whether somebody was surely in no team on any day of a session."""
    of_person = (
        e for _, e in memberships(cohort) if e.person is not None and e.person.id == person
    )
    times = [(each.since, each.until) for each in of_person]
    days = [each.starts.day for each in session.occurrences or () if each.starts is not None]
    return bool(times and days) and all(_outside(day, *time) for day in days for time in times)


def _outside(day: PartialDate, since: PartialDate | None, until: PartialDate | None) -> bool:
    return surely_before(day, since) or surely_before(until, day)


def _by_occurrence(
    told: Sequence[Attendance], session: TrainingSession, length: int | None
) -> Iterator[tuple[int, int]]:
    """Yield the least and the most half-days for each occurrence where the person may have come."""
    places = {
        each.occurrence: [e for e in told if e.occurrence == each.occurrence] for each in told
    }
    for rows in places.values():
        yield _range(rows, length)
    open_to_all = [e for e in session.occurrences or () if e.status is not SessionStatus.CANCELLED]
    if None not in places and len(places) < len(open_to_all):
        yield 0, length_or_one(length)


def _range(rows: Sequence[Attendance], length: int | None) -> tuple[int, int]:
    """Return the least and the most half-days that what is told of one occurrence leaves."""
    full = length_or_one(length)
    whole = [_of_whole(each, full) for each in rows if each.half_day is None]
    low, high = max((e for e, _ in whole), default=0), min((e for _, e in whole), default=full)
    if low > high:  # what is told contradicts itself
        low, high = 0, full
    parts = [each for each in rows if each.half_day is not None]
    if length is None and any(each.present.is_no for each in parts):
        return 0, 0
    return (low, high) if length is None or not parts else _with_parts(parts, (low, high), full)


def _of_whole(attendance: Attendance, full: int) -> tuple[int, int]:
    stayed = exact(attendance.half_days)
    if attendance.present.is_no:
        return 0, 0
    if stayed is not None:
        return min(stayed, full), min(stayed, full)
    if attendance.present.is_undetermined:
        return 0, full
    return (full if attendance.half_days is None else min(1, full)), full


def _with_parts(parts: Sequence[Attendance], whole: tuple[int, int], full: int) -> tuple[int, int]:
    """Return the range that half-days told one by one leave, the others as the whole tells."""
    answers = [_answer(parts, each) for each in range(1, full + 1)]
    came = sum(1 for each in answers if each is Ternary.YES)
    missed = sum(1 for each in answers if each is Ternary.NO)
    untold = answers.count(None)
    if whole == (full, full):
        return came + untold, full - missed
    low, high = max(came, whole[0]), min(full - missed, whole[1])
    if low <= high:
        return low, high
    return came, full - missed - (untold if whole == (0, 0) else 0)


def _answer(parts: Iterable[Attendance], half_day: int) -> Ternary | None:
    """Return whether a person came to one half-day; None if nothing is told of it."""
    found = {each.present for each in parts if each.half_day == half_day}
    if not found:
        return None
    return found.pop() if len(found) == 1 else Ternary.UNDETERMINED


def whole_of(presences: Iterable[Presence]) -> Ternary:
    """Tell whether somebody came to all of some sessions."""
    return all_of(each.whole for each in presences)
