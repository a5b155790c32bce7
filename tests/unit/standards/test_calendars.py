"""Calendars, read back by another library: what is in them, and what is told to be left out."""

import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final, cast
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve
from hypothesis import given

import territoires_participatifs as tp
from territoires_participatifs.document import value_at
from territoires_participatifs.standards.calendars import CalendarFile, Omission, calendar_file
from territoires_participatifs.strategies import from_class

ISSUED: Final = datetime(2026, 11, 30, 9, tzinfo=UTC)
PARIS: Final = "Europe/Paris"
NOWHERE: Final = tp.Dataset()
LONGEST_LINE: Final = 75


@pytest.fixture(autouse=True)
def _extra() -> None:
    pytest.importorskip("icalendar", reason="the extra ical is not installed")


def made(subject: Any, dataset: tp.Dataset = NOWHERE, language: tp.Language = "fr") -> CalendarFile:
    return calendar_file(subject, dataset, issued=ISSUED, domain="example.org", language=language)


def read_back(content: bytes) -> Any:
    from icalendar import Calendar  # noqa: PLC0415  # an extra

    return Calendar.from_ical(content)


def events(file: CalendarFile) -> list[Any]:
    return cast("list[Any]", read_back(file.content).walk("VEVENT"))


def event(file: CalendarFile) -> Any:
    (found,) = events(file)
    return found


def when(text: str) -> tp.Instant:
    return tp.Instant.parse(text)


def occurrence(starts: str | None, ends: str | None = None, **more: Any) -> tp.Occurrence:
    return tp.Occurrence(
        starts=None if starts is None else when(starts),
        ends=None if ends is None else when(ends),
        **more,
    )


def cohort(*held: tp.Occurrence, cycle: str | None = None, **more: Any) -> tp.Cohort:
    session = tp.TrainingSession(id="day-1", occurrences=held, **more)
    ref = None if cycle is None else tp.Ref[tp.QualificationCycle](cycle)
    return tp.Cohort(id="cohort", cycle=ref, sessions=(session,))


def moved(
    was: str, kind: tp.EventKind = tp.EventKind.POSTPONED, about: str = "/starts"
) -> tp.Event:
    return tp.Event(kind=kind, about=about, was=tp.Raw.of(tp.unstructure(when(was))))


# Times


def test_a_day_without_an_hour_is_a_whole_day() -> None:
    found = event(made(cohort(occurrence("2027-03-25"))))
    assert found["DTSTART"].dt == date(2027, 3, 25)
    assert found["DTEND"].dt == date(2027, 3, 26)


def test_two_days_in_a_row_end_the_day_after_the_last() -> None:
    found = event(made(cohort(occurrence("2016-01-28", "2016-01-29"))))
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (date(2016, 1, 28), date(2016, 1, 30))


@pytest.mark.parametrize(
    ("day", "offset"), [("2027-03-27", 1), ("2027-03-28", 2), ("2027-10-30", 2), ("2027-10-31", 1)]
)
def test_an_hour_with_its_zone_is_the_same_instant_on_both_sides_of_a_change_of_clocks(
    day: str, offset: int
) -> None:
    zone = f"zone={PARIS}"
    held = occurrence(f"{day}; hour=09:30; {zone}", f"{day}; hour=17:00; {zone}")
    file = made(cohort(held))
    found = event(file)
    midnight = datetime.fromisoformat(day).replace(tzinfo=UTC)
    assert found["DTSTART"].dt.astimezone(UTC) == midnight + timedelta(hours=9.5 - offset)
    assert found["DTEND"].dt.astimezone(UTC) == midnight + timedelta(hours=17 - offset)
    assert found["DTSTART"].params["TZID"] == PARIS
    (clock,) = read_back(file.content).walk("VTIMEZONE")
    own = clock.to_tz(lookup_tzid=False)
    assert midnight.replace(hour=12, tzinfo=own).utcoffset() == timedelta(hours=offset)


def test_zones_come_in_order_and_each_once() -> None:
    zones = ("Indian/Reunion", "America/Guadeloupe", PARIS, "Pacific/Noumea", PARIS)
    held = [occurrence(f"2027-03-25; hour=09:00; zone={each}") for each in zones]
    told = [str(each["TZID"]) for each in read_back(made(cohort(*held)).content).walk("VTIMEZONE")]
    assert told == sorted(set(zones))


def test_universal_time_needs_no_zone() -> None:
    file = made(cohort(occurrence("2027-03-25; hour=09:00; zone=UTC")))
    assert b"DTSTART:20270325T090000Z" in file.content
    assert b"VTIMEZONE" not in file.content


