"""Marks: which fields of a part tell of a natural person, and of whom."""

from collections.abc import Iterator
from functools import cache
from typing import Final, TypeAlias, TypeVar, cast, final

from attrs import evolve, frozen

from territoires_participatifs.organisations import Person
from territoires_participatifs.sources import Entity
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.declarations import Declaration, declarations, is_declared
from territoires_participatifs.values.personal import Personal, PersonalCategory
from territoires_participatifs.values.records import Record

Way: TypeAlias = tuple[str, ...]
"""The steps of a pointer."""

TELLING: Final = frozenset(PersonalCategory) - {PersonalCategory.FREE_TEXT}
"""The categories of what tells of a person for sure."""


T = TypeVar("T")


@final
@frozen(kw_only=True)
class Around:
    """What holds for all that is inside of a field."""

    mark: Personal | None = None
    person: str | None = None
    entity: Entity | None = None


def sound_subject(subject: T) -> T:
    """Return an object whose fields are declared, or refuse it.

    :raises TypeError: for anything else: a draft, a dict, a list.
    """
    if not isinstance(subject, Record | Compound):
        message = (
            f"pass a dataset, an entity or a part of one, not {type(subject).__name__}; "
            "of a draft, draft.partial or the finished object"
        )
        raise TypeError(message)
    return subject


def is_part(held: object) -> bool:
    """Whether a value has fields that may have marks of their own."""
    return isinstance(held, Record)


def is_filled(part: object, declaration: Declaration) -> bool:
    """Whether a field holds something."""
    held = getattr(part, declaration.name)
    return declaration.required or not (held is None or held in ((), declaration.default))


def items(declaration: Declaration, held: object, way: Way) -> Iterator[tuple[Way, object]]:
    """Yield each value of a field, and where it stands."""
    for index, each in enumerate(declaration.values(held)):
        yield ((*way, str(index)) if declaration.many else way), each


def mark_of(part: object, declaration: Declaration) -> Personal | None:
    """Return the mark of a field, if what is beside it in its part makes it personal.

    :param part: the object that has the field; anything else, if it is not there.
    """
    mark = declaration.personal
    if mark is None or not mark.of:
        return mark
    if not is_declared(type(part)):
        return None
    known = declarations(type(part))
    return mark if any(is_filled(part, known[each]) for each in mark.of) else None


def inside(part: object, declaration: Declaration, around: Around) -> Around:
    """Return what holds inside of a field: the purpose of the outermost mark, the person."""
    mark = mark_of(part, declaration)
    if mark is None:
        return around
    purpose = mark.purpose if around.mark is None else around.mark.purpose
    person = _named(part, declaration, mark) or around.person
    return evolve(around, mark=Personal(mark.category, purpose), person=person)


def _named(part: object, declaration: Declaration, mark: Personal) -> str | None:
    """Return whose a field is, if it names the person, or if one beside it does."""
    if not is_declared(type(part)):
        return None
    own = mark.category in {PersonalCategory.PSEUDONYM, PersonalCategory.PERSON}
    for name in [declaration.name] if own else mark.of:
        held = getattr(part, name)
        if isinstance(held, Person):
            return held.id
        if is_pseudonym(declarations(type(part))[name]):
            return cast("str | None", held)
    return None


def whole(part: object) -> Around:
    """Return what holds of a part that is filled with nothing but what tells of a person."""
    filled = [each for each in declarations(type(part)).values() if is_filled(part, each)]
    marked = [(each, mark) for each in filled if (mark := mark_of(part, each)) is not None]
    own = [(each, mark) for each, mark in marked if mark.category in TELLING and not mark.of]
    if not own or len(marked) < len(filled):
        return Around()
    return inside(part, own[0][0], Around())


def is_pseudonym(declaration: Declaration) -> bool:
    """Whether a field holds what stands for the name of a person."""
    mark = declaration.personal
    return mark is not None and mark.category is PersonalCategory.PSEUDONYM


@cache
def may_tell(kind: type) -> bool:
    """Whether objects of a class, or what they hold, may tell of a person."""
    seen: set[type] = set()
    waiting = [kind]
    while waiting:
        each = waiting.pop()
        if is_declared(each) and each not in seen:
            seen.add(each)
            fields = declarations(each).values()
            marks = [field.personal for field in fields if field.personal is not None]
            if any(mark.category in TELLING for mark in marks):
                return True
            waiting += [inner for field in fields for inner in field.kinds]
    return False
