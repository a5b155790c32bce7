"""Calls for projects and their rounds."""

from enum import Enum
from typing import final

from attrs import frozen

from territoires_participatifs.organisations import Participation, Programme
from territoires_participatifs.sources import Entity
from territoires_participatifs.values.deadlines import Deadline
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.identifiers import Identifier
from territoires_participatifs.values.names import Bilingual, Name
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import EntityId, Url


@final
class CallKind(Enum):
    """What a call invites to. The State treats the first two alike: the law defines neither.

    Source: answer of the ministry to the question n° 3746, JO Sénat, 2 March 2023.
    """

    PROJECTS = "projects"
    """*Appel à projets* (AAP)."""
    EXPRESSIONS_OF_INTEREST = "expressions-of-interest"
    """*Appel à manifestation d'intérêt* (AMI)."""
    APPLICATIONS = "applications"
    """*Appel à candidatures*."""
    COMMONS = "commons"
    CHALLENGES = "challenges"
    OPEN_WINDOW = "open-window"
    """*Guichet*."""
    PARTICIPATORY_BUDGET = "participatory-budget"
    OTHER = "other"


@final
class Reach(Enum):
    """How far a call is addressed."""

    EUROPEAN = "european"
    CROSS_BORDER = "cross-border"
    NATIONAL = "national"
    INTERREGIONAL = "interregional"
    REGIONAL = "regional"
    DEPARTMENTAL = "departmental"
    INTERMUNICIPAL = "intermunicipal"
    MUNICIPAL = "municipal"


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Round:
    """A time to answer a call: *session, relève, vague, tranche*.

    >>> Round(id="first", deadline=Deadline(day=PartialDate("2021-03-12"))).conditional
    <Ternary.UNDETERMINED: 'undetermined'>
    """

    id: EntityId
    """Unique in its call."""
    name: Name | None = None
    opens: PartialDate | None = None
    deadline: Deadline | None = None
    results: PartialDate | None = None
    """When the laureates are announced, or will be."""
    conditional: Ternary = Ternary.UNDETERMINED
    """Whether it may not take place (*sous réserve*)."""


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Call(Entity):
    """An invitation to propose: *AAP, AMI, appel à candidatures, budget participatif*.

    >>> call = Call(
    ...     id="ditp-2020", names=(Name("Participation citoyenne"),), kind=CallKind.PROJECTS
    ... )
    >>> call.rounds is None
    True
    """

    names: tuple[Name, ...] = ()
    kind: CallKind | None = None
    reach: Reach | None = None
    purpose: Bilingual | None = None
    """What it is for, in a sentence."""
    edition: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    participations: tuple[Participation, ...] | None = None
    """Who organises, funds, instructs, supports."""
    programmes: tuple[Ref[Programme], ...] | None = None
    """The frameworks that its money or policy comes from."""
    announced: PartialDate | None = None
    """When it was launched."""
    opens: PartialDate | None = None
    closes: Deadline | None = None
    rounds: tuple[Round, ...] | None = None
    """The times to answer, in order; unknown is not none."""
    follows: "Ref[Call] | None" = None
    """The edition before this one."""
    url: Url | None = None
