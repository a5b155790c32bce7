"""Schedules: how far apart sessions are, and how many half-days they give."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple, final

from territoires_participatifs.qualification._cohorts import Cohort
from territoires_participatifs.qualification._cycles import QualificationCycle
from territoires_participatifs.qualification._meetings import (
    Meeting,
    is_cancelled,
    meetings,
    replaced_in,
)
from territoires_participatifs.qualification._sessions import SessionKind, TrainingSession
from territoires_participatifs.values.declarations import GREATEST
from territoires_participatifs.values.durations import Span
from territoires_participatifs.values.quantities import Count, Exactness
from territoires_participatifs.values.ternary import Ternary, all_of

BESIDE: Final = frozenset(
    {
        SessionKind.INTRODUCTION,
        SessionKind.ACCOMPANIMENT,
        SessionKind.RESTITUTION,
        SessionKind.JURY,
        SessionKind.NETWORK_DAY,
    }
)
"""What stands beside the days of a cycle: it may be one of them, or not."""


# How far apart


def spacing_kept(cohort: Cohort, cycle: QualificationCycle) -> Ternary:
    """Tell whether the sessions of a cohort are as far apart as its cycle says.

    At the precision in which the cycle tells it: from one ISO week to another, one month, one
    day, one year. It is told of the sessions that have a date, each by its first occurrence;
    those of one day, or of days in a row, count as one. Sessions that are optional, that
    introduce, accompany or follow the cycle have no rhythm to keep.

    Sessions are surely too far apart only if no other can lie between them: the list must be
    complete, and each session in it have its date. Undetermined without two dates, where
    dates are too imprecise to tell, and for a spacing in several units.

    >>> from territoires_participatifs import Instant, Occurrence, Span, TrainingSession
    >>> days = {"day-1": "2021-07-08", "day-2": "2021-08-20"}
    >>> sessions = tuple(
    ...     TrainingSession(id=id, occurrences=(Occurrence(starts=Instant.parse(day)),))
    ...     for id, day in days.items()
    ... )
    >>> cycle = QualificationCycle(id="cycle", spacing=Span("P6W"))
    >>> spacing_kept(Cohort(id="cohort", sessions=sessions), cycle)
    <Ternary.YES: 'yes'>
    """
    found = [each.kept for each in gaps(cohort, cycle.spacing)]
    return all_of(found) if found else Ternary.UNDETERMINED


@final
class Gap(NamedTuple):
    """What lies between two sessions of which one follows the other."""

    before: Meeting
    after: Meeting
    kept: Ternary
    """Whether it is as long as it should be."""


def gaps(cohort: Cohort, spacing: Span | None) -> Iterator[Gap]:
    """Yield what lies from one session to the next, held against a spacing."""
    rhythm = None if spacing is None else _rhythm(spacing)
    if rhythm is not None:
        begun, counted, replaced = _begun(cohort), _counted(cohort), replaced_in(cohort)
        every = [begun.get(e.id) for e in cohort.sessions or () if e.id not in replaced]
        rows = _in_rows([each for id_, each in begun.items() if id_ in counted], rhythm)
        for one, other in pairwise(rows):
            alone = cohort.sessions_complete.is_yes and not _may_lie_between(one, other, every)
            yield Gap(one.meeting, other.meeting, _is_kept(one, other, rhythm, alone=alone))


@final
class _Begun(NamedTuple):
    """The first and the last day on which a session may begin, or sessions in a row."""

    first: int
    last: int
    exact: bool
    meeting: Meeting


def _begun(cohort: Cohort) -> dict[str, _Begun]:
    """Return when each session begins: by its first occurrence, if all are dated."""
    by_session: dict[str, list[Meeting]] = {}
    for each in meetings(cohort):
        by_session.setdefault(each.session.id, []).append(each)
    found = {id_: _earliest(some) for id_, some in by_session.items()}
    return {id_: each for id_, each in found.items() if each is not None}


def _earliest(held: Sequence[Meeting]) -> _Begun | None:
    known = [(*each.bounds, each) for each in held]
    dated = [(e[0], e[1], e[2]) for e in known if e[0] is not None and e[1] is not None]
    if len(dated) < len(held):
        return None
    first, _, meeting = min(dated, key=lambda each: each[:2])
    last = min(each[1] for each in dated)
    return _Begun(first, last, first == last, meeting)


def _counted(cohort: Cohort) -> set[str]:
    """Return the sessions that have a rhythm to keep."""
    sessions = cohort.sessions or ()
    return {e.id for e in sessions if e.kind not in BESIDE and not e.optional.is_yes}


@final
class _Rhythm(NamedTuple):
    """How many weeks, months, days or years lie from one session to the next."""

    least: int
    most: int
    unit: str

    def number(self, ordinal: int) -> int:
        """Return the number of the week, the month, the day or the year of a day."""
        return _NUMBER[self.unit](ordinal)


_IN_ONE_UNIT: Final = re.compile("P([0-9]+)([YMWD])")


def _months(ordinal: int) -> int:
    day = date.fromordinal(ordinal)
    return day.year * 12 + day.month


_NUMBER: Final[Mapping[str, Callable[[int], int]]] = {
    "Y": lambda ordinal: date.fromordinal(ordinal).year,
    "M": _months,
    "W": lambda ordinal: (ordinal - 1) // 7,  # the calendar began on a Monday
    "D": lambda ordinal: ordinal,
}


def _rhythm(spacing: Span) -> _Rhythm | None:
    """Return a spacing that is told in one unit."""
    least = _IN_ONE_UNIT.fullmatch(spacing.shortest)
    most = _IN_ONE_UNIT.fullmatch(spacing.longest or spacing.shortest)
    if least is None or most is None or least[2] != most[2]:
        return None
    return _Rhythm(int(least[1]), int(most[1]), least[2])


def _in_rows(begun: Iterable[_Begun], rhythm: _Rhythm) -> list[_Begun]:
    """Return sessions in order, those that are surely in a row made one."""
    rows: list[_Begun] = []
    for each in sorted(begun, key=lambda each: (each.first, each.last)):
        if rows and rows[-1].exact and each.exact and _may_be_in_a_row(rows[-1], each, rhythm):
            rows[-1] = rows[-1]._replace(last=each.last)
        else:
            rows.append(each)
    return rows


def _may_be_in_a_row(one: _Begun, other: _Begun, rhythm: _Rhythm) -> bool:
    """Whether sessions may be on one day, or on days in a row: if days are counted, on one."""
    return other.first - one.last <= (0 if rhythm.unit == "D" else 1)


def _may_lie_between(one: _Begun, other: _Begun, sessions: Iterable[_Begun | None]) -> bool:
    """Whether a session may begin after one and before another: it may if nothing tells."""
    return any(e is None or (e.last > one.last and e.first < other.first) for e in sessions)


def _is_kept(one: _Begun, other: _Begun, rhythm: _Rhythm, *, alone: bool) -> Ternary:
    nearest = rhythm.number(other.first) - rhythm.number(one.last)
    farthest = rhythm.number(other.last) - rhythm.number(one.first)
    too_near = farthest < rhythm.least and not _may_be_in_a_row(one, other, rhythm)
    if too_near or (nearest > rhythm.most and alone):
        return Ternary.NO
    return Ternary.of(True if rhythm.least <= nearest and farthest <= rhythm.most else None)


# How long


def taught(cohort: Cohort) -> Count | None:
    """Return the half-days that the sessions of a cohort give; None if that is unknown.

    A session that is repeated elsewhere gives them once. Those that are cancelled, optional,
    of the network that follows the cycle, or that another replaces give none. It is *at least*
    so many if the half-days of a session aren't told exactly, or if sessions may be missing.

    >>> from territoires_participatifs import TrainingSession
    >>> day, evening = (TrainingSession(id=f"s-{n}", half_days=Count(n)) for n in (2, 1))
    >>> taught(Cohort(id="cohort", sessions=(day, evening), sessions_complete=Ternary.YES))
    Count.parse('3')
    >>> print(taught(Cohort(id="cohort", sessions=(day, evening))))
    3; exactness=at-least
    """
    if cohort.sessions is None:
        return None
    told = [each.half_days for each in given(cohort)]
    known = [e.value for e in told if e is not None and e.exactness is Exactness.EXACT]
    complete = cohort.sessions_complete.is_yes or not cohort.sessions
    whole = complete and len(known) == len(told)
    if sum(known) > GREATEST or not (whole or known):
        return None
    return Count(sum(known), Exactness.EXACT if whole else Exactness.AT_LEAST)


def given(cohort: Cohort) -> list[TrainingSession]:
    """Return the sessions that everybody is given, as far as is told.

    Those that are cancelled, optional, of the network that follows the cycle, or that another
    replaces are not among them.
    """
    replaced = replaced_in(cohort)
    sessions = (e for e in cohort.sessions or () if e.id not in replaced and not is_cancelled(e))
    return [e for e in sessions if not (e.optional.is_yes or e.kind is SessionKind.NETWORK_DAY)]
