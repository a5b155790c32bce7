"""Rules on budgets, funding plans and envelopes."""

from collections.abc import Iterable
from typing import Final

from territoires_participatifs.budgets._aid import Nature
from territoires_participatifs.budgets._model import (
    Budget,
    BudgetLine,
    Contribution,
    ContributionStatus,
    Envelope,
    FundingPlan,
    Side,
)
from territoires_participatifs.budgets._sums import against, unlike
from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.labels import Labelled
from territoires_participatifs.sources import Source
from territoires_participatifs.values.money import Amount, TaxBasis

_FOUR_FUNDERS: Final = Source(
    id="pat-2022",
    title="Projets alimentaires territoriaux, appel de 2022 (1,3 + 1 + 0,5 + 0,2 = 3 M€), règle déduite",
    url="https://banquedesterritoires.fr/projets-alimentaires-territoriaux-un-nouvel-appel-projets-est-ouvert-jusquau-9-janvier-2023",
)
_FORM: Final = Source(
    id="cerfa-12156",
    title="Cerfa n° 12156, demande de subvention : total des charges égal au total des produits",
    url="http://doczz.fr/doc/928453/cerfa-12156-03",
)
_BALANCED: Final = Source(
    id="politique-de-la-ville-2017",
    title="Politique de la ville, critères d'éligibilité des projets (2017) : budget équilibré",
    url="https://doc4pdf.com/556596-annexe-3-criteres-deligibilite-des-projets-politique-de.html",
)
_BEFORE_TAX: Final = Source(
    id="cgct-r2334-27",
    title="Code général des collectivités territoriales, article R2334-27 (dépense hors taxe), règle déduite",
)
_IN_KIND: Final = Source(
    id="anc-2018-06",
    title="Règlement ANC n° 2018-06 : contributions volontaires en nature, comptes 86 et 87",
)

_TAXED: Final = frozenset({TaxBasis.BEFORE_TAX, TaxBasis.TAX_INCLUDED})
"""The bases that exclude each other: a grant or a salary bears no tax, and is net beside both."""


@rule(
    "BUD001",
    "envelope.contributions-differ",
    on=Envelope,
    moment=Moment.SUBMISSION,
    severity=Severity.WARNING,
    sources=(_FOUR_FUNDERS,),
    since="26.1",
)
def contributions_differ_from_the_envelope(envelope: Envelope, _: Context) -> Iterable[Fault]:
    """What the funders put into an envelope makes its amount, once all of it is known.

    What is known of it never exceeds an exact amount, or a most. Silent across currencies
    and tax bases, and where an amount is not exact.
    """
    parts = _standing(envelope.contributions)
    found = against(envelope.amount, parts, envelope.contributions_complete)
    if found is not None:
        yield fault("amount", stated=envelope.amount, contributions=found)


@rule(
    "BUD002",
    "funding-plan.contributions-differ",
    on=FundingPlan,
    moment=Moment.SUBMISSION,
    severity=Severity.WARNING,
    sources=(_BALANCED,),
    since="26.1",
)
def contributions_differ_from_the_plan(plan: FundingPlan, _: Context) -> Iterable[Fault]:
    """The contributions of a funding plan make its total, once all of them are known.

    One that was refused does not count. What is known never exceeds an exact total, or a
    most. Silent across currencies and tax bases, and where an amount is not exact.
    """
    found = against(plan.total, _standing(plan.contributions), plan.contributions_complete)
    if found is not None:
        yield fault("total", stated=plan.total, contributions=found)


def _standing(contributions: tuple[Contribution, ...] | None) -> list[Contribution]:
    known = contributions or ()
    return [each for each in known if each.status is not ContributionStatus.REFUSED]


@rule(
    "BUD003",
    "budget.unbalanced",
    on=Budget,
    moment=Moment.SUBMISSION,
    severity=Severity.WARNING,
    sources=(_FORM, _BALANCED),
    since="26.1",
)
def unbalanced(budget: Budget, _: Context) -> Iterable[Fault]:
    """The expenses of a budget are equal to its incomes.

    Silent if a line may be missing, if one side has none, or if an amount is unknown, not
    exact, in another currency or on another tax basis. Where money alone is balanced, or
    all of it together, what differs is what is given in kind: another rule says so.
    """
    differing = _differing(budget, tuple(Nature))
    if differing and _differing(budget, (Nature.CASH,)):
        yield fault("lines", expenses=differing[0], incomes=differing[1])


@rule(
    "BUD004",
    "budget.total-differs",
    on=Budget,
    moment=Moment.SUBMISSION,
    severity=Severity.WARNING,
    sources=(_FORM,),
    since="26.1",
)
def total_differs(budget: Budget, _: Context) -> Iterable[Fault]:
    """The expenses of a budget make the total that it states, if no line is missing.

    What is known of them never exceeds an exact total, or a most. Silent across currencies
    and tax bases, and where an amount is not exact.
    """
    found = against(budget.total, _lines(budget, Side.EXPENSE), budget.lines_complete)
    if found is not None:
        yield fault("total", stated=budget.total, expenses=found)


@rule(
    "BUD005",
    "budget.mixed-bases",
    on=Budget,
    moment=Moment.DRAFT,
    severity=Severity.WARNING,
    sources=(_BEFORE_TAX,),
    since="26.1",
)
def mixed_bases(budget: Budget, _: Context) -> Iterable[Fault]:
    """The lines of a budget are all before tax, or all with tax included.

    One that is net, or does not say, may stand beside either.
    """
    first: Amount | None = None
    for index, each in enumerate(budget.lines or ()):
        amount = each.amount
        if amount is not None and amount.basis in _TAXED:
            first = first or amount
            if amount.basis is not first.basis:
                yield fault("lines", index, "amount", amount=amount, first=first)
                return


@rule(
    "BUD006",
    "budget.in-kind-on-one-side",
    on=Budget,
    moment=Moment.SUBMISSION,
    severity=Severity.WARNING,
    sources=(_IN_KIND, _FORM),
    since="26.1",
)
def in_kind_on_one_side(budget: Budget, _: Context) -> Iterable[Fault]:
    """What is given in kind, or by volunteers, has the same value on both sides of a budget.

    Silent if a line may be missing, if one side has none at all, or if the amount of such
    a line is unknown, not exact, in another currency or on another tax basis.
    """
    for nature in (Nature.IN_KIND, Nature.VOLUNTEER):
        differing = _differing(budget, (nature,))
        if differing:
            expenses, incomes = differing
            kind = Labelled(nature)
            yield fault("lines", nature=kind, expenses=expenses, incomes=incomes)


def _differing(budget: Budget, natures: tuple[Nature, ...]) -> tuple[Amount, Amount] | None:
    """Return the sums of the lines of some natures on both sides, if they surely differ."""
    sides = [_lines(budget, side) for side in (Side.EXPENSE, Side.INCOME)]
    if not (budget.lines_complete.is_yes and all(sides)):
        return None
    one, other = ([each for each in side if each.nature in natures] for side in sides)
    return unlike(one, other)


def _lines(budget: Budget, side: Side) -> list[BudgetLine]:
    return [each for each in budget.lines or () if each.side is side]


RULES: Final = (
    contributions_differ_from_the_envelope,
    contributions_differ_from_the_plan,
    unbalanced,
    total_differs,
    mixed_bases,
    in_kind_on_one_side,
)
