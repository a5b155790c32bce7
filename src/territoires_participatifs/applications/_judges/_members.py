"""The members of a consortium, each once: and how many there are."""

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple, TypeAlias, final

from territoires_participatifs.applications._judges._answers import Answer, fact_found
from territoires_participatifs.applications._judges._facts import Facts, Party
from territoires_participatifs.applications._judges._parties import not_told
from territoires_participatifs.values.bounds import count_fits
from territoires_participatifs.values.quantities import Count, Exactness
from territoires_participatifs.values.ternary import all_of, any_of

MEMBERS: Final = "/consortium/members"

Trait: TypeAlias = Callable[[Party], Answer]
"""Tells whether a member is of some sort."""


@final
class Tally(NamedTuple):
    """How many members are of some sort, and what is missing to tell it."""

    number: Count
    gaps: tuple[Answer, ...]


def organisations_of(facts: Facts) -> tuple[tuple[Party, ...], ...]:
    """Return the parties of an application, those of one organisation together.

    An organisation may be named once for each part that it takes.
    """
    found: dict[str, list[Party]] = {}
    for index, each in enumerate(facts.members):
        member = each.member
        key = f"/{index}" if member is None else member.organisation.id
        found.setdefault(key, []).append(each)
    return tuple(map(tuple, found.values()))


def tally(facts: Facts, traits: Iterable[Trait] = ()) -> Tally:
    """Return the number of members that have all of some traits.

    Somebody applies: of all that may be members, one is. Whoever applies alone stands beside
    no other member.
    """
    wanted = tuple(traits)
    asked: tuple[Trait, ...] = (*wanted, facts.membership)
    sure, possible, alone, gaps = 0, 0, 0, list(facts.unlisted)
    for parties in organisations_of(facts):
        answers = [[trait(party) for trait in asked] for party in parties]
        counted = any_of(all_of(each.met for each in some) for some in answers)
        sure += counted.is_yes
        if parties[0].member is None:
            alone += not counted.is_no
        else:
            possible += not counted.is_no
        if counted.is_undetermined:
            gaps += [each for some in answers for each in some if each.met.is_undetermined]
    if not wanted and (facts.members or facts.application.applicant is not None):
        sure = max(sure, 1)
    upper = max(possible, alone) if facts.members_complete.is_yes else None
    return Tally(between(sure, upper), tuple(gaps))


def between(lower: int, upper: int | None) -> Count:
    """Return a number by its bounds; None for no upper one.

    >>> between(2, 2), between(2, 3), between(2, None)
    (Count.parse('2'), Count.parse('2; exactness=between; upper=3'), Count.parse('2; exactness=at-least'))
    """
    if upper is None:
        return Count(lower, Exactness.AT_LEAST)
    return Count(lower) if lower == upper else Count(lower, Exactness.BETWEEN, upper)


def number_held(
    limit: Count, found: Count, name: str, gaps: Iterable[Answer], place: str | None = None
) -> Answer:
    """Hold a number of those that apply against a limit; if nothing else is, it is what lacks.

    That a number is not below zero says nothing, and is not told.
    """
    met = count_fits(limit, found)
    fact = fact_found(name=name, count=found, place=place)
    told = () if found == Count(0, Exactness.AT_LEAST) else (fact,)
    known = tuple(gap for each in gaps for gap in each.missing)
    missing = (known or not_told(MEMBERS).missing) if met.is_undetermined else ()
    return Answer(met, told, missing, () if place is None else (place,))
