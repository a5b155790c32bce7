"""Demands on those who apply together, and on how often one may apply."""

from enum import Enum
from typing import ClassVar, final

from attrs import frozen

from territoires_participatifs.organisations import CompanySize, OrganisationKind
from territoires_participatifs.reference import TerritoryCode
from territoires_participatifs.values.declarations import Tagged, checked
from territoires_participatifs.values.quantities import Count, Rate
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import EntityId


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class CollectiveDemand(Tagged, Record):
    """Whether several organisations must apply together, and have signed an agreement.

    >>> CollectiveDemand().compulsory
    <Ternary.YES: 'yes'>
    """

    tag: ClassVar[str] = "collective"

    compulsory: Ternary = Ternary.YES
    """Yes if one may not apply alone, no if one must, undetermined if it is left to them."""
    agreement: Ternary = Ternary.UNDETERMINED
    """Yes if those that apply together must have signed an agreement; else it is not asked."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class MembersDemand(Tagged, Record):
    """How many members a consortium must have, of all or of those of some sort.

    A member is counted if it is all that is told here. Whoever applies alone is one member.

    >>> from territoires_participatifs.values import Exactness
    >>> MembersDemand(number=Count(6, Exactness.AT_MOST))
    MembersDemand(number=Count.parse('6; exactness=at-most'))
    """

    tag: ClassVar[str] = "members"

    number: Count
    kinds: tuple[OrganisationKind, ...] = ()
    """The kinds that are counted; none stands for all."""
    sizes: tuple[CompanySize, ...] = ()
    """The sizes of companies that are counted; none stands for all."""
    sides: tuple[str, ...] = ()
    """The sides of a border that are counted; none stands for all."""
    territories: tuple[TerritoryCode, ...] = ()
    """Where the seat of those that are counted lies; none stands for all."""
    public: Ternary = Ternary.UNDETERMINED
    """Whether public bodies are counted (yes), others (no), or both."""
    funded: Ternary = Ternary.UNDETERMINED
    """Whether members with aid are counted (yes), without aid (no), or both."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class CountriesDemand(Tagged, Record):
    """From how many countries the members must be, by their seats.

    >>> from territoires_participatifs.values import Exactness
    >>> CountriesDemand(number=Count(3, Exactness.AT_LEAST))
    CountriesDemand(number=Count.parse('3; exactness=at-least'))
    """

    tag: ClassVar[str] = "countries"

    number: Count
    among: tuple[TerritoryCode, ...] = ()
    """The countries that are counted; none stands for all."""


@final
class Shared(Enum):
    """What members have a share of."""

    EXPENSE = "expense"
    GRANT = "grant"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class ShareDemand(Tagged, Record):
    """The share that members of some sort may or must have, each or together.

    >>> ShareDemand(
    ...     of=Shared.EXPENSE, at_most=Rate("70"), kinds=(OrganisationKind.COMPANY,)
    ... ).together
    <Ternary.NO: 'no'>
    """

    tag: ClassVar[str] = "share"

    of: Shared
    at_least: Rate | None = None
    at_most: Rate | None = None
    kinds: tuple[OrganisationKind, ...] = ()
    """The kinds of members that it is about; none stands for all."""
    together: Ternary = Ternary.NO
    """Yes for the sum of them, no for each of them."""


@final
class Counted(Enum):
    """Per what applications are counted."""

    APPLICANT = "applicant"
    MEMBER = "member"
    """Each member, in whichever part."""
    COORDINATOR = "coordinator"
    PERSON = "person"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class ApplicationsDemand(Tagged, Record):
    """How many applications one may submit, to the call or to some of its tracks.

    >>> ApplicationsDemand(at_most=1).per
    <Counted.APPLICANT: 'applicant'>
    """

    tag: ClassVar[str] = "applications"

    at_most: int
    """The application itself is one of them."""
    per: Counted = Counted.APPLICANT
    tracks: tuple[EntityId, ...] = ()
    """The tracks whose applications are counted; none stands for all."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class TracksDemand(Tagged, Record):
    """How many tracks one may answer, and which ones not along with each other.

    >>> TracksDemand(exclusive=("axis-1", "axis-2"))
    TracksDemand(exclusive=('axis-1', 'axis-2'))
    """

    tag: ClassVar[str] = "tracks"

    number: Count | None = None
    """How many one application may answer."""
    exclusive: tuple[EntityId, ...] = ()
    """The tracks of which an applicant may answer one alone, in all its applications."""
