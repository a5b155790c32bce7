"""To take places out of an object, so that what is left stays whole.

A part that can't do without what was taken goes with it, and so does one that is left
with nothing. A list that lost all its items is unknown, where it may be: it is not known
to be empty. What was said of a place goes with the place, and pointers to what follows
it in its list are counted anew.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeVar, cast, final

from attrs import frozen

from territoires_participatifs.checks import Event, walk
from territoires_participatifs.privacy._marks import Way, is_filled, items
from territoires_participatifs.sources import Entity, Extension, OpenQuestion, Statement
from territoires_participatifs.values.declarations import (
    Declaration,
    declarations,
    is_declared,
    replaced,
)
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import pointer_index, pointer_token, pointer_tokens

T = TypeVar("T")

_POINTING: Final[Mapping[type, str]] = {
    Statement: "about",
    OpenQuestion: "about",
    Extension: "at",
    Event: "about",
}
"""Parts whose pointers start from what carries them, by the field that holds the pointers."""


def without(root: T, ways: Iterable[Way]) -> T | None:
    """Return an object less what stands at some places; None if nothing is left of it."""
    gone = _gone(root, (), frozenset(ways))
    if not gone or () in gone:
        return None if gone else root
    said = _gone(root, (), gone | frozenset(_said_of(root, gone)))
    return _left(root, (), _Removal.of(said))


# What goes


def _gone(part: object, way: Way, ways: frozenset[Way]) -> frozenset[Way]:
    """Return the places that go with some places of a part; the part itself, if it must go."""
    known = declarations(type(part)).values()
    gone = frozenset[Way]().union(*(_gone_of_field(part, each, way, ways) for each in known))
    needed = any(each.required and (*way, each.name) in gone for each in known)
    left = any(is_filled(part, each) and (*way, each.name) not in gone for each in known)
    return frozenset({way}) if gone and (needed or not left) else gone


def _gone_of_field(
    part: object, declaration: Declaration, way: Way, ways: frozenset[Way]
) -> frozenset[Way]:
    place = (*way, declaration.name)
    if place in ways:
        return frozenset({place})
    found = list(items(declaration, getattr(part, declaration.name), place))
    gone = frozenset[Way]().union(*(_gone_of_item(held, where, ways) for where, held in found))
    emptied = gone and all(where in gone for where, _ in found)
    return frozenset({place}) if emptied else gone


def _gone_of_item(held: object, way: Way, ways: frozenset[Way]) -> frozenset[Way]:
    if way in ways:
        return frozenset({way})
    return _gone(held, way, ways) if is_declared(type(held)) else frozenset()


_OF_AN_EVENT: Final = ("about", "was", "reason", "quote")
"""What goes of an event that speaks of a place which goes: that it happened, and when, stays."""


def _said_of(root: object, gone: frozenset[Way]) -> Iterator[Way]:
    """Yield the places of what points to something that goes."""
    for visit in walk(root):
        way = tuple(pointer_tokens(visit.pointer))
        part = visit.subject
        if isinstance(part, Entity):
            for index, pointer in enumerate(part.disputed):
                if _leads_into(gone, way, pointer):
                    yield (*way, "disputed", str(index))
        elif type(part) in _POINTING and any(
            _leads_into(gone, way[:-2], each) for each in _pointers(part)
        ):
            words = _OF_AN_EVENT if isinstance(part, Event) else ()
            yield from [(*way, each) for each in words] or [way]


def _pointers(part: object) -> tuple[str, ...]:
    held = getattr(part, _POINTING[type(part)])
    if held is None:
        return ()
    return cast("tuple[str, ...]", held) if isinstance(held, tuple) else (cast("str", held),)


def _leads_into(gone: frozenset[Way], base: Way, pointer: str) -> bool:
    way = (*base, *pointer_tokens(pointer))
    return any(way[:end] in gone for end in range(len(base) + 1, len(way) + 1))


# What is left


@final
@frozen
class _Removal:
    """The places that go, all that is around them, and what each list loses."""

    gone: frozenset[Way]
    around: frozenset[Way]
    lost: Mapping[Way, list[int]]

    @classmethod
    def of(cls, gone: frozenset[Way]) -> "_Removal":
        lost: dict[Way, list[int]] = {}
        for *holder, last in gone:
            if last.isdecimal():
                lost.setdefault(tuple(holder), []).append(int(last))
        return cls(gone, frozenset(way[:end] for way in gone for end in range(len(way))), lost)

    def moved(self, base: Way, pointer: str) -> str:
        """Return a pointer to the place where what it leads to stands afterwards."""
        way = (*base, *pointer_tokens(pointer))
        steps = [self._counted(way[:end], way[end]) for end in range(len(base), len(way))]
        return "".join(f"/{pointer_token(each)}" for each in steps)

    def _counted(self, holder: Way, step: str) -> str:
        """Return the place in a list of an item, less those before it that go."""
        index = pointer_index(step)
        if index is None:
            return step
        return str(index - sum(each < index for each in self.lost.get(holder, ())))


def _left(part: T, way: Way, removal: _Removal) -> T:
    changes: dict[str, object] = {}
    for each in declarations(type(part)).values():
        place = (*way, each.name)
        held = getattr(part, each.name)
        if place in removal.gone:
            changes[each.name] = None if each.optional else each.default
        elif place in removal.around or set(each.kinds) & set(_POINTING):
            changes[each.name] = _left_of_field(each, held, place, removal)
            changes |= _no_longer_complete(part, place, removal)
    return _repointed(replaced(part, **changes), way, removal)


def _no_longer_complete(part: object, way: Way, removal: _Removal) -> dict[str, object]:
    """Return that a list that loses items is not complete, if it was said to be."""
    flag = f"{way[-1]}_complete"
    whole = getattr(part, flag, None) is Ternary.YES
    return {flag: Ternary.NO} if whole and way in removal.lost else {}


def _left_of_field(declaration: Declaration, held: object, way: Way, removal: _Removal) -> object:
    found = [
        _left(each, where, removal) if _is_touched(each, where, removal) else each
        for where, each in items(declaration, held, way)
        if where not in removal.gone
    ]
    if Extension in declaration.kinds:  # in the order in which a document is read
        found.sort(key=lambda each: cast("Extension", each).at)
    return tuple(found) if declaration.many else found[0]


def _is_touched(held: object, way: Way, removal: _Removal) -> bool:
    return is_declared(type(held)) and (way in removal.around or type(held) in _POINTING)


def _repointed(part: T, way: Way, removal: _Removal) -> T:
    """Return a part whose pointers lead to where things stand afterwards."""
    name = "disputed" if isinstance(part, Entity) else _POINTING.get(type(part))
    if name is None or getattr(part, name) is None:
        return part
    base = way if isinstance(part, Entity) else way[:-2]
    held: Any = getattr(part, name)
    many = isinstance(held, tuple)
    moved = [removal.moved(base, each) for each in (held if many else [held])]
    return replaced(part, **{name: tuple(moved) if many else moved[0]})
