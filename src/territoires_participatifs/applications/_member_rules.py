"""Rules on an application beside its consortium: what is asked for, and who asks."""

from collections.abc import Iterable, Sequence
from typing import Final

from territoires_participatifs.applications._model import Application
from territoires_participatifs.budgets import Unit
from territoires_participatifs.calls import Call
from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.consortia import Member, MemberRole
from territoires_participatifs.organisations import Organisation, OrganisationKind
from territoires_participatifs.sources import Source
from territoires_participatifs.values.money import Amount
from territoires_participatifs.values.references import Ref

_BY_PARTNER: Final = Source(
    id="i-demo-partners",
    title="i-Démo (France 2030) : dépenses et aides de chaque partenaire, règle déduite",
    url="https://clubster-nsl.com/actualites/actualites-clubster-nsl/i-demo-soutien-aux-projets-structurants-de-rd",
)
_ONE_OF_THEM: Final = Source(
    id="interreg-23",
    title="Règlement (UE) 2021/1059 (Interreg), article 23 : le chef de file est l'un des partenaires, règle déduite",
    url="https://eur-lex.europa.eu/legal-content/FR/TXT/HTML/?uri=CELEX:32021R1059",
)

_ASKS_NOTHING: Final = frozenset({MemberRole.ASSOCIATED_PARTNER, MemberRole.UNFUNDED_PARTNER})

_WITHIN_ANOTHER: Final = frozenset(
    {MemberRole.PAYEE, MemberRole.AFFILIATED_ENTITY, MemberRole.SUBCONTRACTOR}
)
"""Members whose sum may be counted in that of another."""


@rule(
    "APP003",
    "application.requests-differ",
    on=Application,
    moment=Moment.SUBMISSION,
    severity=Severity.WARNING,
    sources=(_BY_PARTNER,),
    since="26.1",
)
def requests_differ(application: Application, _: Context) -> Iterable[Fault]:
    """What the members ask for makes what the application asks for, once all is known.

    In an open list it is no more than that. Silent across currencies and tax bases, where a
    sum is not exact, and where members come or go.
    """
    asked, consortium = application.requested, application.consortium
    if asked is None or consortium is None:
        return
    members = consortium.members or ()
    if any(each.since or each.until or each.replaces for each in members):
        return
    found = _contradicting(asked, members, complete=consortium.members_complete.is_yes)
    if found is not None:
        yield fault("requested", requested=asked, members=found)


def _contradicting(asked: Amount, members: Sequence[Member], *, complete: bool) -> Amount | None:
    """Return the sum of what members ask for, if it contradicts what is asked for in all."""
    unit = Unit.of(asked)
    if not unit.fits(asked):
        return None
    sure = [e for e in members if e.certain.is_yes and e.role not in _WITHIN_ANOTHER]
    known = unit.total(each.requested for each in sure if unit.fits(each.requested))
    if known is not None and known.money > asked.money:
        return known
    asking = [e for e in members if e.requested is not None or e.role not in _ASKS_NOTHING]
    if not complete or not asking or any(each not in sure for each in asking):
        return None
    total = unit.total(each.requested for each in asking)
    return None if total == asked else total


@rule(
    "APP004",
    "application.applicant-outside",
    on=Application,
    moment=Moment.SUBMISSION,
    severity=Severity.WARNING,
    sources=(_ONE_OF_THEM,),
    since="26.1",
)
def applicant_outside(application: Application, context: Context) -> Iterable[Fault]:
    """Who applies for a consortium is one of its members, or has another part that is told.

    Silent if a member may be missing, and where the applicant is not known, or is the
    consortium itself: a legal person, or a collective.
    """
    applicant, consortium = _applicant(application, context), application.consortium
    if applicant is None or consortium is None or not consortium.members:
        return
    itself = consortium.legal_person.is_yes or applicant.kind is OrganisationKind.COLLECTIVE
    if consortium.members_complete.is_yes and not itself:
        members = {e for each in consortium.members for e in (each.organisation, each.replaces)}
        if Ref(applicant.id) not in members | _participants(application, context):
            yield fault("applicant", id=applicant.id)


def _applicant(application: Application, context: Context) -> Organisation | None:
    found = None if application.applicant is None else context.find(application.applicant.id)
    return found if isinstance(found, Organisation) else None


def _participants(application: Application, context: Context) -> set[Ref[Organisation]]:
    """Return who takes part in an application, in its projects or in its call."""
    call = None if application.call is None else context.find(application.call.id)
    told = [application.participations, *(e.participations for e in application.projects or ())]
    told += [call.participations] if isinstance(call, Call) else []
    return {part.organisation for each in told for part in each or ()}
