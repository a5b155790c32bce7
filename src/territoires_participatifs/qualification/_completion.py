"""Completion: who is entitled to which certificate, by the terms of the cycle, and why."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final, final

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
from territoires_participatifs.qualification._presence import (
    Presence,
    length_or_one,
    memberships,
    presence,
    whole_of,
)
from territoires_participatifs.qualification._sessions import (
    SessionKind,
    SessionStatus,
    TrainingSession,
)
from territoires_participatifs.values.quantities import Rate
from territoires_participatifs.values.ternary import Ternary, all_of
from territoires_participatifs.values.texts import EntityId

_ALL: Final = 100


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
    reasons: tuple[CompletionReason, ...]

    @property
    def entitled(self) -> Ternary:
        """Whether the person is entitled to it: if every reason says so."""
        return all_of(each.answer for each in self.reasons)


def completion(cohort: Cohort, cycle: QualificationCycle | None = None) -> tuple[Entitlement, ...]:
    """Tell for each person of a cohort to which certificates they are entitled, and why.

    There is an answer for each terms of the cycle, and for each certificate that it gives on
    terms that are unknown. Yes and no are sure: a list of sessions that isn't said complete
    may still grow, and whose presence is unknown may have come.

    :param cycle: the cycle that the cohort follows; without it, its terms are unknown.

    >>> from territoires_participatifs.qualification import Attendance
    >>> from territoires_participatifs.values import Count
    >>> cohort = Cohort(
    ...     id="cohort-2025",
    ...     sessions=(TrainingSession(id="day-1", half_days=Count(2)),),
    ...     sessions_complete=Ternary.YES,
    ...     attendances=(Attendance(session="day-1", person="p-7f3a", present=Ternary.YES),),
    ... )
    >>> terms = CompletionTerms(share=Rate("100"), wording="présence à toutes les dates")
    >>> (told,) = completion(cohort, QualificationCycle(id="cycle", terms=(terms,)))
    >>> told.entitled, told.reasons[0].in_words("en")
    (<Ternary.YES: 'yes'>, 'Present for 2 half-days of 2; 100% is asked.')
    """
    return tuple(
        _entitlement(cohort, person, certificate, terms)
        for person in persons_of(cohort)
        for certificate, terms in _offers(cycle)
    )


def persons_of(cohort: Cohort) -> tuple[EntityId, ...]:
    """Return the pseudonyms of those in a team or said to have come, each once, in order."""
    teams = (each.person.id for _, each in memberships(cohort) if each.person is not None)
    came = (each.person for each in cohort.attendances or ())
    return tuple(dict.fromkeys([*teams, *came]))


def counted(cohort: Cohort, terms: CompletionTerms) -> tuple[TrainingSession, ...]:
    """Return the sessions that count for terms.

    Those that the terms name, or else all but the optional ones and the days of the network;
    never those that were cancelled or whose place another session takes.
    """
    void = {each.replaces for each in cohort.sessions or ()}
    there = [e for e in cohort.sessions or () if e.id not in void and not is_cancelled(e)]
    if terms.sessions is not None:
        return tuple(each for each in there if each.id in terms.sessions)
    return tuple(e for e in there if not (e.optional.is_yes or e.kind is SessionKind.NETWORK_DAY))


def is_cancelled(session: TrainingSession) -> bool:
    """Whether a session doesn't take place, anywhere."""
    held = [each.status for each in session.occurrences or ()]
    nowhere = bool(held) and set(held) == {SessionStatus.CANCELLED}
    return session.status is SessionStatus.CANCELLED or nowhere


def _offers(
    cycle: QualificationCycle | None,
) -> Iterator[tuple[CertificateKind | None, CompletionTerms | None]]:
    """Yield each certificate, or the completion itself, with its terms; None if unknown."""
    terms = () if cycle is None else cycle.terms or ()
    told = {each.certificate for each in terms}
    yield from ((each.certificate, each) for each in terms)
    others = [] if cycle is None else [e for e in cycle.certificates or () if e not in told]
    yield from ((each, None) for each in others)
    if not terms and not others:
        yield None, None


