"""French public calls for projects, as typed objects, rules and documents that travel.

>>> import territoires_participatifs as tp
>>> dataset = tp.example("participation-citoyenne-2020")
>>> dataset.get(tp.Call, "ditp-2020").names[0].text
'Participation citoyenne'
>>> tp.check(dataset, on="2021-03-12").worst is None
True
"""

from typing import TYPE_CHECKING

from territoires_participatifs.calls import Call, CallKind, Reach, Round
from territoires_participatifs.checks import (
    Context,
    Fault,
    Finding,
    Moment,
    Place,
    Refused,
    Report,
    Rule,
    Rulebook,
    Severity,
    fault,
    rule,
)
from territoires_participatifs.document import (
    SCHEMA_VERSION,
    Dataset,
    content_hash,
    make_converter,
    read,
    structure,
    try_read,
    try_structure,
    unstructure,
    write,
)
from territoires_participatifs.errors import InvalidValue, TerritoiresError
from territoires_participatifs.labels import choices, help_text, label, unit
from territoires_participatifs.language import LANGUAGES, Language
from territoires_participatifs.organisations import (
    Organisation,
    OrganisationKind,
    Participation,
    Programme,
    ProgrammeKind,
    Role,
)
from territoires_participatifs.sources import (
    Entity,
    Extension,
    Licence,
    OpenQuestion,
    Quote,
    Source,
    Standing,
    Statement,
)
from territoires_participatifs.values import (
    NOT_APPLICABLE,
    Amount,
    Bilingual,
    Count,
    CountingEvent,
    Day,
    DayLike,
    Deadline,
    DeadlineKind,
    Exactness,
    Identifier,
    Json,
    Money,
    Name,
    NameKind,
    NotApplicable,
    PartialDate,
    PartOfPeriod,
    Rate,
    RateBase,
    Raw,
    Ref,
    Rna,
    Siren,
    Siret,
    Span,
    TaxBasis,
    Ternary,
    Window,
    all_of,
    any_of,
    day,
)

if TYPE_CHECKING:
    from territoires_participatifs.examples import example, example_names
    from territoires_participatifs.rulebook import RULEBOOK, check

_ON_FIRST_USE = {
    "RULEBOOK": "rulebook",
    "check": "rulebook",
    "example": "examples",
    "example_names": "examples",
}
"""What the window shows but opens only when it is asked for: rules, data."""

__all__ = [
    "LANGUAGES",
    "NOT_APPLICABLE",
    "RULEBOOK",
    "SCHEMA_VERSION",
    "Amount",
    "Bilingual",
    "Call",
    "CallKind",
    "Context",
    "Count",
    "CountingEvent",
    "Dataset",
    "Day",
    "DayLike",
    "Deadline",
    "DeadlineKind",
    "Entity",
    "Exactness",
    "Extension",
    "Fault",
    "Finding",
    "Identifier",
    "InvalidValue",
    "Json",
    "Language",
    "Licence",
    "Moment",
    "Money",
    "Name",
    "NameKind",
    "NotApplicable",
    "OpenQuestion",
    "Organisation",
    "OrganisationKind",
    "PartOfPeriod",
    "PartialDate",
    "Participation",
    "Place",
    "Programme",
    "ProgrammeKind",
    "Quote",
    "Rate",
    "RateBase",
    "Raw",
    "Reach",
    "Ref",
    "Refused",
    "Report",
    "Rna",
    "Role",
    "Round",
    "Rule",
    "Rulebook",
    "Severity",
    "Siren",
    "Siret",
    "Source",
    "Span",
    "Standing",
    "Statement",
    "TaxBasis",
    "Ternary",
    "TerritoiresError",
    "Window",
    "all_of",
    "any_of",
    "check",
    "choices",
    "content_hash",
    "day",
    "example",
    "example_names",
    "fault",
    "help_text",
    "label",
    "make_converter",
    "read",
    "rule",
    "structure",
    "try_read",
    "try_structure",
    "unit",
    "unstructure",
    "write",
]


def __getattr__(name: str) -> object:
    if name not in _ON_FIRST_USE:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module  # noqa: PLC0415  # on first use

    return getattr(import_module(f"{__name__}.{_ON_FIRST_USE[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
