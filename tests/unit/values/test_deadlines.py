"""Deadlines, to the second, in every zone, and those that no day ends."""

from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any, Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values import (
    CountingEvent,
    Deadline,
    DeadlineKind,
    PartialDate,
    Ternary,
)

YES: Final = Ternary.YES
NO: Final = Ternary.NO
UNDETERMINED: Final = Ternary.UNDETERMINED

DAY: Final = PartialDate("2021-03-12")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


PARIS: Final = Deadline(day=PartialDate("2023-10-19"), hour="17:00", zone="Europe/Paris")


@pytest.mark.parametrize(
    ("moment", "missed"),
    [
        ("2023-10-18T17:00:00+02:00", NO),
        ("2023-10-19T16:59:59+02:00", NO),
        ("2023-10-19T17:00:00+02:00", NO),
        ("2023-10-19T17:00:00.000001+02:00", UNDETERMINED),
        ("2023-10-19T17:00:59.999999+02:00", UNDETERMINED),
        ("2023-10-19T17:01:00+02:00", YES),
        ("2023-10-19T15:00:00+00:00", NO),
        ("2023-10-19T15:01:00+00:00", YES),
        ("2023-10-19T19:00:00+04:00", NO),
        ("2023-10-20T00:00:00+02:00", YES),
    ],
)
def test_an_hour_counts_to_its_last_second(moment: str, missed: Ternary) -> None:
    assert PARIS.missed_at(at(moment)) is missed


@pytest.mark.parametrize("hour", [None, "24:00"])
@pytest.mark.parametrize(
    ("moment", "missed"),
    [
        ("2023-10-19T23:59:59.999999+02:00", NO),
        ("2023-10-20T00:00:00+02:00", YES),
    ],
)
def test_a_day_ends_sharply_with_its_last_second(
    hour: str | None, moment: str, missed: Ternary
) -> None:
    deadline = Deadline(day=PartialDate("2023-10-19"), hour=hour, zone="Europe/Paris")
    assert deadline.missed_at(at(moment)) is missed


@pytest.mark.parametrize(
    ("moment", "missed"),
    [
        ("2023-10-19T00:00:00+02:00", NO),
        ("2023-10-19T00:00:30+02:00", UNDETERMINED),
        ("2023-10-19T00:01:00+02:00", YES),
    ],
)
def test_midnight_as_an_hour_is_the_beginning_of_the_day(moment: str, missed: Ternary) -> None:
    deadline = Deadline(day=PartialDate("2023-10-19"), hour="00:00", zone="Europe/Paris")
    assert deadline.missed_at(at(moment)) is missed


@pytest.mark.parametrize(
    ("zone", "day", "in_time", "late"),
    [
        ("Europe/Paris", "2023-03-26", "2023-03-26T15:00:00Z", "2023-03-26T15:01:00Z"),
        ("Europe/Paris", "2023-03-25", "2023-03-25T16:00:00Z", "2023-03-25T16:01:00Z"),
        ("Europe/Paris", "2023-10-29", "2023-10-29T16:00:00Z", "2023-10-29T16:01:00Z"),
        ("Europe/Paris", "2023-10-28", "2023-10-28T15:00:00Z", "2023-10-28T15:01:00Z"),
        ("Indian/Reunion", "2023-10-29", "2023-10-29T13:00:00Z", "2023-10-29T13:01:00Z"),
        ("America/Guadeloupe", "2023-10-29", "2023-10-29T21:00:00Z", "2023-10-29T21:01:00Z"),
    ],
)
def test_an_hour_is_that_of_its_zone_in_summer_and_in_winter(
    zone: str, day: str, in_time: str, late: str
) -> None:
    deadline = Deadline(day=PartialDate(day), hour="17:00", zone=zone)
    assert deadline.missed_at(at(in_time)) is NO
    assert deadline.missed_at(at(late)) is YES
    assert deadline.missed_at(at(in_time) + timedelta(seconds=1)) is UNDETERMINED


@pytest.mark.parametrize(
    ("hour", "in_time", "late"),
    [
        ("01:59", "2023-10-28T23:59:00Z", "2023-10-29T00:00:00Z"),
        ("02:30", "2023-10-29T00:30:00Z", "2023-10-29T01:31:00Z"),
        ("03:00", "2023-10-29T02:00:00Z", "2023-10-29T02:01:00Z"),
    ],
)
def test_nobody_can_tell_which_of_two_hours_is_meant_when_clocks_go_back(
    hour: str, in_time: str, late: str
) -> None:
    deadline = Deadline(day=PartialDate("2023-10-29"), hour=hour, zone="Europe/Paris")
    second = timedelta(seconds=1)
    assert deadline.missed_at(at(in_time)) is NO
    assert deadline.missed_at(at(in_time) + second) is UNDETERMINED
    assert deadline.missed_at(at(late) - second) is UNDETERMINED
    assert deadline.missed_at(at(late)) is YES


