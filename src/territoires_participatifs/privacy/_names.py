"""Names and pseudonyms that were taken out, looked for in what is left."""

import re
from collections.abc import Iterable, Mapping
from typing import Final, final
from unicodedata import combining, normalize

from attrs import frozen

_SHORTEST_NAME: Final = 4
"""The characters below which a name would be found in every text."""

_TOKEN: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
"""What may be a pseudonym: it has the form of an id, whatever its capitals."""


@final
@frozen
class Sought:
    """What is looked for in texts: the words of names, by one of them, and pseudonyms."""

    names: Mapping[str, list[tuple[str, ...]]]
    pseudonyms: frozenset[str]

    @classmethod
    def of(
        cls,
        names: Iterable[str] = (),
        sayings: Iterable[str] = (),
        pseudonyms: Iterable[str] = (),
    ) -> "Sought":
        """Return what is looked for.

        :param names: names of persons, whose last word is looked for by itself too.
        :param sayings: what else was said of persons, and may be a name.
        """
        named = list(names)
        texts = [each for each in (*named, *sayings) if len(folded(each)) >= _SHORTEST_NAME]
        wanted = {tuple(folded(each).split()) for each in texts} | {_last(each) for each in named}
        by_word: dict[str, list[tuple[str, ...]]] = {}
        for each in sorted(wanted - {()}):
            by_word.setdefault(max(each, key=len), []).append(each)
        return cls(by_word, frozenset(pseudonyms))

    def is_in(self, text: str) -> bool:
        """Whether a text holds a name, in whatever order of its words, or a pseudonym.

        >>> sought = Sought.of(["Jeanne MARTIN"], pseudonyms=["p-7f3a"])
        >>> [sought.is_in(each) for each in ("Martin, Jeanne", "Mme Martin", "l'avis de p-7f3a")]
        [True, True, True]
        >>> [sought.is_in(each) for each in ("Jeanne", "Mme Martinet", "p-7f3a-2")]
        [False, False, False]
        """
        words = folded(text).split()
        near = [name for each in set(words) & self.names.keys() for name in self.names[each]]
        if any(_names(each, words) for each in near):
            return True
        return not self.pseudonyms.isdisjoint(_TOKEN.findall(text.casefold()))


def folded(text: str) -> str:
    """Return the words of a text, without accents, capitals and marks.

    >>> folded("Mme Hélène D'Arc-Roy")
    'mme helene d arc roy'
    """
    plain = (each for each in normalize("NFKD", text.casefold()) if not combining(each))
    return " ".join("".join(each if each.isalnum() else " " for each in plain).split())


def _last(name: str) -> tuple[str, ...]:
    """Return the last word of a name, with what it is joined to if it is short; or nothing."""
    for each in (folded(name).split()[-1:], folded("".join(name.split()[-1:])).split()):
        if sum(map(str.isalpha, "".join(each))) >= _SHORTEST_NAME:
            return tuple(each)
    return ()


def _names(name: tuple[str, ...], words: list[str]) -> bool:
    """Whether words hold those of a name; side by side, if they are short and found anywhere."""
    if not set(name) <= set(words):
        return False
    if any(len(each) >= _SHORTEST_NAME for each in name):
        return True
    size, told = len(name), sorted(name)
    return any(sorted(words[at : at + size]) == told for at in range(len(words)))
