"""Rules on where people are: those who came to a session, and those who teach it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple, final

from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.qualification._cohorts import Cohort
from territoires_participatifs.qualification._meetings import Meeting, hours_of, meetings
from territoires_participatifs.sources import Source

_REPEATED: Final = Source(
    id="irev-egalite-2016",
    title="IREV, formation-action « Égalité-Citoyenneté » de 2016 : quatre jours répétés sur quatre territoires, règle déduite",
    url="https://culturables.fr/lirev-propose-un-cycle-de-formation-action-egalite-citoyennete",
)


@rule(
    "QUA013",
    "person.in-two-places-at-once",
    on=Cohort,
    moment=Moment.INSTRUCTION,
    severity=Severity.WARNING,
    sources=(_REPEATED,),
    since="26.1",
)
def in_two_places_at_once(cohort: Cohort, _: Context) -> Iterable[Fault]:
    """Who comes to a session, or teaches it, is not at another one during the same hours.

    Silent where the hours are unknown or of two zones, where it isn't told which occurrence it
    was, for who came to a part of a session only, and unless both places are told and differ:
    a workshop may be held within a plenary session.
    """
    seen: dict[str, list[Meeting]] = {}
    for each in _presences(cohort):
        before = seen.setdefault(each.person, [])
        other = next((held for held in before if _are_apart(held, each.meeting)), None)
        if other is not None:
            sessions = {"first": other.session.id, "second": each.meeting.session.id}
            yield fault(*each.path, day=each.meeting.day, **sessions)
        before.append(each.meeting)


@final
class _Presence(NamedTuple):
    """Somebody who is surely at an occurrence, and where that is told."""

    person: str
    meeting: Meeting
    path: tuple[str | int, ...]


def _presences(cohort: Cohort) -> Iterator[_Presence]:
    held = _held(cohort)
    for index, session in enumerate(cohort.sessions or ()):
        meeting = _told(None, held[session.id])
        for position, trainer in enumerate(session.trainers or ()):
            if meeting is not None:
                yield _Presence(trainer.id, meeting, ("sessions", index, "trainers", position))
    for index, each in enumerate(cohort.attendances or ()):
        meeting = _told(each.occurrence, held.get(each.session, ()))
        partly = each.half_day is not None or each.half_days is not None
        if meeting is not None and each.present.is_yes and not partly:
            yield _Presence(each.person, meeting, ("attendances", index, "present"))


def _held(cohort: Cohort) -> dict[str, list[Meeting | None]]:
    """Return the occurrences of each session, None for one that doesn't take place."""
    known = {each.path: each for each in meetings(cohort)}
    return {
        session.id: [
            known.get(("sessions", index, "occurrences", position))
            for position, _ in enumerate(session.occurrences or ())
        ]
        for index, session in enumerate(cohort.sessions or ())
    }


def _told(number: int | None, held: Sequence[Meeting | None]) -> Meeting | None:
    """Return the occurrence of that number, or the only one if no number is told."""
    if number is None:
        return held[0] if len(held) == 1 else None
    return held[number - 1] if 0 < number <= len(held) else None


def _are_apart(one: Meeting, other: Meeting) -> bool:
    """Whether two occurrences are surely held at once, and told to be at two places."""
    ones, others = hours_of(one.occurrence), hours_of(other.occurrence)
    if ones is None or others is None or not ones.overlap(others):
        return False
    places = {one.occurrence.place, other.occurrence.place}
    return None not in places and len(places) > 1


RULES: Final = (in_two_places_at_once,)
