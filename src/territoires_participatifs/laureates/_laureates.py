"""Laureates: whom a decision selected, and what they receive."""

from enum import Enum
from typing import Final, final

from attrs import field, frozen

from territoires_participatifs.applications import Application
from territoires_participatifs.budgets import AidKind
from territoires_participatifs.calls import Call
from territoires_participatifs.checks import Event, Waiver
from territoires_participatifs.laureates._decisions import Decision
from territoires_participatifs.organisations import Organisation, Participation, Person
from territoires_participatifs.reference import TerritoryCode
from territoires_participatifs.sources import Entity, Quote
from territoires_participatifs.values.declarations import PERSONAL, checked
from territoires_participatifs.values.durations import Span
from territoires_participatifs.values.money import Amount
from territoires_participatifs.values.names import Name
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.personal import Personal, PersonalCategory, PersonalPurpose
from territoires_participatifs.values.quantities import Count, Rate
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.texts import EntityId, Url

_SELECTED: Final = {PERSONAL: Personal(PersonalCategory.PERSON, PersonalPurpose.AWARD)}


@final
class LaureateStatus(Enum):
    """Where a laureate stands, from the announcement to the end of the aid."""

    ANNOUNCED = "announced"
    NOTIFIED = "notified"
    ACCEPTED = "accepted"
    AGREEMENT_SIGNED = "agreement-signed"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    COMPLETED = "completed"
    CLOSED = "closed"
    DECLINED = "declined"
    """*Désistement*."""
    WITHDRAWN_BY_FUNDER = "withdrawn-by-funder"
    LAPSED = "lapsed"
    """*Caducité*."""
    TERMINATED = "terminated"
    """*Résiliation*."""
    TRANSFERRED = "transferred"
    """To an organisation that succeeds it."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Benefit(Record):
    """What a laureate receives: money, a seat, a label, support.

    >>> Benefit(kind=AidKind.SEAT)
    Benefit(kind=<AidKind.SEAT: 'seat'>)
    """

    kind: AidKind
    amount: Amount | None = None
    """The sum, if it is money."""
    rate: Rate | None = None
    """The share of the aid, and of what."""
    number: Count | None = None
    """How many, of what is not money: seats, places, days."""
    funder: Ref[Organisation] | None = None
    description: str | None = None
    duration: Span | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    quote: Quote | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Laureate(Entity):
    """Whom a decision selected, with what it receives.

    The laureate of record may be one organisation, while those that answered with it say
    "laureate" too: they are in its participations.

    >>> Laureate(id="citoyens-en-communs", call=Ref("ditp-2020"))
    Laureate(id='citoyens-en-communs', call=Ref('ditp-2020'))
    """

    names: tuple[Name, ...] = ()
    """The names of what was selected, as the list gives them."""
    call: Ref[Call] | None = None
    round: EntityId | None = None
    tracks: tuple[EntityId, ...] = ()
    decision: Ref[Decision] | None = None
    application: Ref[Application] | None = None
    projects: tuple[EntityId, ...] | None = None
    """The projects of the application that were selected."""
    organisation: Ref[Organisation] | None = None
    """The laureate of record."""
    person: Person | None = field(default=None, metadata=_SELECTED)
    """The natural person, where a call selects persons."""
    participations: tuple[Participation, ...] | None = None
    """Who takes part, who receives the money, who carries it out, if others do."""
    benefits: tuple[Benefit, ...] | None = None
    territories: tuple[TerritoryCode, ...] | None = None
    """Where it acts."""
    rank: int | None = None
    votes: Count | None = None
    selected: PartialDate | None = None
    """When it was selected; a bound may be all that is known."""
    waivers: tuple[Waiver, ...] = ()
    """What was let pass for it."""
    succeeds: "Ref[Laureate] | None" = None
    """The laureate whose place it took, from the reserve list or as its successor."""
    status: LaureateStatus | None = None
    history: tuple[Event, ...] = ()
    url: Url | None = None
