"""Calendars (RFC 5545): the sessions of a cycle or a cohort, the deadlines of a call.

They need the extra ``ical``: ``pip install "territoires-participatifs[ical]"``.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import final

from attrs import frozen

from territoires_participatifs.calls import Call
from territoires_participatifs.document import Dataset
from territoires_participatifs.language import Language
from territoires_participatifs.qualification import Cohort, QualificationCycle
from territoires_participatifs.standards.calendars._calls import told_of_call
from territoires_participatifs.standards.calendars._entries import Entry, LeftOut, Omission, called
from territoires_participatifs.standards.calendars._sessions import told_of_cohort, told_of_cycle
from territoires_participatifs.standards.calendars._writing import check_domain, written

__all__ = ["CalendarFile", "LeftOut", "Omission", "calendar_file"]


@final
@frozen
class CalendarFile:
    """A calendar as a file holds it, and what could not be put into it."""

    content: bytes
    """What a file with the suffix ``.ics`` is made of."""
    left_out: tuple[LeftOut, ...]
    """What a calendar can't hold, in the order of the dataset."""


def calendar_file(
    subject: QualificationCycle | Cohort | Call,
    dataset: Dataset,
    *,
    issued: datetime,
    domain: str,
    language: Language = "fr",
) -> CalendarFile:
    r"""Return the calendar of a cycle, a cohort or a call: the same bytes for the same objects.

    A cycle is told by the sessions of its cohorts; where none of them has a day, by its beginning
    and its end. An event is known by the ids of the dataset, so that a calendar that holds it
    already takes every change. No person is ever named in it.

    :param dataset: where the cohorts of a cycle are, and the cycle of a cohort.
    :param issued: when the calendar is made, with a zone; there is no hidden clock.
    :param domain: the domain of whoever publishes it, for ids that no one else gives.

    >>> from datetime import UTC
    >>> from territoires_participatifs.examples import example
    >>> dataset = example("cerdd-ami-2020")
    >>> call = dataset.get(Call, "cerdd-ami-2020")
    >>> when = datetime(2020, 12, 10, tzinfo=UTC)
    >>> made = calendar_file(call, dataset, issued=when, domain="example.org")
    >>> print(*[each for each in made.content.decode().split("\r\n") if "DATE:" in each])
    DTSTART;VALUE=DATE:20210312 DTEND;VALUE=DATE:20210313

    :raises TypeError: for an instant without a zone, and for what is none of the three.
    :raises ValueError: for a domain that is none, or a language that this library does not speak.
    :raises ImportError: without the extra ``ical``.
    """
    check_domain(domain)
    told = [*_unique(_told(subject, dataset, language))]
    entries = [each for each in told if isinstance(each, Entry)]
    name = called(subject.names, language) or subject.id
    content = written(entries, name=name, issued=issued, domain=domain, language=language)
    return CalendarFile(content, tuple(_left_out(told)))


def _told(subject: object, dataset: Dataset, language: Language) -> Iterator[Entry | LeftOut]:
    if isinstance(subject, QualificationCycle):
        return told_of_cycle(subject, dataset, language)
    if isinstance(subject, Cohort):
        return told_of_cohort(subject, dataset, language)
    if isinstance(subject, Call):
        return told_of_call(subject, language)
    found = type(subject).__name__
    message = f"a calendar is that of a QualificationCycle, a Cohort or a Call, not of a {found}"
    raise TypeError(message)


def _unique(told: Iterator[Entry | LeftOut]) -> Iterator[Entry | LeftOut]:
    """Yield what is told, but leave out entries of an id that another has."""
    seen: set[str] = set()
    for each in told:
        if isinstance(each, Entry) and each.uid in seen:
            yield LeftOut(each.entity, each.pointer, Omission.SAME_ID)
            continue
        if isinstance(each, Entry):
            seen.add(each.uid)
        yield each


def _left_out(told: list[Entry | LeftOut]) -> Iterator[LeftOut]:
    for each in told:
        if isinstance(each, LeftOut):
            yield each
        elif each.times.lost is not None:
            yield LeftOut(each.entity, f"{each.pointer}/ends", each.times.lost)
