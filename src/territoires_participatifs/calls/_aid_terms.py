"""Aid terms: how much a call may give, and how it is paid."""

from typing import final

from attrs import frozen

from territoires_participatifs.budgets import AidKind, InstalmentKind
from territoires_participatifs.calls._demands import Demand
from territoires_participatifs.calls._milestones import Milestone
from territoires_participatifs.calls._outline import Channel
from territoires_participatifs.calls._requirements import Consequence
from territoires_participatifs.organisations import OrganisationKind
from territoires_participatifs.sources import Quote
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.durations import Span
from territoires_participatifs.values.identifiers import Identifier
from territoires_participatifs.values.money import Amount
from territoires_participatifs.values.names import Bilingual
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.quantities import Count, Rate
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import EntityId
from territoires_participatifs.values.windows import Window


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class SubCap(Record):
    """The most that a category of expense may count for.

    >>> from territoires_participatifs.values import Money
    >>> SubCap(label="investissements", amount=Amount(Money("40000")))
    SubCap(label='investissements', amount=Amount.parse('40000.00 EUR'))
    """

    label: str | None = None
    category: Identifier | None = None
    """The category of expense, in a chart or a list."""
    amount: Amount | None = None
    """The most, as a sum."""
    per: str | None = None
    """What the amount is for one of, as *cadeau*."""
    rate: Rate | None = None
    """A share, and of what."""
    clause: Quote | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Bonus(Record):
    """What is added to the aid under a condition.

    >>> from territoires_participatifs.values import Money
    >>> Bonus(label="Fabrique numérique", amount=Amount(Money("100000")))
    Bonus(label='Fabrique numérique', amount=Amount.parse('100000.00 EUR'))
    """

    label: str | None = None
    condition: Bilingual | None = None
    """What must hold for it, in words."""
    when: Demand | None = None
    """The condition, as data."""
    amount: Amount | None = None
    """What is added, as a sum."""
    points: Rate | None = None
    """Points of per cent that are added to the rate."""
    clause: Quote | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class PaymentTerm(Record):
    """One of the payments that a call foresees.

    >>> PaymentTerm(kind=InstalmentKind.ADVANCE, upon=Milestone.DECLARATION_OF_START).rate is None
    True
    """

    kind: InstalmentKind
    upon: Milestone | None = None
    """The step that it is paid upon."""
    rate: Rate | None = None
    """Its share, and of what."""
    amount: Amount | None = None
    """Its sum; at a flat rate, the price of a unit."""
    units: Count | None = None
    """The most units that are paid, at a flat rate."""
    unit: str | None = None
    """What is counted, as *jour*."""
    channels: tuple[Channel, ...] | None = None
    """How to ask for it."""
    conditions: Bilingual | None = None
    clause: Quote | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Delay(Record):
    """How long after one milestone another may or must come.

    >>> Delay(of=Milestone.START, after=Milestone.NOTIFICATION, within=Span("P2Y")).within
    Span.parse('P2Y')
    """

    of: Milestone
    after: Milestone | None = None
    within: Span | None = None
    """At most so long after; unknown, it must merely come after."""
    at_least: Span | None = None
    """At least so long after."""
    extension: Span | None = None
    """How much longer one may be allowed on request."""
    request_before: Span | None = None
    """How long before its end the extension must be asked for."""
    consequence: Consequence | None = None
    note: Bilingual | None = None
    """How it is counted, or may be extended."""
    clause: Quote | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class AidTerms(Record):
    """What a call may give to one laureate, in a track or to some kinds of applicants.

    >>> from territoires_participatifs.values import Money
    >>> AidTerms(cap=Amount(Money("100000")), tracks=("emergence",))
    AidTerms(tracks=('emergence',), cap=Amount.parse('100000.00 EUR'))
    """

    aid: AidKind | None = None
    """What is given: not all aid is money."""
    tracks: tuple[EntityId, ...] = ()
    """The tracks that they are for; none stands for all."""
    rounds: tuple[EntityId, ...] = ()
    applicants: tuple[OrganisationKind, ...] = ()
    """The kinds of applicants that they are for; none stands for all."""
    when: Demand | None = None
    """What else must hold for them to apply: a size, a label, a territory."""
    floor: Amount | None = None
    """The least that one laureate may receive, in the currency and tax basis of the amount."""
    cap: Amount | None = None
    """The most that one laureate may receive."""
    flat: Amount | None = None
    """The same sum for every laureate (*forfait*)."""
    yearly_cap: Amount | None = None
    """The most that one laureate may receive in a year."""
    rate: Rate | None = None
    """The highest share, and of what."""
    base_cap: Amount | None = None
    """The most that the eligible base may count for."""
    project_floor: Amount | None = None
    """The least that the whole project may cost."""
    project_cap: Amount | None = None
    """The most that the whole project may cost."""
    own_contribution: Rate | None = None
    """The least that the applicant must bring, and of what."""
    in_kind: Ternary = Ternary.UNDETERMINED
    """Whether what is given in kind or by volunteers counts as own contribution."""
    overheads: Rate | None = None
    """The flat rate of indirect costs, and of what."""
    expenses: Window | None = None
    """When expenses must fall to count."""
    sub_caps: tuple[SubCap, ...] | None = None
    bonuses: tuple[Bonus, ...] | None = None
    cumulated: Rate | None = None
    """The most that all funders together may give, and of what."""
    duration: Span | None = None
    """How long the funded project lasts."""
    shortest: Span | None = None
    """The least that it may last."""
    longest: Span | None = None
    """The most that it may last."""
    period: PartialDate | None = None
    """The year or the time that they are for."""
    payments: tuple[PaymentTerm, ...] | None = None
    conditions: Bilingual | None = None
    """What no other field says, in words."""
    clause: Quote | None = None
    """Where the specification says so."""
