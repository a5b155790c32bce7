"""Pointers into objects: which field one names, and what stands there."""

from typing import Final, cast, final, get_args, get_origin

from attrs import frozen

from territoires_participatifs.values.declarations import (
    Declaration,
    declarations,
    declared,
    is_declared,
)
from territoires_participatifs.values.texts import pointer_index, pointer_tokens

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


def spot_at(cls: type, pointer: str) -> Spot | None:
    """Return the field of a class that a pointer names; None if there is none.

    >>> from territoires_participatifs.calls import Call
    >>> spot_at(Call, "/rounds/0/deadline").declaration.name
    'deadline'
    >>> spot_at(Call, "/rounds/first") is None
    True
    """
    spot: Spot | None = None
    for token in pointer_tokens(pointer):
        if spot is not None and spot.declaration.many and not spot.item:
            if pointer_index(token) is None:
                return None
            spot = Spot(spot.declaration, item=True)
            continue
        declaration = declared((cls,) if spot is None else spot.declaration.kinds, token)
        if declaration is None:
            return None
        spot = Spot(declaration, item=False)
    return spot


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
