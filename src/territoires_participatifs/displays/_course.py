"""How long a cycle lasts: as it declares, beside what its sessions come to."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from territoires_participatifs.displays._words import Words, plural
from territoires_participatifs.labels import label
from territoires_participatifs.qualification import (
    Cohort,
    Occurrence,
    QualificationCycle,
    SessionStatus,
    TrainingSession,
    given,
    taught,
)
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.quantities import Count, Exactness


def course_notes(
    cycle: QualificationCycle, cohorts: Sequence[Cohort], words: Words
) -> Iterator[str]:
    """Yield what a cycle declares, what the sessions of each cohort give, what is left open."""
    yield words.told("declared", facts=words.pairs(_declared(cycle, words)))
    for each in cohorts:
        yield _given(each, words)
    if not cohorts:
        yield words.told("no-cohort")
    for entity in (cycle, *cohorts):
        for question in entity.questions:
            yield words.told("question", text=question.text.in_words(words.language))


def _declared(cycle: QualificationCycle, words: Words) -> Iterator[tuple[str, str]]:
    course = {
        "duration": cycle.duration,
        "days": cycle.days,
        "half_days": cycle.half_days,
        "spacing": cycle.spacing,
    }
    for name, held in course.items():
        unknown = "disputed" if f"/{name}" in cycle.disputed else "untold"
        value = words.told(unknown) if held is None else held.in_words(words.language)
        yield label(QualificationCycle, name, words.language), value
    yield label(QualificationCycle, "status", words.language), words.labelled(cycle.status)


def _given(cohort: Cohort, words: Words) -> str:
    listed = given(cohort)
    if not listed:
        part = "no-session" if cohort.sessions == () else "sessions-unknown"
        return words.told(part, cohort=words.quoted(cohort))
    facts = words.pairs(_counted(cohort, listed, words))
    return words.told("given", cohort=words.quoted(cohort), facts=facts)


def _counted(
    cohort: Cohort, sessions: Sequence[TrainingSession], words: Words
) -> Iterator[tuple[str, str]]:
    """Yield what the sessions come to that a cohort is given, as far as is told."""
    yield words.told("given-dates"), _dates(sessions, words)
    exactness = Exactness.EXACT if cohort.sessions_complete.is_yes else Exactness.AT_LEAST
    number = Count(len(sessions), exactness)
    yield words.told("given-sessions"), number.in_words(words.language)
    half_days, lasts = label(QualificationCycle, "half_days", words.language), taught(cohort)
    yield half_days, words.told("untold") if lasts is None else lasts.in_words(words.language)
    yield label(QualificationCycle, "spacing", words.language), _gaps(sessions, words)
    complete = label(Cohort, "sessions_complete", words.language)
    yield complete, cohort.sessions_complete.in_words(words.language)


def _dates(sessions: Sequence[TrainingSession], words: Words) -> str:
    """Return the first and the last date of sessions, and how many have none."""
    dates = [[*_days(each)] for each in sessions]
    known = [day for each in dates for day in each]
    undated = sum(not each for each in dates)
    if not known:
        return words.told("untold")
    first, last = min(known, key=_first), max(known, key=_last)
    facts = {"start": first, "end": last, "undated": undated}
    return words.told(_part(first, last, undated), **facts)


def _part(first: PartialDate, last: PartialDate, undated: int) -> str:
    part = "single" if first.edtf == last.edtf else "range"
    return part if not undated else f"{part}-undated"


def _first(day: PartialDate) -> tuple[int, int, str]:
    return day.sort_key


def _last(day: PartialDate) -> int:
    """Return the last day that a date may be; where nothing bounds it, the first one."""
    first, last = day.bounds
    return last or first or 0


def _days(session: TrainingSession) -> Iterator[PartialDate]:
    """Yield the dates of a session that the calendar has, its cancelled occurrences left out."""
    for each in _standing(session):
        for held in (each.starts, each.ends):
            if held is not None and held.day.bounds != (None, None):
                yield held.day


def _standing(session: TrainingSession) -> Iterator[Occurrence]:
    held = session.occurrences or ()
    return (each for each in held if each.status is not SessionStatus.CANCELLED)


def _gaps(sessions: Sequence[TrainingSession], words: Words) -> str:
    """Return the days from one session to the next, where the day of both is known."""
    days = sorted(day for day in map(_begins, sessions) if day is not None)
    gaps = [after - before for before, after in pairwise(days)]
    if not gaps:
        return words.told("untold")
    least, most = min(gaps), max(gaps)
    count = Count(least) if least == most else Count(least, Exactness.BETWEEN, most)
    return words.told("gaps", days=count, number=plural(count))


def _begins(session: TrainingSession) -> int | None:
    """Return the first day of a session, if it is known to the day."""
    return min(_precise(e.starts.day for e in _standing(session) if e.starts), default=None)


def _precise(days: Iterable[PartialDate]) -> Iterator[int]:
    for each in days:
        first, last = each.bounds
        if first is not None and first == last:
            yield first
