"""Under which heading each thing that a call demands is told."""

from enum import Enum
from typing import Final, final

from territoires_participatifs.calls import Requirement, RequirementStage, leaves


@final
class Heading(Enum):
    """What a part of a call's rules is about."""

    WHO = "who"
    WHERE = "where"
    WHAT = "what"
    MONEY = "money"
    WHEN = "when"
    FILE = "file"
    LATER = "later"
    """What is looked at once the aid is granted."""
    CHOICE = "choice"
    """What applications are compared by."""


_OF_KIND: Final = {
    Heading.WHERE: {"territory"},
    Heading.WHAT: {"theme", "audience", "text", ""},
    Heading.MONEY: {
        "grant",
        "cost",
        "rate",
        "funding",
        "cumulation",
        "balance",
        "expense",
        "allowed-expenses",
        "share",
    },
    Heading.WHEN: {"deadline", "duration", "start", "end"},
    Heading.FILE: {"document", "language", "channel", "commitment", "previous-report"},
}
"""The demands that stand under each heading; all others say who may apply."""

_LATER: Final = frozenset(
    {RequirementStage.EXPENSE, RequirementStage.PAYMENT, RequirementStage.REALISATION}
)


def heading_of(requirement: Requirement) -> Heading:
    """Return the heading of a requirement: that of the first thing that it demands."""
    if requirement.stage in _LATER:
        return Heading.LATER
    tag = next((each.tag for _, each, _ in leaves(requirement.demand)), "")
    if tag == "text" and requirement.stage is RequirementStage.ADMISSIBILITY:
        return Heading.FILE
    return next((heading for heading, tags in _OF_KIND.items() if tag in tags), Heading.WHO)
