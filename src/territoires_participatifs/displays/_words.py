"""Names and dates as they stand in a cell."""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Final, final

from attrs import frozen

from territoires_participatifs.displays._marks import one_line
from territoires_participatifs.document import Dataset
from territoires_participatifs.labels import label
from territoires_participatifs.language import Language, Whole, enumerated, sentence
from territoires_participatifs.qualification import Cohort, Occurrence, TrainingSession
from territoires_participatifs.sources import Entity
from territoires_participatifs.values.instants import Instant
from territoires_participatifs.values.names import Name
from territoires_participatifs.values.quantities import Count
from territoires_participatifs.values.references import Ref

_MARKED: Final = re.compile("«\\s*(.*?)\\s*»|“(.*?)”")
_INNER: Final[Mapping[Language, str]] = {"fr": r"“\1\2”", "en": r"‘\1\2’"}
"""Quotation marks inside others."""


def plural(count: Count) -> int:
    """Return the number that a word agrees with."""
    return count.value if count.upper is None else count.upper


@final
@frozen
class Words:
    """Says what a dataset holds in one language."""

    dataset: Dataset
    language: Language

    def told(self, part: str, **facts: object) -> str:
        """Return a sentence, or a piece of one."""
        whole = {
            name: Whole(one_line(each)) if isinstance(each, str) else each
            for name, each in facts.items()
        }
        return sentence("displays", whole, self.language, part)

    def labelled(self, member: Enum | None) -> str:
        """Return the label of a member, or that it is unknown."""
        return self.told("unknown") if member is None else label(member, self.language)

    def named(self, entity: Entity | Ref[Entity]) -> str:
        """Return the first name of an entity, else its id."""
        found = entity if isinstance(entity, Entity) else self.dataset.by_id.get(entity.id)
        names: tuple[Name, ...] = getattr(found, "names", ())
        return names[0].text if names else entity.id

    def quoted(self, entity: Entity) -> str:
        """Return the first name of an entity, else its id, between quotation marks."""
        inner = _MARKED.sub(_INNER[self.language], self.named(entity))
        return self.told("quoted", text=inner)

    def all_named(self, refs: Iterable[Ref[Entity]]) -> str:
        """Return the names of some entities, each once, as a sentence joins them."""
        return enumerated(dict.fromkeys(map(self.named, refs)), self.language)

    def pairs(self, facts: Iterable[tuple[str, str]]) -> str:
        """Return facts as a sentence lists them, each after its name."""
        told = (self.told("pair", name=name, value=value) for name, value in facts)
        return self.told("between").join(told)

    # Sessions

    def session_names(self, sessions: Sequence[TrainingSession]) -> list[str]:
        """Return what tells each session from the others: with its id, where two have one name."""
        names = [self._session(each) for each in sessions]
        return [
            name if names.count(name) == 1 else self.told("identified", name=name, id=each.id)
            for name, each in zip(names, sessions, strict=True)
        ]

    def _session(self, session: TrainingSession) -> str:
        if session.name is not None:
            return session.name.text
        if session.themes:
            return enumerated((each.label for each in session.themes), self.language)
        return session.id if session.kind is None else label(session.kind, self.language)

    def when(self, occurrence: Occurrence) -> str:
        """Return when an occurrence is held, as precisely as it is known."""
        starts, ends = occurrence.starts, occurrence.ends
        if starts is None:
            return self.told("date-unknown") if ends is None else self.told("ends", end=ends)
        if ends is None:
            return starts.in_words(self.language)
        if _on_one_day(starts, ends):
            return self._from_to(starts, ends)
        return self.told("range", start=starts, end=ends)

    def _from_to(self, starts: Instant, ends: Instant) -> str:
        """Return a day with the hours between which something is held on it."""
        if ends.hour is None or ends.hour == starts.hour:
            return starts.in_words(self.language)
        part = "until-hour" if starts.hour is None else "hours"
        text = self.told(part, day=starts.day, start=starts.hour, end=ends.hour)
        zone = starts.zone or ends.zone
        return text if zone is None else self.told("zone", text=text, zone=zone)

    def cohort_of(self, text: str, cohort: Cohort) -> str:
        """Return a text with the cohort that it is about."""
        return self.told("of-cohort", text=text, cohort=self.named(cohort))


def _on_one_day(starts: Instant, ends: Instant) -> bool:
    """Tell whether two instants are of one day, or one period, told by the same clock."""
    dates = {(each.day.edtf, each.day.part) for each in (starts, ends)}
    zones = {starts.zone, ends.zone} - {None}
    return len(dates) == 1 and len(zones) <= 1
