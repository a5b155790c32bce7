"""Who organises, funds, applies and signs."""

from territoires_participatifs.organisations._model import (
    Accreditation,
    CompanySize,
    Organisation,
    OrganisationKind,
    Participation,
    Role,
    Succession,
)
from territoires_participatifs.organisations._persons import Capacity, Contact, Person
from territoires_participatifs.organisations._programmes import Programme, ProgrammeKind
from territoires_participatifs.organisations._subjects import Audience, Theme
from territoires_participatifs.organisations._territories import territory_of

__all__ = [
    "Accreditation",
    "Audience",
    "Capacity",
    "CompanySize",
    "Contact",
    "Organisation",
    "OrganisationKind",
    "Participation",
    "Person",
    "Programme",
    "ProgrammeKind",
    "Role",
    "Succession",
    "Theme",
    "territory_of",
]
