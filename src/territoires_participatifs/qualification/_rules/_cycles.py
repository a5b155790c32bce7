"""Rules on cycles: what they cost, and what funds them."""

from collections.abc import Iterable
from enum import Enum
from typing import Final

from territoires_participatifs.actions import ActionKind, ActionStatus, FundedAction
from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.labels import Labelled
from territoires_participatifs.laureates import Laureate, LaureateStatus
from territoires_participatifs.qualification._cycles import (
    CycleStatus,
    Price,
    PriceKind,
    QualificationCycle,
)
from territoires_participatifs.qualification._known import is_unsettled
from territoires_participatifs.sources import Source
from territoires_participatifs.values.bounds import Range, amount_fits
from territoires_participatifs.values.money import Amount, Money, TaxBasis
from territoires_participatifs.values.quantities import Count, Exactness
from territoires_participatifs.values.references import Ref

_FOR_NOTHING: Final = Source(
    id="irev-2023",
    title="IREV, « Préparer les nouvelles contractualisations », 2023 : une session proposée gratuitement, règle déduite",
    url="https://irev.fr/thematiques/politique-de-la-ville-dsu/preparer-les-nouvelles-contractualisations-politique-de-la-0",
)
_BY_BRACKET: Final = Source(
    id="frequence-commune",
    title="Fréquence Commune, formation des agents : 12 500 € TTC de 5 à 15 agents, 25 000 € TTC de 16 à 30, règle déduite",
    url="https://www.frequencecommune.fr/fiche-accompagner/formation-des-agents/",
)
_ONE_ACTION: Final = Source(
    id="cerdd-2020",
    title="Cerdd, le cycle parmi les actions du projet lauréat « Citoyens en communs », règle déduite",
    url="http://www.cerdd.org/Actualites/Territoires-durables/Le-Cerdd-laureat-en-collectif-de-l-appel-a-projet-Participation-citoyenne",
)


@rule(
    "QUA029",
    "price.free-with-an-amount",
    on=QualificationCycle,
    moment=Moment.SUBMISSION,
    severity=Severity.ERROR,
    sources=(_FOR_NOTHING,),
    since="26.1",
)
def free_with_an_amount(cycle: QualificationCycle, _: Context) -> Iterable[Fault]:
    """What is free has no price. Silent where the amount may be zero."""
    for index, each in enumerate(cycle.prices or ()):
        if each.kind is PriceKind.FREE and _is_something(each.amount):
            yield fault("prices", index, "amount", amount=each.amount)


def _is_something(amount: Amount | None) -> bool:
    return amount is not None and amount.admits(Money(0, amount.money.currency)).is_no


@rule(
    "QUA030",
    "price.without-tax-basis",
    on=QualificationCycle,
    moment=Moment.PUBLICATION,
    severity=Severity.INFO,
    sources=(_BY_BRACKET,),
    since="26.1",
)
def without_tax_basis(cycle: QualificationCycle, _: Context) -> Iterable[Fault]:
    """A price for a group, a participant or an organisation tells whether tax is included.

    Silent where the sum is or may be zero, on what is shared among those who take part, and
    where a question is already asked about it.
    """
    for index, each in enumerate(cycle.prices or ()):
        asked = is_unsettled(cycle, f"/prices/{index}/amount")
        amount = each.amount if each.kind in _PAID and not asked else None
        told = amount is None or amount.basis is not TaxBasis.UNSPECIFIED
        if not told and _is_something(amount):
            yield fault("prices", index, "amount", amount=amount)


_PAID: Final = {PriceKind.PER_GROUP, PriceKind.PER_PARTICIPANT, PriceKind.PER_ORGANISATION}


@rule(
    "QUA031",
    "price.brackets-overlap",
    on=QualificationCycle,
    moment=Moment.SUBMISSION,
    severity=Severity.WARNING,
    sources=(_BY_BRACKET,),
    since="26.1",
)
def brackets_overlap(cycle: QualificationCycle, _: Context) -> Iterable[Fault]:
    """Two prices of one kind for the same audiences are not both for groups of one size.

    A bracket that is open on one side surely holds its end; where it stops, the one beside
    it may tell. Silent where a size or a sum is not exact enough, and where the sums are
    equal or can't be compared.
    """
    prices = () if is_unsettled(cycle, "/prices") else cycle.prices or ()
    for index, each in enumerate(prices):
        others = [other for other in prices[:index] if _contradict(other, each)]
        if others:
            yield fault("prices", index, "group", group=each.group, other=others[0].group)


