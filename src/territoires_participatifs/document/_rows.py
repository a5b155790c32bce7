"""Rows for tables: each object of one class, its simple values side by side."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum
from typing import Final, TypeAlias

from territoires_participatifs.checks import walk
from territoires_participatifs.sources import Entity
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.declarations import (
    TAG,
    Declaration,
    Tagged,
    declarations,
    is_declared,
)
from territoires_participatifs.values.money import Money
from territoires_participatifs.values.numbers import Number

Cell: TypeAlias = str | int | Decimal | None
"""What a table holds: a text, a number, or nothing for what is unknown."""

Row: TypeAlias = Mapping[str, Cell]

BETWEEN: Final = " | "
"""What stands between the items of a list in one cell."""


def rows_of(root: object, kind: type) -> tuple[Row, ...]:
    """Return a row for each object of a class in a dataset, or in a part of one.

    :raises TypeError: for what is not one class, as all entities or a family.
    """
    if not is_declared(kind) or kind is Entity:
        message = f"rows are of one class of entities or parts, not of {kind}"
        raise TypeError(message)
    return tuple(
        {
            "entity": None if visit.entity is None else visit.entity.id,
            "pointer": visit.pointer,
            **dict(_cells(visit.subject)),
        }
        for visit in walk(root)
        if type(visit.subject) is kind
    )


def _cells(held: object) -> Iterator[tuple[str, Cell]]:
    if isinstance(held, Tagged):
        yield TAG, held.tag
    for each in declarations(type(held)).values():
        if not each.hidden:
            yield from _field(each.name, each, getattr(held, each.name))


def _field(name: str, declaration: Declaration, held: object) -> Iterator[tuple[str, Cell]]:
    """Yield the cells of a field; parts have rows of their own."""
    (kind, *others) = declaration.kinds
    if others or (is_declared(kind) and not issubclass(kind, Compound)):
        return
    if declaration.many:
        yield name, None if held is None else BETWEEN.join(map(_text, declaration.values(held)))
    elif issubclass(kind, Compound):
        yield from _compound(name, kind, held)
    elif kind is Money:
        yield name, held.sum if isinstance(held, Money) else None
        yield f"{name}.currency", held.currency if isinstance(held, Money) else None
    else:
        yield name, _plain(held)


def _compound(name: str, kind: type[Compound], held: object) -> Iterator[tuple[str, Cell]]:
    """Yield a value of several fields: the first under its own name, the others after it."""
    lead = f"{name}.{kind.lead().name}" if kind.short else None
    for each in declarations(kind).values():
        inner = getattr(held, each.name) if isinstance(held, kind) else None
        for column, cell in _field(f"{name}.{each.name}", each, inner):
            yield name if column == lead else column, cell


def _plain(held: object) -> Cell:
    if held is None:
        return None
    if isinstance(held, Number):
        return held.value
    return held if isinstance(held, int | Decimal) else _text(held)


def _text(held: object) -> str:
    if isinstance(held, Compound) and held.short:
        return _text(getattr(held, held.lead().name))
    return str(held.value if isinstance(held, Enum) else held)
