"""Decimals: exact, whatever the decimal context of the program around says."""

from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from typing import Final, TypeAlias

Numeric: TypeAlias = str | int | Decimal
"""What a number is made from. A float is not: it can't hold a cent exactly."""

EXACT: Final = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
"""Arithmetic that never rounds; what is no number comes out as not finite."""

_ZERO: Final = Decimal(0)


def refuse_floats(value: object, what: str) -> None:
    """Refuse what no number is made from.

    :raises TypeError: for anything but a text, an int or a Decimal.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        message = f"{what} is a text, an int or a Decimal, not {type(value).__name__}"
        raise TypeError(message)


def plain(number: Decimal, *, digits: int, places: int) -> Decimal | None:
    """Return the same number without an exponent and without decimals that it doesn't need.

    None if it is not finite, has more digits before the point or more decimals than that.

    >>> plain(Decimal("1.200E+3"), digits=4, places=0)
    Decimal('1200')
    """
    short = number.normalize(EXACT)
    exponent = short.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -places or short.adjusted() >= digits:
        return None
    return EXACT.add(short, _ZERO)
