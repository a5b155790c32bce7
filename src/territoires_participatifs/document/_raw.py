"""The first stage: bytes become raw JSON, or findings with their line and column."""

import re
from decimal import Decimal
from json import JSONDecodeError, loads
from typing import Final, NoReturn, cast, final

from attrs import field, frozen

from territoires_participatifs.checks import Finding, Place, Severity
from territoires_participatifs.document._scan import LONGEST_NUMBER, Scan, scan
from territoires_participatifs.values.raw import DEEPEST, Json, fraction, without_twins

LARGEST: Final = 50_000_000
"""Bytes beyond which a document is refused, unless the caller allows more."""

_BOM: Final = b"\xef\xbb\xbf"
_MAY_BE_LONE: Final = re.compile(r"\\u[dD][89a-fA-F]")


@final
@frozen
class Decoded:
    """What bytes say: the raw value, or findings; and the text, to find places in."""

    raw: Json = None
    findings: tuple[Finding, ...] = ()
    text: str = field(default="", repr=False)
    failed: bool = False


def decode(content: bytes, largest: int = LARGEST) -> Decoded:
    """Return the JSON that bytes hold, read strictly.

    Refused: a size above the limit, an encoding other than UTF-8, what is not JSON,
    duplicate names, NaN and Infinity, endless numbers, bottomless nesting, half
    characters. A byte order mark is read over, with a warning.
    """
    if len(content) > largest:
        facts = {"size": len(content), "largest": largest}
        return _refused(Finding(code="DOC002", facts=facts))
    marked = content.startswith(_BOM)
    try:
        text = content.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        return _refused(_not_utf8(content, error.start))
    decoded = _parsed(text)
    if not marked:
        return decoded
    mark = Finding(code="DOC004", severity=Severity.WARNING, place=Place(line=1, column=1))
    return Decoded(decoded.raw, (mark, *decoded.findings), text, decoded.failed)


def _refused(*findings: Finding, text: str = "") -> Decoded:
    return Decoded(None, findings, text, failed=True)


def _not_utf8(content: bytes, offset: int) -> Finding:
    start = content.rfind(b"\n", 0, offset) + 1
    before = content[start:offset].decode("utf-8", "replace")
    place = Place(line=content.count(b"\n", 0, offset) + 1, column=len(before) + 1)
    return Finding(code="DOC003", place=place, facts={"byte": f"0x{content[offset]:02X}"})


def _parsed(text: str) -> Decoded:
    try:
        raw = cast(
            "Json",
            loads(
                text,
                parse_float=_fraction,
                parse_int=_whole,
                parse_constant=_refuse,
                object_pairs_hook=without_twins,
            ),
        )
    except JSONDecodeError as error:
        return _located(text, error)
    except (ValueError, RecursionError):
        return _located(text, None)
    if _too_deep(raw) or (_MAY_BE_LONE.search(text) and scan(text).troubles):
        return _located(text, None)
    return Decoded(raw, (), text)


def _fraction(number: str) -> Decimal:
    if len(number) > LONGEST_NUMBER:
        raise ValueError
    return fraction(number)


def _whole(number: str) -> int:
    if len(number) > LONGEST_NUMBER:
        raise ValueError
    return int(number)


def _refuse(_: str) -> NoReturn:
    raise ValueError


def _too_deep(raw: Json) -> bool:
    level, depth = [raw], 0
    while level := [each for each in level if isinstance(each, dict | list)]:
        depth += 1
        if depth > DEEPEST:
            return True
        level = [
            inner for each in level for inner in (each.values() if isinstance(each, dict) else each)
        ]
    return False


def _located(text: str, error: JSONDecodeError | None) -> Decoded:
    seen = scan(text)
    findings = [
        Finding(code=each.code, place=_place(seen, each.offset, each.pointer), facts=each.facts)
        for each in seen.troubles
    ]
    if error is not None and not any(each.code == "DOC009" for each in findings):
        ended = not text[error.pos :].strip()
        facts = {"reason": error.msg}
        code = "DOC013" if ended else "DOC005"
        findings.append(Finding(code=code, place=_place(seen, error.pos), facts=facts))
    return _refused(*findings, text=text)


def _place(seen: Scan, offset: int, pointer: str = "") -> Place:
    line, column = seen.position(offset)
    return Place(pointer=pointer, line=line, column=column)
