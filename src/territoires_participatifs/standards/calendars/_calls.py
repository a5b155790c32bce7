"""What a calendar tells of a call: from when and until when one may answer."""

from collections.abc import Iterator
from typing import Final, final

from attrs import frozen

from territoires_participatifs.calls import Call, CallStatus, Round, RoundStatus, Stage
from territoires_participatifs.labels import label
from territoires_participatifs.language import Language
from territoires_participatifs.standards.calendars._entries import (
    Entry,
    LeftOut,
    Status,
    about,
    called,
    changes,
    part_of,
)
from territoires_participatifs.standards.calendars._times import (
    Omission,
    Times,
    times_of_deadline,
    times_of_instant,
)
from territoires_participatifs.values.deadlines import Deadline
from territoires_participatifs.values.instants import Instant

_OF_A_CALL: Final = {
    CallStatus.CANCELLED: Status.CANCELLED,
    CallStatus.POSTPONED: Status.CANCELLED,
    CallStatus.SUSPENDED: Status.TENTATIVE,
}
_OF_A_ROUND: Final = {
    RoundStatus.DROPPED: Status.CANCELLED,
    RoundStatus.CONDITIONAL: Status.TENTATIVE,
}


def told_of_call(call: Call, language: Language) -> Iterator[Entry | LeftOut]:
    """Yield the openings and the deadlines of a call, of its rounds and of its stages.

    A deadline that a round lacks is left out, as that of a call without rounds. Stages need none.
    """
    whole = _Part(call, call, "", call.id, language)
    yield from whole.opening(call.opens)
    if call.closes is not None or not call.rounds:
        yield whole.deadline("closes", call.closes)
    for index, each in enumerate(call.rounds or ()):
        part = _Part(call, each, f"/rounds/{index}", f"{call.id}.rounds.{each.id}", language)
        yield from part.opening(each.opens)
        yield part.deadline("deadline", each.deadline)
    for index, stage in enumerate(call.stages or ()):
        part = _Part(call, stage, f"/stages/{index}", f"{call.id}.stages.{stage.id}", language)
        yield from part.opening(stage.opens)
        if stage.deadline is not None:
            yield part.deadline("deadline", stage.deadline)


@final
@frozen
class _Part:
    """A call, or one of its rounds or stages, as its dates are told in a language."""

    call: Call
    part: Call | Round | Stage
    pointer: str
    uid: str
    language: Language

    def opening(self, held: Instant | None) -> Iterator[Entry | LeftOut]:
        """Yield when one may begin to answer, if anything tells."""
        if held is not None:
            yield self._told("opens", times_of_instant(held))

    def deadline(self, field: str, held: Deadline | None) -> Entry | LeftOut:
        """Return until when one may answer, in the words of the deadline too."""
        lines = () if held is None else (held.in_words(self.language),)
        return self._told(field, times_of_deadline(held), lines)

    def _told(
        self, field: str, times: Times | Omission, lines: tuple[str, ...] = ()
    ) -> Entry | LeftOut:
        if isinstance(times, Omission):
            return LeftOut(self.call.id, f"{self.pointer}/{field}", times)
        kind = self.call.kind
        return Entry(
            uid=f"{self.uid}.{field}",
            entity=self.call.id,
            pointer=f"{self.pointer}/{field}",
            times=times,
            summary=about(self._name, label(type(self.part), field, self.language), self.language),
            description=lines,
            category=None if kind is None else label(kind, self.language),
            url=self.call.url,
            status=self._status,
            sequence=self._changes,
        )

    @property
    def _name(self) -> str:
        name = called(self.call.names, self.language) or self.call.id
        if isinstance(self.part, Call):
            return name
        own = self.part.id if self.part.name is None else self.part.name.text
        return part_of(name, own, self.language)

    @property
    def _status(self) -> Status | None:
        """Whether it surely does not take place, or perhaps; no source says that it surely does."""
        own = _status_of(self.part) if isinstance(self.part, Round) else None
        around = _OF_A_CALL.get(self.call.status) if self.call.status else None
        return Status.CANCELLED if Status.CANCELLED in {own, around} else own or around

    @property
    def _changes(self) -> int:
        own = self.part.history if isinstance(self.part, Round) else ()
        return changes(self.call.history, own)


def _status_of(held: Round) -> Status | None:
    if held.status is None:
        return Status.TENTATIVE if held.conditional.is_yes else None
    return _OF_A_ROUND.get(held.status)