def test_an_hour_without_a_zone_is_that_of_whoever_reads_it() -> None:
    file = made(cohort(occurrence("2027-03-25; hour=09:30", "2027-03-25; hour=12:00")))
    assert b"DTSTART:20270325T093000\r\n" in file.content
    assert b"DTEND:20270325T120000\r\n" in file.content


@pytest.mark.parametrize(("first", "second"), [(f"; zone={PARIS}", ""), ("", f"; zone={PARIS}")])
def test_a_zone_that_one_end_tells_is_that_of_both(first: str, second: str) -> None:
    held = occurrence(f"2027-03-25; hour=09:30{first}", f"2027-03-25; hour=12:00{second}")
    found = event(made(cohort(held)))
    assert {found[each].params["TZID"] for each in ("DTSTART", "DTEND")} == {PARIS}


def test_the_end_of_a_day_is_the_midnight_after_it() -> None:
    held = occurrence("2027-12-31; hour=18:00", "2027-12-31; hour=24:00")
    assert event(made(cohort(held)))["DTEND"].dt == datetime(2028, 1, 1)  # noqa: DTZ001  # floating


@pytest.mark.parametrize("ends", [None, "2027-03-25", "2027-03-25; hour=09:30"])
def test_an_hour_whose_end_is_not_told_is_a_moment(ends: str | None) -> None:
    file = made(cohort(occurrence("2027-03-25; hour=09:30", ends)))
    assert "DTEND" not in event(file)
    assert file.left_out == ()


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        ("2027-03-25; hour=09:30", "2027-03-26"),
        ("2027-03-25", "2027-03-26; hour=12:00"),
    ],
)
def test_days_of_which_one_hour_is_missing_are_whole_days_and_the_other_is_written(
    starts: str, ends: str
) -> None:
    found = event(made(cohort(occurrence(starts, ends)), language="en"))
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (date(2027, 3, 25), date(2027, 3, 27))
    words = (when(each).in_words("en") for each in (starts, ends))
    assert found["DESCRIPTION"] == "Begins: {}; ends: {}".format(*words)


@pytest.mark.parametrize(
    ("starts", "ends", "kept"),
    [
        ("2027-03-25", "2027-03-24", date(2027, 3, 26)),
        ("2027-03-25; hour=09:30", "2027-03-25; hour=09:00", None),
        (f"2027-03-25; hour=09:30; zone={PARIS}", "2027-03-25; hour=11:00; zone=Asia/Tokyo", None),
    ],
)
def test_an_end_before_the_beginning_is_left_out_and_told(
    starts: str, ends: str, kept: date | None
) -> None:
    file = made(cohort(occurrence(starts, ends)))
    assert (event(file)["DTEND"].dt if kept else event(file).get("DTEND")) == kept
    assert [(each.pointer, each.why) for each in file.left_out] == [
        ("/sessions/0/occurrences/0/ends", Omission.NOT_IN_ORDER)
    ]


@pytest.mark.parametrize(
    ("starts", "why"),
    [
        (None, Omission.NO_DATE),
        ("2027-03", Omission.IMPRECISE),
        ("2027-03-25~", Omission.IMPRECISE),
        ("XXXX-03-25", Omission.IMPRECISE),
        ("[2027-03-25..]", Omission.IMPRECISE),
        ("1899-12-31", Omission.OUT_OF_RANGE),
        ("2200-01-01", Omission.OUT_OF_RANGE),
    ],
)
def test_what_has_no_day_that_a_calendar_holds_is_left_out(
    starts: str | None, why: Omission
) -> None:
    file = made(cohort(occurrence("2027-03-25"), occurrence(starts)))
    (left,) = file.left_out
    assert (left.entity, left.pointer, left.why) == ("cohort", "/sessions/0/occurrences/1", why)
    assert len(events(file)) == 1


def test_an_end_that_is_no_day_is_left_out_and_the_beginning_is_not() -> None:
    file = made(cohort(occurrence("2027-03-25; hour=09:30", "2027-04")))
    assert "DTEND" not in event(file)
    assert [each.why for each in file.left_out] == [Omission.IMPRECISE]


def test_the_range_of_years_holds_its_ends() -> None:
    held = [
        occurrence(f"1900-01-01; hour=09:00; zone={PARIS}"),
        occurrence(f"2199-12-31; hour=24:00; zone={PARIS}"),
    ]
    first, last = events(made(cohort(*held)))
    assert first["DTSTART"].dt.year == 1900
    assert last["DTSTART"].dt == datetime(2200, 1, 1, tzinfo=ZoneInfo(PARIS))


