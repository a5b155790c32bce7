"""Partial dates: three-valued order, and how they are said."""

from datetime import UTC, date, datetime
from itertools import product
from typing import Final

import pytest

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values import PartialDate, PartOfPeriod, Ternary, partial_date

YES: Final = Ternary.YES
NO: Final = Ternary.NO
UNDETERMINED: Final = Ternary.UNDETERMINED

EARLY: Final = PartOfPeriod.EARLY
MID: Final = PartOfPeriod.MID
LATE: Final = PartOfPeriod.LATE


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2021-03-11", "2021-03-12", YES),
        ("2021-03-12", "2021-03-12", NO),
        ("2021-03-13", "2021-03-12", NO),
        ("2021-03", "2021-04-01", YES),
        ("2021-03", "2021-03-31", UNDETERMINED),
        ("2021-03", "2021-03-01", NO),
        ("2021-03", "2021-03-02", UNDETERMINED),
        ("2021-02-28", "2021-03", YES),
        ("2021-03-01", "2021-03", UNDETERMINED),
        ("2021-03-31", "2021-03", NO),
        ("2021", "2021-03", UNDETERMINED),
        ("2021", "2022", YES),
        ("2021", "2021", UNDETERMINED),
        ("[..2020-11-09]", "2020-11-10", YES),
        ("[..2020-11-09]", "2020-11-09", UNDETERMINED),
        ("2020-11-09", "[..2020-11-09]", NO),
        ("2020-11-08", "[..2020-11-09]", UNDETERMINED),
        ("[2021..]", "2021-01-01", NO),
        ("[2021..]", "2021-01-02", UNDETERMINED),
        ("2020-12-31", "[2021..]", YES),
        ("2021-01-01", "[2021..]", UNDETERMINED),
        ("[..2020]", "[2021..]", YES),
        ("[2021..]", "[..2021-01-01]", NO),
        ("[2021..]", "[..2021-01-02]", UNDETERMINED),
        ("XXXX-02", "9999-12-31", UNDETERMINED),
        ("0001-01-01", "XXXX-02", UNDETERMINED),
    ],
)
def test_a_date_is_before_another_when_it_surely_is(one: str, other: str, before: Ternary) -> None:
    assert PartialDate(one).before(other) is before
    assert PartialDate(other).after(one) is before


def test_the_order_of_two_periods_is_that_of_all_their_days() -> None:
    texts = ["2021-01-31", "2021-02-01", "2021-02-14", "2021-02", "2021-33", "2021-03"]
    days = {each: _days_of(PartialDate(each)) for each in texts}
    for one, other in product(texts, repeat=2):
        truths = {x < y for x, y in product(days[one], days[other])}
        expected = UNDETERMINED if len(truths) > 1 else Ternary.of(truths.pop())
        assert PartialDate(one).before(other) is expected, (one, other)


def _days_of(when: PartialDate) -> list[date]:
    year = [date.fromordinal(each) for each in range(737_791, 737_791 + 365)]
    if when.edtf == "2021-33":
        return [each for each in year if each.month in {1, 2, 3}]
    return [each for each in year if each.isoformat().startswith(when.edtf)]


def test_what_is_compared_may_be_a_day_in_any_guise() -> None:
    day = PartialDate("2021-03-12")
    noon = datetime(2021, 3, 13, 12, tzinfo=UTC)
    for later in ("2021-03-13", date(2021, 3, 13), noon, PartialDate("2021-03-13")):
        assert day.before(later) is YES
        assert day.after(later) is NO
        assert partial_date(later).edtf == "2021-03-13"


def test_a_partial_date_is_made_from_a_day_in_any_guise() -> None:
    assert PartialDate(date(2021, 3, 12)) == PartialDate("2021-03-12")
    assert PartialDate(datetime(2021, 3, 12, 23, tzinfo=UTC)) == PartialDate("2021-03-12")


@pytest.mark.parametrize("value", [None, 2021, b"2021-03", 2021.5])
def test_what_is_neither_text_nor_date_is_our_callers_mistake(value: object) -> None:
    with pytest.raises(TypeError):
        PartialDate(value)  # type: ignore[arg-type]  # the mistake


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2021-03-12", "2021-03-12", "2021-03-12"),
        ("2021", "2021-01-01", "2021-12-31"),
        ("[..2021]", None, "2021-12-31"),
        ("[2021..]", "2021-01-01", None),
        ("XXXX-02", None, None),
    ],
)
def test_a_date_tells_its_first_and_its_last_day(
    text: str, earliest: str | None, latest: str | None
) -> None:
    when = PartialDate(text)
    assert when.earliest == (earliest and date.fromisoformat(earliest))
    assert when.latest == (latest and date.fromisoformat(latest))


@pytest.mark.parametrize("text", ["2021", "2021-03", "2021~", "2021-21", "2021-33", "XXXX-02"])
def test_a_period_has_parts(text: str) -> None:
    assert PartialDate(text, EARLY).part is EARLY


