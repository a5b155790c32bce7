"""The outline of a call: its tracks, its stages, its rounds, and their statuses."""

from enum import Enum
from typing import final

from attrs import frozen

from territoires_participatifs.checks import Event
from territoires_participatifs.organisations import Participation
from territoires_participatifs.reference import TerritoryCode
from territoires_participatifs.sources import Quote
from territoires_participatifs.values.deadlines import Deadline
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.instants import Instant
from territoires_participatifs.values.names import Bilingual, Name
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.quantities import Count
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import EntityId, Pointer


@final
class Channel(Enum):
    """By which way an application, or a request for payment, is to be sent."""

    ONLINE = "online"
    """On a platform or by a form."""
    EMAIL = "email"
    PAPER = "paper"
    IN_PERSON = "in-person"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Track(Record):
    """A part of a call with rules of its own: *axe, volet, lot, thème, instrument*.

    >>> Track(id="emergence", names=(Name("Volet 1"),))
    Track(id='emergence', names=(Name.parse('Volet 1'),))
    """

    id: EntityId
    """Unique in its call."""
    names: tuple[Name, ...] = ()
    wording: str | None = None
    """What the source calls such a part: *volet*, *axe*, *sous-programme*…"""
    purpose: Bilingual | None = None
    part_of: EntityId | None = None
    """The larger track that it belongs to."""
    exclusive_with: tuple[EntityId, ...] = ()
    """The tracks that one may not answer along with it."""
    number: Count | None = None
    """How many tracks these words stand for, if not one."""
    quota: Count | None = None
    """How many are to be selected in it."""
    quote: Quote | None = None


@final
class StageKind(Enum):
    """What is done at a stage of a call."""

    REGISTRATION = "registration"
    """*Enregistrement, lettre d'intention*."""
    PRE_PROPOSAL = "pre-proposal"
    FULL_PROPOSAL = "full-proposal"
    SUBMISSION = "submission"
    """The only proposal, or the deposit of ideas."""
    NOMINATION = "nomination"
    """A third party proposes the candidates."""
    ADMISSIBILITY = "admissibility"
    """*Recevabilité*: is the file in due form?"""
    APPRAISAL = "appraisal"
    """*Instruction*."""
    HEARING = "hearing"
    VOTE = "vote"
    COUNT = "count"
    SELECTION = "selection"
    INCUBATION = "incubation"
    REALISATION = "realisation"
    OTHER = "other"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Stage(Record):
    """A step of the procedure. Stages may overlap.

    >>> Stage(id="full", kind=StageKind.FULL_PROPOSAL)
    Stage(id='full', kind=<StageKind.FULL_PROPOSAL: 'full-proposal'>)
    """

    id: EntityId
    """Unique in its call."""
    name: Name | None = None
    kind: StageKind | None = None
    opens: Instant | None = None
    """When it begins, with the hour if it is told."""
    deadline: Deadline | None = None
    """It may be unknown until one is invited."""
    results: PartialDate | None = None
    """When its outcome is told."""
    tracks: tuple[EntityId, ...] = ()
    """The tracks of the call that pass through it; none stands for all."""
    participations: tuple[Participation, ...] | None = None
    """Who acts at it: nominators, a jury, voters…"""
    immutable: tuple[Pointer, ...] = ()
    """What an application may no longer change after this stage, as pointers into it."""
    quote: Quote | None = None


@final
class RoundStatus(Enum):
    """Where a round stands in its life."""

    CONDITIONAL = "conditional"
    SCHEDULED = "scheduled"
    OPEN = "open"
    CLOSED = "closed"
    UNDER_REVIEW = "under-review"
    DECIDED = "decided"
    DROPPED = "dropped"
    """It never took place."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Round(Record):
    """A time to answer a call: *session, relève, vague, tranche*, or a regional variant.

    >>> Round(id="first", deadline=Deadline(day=PartialDate("2021-03-12")))
    Round(id='first', deadline=Deadline.parse('2021-03-12'))
    """

    id: EntityId
    """Unique in its call."""
    name: Name | None = None
    wording: str | None = None
    """What the source calls it: *vague*, *relève*, *troisième appel à projets*…"""
    opens: Instant | None = None
    """When one may begin to answer, with the hour if it is told."""
    deadline: Deadline | None = None
    """Until when one may answer."""
    results: PartialDate | None = None
    """When the laureates are announced, or will be."""
    conditional: Ternary = Ternary.UNDETERMINED
    """Whether it may not take place (*sous réserve*)."""
    stages: tuple[EntityId, ...] = ()
    """The stages of the call that it is for; none stands for all."""
    tracks: tuple[EntityId, ...] = ()
    """The tracks of the call that it is for; none stands for all."""
    territories: tuple[TerritoryCode, ...] | None = None
    """Where it applies, if it is a regional variant."""
    quota: Count | None = None
    """How many are to be selected."""
    channels: tuple[Channel, ...] | None = None
    """How to apply, where that differs."""
    status: RoundStatus | None = None
    history: tuple[Event, ...] = ()
    quote: Quote | None = None
