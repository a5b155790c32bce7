"""Demands: what a requirement asks, as data that can be assessed and explained.

A demand is one of a family of classes, told apart in documents by their tag. What no
class can express is kept as a text that a person judges; what this version does not know
is kept as it came. Combinators combine demands into one.
"""

from enum import Enum
from typing import ClassVar, TypeAlias, final, get_args

from attrs import Attribute, field, frozen

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.organisations import OrganisationKind
from territoires_participatifs.reference import TerritoryCode
from territoires_participatifs.values.deadlines import Deadline
from territoires_participatifs.values.declarations import (
    TAG,
    Tagged,
    checked,
    is_untagged,
    tagged,
)
from territoires_participatifs.values.names import Bilingual
from territoires_participatifs.values.quantities import Count, Rate
from territoires_participatifs.values.raw import Raw
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.ternary import Ternary


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class TextDemand(Tagged, Record):
    """A demand that only a person can judge, in words.

    >>> TextDemand(text=Bilingual("Le projet est innovant."))
    TextDemand(text=Bilingual.parse('Le projet est innovant.'))
    """

    tag: ClassVar[str] = "text"

    text: Bilingual


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
class ApplicantSide(Enum):
    """Whom in an application a demand speaks of."""

    APPLICANT = "applicant"
    """Whoever applies, alone or first."""
    COORDINATOR = "coordinator"
    EVERY_MEMBER = "every-member"
    SOME_MEMBER = "some-member"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class ApplicantDemand(Tagged, Record):
    """Who may apply: organisations of some kinds, legal persons or not, or persons.

    >>> ApplicantDemand(kinds=(OrganisationKind.COMMUNE,))
    ApplicantDemand(kinds=(<OrganisationKind.COMMUNE: 'commune'>,))
    """

    tag: ClassVar[str] = "applicant"

    of: ApplicantSide = ApplicantSide.APPLICANT
    kinds: tuple[OrganisationKind, ...] | None = None
    """The kinds that may; unknown is not none."""
    legal_person: Ternary = Ternary.UNDETERMINED
    """Whether it must be a legal person (yes), must not (no), or may be either."""
    public: Ternary = Ternary.UNDETERMINED
    """Whether it must be a public body (yes), must not (no), or may be either."""
    non_profit: Ternary = Ternary.UNDETERMINED
    """Whether it must be non-profit (yes), must not (no), or may be either."""
    natural_person: Ternary = Ternary.UNDETERMINED
    """Whether it must be a natural person (yes), must not (no), or may be either."""


@final
class Located(Enum):
    """What a demand wants to lie in a territory."""

    SEAT = "seat"
    """The seat of the applicant."""
    PERIMETER = "perimeter"
    """The territory that the applicant administers."""
    PROJECT = "project"
    """The places of the project."""
    BENEFICIARIES = "beneficiaries"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class TerritoryDemand(Tagged, Record):
    """Where the applicant or the project must be: within the territories, or touching them.

    >>> from territoires_participatifs.reference import TerritoryKind
    >>> TerritoryDemand(
    ...     what=Located.PROJECT, territories=(TerritoryCode(TerritoryKind.REGION, "32"),)
    ... ).touching
    <Ternary.UNDETERMINED: 'undetermined'>
    """

    tag: ClassVar[str] = "territory"

    what: Located
    territories: tuple[TerritoryCode, ...] | None = None
    """One of these is enough."""
    number: Count | None = None
    """How many territories these are, if they are not all named."""
    share: Rate | None = None
    """How much of them must be there, as a majority of the beneficiaries."""
    touching: Ternary = Ternary.UNDETERMINED
    """Whether it is enough to touch them, rather than to lie within."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class DeadlineDemand(Tagged, Record):
    """Until when an application must have come; by itself, until the deadline of its round.

    >>> DeadlineDemand()
    DeadlineDemand()
    """

    tag: ClassVar[str] = "deadline"

    deadline: Deadline | None = None
    """Unknown stands for the deadline of the round, or of the call."""


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

    >>> NoneOf(demands=(TextDemand(text=Bilingual("Un culte est financé.")),))
    NoneOf(demands=(TextDemand(text=Bilingual.parse('Un culte est financé.')),))
    """

    tag: ClassVar[str] = "none-of"

    demands: tuple["Demand", ...]


Demand: TypeAlias = (
    TextDemand
    | ApplicantDemand
    | TerritoryDemand
    | DeadlineDemand
    | AllOf
    | AnyOf
    | NoneOf
    | UnknownDemand
)
"""The family of demands."""
