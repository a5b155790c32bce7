"""Days, hours, zones and instants, judged by datetime and zoneinfo."""

from collections import defaultdict
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values.dates import (
    MINUTES_IN_A_DAY,
    DayLike,
    check_hour,
    check_zone,
    day,
    day_in_its_month,
    day_of_ordinal,
    instants,
    long_day,
    utc,
)


@given(st.dates())
def test_every_day_of_the_calendar_is_read_from_its_iso_text(when: date) -> None:
    assert day(when.isoformat()) == when
    assert day(when) == when
    assert day_of_ordinal(when.toordinal()) == when


def test_a_day_is_one_kind_of_object_however_it_was_given() -> None:
    given_as: list[DayLike] = [
        "2021-03-12",
        date(2021, 3, 12),
        datetime(2021, 3, 12, 23, 59, tzinfo=UTC),
    ]
    assert [type(day(each)) for each in given_as] == [pendulum.Date] * 3


def test_the_day_of_a_datetime_is_its_own_whatever_its_zone() -> None:
    late = datetime(2021, 3, 12, 23, 30, tzinfo=timezone(timedelta(hours=-12)))
    assert day(late) == date(2021, 3, 12)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2021",
        "2021-03",
        "12/03/2021",
        "20210312",
        "2021-3-12",
        "2021-03-12\n",
        " 2021-03-12",
        "2021-03-12T00:00",
        "2024-W01-1",
        "2021-071",
        "+2021-03-12",
        "-021-03-12",
        "\uff12021-03-12",
        "2021\u201103\u201112",
        "now",
        "12:00",
    ],
)
def test_a_text_of_another_form_is_no_day(text: str) -> None:
    with pytest.raises(InvalidValue, match="VAL301") as refused:
        day(text)
    assert refused.value.facts == {"value": text}


@pytest.mark.parametrize(
    "text", ["2021-02-29", "2021-04-31", "2021-13-01", "2021-00-10", "0000-01-01"]
)
def test_a_day_that_the_calendar_has_not_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="VAL302") as refused:
        day(text)
    assert refused.value.facts == {"value": text}


@pytest.mark.parametrize("value", [None, 20210312, b"2021-03-12", ("2021", "03", "12")])
def test_what_is_neither_text_nor_date_is_our_callers_mistake(value: object) -> None:
    with pytest.raises(TypeError):
        day(value)  # type: ignore[arg-type]  # the mistake


def test_an_hour_is_one_of_the_clock_or_the_end_of_the_day() -> None:
    taken = set()
    for hour in range(100):
        for minute in range(100):
            with suppress(InvalidValue):
                check_hour(text := f"{hour:02d}:{minute:02d}")
                taken.add(text)
    clock = {f"{hour:02d}:{minute:02d}" for hour in range(24) for minute in range(60)}
    assert taken == clock | {"24:00"}


@pytest.mark.parametrize(
    "text", ["", "17", "17h00", "5:00", "17:00:00", "17:00\n", "\uff11\uff17:00", "now"]
)
def test_an_hour_has_one_form(text: str) -> None:
    with pytest.raises(InvalidValue, match="VAL303") as refused:
        check_hour(text)
    assert refused.value.facts == {"value": text}


def test_every_zone_of_the_database_is_known() -> None:
    # "localtime" is the zone of a machine; on some, it lies beside those of the database.
    for name in available_timezones() - {"localtime"}:
        check_zone(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Europe/Lille",
        "europe/paris",
        "Europe/Paris\n",
        "Europe/",
        "/Europe/Paris",
        "Europe//Paris",
        "../Europe/Paris",
        "Europe/../Europe/Paris",
        "posix/Europe/Paris",
        "localtime",
        "local",
        "utc",
        "UTC+1",
        "+01:00",
        "Europe",
        "Europe/Paris\0",
        "\uff35TC",
        "A" * 5000,
    ],
)
def test_a_name_that_the_database_has_not_is_no_zone(name: str) -> None:
    with pytest.raises(InvalidValue, match="VAL304") as refused:
        check_zone(name)
    assert refused.value.facts == {"value": name}


YEAR_2: Final = datetime.fromisoformat("0002-01-01")
YEAR_9998: Final = datetime.fromisoformat("9998-01-01")

CHANGES: Final = {
    "Europe/Paris": ["2023-03-26", "2023-10-29", "2023-10-19"],
    "Indian/Reunion": ["2023-03-26"],
    "America/Guadeloupe": ["2023-10-29"],
    "America/Miquelon": ["2023-03-12", "2023-11-05"],
    "America/Havana": ["2023-03-11", "2023-03-12", "2023-11-04", "2023-11-05"],  # at midnight
    "Atlantic/Azores": ["2023-03-25", "2023-03-26", "2023-10-28", "2023-10-29"],  # likewise
    "Africa/Casablanca": ["2023-03-19", "2023-04-23"],
}


