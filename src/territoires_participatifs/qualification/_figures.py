"""Figures: what people report of a cohort, with what is unknown counted as unknown."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final, TypeAlias, TypeVar, final

from attrs import frozen

from territoires_participatifs.organisations import Capacity, Organisation
from territoires_participatifs.qualification._cohorts import Cohort
from territoires_participatifs.qualification._completion import Entitlement, completion
from territoires_participatifs.qualification._cycles import CertificateKind, QualificationCycle
from territoires_participatifs.qualification._meetings import is_cancelled
from territoires_participatifs.qualification._presence import Sheet
from territoires_participatifs.qualification._schedules import given
from territoires_participatifs.qualification._seats import SeatStatus
from territoires_participatifs.reference import TerritoryCode
from territoires_participatifs.values.quantities import Rate
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import EntityId

K = TypeVar("K", bound=Hashable)

FREED: Final = frozenset({SeatStatus.WAITING, SeatStatus.WITHDRAWN, SeatStatus.REPLACED})
"""Where a seat stands that holds no place, or no longer."""


@final
@frozen
class Tally:
    """How many are surely so, surely not so, and not to be told.

    >>> tally = Tally(yes=6, no=1, unknown=1)
    >>> tally.total, [str(each) for each in tally.shares or ()]
    (8, ['75', '87.5'])
    """

    yes: int = 0
    no: int = 0
    unknown: int = 0

    @property
    def total(self) -> int:
        """How many there are."""
        return self.yes + self.no + self.unknown

    @property
    def shares(self) -> tuple[Rate, Rate] | None:
        """The least and the most that the share may be, in hundredths of a per cent; None of none."""
        if not self.total:
            return None
        return _share(self.yes, self.total), _share(self.yes + self.unknown, self.total)

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.yes + other.yes, self.no + other.no, self.unknown + other.unknown)


Completions: TypeAlias = tuple[tuple[CertificateKind | None, Tally], ...]


@final
@frozen(kw_only=True)
class GroupFigures:
    """The figures of some persons: those of a capacity, of a territory, or all of them."""

    persons: int
    half_days: Tally
    """The half-days that they came to, that they missed, and of which nobody can tell.

    Of the sessions that everybody is given, while they were in the team: who joined later or
    left earlier missed nothing then.
    """
    completion: Completions
    """How many are entitled to each certificate; None stands for having followed the cycle."""


@final
@frozen(kw_only=True)
class CohortFigures:
    """What people report of a cohort. Nothing unknown is counted as none.

    The numbers that sources publish stay in the cohort (``selected``, ``attended``,
    ``persons``); these are counted from its lists, and may differ.
    """

    seats: tuple[tuple[SeatStatus | None, int], ...]
    """How many seats stand where; None for those of which nobody knows."""
    organisations: int
    """The organisations that hold a seat, whose status may be unknown."""
    seats_without_team: int
    """The seats, among those, whose team is unknown."""
    sessions: int
    """The sessions that aren't cancelled."""
    sessions_of_unknown_length: int
    """Those that everybody is given whose half-days can't be counted."""
    everybody: GroupFigures
    by_capacity: tuple[tuple[Capacity | None, GroupFigures], ...]
    by_territory: tuple[tuple[TerritoryCode | None, GroupFigures], ...]


