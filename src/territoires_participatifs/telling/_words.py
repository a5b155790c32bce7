"""Names, dates and source marks as they stand in a sentence."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeVar, final

from attrs import field, frozen

from territoires_participatifs.document import Dataset
from territoires_participatifs.language import Language, Whole, enumerated, printable, sentence
from territoires_participatifs.organisations import Organisation, Participation, Role
from territoires_participatifs.sources import Entity, Quote, Source, Standing, Statement
from territoires_participatifs.values.edtf import DIVISIONS
from territoires_participatifs.values.names import Bilingual, Name
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.quantities import Count
from territoires_participatifs.values.references import Ref

_INNER: Final[Mapping[Language, str]] = {"fr": r"“\1\2\3”", "en": r"‘\1\2\3’"}
_MARKED: Final = re.compile(r"«\s?(.*?)\s?»|“(.*?)”|\"(.*?)\"")
_APOSTROPHES: Final = ("'", "’")
_CONTRACTED: Final = {"le": "du", "les": "des"}
_VOWELS: Final = "aeiouyàâéèêëîïôœh"
_SEASONS: Final = range(22, 25)
"""Summer, autumn and winter as EDTF numbers them: French says *en été*, but *au printemps*."""

_TOLD: Final = (Standing.PREFERRED, Standing.INFERRED)
"""What a sentence repeats: an alternative says something else, unless the field is disputed."""

E = TypeVar("E", bound=Entity)


def capital(text: str) -> str:
    """Return a text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Return a sentence as it stands after a colon: without capital and full stop.

    >>> small("Choisir les communes."), small("EPCI et communes.")
    ('choisir les communes', 'EPCI et communes')
    """
    first = text[:1] if text[1:2].isupper() else text[:1].lower()
    return first + text[1:].removesuffix(".")


def how_many(count: Count | str | None) -> int:
    """Return the number that a word agrees with; several, where nothing counts them."""
    if not isinstance(count, Count):
        return 2
    return count.value if count.upper is None else count.upper


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

    def said(self, text: Bilingual) -> str:
        """Return a sentence of the dataset, on one line."""
        return printable(text.in_words(self.language))

    def naming(self, kind: type[E], field: str, entity: Entity) -> list[E]:
        """Return the entities that name one in a field; others may only mention it."""
        found = self.dataset.of(kind, entity)
        return [each for each in found if entity.id in _ids(getattr(each, field))]

    # Names

    def named(self, entity: Entity | Ref[Entity] | str) -> str:
        """Return the name of an entity, with its article."""
        found = entity if isinstance(entity, Entity) else self.dataset.by_id.get(str(entity))
        names: tuple[Name, ...] = getattr(found, "names", ())
        if names:
            return self._with_article(names[0])
        described = getattr(found, "description", None)
        return described if isinstance(described, str) else str(getattr(entity, "id", entity))

    def of(self, entity: Entity | Ref[Entity] | str) -> str:
        """Return "of" such an entity: in French *du, de la, de l', des*."""
        name = self.named(entity)
        if self.language == "en":
            return f"of {name}"
        article, _, rest = name.partition(" ")
        if article.lower() in _CONTRACTED:
            return f"{_CONTRACTED[article.lower()]} {rest}"
        return f"d'{name}" if name[0].lower() in _VOWELS else f"de {name}"

    def _with_article(self, name: Name) -> str:
        if not name.article:
            return name.text
        if self.language == "en":
            return f"the {name.text}"
        return f"{name.article}{'' if name.article.endswith(_APOSTROPHES) else ' '}{name.text}"

    def masculine(self, noun: str) -> str:
        """Return a masculine noun with its French article; the English one stands elsewhere."""
        if self.language == "en":
            return noun
        return f"l'{noun}" if noun[0] in _VOWELS else f"le {noun}"

    def quoted(self, entity: Entity) -> str:
        """Return the first name of an entity between quotation marks, else its id."""
        names: tuple[Name, ...] = getattr(entity, "names", ())
        return self.in_marks(names[0].text if names else entity.id)

    def in_marks(self, text: str) -> str:
        """Return a text between the quotation marks of the language, its own ones made inner."""
        inner = _INNER[self.language]
        return self.told("quoted", text=_MARKED.sub(inner, text))

    def enumerated(self, items: Iterable[str]) -> str:
        """Return items as a sentence joins them."""
        return enumerated(items, self.language)

    def either(self, items: Iterable[str]) -> str:
        """Return readings between which nothing decides: *soit …, soit …*."""
        return self.told("either", text=self.told("or-else").join(items))

    def playing(self, parts: Iterable[Participation] | None, *roles: Role) -> list[Ref[Entity]]:
        """Return the organisations that surely take one of some roles."""
        sure = (each for each in parts or () if each.certain.is_yes)
        found = [each.organisation for each in sure if each.role in roles]
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

    def is_day(self, date: PartialDate) -> bool:
        """Tell whether a date is a day, so that *jusqu'au* may go before it."""
        return _shape(date) == "day"

    def when(self, date: PartialDate, placed: Iterable[PartialDate] = ()) -> str:
        """Return a date as a sentence begins: *le 12 mars 2021, en 2021, début février*.

        One that lacks its year takes it, as a deduced one, from the dates that place it.
        """
        text = self.told(f"when-{_shape(date)}", date=date)
        year = _year(placed)
        if year is None or date.bounds != (None, None):
            return text
        return self.told("placed", text=text, year=year)

    # Sources

    def marks(self, entity: Entity, *fields: str, quotes: Iterable[Quote | None] = ()) -> str:
        """Return the marks of the sources that tell some fields of an entity."""
        told = [each for each in quotes if each is not None]
        return self._marked(self._refs(entity, fields, told), deduced=_deduced(entity, fields))

    def marks_of(self, entities: Sequence[Entity], *fields: str) -> str:
        """Return the marks of the sources that tell some fields of several entities."""
        refs = [ref for each in entities for ref in self._refs(each, fields)]
        return self._marked(refs, deduced=any(_deduced(each, fields) for each in entities))

    def _refs(
        self, entity: Entity, fields: Iterable[str], quotes: Iterable[Quote] = ()
    ) -> list[Ref[Source] | None]:
        """Return who says some fields; of one that no statement is about, the entity's source."""
        said: list[Quote | None] = [*quotes]
        for name in fields:
            stated = [each.quote for each in _telling(entity, name)]
            said += stated or ([None] if getattr(entity, name, None) else [])
        return [self.dataset.source_of(entity, each) for each in said or [None]]

    def _marked(self, refs: Iterable[Ref[Source] | None], *, deduced: bool) -> str:
        numbers = {self._number(str(each)) for each in refs if each is not None}
        pieces = [str(each) for each in sorted(numbers)]
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
    return printable(source.title if source.url is None else f"{source.title} — {source.url}")


