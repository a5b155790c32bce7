"""The workshop: findings, rules, and the book that runs them."""

from territoires_participatifs.checks._findings import (
    Finding,
    Moment,
    Place,
    Severity,
)
from territoires_participatifs.checks._lives import Event, EventKind
from territoires_participatifs.checks._report import Refused, Report, in_order
from territoires_participatifs.checks._rules import (
    Context,
    Fault,
    Rule,
    Rulebook,
    fault,
    rule,
)
from territoires_participatifs.checks._waivers import Waiver, waived
from territoires_participatifs.checks._walk import Mention, Visit, mentions, mentions_of, walk

__all__ = [
    "Context",
    "Event",
    "EventKind",
    "Fault",
    "Finding",
    "Mention",
    "Moment",
    "Place",
    "Refused",
    "Report",
    "Rule",
    "Rulebook",
    "Severity",
    "Visit",
    "Waiver",
    "fault",
    "in_order",
    "mentions",
    "mentions_of",
    "rule",
    "waived",
    "walk",
]
