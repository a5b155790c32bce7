"""What an application proposes: its parts, its projects, its documents."""

from typing import final

from attrs import frozen

from territoires_participatifs.budgets import Budget, FundingPlan
from territoires_participatifs.calls import CommitmentKind, DocumentKind
from territoires_participatifs.organisations import Audience, Organisation, Participation, Theme
from territoires_participatifs.reference import TerritoryCode
from territoires_participatifs.sources import Quote
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.durations import Span
from territoires_participatifs.values.instants import Instant
from territoires_participatifs.values.names import Bilingual, Name
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.quantities import Count
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import EntityId, LanguageTag, Url


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class AnswerPart(Record):
    """A part of the answer (*volet*), which may gather several projects.

    >>> AnswerPart(id="dd", name="volet DD")
    AnswerPart(id='dd', name='volet DD')
    """

    id: EntityId
    """Unique in its application."""
    name: str
    inferred: Ternary = Ternary.UNDETERMINED
    """Whether no source names it: it was deduced from the projects."""
    track: EntityId | None = None
    """The track of the call that it answers."""
    quote: Quote | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Project(Record):
    """What is to be done, by whom and where. One application may hold several.

    A source may speak of projects without telling how many: the number is then unknown.

    >>> Project(id="well-being", names=(Name("réflexion sur le bien-être territorial"),))
    Project(id='well-being', names=(Name.parse('réflexion sur le bien-être territorial'),))
    """

    id: EntityId
    """Unique in its application."""
    names: tuple[Name, ...] = ()
    """As the document calls it, or the words for it."""
    description: Bilingual | None = None
    number: Count | None = None
    """How many projects these words stand for, if not one."""
    part: EntityId | None = None
    """The part of the answer that it belongs to."""
    part_of: EntityId | None = None
    """The larger project that it belongs to."""
    tracks: tuple[EntityId, ...] = ()
    """The tracks of the call that it answers."""
    participations: tuple[Participation, ...] | None = None
    """Who carries it, who supports it, and in which words."""
    territories: tuple[TerritoryCode, ...] | None = None
    territories_number: Count | None = None
    """In how many territories, if they are not all named."""
    themes: tuple[Theme, ...] | None = None
    audiences: tuple[Audience, ...] | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    duration: Span | None = None
    wording: str | None = None
    """The words of the source for how far it is: *verra le jour*, *lance*…"""
    budgets: tuple[Budget, ...] | None = None
    funding: FundingPlan | None = None
    quote: Quote | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Document(Record):
    """A document that an application brings, or that comes later.

    >>> Document(kind=DocumentKind.BUDGET)
    Document(kind=<DocumentKind.BUDGET: 'budget'>)
    """

    kind: DocumentKind
    title: str | None = None
    url: Url | None = None
    language: LanguageTag | None = None
    pages: Count | None = None
    version: str | None = None
    stage: EntityId | None = None
    """The stage of the call that it was brought at."""
    project: EntityId | None = None
    """The project of the application that it is about or proves."""
    received: Instant | None = None
    signed: PartialDate | None = None
    hash: str | None = None
    """A digest of its content, as ``sha256:…``."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Commitment(Record):
    """What an application declares or commits to, or that it does not.

    >>> Commitment(to=CommitmentKind.REPUBLICAN).made
    <Ternary.YES: 'yes'>
    """

    to: CommitmentKind
    text: Bilingual | None = None
    """To what, where its kind says too little."""
    made: Ternary = Ternary.YES
    by: Ref[Organisation] | None = None
    """The member that makes it; unknown stands for the applicant, for all."""
    on: PartialDate | None = None
