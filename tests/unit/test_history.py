"""The dates of a dataset, one after the other, and what each is worth."""

from typing import Any, Final

import pytest

import territoires_participatifs as tp


def day(text: str) -> tp.PartialDate:
    return tp.PartialDate(text)


def said(
    about: str, value: object, standing: tp.Standing = tp.Standing.ALTERNATIVE
) -> tp.Statement:
    return tp.Statement(about=about, value=tp.Raw.of(value), standing=standing)


def told(*entities: tp.Entity) -> list[tuple[str, str, str]]:
    """Return the date, the entity and the field of each happening, in order."""
    dataset = tp.Dataset()
    for each in entities:
        dataset = dataset.put(each)
    return [(str(e.on), e.entity.id, e.pointer) for e in tp.timeline(dataset)]


CALL: Final = tp.Call(
    id="a",
    names=(tp.Name("Appel", since=day("1999")),),
    announced=day("2021-01"),
    opens=tp.Instant(day("2021-02-01")),
    closes=tp.Deadline(day=day("2021-03-12"), hour="12:00"),
    rounds=(tp.Round(id="one", results=day("2021-06")), tp.Round(id="two")),
    history=(
        tp.Event(kind=tp.EventKind.EXTENDED, on=day("2021-02-15")),
        tp.Event(kind=tp.EventKind.CLOSED),
    ),
)


def test_dates_come_in_order_whatever_holds_them() -> None:
    assert told(CALL) == [
        ("2021-01", "a", "/announced"),
        ("2021-02-01", "a", "/opens"),
        ("2021-02-15", "a", "/history/0/on"),
        ("2021-03-12", "a", "/closes"),
        ("2021-06", "a", "/rounds/0/results"),
    ]


def test_dates_of_several_entities_are_one_order_and_of_one_day_that_of_the_document() -> None:
    programme = tp.Programme(id="p", since=day("2021-02-01"), until=day("2020"))
    assert told(programme, tp.Call(id="b", announced=day("2021-02-01")), CALL)[:4] == [
        ("2020", "p", "/until"),
        ("2021-01", "a", "/announced"),
        ("2021-02-01", "p", "/since"),
        ("2021-02-01", "b", "/announced"),
    ]


def test_a_date_without_a_bound_comes_last() -> None:
    vague = tp.Call(id="v", announced=day("XXXX-02"), version_date=day("[..2022]"))
    assert told(vague, tp.Call(id="z", announced=day("2030"))) == [
        ("[..2022]", "v", "/version_date"),
        ("2030", "z", "/announced"),
        ("XXXX-02", "v", "/announced"),
    ]


def test_how_long_a_name_was_borne_is_left_out() -> None:
    named = tp.Organisation(id="o", names=(tp.Name("A", since=day("2019"), until=day("2020")),))
    assert told(named) == []


def test_what_is_told_of_sources_is_left_out() -> None:
    page = tp.Source(id="page", title="La page", published=day("2021-01"), seen=day("2022"))
    assert told(page, tp.Call(id="b", announced=day("2023"))) == [("2023", "b", "/announced")]


def test_an_ending_without_a_day_has_no_place() -> None:
    assert told(tp.Call(id="a", closes=tp.Deadline(kind=tp.DeadlineKind.RECURRING))) == []
    assert told(
        tp.Call(id="a", closes=tp.Deadline(kind=tp.DeadlineKind.ROLLING, day=day("2021")))
    ) == [("2021", "a", "/closes")]


# A date that lacks its year


def placed(announced: str, *statements: tp.Statement) -> str:
    call = tp.Call(id="a", announced=day(announced), statements=statements)
    (one,) = tp.timeline(tp.Dataset(calls=(call,)))
    assert one.on == day(announced)
    assert one.standing is tp.Standing.PREFERRED
    return str(one.placed)


def test_a_date_without_its_year_stands_where_the_inferred_one_would() -> None:
    inferred = said("/announced", "2020-02", tp.Standing.INFERRED)
    assert placed("XXXX-02", inferred) == "2020-02"
    late = tp.Call(id="late", announced=day("XXXX-02"), statements=(inferred,))
    assert told(late, tp.Call(id="b", announced=day("2020-01"), version_date=day("2020-03"))) == [
        ("2020-01", "b", "/announced"),
        ("XXXX-02", "late", "/announced"),
        ("2020-03", "b", "/version_date"),
    ]


@pytest.mark.parametrize("announced", ["2021", "[..2021]", "[2021..]"])
def test_a_date_with_a_bound_stands_by_itself(announced: str) -> None:
    assert placed(announced, said("/announced", "2020-02", tp.Standing.INFERRED)) == announced


@pytest.mark.parametrize(
    "statement",
    [
        said("/announced", "2020-02"),
        said("/announced", "2020-02", tp.Standing.SUPERSEDED),
        said("/opens", "2020-02", tp.Standing.INFERRED),
        said("/announced", "février", tp.Standing.INFERRED),
        tp.Statement(about="/announced", standing=tp.Standing.INFERRED),
    ],
)
def test_only_an_inferred_date_of_that_field_gives_it_a_place(statement: tp.Statement) -> None:
    assert placed("XXXX-02", statement) == "XXXX-02"


# What sources contradict


DISPUTED: Final = tp.Call(
    id="d",
    names=(tp.Name("Appel"),),
    disputed=("/announced", "/closes", "/rounds/0/opens", "/names", "/stages/0/begins"),
    rounds=(tp.Round(id="one"),),
    statements=(
        said("/announced", "2021-03"),
        said("/announced", "2021-01", tp.Standing.SUPERSEDED),
        said("/announced", "printemps"),
        tp.Statement(about="/announced"),
        said("/closes", {"day": "2021-02-12", "hour": "12:00"}),
        said("/rounds/0/opens", "2021-04-01"),
        said("/names", ["Autre"]),
        said("/url", "https://example.org"),
        said("/stages/0/begins", "2021-05"),
    ),
)


