"""Words as people type them, so that all the ways to type them are the same."""

import unicodedata
from typing import Final

_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae"})


def folded(text: str) -> str:
    """Return the words of a text without accents, capitals or punctuation.

    A text that is nothing but punctuation is left as it is.

    >>> folded("Frais de main-d'œuvre (forfait)")
    'frais de main d oeuvre forfait'
    """
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    kept = (e if e.isalnum() else " " for e in plain if not unicodedata.combining(e))
    return " ".join("".join(kept).split()) or text


def same_words(one: str, other: str) -> bool:
    """Whether two labels are the same but for case, accents, hyphens and spaces.

    >>> same_words("Agriculture  urbaine", "agriculture-urbaine")
    True
    >>> same_words("!", "?")
    False
    """
    return folded(one) == folded(other)
