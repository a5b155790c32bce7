"""The dataset: every entity of a document, looked up by id, walked forward."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar, cast, final

from attrs import field, frozen

from territoires_participatifs.actions import Evaluation, FundedAction
from territoires_participatifs.applications import Application
from territoires_participatifs.calls import Call
from territoires_participatifs.checks import Waiver, mentions, walk
from territoires_participatifs.document._rows import Row, rows_of
from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.laureates import Decision, GrantAgreement, Laureate
from territoires_participatifs.organisations import Organisation, Programme
from territoires_participatifs.qualification import Cohort, QualificationCycle
from territoires_participatifs.sources import Entity, Extension, Licence, Quote, Source
from territoires_participatifs.values.declarations import (
    ALWAYS,
    HIDDEN,
    checked,
    declarations,
    replaced,
)
from territoires_participatifs.values.names import Bilingual
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.texts import SchemaVersion

SCHEMA_VERSION = "1.0"
"""The version of the documents that this library writes."""

E = TypeVar("E", bound=Entity)


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Dataset(Record):
    """All that a document holds: entities that refer to each other by id.

    >>> cerdd = Organisation(id="cerdd")
    >>> dataset = Dataset(organisations=(cerdd,))
    >>> dataset.get(Organisation, "cerdd") is cerdd
    True
    >>> len(dataset.put(Call(id="ditp-2020")))
    2
    """

    schema_version: SchemaVersion = field(default=SCHEMA_VERSION, metadata={ALWAYS: True})
    title: Bilingual | None = None
    main: Ref[Entity] | None = None
    """The entity that the document is about, as the one submission that it carries."""
    source: Ref[Source] | None = None
    """Where facts come from that name no other source."""
    licence: Licence | None = None
    """The terms under which the dataset itself may be used again."""
    sources: tuple[Source, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    programmes: tuple[Programme, ...] = ()
    calls: tuple[Call, ...] = ()
    applications: tuple[Application, ...] = ()
    decisions: tuple[Decision, ...] = ()
    laureates: tuple[Laureate, ...] = ()
    agreements: tuple[GrantAgreement, ...] = ()
    actions: tuple[FundedAction, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    cycles: tuple[QualificationCycle, ...] = ()
    cohorts: tuple[Cohort, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    """The rules that were lifted for one of its entities."""
    extensions: tuple[Extension, ...] = field(default=(), metadata={HIDDEN: True})
    """What the document holds at its root beyond what is known here."""

    def __iter__(self) -> Iterator[Entity]:
        for name in entity_fields():
            yield from cast("tuple[Entity, ...]", getattr(self, name))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return True  # an empty dataset is one, and not what None says

    def __contains__(self, id: object) -> bool:  # noqa: A002  # the field's word
        return id in self.by_id

    def __getitem__(self, id: str) -> Entity:  # noqa: A002
        """Return the entity of that id.

        :raises KeyError: if there is none.
        """
        return self.by_id[id]

    def get(self, kind: type[E], id: "str | Ref[E]") -> E:  # noqa: A002
        """Return the entity of that id and class.

        :raises KeyError: if there is no such entity, or if it is of another class.
        """
        found = self.by_id.get(str(id))
        if not isinstance(found, kind):
            message = f"{kind.__name__} {id}"
            raise KeyError(message)
        return found

    def of(self, kind: type[E], entity: "Entity | str") -> tuple[E, ...]:
        """Return the entities of a class that refer to an entity: the walk forward.

        :raises KeyError: as :meth:`referring`.
        :raises TypeError: for a class of parts, which :meth:`rows` are for.
        """
        if not issubclass(kind, Entity):
            # type checkers know better, notebooks don't
            message = f"entities refer to entities, and {kind} is of none: ask rows() for parts"  # type: ignore[unreachable]
            raise TypeError(message)
        return tuple(each for each in self.referring(entity) if isinstance(each, kind))

    def referring(self, entity: "Entity | str") -> tuple[Entity, ...]:
        """Return all entities that refer to an entity, in the order of the document.

        :raises KeyError: for an id that the dataset neither holds nor refers to.
        """
        id_ = entity if isinstance(entity, str) else entity.id
        if id_ not in self.referrers and id_ not in self.by_id:
            raise KeyError(id_)
        return self.referrers.get(id_, ())

    def source_of(self, entity: Entity, quote: Quote | None = None) -> "Ref[Source] | None":
        """Return the source of an entity's facts, or of a quotation that it carries.

        The nearest one that is named: by the quotation, by the entity, by the dataset.
        """
        named = None if quote is None else quote.source
        return named or entity.source or self.source

    def put(self, entity: Entity) -> "Dataset":
        """Return a dataset where that entity replaces the one of its id, or joins the others.

        :raises InvalidValue: ``VAL013`` if the id belongs to an entity of another class.
        """
        held = self.by_id.get(entity.id)
        if held is not None and type(held) is not type(entity):
            raise InvalidValue("VAL013", {"id": entity.id, "kind": type(held).__name__})
        name = _field_of(type(entity))
        if held is None:
            return replaced(self, **{name: (*getattr(self, name), entity)})
        swapped = {each: _swapped(getattr(self, each), entity) for each in entity_fields()}
        return replaced(self, **swapped)

    def rows(self, kind: type) -> tuple[Row, ...]:
        """Return a table of every object of a class, entity or part: a row each.

        Its columns are the same in every row: the ``entity`` around it, the ``pointer``
        that leads to it, then its simple fields, with a column for each field of a value
        of several (``closes``, ``closes.hour``). A list of simple values is one text, a part has
        rows of its own. What is unknown is ``None``, which is not an empty list.

        :raises TypeError: for what is not one class, as all entities or a family.

        >>> dataset = Dataset(calls=(Call(id="ditp-2020"),))
        >>> [(row["entity"], row["pointer"], row["closes"]) for row in dataset.rows(Call)]
        [('ditp-2020', '/calls/0', None)]
        """
        return rows_of(self, kind)

    @cached_property
    def by_id(self) -> Mapping[str, Entity]:
        """Every entity by its id, nested ones too; the first one, if two share it."""
        found: dict[str, Entity] = {}
        for visit in walk(self):
            if isinstance(visit.subject, Entity):
                found.setdefault(visit.subject.id, visit.subject)
        return MappingProxyType(found)

    @cached_property
    def referrers(self) -> Mapping[str, tuple[Entity, ...]]:
        """The entities that refer to each id."""
        found: dict[str, dict[str, Entity]] = {}
        for each in mentions(self):
            if each.entity is not None:
                found.setdefault(each.ref.id, {}).setdefault(each.entity.id, each.entity)
        return MappingProxyType({id_: tuple(by.values()) for id_, by in found.items()})


def entity_fields() -> Mapping[str, type[Entity]]:
    """Return the fields of a dataset that hold entities, with their class."""
    return {
        each.name: each.kinds[0]
        for each in declarations(Dataset).values()
        if each.many and issubclass(each.kinds[0], Entity)
    }


def _swapped(entities: tuple[E, ...], entity: Entity) -> tuple[E, ...]:
    """Return entities where one takes the place of the one of its id, nested or not."""
    return tuple(cast("E", _with(each, entity)) for each in entities)


def _with(held: Entity, entity: Entity) -> Entity:
    if held.id == entity.id and type(held) is type(entity):
        return entity
    if isinstance(held, Application) and entity.id in {each.id for each in held.organisations}:
        return replaced(held, organisations=_swapped(held.organisations, entity))
    return held


def _field_of(kind: type) -> str:
    for name, held in entity_fields().items():
        if held is kind:
            return name
    message = f"a dataset holds no {kind.__name__}"
    raise TypeError(message)
