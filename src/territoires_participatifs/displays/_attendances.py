"""Who was at what, as the sources tell it: no word of it yet."""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Final, TypeAlias, final

from attrs import frozen

from territoires_participatifs.qualification import (
    Attendance,
    Cohort,
    Occurrence,
    Seat,
    SessionStatus,
    TeamMember,
    TrainingSession,
)
from territoires_participatifs.values.partial_dates import surely_before
from territoires_participatifs.values.quantities import Count
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import EntityId

_MOST_HALF_DAYS: Final = 20
"""How many half-days of a session have a column each, even where nothing is told of them."""

_NOT_HELD: Final = frozenset(
    {SessionStatus.PLANNED, SessionStatus.POSTPONED, SessionStatus.CANCELLED}
)


@final
class Mark(Enum):
    """What a cell of the grid says."""

    PRESENT = "present"
    ABSENT = "absent"
    PARTLY = "partly"
    """Present, though not for all, and at which half-days is unknown."""
    UNKNOWN = "not-known"
    CONTRADICTORY = "contradictory"
    """Told both ways of the same occurrence."""
    NOT_IN_TEAM = "not-in-team"
    NOT_HELD = "not-held"


@final
@frozen(kw_only=True)
class Column:
    """A session, or one of its half-days."""

    session: TrainingSession
    half_day: int | None = None

    @property
    def lasts(self) -> int | None:
        """How many half-days it is, if that is known."""
        lasts = self.session.half_days
        return 1 if self.half_day is not None else None if lasts is None else lasts.number


@final
@frozen(kw_only=True)
class Attendee:
    """A person in a team, once for all the times there; or one who is in no team."""

    seat: Seat | None = None
    members: tuple[TeamMember, ...] = ()
    pseudonym: EntityId | None


@final
@frozen(kw_only=True)
class Cell:
    """What is told of a person at a session, or at one of its half-days."""

    presence: Mark
    part: Count | None = None
    """For how many half-days, if not all."""
    status: SessionStatus | None = None
    """Why it was not held."""

    def half_days(self, column: Column) -> tuple[int, int]:
        """Return the half-days attended, and out of how many; none, where one is unknown."""
        lasts, presence = column.lasts, self.presence
        came = lasts if self.part is None else self.part.number
        if lasts is None or came is None:
            return 0, 0
        if presence is Mark.PRESENT:
            return min(came, lasts), lasts
        return (0, lasts) if presence is Mark.ABSENT else (0, 0)


def columns(cohort: Cohort) -> list[Column]:
    """Return the sessions of a cohort, those that only attendances name last.

    A session of which a half-day is told has a column for each of its half-days.
    """
    listed = cohort.sessions or ()
    known = {each.id for each in listed}
    told = dict.fromkeys(each.session for each in cohort.attendances or ())
    others = (TrainingSession(id=each) for each in told if each not in known)
    return [
        Column(session=session, half_day=half_day)
        for session in (*listed, *others)
        for half_day in _half_days(session, cohort)
    ]


def _half_days(session: TrainingSession, cohort: Cohort) -> Sequence[int | None]:
    told = {each.half_day for each in cohort.attendances or () if each.session == session.id}
    numbers = {each for each in told if each is not None}
    if not numbers:
        return (None,)
    lasts = (None if session.half_days is None else session.half_days.number) or 0
    return sorted(numbers | set(range(1, min(lasts, _MOST_HALF_DAYS) + 1)))


def attendees(cohort: Cohort) -> list[Attendee]:
    """Return the persons of each team, seat by seat; then those who are in none."""
    seated = [each for seat in cohort.seats or () for each in _team(seat)]
    known = {each.pseudonym for each in seated}
    told = dict.fromkeys(each.person for each in cohort.attendances or ())
    return [*seated, *(Attendee(pseudonym=each) for each in told if each not in known)]


