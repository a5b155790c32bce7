"""Names of places as people type them: without accents, articles or hyphens, abbreviated."""

import re
import unicodedata
from typing import Final

_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae"})
_SHORT: Final = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
_BODIES: Final = {
    "cc": "communaute communes",
    "ca": "communaute agglomeration",
    "cu": "communaute urbaine",
}
_ARTICLES: Final = frozenset({"l", "le", "la", "les", "d", "de", "du", "des"})
_WORD: Final = re.compile("[a-z0-9]+")


def folded(name: str) -> str:
    """Return a name so that all the ways to type it are the same.

    >>> folded("St Pol sur Ternoise") == folded("Saint-Pol-sur-Ternoise")
    True
    >>> folded("la chapelle d armentieres") == folded("La Chapelle-d'Armentières")
    True
    >>> folded("CU de Dunkerque") == folded("Communauté urbaine de Dunkerque")
    True
    """
    plain = unicodedata.normalize("NFKD", name.lower().translate(_LIGATURES))
    plain = "".join(each for each in plain if not unicodedata.combining(each))
    plain = plain.replace("s/s", " sous ").replace("s/", " sur ")
    typed: list[str] = _WORD.findall(plain)
    words = [_SHORT.get(each, each) for each in typed]
    kept = [each for each in words if each not in _ARTICLES] or words
    return " ".join([_BODIES.get(each, each) for each in kept[:1]] + kept[1:])
