"""The front door: bytes in and bytes out, an object or every reason why not."""

import os
from pathlib import Path
from typing import Final, TypeAlias, TypeVar, cast, final, overload

from attrs import evolve, field, frozen

from territoires_participatifs.checks import Finding, Refused, Report, Severity, in_order
from territoires_participatifs.document._dataset import Dataset
from territoires_participatifs.document._migrations import migrate
from territoires_participatifs.document._raw import LARGEST, Decoded, decode
from territoires_participatifs.document._remains import Remains, remains_of
from territoires_participatifs.document._scan import Scan, scan
from territoires_participatifs.document.structuring import found_instead
from territoires_participatifs.language import Sentence
from territoires_participatifs.values.raw import Json

T = TypeVar("T")

Content: TypeAlias = "str | os.PathLike[str] | bytes"
"""A path as text or path object, or the content itself as bytes."""


@final
@frozen
class Opened:
    """What could be made of a document: as much as possible, and what was wrong."""

    value: object = None
    """The whole object, or None if anything was refused."""
    report: Report = field(factory=Report)
    remains: Remains | None = None
    """What is left without what was refused; None if the bytes could not be read."""
    text: str = field(default="", repr=False)
    file: str | None = None

    @property
    def partial(self) -> Dataset | None:
        """The dataset as far as it could be built."""
        left = None if self.remains is None else self.remains.value
        return left if isinstance(left, Dataset) else None

    @property
    def wounded(self) -> frozenset[str]:
        """The ids of the entities of which something was refused."""
        return frozenset() if self.remains is None else self.remains.wounded


@overload
def read(source: Content, *, largest: int = ...) -> Dataset: ...
@overload
def read(source: Content, cls: type[T], *, largest: int = ...) -> T: ...
def read(source: Content, cls: type = Dataset, *, largest: int = LARGEST) -> object:
    """Return the object that a file or its bytes hold.

    :param source: a path, or bytes of content.
    :param largest: the bytes beyond which a document is refused.
    :raises Refused: with the report of everything that is wrong.

    >>> read(b'{"calls": [{"id": "ditp-2020"}]}').calls[0].id
    'ditp-2020'
    """
    value, report = try_read(source, cls, largest=largest)
    return _or_refused(value, report)


@overload
def try_read(source: Content, *, largest: int = ...) -> tuple[Dataset | None, Report]: ...
@overload
def try_read(source: Content, cls: type[T], *, largest: int = ...) -> tuple[T | None, Report]: ...
def try_read(
    source: Content, cls: type = Dataset, *, largest: int = LARGEST
) -> tuple[object, Report]:
    """Return the object and the report; the object is None if anything was refused.

    >>> value, report = try_read(b'{"calls": [{"id": ')
    >>> value is None, report.findings[0].place.line
    (True, 1)
    """
    opened = open_document(source, cls, largest=largest)
    return opened.value, opened.report


@overload
def structure(payload: object) -> Dataset: ...
@overload
def structure(payload: object, cls: type[T]) -> T: ...
def structure(payload: object, cls: type = Dataset) -> object:
    """Return the object that JSON types describe, as ``json.loads`` gives them.

    :raises Refused: with the report of everything that is wrong.

    >>> from territoires_participatifs.calls import Call
    >>> structure({"id": "ditp-2020", "kind": "projects"}, Call).kind.name
    'PROJECTS'
    """
    return _or_refused(*try_structure(payload, cls))


@overload
def try_structure(payload: object) -> tuple[Dataset | None, Report]: ...
@overload
def try_structure(payload: object, cls: type[T]) -> tuple[T | None, Report]: ...
def try_structure(payload: object, cls: type = Dataset) -> tuple[object, Report]:
    """Return the object and the report; the object is None if anything was refused."""
    opened = opened_raw(cast("Json", payload), cls)
    return opened.value, opened.report


def _or_refused(value: object, report: Report) -> object:
    if value is None:
        raise Refused(report)
    return value


def open_document(source: Content, cls: type = Dataset, *, largest: int = LARGEST) -> Opened:
    """Return all that can be made of a file or of bytes. Never raises for data."""
    try:
        content = source if isinstance(source, bytes) else _content(_path(source), largest)
    except (OSError, ValueError) as error:
        facts = {"path": str(source), "reason": _reason(str(source), error)}
        return Opened(report=Report((Finding(code="DOC001", facts=facts),)))
    name = None if isinstance(source, bytes) else Path(source).name
    opened = _opened(decode(content, largest), cls)
    return evolve(opened, report=opened.report.in_file(name), file=name)


def _path(source: object) -> Path:
    if not isinstance(source, str | os.PathLike):
        found = type(source).__name__
        message = f"a path or bytes are read, not {found}; JSON types go to structure()"
        raise TypeError(message)
    return Path(source)


def _content(path: Path, largest: int) -> bytes:
    with path.open("rb") as file:
        return file.read(largest + 1)


def _reason(path: str, error: Exception) -> Sentence | str:
    """Return why a file can't be opened, in a sentence of ours where the cause is a usual one."""
    if path.lstrip().startswith(("{", "[")):
        return Sentence("opening", part="content")
    for kind, part in _CAUSES.items():
        if isinstance(error, kind):
            return Sentence("opening", part=part)
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


_CAUSES: Final = {
    FileNotFoundError: "missing",
    IsADirectoryError: "folder",
    PermissionError: "forbidden",
}


def _opened(decoded: Decoded, cls: type) -> Opened:
    before = Report(decoded.findings)
    if decoded.failed:
        return Opened(report=before, text=decoded.text)
    opened = opened_raw(decoded.raw, cls)
    after = located(opened.report, decoded.text)
    return evolve(opened, report=before + after, text=decoded.text)


def opened_raw(raw: Json, cls: type, *, draft: bool = False) -> Opened:
    """Return all that can be made of raw JSON, brought to the version of this library.

    :param draft: whether an entity may lack its id for now.
    """
    if cls is not Dataset:
        return _built(raw, cls, draft=draft)
    if not isinstance(raw, dict):
        return Opened(report=Report((Finding(code="DOC010", facts=found_instead(raw)),)))
    raw, notes = migrate(raw)
    if any(each.severity is Severity.ERROR for each in notes):
        return Opened(report=Report(notes))
    opened = _built(raw, Dataset, draft=draft)
    return evolve(opened, report=Report(notes) + opened.report)


def _built(raw: Json, cls: type, *, draft: bool) -> Opened:
    left = remains_of(raw, cls, draft=draft)
    refused = any(each.severity is Severity.ERROR for each in left.findings)
    value = None if refused else left.value
    return Opened(value=value, report=Report(left.findings), remains=left)


def located(report: Report, text: str) -> Report:
    """Return a report in the order of its document, each finding with line and column."""
    if not report.findings or not text:
        return report
    seen: Scan = scan(text)
    order = {pointer: rank for rank, pointer in enumerate(seen.offsets)}

    def placed(finding: Finding) -> Finding:
        line, column = seen.place(finding.pointer)
        return evolve(finding, place=evolve(finding.place, line=line, column=column))

    return in_order(map(placed, report), order)
