"""Sessions: the days and half-days of a cohort, where and when each is held."""

from enum import Enum
from typing import Final, final

from attrs import field, frozen

from territoires_participatifs.checks import Event
from territoires_participatifs.organisations import Participation, Person, Theme
from territoires_participatifs.reference import TerritoryCode
from territoires_participatifs.sources import Quote
from territoires_participatifs.values.declarations import PERSONAL, checked
from territoires_participatifs.values.instants import Instant
from territoires_participatifs.values.names import Name
from territoires_participatifs.values.personal import Personal, PersonalCategory, PersonalPurpose
from territoires_participatifs.values.quantities import Count
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import EntityId

_TEACHING: Final = {PERSONAL: Personal(PersonalCategory.PERSON, PersonalPurpose.TRAINING)}


@final
class SessionKind(Enum):
    """What a session is for."""

    TEACHING = "teaching"
    INTRODUCTION = "introduction"
    """*Session introductive, journée de lancement*."""
    WORKSHOP = "workshop"
    ACCOMPANIMENT = "accompaniment"
    """*Accompagnement individuel*."""
    RESTITUTION = "restitution"
    """*Restitution*: what was learnt or done is given back."""
    JURY = "jury"
    """*Jury, grand oral*."""
    NETWORK_DAY = "network-day"
    """A day of the network that follows the cycle."""


@final
class SessionMode(Enum):
    """How a session is attended."""

    IN_PERSON = "in-person"
    REMOTE = "remote"
    HYBRID = "hybrid"
    FIELD_VISIT = "field-visit"


@final
class SessionStatus(Enum):
    """Where a session stands."""

    PLANNED = "planned"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Occurrence(Record):
    """One time and place at which a session is held; it may be repeated elsewhere.

    >>> Occurrence(starts=Instant.parse("2021-07-08"))
    Occurrence(starts=Instant.parse('2021-07-08'))
    """

    id: EntityId | None = None
    """Unique in its session; it stays when times and places change."""
    starts: Instant | None = None
    ends: Instant | None = None
    """Two days in a row have an end of their own."""
    place: str | None = None
    territory: TerritoryCode | None = None
    mode: SessionMode | None = None
    number: Count | None = None
    """How many persons came."""
    status: SessionStatus | None = None
    history: tuple[Event, ...] = ()
    quote: Quote | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class TrainingSession(Record):
    """A day or a half-day of a cycle (*journée, session*): its theme and its occurrences.

    >>> TrainingSession(id="day-1", half_days=Count(2))
    TrainingSession(id='day-1', half_days=Count.parse('2'))
    """

    id: EntityId
    """Unique in its cohort."""
    name: Name | None = None
    kind: SessionKind | None = None
    themes: tuple[Theme, ...] | None = None
    half_days: Count | None = None
    """How many half-days it lasts."""
    occurrences: tuple[Occurrence, ...] | None = None
    participations: tuple[Participation, ...] | None = None
    """The organisations that teach or host."""
    trainers: tuple[Person, ...] | None = field(default=None, metadata=_TEACHING)
    optional: Ternary = Ternary.UNDETERMINED
    """Whether one may leave it out: it does not count then."""
    replaces: EntityId | None = None
    """The session that it takes the place of."""
    status: SessionStatus | None = None
    history: tuple[Event, ...] = ()
    quote: Quote | None = None
