"""Decisions: what readers, a jury and an authority make of the applications."""

from enum import Enum
from typing import Final, final

from attrs import field, frozen

from territoires_participatifs.applications import Application
from territoires_participatifs.calls import Call
from territoires_participatifs.checks import Event
from territoires_participatifs.organisations import Participation, Person, Role
from territoires_participatifs.sources import Entity, Quote
from territoires_participatifs.values.declarations import PERSONAL, checked
from territoires_participatifs.values.money import Amount
from territoires_participatifs.values.names import Bilingual, Name
from territoires_participatifs.values.numbers import Number
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.personal import Personal, PersonalCategory, PersonalPurpose
from territoires_participatifs.values.quantities import Count, Rate
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import EntityId, Url

_READING: Final = {PERSONAL: Personal(PersonalCategory.PERSON, PersonalPurpose.APPRAISAL)}
_DECLARED: Final = {
    PERSONAL: Personal(PersonalCategory.CAPACITY, PersonalPurpose.APPRAISAL, of=("reader",))
}
_WORDS: Final = {PERSONAL: Personal(PersonalCategory.FREE_TEXT, PersonalPurpose.APPRAISAL)}


@final
class Opinion(Enum):
    """What a reader or a jury advises. It is not the decision."""

    FAVOURABLE = "favourable"
    RESERVED = "reserved"
    UNFAVOURABLE = "unfavourable"
    ABSTAINED = "abstained"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Score(Record):
    """The mark that a reader gives on one criterion.

    >>> Score(criterion="impact", points=Number("14.5"))
    Score(criterion='impact', points=Number('14.5'))
    """

    criterion: EntityId
    """A criterion of the call."""
    points: Number
    comment: str | None = field(default=None, metadata=_WORDS)


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Review(Record):
    """What one reader, a jury or a vote makes of one application.

    >>> Review(application=Ref("file-12"), opinion=Opinion.FAVOURABLE)
    Review(application=Ref('file-12'), opinion=<Opinion.FAVOURABLE: 'favourable'>)
    """

    application: Ref[Application]
    stage: EntityId | None = None
    """The stage of the call that it belongs to."""
    by: Role | None = None
    """The role of the reader: an expert, a jury, voters…"""
    reader: Person | None = field(default=None, metadata=_READING)
    admissible: Ternary = Ternary.UNDETERMINED
    eligible: Ternary = Ternary.UNDETERMINED
    scores: tuple[Score, ...] | None = None
    total: Number | None = None
    """The mark over all criteria."""
    rank: int | None = None
    votes: Count | None = None
    """The votes that it received."""
    opinion: Opinion | None = None
    conflict: Ternary = field(default=Ternary.UNDETERMINED, metadata=_DECLARED)
    """Whether the reader declared a conflict of interest."""
    on: PartialDate | None = None
    comment: str | None = field(default=None, metadata=_WORDS)


@final
class Verdict(Enum):
    """What is decided of one application."""

    SELECTED = "selected"
    SELECTED_CONDITIONALLY = "selected-conditionally"
    RESERVE_LIST = "reserve-list"
    REJECTED = "rejected"
    DEFERRED = "deferred"
    TRANSFERRED = "transferred"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Ruling(Record):
    """What a decision says of one application: its verdict, its rank, the sum, the reason.

    >>> Ruling(application=Ref("file-12"), verdict=Verdict.RESERVE_LIST, rank=8).rank
    8
    """

    application: Ref[Application]
    verdict: Verdict
    rank: int | None = None
    amount: Amount | None = None
    """The aid that is granted."""
    reason: str | None = field(default=None, metadata=_WORDS)
    """A refusal needs one."""
    quote: Quote | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Figure(Record):
    """A figure that is published of a decision and that no field of its own holds.

    >>> Figure(name=Bilingual("portefeuilles"), number=Count(13))
    Figure(name=Bilingual.parse('portefeuilles'), number=Count.parse('13'))
    """

    name: Bilingual
    number: Count | None = None
    amount: Amount | None = None
    rate: Rate | None = None
    period: PartialDate | None = None
    """The year or the time that it is for."""
    quote: Quote | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Decision(Entity):
    """What one authority decides of the applications to a call, or to one of its rounds.

    Several funders may decide apart, each in a decision of its own; a decision over several
    rounds sums them up. The figures that are
    published need not equal the length of the lists that are known.

    >>> Decision(
    ...     id="six-selected", call=Ref("ditp-2020"), received=Count(16), selected=Count(6)
    ... ).rulings is None
    True
    """

    names: tuple[Name, ...] = ()
    call: Ref[Call] | None = None
    rounds: tuple[EntityId, ...] = ()
    """The rounds of the call that it is on; none stands for the whole."""
    tracks: tuple[EntityId, ...] = ()
    stage: EntityId | None = None
    participations: tuple[Participation, ...] | None = None
    """Who decides, on whose advice."""
    decided: PartialDate | None = None
    """When it was taken."""
    announced: PartialDate | None = None
    """When it was made public."""
    expected: PartialDate | None = None
    """When it had been announced for; results may slip."""
    reviews: tuple[Review, ...] | None = None
    rulings: tuple[Ruling, ...] | None = None
    rulings_complete: Ternary = Ternary.UNDETERMINED
    """Whether every application is ruled on."""
    received: Count | None = None
    """The applications that were received."""
    applicants: Count | None = None
    """Who applied, where that is counted apart."""
    origins: Count | None = None
    """The places, as communes, that they come from."""
    eligible: Count | None = None
    """The applications that were found eligible."""
    voters: Count | None = None
    """The persons that voted."""
    selected: Count | None = None
    """The laureates, or the projects, that were selected."""
    reserve: Count | None = None
    """Those that wait on a reserve list."""
    places: Count | None = None
    """The territories, quarters or places that the laureates cover."""
    granted: Amount | None = None
    """The sum of what was granted."""
    consumed: Rate | None = None
    """The share of the envelope that was granted."""
    requested: Amount | None = None
    """The sum of what was asked for."""
    average: Amount | None = None
    """What was asked for on average."""
    figures: tuple[Figure, ...] | None = None
    """The other figures that are published of it."""
    history: tuple[Event, ...] = ()
    url: Url | None = None
