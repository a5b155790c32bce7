"""The laws of dates: three-valued order, and a more precise date never contradicts a sure answer."""

from datetime import UTC, date, datetime, timedelta
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from territoires_participatifs.values import (
    Deadline,
    DeadlineKind,
    PartialDate,
    PartOfPeriod,
    Span,
    Window,
)

DAYS: Final = st.dates(date(2019, 1, 1), date(2023, 12, 31))
WIDTHS: Final = st.integers(0, 400)


@st.composite
def around(draw: st.DrawFn, when: date) -> list[PartialDate]:
    """Draw dates that may all mean one day, each within the one before it."""
    month = when.isoformat()[:7]
    quarter = f"{when.year}-{33 + (when.month - 1) // 3}"
    chains = [
        [f"{when.year}", quarter, month],
        [f"{month}~", month],
        [f"[..{when.year + 1}]", f"[..{when + timedelta(days=draw(WIDTHS))}]"],
        [f"[{when - timedelta(days=draw(WIDTHS))}..]"],
        [f"XXXX-{month[5:]}", f"[{when - timedelta(days=9)}..{when + timedelta(days=9)}]"],
        [f"{when}~"],
    ]
    chain = [PartialDate(each) for each in draw(st.sampled_from(chains))]
    parts = [PartialDate(month, each) for each in PartOfPeriod]
    inside = [each for each in parts if _may_be(each, when)]
    if chain[-1].edtf == month:
        chain.append(draw(st.sampled_from(inside)))
    return [*chain, PartialDate(when)]


def _may_be(partial: PartialDate, when: date) -> bool:
    first, last = partial.earliest, partial.latest
    return (first is None or first <= when) and (last is None or when <= last)


CHAINS: Final = DAYS.flatmap(around)
DATES: Final = CHAINS.flatmap(st.sampled_from)


@given(CHAINS)
def test_each_date_of_a_chain_lies_within_the_one_before(chain: list[PartialDate]) -> None:
    exact = chain[-1].earliest
    assert exact is not None
    assert all(_may_be(each, exact) for each in chain)


@given(CHAINS, CHAINS)
def test_a_more_precise_date_never_contradicts_a_sure_answer(
    one: list[PartialDate], other: list[PartialDate]
) -> None:
    answers = [x.before(y) for x in one for y in other]
    exact = one[-1].before(other[-1])
    assert not exact.is_undetermined
    assert {each for each in answers if not each.is_undetermined} == {exact}
    for place, vague in enumerate(one):
        answer = vague.before(other[0])
        if not answer.is_undetermined:
            assert {each.before(other[0]) for each in one[place:]} == {answer}


@given(DAYS, DAYS)
def test_two_days_are_ordered_as_on_the_calendar(one: date, other: date) -> None:
    assert PartialDate(one).before(other).is_yes is (one < other)
    assert PartialDate(one).before(other).is_no is (one >= other)
    assert PartialDate(one).after(other).is_yes is (one > other)


@given(DATES, DATES)
def test_before_is_antisymmetric(one: PartialDate, other: PartialDate) -> None:
    assert not (one.before(other).is_yes and other.before(one).is_yes)
    assert not one.before(one).is_yes
    if one.before(other).is_yes:
        assert other.before(one).is_no


@given(DATES, DATES)
def test_after_is_before_seen_from_the_other_side(one: PartialDate, other: PartialDate) -> None:
    assert one.after(other) is other.before(one)


@given(DATES, DATES, DATES)
def test_before_is_transitive(one: PartialDate, other: PartialDate, third: PartialDate) -> None:
    if one.before(other).is_yes and other.before(third).is_yes:
        assert one.before(third).is_yes


@given(DATES, DATES)
def test_dates_sort_as_they_surely_follow(one: PartialDate, other: PartialDate) -> None:
    if one.before(other).is_yes and one.earliest is not None:
        assert one.sort_key < other.sort_key


@given(DATES, DATES, CHAINS)
def test_a_window_holds_a_more_precise_date_as_surely(
    opens: PartialDate, closes: PartialDate, chain: list[PartialDate]
) -> None:
    window = Window(opens=opens, closes=closes)
    answers = {window.holds(each) for each in chain}
    assert len({each for each in answers if not each.is_undetermined}) <= 1


@given(DAYS, DAYS, DAYS)
def test_a_window_of_days_holds_those_between(opens: date, closes: date, when: date) -> None:
    window = Window(opens=PartialDate(opens), closes=PartialDate(closes))
    assert window.holds(when).is_yes is (opens <= when <= closes)
    assert window.holds(when).is_no is not (opens <= when <= closes)
    assert window.inverted.is_yes is (closes < opens)


MOMENTS: Final = st.datetimes(
    datetime.fromisoformat("2018-06-01"),
    datetime.fromisoformat("2024-06-01"),
    timezones=st.just(UTC),
)
HOURS: Final = st.none() | st.sampled_from(["00:00", "12:00", "17:00", "23:59", "24:00"])
ZONES: Final = st.sampled_from(
    ["Europe/Paris", "Indian/Reunion", "Pacific/Tahiti", "Pacific/Noumea"]
)
KINDS: Final = st.sampled_from([DeadlineKind.FIXED, DeadlineKind.UNTIL_EXHAUSTED])


@given(CHAINS, HOURS, ZONES, KINDS, MOMENTS)
def test_a_more_precise_deadline_never_contradicts_a_sure_answer(
    chain: list[PartialDate], hour: str | None, zone: str, kind: DeadlineKind, moment: datetime
) -> None:
    vague = [Deadline(day=each, hour=hour, kind=kind) for each in chain]
    exact = [Deadline(day=each, hour=hour, kind=kind, zone=zone) for each in chain]
    answers = {each.missed_at(moment) for each in [*vague, *exact]}
    assert len({each for each in answers if not each.is_undetermined}) <= 1


@given(CHAINS, HOURS, st.none() | ZONES, MOMENTS, st.timedeltas(min_value=timedelta(0)))
def test_who_is_late_stays_late(
    chain: list[PartialDate], hour: str | None, zone: str | None, moment: datetime, later: timedelta
) -> None:
    deadline = Deadline(day=chain[0], hour=hour, zone=zone)
    after = moment + min(later, timedelta(days=2_000_000))
    if deadline.missed_at(moment).is_yes:
        assert deadline.missed_at(after).is_yes
    if deadline.missed_at(after).is_no:
        assert deadline.missed_at(moment).is_no


# Spans

DURATIONS: Final = st.builds(
    "P{}Y{}M{}W{}DT{}H{}M".format,
    st.integers(0, 2),
    st.integers(0, 14),
    st.integers(0, 5),
    st.integers(0, 35),
    st.integers(0, 25),
    st.integers(0, 61),
)
SPANS: Final = DURATIONS.map(Span)


@given(SPANS, SPANS)
def test_shorter_is_antisymmetric(one: Span, other: Span) -> None:
    assert one.shorter_than(one).is_no
    if one.shorter_than(other).is_yes:
        assert other.shorter_than(one).is_no


@given(SPANS, SPANS, SPANS)
def test_shorter_is_never_contradicted_by_a_third(one: Span, other: Span, third: Span) -> None:
    if one.shorter_than(other).is_yes and other.shorter_than(third).is_yes:
        assert not one.shorter_than(third).is_no
