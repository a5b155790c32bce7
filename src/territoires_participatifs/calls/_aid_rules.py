"""Rules on the terms of aid."""

from collections.abc import Iterable
from typing import Final

from territoires_participatifs.calls._aid_terms import AidTerms
from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.sources import Source
from territoires_participatifs.values.money import Amount
from territoires_participatifs.values.quantities import Exactness

_FROM_TO: Final = Source(
    id="pat-2024",
    title="Soutien aux projets alimentaires territoriaux, 2024 : de 50 000 à 200 000 €, ordre déduit",
    url="https://france-pat.fr/2024/07/09/ouverture-de-lappel-a-candidatures-soutien-au-deploiement-des-projets-alimentaires-territoriaux",
)

_BOUNDS: Final = (("floor", "cap"), ("flat", "cap"), ("project_floor", "project_cap"))

_AT_LEAST: Final = frozenset({Exactness.EXACT, Exactness.AT_LEAST, Exactness.MORE_THAN})
_AT_MOST: Final = frozenset({Exactness.EXACT, Exactness.AT_MOST, Exactness.LESS_THAN})


@rule(
    "CAL009",
    "aid-terms.floor-above-cap",
    on=AidTerms,
    moment=Moment.DRAFT,
    severity=Severity.ERROR,
    sources=(_FROM_TO,),
    since="26.1",
)
def floor_above_cap(terms: AidTerms, _: Context) -> Iterable[Fault]:
    """The least that one may receive, cost or last is no more than the most, nor is a flat sum.

    Silent across currencies and tax bases, and where a sum or a duration can't be told.
    """
    for low, high in _BOUNDS:
        least, most = getattr(terms, low), getattr(terms, high)
        if _exceeds(least, most):
            yield fault(low, least=least, most=most)
    shortest, longest = terms.shortest, terms.longest
    if shortest is not None and longest is not None and longest.shorter_than(shortest).is_yes:
        yield fault("shortest", least=shortest, most=longest)


def _exceeds(least: Amount | None, most: Amount | None) -> bool:
    if least is None or most is None:
        return False
    units = {(each.money.currency, each.basis) for each in (least, most)}
    sure = least.exactness in _AT_LEAST and most.exactness in _AT_MOST
    return sure and len(units) == 1 and least.money > most.money
