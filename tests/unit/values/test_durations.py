"""Spans: days counted on real calendars, from every day that one can begin on."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values import Span, Ternary

YES: Final = Ternary.YES
NO: Final = Ternary.NO
UNDETERMINED: Final = Ternary.UNDETERMINED


def end(start: date, months: int, days: int = 0) -> date:
    """Return the day so many months, then so many days later, as a calendar counts them."""
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last)) + timedelta(days=days)


MONTH_STARTS: Final = [date(1896 + each // 12, each % 12 + 1, 1) for each in range(4_800)]
"""The first of each month of 400 years, some of whose centuries have no leap year."""

STARTS: Final = [date(2095, 1, 1) + timedelta(days=each) for each in range(12 * 366)]
"""Every day of twelve years around 2100, which is no leap year."""


@pytest.mark.parametrize("months", [1, 2, 3, 6, 11, 12, 13, 36, 48, 60, 96, 1200, 4_799, 4_800])
def test_months_last_no_less_and_no_more_than_the_calendar_allows(months: int) -> None:
    lengths = {(end(each, months) - each).days for each in MONTH_STARTS}
    fewest, most = min(lengths), max(lengths)
    sure = fewest == most
    span = Span(f"P{months}M")
    assert days(fewest - 1).shorter_than(span) is YES
    assert days(fewest).shorter_than(span) is (NO if sure else UNDETERMINED)
    assert span.shorter_than(days(most + 1)) is YES
    assert span.shorter_than(days(most)) is (NO if sure else UNDETERMINED)
    assert span.shorter_than(days(fewest)) is NO
    assert days(most).shorter_than(span) is NO


def days(number: int) -> Span:
    """Return a span of so many days, even of more than one part can hold."""
    weeks = number // 20
    return Span(f"P{weeks}W{number - weeks * 7}D")


@pytest.mark.parametrize(
    ("text", "fewest", "most"), [("P1M", 28, 31), ("P1Y", 365, 366), ("P1Y2M", 424, 428)]
)
def test_these_are_well_known(text: str, fewest: int, most: int) -> None:
    assert Span(f"P{fewest - 1}D").shorter_than(Span(text)) is YES
    assert Span(f"P{fewest}D").shorter_than(Span(text)) is UNDETERMINED
    assert Span(text).shorter_than(Span(f"P{most}D")) is UNDETERMINED
    assert Span(text).shorter_than(Span(f"P{most + 1}D")) is YES


@given(
    st.tuples(st.integers(0, 14), st.integers(0, 65)),
    st.tuples(st.integers(0, 14), st.integers(0, 65)),
    st.sampled_from(STARTS),
)
def test_a_sure_answer_is_right_from_whatever_day(
    one: tuple[int, int], other: tuple[int, int], start: date
) -> None:
    spans = [Span(f"P{months}M{days}D") for months, days in (one, other)]
    answer = spans[0].shorter_than(spans[1])
    if not answer.is_undetermined:
        assert Ternary.of(end(start, *one) < end(start, *other)) is answer


@pytest.mark.parametrize("days", range(26, 34))
def test_a_month_and_days_compare_as_on_every_calendar(days: int) -> None:
    truths = {end(each, 1) < end(each, 0, days) for each in STARTS}
    expected = UNDETERMINED if len(truths) > 1 else Ternary.of(truths.pop())
    assert Span("P1M").shorter_than(Span(f"P{days}D")) is expected


@pytest.mark.parametrize(
    ("one", "other", "shorter"),
    [
        ("P1Y", "P12M", NO),
        ("P12M", "P1Y", NO),
        ("P1Y", "P12M1D", YES),
        ("P12M1D", "P1Y", NO),
        ("P1Y", "P13M", YES),
        ("P1W", "P7D", NO),
        ("P1W", "P8D", YES),
        ("P1D", "PT24H", NO),
        ("PT24H", "P1D", NO),
        ("PT23H59M", "P1D", YES),
        ("PT90M", "PT1H30M", NO),
        ("PT89M", "PT1H30M", YES),
        ("PT1H30M", "PT90M", NO),
        ("PT1440M", "P1D", NO),
        ("P1D", "PT1440M", NO),
        ("P4.5D", "P4DT12H", NO),
        ("P4.49D", "P4DT12H", YES),
        ("P0D", "P0D", NO),
        ("P0M", "P0D", NO),
        ("P0D", "PT1M", YES),
        ("P2M", "P1M31D", UNDETERMINED),
        ("P1M31D", "P2M", NO),
        ("P1M32D", "P2M", NO),
        ("P2M", "P1M32D", YES),
    ],
)
def test_spans_compare_as_if_begun_together(one: str, other: str, shorter: Ternary) -> None:
    assert Span(one).shorter_than(Span(other)) is shorter


@pytest.mark.parametrize(
    ("one", "other", "shorter"),
    [
        (Span("P1M", "P3M"), Span("P4M", "P6M"), YES),
        (Span("P1M", "P3M"), Span("P3M", "P6M"), UNDETERMINED),
        (Span("P1M", "P4M"), Span("P3M", "P6M"), UNDETERMINED),
        (Span("P3M", "P6M"), Span("P1M", "P3M"), NO),
        (Span("P3M", "P6M"), Span("P1M", "P4M"), UNDETERMINED),
        (Span("P1M", "P3M"), Span("P4M"), YES),
        (Span("P1M", "P3M"), Span("P2M"), UNDETERMINED),
        (Span("P2M", "P3M"), Span("P2M"), NO),
        (Span("P2M"), Span("P2M", "P3M"), UNDETERMINED),
    ],
)
def test_a_span_between_two_is_shorter_when_its_most_is(
    one: Span, other: Span, shorter: Ternary
) -> None:
    assert one.shorter_than(other) is shorter


@pytest.mark.parametrize(
    "text",
    [
        "P1Y",
        "P6W",
        "P4.5D",
        "P4.25D",
        "PT2H",
        "PT30M",
        "P1Y2M3W4DT5H6M",
        "P0D",
        "P999Y9999M",
        "P1DT1M",
    ],
)
def test_these_are_durations(text: str) -> None:
    assert Span(text).shortest == text
    assert Span("P0D", text).longest == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "P",
        "PT",
        "P1YT",
        "P1",
        "1Y",
        "P1D2W",
        "P1M1Y",
        "P1H",
        "PT1D",
        "PT1S",
        "P1.5M",
        "P1.555D",
        "P1.D",
        "P-1D",
        "-P1D",
        "p1y",
        "P1Y ",
        "P1Y\n",
        "P\uff11Y",
        "P1000Y",
        "P100000D",
        "un an",
    ],
)
def test_what_is_no_duration_is_refused(text: str) -> None:
    for fields in ((text,), ("P1D", text)):
        with pytest.raises(InvalidValue, match="VAL405") as refused:
            Span(*fields)
        assert refused.value.facts == {"value": text}


@pytest.mark.parametrize(
    ("least", "most"), [("P1M", "P27D"), ("P2D", "P1D"), ("P1Y", "P11M"), ("P1DT1M", "P1D")]
)
def test_the_most_is_not_surely_less_than_the_least(least: str, most: str) -> None:
    with pytest.raises(InvalidValue, match="VAL406") as refused:
        Span(least, most)
    assert refused.value.facts == {"least": least, "most": most}


@pytest.mark.parametrize(
    ("least", "most"), [("P1M", "P28D"), ("P1M", "P31D"), ("P1D", "P1D"), ("P1Y", "P12M")]
)
def test_the_most_may_equal_the_least(least: str, most: str) -> None:
    assert Span(least, most).longest == most


@pytest.mark.parametrize("value", [None, 12, b"P1Y", timedelta(days=1)])
def test_a_duration_is_a_text(value: object) -> None:
    with pytest.raises(TypeError):
        Span(value)  # type: ignore[arg-type]  # our caller's mistake


@pytest.mark.parametrize(
    ("span", "french", "english"),
    [
        (Span("P1Y"), "1 an", "1 year"),
        (Span("P2Y"), "2 ans", "2 years"),
        (Span("P18M"), "18 mois", "18 months"),
        (Span("P1W"), "1 semaine", "1 week"),
        (Span("P6W"), "6 semaines", "6 weeks"),
        (Span("P0.5D"), "0,5 jour", "0.5 days"),
        (Span("P1.50D"), "1,5 jour", "1.5 days"),
        (Span("P4.5D"), "4,5 jours", "4.5 days"),
        (Span("P2.00D"), "2 jours", "2 days"),
        (Span("P1DT1H1M"), "1 jour, 1 heure et 1 minute", "1 day, 1 hour and 1 minute"),
        (Span("PT2H30M"), "2 heures et 30 minutes", "2 hours and 30 minutes"),
        (Span("P0D"), "0 jour", "0 days"),
        (Span("P0Y"), "0 jour", "0 days"),
        (Span("P36M", "P60M"), "de 36 mois à 60 mois", "36 months to 60 months"),
        (Span("P4.25D"), "4,25 jours", "4.25 days"),
        (Span("P12345D"), "12\u202f345 jours", "12,345 days"),
        (Span("P1200W"), "1\u202f200 semaines", "1,200 weeks"),
    ],
)
def test_a_span_is_said_as_people_say_it(span: Span, french: str, english: str) -> None:
    assert span.in_words("fr") == french
    assert span.in_words("en") == english


def test_a_span_is_written_with_what_else_is_known() -> None:
    span = Span("P36M", "P60M", wording="3 à 5 ans")
    assert str(span) == "P36M; longest=P60M; wording=3 à 5 ans"
    assert Span.parse(str(span)) == span
