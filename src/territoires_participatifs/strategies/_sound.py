"""What makes a dataset sound: to drop what a rule finds fault with."""

from typing import TypeVar, cast

from territoires_participatifs.document import Dataset
from territoires_participatifs.rulebook import check
from territoires_participatifs.values.declarations import Declaration, declarations, replaced
from territoires_participatifs.values.texts import pointer_tokens

T = TypeVar("T")


def sound(dataset: Dataset) -> Dataset:
    """Return a dataset less what is found in it: a field, or the part that can't do without it."""
    while places := [pointer_tokens(each.pointer) for each in check(dataset)]:
        left = _without(dataset, [each for each in places if _is_outermost(each, places)])
        if left == dataset:
            message = f"a rule finds fault with what can't be dropped: {places}"
            raise ValueError(message)
        dataset = left
    return dataset


def _is_outermost(place: list[str], places: list[list[str]]) -> bool:
    return not any(place[:end] in places for end in range(len(place)))


def _without(held: T, places: list[list[str]]) -> T:
    """Return an object less the fields and the parts at some places, none inside of another."""
    changes: dict[str, object] = {}
    for name in dict.fromkeys(place[0] for place in places):
        inside = [place[1:] for place in places if place[0] == name]
        changes[name] = _field_without(held, name, inside)
    return replaced(held, **changes)


def _field_without(held: object, name: str, places: list[list[str]]) -> object:
    declaration, value = declarations(type(held))[name], getattr(held, name)
    if [] in places:
        return _absent(declaration)
    if not declaration.many:
        left = _part_without(value, places)
        return _absent(declaration) if left is None else left
    kept: list[object] = []
    for index, each in enumerate(cast("tuple[object, ...]", value)):
        inside = [place[1:] for place in places if place[0] == str(index)]
        left = _part_without(each, inside) if inside else each
        kept += [] if left is None else [left]
    return tuple(kept)


def _absent(declaration: Declaration) -> object:
    """Return what a field holds that holds nothing: what it must hold is a list, or it can't."""
    return () if declaration.required else declaration.default


def _part_without(part: T, places: list[list[str]]) -> T | None:
    """Return a part less what is at some places; None if it can't do without it."""
    needed = [] in places or any(_is_needed(part, place) for place in places)
    return None if needed else _without(part, places)


def _is_needed(part: object, place: list[str]) -> bool:
    """Whether a part can't be without what is at a place in it, or is blamed for its absence."""
    declaration = declarations(type(part)).get(place[0])
    if declaration is None:  # the tag of a family
        return True
    if len(place) == 1 and getattr(part, place[0]) == _absent(declaration):
        return True
    if not declaration.required or declaration.many:
        return False
    return len(place) == 1 or _is_needed(getattr(part, place[0]), place[1:])
