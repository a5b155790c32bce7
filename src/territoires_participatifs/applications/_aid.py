"""The most that a call may grant to an application, by its terms of aid."""

from collections.abc import Iterator
from typing import Final, NamedTuple, final

from territoires_participatifs.applications._aid_costs import Costs
from territoires_participatifs.applications._aid_ranges import Extent, Unit
from territoires_participatifs.applications._aid_results import NO_TERMS, AidComputation, AidStep
from territoires_participatifs.applications._aid_steps import Ceiling, Reckoning
from territoires_participatifs.applications._judges._combined import judge_of
from territoires_participatifs.applications._judges._costs import project_budgets
from territoires_participatifs.applications._judges._facts import Facts, Known
from territoires_participatifs.applications._judges._natures import is_one_of
from territoires_participatifs.applications._model import Application
from territoires_participatifs.applications._results import MissingFact, Settler
from territoires_participatifs.budgets import AidKind
from territoires_participatifs.calls import AidTerms, Call
from territoires_participatifs.values.dates import DayLike, day
from territoires_participatifs.values.money import EURO, Amount, TaxBasis
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary, all_of

_NO_MONEY: Final = frozenset(
    {
        AidKind.SEAT,
        AidKind.LABEL,
        AidKind.ACCOMPANIMENT,
        AidKind.TRAINING,
        AidKind.AUTHORISATION,
        AidKind.PAIRING,
        AidKind.EXECUTION,
    }
)
"""The aid that no sum tells."""

_SUMS: Final = ("flat", "cap", "yearly_cap", "base_cap", "floor")


def most_aid(
    application: Application,
    call: Call,
    *,
    on: DayLike | None = None,
    known: Known | None = None,
    base: Amount | None = None,
) -> AidComputation:
    """Return the most that a call may grant to an application, whatever it requests.

    It is the least of the cap, the flat sum, the yearly cap times the years, and the rate of
    the eligible base within its own limits, with the bonuses that are earned, as far as other
    aid leaves room for it; what is not known leaves it between a least and a most.

    :param on: the day by which the terms are chosen, where they are for some time.
    :param known: what stands beside the application, as its dataset.
    :param base: what the rate is a share of, where it is known otherwise than by the budget;
        flat-rate overheads are added to it.

    >>> from territoires_participatifs.values import Money, Rate
    >>> terms = AidTerms(rate=Rate("80"), cap=Amount(Money("30000")))
    >>> call = Call(id="c2rp-2023", aid=(terms,))
    >>> most_aid(Application(id="file"), call, base=Amount(Money("25000.01"))).most
    Amount.parse('20000.00 EUR')
    >>> most_aid(Application(id="file"), call).most
    Amount.parse('30000.00 EUR; exactness=at-most')
    """
    facts = Facts(application, call, None if on is None else day(on), known)
    chosen = [each for each in _chosen(facts) if not each.applies.is_no]
    unit = _unit(facts, [each.terms for each in chosen], base)
    costs = Costs(facts, unit, base)
    found = [(each, Reckoning(each.terms, each.at, facts, costs).ceiling()) for each in chosen]
    most, missing = _together(found, call)
    steps = [step for _, each in found for step in each.steps]
    if not found and call.aid is not None:
        steps.append(AidStep(name=NO_TERMS))
    stated = unit.stated(most, cents=True)
    return AidComputation(
        application=Ref(application.id),
        call=Ref(call.id),
        most=stated,
        floor_reached=_agreed([each.floor_reached for _, each in found]),
        terms=tuple(each.at for each in chosen),
        steps=(*steps, *_last_steps(application, most, unit, several=len(found) > 1)),
        missing=tuple(dict.fromkeys(missing)),
    )


@final
class _Choice(NamedTuple):
    """Terms of the call, and whether they are for the application."""

    terms: AidTerms
    at: str
    applies: Ternary
    missing: tuple[MissingFact, ...]


def _chosen(facts: Facts) -> Iterator[_Choice]:
    for index, terms in enumerate(facts.call.aid or ()):
        if terms.aid not in _NO_MONEY:
            yield _choice(terms, f"/aid/{index}", facts)


