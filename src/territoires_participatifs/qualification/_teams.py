"""Teams: who is in them, in which capacity, and who is surely there at the same time."""

from collections.abc import Iterable, Sequence
from typing import Final

from territoires_participatifs.organisations import Capacity
from territoires_participatifs.qualification._seats import TeamMember

VAGUE: Final = frozenset({None, Capacity.OTHER, Capacity.SINGLE_CONTACT})
"""What a person is told to be who may be anything else as well."""

_CLOSE: Final = (
    frozenset({Capacity.OFFICER, Capacity.EXECUTIVE, Capacity.PROFESSIONAL}),
    frozenset({Capacity.CITIZEN, Capacity.VOLUNTEER}),
)
"""Capacities that sources tell one for the other: who directs the services is an officer too."""


def capacity_of(member: TeamMember) -> Capacity | None:
    """Return the capacity that a member comes in, else the one that the person has."""
    of_the_person = None if member.person is None else member.person.capacity
    return member.capacity or of_the_person


def may_come_as(member: TeamMember, capacity: Capacity) -> bool:
    """Whether a member may be counted in a capacity: no other one is told for sure."""
    told = capacity_of(member)
    close = any({told, capacity} <= each for each in _CLOSE)
    return told in VAGUE or told is capacity or close


def staying(team: Sequence[TeamMember]) -> list[tuple[int, TeamMember]]:
    """Return the members whose place nobody else has taken, each with its index."""
    replaced = {each.replaces for each in team if not replaces_itself(each)}
    members = enumerate(team)
    return [(i, e) for i, e in members if e.person is None or e.person.id not in replaced]


def replaces_itself(member: TeamMember) -> bool:
    """Whether the person whose place a member took is the same person."""
    return member.person is not None and member.person.id == member.replaces


def most_sent(team: Sequence[TeamMember], capacity: Capacity) -> int:
    """Return how many persons of a team may have been there in a capacity, at any time.

    One whose place another took in that capacity does not count.
    """
    coming = [each for each in team if may_come_as(each, capacity)]
    return len({who(index, each) for index, each in staying(coming)})


def who(index: int, member: TeamMember, seat: str = "") -> tuple[str, int]:
    """Return what tells a member from others: the pseudonym, else the place in the team."""
    return (seat, index) if member.person is None else (member.person.id, -1)


def at_once(members: Iterable[tuple[object, TeamMember]]) -> int:
    """Return how many different persons are surely there at the same time."""
    spans = [(person, *_surely_there(each)) for person, each in members]
    days = {begins for _, begins, _ in spans}
    there = ({who for who, begins, ends in spans if begins <= day < ends} for day in days)
    return max((len(each) for each in there), default=0)


def are_together(one: TeamMember, other: TeamMember) -> bool:
    """Whether two members are surely there at the same time."""
    return at_once(enumerate((one, other))) > 1


_UNDATED: Final = (0, 1)
_NEVER: Final = (1, 0)


def _surely_there(member: TeamMember) -> tuple[int, int]:
    """Return from when to when a member is surely there, in half-days since the first day of all.

    Those of whom no date is told are there together, at a time of their own; who is only known
    to begin is there a moment later, and who is only known to end, a moment before. A handover
    is none: one ends on the day that the other begins.
    """
    begins, ends = member.since or member.until, member.until or member.since
    if begins is None or ends is None:
        return _UNDATED
    last, first = begins.bounds[1], ends.bounds[0]
    if last is None or first is None:
        return _NEVER
    return 2 * last - (member.since is None), 2 * first + (member.until is None)
