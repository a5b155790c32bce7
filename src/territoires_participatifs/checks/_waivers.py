"""Waivers: what was let pass, by whom and why."""

from typing import final

from attrs import frozen

from territoires_participatifs.sources import Entity, Quote
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.names import Bilingual
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.texts import EntityId


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
    reason: Bilingual | None = None
    authority: Ref[Entity] | None = None
    """The organisation that lifted it."""
    on: PartialDate | None = None
    quote: Quote | None = None
