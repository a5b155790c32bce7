"""What a document holds and we don't know: taken out on reading, put back on writing."""

from collections.abc import Iterable
from typing import Final, TypeAlias, cast, final

from attrs import field, frozen

from territoires_participatifs.checks import Finding, Place, Severity
from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.sources import Entity, Extension
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.declarations import (
    TAG,
    Declaration,
    Tagged,
    declarations,
    is_declared,
    is_untagged,
    replaced,
)
from territoires_participatifs.values.raw import Json, Raw
from territoires_participatifs.values.texts import pointer_index, pointer_token, pointer_tokens

NEAR: Final = 0.8
"""How alike two names must be (``difflib``, 0 to 1) for one to be taken for a slip of the other."""


@final
@frozen
class Sifted:
    """The unknown parts of a document, and the names among them that look misspelt."""

    kept: dict[str, list[Extension]] = field(factory=dict[str, list[Extension]])
    """By the pointer of the entity that carries them."""
    misspelt: list[Finding] = field(factory=list[Finding])


Carried: TypeAlias = dict[tuple[str, ...], tuple[Extension, ...]]
"""What each part carries, by the steps that lead to it."""


def sift(raw: Json, cls: type, unknown: Sifted, pointer: str = "", carrier: str = "") -> Json:
    """Return raw JSON less the names that the class does not know, which are collected.

    :raises InvalidValue: if an unknown part can't be kept (``VAL002``, ``VAL009``,
        ``VAL010``); a decoded document holds none such.
    """
    if not isinstance(raw, dict) or not is_declared(cls) or is_untagged(cls):
        return raw
    if issubclass(cls, Entity):
        carrier = pointer
    kept: dict[str, Json] = {}
    known = declarations(cls)
    shown = [name for name, each in known.items() if not each.hidden]
    tag = {TAG} if issubclass(cls, Tagged) else set[str]()
    for name, value in cast("dict[object, Json]", raw).items():
        if not isinstance(name, str):
            raise InvalidValue("VAL009", {"kind": type(name).__name__})
        place = f"{pointer}/{pointer_token(name)}"
        if name in tag:
            kept[name] = value
        elif name in shown:
            kept[name] = _sift_field(value, known[name], unknown, place, carrier)
        else:
            at = place.removeprefix(carrier)
            unknown.kept.setdefault(carrier, []).append(Extension(at=at, content=Raw.of(value)))
            unknown.misspelt.extend(_misspelt(name, place, shown))
    return kept


def _misspelt(name: str, place: str, known: Iterable[str]) -> list[Finding]:
    from difflib import get_close_matches  # noqa: PLC0415  # with the first unknown name

    near = get_close_matches(name, known, n=1, cutoff=NEAR)
    facts = {"name": name, "near": near[0] if near else None}
    found = Finding(
        code="DOC016", severity=Severity.WARNING, place=Place(pointer=place), facts=facts
    )
    return [found] if near else []


def _sift_field(
    value: Json, declaration: Declaration, unknown: Sifted, place: str, carrier: str
) -> Json:
    if not is_declared(declaration.kinds[0]):
        return value
    if declaration.many and isinstance(value, list):
        return [
            sift(each, declaration.kind_of(each), unknown, f"{place}/{index}", carrier)
            for index, each in enumerate(value)
        ]
    return sift(value, declaration.kind_of(value), unknown, place, carrier)


def attach(root: object, unknown: Sifted) -> object:
    """Return an object whose entities carry the unknown parts of their document."""
    carried = {
        tuple(pointer_tokens(pointer)): tuple(sorted(extensions, key=lambda each: each.at))
        for pointer, extensions in unknown.kept.items()
    }
    return _attached(root, carried) if carried else root


def _attached(held: object, carried: Carried) -> object:
    """Rebuild an object once, whatever the number of its parts that carry something."""
    inside: dict[str, Carried] = {}
    for way, extensions in carried.items():
        if way:
            inside.setdefault(way[0], {})[way[1:]] = extensions
    if isinstance(held, tuple):
        items = list(cast("tuple[object, ...]", held))
        for step, rest in inside.items():
            items[int(step)] = _attached(items[int(step)], rest)
        return tuple(items)
    changes: dict[str, object] = {
        step: _attached(getattr(held, step), rest) for step, rest in inside.items()
    }
    if () in carried:
        changes["extensions"] = carried[()]
    return replaced(held, **changes)


def restore(raw: dict[str, Json], cls: type, extensions: tuple[Extension, ...]) -> None:
    """Put unknown parts back in their places, in the JSON of the object that carries them.

    :raises InvalidValue: ``VAL012`` if the place is no longer there.
    """
    for each in extensions:
        *way, name = pointer_tokens(each.at)
        holder = _holder(raw, cls, way, each.at)
        if name in holder:
            raise InvalidValue("VAL012", {"at": each.at})
        holder[name] = each.content.json


def _holder(raw: dict[str, Json], cls: type, way: list[str], at: str) -> dict[str, Json]:
    holder, steps = raw, list(way)
    while steps:
        name = steps.pop(0)
        declaration = declarations(cls).get(name)
        if declaration is None or name not in holder:
            raise InvalidValue("VAL012", {"at": at})
        if declaration.many:
            items = cast("list[Json]", holder[name])
            index = pointer_index(steps.pop(0)) if steps else None
            if index is None or index >= len(items):
                raise InvalidValue("VAL012", {"at": at})
            cls = declaration.kind_of(items[index])
            items[index] = holder = _opened(items[index], cls)
        else:
            cls = declaration.kind_of(holder[name])
            opened = _opened(holder[name], cls)
            holder[name], holder = opened, opened
    return holder


def _opened(raw: Json, cls: type) -> dict[str, Json]:
    """Return the object form of a value that may be written as its first field alone."""
    if isinstance(raw, dict):
        return raw
    return {cls.lead().name: raw} if issubclass(cls, Compound) else {}