def _choice(terms: AidTerms, at: str, facts: Facts) -> _Choice:
    """Return whether some terms are for an application, and what is missing to tell."""
    round_ = facts.round
    applicant = facts.applicant
    kinds = terms.applicants
    fits = is_one_of(applicant.organisation, kinds) if kinds else Ternary.YES
    asked = {
        "track": _is_among(facts.application.tracks or None, terms.tracks),
        "round": _is_among(None if round_ is None else (round_.id,), terms.rounds),
        "applicant-kind": fits,
        "day": _is_in_time(terms, facts),
    }
    who = f"{applicant.place}/kind" if applicant.declared else applicant.place
    by = Settler.APPLICANT if applicant.declared else Settler.REGISTER
    if applicant.organisation is not None and applicant.organisation.kind is not None:
        by = Settler.PERSON  # one body may be of two kinds
    told = {
        "track": MissingFact(name="track", place="/tracks", by=Settler.APPLICANT),
        "round": MissingFact(name="round", place="/round", by=Settler.APPLICANT),
        "applicant-kind": MissingFact(name="applicant-kind", place=who, by=by),
        "day": MissingFact(name="day", place="/submitted", by=Settler.APPLICANT),
    }
    gaps = [told[name] for name, each in asked.items() if each.is_undetermined]
    met = Ternary.YES
    if terms.when is not None:
        met, results = judge_of(terms.when, f"{at}/when")(facts, Ternary.UNDETERMINED)
        gaps.extend(gap for each in results for gap in each.missing)
    return _Choice(terms, at, all_of((*asked.values(), met)), tuple(gaps))


def _is_among(held: tuple[object, ...] | None, limited: tuple[object, ...]) -> Ternary:
    if not limited:
        return Ternary.YES
    return Ternary.of(None if held is None else any(each in limited for each in held))


def _is_in_time(terms: AidTerms, facts: Facts) -> Ternary:
    """Whether terms that are for some time are those of the day."""
    if terms.period is None:
        return Ternary.YES
    if facts.on is None:
        return Ternary.UNDETERMINED
    first, last = terms.period.earliest, terms.period.latest
    if terms.period.before(facts.on).is_yes or terms.period.after(facts.on).is_yes:
        return Ternary.NO
    told = first is not None and last is not None and first <= facts.on <= last
    return Ternary.of(True if told else None)


def _unit(facts: Facts, chosen: list[AidTerms], base: Amount | None) -> Unit:
    """Return the unit of the costs; where they are not told, that of the terms."""
    costs = [each for each in (base, *_costs(facts)) if each is not None]
    if costs:
        return Unit(costs[0].money.currency, costs[0].basis)
    told: list[Amount | None] = [getattr(terms, name) for terms in chosen for name in _SUMS]
    limits = [each for each in told if each is not None]
    if not limits:
        return Unit(EURO, TaxBasis.UNSPECIFIED)
    currency = limits[0].money.currency
    bases = [each.basis for each in limits if each.money.currency == currency]
    named = (each for each in bases if each is not TaxBasis.UNSPECIFIED)
    return Unit(currency, next(named, TaxBasis.UNSPECIFIED))


def _costs(facts: Facts) -> Iterator[Amount | None]:
    for budget, _ in project_budgets(facts):
        yield from (budget.eligible, budget.total)
        yield from (each.amount for each in budget.lines or ())


def _together(
    found: list[tuple[_Choice, Ceiling]], call: Call
) -> tuple[Extent | None, list[MissingFact]]:
    """Return the most by all the terms that apply or may, and what is missing to know it."""
    if not found:
        return None, [] if call.aid is not None else [_gap("aid-terms", Settler.REGISTER)]
    sums = [each.most for _, each in found]
    most = sums[0]
    for each in sums[1:]:
        most = None if most is None or each is None else most.beside(each)
    sure = [choice for choice, _ in found if choice.applies.is_yes]
    if most is not None and not sure:
        most = most.at_most()
    if most is not None and most.is_sure:
        return most, []
    missing = [gap for choice, each in found for gap in (*choice.missing, *each.missing)]
    if len(sure) > 1 and len(set(sums)) > 1:
        missing.append(_gap("aid-terms", Settler.PERSON))
    return most, missing or [_gap("aid-amount", Settler.REGISTER)]


def _gap(name: str, by: Settler) -> MissingFact:
    return MissingFact(name=name, place="/requested", by=by)


def _agreed(answers: list[Ternary]) -> Ternary:
    return answers[0] if len(set(answers)) == 1 else Ternary.UNDETERMINED


def _last_steps(
    application: Application, most: Extent | None, unit: Unit, *, several: bool
) -> Iterator[AidStep]:
    """Yield how the sums of several terms make one, how it is rounded, and what is requested."""
    exact, rounded = unit.stated(most), unit.stated(most, cents=True)
    if several:
        yield AidStep(name="several-terms", after=exact)
    if exact != rounded:
        yield AidStep(name="rounded", before=exact, after=rounded)
    requested = application.requested
    if requested is None or most is None or not unit.takes(requested):
        return
    lesser = unit.stated(most.capped(unit.limit(requested)), cents=True)
    yield AidStep(
        name="requested", place="/requested", before=rounded, applied=requested, after=lesser
    )
