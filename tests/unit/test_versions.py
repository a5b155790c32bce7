"""Versions: what a call said on a day, and how two tellings differ."""

from typing import Any, Final

import pytest
from attrs import evolve

import territoires_participatifs as tp


def moved(day: str | None, about: str | None, was: Any, **more: Any) -> tp.Event:
    return tp.Event(
        kind=tp.EventKind.EXTENDED,
        on=None if day is None else tp.PartialDate(day),
        about=about,
        was=None if was is None else tp.Raw.of(was),
        **more,
    )


def until(day: str) -> tp.Deadline:
    return tp.Deadline(day=tp.PartialDate(day))


TWICE: Final = tp.Call(
    id="ami",
    closes=until("2021-06-30"),
    quota=tp.Count(12),
    history=(
        moved("2021-05-10", "/closes", "2021-05-31"),
        moved("2021-04-01", "/closes", "2021-04-30"),
        moved("2021-05-10", "/quota", 10),
        tp.Event(kind=tp.EventKind.OPENED, on=tp.PartialDate("2021-02-01")),
    ),
)


@pytest.mark.parametrize(
    ("on", "closes", "quota", "events"),
    [
        ("2021-03-31", "2021-04-30", 10, 1),
        ("2021-04-01", "2021-05-31", 10, 2),
        ("2021-05-09", "2021-05-31", 10, 2),
        ("2021-05-10", "2021-06-30", 12, 4),
        ("2021-01-31", "2021-04-30", 10, 0),
    ],
)
def test_a_call_is_told_as_its_rules_stood(on: str, closes: str, quota: int, events: int) -> None:
    found = tp.in_force(TWICE, on)
    assert found is not None
    assert (str(found.closes), found.quota) == (closes, tp.Count(quota))
    assert len(found.history) == events


def test_of_two_changes_of_one_day_the_last_is_undone_first() -> None:
    call = tp.Call(
        id="ami",
        closes=until("2021-06-30"),
        history=(
            moved("2021-05-10", "/closes", "2021-05-31"),
            moved("2021-05-10", "/closes", "2021-06-15"),
        ),
    )
    found = tp.in_force(call, "2021-05-09")
    assert found is not None
    assert str(found.closes) == "2021-05-31"


def test_a_part_without_a_name_is_told_by_what_it_is() -> None:
    terms = tp.AidTerms(cap=tp.Amount(tp.Money(1)))
    (found,) = tp.diff(tp.Call(id="ami", aid=(terms,)), tp.Call(id="ami", aid=()))
    assert found.in_words("en") == "aid terms > 0: aid terms, gone"


def test_a_change_in_a_round_is_undone_too() -> None:
    first = tp.Round(id="a", deadline=until("2021-03-01"))
    second = tp.Round(
        id="b",
        deadline=until("2021-06-30"),
        history=(moved("2021-05-10", "/deadline", "2021-05-31"),),
    )
    call = tp.Call(id="ami", rounds=(first, second))
    found = tp.in_force(call, "2021-05-09")
    assert found is not None
    assert found.rounds is not None
    assert [str(each.deadline) for each in found.rounds] == ["2021-03-01", "2021-05-31"]
    assert tp.in_force(call, "2021-05-10") == call


def test_an_item_of_a_list_is_put_back() -> None:
    kinds = ("projects-text", "other-text")
    demands = tuple(tp.TextDemand(text=tp.Bilingual(each)) for each in kinds)
    asked = tuple(tp.Requirement(id=f"r{i}", demand=each) for i, each in enumerate(demands))
    before = {"id": "r1", "demand": {"kind": "text", "text": "before"}}
    call = tp.Call(
        id="ami", requirements=asked, history=(moved("2021-05-10", "/requirements/1", before),)
    )
    found = tp.in_force(call, "2021-05-09")
    assert found is not None
    assert found.requirements is not None
    assert found.requirements[1].demand == tp.TextDemand(text=tp.Bilingual("before"))


