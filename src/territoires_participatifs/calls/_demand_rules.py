"""Rules on demands that nothing can meet, and on shares above the whole."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from territoires_participatifs.calls._aid_terms import AidTerms
from territoires_participatifs.calls._demands import AllOf, AnyOf, Demand, NoneOf, leaves
from territoires_participatifs.calls._demands._procedure import DeadlineDemand
from territoires_participatifs.calls._model import Call
from territoires_participatifs.calls._requirements import Requirement
from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.sources import Source
from territoires_participatifs.values.declarations import declarations
from territoires_participatifs.values.durations import Span
from territoires_participatifs.values.quantities import Rate
from territoires_participatifs.values.texts import pointer_tokens

_SHARES: Final = Source(
    id="detr-cher-2021",
    title="DETR, Cher, 2021 : au plus 80 % d'aides, au moins 20 % d'autofinancement, ordre déduit",
    url="https://fr.readkong.com/page/guide-pratique-commun-2021-subventions-detr-dsil-les-4373805",
)
_LATE: Final = Source(
    id="contrat-de-ville-montpellier-2025",
    title="Contrat de ville de Montpellier, 2025 : délai de rigueur",
    url="https://contratdeville.montpellier3m.fr/node/31",
)

_OF_ITS_ROUND: Final = DeadlineDemand()
"""To be in time, by the deadline of the round or of the call."""

_WHOLE: Final = 100
_RATES: Final = ("rate", "own_contribution", "cumulated", "overheads")


@rule(
    "CAL010",
    "aid-terms.rate-above-the-whole",
    on=AidTerms,
    moment=Moment.DRAFT,
    severity=Severity.ERROR,
    sources=(_SHARES,),
    since="26.1",
)
def rate_above_the_whole(terms: AidTerms, _: Context) -> Iterable[Fault]:
    """A share of what is given, brought, cumulated or charged is no more than the whole."""
    for name in _RATES:
        rate: Rate | None = getattr(terms, name)
        if rate is not None and rate.percent > _WHOLE:
            yield fault(name, rate=rate)


@rule(
    "CAL011",
    "demand.least-above-most",
    on=Requirement,
    moment=Moment.DRAFT,
    severity=Severity.ERROR,
    sources=(_SHARES,),
    since="26.1",
)
def least_above_most(requirement: Requirement, _: Context) -> Iterable[Fault]:
    """What a demand asks at least is no more than what it admits at most.

    Silent where the two can't be compared, as shares of two bases.
    """
    for at, demand, _negated in leaves(requirement.demand):
        least, most = getattr(demand, "at_least", None), getattr(demand, "at_most", None)
        if least is not None and most is not None and _exceeds(least, most):
            yield fault(*pointer_tokens(at), "at_least", least=least, most=most)


def _exceeds(least: Any, most: Any) -> bool:  # noqa: ANN401  # of one class, whichever it is
    if isinstance(least, Span):
        return bool(most.shorter_than(least).is_yes)
    return isinstance(least, Rate) and least.base is most.base and least.percent > most.percent


@rule(
    "CAL012",
    "call.deadline-demand-without-deadline",
    on=Call,
    moment=Moment.PUBLICATION,
    severity=Severity.WARNING,
    sources=(_LATE,),
    since="26.1",
)
def deadline_demand_without_deadline(call: Call, _: Context) -> Iterable[Fault]:
    """A call that refuses what is late tells until when one may answer.

    Silent if it has rounds, or if they are unknown: they may tell it.
    """
    staged = any(each.deadline is not None for each in call.stages or ())
    if call.closes is not None or call.rounds != () or staged:
        return
    for index, requirement in enumerate(call.requirements or ()):
        for _at, demand, _negated in leaves(requirement.demand):
            if demand == _OF_ITS_ROUND:
                yield fault("requirements", index, "demand", requirement=requirement.id)
                break


@rule(
    "CAL013",
    "demand.asks-nothing",
    on=Requirement,
    moment=Moment.PUBLICATION,
    severity=Severity.WARNING,
    sources=(_LATE,),
    since="26.1",
)
def asks_nothing(requirement: Requirement, _: Context) -> Iterable[Fault]:
    """A demand asks something: one that combines others combines one at least, one of a list names one.

    Else it is met, or missed, by all.
    """
    for at, demand in _every(requirement.demand):
        for each in declarations(type(demand)).values():
            if each.required and each.many and getattr(demand, each.name) == ():
                yield fault(*pointer_tokens(at), each.name)


def _every(demand: Demand, at: str = "/demand") -> Iterator[tuple[str, Demand]]:
    """Yield a demand and those that it combines, with their places."""
    yield at, demand
    if isinstance(demand, AllOf | AnyOf | NoneOf):
        for index, each in enumerate(demand.demands):
            yield from _every(each, f"{at}/demands/{index}")
