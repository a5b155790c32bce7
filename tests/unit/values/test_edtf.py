"""Which days a text may mean: counted on the calendar, and compared with the edtf package."""

import warnings
from calendar import isleap, monthrange
from datetime import date, timedelta
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values.edtf import PartOfPeriod, bounds

with warnings.catch_warnings():
    # The package and pyparsing 3.3 disagree about names; only its answers matter here.
    warnings.simplefilter("ignore")
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException


def days(text: str, part: PartOfPeriod | None = None) -> tuple[str | None, str | None]:
    """Return the first and the last day in ISO text."""
    first, last = (
        None if each is None else date.fromordinal(each).isoformat() for each in bounds(text, part)
    )
    return first, last


@pytest.mark.parametrize("year", [1, 1900, 2000, 2020, 2021, 9999])
def test_a_year_and_its_months_last_from_their_first_day_to_their_last(year: int) -> None:
    assert days(f"{year:04d}") == (f"{year:04d}-01-01", f"{year:04d}-12-31")
    for month in range(1, 13):
        text = f"{year:04d}-{month:02d}"
        assert days(text) == (f"{text}-01", f"{text}-{monthrange(year, month)[1]}")


@given(st.dates())
def test_a_day_is_itself(when: date) -> None:
    assert bounds(when.isoformat()) == (when.toordinal(), when.toordinal())


DIVISIONS: Final = {
    "2021-21": ("2021-03-01", "2021-06-30"),
    "2021-22": ("2021-06-01", "2021-09-30"),
    "2021-23": ("2021-09-01", "2021-12-31"),
    "2021-24": ("2020-12-01", "2022-03-31"),
    "2021-33": ("2021-01-01", "2021-03-31"),
    "2021-34": ("2021-04-01", "2021-06-30"),
    "2021-35": ("2021-07-01", "2021-09-30"),
    "2021-36": ("2021-10-01", "2021-12-31"),
    "2021-37": ("2021-01-01", "2021-04-30"),
    "2021-38": ("2021-05-01", "2021-08-31"),
    "2021-39": ("2021-09-01", "2021-12-31"),
    "2021-40": ("2021-01-01", "2021-06-30"),
    "2021-41": ("2021-07-01", "2021-12-31"),
}


@pytest.mark.parametrize("text", DIVISIONS)
def test_a_division_of_the_year_has_its_months(text: str) -> None:
    assert days(text) == DIVISIONS[text]


SOLSTICES: Final = {"21": (3, 19, 6, 22), "22": (6, 20, 9, 24), "23": (9, 21, 12, 23)}
"""Between these days, whatever the year, lies a season of astronomers."""


@pytest.mark.parametrize("season", SOLSTICES)
def test_a_season_holds_that_of_astronomers_and_that_of_the_weather(season: str) -> None:
    first, last = bounds(f"2021-{season}")
    month, day, last_month, last_day = SOLSTICES[season]
    assert first is not None
    assert last is not None
    assert first <= date(2021, month, day).toordinal()
    assert date(2021, last_month, last_day).toordinal() <= last
    weather = parse_edtf(f"2021-{season}")
    assert first <= date(*weather.lower_strict()[:3]).toordinal()
    assert date(*weather.upper_strict()[:3]).toordinal() <= last


def in_part(place: int, length: int, part: PartOfPeriod) -> bool:
    """Whether a day of a period, counted from 0, lies even in part in that part of it."""
    match part:
        case PartOfPeriod.EARLY:
            return 2 * place < length
        case PartOfPeriod.LATE:
            return 2 * (place + 1) > length
        case PartOfPeriod.MID:
            return 4 * (place + 1) > length and 4 * place < 3 * length


PERIODS: Final = [
    "2021-02",
    "2020-02",
    "2021-04",
    "2021-01",
    "2021",
    "2020",
    "2021-33",
    "2020-33",
    "2021-37",
    "2021-40",
    "2021-41",
]
"""Periods of 28, 29, 30, 31, 365, 366, 90, 91, 120, 181 and 184 days."""


