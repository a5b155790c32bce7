"""The steps of a funded project, from which delays are counted."""

from enum import Enum
from typing import final


@final
class Milestone(Enum):
    """A step of a funded project, from which delays are counted."""

    SUBMISSION = "submission"
    ACKNOWLEDGEMENT = "acknowledgement"
    """*Accusé de réception*."""
    COMPLETE_FILE = "complete-file"
    COMPLEMENTS_REQUEST = "complements-request"
    COMPLEMENTS = "complements"
    DECISION = "decision"
    NOTIFICATION = "notification"
    AGREEMENT = "agreement"
    START = "start"
    """The first legal act of the works."""
    DECLARATION_OF_START = "declaration-of-start"
    EXPENSE = "expense"
    """Each expense that is to count."""
    REPORT = "report"
    PAYMENT_REQUEST = "payment-request"
    PAYMENT = "payment"
    COMPLETION = "completion"
    OTHER = "other"
