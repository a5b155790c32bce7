"""Applications: who asks, for what, with what; and what their assessment comes to."""

from territoires_participatifs.applications._assessments import (
    Assessment,
    Judgement,
    Outcome,
    RequirementResult,
)
from territoires_participatifs.applications._model import Application, ApplicationStatus
from territoires_participatifs.applications._projects import AnswerPart, Document, Project

__all__ = [
    "AnswerPart",
    "Application",
    "ApplicationStatus",
    "Assessment",
    "Document",
    "Judgement",
    "Outcome",
    "Project",
    "RequirementResult",
]
