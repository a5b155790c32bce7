"""The strategies reach everything: each optional field, each member of each union."""

from collections.abc import Iterator
from functools import partial
from typing import Any, Final

import pytest
from attrs import field, make_class
from hypothesis import HealthCheck, Phase, find, given, settings

import territoires_participatifs as tp
from territoires_participatifs.document import entity_fields
from territoires_participatifs.strategies import datasets, from_class
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.declarations import Declaration, declarations, is_declared


def _reached(*kinds: type) -> set[type]:
    """Return every class that documents of some classes may hold."""
    found: set[type] = set()
    waiting = [*kinds]
    while waiting:
        each = waiting.pop()
        if each not in found and is_declared(each):
            found.add(each)
            fields = (field for field in declarations(each).values() if not field.hidden)
            waiting += [inner for field in fields for inner in field.kinds]
    return found


CLASSES = sorted(_reached(tp.Dataset, tp.Assessment) - {tp.Dataset}, key=lambda kind: kind.__name__)

PATIENT = settings(phases=[Phase.generate], suppress_health_check=[*HealthCheck], database=None)


def _optional(kind: type) -> set[str]:
    """Return the fields of a class that an object may lack."""
    fields = declarations(kind).values()
    return {each.name for each in fields if not each.required and not each.hidden}


# Classes are all drawn by one and the same strategy, which picks the fields to fill: a large, a
# small and a nested one stand for them. Values of several fields have strategies of their own.
OF_THEIR_OWN = [each for each in CLASSES if issubclass(each, Compound)]


@pytest.mark.parametrize(
    "kind", [tp.Call, tp.AidTerms, tp.Evaluation, *OF_THEIR_OWN], ids=lambda kind: kind.__name__
)
def test_every_optional_field_is_filled_by_some_draw_and_left_out_by_another(
    kind: type[Any],
) -> None:
    filled: set[str] = set()
    left: set[str] = set()

    @settings(PATIENT, max_examples=60 + 8 * len(_optional(kind)))
    @given(from_class(kind))
    def draw(value: object) -> None:
        for name in _optional(kind):
            known = getattr(value, name) != declarations(kind)[name].default
            (filled if known else left).add(name)

    draw()
    assert _optional(kind) == filled == left


def _fields() -> dict[str, Declaration]:
    """Return a field for each union that is declared: of the same annotation, one will do."""
    found = {
        str(each.annotation): each
        for kind in CLASSES
        for each in declarations(kind).values()
        if len(each.kinds) > 1 or each.may_not_apply
    }
    return {f"{each.name}-{index}": each for index, each in enumerate(found.values())}


FIELDS = _fields()


@pytest.mark.parametrize("name", FIELDS)
def test_every_member_of_a_union_is_drawn(name: str) -> None:
    declaration = FIELDS[name]
    alone: type[Any] = make_class("Alone", {"held": field()}, frozen=True, kw_only=True)
    alone.__annotations__ = {"held": declaration.annotation}
    seen: set[str] = set()

    @settings(PATIENT, max_examples=100 + 20 * len(declaration.kinds))
    @given(from_class(alone))
    def draw(value: Any) -> None:
        seen.update(_way(declaration, value.held))

    draw()
    assert seen == set(_ways(declaration))


def _ways(declaration: Declaration) -> Iterator[str]:
    """Yield what a known field may hold: each class, nothing of a list, what doesn't apply."""
    if declaration.may_not_apply:
        yield "not applicable"
    if declaration.many:
        yield "none"
    yield from (each.__name__ for each in declaration.kinds)


def _way(declaration: Declaration, held: object) -> Iterator[str]:
    if held is tp.NOT_APPLICABLE and declaration.may_not_apply:
        yield "not applicable"
    elif held == () and declaration.many:
        yield "none"
    for each in declaration.values(held):
        yield next(kind.__name__ for kind in declaration.kinds if isinstance(each, kind))


def test_datasets_hold_entities_of_every_class_that_refer_to_each_other() -> None:
    seen: set[type] = set()
    named: set[type] = set()

    @settings(PATIENT, max_examples=400)
    @given(datasets())
    def draw(dataset: tp.Dataset) -> None:
        seen.update(type(each) for each in dataset)
        named.update(type(dataset[each]) for each in dataset.referrers)

    draw()
    assert seen == set(entity_fields().values())
    for each in _targets() - named - {tp.Entity}:
        find(datasets(), partial(_names, each), settings=SEARCHING)


def _names(kind: type, dataset: tp.Dataset) -> bool:
    """Whether something in a dataset refers to an entity of a class."""
    return any(type(dataset[each]) is kind for each in dataset.referrers)


SEARCHING: Final = settings(PATIENT, max_examples=4000)
"""As many draws as it takes to find what is rare: it fails if there is none at all."""


def _targets() -> set[type]:
    """Return the classes that some field refers to."""
    fields = (each for kind in CLASSES for each in declarations(kind).values())
    return {each.target for each in fields if each.target is not None}
