"""Proofs: who came, what was achieved, and what attests it."""

from typing import Final, final

from attrs import field, frozen

from territoires_participatifs.organisations import Organisation
from territoires_participatifs.qualification._cycles import AchievementKind, CertificateKind
from territoires_participatifs.values.declarations import PERSONAL, checked
from territoires_participatifs.values.identifiers import Identifier
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.personal import Personal, PersonalCategory, PersonalPurpose
from territoires_participatifs.values.quantities import Count
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import EntityId


def _of_a_person(category: PersonalCategory, purpose: PersonalPurpose) -> dict[str, Personal]:
    """Return the mark of a field that is personal only if its part names a person."""
    return {PERSONAL: Personal(category, purpose, of=("person",))}


_NAMED: Final = {PERSONAL: Personal(PersonalCategory.PSEUDONYM, PersonalPurpose.TRAINING)}
_CERTIFIED: Final = {PERSONAL: Personal(PersonalCategory.PSEUDONYM, PersonalPurpose.CERTIFICATION)}
_PRESENT: Final = _of_a_person(PersonalCategory.ATTENDANCE, PersonalPurpose.TRAINING)
_EARNED: Final = _of_a_person(PersonalCategory.ATTENDANCE, PersonalPurpose.CERTIFICATION)
_NUMBERED: Final = _of_a_person(PersonalCategory.IDENTITY, PersonalPurpose.CERTIFICATION)


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Attendance(Record):
    """Whether a person was at a session, or at one of its half-days (*émargement*).

    >>> Attendance(session="day-1", person="p-7f3a", present=Ternary.YES)
    Attendance(session='day-1', person='p-7f3a', present=<Ternary.YES: 'yes'>)
    """

    session: EntityId = field(metadata=_PRESENT)
    person: EntityId = field(metadata=_NAMED)
    """The pseudonym of the person."""
    occurrence: int | None = field(default=None, metadata=_PRESENT)
    """Which of the session's occurrences, from 1."""
    half_day: int | None = field(default=None, metadata=_PRESENT)
    """Which of the session's half-days, from 1; left out, the session as a whole."""
    present: Ternary = field(default=Ternary.UNDETERMINED, metadata=_PRESENT)
    half_days: Count | None = field(default=None, metadata=_PRESENT)
    """For how many half-days, if not all; where they aren't told one by one."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Achievement(Record):
    """What a person or a team handed in or passed, beside coming.

    >>> Achievement(kind=AchievementKind.JURY, person="p-7f3a", achieved=Ternary.YES)
    Achievement(kind=<AchievementKind.JURY: 'jury'>, person='p-7f3a', achieved=<Ternary.YES: 'yes'>)
    """

    kind: AchievementKind = field(metadata=_EARNED)
    person: EntityId | None = field(default=None, metadata=_CERTIFIED)
    """The pseudonym of the person; unknown where it is the team's."""
    seat: EntityId | None = None
    """The seat of the team, where it is the team's."""
    achieved: Ternary = field(default=Ternary.UNDETERMINED, metadata=_EARNED)
    on: PartialDate | None = field(default=None, metadata=_EARNED)


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Certificate(Record):
    """What attests that a person came, or completed the cycle.

    >>> Certificate(kind=CertificateKind.ATTENDANCE, person="p-7f3a")
    Certificate(kind=<CertificateKind.ATTENDANCE: 'attendance'>, person='p-7f3a')
    """

    kind: CertificateKind = field(metadata=_EARNED)
    person: EntityId | None = field(default=None, metadata=_CERTIFIED)
    """The pseudonym of the person; unknown where it is the team's."""
    seat: EntityId | None = None
    issuer: Ref[Organisation] | None = None
    issued: PartialDate | None = field(default=None, metadata=_EARNED)
    identifiers: tuple[Identifier, ...] = field(default=(), metadata=_NUMBERED)