def test_a_session_whose_dates_are_unknown_is_left_out() -> None:
    sessions = (tp.TrainingSession(id="one"), tp.TrainingSession(id="two", occurrences=()))
    file = made(tp.Cohort(id="cohort", sessions=sessions))
    assert [each.in_words("en") for each in file.left_out] == [
        "cohort, /sessions/0: no date is known.",
        "cohort, /sessions/1: no date is known.",
    ]
    assert file.left_out[0].in_words("fr") == "cohort, /sessions/0 : aucune date n'est connue."
    assert events(file) == []


def test_of_two_with_the_same_ids_the_second_is_left_out() -> None:
    held = [occurrence("2027-03-25", id="north"), occurrence("2027-03-26", id="north")]
    file = made(cohort(*held))
    assert event(file)["DTSTART"].dt == date(2027, 3, 25)
    assert [(each.pointer, each.why) for each in file.left_out] == [
        ("/sessions/0/occurrences/1", Omission.SAME_ID)
    ]


# Identity and change


def test_ids_are_made_of_ids_and_outlive_every_change() -> None:
    before = occurrence("2027-03-25; hour=09:30", id="north", place="Arras")
    after = occurrence(
        "2027-04-01; hour=14:00", id="north", place="Lille", mode=tp.SessionMode.REMOTE
    )
    ids = {
        str(event(made(each))["UID"])
        for each in (cohort(before), cohort(after, name=tp.Name("Écouter")))
    }
    assert ids == {"cohort.day-1.north@example.org"}


def test_an_occurrence_without_an_id_is_known_by_its_number() -> None:
    held = [occurrence("2027-03-25"), occurrence("2027-03-26", id="1"), occurrence("2027-03-27")]
    assert [str(each["UID"]).partition("@")[0] for each in events(made(cohort(*held)))] == [
        "cohort.day-1._1",
        "cohort.day-1.1",
        "cohort.day-1._3",
    ]


def test_a_session_that_moves_keeps_its_id_and_counts_the_change() -> None:
    held = occurrence("2027-03-25", id="north")
    after = evolve(
        held,
        starts=when("2027-04-01"),
        status=tp.SessionStatus.POSTPONED,
        history=(moved("2027-03-25"),),
    )
    one, other = event(made(cohort(held))), event(made(cohort(after)))
    assert one["UID"] == other["UID"]
    assert (one["SEQUENCE"], other["SEQUENCE"]) == (0, 1)
    assert other["DTSTART"].dt == date(2027, 4, 1)
    assert "STATUS" not in other


def test_a_move_that_the_session_tells_is_one_too() -> None:
    session = moved("2027-03-25", about="/occurrences/0/starts")
    held = occurrence("2027-04-01", status=tp.SessionStatus.POSTPONED)
    found = event(made(cohort(held, history=(session,))))
    assert "STATUS" not in found
    assert found["SEQUENCE"] == 1


@pytest.mark.parametrize("later", [None, "2027-05"])
def test_what_has_lost_its_day_is_cancelled_where_it_stood(later: str | None) -> None:
    history = (moved("2027-03-20"), moved("2027-03-25; hour=09:30"))
    held = occurrence(later, status=tp.SessionStatus.POSTPONED, history=history)
    file = made(cohort(held))
    found = event(file)
    assert found["STATUS"] == "CANCELLED"
    assert found["DTSTART"].dt == datetime(2027, 3, 25, 9, 30)  # noqa: DTZ001  # floating
    assert found["SEQUENCE"] == 2
    assert file.left_out == ()


def test_what_was_held_on_a_day_that_is_no_longer_known_is_left_out_and_not_cancelled() -> None:
    held = occurrence("2027-04", status=tp.SessionStatus.HELD, history=(moved("2027-03-25"),))
    assert [each.why for each in made(cohort(held)).left_out] == [Omission.IMPRECISE]


def test_a_day_before_that_is_none_leaves_nothing_to_cancel() -> None:
    lost = tp.Event(kind=tp.EventKind.AMENDED, about="/starts", was=tp.Raw.of({"day": "soon"}))
    file = made(cohort(occurrence(None, history=(lost,))))
    assert [each.why for each in file.left_out] == [Omission.NO_DATE]


