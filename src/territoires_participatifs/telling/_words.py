"""Names, dates and source marks as they stand in a sentence."""

import re
from collections.abc import Iterable, Mapping
from typing import Final, final

from attrs import field, frozen

from territoires_participatifs.document import Dataset
from territoires_participatifs.language import Language, Whole, enumerated, sentence
from territoires_participatifs.organisations import Organisation, Participation, Role
from territoires_participatifs.sources import Entity, Quote, Source, Standing
from territoires_participatifs.values.names import Name
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.texts import pointer_tokens

_INNER: Final[Mapping[Language, str]] = {"fr": r"“\1\2\3”", "en": r"‘\1\2\3’"}
_CONTRACTED: Final = {"le": "du", "les": "des"}
_VOWELS: Final = "aeiouyàâéèêëîïôœh"


def capital(text: str) -> str:
    """Return a text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Return a sentence as it stands after a colon: without capital and full stop."""
    return text[:1].lower() + text[1:].removesuffix(".")


@final
@frozen
class Words:
    """Says what a dataset holds in one language, and remembers the sources that were named."""

    dataset: Dataset
    language: Language
    numbers: dict[str, int] = field(factory=dict[str, int])
    """The number of each source, in the order in which they were first named."""

    def told(self, part: str, **facts: object) -> str:
        """Return a sentence, or a piece of one."""
        whole = {n: Whole(each) if isinstance(each, str) else each for n, each in facts.items()}
        return sentence("telling", whole, self.language, part)

    # Names

    def named(self, entity: Entity | Ref[Entity] | str) -> str:
        """Return the name of an entity, with its article."""
        found = entity if isinstance(entity, Entity) else self.dataset.by_id.get(str(entity))
        names: tuple[Name, ...] = getattr(found, "names", ())
        if not names:
            return getattr(found, "description", None) or str(getattr(entity, "id", entity))
        return self._with_article(names[0])

    def of(self, entity: Entity | Ref[Entity] | str) -> str:
        """Return "of" such an entity: in French *du, de la, de l', des*."""
        name = self.named(entity)
        if self.language == "en":
            return f"of {name}"
        article, _, rest = name.partition(" ")
        if article in _CONTRACTED:
            return f"{_CONTRACTED[article]} {rest}"
        return f"d'{name}" if name[0].lower() in _VOWELS else f"de {name}"

    def _with_article(self, name: Name) -> str:
        if name.article is None:
            return name.text
        if self.language == "en":
            return f"the {name.text}"
        return f"{name.article}{'' if name.article.endswith(chr(39)) else ' '}{name.text}"

    def quoted(self, entity: Entity) -> str:
        """Return the first name of an entity between quotation marks, else its id."""
        names: tuple[Name, ...] = getattr(entity, "names", ())
        return self.in_marks(names[0].text if names else entity.id)

    def in_marks(self, text: str) -> str:
        """Return a text between the quotation marks of the language, its own ones made inner."""
        inner = _INNER[self.language]
        return self.told("quoted", text=re.sub(r"« ?(.*?) ?»|“(.*?)”|\"(.*?)\"", inner, text))

    def enumerated(self, items: Iterable[str]) -> str:
        """Return items as a sentence joins them."""
        return enumerated(items, self.language)

    def either(self, items: Iterable[str]) -> str:
        """Return readings between which nothing decides: *soit …, soit …*."""
        pieces = [self.told("either", text=each) for each in items]
        return capital(self.told("or-else").join(pieces)) + "."

    def playing(self, parts: Iterable[Participation] | None, *roles: Role) -> list[Ref[Entity]]:
        """Return the organisations that take one of some roles."""
        found = [each.organisation for each in parts or () if each.role in roles]
        return list(dict.fromkeys(found))

    def programme(self, entity: Entity) -> str:
        """Return a programme in a sentence: by its name, or by the word and its name in marks."""
        names: tuple[Name, ...] = getattr(entity, "names", ())
        if names and names[0].article is not None:
            return self.of(entity) if self.language == "fr" else self.named(entity)
        return self.told("programme", name=self.quoted(entity))

    def all_named(self, refs: Iterable[Ref[Entity]] | Iterable[Ref[Organisation]]) -> str:
        """Return the names of some entities, as a sentence joins them."""
        return self.enumerated(self.named(str(each)) for each in refs)

    # Dates

    def when(self, date: PartialDate, placed: PartialDate | None = None) -> str:
        """Return a date as a sentence begins: *le 12 mars 2021, en 2021, début février*."""
        text = self.told(f"when-{_shape(date)}", date=date)
        if placed is None or placed.earliest is None or date.earliest is not None:
            return text
        return self.told("placed", text=text, year=str(placed.earliest.year))

    # Sources

    def marks(self, entity: Entity, *fields: str, quotes: Iterable[Quote | None] = ()) -> str:
        """Return the marks of the sources that tell some fields of an entity."""
        telling = [each for each in entity.statements if pointer_tokens(each.about)[0] in {*fields}]
        refs = [self.dataset.source_of(entity, each.quote) for each in telling]
        refs += [self.dataset.source_of(entity, each) for each in quotes if each is not None]
        named = [str(each) for each in refs or [self.dataset.source_of(entity)] if each is not None]
        pieces = [str(each) for each in sorted({self._number(each) for each in named})]
        deduced = any(each.standing is Standing.INFERRED for each in telling)
        pieces += [self.told("deduced")] if deduced else []
        return f" [{', '.join(pieces)}]" if pieces else ""

    def _number(self, source: str) -> int:
        return self.numbers.setdefault(source, len(self.numbers) + 1)

    def sources(self) -> list[str]:
        """Return the list of the sources that were named."""
        found = {number: self.dataset.by_id.get(id_) for id_, number in self.numbers.items()}
        return [f"[{number}] {_page(each)}" for number, each in sorted(found.items())]


def _page(source: Entity | None) -> str:
    if not isinstance(source, Source):
        return "?"
    return source.title if source.url is None else f"{source.title} — {source.url}"


def _shape(date: PartialDate) -> str:
    """Return how a date stands in a sentence: as a day, a period, or by its own words."""
    if date.part is not None or not set(date.edtf) <= set("0123456789-X"):
        return "other"
    return "day" if date.edtf.count("-") == len(("month", "day")) else "period"
