"""Requirements, and the documents, aid and criteria that a call announces."""

from enum import Enum
from typing import Final, final

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


_DECISIVE: Final = frozenset({None, RequirementStage.ADMISSIBILITY, RequirementStage.ELIGIBILITY})

_MILDER: Final = frozenset({Consequence.LESS_PREFERRED, Consequence.NOT_PAID, Consequence.LAPSED})


def is_decisive(requirement: Requirement) -> bool:
    """Whether an application is inadmissible, or ineligible, if it does not meet a requirement.

    One that is only wished for is not; nor one of expenses and payments, which come later, or
    whose consequence is for later; nor one of a single funder among several, who may leave it
    to the others.

    >>> from territoires_participatifs.calls import DeadlineDemand
    >>> wished = Consequence.LESS_PREFERRED
    >>> is_decisive(Requirement(id="a", demand=DeadlineDemand(), consequence=wished))
    False
    """
    milder = requirement.consequence in _MILDER
    return requirement.stage in _DECISIVE and requirement.funder is None and not milder


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
