"""Rules on the money that laureates receive: within the envelope, and within the cap."""

from collections.abc import Iterable
from typing import Final

from territoires_participatifs.budgets import AidKind, Envelope, Unit
from territoires_participatifs.calls import AidTerms, Call
from territoires_participatifs.checks import (
    Context,
    EventKind,
    Fault,
    Moment,
    Severity,
    fault,
    rule,
)
from territoires_participatifs.laureates._contradictions import LIMITED, is_contested
from territoires_participatifs.laureates._laureates import Benefit, Laureate, LaureateStatus
from territoires_participatifs.organisations import Organisation
from territoires_participatifs.sources import Source
from territoires_participatifs.values.money import Amount
from territoires_participatifs.values.quantities import Exactness
from territoires_participatifs.values.references import Ref

_FUND: Final = Source(
    id="ftap-2022",
    title="Fonds pour la transformation de l'action publique, 2022 : 80 M€, règle déduite",
    url="https://www.modernisation.gouv.fr/presse/80-millions-deuros-pour-accelerer-la-transformation-publique",
)
_CAPS: Final = Source(
    id="pat-2022",
    title="Projets alimentaires territoriaux, appel de 2022 : 100 000 € au plus, ou 70 000 € selon le volet",
    url="https://banquedesterritoires.fr/projets-alimentaires-territoriaux-un-nouvel-appel-projets-est-ouvert-jusquau-9-janvier-2023",
)

_MONEY: Final = frozenset(
    {
        AidKind.GRANT,
        AidKind.REPAYABLE_ADVANCE,
        AidKind.LOAN,
        AidKind.EQUITY,
        AidKind.PRIZE,
        AidKind.ENDOWMENT,
    }
)

_FALLEN: Final = frozenset(
    {
        LaureateStatus.DECLINED,
        LaureateStatus.WITHDRAWN_BY_FUNDER,
        LaureateStatus.LAPSED,
        LaureateStatus.TERMINATED,
        LaureateStatus.TRANSFERRED,
    }
)
"""Laureates whose money may have gone to others."""

_LEAST: Final = frozenset(
    {Exactness.EXACT, Exactness.AT_LEAST, Exactness.MORE_THAN, Exactness.BETWEEN}
)
"""Sums that the true one is not below."""


@rule(
    "LAU007",
    "call.awards-exceed-the-envelope",
    on=Call,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_FUND,),
    since="26.1",
)
def awards_exceed_the_envelope(call: Call, context: Context) -> Iterable[Fault]:
    """The laureates of a call receive no more money than the one envelope that is for all.

    The money of a funder that takes no part in the call does not count, nor that of laureates
    who fell out. Silent across currencies and tax bases, where a sum is not exact, where the
    envelope changed, and where the sources contradict each other on it.
    """
    changed = any(each.kind is EventKind.ENVELOPE_CHANGED for each in call.history)
    whole = [(i, e) for i, e in enumerate(call.envelopes or ()) if not _is_for_a_part(e)]
    if changed or is_contested(call, "/envelopes") or len(whole) != 1:
        return
    index, envelope = whole[0]
    granted = _granted(call, envelope, context)
    if granted is not None:
        yield fault("envelopes", index, "amount", granted=granted, envelope=envelope.amount)


def _granted(call: Call, envelope: Envelope, context: Context) -> Amount | None:
    """Return the money that is granted, if it exceeds an envelope."""
    limit = envelope.amount
    if limit is None or limit.exactness not in LIMITED:
        return None
    unit, payers = Unit.of(limit), _payers(call, envelope)
    awards = (e.amount for e in _benefits(call, context) if e.funder is None or e.funder in payers)
    total = unit.total(each for each in awards if unit.fits(each))
    return total if total is not None and total.money > limit.money else None


def _is_for_a_part(envelope: Envelope) -> bool:
    within = envelope.tracks or envelope.rounds or envelope.territories
    return bool(within) or envelope.period is not None or envelope.share is not None


def _payers(call: Call, envelope: Envelope) -> set[Ref[Organisation] | None]:
    contributors = {each.funder for each in envelope.contributions or ()}
    return contributors | {each.organisation for each in call.participations or ()}


def _benefits(call: Call, context: Context) -> list[Benefit]:
    """Return the money that the laureates of a call receive, less those who fell out."""
    found = (each for each in context.referring(call.id) if isinstance(each, Laureate))
    laureates = [each for each in found if each.call == Ref(call.id)]
    left = {each.succeeds for each in laureates}
    kept = (e for e in laureates if e.status not in _FALLEN and Ref(e.id) not in left)
    return [e for each in kept for e in each.benefits or () if e.kind in _MONEY]


@rule(
    "LAU008",
    "laureate.above-the-cap",
    on=Laureate,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_CAPS,),
    since="26.1",
)
def above_the_cap(laureate: Laureate, context: Context) -> Iterable[Fault]:
    """The money that a laureate receives is not above the cap of the only terms for it.

    Silent where several terms may apply, or none for sure; where a bonus may be added; across
    currencies and tax bases; and where a requirement was waived for the laureate.
    """
    call = None if laureate.call is None else context.find(laureate.call.id)
    waived = any(each.code is None for each in laureate.waivers)  # by code, the book lifts it
    if not isinstance(call, Call) or waived:
        return
    for index, each in enumerate(laureate.benefits or ()):
        cap = _cap(each, laureate, call)
        if cap is not None and each.amount is not None and _is_above(each.amount, cap):
            yield fault("benefits", index, "amount", amount=each.amount, cap=cap)


def _cap(benefit: Benefit, laureate: Laureate, call: Call) -> Amount | None:
    """Return the most that a benefit may be by the only terms for it, which surely apply."""
    kinds = _MONEY & {benefit.kind}
    possible = [e for e in call.aid or () if kinds and _may_apply(e, benefit, laureate, call)]
    if len(possible) == 1 and _surely_applies(possible[0], laureate):
        return possible[0].cap
    return None


def _may_apply(terms: AidTerms, benefit: Benefit, laureate: Laureate, call: Call) -> bool:
    nested = any(each.part_of is not None for each in call.tracks or ())
    told = bool(terms.tracks and laureate.tracks) and not nested
    other_tracks = told and set(terms.tracks).isdisjoint(laureate.tracks)
    other_round = bool(terms.rounds and laureate.round) and laureate.round not in terms.rounds
    return terms.aid in {None, benefit.kind} and not other_tracks and not other_round


def _surely_applies(terms: AidTerms, laureate: Laureate) -> bool:
    conditional = bool(terms.applicants or terms.bonuses) or terms.when is not None
    tracks, rounds = set(laureate.tracks), {laureate.round}
    in_tracks = not terms.tracks or (bool(tracks) and tracks <= set(terms.tracks))
    in_rounds = not terms.rounds or rounds <= set(terms.rounds)
    return in_tracks and in_rounds and not conditional and terms.period is None


def _is_above(amount: Amount, cap: Amount) -> bool:
    alike = Unit.of(amount) == Unit.of(cap)
    known = amount.exactness in _LEAST and cap.exactness in LIMITED
    return alike and known and amount.money > cap.money
