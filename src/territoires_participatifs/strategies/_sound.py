"""What makes an object sound: mending what contradicts itself."""

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar, cast

from territoires_participatifs.calls import Call, Round, TextDemand, UnknownDemand
from territoires_participatifs.organisations import Organisation, Participation
from territoires_participatifs.sources import Entity, Standing
from territoires_participatifs.values import Bilingual, Deadline, PartialDate, Siren, Siret
from territoires_participatifs.values.declarations import (
    Declaration,
    declarations,
    is_declared,
    replaced,
)

T = TypeVar("T")
E = TypeVar("E", bound=Entity)


def sound(held: T) -> T:
    """Return an object whose parts, and itself, no longer contradict themselves."""
    changes = {
        name: _sound_parts(each, getattr(held, name))
        for name, each in declarations(type(held)).items()
        if any(is_declared(kind) for kind in each.kinds)
    }
    whole = replaced(held, **changes)
    mend = _MENDED.get(type(held))
    mended = whole if mend is None else cast("T", mend(whole))
    return _modest(mended) if isinstance(mended, Entity) and mended != held else mended


def _sound_parts(declaration: Declaration, held: object) -> object:
    parts = tuple(map(sound, declaration.values(held)))
    if declaration.many:
        return held if held is None else parts
    return parts[0] if parts else held


def _in_order(part: Participation) -> Participation:
    since, until = part.since, part.until
    if since is None or until is None or not until.before(since).is_yes:
        return part
    return replaced(part, since=until, until=since)


def _opened_first(round_: Round) -> Round:
    opens, deadline = round_.opens, round_.deadline
    if opens is None or deadline is None or deadline.day is None:
        return round_
    return replaced(round_, opens=None) if deadline.day.before(opens.day).is_yes else round_


def _around_rounds(call: Call) -> Call:
    opens = None if call.opens is None else call.opens.day
    closes = None if call.closes is None else call.closes.day
    days = [each for round_ in call.rounds or () for each in _days(round_)]
    if opens is not None and any(each.before(opens).is_yes for each in days):
        call, opens = replaced(call, opens=None), None
    inverted = opens is not None and closes is not None and closes.before(opens).is_yes
    if inverted or (closes is not None and any(each.after(closes).is_yes for each in days)):
        call = replaced(call, closes=None)
    return call


def _days(round_: Round) -> list[PartialDate]:
    ends = (each for each in (round_.opens, round_.deadline) if each is not None)
    return [each.day for each in ends if each.day is not None]


def _one_siren(organisation: Organisation) -> Organisation:
    siren, siret = organisation.siren, organisation.siret
    if isinstance(siren, Siren) and isinstance(siret, Siret):
        organisation = replaced(organisation, siren=siret.siren)
    return organisation


def _in_a_zone(deadline: Deadline) -> Deadline:
    return replaced(deadline, zone=deadline.zone or "Europe/Paris") if deadline.hour else deadline


def _in_words(demand: UnknownDemand) -> TextDemand:
    return TextDemand(text=Bilingual(str(demand.content)))


def _modest(entity: E) -> E:
    """Return the entity without preferred values that it may no longer hold."""
    kept = (e for e in entity.statements if e.standing is not Standing.PREFERRED)
    unknown = tuple(e for e in entity.disputed if getattr(entity, e[1:]) is None)
    return replaced(entity, statements=tuple(kept), disputed=unknown)


_MENDED: Final[Mapping[type, Callable[[Any], Any]]] = {
    Participation: _in_order,
    Round: _opened_first,
    Call: _around_rounds,
    Organisation: _one_siren,
    Deadline: _in_a_zone,
    UnknownDemand: _in_words,
}