@pytest.mark.parametrize(
    "text", ["2021-03-12", "2021-03-12~", "XXXX-03-12", "[2021..]", "[..2021]"]
)
def test_a_day_and_a_set_of_days_have_no_parts(text: str) -> None:
    with pytest.raises(InvalidValue, match="VAL306") as refused:
        PartialDate(text, LATE)
    assert refused.value.facts == {"value": text}


@pytest.mark.parametrize(
    ("text", "code"),
    [(" ", "VAL001"), ("?", "VAL305"), ("2021-02-29", "VAL302"), ("[2022..2021]", "VAL309")],
)
def test_what_means_no_day_is_refused(text: str, code: str) -> None:
    with pytest.raises(InvalidValue, match=code):
        PartialDate(text)


@pytest.mark.parametrize("part", [None, EARLY])
def test_a_refused_date_is_refused_again(part: PartOfPeriod | None) -> None:
    for _ in range(2):
        with pytest.raises(InvalidValue, match="VAL302"):
            PartialDate("2021-13", part)


SORTED: Final = [
    ("2020-12-31", None),
    ("2021-01-01", None),
    ("2021-01", EARLY),
    ("2021-01", None),
    ("2021", None),
    ("[2021..]", None),
    ("2021-01", MID),
    ("2021-01", LATE),
    ("[..2021-02-01]", None),
    ("2021-02", None),
    ("9999-12-31", None),
    ("XXXX-01", None),
    ("XXXX-02", None),
]


def test_dates_sort_by_first_day_then_by_last() -> None:
    dates = [PartialDate(text, part) for text, part in SORTED]
    shuffled = [*dates[1::2], *dates[::2]]
    assert sorted(shuffled, key=lambda each: each.sort_key) == dates


def test_dates_are_not_ordered_by_signs() -> None:
    one, other = PartialDate("2021"), PartialDate("2022")
    comparisons = [one.__lt__, one.__le__, one.__gt__, one.__ge__]
    for compare, stranger in product(comparisons, [other, date(2022, 1, 1), None]):
        with pytest.raises(TypeError, match=r"ask \.before\(\) or \.after\(\)"):
            compare(stranger)
    with pytest.raises(TypeError, match=r"ask \.before\(\) or \.after\(\)"):
        sorted([one, other])


SAID: Final = [
    ("2021", None, "2021", "2021"),
    ("2021-03", None, "mars 2021", "March 2021"),
    ("2021-03-12", None, "12 mars 2021", "12 March 2021"),
    ("2021-03-01", None, "1er mars 2021", "1 March 2021"),
    ("2021-21", None, "printemps 2021", "spring of 2021"),
    ("2021-24", None, "hiver 2021", "winter of 2021"),
    ("2021-33", None, "premier trimestre 2021", "first quarter of 2021"),
    ("2021-38", None, "deuxième quadrimestre 2021", "second third of 2021"),
    ("2021-41", None, "second semestre 2021", "second half of 2021"),
    ("XXXX-02", None, "février", "February"),
    ("XXXX-02-29", None, "29 février", "29 February"),
    ("XXXX-02-01", None, "1er février", "1 February"),
    ("XXXX-22", None, "été", "summer"),
    ("XXXX-36", None, "quatrième trimestre", "fourth quarter"),
    ("2020-02~", None, "vers février 2020", "about February 2020"),
    ("XXXX-02~", None, "vers février", "about February"),
    ("2020-02", EARLY, "début février 2020", "early February 2020"),
    ("2020-02", MID, "mi-février 2020", "mid-February 2020"),
    ("2020-02", LATE, "fin février 2020", "late February 2020"),
    ("2020", LATE, "fin 2020", "late 2020"),
    ("2020-02~", EARLY, "vers début février 2020", "about early February 2020"),
    ("XXXX-02", EARLY, "début février", "early February"),
    ("2020-03-01~", None, "vers le 1er mars 2020", "about 1 March 2020"),
    ("[..2020-11-09]", None, "9 novembre 2020 au plus tard", "9 November 2020 or before"),
    ("[2021..]", None, "2021 au plus tôt", "2021 or after"),
    (
        "[2020-11-09..2021-33]",
        None,
        "entre le 9 novembre 2020 et premier trimestre 2021",
        "between 9 November 2020 and first quarter of 2021",
    ),
]


@pytest.mark.parametrize(("text", "part", "french", "english"), SAID)
def test_a_date_is_said_as_people_say_it(
    text: str, part: PartOfPeriod | None, french: str, english: str
) -> None:
    when = PartialDate(text, part, wording="(what the source says)")
    assert when.in_words("fr") == french
    assert when.in_words("en") == english


def test_a_date_is_written_with_what_else_is_known() -> None:
    when = PartialDate("2020-02", EARLY, wording="début février")
    assert str(when) == "2020-02; part=early; wording=début février"
    assert repr(when) == "PartialDate.parse('2020-02; part=early; wording=début février')"


def test_a_date_with_a_wording_is_another_than_without() -> None:
    assert PartialDate("2020-02", wording="février") != PartialDate("2020-02")
