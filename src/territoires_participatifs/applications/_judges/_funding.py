"""How demands on the funding plan are judged: who pays, and which share."""

from collections.abc import Iterator
from typing import Any, Final

from territoires_participatifs.applications._judges._answers import (
    Answer,
    fact_found,
    joined,
    lacks,
)
from territoires_participatifs.applications._judges._costs import sure_cost
from territoires_participatifs.applications._judges._facts import Facts
from territoires_participatifs.applications._judges._parties import not_told
from territoires_participatifs.applications._judges._rates import COST_OF, range_fits, share_found
from territoires_participatifs.applications._judges._sizes import is_public
from territoires_participatifs.applications._judges._sums import (
    Item,
    bounds_of,
    in_per_cent,
    is_something,
    refined,
    stated,
    unit_of,
)
from territoires_participatifs.applications._results import Settler
from territoires_participatifs.budgets import (
    Contribution,
    ContributionKind,
    ContributionStatus,
    FundingPlan,
)
from territoires_participatifs.calls import Costed, CumulationDemand, FundingDemand
from territoires_participatifs.organisations import Organisation, Role
from territoires_participatifs.values.money import Amount
from territoires_participatifs.values.quantities import Rate, RateBase
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary, all_of, any_of

_FUNDING: Final = "/funding"
_CONTRIBUTIONS: Final = "/funding/contributions"

_GIVING: Final = frozenset(
    {
        Role.ORGANISER,
        Role.FUNDER,
        Role.CO_FUNDER,
        Role.OPERATOR,
        Role.MANAGING_AUTHORITY,
        Role.COMPETENT_AUTHORITY,
    }
)
"""The roles of those that the aid of a call may come from."""

_BASES: Final = frozenset({RateBase.PUBLIC_FINANCING, *COST_OF})
"""What the funding can be shared by."""

_WHOLE_AT: Final = {RateBase.ELIGIBLE_EXPENSE: ("eligible-cost", "/budgets")}
"""What is missing to know the whole, where it is not the total of the plan."""


def _standing(facts: Facts) -> list[tuple[str, Contribution]]:
    """Return the contributions that were not refused, with their places."""
    plan = facts.application.funding
    held = enumerate((plan.contributions or ()) if plan is not None else ())
    standing = [(i, e) for i, e in held if e.status is not ContributionStatus.REFUSED]
    return [(f"{_CONTRIBUTIONS}/{i}", each) for i, each in standing]


def _stands(contribution: Contribution) -> Ternary:
    """Tell whether a contribution was not refused: what others give may have been."""
    given = contribution.kind in {ContributionKind.AID, ContributionKind.OTHER}
    unsure = given and contribution.status is None
    return Ternary.of(None if unsure else contribution.status is not ContributionStatus.REFUSED)


def _untold(facts: Facts) -> list[Answer]:
    """Return what is missing to know all the contributions."""
    plan = facts.application.funding
    if plan is None or plan.contributions is None:
        return [lacks("funding", _FUNDING)]
    if plan.contributions_complete.is_yes:
        return []
    return [lacks("contributions-complete", "/funding/contributions_complete")]


def judge_funding(demand: FundingDemand, facts: Facts) -> Answer:
    """Hold the share of some of the funding against a least and a most."""
    limits = [each for each in (demand.at_least, demand.at_most) if each is not None]
    if not limits:
        return lacks("judgement", _FUNDING, Settler.PERSON)
    plan = facts.application.funding
    if plan is None:
        return joined(Ternary.UNDETERMINED, _untold(facts))
    items = [
        Item(_stands(each) & _is_summed(each, place, demand, facts), each.amount, place)
        for place, each in _standing(facts)
    ]
    answers = [_share(each, demand, items, plan, facts) for each in limits]
    return joined(all_of(each.met for each in answers), answers)


