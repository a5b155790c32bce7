"""How things ended before their time: a call cancelled, an application withdrawn."""

from typing import Final

from territoires_participatifs.applications import Application, ApplicationStatus
from territoires_participatifs.calls import Call, CallStatus
from territoires_participatifs.checks import EventKind
from territoires_participatifs.labels import label
from territoires_participatifs.laureates import Laureate, LaureateStatus
from territoires_participatifs.qualification import CycleStatus, QualificationCycle
from territoires_participatifs.telling._words import Words

_ENDED: Final = frozenset(
    {
        CallStatus.SUSPENDED,
        CallStatus.CANCELLED,
        CallStatus.WITHOUT_FOLLOW_UP,
        CallStatus.UNSUCCESSFUL,
        ApplicationStatus.WITHDRAWN,
        LaureateStatus.SUSPENDED,
        LaureateStatus.DECLINED,
        LaureateStatus.WITHDRAWN_BY_FUNDER,
        LaureateStatus.LAPSED,
        LaureateStatus.TERMINATED,
        LaureateStatus.TRANSFERRED,
        CycleStatus.CANCELLED,
    }
)
"""What is told of a thing along with its beginning, lest it seem to go on."""


def ending(entity: Call | Application | Laureate | QualificationCycle, words: Words) -> str | None:
    """Return how an entity ended, and when if its history says so; None if it did not."""
    status = entity.status
    if status is None or status not in _ENDED:
        return None
    text = label(status, words.language)
    kind = EventKind.WITHDRAWN if status is LaureateStatus.WITHDRAWN_BY_FUNDER else status
    dates = [e.on for e in entity.history if e.kind.value == kind.value and e.on is not None]
    return words.told("ended-on", ending=text, when=words.when(dates[-1])) if dates else text