def _contradict(one: Price, other: Price) -> bool:
    alike = one.kind is other.kind and one.audiences == other.audiences
    return alike and _share_a_size(one.group, other.group) and _differ(one.amount, other.amount)


def _share_a_size(one: Count | None, other: Count | None) -> bool:
    sizes, others = _sizes(one), _sizes(other)
    return sizes is not None and others is not None and not sizes.misses(others)


def _sizes(group: Count | None) -> Range | None:
    """Return the sizes that a bracket surely holds."""
    if group is None or group.exactness is Exactness.ABOUT:
        return None
    first = group.value + _NEXT.get(group.exactness, 0)
    return Range(first, first if group.upper is None else group.upper)


_NEXT: Final = {Exactness.MORE_THAN: 1, Exactness.LESS_THAN: -1}
"""From the number that a strict bound names to the nearest one that it admits."""


def _differ(one: Amount | None, other: Amount | None) -> bool:
    if one is None or other is None or one.basis is not other.basis:
        return False
    return amount_fits(one, other).is_no


@rule(
    "QUA032",
    "cycle.action-of-another-kind",
    on=QualificationCycle,
    moment=Moment.INSTRUCTION,
    severity=Severity.WARNING,
    sources=(_ONE_ACTION,),
    since="26.1",
)
def action_of_another_kind(cycle: QualificationCycle, context: Context) -> Iterable[Fault]:
    """The funded action that a cycle is, is one that makes actors able to act.

    Or a call that recruits for it. Silent where its kind is unknown, and where the sources
    leave open which action the cycle is.
    """
    action = _action(cycle, context)
    kind = None if action is None else action.kind
    if kind is not None and kind in _NO_CYCLE:
        yield fault("action", action=cycle.action, kind=Labelled(kind))


_NO_CYCLE: Final = {
    ActionKind.STORYTELLING,
    ActionKind.STUDY,
    ActionKind.EVENT,
    ActionKind.EXPERIMENT,
    ActionKind.WORKS,
    ActionKind.EQUIPMENT,
    ActionKind.RESEARCH,
}


def _action(cycle: QualificationCycle, context: Context) -> FundedAction | None:
    """Return the funded action that a cycle is, if it is known for sure."""
    if cycle.action is None or is_unsettled(cycle, "/action"):
        return None
    found = context.find(cycle.action.id)
    return found if isinstance(found, FundedAction) else None


@rule(
    "QUA033",
    "cycle.of-a-fallen-laureate",
    on=QualificationCycle,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_ONE_ACTION,),
    since="26.1",
)
def of_a_fallen_laureate(cycle: QualificationCycle, context: Context) -> Iterable[Fault]:
    """A cycle that is under way or done is no action that was given up, nor of a fallen laureate.

    Silent where another laureate took the place of the one that fell, and where the sources
    contradict each other on how far the cycle is.
    """
    action, status = _action(cycle, context), cycle.status
    if action is None or status is None or is_unsettled(cycle, "/status"):
        return
    fallen = _fallen(action, context)
    if fallen is not None and status in _UNDER_WAY:
        id_, state = fallen
        yield fault("action", status=Labelled(status), fallen=id_, state=Labelled(state))


_UNDER_WAY: Final = {CycleStatus.RUNNING, CycleStatus.COMPLETED, CycleStatus.EVALUATED}

_FALLEN: Final = {
    LaureateStatus.DECLINED,
    LaureateStatus.WITHDRAWN_BY_FUNDER,
    LaureateStatus.LAPSED,
}


def _fallen(action: FundedAction, context: Context) -> tuple[str, Enum] | None:
    """Return what was given up, and where it stands: an action, or the laureate that does it."""
    if action.status is ActionStatus.ABANDONED:
        return action.id, action.status
    laureate = None if action.laureate is None else context.find(action.laureate.id)
    if not isinstance(laureate, Laureate) or laureate.status not in _FALLEN:
        return None
    return None if _has_a_successor(laureate, context) else (laureate.id, laureate.status)


def _has_a_successor(laureate: Laureate, context: Context) -> bool:
    others = (each for each in context.referring(laureate.id) if isinstance(each, Laureate))
    return any(each.succeeds == Ref(laureate.id) for each in others)


RULES: Final = (
    free_with_an_amount,
    without_tax_basis,
    brackets_overlap,
    action_of_another_kind,
    of_a_fallen_laureate,
)
