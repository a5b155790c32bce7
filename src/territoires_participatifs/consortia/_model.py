"""Consortia, and the part of each member."""

from enum import Enum
from typing import Final, final

from attrs import field, frozen

from territoires_participatifs.budgets import Budget
from territoires_participatifs.organisations import Organisation, Person
from territoires_participatifs.reference import TerritoryCode
from territoires_participatifs.sources import Quote
from territoires_participatifs.values.declarations import PERSONAL, checked
from territoires_participatifs.values.money import Amount
from territoires_participatifs.values.names import Name
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.personal import Personal, PersonalCategory, PersonalPurpose
from territoires_participatifs.values.quantities import Count, Rate
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import EntityId

_ACTING: Final = {PERSONAL: Personal(PersonalCategory.PERSON, PersonalPurpose.REPRESENTATION)}


@final
class MemberRole(Enum):
    """The part of an organisation in a consortium."""

    COORDINATOR = "coordinator"
    """*Chef de file, coordonnateur, organisation mandatée*."""
    PARTNER = "partner"
    ASSOCIATED_PARTNER = "associated-partner"
    """Works along without aid, and is bound by the agreement all the same."""
    UNFUNDED_PARTNER = "unfunded-partner"
    """A partner that asks for no aid."""
    AFFILIATED_ENTITY = "affiliated-entity"
    SUPPORTER = "supporter"
    SUBCONTRACTOR = "subcontractor"
    PAYEE = "payee"
    """*Mandataire financier*: receives the money for the others."""
    OTHER = "other"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Member(Record):
    """An organisation in a consortium, for a time, with its share.

    >>> Member(organisation=Ref("cerdd"), role=MemberRole.PARTNER)
    Member(organisation=Ref('cerdd'), role=<MemberRole.PARTNER: 'partner'>)
    """

    organisation: Ref[Organisation]
    role: MemberRole | None = None
    wording: str | None = None
    """The words of the source for its part."""
    certain: Ternary = Ternary.YES
    """Whether it is a member; undetermined where it may be that it only supports."""
    part: EntityId | None = None
    """The part of the answer that it takes part in."""
    side: str | None = None
    """Its side of a border (*versant*)."""
    share: Rate | None = None
    """Its share, and of what."""
    requested: Amount | None = None
    """The aid that it asks for."""
    granted: Amount | None = None
    """The aid that it is granted."""
    budget: Budget | None = None
    persons: tuple[Person, ...] | None = field(default=None, metadata=_ACTING)
    """Who acts for it, where the call requires to name them."""
    since: PartialDate | None = None
    until: PartialDate | None = None
    replaces: Ref[Organisation] | None = None
    """The member whose place it took."""
    quote: Quote | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Consortium(Record):
    """Organisations that answer a call together.

    A draft may still lack its coordinator: that can be saved, and corrected. A list of
    members may be open (*une dizaine*), and their number differ from its length.

    >>> together = Consortium(members=(Member(organisation=Ref("cerdd")),), size=Count(10))
    >>> len(together.members), together.members_complete.is_undetermined
    (1, True)
    """

    names: tuple[Name, ...] = ()
    """A collective may have none."""
    description: str | None = None
    legal_person: Ternary = Ternary.UNDETERMINED
    members: tuple[Member, ...] | None = None
    members_complete: Ternary = Ternary.UNDETERMINED
    """Whether no member is missing; no, for an open list."""
    size: Count | None = None
    """How many they are, as the source states it."""
    territories: tuple[TerritoryCode, ...] | None = None
    """Where its members are."""
    agreement: Ternary = Ternary.UNDETERMINED
    """Whether they have signed a consortium agreement."""
    since: PartialDate | None = None
    until: PartialDate | None = None
    quote: Quote | None = None
