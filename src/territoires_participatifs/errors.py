"""What can go wrong with a value: one root, and a type that says who is at fault.

The data: :class:`InvalidValue`, and ``Refused`` for a whole document (in ``checks``,
since it carries a report). Our caller: the built-in :class:`TypeError`.
"""

from collections.abc import Mapping
from typing import final

from attrs import field, frozen

from territoires_participatifs.language import Language, sentence

__all__ = [
    "InvalidValue",
    "TerritoiresError",
]


class TerritoiresError(Exception):
    """The root of every error that this library raises about data."""


@final
@frozen(eq=False, str=False)
class InvalidValue(TerritoiresError, ValueError):
    """A text or number is not what it is said to be.

    The code and the facts are kept; the sentence is made on demand.

    >>> str(InvalidValue("VAL101", {"value": "12", "found": 2}))
    "'12' is not a SIRET number: 14 digits expected, 2 found. [VAL101]"
    """

    code: str
    facts: Mapping[str, object] = field(factory=dict[str, object])

    def in_words(self, language: Language) -> str:
        """Return the sentence in either language."""
        return sentence(self.code, self.facts, language)

    def __str__(self) -> str:
        return f"{self.in_words('en')} [{self.code}]"
