"""Texts made harmless where they stand: on a line, in a column, in Markdown."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from territoires_participatifs.language import printable

_BREAKS: Final = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]+")

_MARKS: Final = re.compile(r"[\\`*_{}\[\]<>|~&$]")
"""What Markdown and its dialects could take for a mark of their own anywhere."""

_LEADING: Final = re.compile(r"^(?=[-+=#%:(])|(?<=^[0-9])(?=[.)])|(?<=^[0-9]{2})(?=[.)])")
"""Before what would begin a list, a heading, a comment or a directive."""

_LINKED: Final = re.compile(r"(?=://)|(?<=\bwww)(?=\.)", re.IGNORECASE)
"""Inside what GitHub would make a link of."""


def one_line(text: str) -> str:
    r"""Return a text on one line, with an escape for what a screen could not take or would hide.

    >>> print(one_line("lundi\nmatin \u202egrave"))
    lundi matin \u202egrave
    """
    return printable(_BREAKS.sub(" ", text)).strip()


def in_markdown(text: str) -> str:
    r"""Return a text that Markdown shows as it is, be it in a cell, a paragraph or a list.

    >>> print(in_markdown("1. *a* | <b>"))
    1\. \*a\* \| \<b\>
    """
    escaped = _MARKS.sub(r"\\\g<0>", one_line(text))
    return _LINKED.sub(r"\\", _LEADING.sub(r"\\", escaped))


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows as lines whose columns stand under each other, a rule below the first.

    >>> aligned([("Jour", "Lieu"), ("8 juillet", "Loos")])
    ['Jour       Lieu', '---------  ----', '8 juillet  Loos']
    """
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    head, *body = (
        "  ".join(_padded(*each) for each in zip(row, widths, strict=True)).rstrip() for row in rows
    )
    return [head, "  ".join("-" * width for width in widths), *body]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
