"""Shares of a cycle: whether somebody came to as many half-days as terms ask."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final, NamedTuple, TypeAlias, final

from territoires_participatifs.qualification._cohorts import Cohort
from territoires_participatifs.qualification._cycles import CompletionTerms
from territoires_participatifs.qualification._known import is_unsettled
from territoires_participatifs.qualification._meetings import is_cancelled, replaced_in
from territoires_participatifs.qualification._presence import Presence, Sheet
from territoires_participatifs.qualification._sessions import SessionKind, TrainingSession
from territoires_participatifs.values.quantities import Rate
from territoires_participatifs.values.ternary import Ternary, all_of

_ALL: Final = 100

Told: TypeAlias = tuple[Ternary, str, dict[str, object]]
"""An answer, the key of its sentence, and the facts of it."""


@final
class _Counted(NamedTuple):
    """A session that counts, or may, and for how much of it somebody came."""

    presence: Presence
    surely: bool
    """Whether it counts for sure."""


def came_to_share(
    cohort: Cohort, sheet: Sheet, person: str, terms: CompletionTerms, share: Rate
) -> Told:
    """Tell whether a person came to a share of the half-days, with the words that say why."""
    counted = [
        _Counted(_presence(cohort, sheet, person, index, each), surely)
        for index, each, surely in _sessions(cohort, terms)
    ]
    facts: dict[str, object] = {"share": share}
    if not counted:
        return Ternary.UNDETERMINED, "no-session", facts
    answer = _enough(counted, Fraction(share.percent) / _ALL)
    for_good = answer.is_no and share.percent >= _ALL  # who missed one date has missed it
    if _may_grow(cohort, terms) and not for_good:
        return Ternary.UNDETERMINED, "sessions-open", facts
    return answer, _code(counted, answer), facts | _sums(counted)


def _sessions(
    cohort: Cohort, terms: CompletionTerms
) -> Iterator[tuple[int, TrainingSession, bool]]:
    """Yield the sessions that count or may count, with their index: those that the terms name.

    Else all that are not known to be optional or of the network; for sure only if it is known.
    Never those that were cancelled, or whose place another session takes.
    """
    void = replaced_in(cohort)
    for index, each in enumerate(cohort.sessions or ()):
        named = None if terms.sessions is None else each.id in terms.sessions
        beside = each.optional.is_yes or each.kind is SessionKind.NETWORK_DAY
        if each.id in void or is_cancelled(each) or (beside if named is None else not named):
            continue
        known = named is not None or each.optional.is_no
        yield index, each, known and not is_unsettled(cohort, f"/sessions/{index}")


def _presence(
    cohort: Cohort, sheet: Sheet, person: str, index: int, session: TrainingSession
) -> Presence:
    found = sheet.presence(person, session)
    return Presence(0, 1, None) if is_unsettled(cohort, f"/sessions/{index}") else found


def _may_grow(cohort: Cohort, terms: CompletionTerms) -> bool:
    """Whether sessions that count may be missing from the list."""
    if terms.sessions is None:
        return not cohort.sessions_complete.is_yes
    known = {each.id for each in cohort.sessions or ()}
    return not known.issuperset(terms.sessions)


def _enough(counted: Sequence[_Counted], asked: Fraction) -> Ternary:
    """Tell whether somebody came to a share of what counts, whichever sessions turn out to."""
    if asked >= 1 or any(each.presence.half_days is None for each in counted):
        whole = all_of(each.presence.whole for each in counted)
        missed = any(each.presence.whole.is_no and each.surely for each in counted)
        return whole if whole.is_yes else Ternary.of(False if missed and asked >= 1 else None)
    least = sum(_beyond(e, e.presence.least, asked, worst=True) for e in counted)
    most = sum(_beyond(e, e.presence.most, asked, worst=False) for e in counted)
    return Ternary.of(True if least >= 0 else False if most < 0 else None)


def _beyond(counted: _Counted, came: int, asked: Fraction, *, worst: bool) -> Fraction:
    """Return by how much a session helps to reach a share; one that may not count, if it must."""
    more = came - asked * (counted.presence.half_days or 0)
    if counted.surely:
        return more
    return min(more, Fraction()) if worst else max(more, Fraction())


def _code(counted: Sequence[_Counted], answer: Ternary) -> str:
    if any(each.presence.half_days is None for each in counted):
        return f"sessions-{answer.value}"
    if answer.is_undetermined and not all(each.surely for each in counted):
        return "may-count"
    sure = all(each.presence.least == each.presence.most for each in counted)
    return "presence" if sure else "presence-unsure"


def _sums(counted: Sequence[_Counted]) -> dict[str, object]:
    presences = [each.presence for each in counted]
    return {
        "least": sum(each.least for each in presences),
        "most": sum(each.most for each in presences),
        "half_days": sum(each.half_days or 1 for each in presences),
        "unsure": sum(1 for each in counted if not each.surely),
    }