@pytest.mark.parametrize(
    ("moment", "missed"),
    [
        ("2023-10-19T17:00:00+14:00", NO),
        ("2023-10-19T17:00:01+14:00", UNDETERMINED),
        ("2023-10-19T17:00:59-12:00", UNDETERMINED),
        ("2023-10-19T17:01:00-12:00", YES),
    ],
)
def test_without_a_zone_one_is_late_when_it_is_late_everywhere(
    moment: str, missed: Ternary
) -> None:
    deadline = Deadline(day=PartialDate("2023-10-19"), hour="17:00")
    assert deadline.missed_at(at(moment)) is missed


@pytest.mark.parametrize(
    ("moment", "missed"),
    [
        ("2023-10-20T00:00:00+14:00", NO),
        ("2023-10-20T00:00:01+14:00", UNDETERMINED),
        ("2023-10-19T23:59:59-12:00", UNDETERMINED),
        ("2023-10-20T00:00:00-12:00", YES),
    ],
)
def test_without_hour_or_zone_the_day_lasts_as_long_as_anywhere(
    moment: str, missed: Ternary
) -> None:
    assert Deadline(day=PartialDate("2023-10-19")).missed_at(at(moment)) is missed


@pytest.mark.parametrize(
    ("day", "moment", "missed"),
    [
        ("2023-10", "2023-10-01T17:00:00+02:00", NO),
        ("2023-10", "2023-10-01T17:00:01+02:00", UNDETERMINED),
        ("2023-10", "2023-10-31T17:00:59+01:00", UNDETERMINED),
        ("2023-10", "2023-10-31T17:01:00+01:00", YES),
        ("[..2023-10-19]", "1900-01-01T00:00:00+01:00", UNDETERMINED),
        ("[..2023-10-19]", "2023-10-19T17:01:00+02:00", YES),
        ("[2023-10-19..]", "2023-10-19T17:00:00+02:00", NO),
        ("[2023-10-19..]", "2100-01-01T00:00:00+01:00", UNDETERMINED),
        ("XXXX-10-19", "2023-10-19T17:01:00+02:00", UNDETERMINED),
    ],
)
def test_an_imprecise_day_leaves_room(day: str, moment: str, missed: Ternary) -> None:
    deadline = Deadline(day=PartialDate(day), hour="17:00", zone="Europe/Paris")
    assert deadline.missed_at(at(moment)) is missed


@given(
    st.dates(date(2015, 1, 1), date(2030, 12, 31)),
    st.integers(4 * 60, 24 * 60 - 1),  # clear of the hours that change
    st.sampled_from(["Europe/Paris", "Indian/Reunion", "America/Guadeloupe", "America/Cayenne"]),
    st.integers(-3 * 86_400, 3 * 86_400) | st.integers(-120, 120),
)
def test_zoneinfo_agrees(on: date, minutes: int, zone: str, seconds: int) -> None:
    hour = f"{minutes // 60:02d}:{minutes % 60:02d}"
    limit = at(f"{on.isoformat()}T{hour}").replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    expected = NO if seconds <= 0 else YES if seconds >= 60 else UNDETERMINED
    deadline = Deadline(day=PartialDate(on), hour=hour, zone=zone)
    assert deadline.missed_at(limit + timedelta(seconds=seconds)) is expected


@pytest.mark.parametrize("moment", ["2000-01-01T00:00Z", "2023-10-19T17:00Z", "9999-01-01T00:00Z"])
@pytest.mark.parametrize(
    ("kind", "missed"),
    [
        (DeadlineKind.ROLLING, NO),
        (DeadlineKind.RECURRING, UNDETERMINED),
        (DeadlineKind.UNTIL_EXHAUSTED, UNDETERMINED),
        (DeadlineKind.TO_BE_ANNOUNCED, UNDETERMINED),
    ],
)
def test_what_no_day_ends(kind: DeadlineKind, missed: Ternary, moment: str) -> None:
    assert Deadline(kind=kind).missed_at(at(moment)) is missed


def test_funds_may_run_out_before_the_latest_day() -> None:
    deadline = Deadline(
        day=PartialDate("2023-10-19"), kind=DeadlineKind.UNTIL_EXHAUSTED, zone="Europe/Paris"
    )
    assert deadline.missed_at(at("2023-01-01T00:00:00+01:00")) is UNDETERMINED
    assert deadline.missed_at(at("2023-10-20T00:00:00+02:00")) is YES


