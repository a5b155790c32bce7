"""Applications: who asks, for what, with what; and what their assessment comes to."""

from territoires_participatifs.applications._aid import most_aid
from territoires_participatifs.applications._aid_results import AidComputation, AidStep
from territoires_participatifs.applications._assessing import CompiledCall, appraise, compiled
from territoires_participatifs.applications._assessments import Assessment, Outcome
from territoires_participatifs.applications._gaps import Gap, Missing
from territoires_participatifs.applications._judges._facts import Known
from territoires_participatifs.applications._model import Application, ApplicationStatus
from territoires_participatifs.applications._projects import (
    AnswerPart,
    Commitment,
    Document,
    Project,
)
from territoires_participatifs.applications._results import (
    ComparedFact,
    DemandResult,
    Judgement,
    MissingFact,
    RequirementResult,
    Settler,
)

__all__ = [
    "AidComputation",
    "AidStep",
    "AnswerPart",
    "Application",
    "ApplicationStatus",
    "Assessment",
    "Commitment",
    "ComparedFact",
    "CompiledCall",
    "DemandResult",
    "Document",
    "Gap",
    "Judgement",
    "Known",
    "Missing",
    "MissingFact",
    "Outcome",
    "Project",
    "RequirementResult",
    "Settler",
    "appraise",
    "compiled",
    "most_aid",
]
