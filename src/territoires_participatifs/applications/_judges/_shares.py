"""How demands on the shares of members are judged, by exact fractions."""

from collections.abc import Sequence
from fractions import Fraction
from functools import partial
from typing import Final, NamedTuple, TypeAlias, final

from territoires_participatifs.applications._judges._answers import (
    Answer,
    fact_found,
    joined,
    lacks,
)
from territoires_participatifs.applications._judges._costs import sum_of, total_of
from territoires_participatifs.applications._judges._facts import Facts, Party
from territoires_participatifs.applications._judges._members import (
    MEMBERS,
    organisations_of,
)
from territoires_participatifs.applications._judges._rates import (
    exactly,
    range_fits,
    share_of,
    shown,
)
from territoires_participatifs.applications._judges._sorts import is_of_kinds
from territoires_participatifs.applications._results import ComparedFact, Settler
from territoires_participatifs.calls import Shared, ShareDemand
from territoires_participatifs.values.bounds import Range
from territoires_participatifs.values.money import Amount
from territoires_participatifs.values.quantities import RateBase
from territoires_participatifs.values.ternary import Ternary, all_of, any_of

_BASES: Final = {
    Shared.EXPENSE: frozenset(
        {RateBase.TOTAL_COST, RateBase.ELIGIBLE_EXPENSE, RateBase.PARTICIPATION}
    ),
    Shared.GRANT: frozenset({RateBase.GRANT}),
}
"""The bases of shares that are told, by what they are shares of."""

Parties: TypeAlias = Sequence[Party]


def judge_share(demand: ShareDemand, facts: Facts) -> Answer:
    """Hold the shares of members, each or together, against a least and a most."""
    if demand.together.is_undetermined:
        return lacks("judgement", MEMBERS, Settler.PERSON)
    rest = facts.unlisted
    whole = _whole(demand, facts)
    found = [
        _Part(
            _id_of(each[0], facts),
            _sort(demand, each, facts),
            _share(demand, each, whole, facts),
            _gap(demand, each, facts),
        )
        for each in map(partial(_there, facts=facts), organisations_of(facts))
        if each
    ]
    if demand.together.is_yes:
        return _together(demand, found, rest)
    answers = [*(_each(demand, each) for each in found), *rest]
    return joined(all_of(each.met for each in answers), answers)


@final
class _Part(NamedTuple):
    """A member: whether the demand is about it, its share, and what is missing to know that."""

    id: str | None
    sort: Answer
    share: Fraction | None
    gap: Answer


def _there(parties: Parties, facts: Facts) -> Parties:
    """Return the parts of an organisation that it may take on the day."""
    return [each for each in parties if not facts.is_member(each).is_no]


def _id_of(party: Party, facts: Facts) -> str | None:
    named = facts.application.applicant if party.member is None else party.member.organisation
    return None if named is None else named.id


def _sort(demand: ShareDemand, parties: Parties, facts: Facts) -> Answer:
    there = [facts.membership(each) for each in parties]
    answers = [joined(any_of(each.met for each in there), there)]
    if demand.kinds:
        answers.append(is_of_kinds(parties[0], demand.kinds))
    return joined(all_of(each.met for each in answers), answers)


def _gap(demand: ShareDemand, parties: Parties, facts: Facts) -> Answer:
    name = "budget" if demand.of is Shared.EXPENSE else "requested"
    return lacks(f"member-{name}", facts.place_of(parties[0], name))


def _whole(demand: ShareDemand, facts: Facts) -> Amount | None:
    """Return what the shares are shares of, if it can be told."""
    if demand.of is Shared.GRANT:
        return facts.application.requested
    parties = _there(facts.members, facts)
    sure = all(facts.is_member(each).is_yes for each in parties)
    known = sure and facts.members_complete.is_yes
    return sum_of(_own(demand, each) for each in parties) if known else None


def _own(demand: ShareDemand, party: Party) -> Amount | None:
    """Return what a member spends or asks for."""
    member = party.member
    if member is None:
        return None
    if demand.of is Shared.GRANT:
        return member.requested
    budget = member.budget
    if budget is None:
        return None
    return budget.eligible if _base(demand) is RateBase.ELIGIBLE_EXPENSE else total_of(budget)


def _base(demand: ShareDemand) -> RateBase:
    limit = demand.at_most or demand.at_least
    return RateBase.UNSPECIFIED if limit is None else limit.base


def _share(
    demand: ShareDemand, parties: Parties, whole: Amount | None, facts: Facts
) -> Fraction | None:
    """Return the share of an organisation, if it is a member: by its sums, else as it is told."""
    member = parties[0].member
    if member is None:  # whoever applies alone, unless others may still be there
        return None if facts.unlisted else Fraction(100)
    if len(parties) > 1:
        sure = all(facts.is_member(each).is_yes for each in parties)
        return share_of(sum_of(_own(demand, each) for each in parties), whole) if sure else None
    counted = share_of(_own(demand, parties[0]), whole)
    if counted is not None:
        return counted
    told = member.share
    base = _base(demand)
    bases = _BASES[demand.of]
    if base is not RateBase.UNSPECIFIED:
        bases &= {base, RateBase.PARTICIPATION, RateBase.GRANT}
    return None if told is None or told.base not in bases else Fraction(told.percent)


def _fact(
    demand: ShareDemand, share: Fraction, subject: str | None = None
) -> tuple[ComparedFact, ...]:
    rate = shown(share, _base(demand))
    name = "members-share" if demand.together.is_yes else "member-share"
    if rate is None:
        return ()
    return (fact_found(name=name, subject=subject, rate=rate, place=MEMBERS),)


def _each(demand: ShareDemand, part: _Part) -> Answer:
    if part.sort.met.is_no:
        return Answer(Ternary.YES)
    if part.share is None:
        return joined(Ternary.UNDETERMINED, (part.sort, part.gap))
    fits = range_fits(demand.at_least, demand.at_most, exactly(part.share))
    return Answer(fits | ~part.sort.met, _fact(demand, part.share, part.id), part.sort.missing)


def _together(demand: ShareDemand, parts: Sequence[_Part], rest: tuple[Answer, ...]) -> Answer:
    """Hold the sum of the shares against the limits: what is known of it is a least."""
    counted = [each for each in parts if not each.sort.met.is_no]
    sure = [each.share for each in counted if each.sort.met.is_yes and each.share is not None]
    lower = sum(sure, Fraction(0))
    known = not rest and all(each.share is not None for each in counted)
    upper = sum((each.share or Fraction(0) for each in counted), Fraction(0)) if known else None
    met = range_fits(demand.at_least, demand.at_most, Range(lower, upper))
    gaps = [each.sort for each in counted if each.sort.met.is_undetermined]
    gaps += [each.gap for each in counted if each.share is None]
    answer = joined(met, (*gaps, *rest))
    told = _fact(demand, lower) if lower == upper else ()
    return answer._replace(facts=told, seen=(MEMBERS,))
