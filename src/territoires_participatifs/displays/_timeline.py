"""The timeline of a cycle: when it recruits, begins, meets and ends."""

from collections.abc import Iterator
from typing import Final, TypeAlias, final

from attrs import frozen

from territoires_participatifs.calls import Call
from territoires_participatifs.displays._course import course_notes
from territoires_participatifs.displays._table import Table
from territoires_participatifs.displays._words import Words
from territoires_participatifs.document import Dataset
from territoires_participatifs.language import Language
from territoires_participatifs.organisations import Organisation, Role
from territoires_participatifs.qualification import (
    Cohort,
    Occurrence,
    QualificationCycle,
    TrainingSession,
)
from territoires_participatifs.values.deadlines import Deadline
from territoires_participatifs.values.instants import Instant
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import NOT_APPLICABLE

Dated: TypeAlias = PartialDate | Instant | Deadline

_COLUMNS: Final = ("date", "session", "place", "mode", "trainers", "status")

_TEACHES: Final = frozenset({Role.TRAINING_BODY, Role.EXPERT, Role.SERVICE_PROVIDER})
"""The roles in a session of those who teach it, beside who hosts or organises it."""

_AFTER_ALL_HOURS: Final = "24:01"
"""Where the end of a cycle stands on its day."""


@final
@frozen
class Row:
    """A row of the timeline, and by what it is placed."""

    cells: tuple[str, ...]
    day: PartialDate | None
    hour: str | None = None
    ends: bool = False
    """Whether it is an end, which comes after all that may be on its day."""

    @property
    def sort_key(self) -> tuple[bool, tuple[int, int, str], str]:
        """A key that sorts by date, then by hour; the undated last."""
        placed = (0, 0, "") if self.day is None else self.day.sort_key
        if self.ends:
            _, last, text = placed
            placed = (last, last, text)
        return self.day is None, placed, self.hour or ""


def cycle_timeline(
    dataset: Dataset, cycle: QualificationCycle | str, language: Language = "en"
) -> Table:
    """Return what happens when in a cycle: its recruitment, its beginning, each session, its end.

    Each time and place of a session has a row, and so has a session whose dates are unknown;
    the undated come last. The notes tell what the cycle declares of its course beside what its
    sessions come to, which may contradict it, and what the sources leave open.

    :param cycle: a cycle, or the id of one.
    :raises KeyError: if the dataset holds no cycle of that id.

    >>> from territoires_participatifs.examples import example
    >>> table = cycle_timeline(example("cerdd-ami-2020"), "cycle-territoires-participatifs")
    >>> [row[:2] for row in table.rows][2]
    ('8 July 2021', 'start of the cycle')
    """
    if isinstance(cycle, str):
        cycle = dataset.get(QualificationCycle, cycle)
    words = Words(dataset, language)
    cohorts = [each for each in dataset.cohorts if each.cycle == Ref(cycle.id)]
    rows = [*_milestones(cycle, words), *_sessions(cohorts, words), *_end(cycle, words)]
    return Table(
        caption=words.told("timeline", cycle=words.quoted(cycle)),
        headings=tuple(words.told(each) for each in _COLUMNS),
        rows=tuple(each.cells for each in sorted(rows, key=lambda each: each.sort_key)),
        notes=tuple(course_notes(cycle, cohorts, words)),
        language=language,
    )


# Milestones


def _milestones(cycle: QualificationCycle, words: Words) -> Iterator[Row]:
    call = None if cycle.recruits is None else words.dataset.by_id.get(cycle.recruits.id)
    if isinstance(call, Call):
        yield from _recruitment(call, words)
    if cycle.since is not None:
        yield _milestone(cycle.since, words.told("cycle-since"), words)


def _end(cycle: QualificationCycle, words: Words) -> Iterator[Row]:
    if cycle.until is not None:
        row = _milestone(cycle.until, words.told("cycle-until"), words)
        yield Row(row.cells, row.day, _AFTER_ALL_HOURS, ends=True)


def _recruitment(call: Call, words: Words) -> Iterator[Row]:
    """Yield the dates of a call, and those of its rounds."""
    name = words.quoted(call)
    dates: list[tuple[str, Dated | None]] = [
        (words.told("call-announced", call=name), call.announced),
        (words.told("call-opens", call=name), call.opens),
        (words.told("call-closes", call=name), call.closes),
    ]
    for each in call.rounds or ():
        facts = {"call": name, "round": each.name.text if each.name else each.wording or each.id}
        dates.append((words.told("round-opens", **facts), each.opens))
        dates.append((words.told("round-closes", **facts), each.deadline))
    for what, held in dates:
        if held is not None:
            yield _milestone(held, what, words)


def _milestone(held: Dated, what: str, words: Words) -> Row:
    rest = [NOT_APPLICABLE.in_words(words.language)] * len(_COLUMNS[2:])
    cells = (held.in_words(words.language), what, *rest)
    if isinstance(held, PartialDate):
        return Row(cells, held)
    return Row(cells, held.day, held.hour)


# Sessions


def _sessions(cohorts: list[Cohort], words: Words) -> Iterator[Row]:
    for cohort in cohorts:
        sessions = cohort.sessions or ()
        for name, each in zip(words.session_names(sessions), sessions, strict=True):
            what = words.cohort_of(name, cohort) if len(cohorts) > 1 else name
            for occurrence in each.occurrences or (Occurrence(),):
                yield _session(what, each, occurrence, words)


def _session(what: str, session: TrainingSession, held: Occurrence, words: Words) -> Row:
    placed = held.starts or held.ends
    cells = (
        words.when(held),
        what,
        _place(held, words),
        words.labelled(held.mode),
        _trainers(session, words),
        words.labelled(held.status or session.status),
    )
    return Row(cells, *((None, None) if placed is None else (placed.day, placed.hour)))


def _place(held: Occurrence, words: Words) -> str:
    territory = None if held.territory is None else held.territory.in_words(words.language)
    if held.place is None:
        return words.told("unknown") if territory is None else territory
    if territory is None or territory == held.place:
        return held.place
    return words.told("located", place=held.place, territory=territory)


def _trainers(session: TrainingSession, words: Words) -> str:
    """Return the organisations of those who teach a session; never their names."""
    parts, persons = session.participations, session.trainers
    teaching = (each for each in parts or () if each.role in _TEACHES and each.certain.is_yes)
    found: list[Ref[Organisation]] = [each.organisation for each in teaching]
    sent = [each.organisation for each in persons or () if each.organisation is not None]
    if found or sent:
        return words.all_named([*found, *sent])
    return words.told("unknown" if persons != () or parts is None else "nobody")
