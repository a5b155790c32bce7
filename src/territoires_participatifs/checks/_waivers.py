"""Waivers: what was let pass, by whom and why."""

from typing import Final, final

from attrs import field, frozen

from territoires_participatifs.language import Language, spoken
from territoires_participatifs.sources import Entity, Quote
from territoires_participatifs.values.declarations import PERSONAL, checked
from territoires_participatifs.values.names import Bilingual
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.personal import Personal, PersonalCategory, PersonalPurpose
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.texts import EntityId

_WORDS: Final = {PERSONAL: Personal(PersonalCategory.FREE_TEXT, PersonalPurpose.RECORD)}


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Waiver(Record):
    """A derogation: a requirement of the call, or a rule, that was lifted for one case.

    A regional nature park taken into a cycle meant for EPCI and communes is no error: it
    is a requirement waived.

    >>> Waiver(requirement="addressees", reason=Bilingual("Le parc a été retenu."))
    Waiver(requirement='addressees', reason=Bilingual.parse('Le parc a été retenu.'))
    """

    requirement: EntityId | None = None
    """The requirement of the call that was lifted."""
    code: str | None = None
    """The code of the rule whose finding was lifted."""
    subject: Ref[Entity] | None = None
    """The entity that it is for, if not the one that carries it."""
    reason: Bilingual | None = field(default=None, metadata=_WORDS)
    authority: Ref[Entity] | None = None
    """The organisation that lifted it."""
    on: PartialDate | None = None
    quote: Quote | None = None

    @property
    def is_grounded(self) -> bool:
        """Whether it says why, by whom and when: else it lifts no finding."""
        return None not in {self.reason, self.authority, self.on}


def waived(waiver: Waiver, language: Language) -> str:
    """Return why, by whom and when something was lifted, as far as it is known."""
    facts = (waiver.reason, waiver.authority, waiver.on)
    return " · ".join(spoken(each, language) for each in facts if each is not None)
