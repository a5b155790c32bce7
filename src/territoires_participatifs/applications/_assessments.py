"""Assessments: what comes out when a call's requirements are held against an application."""

from enum import Enum
from typing import final

from attrs import frozen

from territoires_participatifs.applications._gaps import Missing, missing_of
from territoires_participatifs.applications._model import Application
from territoires_participatifs.applications._results import Judgement, RequirementResult
from territoires_participatifs.applications._results_in_words import findings_of, told
from territoires_participatifs.calls import Call
from territoires_participatifs.checks import Report
from territoires_participatifs.labels import label
from territoires_participatifs.language import Language, sentence
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary


@final
class Outcome(Enum):
    """What an assessment comes to."""

    ELIGIBLE = "eligible"
    INELIGIBLE = "ineligible"
    UNDETERMINED = "undetermined"
    """What is known does not settle it."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Assessment(Record):
    """An application held against the requirements of a call, on a day, under a version.

    It is a document of its own, which can be kept and looked at again; a dataset holds none.
    It speaks of the requirements that the call tells, which may not be all.

    >>> Assessment(
    ...     application=Ref("file-12"), call=Ref("ami-2020"), outcome=Outcome.UNDETERMINED
    ... ).results
    ()
    """

    application: Ref[Application]
    call: Ref[Call]
    on: PartialDate | None = None
    outcome: Outcome
    admissible: Ternary = Ternary.UNDETERMINED
    """*Recevable*: what is asked of the file."""
    eligible: Ternary = Ternary.UNDETERMINED
    """What is asked of the applicant and of the project."""
    results: tuple[RequirementResult, ...] = ()
    """Admissibility first, then in the order of the call."""
    complete: Ternary = Ternary.UNDETERMINED
    """Whether the call tells all that it demands."""
    judgements: tuple[Judgement, ...] = ()
    call_version: str | None = None
    call_hash: str | None = None
    """The hash of the call that was applied."""
    application_hash: str | None = None
    library_version: str | None = None

    @property
    def missing(self) -> Missing:
        """What would settle it: to ask the applicant, to look up, for a person to judge."""
        return missing_of(self.results)

    @property
    def report(self) -> Report:
        """The requirements that are not met, or can't be told to be, as findings."""
        return Report(tuple(findings_of(self.results)))

    def in_words(self, language: Language) -> str:
        """Return the outcome, then what each requirement comes to, with its reasons."""
        facts = {"outcome": label(self.outcome, language), "day": self.on}
        part = "outcome" if self.on is None else "outcome-on"
        head = sentence("assessment", facts, language, part)
        lines = [f"- {told(each, language)}" for each in self.results]
        return "\n".join([head, *lines])
