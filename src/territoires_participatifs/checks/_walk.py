"""One walk over an object and all its parts, in the order of the document."""

from collections.abc import Iterator
from functools import cache
from typing import TypeVar, final

from attrs import evolve, frozen

from territoires_participatifs.sources import Entity
from territoires_participatifs.values.declarations import (
    Declaration,
    declarations,
    is_declared,
)
from territoires_participatifs.values.references import Ref

T = TypeVar("T")


@final
@frozen
class Visit:
    """A part of a document, where it stands, and the nearest entity around it."""

    pointer: str
    subject: object
    entity: Entity | None


@final
@frozen
class Mention:
    """A reference from one part of a document to an entity."""

    pointer: str
    target: type[Entity]
    """The class that the entity must have."""
    ref: Ref[Entity]
    entity: Entity | None
    """The entity that refers."""
    field: str
    """The field that does."""


def walk(root: object, pointer: str = "", entity: Entity | None = None) -> Iterator[Visit]:
    """Visit an object, then each of its declared parts.

    >>> from territoires_participatifs.organisations import Organisation
    >>> from territoires_participatifs.values import Name
    >>> [each.pointer for each in walk(Organisation(id="cerdd", names=(Name("Cerdd"),)))]
    ['', '/names/0']
    """
    entity = root if isinstance(root, Entity) else entity
    yield Visit(pointer, root, entity)
    kind: type = type(root)
    for each in _nesting(kind):
        place = f"{pointer}/{each.name}"
        for index, part in enumerate(each.values(getattr(root, each.name))):
            yield from walk(part, f"{place}/{index}" if each.many else place, entity)


@cache
def _nesting(kind: type) -> tuple[Declaration, ...]:
    """Return the fields of a class that hold parts: of most classes, few do."""
    known = declarations(kind).values()
    return tuple(each for each in known if any(is_declared(inner) for inner in each.kinds))


def mentions(root: object) -> Iterator[Mention]:
    """Return every reference that an object and its parts make."""
    for visit in walk(root):
        for each in mentions_of(visit.subject):
            yield evolve(each, pointer=visit.pointer + each.pointer, entity=visit.entity)


def mentions_of(part: object) -> Iterator[Mention]:
    """Return the references that a part itself makes, each at its place in the part."""
    kind: type = type(part)
    for each in _referring(kind):
        for index, ref in enumerate(each.values(getattr(part, each.name))):
            place = f"/{each.name}" + (f"/{index}" if each.many else "")
            yield Mention(place, each.target, ref, None, each.name)  # type: ignore[arg-type]  # a target is an entity's class


@cache
def _referring(kind: type) -> tuple[Declaration, ...]:
    """Return the fields of a class that hold references."""
    return tuple(each for each in declarations(kind).values() if each.target is not None)
