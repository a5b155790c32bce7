"""Persons in the data: what is held on them, and how to take them out."""

from territoires_participatifs.privacy._data import PersonalDatum, personal_data
from territoires_participatifs.privacy._pseudonyms import pseudonym
from territoires_participatifs.privacy._redaction import RedactionPurpose, forget, redact

__all__ = [
    "PersonalDatum",
    "RedactionPurpose",
    "forget",
    "personal_data",
    "pseudonym",
    "redact",
]