def _team(seat: Seat) -> Iterator[Attendee]:
    teams: dict[str | int, list[TeamMember]] = {}
    for index, each in enumerate(seat.team or ()):
        teams.setdefault(index if each.person is None else each.person.id, []).append(each)
    for who, members in teams.items():
        pseudonym = who if isinstance(who, str) else None
        yield Attendee(seat=seat, members=tuple(members), pseudonym=pseudonym)


Told: TypeAlias = Mapping[tuple[EntityId | None, EntityId], Sequence[Attendance]]
"""What is told of each person at each session."""


def attendances(cohort: Cohort) -> Told:
    """Return what is told of each person at each session."""
    told: dict[tuple[EntityId | None, EntityId], list[Attendance]] = {}
    for each in cohort.attendances or ():
        told.setdefault((each.person, each.session), []).append(each)
    return told


def cell(attendee: Attendee, column: Column, known: Told) -> Cell:
    """Return what is told of a person at a session, or at one of its half-days.

    What is told of a session as a whole holds of each half-day of which nothing else is.
    """
    session = column.session
    told = known.get((attendee.pseudonym, session.id), ())
    own = [each for each in told if each.half_day == column.half_day]
    heard = own or [each for each in told if each.half_day is None]
    presence = _presence(heard, session)
    if presence is Mark.PRESENT:
        told_of_it = own and column.half_day is not None
        return _came(column, None if told_of_it else _part(heard))
    if presence is not Mark.CONTRADICTORY:
        status = _not_held(session)
        if status is not None:
            return Cell(presence=Mark.NOT_HELD, status=status)
        if _is_out(attendee, session):
            return Cell(presence=Mark.NOT_IN_TEAM)
    return Cell(presence=presence)


def _came(column: Column, part: Count | None) -> Cell:
    """Return what is told of who came, if not for all: to which half-days, nobody knows."""
    if part is None or column.half_day is None:
        return Cell(presence=Mark.PRESENT, part=part)
    return Cell(presence=Mark.PARTLY)


def _presence(told: Sequence[Attendance], session: TrainingSession) -> Mark:
    """Return what is told of a session, which one may attend at any of its occurrences."""
    answers: dict[int | None, set[Ternary]] = {}
    for each in told:
        answers.setdefault(each.occurrence, set()).add(each.present)
    both = [{Ternary.YES, Ternary.NO} <= each for each in answers.values()]
    came = [Ternary.YES in each for each in answers.values()]
    if any(yes and not no for yes, no in zip(came, both, strict=True)):
        return Mark.PRESENT
    if any(both):
        return Mark.CONTRADICTORY
    missed = all(each == {Ternary.NO} for each in answers.values())
    everywhere = None in answers or _numbers(session) <= set(answers)
    return Mark.ABSENT if answers and missed and everywhere else Mark.UNKNOWN


def _numbers(session: TrainingSession) -> set[int | None]:
    """Return the numbers of the occurrences that were not cancelled."""
    held = enumerate(session.occurrences or (), start=1)
    return {number for number, each in held if each.status is not SessionStatus.CANCELLED}


def _part(told: Sequence[Attendance]) -> Count | None:
    """Return for how many half-days somebody came, unless told to have come for all."""
    parts = [each.half_days for each in told if each.present.is_yes]
    return None if None in parts else parts[0]


def _not_held(session: TrainingSession) -> SessionStatus | None:
    """Return how a session stands that was surely not held, at any time or place."""
    statuses = [each.status for each in session.occurrences or ()] or [None]
    told = [session.status] if session.status is not None else statuses
    return told[0] if _NOT_HELD.issuperset(told) else None


def _is_out(attendee: Attendee, session: TrainingSession) -> bool:
    """Whether a person was surely in the team at another time than the session's."""
    held = [e for e in session.occurrences or () if e.status is not SessionStatus.CANCELLED]
    pairs = [(member, each) for member in attendee.members for each in held]
    return bool(pairs) and all(_misses(member, each) for member, each in pairs)


def _misses(member: TeamMember, held: Occurrence) -> bool:
    starts = None if held.starts is None else held.starts.day
    ends = starts if held.ends is None else held.ends.day
    return surely_before(ends, member.since) or surely_before(member.until, starts)
