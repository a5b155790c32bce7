"""Time that has gone by between two dates."""

import pytest

import territoires_participatifs as tp
from territoires_participatifs.values.elapsed import lasted_at_least, lasted_at_most

YES, NO, UNSURE = tp.Ternary.YES, tp.Ternary.NO, tp.Ternary.UNDETERMINED


@pytest.mark.parametrize(
    ("since", "until", "span", "least", "most"),
    [
        ("2020-03-12", "2021-03-12", "P1Y", YES, YES),
        ("2020-03-12", "2021-03-11", "P1Y", NO, YES),
        ("2020-03-12", "2021-03-13", "P1Y", YES, NO),
        ("2020-01-31", "2020-02-29", "P1M", YES, YES),
        ("2020-01-31", "2020-02-28", "P1M", NO, YES),
        ("2020-12-31", "2021-01-31", "P1M", YES, YES),
        ("2020-11-30", "2020-12-31", "P1M", YES, NO),
        ("2020-02-29", "2021-02-28", "P1Y", YES, YES),
        ("2021-03-01", "2021-03-15", "P2W", YES, YES),
        ("2021-03-01", "2021-03-14", "P2W", NO, YES),
        ("2021-03-01", "2021-04-02", "P1M1D", YES, YES),
        ("2021-03-01", "2021-03-01", "PT12H", UNSURE, YES),
        ("2021-03-01", "2021-03-02", "PT12H", YES, UNSURE),
        ("2021-03-01", "2021-03-03", "PT12H", YES, NO),
        ("2020-03", "2021-03-12", "P1Y", UNSURE, UNSURE),
        ("2020-03", "2021-03-31", "P1Y", YES, UNSURE),
        ("2020-03", "2021-04-01", "P1Y", YES, NO),
        ("2020-03-12", "2021-03", "P1Y", UNSURE, UNSURE),
        ("[..2020-03-12]", "2021-03-12", "P1Y", YES, UNSURE),
        ("[2020-03-12..]", "2021-03-11", "P1Y", NO, YES),
        ("2020-03-12", "[2021-03-12..]", "P1Y", YES, UNSURE),
        ("2020-03-12", "[..2021-03-12]", "P1Y", UNSURE, YES),
        ("XXXX-03", "2021-03-12", "P1Y", UNSURE, UNSURE),
        ("9000-01-01", "9999-12-31", "P999Y", YES, NO),
        ("9000-01-01", "9999-12-31", "P999Y9999M", NO, YES),
        ("9999-12-31", "9999-12-31", "P99999D", NO, YES),
        ("2021-01-01", "2021-01-01", "P0D", YES, YES),
    ],
)
def test_a_span_has_gone_by_on_the_day_of_its_number(
    since: str, until: str, span: str, least: tp.Ternary, most: tp.Ternary
) -> None:
    first, last = tp.PartialDate(since), tp.PartialDate(until)
    assert lasted_at_least(first, last, tp.Span(span)) is least
    assert lasted_at_most(first, last, tp.Span(span)) is most


@pytest.mark.parametrize(
    ("until", "met"),
    [("2021-12-31", YES), ("2021-12-30", NO), ("2021-12", UNSURE), ("[2021-12-31..]", YES)],
)
def test_the_last_day_may_be_counted_as_well(until: str, met: tp.Ternary) -> None:
    since, last = tp.PartialDate("2021-01-01"), tp.PartialDate(until)
    assert lasted_at_least(since, last, tp.Span("P12M"), whole_days=True) is met


@pytest.mark.parametrize(
    ("until", "least", "most"),
    [
        ("2021-12-31", NO, YES),
        ("2022-01-01", UNSURE, YES),
        ("2022-12-31", UNSURE, UNSURE),
        ("2023-01-01", YES, UNSURE),
        ("2023-01-02", YES, NO),
    ],
)
def test_a_span_of_a_least_and_a_most_ends_between_the_two(
    until: str, least: tp.Ternary, most: tp.Ternary
) -> None:
    since, last, span = tp.PartialDate("2021-01-01"), tp.PartialDate(until), tp.Span("P1Y", "P2Y")
    assert (lasted_at_least(since, last, span), lasted_at_most(since, last, span)) == (least, most)
