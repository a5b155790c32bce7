"""How far apart sessions are, and how many half-days they give: yes, no, or not enough is known."""

from typing import Final

import pytest

import territoires_participatifs as tp
from territoires_participatifs.values.declarations import replaced

YES, NO, UNSURE = tp.Ternary.YES, tp.Ternary.NO, tp.Ternary.UNDETERMINED
SIX_WEEKS: Final = tp.QualificationCycle(id="cycle", spacing=tp.Span("P6W"))


def session(number: int, day: str | None, **fields: object) -> tp.TrainingSession:
    starts = None if day is None else tp.Instant(tp.PartialDate(day))
    held = tp.TrainingSession(id=f"day-{number}", occurrences=(tp.Occurrence(starts=starts),))
    return replaced(held, **fields)


def cohort(*days: str | None, complete: tp.Ternary = YES) -> tp.Cohort:
    sessions = tuple(session(number, day) for number, day in enumerate(days))
    return tp.Cohort(id="cohort", sessions=sessions, sessions_complete=complete)


@pytest.mark.parametrize(
    ("days", "kept"),
    [
        (("2021-07-08", "2021-08-20", "2021-09-27"), YES),
        (("2021-07-08", "2021-08-20", None), YES),
        (("2021-07-08", "2021-08-20", "2021-10-04"), NO),
        (("2021-07-08", "2021-08"), UNSURE),
        (("2021-07-08", "[2021-08-10..2021-08-20]"), UNSURE),
        (("2021-07-08", "[2021-08-20..2021-08-27]"), UNSURE),
        (("2021-07-08", "[2021-08-19..]"), UNSURE),
        (("[..2021-07-08]", "2021-08-19"), UNSURE),
        (("2021-07-08", "2021-07-09"), UNSURE),
        (("2021-07-08",), UNSURE),
        ((None, None), UNSURE),
        ((), UNSURE),
    ],
)
def test_a_spacing_is_kept_by_each_session_that_has_a_date(
    days: tuple[str | None, ...], kept: tp.Ternary
) -> None:
    assert tp.spacing_kept(cohort(*days), SIX_WEEKS) is kept


def test_sessions_are_surely_too_far_apart_only_if_none_is_missing() -> None:
    far = ("2021-07-08", "2021-10-04")
    assert tp.spacing_kept(cohort(*far, complete=UNSURE), SIX_WEEKS) is UNSURE
    assert tp.spacing_kept(cohort(*far, None), SIX_WEEKS) is UNSURE
    assert tp.spacing_kept(cohort(*far), SIX_WEEKS) is NO


@pytest.mark.parametrize(
    ("spacing", "days", "kept"),
    [
        ("P1M", ("2021-12", "2022-01"), YES),
        ("P1M", ("2021-07", "2021-08-01"), YES),
        ("P1M", ("2021-07-31", "2021-08"), YES),
        ("P1Y", ("2021-12-31", "2022-06-01"), YES),
        ("P42D", ("2021-07-08", "2021-08-19"), YES),
        ("P42D", ("2021-07-08", "2021-08-18"), NO),
        ("P0D", ("2021-07-08", "2021-07-08"), UNSURE),
        ("P1M2W", ("2021-07-08", "2021-08-19"), UNSURE),
        ("P0.5D", ("2021-07-08", "2021-08-19"), UNSURE),
    ],
)
def test_a_spacing_is_held_at_the_precision_in_which_it_is_told(
    spacing: str, days: tuple[str, ...], kept: tp.Ternary
) -> None:
    cycle = tp.QualificationCycle(id="cycle", spacing=tp.Span(spacing))
    assert tp.spacing_kept(cohort(*days), cycle) is kept


@pytest.mark.parametrize("ends", [("P5W", "P2M"), ("P1M1W", "P2M"), ("P1M", "P2M1W")])
def test_nothing_is_told_of_a_spacing_in_several_units(ends: tuple[str, str]) -> None:
    cycle = tp.QualificationCycle(id="cycle", spacing=tp.Span(*ends))
    assert tp.spacing_kept(cohort("2021-07-08", "2021-07-22"), cycle) is UNSURE


def test_nothing_is_told_of_a_spacing_that_is_unknown() -> None:
    cycle = tp.QualificationCycle(id="cycle")
    assert tp.spacing_kept(cohort("2021-07-08", "2021-08-19"), cycle) is UNSURE
    assert tp.spacing_kept(tp.Cohort(id="cohort"), SIX_WEEKS) is UNSURE


def giving(*half_days: tp.Count | None, complete: tp.Ternary = YES) -> tp.Cohort:
    sessions = tuple(session(n, None, half_days=each) for n, each in enumerate(half_days))
    return tp.Cohort(id="cohort", sessions=sessions, sessions_complete=complete)


TWO: Final = tp.Count(2)
ABOUT_TWO: Final = tp.Count(2, tp.Exactness.ABOUT)
AT_LEAST_TWO: Final = tp.Count(2, tp.Exactness.AT_LEAST)


@pytest.mark.parametrize(
    ("held", "half_days"),
    [
        (giving(TWO, tp.Count(1)), tp.Count(3)),
        (giving(TWO, None), AT_LEAST_TWO),
        (giving(TWO, ABOUT_TWO), AT_LEAST_TWO),
        (giving(TWO, complete=UNSURE), AT_LEAST_TWO),
        (giving(TWO, complete=NO), AT_LEAST_TWO),
        (giving(None), None),
        (giving(ABOUT_TWO), None),
        (giving(complete=UNSURE), tp.Count(0)),
        (giving(tp.Count(2**53 - 1)), tp.Count(2**53 - 1)),
        (giving(tp.Count(2**53 - 1), tp.Count(1)), None),
        (tp.Cohort(id="cohort", sessions_complete=YES), None),
    ],
)
def test_the_half_days_that_sessions_give_are_told_as_far_as_they_are_known(
    held: tp.Cohort, half_days: tp.Count | None
) -> None:
    assert tp.taught(held) == half_days


@pytest.mark.parametrize(
    "fields",
    [
        {"optional": YES},
        {"kind": tp.SessionKind.NETWORK_DAY},
        {"status": tp.SessionStatus.CANCELLED},
        {"occurrences": (tp.Occurrence(status=tp.SessionStatus.CANCELLED),)},
    ],
)
def test_what_not_everybody_is_given_gives_no_half_days(fields: dict[str, object]) -> None:
    sessions = (session(0, None, half_days=TWO), session(1, None, half_days=TWO, **fields))
    held = tp.Cohort(id="cohort", sessions=sessions, sessions_complete=YES)
    assert tp.taught(held) == TWO


def test_a_session_that_another_takes_the_place_of_gives_no_half_days() -> None:
    sessions = (session(0, None), session(1, None, half_days=TWO, replaces="day-0"))
    held = tp.Cohort(id="cohort", sessions=sessions, sessions_complete=YES)
    assert tp.taught(held) == TWO
