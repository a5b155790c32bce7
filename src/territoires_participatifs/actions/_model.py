"""Funded actions, what they produce, and how they are evaluated."""

from enum import Enum
from typing import final

from attrs import frozen

from territoires_participatifs.applications import Application
from territoires_participatifs.budgets import Budget, FundingPlan
from territoires_participatifs.checks import Event
from territoires_participatifs.laureates import Laureate
from territoires_participatifs.organisations import Audience, Participation, Programme, Theme
from territoires_participatifs.reference import TerritoryCode
from territoires_participatifs.sources import Entity, Quote
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.durations import Span
from territoires_participatifs.values.names import Bilingual, Name
from territoires_participatifs.values.numbers import Number
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.quantities import Count, Exactness
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.texts import EntityId, Url


@final
class ActionKind(Enum):
    """What is done. An action may be a call, or a cycle of qualification."""

    STORYTELLING = "storytelling"
    """*Mise en récit*."""
    QUALIFICATION_CYCLE = "qualification-cycle"
    CALL = "call"
    """The action is to open a call of its own."""
    TRAINING = "training"
    ACCOMPANIMENT = "accompaniment"
    STUDY = "study"
    """Or a reflection."""
    EVENT = "event"
    NETWORK = "network"
    EXPERIMENT = "experiment"
    WORKS = "works"
    EQUIPMENT = "equipment"
    RESEARCH = "research"
    SEVERAL = "several"
    """Actions that are named together."""
    OTHER = "other"


@final
class ActionStatus(Enum):
    """Where an action stands."""

    PLANNED = "planned"
    STARTED = "started"
    COMPLETED = "completed"
    ABANDONED = "abandoned"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Measure(Record):
    """The value of an indicator on a day.

    >>> Measure(value=Number(35), on=PartialDate("2023-04-13"))
    Measure(value=Number('35'), on=PartialDate.parse('2023-04-13'))
    """

    value: Number
    exactness: Exactness = Exactness.EXACT
    on: PartialDate | None = None
    quote: Quote | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Indicator(Record):
    """What is counted or measured to know whether an action reaches its aim.

    >>> Indicator(name=Bilingual("participants"), target=Number(30))
    Indicator(name=Bilingual.parse('participants'), target=Number('30'))
    """

    name: Bilingual
    unit: str | None = None
    """What is counted, as *personnes*."""
    baseline: Number | None = None
    """The value before the action."""
    target: Number | None = None
    """The value to reach."""
    measures: tuple[Measure, ...] = ()
    quote: Quote | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Deliverable(Record):
    """What an action hands over.

    >>> Deliverable(name=Bilingual("Kit de transmission"))
    Deliverable(name=Bilingual.parse('Kit de transmission'))
    """

    name: Bilingual
    number: Count | None = None
    due: PartialDate | None = None
    """When it is to be handed over."""
    delivered: PartialDate | None = None
    """When it was handed over."""
    url: Url | None = None
    quote: Quote | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class FundedAction(Entity):
    """Something that a laureate does with the aid.

    The chain goes on from it: a call may be opened by an action, and a cycle be one.

    >>> FundedAction(id="stories", kind=ActionKind.STORYTELLING)
    FundedAction(id='stories', kind=<ActionKind.STORYTELLING: 'storytelling'>)
    """

    names: tuple[Name, ...] = ()
    kind: ActionKind | None = None
    description: Bilingual | None = None
    laureate: Ref[Laureate] | None = None
    """The laureate that it is done under."""
    application: Ref[Application] | None = None
    project: EntityId | None = None
    """The project of the application that it belongs to."""
    programme: Ref[Programme] | None = None
    """The programme that it belongs to, of the organisation that carries it."""
    part_of: "Ref[FundedAction] | None" = None
    number: Count | None = None
    """How many actions these words stand for, if not one."""
    participations: tuple[Participation, ...] | None = None
    themes: tuple[Theme, ...] | None = None
    audiences: tuple[Audience, ...] | None = None
    territories: tuple[TerritoryCode, ...] | None = None
    planned: PartialDate | None = None
    """When it was planned for."""
    since: PartialDate | None = None
    until: PartialDate | None = None
    duration: Span | None = None
    """How long it lasts, as the source tells it."""
    wording: str | None = None
    """The words of the source for how far it is."""
    budgets: tuple[Budget, ...] | None = None
    funding: FundingPlan | None = None
    indicators: tuple[Indicator, ...] | None = None
    deliverables: tuple[Deliverable, ...] | None = None
    status: ActionStatus | None = None
    history: tuple[Event, ...] = ()
    url: Url | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Evaluation(Entity):
    """An evaluation of a call, a project or an action, by a third party or not.

    >>> Evaluation(id="phare", subjects=(Ref("ditp-2020"),))
    Evaluation(id='phare', subjects=(Ref('ditp-2020'),))
    """

    names: tuple[Name, ...] = ()
    subjects: tuple[Ref[Entity], ...] = ()
    """What is evaluated."""
    participations: tuple[Participation, ...] | None = None
    """Who evaluates, for whom."""
    purpose: Bilingual | None = None
    methods: tuple[Bilingual, ...] | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    findings: tuple[Bilingual, ...] | None = None
    url: Url | None = None
