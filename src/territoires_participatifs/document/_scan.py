"""A second look at JSON text, taken only when something is wrong: where things stand.

The scan is tolerant: it goes as far as it can, without recursion, and notes the line and
column of every value, and what a parser would not say precisely.
"""

import re
from bisect import bisect_right
from functools import cached_property
from json import loads
from typing import Final, final

from attrs import Factory, field, frozen

from territoires_participatifs.values.raw import DEEPEST, fraction
from territoires_participatifs.values.texts import pointer_token

LONGEST_NUMBER: Final = 4000
"""Characters of a number beyond which it is refused."""

_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\\?\Z)|[\[\]{},:]|[^\s\[\]{},:"]+', re.DOTALL)
_NUMBER: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?[eE][+-]?[0-9]+")
_LONE: Final = re.compile("[\ud800-\udfff]")


@final
@frozen
class Trouble:
    """Something that a parser let pass or would not locate."""

    code: str
    pointer: str
    offset: int
    facts: dict[str, object]


@final
@frozen
class Scan:
    """Where each value of a text stands, as an offset into it, and what is wrong."""

    text: str
    offsets: dict[str, int] = field(factory=dict[str, int])
    troubles: list[Trouble] = field(factory=list[Trouble])

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset, both from 1."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def place(self, pointer: str) -> tuple[int, int]:
        """Return the line and the column of a value, or of the nearest one around it."""
        while pointer and pointer not in self.offsets:
            pointer = pointer.rpartition("/")[0]
        return self.position(self.offsets.get(pointer, 0))


class _Frame:
    """An object or a list that the scan is inside of."""

    __slots__ = ("expects_key", "is_object", "keys", "pointer", "step")

    def __init__(self, pointer: str, *, is_object: bool) -> None:
        self.pointer = pointer
        self.is_object = is_object
        self.expects_key = is_object
        self.keys: set[str] = set()
        self.step = "0"

    def place(self) -> str:
        return f"{self.pointer}/{self.step}"

    def next(self) -> None:
        self.expects_key = self.is_object
        if not self.is_object:
            self.step = str(int(self.step) + 1)


@final
@frozen
class _Scanner:
    scan: Scan
    frames: list[_Frame] = Factory(list)

    def run(self) -> Scan:
        for found in _TOKEN.finditer(self.scan.text):
            if not self._take(found[0], found.start()):
                break
        return self.scan

    def _take(self, lexeme: str, offset: int) -> bool:
        frame = self.frames[-1] if self.frames else None
        if lexeme in "]}":
            if self.frames:
                self.frames.pop()
        elif lexeme == ",":
            if frame is not None:
                frame.next()
        elif frame is not None and frame.expects_key and lexeme[0] == '"':
            self._key(frame, lexeme, offset)
        elif lexeme != ":":
            return self._value(frame, lexeme, offset)
        return True

    def _key(self, frame: _Frame, lexeme: str, offset: int) -> None:
        key = _unquoted(lexeme)
        frame.step, frame.expects_key = pointer_token(key), False
        if key in frame.keys:
            self._note("DOC006", frame.place(), offset, name=key)
        frame.keys.add(key)
        self._check_text(key, frame.place(), offset)

    def _value(self, frame: _Frame | None, lexeme: str, offset: int) -> bool:
        pointer = "" if frame is None else frame.place()
        self.scan.offsets.setdefault(pointer, offset)
        if lexeme in "[{":
            self.frames.append(_Frame(pointer, is_object=lexeme == "{"))
            if len(self.frames) > DEEPEST:
                self._note("DOC009", pointer, offset, deepest=DEEPEST)
                return False
        elif lexeme[0] == '"':
            self._check_text(_unquoted(lexeme), pointer, offset)
        elif lexeme in {"NaN", "Infinity", "-Infinity"}:
            self._note("DOC007", pointer, offset, value=lexeme)
        elif len(lexeme) > LONGEST_NUMBER or _is_monster(lexeme):
            self._note("DOC008", pointer, offset, longest=LONGEST_NUMBER)
        return True

    def _check_text(self, text: str, pointer: str, offset: int) -> None:
        if _LONE.search(text):
            self._note("DOC012", pointer, offset, value=ascii(text))

    def _note(self, code: str, pointer: str, offset: int, **facts: object) -> None:
        self.scan.troubles.append(Trouble(code, pointer, offset, facts))


def _is_monster(lexeme: str) -> bool:
    if not _NUMBER.fullmatch(lexeme):
        return False
    try:
        fraction(lexeme)
    except ValueError:
        return True
    return False


def _unquoted(lexeme: str) -> str:
    try:
        return str(loads(lexeme, strict=False))
    except ValueError:
        return lexeme


def scan(text: str) -> Scan:
    """Return where each value of a JSON text stands.

    >>> scan('{"a": [1, true]}').place("/a/1")
    (1, 11)
    """
    return _Scanner(Scan(text)).run()
