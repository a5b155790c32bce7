"""How text is set: the spaces of French, lines that fit, letters that any terminal has."""

import re
import textwrap
import unicodedata
from typing import Final

from territoires_participatifs.language import Language

_NARROW: Final = "\N{NARROW NO-BREAK SPACE}"

_INNER: Final = re.compile(r" (?=»|[:;!?](?:[\s).,»]|$))|(?<=«) ")
"""The spaces of French that no line may break: before a high mark, inside quotation marks."""

_HEAD: Final = re.compile(r" *(?:[·–] )?(?:[^ ].{0,38}? {2,})?")
"""What stands before the text of a line: its indent, a bullet, a label and its column."""

_PLAIN: Final = {
    "«": "<<",
    "»": ">>",
    "‘": "'",  # the very characters
    "’": "'",
    "“": '"',
    "”": '"',
    "‑": "-",
    "–": "-",
    "—": "-",
    "·": "-",
    "°": "o",
    "œ": "oe",
    "Œ": "OE",
    "æ": "ae",
    "Æ": "AE",
    "€": "EUR",
}


def typeset(text: str, language: Language) -> str:
    r"""Return a text with the spaces that its language asks for.

    >>> typeset("Quoi : rien ?", "fr") == "Quoi\u202f: rien\u202f?"
    True
    """
    return _INNER.sub(_NARROW, text) if language == "fr" else text


def fitted(text: str, width: int) -> str:
    """Return a text whose lines fit a width; what follows a label or bullet stays under it.

    >>> print(fitted("  · label  a text that goes on", 24))
      · label  a text that
               goes on
    """
    return "\n".join(_fitted(each, width) for each in text.split("\n"))


def _fitted(line: str, width: int) -> str:
    if len(line) <= width:
        return line
    found = _HEAD.match(line)
    head = found[0] if found and len(found[0]) <= width // 2 else ""
    lines = textwrap.wrap(
        line[len(head) :],
        width,
        initial_indent=head,
        subsequent_indent=" " * len(head),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines)


def plain(error: UnicodeError) -> tuple[str, int]:
    """Return what a terminal can show of characters that it lacks (a handler of ``codecs``).

    >>> plain(UnicodeEncodeError("ascii", "œuf", 0, 1, ""))
    ('oe', 1)
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_in_plain, error.object[error.start : error.end])), error.end


def _in_plain(character: str) -> str:
    if character in _PLAIN:
        return _PLAIN[character]
    if unicodedata.combining(character):
        return ""
    letters = unicodedata.normalize("NFKD", character).encode("ascii", "ignore")
    return letters.decode() or "?"