def cohort_figures(
    cohort: Cohort,
    cycle: QualificationCycle | None = None,
    organisations: Iterable[Organisation] = (),
) -> CohortFigures:
    """Return the figures of a cohort, as a whole, by capacity and by territory.

    :param cycle: the cycle that it follows, for its terms of completion.
    :param organisations: those that hold its seats, for their territories: that of the seat,
        or the only one that an organisation names.

    >>> from territoires_participatifs.qualification import Seat
    >>> figures = cohort_figures(Cohort(id="cohort-2021", seats=(Seat(id="vimy"),)))
    >>> figures.seats, figures.seats_without_team, figures.everybody.half_days.shares
    (((None, 1),), 1, None)
    """
    held = [each for each in cohort.seats or () if each.status not in FREED]
    taken = [each for each in cohort.sessions or () if not is_cancelled(each)]
    people = _People(cohort, completion(cohort, cycle))
    unmeasured = [
        each for each in given(cohort) if each.half_days is None or not each.half_days.number
    ]
    places = {each.id: _territory(each) for each in organisations}
    return CohortFigures(
        seats=tuple(Counter(each.status for each in cohort.seats or ()).items()),
        organisations=len({each.organisation for each in held if each.organisation is not None}),
        seats_without_team=sum(1 for each in held if each.team is None),
        sessions=len(taken),
        sessions_of_unknown_length=len(unmeasured),
        everybody=people.figures(people.persons),
        by_capacity=people.grouped(people.capacity),
        by_territory=people.grouped(lambda each: people.place(each, places)),
    )


def _share(part: int, whole: int) -> Rate:
    percent = (Decimal(part) * 100 / whole).quantize(Decimal("0.01"))
    return Rate(percent.normalize() if percent % 10 else percent.quantize(Decimal(1)))


@final
class _People:
    """The persons of a cohort, with what is known of each."""

    def __init__(self, cohort: Cohort, entitlements: Iterable[Entitlement]) -> None:
        self._sheet = Sheet(cohort)
        self._sessions = given(cohort)
        self.persons = self._sheet.persons
        self._half_days = {each: self._came(each) for each in self.persons}
        self._entitlements: dict[EntityId, list[Entitlement]] = {}
        for each in entitlements:
            self._entitlements.setdefault(each.person, []).append(each)

    def grouped(
        self, key: Callable[[EntityId], K | None]
    ) -> tuple[tuple[K | None, GroupFigures], ...]:
        """Return the figures of each group, in the order in which persons come."""
        groups: dict[K | None, list[EntityId]] = {}
        for each in self.persons:
            groups.setdefault(key(each), []).append(each)
        return tuple((group, self.figures(persons)) for group, persons in groups.items())

    def figures(self, persons: Sequence[EntityId]) -> GroupFigures:
        """Return the figures of some persons."""
        half_days = sum((self._half_days[each] for each in persons), Tally())
        found: dict[CertificateKind | None, Tally] = {}
        for each in (e for person in persons for e in self._entitlements[person]):
            found[each.certificate] = found.get(each.certificate, Tally()) + _one(each.entitled)
        completed = tuple(found.items())
        return GroupFigures(persons=len(persons), half_days=half_days, completion=completed)

    def capacity(self, person: EntityId) -> Capacity | None:
        """Return the first capacity in which a person is told to come."""
        told = (e for _, e in self._sheet.teams(person))
        own = (e.capacity or (None if e.person is None else e.person.capacity) for e in told)
        return next((each for each in own if each is not None), None)

    def place(
        self, person: EntityId, places: Mapping[str, TerritoryCode | None]
    ) -> TerritoryCode | None:
        """Return where the organisation is that a person comes for."""
        holders = (seat.organisation for seat, _ in self._sheet.teams(person))
        return next((places.get(each.id) for each in holders if each is not None), None)

    def _came(self, person: EntityId) -> Tally:
        """Return the half-days that a person came to, missed, and of which nobody can tell."""
        found = Tally()
        for session in self._sessions:
            one = self._sheet.presence(person, session)
            away = one.most == 0 and self._sheet.was_away(person, session)
            if one.half_days is not None and not away:
                found += Tally(one.least, one.half_days - one.most, one.most - one.least)
        return found


def _one(answer: Ternary) -> Tally:
    return Tally(int(answer.is_yes), int(answer.is_no), int(answer.is_undetermined))


def _territory(organisation: Organisation) -> TerritoryCode | None:
    """Return where an organisation is: its seat, or the only territory that it names."""
    named = organisation.territories or ()
    return organisation.seat or (named[0] if len(named) == 1 else None)