@pytest.mark.parametrize(
    "event",
    [
        moved(None, "/closes", "2021-05-31"),
        moved("2021-05", "/closes", "2021-05-31"),
        moved("2021-05-10", "/closes", None),
        moved("2021-05-10", "/rounds/3/deadline", "2021-05-31"),
        moved("2021-05-10", "/names/7", "Appel"),
        moved("2021-05-10", "/closes/day/year", "2021"),
        moved("2021-05-10", "/closes", "garbage"),
    ],
)
def test_what_can_not_be_undone_is_not_told(event: tp.Event) -> None:
    call = tp.Call(id="ami", closes=until("2021-06-30"), names=(tp.Name("AMI"),), history=(event,))
    assert tp.in_force(call, "2021-05-09") is None


def test_an_event_that_changes_nothing_told_is_no_matter() -> None:
    call = tp.Call(id="ami", history=(tp.Event(kind=tp.EventKind.AMENDED),))
    found = tp.in_force(call, "2021-05-09")
    assert found == call


# Differences


def test_nothing_differs_from_itself() -> None:
    assert tp.diff(TWICE, TWICE) == ()


def test_a_class_is_compared_with_itself() -> None:
    with pytest.raises(TypeError, match="Call and Round can't be compared"):
        tp.diff(TWICE, tp.Round(id="a"))


def test_parts_with_an_id_are_matched_by_it() -> None:
    a = tp.Requirement(id="a", demand=tp.ApplicationsDemand(at_most=1))
    b = tp.Requirement(id="b", demand=tp.ApplicationsDemand(at_most=1))
    wider = evolve(b, demand=tp.ApplicationsDemand(at_most=2))
    c = tp.Requirement(id="c", demand=tp.DeadlineDemand())
    found = tp.diff(
        tp.Call(id="ami", requirements=(a, b)), tp.Call(id="ami", requirements=(wider, c))
    )
    assert [each.pointer for each in found] == [
        "/requirements/a",
        "/requirements/b/demand/at_most",
        "/requirements/c",
    ]
    assert found[0].after is None
    assert found[2].before is None
    words = [each.in_words("en") for each in found]
    assert words[0].endswith("a: a, gone")
    assert words[1].endswith("2, instead of 1")
    assert words[2].endswith("c: c, new")


@pytest.mark.parametrize(
    ("before", "after", "french", "english"),
    [
        (
            {"kind": tp.CallKind.PROJECTS},
            {"kind": tp.CallKind.APPLICATIONS},
            "nature : appel à candidatures (avant : appel à projets)",
            "kind: call for applications, instead of call for projects",
        ),
        (
            {"closes": until("2021-05-31")},
            {"closes": until("2021-06-30")},
            "clôture : 30 juin 2021 (avant : 31 mai 2021)",
            "closing: 30 June 2021, instead of 31 May 2021",
        ),
        (
            {"collective": tp.Ternary.UNDETERMINED},
            {"collective": tp.Ternary.YES},
            "réponse collective : oui (avant : indéterminé)",
            "collective answer: yes, instead of undetermined",
        ),
        (
            {"channels": (tp.Channel.PAPER, tp.Channel.EMAIL)},
            {"channels": None},
            "voies de dépôt : papier et courriel, retiré",
            "ways to apply: paper and e-mail, gone",
        ),
        (
            {"themes": (tp.Theme(label="eau"),)},
            {"themes": (tp.Theme(label="eau"), tp.Theme(label="air"))},
            "thèmes > 1 : air, nouveau",
            "themes > 1: air, new",
        ),
    ],
)
def test_differences_are_told_in_both_languages(
    before: dict[str, Any], after: dict[str, Any], french: str, english: str
) -> None:
    (found,) = tp.diff(tp.Call(id="ami", **before), tp.Call(id="ami", **after))
    assert found.in_words("fr").replace("\N{NO-BREAK SPACE}", " ") == french
    assert found.in_words("en") == english
