"""Rules on decisions: their days, their figures, their marks, and the reasons of refusals."""

from collections.abc import Iterable, Sequence
from typing import Final

from territoires_participatifs.calls import Call
from territoires_participatifs.checks import (
    Context,
    Event,
    EventKind,
    Fault,
    Moment,
    Severity,
    fault,
    rule,
)
from territoires_participatifs.language import Sentence
from territoires_participatifs.laureates._contradictions import LIMITED, is_contested
from territoires_participatifs.laureates._decisions import Decision, Ruling, Verdict
from territoires_participatifs.laureates._laureates import Laureate
from territoires_participatifs.sources import Source
from territoires_participatifs.values.deadlines import Deadline, DeadlineKind
from territoires_participatifs.values.numbers import Number
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.references import Ref

_REFUSALS: Final = Source(
    id="casf-r313",
    title="Code de l'action sociale et des familles, articles R313-4 et suivants : refus préalable motivé",
    url="https://www.legifrance.gouv.fr/affichCode.do?idSectionTA=LEGISCTA000022525567&cidTexte=LEGITEXT000006074069&dateTexte=20191109",
)
_REASONS: Final = Source(
    id="fabriques-2020",
    title="Fabriques de territoire (ANCT), 3e vague : représenter un dossier selon les raisons du refus",
    url="https://agence-cohesion-territoires.gouv.fr/260-projets-en-lice-pour-la-3e-vague-de-candidatures-aux-fabriques-de-territoire-183",
)
_BY_WAVE: Final = Source(
    id="quartiers-fertiles",
    title="Quartiers fertiles (ANRU), lauréats annoncés après la clôture de chaque vague, ordre déduit",
    url="https://www.banquedesterritoires.fr/les-quartiers-fertiles-annonce-des-25-derniers-laureats-de-lappel-projets",
)
_COUNTED: Final = Source(
    id="fabriques-2021",
    title="Fabriques de territoire (ANCT) : 30 lauréats au plus par vague, 29 annoncés, règle déduite",
    url="https://banquedesterritoires.fr/fabriques-de-territoires-prochaine-echeance-de-lami-fixee-au-30-juin-2021",
)
_MARKED: Final = Source(
    id="impact-2024",
    title="Impact 2024, édition 2021 : notation par critère, règle déduite",
    url="https://crosauvergnerhonealpes.fr/appel-a-projets-impact-2024-edition-2021",
)

_MOVED: Final = frozenset({EventKind.CLOSED_EARLY, EventKind.EXTENDED, EventKind.REOPENED})
"""What may leave a decision before the deadline that is held: it was another one then."""

_LOWEST: Final = Number(0)


@rule(
    "LAU004",
    "ruling.refused-without-reason",
    on=Ruling,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_REFUSALS, _REASONS),
    since="26.1",
)
def refused_without_reason(ruling: Ruling, _: Context) -> Iterable[Fault]:
    """A refusal gives its reason, so that the applicant may apply again.

    Silent where the words of the source are quoted: they may hold it.
    """
    quoted = ruling.quote is not None and ruling.quote.text is not None
    if ruling.verdict is Verdict.REJECTED and ruling.reason is None and not quoted:
        yield fault("verdict", application=ruling.application)


@rule(
    "LAU005",
    "decision.before-the-deadline",
    on=Decision,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_BY_WAVE,),
    since="26.1",
)
def before_the_deadline(decision: Decision, context: Context) -> Iterable[Fault]:
    """A decision does not come before the deadline of all the rounds that it is on.

    Without rounds, that of the call counts. Silent where files are taken up as they come or
    until the funds run out, where a deadline was moved, where the stages of the call may
    have deadlines of their own, and where the dates are too imprecise to tell.
    """
    ends = _ends(decision, context)
    for name, day in (("decided", decision.decided), ("announced", decision.announced)):
        if day is not None and ends and all(day.before(each).is_yes for each in ends):
            first = min(ends, key=lambda each: each.sort_key)
            yield fault(name, day=day, deadline=first)


def _ends(decision: Decision, context: Context) -> list[PartialDate]:
    """Return the last days to answer what a decision is on; none if one can't be told."""
    call = None if decision.call is None else context.find(decision.call.id)
    if not isinstance(call, Call) or decision.stage is not None:
        return []
    if any(each.deadline is not None for each in call.stages or ()):
        return []
    rounds = [each for each in call.rounds or () if each.id in decision.rounds]
    if len(rounds) < len(set(decision.rounds)) or (call.rounds and not rounds):
        return []
    of_rounds = [_end(each.deadline, (*call.history, *each.history)) for each in rounds]
    ends = of_rounds or [_end(call.closes, call.history)]
    known = [each for each in ends if each is not None]
    return known if len(known) == len(ends) else []


def _end(deadline: Deadline | None, history: Sequence[Event]) -> PartialDate | None:
    moved = any(each.kind in _MOVED for each in history)
    if deadline is None or deadline.kind is not DeadlineKind.FIXED or moved:
        return None
    return deadline.day


@rule(
    "LAU006",
    "decision.more-laureates-than-selected",
    on=Decision,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_COUNTED,),
    since="26.1",
)
def more_laureates_than_selected(decision: Decision, context: Context) -> Iterable[Fault]:
    """No more laureates are named than an exact number, or a most, says were selected.

    Those that took the place of another don't count, and those of one application count once.
    Fewer may be named. Silent where the
    sources contradict each other on the number.
    """
    selected = decision.selected
    if selected is None or selected.exactness not in LIMITED:
        return
    named = max(_laureates(decision, context), _selected(decision))
    if named > selected.value and not is_contested(decision, "/selected"):
        yield fault("selected", selected=selected, named=named)


def _laureates(decision: Decision, context: Context) -> int:
    referring = context.referring(decision.id)
    laureates = (each for each in referring if isinstance(each, Laureate))
    selected = (each for each in laureates if each.decision == Ref(decision.id))
    return len({each.application or each for each in selected if not _took_a_place(each)})


def _took_a_place(laureate: Laureate) -> bool:
    promoted = any(each.kind is EventKind.PROMOTED for each in laureate.history)
    return promoted or laureate.succeeds is not None


def _selected(decision: Decision) -> int:
    rulings = decision.rulings or ()
    return len({each.application for each in rulings if each.verdict is Verdict.SELECTED})


@rule(
    "LAU009",
    "score.above-the-scale",
    on=Decision,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_MARKED,),
    since="26.1",
)
def above_the_scale(decision: Decision, context: Context) -> Iterable[Fault]:
    """A mark is between zero and the highest one that the call sets for its criterion."""
    scales = _scales(decision, context)
    for index, review in enumerate(decision.reviews or ()):
        for position, each in enumerate(review.scores or ()):
            highest = scales.get(each.criterion)
            above = highest is not None and each.points > highest
            if above or each.points < _LOWEST:
                most = Sentence("scales", part="untold") if highest is None else highest
                facts = {"points": each.points, "criterion": each.criterion, "highest": most}
                yield fault("reviews", index, "scores", position, "points", **facts)


def _scales(decision: Decision, context: Context) -> dict[str, Number | None]:
    call = None if decision.call is None else context.find(decision.call.id)
    criteria = (call.criteria or ()) if isinstance(call, Call) else ()
    return {each.id: each.scale for each in criteria}
