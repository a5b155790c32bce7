"""What a calendar tells of a cycle and of its cohorts: where and when each session is held."""

from collections.abc import Iterator, Sequence
from typing import cast, final

from attrs import frozen

from territoires_participatifs.checks import Event
from territoires_participatifs.document import Dataset, fits
from territoires_participatifs.labels import label
from territoires_participatifs.language import Language, enumerated, printable, sentence
from territoires_participatifs.qualification import (
    Cohort,
    CycleStatus,
    Occurrence,
    QualificationCycle,
    SessionStatus,
    TrainingSession,
)
from territoires_participatifs.reference import Territory
from territoires_participatifs.standards.calendars._entries import (
    Entry,
    LeftOut,
    Status,
    about,
    called,
    changes,
    part_of,
)
from territoires_participatifs.standards.calendars._times import (
    Omission,
    Times,
    times_of_day,
    times_of_span,
)
from territoires_participatifs.values.instants import Instant


def told_of_cycle(
    cycle: QualificationCycle, dataset: Dataset, language: Language
) -> Iterator[Entry | LeftOut]:
    """Yield the sessions of the cohorts of a cycle; its own ends too, if none of them has a day."""
    cohorts = [each for each in dataset.cohorts if each.cycle and each.cycle.id == cycle.id]
    told = [line for each in cohorts for line in _Programme(each, cycle, language).told()]
    name = called(cycle.names, language) or cycle.id
    return _with_a_day(told, cycle, _ends(cycle, name, cycle, language))


def told_of_cohort(
    cohort: Cohort, dataset: Dataset, language: Language
) -> Iterator[Entry | LeftOut]:
    """Yield the sessions of a cohort; its own ends too, if none of them has a day."""
    found = None if cohort.cycle is None else dataset.by_id.get(cohort.cycle.id)
    cycle = found if isinstance(found, QualificationCycle) else None
    return _Programme(cohort, cycle, language).told()


def _with_a_day(
    told: Sequence[Entry | LeftOut],
    whole: QualificationCycle | Cohort,
    ends: Iterator[Entry | LeftOut],
) -> Iterator[Entry | LeftOut]:
    """Yield what is told of the parts of a whole; if no part has a day, its own ends stand in."""
    yield from told
    if not any(isinstance(each, Entry) for each in told):
        own = [*ends]
        yield from own
        if not told and not own:
            yield LeftOut(whole.id, "/since", Omission.NO_DATE)


def _ends(
    whole: QualificationCycle | Cohort,
    name: str,
    cycle: QualificationCycle | None,
    language: Language,
) -> Iterator[Entry | LeftOut]:
    """Yield the first and the last day of what has no session with a day yet."""
    for field, held in (("since", whole.since), ("until", whole.until)):
        times = times_of_day(held)
        if isinstance(times, Times):
            yield Entry(
                uid=f"{whole.id}.{field}",
                entity=whole.id,
                pointer=f"/{field}",
                times=times,
                summary=about(name, label(type(whole), field, language), language),
                url=whole.url,
                status=Status.CANCELLED if _is_cancelled(cycle) else None,
                sequence=changes(whole.history),
            )
        elif held is not None:
            yield LeftOut(whole.id, f"/{field}", times)


def _is_cancelled(cycle: QualificationCycle | None) -> bool:
    return cycle is not None and cycle.status is CycleStatus.CANCELLED


