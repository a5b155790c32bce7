"""The hooks that write: only what is known, in the shortest form that reads back."""

from decimal import Decimal
from functools import cache
from typing import cast

from attrs import NOTHING
from cattrs import Converter

from territoires_participatifs.document._extensions import restore
from territoires_participatifs.document.structuring._reading import STATE, is_subclass_of
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.declarations import (
    TAG,
    Tagged,
    declarations,
    is_declared,
    is_untagged,
)
from territoires_participatifs.values.raw import Json, Raw
from territoires_participatifs.values.ternary import NotApplicable
from territoires_participatifs.values.texts import Textual


def register_writing(converter: Converter) -> None:
    """Teach a converter to write every class of this library."""
    converter.register_unstructure_hook_func(is_subclass_of(Textual), str)
    converter.register_unstructure_hook_func(lambda kind: kind is Raw, lambda raw: raw.json)
    converter.register_unstructure_hook(NotApplicable, lambda _: dict(STATE))
    converter.register_unstructure_hook(Decimal, lambda number: f"{number:f}")
    converter.register_unstructure_hook_func(is_declared, lambda held: _written(held, converter))


def _written(held: object, converter: Converter) -> Json:
    kind: type = type(held)
    raw: dict[str, Json] = {TAG: kind.tag} if issubclass(kind, Tagged) else {}
    lead, hidden, shown = _fields_of(kind)
    for name, default in shown:
        value = getattr(held, name)
        if value is not default and value != default:
            raw[name] = _value(value, converter)
    if lead is not None and raw.keys() == {lead} and not isinstance(raw[lead], dict):
        return raw[lead]  # the rest is silent; an object would be taken for the whole
    if is_untagged(kind):
        return raw[shown[0][0]]
    extensions = () if hidden is None else getattr(held, hidden)
    if extensions:
        restore(raw, kind, extensions)
    return raw


@cache
def _fields_of(kind: type) -> tuple[str | None, str | None, tuple[tuple[str, object], ...]]:
    """Return the field that a value may be written by alone, the hidden one, and all others.

    Each with the default with which it is left out; one that is always written has none.
    """
    known = declarations(kind).values()
    hidden = next((each.name for each in known if each.hidden), None)
    alone = issubclass(kind, Compound) and kind.short
    lead = next(each.name for each in known) if alone else None
    shown = (each for each in known if not each.hidden)
    return (
        lead,
        hidden,
        tuple((each.name, NOTHING if each.always else each.default) for each in shown),
    )


def _value(value: object, converter: Converter) -> Json:
    if isinstance(value, tuple):
        return [_value(each, converter) for each in value]
    if isinstance(value, str):
        return value  # as most values are: the converter would find the same, in ten times the time
    if is_declared(type(value)):
        return _written(value, converter)
    return cast("Json", converter.unstructure(value))
