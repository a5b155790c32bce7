"""The kinds of documents that a call asks for, and that an application brings."""

from enum import Enum
from typing import final


@final
class DocumentKind(Enum):
    """What a document of a call or of an application is."""

    SPECIFICATION = "specification"
    """*Cahier des charges, règlement*."""
    APPLICATION_FORM = "application-form"
    BUDGET = "budget"
    FUNDING_PLAN = "funding-plan"
    STATUTES = "statutes"
    BANK_DETAILS = "bank-details"
    REGISTRATION = "registration"
    """A receipt or extract that proves that the applicant exists."""
    ACCOUNTS = "accounts"
    ACTIVITY_REPORT = "activity-report"
    FINANCIAL_REPORT = "financial-report"
    """*Compte rendu financier*."""
    PREVIOUS_REPORT = "previous-report"
    DELIBERATION = "deliberation"
    LETTER_OF_INTENT = "letter-of-intent"
    LETTER_OF_SUPPORT = "letter-of-support"
    CONSORTIUM_AGREEMENT = "consortium-agreement"
    COMMITMENT = "commitment"
    """As the *contrat d'engagement républicain*."""
    DECLARATION = "declaration"
    ESTIMATE = "estimate"
    """*Devis*."""
    PROOF_OF_EXPENSE = "proof-of-expense"
    PROOF_OF_PUBLICITY = "proof-of-publicity"
    LABEL = "label"
    CURRICULUM = "curriculum"
    ATTENDANCE_SHEET = "attendance-sheet"
    OTHER = "other"