def _entitlement(
    cohort: Cohort, person: EntityId, kind: CertificateKind | None, terms: CompletionTerms | None
) -> Entitlement:
    seats = (s.id for s, e in memberships(cohort) if e.person is not None and e.person.id == person)
    return Entitlement(
        person=person,
        seats=tuple(dict.fromkeys(seats)),
        certificate=kind,
        reasons=tuple(_reasons(cohort, person, terms)),
    )


def _reasons(
    cohort: Cohort, person: EntityId, terms: CompletionTerms | None
) -> Iterator[CompletionReason]:
    if terms is None:
        yield CompletionReason(Ternary.UNDETERMINED, "terms-unknown")
        return
    if terms.share is not None:
        yield _came(cohort, person, terms, terms.share)
    for each in terms.achievements:
        yield _achieved(cohort, person, each)
    if terms.share is None and not terms.achievements:
        facts: dict[str, object] = {"wording": terms.wording or "…"}
        yield CompletionReason(Ternary.UNDETERMINED, "terms-in-words", facts)


def _came(
    cohort: Cohort, person: EntityId, terms: CompletionTerms, share: Rate
) -> CompletionReason:
    """Tell whether a person came to the share of the half-days that is asked."""
    sessions = counted(cohort, terms)
    presences = [presence(cohort, person, each) for each in sessions]
    answer = _enough(presences, share)
    sure = answer.is_no and share.percent >= _ALL  # who missed one date has missed it for good
    if not sessions or (_may_grow(cohort, terms) and not sure):
        return CompletionReason(Ternary.UNDETERMINED, "sessions-open", {"share": share})
    facts: dict[str, object] = {
        "least": sum(each.least for each in presences),
        "most": sum(each.most for each in presences),
        "half_days": sum(length_or_one(each.half_days) for each in presences),
        "share": share,
    }
    return CompletionReason(answer, _presence_code(presences, answer), facts)


def _presence_code(presences: Sequence[Presence], answer: Ternary) -> str:
    if any(each.half_days is None for each in presences):
        return f"sessions-{answer.value}"
    sure = all(each.least == each.most for each in presences)
    return "presence" if sure else "presence-unsure"


def _may_grow(cohort: Cohort, terms: CompletionTerms) -> bool:
    """Whether sessions that count may be missing from the list."""
    if terms.sessions is None:
        return not cohort.sessions_complete.is_yes
    known = {each.id for each in cohort.sessions or ()}
    return not known.issuperset(terms.sessions)


def _enough(presences: Sequence[Presence], share: Rate) -> Ternary:
    """Tell whether somebody came to a share of the half-days."""
    least, most = sum(e.least for e in presences), sum(e.most for e in presences)
    asked = Fraction(share.percent) / _ALL
    if asked >= 1 or any(each.half_days is None for each in presences):
        whole = whole_of(presences)
        return whole if asked >= 1 or whole.is_yes else Ternary.UNDETERMINED
    wanted = asked * sum(length_or_one(each.half_days) for each in presences)
    if least < wanted <= most:
        return Ternary.UNDETERMINED
    return Ternary.of(least >= wanted)


def _achieved(cohort: Cohort, person: EntityId, kind: AchievementKind) -> CompletionReason:
    """Tell whether a person, or the person's team, handed in or passed something."""
    own = {s.id for s, e in memberships(cohort) if e.person is not None and e.person.id == person}
    told = {
        each.achieved
        for each in cohort.achievements or ()
        if each.kind is kind
        and (each.person == person or (each.person is None and each.seat in own))
    }
    if cohort.achievements == ():
        told = {Ternary.NO}
    answer = told.pop() if len(told) == 1 else Ternary.UNDETERMINED
    return CompletionReason(answer, f"achieved-{answer.value}", {"what": Labelled(kind)})