@pytest.mark.parametrize(
    ("hour", "moment", "missed"),
    [
        (None, "2023-01-01T00:00:00+01:00", NO),
        (None, "2023-10-19T23:59:59.999999+02:00", NO),
        (None, "2023-10-20T00:00:00+02:00", YES),
        ("17:00", "2023-10-19T17:00:00+02:00", NO),
        ("17:00", "2023-10-19T17:00:00.000001+02:00", UNDETERMINED),
        ("17:00", "2023-10-19T17:01:00+02:00", YES),
    ],
)
def test_one_may_answer_as_one_goes_up_to_the_latest_day(
    hour: str | None, moment: str, missed: Ternary
) -> None:
    deadline = Deadline(
        day=PartialDate("2023-10-19"),
        kind=DeadlineKind.ROLLING,
        hour=hour,
        zone="Europe/Paris",
    )
    assert deadline.missed_at(at(moment)) is missed


def test_an_imprecise_latest_day_leaves_room() -> None:
    deadline = Deadline(day=PartialDate("2023-10"), kind=DeadlineKind.ROLLING, zone="Europe/Paris")
    assert deadline.missed_at(at("2023-10-01T23:59:59+02:00")) is NO
    assert deadline.missed_at(at("2023-10-02T00:00:01+02:00")) is UNDETERMINED
    assert deadline.missed_at(at("2023-11-01T00:00:00+01:00")) is YES


@pytest.mark.parametrize("deadline", [PARIS, Deadline(kind=DeadlineKind.ROLLING)])
def test_an_instant_without_zone_is_our_callers_mistake(deadline: Deadline) -> None:
    with pytest.raises(TypeError, match="an instant needs a zone"):
        deadline.missed_at(datetime(2023, 10, 19))  # noqa: DTZ001  # the mistake


def test_the_ends_of_the_calendar_are_no_trouble() -> None:
    first, last = (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))
    for hour, zone in product([None, "00:00", "23:59"], [None, "Etc/GMT-14", "Etc/GMT+12"]):
        early = Deadline(day=PartialDate("0001-01-01"), hour=hour, zone=zone)
        late = Deadline(day=PartialDate("9999-12-31"), hour=hour, zone=zone)
        assert early.missed_at(last) is YES
        assert late.missed_at(first) is NO


ALLOWED: Final = {
    (DeadlineKind.FIXED, True, False, False),
    (DeadlineKind.FIXED, True, True, False),
    (DeadlineKind.ROLLING, False, False, False),
    (DeadlineKind.ROLLING, True, False, False),
    (DeadlineKind.ROLLING, True, True, False),
    (DeadlineKind.RECURRING, False, False, False),
    (DeadlineKind.RECURRING, False, False, True),
    (DeadlineKind.UNTIL_EXHAUSTED, False, False, False),
    (DeadlineKind.UNTIL_EXHAUSTED, True, False, False),
    (DeadlineKind.UNTIL_EXHAUSTED, True, True, False),
    (DeadlineKind.TO_BE_ANNOUNCED, False, False, False),
}
"""A kind, and whether it may have a day, an hour, a recurrence together."""


@pytest.mark.parametrize(
    ("kind", "day", "hour", "recurrence"),
    list(product(DeadlineKind, [False, True], [False, True], [False, True])),
)
def test_fields_that_do_not_belong_together_are_refused(
    kind: DeadlineKind, *, day: bool, hour: bool, recurrence: bool
) -> None:
    def make() -> Deadline:
        return Deadline(
            kind=kind,
            day=PartialDate("2023-10-19") if day else None,
            hour="17:00" if hour else None,
            recurrence="FREQ=DAILY" if recurrence else None,
        )

    if (kind, day, hour, recurrence) in ALLOWED:
        assert make().kind is kind
    else:
        with pytest.raises(InvalidValue, match="VAL307") as refused:
            make()
        assert refused.value.facts == {"kind": kind.value}


@pytest.mark.parametrize("hour", ["25:00", "17h", "17:60", "24:01"])
def test_an_hour_is_one(hour: str) -> None:
    with pytest.raises(InvalidValue, match="VAL303"):
        Deadline(day=PartialDate("2023-10-19"), hour=hour)


@pytest.mark.parametrize("zone", ["Europe/Lille", "CEST", "local"])
def test_a_zone_is_one(zone: str) -> None:
    with pytest.raises(InvalidValue, match="VAL304"):
        Deadline(day=PartialDate("2023-10-19"), zone=zone)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYDAY=1MO",
        "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1",
        "FREQ=WEEKLY;INTERVAL=2;UNTIL=20301231T235959Z;WKST=MO",
        "FREQ=DAILY;COUNT=10",
    ],
)
def test_a_recurrence_is_a_rule_of_rfc_5545(rule: str) -> None:
    assert Deadline(kind=DeadlineKind.RECURRING, recurrence=rule).recurrence == rule


