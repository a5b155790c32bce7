"""What a document holds and we don't know: taken out on reading, put back on writing."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final, cast, final

from attrs import field, frozen

from territoires_participatifs.checks import Finding, Place, Severity
from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.sources import Entity, Extension
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.declarations import (
    Declaration,
    declarations,
    is_declared,
    replaced,
)
from territoires_participatifs.values.raw import Json, Raw
from territoires_participatifs.values.texts import pointer_token, pointer_tokens

NEAR: Final = 0.8
"""How alike two names must be (``difflib``, 0 to 1) for one to be taken for a slip of the other."""


@final
@frozen
class Sifted:
    """The unknown parts of a document, and the names among them that look misspelt."""

    kept: dict[str, list[Extension]] = field(factory=dict[str, list[Extension]])
    """By the pointer of the entity that carries them."""
    misspelt: list[Finding] = field(factory=list[Finding])


def sift(raw: Json, cls: type, unknown: Sifted, pointer: str = "", carrier: str = "") -> Json:
    """Return raw JSON less the names that the class does not know, which are collected.

    :raises InvalidValue: if an unknown part can't be kept (``VAL002``, ``VAL009``,
        ``VAL010``); a decoded document holds none such.
    """
    if not isinstance(raw, dict) or not is_declared(cls):
        return raw
    if issubclass(cls, Entity):
        carrier = pointer
    kept: dict[str, Json] = {}
    known = declarations(cls)
    for name, value in raw.items():
        place = f"{pointer}/{pointer_token(str(name))}"
        if name in known and not known[name].hidden:
            kept[name] = _sift_field(value, known[name], unknown, place, carrier)
        else:
            at = place.removeprefix(carrier)
            unknown.kept.setdefault(carrier, []).append(Extension(at=at, content=Raw.of(value)))
            unknown.misspelt.extend(_misspelt(str(name), place, known))
    return kept


def _misspelt(name: str, place: str, known: Iterable[str]) -> list[Finding]:
    near = get_close_matches(name, known, n=1, cutoff=NEAR)
    facts = {"name": name, "near": near[0] if near else None}
    found = Finding(
        code="DOC016", severity=Severity.WARNING, place=Place(pointer=place), facts=facts
    )
    return [found] if near else []


def _sift_field(
    value: Json, declaration: Declaration, unknown: Sifted, place: str, carrier: str
) -> Json:
    kind = declaration.kinds[0]
    if not is_declared(kind):
        return value
    if declaration.many and isinstance(value, list):
        return [
            sift(each, kind, unknown, f"{place}/{index}", carrier)
            for index, each in enumerate(value)
        ]
    return sift(value, kind, unknown, place, carrier)


def attach(root: object, unknown: Sifted) -> object:
    """Return an object whose entities carry the unknown parts of their document."""
    for pointer, extensions in unknown.kept.items():
        ordered = tuple(sorted(extensions, key=lambda each: each.at))
        root = _attached(root, pointer_tokens(pointer), ordered)
    return root


def _attached(held: object, tokens: list[str], extensions: tuple[Extension, ...]) -> object:
    if not tokens:
        return replaced(held, extensions=extensions)
    step, *rest = tokens
    if isinstance(held, tuple):
        index = int(step)
        parts = cast("tuple[object, ...]", held)
        changed = _attached(parts[index], rest, extensions)
        return (*parts[:index], changed, *parts[index + 1 :])
    part = _attached(getattr(held, step), rest, extensions)
    return replaced(held, **{step: part})


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
        declaration = declarations(cls).get(steps[0])
        if declaration is None or steps[0] not in holder:
            raise InvalidValue("VAL012", {"at": at})
        cls = declaration.kinds[0]
        container, step = (holder, steps.pop(0)) if not declaration.many else (None, "")
        if container is None:
            items = cast("list[Json]", holder[steps.pop(0)])
            index = int(steps.pop(0)) if steps and steps[0].isdecimal() else len(items)
            if index >= len(items):
                raise InvalidValue("VAL012", {"at": at})
            items[index] = holder = _opened(items[index], cls)
        else:
            container[step] = holder = _opened(container[step], cls)
    return holder


def _opened(raw: Json, cls: type) -> dict[str, Json]:
    """Return the object form of a value that may be written as its first field alone."""
    if isinstance(raw, dict):
        return raw
    return {cls.lead().name: raw} if issubclass(cls, Compound) else {}
