"""How to spoil consortia."""

from typing import Final

from breakers.base import Breaker, put

import territoires_participatifs as tp
from territoires_participatifs.values.declarations import replaced

IDS: Final = ("x-lab", "x-city", "x-school")


def _member(id_: str, role: tp.MemberRole, **fields: object) -> tp.Member:
    return replaced(tp.Member(organisation=tp.Ref(id_), role=role), **fields)


def _lead(**fields: object) -> tp.Member:
    return _member("x-lab", tp.MemberRole.COORDINATOR, **fields)


def _partner(**fields: object) -> tp.Member:
    return _member("x-city", tp.MemberRole.PARTNER, **fields)


def _members(
    *members: tp.Member, complete: tp.Ternary = tp.Ternary.YES, size: int | None = None
) -> Breaker:
    """Return a breaker that adds three organisations, and an application of some of them."""
    together = tp.Consortium(
        members=members,
        members_complete=complete,
        size=None if size is None else tp.Count(size),
    )
    known = (tp.Organisation(id=each) for each in IDS)
    return put(*known, tp.Application(id="x-file", consortium=together))


BREAKERS: Final[dict[str, Breaker]] = {
    "CON001": _members(_partner(), _member("x-lab", tp.MemberRole.PARTNER)),
    "CON002": _members(_lead(), _member("x-city", tp.MemberRole.COORDINATOR)),
    "CON003": _members(_lead(share=tp.Rate(60)), _partner(share=tp.Rate(50))),
    "CON004": _members(_partner(), _partner(), complete=tp.Ternary.NO),
    "CON005": _members(_lead(), _partner(), size=5),
    "CON006": _members(_lead(), _partner(replaces=tp.Ref("x-school"))),
}
