"""When members are there together: only what is sure of it."""

from typing import Final

import pytest

import territoires_participatifs as tp
from territoires_participatifs.consortia._times import overlap, present

JANUARY, JUNE, LATER = "2021-01-01", "2021-06-30", "2021-12-31"

TOGETHER: Final = [
    ((None, None), (None, None)),
    ((JANUARY, None), (JANUARY, None)),
    ((None, JUNE), (None, JUNE)),
    ((JANUARY, LATER), (JUNE, None)),
    ((JANUARY, LATER), (None, JUNE)),
    ((JANUARY, JUNE), (JANUARY, LATER)),
    (("2021-05", "2021-12"), ("2021-07", "2022")),
]
PERHAPS: Final = [
    ((JANUARY, LATER), (None, None)),
    ((JANUARY, None), (JUNE, None)),
    ((None, JUNE), (None, LATER)),
    ((None, LATER), (JANUARY, None)),
    (("2021", "2022"), ("2022", "2023")),
]
APART: Final = [
    ((JANUARY, JUNE), (JUNE, LATER)),
    ((None, JUNE), (JUNE, None)),
    ((JANUARY, JUNE), (LATER, None)),
]


def _member(times: tuple[str | None, str | None]) -> tp.Member:
    since, until = (None if each is None else tp.PartialDate(each) for each in times)
    return tp.Member(organisation=tp.Ref("lab"), since=since, until=until)


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_two_are_surely_there_together(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None]
) -> None:
    assert overlap(_member(one), _member(other))
    assert overlap(_member(other), _member(one))


@pytest.mark.parametrize(("one", "other"), [*PERHAPS, *APART])
def test_two_are_not_surely_there_together(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None]
) -> None:
    assert not overlap(_member(one), _member(other))
    assert not overlap(_member(other), _member(one))


def test_those_that_left_or_were_replaced_are_not_present() -> None:
    stays = tp.Member(organisation=tp.Ref("city"), replaces=tp.Ref("school"))
    gone = tp.Member(organisation=tp.Ref("lab"), until=tp.PartialDate("2021"))
    replaced = tp.Member(organisation=tp.Ref("school"))
    assert present([gone, replaced, stays]) == (stays,)
