"""Presence: for how many half-days somebody came to a session, at least and at most."""

from collections.abc import Iterator, Sequence
from typing import final

from attrs import frozen

from territoires_participatifs.qualification._cohorts import Cohort
from territoires_participatifs.qualification._known import is_unsettled
from territoires_participatifs.qualification._meetings import standing
from territoires_participatifs.qualification._proofs import Attendance
from territoires_participatifs.qualification._seats import Seat, TeamMember
from territoires_participatifs.qualification._sessions import Occurrence, TrainingSession
from territoires_participatifs.values.declarations import replaced
from territoires_participatifs.values.partial_dates import surely_before
from territoires_participatifs.values.quantities import Count, Exactness
from territoires_participatifs.values.ternary import Ternary


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
        length = 1 if self.half_days is None else self.half_days
        if self.least < length <= self.most:
            return Ternary.UNDETERMINED
        return Ternary.of(self.least >= length)


def presence(cohort: Cohort, person: str, session: TrainingSession) -> Presence:
    """Tell for how many half-days of a session a person came.

    What is told of half-days stands before what is told of the session, and what was caught up
    at another occurrence counts. Nobody came who was surely in no team while it was held, by the
    dates of teams that are said complete. What sources contradict each other on, or leave
    open, is unknown.

    :param person: the pseudonym of the person.

    >>> day = TrainingSession(id="day-1", half_days=Count(2))
    >>> came = Attendance(session="day-1", person="p-7f3a", half_day=1, present=Ternary.YES)
    >>> presence(Cohort(id="cohort-2021", attendances=(came,)), "p-7f3a", day)
    Presence(least=1, most=2, half_days=2)
    """
    return Sheet(cohort).presence(person, session)


def memberships(cohort: Cohort) -> Iterator[tuple[Seat, TeamMember]]:
    """Yield every person of every team, with the seat; a person may come twice."""
    for seat in cohort.seats or ():
        for member in seat.team or ():
            yield seat, member


@final
class Sheet:
    """The attendances of a cohort, looked up by person and session."""

    def __init__(self, cohort: Cohort) -> None:
        self._rows: dict[tuple[str, str], list[Attendance]] = {}
        for index, each in enumerate(cohort.attendances or ()):
            row = _unknown(each) if is_unsettled(cohort, f"/attendances/{index}") else each
            self._rows.setdefault((each.person, each.session), []).append(row)
        self._teams: dict[str, list[tuple[Seat, TeamMember]]] = {}
        for seat, member in memberships(cohort):
            if member.person is not None:
                self._teams.setdefault(member.person.id, []).append((seat, member))
        self._whole = cohort.seats_complete.is_yes

    @property
    def persons(self) -> tuple[str, ...]:
        """The pseudonyms of those in a team or told of here, each once, in order."""
        return tuple(dict.fromkeys([*self._teams, *(person for person, _ in self._rows)]))

    def teams(self, person: str) -> Sequence[tuple[Seat, TeamMember]]:
        """Return how a person is in teams."""
        return self._teams.get(person, ())

    def presence(self, person: str, session: TrainingSession) -> Presence:
        """Tell for how many half-days of a session a person came."""
        length = _length(session)
        rows = self._rows.get((person, session.id), ())
        if not rows:
            away = self.was_away(person, session)
            return Presence(0, 0 if away else length or 1, length)
        told = _Told(rows, standing(session))
        return Presence(*(told.of_unknown_length if length is None else told.of(length)), length)

    def was_away(self, person: str, session: TrainingSession) -> bool:
        """Whether somebody was surely in no team while a session was held."""
        teams, held = self.teams(person), standing(session).values()
        known = self._whole and all(seat.team_complete.is_yes for seat, _ in teams)
        pairs = [(member, each) for _, member in teams for each in held]
        return known and bool(pairs) and all(_misses(*each) for each in pairs)


def _unknown(attendance: Attendance) -> Attendance:
    return replaced(attendance, present=Ternary.UNDETERMINED, half_days=None)


