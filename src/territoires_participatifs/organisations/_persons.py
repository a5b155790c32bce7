"""Persons and contacts: optional, pseudonymous, and marked as personal data."""

from enum import Enum
from typing import Final, final

from attrs import field, frozen

from territoires_participatifs.sources import Entity
from territoires_participatifs.values.declarations import PERSONAL, checked
from territoires_participatifs.values.personal import Personal, PersonalCategory, PersonalPurpose
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.texts import EntityId, Url

_WAYS: Final = ("email", "telephone", "address")
_REACHED: Final = {PERSONAL: Personal(PersonalCategory.CONTACT, PersonalPurpose.ENQUIRIES)}
_BESIDE: Final = {PERSONAL: Personal(PersonalCategory.CONTACT, PersonalPurpose.ENQUIRIES, of=_WAYS)}


def _acting(category: PersonalCategory) -> dict[str, Personal]:
    return {PERSONAL: Personal(category, PersonalPurpose.REPRESENTATION)}


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Contact(Record):
    """Where to ask: a service, or a person of it.

    A name and a page are those of a service. With an e-mail address, a telephone number or
    a postal address, it may lead to a natural person: all of it is then personal data.

    >>> Contact(label="Centre de ressources", url="https://www.cerdd.org")
    Contact(label='Centre de ressources', url='https://www.cerdd.org')
    """

    label: str | None = field(default=None, metadata=_BESIDE)
    """The name of the service or of the person."""
    email: str | None = field(default=None, metadata=_REACHED)
    telephone: str | None = field(default=None, metadata=_REACHED)
    address: str | None = field(default=None, metadata=_REACHED)
    url: Url | None = field(default=None, metadata=_BESIDE)


@final
class Capacity(Enum):
    """In which capacity a person acts."""

    ELECTED_MEMBER = "elected-member"
    """*Élu·e*."""
    OFFICER = "officer"
    """*Technicien·ne, agent*."""
    EXECUTIVE = "executive"
    """*Direction générale des services*."""
    STATE_REPRESENTATIVE = "state-representative"
    """As a *délégué du préfet*."""
    CITIZEN = "citizen"
    VOLUNTEER = "volunteer"
    PROFESSIONAL = "professional"
    TRAINER = "trainer"
    SCIENTIFIC_LEAD = "scientific-lead"
    SINGLE_CONTACT = "single-contact"
    """*Référent unique*."""
    IDEA_AUTHOR = "idea-author"
    """Who proposed what others may carry out."""
    JUROR = "juror"
    OTHER = "other"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Person(Record):
    """A natural person acting in a capacity, known by a pseudonym.

    The name is left out unless a call requires it; the same person has the same pseudonym
    throughout a dataset.

    >>> Person(id="p-7f3a", capacity=Capacity.ELECTED_MEMBER)
    Person(id='p-7f3a', capacity=<Capacity.ELECTED_MEMBER: 'elected-member'>)
    """

    id: EntityId = field(metadata=_acting(PersonalCategory.PSEUDONYM))
    """A pseudonym: it tells nothing of the person."""
    name: str | None = field(default=None, metadata=_acting(PersonalCategory.IDENTITY))
    capacity: Capacity | None = field(default=None, metadata=_acting(PersonalCategory.CAPACITY))
    organisation: Ref[Entity] | None = field(
        default=None, metadata=_acting(PersonalCategory.CAPACITY)
    )
    """The organisation that the person acts for."""
    contact: Contact | None = field(default=None, metadata=_acting(PersonalCategory.CONTACT))
