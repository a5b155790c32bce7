"""The hooks that write: only what is known, in the shortest form that reads back."""

from decimal import Decimal
from typing import cast

from cattrs import Converter

from territoires_participatifs.document._extensions import restore
from territoires_participatifs.document.structuring._reading import STATE, is_subclass_of
from territoires_participatifs.sources import Extension
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
    kind = type(held)
    if isinstance(held, Compound) and held.is_short():
        lead = _value(getattr(held, held.lead().name), converter)
        if not isinstance(lead, dict):  # which would be taken for the whole
            return lead
    if is_untagged(kind):
        return _value(getattr(held, next(iter(declarations(kind)))), converter)
    raw: dict[str, Json] = {TAG: kind.tag} if issubclass(kind, Tagged) else {}
    extensions: tuple[Extension, ...] = ()
    for each in declarations(kind).values():
        value = getattr(held, each.name)
        if each.hidden:
            extensions = value
        elif each.always or each.required or value != each.default:
            raw[each.name] = _value(value, converter)
    restore(raw, kind, extensions)
    return raw


def _value(value: object, converter: Converter) -> Json:
    if isinstance(value, tuple):
        return [converter.unstructure(each) for each in value]
    return cast("Json", converter.unstructure(value))
