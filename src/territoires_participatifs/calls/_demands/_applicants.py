"""Demands on who applies: what one is, how large, how old, and which labels one holds."""

from enum import Enum
from typing import ClassVar, final

from attrs import frozen

from territoires_participatifs.organisations import CompanySize, OrganisationKind
from territoires_participatifs.values.declarations import Tagged, checked
from territoires_participatifs.values.durations import Span
from territoires_participatifs.values.quantities import Count
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.ternary import Ternary


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
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class SizeDemand(Tagged, Record):
    """How large a company must be.

    >>> SizeDemand(sizes=(CompanySize.SMALL_OR_MEDIUM,)).of
    <ApplicantSide.APPLICANT: 'applicant'>
    """

    tag: ClassVar[str] = "size"

    of: ApplicantSide = ApplicantSide.APPLICANT
    sizes: tuple[CompanySize, ...]
    """The sizes that may; *PME* takes in micro, small and medium ones."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class HeadcountDemand(Tagged, Record):
    """How many persons it must employ.

    >>> from territoires_participatifs.values import Exactness
    >>> HeadcountDemand(number=Count(10, Exactness.LESS_THAN))
    HeadcountDemand(number=Count.parse('10; exactness=less-than'))
    """

    tag: ClassVar[str] = "headcount"

    of: ApplicantSide = ApplicantSide.APPLICANT
    number: Count
    """At least, at most, or between so many."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class SeniorityDemand(Tagged, Record):
    """Since when it must exist, by the day on which the application is submitted.

    >>> SeniorityDemand(at_least=Span("P1Y"))
    SeniorityDemand(at_least=Span.parse('P1Y'))
    """

    tag: ClassVar[str] = "seniority"

    of: ApplicantSide = ApplicantSide.APPLICANT
    at_least: Span | None = None
    """How long; unknown, it must merely exist (*être immatriculé au dépôt*)."""
    at_most: Span | None = None


@final
class Populated(Enum):
    """Whose inhabitants are counted."""

    APPLICANT = "applicant"
    """Those of the commune, inter-municipal body, département or region that applies."""
    LARGEST_COMMUNE = "largest-commune"
    """Those of the largest commune of the inter-municipal body that applies."""
    PROJECT = "project"
    """Those of each commune in which the project takes place."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class PopulationDemand(Tagged, Record):
    """How many inhabitants there must be, by the municipal population in force on the day.

    >>> from territoires_participatifs.values import Exactness
    >>> PopulationDemand(of=Populated.PROJECT, number=Count(2000, Exactness.LESS_THAN)).of
    <Populated.PROJECT: 'project'>
    """

    tag: ClassVar[str] = "population"

    of: Populated = Populated.APPLICANT
    number: Count


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class AccreditationDemand(Tagged, Record):
    """A label, certification or agreement that it must hold on the day.

    To ask that it does not hold one, put it in *none of*.

    >>> AccreditationDemand(schemes=("Qualiopi",))
    AccreditationDemand(schemes=('Qualiopi',))
    """

    tag: ClassVar[str] = "accreditation"

    of: ApplicantSide = ApplicantSide.APPLICANT
    schemes: tuple[str, ...]
    """Their names: one of these is enough, however it is typed."""
