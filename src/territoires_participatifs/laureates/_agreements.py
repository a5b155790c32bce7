"""Grant agreements: the act, what changes it, and what is paid under it."""

from enum import Enum
from typing import Final, final

from attrs import field, frozen

from territoires_participatifs.applications import Document
from territoires_participatifs.budgets import Budget, InstalmentKind
from territoires_participatifs.calls import Milestone
from territoires_participatifs.checks import Event
from territoires_participatifs.consortia import Member
from territoires_participatifs.laureates._laureates import Laureate
from territoires_participatifs.organisations import Organisation, Participation
from territoires_participatifs.sources import Entity, Quote
from territoires_participatifs.values.declarations import PERSONAL, checked
from territoires_participatifs.values.durations import Span
from territoires_participatifs.values.identifiers import Identifier
from territoires_participatifs.values.money import Amount
from territoires_participatifs.values.names import Bilingual
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.personal import Personal, PersonalCategory, PersonalPurpose
from territoires_participatifs.values.quantities import Count, Rate
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import EntityId, Url

_WORDS: Final = {PERSONAL: Personal(PersonalCategory.FREE_TEXT, PersonalPurpose.RECORD)}


@final
class ActKind(Enum):
    """The legal act that gives an aid."""

    AGREEMENT = "agreement"
    """*Convention attributive*."""
    ORDER = "order"
    """*Arrêté attributif*."""
    AID_CONTRACT = "aid-contract"
    MULTI_YEAR_AGREEMENT = "multi-year-agreement"
    """*Convention pluriannuelle d'objectifs*."""
    OTHER = "other"


@final
class AmendmentKind(Enum):
    """What an amendment changes."""

    EXTENSION = "extension"
    REALLOCATION = "reallocation"
    """Money moves between lines or partners, at a constant total."""
    PARTNER = "partner"
    LEAD = "lead"
    SCOPE = "scope"
    AMOUNT = "amount"
    SUCCESSION = "succession"
    """Another legal person takes over."""
    OTHER = "other"


@final
class AmendmentForm(Enum):
    """How an amendment is made."""

    BILATERAL = "bilateral"
    """*Avenant*."""
    UNILATERAL = "unilateral"
    """*Décision modificative unilatérale*."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Amendment(Record):
    """A change of an agreement: what it holds from then on.

    >>> Amendment(kinds=(AmendmentKind.EXTENSION,), until=PartialDate("2022-12-31")).form
    """

    kinds: tuple[AmendmentKind, ...]
    form: AmendmentForm | None = None
    number: str | None = None
    signed: PartialDate | None = None
    effective: PartialDate | None = None
    reason: Bilingual | None = field(default=None, metadata=_WORDS)
    amount: Amount | None = None
    """The new amount of the aid."""
    until: PartialDate | None = None
    """The new end."""
    budgets: tuple[Budget, ...] | None = None
    members: tuple[Member, ...] | None = None
    """Who the members are from then on."""
    beneficiary: Ref[Organisation] | None = None
    quote: Quote | None = None


@final
class InstalmentStatus(Enum):
    """Where a payment stands."""

    SCHEDULED = "scheduled"
    REQUESTED = "requested"
    VERIFIED = "verified"
    PAID = "paid"
    REFUSED = "refused"
    FORFEITED = "forfeited"
    """*Forclusion*."""
    RECOVERY_ORDERED = "recovery-ordered"
    RECOVERED = "recovered"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Instalment(Record):
    """One payment of an aid, foreseen or made.

    >>> Instalment(kind=InstalmentKind.BALANCE)
    Instalment(kind=<InstalmentKind.BALANCE: 'balance'>)
    """

    kind: InstalmentKind
    payee: Ref[Organisation] | None = None
    amount: Amount | None = None
    """Its sum."""
    rate: Rate | None = None
    """Its share, and of what."""
    units: Count | None = None
    """What a flat rate is multiplied by."""
    upon: Milestone | None = None
    period: PartialDate | None = None
    """The year that it is for."""
    work_package: str | None = None
    due: PartialDate | None = None
    """When it is to be paid."""
    requested: PartialDate | None = None
    """When it was asked for."""
    paid: PartialDate | None = None
    """When it was paid."""
    status: InstalmentStatus | None = None
    history: tuple[Event, ...] = ()
    quote: Quote | None = None


@final
class AgreementStatus(Enum):
    """Where an agreement stands."""

    DRAFT = "draft"
    SIGNED = "signed"
    IN_FORCE = "in-force"
    SUSPENDED = "suspended"
    COMPLETED = "completed"
    TERMINATED = "terminated"
    LAPSED = "lapsed"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class GrantAgreement(Entity):
    """The legal act by which a laureate receives its aid (*convention, arrêté attributif*).

    >>> GrantAgreement(id="agreement-1", laureate=Ref("laureate-1"))
    GrantAgreement(id='agreement-1', laureate=Ref('laureate-1'))
    """

    kind: ActKind | None = None
    laureate: Ref[Laureate] | None = None
    beneficiary: Ref[Organisation] | None = None
    """Who receives the aid, if not the laureate of record."""
    participations: tuple[Participation, ...] | None = None
    """Who signs, who pays, who controls."""
    identifiers: tuple[Identifier, ...] = ()
    signed: PartialDate | None = None
    """The day of the act."""
    since: PartialDate | None = None
    until: PartialDate | None = None
    duration: Span | None = None
    """How long it runs, where its dates are not told."""
    amount: Amount | None = None
    """As the act first gave it; amendments tell what it became."""
    rate: Rate | None = None
    """The share of the aid, and of what."""
    eligible: Amount | None = None
    """The eligible base."""
    budgets: tuple[Budget, ...] | None = None
    amendments: tuple[Amendment, ...] | None = None
    instalments: tuple[Instalment, ...] | None = None
    instalments_complete: Ternary = Ternary.UNDETERMINED
    """Whether no payment is missing."""
    obligations: tuple[Bilingual, ...] | None = None
    """What the beneficiary commits to: communication, reports, separate accounts…"""
    documents: tuple[Document, ...] | None = None
    project: EntityId | None = None
    status: AgreementStatus | None = None
    history: tuple[Event, ...] = ()
    url: Url | None = None
