"""When members are there: what is sure of it."""

from collections.abc import Iterable

from territoires_participatifs.consortia._model import Member


def overlap(one: Member, other: Member) -> bool:
    """Whether two members are surely there together: so they are if no date is told of either.

    A handover is none: one ends on the day that the other begins, or before.
    """
    if _is_untold(one) and _is_untold(other):
        return True
    return _begins_within(one, other) and _begins_within(other, one)


def _is_untold(member: Member) -> bool:
    return member.since is None and member.until is None


def _begins_within(one: Member, other: Member) -> bool:
    """Whether a member surely begins before the other ends.

    A member is there for a while: where its beginning is unknown, it lies before its end,
    and where its end is unknown, it lies after its beginning.
    """
    begins, ends = one.since or one.until, other.until or other.since
    if begins is None or ends is None:
        return False
    beside = one.since is None or other.until is None
    return begins.before(ends).is_yes or (beside and begins.after(ends).is_no)


def present(members: Iterable[Member]) -> tuple[Member, ...]:
    """Return the members that have not left, and whose place nobody has taken."""
    known = tuple(members)
    replaced = {each.replaces for each in known}
    return tuple(each for each in known if each.until is None and each.organisation not in replaced)
