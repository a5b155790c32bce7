"""Texts, and what in them may lead to a person: an address, a number, a name."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final, final
from unicodedata import combining, normalize

from attrs import frozen

from territoires_participatifs.privacy._marks import Way, items
from territoires_participatifs.sources import Entity, Extension
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.declarations import declarations, is_declared, is_untagged
from territoires_participatifs.values.raw import Json, Raw
from territoires_participatifs.values.texts import Form, Textual, pointer_tokens

EMAIL: Final = "email"
TELEPHONE: Final = "telephone"
NAME: Final = "name"

_SHORTEST_NAME: Final = 4
"""The characters below which a name would be found in every text."""


@final
@frozen
class Passage:
    """A text of an object, and where it stands in its document."""

    way: Way
    text: str
    prose: bool
    """Whether it is of free form: an id and a web address have forms of their own."""


def passages(part: object, way: Way = (), *, nested: bool = True) -> Iterator[Passage]:
    """Yield every text of an object, in document order.

    :param nested: whether those of the entities that it holds, too.
    """
    for each in declarations(type(part)).values():
        place = way if is_untagged(type(part)) else (*way, each.name)
        for where, held in items(each, getattr(part, each.name), place):
            if isinstance(held, Extension):
                yield from _of_value(held.content, (*way, *pointer_tokens(held.at)), None)
            elif nested or not isinstance(held, Entity):
                yield from _of_value(held, where, each.form)


def _of_value(held: object, way: Way, form: Form | None) -> Iterator[Passage]:
    if isinstance(held, str):
        yield Passage(way, held, prose=form is None)
    elif isinstance(held, Raw):
        yield from (Passage(way, each, prose=True) for each in _strings(held.json))
    elif isinstance(held, Textual):
        yield Passage(way, str(held), prose=False)
    elif isinstance(held, Compound):  # documents may write it as one text
        yield from (Passage(way, each.text, each.prose) for each in passages(held))
    elif is_declared(type(held)):
        yield from passages(held, way)


def _strings(raw: Json) -> Iterator[str]:
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, list | dict):
        for each in raw.values() if isinstance(raw, dict) else raw:
            yield from _strings(each)


# What leads to a person

_EMAIL: Final = re.compile(
    r"(?<![\w.+-])([\w.+'-]{1,64})@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w@])"
)
_SERVICES: Final = frozenset(
    {
        "accueil",
        "bonjour",
        "communication",
        "contact",
        "courrier",
        "info",
        "information",
        "informations",
        "infos",
        "mairie",
        "presse",
        "secretariat",
        "service",
        "support",
    }
)
"""The first words of addresses that are of a service, and of nobody."""

_TELEPHONE: Final = re.compile(
    r"(?<![\w+.,/-])(?:(?:\+|00)(?:33|262|590|594|596)[\s.-]?(?:\(0\)[\s.-]?)?[1-9]|0[1-79])"
    r"(?:[\s.-]?[0-9]{2}){4}(?![\w]|[.,/-][0-9])"
)
"""French numbers, mainland and overseas; not those that begin by 08, which are of services."""


def leads(text: str) -> Iterator[str]:
    """Yield what a text holds that may lead to a person.

    >>> list(leads("Écrire à jeanne.martin@example.org ou appeler le 03 20 12 34 56."))
    ['email', 'telephone']
    >>> list(leads("Écrire à contact@example.org."))
    []
    """
    if any(
        re.split(r"[._+-]", each)[0].casefold() not in _SERVICES for each in _EMAIL.findall(text)
    ):
        yield EMAIL
    if _TELEPHONE.search(text):
        yield TELEPHONE


def folded(text: str) -> str:
    """Return the words of a text, without accents, capitals and marks.

    >>> folded("Mme Hélène D'Arc-Roy")
    'mme helene d arc roy'
    """
    plain = (each for each in normalize("NFKD", text.casefold()) if not combining(each))
    return " ".join("".join(each if each.isalnum() else " " for each in plain).split())


def names_to_find(names: Iterable[str]) -> list[str]:
    """Return names as they are looked for in texts, less those that would be found anywhere."""
    found = sorted({folded(each) for each in names})
    return [each for each in found if len(each) >= _SHORTEST_NAME]


def names_one(text: str, names: Collection[str]) -> bool:
    """Whether a text holds one of some names, as whole words.

    >>> names_one("https://example.org/jeanne-martin", names_to_find(["Jeanne MARTIN"]))
    True
    """
    words = f" {folded(text)} "
    return any(f" {each} " in words for each in names)
