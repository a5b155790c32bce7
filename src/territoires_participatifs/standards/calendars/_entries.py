"""What goes into a calendar, before any format: entries, and what is left out, with its reason."""

from collections.abc import Iterable
from enum import Enum
from typing import Final, final

from attrs import frozen

from territoires_participatifs.checks import Event, EventKind
from territoires_participatifs.language import Language, Whole, sentence
from territoires_participatifs.standards.calendars._times import Omission, Times
from territoires_participatifs.values.names import Name

__all__ = ["Entry", "LeftOut", "Omission", "Status", "about", "called", "changes", "part_of"]

_CHANGES: Final = frozenset(
    {
        EventKind.EXTENDED,
        EventKind.AMENDED,
        EventKind.SUSPENDED,
        EventKind.RESUMED,
        EventKind.REOPENED,
        EventKind.POSTPONED,
        EventKind.CLOSED_EARLY,
        EventKind.CANCELLED,
        EventKind.DROPPED,
    }
)
"""The events after which whoever noted a date has to note it anew."""


@final
class Status(Enum):
    """Whether an entry takes place, in the words of RFC 5545; planned is neither of these."""

    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@final
@frozen
class LeftOut:
    """Something that a calendar can't hold, and why.

    >>> LeftOut("cohorte", "/sessions/0/occurrences/0", Omission.IMPRECISE).in_words("en")
    'cohorte, /sessions/0/occurrences/0: the date is not precise to the day.'
    """

    entity: str
    """The id of the entity that has it."""
    pointer: str
    """Where it stands in that entity."""
    why: Omission

    def in_words(self, language: Language) -> str:
        """Return what is left out and why, on a line."""
        why = Whole(sentence("calendars", {}, language, self.why.value))
        facts = {"entity": Whole(self.entity), "pointer": Whole(self.pointer), "why": why}
        return sentence("calendars", facts, language, "left-out")


@final
@frozen(kw_only=True)
class Entry:
    """One event of a calendar."""

    uid: str
    """Made of ids alone, without the domain."""
    entity: str
    pointer: str
    times: Times
    summary: str
    description: tuple[str, ...] = ()
    """Lines of text."""
    location: str | None = None
    category: str | None = None
    url: str | None = None
    status: Status | None = None
    sequence: int = 0
    blocking: bool = False
    """Whether those who come are busy then."""


def changes(*histories: Iterable[Event]) -> int:
    """Return how many events of some histories have changed a date, or what it is for."""
    return sum(each.kind in _CHANGES for history in histories for each in history)


def called(names: tuple[Name, ...], language: Language) -> str | None:
    """Return the first name of a language, or the first one; None if there is none."""
    own = (each.text for each in names if each.language == language)
    return next(own, names[0].text if names else None)


def about(name: str, what: str, language: Language) -> str:
    """Return a title: the name of a whole, and what of it is meant."""
    return sentence("calendars", {"name": Whole(name), "what": Whole(what)}, language, "about")


def part_of(name: str, part: str | None, language: Language) -> str:
    """Return the name of a part after that of its whole; that of the whole if it has none."""
    if part is None:
        return name
    return sentence("calendars", {"name": Whole(name), "part": Whole(part)}, language, "part")
