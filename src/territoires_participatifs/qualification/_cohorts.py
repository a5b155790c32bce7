"""Cohorts: who sits in a cycle, when it meets, who came, and what attests it."""

from enum import Enum
from typing import Final, final

from attrs import field, frozen

from territoires_participatifs.calls import Call
from territoires_participatifs.checks import Event, Waiver
from territoires_participatifs.laureates import Laureate
from territoires_participatifs.organisations import (
    Capacity,
    Organisation,
    Participation,
    Person,
    Theme,
)
from territoires_participatifs.qualification._cycles import CertificateKind, QualificationCycle
from territoires_participatifs.reference import TerritoryCode
from territoires_participatifs.sources import Entity, Quote
from territoires_participatifs.values.declarations import PERSONAL, checked
from territoires_participatifs.values.identifiers import Identifier
from territoires_participatifs.values.instants import Instant
from territoires_participatifs.values.names import Name
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.personal import Personal, PersonalCategory, PersonalPurpose
from territoires_participatifs.values.quantities import Count
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import EntityId, Url

_TRAINED: Final = {PERSONAL: Personal(PersonalCategory.PERSON, PersonalPurpose.TRAINING)}
_NAMED: Final = {PERSONAL: Personal(PersonalCategory.PSEUDONYM, PersonalPurpose.TRAINING)}
_CAME: Final = {PERSONAL: Personal(PersonalCategory.ATTENDANCE, PersonalPurpose.TRAINING)}
_CERTIFIED: Final = {PERSONAL: Personal(PersonalCategory.PSEUDONYM, PersonalPurpose.CERTIFICATION)}


def _of_a_person(category: PersonalCategory, purpose: PersonalPurpose) -> dict[str, Personal]:
    """Return the mark of a field that is personal only if its part names a person."""
    return {PERSONAL: Personal(category, purpose, of=("person",))}


_PRESENT: Final = _of_a_person(PersonalCategory.ATTENDANCE, PersonalPurpose.TRAINING)
_SENT: Final = _of_a_person(PersonalCategory.CAPACITY, PersonalPurpose.TRAINING)
_TOLD: Final = _of_a_person(PersonalCategory.IDENTITY, PersonalPurpose.TRAINING)
_ATTESTED: Final = _of_a_person(PersonalCategory.ATTENDANCE, PersonalPurpose.CERTIFICATION)
_NUMBERED: Final = _of_a_person(PersonalCategory.IDENTITY, PersonalPurpose.CERTIFICATION)


@final
class SeatStatus(Enum):
    """Where a seat stands."""

    WAITING = "waiting"
    OFFERED = "offered"
    CONFIRMED = "confirmed"
    ACTIVE = "active"
    COMPLETED = "completed"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class TeamMember(Record):
    """A person of the team that an organisation sends, for a time.

    >>> TeamMember(capacity=Capacity.OFFICER)
    TeamMember(capacity=<Capacity.OFFICER: 'officer'>)
    """

    person: Person | None = field(default=None, metadata=_TRAINED)
    capacity: Capacity | None = field(default=None, metadata=_SENT)
    organisation: Ref[Organisation] | None = field(default=None, metadata=_SENT)
    """The organisation of the person, if not the one that holds the seat."""
    since: PartialDate | None = field(default=None, metadata=_SENT)
    until: PartialDate | None = field(default=None, metadata=_SENT)
    replaces: EntityId | None = field(default=None, metadata=_NAMED)
    """The pseudonym of the person whose place is taken."""
    quote: Quote | None = field(default=None, metadata=_TOLD)


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Seat(Record):
    """The place of one organisation in a cohort, and the team that it sends.

    >>> Seat(id="vimy", organisation=Ref("vimy"))
    Seat(id='vimy', organisation=Ref('vimy'))
    """

    id: EntityId
    """Unique in its cohort."""
    organisation: Ref[Organisation] | None = None
    laureate: Ref[Laureate] | None = None
    """The award that the seat is."""
    team: tuple[TeamMember, ...] | None = None
    replaces: EntityId | None = None
    """The seat that it takes over."""
    waivers: tuple[Waiver, ...] = ()
    status: SeatStatus | None = None
    history: tuple[Event, ...] = ()
    quote: Quote | None = None


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

    >>> Occurrence(starts=Instant(PartialDate("2021-07-08")))
    Occurrence(starts=Instant.parse('2021-07-08'))
    """

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
    themes: tuple[Theme, ...] | None = None
    half_days: Count | None = None
    """How many half-days it lasts."""
    occurrences: tuple[Occurrence, ...] | None = None
    participations: tuple[Participation, ...] | None = None
    """The organisations that teach or host."""
    trainers: tuple[Person, ...] | None = field(default=None, metadata=_TRAINED)
    optional: Ternary = Ternary.UNDETERMINED
    status: SessionStatus | None = None
    history: tuple[Event, ...] = ()
    quote: Quote | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Attendance(Record):
    """Whether a person was at a session, and for how many half-days.

    >>> Attendance(session="day-1", person="p-7f3a", present=Ternary.YES)
    Attendance(session='day-1', person='p-7f3a', present=<Ternary.YES: 'yes'>)
    """

    session: EntityId = field(metadata=_PRESENT)
    person: EntityId = field(metadata=_NAMED)
    """The pseudonym of the person."""
    occurrence: int | None = field(default=None, metadata=_PRESENT)
    """Which of the session's occurrences, from 1."""
    present: Ternary = field(default=Ternary.UNDETERMINED, metadata=_PRESENT)
    half_days: Count | None = field(default=None, metadata=_PRESENT)


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Certificate(Record):
    """What attests that a person came, or completed the cycle.

    >>> Certificate(kind=CertificateKind.ATTENDANCE, person="p-7f3a")
    Certificate(kind=<CertificateKind.ATTENDANCE: 'attendance'>, person='p-7f3a')
    """

    kind: CertificateKind = field(metadata=_ATTESTED)
    person: EntityId | None = field(default=None, metadata=_CERTIFIED)
    """The pseudonym of the person; unknown where it is the team's."""
    seat: EntityId | None = None
    issuer: Ref[Organisation] | None = None
    issued: PartialDate | None = field(default=None, metadata=_ATTESTED)
    identifiers: tuple[Identifier, ...] = field(default=(), metadata=_NUMBERED)


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Cohort(Entity):
    """Those who follow a cycle together (*promotion, cohorte*).

    The organisation is what is selected, the person is what attends. The number of seats
    that a source states need not equal the length of the list.

    >>> Cohort(id="cohort-2021", selected=Count(13), attended=Count(12))
    Cohort(id='cohort-2021', selected=Count.parse('13'), attended=Count.parse('12'))
    """

    names: tuple[Name, ...] = ()
    cycle: Ref[QualificationCycle] | None = None
    call: Ref[Call] | None = None
    """The call that selected it."""
    capacity: Count | None = None
    """The seats that it has."""
    seats: tuple[Seat, ...] | None = None
    seats_complete: Ternary = Ternary.UNDETERMINED
    """Whether no seat is missing."""
    selected: Count | None = None
    """The organisations that were selected."""
    attended: Count | None = None
    """The organisations that took part."""
    persons: Count | None = None
    """The persons who took part."""
    sessions: tuple[TrainingSession, ...] | None = None
    attendances: tuple[Attendance, ...] | None = field(default=None, metadata=_CAME)
    certificates: tuple[Certificate, ...] | None = None
    territories: tuple[TerritoryCode, ...] | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    history: tuple[Event, ...] = ()
    url: Url | None = None
