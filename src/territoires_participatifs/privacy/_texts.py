"""Texts, and what in them may lead to a person by itself: an address, a number."""

import re
from collections.abc import Iterator
from typing import Final, final

from attrs import frozen

from territoires_participatifs.privacy._marks import Way, items
from territoires_participatifs.privacy._names import folded
from territoires_participatifs.sources import Entity, Extension
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.declarations import declarations, is_declared, is_untagged
from territoires_participatifs.values.raw import Json, Raw
from territoires_participatifs.values.texts import Form, Textual, pointer_tokens

EMAIL: Final = "email"
TELEPHONE: Final = "telephone"


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
                steps = pointer_tokens(held.at)
                yield Passage((*way, *steps), steps[-1], prose=True)
                yield from _of_value(held.content, (*way, *steps), None)
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
    """Yield the texts of raw JSON, keys too: a table by persons has their names there."""
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, dict):
        for key, each in raw.items():
            yield key
            yield from _strings(each)
    elif isinstance(raw, list):
        for each in raw:
            yield from _strings(each)


# What leads to a person

_EMAIL: Final = re.compile(
    r"(?<![\w.+-])([\w.+'-]{1,64})[@\uff20](?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w@\uff20])"
)
"""An address, even with the full-width sign (U+FF20) that some write for the machines."""

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
"""The words of addresses that are of a service, and of nobody, if they have no others."""

_TELEPHONE: Final = re.compile(
    r"(?<![\w+.,/-])(?![0-9]{2}([./-])[0-9]{2}\1(?:19|20)[0-9]{2}(?![0-9]))"  # not a day
    r"(?:(?:\+|00)[\s./-]?(?:33|262|590|594|596)[\s./-]?(?:\(0\)[\s./-]?)?[1-9]|0[1-79])"
    r"(?:[\s./-]?[0-9]{2}){4}(?![\w]|[.,/-][0-9])"
)
"""French numbers, mainland and overseas; not those that begin by 08, which are of services."""


def leads(text: str) -> Iterator[str]:
    """Yield what a text holds that may lead to a person.

    >>> list(leads("Écrire à jeanne.martin@example.org ou appeler le 03 20 12 34 56."))
    ['email', 'telephone']
    >>> list(leads("Écrire à contact@example.org."))
    []
    """
    if not all(map(_is_of_a_service, _EMAIL.findall(text))):
        yield EMAIL
    if _TELEPHONE.search(text):
        yield TELEPHONE


def _is_of_a_service(local: str) -> bool:
    """Whether an address is of a service, by all the words that it has before its sign."""
    words = re.findall(r"[^\W\d_]+", folded(local))
    return bool(words) and _SERVICES.issuperset(words)
