"""Reports: every finding on a document, counted, sifted, told."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import final

from attrs import evolve, frozen

from territoires_participatifs.checks._findings import Finding, Severity
from territoires_participatifs.errors import TerritoiresError
from territoires_participatifs.language import Language, sentence


@final
@frozen(weakref_slot=False)
class Report(Sequence[Finding]):
    """Every finding on a document, in the order of the document, then of the codes.

    >>> from territoires_participatifs.checks import Place
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
        """The gravest severity found; None if nothing was, or all of it was lifted."""
        return max((each.severity for each in self.standing), default=None)

    @property
    def waived(self) -> "Report":
        """The findings that a waiver lifts."""
        return Report(tuple(each for each in self.findings if each.waiver is not None))

    @property
    def standing(self) -> "Report":
        """The findings that no waiver lifts."""
        return Report(tuple(each for each in self.findings if each.waiver is None))

    def count(self, value: object) -> int:
        """Return how many findings have that severity, less those that were lifted."""
        return sum(each.severity is value and each.waiver is None for each in self.findings)

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
        """Return what to show beside each field of a form, by pointer relative to the prefix.

        What a waiver lifts is not shown: there is nothing to correct.
        """
        beside: dict[str, list[str]] = {}
        for each in self.under(prefix).standing:
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
            "summary": {
                **{each.value: self.count(each) for each in reversed(Severity)},
                "waived": len(self.waived),
            },
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
        lifted = len(self.waived)
        text = sentence("report", facts, language, "summary")
        if not lifted:
            return text
        return sentence("report", {"text": text, "lifted": lifted}, language, "with-waived")

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