@pytest.mark.parametrize("part", PartOfPeriod)
@pytest.mark.parametrize("text", PERIODS)
def test_a_part_of_a_period_has_the_days_that_touch_it(text: str, part: PartOfPeriod) -> None:
    first, last = bounds(text)
    assert first is not None
    assert last is not None
    length = last - first + 1
    places = [each for each in range(length) if in_part(each, length, part)]
    assert bounds(text, part) == (first + places[0], first + places[-1])


@pytest.mark.parametrize("part", PartOfPeriod)
@pytest.mark.parametrize("season", ["21", "22", "23", "24"])
def test_a_part_of_a_season_is_no_surer_than_the_season(season: str, part: PartOfPeriod) -> None:
    assert bounds(f"2021-{season}", part) == bounds(f"2021-{season}")
    assert bounds(f"2021-{season}~", part) == bounds(f"2021-{season}~")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021-03-12~", "2021-02-09", "2021-04-12"),
        ("2021-03~", "2021-01-29", "2021-05-01"),
        ("2021~", "2020-01-02", "2022-12-31"),
        ("2021-33~", "2020-10-03", "2021-06-29"),
        ("0001~", "0001-01-01", "0002-12-31"),
        ("9999~", "9998-01-01", "9999-12-31"),
        ("0001-01-01~", "0001-01-01", "0001-02-01"),
        ("9999-12-31~", "9999-11-30", "9999-12-31"),
    ],
)
def test_about_a_period_reaches_its_length_before_and_after(
    text: str, first: str, last: str
) -> None:
    assert days(text) == (first, last)


def test_about_a_part_of_a_period_reaches_the_length_of_the_part() -> None:
    assert days("2021-02", PartOfPeriod.EARLY) == ("2021-02-01", "2021-02-14")
    assert days("2021-02~", PartOfPeriod.EARLY) == ("2021-01-01", "2021-03-17")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("[..2020-11-09]", None, "2020-11-09"),
        ("[..2020-11]", None, "2020-11-30"),
        ("[..2020-24]", None, "2021-03-31"),
        ("[2021..]", "2021-01-01", None),
        ("[2021-34..]", "2021-04-01", None),
        ("[2020-11-09..2021]", "2020-11-09", "2021-12-31"),
        ("[2021..2021]", "2021-01-01", "2021-12-31"),
        ("[2021-06..2021]", "2021-06-01", "2021-12-31"),
        ("[2021-03-12..2021-03-12]", "2021-03-12", "2021-03-12"),
        ("XXXX-02", None, None),
        ("XXXX-02-29", None, None),
        ("XXXX-21", None, None),
        ("XXXX-02~", None, None),
    ],
)
def test_what_has_no_bound_says_so(text: str, first: str | None, last: str | None) -> None:
    assert days(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "[2021..2020]",
        "[2021-03-12..2021-03-11]",
        "[2021-03..2021-02]",
        "[2022..2021-12]",
    ],
)
def test_a_set_that_ends_before_it_begins_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="VAL309") as refused:
        bounds(text)
    assert refused.value.facts == {"value": text}


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("2021-13", "2021-13"),
        ("2021-00", "2021-00"),
        ("2021-20", "2021-20"),
        ("2021-25", "2021-25"),
        ("2021-32", "2021-32"),
        ("2021-42", "2021-42"),
        ("2021-02-29", "2021-02-29"),
        ("2021-21-03", "2021-21-03"),
        ("2021-02-30~", "2021-02-30"),
        ("XXXX-02-30", "XXXX-02-30"),
        ("XXXX-13", "XXXX-13"),
        ("[..2021-02-29]", "2021-02-29"),
        ("[2021-04-31..]", "2021-04-31"),
        ("0000", "0000"),
        ("0001-24", "0001-24"),
        ("9999-24", "9999-24"),
    ],
)
def test_what_the_calendar_has_not_is_refused_as_it_was_spelled(text: str, spelled: str) -> None:
    with pytest.raises(InvalidValue, match="VAL302") as refused:
        bounds(text)
    assert refused.value.facts == {"value": spelled}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "XXXX",
        "XXXX~",
        "[..]",
        "[]",
        "..",
        "[XXXX-02..]",
        "[..XXXX-02-03]",
        "[2020-02~..]",
        "[2020, 2021]",
        "{2020..2021}",
        "2020/2021",
        "2020?",
        "2020%",
        "~2020",
        "202X",
        "2020-XX",
        "Y20200",
        "-2020",
        "20",
        "2020-2",
        "2020-02-03T12:00",
        "2024-W01-1",
        "2020~~",
        "2020\n",
        " 2020",
        "\uff12020",
        "2020\u201102",
        "début 2020",
    ],
)
def test_a_text_outside_the_subset_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="VAL305") as refused:
        bounds(text)
    assert refused.value.facts == {"value": text}


