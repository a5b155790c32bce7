"""Demands: what a requirement asks, as data that can be assessed and explained.

A demand is one of a family of classes, told apart in documents by their tag. What no
class can express is kept as a text that a person judges; what this version does not know
is kept as it came. Combinators combine demands into one.
"""

from collections.abc import Iterator
from typing import ClassVar, TypeAlias, final, get_args

from attrs import Attribute, field, frozen

from territoires_participatifs.calls._demands._applicants import (
    AccreditationDemand,
    ApplicantDemand,
    HeadcountDemand,
    PopulationDemand,
    SeniorityDemand,
    SizeDemand,
)
from territoires_participatifs.calls._demands._consortia import (
    ApplicationsDemand,
    CollectiveDemand,
    CountriesDemand,
    MembersDemand,
    ShareDemand,
    TracksDemand,
)
from territoires_participatifs.calls._demands._money import (
    AllowedExpensesDemand,
    BalanceDemand,
    CostDemand,
    CumulationDemand,
    ExpenseDemand,
    FundingDemand,
    GrantDemand,
    RateDemand,
)
from territoires_participatifs.calls._demands._procedure import (
    ChannelDemand,
    CommitmentDemand,
    DeadlineDemand,
    DocumentDemand,
    LanguageDemand,
    PreviousReportDemand,
    TextDemand,
)
from territoires_participatifs.calls._demands._projects import (
    AudienceDemand,
    DurationDemand,
    EndDemand,
    StartDemand,
    TerritoryDemand,
    ThemeDemand,
)
from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values.declarations import (
    TAG,
    Tagged,
    checked,
    is_untagged,
    tagged,
)
from territoires_participatifs.values.raw import Raw
from territoires_participatifs.values.records import Record


def _is_unknown(_: object, __: "Attribute[Raw]", content: Raw) -> None:
    held = content.json
    tag = held.get(TAG) if isinstance(held, dict) else None
    if (
        not isinstance(tag, str)
        or tag.isspace()
        or not tag
        or not is_untagged(tagged(get_args(Demand), tag))
    ):
        raise InvalidValue("VAL502", {"value": content})


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class UnknownDemand(Tagged, Record):
    """A demand of a kind that this version does not know, kept as its document gives it.

    Nothing that it might ask is ever taken for fulfilled.

    >>> UnknownDemand(content=Raw.of({"kind": "lottery", "odds": 3}))
    UnknownDemand(content=Raw('{"kind":"lottery","odds":3}'))

    :raises InvalidValue: ``VAL502`` if it is not an object with a text ``kind``, or is of a
        kind that is known.
    """

    tag: ClassVar[str] = ""

    content: Raw = field(validator=_is_unknown)


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class AllOf(Tagged, Record):
    """Every one of some demands.

    >>> AllOf(demands=(DeadlineDemand(),))
    AllOf(demands=(DeadlineDemand(),))
    """

    tag: ClassVar[str] = "all-of"

    demands: tuple["Demand", ...]


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class AnyOf(Tagged, Record):
    """At least one of some demands.

    >>> AnyOf(demands=(DeadlineDemand(),))
    AnyOf(demands=(DeadlineDemand(),))
    """

    tag: ClassVar[str] = "any-of"

    demands: tuple["Demand", ...]


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class NoneOf(Tagged, Record):
    """Not one of some demands: what is excluded.

    >>> from territoires_participatifs.values import Bilingual
    >>> NoneOf(demands=(TextDemand(text=Bilingual("Un culte est financé.")),))
    NoneOf(demands=(TextDemand(text=Bilingual.parse('Un culte est financé.')),))
    """

    tag: ClassVar[str] = "none-of"

    demands: tuple["Demand", ...]


Demand: TypeAlias = (
    ApplicantDemand
    | SizeDemand
    | HeadcountDemand
    | SeniorityDemand
    | PopulationDemand
    | AccreditationDemand
    | TerritoryDemand
    | ThemeDemand
    | AudienceDemand
    | DurationDemand
    | StartDemand
    | EndDemand
    | CollectiveDemand
    | MembersDemand
    | CountriesDemand
    | ShareDemand
    | ApplicationsDemand
    | TracksDemand
    | GrantDemand
    | CostDemand
    | RateDemand
    | FundingDemand
    | CumulationDemand
    | BalanceDemand
    | ExpenseDemand
    | AllowedExpensesDemand
    | TextDemand
    | DeadlineDemand
    | DocumentDemand
    | LanguageDemand
    | ChannelDemand
    | CommitmentDemand
    | PreviousReportDemand
    | AllOf
    | AnyOf
    | NoneOf
    | UnknownDemand
)
"""The family of demands."""


def leaves(
    demand: Demand, at: str = "/demand", *, negated: bool = False
) -> Iterator[tuple[str, Demand, bool]]:
    """Yield the demands that combine no others, with their places; whether they must fail.

    >>> twice = AllOf(demands=(DeadlineDemand(), NoneOf(demands=(DeadlineDemand(),))))
    >>> [(at, negated) for at, _, negated in leaves(twice)]
    [('/demand/demands/0', False), ('/demand/demands/1/demands/0', True)]
    """
    if not isinstance(demand, AllOf | AnyOf | NoneOf):
        yield at, demand, negated
        return
    for index, each in enumerate(demand.demands):
        inverse = negated is not isinstance(demand, NoneOf)
        yield from leaves(each, f"{at}/demands/{index}", negated=inverse)
