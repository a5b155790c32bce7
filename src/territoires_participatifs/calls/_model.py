"""Calls for projects."""

from enum import Enum
from typing import final

from attrs import frozen

from territoires_participatifs.budgets import Envelope
from territoires_participatifs.calls._aid_terms import AidTerms, Delay
from territoires_participatifs.calls._outline import Channel, Round, Stage, Track
from territoires_participatifs.calls._requirements import Requirement, SelectionCriterion
from territoires_participatifs.checks import Event
from territoires_participatifs.organisations import (
    Audience,
    Contact,
    Participation,
    Programme,
    Theme,
)
from territoires_participatifs.reference import TerritoryCode
from territoires_participatifs.sources import Entity
from territoires_participatifs.values.deadlines import Deadline
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.identifiers import Identifier
from territoires_participatifs.values.instants import Instant
from territoires_participatifs.values.names import Bilingual, Name
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.quantities import Count
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import Url


@final
class CallKind(Enum):
    """What a call invites to. The State treats the first two alike: the law defines neither.

    Source: answer of the ministry to the question n° 3746, JO Sénat, 2 March 2023.
    """

    PROJECTS = "projects"
    """*Appel à projets* (AAP)."""
    EXPRESSIONS_OF_INTEREST = "expressions-of-interest"
    """*Appel à manifestation d'intérêt* (AMI)."""
    APPLICATIONS = "applications"
    """*Appel à candidatures*."""
    COMMONS = "commons"
    CHALLENGES = "challenges"
    OPEN_WINDOW = "open-window"
    """*Guichet*."""
    PARTICIPATORY_BUDGET = "participatory-budget"
    OTHER = "other"


@final
class Reach(Enum):
    """How far a call is addressed."""

    EUROPEAN = "european"
    CROSS_BORDER = "cross-border"
    NATIONAL = "national"
    INTERREGIONAL = "interregional"
    REGIONAL = "regional"
    DEPARTMENTAL = "departmental"
    INTERMUNICIPAL = "intermunicipal"
    MUNICIPAL = "municipal"


@final
class CallStatus(Enum):
    """Where a call stands in its life."""

    PLANNED = "planned"
    ANNOUNCED = "announced"
    OPEN = "open"
    CLOSED = "closed"
    UNDER_REVIEW = "under-review"
    RESULTS_PUBLISHED = "results-published"
    COMPLETED = "completed"
    SUSPENDED = "suspended"
    POSTPONED = "postponed"
    """It never opened."""
    CANCELLED = "cancelled"
    WITHOUT_FOLLOW_UP = "without-follow-up"
    """*Sans suite*."""
    UNSUCCESSFUL = "unsuccessful"
    """*Infructueux*."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Call(Entity):
    """An invitation to propose: *AAP, AMI, appel à candidatures, budget participatif*.

    >>> call = Call(
    ...     id="ditp-2020", names=(Name("Participation citoyenne"),), kind=CallKind.PROJECTS
    ... )
    >>> call.rounds is None
    True
    """

    names: tuple[Name, ...] = ()
    kind: CallKind | None = None
    reach: Reach | None = None
    purpose: Bilingual | None = None
    """What it is for, in a sentence."""
    edition: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    participations: tuple[Participation, ...] | None = None
    """Who organises, funds, instructs, supports."""
    programmes: tuple[Ref[Programme], ...] | None = None
    """The frameworks that its money or policy comes from."""
    part_of: "Ref[Call] | None" = None
    """The call that it varies or belongs to."""
    opened_by: Ref[Entity] | None = None
    """The funded action that opens it: the award of one call may itself be a call."""
    territories: tuple[TerritoryCode, ...] | None = None
    """Where it is addressed to."""
    themes: tuple[Theme, ...] | None = None
    themes_complete: Ternary = Ternary.UNDETERMINED
    """Whether no other theme is admitted; no, for examples."""
    audiences: tuple[Audience, ...] | None = None
    """Those that it wants to reach, beyond who may apply."""
    announced: PartialDate | None = None
    """When it was launched."""
    opens: Instant | None = None
    """When one may begin to answer, with the hour if it is told."""
    closes: Deadline | None = None
    """Until when one may answer, by whichever event counts."""
    rounds: tuple[Round, ...] | None = None
    """The times to answer, in order; unknown is not none."""
    stages: tuple[Stage, ...] | None = None
    tracks: tuple[Track, ...] | None = None
    collective: Ternary = Ternary.UNDETERMINED
    """Whether several organisations must answer together."""
    quota: Count | None = None
    """How many are to be selected in all."""
    requirements: tuple[Requirement, ...] | None = None
    """What it demands; unknown is not none."""
    requirements_complete: Ternary = Ternary.UNDETERMINED
    """Whether nothing else is demanded."""
    criteria: tuple[SelectionCriterion, ...] | None = None
    """What applications are compared by."""
    aid: tuple[AidTerms, ...] | None = None
    """What one laureate may receive, under which conditions."""
    delays: tuple[Delay, ...] | None = None
    """How long after one milestone another may or must come."""
    envelopes: tuple[Envelope, ...] | None = None
    """The money that it gives, in all or by track, round and territory."""
    version: str | None = None
    """The version of the specification that is told here."""
    version_date: PartialDate | None = None
    """The day of that version."""
    resubmission: Bilingual | None = None
    """On what terms those that were refused may apply again."""
    channels: tuple[Channel, ...] | None = None
    """How to apply."""
    contacts: tuple[Contact, ...] | None = None
    status: CallStatus | None = None
    history: tuple[Event, ...] = ()
    follows: "Ref[Call] | None" = None
    """The edition before this one."""
    url: Url | None = None
    """Its own page."""