@final
@frozen
class _Programme:
    """The sessions of one cohort, as they are told in a language."""

    cohort: Cohort
    cycle: QualificationCycle | None
    language: Language

    def told(self) -> Iterator[Entry | LeftOut]:
        """Yield an entry for each time that a session is held, or why there is none."""
        sessions = enumerate(self.cohort.sessions or ())
        told = [line for at, each in sessions for line in self._session(each, f"/sessions/{at}")]
        ends = _ends(self.cohort, self._name, self.cycle, self.language)
        return _with_a_day(told, self.cohort, ends)

    @property
    def _name(self) -> str:
        own = called(self.cohort.names, self.language)
        if self.cycle is None:
            return own or self.cohort.id
        whole = called(self.cycle.names, self.language) or self.cycle.id
        return part_of(whole, own, self.language)

    def _session(self, session: TrainingSession, pointer: str) -> Iterator[Entry | LeftOut]:
        for index, each in enumerate(session.occurrences or ()):
            yield self._occurrence(session, each, index, f"{pointer}/occurrences/{index}")
        if not session.occurrences:
            yield LeftOut(self.cohort.id, pointer, Omission.NO_DATE)

    def _occurrence(
        self, session: TrainingSession, held: Occurrence, index: int, pointer: str
    ) -> Entry | LeftOut:
        moves = [*_moves(held.history, "/starts")]
        moves += _moves(session.history, f"/occurrences/{index}/starts")
        times = times_of_span(held.starts, held.ends)
        status = self._status(session, held, moved=bool(moves))
        if isinstance(times, Omission) and moves and status is not Status.CONFIRMED:
            # it leaves the day that calendars hold
            times, status = times_of_span(_before(moves), None), Status.CANCELLED
        if isinstance(times, Omission):
            return LeftOut(self.cohort.id, pointer, times)
        return Entry(
            uid=f"{self.cohort.id}.{session.id}.{held.id or f'_{index + 1}'}",
            entity=self.cohort.id,
            pointer=pointer,
            times=times,
            summary=about(self._name, _title(session, self.language), self.language),
            description=tuple(self._lines(session, held, times)),
            location=_location(held),
            category=None if session.kind is None else label(session.kind, self.language),
            url=self.cohort.url or (self.cycle and self.cycle.url),
            status=status,
            sequence=self._changes(session, held),
            blocking=True,
        )

    def _status(self, session: TrainingSession, held: Occurrence, *, moved: bool) -> Status | None:
        """Tell what surely takes place or surely does not; what is planned is left open."""
        if (held.status or session.status) is SessionStatus.HELD:
            return Status.CONFIRMED
        statuses = {held.status, session.status}
        put_off = SessionStatus.POSTPONED in statuses and not moved
        off = SessionStatus.CANCELLED in statuses or put_off or _is_cancelled(self.cycle)
        return Status.CANCELLED if off or self._is_replaced(session) else None

    def _is_replaced(self, session: TrainingSession) -> bool:
        return any(each.replaces == session.id for each in self.cohort.sessions or ())

    def _changes(self, session: TrainingSession, held: Occurrence) -> int:
        around = () if self.cycle is None else self.cycle.history
        return changes(held.history, session.history, self.cohort.history, around)

    def _lines(self, session: TrainingSession, held: Occurrence, times: Times) -> Iterator[str]:
        """Yield what the title does not say: the themes, the mode, and hours that are not both told."""
        if session.name is not None and session.themes:
            yield _themes(session, self.language)
        if held.mode is not None:
            yield label(held.mode, self.language)
        told = held.starts and held.ends and (held.starts.hour or held.ends.hour)
        if told and not (times.by_the_clock and times.ends):
            facts = {"starts": held.starts, "ends": held.ends}
            yield sentence("calendars", facts, self.language, "times")


def _title(session: TrainingSession, language: Language) -> str:
    if session.name is not None:
        return session.name.text
    if session.themes:
        return _themes(session, language)
    return session.id if session.kind is None else label(session.kind, language)


def _themes(session: TrainingSession, language: Language) -> str:
    return enumerated([printable(each.label) for each in session.themes or ()], language)


def _location(held: Occurrence) -> str | None:
    """Return the place, and the territory if the place does not name it."""
    place = held.place or ""
    found = held.territory and Territory.named(held.territory)
    territory = (held.territory and held.territory.label) or (found and found.name) or ""
    told = [place, *([territory] if territory not in place else [])]
    return printable(", ".join(filter(None, told))) or None


def _moves(history: tuple[Event, ...], field: str) -> Iterator[Event]:
    """Yield the events that tell what a field held before."""
    for each in history:
        if each.about == field and each.was is not None:
            yield each


def _before(moves: list[Event]) -> Instant | None:
    """Return the last beginning that is told, of what has none any more."""
    told = (fits(each.was.json, Instant)[0] for each in reversed(moves) if each.was is not None)
    return next((cast("Instant", each) for each in told if each is not None), None)
