"""Versions: what a call said on a day, and what changed between two tellings of a thing."""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, cast, final

from attrs import frozen

from territoires_participatifs.calls import Call
from territoires_participatifs.checks import Event
from territoires_participatifs.document import try_structure, unstructure
from territoires_participatifs.labels import Labelled, label
from territoires_participatifs.language import Language, Whole, enumerated, sentence, spoken
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.dates import DayLike, day
from territoires_participatifs.values.declarations import declarations, is_declared
from territoires_participatifs.values.texts import pointer_index, pointer_token, pointer_tokens

__all__ = ["Difference", "diff", "in_force"]


def in_force(call: Call, on: DayLike) -> Call | None:
    """Return a call as its published rules stood on a day; None if that can't be told.

    What was published is never rewritten: each change is an event that keeps what was there
    before, and those that came after the day are undone here. It can't be told if a change
    can't be placed before or after the day, or does not keep what was there.

    >>> from territoires_participatifs import Deadline, EventKind, PartialDate, Raw
    >>> moved = Event(
    ...     kind=EventKind.EXTENDED,
    ...     on=PartialDate("2021-05-10"),
    ...     about="/closes",
    ...     was=Raw.of("2021-05-31"),
    ... )
    >>> call = Call(id="ami-2021", closes=Deadline(day=PartialDate("2021-06-30")), history=(moved,))
    >>> str(in_force(call, "2021-05-09").closes), str(in_force(call, "2021-05-10").closes)
    ('2021-05-31', '2021-06-30')
    """
    today = day(on)
    raw = cast("Any", unstructure(call))
    changes = [(at, each) for at, each in _changes(call) if each.about is not None]
    for _, each in changes:
        if each.on is None or each.on.after(today).is_undetermined:
            return None
    later = [(at, each) for at, each in changes if each.on and each.on.after(today).is_yes]
    in_order = sorted(later, key=lambda pair: _when(pair[1]))
    for at, each in in_order[::-1]:  # of one day, the last that is told is the last that came
        if each.was is None or not _put(raw, f"{at}{each.about}", each.was.json):
            return None
    raw["history"] = [
        unstructure(each)
        for each in call.history
        if each.on is None or not each.on.after(today).is_yes
    ]
    return try_structure(raw, Call)[0]


def _when(event: Event) -> tuple[int, int, str]:
    return (0, 0, "") if event.on is None else event.on.sort_key


def _changes(call: Call) -> Iterator[tuple[str, Event]]:
    """Yield the events that change what a call says, with what their pointers start from."""
    yield from (("", each) for each in call.history)
    for index, held in enumerate(call.rounds or ()):
        yield from ((f"/rounds/{index}", each) for each in held.history)


def _put(raw: Any, pointer: str, value: object) -> bool:  # noqa: ANN401  # JSON as it comes
    """Put a value at a place of raw JSON; tell whether there is such a place."""
    *around, last = pointer_tokens(pointer)
    for token in around:
        index = pointer_index(token)
        if isinstance(raw, list) and index is not None and index < len(raw):
            raw = raw[index]
        elif isinstance(raw, dict) and token in raw:
            raw = raw[token]
        else:
            return False
    index = pointer_index(last)
    if isinstance(raw, dict):
        raw[last] = value
    elif isinstance(raw, list) and index is not None and index < len(raw):
        raw[index] = value
    else:
        return False
    return True


@final
@frozen(kw_only=True)
class Difference:
    """One place where two tellings differ; None stands for what one of them lacks."""

    pointer: str
    """In the telling that has it, the later one if both do."""
    path: tuple[str | tuple[type, str], ...]
    before: object
    after: object

    def in_words(self, language: Language) -> str:
        """Return what changed, from what to what."""
        steps = (
            each if isinstance(each, str) else label(each[0], each[1], language)
            for each in self.path
        )
        facts = {
            "place": Whole(" > ".join(steps)),
            "before": _said(self.before, language),
            "after": _said(self.after, language),
        }
        part = "new" if self.before is None else "gone" if self.after is None else "changed"
        return sentence("difference", facts, language, part)


def _said(held: object, language: Language) -> str:
    if isinstance(held, tuple):
        return enumerated((_said(each, language) for each in held), language)
    name = getattr(held, "id", None) or getattr(held, "label", None)
    if name is None and is_declared(type(held)) and not isinstance(held, Compound):
        return label(type(held), language=language)
    return spoken(name or _labelled(held), language)


def _labelled(held: object) -> object:
    return Labelled(held) if isinstance(held, Enum) else held


def diff(before: object, after: object) -> tuple[Difference, ...]:
    """Return every difference between two objects of one class, in the order of its fields.

    Parts that have an id are matched by it, others by their place in the list.

    :raises TypeError: for objects of two classes.

    >>> from territoires_participatifs import Count
    >>> found = diff(Call(id="a", quota=Count(10)), Call(id="a", quota=Count(12)))
    >>> [each.in_words("en") for each in found]
    ['number to be selected: 12, instead of 10']
    """
    if type(before) is not type(after):
        message = f"{type(before).__name__} and {type(after).__name__} can't be compared"
        raise TypeError(message)
    return tuple(_differences(before, after, "", ()))


def _differences(
    before: object, after: object, at: str, path: tuple[str | tuple[type, str], ...]
) -> Iterator[Difference]:
    same = type(before) is type(after)
    if same and isinstance(before, tuple):
        yield from _of_lists(before, cast("tuple[object, ...]", after), at, path)
    elif same and is_declared(type(before)) and not isinstance(before, Compound):
        for name in declarations(type(before)):
            step = (type(before), name)
            inside = f"{at}/{name}"
            held = getattr(before, name), getattr(after, name)
            yield from _differences(*held, inside, (*path, step))
    elif before != after:
        yield Difference(pointer=at, path=path, before=before, after=after)


def _of_lists(
    before: Iterable[object],
    after: Iterable[object],
    at: str,
    path: tuple[str | tuple[type, str], ...],
) -> Iterator[Difference]:
    old, new = _by_key(before), _by_key(after)
    for key in {**old, **new}:
        pointer = f"{at}/{pointer_token(str(key))}"
        yield from _differences(old.get(key), new.get(key), pointer, (*path, str(key)))


def _by_key(items: Iterable[object]) -> dict[str | int, object]:
    """Return the items of a list by their ids, or by their places."""
    return {getattr(each, "id", index): each for index, each in enumerate(items)}