def _telling(entity: Entity, name: str) -> list[Statement]:
    """Return the statements that say what a sentence repeats of a field, or of its parts."""
    about = [each for each in entity.statements if f"{each.about}/".startswith(f"/{name}/")]
    return [e for e in about if e.standing in _TOLD or e.about in entity.disputed]


def _deduced(entity: Entity, fields: Iterable[str]) -> bool:
    told = (each for name in fields for each in _telling(entity, name))
    return any(each.standing is Standing.INFERRED for each in told)


def _ids(held: Ref[Entity] | tuple[Ref[Entity], ...] | None) -> list[str]:
    if isinstance(held, tuple):
        return [each.id for each in held]
    return [] if held is None else [held.id]


def _year(dates: Iterable[PartialDate]) -> str | None:
    """Return the year that all of some dates surely lie in, if there is one."""
    ends = [end for each in dates for end in (each.earliest, each.latest)]
    years = {None if each is None else str(each.year) for each in ends}
    return years.pop() if len(years) == 1 else None


def _shape(date: PartialDate) -> str:
    """Return how a date stands in a sentence: as a day, a period, or by its own words."""
    ends = re.findall("[0-9X]{4}(?:-[0-9]{2})*", date.edtf)
    if "~" in date.edtf or len(ends) > 1:
        return "other"
    if date.part is not None:
        return "part"
    return _shape_of(*ends[0].split("-")[1:])


def _shape_of(month: str = "", day: str = "") -> str:
    if day:
        return "day"
    if not month or int(month) not in DIVISIONS:
        return "period"
    return "season" if int(month) in _SEASONS else "term"
