"""Rules on the order of dates, wherever they stand."""

from collections.abc import Iterable
from typing import Final

from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.sources import Source
from territoires_participatifs.values.instants import Instant
from territoires_participatifs.values.partial_dates import PartialDate, surely_before
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.windows import Window

_IN_ORDER: Final = Source(
    id="particip-action",
    title="Particip'Action en Île-de-France (témoignage du 10 juillet 2024), ordre déduit",
    url="https://www.participation-citoyenne.gouv.fr/analyses-et-actualites/190_temoignage-participaction-un-dispositif-pour-developper-la-participation",
)
_EXPENSES: Final = Source(
    id="expenses-window",
    title="Appel à projets 2017 du Fonds social européen : période des dépenses, ordre déduit",
    url="http://doczz.fr/doc/2884095/appel-%C3%A0-projets-2017-au-titre-du-fonds-social-europ%C3%A9en",
)


@rule(
    "DAT007",
    "period.ends-before-it-begins",
    on=Record,
    moment=Moment.DRAFT,
    severity=Severity.ERROR,
    sources=(_IN_ORDER,),
    since="26.1",
)
def ends_before_it_begins(record: Record, _: Context) -> Iterable[Fault]:
    """Whatever lasts from one day to another ends on a later one, or on the same.

    Silent where the dates are too imprecise to tell.
    """
    for first, last in (("since", "until"), ("starts", "ends")):
        begins, ends = _day(record, first), _day(record, last)
        if surely_before(ends, begins):
            yield fault(last, since=begins, until=ends)


def _day(held: object, name: str) -> PartialDate | None:
    when: PartialDate | Instant | None = getattr(held, name, None)
    return when.day if isinstance(when, Instant) else when


@rule(
    "DAT008",
    "window.closes-before-it-opens",
    on=Window,
    moment=Moment.DRAFT,
    severity=Severity.ERROR,
    sources=(_EXPENSES,),
    since="26.1",
)
def window_closes_before_it_opens(window: Window, _: Context) -> Iterable[Fault]:
    """A window, as that of the expenses that count, opens before it closes, or on that day.

    Silent where the dates are too imprecise to tell.
    """
    if window.inverted.is_yes:
        yield fault("closes", opens=window.opens, closes=window.closes)
