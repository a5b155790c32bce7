"""Requirements, and the documents, aid and criteria that a call announces."""

from enum import Enum
from typing import final

from attrs import frozen

from territoires_participatifs.calls._demands import Demand
from territoires_participatifs.organisations import Organisation, OrganisationKind
from territoires_participatifs.sources import Quote
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.names import Bilingual
from territoires_participatifs.values.numbers import Number
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import EntityId


@final
class RequirementStage(Enum):
    """When a requirement is looked at. Form comes before substance."""

    ADMISSIBILITY = "admissibility"
    """*Recevabilité*: date, completeness, channel, language."""
    ELIGIBILITY = "eligibility"
    EXPENSE = "expense"
    """Of each expense."""
    PAYMENT = "payment"
    REALISATION = "realisation"
    """During and after the funded action."""


@final
class Consequence(Enum):
    """What happens when a requirement is not met."""

    REJECTED = "rejected"
    """Without being appraised."""
    CARRIED_OVER = "carried-over"
    """To the next round or programming."""
    INADMISSIBLE = "inadmissible"
    INELIGIBLE = "ineligible"
    NOT_PAID = "not-paid"
    LAPSED = "lapsed"
    """*Caducité, forclusion*."""
    LESS_PREFERRED = "less-preferred"
    """It is only wished for."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Requirement(Record):
    """One thing that a call demands, with the clause that says so and what follows.

    >>> from territoires_participatifs.calls import TextDemand
    >>> asked = Requirement(
    ...     id="vow", demand=TextDemand(text=Bilingual("Toutes les dates sont suivies."))
    ... )
    >>> asked.consequence is None
    True
    """

    id: EntityId
    """Unique in its call."""
    demand: Demand
    stage: RequirementStage | None = None
    consequence: Consequence | None = None
    tracks: tuple[EntityId, ...] = ()
    """The tracks that it is limited to; none stands for all."""
    rounds: tuple[EntityId, ...] = ()
    stages: tuple[EntityId, ...] = ()
    """The stages of the call at which it is looked at; none stands for all."""
    applicants: tuple[OrganisationKind, ...] = ()
    """The kinds of applicants that it is limited to; none stands for all."""
    funder: Ref[Organisation] | None = None
    """The funder that asks it, where several fund one call."""
    waivable: Ternary = Ternary.UNDETERMINED
    waived_by: Ref[Organisation] | None = None
    """The authority that may lift it."""
    version: str | None = None
    """The version of the specification that says so."""
    clause: Quote | None = None


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


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class SelectionCriterion(Record):
    """What applications are compared by.

    >>> SelectionCriterion(
    ...     id="impact", weight=Number(3), scale=Number(20), threshold=Number(10)
    ... ).weight
    Number('3')
    """

    id: EntityId
    """Unique in its call."""
    name: Bilingual | None = None
    weight: Number | None = None
    """A coefficient, or points out of the sum of all weights."""
    scale: Number | None = None
    """The highest mark."""
    threshold: Number | None = None
    """The mark below which an application falls out or behind."""
    eliminatory: Ternary = Ternary.UNDETERMINED
    tracks: tuple[EntityId, ...] = ()
    rounds: tuple[EntityId, ...] = ()
    stages: tuple[EntityId, ...] = ()
    clause: Quote | None = None
