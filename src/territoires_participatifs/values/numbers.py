"""Numbers: exact decimals that are neither money nor a share."""

import re
from decimal import Decimal
from typing import Final, final

from attrs import field, frozen

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.language import Language, spoken
from territoires_participatifs.values.decimals import Numeric, plain, refuse_floats
from territoires_participatifs.values.texts import Textual

_DIGITS, _PLACES = 15, 10

_WRITTEN: Final = re.compile("-?[0-9]+(?:[.,][0-9]+)?")


def _exact(value: Numeric) -> Decimal:
    refuse_floats(value, "a number")
    exact = plain(_read(value), digits=_DIGITS, places=_PLACES)
    if exact is None:
        raise InvalidValue("VAL407", {"value": value})
    return exact


def _read(value: Numeric) -> Decimal:
    if not isinstance(value, str):
        return Decimal(value)
    text = value.strip()
    return Decimal(text.replace(",", ".") if _WRITTEN.fullmatch(text) else "NaN")


@final
@frozen(order=True, repr=False, weakref_slot=False)
class Number(Textual):
    """An exact decimal number: a mark, a weight, the value of an indicator.

    A text may have a decimal comma. Floats are refused, since they can't hold a tenth.

    >>> Number("14,5") < Number(20)
    True
    >>> Number("14,5")
    Number('14.5')

    :raises InvalidValue: ``VAL407`` if it is not a number, of fifteen digits and ten
        decimals at most.
    """

    value: Decimal = field(converter=_exact)

    def __str__(self) -> str:
        return f"{self.value:f}"

    def in_words(self, language: Language) -> str:
        """Return the number as people write it.

        >>> Number("14.5").in_words("fr")
        '14,5'
        """
        return spoken(self.value, language)
