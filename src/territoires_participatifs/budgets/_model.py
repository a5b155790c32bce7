"""Budgets, funding plans and envelopes."""

from enum import Enum
from typing import final

from attrs import frozen

from territoires_participatifs.budgets._aid import AidKind, CostMethod, Nature
from territoires_participatifs.organisations import Organisation, Programme
from territoires_participatifs.reference import TerritoryCode
from territoires_participatifs.sources import Quote
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.identifiers import Identifier
from territoires_participatifs.values.money import Amount
from territoires_participatifs.values.names import Bilingual
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.quantities import Rate
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import EntityId


@final
class Side(Enum):
    """On which side of a budget a line stands."""

    EXPENSE = "expense"
    INCOME = "income"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class BudgetLine(Record):
    """One expense or one income.

    In-kind and volunteer contributions stand on both sides.

    >>> from territoires_participatifs.values import Money
    >>> BudgetLine(side=Side.EXPENSE, amount=Amount(Money("1200")))
    BudgetLine(side=<Side.EXPENSE: 'expense'>, amount=Amount.parse('1200.00 EUR'))
    """

    side: Side
    label: str | None = None
    category: Identifier | None = None
    """Its category or account, as ``cerfa-12156:62``."""
    method: CostMethod | None = None
    """Whether it is charged at a flat rate or as it was."""
    amount: Amount | None = None
    """Its sum, with its tax basis."""
    nature: Nature = Nature.CASH
    partner: Ref[Organisation] | None = None
    """The partner that spends or receives it."""
    period: PartialDate | None = None
    """The year, or the part of it, that it falls in."""
    project: EntityId | None = None
    """The project of the application that it belongs to."""
    eligible: Ternary = Ternary.UNDETERMINED
    """Whether the funder counts the expense."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Budget(Record):
    """The expenses and incomes of a project, or of the structure that carries it.

    >>> Budget(label="budget du projet")
    Budget(label='budget du projet')
    """

    label: str | None = None
    period: PartialDate | None = None
    """The year that it is for, if not the whole."""
    lines: tuple[BudgetLine, ...] | None = None
    lines_complete: Ternary = Ternary.UNDETERMINED
    """Whether no line is missing."""
    total: Amount | None = None
    """As the document states it, which its lines may contradict."""
    eligible: Amount | None = None
    """The eligible base (*assiette*)."""


@final
class ContributionKind(Enum):
    """What a contribution to a project or to an envelope is."""

    AID = "aid"
    """From a funder."""
    OWN = "own"
    """*Autofinancement*."""
    FEE = "fee"
    """Paid by participants."""
    OTHER = "other"


@final
class ContributionStatus(Enum):
    """How sure a contribution is."""

    PLANNED = "planned"
    REQUESTED = "requested"
    GRANTED = "granted"
    REFUSED = "refused"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Contribution(Record):
    """Who puts how much, into a project or into an envelope.

    >>> from territoires_participatifs.values import Money
    >>> Contribution(funder=Ref("ademe"), amount=Amount(Money("1000000")))
    Contribution(funder=Ref('ademe'), amount=Amount.parse('1000000.00 EUR'))
    """

    funder: Ref[Organisation] | None = None
    programme: Ref[Programme] | None = None
    """The framework that the money comes from."""
    label: str | None = None
    kind: ContributionKind = ContributionKind.AID
    aid: AidKind | None = None
    nature: Nature = Nature.CASH
    status: ContributionStatus | None = None
    amount: Amount | None = None
    """Its sum, with its tax basis."""
    rate: Rate | None = None
    """Its share, and of what."""
    territories: tuple[TerritoryCode, ...] | None = None
    """Where it must be spent: funders of one call may cover different territories."""
    quote: Quote | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class FundingPlan(Record):
    """Where the money of a project comes from (*plan de financement*).

    >>> FundingPlan(contributions=())
    FundingPlan(contributions=())
    """

    contributions: tuple[Contribution, ...] | None = None
    contributions_complete: Ternary = Ternary.UNDETERMINED
    """Whether no contribution is missing."""
    total: Amount | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Envelope(Record):
    """The money of a call, or of a part of it.

    >>> from territoires_participatifs.values import Money
    >>> Envelope(amount=Amount(Money("3000000")))
    Envelope(amount=Amount.parse('3000000.00 EUR'))
    """

    label: str | None = None
    amount: Amount | None = None
    """Its sum, as the source states it."""
    contributions: tuple[Contribution, ...] | None = None
    contributions_complete: Ternary = Ternary.UNDETERMINED
    """Whether no funder is missing."""
    share: Rate | None = None
    """Its share of a larger envelope, as of a remainder (*reliquat*)."""
    tracks: tuple[EntityId, ...] = ()
    """The tracks of the call that it is for; none stands for all."""
    rounds: tuple[EntityId, ...] = ()
    territories: tuple[TerritoryCode, ...] | None = None
    period: PartialDate | None = None
    """The year or the time that it is for."""
    conditions: Bilingual | None = None
    """What it depends on, as a vote of the budget to come."""
    quote: Quote | None = None
