"""Demands on the project: where it is, what it is about and for whom, how long it lasts."""

from enum import Enum
from typing import ClassVar, final

from attrs import frozen

from territoires_participatifs.calls._milestones import Milestone
from territoires_participatifs.organisations import Audience, Theme
from territoires_participatifs.reference import TerritoryCode, TerritoryKind
from territoires_participatifs.values.declarations import Tagged, checked
from territoires_participatifs.values.durations import Span
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.quantities import Count, Rate
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.ternary import Ternary


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

    >>> TerritoryDemand(
    ...     what=Located.PROJECT, territories=(TerritoryCode(TerritoryKind.REGION, "32"),)
    ... ).touching
    <Ternary.UNDETERMINED: 'undetermined'>
    """

    tag: ClassVar[str] = "territory"

    what: Located
    territories: tuple[TerritoryCode, ...] | None = None
    """One of these is enough."""
    kinds: tuple[TerritoryKind, ...] = ()
    """The kinds of territories of which any one is enough, as priority neighbourhoods."""
    number: Count | None = None
    """How many territories these are, if they are not all named."""
    share: Rate | None = None
    """How much of them must be there, as a majority of the beneficiaries."""
    touching: Ternary = Ternary.UNDETERMINED
    """Whether it is enough to touch them, rather than to lie within."""


@final
class Subject(Enum):
    """What a demand on themes speaks of."""

    PROJECT = "project"
    APPLICANT = "applicant"
    """What the applicant works on."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class ThemeDemand(Tagged, Record):
    """What the project, or the applicant, must be about; in *none of*, what it must not.

    Themes are compared by the codes of their lists, and by their labels where they have none.

    >>> ThemeDemand(themes=(Theme(label="agriculture urbaine"),)).of
    <Subject.PROJECT: 'project'>
    """

    tag: ClassVar[str] = "theme"

    of: Subject = Subject.PROJECT
    themes: tuple[Theme, ...]
    """One of these is enough."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class AudienceDemand(Tagged, Record):
    """Whom the project must be for.

    >>> AudienceDemand(audiences=(Audience(label="habitants"),))
    AudienceDemand(audiences=(Audience(label='habitants'),))
    """

    tag: ClassVar[str] = "audience"

    audiences: tuple[Audience, ...]
    """One of these is enough."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class DurationDemand(Tagged, Record):
    """How long the project must or may last.

    >>> DurationDemand(at_most=Span("P36M"))
    DurationDemand(at_most=Span.parse('P36M'))
    """

    tag: ClassVar[str] = "duration"

    at_least: Span | None = None
    at_most: Span | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class StartDemand(Tagged, Record):
    """When the project may begin: not before a step or a day, not after a day.

    >>> StartDemand(after=Milestone.COMPLETE_FILE)
    StartDemand(after=<Milestone.COMPLETE_FILE: 'complete-file'>)
    """

    tag: ClassVar[str] = "start"

    after: Milestone | None = None
    """The step of the application, or of its life, that must have come before."""
    not_before: PartialDate | None = None
    not_after: PartialDate | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class EndDemand(Tagged, Record):
    """Until when the project must be finished, or how far from finished it must be.

    >>> EndDemand(not_after=PartialDate("2024-03-31"))
    EndDemand(not_after=PartialDate.parse('2024-03-31'))
    """

    tag: ClassVar[str] = "end"

    not_after: PartialDate | None = None
    not_before: PartialDate | None = None
    after: Milestone | None = None
    """The step before which it must not be finished."""
