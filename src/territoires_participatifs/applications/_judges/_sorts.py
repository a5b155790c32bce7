"""The sorts of members that demands count: by kind, size, seat, sector, side, aid."""

from collections.abc import Iterator
from typing import Final

from territoires_participatifs.applications._judges._answers import Answer, lacks
from territoires_participatifs.applications._judges._facts import Facts, Party
from territoires_participatifs.applications._judges._members import Trait
from territoires_participatifs.applications._judges._natures import is_one_of
from territoires_participatifs.applications._judges._seats import is_seated
from territoires_participatifs.applications._judges._sizes import is_of_size, is_public
from territoires_participatifs.calls import MembersDemand
from territoires_participatifs.consortia import MemberRole
from territoires_participatifs.organisations import OrganisationKind
from territoires_participatifs.values.bounds import amount_fits
from territoires_participatifs.values.money import Amount, Money
from territoires_participatifs.values.quantities import Exactness
from territoires_participatifs.values.ternary import Ternary

_ASKS_NOTHING: Final = frozenset({MemberRole.ASSOCIATED_PARTNER, MemberRole.UNFUNDED_PARTNER})


def traits_of(demand: MembersDemand, facts: Facts) -> Iterator[Trait]:
    """Yield what is asked of a member for it to be counted."""
    if demand.kinds:
        yield lambda party: is_of_kinds(party, demand.kinds)
    if demand.sizes:
        yield lambda party: _told(party, "size", is_of_size(party.organisation, demand.sizes))
    if demand.territories:
        yield lambda party: _seated(party, demand, facts)
    if not demand.public.is_undetermined:
        yield lambda party: _of_the_sector(party, demand.public)
    if demand.sides:
        yield lambda party: _on_a_side(party, demand, facts)
    if not demand.funded.is_undetermined:
        yield lambda party: _with_aid(party, demand.funded, facts)


def is_of_kinds(party: Party, kinds: tuple[OrganisationKind, ...]) -> Answer:
    """Return whether an organisation is of one of some kinds."""
    return _told(party, "kind", is_one_of(party.organisation, kinds))


def _told(party: Party, name: str, met: Ternary) -> Answer:
    return party.lacks(name) if met.is_undetermined else Answer(met)


def _as(asked: Ternary, found: Ternary) -> Ternary:
    return found if asked.is_yes else ~found


def _seated(party: Party, demand: MembersDemand, facts: Facts) -> Answer:
    return _told(party, "seat", is_seated(party.organisation, demand.territories, facts.on))


def _of_the_sector(party: Party, asked: Ternary) -> Answer:
    return _told(party, "public", _as(asked, is_public(party.organisation)))


def _on_a_side(party: Party, demand: MembersDemand, facts: Facts) -> Answer:
    side = None if party.member is None else party.member.side
    if side is None:
        return lacks("side", facts.place_of(party, "side"))
    return Answer(Ternary.of(side in demand.sides))


def _with_aid(party: Party, asked: Ternary, facts: Facts) -> Answer:
    requested = _requested(party, facts)
    met = Ternary.UNDETERMINED
    if requested is not None:
        nothing = Money(0, requested.money.currency)
        met = amount_fits(Amount(nothing, Exactness.MORE_THAN), requested)
    elif party.member is not None and party.member.role in _ASKS_NOTHING:
        met = Ternary.NO
    if met.is_undetermined:
        return lacks("member-requested", facts.place_of(party, "requested"))
    return Answer(_as(asked, met))


def _requested(party: Party, facts: Facts) -> Amount | None:
    """Return what a member asks for, or all that whoever applies alone does."""
    return facts.application.requested if party.member is None else party.member.requested
