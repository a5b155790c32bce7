"""Calendars in bytes: the one place where icalendar is used, which is an extra."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from territoires_participatifs.language import Language, printable
from territoires_participatifs.standards.calendars._entries import Entry
from territoires_participatifs.values.dates import utc

if TYPE_CHECKING:
    from icalendar import Event, Timezone

_MISSING: Final = (
    'calendars need the package icalendar: pip install "territoires-participatifs[ical]"'
)
_DOMAIN: Final = re.compile("[A-Za-z0-9-]+([.][A-Za-z0-9-]+)*")


def check_domain(name: str) -> None:
    """Refuse what can't stand after the @ of an id.

    :raises ValueError: for what is no domain.
    """
    if not _DOMAIN.fullmatch(name):
        message = f"a domain is expected, as example.org, not {name!r}"
        raise ValueError(message)


def written(
    entries: Sequence[Entry], *, name: str, issued: datetime, domain: str, language: Language
) -> bytes:
    """Return a calendar as a file holds it.

    :raises TypeError: if the instant has no zone.
    :raises ImportError: if icalendar is not installed.
    """
    try:
        from icalendar import Calendar, vText  # noqa: PLC0415  # an extra
    except ImportError:
        raise ImportError(_MISSING, name="icalendar") from None
    stamp = utc(issued)
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", f"-//territoires_participatifs//calendars//{language.upper()}")
    calendar.add("METHOD", "PUBLISH")
    for own in ("NAME", "X-WR-CALNAME"):
        calendar.add(own, vText(printable(name)))  # as TEXT, which icalendar does not take it for
    for each in entries:
        calendar.add_component(_event(each, stamp, domain))
    calendar.subcomponents[:0] = _timezones(sorted(calendar.get_missing_tzids()), entries)
    content: bytes = calendar.to_ical()
    return content


def _event(entry: Entry, issued: datetime, domain: str) -> "Event":
    from icalendar import Event  # noqa: PLC0415  # an extra

    event = Event()
    event.add("UID", f"{entry.uid}@{domain}")
    event.add("DTSTAMP", issued)
    event.add("SEQUENCE", entry.sequence)
    event.add("DTSTART", entry.times.starts)
    event.add("SUMMARY", entry.summary)
    event.add("TRANSP", "OPAQUE" if entry.blocking else "TRANSPARENT")
    optional = {
        "DTEND": entry.times.ends,
        "STATUS": entry.status and entry.status.value,
        "DESCRIPTION": "\n".join(entry.description),
        "LOCATION": entry.location,
        "CATEGORIES": entry.category and [entry.category],
        "URL": entry.url and printable(entry.url),
    }
    for name, value in optional.items():
        if value:
            event.add(name, value)
    return event


def _timezones(names: Iterable[str], entries: Iterable[Entry]) -> "list[Timezone]":
    """Return the clocks of some zones, for the years that are told by the hours of any."""
    from icalendar import Timezone  # noqa: PLC0415  # an extra

    told = [each for entry in entries for each in (entry.times.starts, entry.times.ends)]
    years = [each.year for each in told if each is not None]
    first, last = date(min(years, default=1), 1, 1), date(max(years, default=1) + 1, 1, 1)
    return [
        Timezone.from_tzinfo(ZoneInfo(name), name, first_date=first, last_date=last)
        for name in names
    ]