@pytest.mark.parametrize(
    ("own", "around", "told"),
    [
        (None, None, None),
        ("planned", None, None),
        ("held", None, "CONFIRMED"),
        (None, "held", "CONFIRMED"),
        ("held", "cancelled", "CONFIRMED"),
        ("cancelled", None, "CANCELLED"),
        ("cancelled", "held", "CANCELLED"),
        ("planned", "cancelled", "CANCELLED"),
        ("postponed", None, "CANCELLED"),
        (None, "postponed", "CANCELLED"),
    ],
)
def test_an_event_is_confirmed_once_held_and_cancelled_once_it_is_off(
    own: str | None, around: str | None, told: str | None
) -> None:
    held = occurrence("2027-03-25", status=own and tp.SessionStatus(own))
    found = event(made(cohort(held, status=around and tp.SessionStatus(around))))
    assert found.get("STATUS") == told


def test_a_session_that_another_replaces_is_cancelled_unless_it_was_held() -> None:
    sessions = tuple(
        tp.TrainingSession(id=each, occurrences=(occurrence("2027-03-25"),), **more)
        for each, more in (
            ("planned", {}),
            ("held", {"status": tp.SessionStatus.HELD}),
            ("instead", {"replaces": "planned"}),
            ("again", {"replaces": "held"}),
        )
    )
    told = events(made(tp.Cohort(id="cohort", sessions=sessions)))
    assert [each.get("STATUS") for each in told] == ["CANCELLED", "CONFIRMED", None, None]


def test_a_cancelled_cycle_cancels_what_was_not_held() -> None:
    cancelled = tp.Event(kind=tp.EventKind.CANCELLED)
    cycle = tp.QualificationCycle(id="cycle", status=tp.CycleStatus.CANCELLED, history=(cancelled,))
    held = [occurrence("2027-03-25", status=tp.SessionStatus.HELD), occurrence("2027-05-06")]
    dataset = tp.Dataset(cycles=(cycle,), cohorts=(cohort(*held, cycle="cycle"),))
    told = events(made(cycle, dataset))
    assert [(str(each["STATUS"]), each["SEQUENCE"]) for each in told] == [
        ("CONFIRMED", 1),
        ("CANCELLED", 1),
    ]


def test_what_does_not_change_a_date_is_not_counted() -> None:
    kinds = (tp.EventKind.SCHEDULED, tp.EventKind.HELD, tp.EventKind.CANCELLED)
    history = tuple(tp.Event(kind=each) for each in kinds)
    assert event(made(cohort(occurrence("2027-03-25", history=history))))["SEQUENCE"] == 1


# Words


def full() -> tuple[tp.Cohort, tp.Dataset]:
    cycle = tp.QualificationCycle(
        id="cycle",
        names=(tp.Name("Territoires participatifs"), tp.Name("Shared places", language="en")),
        url="https://example.org/cycle",
    )
    held = occurrence(
        "2027-03-25",
        place="Salle des fêtes, 1 rue du Port",
        territory=tp.TerritoryCode(tp.TerritoryKind.COMMUNE, "62041"),
        mode=tp.SessionMode.HYBRID,
    )
    told = cohort(
        held,
        cycle="cycle",
        name=tp.Name("Écouter"),
        kind=tp.SessionKind.WORKSHOP,
        themes=(tp.Theme(label="écoute; débat"), tp.Theme(label="numérique")),
    )
    return told, tp.Dataset(cycles=(cycle,), cohorts=(told,))


def test_an_event_tells_what_where_and_for_which_cycle_in_french() -> None:
    found = event(made(*full()))
    assert found["SUMMARY"] == "Territoires participatifs : Écouter"
    assert found["DESCRIPTION"] == "écoute; débat et numérique\nhybride"
    assert found["LOCATION"] == "Salle des fêtes, 1 rue du Port, Arras"
    assert found["CATEGORIES"].cats == ["atelier"]
    assert found["URL"] == "https://example.org/cycle"
    assert found["TRANSP"] == "OPAQUE"
    assert found["DTSTAMP"].dt == ISSUED


def test_an_event_tells_the_same_in_english() -> None:
    found = event(made(*full(), "en"))
    assert found["SUMMARY"] == "Shared places: Écouter"
    assert found["DESCRIPTION"] == "écoute; débat and numérique\nhybrid"
    assert found["CATEGORIES"].cats == ["workshop"]


def test_the_calendar_says_who_made_it_and_what_it_is_of() -> None:
    _, dataset = full()
    found = read_back(made(dataset.cycles[0], dataset).content)
    assert found["VERSION"] == "2.0"
    assert found["PRODID"] == "-//territoires_participatifs//calendars//FR"
    assert found["METHOD"] == "PUBLISH"
    assert found["NAME"] == "Territoires participatifs"


