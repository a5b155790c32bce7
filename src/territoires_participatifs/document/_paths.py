"""Pointers into objects: which field one names, and what stands there."""

from typing import Final, cast, final

from attrs import frozen

from territoires_participatifs.values.declarations import Declaration, declarations, is_declared
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
        return self.declaration.kinds[0] if self.item else self.declaration.annotation


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
        owner = cls if spot is None else spot.declaration.kinds[0]
        if not is_declared(owner) or token not in declarations(owner):
            return None
        spot = Spot(declarations(owner)[token], item=False)
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
