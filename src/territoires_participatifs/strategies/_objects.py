"""Strategies for any object, by its field declarations."""

from collections.abc import Mapping
from enum import Enum
from functools import cache
from itertools import cycle
from typing import Any, Final, TypeAlias, TypeVar, cast

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from territoires_participatifs.applications import Application
from territoires_participatifs.document import Dataset, entity_fields, unstructure
from territoires_participatifs.sources import (
    Entity,
    Extension,
    OpenQuestion,
    Standing,
    Statement,
)
from territoires_participatifs.strategies._sound import sound
from territoires_participatifs.strategies._values import FORMED, OWN, PLAIN, RAW, texts
from territoires_participatifs.values import NOT_APPLICABLE, Bilingual, Raw, Ref
from territoires_participatifs.values.declarations import Declaration, declarations, replaced
from territoires_participatifs.values.texts import EntityId, form_of

T = TypeVar("T")
E = TypeVar("E", bound=Entity)

Ids: TypeAlias = tuple[tuple[type, tuple[str, ...]], ...]
"""The ids that references may name, by class; empty: any id will do."""

_ANY_ID: Final[Ids] = ()

_FILLED: Final = 5
"""The most optional fields that an object fills: of a large class, a third."""

_FEW: Final = 3
"""The most that an object of a dataset fills, so that datasets stay small examples."""


def from_class(cls: type[T]) -> SearchStrategy[T]:
    """Draw objects of a class: valid, though not always sound.

    >>> from territoires_participatifs.calls import Round
    >>> from_class(Round).validate()
    """
    return cast("SearchStrategy[T]", _objects(cast("Any", cls), _ANY_ID))


@cache
def _objects(cls: Any, ids: Ids) -> SearchStrategy[Any]:  # noqa: ANN401  # any class at all
    if cls in OWN:
        return OWN[cls]()
    drawn = _built(cls, ids)
    if not issubclass(cls, Entity):
        return drawn
    told = drawn.flatmap(lambda entity: _with_provenance(entity, ids))
    return st.one_of(drawn, drawn, told) if ids else told


@cache
def _fields(cls: Any, ids: Ids) -> Mapping[str, SearchStrategy[Any]]:  # noqa: ANN401
    """Return what each field of a class may hold, made once: to make it costs more than to draw."""
    later = _LATER if issubclass(cls, Entity) else frozenset[str]()
    fields = {n: e for n, e in declarations(cls).items() if not (e.hidden or n in later)}
    return {name: _field(each, ids) for name, each in fields.items()}


