"""Compounds: values made of several fields, written as one text when they must be."""

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from typing import Any, ClassVar, Final, Self, cast

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values.declarations import Declaration, declarations
from territoires_participatifs.values.texts import Textual


class Compound:
    """The base of values made of several fields, the first of which says the most.

    ``str()`` writes the first field, then what else is known, as
    ``2020-02; part=early``; ``parse`` reads it back. Documents write the first field
    alone where the rest is silent, unless the class says otherwise.
    """

    __slots__ = ()

    short: ClassVar[bool] = True
    """Whether documents may hold the first field alone."""

    @classmethod
    def lead(cls) -> Declaration:
        """Return the declaration of the first field."""
        return next(iter(declarations(cls).values()))

    def is_short(self) -> bool:
        """Whether the first field alone says it all."""
        lead, *others = declarations(type(self)).values()
        silent = all(getattr(self, each.name) == each.default for each in others)
        return self.short and silent and getattr(self, lead.name) is not None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the value that :class:`str` wrote.

        :raises InvalidValue: ``VAL011`` if it was not written so, or the codes of the class.
        """
        known = declarations(cls)
        found: dict[str, object] = {}
        for name, value in _pieces(text, cls.lead().name):
            if name in found or name not in known:
                raise InvalidValue("VAL011", {"value": text})
            found[name] = _read(known[name].kinds[0], value)
        if any(each.required and each.name not in found for each in known.values()):
            raise InvalidValue("VAL011", {"value": text})
        return cast("Self", cast("Any", cls)(**found))

    def __str__(self) -> str:
        return "; ".join(self._said())

    def _said(self) -> Iterator[str]:
        lead = self.lead().name
        for each in declarations(type(self)).values():
            held = getattr(self, each.name)
            if each.required or held != each.default:
                yield _escaped(held) if each.name == lead else f"{each.name}={_escaped(held)}"

    def __repr__(self) -> str:
        return f"{type(self).__name__}.parse({str(self)!r})"


_PIECE: Final = r"(?:\\.|[^\\;])+"
_WRITTEN: Final = re.compile(f"(?:{_PIECE}(?:; {_PIECE})*)?", re.DOTALL)
_NEXT: Final = re.compile(f"(?:^|; )({_PIECE})", re.DOTALL)
_ESCAPE: Final = re.compile(r"\\(.)", re.DOTALL)
_WHOLE: Final = re.compile("-?[0-9]{1,999}")


def _escaped(held: object) -> str:
    """Return the text of a field, its separators behind a backslash."""
    if isinstance(held, Decimal):
        return f"{held:f}"
    text = str(held.value if isinstance(held, Enum) else held)
    return re.sub(r"([\\;=])", r"\\\1", text)


def _pieces(text: str, lead: str) -> Iterator[tuple[str, str]]:
    """Yield what a text says: the name of each field, and its own text."""
    if not _WRITTEN.fullmatch(text):
        raise InvalidValue("VAL011", {"value": text})
    for piece in _NEXT.findall(text):
        name, equals, value = piece.partition("=")
        if not equals or "\\" in name:  # an equals sign of the first field is escaped
            name, value = lead, piece
        yield name, _ESCAPE.sub(r"\1", value)


def _read(kind: type, text: str) -> object:
    """Return what a field's text says, or the text itself where its class reads it."""
    if issubclass(kind, Textual | Compound):
        return kind.parse(text)
    if issubclass(kind, Enum):
        return _member(kind, text)
    if issubclass(kind, int):
        if not _WHOLE.fullmatch(text):
            raise InvalidValue("VAL011", {"value": text})
        return int(text)
    return text


def _member(kind: type[Enum], text: str) -> Enum:
    try:
        return kind(text)
    except ValueError:
        raise InvalidValue("VAL011", {"value": text}) from None
