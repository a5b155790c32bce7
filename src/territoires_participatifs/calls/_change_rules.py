"""Rules on what changed in the life of a call: it is told, and an extension extends."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from territoires_participatifs.calls._model import Call
from territoires_participatifs.checks import (
    Context,
    Event,
    EventKind,
    Fault,
    Moment,
    Severity,
    fault,
    rule,
)
from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.sources import Source
from territoires_participatifs.values.deadlines import Deadline
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.raw import Raw

_CALENDAR: Final = Source(
    id="question-3746",
    title="Réponse ministérielle n° 3746 (JO Sénat, 2 mars 2023) : le calendrier lie l'organisateur",
    url="https://www.idcite.com/RM-Modification-du-calendrier-de-depot-des-offres-d-un-appel-a-projet_a69901.html",
)
_POSTPONED: Final = Source(
    id="ftap-2020",
    title="Fonds pour la transformation de l'action publique, 2020 : clôture reportée au 31 juillet, règle déduite",
    url="https://www.lemondeinformatique.fr/actualites/lire-l-etat-repartit-140-meteuro-sur-16-projets-pour-sa-transformation-numerique-79510.html",
)

_TOLD: Final[Mapping[EventKind, tuple[str, ...]]] = {
    EventKind.EXTENDED: ("about", "was", "on"),
    EventKind.ENVELOPE_CHANGED: ("about", "was"),
}
"""What each change tells: the day binds those who answer, but money may be added unnoticed."""

_MAY_MOVE: Final = frozenset({EventKind.AMENDED, EventKind.CLOSED_EARLY})
"""What may move a deadline too, where it does not say which field it changed."""

_Life: TypeAlias = tuple[tuple[str | int, ...], Sequence[Event], str, Deadline | None]
"""Where something with a history stands, its events, and its deadline with the field of it."""


def _lives(call: Call) -> Iterator[_Life]:
    yield (), call.history, "closes", call.closes
    for index, each in enumerate(call.rounds or ()):
        yield ("rounds", index), each.history, "deadline", each.deadline


@rule(
    "CAL006",
    "call.change-forgets-what-was",
    on=Call,
    moment=Moment.PUBLICATION,
    severity=Severity.WARNING,
    sources=(_CALENDAR,),
    since="26.1",
)
def change_forgets_what_was(call: Call, _: Context) -> Iterable[Fault]:
    """A deadline or an envelope that changed says which field did, and what it held before.

    An extension says on which day it was decided too, since it must reach all who may answer.
    """
    for path, history, _name, _deadline in _lives(call):
        for index, each in enumerate(history):
            told = _TOLD.get(each.kind, ())
            missing = tuple(name for name in told if getattr(each, name) is None)
            if missing:
                yield fault(*path, "history", index, missing[0], missing=missing)


@rule(
    "CAL007",
    "call.extended-backwards",
    on=Call,
    moment=Moment.DRAFT,
    severity=Severity.WARNING,
    sources=(_POSTPONED,),
    since="26.1",
)
def extended_backwards(call: Call, _: Context) -> Iterable[Fault]:
    """A deadline that was extended does not come before the one that it replaced.

    Silent where the old one can't be read as a day, where another event moved the deadline
    since, and where the dates are too imprecise to tell.
    """
    for path, history, name, deadline in _lives(call):
        was = _day_before_extension(history, f"/{name}")
        day = None if deadline is None else deadline.day
        if was is not None and day is not None and day.before(was).is_yes:
            yield fault(*path, name, deadline=day, was=was)


def _day_before_extension(history: Sequence[Event], about: str) -> PartialDate | None:
    """Return the day that a deadline held before the last event that moved it, an extension."""
    for each in reversed(history):
        if each.about in {about, f"{about}/day"} or (each.about is None and each.kind in _MAY_MOVE):
            return _day(each.was) if each.kind is EventKind.EXTENDED else None
    return None


def _day(was: Raw | None) -> PartialDate | None:
    """Return the day of a deadline as documents write one: alone, or with what else is told."""
    held = None if was is None else was.json
    for step in ("day", "edtf"):
        held = held.get(step) if isinstance(held, dict) else held
    try:
        return PartialDate(held) if isinstance(held, str) else None
    except InvalidValue:
        return None
