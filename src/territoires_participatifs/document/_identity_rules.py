"""Rules on ids, and on chains of entities of one class."""

from collections.abc import Iterable
from typing import Final

from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule, walk
from territoires_participatifs.document._dataset import Dataset
from territoires_participatifs.organisations import Person
from territoires_participatifs.sources import Entity, Source
from territoires_participatifs.values.declarations import (
    Declaration,
    declarations,
    is_declared,
)
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.texts import pointer_tokens

_PROMISE: Final = Source(
    id="stability",
    title="territoires_participatifs, docs: stability",
)
_BEFORE: Final = Source(
    id="decision-editions",
    title="territoires_participatifs, docs: decision 0012",
)


@rule(
    "DAT003",
    "dataset.id-twice",
    on=Dataset,
    moment=Moment.DRAFT,
    severity=Severity.ERROR,
    sources=(_PROMISE,),
    since="26.1",
)
def id_twice(dataset: Dataset, _: Context) -> Iterable[Fault]:
    """An id belongs to one entity, across all classes."""
    seen: set[str] = set()
    for visit in walk(dataset):
        if isinstance(visit.subject, Entity):
            id_ = visit.subject.id
            if id_ in seen:
                yield fault(*pointer_tokens(visit.pointer), "id", id=id_)
            seen.add(id_)


@rule(
    "DAT005",
    "part.id-twice",
    on=Entity,
    moment=Moment.DRAFT,
    severity=Severity.ERROR,
    sources=(_PROMISE,),
    since="26.1",
)
def part_id_twice(entity: Entity, _: Context) -> Iterable[Fault]:
    """Two parts of one list never share an id: two rounds, two projects.

    The same person may stand in a list twice, in two capacities; a requirement, in two
    versions.
    """
    for visit in walk(entity):
        if visit.entity is entity:
            for each in declarations(type(visit.subject)).values():
                if _has_named_parts(each):
                    parts = each.values(getattr(visit.subject, each.name))
                    yield from _twice(parts, *pointer_tokens(visit.pointer), each.name)


def _has_named_parts(declaration: Declaration) -> bool:
    kind = declaration.kinds[0]
    if not declaration.many or not is_declared(kind) or issubclass(kind, Entity | Person):
        return False
    return "id" in declarations(kind)


def _twice(parts: Iterable[object], *place: str) -> Iterable[Fault]:
    seen: set[tuple[str | None, str | None]] = set()
    for index, each in enumerate(parts):
        id_: str | None = each.id  # type: ignore[attr-defined]  # the class has one
        version: str | None = getattr(each, "version", None)
        if id_ is not None and (id_, version) in seen:
            yield fault(*place, index, "id", id=id_)
        seen.add((id_, version))


@rule(
    "DAT006",
    "entity.comes-back-to-itself",
    on=Entity,
    moment=Moment.DRAFT,
    severity=Severity.ERROR,
    sources=(_BEFORE,),
    since="26.1",
)
def comes_back_to_itself(entity: Entity, context: Context) -> Iterable[Fault]:
    """What follows, belongs to or succeeds another of its kind never comes back to itself.

    A source may well be the source of what is told of it.
    """
    for each in declarations(type(entity)).values():
        if each.target is type(entity) and not (each.many or each.provenance):
            way = _chain(entity, each.name, context)
            if way and way[-1] == entity.id:
                yield fault(each.name, ids=way)


def _chain(entity: Entity, name: str, context: Context) -> list[str]:
    """Return the ids that a reference leads to, one after the other, until one comes again."""
    way: list[str] = []
    at: Entity | None = entity
    while at is not None and type(at) is type(entity):
        ref: Ref[Entity] | None = getattr(at, name)
        if ref is None:
            break
        way.append(ref.id)
        if ref.id == entity.id or ref.id in way[:-1]:
            break
        at = context.find(ref.id)
    return way
