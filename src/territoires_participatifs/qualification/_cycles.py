"""Qualification cycles: what is learnt, by whom, for what price, over how long."""

from enum import Enum
from typing import final

from attrs import frozen

from territoires_participatifs.actions import FundedAction
from territoires_participatifs.calls import Call
from territoires_participatifs.checks import Event
from territoires_participatifs.organisations import (
    Audience,
    Capacity,
    Participation,
    Programme,
    Theme,
)
from territoires_participatifs.reference import TerritoryCode
from territoires_participatifs.sources import Entity, Quote
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.durations import Span
from territoires_participatifs.values.money import Amount
from territoires_participatifs.values.names import Bilingual, Name
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.quantities import Count, Rate
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import EntityId, Url


@final
class PriceKind(Enum):
    """What a price is for. Free is a price; unknown is none."""

    FREE = "free"
    PER_GROUP = "per-group"
    PER_PARTICIPANT = "per-participant"
    PER_ORGANISATION = "per-organisation"
    SHARED = "shared"
    """A part is paid by the organisations that take part."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Price(Record):
    """What taking part costs; one for each bracket of sizes, where it depends on the group.

    >>> Price(kind=PriceKind.FREE)
    Price(kind=<PriceKind.FREE: 'free'>)
    """

    kind: PriceKind
    amount: Amount | None = None
    """The sum, with its tax basis; free has none."""
    group: Count | None = None
    """The size of the group that it is for."""
    audiences: tuple[Audience, ...] | None = None
    """Whom it is for, if not everybody."""
    quote: Quote | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class TeamRule(Record):
    """How many persons of a capacity an organisation sends.

    >>> TeamRule(capacity=Capacity.ELECTED_MEMBER, number=Count(1))
    TeamRule(capacity=<Capacity.ELECTED_MEMBER: 'elected-member'>, number=Count.parse('1'))
    """

    capacity: Capacity | None = None
    number: Count | None = None
    wording: str | None = None
    """The words of the source."""
    other_organisation: Ternary = Ternary.UNDETERMINED
    """Whether the person may or must be of another organisation."""
    quote: Quote | None = None


@final
class CertificateKind(Enum):
    """What a certificate attests."""

    ATTENDANCE = "attendance"
    """*Attestation de présence, d'assiduité*."""
    COMPLETION = "completion"
    """*Attestation de fin de formation*."""
    INSTITUTIONAL = "institutional"
    """A certificate or diploma of the establishment."""
    REGISTERED = "registered"
    """*Certification* of the national register (RNCP, RS)."""


@final
class AchievementKind(Enum):
    """What one hands in or passes, beside coming."""

    DELIVERABLE = "deliverable"
    """*Plan d'actions, projet*."""
    JURY = "jury"
    """Before a jury, or in a *grand oral*."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class CompletionTerms(Record):
    """On what terms one is said to have followed a cycle, or is given a certificate of it.

    Terms that tell nothing but their words are for a person to judge.

    >>> terms = CompletionTerms(certificate=CertificateKind.INSTITUTIONAL, share=Rate("100"))
    >>> terms.share.in_words("en"), terms.achievements
    ('100%', ())
    """

    certificate: CertificateKind | None = None
    """The certificate that they are for; left out, to have followed the cycle."""
    share: Rate | None = None
    """The least share of the half-days that count; all dates are 100 per cent."""
    sessions: tuple[EntityId, ...] | None = None
    """The sessions of the cohort that count; left out, all that aren't optional."""
    achievements: tuple[AchievementKind, ...] = ()
    """What must be handed in or passed."""
    complete: Ternary = Ternary.UNDETERMINED
    """Whether nothing else is asked: not if a source is cut, or says more than these fields."""
    wording: str | None = None
    """The words of the source."""
    quote: Quote | None = None


@final
class PlaceUnit(Enum):
    """What a number of places counts."""

    ORGANISATIONS = "organisations"
    """Each may send several persons."""
    PERSONS = "persons"


@final
class CycleStatus(Enum):
    """Where a cycle stands."""

    PLANNED = "planned"
    RECRUITING = "recruiting"
    COHORT_SET = "cohort-set"
    RUNNING = "running"
    COMPLETED = "completed"
    EVALUATED = "evaluated"
    CANCELLED = "cancelled"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class QualificationCycle(Entity):
    """A programme that makes actors more able to act (*cycle de qualification*).

    It is no diploma, and mostly no certification. Its duration is told twice, as a span of
    the calendar and as a number of days, and the two may disagree.

    >>> cycle = QualificationCycle(
    ...     id="cycle", duration=Span("P1Y"), days=Count(6), spacing=Span("P6W")
    ... )
    >>> cycle.prerequisites is None, cycle.prices is None
    (True, True)
    """

    names: tuple[Name, ...] = ()
    edition: str | None = None
    action: Ref[FundedAction] | None = None
    """The funded action that it is."""
    programme: Ref[Programme] | None = None
    recruits: Ref[Call] | None = None
    """The call through which it recruits."""
    open_registration: Ternary = Ternary.UNDETERMINED
    """Whether one may simply register."""
    participations: tuple[Participation, ...] | None = None
    """Who organises, funds, teaches."""
    objectives: tuple[Bilingual, ...] | None = None
    """What it is to bring about."""
    topics: tuple[Theme, ...] | None = None
    audiences: tuple[Audience, ...] | None = None
    territories: tuple[TerritoryCode, ...] | None = None
    prerequisites: tuple[Bilingual, ...] | None = None
    """What one must know or be; none is not unknown."""
    commitments: tuple[Bilingual, ...] | None = None
    """What those who take part commit to."""
    prices: tuple[Price, ...] | None = None
    team: tuple[TeamRule, ...] | None = None
    """Whom an organisation sends: a pair, a trio…"""
    capacity: Count | None = None
    """The places that there are: a number, or from one to another."""
    target: Count | None = None
    """The number that is aimed at, which is no limit."""
    places_for: PlaceUnit | None = None
    """Whether places are counted for organisations or for persons."""
    provider_schemes: tuple[str, ...] | None = None
    """The accreditations that whoever teaches it must hold, by their schemes, as ``qualiopi``."""
    since: PartialDate | None = None
    until: PartialDate | None = None
    duration: Span | None = None
    """As a span of the calendar."""
    days: Count | None = None
    """As a number of training days."""
    half_days: Count | None = None
    """As a number of half-days."""
    spacing: Span | None = None
    """From one session to the next."""
    certificates: tuple[CertificateKind, ...] | None = None
    certificate_optional: Ternary = Ternary.UNDETERMINED
    """Whether each person may choose to have one."""
    completion: Bilingual | None = None
    """What one must do to have followed it, in words."""
    terms: tuple[CompletionTerms, ...] | None = None
    """On what terms one has followed it, or is given each certificate."""
    intersession: Bilingual | None = None
    """The work between two sessions."""
    restitution: Bilingual | None = None
    follow_up: Bilingual | None = None
    """What comes after: a network, another edition, a kit to pass on."""
    follows: "Ref[QualificationCycle] | None" = None
    """The edition before this one."""
    status: CycleStatus | None = None
    history: tuple[Event, ...] = ()
    url: Url | None = None