def test_the_name_of_a_calendar_is_written_as_text() -> None:
    named = tp.Cohort(id="cohort", names=(tp.Name("Lille, Lens; Douai \\ Arras"),))
    lines = made(named).content.split(b"\r\n")
    for own in (b"NAME", b"X-WR-CALNAME"):
        assert own + rb":Lille\, Lens\; Douai \\ Arras" in lines


@pytest.mark.parametrize(
    ("more", "title"),
    [
        ({"themes": (tp.Theme(label="écoute"),)}, "écoute"),
        ({"kind": tp.SessionKind.JURY}, "jury"),
        ({}, "day-1"),
    ],
)
def test_a_session_without_a_name_is_called_by_what_is_known(
    more: dict[str, Any], title: str
) -> None:
    found = event(made(cohort(occurrence("2027-03-25"), **more)))
    assert found["SUMMARY"] == f"cohort : {title}"
    assert "DESCRIPTION" not in found


def test_a_cohort_is_told_after_its_cycle_and_alone_if_nothing_tells_the_cycle() -> None:
    told, dataset = full()
    named = evolve(told, names=(tp.Name("Promotion 2"),))
    assert event(made(named, dataset))["SUMMARY"] == (
        "Territoires participatifs, Promotion 2 : Écouter"
    )
    assert event(made(named))["SUMMARY"] == "Promotion 2 : Écouter"
    unnamed = tp.Dataset(cycles=(tp.QualificationCycle(id="cycle"),))
    assert event(made(told, unnamed))["SUMMARY"] == "cycle : Écouter"


@pytest.mark.parametrize(
    ("place", "territory", "told"),
    [
        (None, None, None),
        ("Arras", None, "Arras"),
        ("Arras", tp.TerritoryCode(tp.TerritoryKind.COMMUNE, "62041"), "Arras"),
        (None, tp.TerritoryCode(tp.TerritoryKind.COMMUNE, "62041"), "Arras"),
        (None, tp.TerritoryCode(tp.TerritoryKind.COMMUNE, label="Soissons"), "Soissons"),
        (None, tp.TerritoryCode(tp.TerritoryKind.NUTS, "FRE11"), None),
        ("salle\x07 2\nrez-de-chaussée", None, "salle\\x07 2\\nrez-de-chaussée"),
    ],
)
def test_the_place_is_told_with_its_territory_unless_it_names_it(
    place: str | None, territory: tp.TerritoryCode | None, told: str | None
) -> None:
    held = occurrence("2027-03-25", place=place, territory=territory)
    assert event(made(cohort(held))).get("LOCATION") == told


def test_long_lines_are_folded_between_characters_and_read_back_whole() -> None:
    name = "Démocratie, écoute ; été à Armentières — " * 12
    file = made(cohort(occurrence("2027-03-25"), name=tp.Name(name)))
    assert event(file)["SUMMARY"] == f"cohort : {name}"
    lines = file.content.split(b"\r\n")
    assert max(map(len, lines)) <= LONGEST_LINE
    assert all(each.decode() or not each for each in lines)


def test_no_person_is_ever_named() -> None:
    personal = ("Personne-Nommée", "p-7f3a", "Motif-Personnel")
    person = tp.Person(id="p-7f3a", name="Personne-Nommée")
    gone = tp.Event(kind=tp.EventKind.CANCELLED, reason=tp.Bilingual("Motif-Personnel"))
    held = occurrence("2027-03-25", history=(gone,))
    told = evolve(
        cohort(held, trainers=(person,), history=(gone,)),
        attendances=(tp.Attendance(session="day-1", person="p-7f3a"),),
    )
    redacted, _ = tp.redact(told)
    assert redacted != told
    assert made(redacted) == made(told)
    text = made(told).content.decode()
    assert "day-1" in text
    assert not any(each in text for each in personal)
    assert not any(each in text for each in ("ATTENDEE", "ORGANIZER", "CONTACT"))


# Cycles and cohorts


def test_a_cycle_is_told_by_the_sessions_of_its_own_cohorts() -> None:
    cycle = tp.QualificationCycle(id="cycle")
    one = evolve(cohort(occurrence("2027-03-25"), cycle="cycle"), id="one")
    two = evolve(cohort(occurrence("2027-03-26"), cycle="cycle"), id="two")
    other = evolve(cohort(occurrence("2027-03-27"), cycle="other"), id="three")
    dataset = tp.Dataset(
        cycles=(cycle,), cohorts=(one, two, other, evolve(other, id="four", cycle=None))
    )
    assert [str(each["UID"]) for each in events(made(cycle, dataset))] == [
        "one.day-1._1@example.org",
        "two.day-1._1@example.org",
    ]


