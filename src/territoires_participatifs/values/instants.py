"""Instants: the day, and perhaps the hour, of something that happened or is to happen."""

from typing import final

from attrs import Attribute, field, frozen

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.language import Language, sentence
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.dates import check_hour, check_zone
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.partial_dates import PartialDate


def _is_hour(instant: "Instant", _: "Attribute[str | None]", hour: str | None) -> None:
    if hour is not None:
        check_hour(hour)
        if instant.day.earliest is None or instant.day.earliest != instant.day.latest:
            raise InvalidValue("VAL310", {"day": instant.day})


def _is_zone(_: object, __: "Attribute[str | None]", zone: str | None) -> None:
    if zone is not None:
        check_zone(zone)


@final
@frozen(weakref_slot=False, repr=False, field_transformer=checked)
class Instant(Compound):
    """A day as precise as its source, with the hour and the zone where they are told.

    Documents write the day alone where the rest is silent.

    >>> Instant(PartialDate("2021-03-12"), hour="16:59", zone="Europe/Paris")
    Instant.parse('2021-03-12; hour=16:59; zone=Europe/Paris')

    :raises InvalidValue: ``VAL303`` and ``VAL304`` for an hour or a zone that is none,
        ``VAL310`` for an hour of what is not a single day.
    """

    day: PartialDate
    hour: str | None = field(default=None, validator=_is_hour)
    """Local, as ``17:00``."""
    zone: str | None = field(default=None, validator=_is_zone)
    """An IANA zone, as ``Europe/Paris``."""

    def in_words(self, language: Language) -> str:
        """Return the instant as a person says it.

        >>> Instant(PartialDate("2021-03-12"), hour="16:59").in_words("en")
        '12 March 2021 at 16:59'
        """
        text = self.day.in_words(language)
        if self.hour is not None:
            text = sentence("deadlines", {"day": text, "hour": self.hour}, language, "hour")
        if self.zone is not None:
            text = sentence("deadlines", {"text": text, "zone": self.zone}, language, "zone")
        return text