def _length(session: TrainingSession) -> int | None:
    """Return the half-days of a session; what is told to last none is of unknown length."""
    return (None if session.half_days is None else session.half_days.number) or None


def _misses(member: TeamMember, held: Occurrence) -> bool:
    """Whether an occurrence is surely not in the time of a membership."""
    starts = None if held.starts is None else held.starts.day
    ends = starts if held.ends is None else held.ends.day
    return surely_before(ends, member.since) or surely_before(member.until, starts)


@final
@frozen
class _Told:
    """What is told of one person at one session."""

    rows: Sequence[Attendance]
    places: dict[int, Occurrence]
    """The occurrences where the person may have come."""

    def of(self, length: int) -> tuple[int, int]:
        """Return the least and the most half-days of so many."""
        numbers = {row.half_day for row in self.rows if 1 <= (row.half_day or 0) <= length}
        answers = [self._answer(each) for each in numbers]
        others = [self._answer(None)] if len(numbers) < length else []
        times = length - len(numbers)
        low = answers.count(Ternary.YES) + times * others.count(Ternary.YES)
        high = length - answers.count(Ternary.NO) - times * others.count(Ternary.NO)
        least, most = self._counted(length)
        if max(low, least) > min(high, most):  # what is told contradicts itself
            return 0, length
        return max(low, least), min(high, most)

    @property
    def of_unknown_length(self) -> tuple[int, int]:
        """Return one for the whole and none for less, at least and at most."""
        numbers = {row.half_day for row in self.rows if row.half_day is not None}
        whole = self._answer(None)
        if whole.is_no or any(self._answer(each).is_no for each in numbers):
            return 0, 0
        counted = any(row.half_days is not None for row in self.rows)
        return (1 if whole.is_yes and not counted else 0), 1

    def _answer(self, half_day: int | None) -> Ternary:
        """Tell whether the person came to a half-day, or to what nothing is told of apart.

        Yes if it is so at one occurrence, no if it is not so at any.
        """
        numbers = dict.fromkeys(row.occurrence for row in self.rows)
        at = {each: self._at(each, half_day) for each in numbers}
        missed = {number for number, answer in at.items() if answer.is_no}
        everywhere = bool(self.places) and missed.issuperset(self.places)
        came = any(answer.is_yes for answer in at.values())
        absent = None in missed or everywhere
        return Ternary.UNDETERMINED if came == absent else Ternary.of(came)

    def _at(self, occurrence: int | None, half_day: int | None) -> Ternary:
        """Return what is told of a half-day at one occurrence, the half-day before the whole."""
        own = [row for row in self.rows if row.occurrence == occurrence]
        whole = _one({row.present for row in own if row.half_day is None and _is_all(row)})
        apart = {row.present for row in own if half_day is not None and row.half_day == half_day}
        untold = apart <= {Ternary.UNDETERMINED}
        return whole if not apart or (untold and whole.is_no) else _one(apart)

    def _counted(self, length: int) -> tuple[int, int]:
        """Return the least and the most half-days by the numbers that are told of the whole."""
        least, most = 0, length
        for row in self.rows:
            if row.half_days is not None and row.half_day is None and not row.present.is_no:
                least = max(least, min(_at_least(row.half_days), length))
                stayed = row.half_days.number
                nowhere_else = row.occurrence is None or set(self.places) == {row.occurrence}
                most = most if stayed is None or not nowhere_else else min(most, stayed)
        return least, most


def _one(answers: set[Ternary]) -> Ternary:
    """Return the answer that is told; of none, and of several, none is known."""
    return next(iter(answers)) if len(answers) == 1 else Ternary.UNDETERMINED


def _is_all(row: Attendance) -> bool:
    """Whether a row is about the whole of a session: not for some of its half-days."""
    return row.half_days is None or row.present.is_no


def _at_least(count: Count) -> int:
    """Return the least that a number surely is."""
    if count.exactness in {Exactness.EXACT, Exactness.AT_LEAST, Exactness.BETWEEN}:
        return count.value
    return count.value + 1 if count.exactness is Exactness.MORE_THAN else 0