# The edtf package: an implementation of the whole standard

YEARS: Final = st.integers(1, 9999).map("{:04d}".format)
MONTHS: Final = st.builds("{}-{:02d}".format, YEARS, st.integers(1, 12))
DAYS: Final = st.dates().map(date.isoformat)
PARTS_OF_YEARS: Final = st.builds("{}-{:d}".format, YEARS, st.integers(33, 41))


@given(st.one_of(YEARS, MONTHS, DAYS, PARTS_OF_YEARS))
def test_the_edtf_package_sees_the_same_days(text: str) -> None:
    judge = parse_edtf(text)
    first, last = bounds(text)
    assert first == date(*judge.lower_strict()[:3]).toordinal()
    assert last == date(*judge.upper_strict()[:3]).toordinal()


@given(st.sampled_from([YEARS, MONTHS, DAYS]).flatmap(lambda each: st.tuples(each, each)))
def test_the_edtf_package_sees_the_same_sets(pair: tuple[str, str]) -> None:
    text = "[{}..{}]".format(*sorted(pair))
    judge = parse_edtf(text)
    assert bounds(text) == (
        date(*judge.lower_strict()[:3]).toordinal(),
        date(*judge.upper_strict()[:3]).toordinal(),
    )


WRITTEN: Final = st.one_of(
    st.from_regex(r"\A(\d{4}|XXXX)(-\d\d(-\d\d)?)?~?\Z"),
    st.from_regex(r"\A\[(\d{4}(-\d\d(-\d\d)?)?)?\.\.\]\Z"),
    st.from_regex(r"\A\[\.\.(\d{4}(-\d\d(-\d\d)?)?)?\]\Z"),
    st.text("0123456789-X~.[]", max_size=12),
)
OWN: Final = ["2021-24~", "XXXX-21", "[..2021-33]", "XXXX-02~"]
"""What this library takes and the package does not, though the standard has it."""


def _is_known_to_the_package(text: str) -> bool:
    try:
        parse_edtf(text)
    except EDTFParseException:
        return False
    return True


def _is_own(text: str) -> bool:
    """Whether a text has a division that is approximate, of no year or in a set, or XXXX~."""
    plain = text.strip("[].~")
    division = len(plain) == len("2021-21") and plain[5:] > "12"
    return (division and plain != text) or text.startswith("XXXX")


@given(WRITTEN)
def test_what_is_taken_is_edtf(text: str) -> None:
    try:
        bounds(text)
    except InvalidValue:
        return
    assert _is_known_to_the_package(text) or _is_own(text)


@pytest.mark.parametrize("text", OWN)
def test_this_is_taken_where_the_package_takes_nothing(text: str) -> None:
    assert not _is_known_to_the_package(text)
    assert _is_own(text)
    bounds(text)


@given(st.one_of(YEARS, MONTHS, DAYS))
def test_a_day_outside_the_bounds_is_outside_the_period(text: str) -> None:
    first, last = bounds(text)
    assert first is not None
    assert last is not None
    lengths = {4: 366 if isleap(int(text[:4])) else 365, 10: 1}
    expected = lengths.get(len(text)) or monthrange(int(text[:4]), int(text[5:]))[1]
    assert last - first + 1 == expected
    assert date.fromordinal(first).isoformat().startswith(text)
    if first > 1:
        assert not (date.fromordinal(first) - timedelta(days=1)).isoformat().startswith(text)
