"""Persons and contacts: optional, pseudonymous, and marked as personal data."""

from enum import Enum
from typing import final

from attrs import field, frozen

from territoires_participatifs.sources import Entity
from territoires_participatifs.values.declarations import PERSONAL, checked
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.texts import EntityId, Url


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Contact(Record):
    """Where to ask: a service, or a person of it.

    It holds personal data as soon as it leads to a natural person, by whichever field.

    >>> Contact(label="Centre de ressources", url="https://www.cerdd.org")
    Contact(label='Centre de ressources', url='https://www.cerdd.org')
    """

    label: str | None = field(default=None, metadata={PERSONAL: True})
    """The name of the service or of the person."""
    email: str | None = field(default=None, metadata={PERSONAL: True})
    telephone: str | None = field(default=None, metadata={PERSONAL: True})
    address: str | None = field(default=None, metadata={PERSONAL: True})
    url: Url | None = field(default=None, metadata={PERSONAL: True})


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

    id: EntityId
    """A pseudonym: it tells nothing of the person."""
    name: str | None = field(default=None, metadata={PERSONAL: True})
    capacity: Capacity | None = None
    organisation: Ref[Entity] | None = None
    """The organisation that the person acts for."""
    contact: Contact | None = None
