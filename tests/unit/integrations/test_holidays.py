"""Public holidays: those of the law, where they are held, and nowhere else."""

import sys
from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Final

import pytest

import territoires_participatifs as tp
from territoires_participatifs.integrations.holidays import public_holidays

LABOUR_CODE: Final = (
    "2027-01-01",
    "2027-03-29",
    "2027-05-01",
    "2027-05-06",
    "2027-05-08",
    "2027-05-17",
    "2027-07-14",
    "2027-08-15",
    "2027-11-01",
    "2027-11-11",
    "2027-12-25",
)
"""The eleven days of article L3133-1, in 2027."""

ABOLITION: Final = {
    "971": "2027-05-27",
    "972": "2027-05-22",
    "973": "2027-06-10",
    "974": "2027-12-20",
    "976": "2027-04-27",
    "977": "2027-10-09",
    "978": "2027-05-28",
}
"""The days of article L3422-2, where they are no others, and of the decree of 23 April 2012."""

GOOD_FRIDAY: Final = tp.day("2027-03-26")
SAINT_STEPHEN: Final = tp.day("2027-12-26")

WHOLLY_IN_ALSACE_OR_MOSELLE: Final = (
    ("departement", "57"),
    ("departement", "67"),
    ("departement", "68"),
    ("commune", "67482"),
    ("arrondissement", "675"),
    ("priority-neighbourhood", "QP067001"),
    ("intermunicipal", "246700488"),
    ("intermunicipal", "200070746"),
)
PARTLY_OR_ELSEWHERE: Final = (
    ("region", "44"),
    ("region", "32"),
    ("departement", "59"),
    ("departement", "2A"),
    ("commune", "59350"),
    ("commune", "20004"),
    ("arrondissement", "595"),
    ("priority-neighbourhood", "QN05901M"),
    ("intermunicipal", "200070738"),
    ("country", "FR"),
    ("overseas-collectivity", "975"),
    ("overseas-collectivity", "989"),
)
"""The inter-municipal body has communes in Moselle and in Meurthe-et-Moselle, and the commune
20004 is Ajaccio, before Corsica had two départements.
"""


@pytest.fixture(autouse=True)
def _extra() -> None:
    pytest.importorskip("holidays", reason="the extra calendar is not installed")


def of(kind: str, code: str | None) -> tp.TerritoryCode:
    return tp.TerritoryCode(tp.TerritoryKind(kind), code)


@pytest.mark.parametrize("text", LABOUR_CODE)
def test_the_days_of_the_labour_code_are_held_everywhere(text: str) -> None:
    assert tp.day(text) in public_holidays()
    assert all(tp.day(text) in public_holidays(of("departement", code)) for code in ABOLITION)
    assert tp.day(text) in public_holidays(of("departement", "67"))


def test_a_year_has_eleven_days_and_no_other() -> None:
    days = public_holidays()
    year = [date(2027, 1, 1) + timedelta(days=each) for each in range(365)]
    assert [each.isoformat() for each in year if each in days] == [*LABOUR_CODE]


@pytest.mark.parametrize(("kind", "code"), WHOLLY_IN_ALSACE_OR_MOSELLE)
def test_alsace_and_moselle_have_two_more(kind: str, code: str) -> None:
    days = public_holidays(of(kind, code))
    assert GOOD_FRIDAY in days
    assert SAINT_STEPHEN in days


@pytest.mark.parametrize(("kind", "code"), PARTLY_OR_ELSEWHERE)
def test_what_is_held_in_a_part_only_is_not_that_of_the_whole(kind: str, code: str) -> None:
    days = public_holidays(of(kind, code))
    assert GOOD_FRIDAY not in days
    assert SAINT_STEPHEN not in days
    assert tp.day("2027-07-14") in days


@pytest.mark.parametrize(("code", "text"), ABOLITION.items())
def test_the_abolition_of_slavery_is_held_where_it_was_proclaimed(code: str, text: str) -> None:
    assert tp.day(text) in public_holidays(of("departement", code))
    assert tp.day(text) not in public_holidays()


@pytest.mark.parametrize(
    ("kind", "code"), [("commune", "97411"), ("region", "04"), ("arrondissement", "9741")]
)
def test_a_part_of_la_reunion_has_its_day(kind: str, code: str) -> None:
    assert tp.day("2027-12-20") in public_holidays(of(kind, code))


def test_a_territory_of_the_tables_is_taken_too() -> None:
    reunion = tp.territory("region", "04")
    assert tp.day("2027-12-20") in public_holidays(reunion)


def test_a_datetime_is_asked_by_its_date_and_nothing_else_is_a_day() -> None:
    days = public_holidays()
    assert datetime(2027, 7, 14, 12) in days  # noqa: DTZ001  # its own date, whatever its zone
    assert "2027-07-14" not in days
    assert None not in days


@pytest.mark.parametrize(
    "closed",
    [
        {date(2027, 5, 7)},
        ["2027-05-07"],
        {datetime(2027, 5, 7, 12)},  # noqa: DTZ001  # its own date, whatever its zone
    ],
)
def test_days_of_several_territories_and_of_ones_own_are_put_together(
    closed: Collection[tp.DayLike],
) -> None:
    days = public_holidays(of("departement", "67")) | public_holidays(of("region", "04")) | closed
    assert all(tp.day(each) in days for each in ("2027-03-26", "2027-12-20", "2027-05-07"))
    assert tp.day("2027-05-10") not in days


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("region", None),
        ("region", "42"),
        ("departement", "99"),
        ("departement", "20"),
        ("commune", "99999"),
        ("commune", "00000"),
        ("arrondissement", "001"),
        ("priority-neighbourhood", "QP099001"),
        ("priority-neighbourhood", "QPXXX001"),
        ("intermunicipal", "732829320"),
        ("nuts", "FRE11"),
        ("country", "BE"),
    ],
)
def test_a_territory_that_can_not_be_placed_is_refused(kind: str, code: str | None) -> None:
    with pytest.raises(ValueError, match=r"^it can't be told in which départements .* lies$"):
        public_holidays(of(kind, code))


def test_sessions_are_planned_around_the_days_of_a_territory() -> None:
    days = tp.plan_sessions("2027-02-12", 2, avoid=public_holidays(of("departement", "57")))
    assert [each.isoformat() for each in days] == ["2027-02-12", "2027-03-30"]


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    with pytest.raises(ImportError, match=r'pip install "territoires-participatifs\[calendar\]"$'):
        public_holidays()
