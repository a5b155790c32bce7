"""The waiting list of a cohort, and who is offered a place from it."""

from territoires_participatifs.checks import Event, EventKind
from territoires_participatifs.qualification._cohorts import Cohort
from territoires_participatifs.qualification._seats import Seat, SeatStatus
from territoires_participatifs.values.dates import DayLike
from territoires_participatifs.values.declarations import replaced
from territoires_participatifs.values.partial_dates import PartialDate, partial_date

_LAST = float("inf")


def waiting_list(cohort: Cohort) -> tuple[Seat, ...]:
    """Return the seats that wait for a place, by rank; those without a rank come last, as listed.

    >>> second, first = (
    ...     Seat(id="vimy", rank=2, status=SeatStatus.WAITING),
    ...     Seat(id="ronchin", rank=1, status=SeatStatus.WAITING),
    ... )
    >>> [each.id for each in waiting_list(Cohort(id="cohort-2021", seats=(second, first)))]
    ['ronchin', 'vimy']
    """
    waiting = [each for each in cohort.seats or () if each.status is SeatStatus.WAITING]
    return tuple(sorted(waiting, key=lambda each: _LAST if each.rank is None else each.rank))


def promote(cohort: Cohort, *, on: "PartialDate | DayLike | None" = None) -> Cohort:
    """Return a cohort where the first seat of the waiting list is offered a place.

    Its history says so; its rank stays, as the trace of where it stood.

    :param on: the day on which it is offered, if it is known.
    :raises LookupError: if no seat waits.

    >>> waiting = Seat(id="ronchin", rank=1, status=SeatStatus.WAITING)
    >>> (seat,) = promote(Cohort(id="cohort-2021", seats=(waiting,)), on="2021-06-15").seats
    >>> seat.status, seat.history[0].kind
    (<SeatStatus.OFFERED: 'offered'>, <EventKind.PROMOTED: 'promoted'>)
    """
    waiting = waiting_list(cohort)
    if not waiting:
        message = f"no seat of {cohort.id} waits for a place: see Cohort.seats and their status"
        raise LookupError(message)
    event = Event(kind=EventKind.PROMOTED, on=None if on is None else partial_date(on))
    offered = replaced(waiting[0], status=SeatStatus.OFFERED, history=(*waiting[0].history, event))
    seats = tuple(offered if each is waiting[0] else each for each in cohort.seats or ())
    return replaced(cohort, seats=seats)
