"""Pointers into objects: which field one names, and what stands there."""

from typing import Final, cast, final, get_args, get_origin

from attrs import frozen

from territoires_participatifs.values.declarations import (
    Declaration,
    declarations,
    declared,
    is_declared,
)
from territoires_participatifs.values.texts import pointer_index, pointer_token, pointer_tokens

NOTHING_THERE: Final = object()
"""What stands at a pointer that leads nowhere."""


@final
@frozen
class Spot:
    """The field that a pointer names, and whether it names one item of its tuple."""

    declaration: Declaration
    item: bool

    @property
    def annotation(self) -> object:
        """What a value there must be."""
        annotation = self.declaration.annotation
        if not self.item:
            return annotation
        members = (annotation, *get_args(annotation))  # the tuple, or what it may be besides
        return next(get_args(each)[0] for each in members if get_origin(each) is tuple)


def spot_at(cls: type, pointer: str, *, of: object = None) -> Spot | None:
    """Return the field of a class that a pointer names; None if there is none.

    :param of: an object of the class: of a family, the class is then the one that stands there.

    >>> from territoires_participatifs.calls import Call
    >>> spot_at(Call, "/rounds/0/deadline").declaration.name
    'deadline'
    >>> spot_at(Call, "/rounds/first") is None
    True
    """
    spot: Spot | None = None
    kinds: tuple[type, ...] = (cls,)
    passed = ""
    for token in pointer_tokens(pointer):
        passed = f"{passed}/{pointer_token(token)}"
        if spot is not None and spot.declaration.many and not spot.item:
            if pointer_index(token) is None:
                return None
            spot = Spot(spot.declaration, item=True)
        else:
            declaration = declared(kinds, token)
            if declaration is None:
                return None
            spot = Spot(declaration, item=False)
        kinds = _standing(spot.declaration.kinds, of, passed)
    return spot


def _standing(kinds: tuple[type, ...], of: object, pointer: str) -> tuple[type, ...]:
    """Return the one class of a family that stands at a pointer; all of them if none does."""
    held = type(value_at(of, pointer)) if len(kinds) > 1 and of is not None else None
    return (held,) if held in kinds else kinds


def value_at(held: object, pointer: str) -> object:
    """Return what stands at a pointer, or :data:`NOTHING_THERE`.

    >>> from territoires_participatifs.calls import Call
    >>> value_at(Call(id="ditp-2020"), "/id")
    'ditp-2020'
    """
    for token in pointer_tokens(pointer):
        if isinstance(held, tuple):
            items = cast("tuple[object, ...]", held)
            index = pointer_index(token)
            inside = index is not None and index < len(items)
            held = items[index] if index is not None and inside else NOTHING_THERE
        elif is_declared(type(held)) and token in declarations(type(held)):
            held = getattr(held, token)
        else:
            return NOTHING_THERE
    return held
