"""Seats: the places that organisations hold in a cohort, and the teams that they send."""

from enum import Enum
from typing import Final, final

from attrs import field, frozen

from territoires_participatifs.checks import Event, Waiver
from territoires_participatifs.laureates import Laureate
from territoires_participatifs.organisations import Capacity, Organisation, Person
from territoires_participatifs.sources import Quote
from territoires_participatifs.values.declarations import PERSONAL, checked
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.personal import Personal, PersonalCategory, PersonalPurpose
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import EntityId


def _of_a_person(category: PersonalCategory) -> dict[str, Personal]:
    """Return the mark of a field that is personal only if its part names a person."""
    return {PERSONAL: Personal(category, PersonalPurpose.TRAINING, of=("person",))}


_TRAINED: Final = {PERSONAL: Personal(PersonalCategory.PERSON, PersonalPurpose.TRAINING)}
_NAMED: Final = {PERSONAL: Personal(PersonalCategory.PSEUDONYM, PersonalPurpose.TRAINING)}
_SENT: Final = _of_a_person(PersonalCategory.CAPACITY)
_TOLD: Final = _of_a_person(PersonalCategory.IDENTITY)


@final
class SeatStatus(Enum):
    """Where a seat stands."""

    WAITING = "waiting"
    OFFERED = "offered"
    CONFIRMED = "confirmed"
    ACTIVE = "active"
    COMPLETED = "completed"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class TeamMember(Record):
    """A person of the team that an organisation sends, for a time.

    >>> TeamMember(capacity=Capacity.OFFICER)
    TeamMember(capacity=<Capacity.OFFICER: 'officer'>)
    """

    person: Person | None = field(default=None, metadata=_TRAINED)
    capacity: Capacity | None = field(default=None, metadata=_SENT)
    organisation: Ref[Organisation] | None = field(default=None, metadata=_SENT)
    """The organisation of the person, if not the one that holds the seat."""
    since: PartialDate | None = field(default=None, metadata=_SENT)
    until: PartialDate | None = field(default=None, metadata=_SENT)
    replaces: EntityId | None = field(default=None, metadata=_NAMED)
    """The pseudonym of the person whose place is taken."""
    quote: Quote | None = field(default=None, metadata=_TOLD)


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Seat(Record):
    """The place of one organisation in a cohort, and the team that it sends.

    >>> Seat(id="vimy", organisation=Ref("vimy"))
    Seat(id='vimy', organisation=Ref('vimy'))
    """

    id: EntityId
    """Unique in its cohort."""
    organisation: Ref[Organisation] | None = None
    laureate: Ref[Laureate] | None = None
    """The award that the seat is."""
    team: tuple[TeamMember, ...] | None = None
    team_complete: Ternary = Ternary.UNDETERMINED
    """Whether nobody of the team is missing."""
    replaces: EntityId | None = None
    """The seat that it takes over."""
    rank: int | None = None
    """Its place on the waiting list, from 1."""
    waivers: tuple[Waiver, ...] = ()
    status: SeatStatus | None = None
    history: tuple[Event, ...] = ()
    quote: Quote | None = None
