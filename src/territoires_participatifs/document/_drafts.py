"""Drafts: what somebody has typed so far, kept whole, with what is to say of it."""

from functools import cached_property
from typing import Final, Generic, TypeVar, cast, final

from attrs import evolve, frozen

from territoires_participatifs.checks import Refused, Report
from territoires_participatifs.document._doors import Opened, located, opened_raw
from territoires_participatifs.document._raw import decode
from territoires_participatifs.values.raw import Json, Raw, encode
from territoires_participatifs.values.texts import Pointer, form_of, pointer_index, pointer_tokens

T = TypeVar("T")

APPEND: Final = "-"
"""The step of a pointer that leads behind the last item of a list (RFC 6901, section 4)."""


@final
@frozen(weakref_slot=False)
class Draft(Generic[T]):
    """An object in the making: the raw values as they were typed, even what is refused.

    It is saved by :func:`~territoires_participatifs.write` and comes back by
    :func:`draft`; the rules run on what can be built of it
    (:func:`~territoires_participatifs.check`). It becomes an object once nothing is refused.

    >>> from territoires_participatifs.organisations import Organisation
    >>> typed = draft({"id": "cerdd", "siret": "12"}, Organisation)
    >>> typed.value is None, typed.report[0].pointer
    (True, '/siret')
    >>> typed.put("/siret", "732 829 320 00074").value.siret
    Siret('73282932000074')
    """

    cls: type[T]
    content: Raw

    @cached_property
    def opened(self) -> Opened:
        """What can be made of it; lines and columns are those of its bytes when it is saved."""
        raw = self.content.json
        opened, text = opened_raw(raw, self.cls, draft=True), encode(raw, indent=2)
        return evolve(opened, text=text, report=located(opened.report, text))

    @property
    def report(self) -> Report:
        """What a constructor refuses, and what is not known here; rules are not asked."""
        return self.opened.report

    @property
    def value(self) -> T | None:
        """The object; None as long as anything is refused."""
        return cast("T | None", self.opened.value)

    @property
    def partial(self) -> T | None:
        """The object as far as it can be built, as if what is refused were unknown."""
        left = self.opened.remains
        return None if left is None else cast("T | None", left.value)

    def finished(self) -> T:
        """Return the object.

        :raises Refused: with the report of everything that is wrong.
        """
        value = self.value
        if value is None:
            raise Refused(self.report)
        return value

    def put(self, pointer: str, value: object) -> "Draft[T]":
        """Return a draft with a value at a place: a field, an item, or ``-`` for a new item.

        What leads there is made if it is not there yet. The empty pointer is the whole.

        :raises KeyError: if the pointer leads into a text, or beyond the end of a list.
        :raises InvalidValue: ``VAL004`` if it is no pointer, ``VAL009`` if the value is none of
            JSON's types.

        >>> from territoires_participatifs.calls import Call
        >>> draft({"id": "ami"}, Call).put("/rounds/-/id", "first").content
        Raw('{"id":"ami","rounds":[{"id":"first"}]}')
        """
        content = Raw.of(_put(self.content.json, _steps(pointer), Raw.of(value).json))
        return Draft(self.cls, content)

    def without(self, pointer: str) -> "Draft[T]":
        """Return a draft without what stands at a place: a field or an item.

        :raises KeyError: if nothing stands there.
        :raises InvalidValue: ``VAL004`` if it is no pointer, or that of the whole.
        """
        *way, last = _steps(pointer or "?")
        raw = self.content.json
        holder = raw
        for step in way:
            holder = _item(holder, step)
        _item(holder, last)
        if isinstance(holder, list):
            del holder[int(last)]
        else:
            del cast("dict[str, Json]", holder)[last]
        return Draft(self.cls, Raw.of(raw))


def draft(form: object, cls: type[T]) -> Draft[T]:
    """Return a draft of an object of a class, from JSON types or from the bytes of a saved one.

    Nothing is refused but what is no JSON at all.

    :raises Refused: if bytes can't be read.
    :raises InvalidValue: ``VAL009`` if the form holds anything that JSON can't say.

    >>> from territoires_participatifs.applications import Application
    >>> draft({"id": "a", "names": "my project"}, Application).report[0].message("en")
    'A list is expected here, and "my project" is there.'
    """
    if not isinstance(form, bytes):
        return Draft(cls, Raw.of(form))
    decoded = decode(form)
    if decoded.failed:
        raise Refused(Report(decoded.findings))
    return Draft(cls, Raw.of(decoded.raw))


def _steps(pointer: str) -> list[str]:
    if pointer:
        form_of(Pointer).check(pointer)
    return pointer_tokens(pointer)


def _put(raw: Json, way: list[str], value: Json) -> Json:
    """Return raw JSON with a value at a place, and with what leads there."""
    if not way:
        return value
    step, *rest = way
    if raw is None:
        raw = [] if step in {APPEND, "0"} else {}
    if isinstance(raw, list):
        return _put_item(raw, step, rest, value)
    if not isinstance(raw, dict):
        raise KeyError(step)
    return {**raw, step: _put(raw.get(step), rest, value)}


def _put_item(items: list[Json], step: str, rest: list[str], value: Json) -> Json:
    index = len(items) if step == APPEND else pointer_index(step)
    if index is None or index > len(items):
        raise KeyError(step)
    held = items[index] if index < len(items) else None
    return [*items[:index], _put(held, rest, value), *items[index + 1 :]]


def _item(holder: Json, step: str) -> Json:
    """Return what stands at one step.

    :raises KeyError: if nothing does.
    """
    if isinstance(holder, dict):
        return holder[step]
    index = pointer_index(step)
    if not isinstance(holder, list) or index is None or index >= len(holder):
        raise KeyError(step)
    return holder[index]
