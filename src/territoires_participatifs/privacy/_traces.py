"""Where natural persons are told of: one walk over the marks of fields."""

from collections.abc import Iterator
from typing import Final, cast, final

from attrs import evolve, frozen

from territoires_participatifs.checks import Event
from territoires_participatifs.document import fits, spot_at, value_at
from territoires_participatifs.organisations import Person
from territoires_participatifs.privacy._marks import (
    TELLING,
    Around,
    Way,
    inside,
    is_filled,
    is_part,
    items,
    mark_of,
    may_tell,
    whole,
)
from territoires_participatifs.sources import Entity, Extension, OpenQuestion, Statement
from territoires_participatifs.values.declarations import Declaration, declarations
from territoires_participatifs.values.personal import Personal, PersonalCategory, PersonalPurpose
from territoires_participatifs.values.raw import Raw


@final
@frozen(kw_only=True)
class Trace:
    """One thing that is told of a natural person, and where."""

    way: Way
    category: PersonalCategory
    purpose: PersonalPurpose
    value: object
    person: str | None = None
    """The pseudonym of the person, where it is known."""
    entity: Entity | None = None
    """The nearest entity."""


def traces(root: object) -> Iterator[Trace]:
    """Yield all that is told of natural persons, each thing by itself, in document order."""
    return _of_part(root, (), Around())


def _of_part(part: object, way: Way, around: Around) -> Iterator[Trace]:
    if isinstance(part, Entity):
        around = evolve(around, entity=part)
    elif isinstance(part, Person):
        around = evolve(around, person=part.id)
    for each in declarations(type(part)).values():
        if is_filled(part, each):
            yield from _of_field(part, each, (*way, each.name), around)


def _of_field(part: object, declaration: Declaration, way: Way, around: Around) -> Iterator[Trace]:
    around = inside(part, declaration, around)
    held = getattr(part, declaration.name)
    parts = [(place, each) for place, each in items(declaration, held, way) if is_part(each)]
    if around.mark is not None and not parts:
        yield _trace(way, around.mark, around, held)
    for place, each in parts:
        yield from _of_part(each, place, around)
        yield from told_by(part, each, place, around.entity)


def _trace(way: Way, mark: Personal, around: Around, value: object) -> Trace:
    return Trace(
        way=way,
        category=mark.category,
        purpose=mark.purpose,
        value=value,
        person=around.person,
        entity=around.entity,
    )


# What is said of a place where persons are told of


def told_by(owner: object, part: object, way: Way, entity: Entity | None) -> Iterator[Trace]:
    """Yield what a statement, a question, an event or an unknown part tells of persons.

    :param owner: the object that the pointers of the part start from.
    """
    pointers: tuple[str, ...]
    raw: Raw | None = None
    if isinstance(part, Statement):
        pointers, raw = (part.about,), part.value
    elif isinstance(part, OpenQuestion):
        pointers = part.about
    elif isinstance(part, Extension):
        pointers = (part.at,)
    elif isinstance(part, Event) and part.about is not None and part.was is not None:
        pointers, raw, way, part = (part.about,), part.was, (*way, "was"), part.was
    else:
        return
    found = [each for pointer in pointers for each in _told_at(owner, pointer, raw)]
    found.sort(key=lambda told: told[0].category in TELLING)  # what tells for sure wins
    for person, mark in {person: mark for mark, person in found}.items():
        yield _trace(way, mark, Around(person=person, entity=entity), part)


def _told_at(owner: object, pointer: str, raw: Raw | None) -> list[tuple[Personal, str | None]]:
    """Return what words or a value tell of the place that a pointer leads to, and of whom."""
    led = _led_to(owner, pointer)
    told = list(_in_value(owner, pointer, raw))
    if led.mark is None:
        return told
    mark = Personal(_said(led.mark.category), led.mark.purpose)
    return [(mark, person) for _, person in told] or [(mark, led.person)]


def _said(category: PersonalCategory) -> PersonalCategory:
    """Return what words on a place tell: mostly who it is, since they may name the person."""
    return category if category in _AS_IT_IS else PersonalCategory.IDENTITY


_AS_IT_IS: Final = frozenset({PersonalCategory.CONTACT, PersonalCategory.FREE_TEXT})


def _led_to(owner: object, pointer: str) -> Around:
    """Return what holds where a pointer leads, which need not be filled."""
    around = Around()
    steps = pointer.split("/")
    for end in range(1, len(steps)):
        before, here = "/".join(steps[:end]), "/".join(steps[: end + 1])
        spot = spot_at(type(owner), here, of=owner)
        if spot is None:
            break
        around = inside(value_at(owner, before), spot.declaration, around)
        around = _held_there(value_at(owner, here), around)
    return around


def _held_there(held: object, around: Around) -> Around:
    if isinstance(held, Person):
        return evolve(around, person=held.id)
    if around.mark is None and is_part(held):
        return whole(held)
    return around


_UNREADABLE: Final = Personal(PersonalCategory.IDENTITY, PersonalPurpose.RECORD)


def _in_value(
    owner: object, pointer: str, raw: Raw | None
) -> Iterator[tuple[Personal, str | None]]:
    """Yield what the value of a field tells of persons, as a document would hold it."""
    spot = spot_at(type(owner), pointer, of=owner)
    if raw is None or spot is None:
        return
    held, reason = fits(raw.json, spot.annotation)
    if reason is not None and any(map(may_tell, spot.declaration.kinds)):
        yield _UNREADABLE, None
    for each in cast("tuple[object, ...]", held) if isinstance(held, tuple) else (held,):
        for trace in traces(each) if is_part(each) else ():
            if trace.category in TELLING:
                yield Personal(PersonalCategory.IDENTITY, trace.purpose), trace.person


# The outermost places


def outermost(part: object, way: Way = ()) -> Iterator[tuple[Way, PersonalCategory]]:
    """Yield the outermost places of a part that tell of persons, less those of nested entities.

    A field that is personal only because of another one beside it is told by that one.
    """
    for each in declarations(type(part)).values():
        place = (*way, each.name)
        mark = mark_of(part, each) if is_filled(part, each) else None
        if mark is None or mark.category not in TELLING:
            for inner, held in items(each, getattr(part, each.name), place):
                if is_part(held) and not isinstance(held, Entity | Extension):
                    yield from _outermost_of(part, held, inner)
        elif not mark.of:
            yield place, mark.category


def _outermost_of(owner: object, part: object, way: Way) -> Iterator[tuple[Way, PersonalCategory]]:
    said = [each for each in told_by(owner, part, way, None) if each.category in TELLING]
    mark = whole(part).mark
    if said:
        yield said[0].way, said[0].category
    elif mark is not None:
        yield way, mark.category
    else:
        yield from outermost(part, way)
