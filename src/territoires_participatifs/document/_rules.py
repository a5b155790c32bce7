"""Rules that need the whole dataset, and rules on what any entity says of its facts."""

from collections.abc import Iterable, Iterator
from typing import Final

from territoires_participatifs.checks import (
    Context,
    Fault,
    Moment,
    Severity,
    fault,
    mentions,
    rule,
)
from territoires_participatifs.document._dataset import Dataset, entity_fields
from territoires_participatifs.document._paths import NOTHING_THERE, spot_at, value_at
from territoires_participatifs.document.structuring import fits
from territoires_participatifs.language import Sentence
from territoires_participatifs.sources import Entity, Source, Standing, Statement
from territoires_participatifs.values.declarations import declarations, is_declared, replaced
from territoires_participatifs.values.texts import pointer_tokens

_PROMISE: Final = Source(
    id="stability",
    title="territoires_participatifs, docs: stability",
)
_POINTERS: Final = Source(
    id="rfc-6901",
    title="RFC 6901: JavaScript Object Notation (JSON) Pointer, section 4",
    url="https://www.rfc-editor.org/rfc/rfc6901#section-4",
)
_CONTRADICTIONS: Final = Source(
    id="decision-statements",
    title="territoires_participatifs, docs: decision 0004",
)


@rule(
    "DAT001",
    "dataset.reference-unresolved",
    on=Dataset,
    moment=Moment.SUBMISSION,
    severity=Severity.ERROR,
    sources=(_PROMISE,),
    since="26.1",
)
def reference_unresolved(dataset: Dataset, context: Context) -> Iterable[Fault]:
    """Every reference names an entity of the dataset.

    A draft may refer to what is still to be written. An entity that is there but could
    not be built is reported for itself, not at each of its mentions.
    """
    for each in mentions(dataset):
        if context.find(each.ref.id) is None and each.ref.id not in context.unbuilt:
            yield fault(*pointer_tokens(each.pointer), id=each.ref.id)


@rule(
    "DAT002",
    "dataset.reference-of-another-class",
    on=Dataset,
    moment=Moment.DRAFT,
    severity=Severity.ERROR,
    sources=(_PROMISE,),
    since="26.1",
)
def reference_of_another_class(dataset: Dataset, context: Context) -> Iterable[Fault]:
    """A reference names an entity of the class that its field is for."""
    for each in mentions(dataset):
        found = context.find(each.ref.id)
        if found is not None and not isinstance(found, each.target):
            kinds = {"expected": each.target.__name__, "found": type(found).__name__}
            yield fault(*pointer_tokens(each.pointer), id=each.ref.id, **kinds)


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
    first: dict[str, str] = {}
    for name in entity_fields():
        for index, entity in enumerate(getattr(dataset, name)):
            place = f"/{name}/{index}"
            if first.setdefault(entity.id, place) != place:
                yield fault(name, index, "id", id=entity.id, first=first[entity.id])


@rule(
    "SRC001",
    "statement.about-nothing",
    on=Entity,
    moment=Moment.DRAFT,
    severity=Severity.ERROR,
    sources=(_POINTERS,),
    since="26.1",
)
def about_nothing(entity: Entity, _: Context) -> Iterable[Fault]:
    """What is said of a field points to a field that the entity has.

    Pointers into parts that a newer version of documents may have added are left alone.
    """
    for path, about in _pointers(entity):
        if value_at(entity, about) is NOTHING_THERE and not _is_extension(entity, about):
            yield fault(*path, about=about)


@rule(
    "SRC002",
    "statement.value-of-another-type",
    on=Entity,
    moment=Moment.DRAFT,
    severity=Severity.ERROR,
    sources=(_CONTRADICTIONS,),
    since="26.1",
)
def value_of_another_type(entity: Entity, _: Context) -> Iterable[Fault]:
    """The value of a statement could stand in the field that it speaks of."""
    for index, each in enumerate(entity.statements):
        reason = _typed(entity, each)[1]
        if reason is not None:
            yield fault("statements", index, "value", about=each.about, reason=reason)


@rule(
    "SRC003",
    "statement.preferred-but-not-held",
    on=Entity,
    moment=Moment.SUBMISSION,
    severity=Severity.WARNING,
    sources=(_CONTRADICTIONS,),
    since="26.1",
)
def preferred_but_not_held(entity: Entity, _: Context) -> Iterable[Fault]:
    """A field holds the value of the statement that is preferred for it.

    Silent where the statement or the field has no value; the source's words beside a
    value don't count.
    """
    for index, each in enumerate(entity.statements):
        said, reason = _typed(entity, each)
        held = value_at(entity, each.about)
        known = each.value is not None and reason is None and held not in {None, NOTHING_THERE}
        if each.standing is Standing.PREFERRED and known and _bare(held) != _bare(said):
            yield fault("statements", index, "value", about=each.about)


@rule(
    "SRC004",
    "statement.disputed-but-held",
    on=Entity,
    moment=Moment.SUBMISSION,
    severity=Severity.ERROR,
    sources=(_CONTRADICTIONS,),
    since="26.1",
)
def disputed_but_held(entity: Entity, _: Context) -> Iterable[Fault]:
    """A disputed field holds no value: its statements do."""
    for index, about in enumerate(entity.disputed):
        if value_at(entity, about) not in {None, (), NOTHING_THERE}:
            yield fault("disputed", index, about=about)


def _pointers(entity: Entity) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for index, statement in enumerate(entity.statements):
        yield ("statements", index, "about"), statement.about
    for index, about in enumerate(entity.disputed):
        yield ("disputed", index), about
    for index, question in enumerate(entity.questions):
        for position, about in enumerate(question.about):
            yield ("questions", index, "about", position), about


def _is_extension(entity: Entity, about: str) -> bool:
    return any(about == each.at or about.startswith(f"{each.at}/") for each in entity.extensions)


def _typed(entity: Entity, statement: Statement) -> tuple[object, Sentence | None]:
    """Return the value of a statement in its field's type, and why it is none."""
    spot = spot_at(type(entity), statement.about)
    if spot is None or statement.value is None:
        return None, None
    return fits(statement.value.json, spot.annotation)


def _bare(value: object) -> object:
    """Return a value without the words of its source."""
    if is_declared(type(value)) and "wording" in declarations(type(value)):
        return replaced(value, wording=None)
    return value


RULES: Final = (
    reference_unresolved,
    reference_of_another_class,
    id_twice,
    about_nothing,
    value_of_another_type,
    preferred_but_not_held,
    disputed_but_held,
)
