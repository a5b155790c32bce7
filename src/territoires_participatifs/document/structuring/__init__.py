"""The third stage: raw JSON becomes typed objects, and back. The one place of cattrs.

:func:`make_converter` gives the converter to whoever wants to embed it. Its hooks are
strict: nothing is guessed, a text is no number and ``"false"`` is no truth.
"""

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import Any, TypeVar, cast

from cattrs import Converter

from territoires_participatifs.checks import Finding, Place
from territoires_participatifs.document._extensions import Sifted, attach, sift
from territoires_participatifs.document.structuring._failures import findings_of, innermost, told
from territoires_participatifs.document.structuring._reading import (
    found_instead,
    register_reading,
)
from territoires_participatifs.document.structuring._writing import register_writing
from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.language import Sentence
from territoires_participatifs.values.declarations import declarations, is_declared
from territoires_participatifs.values.raw import Json

__all__ = [
    "build",
    "fits",
    "found_instead",
    "make_converter",
    "unstructure",
]

T = TypeVar("T")


def make_converter(*, details: bool = True) -> Converter:
    """Return a cattrs converter that reads and writes every class of this library.

    :param details: whether a failure tells every error with its place; slower.

    >>> from territoires_participatifs.organisations import Organisation
    >>> make_converter().unstructure(Organisation(id="cerdd"))
    {'id': 'cerdd'}
    """
    converter = Converter(detailed_validation=details)
    register_reading(converter, details=details)
    register_writing(converter)
    return converter


def build(raw: Json, cls: type[T]) -> tuple[T | None, tuple[Finding, ...]]:
    """Return the object that raw JSON describes, or None; and what is to say of it."""
    unknown = Sifted()
    try:
        known = sift(raw, cls, unknown)
    except InvalidValue as error:
        return None, (Finding(code=error.code, facts=error.facts),)
    homeless = () if _keeps_unknown(cls) else tuple(_homeless(unknown))
    built, findings = _built(known, cls)
    told = (*unknown.misspelt, *homeless, *findings)
    if homeless or findings:
        return None, told
    return cast("T", attach(built, unknown)), told


def _built(raw: Json, cls: type) -> tuple[object, tuple[Finding, ...]]:
    """Build fast; on failure build once more with care, to tell each error in its place."""
    with suppress(Exception):  # the careful pass tells what it was
        return _quick().structure(raw, cls), ()
    try:
        return _careful().structure(raw, cls), ()
    except Exception as error:  # noqa: BLE001  # whatever it is becomes findings
        return None, tuple(findings_of(error, ""))


def _keeps_unknown(cls: type) -> bool:
    return not is_declared(cls) or any(each.hidden for each in declarations(cls).values())


def _homeless(unknown: Sifted) -> Iterator[Finding]:
    """Tell what has no entity to be kept on: a part that was given alone."""
    for each in unknown.kept.get("", ()):
        facts = {"name": each.at.rpartition("/")[2]}
        yield Finding(code="DOC109", place=Place(pointer=each.at), facts=facts)


def fits(raw: Json, annotation: object) -> tuple[object, Sentence | None]:
    """Return the value that raw JSON is in a field's annotation, or why it is none."""
    try:
        return _quick().structure(raw, cast("Any", annotation)), None
    except Exception as error:  # noqa: BLE001  # the reason is told
        return None, Sentence(**told(innermost(error)))


def unstructure(value: object) -> Json:
    """Return an object as JSON types, as a document holds it.

    A number with a fraction that is kept as it came is a :class:`~decimal.Decimal`, which
    :mod:`json` can't write: :func:`~territoires_participatifs.write` does.

    >>> from territoires_participatifs.values import PartialDate
    >>> unstructure(PartialDate("2021-03-12"))
    '2021-03-12'
    """
    return cast("Json", _quick().unstructure(value))


@cache
def _quick() -> Converter:
    return make_converter(details=False)


@cache
def _careful() -> Converter:
    return make_converter(details=True)
