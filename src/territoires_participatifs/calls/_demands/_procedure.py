"""Demands on the file: when and how it comes, in which language, with what, and what is vowed."""

from enum import Enum
from typing import ClassVar, final

from attrs import frozen

from territoires_participatifs.calls._documents import DocumentKind
from territoires_participatifs.calls._outline import Channel
from territoires_participatifs.values.deadlines import Deadline
from territoires_participatifs.values.declarations import Tagged, checked
from territoires_participatifs.values.names import Bilingual
from territoires_participatifs.values.quantities import Count
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import LanguageTag


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class TextDemand(Tagged, Record):
    """A demand that only a person can judge, in words.

    >>> TextDemand(text=Bilingual("Le projet est innovant."))
    TextDemand(text=Bilingual.parse('Le projet est innovant.'))
    """

    tag: ClassVar[str] = "text"

    text: Bilingual


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
class DocumentDemand(Tagged, Record):
    """A document that the application must bring.

    >>> DocumentDemand(kinds=(DocumentKind.LETTER_OF_INTENT,), number=Count(10)).signed
    <Ternary.UNDETERMINED: 'undetermined'>
    """

    tag: ClassVar[str] = "document"

    kinds: tuple[DocumentKind, ...]
    """One of these kinds is enough."""
    number: Count | None = None
    """How many of them; unknown stands for one at least."""
    pages: Count | None = None
    """How many pages each may have."""
    titles: tuple[str, ...] = ()
    """What its title must hold, one of these, where the kind says too little."""
    signed: Ternary = Ternary.UNDETERMINED
    """Whether it must be signed."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class LanguageDemand(Tagged, Record):
    """In which languages the application must be written.

    >>> LanguageDemand(languages=("fr", "nl"), every=Ternary.YES).languages
    ('fr', 'nl')
    """

    tag: ClassVar[str] = "language"

    languages: tuple[LanguageTag, ...]
    every: Ternary = Ternary.NO
    """Whether it must be written in each of them, rather than in one."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class ChannelDemand(Tagged, Record):
    """By which way the application must be sent.

    >>> ChannelDemand(channels=(Channel.PAPER,))
    ChannelDemand(channels=(<Channel.PAPER: 'paper'>,))
    """

    tag: ClassVar[str] = "channel"

    channels: tuple[Channel, ...]
    """One of these is enough."""


@final
class CommitmentKind(Enum):
    """What an applicant declares or commits to."""

    REPUBLICAN = "republican"
    """*Contrat d'engagement républicain* (law n° 2000-321, article 10-1)."""
    DUTIES = "duties"
    """Up to date with its taxes and social contributions."""
    NOT_IN_DIFFICULTY = "not-in-difficulty"
    NO_DOUBLE_FUNDING = "no-double-funding"
    AID_RECEIVED = "aid-received"
    """It lists the aid that it has obtained or asked for elsewhere."""
    NOMINATIVE = "nominative"
    """Named persons commit themselves to take part."""
    CONFLICT_OF_INTEREST = "conflict-of-interest"
    """Nobody who decides or appraises has a part in it."""
    AGE = "age"
    """The persons who apply have the age that is asked."""
    PARTICIPATIVE = "participative"
    """The project is made with those whom it is for."""
    PUBLICITY = "publicity"
    OTHER = "other"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class CommitmentDemand(Tagged, Record):
    """What the applicant must have declared, or committed to.

    >>> CommitmentDemand(to=CommitmentKind.REPUBLICAN)
    CommitmentDemand(to=<CommitmentKind.REPUBLICAN: 'republican'>)
    """

    tag: ClassVar[str] = "commitment"

    to: CommitmentKind
    text: Bilingual | None = None
    """To what, where its kind says too little."""
    every_member: Ternary = Ternary.NO
    """Whether each member must, rather than the applicant for all."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class PreviousReportDemand(Tagged, Record):
    """That whoever was funded before brings the report of it.

    It asks nothing of a first application.

    >>> PreviousReportDemand()
    PreviousReportDemand()
    """

    tag: ClassVar[str] = "previous-report"

    kinds: tuple[DocumentKind, ...] = (
        DocumentKind.PREVIOUS_REPORT,
        DocumentKind.ACTIVITY_REPORT,
        DocumentKind.FINANCIAL_REPORT,
    )
    """One of these is enough."""
