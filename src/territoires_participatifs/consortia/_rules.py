"""Rules on consortia and their members."""

from collections.abc import Iterable
from typing import Final

from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.consortia._member_rules import (
    member_twice,
    replaces_nobody,
    two_coordinators,
)
from territoires_participatifs.consortia._model import Consortium, MemberRole
from territoires_participatifs.consortia._share_rules import shares_sum
from territoires_participatifs.consortia._size_rules import size_differs
from territoires_participatifs.sources import Source

_LEAD_PARTNER: Final = Source(
    id="interreg-23",
    title="Règlement (UE) 2021/1059 (Interreg), article 23 : les partenaires désignent un chef de file",
    url="https://eur-lex.europa.eu/legal-content/FR/TXT/HTML/?uri=CELEX:32021R1059",
)

_TOGETHER: Final = 2
"""From how many on members need one of them to coordinate."""


@rule(
    "CON001",
    "consortium.no-coordinator",
    on=Consortium,
    moment=Moment.SUBMISSION,
    severity=Severity.WARNING,
    sources=(_LEAD_PARTNER,),
    since="26.1",
)
def no_coordinator(consortium: Consortium, _: Context) -> Iterable[Fault]:
    """One of those who answer together coordinates.

    Silent if a member may be missing, if a role is unknown, or if it is not certain that
    one of them is a member.
    """
    members = consortium.members or ()
    told = all(each.role is not None and each.certain.is_yes for each in members)
    leads = any(each.role is MemberRole.COORDINATOR for each in members)
    whole = consortium.members_complete.is_yes and len(members) >= _TOGETHER
    if whole and told and not leads:
        yield fault("members", number=len(members))


RULES: Final = (
    no_coordinator,
    two_coordinators,
    shares_sum,
    member_twice,
    size_differs,
    replaces_nobody,
)
