"""The attendance grid of a cohort: who was at which session, and of whom nobody knows."""

from collections.abc import Iterator, Sequence
from typing import Final

from territoires_participatifs.displays._attendances import (
    Attendee,
    Cell,
    Column,
    Mark,
    attendances,
    attendees,
    cell,
    columns,
)
from territoires_participatifs.displays._table import Table
from territoires_participatifs.displays._words import Words, plural
from territoires_participatifs.document import Dataset
from territoires_participatifs.labels import label
from territoires_participatifs.language import Language
from territoires_participatifs.qualification import Cohort, Seat, TeamMember
from territoires_participatifs.values.texts import EntityId

_UNKNOWN: Final = frozenset({Mark.PARTLY, Mark.UNKNOWN, Mark.CONTRADICTORY})


def attendance_grid(
    dataset: Dataset, cohort: Cohort | str, language: Language = "en", *, names: bool = False
) -> Table:
    """Return who was at which session of a cohort: a row for each person, a column for each.

    A session of which a half-day is told has a column for each half-day. The persons come
    seat by seat, under their pseudonyms unless their names are asked for, then those who are
    told of but are in no team. What nobody tells is unknown, which is not absent.

    :param cohort: a cohort, or the id of one.
    :param names: whether persons are named, where their name is known.
    :raises KeyError: if the dataset holds no cohort of that id.

    >>> from territoires_participatifs import Attendance, Ternary
    >>> told = Attendance(session="day-1", person="p-7f3a", present=Ternary.YES)
    >>> grid = attendance_grid(Dataset(), Cohort(id="cohort-2021", attendances=(told,)))
    >>> grid.headings, grid.rows
    (('Person', 'day-1', 'Half-days attended'), (('in no team, p-7f3a', '✓ present', 'unknown'),))
    """
    if isinstance(cohort, str):
        cohort = dataset.get(Cohort, cohort)
    words, shown, persons = Words(dataset, language), columns(cohort), attendees(cohort)
    told = attendances(cohort)
    cells = [[cell(person, column, told) for column in shown] for person in persons]
    called = _called(cohort) if names else {}
    return Table(
        caption=words.told("grid", cohort=words.quoted(cohort)),
        headings=(words.told("person"), *_headings(shown, words), words.told("attended")),
        rows=tuple(
            (_person(person, called, words), *_row(row, shown, words))
            for person, row in zip(persons, cells, strict=True)
        ),
        notes=tuple(_notes(cohort, [each for row in cells for each in row], words)),
        language=language,
    )


def _headings(shown: Sequence[Column], words: Words) -> Iterator[str]:
    sessions = {each.session.id: each.session for each in shown}
    names = dict(zip(sessions, words.session_names([*sessions.values()]), strict=True))
    for each in shown:
        name = names[each.session.id]
        if each.half_day is None:
            yield name
        else:
            yield words.told("half-day", session=name, number=each.half_day)


# Rows


def _called(cohort: Cohort) -> dict[EntityId, str]:
    """Return the names of persons, by their pseudonyms."""
    teams = (member for seat in cohort.seats or () for member in seat.team or ())
    persons = [each.person for each in teams if each.person is not None]
    return {each.id: each.name for each in persons if each.name is not None}


def _person(attendee: Attendee, called: dict[EntityId, str], words: Words) -> str:
    who = attendee.pseudonym
    name = words.told("person-unknown") if who is None else called.get(who, who)
    if attendee.seat is None:
        return words.told("in-no-team", person=name)
    facts = {
        "seat": _seat(attendee.seat, attendee.members, words),
        "capacity": _capacity(attendee.members, words),
        "person": name,
    }
    return words.told("in-team", **facts)


def _seat(seat: Seat, members: Sequence[TeamMember], words: Words) -> str:
    """Return who holds a seat, and the organisation of the person if it is another one."""
    held = seat.organisation
    name = words.told("seat", id=seat.id) if held is None else words.named(held)
    known = [each.organisation for each in members if each.organisation is not None]
    others = [each for each in known if each != held]
    if not others:
        return name
    return words.told("sent-by", seat=name, organisation=words.all_named(others))


def _capacity(members: Sequence[TeamMember], words: Words) -> str:
    told = [each.capacity for each in members]
    told += [each.person.capacity for each in members if each.person is not None]
    known = [each for each in told if each is not None]
    return label(known[0], words.language) if known else words.told("capacity-unknown")


def _row(cells: Sequence[Cell], shown: Sequence[Column], words: Words) -> Iterator[str]:
    for each in cells:
        yield _said(each, words)
    known = [each.half_days(column) for each, column in zip(cells, shown, strict=True)]
    came, of = (sum(each) for each in zip(*known, (0, 0), strict=True))
    yield words.told("came", came=came, of=of) if of else words.told("unknown")


def _said(held: Cell, words: Words) -> str:
    if held.status is not None:
        return words.told("not-held", status=label(held.status, words.language))
    if held.part is not None:
        return words.told("present-part", half_days=held.part, number=plural(held.part))
    return words.told(held.presence.value)


# Notes


def _notes(cohort: Cohort, cells: Sequence[Cell], words: Words) -> Iterator[str]:
    yield words.told("legend")
    unknown = sum(each.presence in _UNKNOWN for each in cells)
    if cohort.attendances is None:
        yield words.told("attendances-unknown")
    if not attendees(cohort):
        yield words.told("no-person")
    if cells:
        yield words.told("cells-unknown", unknown=unknown, cells=len(cells))
    yield from _seats_unknown(cohort, words)
    yield words.told("counted")
    yield words.told("personal")


def _seats_unknown(cohort: Cohort, words: Words) -> Iterator[str]:
    teams = sum(each.team is None for each in cohort.seats or ())
    if cohort.seats is None:
        yield words.told("seats-unknown")
    elif teams:
        yield words.told("teams-unknown", number=teams)
