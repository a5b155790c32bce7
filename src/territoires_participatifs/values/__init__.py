"""Values: right by construction, no domain, no input or output."""

from territoires_participatifs.values.dates import Day, DayLike, day
from territoires_participatifs.values.deadlines import CountingEvent, Deadline, DeadlineKind
from territoires_participatifs.values.durations import Span
from territoires_participatifs.values.edtf import PartOfPeriod
from territoires_participatifs.values.identifiers import Identifier, Rna, Siren, Siret
from territoires_participatifs.values.instants import Instant
from territoires_participatifs.values.money import Amount, Money, TaxBasis
from territoires_participatifs.values.names import Bilingual, Name, NameKind
from territoires_participatifs.values.numbers import Number
from territoires_participatifs.values.partial_dates import PartialDate, partial_date
from territoires_participatifs.values.personal import Personal, PersonalCategory, PersonalPurpose
from territoires_participatifs.values.quantities import Count, Exactness, Rate, RateBase
from territoires_participatifs.values.raw import Json, Raw
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import (
    NOT_APPLICABLE,
    NotApplicable,
    Ternary,
    all_of,
    any_of,
)
from territoires_participatifs.values.windows import Window

__all__ = [
    "NOT_APPLICABLE",
    "Amount",
    "Bilingual",
    "Count",
    "CountingEvent",
    "Day",
    "DayLike",
    "Deadline",
    "DeadlineKind",
    "Exactness",
    "Identifier",
    "Instant",
    "Json",
    "Money",
    "Name",
    "NameKind",
    "NotApplicable",
    "Number",
    "PartOfPeriod",
    "PartialDate",
    "Personal",
    "PersonalCategory",
    "PersonalPurpose",
    "Rate",
    "RateBase",
    "Raw",
    "Ref",
    "Rna",
    "Siren",
    "Siret",
    "Span",
    "TaxBasis",
    "Ternary",
    "Window",
    "all_of",
    "any_of",
    "day",
    "partial_date",
]
