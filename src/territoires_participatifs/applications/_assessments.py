"""Assessments: what comes out when a call's requirements are held against an application."""

from enum import Enum
from typing import Final, final

from attrs import field, frozen

from territoires_participatifs.applications._model import Application
from territoires_participatifs.calls import Call
from territoires_participatifs.checks import Waiver
from territoires_participatifs.organisations import Role
from territoires_participatifs.values.declarations import PERSONAL, checked
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.personal import Personal, PersonalCategory, PersonalPurpose
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import EntityId, Pointer

_WORDS: Final = {PERSONAL: Personal(PersonalCategory.FREE_TEXT, PersonalPurpose.APPRAISAL)}


@final
class Outcome(Enum):
    """What an assessment comes to."""

    ELIGIBLE = "eligible"
    INELIGIBLE = "ineligible"
    UNDETERMINED = "undetermined"
    """What is known does not settle it."""


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
class RequirementResult(Record):
    """What one requirement came to, and what it was seen by.

    >>> RequirementResult(requirement="seat", met=Ternary.NO, seen=("/consortium",))
    RequirementResult(requirement='seat', met=<Ternary.NO: 'no'>, seen=('/consortium',))
    """

    requirement: EntityId
    met: Ternary
    seen: tuple[Pointer, ...] = ()
    """The places of the application that were looked at."""
    missing: tuple[Pointer, ...] = ()
    """The places that would settle it, if they were filled in."""
    waiver: Waiver | None = None
    judgement: Judgement | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Assessment(Record):
    """An application held against the requirements of a call, on a day, under a version.

    It is a document of its own, which can be kept and looked at again; a dataset holds none.

    >>> Assessment(
    ...     application=Ref("file-12"), call=Ref("ami-2020"), outcome=Outcome.UNDETERMINED
    ... ).results
    ()
    """

    application: Ref[Application]
    call: Ref[Call]
    on: PartialDate | None = None
    outcome: Outcome
    results: tuple[RequirementResult, ...] = ()
    call_version: str | None = None
    call_hash: str | None = None
    """The hash of the call that was applied."""
    application_hash: str | None = None
    library_version: str | None = None
