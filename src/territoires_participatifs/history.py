"""What happened when: the dates of a dataset, one after the other."""

from collections.abc import Iterator
from typing import TypeAlias, cast, final

from attrs import frozen

from territoires_participatifs.checks import Event, walk
from territoires_participatifs.document import Dataset, fits, spot_at, value_at
from territoires_participatifs.labels import label
from territoires_participatifs.language import Language, sentence
from territoires_participatifs.sources import Entity, Source, Standing, Statement
from territoires_participatifs.values.deadlines import Deadline
from territoires_participatifs.values.declarations import declarations, declared, is_declared
from territoires_participatifs.values.instants import Instant
from territoires_participatifs.values.names import Name
from territoires_participatifs.values.partial_dates import PartialDate

__all__ = ["Happening", "timeline"]

Dated: TypeAlias = PartialDate | Instant | Deadline
"""A value that is a date, or has one."""


@final
@frozen(kw_only=True)
class Happening:
    """One date of an entity: what it is the date of, and what it is worth."""

    held: Dated
    """The date as the field holds it, its hour included."""
    entity: Entity
    pointer: str
    """The field, relative to the entity."""
    part: object
    """The part of the entity that has the field, an event perhaps; or the entity itself."""
    standing: Standing = Standing.PREFERRED
    """What the date is worth: the field's own, or what one source says of a disputed one."""
    placed: PartialDate
    """By which date it stands in the order: the inferred one, if it lacks its year."""

    @property
    def on(self) -> PartialDate:
        """The date, without its hour."""
        return _day(self.held) or self.placed

    @property
    def sort_key(self) -> tuple[tuple[int, int, str], str]:
        """A key that sorts by date, then by hour; without one, the day stands first."""
        hour = self.held.hour if isinstance(self.held, Deadline | Instant) else None
        return self.placed.sort_key, hour or ""

    def in_words(self, language: Language) -> str:
        """Return what happened when, on a line."""
        facts = {
            "date": self.held,
            "what": self._what(language),
            "who": self.entity.id,
            "standing": label(self.standing, language),
        }
        part = "sure" if self.standing is Standing.PREFERRED else "said"
        return sentence("timeline", facts, language, part)

    def _what(self, language: Language) -> str:
        if isinstance(self.part, Event):
            return label(self.part.kind, language)
        around, _, name = self.pointer.rpartition("/")
        spot = spot_at(type(self.entity), around, of=self.entity)
        kinds = (type(self.part), *(() if spot is None else spot.declaration.kinds))
        owner = next(each for each in kinds if declared((each,), name) is not None)
        what = label(owner, name, language)
        if isinstance(self.part, Entity):
            return what
        return f"{label(owner, language=language)}, {what}"


def timeline(dataset: Dataset) -> tuple[Happening, ...]:
    """Return every date of the entities of a dataset, in order; those without a bound last.

    What is told of the sources themselves is left out. Of a disputed field comes what each
    source says. A date that lacks its year stands where the inferred one would.

    >>> from territoires_participatifs.examples import example
    >>> dates = timeline(example("cerdd-ami-2020"))
    >>> [each.in_words("en") for each in dates if each.entity.id == "cerdd-ami-2020"]
    ['10 December 2020: launch — cerdd-ami-2020', '12 March 2021: closing — cerdd-ami-2020']
    """
    entities = (each.subject for each in walk(dataset) if isinstance(each.subject, Entity))
    found = [each for entity in entities for each in _happenings(entity)]
    return tuple(sorted(found, key=lambda each: each.sort_key))


def _happenings(entity: Entity) -> Iterator[Happening]:
    if isinstance(entity, Source):
        return
    for pointer, part, held, day in _dated(entity):
        said = _said(entity, pointer)
        inferred = [day for each, _, day in said if each.standing is Standing.INFERRED]
        bound = day.earliest or day.latest
        placed = inferred[0] if inferred and bound is None else day
        yield Happening(held=held, entity=entity, pointer=pointer, part=part, placed=placed)
    for pointer in entity.disputed:
        part = value_at(entity, pointer.rpartition("/")[0])
        for statement, held, day in _said(entity, pointer):
            yield Happening(
                held=held,
                entity=entity,
                pointer=pointer,
                part=part if is_declared(type(part)) else entity,
                standing=statement.standing,
                placed=day,
            )


def _dated(entity: Entity) -> Iterator[tuple[str, object, Dated, PartialDate]]:
    """Yield the dates of an entity and its parts, with their pointers; not of what it nests."""
    for visit in walk(entity):
        owner = type(visit.subject)
        told_elsewhere = isinstance(visit.subject, Name | Deadline | Instant)
        if told_elsewhere or visit.entity is not entity:
            continue  # how long a name was valid; a date that its owner tells; a nested entity
        for name, each in declarations(owner).items():
            for held in each.values(getattr(visit.subject, name)):
                day = _day(held)
                if day is not None:
                    yield f"{visit.pointer}/{name}", visit.subject, cast("Dated", held), day


def _said(entity: Entity, pointer: str) -> Iterator[tuple[Statement, Dated, PartialDate]]:
    """Yield the dates that sources say of a field."""
    spot = spot_at(type(entity), pointer, of=entity)
    for each in entity.statements:
        if each.about == pointer and each.value is not None and spot is not None:
            held, _ = fits(each.value.json, spot.annotation)
            day = _day(held)
            if day is not None:
                yield each, cast("Dated", held), day


def _day(held: object) -> PartialDate | None:
    """Return the date that a value is or holds, if it does."""
    day = held.day if isinstance(held, Deadline | Instant) else held
    return day if isinstance(day, PartialDate) else None
