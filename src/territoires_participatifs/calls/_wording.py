"""Demands in words: what is asked, as a phrase that fits in a list or in a sentence."""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import final

from attrs import frozen

from territoires_participatifs.calls._demands import (
    AllOf,
    AnyOf,
    Demand,
    NoneOf,
    UnknownDemand,
)
from territoires_participatifs.calls._demands._procedure import TextDemand
from territoires_participatifs.labels import Labelled
from territoires_participatifs.language import (
    Entire,
    Language,
    Whole,
    catalogue,
    filled,
    sentence,
    word,
)
from territoires_participatifs.values.declarations import declarations
from territoires_participatifs.values.names import Bilingual
from territoires_participatifs.values.ternary import Ternary


def asked(demand: Demand, language: Language = "en") -> str:
    """Return what a demand asks, as a phrase.

    >>> from territoires_participatifs import Count, Exactness, HeadcountDemand
    >>> asked(HeadcountDemand(number=Count(10, Exactness.LESS_THAN)), "fr")
    'effectif : moins de 10'
    """
    if isinstance(demand, TextDemand):
        return _Phrase(demand.text).in_words(language)
    if isinstance(demand, UnknownDemand):
        return sentence("demand-unknown", {"content": demand.content}, language, "head")
    if isinstance(demand, AllOf | AnyOf | NoneOf):
        parts = listed((asked(each, language) for each in demand.demands), language)
        return sentence(f"demand-{demand.tag}", {"parts": Whole(parts)}, language, "head")
    head = sentence(f"demand-{demand.tag}", facts_of(demand), language, "head")
    pieces = ", ".join(_pieces(demand, language))
    return (
        sentence("demand", {"head": Whole(head), "pieces": Whole(pieces)}, language, "whole")
        if pieces
        else head
    )


def listed(phrases: Iterable[str], language: Language) -> str:
    """Return phrases one after the other, as they are set apart in a language.

    >>> listed(["one", "two"], "en")
    'one; two'
    """
    return word("demand", "between", language).join(phrases)


def facts_of(demand: Demand) -> dict[str, object]:
    """Return the fields of a demand as the facts of its sentences."""
    return {name: _fact(getattr(demand, name)) for name in declarations(type(demand))}


@final
@frozen
class _Phrase(Entire):
    """A sentence of a call as a part of another one: without its full stop."""

    text: Bilingual

    def in_words(self, language: Language) -> str:
        return self.text.in_words(language).removesuffix(".")


def _fact(value: object) -> object:
    if isinstance(value, Bilingual):
        return _Phrase(value)
    if isinstance(value, Enum) and not isinstance(value, Ternary):
        return Labelled(value)
    return tuple(map(_fact, value)) if isinstance(value, tuple) else value


def _is_empty(held: object) -> bool:
    return isinstance(held, tuple) and not held


def _pieces(demand: Demand, language: Language) -> Iterator[str]:
    """Yield a piece for each field that says more than its default, if it has a sentence."""
    templates = catalogue(language).get(f"demand-{demand.tag}", {})
    for name, each in declarations(type(demand)).items():
        held = getattr(demand, name)
        told = f"{name}-{held.value}" if isinstance(held, Enum) else name
        if held != each.default and not _is_empty(held):
            template = templates.get(told) or templates.get(name)
            if template is not None:
                yield filled(template, facts_of(demand), language)