def test_the_days_of_a_cycle_stand_in_for_those_that_its_cohorts_lack() -> None:
    cycle = tp.QualificationCycle(id="cycle", since=tp.PartialDate("2027-03-25"))
    bare = tp.Cohort(id="cohort", cycle=tp.Ref("cycle"))
    undated = evolve(bare, sessions=(tp.TrainingSession(id="day-1"),))
    for held, pointer in ((bare, "/since"), (undated, "/sessions/0")):
        file = made(cycle, tp.Dataset(cycles=(cycle,), cohorts=(held,)))
        assert event(file)["UID"] == "cycle.since@example.org"
        assert [(each.entity, each.pointer) for each in file.left_out] == [("cohort", pointer)]


@pytest.mark.parametrize(
    "known",
    [
        {"since": tp.PartialDate("2027-04-01")},
        {"sessions": (tp.TrainingSession(id="day-1", occurrences=(occurrence("2027-04-01"),)),)},
    ],
)
def test_the_days_of_a_cycle_are_not_told_beside_those_of_a_cohort(known: dict[str, Any]) -> None:
    cycle = tp.QualificationCycle(id="cycle", since=tp.PartialDate("2027-03-25"))
    held = tp.Cohort(id="cohort", cycle=tp.Ref("cycle"), **known)
    file = made(cycle, tp.Dataset(cycles=(cycle,), cohorts=(held,)))
    assert event(file)["DTSTART"].dt == date(2027, 4, 1)
    assert file.left_out == ()


def test_the_days_of_a_cohort_stand_in_for_sessions_without_a_day() -> None:
    session = tp.TrainingSession(id="day-1", occurrences=(occurrence("2027-04"),))
    held = tp.Cohort(id="cohort", since=tp.PartialDate("2027-04-01"), sessions=(session,))
    file = made(held)
    assert event(file)["UID"] == "cohort.since@example.org"
    assert [each.why for each in file.left_out] == [Omission.IMPRECISE]


def test_the_beginning_and_the_end_stand_in_for_sessions_that_are_unknown() -> None:
    cycle = tp.QualificationCycle(
        id="cycle",
        since=tp.PartialDate("2027-03-25"),
        until=tp.PartialDate("2028"),
        status=tp.CycleStatus.CANCELLED,
    )
    file = made(cycle, language="en")
    assert event(file)["SUMMARY"] == "cycle: start"
    assert event(file)["UID"] == "cycle.since@example.org"
    assert event(file)["TRANSP"] == "TRANSPARENT"
    assert event(file)["STATUS"] == "CANCELLED"
    assert [(each.pointer, each.why) for each in file.left_out] == [("/until", Omission.IMPRECISE)]
    assert made(evolve(cycle, until=None)).left_out == ()


def test_the_shipped_cycle_begins_on_8_july_2021_and_its_other_days_are_unknown() -> None:
    dataset = tp.example("cerdd-ami-2020")
    for subject in (*dataset.cycles, *dataset.cohorts):
        file = made(subject, dataset)
        first, network = events(file)
        assert first["DTSTART"].dt == date(2021, 7, 8)
        assert first["UID"] == "cohorte-2021.day-1._1@example.org"
        assert network["DTSTART"].dt == date(2023, 4, 13)
        assert network["STATUS"] == "CONFIRMED"
        assert [(each.pointer, each.why) for each in file.left_out] == [
            (f"/sessions/{index}", Omission.NO_DATE) for index in range(1, 6)
        ]


def test_a_cycle_of_which_no_date_is_known_is_left_out() -> None:
    cycle = tp.QualificationCycle(id="cycle")
    file = made(cycle, tp.Dataset(cycles=(cycle,)))
    assert events(file) == []
    assert [(each.pointer, each.why) for each in file.left_out] == [("/since", Omission.NO_DATE)]


# Calls


def test_the_shipped_call_closes_on_12_march_2021() -> None:
    dataset = tp.example("cerdd-ami-2020")
    file = made(dataset.get(tp.Call, "cerdd-ami-2020"), dataset)
    found = event(file)
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (date(2021, 3, 12), date(2021, 3, 13))
    assert found["UID"] == "cerdd-ami-2020.closes@example.org"
    assert found["DESCRIPTION"] == "12 mars 2021"
    assert found["TRANSP"] == "TRANSPARENT"


