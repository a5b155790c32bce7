"""Personal data: what a field tells of a natural person, and why it is held."""

from enum import Enum
from typing import final

from attrs import frozen


@final
class PersonalCategory(Enum):
    """What a field tells of a natural person.

    Source: regulation (EU) 2016/679 (GDPR), article 4, points 1 and 5.

    >>> PersonalCategory.PSEUDONYM.value
    'pseudonym'
    """

    PERSON = "person"
    """A natural person, with all that is told of them."""
    IDENTITY = "identity"
    """Who it is: a name, a number, words that name the person."""
    CONTACT = "contact"
    """How to reach the person."""
    PSEUDONYM = "pseudonym"
    """What stands for the name; with the key or a list, it leads back to the person."""
    CAPACITY = "capacity"
    """In which capacity the person acts, for whom, and from when to when."""
    ATTENDANCE = "attendance"
    """Where the person was, and what attests it."""
    FREE_TEXT = "free-text"
    """Words that may speak of persons; no machine can tell."""


@final
class PersonalPurpose(Enum):
    """Why a field that tells of a natural person is held.

    Source: regulation (EU) 2016/679 (GDPR), article 5, paragraph 1, point b: data are
    collected for specified purposes.

    >>> PersonalPurpose.APPRAISAL.value
    'appraisal'
    """

    ENQUIRIES = "enquiries"
    """So that whoever has a question can reach somebody."""
    REPRESENTATION = "representation"
    """To know who acts for an organisation."""
    APPLICATION = "application"
    """To receive an application and to answer it."""
    APPRAISAL = "appraisal"
    """To review the applications, and to decide on them."""
    AWARD = "award"
    """To give an aid, and to account for it."""
    TRAINING = "training"
    """To organise a cycle: its teams, its sessions, who came."""
    CERTIFICATION = "certification"
    """To attest what a person followed."""
    RECORD = "record"
    """To remember what was decided, and why."""


@final
@frozen
class Personal:
    """The mark of a field that tells of a natural person.

    Where a marked field holds a part, what the part tells is held for the purpose of the
    field.

    >>> Personal(PersonalCategory.IDENTITY, PersonalPurpose.APPLICATION).of
    ()
    """

    category: PersonalCategory
    purpose: PersonalPurpose
    of: tuple[str, ...] = ()
    """The fields beside it that make it personal: without any of them, it is nobody's."""
