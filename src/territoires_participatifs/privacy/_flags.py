"""Flags: what a machine can't take out, for a person to look at."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, Final, TypeAlias

from territoires_participatifs.checks import Finding, Place, Report, Rule, in_order, walk
from territoires_participatifs.language import Sentence
from territoires_participatifs.laureates import Laureate
from territoires_participatifs.privacy._marks import TELLING, Way
from territoires_participatifs.privacy._names import Sought
from territoires_participatifs.privacy._rules import (
    free_text_on_applicants,
    natural_person_laureate,
    said,
    text_that_leads_to_a_person,
)
from territoires_participatifs.privacy._texts import leads, passages
from territoires_participatifs.privacy._traces import Trace, traces
from territoires_participatifs.sources import Entity, Extension, Statement
from territoires_participatifs.values.personal import PersonalCategory
from territoires_participatifs.values.raw import Json, Raw
from territoires_participatifs.values.texts import pointer_token, pointer_tokens

_Flag: TypeAlias = tuple[Rule[Any], Way, dict[str, Sentence]]

_NAME: Final = "name"
"""What a text holds that has the name of a person, or the pseudonym that stands for it."""


def flags(left: object, told: Collection[Trace]) -> Report:
    """Return what a person must look at in what is left of an object.

    :param told: what was told of persons before.
    """
    visits = list(walk(left))
    order = {each.pointer: rank for rank, each in enumerate(visits)}
    entities = {each.pointer: each.entity for each in visits}
    found = [*_laureates(left, told), *_words(left), *_leading(left, _sought(told))]
    return in_order((_finding(each, entities) for each in found), order)


def _finding(flag: _Flag, entities: dict[str, Entity | None]) -> Finding:
    rule, way, facts = flag
    pointer = around = "".join(f"/{pointer_token(each)}" for each in way)
    while around not in entities:
        around = around.rpartition("/")[0]
    entity = entities[around]
    return Finding(
        code=rule.code,
        severity=rule.severity,
        place=Place(pointer=pointer),
        facts=facts,
        entity=None if entity is None else entity.id,
        sources=rule.sources,
    )


def _laureates(left: object, told: Iterable[Trace]) -> Iterator[_Flag]:
    """Yield the laureates that are natural persons: their names and projects may tell who."""
    telling = [each.entity for each in told if each.category in TELLING]
    ids = {each.id for each in telling if isinstance(each, Laureate)}
    for visit in walk(left):
        if isinstance(visit.subject, Laureate) and visit.subject.id in ids:
            yield natural_person_laureate, tuple(pointer_tokens(visit.pointer)), {}


def _words(left: object) -> Iterator[_Flag]:
    """Yield the words that may speak of persons, and the parts that nobody here knows."""
    for each in traces(left):
        if each.category is PersonalCategory.FREE_TEXT:
            facts = {"what": said("personal-data", each.category.value)}
            yield free_text_on_applicants, each.way, facts
    for visit in walk(left):
        if isinstance(visit.subject, Extension):
            carrier = pointer_tokens(visit.pointer)[:-2]
            facts = {"what": said("personal-data", "unknown")}
            yield free_text_on_applicants, (*carrier, *pointer_tokens(visit.subject.at)), facts


def _leading(left: object, sought: Sought) -> Iterator[_Flag]:
    """Yield the texts that lead to a person: by an address, by a number, by what named them."""
    for each in passages(left):
        found = list(leads(each.text)) if each.prose else []
        found += [_NAME] if sought.is_in(each.text) else []
        for kind in found:
            yield text_that_leads_to_a_person, each.way, {"found": said("personal-text", kind)}


def _sought(told: Collection[Trace]) -> Sought:
    """Return what is looked for: names, as they were held or as a source says them; pseudonyms."""
    held = _held(told, "name")
    said = [each.value for each in told if isinstance(each.value, Statement)]
    named = [each for each in said if each.about.endswith("/name")]
    return Sought.of(
        names=[*held, *_texts(named), *(name for each in told for name in _kept(each.value))],
        sayings=[*_texts(said), *_held(told, "label")],
        pseudonyms=[each.person for each in told if each.person is not None],
    )


def _held(told: Collection[Trace], field: str) -> list[str]:
    """Return the texts that a field held."""
    values = (each.value for each in told if each.way[-1] == field)
    return [each for each in values if isinstance(each, str)]


def _kept(value: object) -> Iterator[str]:
    """Yield the names in what was kept as it came: what a field held before, or is said to hold."""
    if isinstance(value, Statement):
        value = value.value
    if isinstance(value, Extension):
        value = value.content
    if isinstance(value, Raw):
        yield from _names_in(value.json)


def _names_in(raw: Json) -> Iterator[str]:
    if isinstance(raw, dict):
        name = raw.get("name")
        yield from [name] if isinstance(name, str) else []
    inside = raw.values() if isinstance(raw, dict) else raw if isinstance(raw, list) else ()
    for each in inside:
        yield from _names_in(each)


def _texts(statements: Iterable[Statement]) -> Iterator[str]:
    """Yield the values of statements that are texts."""
    for each in statements:
        raw = None if each.value is None else each.value.json
        if isinstance(raw, str):
            yield raw
