"""Findings: what is wrong, where, and what to do; and reports, which gather them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import total_ordering
from typing import final

from attrs import evolve, field, frozen

from territoires_participatifs.errors import TerritoiresError
from territoires_participatifs.labels import label
from territoires_participatifs.language import LANGUAGES, Language, sentence, spoken, word
from territoires_participatifs.sources import Source


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

    @property
    def pointer(self) -> str:
        """Where it stands, as a JSON pointer into the document."""
        return self.place.pointer

    def title(self, language: Language = "en") -> str:
        """Return the name of the trouble."""
        return sentence(self.code, self.facts, language, "title")

    def message(self, language: Language = "en") -> str:
        """Return what is wrong, with the values found."""
        return sentence(self.code, self.facts, language)

    def remedy(self, language: Language = "en") -> str:
        """Return what to do about it."""
        return sentence(self.code, self.facts, language, "remedy")

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
            "facts": {name: spoken(fact, "en") for name, fact in self.facts.items()},
            "title": {each: self.title(each) for each in LANGUAGES},
            "message": {each: self.message(each) for each in LANGUAGES},
            "remedy": {each: self.remedy(each) for each in LANGUAGES},
            "sources": [each.title for each in self.sources],
        }

    def render(self, language: Language = "en") -> str:
        """Return the finding as a paragraph for people."""
        rows = {
            "where": self._where(language),
            "what": self.message(language),
            "remedy": self.remedy(language),
            "source": ", ".join(each.title for each in self.sources),
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


@final
@frozen(weakref_slot=False)
class Report(Sequence[Finding]):
    """Every finding on a document, in the order of the document, then of the codes.

    >>> report = Report((Finding(code="VAL001", place=Place(pointer="/calls/0/edition")),))
    >>> report.by_field("/calls/0", "en")
    {'/edition': ['The text is empty or blank. Write the text, or leave the field out if it is unknown.']}
    """

    findings: tuple[Finding, ...] = ()

    def __len__(self) -> int:
        return len(self.findings)

    def __getitem__(self, index: int) -> Finding:  # type: ignore[override]  # no slices: .findings has them
        return self.findings[index]

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __add__(self, other: "Report") -> "Report":
        return Report(self.findings + other.findings)

    @property
    def codes(self) -> frozenset[str]:
        """The codes found."""
        return frozenset(each.code for each in self.findings)

    @property
    def worst(self) -> Severity | None:
        """The gravest severity found; None if nothing was."""
        return max((each.severity for each in self.findings), default=None)

    def count(self, value: object) -> int:
        """Return how many findings have that severity."""
        return sum(each.severity is value for each in self.findings)

    def reaches(self, severity: Severity) -> bool:
        """Whether some finding is at least that grave."""
        return self.worst is not None and self.worst >= severity

    def under(self, pointer: str) -> "Report":
        """Return the findings at a place of the document or inside it."""
        return Report(
            tuple(
                each
                for each in self.findings
                if each.pointer == pointer or each.pointer.startswith(f"{pointer}/")
            )
        )

    def by_field(self, prefix: str = "", language: Language = "en") -> dict[str, list[str]]:
        """Return what to show beside each field of a form, by pointer relative to the prefix."""
        beside: dict[str, list[str]] = {}
        for each in self.under(prefix):
            said = f"{each.message(language)} {each.remedy(language)}"
            beside.setdefault(each.pointer.removeprefix(prefix), []).append(said)
        return beside

    def in_file(self, name: str | None) -> "Report":
        """Return the same findings with the name of their file."""
        named = (evolve(each, place=evolve(each.place, file=name)) for each in self.findings)
        return Report(tuple(named))

    def to_dict(self) -> dict[str, object]:
        """Return the report as JSON types."""
        return {
            "summary": {each.value: self.count(each) for each in reversed(Severity)},
            "findings": [each.to_dict() for each in self.findings],
        }

    def summary(self, language: Language = "en") -> str:
        """Return the numbers of findings as a sentence.

        >>> Report().summary("fr")
        'Aucune anomalie.'
        """
        if not self.findings:
            return sentence("report", {}, language, "nothing")
        facts: dict[str, object] = {each.value: self.count(each) for each in Severity}
        return sentence("report", facts, language, "summary")

    def render(self, language: Language = "en") -> str:
        """Return the report as text for people."""
        paragraphs = [each.render(language) for each in self.findings]
        return "\n\n".join([*paragraphs, self.summary(language)])


@final
@frozen(eq=False, str=False)
class Refused(TerritoiresError):
    """A document can't be built; the report says why, and where."""

    report: Report

    def __str__(self) -> str:
        return self.report.render("en")


def in_order(findings: Iterable[Finding], order: Mapping[str, int]) -> Report:
    """Return a report sorted by place in the document, then by code.

    :param order: the rank of each pointer; a pointer without one takes its parent's.
    """

    def rank(finding: Finding) -> tuple[int, str]:
        pointer = finding.pointer
        while pointer and pointer not in order:
            pointer = pointer.rpartition("/")[0]
        return order.get(pointer, 0), finding.code

    return Report(tuple(sorted(findings, key=rank)))
