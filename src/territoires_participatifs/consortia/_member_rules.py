"""Rules on members beside each other: two coordinators, one twice, one in another's place."""

from collections.abc import Iterable
from typing import Final

from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.consortia._model import Consortium, Member, MemberRole
from territoires_participatifs.consortia._times import overlap
from territoires_participatifs.sources import Source

_COORDINATOR: Final = Source(
    id="aapg-2022",
    title="ANR, Appel à projets générique 2022, étape 2 : un coordinateur, fixe sauf force majeure",
    url="https://123dok.net/article/d%C3%A9p%C3%B4t-proposition-d%C3%A9taill%C3%A9e-processus-s%C3%A9lection-%C3%A9tapes-l-aapg.yev6kve7",
)
_PARTNERS: Final = Source(
    id="anr-partners",
    title="ANR, règlement financier, fiche n° 2 (partenaires), règle déduite",
    url="https://123dok.net/document/zkwvowvp-fiche-partenaires-projet-recherche.html",
)
_CHANGES: Final = Source(
    id="anr-changes",
    title="ANR, règlement financier, fiche n° 5 (modifications de projets), règle déduite",
    url="https://123dok.net/document/yj75975p-fiche-n-les-modifications-de-projets.html",
)


@rule(
    "CON002",
    "consortium.two-coordinators",
    on=Consortium,
    moment=Moment.SUBMISSION,
    severity=Severity.WARNING,
    sources=(_COORDINATOR,),
    since="26.1",
)
def two_coordinators(consortium: Consortium, _: Context) -> Iterable[Fault]:
    """One organisation at a time coordinates the whole, or one part of the answer.

    Another may take its place, and each side of a border may have its own. Silent where the
    dates are too imprecise to tell.
    """
    leads: list[Member] = []
    for index, each in enumerate(consortium.members or ()):
        if each.role is MemberRole.COORDINATOR and each.certain.is_yes:
            rival = next((lead for lead in leads if _are_rivals(lead, each)), None)
            if rival is not None:
                names = {"found": each.organisation.id, "first": rival.organisation.id}
                yield fault("members", index, "role", **names)
            leads.append(each)


def _are_rivals(one: Member, other: Member) -> bool:
    replaced = other.organisation == one.replaces or one.organisation == other.replaces
    same = one.organisation == other.organisation
    beside = (one.part, one.side) == (other.part, other.side)
    return beside and not (same or replaced) and overlap(one, other)


@rule(
    "CON004",
    "consortium.member-twice",
    on=Consortium,
    moment=Moment.SUBMISSION,
    severity=Severity.WARNING,
    sources=(_PARTNERS,),
    since="26.1",
)
def member_twice(consortium: Consortium, _: Context) -> Iterable[Fault]:
    """An organisation is a member once in each role, of each part of the answer.

    Two teams of one organisation, named by other words or other persons, are two members,
    as are two sides of a border. Silent where a role is unknown, where a member is not
    certain, and where the dates are too imprecise to tell.
    """
    known: dict[tuple[object, ...], list[Member]] = {}
    for index, each in enumerate(consortium.members or ()):
        if each.role is not None and each.certain.is_yes:
            twins = known.setdefault(_what_tells_apart(each), [])
            if any(overlap(twin, each) for twin in twins):
                yield fault("members", index, "organisation", id=each.organisation.id)
            twins.append(each)


def _what_tells_apart(member: Member) -> tuple[object, ...]:
    team = (member.wording, member.persons)
    return (member.organisation, member.role, member.part, member.side, *team)


@rule(
    "CON006",
    "consortium.replaces-nobody",
    on=Consortium,
    moment=Moment.SUBMISSION,
    severity=Severity.WARNING,
    sources=(_CHANGES,),
    since="26.1",
)
def replaces_nobody(consortium: Consortium, _: Context) -> Iterable[Fault]:
    """The organisation whose place a member took is another member of the same consortium.

    Silent if a member may be missing.
    """
    members = consortium.members or ()
    for index, each in enumerate(members if consortium.members_complete.is_yes else ()):
        if each.replaces is not None:
            others = (*members[:index], *members[index + 1 :])
            if all(other.organisation != each.replaces for other in others):
                yield fault("members", index, "replaces", id=each.replaces.id)
