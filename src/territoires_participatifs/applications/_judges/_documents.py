"""How demands on the documents of an application are judged."""

from collections.abc import Iterator
from typing import Final, NamedTuple, final

from territoires_participatifs.applications._judges._answers import (
    Answer,
    fact_found,
    joined,
    lacks,
)
from territoires_participatifs.applications._judges._facts import Facts, Known
from territoires_participatifs.applications._judges._words import folded
from territoires_participatifs.applications._model import Application, ApplicationStatus
from territoires_participatifs.applications._projects import Document
from territoires_participatifs.applications._results import (
    ComparedFact,
    MissingFact,
    Settler,
)
from territoires_participatifs.calls import Call, DocumentDemand, PreviousReportDemand
from territoires_participatifs.values.bounds import count_fits
from territoires_participatifs.values.quantities import Count, Exactness
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary, all_of

_ONE: Final = Count(1, Exactness.AT_LEAST)


def judge_document(demand: DocumentDemand, facts: Facts) -> Answer:
    """Count the documents of the application that are what is asked, and their pages."""
    if not demand.kinds:
        return lacks("asked-documents", "/documents", Settler.PERSON)
    documents = facts.application.documents
    if documents is None:
        return lacks("documents", "/documents")
    titles = tuple(map(folded, demand.titles))
    held = [
        _Held(f"/documents/{index}", each, _is_titled(each, titles), _is_signed(each, demand))
        for index, each in enumerate(documents)
        if each.kind in demand.kinds
    ]
    return _together(demand, [each for each in held if not each.titled.is_no])


@final
class _Held(NamedTuple):
    """A document of the right kind, which may be one that is asked."""

    place: str
    document: Document
    titled: Ternary
    signed: Ternary

    @property
    def counts(self) -> Ternary:
        """Whether it is one of those that are asked."""
        return self.titled & self.signed

    def fits(self, pages: Count) -> Ternary:
        """Whether it has the pages that it may have, if it is one of those that are asked."""
        return ~self.titled | count_fits(pages, self.document.pages)

    def gaps(self, pages: Count | None) -> Iterator[MissingFact]:
        """Yield what is missing to tell all that."""
        if self.titled.is_undetermined:
            yield from lacks("document-title", f"{self.place}/title").missing
        if self.signed.is_undetermined:
            yield from lacks("signed", f"{self.place}/signed").missing
        if pages is not None and self.fits(pages).is_undetermined:
            yield from lacks("pages", f"{self.place}/pages").missing


def _is_titled(document: Document, titles: tuple[str, ...]) -> Ternary:
    """Whether the title of a document holds the words of one of some titles."""
    if not titles:
        return Ternary.YES
    if document.title is None:
        return Ternary.UNDETERMINED
    title = f" {folded(document.title)} "
    return Ternary.of(any(f" {each} " in title for each in titles))


def _is_signed(document: Document, demand: DocumentDemand) -> Ternary:
    if not demand.signed.is_yes or document.signed is not None:
        return Ternary.YES
    return Ternary.UNDETERMINED


def _together(demand: DocumentDemand, held: list[_Held]) -> Answer:
    counts = [each.counts for each in held]
    sure = sum(each.is_yes for each in counts)
    found = Count(sure, Exactness.BETWEEN, len(held)) if sure < len(held) else Count(sure)
    pages = [] if demand.pages is None else [each.fits(demand.pages) for each in held]
    met = all_of((count_fits(demand.number or _ONE, found), *pages))
    gaps = tuple(gap for each in held for gap in each.gaps(demand.pages))
    undecided = lacks("asked-documents", "/documents", Settler.PERSON).missing
    counted = fact_found(name="documents", count=found, place="/documents")
    read = _read(held) if pages else ()
    seen = tuple(each.place for each in held) or ("/documents",)
    return Answer(met, (counted, *read), gaps or undecided, seen)


def _read(held: list[_Held]) -> tuple[ComparedFact, ...]:
    """Return the pages of each document, as far as they are told."""
    return tuple(
        fact_found(
            name="pages",
            subject=each.document.title,
            count=each.document.pages,
            place=f"{each.place}/pages",
        )
        for each in held
        if each.document.pages is not None
    )


def judge_previous_report(demand: PreviousReportDemand, facts: Facts) -> Answer:
    """Look for the report of what was funded before, if anything was."""
    renewal = facts.application.renewal
    told = fact_found(name="renewal", answer=renewal, place="/renewal")
    if renewal.is_no:
        return Answer(Ternary.YES, (told,), seen=("/renewal",))
    brought = judge_document(DocumentDemand(kinds=demand.kinds), facts)
    if renewal.is_yes:
        known = Answer(Ternary.YES, (told,), seen=("/renewal",))
        return joined(brought.met, [known, brought])
    if brought.met.is_yes:
        return brought
    before = facts.known is not None and _was_selected(facts, facts.known)
    if not before:
        return joined(Ternary.UNDETERMINED, [brought, lacks("renewal", "/renewal")])
    found = fact_found(name="renewal", answer=Ternary.YES)
    return joined(brought.met, [Answer(Ternary.YES, (found,)), brought])


def _was_selected(facts: Facts, known: Known) -> bool:
    """Whether the applicant was selected for an earlier edition of the call."""
    applicant = facts.application.applicant
    return applicant is not None and any(
        isinstance(each, Application)
        and each.call == Ref(edition.id)
        and each.applicant == applicant
        and each.status is ApplicationStatus.SELECTED
        for edition in _editions(facts.call, known)
        for each in known.referrers.get(edition.id, ())
    )


def _editions(call: Call, known: Known) -> Iterator[Call]:
    """Yield the editions before a call, the latest first, and each once."""
    seen = {call.id}
    before = call.follows
    while before is not None and before.id not in seen:
        seen.add(before.id)
        found = known.by_id.get(before.id)
        if not isinstance(found, Call):
            return
        yield found
        before = found.follows
