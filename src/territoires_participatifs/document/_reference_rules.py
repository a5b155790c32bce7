"""Rules on what refers to what: by the ids of entities, and by those of parts."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeVar

from territoires_participatifs.actions import FundedAction
from territoires_participatifs.applications import Application, Project
from territoires_participatifs.calls import Call, Track
from territoires_participatifs.checks import (
    Context,
    Event,
    Fault,
    Mention,
    Moment,
    Severity,
    Waiver,
    fault,
    mentions_of,
    rule,
    walk,
)
from territoires_participatifs.laureates import Laureate
from territoires_participatifs.organisations import Organisation, Person
from territoires_participatifs.qualification import Cohort, Seat, TrainingSession
from territoires_participatifs.sources import Entity, Source
from territoires_participatifs.values.declarations import Declaration, declarations
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.texts import EntityId, form_of, pointer_tokens

E = TypeVar("E", bound=Entity)

_PROMISE: Final = Source(
    id="stability",
    title="territoires_participatifs, docs: stability",
)


@rule(
    "DAT001",
    "dataset.reference-unresolved",
    on=Record,
    moment=Moment.SUBMISSION,
    severity=Severity.ERROR,
    sources=(_PROMISE,),
    since="26.1",
)
def reference_unresolved(record: Record, context: Context) -> Iterable[Fault]:
    """Every reference names an entity of the dataset.

    A draft may refer to what is still to be written. An entity that is there but could
    not be built is reported for itself, not at each of its mentions. Silent on an entity that
    is checked alone.
    """
    for each in mentions_of(record) if context.at_hand else ():
        if context.find(each.ref.id) is None and each.ref.id not in context.unbuilt:
            yield fault(*pointer_tokens(each.pointer), id=each.ref.id)


@rule(
    "DAT002",
    "dataset.reference-of-another-class",
    on=Record,
    moment=Moment.DRAFT,
    severity=Severity.ERROR,
    sources=(_PROMISE,),
    since="26.1",
)
def reference_of_another_class(record: Record, context: Context) -> Iterable[Fault]:
    """A reference names an entity of the class that its field is for.

    Some fields are for an organisation, or for an action, though their type says no more
    than an entity, since their room comes before.
    """
    for each in mentions_of(record):
        found, target = context.find(each.ref.id), _target(record, each)
        if found is not None and not isinstance(found, target):
            kinds = {"expected": target.__name__, "found": type(found).__name__}
            yield fault(*pointer_tokens(each.pointer), id=each.ref.id, **kinds)


_NARROWER: Final[Mapping[tuple[type, str], type[Entity]]] = {
    (Source, "publisher"): Organisation,
    (Event, "authority"): Organisation,
    (Waiver, "authority"): Organisation,
    (Person, "organisation"): Organisation,
    (Call, "opened_by"): FundedAction,
}
"""The class that a field is for, where its type can't say so without looking ahead."""


def _target(holder: Record, mention: Mention) -> type[Entity]:
    return _NARROWER.get((type(holder), mention.field), mention.target)


@rule(
    "DAT004",
    "part.unknown-in-its-whole",
    on=Entity,
    moment=Moment.SUBMISSION,
    severity=Severity.ERROR,
    sources=(_PROMISE,),
    since="26.1",
)
def unknown_in_its_whole(entity: Entity, context: Context) -> Iterable[Fault]:
    """A part that is named by its id is there: a round, a track, a project.

    Silent where the whole is not at hand, or its list unknown.
    """
    for visit in walk(entity):
        if visit.entity is entity:
            for name, index, id_, (kind, parts) in _local(visit.subject):
                known = getattr(_whole(entity, kind, context), parts, None)
                if known is not None and id_ not in {each.id for each in known}:
                    place = (name,) if index is None else (name, index)
                    yield fault(*pointer_tokens(visit.pointer), *place, id=id_)


_WHOLES: Final[Mapping[str, tuple[type[Entity], str]]] = {
    "round": (Call, "rounds"),
    "rounds": (Call, "rounds"),
    "track": (Call, "tracks"),
    "tracks": (Call, "tracks"),
    "exclusive_with": (Call, "tracks"),
    "exclusive": (Call, "tracks"),
    "stage": (Call, "stages"),
    "stages": (Call, "stages"),
    "criterion": (Call, "criteria"),
    "requirement": (Call, "requirements"),
    "part": (Application, "parts"),
    "project": (Application, "projects"),
    "projects": (Application, "projects"),
    "session": (Cohort, "sessions"),
    "seat": (Cohort, "seats"),
}
"""The entity and the list in which the part is that a field names."""

_BY_CLASS: Final[Mapping[tuple[type, str], tuple[type[Entity], str]]] = {
    (Track, "part_of"): (Call, "tracks"),
    (Project, "part_of"): (Application, "projects"),
    (Seat, "replaces"): (Cohort, "seats"),
    (TrainingSession, "replaces"): (Cohort, "sessions"),
}
"""The same, where it depends on the class that has the field."""


def whole_of(kind: type, name: str) -> tuple[type[Entity], str] | None:
    """Return the entity and the list in which the part is that a field of a class names."""
    return _BY_CLASS.get((kind, name)) or _WHOLES.get(name)


def names_a_part(declaration: Declaration) -> bool:
    """Whether a field holds the id of something that is no entity."""
    return declaration.form is form_of(EntityId) and declaration.name != "id"


def _local(
    subject: object,
) -> Iterator[tuple[str, int | None, str, tuple[type[Entity], str]]]:
    """Yield the parts that a part names: the field, the place in it, the id, and where it is."""
    for each in declarations(type(subject)).values():
        whole = whole_of(type(subject), each.name) if names_a_part(each) else None
        if whole is not None:
            for index, id_ in enumerate(each.values(getattr(subject, each.name))):
                yield each.name, index if each.many else None, str(id_), whole


_STEPS: Final = {"call": Call, "application": Application, "laureate": Laureate}
"""The references that lead back, from whatever comes after, to the application and the call."""


def _whole(entity: Entity, kind: type[E], context: Context) -> E | None:
    """Return the entity of a class that an entity is, or that it leads back to."""
    if isinstance(entity, kind):
        return entity
    for step, target in _STEPS.items():
        ref: Ref[Entity] | None = getattr(entity, step, None)
        before = None if ref is None else context.find(ref.id)
        # of another class, it could lead round in a circle
        if before is not None and isinstance(before, target):
            found = _whole(before, kind, context)
            if found is not None:
                return found
    return None
