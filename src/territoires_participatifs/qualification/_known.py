"""What is known around a cohort: its cycle, and what its sources leave unsettled."""

from territoires_participatifs.checks import Context
from territoires_participatifs.qualification._cohorts import Cohort
from territoires_participatifs.qualification._cycles import QualificationCycle
from territoires_participatifs.sources import Entity, Standing


def cycle_of(cohort: Cohort, context: Context) -> QualificationCycle | None:
    """Return the cycle that a cohort follows, if it is at hand."""
    found = None if cohort.cycle is None else context.find(cohort.cycle.id)
    return found if isinstance(found, QualificationCycle) else None


def is_unsettled(entity: Entity | None, *fields: str) -> bool:
    """Whether sources contradict each other on a field or on something in it, or leave it open."""
    if entity is None:
        return False
    said = [each.about for each in entity.statements if each.standing is Standing.ALTERNATIVE]
    asked = [about for each in entity.questions for about in each.about]
    about = {each.split("/")[1] for each in (*entity.disputed, *said, *asked)}
    return not about.isdisjoint(fields)
