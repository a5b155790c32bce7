"""Findings: what is wrong, how serious it is, where, and what to do."""

from collections.abc import Mapping
from enum import Enum
from functools import total_ordering
from typing import TypeAlias, cast, final

from attrs import field, frozen

from territoires_participatifs.checks._waivers import Waiver, waived
from territoires_participatifs.labels import label
from territoires_participatifs.language import (
    LANGUAGES,
    Language,
    Sentence,
    filled,
    sentence,
    word,
)
from territoires_participatifs.sources import Source

Words: TypeAlias = Mapping[Language, Mapping[str, str]] | Mapping[str, Mapping[str, str]]
"""Sentences by language, then by part: ``title``, ``message``, ``remedy``."""


@total_ordering
class _Ranked(Enum):
    """An enumeration whose members come in order."""

    @property
    def rank(self) -> int:
        """The place among the members, from 0."""
        return list(type(self)).index(self)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, type(self)):
            return NotImplemented
        return self.rank < other.rank


@final
class Severity(_Ranked):
    """How serious a finding is, by the verb of the source that it rests on.

    >>> Severity.INFO < Severity.ERROR
    True
    """

    INFO = "info"
    """Worth knowing; nothing needs to be done."""
    WARNING = "warning"
    """Should be corrected, or is probably a mistake."""
    ERROR = "error"
    """Can't be so, or is forbidden."""


@final
class Moment(_Ranked):
    """The moments of a file's life, from which rules apply one after the other.

    >>> Moment.DRAFT < Moment.PUBLICATION
    True
    """

    DRAFT = "draft"
    SUBMISSION = "submission"
    INSTRUCTION = "instruction"
    DECISION = "decision"
    PUBLICATION = "publication"


@final
@frozen(kw_only=True, weakref_slot=False)
class Place:
    """Where something stands: in a JSON document, or in a sheet."""

    file: str | None = None
    pointer: str = ""
    """A JSON pointer (RFC 6901) into the document; empty for its root."""
    line: int | None = None
    """From 1, as editors count."""
    column: int | None = None
    """From 1, in characters."""
    sheet: str | None = None
    row: int | None = None

    def in_words(self, language: Language) -> str:
        """Return the place as a person says it.

        >>> Place(pointer="/calls/0/kind", line=12, column=8).in_words("en")
        '/calls/0/kind (line 12, column 8)'
        """
        known = {"file": self.file, "sheet": self.sheet, "row": self.row}
        pieces = [str(each) for each in known.values() if each is not None]
        pieces.append(self.pointer or word("place", "root", language))
        if self.line is not None:
            facts = {"line": str(self.line), "column": str(self.column)}
            pieces.append(sentence("place", facts, language, "line"))
        return " ".join(pieces)


@final
@frozen(kw_only=True, weakref_slot=False)
class Finding:
    """One thing that is wrong or worth knowing, with its reason and its remedy.

    The code and the facts never change once published; the sentences may.

    >>> finding = Finding(code="VAL001", place=Place(pointer="/title"))
    >>> finding.message("en")
    'The text is empty or blank.'
    """

    code: str
    severity: Severity = Severity.ERROR
    place: Place = field(factory=Place)
    facts: Mapping[str, object] = field(factory=dict[str, object])
    entity: str | None = None
    """The id of the nearest entity."""
    sources: tuple[Source, ...] = ()
    """The law, norm or case that it rests on."""
    waiver: Waiver | None = None
    """The derogation that lifts it: it stays in the report, and weighs nothing."""
    subject: str | None = field(default=None, eq=False, repr=False)
    """The place of the part that a rule was asked about, if it was no entity."""
    words: Words = field(factory=dict[str, Mapping[str, str]], eq=False, repr=False)
    """The sentences of a rule that brings its own; else the catalogues have them."""

    @property
    def pointer(self) -> str:
        """Where it stands, as a JSON pointer into the document."""
        return self.place.pointer

    def title(self, language: Language = "en") -> str:
        """Return the name of the trouble."""
        return self._said("title", language)

    def message(self, language: Language = "en") -> str:
        """Return what is wrong, with the values found."""
        return self._said("message", language)

    def remedy(self, language: Language = "en") -> str:
        """Return what to do about it."""
        return self._said("remedy", language)

    def _said(self, part: str, language: Language) -> str:
        spoken = [language, *LANGUAGES] if self.words else []
        own = (self.words[each][part] for each in spoken if part in self.words.get(each, {}))
        template = next(own, None)
        if template is None:
            return sentence(self.code, self.facts, language, part)
        return filled(template, self.facts, language)

    def to_dict(self) -> dict[str, object]:
        """Return the finding as JSON types, with its sentences in both languages."""
        place = self.place
        where = {"file": place.file, "pointer": place.pointer, "line": place.line}
        where |= {"column": place.column, "sheet": place.sheet, "row": place.row}
        return {
            "code": self.code,
            "severity": self.severity.value,
            "place": {name: value for name, value in where.items() if value is not None},
            "entity": self.entity,
            "facts": {name: _plain(fact) for name, fact in self.facts.items()},
            "title": {each: self.title(each) for each in LANGUAGES},
            "message": {each: self.message(each) for each in LANGUAGES},
            "remedy": {each: self.remedy(each) for each in LANGUAGES},
            "sources": [{"title": each.title, "url": each.url} for each in self.sources],
            "waived": self._waived_for(),
        }

    def _waived_for(self) -> dict[str, str] | None:
        """Return why it was lifted, in both languages; None if it was not."""
        if self.waiver is None:
            return None
        return {each: waived(self.waiver, each) for each in LANGUAGES}

    def render(self, language: Language = "en") -> str:
        """Return the finding as a paragraph for people."""
        rows = {
            "where": self._where(language),
            "what": self.message(language),
            "remedy": self.remedy(language),
            "source": ", ".join(each.title for each in self.sources),
            "waived": "" if self.waiver is None else waived(self.waiver, language),
        }
        head = f"{label(self.severity, language)} {self.code}"
        labels = {each: word("report", each, language) for each in rows}
        width = max(len(each) for each in labels.values())
        lines = [f"{head} · {self.title(language)}"]
        lines += [f"  {labels[name]:<{width}}  {text}" for name, text in rows.items() if text]
        return "\n".join(lines)

    def _where(self, language: Language) -> str:
        place = self.place.in_words(language)
        return place if self.entity is None else f"{self.entity} · {place}"


def _plain(fact: object) -> object:
    """Return a fact as JSON types: codes and facts are API, so a date is no sentence here."""
    if fact is None or isinstance(fact, bool | int):
        return fact
    if isinstance(fact, list | tuple):
        return [_plain(each) for each in cast("list[object]", fact)]
    text = fact.in_words("en") if isinstance(fact, Sentence) else str(fact)
    return text.encode("utf-8", "backslashreplace").decode()  # a file's name may hold anything
