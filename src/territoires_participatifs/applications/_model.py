"""Applications: what an applicant, alone or with others, submits to a call."""

from enum import Enum
from typing import Final, final

from attrs import field, frozen

from territoires_participatifs.applications._projects import (
    AnswerPart,
    Commitment,
    Document,
    Project,
)
from territoires_participatifs.budgets import Budget, FundingPlan
from territoires_participatifs.calls import Call, Channel
from territoires_participatifs.checks import Event, Waiver
from territoires_participatifs.consortia import Consortium
from territoires_participatifs.organisations import Organisation, Participation, Person
from territoires_participatifs.sources import Entity
from territoires_participatifs.values.declarations import PERSONAL, checked
from territoires_participatifs.values.identifiers import Identifier
from territoires_participatifs.values.instants import Instant
from territoires_participatifs.values.money import Amount
from territoires_participatifs.values.names import Name
from territoires_participatifs.values.personal import Personal, PersonalCategory, PersonalPurpose
from territoires_participatifs.values.quantities import Rate
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import EntityId, LanguageTag, Url

_APPLYING: Final = {PERSONAL: Personal(PersonalCategory.PERSON, PersonalPurpose.APPLICATION)}


@final
class ApplicationStatus(Enum):
    """Where an application stands in its life. Not every call uses every status."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    ACKNOWLEDGED = "acknowledged"
    INADMISSIBLE = "inadmissible"
    ADMISSIBLE = "admissible"
    INELIGIBLE = "ineligible"
    ELIGIBLE = "eligible"
    UNDER_INSTRUCTION = "under-instruction"
    COMPLEMENTS_REQUESTED = "complements-requested"
    SHORTLISTED = "shortlisted"
    INVITED = "invited"
    FULL_SUBMITTED = "full-submitted"
    HEARD = "heard"
    SCORED = "scored"
    RANKED = "ranked"
    SELECTED = "selected"
    SELECTED_CONDITIONALLY = "selected-conditionally"
    RESERVE_LIST = "reserve-list"
    REJECTED = "rejected"
    DEFERRED = "deferred"
    """To the next programming."""
    TRANSFERRED = "transferred"
    """To another call."""
    WITHDRAWN = "withdrawn"
    RESUBMITTED = "resubmitted"
    """As another application."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Application(Entity):
    """What an applicant submits to a call: who asks, for what, with what (*candidature*).

    It holds all that it declares, so that it can travel alone: its consortium, its
    projects, and the organisations that no register of the dataset holds.

    >>> Application(id="file-12", call=Ref("ami-2020"))
    Application(id='file-12', call=Ref('ami-2020'))
    """

    names: tuple[Name, ...] = ()
    call: Ref[Call] | None = None
    round: EntityId | None = None
    """The round of the call that it answers."""
    stage: EntityId | None = None
    """The stage of the call that it is submitted to: a pre-proposal is not a full one."""
    tracks: tuple[EntityId, ...] = ()
    """The tracks of the call that it answers."""
    identifiers: tuple[Identifier, ...] = ()
    """Its number in a device or a register of applications."""
    applicant: Ref[Organisation] | None = None
    """Who applies, alone or before the others."""
    persons: tuple[Person, ...] | None = field(default=None, metadata=_APPLYING)
    """The natural persons that apply or answer for it, where the call asks for them."""
    consortium: Consortium | None = None
    participations: tuple[Participation, ...] | None = None
    """Who takes part beside the members: supporters, facilitators, nominators…"""
    organisations: tuple[Organisation, ...] = ()
    """The organisations that it declares itself."""
    parts: tuple[AnswerPart, ...] | None = None
    """The parts of the answer (*volets*)."""
    projects: tuple[Project, ...] | None = None
    documents: tuple[Document, ...] | None = None
    commitments: tuple[Commitment, ...] | None = None
    """What it declares, and commits to; unknown is not none."""
    renewal: Ternary = Ternary.UNDETERMINED
    """Whether the applicant was funded before for the same (*renouvellement*)."""
    requested: Amount | None = None
    """The aid that is asked for."""
    rate: Rate | None = None
    """The share that is asked for, and of what."""
    budgets: tuple[Budget, ...] | None = None
    """Its budgets: of the projects, of the structure, by year."""
    funding: FundingPlan | None = None
    language: LanguageTag | None = None
    languages: tuple[LanguageTag, ...] = ()
    """The other languages in which it is written as well."""
    channel: Channel | None = None
    """By which way it was sent."""
    submitted: Instant | None = None
    """When it was sent."""
    received: Instant | None = None
    """When it arrived."""
    acknowledged: Instant | None = None
    """When its receipt was acknowledged."""
    completed: Instant | None = None
    """When the file was found complete."""
    part_of: "Ref[Application] | None" = None
    """The portfolio that it belongs to, itself an application."""
    follows: "Ref[Application] | None" = None
    """The application that it takes up again, or the proposal of the stage before."""
    complements: Ref[Entity] | None = None
    """The running project, by its laureate or application, that it asks more for."""
    waivers: tuple[Waiver, ...] = ()
    """What was let pass for it."""
    status: ApplicationStatus | None = None
    history: tuple[Event, ...] = ()
    url: Url | None = None
