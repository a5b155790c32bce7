"""Rules on grant agreements: what is paid, when, and what amendments leave unchanged."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import reduce
from typing import Final

from territoires_participatifs.budgets import Unit
from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.laureates._agreements import (
    AgreementStatus,
    Amendment,
    AmendmentKind,
    GrantAgreement,
    Instalment,
    InstalmentStatus,
)
from territoires_participatifs.laureates._contradictions import LIMITED
from territoires_participatifs.sources import Source
from territoires_participatifs.values.decimals import EXACT
from territoires_participatifs.values.money import Amount
from territoires_participatifs.values.quantities import Rate, RateBase

_IN_TWO: Final = Source(
    id="douai-jmq",
    title="Douai, « J'aime mon quartier » : 80 % de l'aide versés, puis 20 %, règle déduite",
    url="https://multicite-ville-douai-production.mgcloud.fr/jaime-mon-quartier-jmq-et-fonds-danimation-des-quartiers-faq",
)
_ACT: Final = Source(
    id="decree-2018-514",
    title="Décret n° 2018-514 du 25 juin 2018, article 8 : l'acte attributif fixe les versements, ordre déduit",
)
_WITHIN: Final = Source(
    id="ffg-horizon-europe",
    title="FFG, Horizon Europe : réallocation entre partenaires sans hausse de la contribution",
    url="https://www.ffg.at/en/europe/heu/legal-financial/theme_eligibility-conditions",
)
_REQUESTS: Final = Source(
    id="detr-loir-et-cher",
    title="DETR (Loir-et-Cher), demande de paiement, ordre déduit",
    url="https://www.loir-et-cher.gouv.fr/layout/set/print/Actions-de-l-Etat/Amenagement-du-territoire-construction-logement/Dotations/Demande-de-paiement-DETR",
)

_WHOLE: Final = Rate(100, RateBase.GRANT)

_FALLEN: Final = frozenset(
    {
        InstalmentStatus.REFUSED,
        InstalmentStatus.FORFEITED,
        InstalmentStatus.RECOVERY_ORDERED,
        InstalmentStatus.RECOVERED,
    }
)
"""Payments that don't count: not made, or to be given back."""

_ENDED: Final = frozenset(
    {AgreementStatus.COMPLETED, AgreementStatus.TERMINATED, AgreementStatus.LAPSED}
)
"""Agreements under which less than the aid may have been paid in the end."""


@rule(
    "AGR001",
    "agreement.instalments-exceed",
    on=GrantAgreement,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_IN_TWO,),
    since="26.1",
)
def instalments_exceed(agreement: GrantAgreement, _: Context) -> Iterable[Fault]:
    """Payments are no more than the aid as last amended, and make it if none is missing.

    Shares of the aid are no more than a hundred per cent. What was refused, forfeited or
    recovered does not count; what is paid in the end may be less. Silent across currencies
    and tax bases, and where a sum is not exact.
    """
    known = agreement.instalments or ()
    standing = [each for each in known if each.status not in _FALLEN]
    amount = _in_force(agreement, agreement.amendments or ())
    found = None if amount is None else _contradicting(amount, standing, agreement)
    if found is not None:
        yield fault("instalments", instalments=found, aid=amount)
    shares = _shares(standing)
    if shares is not None and shares.percent > _WHOLE.percent:
        yield fault("instalments", instalments=shares, aid=_WHOLE)


def _in_force(agreement: GrantAgreement, amendments: Sequence[Amendment]) -> Amount | None:
    """Return the aid after some amendments; None if one changed it and does not say to what."""
    amount = agreement.amount
    for each in amendments:
        if each.amount is not None or AmendmentKind.AMOUNT in each.kinds:
            amount = each.amount
    return amount


def _contradicting(
    aid: Amount, standing: Sequence[Instalment], agreement: GrantAgreement
) -> Amount | None:
    """Return the sum of the payments that count, if it contradicts the aid."""
    unit = Unit.of(aid)
    known = unit.total(each.amount for each in standing if unit.fits(each.amount))
    if known is not None and known.money > aid.money:
        return known if aid.exactness in LIMITED else None
    if not unit.fits(aid) or not _makes_the_aid(agreement):
        return None
    total = unit.total(each.amount for each in standing)
    return None if total == aid else total


def _makes_the_aid(agreement: GrantAgreement) -> bool:
    """Whether the payments must make the whole aid: all are told, and some are to come.

    A flat rate times its units may be told by the price of one.
    """
    payments = agreement.instalments or ()
    whole = not any(each.status in _FALLEN or each.units is not None for each in payments)
    running = agreement.status not in _ENDED and not all(map(_is_paid, payments))
    return agreement.instalments_complete.is_yes and whole and running


def _is_paid(instalment: Instalment) -> bool:
    return instalment.paid is not None or instalment.status is InstalmentStatus.PAID


def _shares(instalments: Iterable[Instalment]) -> Rate | None:
    """Return the sum of the shares of the aid; None if it can't be told."""
    rates = (each.rate for each in instalments if each.rate is not None)
    percents = (each.percent for each in rates if each.base is RateBase.GRANT)
    try:
        return Rate(reduce(EXACT.add, percents, Decimal(0)), RateBase.GRANT)
    except InvalidValue:  # a million per cent
        return None


@rule(
    "AGR002",
    "agreement.paid-before-signed",
    on=GrantAgreement,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_ACT,),
    since="26.1",
)
def paid_before_signed(agreement: GrantAgreement, _: Context) -> Iterable[Fault]:
    """Nothing is paid under an act before the day of the act.

    Silent where the dates are too imprecise to tell.
    """
    signed = agreement.signed
    for index, each in enumerate(agreement.instalments or ()):
        if signed is not None and each.paid is not None and each.paid.before(signed).is_yes:
            yield fault("instalments", index, "paid", paid=each.paid, signed=signed)


@rule(
    "AGR003",
    "agreement.reallocation-changes-the-total",
    on=GrantAgreement,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_WITHIN,),
    since="26.1",
)
def reallocation_changes_the_total(agreement: GrantAgreement, _: Context) -> Iterable[Fault]:
    """An amendment that only moves money between lines or partners leaves the aid as it was.

    Silent across currencies and tax bases, and where a sum is not exact.
    """
    amendments = agreement.amendments or ()
    for index, each in enumerate(amendments):
        before = _in_force(agreement, amendments[:index])
        if set(each.kinds) == {AmendmentKind.REALLOCATION} and _differ(before, each.amount):
            yield fault("amendments", index, "amount", amount=each.amount, before=before)


def _differ(one: Amount | None, other: Amount | None) -> bool:
    if one is None:
        return False
    unit = Unit.of(one)
    return unit.fits(one) and unit.fits(other) and one != other


@rule(
    "AGR004",
    "instalment.out-of-order",
    on=Instalment,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_REQUESTS,),
    since="26.1",
)
def instalment_out_of_order(instalment: Instalment, _: Context) -> Iterable[Fault]:
    """A payment is asked for before it is made, or on the same day.

    Silent where the dates are too imprecise to tell.
    """
    requested, paid = instalment.requested, instalment.paid
    if requested is not None and paid is not None and requested.after(paid).is_yes:
        yield fault("requested", requested=requested, paid=paid)