@cache
def _chosen(cls: Any, ids: Ids) -> SearchStrategy[list[str]]:  # noqa: ANN401  # any class at all
    """Draw the names of the optional fields that an object fills: few, in a dataset."""
    later = _LATER if issubclass(cls, Entity) else frozenset[str]()
    declared = declarations(cls).items()
    optional = [n for n, e in declared if not (e.required or e.hidden or n in later)]
    most = _FEW if ids else max(_FILLED, len(optional) // 3)
    names = st.lists(st.sampled_from(optional), max_size=most, unique=True)
    return names if optional else st.just([])


@st.composite
def _built(draw: st.DrawFn, cls: Any, ids: Ids) -> Any:  # noqa: ANN401
    """Draw an object that fills its required fields and a few of the others."""
    filled = draw(_chosen(cls, ids))
    known = declarations(cls)
    fields = {n: e for n, e in _fields(cls, ids).items() if known[n].required or n in filled}
    return cls(**{name: draw(each) for name, each in fields.items()})


def datasets() -> SearchStrategy[Dataset]:
    """Draw sound datasets: references resolve, dates are in order, no rule has a word to say."""
    return _datasets()


_NUMBERS: Final = ((1,), (0,), (2,), (0, 1), (1, 0), (2, 1, 0))
"""How many entities of each class a dataset holds, class after class, again and again.

They are few, since strategies are made for each set of ids that references may name.
"""


@st.composite
def _datasets(draw: st.DrawFn) -> Dataset:
    classes = entity_fields()
    numbers = dict(zip(classes, cycle(draw(st.sampled_from(_NUMBERS))), strict=False))
    ids: dict[type, tuple[str, ...]] = {
        cls: tuple(f"{name}-{index}" for index in range(numbers[name]))
        for name, cls in classes.items()
    }
    ids[Entity] = tuple(each for some in ids.values() for each in some)
    known = tuple(ids.items())
    parts: dict[str, Any] = {
        name: tuple(_named(draw(_objects(cast("Any", cls), known)), each) for each in ids[cls])
        for name, cls in classes.items()
    }
    rest: dict[str, Any] = {
        name: draw(_field(each, known))
        for name, each in declarations(Dataset).items()
        if name not in classes and not each.hidden
    }
    return sound(Dataset(**parts, **rest, extensions=draw(_extensions())))


def _named(entity: E, id_: str) -> E:
    """Return an entity under an id, and those that it declares under ids of their own."""
    if isinstance(entity, Application):
        declared = tuple(
            replaced(each, id=f"{id_}-organisation-{index}")
            for index, each in enumerate(entity.organisations)
        )
        entity = replaced(entity, organisations=declared)
    return replaced(entity, id=id_)


def _field(declaration: Declaration, ids: Ids) -> SearchStrategy[Any]:
    """Draw what a field may hold that is known; a field that is not drawn holds its default."""
    kinds = [e for e in declaration.kinds if not ids or _possible(e, declaration, ids)]
    if not kinds:
        return st.just(() if declaration.required else declaration.default)
    one = st.one_of([_kind(kind, declaration, ids) for kind in kinds])
    held = st.lists(one, max_size=2).map(tuple) if declaration.many else one
    return held | st.just(NOT_APPLICABLE) if declaration.may_not_apply else held


def _kind(kind: type, declaration: Declaration, ids: Ids) -> SearchStrategy[Any]:
    if kind is str:
        return texts() if declaration.form is None else FORMED[declaration.form]
    if kind is Ref:
        known = dict(ids).get(declaration.target or Entity, ())
        return (st.sampled_from(known) if known else FORMED[form_of(EntityId)]).map(Ref)
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    return PLAIN[kind] if kind in PLAIN else _objects(cast("Any", kind), ids)


def _possible(kind: type, declaration: Declaration, ids: Ids) -> bool:
    """Whether references that a kind needs have something to name."""
    if kind is Ref:
        return bool(dict(ids).get(declaration.target or Entity))
    if kind in OWN or kind in PLAIN or issubclass(kind, str | Enum):
        return True
    needed = [e for e in declarations(kind).values() if e.required and not e.many]
    return all(any(_possible(inner, e, ids) for inner in e.kinds) for e in needed)


# Provenance, drawn once an entity is there to speak of

_LATER: Final = frozenset({"statements", "disputed", "questions", "extensions"})


@st.composite
def _with_provenance(draw: st.DrawFn, entity: E, ids: Ids) -> E:
    known = [each for each in declarations(type(entity)) if each not in {"id", *_LATER}]
    unknown = [each for each in known if getattr(entity, each) is None]
    about = st.sampled_from([f"/{each}" for each in known])
    quotes = _field(declarations(OpenQuestion)["quotes"], ids)
    question = st.builds(
        OpenQuestion,
        about=st.tuples(about),
        text=from_class(Bilingual),
        readings=st.lists(from_class(Bilingual), max_size=2).map(tuple),
        quotes=quotes,
    )
    statements = st.lists(_statements(entity, about, ids), max_size=2)
    disputed = st.lists(st.sampled_from(unknown), max_size=2, unique=True)
    return replaced(
        entity,
        statements=tuple(draw(statements)),
        disputed=tuple(f"/{each}" for each in draw(disputed if unknown else st.just([]))),
        questions=tuple(draw(st.lists(question, max_size=1))),
        extensions=draw(_extensions()),
    )


@st.composite
def _statements(draw: st.DrawFn, entity: Entity, about: SearchStrategy[str], ids: Ids) -> Statement:
    """Draw a statement that repeats what a field holds, or tells no value."""
    field = draw(about)
    held = getattr(entity, field[1:])
    parts = list(held) if isinstance(held, tuple) else held
    told = held is not None and draw(st.booleans())
    return Statement(
        about=field,
        value=Raw.of(unstructure(parts)) if told else None,
        standing=draw(st.sampled_from(Standing)),
        quote=draw(_field(declarations(Statement)["quote"], ids)),
        note=draw(st.none() | from_class(Bilingual)),
    )


def _extensions() -> SearchStrategy[tuple[Extension, ...]]:
    names = st.from_regex(r"\Ax-[a-z]{1,5}\Z").map("/{}".format)
    one = st.builds(Extension, at=names, content=RAW)
    some = st.lists(one, max_size=2, unique_by=lambda each: each.at)
    return some.map(lambda found: tuple(sorted(found, key=lambda each: each.at)))