def _share(
    limit: Rate, demand: FundingDemand, items: list[Item], plan: FundingPlan, facts: Facts
) -> Answer:
    """Hold a share against one limit."""
    if limit.base not in _BASES:
        return not_told(_FUNDING)
    whole = _whole(limit.base, plan, facts)
    unit = unit_of((whole, *(each.amount for each in items)))
    complete = plan.contributions is not None and plan.contributions_complete.is_yes
    part = None if unit is None else bounds_of(items, unit, complete=complete)
    share = None if part is None or unit is None else in_per_cent(part, whole, unit)
    if share is None:
        whole_gap = lacks(*_WHOLE_AT.get(limit.base, ("funding-total", "/funding/total")))
        return joined(
            Ternary.UNDETERMINED, [*_untold(facts), *_gaps(demand, plan, facts), whole_gap]
        )
    met = range_fits(*_least_and_most(limit, demand), share)
    gaps = [*_untold(facts), *_gaps(demand, plan, facts)] or [
        lacks("comparable-amount", _CONTRIBUTIONS)
    ]
    told = share_found("funding-share", share, limit.base, _CONTRIBUTIONS)
    return joined(met, gaps)._replace(facts=told, seen=(_CONTRIBUTIONS,))


def _least_and_most(limit: Rate, demand: FundingDemand) -> tuple[Rate | None, Rate | None]:
    return (limit, None) if limit is demand.at_least else (None, limit)


def _gaps(demand: FundingDemand, plan: FundingPlan, facts: Facts) -> Iterator[Answer]:
    """Yield what is missing to know the contributions that are summed up, and their whole."""
    for place, each in _standing(facts):
        summed = _is_summed(each, place, demand, facts)
        if summed.is_undetermined:
            yield lacks("contributor", place)
        if _stands(each).is_undetermined and not (summed.is_no and plan.total is not None):
            yield lacks("contribution-status", f"{place}/status")
        if each.amount is None and not summed.is_no:
            yield lacks("contribution-amount", f"{place}/amount")


def _whole(base: RateBase, plan: FundingPlan, facts: Facts) -> Amount | None:
    """Return what the share is a share of: the plan, its public part, or the eligible base."""
    if base is RateBase.PUBLIC_FINANCING:
        return _sum(facts, plan, public=True)
    if COST_OF.get(base) is Costed.TOTAL:
        return refined(plan.total, _sum(facts, plan, public=False))
    return sure_cost(facts, Costed.ELIGIBLE)


def _sum(facts: Facts, plan: FundingPlan, *, public: bool) -> Amount | None:
    """Return the exact sum of all contributions, or of the public ones, if it can be told."""
    items = [
        Item(
            _stands(e) & (is_contributed_by_public(e, at, facts) if public else Ternary.YES),
            e.amount,
            at,
        )
        for at, e in _standing(facts)
    ]
    unit = unit_of(each.amount for each in items)
    if unit is None:
        return None
    found = stated(bounds_of(items, unit, complete=plan.contributions_complete.is_yes), unit)
    return found if unit.fits(found) else None


def is_contributed_by_public(contribution: Contribution, place: str, facts: Facts) -> Ternary:
    """Tell whether a contribution comes from a public body; what participants pay does not."""
    if contribution.kind is ContributionKind.FEE:
        return Ternary.NO
    own = contribution.kind is ContributionKind.OWN and contribution.funder is None
    party = facts.applicant if own else facts.party(contribution.funder, place)
    return is_public(party.organisation)


def _is_summed(
    contribution: Contribution, place: str, demand: FundingDemand, facts: Facts
) -> Ternary:
    """Tell whether a contribution is one of those that a demand sums up."""
    if demand.kinds and contribution.kind not in demand.kinds:
        return Ternary.NO
    if demand.natures and contribution.nature not in demand.natures:
        return Ternary.NO
    public = Ternary.YES
    if not demand.public.is_undetermined:
        found = is_contributed_by_public(contribution, place, facts)
        public = found if demand.public.is_yes else ~found
    return public & ~_is_of_programmes(contribution, demand)


