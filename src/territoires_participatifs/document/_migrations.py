"""The second stage: raw JSON of an older version becomes raw JSON of this one.

Versions form a chain of steps; none is ever compared with another. A step is pure and
total: it changes what it recognises and passes on the rest.
"""

from collections.abc import Callable
from typing import Final, TypeAlias, TypeGuard, final

from attrs import frozen

from territoires_participatifs.checks import Finding, Place, Severity
from territoires_participatifs.document._dataset import SCHEMA_VERSION
from territoires_participatifs.values.raw import Json
from territoires_participatifs.values.texts import SchemaVersion, form_of


@final
@frozen
class Step:
    """From one version to the next."""

    before: str
    after: str
    change: Callable[[dict[str, Json]], dict[str, Json]]


Chain: TypeAlias = tuple[Step, ...]

MIGRATIONS: Final[Chain] = ()
"""Every step from the first version to this one. 1.0 is the first: there is none yet."""


def migrate(
    raw: dict[str, Json], chain: Chain = MIGRATIONS, current: str = SCHEMA_VERSION
) -> tuple[dict[str, Json], tuple[Finding, ...]]:
    """Return a document in the form of this version, and what is to say of its own.

    A document that names no version is taken to be of this one. One of a newer version
    with the same major number is read as it is: what it adds is kept. Any other version
    is an error.
    """
    for step in chain:
        if raw.get("schema_version") == step.before:
            raw = {**step.change(raw), "schema_version": step.after}
    version = raw.get("schema_version", current)
    if version == current or not _is_version(version):  # what is none is told when structured
        return raw, ()
    code, severity = _verdict(version, current)
    place = Place(pointer="/schema_version")
    facts = {"version": version, "current": current}
    return raw, (Finding(code=code, severity=severity, place=place, facts=facts),)


def _is_version(value: Json) -> TypeGuard[str]:
    return isinstance(value, str) and bool(form_of(SchemaVersion).pattern.fullmatch(value))


def _verdict(version: str, current: str) -> tuple[str, Severity]:
    major = current.partition(".")[0]
    if version.partition(".")[0] == major:
        return "DOC015", Severity.INFO
    return "DOC011", Severity.ERROR
