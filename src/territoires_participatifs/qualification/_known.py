"""What is known around a cohort: its cycle, and what its sources leave unsettled."""

from territoires_participatifs.checks import Context
from territoires_participatifs.qualification._cohorts import Cohort
from territoires_participatifs.qualification._cycles import QualificationCycle
from territoires_participatifs.sources import Entity, Standing


def cycle_of(cohort: Cohort, context: Context) -> QualificationCycle | None:
    """Return the cycle that a cohort follows, if it is at hand."""
    found = None if cohort.cycle is None else context.find(cohort.cycle.id)
    return found if isinstance(found, QualificationCycle) else None


def is_unsettled(entity: Entity | None, *places: str) -> bool:
    """Whether sources contradict each other on a place, on its whole or a part, or leave it open."""
    if entity is None:
        return False
    said = [each.about for each in entity.statements if each.standing is Standing.ALTERNATIVE]
    asked = [about for each in entity.questions for about in each.about]
    told = (*entity.disputed, *said, *asked)
    return any(_are_nested(one, other) for one in told for other in places)


def _are_nested(one: str, other: str) -> bool:
    return f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")