@pytest.mark.parametrize(
    "rule",
    [
        "chaque lundi",
        "FREQ=",
        "FREQ=FORTNIGHTLY",
        "BYDAY=1MO",
        "FREQ=MONTHLY;",
        "FREQ=MONTHLY;BYDAY",
        "FREQ=MONTHLY;EVERY=MO",
        "RRULE:FREQ=MONTHLY",
        "freq=monthly",
        "FREQ=MONTHLY\n",
    ],
)
def test_what_is_no_rule_is_refused(rule: str) -> None:
    with pytest.raises(InvalidValue, match="VAL308") as refused:
        Deadline(kind=DeadlineKind.RECURRING, recurrence=rule)
    assert refused.value.facts == {"value": rule}


def test_a_deadline_is_written_with_all_that_is_known() -> None:
    deadline = Deadline(
        day=PartialDate("2023-10-19", wording="jeudi 19 octobre"),
        hour="17:00",
        zone="Europe/Paris",
        event=CountingEvent.RECEIVED,
        wording="avant 17 h ; délai de rigueur",
    )
    assert str(deadline) == (
        r"2023-10-19\; wording\=jeudi 19 octobre; hour=17:00; zone=Europe/Paris; "
        r"event=received; wording=avant 17 h \; délai de rigueur"
    )
    assert Deadline.parse(str(deadline)) == deadline


def test_a_deadline_without_day_is_written_by_its_kind() -> None:
    assert str(Deadline(kind=DeadlineKind.ROLLING)) == "kind=rolling"


def test_fields_hold_values_and_not_texts() -> None:
    with pytest.raises(TypeError, match=r"Deadline\.day takes PartialDate, not str"):
        Deadline(day="2023-10-19")  # type: ignore[arg-type]  # our caller's mistake
    with pytest.raises(TypeError, match=r"Deadline\.hour takes str, not int"):
        Deadline(day=PartialDate("2023-10-19"), hour=17)  # type: ignore[arg-type]  # likewise


@pytest.mark.parametrize(
    ("fields", "french", "english"),
    [
        ({"day": DAY}, "12 mars 2021", "12 March 2021"),
        ({"day": DAY, "hour": "12:00"}, "12 mars 2021 à 12:00", "12 March 2021 at 12:00"),
        (
            {"day": DAY, "hour": "12:00", "zone": "Indian/Reunion"},
            "12 mars 2021 à 12:00 (Indian/Reunion)",
            "12 March 2021 at 12:00 (Indian/Reunion)",
        ),
        (
            {"day": DAY, "event": CountingEvent.SENT},
            "12 mars 2021, date d'envoi",
            "12 March 2021, by the day of sending",
        ),
        (
            {"day": DAY, "hour": "12:00", "event": CountingEvent.RECEIVED},
            "12 mars 2021 à 12:00, date de réception",
            "12 March 2021 at 12:00, by the day of receipt",
        ),
        (
            {"kind": DeadlineKind.ROLLING, "event": CountingEvent.COMPLETE},
            "au fil de l'eau, dossier complet",
            "on a rolling basis, with a complete file",
        ),
        (
            {"day": DAY, "event": CountingEvent.ACKNOWLEDGED},
            "12 mars 2021, accusé de réception",
            "12 March 2021, with its receipt acknowledged",
        ),
        ({"kind": DeadlineKind.ROLLING}, "au fil de l'eau", "on a rolling basis"),
        (
            {"kind": DeadlineKind.ROLLING, "day": DAY},
            "au fil de l'eau (12 mars 2021 au plus tard)",
            "on a rolling basis, 12 March 2021 at the latest",
        ),
        (
            {
                "kind": DeadlineKind.ROLLING,
                "day": DAY,
                "hour": "12:00",
                "event": CountingEvent.SENT,
            },
            "au fil de l'eau (12 mars 2021 à 12:00 au plus tard), date d'envoi",
            "on a rolling basis, 12 March 2021 at 12:00 at the latest, by the day of sending",
        ),
        ({"kind": DeadlineKind.RECURRING}, "à date récurrente", "on recurring dates"),
        (
            {"kind": DeadlineKind.UNTIL_EXHAUSTED},
            "jusqu'à épuisement des fonds",
            "until the funds run out",
        ),
        (
            {"kind": DeadlineKind.UNTIL_EXHAUSTED, "day": DAY},
            "jusqu'à épuisement des fonds (12 mars 2021 au plus tard)",
            "until the funds run out, 12 March 2021 at the latest",
        ),
        ({"kind": DeadlineKind.TO_BE_ANNOUNCED}, "à annoncer", "to be announced"),
    ],
)
def test_a_deadline_is_said_as_a_person_says_it(
    fields: dict[str, Any], french: str, english: str
) -> None:
    deadline = Deadline(**fields)
    assert deadline.in_words("fr") == french
    assert deadline.in_words("en") == english
