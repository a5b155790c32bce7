"""Until when one may answer: a day, an hour and a zone, or no fixed day at all."""

import re
from datetime import datetime, timedelta
from enum import Enum
from typing import Final, final

from attrs import Attribute, field, frozen

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.language import Language, sentence
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.dates import (
    MINUTES_IN_A_DAY,
    instants,
    is_hour,
    is_zone,
    utc,
)
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.ternary import Ternary

_WIDEST_OFFSETS: Final = ("Etc/GMT-14", "Etc/GMT+12")
"""The zones where a given hour comes first and last: UTC+14 and UTC-12 (the sign is theirs)."""

_RECURRENCE: Final = re.compile(
    "FREQ=(SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)"
    "(;(UNTIL|COUNT|INTERVAL|WKST|BY[A-Z]+)=[A-Z0-9,+-]+)*"
)


@final
class DeadlineKind(Enum):
    """How the end of a call or round is set."""

    FIXED = "fixed"
    """A day, perhaps with its hour."""
    ROLLING = "rolling"
    """*Au fil de l'eau*: no end is set."""
    RECURRING = "recurring"
    """At a rhythm, as every first Monday."""
    UNTIL_EXHAUSTED = "until-exhausted"
    """Until the funds run out, perhaps with a latest day."""
    TO_BE_ANNOUNCED = "to-be-announced"
    """The organiser will say later, as for the second stage of a call."""


@final
class CountingEvent(Enum):
    """Which event must have happened by the deadline."""

    SENT = "sent"
    RECEIVED = "received"
    COMPLETE = "complete"
    """The file is complete, with every document."""
    ACKNOWLEDGED = "acknowledged"
    """The administration has acknowledged receipt."""


def _is_recurrence(_: object, __: "Attribute[str | None]", value: str | None) -> None:
    if value is not None and not _RECURRENCE.fullmatch(value):
        raise InvalidValue("VAL308", {"value": value})


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Deadline(Compound):
    """The end of the time to answer.

    An hour counts to its last second: at 17:00 exactly one is in time, from 17:01 one is
    late, and between the two nobody can tell. A day without an hour ends with that day.
    Without a zone, an instant is late only when it is so everywhere on Earth. Nobody can
    tell either which of two hours is meant, in the night when clocks go back.

    >>> deadline = Deadline(
    ...     day=PartialDate("2023-10-19"),
    ...     hour="17:00",
    ...     zone="Europe/Paris",
    ...     event=CountingEvent.RECEIVED,
    ... )
    >>> deadline.missed_at(datetime.fromisoformat("2023-10-19T15:01:00+00:00"))
    <Ternary.YES: 'yes'>
    >>> print(deadline)
    2023-10-19; hour=17:00; zone=Europe/Paris; event=received

    :raises InvalidValue: ``VAL303`` and ``VAL304`` for an hour or a zone that is none,
        ``VAL307`` for fields that don't belong together (a fixed deadline needs its day,
        a recurring one has none), ``VAL308`` if the recurrence is not an RFC 5545 rule.
    """

    day: PartialDate | None = None
    kind: DeadlineKind = DeadlineKind.FIXED
    hour: str | None = field(default=None, validator=is_hour)
    zone: str | None = field(default=None, validator=is_zone)
    event: CountingEvent | None = None
    recurrence: str | None = field(default=None, validator=_is_recurrence)
    wording: str | None = None

    def __attrs_post_init__(self) -> None:
        dated = self.kind not in {DeadlineKind.RECURRING, DeadlineKind.TO_BE_ANNOUNCED}
        misplaced = (
            (self.kind is DeadlineKind.FIXED and self.day is None)
            or (self.day is not None and not dated)
            or (self.hour is not None and self.day is None)
            or (self.recurrence is not None and self.kind is not DeadlineKind.RECURRING)
        )
        if misplaced:
            raise InvalidValue("VAL307", {"kind": self.kind.value})

    def missed_at(self, when: datetime) -> Ternary:
        """Tell whether something done at an instant comes too late.

        :raises TypeError: if the instant has no zone.
        """
        moment = utc(when)
        if self.day is None:
            return Ternary.NO if self.kind is DeadlineKind.ROLLING else Ternary.UNDETERMINED
        first, last = self._limits(self.day)
        if last is not None and moment - last >= self._counted:
            return Ternary.YES
        in_time = first is not None and moment <= first
        if in_time and self.kind is not DeadlineKind.UNTIL_EXHAUSTED:
            return Ternary.NO
        return Ternary.UNDETERMINED

    def in_words(self, language: Language) -> str:
        """Return the deadline as a person says it.

        >>> day = PartialDate("2023-10-19")
        >>> Deadline(day=day, hour="17:00", zone="Europe/Paris").in_words("en")
        '19 October 2023 at 17:00 (Europe/Paris)'
        >>> Deadline(kind=DeadlineKind.ROLLING).in_words("fr")
        "au fil de l'eau"
        """
        text = sentence("deadlines", {"day": self._day_in_words(language)}, language, self._phrase)
        if self.zone is not None:
            text = sentence("deadlines", {"text": text, "zone": self.zone}, language, "zone")
        if self.event is None:
            return text
        return sentence("deadlines", {"text": text}, language, self.event.value)

    @property
    def _phrase(self) -> str:
        return f"{self.kind.value}-day" if self.day is not None else self.kind.value

    def _day_in_words(self, language: Language) -> str:
        day = "" if self.day is None else self.day.in_words(language)
        if self.hour is None:
            return day
        return sentence("deadlines", {"day": day, "hour": self.hour}, language, "hour")

    def _limits(self, on: PartialDate) -> tuple[datetime | None, datetime | None]:
        """Return the first and the last instant that the deadline may be."""
        first_zone, last_zone = (self.zone, self.zone) if self.zone else _WIDEST_OFFSETS
        first, last = on.earliest, on.latest
        return (
            None if first is None else instants(first, self._minutes, first_zone)[0],
            None if last is None else instants(last, self._minutes, last_zone)[1],
        )

    @property
    def _minutes(self) -> int:
        hours, minutes = (self.hour or "24:00").split(":")
        return int(hours) * 60 + int(minutes)

    @property
    def _counted(self) -> timedelta:
        """How long its hour counts: to the next minute, but the end of a day is sharp."""
        return timedelta(minutes=self._minutes != MINUTES_IN_A_DAY)