def _is_of_programmes(contribution: Contribution, demand: FundingDemand) -> Ternary:
    """Tell whether money is of an excluded programme: only aid is of any."""
    given = contribution.kind in {ContributionKind.AID, ContributionKind.OTHER}
    if not demand.excluded or not given:
        return Ternary.NO
    programme = contribution.programme
    return Ternary.of(None if programme is None else programme in demand.excluded)


def judge_cumulation(demand: CumulationDemand, facts: Facts) -> Answer:
    """Tell whether there is no other aid for the project, of some funders or of any."""
    own = givers(facts)
    found = [
        (place, each, _is_refused(each, demand, facts, own)) for place, each in _standing(facts)
    ]
    unsure = [
        gap
        for place, each, met in found
        if met.is_undetermined
        for gap in _doubts(place, each, _is_other_aid(each, demand, facts, own))
    ]
    gaps = [*unsure, *_untold(facts)]
    met = all_of((~any_of(met for *_, met in found), *(each.met for each in gaps)))
    told = tuple(
        fact_found(
            name="other-aid",
            subject=None if each.funder is None else each.funder.id,
            amount=each.amount,
            place=place,
        )
        for place, each, refused in found
        if refused.is_yes
    )
    return joined(met, gaps)._replace(facts=told, seen=(_CONTRIBUTIONS,))


def givers(facts: Facts) -> frozenset[str] | None:
    """Return those that the aid of the call comes from; None if they are not known."""
    told = facts.call.participations
    if told is None:
        return None
    giving = {each.organisation.id for each in told if each.role in _GIVING}
    shares = (e for envelope in facts.call.envelopes or () for e in envelope.contributions or ())
    return frozenset(giving | {each.funder.id for each in shares if each.funder is not None})


def _doubts(place: str, contribution: Contribution, other: Ternary) -> Iterator[Answer]:
    """Yield what is missing to tell whether a contribution may not be there."""
    if other.is_undetermined:
        yield lacks("contributor", place)
    if is_something(contribution.amount).is_undetermined:
        yield lacks("contribution-amount", f"{place}/amount")
    if contribution.status is None:
        yield lacks("contribution-status", f"{place}/status")


def _is_refused(
    contribution: Contribution, demand: CumulationDemand, facts: Facts, own: frozenset[str] | None
) -> Ternary:
    """Tell whether a contribution is an aid that may not be there, and surely is."""
    there = is_something(contribution.amount) & _stands(contribution)
    return there & _is_other_aid(contribution, demand, facts, own)


def _is_other_aid(
    contribution: Contribution, demand: CumulationDemand, facts: Facts, own: frozenset[str] | None
) -> Ternary:
    """Tell whether a contribution is another aid than that of the call.

    Aid of a refused programme is another aid, even from a funder of the call; but not where
    the call is of that programme itself.
    """
    if contribution.kind is not ContributionKind.AID:
        return Ternary.NO
    elsewhere = _is_elsewhere(contribution.funder, own)
    others = tuple(each for each in demand.programmes if each not in (facts.call.programmes or ()))
    by_programme = _is_of(contribution.programme, demand.programmes) & elsewhere
    return (
        _is_of(contribution.programme, others)
        | by_programme
        | (_by(contribution, demand) & elsewhere)
    )


def _is_elsewhere(funder: Ref[Organisation] | None, own: frozenset[str] | None) -> Ternary:
    """Tell whether a funder is none of those that the aid of the call comes from."""
    return Ternary.of(None if funder is None or own is None else funder.id not in own)


def _by(contribution: Contribution, demand: CumulationDemand) -> Ternary:
    """Tell whether an aid is of the funders that are named; if nobody is, it is."""
    if not demand.funders and not demand.programmes:
        return Ternary.YES
    return _is_of(contribution.funder, demand.funders)


def _is_of(ref: Ref[Any] | None, among: tuple[Ref[Any], ...]) -> Ternary:
    if not among:
        return Ternary.NO
    return Ternary.of(None if ref is None else ref in among)
