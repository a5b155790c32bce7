"""Completion: who is entitled to which certificate, by the terms of the cycle, and why."""

from collections.abc import Iterator, Mapping
from typing import final

from attrs import field, frozen

from territoires_participatifs.labels import Labelled
from territoires_participatifs.language import Language, Sentence
from territoires_participatifs.qualification._cohorts import Cohort
from territoires_participatifs.qualification._cycles import (
    AchievementKind,
    CertificateKind,
    CompletionTerms,
    QualificationCycle,
)
from territoires_participatifs.qualification._known import is_unsettled
from territoires_participatifs.qualification._presence import Sheet
from territoires_participatifs.qualification._shares import came_to_share
from territoires_participatifs.values.partial_dates import surely_before
from territoires_participatifs.values.quantities import Rate
from territoires_participatifs.values.ternary import Ternary, all_of
from territoires_participatifs.values.texts import EntityId


@final
@frozen
class CompletionReason:
    """One thing that terms ask of a person, and whether it is there.

    >>> reason = CompletionReason(Ternary.UNDETERMINED, "terms-unknown")
    >>> reason.in_words("en")
    'On what terms the cycle is completed is unknown.'
    """

    answer: Ternary
    code: str
    """The key of its sentence in the catalogues."""
    facts: Mapping[str, object] = field(factory=dict[str, object])

    def in_words(self, language: Language) -> str:
        """Return the reason as a sentence."""
        return Sentence("completion", self.facts, self.code).in_words(language)


@final
@frozen(kw_only=True)
class Entitlement:
    """Whether one person is entitled to one certificate: yes, no, or not to be told, and why."""

    person: EntityId
    """The pseudonym of the person."""
    seats: tuple[EntityId, ...] = ()
    """The seats whose teams the person is or was in."""
    certificate: CertificateKind | None = None
    """The certificate; None stands for having followed the cycle."""
    complete: Ternary = Ternary.UNDETERMINED
    """Whether the terms are known to ask nothing else."""
    reasons: tuple[CompletionReason, ...]

    @property
    def entitled(self) -> Ternary:
        """Whether the person is entitled to it: if every reason says so."""
        return all_of(each.answer for each in self.reasons)


def completion(cohort: Cohort, cycle: QualificationCycle | None = None) -> tuple[Entitlement, ...]:
    """Tell for each person of a cohort to which certificates they are entitled, and why.

    There is an answer for each terms of the cycle, and for each certificate that it gives on
    terms that are unknown. No is sure, and so is yes by the terms that are told: whether they
    ask nothing else stands in ``complete``. A list of sessions that isn't said complete may
    still grow; whether a session counts is unknown if nobody says what it is for or whether it
    is optional; who is not told to have been absent may have come; and what sources
    contradict each other on settles nothing.

    :param cycle: the cycle that the cohort follows; without it, its terms are unknown.

    >>> from territoires_participatifs.qualification import Attendance, TrainingSession
    >>> from territoires_participatifs.values import Count
    >>> day = TrainingSession(id="day-1", half_days=Count(2), optional=Ternary.NO)
    >>> cohort = Cohort(
    ...     id="cohort-2025",
    ...     sessions=(day,),
    ...     sessions_complete=Ternary.YES,
    ...     attendances=(Attendance(session="day-1", person="p-7f3a", present=Ternary.YES),),
    ... )
    >>> terms = CompletionTerms(share=Rate("100"), wording="présence à toutes les dates")
    >>> (told,) = completion(cohort, QualificationCycle(id="cycle", terms=(terms,)))
    >>> told.entitled, told.reasons[0].in_words("en")
    (<Ternary.YES: 'yes'>, 'Present for 2 half-days of 2; 100% is asked.')
    """
    sheet = Sheet(cohort)
    offers = list(_offers(cycle))
    return tuple(
        _Person(cohort, sheet, person).entitlement(certificate, terms, settled=settled)
        for person in sheet.persons
        for certificate, terms, settled in offers
    )


def _offers(
    cycle: QualificationCycle | None,
) -> Iterator[tuple[CertificateKind | None, CompletionTerms | None, bool]]:
    """Yield each certificate, or completion itself, with its terms, and whether they are settled."""
    terms = () if cycle is None else cycle.terms or ()
    told = {each.certificate for each in terms}
    for index, each in enumerate(terms):
        yield each.certificate, each, not is_unsettled(cycle, f"/terms/{index}")
    others = [] if cycle is None else [e for e in cycle.certificates or () if e not in told]
    yield from ((each, None, True) for each in others)
    if not terms and not others:
        yield None, None, True


@final
@frozen
class _Person:
    """One person of a cohort, held against terms."""

    cohort: Cohort
    sheet: Sheet
    person: EntityId

    def entitlement(
        self, certificate: CertificateKind | None, terms: CompletionTerms | None, *, settled: bool
    ) -> Entitlement:
        """Return whether the person is entitled to a certificate."""
        reasons = [*self._reasons(terms)] if settled else [_open("terms-unsettled")]
        seats = dict.fromkeys(seat.id for seat, _ in self.sheet.teams(self.person))
        return Entitlement(
            person=self.person,
            seats=tuple(seats),
            certificate=certificate,
            complete=Ternary.UNDETERMINED if terms is None else terms.complete,
            reasons=tuple(reasons),
        )

    def _reasons(self, terms: CompletionTerms | None) -> Iterator[CompletionReason]:
        if terms is None:
            yield _open("terms-unknown")
            return
        if terms.share is not None:
            yield self._came(terms, terms.share)
        for each in terms.achievements:
            yield self._achieved(each)
        if terms.complete.is_no or (terms.share is None and not terms.achievements):
            yield _open("terms-in-words", wording=terms.wording or "…")

    def _came(self, terms: CompletionTerms, share: Rate) -> CompletionReason:
        answer, code, facts = came_to_share(self.cohort, self.sheet, self.person, terms, share)
        return CompletionReason(answer, code, facts)

    def _achieved(self, kind: AchievementKind) -> CompletionReason:
        """Tell whether the person, or the team while they were in it, did something.

        Whoever did it once has done it, whatever was tried before.
        """
        told = [
            Ternary.UNDETERMINED if is_unsettled(self.cohort, f"/achievements/{index}") else answer
            for index, answer in self._attempts(kind)
        ]
        failed = self.cohort.achievements == () or (bool(told) and all(e.is_no for e in told))
        answer = Ternary.of(False if failed else (Ternary.YES in told) or None)
        return CompletionReason(answer, f"achieved-{answer.value}", {"what": Labelled(kind)})

    def _attempts(self, kind: AchievementKind) -> Iterator[tuple[int, Ternary]]:
        """Yield what the person did or failed to do, and the team, with the index."""
        teams = self.sheet.teams(self.person)
        for index, each in enumerate(self.cohort.achievements or ()):
            there = [e for seat, e in teams if each.person is None and seat.id == each.seat]
            left = there and all(surely_before(e.until, each.on) for e in there)
            if each.kind is kind and (each.person == self.person or (there and not left)):
                yield index, each.achieved


def _open(code: str, **facts: object) -> CompletionReason:
    return CompletionReason(Ternary.UNDETERMINED, code, facts)
