"""Cohorts: who follows a cycle together, when they meet, who came, and what attests it."""

from typing import Final, final

from attrs import field, frozen

from territoires_participatifs.calls import Call
from territoires_participatifs.checks import Event
from territoires_participatifs.qualification._cycles import PlaceUnit, QualificationCycle
from territoires_participatifs.qualification._proofs import Achievement, Attendance, Certificate
from territoires_participatifs.qualification._seats import Seat
from territoires_participatifs.qualification._sessions import TrainingSession
from territoires_participatifs.reference import TerritoryCode
from territoires_participatifs.sources import Entity
from territoires_participatifs.values.declarations import PERSONAL, checked
from territoires_participatifs.values.names import Name
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.personal import Personal, PersonalCategory, PersonalPurpose
from territoires_participatifs.values.quantities import Count
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import Url

_CAME: Final = {PERSONAL: Personal(PersonalCategory.ATTENDANCE, PersonalPurpose.TRAINING)}


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Cohort(Entity):
    """Those who follow a cycle together (*promotion, cohorte*).

    The organisation is what is selected, the person is what attends. The number of seats
    that a source states need not equal the length of the list.

    >>> Cohort(id="cohort-2021", selected=Count(13), attended=Count(12))
    Cohort(id='cohort-2021', selected=Count.parse('13'), attended=Count.parse('12'))
    """

    names: tuple[Name, ...] = ()
    cycle: Ref[QualificationCycle] | None = None
    call: Ref[Call] | None = None
    """The call that selected it."""
    capacity: Count | None = None
    """The places that it has, if it has its own: a number, or from one to another."""
    target: Count | None = None
    """The number that is aimed at, which is no limit."""
    places_for: PlaceUnit | None = None
    """Whether places are counted for organisations or for persons."""
    seats: tuple[Seat, ...] | None = None
    seats_complete: Ternary = Ternary.UNDETERMINED
    """Whether no seat is missing."""
    selected: Count | None = None
    """The organisations that were selected."""
    attended: Count | None = None
    """The organisations that took part."""
    persons: Count | None = None
    """The persons who took part."""
    sessions: tuple[TrainingSession, ...] | None = None
    sessions_complete: Ternary = Ternary.UNDETERMINED
    """Whether no session is missing."""
    attendances: tuple[Attendance, ...] | None = field(default=None, metadata=_CAME)
    achievements: tuple[Achievement, ...] | None = None
    """What was handed in or passed."""
    certificates: tuple[Certificate, ...] | None = None
    territories: tuple[TerritoryCode, ...] | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    history: tuple[Event, ...] = ()
    url: Url | None = None
