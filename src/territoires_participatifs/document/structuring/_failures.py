"""What cattrs raises becomes findings, each in its place."""

from collections.abc import Iterator
from typing import Any, cast

from cattrs import BaseValidationError, ClassValidationError, IterableValidationError

from territoires_participatifs.checks import Finding, Place
from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values.declarations import refused_field
from territoires_participatifs.values.texts import pointer_token


def findings_of(error: BaseException, pointer: str = "") -> Iterator[Finding]:
    """Return what an error tells, each thing where it stands in the document."""
    if isinstance(error, ClassValidationError | IterableValidationError):
        noted, others = cast("Any", error).group_exceptions()
        for inner, note in noted:
            step = note.index if isinstance(error, IterableValidationError) else note.name
            yield from _leaf(inner, pointer, str(step))
        for inner in others:
            yield from findings_of(inner, pointer)
    else:
        field = refused_field(error)
        at = pointer if field is None else f"{pointer}/{field}"
        yield Finding(place=Place(pointer=at), **told(error))


def _leaf(error: BaseException, pointer: str, step: str) -> Iterator[Finding]:
    if isinstance(error, KeyError) and not isinstance(error, BaseValidationError):
        facts = {"field": step}
        yield Finding(code="DOC101", place=Place(pointer=pointer), facts=facts)
    else:
        yield from findings_of(error, f"{pointer}/{pointer_token(step)}")


def told(error: BaseException) -> dict[str, Any]:
    """Return the code and the facts of an error."""
    if isinstance(error, InvalidValue):
        return {"code": error.code, "facts": error.facts}
    return {"code": "DOC199", "facts": {"error": f"{type(error).__name__}: {error}"}}


def innermost(error: BaseException) -> BaseException:
    """Return the error that the value itself raised."""
    while isinstance(error, ClassValidationError):
        error = error.exceptions[0]
    return error
