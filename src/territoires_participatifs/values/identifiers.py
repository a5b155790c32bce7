"""Identifiers of organisations: the registers' own, and any other by its scheme."""

import re
from typing import Final, Self, final

from attrs import field, frozen

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values.texts import Form, Textual, legible

SIREN_LENGTH: Final = 9
SIRET_LENGTH: Final = 14


def _compact(text: str) -> str:
    return re.sub(r"[\s.]", "", text)


def _digits(text: str, length: int, code: str) -> str:
    digits = _compact(text)
    if not re.fullmatch(f"[0-9]{{{length}}}", digits):
        raise InvalidValue(code, {"value": text, "found": len(re.findall("[0-9]", digits))})
    return digits


def _siren_digits(text: str) -> str:
    from stdnum import luhn  # noqa: PLC0415  # on first use: it brings the network modules

    digits = _digits(text, SIREN_LENGTH, "VAL103")
    if int(digits) == 0 or not luhn.is_valid(digits):
        raise InvalidValue("VAL104", {"value": text})
    return digits


def _siret_digits(text: str) -> str:
    from stdnum.fr import siret  # noqa: PLC0415  # on first use, as above

    digits = _digits(text, SIRET_LENGTH, "VAL101")
    if int(digits) == 0 or not siret.is_valid(digits):
        raise InvalidValue("VAL102", {"value": text})
    return digits


@final
@frozen(order=True, repr=False, weakref_slot=False)
class Siren(Textual):
    """The nine digits that name one legal unit in the Sirene register.

    Spaces and dots are dropped, so a number can be pasted from a letterhead.

    >>> Siren("732 829 320")
    Siren('732829320')

    :raises InvalidValue: ``VAL103`` if there are not nine digits, ``VAL104`` if they
        fail the check digit.

    Source: Insee, Sirene register; check digit by the Luhn algorithm.
    """

    digits: str = field(converter=_siren_digits)

    def __str__(self) -> str:
        return self.digits


@final
@frozen(order=True, repr=False, weakref_slot=False)
class Siret(Textual):
    """The fourteen digits that name one establishment in the Sirene register.

    Spaces and dots are dropped, so a number can be pasted from a letterhead.

    >>> Siret("732 829 320 00074")
    Siret('73282932000074')
    >>> Siret("732 829 320 00074").siren
    Siren('732829320')

    :raises InvalidValue: ``VAL101`` if there are not fourteen digits, ``VAL102``
        if they fail the check digit.

    Source: Insee, Sirene register; check digit by the Luhn algorithm, except
    for the establishments of La Poste, whose digits sum to a multiple of five.
    """

    digits: str = field(converter=_siret_digits)

    @property
    def siren(self) -> Siren:
        """The legal unit that the establishment belongs to."""
        return Siren(self.digits[:SIREN_LENGTH])

    def __str__(self) -> str:
        return self.digits


_RNA: Final = re.compile("[Ww][0-9][0-9A-Za-z][0-9]{7}")
_SCHEME: Final = Form("VAL106", "[a-z][a-z0-9-]*")


def _rna_text(text: str) -> str:
    number = _compact(text)
    if not _RNA.fullmatch(number):
        raise InvalidValue("VAL105", {"value": text})
    return number.upper()


def _scheme_text(text: str) -> str:
    _SCHEME.check(text)
    return text


def _value_text(text: str) -> str:
    return legible(text).strip()


@final
@frozen(order=True, repr=False, weakref_slot=False)
class Rna(Textual):
    """The number of an association in the national register of associations.

    W, then nine characters that begin with the number of the registry: digits, but for
    Corsica (2A and 2B) and overseas (9R for La Réunion).

    >>> Rna("w595 012 345")
    Rna('W595012345')
    >>> Rna("W2A1001234")
    Rna('W2A1001234')

    :raises InvalidValue: ``VAL105`` if it has another form.

    Source: répertoire national des associations (no register in Moselle, Bas-Rhin and
    Haut-Rhin); the number has no check digit.
    """

    number: str = field(converter=_rna_text)

    def __str__(self) -> str:
        return self.number


@final
@frozen(order=True, repr=False, weakref_slot=False)
class Identifier(Textual):
    """A number or code in a register that has no class of its own here.

    Spaces around the value are dropped.

    >>> Identifier("uai", "0590001A")
    Identifier('uai', '0590001A')
    >>> Identifier.parse("device:985").value
    '985'

    :raises InvalidValue: ``VAL106`` if the scheme is not lower-case letters, digits and
        hyphens, or if there is no colon to read; ``VAL001`` if the value is empty.
    """

    scheme: str = field(converter=_scheme_text)
    value: str = field(converter=_value_text)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the identifier written ``scheme:value``."""
        scheme, colon, value = text.partition(":")
        if not colon:
            raise InvalidValue("VAL106", {"value": text})
        return cls(scheme, value)

    def __str__(self) -> str:
        return f"{self.scheme}:{self.value}"

    def __repr__(self) -> str:
        return f"Identifier({self.scheme!r}, {self.value!r})"
