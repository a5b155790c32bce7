"""What a number or a sum must be to be exceeded, and where sources contradict each other."""

from typing import Final

from territoires_participatifs.sources import Entity, Standing
from territoires_participatifs.values.quantities import Exactness

LIMITED: Final = frozenset({Exactness.EXACT, Exactness.AT_MOST})
"""What is stated as a limit."""


def is_contested(entity: Entity, about: str) -> bool:
    """Whether sources contradict each other on a field, or on something in it."""
    others = (each.about for each in entity.statements if each.standing is Standing.ALTERNATIVE)
    return any(f"{each}/".startswith(f"{about}/") for each in (*entity.disputed, *others))
