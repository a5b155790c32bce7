"""Values said whole: what `explain` shows of an entity, nothing of it cut."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final, cast, final

from attrs import frozen

from territoires_participatifs.cli._words import told
from territoires_participatifs.document import Dataset
from territoires_participatifs.labels import label
from territoires_participatifs.language import Language, Spoken, printable
from territoires_participatifs.sources import Entity, Quote
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.deadlines import Deadline
from territoires_participatifs.values.declarations import (
    Declaration,
    Tagged,
    declarations,
    declared,
    is_declared,
)
from territoires_participatifs.values.instants import Instant
from territoires_participatifs.values.names import Bilingual
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.texts import pointer_tokens

_WORDING: Final = "wording"
"""The field that keeps the words of the source, wherever there is one."""

_INDEX: Final = re.compile("[0-9]{1,9}")


@final
@frozen
class Speaker:
    """Says the values of one entity of a dataset in a language."""

    dataset: Dataset
    language: Language
    speaking_of: Entity

    def value(self, held: object) -> str:
        """Return a value on one line."""
        if isinstance(held, Ref):
            return self.entity(held.id)
        if isinstance(held, Quote):
            return self.quote(held)
        if isinstance(held, Spoken):
            return self._spoken(held)
        if isinstance(held, Enum):
            return label(held, self.language)
        if isinstance(held, tuple):
            return self._told("between").join(map(self.value, cast("tuple[object, ...]", held)))
        return self._part(held) if is_declared(type(held)) else printable(str(held))

    def entity(self, id: str) -> str:  # noqa: A002  # the field's word
        """Return the id of an entity, with its name if it has one."""
        name = name_of(self.dataset.by_id.get(id), self.language)
        return id if name is None else self._told("named", id=id, name=name)

    def quote(self, quote: Quote) -> str:
        """Return the words of a source, where they stand, and which source it is."""
        source = self.dataset.source_of(self.speaking_of, quote)
        pieces = [
            "" if quote.text is None else self._told("quoted", text=quote.text),
            "" if quote.locator is None else self._told("located", place=quote.locator),
            "" if source is None else f"[{source.id}]",
        ]
        return " ".join(filter(None, pieces))

    def rows(self, part: object) -> Iterator[tuple[str, str]]:
        """Yield the label and the value of each field that a part of an entity fills."""
        for each in _filled(part):
            held = getattr(part, each.name)
            yield label(type(part), each.name, self.language), self.field(each, held)

    def field(self, declaration: Declaration, held: object) -> str:
        """Return what a field holds, if only that it holds nothing."""
        if held == ():
            return self._told("none")
        return self._told("between").join(map(self.value, declaration.values(held) or (held,)))

    def place(self, kind: type, pointer: str) -> list[str]:
        """Return the steps of a pointer: labels of fields, numbers from 1, or what is written."""
        steps: list[str] = []
        kinds: tuple[type, ...] = (kind,)
        for token in pointer_tokens(pointer):
            owner = next((each for each in kinds if declared((each,), token)), None)
            if owner is not None:
                steps.append(label(owner, token, self.language))
                kinds = declarations(owner)[token].kinds
            else:
                steps.append(str(int(token) + 1) if _INDEX.fullmatch(token) else printable(token))
        return steps

    def _spoken(self, held: Spoken) -> str:
        text = printable(held.in_words(self.language))
        wording = None if isinstance(held, Bilingual) else _wording(held)
        if wording is None or wording.casefold() == text.casefold():
            return text
        return f"{text} ({self._told('quoted', text=wording)})"

    def _part(self, held: object) -> str:
        """Return a part on one line: its first field, then the others in parentheses."""
        if isinstance(held, Tagged):
            return self._tagged(held)
        filled = list(_filled(held))
        if not (isinstance(held, Compound) and held.short and held.lead() in filled[:1]):
            pairs = (self._told("pair", name=name, text=text) for name, text in self.rows(held))
            return self._told("between").join(pairs)
        lead, *others = filled
        text = self.value(getattr(held, lead.name))
        beside = [self._beside(each, held) for each in others]
        return f"{text} ({', '.join(beside)})" if beside else text

    def _tagged(self, held: Tagged) -> str:
        """Return what kind a part is of, then its fields in parentheses."""
        (first, *others) = declarations(type(held)).values()
        pairs = [self._told("pair", name=name, text=text) for name, text in self.rows(held)]
        if pairs and not others:  # the kind says it all
            pairs = [self.field(first, getattr(held, first.name))]
        kind = label(type(held), language=self.language)
        return f"{kind} ({self._told('between').join(pairs)})" if pairs else kind

    def _beside(self, declaration: Declaration, owner: object) -> str:
        held = getattr(owner, declaration.name)
        if isinstance(held, Enum):
            return label(held, self.language)
        name = label(type(owner), declaration.name, self.language)
        return self._told("pair", name=name, text=self.value(held))

    def _told(self, part: str, **texts: str) -> str:
        return told(part, self.language, **texts)


def _wording(held: object) -> str | None:
    """Return the words of the source for a value, or for the day that it holds."""
    own: str | None = getattr(held, _WORDING, None)
    within = held.day if own is None and isinstance(held, Deadline | Instant) else None
    return own if within is None else within.wording


def name_of(entity: Entity | None, language: Language) -> str | None:
    """Return the first name of an entity, or its title; None if it has neither."""
    names = getattr(entity, "names", ())
    title = getattr(entity, "title", None)
    if names:
        return str(names[0].text)
    return title.in_words(language) if isinstance(title, Bilingual) else title


def _filled(part: object) -> Iterator[Declaration]:
    """Yield the fields of a part that say something."""
    for each in declarations(type(part)).values():
        held = getattr(part, each.name)
        if not each.hidden and held is not None and (each.required or held != each.default):
            yield each