def call(**more: Any) -> tp.Call:
    return tp.Call(id="call", **more)


def until(text: str) -> tp.Deadline:
    return tp.Deadline.parse(text)


def test_a_call_is_told_by_its_openings_and_deadlines() -> None:
    told = call(
        names=(tp.Name("Agir"),),
        kind=tp.CallKind.PROJECTS,
        url="https://example.org/call",
        opens=when("2027-01-04"),
        closes=until(f"2027-03-12; hour=17:00; zone={PARIS}; event=received"),
        rounds=(
            tp.Round(id="r", name=tp.Name("Relève 1"), deadline=until("2027-02-01")),
            tp.Round(id="s", opens=when("2027-02-02; hour=12:00"), deadline=until("2027-03-12")),
        ),
        stages=(
            tp.Stage(id="full", opens=when("2027-04-01"), deadline=until("2027-05-03")),
            tp.Stage(id="jury"),
        ),
    )
    file = made(told)
    assert [(str(each["UID"]).partition("@")[0], each["SUMMARY"]) for each in events(file)] == [
        ("call.opens", "Agir : ouverture"),
        ("call.closes", "Agir : clôture"),
        ("call.rounds.r.deadline", "Agir, Relève 1 : date limite"),
        ("call.rounds.s.opens", "Agir, s : ouverture"),
        ("call.rounds.s.deadline", "Agir, s : date limite"),
        ("call.stages.full.opens", "Agir, full : ouverture"),
        ("call.stages.full.deadline", "Agir, full : date limite"),
    ]
    opens, closes, *_ = events(file)
    assert "DESCRIPTION" not in opens
    assert closes["DTSTART"].dt.astimezone(UTC) == datetime(2027, 3, 12, 16, tzinfo=UTC)
    assert "DTEND" not in closes
    assert closes["DESCRIPTION"] == "12 mars 2027 à 17:00 (Europe/Paris), date de réception"
    assert closes["CATEGORIES"].cats == ["appel à projets"]
    assert closes["URL"] == "https://example.org/call"
    assert file.left_out == ()


def test_a_deadline_at_the_end_of_a_day_is_told_as_that_day() -> None:
    found = event(made(call(closes=until("2027-03-12; hour=24:00"))))
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (date(2027, 3, 12), date(2027, 3, 13))


@pytest.mark.parametrize(
    ("closes", "why"),
    [
        (None, Omission.NO_DATE),
        ("2027-03", Omission.IMPRECISE),
        ("kind=rolling", Omission.ROLLING),
        ("kind=recurring", Omission.RECURRING),
        ("kind=until-exhausted", Omission.UNTIL_EXHAUSTED),
        ("kind=to-be-announced", Omission.TO_BE_ANNOUNCED),
    ],
)
def test_a_deadline_without_a_day_is_left_out(closes: str | None, why: Omission) -> None:
    file = made(call(closes=None if closes is None else until(closes)))
    assert [(each.pointer, each.why) for each in file.left_out] == [("/closes", why)]
    assert events(file) == []


def test_a_deadline_with_a_latest_day_is_told_with_its_condition() -> None:
    found = event(made(call(closes=until("2027-03-12; kind=until-exhausted")), language="en"))
    assert found["DESCRIPTION"] == "until the funds run out, 12 March 2027 at the latest"


def test_of_a_call_with_rounds_the_deadlines_of_rounds_are_expected() -> None:
    file = made(call(rounds=(tp.Round(id="r"),), opens=when("2027")))
    assert [each.in_words("en") for each in file.left_out] == [
        "call, /opens: the date is not precise to the day.",
        "call, /rounds/0/deadline: no date is known.",
    ]


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (None, None),
        ("open", None),
        ("suspended", "TENTATIVE"),
        ("cancelled", "CANCELLED"),
        ("postponed", "CANCELLED"),
    ],
)
def test_a_call_that_is_off_cancels_its_dates(status: str | None, told: str | None) -> None:
    file = made(call(closes=until("2027-03-12"), status=status and tp.CallStatus(status)))
    assert event(file).get("STATUS") == told


