"""A drawn dataset becomes sound by dropping what rules find in it, and no more."""

from typing import Final

import pytest

import territoires_participatifs as tp
from territoires_participatifs.strategies._sound import sound

EARLY, LATE = tp.PartialDate("2020"), tp.PartialDate("2021")
LATE_CALL: Final = tp.Call(
    id="a", opens=tp.Instant(LATE), closes=tp.Deadline(day=EARLY), kind=tp.CallKind.PROJECTS
)


def test_what_is_sound_stays_as_it_is() -> None:
    dataset = tp.Dataset(calls=(tp.Call(id="a"),))
    assert sound(dataset) is dataset


def test_a_field_is_dropped() -> None:
    assert sound(tp.Dataset(calls=(LATE_CALL,))) == tp.Dataset(
        calls=(tp.Call(id="a", opens=tp.Instant(LATE), kind=tp.CallKind.PROJECTS),)
    )


def test_a_field_inside_of_a_value_is_dropped_alone() -> None:
    closes = tp.Deadline(day=tp.PartialDate("2021-03-12"), hour="12:00")
    mended = sound(tp.Dataset(calls=(tp.Call(id="a", closes=closes),)))
    assert mended.calls[0].closes == tp.Deadline(day=tp.PartialDate("2021-03-12"))


def test_a_part_is_dropped_that_cannot_do_without_what_is_wrong() -> None:
    odd = tp.UnknownDemand(content=tp.Raw.of({"kind": "lottery"}))
    asked = tp.Requirement(id="r", demand=odd)
    kept = tp.Requirement(id="s", demand=tp.DeadlineDemand())
    mended = sound(tp.Dataset(calls=(tp.Call(id="a", requirements=(asked, kept)),)))
    assert mended.calls[0].requirements == (kept,)


def test_a_part_is_dropped_that_lacks_what_a_rule_asks() -> None:
    bare = tp.Statement(about="/kind", standing=tp.Standing.INFERRED)
    noted = tp.Statement(about="/kind", standing=tp.Standing.INFERRED, note=tp.Bilingual("Vu."))
    call = tp.Call(id="a", statements=(bare, noted))
    assert sound(tp.Dataset(calls=(call,))).calls[0].statements == (noted,)


def test_items_are_dropped_at_once_whatever_their_order() -> None:
    call = tp.Call(id="a", disputed=("/nothing", "/kind", "/nowhere"))
    assert sound(tp.Dataset(calls=(call,))).calls[0].disputed == ("/kind",)


def test_what_lies_inside_of_what_is_dropped_is_dropped_with_it() -> None:
    twice = tp.Call(id="a", disputed=("/nothing",))
    assert sound(tp.Dataset(calls=(tp.Call(id="a"), twice))).calls == (tp.Call(id="a"),)


def test_a_rule_that_nothing_can_satisfy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    found = tp.Report((tp.Finding(code="VAL001", place=tp.Place(pointer="/title")),))
    monkeypatch.setattr("territoires_participatifs.strategies._sound.check", lambda _: found)
    with pytest.raises(ValueError, match="title"):
        sound(tp.Dataset())
