"""Demands on the money: what is asked for, what it costs, who pays the rest."""

from enum import Enum
from typing import ClassVar, final

from attrs import frozen

from territoires_participatifs.budgets import ContributionKind, CostMethod, Nature
from territoires_participatifs.organisations import Organisation, Programme
from territoires_participatifs.values.declarations import Tagged, checked
from territoires_participatifs.values.identifiers import Identifier
from territoires_participatifs.values.money import Amount
from territoires_participatifs.values.quantities import Rate
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class GrantDemand(Tagged, Record):
    """How much aid may be asked for.

    >>> from territoires_participatifs.values import Exactness, Money
    >>> GrantDemand(amount=Amount(Money("3000"), Exactness.AT_MOST)).yearly
    <Ternary.NO: 'no'>
    """

    tag: ClassVar[str] = "grant"

    amount: Amount
    """At least, at most, between or exactly so much, on its tax basis."""
    yearly: Ternary = Ternary.NO
    """Whether it is for each year, rather than in all."""


@final
class Costed(Enum):
    """Which cost a demand speaks of."""

    TOTAL = "total"
    ELIGIBLE = "eligible"
    """The eligible base (*assiette*)."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class CostDemand(Tagged, Record):
    """How much the project must or may cost.

    >>> from territoires_participatifs.values import Exactness, Money
    >>> CostDemand(amount=Amount(Money("2000000"), Exactness.MORE_THAN)).of
    <Costed.TOTAL: 'total'>
    """

    tag: ClassVar[str] = "cost"

    of: Costed = Costed.TOTAL
    amount: Amount


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class RateDemand(Tagged, Record):
    """The share that the aid asked for may be at most, or must be at least.

    What it is a share of is told by the base of the rate.

    >>> from territoires_participatifs.values import RateBase
    >>> RateDemand(at_most=Rate("80", RateBase.TOTAL_COST))
    RateDemand(at_most=Rate.parse('80; base=total-cost'))
    """

    tag: ClassVar[str] = "rate"

    at_most: Rate | None = None
    at_least: Rate | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class FundingDemand(Tagged, Record):
    """The share that some of the funding must be at least, or may be at most.

    Of the total of the funding plan, or of its public part, by the base of the rate.

    >>> from territoires_participatifs.values import RateBase
    >>> FundingDemand(kinds=(ContributionKind.OWN,), at_least=Rate("20", RateBase.PUBLIC_FINANCING))
    FundingDemand(kinds=(<ContributionKind.OWN: 'own'>,), at_least=Rate.parse('20; base=public-financing'))
    """

    tag: ClassVar[str] = "funding"

    kinds: tuple[ContributionKind, ...] = ()
    """The kinds of contributions that are summed up; none stands for all."""
    natures: tuple[Nature, ...] = ()
    """How they must be contributed to be summed up; none stands for all."""
    public: Ternary = Ternary.UNDETERMINED
    """Whether those of public bodies are summed up (yes), of others (no), or both."""
    excluded: tuple[Ref[Programme], ...] = ()
    """The programmes whose money is not summed up, as European ones."""
    at_least: Rate | None = None
    at_most: Rate | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class CumulationDemand(Tagged, Record):
    """From whom there may be no other aid for the project: no double funding.

    >>> CumulationDemand(funders=(Ref("ademe"),))
    CumulationDemand(funders=(Ref('ademe'),))
    """

    tag: ClassVar[str] = "cumulation"

    funders: tuple[Ref[Organisation], ...] = ()
    programmes: tuple[Ref[Programme], ...] = ()
    """With neither, no other aid at all may be there."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class BalanceDemand(Tagged, Record):
    """That the budget is balanced: as much income as expense.

    >>> BalanceDemand().yearly
    <Ternary.NO: 'no'>
    """

    tag: ClassVar[str] = "balance"

    yearly: Ternary = Ternary.NO
    """Whether each year must have a budget of its own, and balance."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class ExpenseDemand(Tagged, Record):
    """How much some expenses may be at most, as a sum or as a share; nothing if they are refused.

    An expense is one of them if its category, its nature or its method is among these, or if its
    label holds one of these words.

    >>> from territoires_participatifs.values import Money
    >>> ExpenseDemand(labels=("investissements",), at_most=Amount(Money("40000")))
    ExpenseDemand(labels=('investissements',), at_most=Amount.parse('40000.00 EUR'))
    """

    tag: ClassVar[str] = "expense"

    categories: tuple[Identifier, ...] = ()
    """By the codes of a chart of accounts or of a list."""
    labels: tuple[str, ...] = ()
    """By the words of their lines, where there is no code."""
    natures: tuple[Nature, ...] = ()
    methods: tuple[CostMethod, ...] = ()
    at_most: Amount | None = None
    rate: Rate | None = None
    """The largest share, and of what."""
    refused: Ternary = Ternary.NO
    """Whether they may not be there at all."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class AllowedExpensesDemand(Tagged, Record):
    """The only expenses that there may be.

    >>> AllowedExpensesDemand(labels=("prestations",))
    AllowedExpensesDemand(labels=('prestations',))
    """

    tag: ClassVar[str] = "allowed-expenses"

    categories: tuple[Identifier, ...] = ()
    labels: tuple[str, ...] = ()
