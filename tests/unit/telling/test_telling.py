"""The story as a whole: its order, its blocks, its marks, and what holds of any dataset."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from string import Formatter
from typing import Any, Final, TypeAlias

import pytest
from hypothesis import given

import territoires_participatifs as tp
from territoires_participatifs.language import LANGUAGES, Language, catalogue
from territoires_participatifs.strategies import datasets

Told: TypeAlias = Callable[..., tuple[str, str]]


def call(id_: str, **fields: Any) -> tp.Call:
    return tp.Call(id=id_, names=(tp.Name(id_.upper()),), **fields)


def launched(*ids: str) -> list[str]:
    return [f"L'appel « {each.upper()} » est lancé." for each in ids]


# Order


def test_calls_come_by_date_and_those_without_one_last(told: Told) -> None:
    days = {"b": "2021", "a": "2020-03-12", "d": "2019"}
    dated = [call(id_, closes=tp.Deadline(day=tp.PartialDate(e))) for id_, e in days.items()]
    lines = told(call("c"), *dated)[0].splitlines()
    assert [each[10] for each in lines] == ["D", "A", "B", "C"]


PURPOSE: Final = tp.Bilingual("Agir.")
APPLICATIONS: Final = tuple(
    tp.Application(id=f"of-{each}", call=tp.Ref(each), applicant=tp.Ref("vimy")) for each in "abc"
)
WHOLE: Final = ["Son objet : agir.", "Vimy y répond."]


@pytest.mark.parametrize("main", [None, tp.Ref("of-b"), tp.Ref("elsewhere")])
def test_all_calls_are_told_whole_where_the_dataset_is_about_none(
    told: Told, main: tp.Ref[tp.Entity] | None
) -> None:
    calls = (call(each, purpose=PURPOSE) for each in "ab")
    lines = told(*calls, *APPLICATIONS, main=main)[0].splitlines()
    assert lines == [*launched("a"), *WHOLE, *launched("b"), *WHOLE]


def test_other_calls_than_the_main_one_are_told_briefly(told: Told) -> None:
    calls = (call(each, purpose=PURPOSE) for each in "abc")
    decision = tp.Decision(id="d", call=tp.Ref("a"), selected=tp.Count(2))
    lines = told(*calls, *APPLICATIONS, decision, main=tp.Ref("b"))[0].splitlines()
    selected = "2 candidatures sont retenues."
    assert lines == [*launched("a"), selected, *launched("b"), *WHOLE, *launched("c")]


def chain(opener: str, opened: str) -> tuple[tp.Entity, ...]:
    """Return the laureate of a call, its action, and what that action opens."""
    return (
        tp.Laureate(id=f"l-{opener}", call=tp.Ref(opener), decision=tp.Ref("elsewhere")),
        tp.FundedAction(
            id=f"a-{opener}", names=(tp.Name("Ouvrir"),), laureate=tp.Ref(f"l-{opener}")
        ),
        call(opened, opened_by=tp.Ref(f"a-{opener}"), purpose=PURPOSE),
    )


OPENED: Final = "L'appel « X » est lancé, dans le cadre de l'action « Ouvrir »."


def test_a_call_that_an_action_opens_is_told_after_it_and_once(told: Told) -> None:
    kit = tp.FundedAction(id="kit", names=(tp.Name("Kit"),), laureate=tp.Ref("l-a"))
    entities = (call("z"), call("a"), *chain("a", "x"), kit)
    expected = [*launched("z", "a"), "À la clé : « Kit »."]
    assert told(*entities, main=tp.Ref("a"))[0].splitlines() == [*expected, OPENED]
    assert told(*entities)[0].splitlines() == [*expected, OPENED, "Son objet : agir."]


def test_an_opened_call_is_told_whole_if_it_is_the_main_one_or_recruits(told: Told) -> None:
    entities = (call("a"), *chain("a", "x"))
    cycle = tp.QualificationCycle(id="y", names=(tp.Name("Cycle"),), recruits=tp.Ref("x"))
    whole = [*launched("a"), OPENED, "Son objet : agir."]
    assert told(*entities, main=tp.Ref("x"))[0].splitlines() == whole
    assert told(*entities, cycle, main=tp.Ref("a"))[0].splitlines() == [
        *whole,
        "Un cycle de qualification : « Cycle ».",
    ]


def test_a_part_of_an_action_that_opens_a_call_is_told_for_itself(told: Told) -> None:
    part = tp.FundedAction(
        id="p", names=(tp.Name("Récit"),), laureate=tp.Ref("l-a"), part_of=tp.Ref("a-a")
    )
    lines = told(call("a"), *chain("a", "x"), part)[0].splitlines()
    assert lines == [*launched("a"), "À la clé : « Récit ».", OPENED, "Son objet : agir."]


def test_calls_that_open_each_other_or_that_nothing_leads_to_are_told_once(told: Told) -> None:
    loop = (*chain("x", "y"), *chain("y", "x"))
    lost = call("b", opened_by=tp.Ref("vimy"))
    lines = told(*loop, lost)[0].splitlines()
    assert [each for each in lines if "est lancé" in each] == [
        OPENED.replace("X", "Y"),
        OPENED,
        *launched("b"),
    ]


# Blocks


def test_an_empty_dataset_has_no_story(told: Told) -> None:
    assert told() == ("", "")


def test_blocks_stand_apart_and_those_that_are_empty_are_left_out(told: Told) -> None:
    page = tp.Source(id="s", title="La page", url="https://example.org/a")
    asked = call("a", questions=(tp.OpenQuestion(text=tp.Bilingual("Qui ?", "Who?")),))
    title = tp.Bilingual("L'appel", "The call")
    assert told(page, asked, title=title, source=tp.Ref("s")) == (
        (
            "L'appel\n\n"
            "L'appel « A » est lancé. [1]\n\n"
            "Ce que les sources laissent ouvert\n– Qui ?\n\n"
            "Sources\n[1] La page — https://example.org/a"
        ),
        (
            "The call\n\n"
            "The call “A” is launched. [1]\n\n"
            "What the sources leave open\n– Who?\n\n"
            "Sources\n[1] La page — https://example.org/a"
        ),
    )
    assert told(title=title) == ("L'appel", "The call")
    assert told(asked)[0].split("\n\n") == [
        *launched("a"),
        "Ce que les sources laissent ouvert\n– Qui ?",
    ]


def test_a_line_break_in_a_text_opens_no_line(told: Told) -> None:
    page = tp.Source(id="s", title="La\npage")
    text = tp.Bilingual("Le\nbut")
    entity = call("a", purpose=text, questions=(tp.OpenQuestion(text=text),))
    french, _ = told(page, entity, title=text, source=tp.Ref("s"))
    assert french.splitlines() == [
        "Le\\nbut",
        "",
        "L'appel « A » est lancé. [1]",
        "Son objet : le\\nbut. [1]",
        "",
        "Ce que les sources laissent ouvert",
        "– Le\\nbut",
        "",
        "Sources",
        "[1] La\\npage",
    ]


# Questions


def question(*readings: tp.Bilingual) -> tp.OpenQuestion:
    return tp.OpenQuestion(text=tp.Bilingual("Qui ?", "Who?"), readings=readings)


FIRST: Final = tp.Bilingual("le Cerdd", "the Cerdd")
SECOND: Final = tp.Bilingual("la DREAL.", "the DREAL.")
THIRD: Final = tp.Bilingual("personne", "nobody")


@pytest.mark.parametrize(
    ("readings", "french", "english"),
    [
        ((), "– Qui ?", "– Who?"),
        ((SECOND,), "– Qui ? Une lecture : la DREAL.", "– Who? One reading: the DREAL."),
        (
            (FIRST, SECOND),
            "– Qui ? Soit le Cerdd ; soit la DREAL.",
            "– Who? Either the Cerdd; or the DREAL.",
        ),
        (
            (FIRST, SECOND, THIRD),
            "– Qui ? Soit le Cerdd ; soit la DREAL ; soit personne.",
            "– Who? Either the Cerdd; or the DREAL; or nobody.",
        ),
    ],
)
def test_a_question_is_told_with_its_readings(
    told: Told, readings: tuple[tp.Bilingual, ...], french: str, english: str
) -> None:
    lines = told(tp.Organisation(id="o", questions=(question(*readings),)))
    assert [each.splitlines()[1:] for each in lines] == [[french], [english]]


def test_a_question_that_is_repeated_is_told_once(told: Told) -> None:
    asked = (question(FIRST, THIRD),)
    nested = tp.Application(
        id="n", organisations=(tp.Organisation(id="in", questions=(question(),)),)
    )
    entities = (tp.Organisation(id="o", questions=asked), call("a", questions=asked), nested)
    assert told(*entities)[0].splitlines()[-2:] == [
        "– Qui ? Soit le Cerdd ; soit personne.",
        "– Qui ?",
    ]


# Names


@pytest.mark.parametrize(
    ("name", "french", "english"),
    [
        ("Un « labo »", "« Un “labo” »", "“Un ‘labo’”"),
        ("Un «\N{NO-BREAK SPACE}labo\N{NO-BREAK SPACE}»", "« Un “labo” »", "“Un ‘labo’”"),
        ("Un “labo”", "« Un “labo” »", "“Un ‘labo’”"),
        ('Un "labo" et "un autre"', "« Un “labo” et “un autre” »", "“Un ‘labo’ et ‘un autre’”"),
        ("{who} et {0}", "« {who} et {0} »", "“{who} et {0}”"),
    ],
)
def test_quotation_marks_inside_a_name_become_inner_ones(
    told: Told, name: str, french: str, english: str
) -> None:
    named = tp.Call(id="a", names=(tp.Name(name),))
    assert told(named) == (f"L'appel {french} est lancé.", f"The call {english} is launched.")


def test_a_very_long_name_is_told_whole(told: Told) -> None:
    name = "Agir " * 200 + "ensemble"
    assert told(tp.Call(id="a", names=(tp.Name(name),))) == (
        f"L'appel « {name} » est lancé.",
        f"The call “{name}” is launched.",
    )


def test_a_call_without_name_goes_by_its_id(told: Told) -> None:
    assert told(tp.Call(id="a-1")) == (
        "L'appel « a-1 » est lancé.",
        "The call “a-1” is launched.",
    )


# Marks


SOURCES: Final = tuple(tp.Source(id=each, title=each.upper()) for each in ("p", "q", "r"))


def quote(source: str | None = None) -> tp.Quote:
    return tp.Quote(source=None if source is None else tp.Ref(source))


def stated(
    about: str, source: str | None = None, standing: tp.Standing = tp.Standing.PREFERRED
) -> tp.Statement:
    return tp.Statement(about=about, quote=quote(source), standing=standing)


def test_sources_are_numbered_in_the_order_of_their_first_naming(told: Told) -> None:
    told_calls = (call("a", source=tp.Ref("r")), call("b", source=tp.Ref("p")))
    more = call("c", reach=tp.Reach.NATIONAL, source=tp.Ref("q"))
    again = call("d", kind=tp.CallKind.PROJECTS, statements=(stated("/kind", "r"),))
    french, _ = told(*SOURCES, *told_calls, more, again)
    assert re.findall(r"(?<= )\[.*\]$|^\[.*", french, re.MULTILINE) == [
        "[1]",
        "[2]",
        "[3]",
        "[1]",
        "[1] R",
        "[2] P",
        "[3] Q",
    ]


@pytest.mark.parametrize(
    ("fields", "mark"),
    [
        ({}, "[1]"),
        ({"source": tp.Ref("q")}, "[1]"),
        ({"source": tp.Ref("unknown")}, "[1]"),
        # What no statement is about comes from the entity's source.
        (
            {
                "kind": tp.CallKind.PROJECTS,
                "reach": tp.Reach.NATIONAL,
                "statements": (stated("/kind", "q"),),
            },
            "[1, 2]",
        ),
        ({"kind": tp.CallKind.PROJECTS, "statements": (stated("/kind", "q"),)}, "[1]"),
        # A statement on what is not told is not named, nor one that says something else.
        ({"statements": (stated("/territories", "q", tp.Standing.INFERRED),)}, "[1]"),
        (
            {
                "kind": tp.CallKind.PROJECTS,
                "statements": (
                    stated("/kind"),
                    stated("/kind", "q", tp.Standing.ALTERNATIVE),
                    stated("/kind", "r", tp.Standing.SUPERSEDED),
                ),
            },
            "[1]",
        ),
        (
            {
                "kind": tp.CallKind.PROJECTS,
                "statements": (stated("/kind", standing=tp.Standing.INFERRED),),
            },
            "[1, déduit]",
        ),
    ],
)
def test_a_sentence_names_who_says_it(told: Told, fields: dict[str, Any], mark: str) -> None:
    french, english = told(*SOURCES, call("a", **fields), source=tp.Ref("p"))
    assert french.splitlines()[0].partition(" est lancé. ")[2] == mark
    assert english.splitlines()[0].partition(" is launched. ")[2] == mark.replace(
        "déduit", "deduced"
    )


def test_a_source_that_the_dataset_lacks_is_listed_with_a_question_mark(told: Told) -> None:
    assert told(call("a", source=tp.Ref("unknown")))[0].splitlines()[-1] == "[1] ?"


@pytest.mark.parametrize(
    ("source", "listed"),
    [(None, ["[1] P"]), (tp.Ref("q"), ["[1] Q"])],
)
def test_a_quotation_without_source_falls_back_on_the_entity_then_on_the_dataset(
    told: Told, source: tp.Ref[tp.Source] | None, listed: list[str]
) -> None:
    part = tp.Participation(organisation=tp.Ref("o"), role=tp.Role.ORGANISER, quote=quote())
    entity = call("a", participations=(part,), source=source)
    lines = told(*SOURCES, entity, source=tp.Ref("p"))[0].splitlines()
    assert lines == ["O lance l'appel « A ». [1]", "", "Sources", *listed]


def test_what_stands_around_a_launch_has_its_sources(told: Told) -> None:
    parts = (
        tp.Participation(organisation=tp.Ref("o"), role=tp.Role.PARTNER, quote=quote("q")),
        tp.Participation(organisation=tp.Ref("n"), role=tp.Role.SUPPORT, quote=quote("r")),
    )
    deduced = stated("/participations/1", "r", tp.Standing.INFERRED)
    entity = call("a", participations=parts, statements=(deduced,))
    assert told(*SOURCES, entity)[0].splitlines() == [
        "L'appel « A » est lancé, avec o. [1]",
        "",
        "Sources",
        "[1] Q",
    ]


def test_a_disputed_field_names_all_who_dispute_it(told: Told) -> None:
    dispute = tuple(
        tp.Statement(
            about="/received",
            value=tp.Raw.of(number),
            standing=tp.Standing.ALTERNATIVE,
            quote=quote(source),
        )
        for number, source in ((17, "q"), (16, "r"))
    )
    decision = tp.Decision(
        id="d",
        call=tp.Ref("a"),
        selected=tp.Count(6),
        source=tp.Ref("p"),
        statements=dispute,
        disputed=("/received",),
    )
    assert told(*SOURCES, call("a"), decision)[1].splitlines() == [
        "The call “A” is launched.",
        "Out of 17 or 16 applications, 6 are selected. [1, 2, 3]",
        "",
        "Sources",
        "[1] Q",
        "[2] R",
        "[3] P",
    ]


def test_laureates_name_the_sources_of_each(told: Told) -> None:
    one = tp.Laureate(id="l", call=tp.Ref("a"), source=tp.Ref("p"))
    other = tp.Laureate(
        id="m",
        call=tp.Ref("a"),
        organisation=tp.Ref("o"),
        source=tp.Ref("p"),
        statements=(stated("/organisation", "q", tp.Standing.INFERRED),),
    )
    french, _ = told(*SOURCES, call("a"), one, other)
    assert french.splitlines()[1] == "Parmi les lauréats : « l » et o. [1, 2, déduit]"


# What holds of any dataset


FACTS: Final = {
    name
    for template in catalogue("en")["telling"].values()
    for _, name, _, _ in Formatter().parse(template)
    if name is not None
}
MARK: Final = re.compile(r" \[(\d+(?:, \d+)*)?(?:, )?(?:déduit|deduced)?\]$")


def parted(text: str, language: Language) -> tuple[list[str], list[str]]:
    """Return the lines before the list of the sources, and those of the list."""
    lines = text.splitlines()
    head = catalogue(language)["telling"]["sources"]
    if head not in lines:
        return lines, []
    place = lines.index(head)
    return lines[:place], lines[place + 1 :]


def numbers(lines: list[str]) -> set[str]:
    """Return the numbers that the marks at the ends of lines name."""
    found = (MARK.search(each) for each in lines if not each.startswith("– "))
    return {each for mark in found if mark for each in (mark[1] or "").split(", ") if each}


@given(dataset=datasets())
def test_any_dataset_can_be_told_in_both_languages(dataset: tp.Dataset) -> None:
    for language in LANGUAGES:
        text = tp.tell(dataset, language)
        assert not any(f"{{{name}" in text for name in FACTS)
        assert "telling." not in text
        story, listed = parted(text, language)
        order = [str(1 + place) for place in range(len(listed))]
        assert [each[1 : each.index("]")] for each in listed] == order
        assert numbers(story) == set(order)


LEAST: Final = {"calls": 3, "cycles": 1}
"""The fewest sentences of an example, by its folder; six outside of them."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", tp.example_names())
def test_a_shipped_example_is_a_short_story_whose_sentences_all_have_a_source(
    name: str, language: Language
) -> None:
    title, story, *asked, sources = tp.tell(tp.example(name), language).split("\n\n")
    questions = "".join(asked)
    sentences = story.splitlines()
    assert title
    assert LEAST.get(name.partition("/")[0], 6) <= len(sentences) <= 25
    assert all(re.search(r"[.?!…] \[\d+(, \d+)*(, (déduit|deduced))?\]$", e) for e in sentences)
    assert all(each.startswith("– ") for each in questions.splitlines()[1:])
    assert all(each.startswith("[") for each in sources.splitlines()[1:])
    assert not re.search(r"[{}]|None|  |\b(de|à) les? ", story)


PROGRAM: Final = """
import territoires_participatifs as tp
for name in tp.example_names():
    for language in ("fr", "en"):
        print(tp.tell(tp.example(name), language).encode())
"""


def test_the_story_is_the_same_whatever_the_hash_seed() -> None:
    told_by_seed = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "42")
    }
    assert len(told_by_seed) == 1