@pytest.mark.parametrize(
    ("status", "conditional", "of_the_call", "told"),
    [
        (None, tp.Ternary.UNDETERMINED, None, None),
        (None, tp.Ternary.YES, None, "TENTATIVE"),
        ("conditional", tp.Ternary.UNDETERMINED, None, "TENTATIVE"),
        ("open", tp.Ternary.YES, None, None),
        ("open", tp.Ternary.YES, "suspended", "TENTATIVE"),
        ("dropped", tp.Ternary.YES, "suspended", "CANCELLED"),
        ("conditional", tp.Ternary.YES, "cancelled", "CANCELLED"),
    ],
)
def test_a_round_may_be_uncertain_or_dropped(
    status: str | None, conditional: tp.Ternary, of_the_call: str | None, told: str | None
) -> None:
    part = tp.Round(
        id="r",
        deadline=until("2027-03-12"),
        status=None if status is None else tp.RoundStatus(status),
        conditional=conditional,
    )
    file = made(call(rounds=(part,), status=of_the_call and tp.CallStatus(of_the_call)))
    assert event(file).get("STATUS") == told


def test_an_extension_is_counted_for_the_call_and_its_rounds() -> None:
    extended = tp.Event(kind=tp.EventKind.EXTENDED)
    part = tp.Round(id="r", deadline=until("2027-03-12"), history=(extended,))
    told = call(closes=until("2027-03-12"), rounds=(part,), history=(extended,))
    assert [each["SEQUENCE"] for each in events(made(told))] == [1, 2]


# Laws


def told_of(dataset: tp.Dataset) -> tuple[tp.Entity, ...]:
    return (*dataset.calls, *dataset.cycles, *dataset.cohorts)


@pytest.mark.parametrize("name", tp.example_names())
def test_every_shipped_call_cycle_and_cohort_has_its_calendar(name: str) -> None:
    dataset = tp.example(name)
    for each in told_of(dataset):
        file = made(each, dataset)
        assert made(each, dataset).content == file.content
        assert len({str(found["UID"]) for found in events(file)}) == len(events(file))
        assert events(file) or file.left_out


@given(told=from_class(tp.Cohort))
def test_every_occurrence_is_an_event_or_is_left_out(told: tp.Cohort) -> None:
    file = made(told)
    whole = [each for each in file.left_out if not each.pointer.endswith("/ends")]
    sessions = told.sessions or ()
    own = sum(max(1, len(each.occurrences or ())) for each in sessions)
    ends = (
        []
        if _is_of_a_session(file)
        else [each for each in (told.since, told.until) if each is not None]
    )
    undated = not sessions and not ends
    assert len(events(file)) + len(whole) == own + len(ends) + undated
    assert all(value_at(told, each.pointer) is not None for each in whole if sessions)


def _is_of_a_session(file: CalendarFile) -> bool:
    """Whether a session has an event: only those are told to keep whoever comes busy."""
    return any(each["TRANSP"] == "OPAQUE" for each in events(file))


@given(told=from_class(tp.Call))
def test_every_deadline_is_an_event_or_is_left_out(told: tp.Call) -> None:
    file = made(told)
    opened = [told.opens, *(each.opens for each in told.rounds or ())]
    opened += [each.opens for each in told.stages or ()]
    openings = [each for each in opened if each is not None]
    stages = [each for each in told.stages or () if each.deadline is not None]
    own = told.closes is not None or not told.rounds
    expected = len(openings) + len(stages) + len(told.rounds or ()) + own
    assert len(events(file)) + len(file.left_out) == expected


# What is refused


def test_an_instant_without_a_zone_is_refused() -> None:
    naive = datetime(2026, 11, 30, 9)  # noqa: DTZ001  # that is the point
    for held in (cohort(occurrence("2027-03-25")), tp.Cohort(id="empty")):
        with pytest.raises(TypeError, match="needs a zone"):
            calendar_file(held, NOWHERE, issued=naive, domain="example.org")


@pytest.mark.parametrize("domain", ["", "example.org\r\nX:1", "a b", "me@example.org", ".org"])
def test_a_domain_that_is_none_is_refused(domain: str) -> None:
    with pytest.raises(ValueError, match=r"^a domain is expected, as example.org, not "):
        calendar_file(tp.Cohort(id="cohort"), NOWHERE, issued=ISSUED, domain=domain)


def test_what_has_no_calendar_is_refused() -> None:
    with pytest.raises(TypeError, match=r"or a Call, not of a Organisation$"):
        made(tp.Organisation(id="cerdd"))


def test_a_language_that_is_not_spoken_is_refused() -> None:
    with pytest.raises(ValueError, match="'de' is not one of the languages fr, en"):
        made(cohort(occurrence("2027-03-25")), language=cast("tp.Language", "de"))


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(ImportError, match=r'pip install "territoires-participatifs\[ical\]"$'):
        made(tp.Cohort(id="cohort"))
