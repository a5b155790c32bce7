"""An entity told whole: each field, what the sources say of it, what they leave open."""

from collections.abc import Iterable, Iterator
from typing import Final, final

from attrs import frozen

from territoires_participatifs.checks import walk
from territoires_participatifs.cli._values import Speaker
from territoires_participatifs.cli._words import told
from territoires_participatifs.document import NOTHING_THERE, Dataset, spot_at, value_at
from territoires_participatifs.document.structuring import fits
from territoires_participatifs.labels import label
from territoires_participatifs.language import Language, Spoken, printable
from territoires_participatifs.sources import Entity, OpenQuestion, Quote, Source, Statement
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.declarations import (
    Declaration,
    bare,
    declarations,
    is_declared,
)
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.texts import pointer_tokens

_INDENT: Final = "  "
_STEP: Final = " > "
"""What stands between a field and the field or item inside it."""


def entity_told(entity: Entity, dataset: Dataset, language: Language) -> str:
    """Return all that a document says of an entity, a paragraph for each field."""
    teller = _Teller(entity, Speaker(dataset, language, entity), language)
    paragraphs = [
        "\n".join([title, *(f"{_INDENT}{each}" for each in lines)])
        for title, lines in teller.paragraphs()
        if lines
    ]
    kind = label(type(entity), language=language)
    return "\n\n".join([f"{teller.speaker.entity(entity.id)} · {kind}", *paragraphs])


@final
@frozen
class _Teller:
    """Tells one entity; every method yields lines, without the indent of their paragraph."""

    entity: Entity
    speaker: Speaker
    language: Language

    def paragraphs(self) -> Iterator[tuple[str, list[str]]]:
        """Yield the title and the lines of each paragraph, which may have none."""
        kind = type(self.entity)
        for each in declarations(kind).values():
            if not each.provenance and each.name != "id":
                yield label(kind, each.name, self.language), list(self._field(each))
        yield told("elsewhere", self.language), list(self._elsewhere())
        yield label(kind, "questions", self.language), list(self._questions())
        yield label(kind, "extensions", self.language), list(self._extensions())
        yield told("referring", self.language), list(self._referring())
        yield told("sources", self.language), list(self._sources())

    def _field(self, declaration: Declaration) -> Iterator[str]:
        """Yield what a field holds, then what each source says of it."""
        held = getattr(self.entity, declaration.name)
        disputed = list(_about(declaration.name, self.entity.disputed))
        statements = [
            each
            for each in self.entity.statements
            if pointer_tokens(each.about)[0] == declaration.name
        ]
        if held != declaration.default:
            yield from self._held(declaration, held)
        elif statements and not disputed:
            yield told("unknown", self.language)
        yield from (told("disputed", self.language, place=self._place(each)) for each in disputed)
        yield from (f"{_INDENT}· {self._statement(each)}" for each in statements)

    def _held(self, declaration: Declaration, held: object) -> Iterator[str]:
        values = declaration.values(held)
        if not values:
            yield self.speaker.field(declaration, held)
        for each in values:
            first, *others = self._lines(each)
            bullet, below = ("– ", _INDENT) if declaration.many else ("", "")
            yield f"{bullet}{first}"
            yield from (f"{below}{line}" for line in others)

    def _lines(self, value: object) -> list[str]:
        """Return a value on its line, or a part as the rows of a table."""
        one_line = isinstance(value, Compound | Quote | Spoken) or not is_declared(type(value))
        if one_line:
            return [self.speaker.value(value)]
        return _table(self.speaker.rows(value)) or [told("unknown", self.language)]

    def _statement(self, statement: Statement) -> str:
        place, value = self._steps(statement.about)[1:], self._said(statement)
        if value is not None and place and place[-1].isdecimal():
            place.pop()  # the item itself is shown
        standing = label(statement.standing, self.language)
        pieces = [
            _STEP.join(place),
            standing
            if value is None
            else told("ranked", self.language, value=value, rank=standing),
            "" if statement.quote is None else self.speaker.quote(statement.quote),
            "" if statement.note is None else printable(statement.note.in_words(self.language)),
        ]
        return " — ".join(filter(None, pieces))

    def _said(self, statement: Statement) -> str | None:
        """Return the value that a statement reports, or that it backs; None for a whole field."""
        about = statement.about
        if statement.value is None:
            held = value_at(self.entity, about) if len(pointer_tokens(about)) > 1 else None
            if isinstance(held, Ref):
                return held.id  # its name stands above
            return None if held is None or held is NOTHING_THERE else self.speaker.value(held)
        spot = spot_at(type(self.entity), about, of=self.entity)
        value = None if spot is None else fits(statement.value.json, spot.annotation)[0]
        if value is None:
            return printable(statement.value.text)
        return self.speaker.value(value if statement.quote is None else bare(value))

    def _steps(self, pointer: str) -> list[str]:
        return self.speaker.place(type(self.entity), pointer)

    def _place(self, pointer: str) -> str:
        return _STEP.join(self._steps(pointer))

    def _elsewhere(self) -> Iterator[str]:
        """Yield what is said of no field of the entity."""
        for each in self.entity.statements:
            if pointer_tokens(each.about)[0] not in _fields_of(self.entity):
                yield f"· {printable(each.about)} — {self._statement(each)}"

    def _questions(self) -> Iterator[str]:
        for question in self.entity.questions:
            yield f"– {self._question(question)}"
            for reading in question.readings:
                yield f"{_INDENT}– {printable(reading.in_words(self.language))}"
            for quote in question.quotes:
                yield f"{_INDENT}· {self.speaker.quote(quote)}"

    def _question(self, question: OpenQuestion) -> str:
        text = printable(question.text.in_words(self.language))
        about = ", ".join(map(self._place, question.about))
        return f"{text} ({about})" if about else text

    def _extensions(self) -> list[str]:
        rows = [
            (printable(each.at), printable(each.content.text)) for each in self.entity.extensions
        ]
        return _table(rows)

    def _referring(self) -> Iterator[str]:
        for each in self.speaker.dataset.referring(self.entity):
            yield f"– {self.speaker.entity(each.id)} · {label(type(each), language=self.language)}"

    def _sources(self) -> list[str]:
        """Return the sources that quotations name, after the one that facts come from."""
        by_id = self.speaker.dataset.by_id
        subjects = (each.subject for each in walk(self.entity))
        source_of = self.speaker.dataset.source_of
        named = [
            source_of(self.entity, each if isinstance(each, Quote) else None)
            for each in subjects
            if isinstance(each, Quote | Entity)
        ]
        found = {each.id: by_id.get(each.id) for each in named if each is not None}
        return _table((f"[{id_}]", self._page(each)) for id_, each in found.items())

    def _page(self, source: Entity | None) -> str:
        if not isinstance(source, Source):
            return told("absent", self.language)
        return printable(source.title if source.url is None else f"{source.title} — {source.url}")


def _about(name: str, pointers: Iterable[str]) -> Iterator[str]:
    return (each for each in pointers if pointer_tokens(each)[0] == name)


def _fields_of(entity: Entity) -> set[str]:
    return {
        each.name
        for each in declarations(type(entity)).values()
        if not each.provenance and each.name != "id"
    }


def _table(rows: Iterable[tuple[str, str]]) -> list[str]:
    """Return lines whose texts stand one under the other, after their labels."""
    held = list(rows)
    width = max((len(name) for name, _ in held), default=0)
    return [f"{name:<{width}}  {text}" for name, text in held]
