"""When a cohort meets: the occurrences of its sessions that take place, each where it stands."""

from collections.abc import Iterator
from typing import Final, NamedTuple, final

from territoires_participatifs.qualification._cohorts import Cohort
from territoires_participatifs.qualification._sessions import (
    Occurrence,
    SessionStatus,
    TrainingSession,
)
from territoires_participatifs.values.edtf import Bounds
from territoires_participatifs.values.instants import Instant
from territoires_participatifs.values.partial_dates import PartialDate

CALLED_OFF: Final = frozenset({SessionStatus.CANCELLED, SessionStatus.POSTPONED})
"""What doesn't take place, or not then."""

_NO_BOUNDS: Final[Bounds] = (None, None)


@final
class Meeting(NamedTuple):
    """An occurrence of a session, and where it stands in its cohort."""

    session: TrainingSession
    occurrence: Occurrence
    path: tuple[str | int, ...]

    @property
    def day(self) -> PartialDate | None:
        """The day on which it starts."""
        return None if self.occurrence.starts is None else self.occurrence.starts.day

    @property
    def bounds(self) -> Bounds:
        """Ordinals of the first and the last day on which it may start."""
        return _NO_BOUNDS if self.day is None else self.day.bounds

    @property
    def takes_place(self) -> bool:
        """Whether neither it nor its session is cancelled or postponed."""
        return CALLED_OFF.isdisjoint({self.session.status, self.occurrence.status})


def meetings(cohort: Cohort) -> Iterator[Meeting]:
    """Yield the occurrences that take place, less those of a session that another replaces."""
    replaced = replaced_in(cohort)
    for index, session in enumerate(cohort.sessions or ()):
        for position, each in enumerate(session.occurrences or ()):
            meeting = Meeting(session, each, ("sessions", index, "occurrences", position))
            if meeting.takes_place and session.id not in replaced:
                yield meeting


def is_cancelled(session: TrainingSession) -> bool:
    """Whether a session doesn't take place, by its own status or else at any of its occurrences."""
    held = session.occurrences or ()
    told = {each.status for each in held} if session.status is None else {session.status}
    return told == {SessionStatus.CANCELLED}


def standing(session: TrainingSession) -> dict[int, Occurrence]:
    """Return the occurrences of a session that were not cancelled, by their numbers."""
    held = enumerate(session.occurrences or (), start=1)
    return {n: each for n, each in held if each.status is not SessionStatus.CANCELLED}


def replaced_in(cohort: Cohort) -> set[str | None]:
    """Return the ids of the sessions that others take the place of."""
    return {each.replaces for each in cohort.sessions or ()}


@final
class Hours(NamedTuple):
    """The hours of one day, by the clocks of one zone, at which a session is held."""

    day: int
    zone: str | None
    begins: str
    ends: str

    def overlap(self, other: "Hours") -> bool:
        """Whether two such times surely overlap; one may well end as the other begins."""
        alike = (self.day, self.zone) == (other.day, other.zone)
        return alike and self.begins < other.ends and other.begins < self.ends


def hours_of(occurrence: Occurrence) -> Hours | None:
    """Return the hours at which an occurrence is held, if they are told, and of one day."""
    starts, ends = occurrence.starts, occurrence.ends
    if starts is None or ends is None or starts.hour is None or ends.hour is None:
        return None
    day = exact_day(starts)
    if day is None or day != exact_day(ends) or starts.zone != ends.zone:
        return None
    return Hours(day, starts.zone, starts.hour, ends.hour)


def exact_day(when: Instant) -> int | None:
    """Return the ordinal of a day that is told exactly."""
    first, last = when.day.bounds
    return first if first == last else None
