"""Proposed dates: working days, in order, each as near to its own as it can be."""

from collections.abc import Collection, Container, Iterable
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import territoires_participatifs as tp
from territoires_participatifs.values.dates import Day, DayLike, day

STARTS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
COUNTS = st.integers(1, 12)
AVOIDED = st.sets(st.dates(date(1990, 1, 1), date(1995, 1, 1)), max_size=40)
WEEKS = st.integers(1, 12)
SATURDAY = 5


def iso(days: tuple[Day, ...]) -> list[str]:
    return [each.isoformat() for each in days]


class Everything(Container[date]):
    def __contains__(self, day: object) -> bool:
        return True


def test_six_days_every_six_weeks_are_those_of_the_calendar() -> None:
    days = tp.plan_sessions("2021-07-08", 6)
    assert iso(days) == [
        "2021-07-08",
        "2021-08-19",
        "2021-09-30",
        "2021-11-11",
        "2021-12-23",
        "2022-02-03",
    ]


def test_a_date_to_avoid_moves_to_the_next_working_day_and_moves_no_other() -> None:
    armistice = {date(2021, 11, 11), date(2021, 11, 12)}
    days = tp.plan_sessions("2021-07-08", 6, "P6W", avoid=armistice)
    assert iso(days)[3:5] == ["2021-11-15", "2021-12-23"]


class FoundWhenAsked(dict[date, str]):
    """Days that are there only once somebody asks for them, as those of a package may be."""

    def __contains__(self, day: object) -> bool:
        return day == date(2027, 5, 6)


@pytest.mark.parametrize(
    "avoid",
    [
        {date(2027, 5, 6)},
        {"2027-05-06"},
        ["2027-05-06"],
        ("2027-05-06",),
        frozenset({datetime(2027, 5, 6)}),  # noqa: DTZ001  # its own date, whatever its zone
        {"2027-05-06": "Ascension"},
        (each for each in ("2027-05-06",)),
        FoundWhenAsked(),
        FoundWhenAsked({date(2027, 12, 25): "Noël"}),
    ],
)
def test_days_to_avoid_are_taken_in_any_form(avoid: Iterable[DayLike] | Container[date]) -> None:
    assert iso(tp.plan_sessions("2027-05-06", 1, avoid=avoid)) == ["2027-05-07"]


@pytest.mark.parametrize(("avoid", "code"), [(["Ascension"], "VAL301"), ({"2027-02-30"}, "VAL302")])
def test_a_day_to_avoid_that_is_none_is_refused(avoid: Collection[str], code: str) -> None:
    with pytest.raises(tp.InvalidValue, match=code):
        tp.plan_sessions("2027-05-06", 1, avoid=avoid)


def test_months_are_counted_from_the_start_and_end_with_the_month() -> None:
    days = tp.plan_sessions("2028-01-31", 4, tp.Span("P1M", wording="tous les mois"))
    assert iso(days) == ["2028-01-31", "2028-02-29", "2028-03-31", "2028-05-01"]


def test_a_rhythm_of_less_than_a_day_takes_one_working_day_after_the_other() -> None:
    assert iso(tp.plan_sessions("2027-01-08", 3, "PT4H")) == [
        "2027-01-08",
        "2027-01-11",
        "2027-01-12",
    ]


def test_a_day_is_taken_in_any_form_and_given_as_a_day() -> None:
    (found,) = tp.plan_sessions(date(2027, 1, 9), 1)
    assert found == day("2027-01-11")
    assert isinstance(found, tp.Day)


@pytest.mark.parametrize("count", [0, -1])
def test_a_plan_of_no_session_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match=f"^a plan has one session at least, not {count}$"):
        tp.plan_sessions("2027-01-04", count)


@pytest.mark.parametrize("every", ["P0D", "P0Y0M", "PT0H"])
def test_a_rhythm_of_no_length_is_refused(every: str) -> None:
    with pytest.raises(ValueError, match=f"every {every}: it has no length$"):
        tp.plan_sessions("2027-01-04", 2, every)


def test_a_rhythm_with_a_least_and_a_most_is_refused() -> None:
    with pytest.raises(ValueError, match=r"at one rhythm, not from P4W to P6W$"):
        tp.plan_sessions("2027-01-04", 2, tp.Span("P4W", "P6W"))


@pytest.mark.parametrize(("start", "every"), [("2027", "P6W"), ("2027-02-30", "P6W")])
def test_a_start_that_is_no_day_is_refused(start: str, every: str) -> None:
    with pytest.raises(tp.InvalidValue):
        tp.plan_sessions(start, 2, every)


def test_a_rhythm_that_is_no_duration_is_refused() -> None:
    with pytest.raises(tp.InvalidValue, match="VAL405"):
        tp.plan_sessions("2027-01-04", 2, "six weeks")


def test_where_every_day_is_to_be_avoided_no_plan_is_made() -> None:
    with pytest.raises(ValueError, match=r"^no working day is left in the year after 2027-01-04"):
        tp.plan_sessions("2027-01-04", 2, avoid=Everything())


@pytest.mark.parametrize("every", ["P1W", "P999Y"])
def test_a_plan_beyond_the_calendar_is_refused(every: str) -> None:
    with pytest.raises(ValueError, match=r"beyond the last day of the calendar, 9999-12-31$"):
        tp.plan_sessions("9999-12-24", 12, every)


@given(start=STARTS, count=COUNTS, weeks=WEEKS, avoid=AVOIDED)
def test_dates_are_as_many_working_days_in_order_and_none_is_avoided(
    start: date, count: int, weeks: int, avoid: set[date]
) -> None:
    days = tp.plan_sessions(start, count, f"P{weeks}W", avoid)
    assert len(days) == count
    assert all(each.weekday() < SATURDAY and each not in avoid for each in days)
    assert all(one < other for one, other in pairwise(days))


@given(start=STARTS, count=COUNTS, weeks=WEEKS, avoid=AVOIDED)
def test_each_date_is_the_first_that_it_may_be_so_that_nothing_drifts(
    start: date, count: int, weeks: int, avoid: set[date]
) -> None:
    days = tp.plan_sessions(start, count, f"P{weeks}W", avoid)
    before = start - timedelta(days=1)
    for number, each in enumerate(days):
        first = max(start + timedelta(weeks=weeks * number), before + timedelta(days=1))
        skipped = [
            first + timedelta(days=more) for more in range(each.toordinal() - first.toordinal())
        ]
        assert all(one.weekday() >= SATURDAY or one in avoid for one in skipped)
        before = each


@given(start=STARTS, count=COUNTS, months=st.integers(1, 12))
def test_without_a_day_to_avoid_a_date_moves_by_a_weekend_at_most(
    start: date, count: int, months: int
) -> None:
    days = tp.plan_sessions(start, count, f"P{months}M")
    for number, each in enumerate(days):
        month = start.year * 12 + start.month - 1 + months * number
        ahead = (each.year * 12 + each.month - 1) - month
        assert ahead in {0, 1}
        assert ahead == 0 or each.day <= 2  # the end of a month, on a weekend


@given(start=STARTS.filter(lambda each: each.weekday() < SATURDAY), count=COUNTS, weeks=WEEKS)
def test_weeks_from_a_working_day_on_are_kept_to_the_day(
    start: date, count: int, weeks: int
) -> None:
    days = tp.plan_sessions(start, count, f"P{weeks}W")
    assert [*days] == [start + timedelta(weeks=weeks * number) for number in range(count)]
