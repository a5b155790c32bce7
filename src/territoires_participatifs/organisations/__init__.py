"""Who organises, funds, applies and signs."""

from territoires_participatifs.organisations._model import (
    Organisation,
    OrganisationKind,
    Participation,
    Programme,
    ProgrammeKind,
    Role,
)

__all__ = [
    "Organisation",
    "OrganisationKind",
    "Participation",
    "Programme",
    "ProgrammeKind",
    "Role",
]