def test_of_a_disputed_field_comes_what_each_source_says() -> None:
    happenings = tp.timeline(tp.Dataset(calls=(DISPUTED,)))
    assert [(str(each.on), each.pointer, each.standing.value) for each in happenings][:4] == [
        ("2021-01", "/announced", "superseded"),
        ("2021-02-12", "/closes", "alternative"),
        ("2021-03", "/announced", "alternative"),
        ("2021-04-01", "/rounds/0/opens", "alternative"),
    ]
    assert all(each.placed == each.on for each in happenings)


def test_the_part_that_has_the_field_is_told() -> None:
    parts = {each.pointer: each.part for each in tp.timeline(tp.Dataset(calls=(CALL, DISPUTED)))}
    assert parts["/opens"] is CALL
    assert parts["/history/0/on"] is CALL.history[0]
    assert parts["/rounds/0/opens"] == tp.Round(id="one")
    assert parts["/announced"] is DISPUTED


def test_what_is_said_of_a_field_that_is_not_disputed_is_left_out() -> None:
    call = tp.Call(
        id="a",
        announced=day("2021"),
        statements=(said("/announced", "2020"), said("/opens", "2019")),
    )
    assert told(call) == [("2021", "a", "/announced")]


def test_a_disputed_field_that_no_source_dates_is_left_out() -> None:
    assert told(tp.Call(id="a", disputed=("/announced", "/nothing"))) == []
    nothing = tp.Call(id="a", disputed=("/nothing",), statements=(said("/nothing", "2021"),))
    assert told(nothing) == []


# In words


@pytest.mark.parametrize(
    ("call", "french", "english"),
    [
        (
            tp.Call(id="a", opens=tp.Instant(day("2021-02-01"), hour="09:00")),
            "1er février 2021 à 09:00 : ouverture — a",
            "1 February 2021 at 09:00: opening — a",
        ),
        (
            tp.Call(id="a", rounds=(tp.Round(id="r", results=day("2021-06")),)),
            "juin 2021 : relève, résultats — a",
            "June 2021: round, results — a",
        ),
        (
            tp.Call(id="a", history=(tp.Event(kind=tp.EventKind.EXTENDED, on=day("2021-02-15")),)),
            "15 février 2021 : prolongation — a",
            "15 February 2021: extended — a",
        ),
        (
            tp.Call(id="a", disputed=("/announced",), statements=(said("/announced", "2021-01"),)),
            "janvier 2021 : lancement — a (divergent)",
            "January 2021: launch — a (alternative)",
        ),
        (
            tp.Call(
                id="a",
                rounds=(tp.Round(id="r"),),
                disputed=("/rounds/0/deadline",),
                statements=(said("/rounds/0/deadline", "2021-01-08", tp.Standing.SUPERSEDED),),
            ),
            "8 janvier 2021 : relève, date limite — a (remplacé)",
            "8 January 2021: round, deadline — a (superseded)",
        ),
        (
            tp.Call(
                id="a",
                disputed=("/rounds/0/deadline",),
                statements=(said("/rounds/0/deadline", "2021-01-08"),),
            ),
            "8 janvier 2021 : date limite — a (divergent)",
            "8 January 2021: deadline — a (alternative)",
        ),
        (
            tp.Call(
                id="a",
                history=(tp.Event(kind=tp.EventKind.EXTENDED),),
                disputed=("/history/0/on",),
                statements=(said("/history/0/on", "2021-02"),),
            ),
            "février 2021 : prolongation — a (divergent)",
            "February 2021: extended — a (alternative)",
        ),
    ],
    ids=range(7),
)
def test_what_happened_when_is_told_on_a_line(call: tp.Call, french: str, english: str) -> None:
    (happening,) = tp.timeline(tp.Dataset(calls=(call,)))
    assert happening.in_words("fr") == french
    assert happening.in_words("en") == english


def test_an_organisation_inside_of_an_application_is_told_for_itself() -> None:
    garden = tp.Organisation(
        id="garden",
        since=day("2019"),
        disputed=("/until",),
        statements=(said("/until", "2022"),),
    )
    file = tp.Application(
        id="file", submitted=tp.Instant(day("2021-03-12")), organisations=(garden,)
    )
    assert told(file) == [
        ("2019", "garden", "/since"),
        ("2021-03-12", "file", "/submitted"),
        ("2022", "garden", "/until"),
    ]


def test_a_deadline_that_a_demand_asks_has_its_place() -> None:
    demand: Any = tp.AllOf(
        demands=(tp.DeadlineDemand(deadline=tp.Deadline(day=day("2021-03-12"))),)
    )
    call = tp.Call(id="a", requirements=(tp.Requirement(id="r", demand=demand),))
    (happening,) = tp.timeline(tp.Dataset(calls=(call,)))
    assert happening.pointer == "/requirements/0/demand/demands/0/deadline"
    assert happening.in_words("en") == "12 March 2021: demand on the date, deadline — a"
    assert happening.in_words("fr") == "12 mars 2021 : condition de date, date limite — a"


def test_what_happens_on_one_day_stands_in_the_order_of_its_hours() -> None:
    when = day("2021-03-12")
    hours = {"late": "17:00", "dawn": "09:00", "unknown": None}
    calls = [tp.Call(id=name, opens=tp.Instant(when, hour=hour)) for name, hour in hours.items()]
    assert [name for _, name, _ in told(*calls)] == ["unknown", "dawn", "late"]
