"""Results: what each requirement comes to, by which facts, and what is missing to tell."""

from enum import Enum
from typing import Final, final

from attrs import field, frozen

from territoires_participatifs.calls import Requirement
from territoires_participatifs.checks import Waiver
from territoires_participatifs.organisations import Role
from territoires_participatifs.values.declarations import PERSONAL, checked
from territoires_participatifs.values.durations import Span
from territoires_participatifs.values.instants import Instant
from territoires_participatifs.values.money import Amount
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.personal import Personal, PersonalCategory, PersonalPurpose
from territoires_participatifs.values.quantities import Count, Rate
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import EntityId, Pointer

_WORDS: Final = {PERSONAL: Personal(PersonalCategory.FREE_TEXT, PersonalPurpose.APPRAISAL)}


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Judgement(Record):
    """What a person decided of a requirement that only a person can judge.

    >>> Judgement(requirement="innovative", verdict=Ternary.YES, reason="Inédit ici.")
    Judgement(requirement='innovative', verdict=<Ternary.YES: 'yes'>, reason='Inédit ici.')
    """

    requirement: EntityId
    verdict: Ternary
    reason: str | None = field(default=None, metadata=_WORDS)
    role: Role | None = None
    """In which role the judge acted; who it was stays out."""
    on: PartialDate | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class ComparedFact(Record):
    """A fact that a demand was held against, in one of these forms.

    >>> ComparedFact(name="headcount", count=Count(7), place="/organisations/0/headcount").name
    'headcount'
    """

    name: str
    """What it is, by the word of the catalogue."""
    place: Pointer | None = None
    """Where the application tells it; unknown for what was looked up."""
    subject: str | None = None
    """Of whom or what, where there may be several."""
    amount: Amount | None = None
    count: Count | None = None
    rate: Rate | None = None
    date: PartialDate | None = None
    instant: Instant | None = None
    span: Span | None = None
    answer: Ternary | None = None
    term: str | None = None
    """A member of an enumeration, as ``OrganisationKind.commune``."""
    text: str | None = None


@final
class Settler(Enum):
    """Who can tell what is missing."""

    APPLICANT = "applicant"
    """It must be asked of the applicant."""
    REGISTER = "register"
    """It can be looked up: in a register, or in other files of the service."""
    PERSON = "person"
    """A person must judge it."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class MissingFact(Record):
    """What would settle a demand if it were known, and who can tell it.

    >>> MissingFact(name="headcount", place="/organisations/0/headcount", by=Settler.APPLICANT).by
    <Settler.APPLICANT: 'applicant'>
    """

    name: str
    """What it is, by the word of the catalogue."""
    place: Pointer
    """Where it belongs in the application, or what of it is to be looked up."""
    by: Settler


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class DemandResult(Record):
    """What one demand came to: whether it is met, by which facts, or what is missing.

    >>> DemandResult(at="/demand", met=Ternary.NO).facts
    ()
    """

    at: Pointer
    """The demand in its requirement, as ``/demand/demands/0``."""
    met: Ternary
    facts: tuple[ComparedFact, ...] = ()
    seen: tuple[Pointer, ...] = ()
    """The places of the application that were looked at."""
    missing: tuple[MissingFact, ...] = ()


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class RequirementResult(Record):
    """What one requirement came to, and what it was seen by.

    It holds the requirement itself, with its clause, so that it can be read without the call.

    >>> RequirementResult(requirement="seat", met=Ternary.NO).waiver is None
    True
    """

    requirement: EntityId
    asked: Requirement | None = None
    applies: Ternary = Ternary.YES
    """Whether it speaks of this application at all: of its track, its round, its applicant."""
    unscoped: tuple[MissingFact, ...] = ()
    """What would tell whether it applies."""
    met: Ternary
    """Whether its demand is met, by the facts and the judgements."""
    demands: tuple[DemandResult, ...] = ()
    """What each of its demands came to, in their order."""
    waiver: Waiver | None = None
    """The derogation that lifts it."""
    judgement: Judgement | None = None

    @property
    def stands(self) -> Ternary:
        """Whether the application gets by it: it is met, does not apply, or was lifted."""
        if self.waiver is not None:
            return Ternary.YES
        return ~self.applies | self.met
