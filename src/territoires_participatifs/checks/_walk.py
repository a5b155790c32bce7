"""One walk over an object and all its parts, in the order of the document."""

from collections.abc import Iterator
from typing import TypeVar, final

from attrs import frozen

from territoires_participatifs.sources import Entity
from territoires_participatifs.values.declarations import declarations, is_declared
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.texts import pointer_token

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


def walk(root: object, pointer: str = "", entity: Entity | None = None) -> Iterator[Visit]:
    """Visit an object, then each of its declared parts.

    >>> from territoires_participatifs.organisations import Organisation
    >>> from territoires_participatifs.values import Name
    >>> [each.pointer for each in walk(Organisation(id="cerdd", names=(Name("Cerdd"),)))]
    ['', '/names/0']
    """
    entity = root if isinstance(root, Entity) else entity
    yield Visit(pointer, root, entity)
    for place, part in _fields(root, pointer):
        if is_declared(type(part)):
            yield from walk(part, place, entity)


def _fields(owner: object, pointer: str) -> Iterator[tuple[str, object]]:
    for each in declarations(type(owner)).values():
        place = f"{pointer}/{pointer_token(each.name)}"
        for index, part in enumerate(each.values(getattr(owner, each.name))):
            yield (f"{place}/{index}" if each.many else place), part


def mentions(root: object) -> Iterator[Mention]:
    """Return every reference that an object and its parts make."""
    for visit in walk(root):
        for each in declarations(type(visit.subject)).values():
            if each.target is not None:
                held = each.values(getattr(visit.subject, each.name))
                for index, ref in enumerate(held):
                    place = f"{visit.pointer}/{each.name}" + (f"/{index}" if each.many else "")
                    yield Mention(place, each.target, ref, visit.entity)  # type: ignore[arg-type]  # a target is an entity's class
