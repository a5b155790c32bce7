"""Instants: the day, and perhaps the hour, of something that happened or is to happen."""

from typing import final

from attrs import field, frozen

from territoires_participatifs.language import Language, sentence
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.dates import is_hour, is_zone
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.partial_dates import PartialDate


@final
@frozen(weakref_slot=False, repr=False, field_transformer=checked)
class Instant(Compound):
    """A day as precise as its source, with the hour and the zone where they are told.

    Documents write the day alone where the rest is silent.

    >>> Instant(PartialDate("2021-03-12"), hour="16:59", zone="Europe/Paris")
    Instant.parse('2021-03-12; hour=16:59; zone=Europe/Paris')

    :raises InvalidValue: ``VAL303`` and ``VAL304`` for an hour or a zone that is none.
    """

    day: PartialDate
    hour: str | None = field(default=None, validator=is_hour)
    """Local, as ``17:00``."""
    zone: str | None = field(default=None, validator=is_zone)
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
