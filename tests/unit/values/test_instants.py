"""Instants: a day as precise as its source, with the hour and the zone that are told."""

from typing import Any

import pytest

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values import Instant, PartialDate, PartOfPeriod

DAY = PartialDate("2021-03-12")


def test_a_day_alone_is_enough_however_precise() -> None:
    for day in (DAY, PartialDate("2021"), PartialDate("[..2020-11-09]"), PartialDate("XXXX-02")):
        instant = Instant(day)
        assert (instant.day, instant.hour, instant.zone) == (day, None, None)
        assert instant.is_short()


def test_an_instant_is_written_with_what_else_is_known() -> None:
    instant = Instant(DAY, hour="16:59", zone="Europe/Paris")
    assert str(instant) == "2021-03-12; hour=16:59; zone=Europe/Paris"
    assert Instant.parse("2021-03-12; hour=16:59; zone=Europe/Paris") == instant
    assert not instant.is_short()


@pytest.mark.parametrize("hour", ["00:00", "23:59", "24:00"])
def test_an_hour_is_told_of_a_single_day(hour: str) -> None:
    assert Instant(DAY, hour=hour).hour == hour


@pytest.mark.parametrize(
    "day",
    [
        PartialDate("2021-03"),
        PartialDate("2021-03", PartOfPeriod.EARLY),
        PartialDate("[2021-03-11..2021-03-12]"),
        PartialDate("[..2021-03-12]"),
        PartialDate("[2021-03-12..]"),
        PartialDate("XXXX-03-12"),
    ],
    ids=str,
)
def test_an_hour_may_be_told_of_a_day_that_is_not_quite_known(day: PartialDate) -> None:
    instant = Instant(day, hour="12:00")
    assert instant.hour == "12:00"
    assert Instant.parse(str(instant)) == instant


@pytest.mark.parametrize("hour", ["24:01", "25:00", "17h", "9:00"])
def test_an_hour_is_one(hour: str) -> None:
    with pytest.raises(InvalidValue, match="VAL303"):
        Instant(DAY, hour=hour)


@pytest.mark.parametrize("zone", ["Europe/Lille", "CEST"])
def test_a_zone_is_one(zone: str) -> None:
    with pytest.raises(InvalidValue, match="VAL304"):
        Instant(DAY, zone=zone)


def test_fields_hold_values_and_not_texts() -> None:
    with pytest.raises(TypeError, match=r"Instant\.day takes PartialDate, not str"):
        Instant("2021-03-12")  # type: ignore[arg-type]  # our caller's mistake


@pytest.mark.parametrize(
    ("fields", "french", "english"),
    [
        ({}, "12 mars 2021", "12 March 2021"),
        ({"hour": "16:59"}, "12 mars 2021 à 16:59", "12 March 2021 at 16:59"),
        ({"zone": "Europe/Paris"}, "12 mars 2021 (Europe/Paris)", "12 March 2021 (Europe/Paris)"),
        (
            {"hour": "16:59", "zone": "Indian/Reunion"},
            "12 mars 2021 à 16:59 (Indian/Reunion)",
            "12 March 2021 at 16:59 (Indian/Reunion)",
        ),
    ],
)
def test_an_instant_is_said_as_a_person_says_it(
    fields: dict[str, Any], french: str, english: str
) -> None:
    instant = Instant(DAY, **fields)
    assert instant.in_words("fr") == french
    assert instant.in_words("en") == english