def shown(on: date, zone: str) -> dict[datetime, list[datetime]]:
    """Return what a clock shows around a day, minute by minute, and when it does."""
    clock: dict[datetime, list[datetime]] = defaultdict(list)
    moment = datetime(on.year, on.month, on.day, tzinfo=UTC) - timedelta(days=1)
    for _ in range(3 * MINUTES_IN_A_DAY):
        clock[moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)].append(moment)
        moment += timedelta(minutes=1)
    return clock


@pytest.mark.parametrize(
    ("zone", "text"), [(zone, text) for zone, texts in CHANGES.items() for text in texts]
)
def test_a_minute_happens_when_the_clock_shows_it(zone: str, text: str) -> None:
    on = day(text)
    clock = shown(on, zone)
    midnight = datetime(on.year, on.month, on.day)  # noqa: DTZ001  # what a clock shows
    skipped = 0
    for minutes in range(MINUTES_IN_A_DAY):
        first, last = instants(on, minutes, zone)
        seen = clock.get(midnight + timedelta(minutes=minutes))
        if seen is None:
            skipped += 1
            assert last - first == timedelta(hours=1)
        else:
            assert (first, last) == (seen[0], seen[-1])
    assert skipped in {0, 60}


@pytest.mark.parametrize(
    ("zone", "text"), [(zone, text) for zone, texts in CHANGES.items() for text in texts]
)
def test_a_day_ends_when_the_clock_first_shows_the_next(zone: str, text: str) -> None:
    on = day(text)
    next_day = [moments[0] for reading, moments in shown(on, zone).items() if reading.date() > on]
    assert instants(on, MINUTES_IN_A_DAY, zone) == (min(next_day), min(next_day))


def test_an_hour_that_the_clock_skips_is_read_by_winter_and_by_summer() -> None:
    first, last = instants(day("2023-03-26"), 2 * 60 + 30, "Europe/Paris")
    assert (first.isoformat(), last.isoformat()) == (
        "2023-03-26T00:30:00+00:00",
        "2023-03-26T01:30:00+00:00",
    )


def test_the_last_days_that_python_counts_end_with_it() -> None:
    end = datetime.max.replace(tzinfo=UTC)
    assert instants(day("9999-12-31"), MINUTES_IN_A_DAY, "UTC") == (end, end)
    assert instants(day("9999-12-31"), 23 * 60, "Etc/GMT+12") == (end, end)


def test_the_first_days_that_python_counts_begin_with_it() -> None:
    start = datetime.min.replace(tzinfo=UTC)
    assert instants(day("0001-01-01"), 0, "Etc/GMT-14") == (start, start)
    assert instants(day("0001-01-01"), 14 * 60 + 1, "Etc/GMT-14") == (
        start + timedelta(minutes=1),
        start + timedelta(minutes=1),
    )


@given(st.datetimes(min_value=YEAR_2, max_value=YEAR_9998, timezones=st.timezones()))
def test_an_instant_is_the_same_in_universal_time(moment: datetime) -> None:
    assert utc(moment) == moment.astimezone(UTC)
    assert utc(moment).tzinfo is UTC


def test_an_instant_of_pendulum_is_taken_with_its_hour_of_winter_or_summer() -> None:
    summer = pendulum.datetime(2023, 10, 29, 2, 30, tz="Europe/Paris", fold=0)
    winter = pendulum.datetime(2023, 10, 29, 2, 30, tz="Europe/Paris", fold=1)
    assert [utc(each).hour for each in (summer, winter)] == [0, 1]


class _NoZone(tzinfo):
    """A zone that does not know its offset: Python would take the machine's."""

    def utcoffset(self, _: datetime | None, /) -> None:
        return None

    dst = utcoffset

    def tzname(self, _: datetime | None, /) -> None:
        return None


@pytest.mark.parametrize("zone", [None, _NoZone()])
def test_a_datetime_without_zone_is_no_instant(zone: tzinfo | None) -> None:
    with pytest.raises(TypeError, match="an instant needs a zone"):
        utc(datetime(2023, 10, 19, tzinfo=zone))


@pytest.mark.parametrize(
    ("text", "french", "english"),
    [
        ("2021-03-01", "1er mars 2021", "1 March 2021"),
        ("2021-03-02", "2 mars 2021", "2 March 2021"),
        ("2020-08-11", "11 août 2020", "11 August 2020"),
        ("2020-12-31", "31 décembre 2020", "31 December 2020"),
    ],
)
def test_a_day_is_said_as_people_write_it(text: str, french: str, english: str) -> None:
    assert long_day(day(text), "fr") == french
    assert long_day(day(text), "en") == english


def test_months_are_said_in_both_languages() -> None:
    french = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    months = range(1, 13)
    assert [day_in_its_month(each, language="fr") for each in months] == french.split()
    english = [date(2021, each, 1).strftime("%B") for each in months]
    assert [day_in_its_month(each, language="en") for each in months] == english


def test_a_day_of_any_year_is_said_without_it() -> None:
    assert day_in_its_month(2, 29, language="fr") == "29 février"
    assert day_in_its_month(2, 1, language="fr") == "1er février"
