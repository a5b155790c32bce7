"""Sentences on calls: who launches them, when, within what, for what, until when."""

from collections.abc import Iterator

from territoires_participatifs.actions import FundedAction
from territoires_participatifs.calls import Call, CallKind, CallStatus
from territoires_participatifs.document import fits
from territoires_participatifs.labels import label
from territoires_participatifs.organisations import Participation, Role
from territoires_participatifs.sources import Standing
from territoires_participatifs.telling._endings import ending
from territoires_participatifs.telling._words import Words, capital, small
from territoires_participatifs.values.deadlines import Deadline, DeadlineKind
from territoires_participatifs.values.partial_dates import PartialDate

_PARTNERS = (Role.PARTNER, Role.CO_FUNDER)
_PASSIVE = {"launch": "launched", "plan": "planned"}
_NEVER_OPENED = (CallStatus.PLANNED, CallStatus.POSTPONED)


def call_told(call: Call, words: Words) -> Iterator[str]:
    """Yield what is told of a call itself: who launches it, when, within what, for what."""
    yield _launch(call, words)
    stated = [each.standing for each in call.statements if each.about == "/purpose"]
    only_deduced = bool(stated) and set(stated) == {Standing.INFERRED}
    if call.purpose is not None and not only_deduced:
        text = small(words.said(call.purpose))
        yield words.told("purpose", text=text) + words.marks(call, "purpose")


def _launch(call: Call, words: Words) -> str:
    text = _opening(call, words)
    told = ["announced", "kind", "reach"]
    for name, piece, more in _around(call, words):
        text = words.told(piece, text=text, more=more)
        told.append(name)
    if call.announced is not None:
        when = words.when(call.announced, _inferred(call))
        text = words.told("dated", when=when, text=text)
    ended = ending(call, words)
    if ended is not None:
        text = words.told("aside", text=text, more=ended)
        told.append("status")
    told += [f"participations/{place}" for place in _from_the_first(call)]
    quotes = [each.quote for each in _from_the_first(call).values()]
    return capital(text) + "." + words.marks(call, *told, quotes=quotes)


def _from_the_first(call: Call) -> dict[int, Participation]:
    """Return who launches the call by place; a partner that joined later does not."""
    return {
        place: each
        for place, each in enumerate(call.participations or ())
        if each.certain.is_yes
        and (each.role is Role.ORGANISER or (each.role in _PARTNERS and each.since is None))
    }


def _opening(call: Call, words: Words) -> str:
    """Return who launches the call, or means to, and with whom; or that it is launched."""
    parts = _from_the_first(call).values()
    organisers = words.playing(parts, Role.ORGANISER)
    verb = "plan" if call.status in _NEVER_OPENED else "launch"
    part = verb if organisers else _PASSIVE[verb]
    text = words.told(
        part if call.reach else f"{part}-anywhere",
        who=words.all_named(organisers),
        number=len(organisers),
        kind=_kind(call, words),
        reach="" if call.reach is None else label(call.reach, words.language),
        name=words.quoted(call),
    )
    partners = words.playing(parts, *_PARTNERS)
    return words.told("beside", text=text, more=words.all_named(partners)) if partners else text


def _kind(call: Call, words: Words) -> str:
    """Return what the call is called; a call, if its kind is unknown or has no word."""
    if call.kind is None or call.kind is CallKind.OTHER:
        return words.masculine(label(Call, language=words.language))
    return words.masculine(label(call.kind, words.language))


def _around(call: Call, words: Words) -> Iterator[tuple[str, str, object]]:
    """Yield what stands around a launch, each with its field and its sentence."""
    origin = None if call.opened_by is None else words.dataset.by_id.get(call.opened_by.id)
    frames = [words.dataset.by_id.get(each.id) for each in call.programmes or ()]
    listed = [words.programme(each) for each in frames if each is not None]
    if isinstance(origin, FundedAction):
        yield "opened_by", "opened-by", words.quoted(origin)
    elif listed:
        yield "programmes", "within", words.enumerated(listed)
    if call.closes is not None:
        yield "closes", _closing(call.closes, words), call.closes


def _closing(closes: Deadline, words: Words) -> str:
    """Return which sentence tells until when one may answer."""
    if closes.kind is DeadlineKind.TO_BE_ANNOUNCED:
        return "closes-later"
    if closes.kind is not DeadlineKind.FIXED or closes.day is None:
        return "receives"
    return "closes" if words.is_day(closes.day) else "closes-about"


def _inferred(call: Call) -> list[PartialDate]:
    """Return the dates that are inferred of the launch, where the sources leave its year out."""
    said = [
        fits(each.value.json, PartialDate)[0]
        for each in call.statements
        if each.about == "/announced" and each.standing is Standing.INFERRED and each.value
    ]
    return [each for each in said if isinstance(each, PartialDate)]
