"""The attendance grid: who was at what, who was not, and of whom nobody knows."""

from typing import Any, Final

import pytest
from readers import assert_well_formed

import territoires_participatifs as tp
from territoires_participatifs.language import LANGUAGES

YES, NO, UNDETERMINED = tp.Ternary.YES, tp.Ternary.NO, tp.Ternary.UNDETERMINED


def came(
    session: str = "day-1", person: str = "p-1", present: tp.Ternary = YES, **fields: Any
) -> tp.Attendance:
    return tp.Attendance(session=session, person=person, present=present, **fields)


def member(person: str = "p-1", **fields: Any) -> tp.TeamMember:
    return tp.TeamMember(person=tp.Person(id=person), **fields)


def on(day: str | None, **fields: Any) -> tp.Occurrence:
    starts = None if day is None else tp.Instant(tp.PartialDate(day))
    return tp.Occurrence(starts=starts, **fields)


def session(id_: str = "day-1", half_days: int | None = None, **fields: Any) -> tp.TrainingSession:
    count = None if half_days is None else tp.Count(half_days)
    return tp.TrainingSession(id=id_, half_days=count, **fields)


def grid(*team: tp.TeamMember, **cohort: Any) -> tp.Table:
    """Return the grid of a cohort in which one seat sends a team."""
    seat = tp.Seat(id="vimy", organisation=tp.Ref("vimy"), team=team)
    return tp.attendance_grid(tp.Dataset(), tp.Cohort(id="c-1", **{"seats": (seat,), **cohort}))


def cells(
    *told: tp.Attendance, of: tp.TrainingSession, who: tp.TeamMember | None = None
) -> list[str]:
    """Return the cells of one person at one session, the sum of half-days included."""
    (row,) = grid(who or member(), sessions=(of,), attendances=told).rows
    return [*row[1:]]


COHORT: Final = tp.Cohort(
    id="cohort",
    names=(tp.Name("Promotion 2021"),),
    seats=(
        tp.Seat(
            id="vimy",
            organisation=tp.Ref("vimy"),
            team=(
                tp.TeamMember(
                    person=tp.Person(id="p-1", name="Ada"), capacity=tp.Capacity.ELECTED_MEMBER
                ),
                member("p-2", capacity=tp.Capacity.OFFICER, since=tp.PartialDate("2021-08")),
            ),
        ),
        tp.Seat(id="ronchin"),
    ),
    sessions=(
        session("day-1", 2, name=tp.Name("Lancement"), occurrences=(on("2021-07-08"),)),
        session("day-2", 2, name=tp.Name("Agir")),
    ),
    attendances=(
        came("day-1"),
        came("day-2", half_day=1),
        came("day-2", half_day=2, present=NO),
        came("day-2", "p-2", half_days=tp.Count(1)),
        came("day-1", "p-9", half_days=tp.Count(1)),
    ),
)
DATASET: Final = tp.Dataset(
    organisations=(tp.Organisation(id="vimy", names=(tp.Name("Vimy"),)),), cohorts=(COHORT,)
)

TEXT: Final = {
    "fr": """\
Présences de la promotion « Promotion 2021 »

Personne                           Lancement                      Agir, demi-journée 1  Agir, demi-journée 2  Demi-journées suivies
---------------------------------  -----------------------------  --------------------  --------------------  ---------------------
Vimy, élu·e, p-1                   ✓ présence                     ✓ présence            ✗ absence             3 sur 4
Vimy, technicien·ne ou agent, p-2  — hors de l'équipe ce jour-là  ? présence en partie  ? présence en partie  inconnu
hors de toute équipe, p-9          ✓ présence, 1 demi-journée     ? inconnu             ? inconnu             1 sur 2

✓ : présence ; ✗ : absence ; ? : inconnu, dit en partie, ou dit dans les deux sens ; — : hors de l'équipe ce jour-là, ou session non tenue.
4 cases inconnues sur 9.
1 place dont l'équipe est inconnue : ses membres n'ont pas de ligne.
La dernière colonne compte les demi-journées pour lesquelles présence ou absence est connue, et laisse de côté les sessions dont la durée est inconnue.
Données personnelles : ne pas publier.""",
    "en": """\
Attendances of the cohort “Promotion 2021”

Person                     Lancement               Agir, half-day 1   Agir, half-day 2   Half-days attended
-------------------------  ----------------------  -----------------  -----------------  ------------------
Vimy, elected member, p-1  ✓ present               ✓ present          ✗ absent           3 of 4
Vimy, officer, p-2         — not in the team then  ? present in part  ? present in part  unknown
in no team, p-9            ✓ present, 1 half-day   ? unknown          ? unknown          1 of 2

✓: present; ✗: absent; ?: unknown, told in part, or told both ways; —: not in the team on that day, or the session was not held.
4 cells are unknown out of 9.
The team of 1 seat is unknown: its persons have no row.
The last column counts the half-days of which it is known whether the person came, and leaves out sessions of unknown length.
Personal data: not for publication.""",
}

MARKDOWN: Final = {
    "fr": """\
**Présences de la promotion « Promotion 2021 »**

| Personne | Lancement | Agir, demi-journée 1 | Agir, demi-journée 2 | Demi-journées suivies |
| --- | --- | --- | --- | --- |
| Vimy, élu·e, p-1 | ✓ présence | ✓ présence | ✗ absence | 3 sur 4 |
| Vimy, technicien·ne ou agent, p-2 | — hors de l'équipe ce jour-là | ? présence en partie | ? présence en partie | inconnu |
| hors de toute équipe, p-9 | ✓ présence, 1 demi-journée | ? inconnu | ? inconnu | 1 sur 2 |
""",
    "en": """\
**Attendances of the cohort “Promotion 2021”**

| Person | Lancement | Agir, half-day 1 | Agir, half-day 2 | Half-days attended |
| --- | --- | --- | --- | --- |
| Vimy, elected member, p-1 | ✓ present | ✓ present | ✗ absent | 3 of 4 |
| Vimy, officer, p-2 | — not in the team then | ? present in part | ? present in part | unknown |
| in no team, p-9 | ✓ present, 1 half-day | ? unknown | ? unknown | 1 of 2 |
""",
}

PAGE: Final = {
    "fr": """\
<section lang="fr">
<table>
<caption>Présences de la promotion « Promotion 2021 »</caption>
<thead>
<tr><th scope="col">Personne</th><th scope="col">Lancement</th><th scope="col">Agir, demi-journée 1</th><th scope="col">Agir, demi-journée 2</th><th scope="col">Demi-journées suivies</th></tr>
</thead>
<tbody>
<tr><th scope="row">Vimy, élu·e, p-1</th><td>✓ présence</td><td>✓ présence</td><td>✗ absence</td><td>3 sur 4</td></tr>
<tr><th scope="row">Vimy, technicien·ne ou agent, p-2</th><td>— hors de l&#x27;équipe ce jour-là</td><td>? présence en partie</td><td>? présence en partie</td><td>inconnu</td></tr>
<tr><th scope="row">hors de toute équipe, p-9</th><td>✓ présence, 1 demi-journée</td><td>? inconnu</td><td>? inconnu</td><td>1 sur 2</td></tr>
</tbody>
</table>
<ul>
""",
    "en": """\
<section lang="en">
<table>
<caption>Attendances of the cohort “Promotion 2021”</caption>
<thead>
<tr><th scope="col">Person</th><th scope="col">Lancement</th><th scope="col">Agir, half-day 1</th><th scope="col">Agir, half-day 2</th><th scope="col">Half-days attended</th></tr>
</thead>
<tbody>
<tr><th scope="row">Vimy, elected member, p-1</th><td>✓ present</td><td>✓ present</td><td>✗ absent</td><td>3 of 4</td></tr>
<tr><th scope="row">Vimy, officer, p-2</th><td>— not in the team then</td><td>? present in part</td><td>? present in part</td><td>unknown</td></tr>
<tr><th scope="row">in no team, p-9</th><td>✓ present, 1 half-day</td><td>? unknown</td><td>? unknown</td><td>1 of 2</td></tr>
</tbody>
</table>
<ul>
""",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_small_cohort_is_shown_in_every_form(language: tp.Language) -> None:
    table = tp.attendance_grid(DATASET, "cohort", language)
    assert table.text() == TEXT[language]
    assert table.markdown().startswith(MARKDOWN[language])
    assert table.html().startswith(PAGE[language])
    assert table == tp.attendance_grid(DATASET, COHORT, language)
    assert_well_formed(table)


def test_an_unknown_cohort_is_refused_as_any_id_is() -> None:
    with pytest.raises(KeyError, match="Cohort vimy"):
        tp.attendance_grid(DATASET, "vimy")


def test_no_text_of_a_cohort_breaks_its_grid() -> None:
    text = "<script>|`\n\u202e"
    person = tp.Person(id="p-1", name=text)
    seat = tp.Seat(id="s", organisation=tp.Ref("o"), team=(tp.TeamMember(person=person),))
    cohort = tp.Cohort(
        id="c", names=(tp.Name(text),), seats=(seat,), sessions=(session(name=tp.Name(text)),)
    )
    organisation = tp.Organisation(id="o", names=(tp.Name(text),))
    dataset = tp.Dataset(organisations=(organisation,), cohorts=(cohort,))
    table = tp.attendance_grid(dataset, "c", names=True)
    assert_well_formed(table)
    assert table.rows[0][0].count("<script>|` \\u202e") == 2


# Persons


def test_persons_are_named_only_where_it_is_asked_for_and_known() -> None:
    heads = [row[0] for row in tp.attendance_grid(DATASET, COHORT, names=True).rows]
    assert heads == ["Vimy, elected member, Ada", "Vimy, officer, p-2", "in no team, p-9"]
    assert "Ada" not in tp.attendance_grid(DATASET, COHORT).html()


def test_a_member_is_told_by_what_is_known_of_it() -> None:
    table = grid(
        tp.TeamMember(),
        tp.TeamMember(capacity=tp.Capacity.CITIZEN),
        tp.TeamMember(person=tp.Person(id="p-1", capacity=tp.Capacity.OFFICER)),
        member("p-2", organisation=tp.Ref("vimy")),
        member("p-3", organisation=tp.Ref("ronchin")),
    )
    assert [row[0] for row in table.rows] == [
        "vimy, capacity unknown, person unknown",
        "vimy, citizen, person unknown",
        "vimy, officer, p-1",
        "vimy, capacity unknown, p-2",
        "vimy (sent by: ronchin), capacity unknown, p-3",
    ]


def test_a_seat_of_an_unknown_organisation_goes_by_its_id() -> None:
    seat = tp.Seat(id="seat-1", team=(member(),))
    assert grid(seats=(seat,)).rows[0][0] == "seat seat-1, capacity unknown, p-1"


def test_who_was_in_a_team_at_two_times_has_one_row_there_and_one_in_another() -> None:
    twice = (member(since=tp.PartialDate("2020")), member(since=tp.PartialDate("2022")))
    seats = (tp.Seat(id="a", team=twice), tp.Seat(id="b", team=(member(),)))
    assert [row[0] for row in grid(seats=seats).rows] == [
        "seat a, capacity unknown, p-1",
        "seat b, capacity unknown, p-1",
    ]


# Sessions


def test_sessions_of_one_name_are_told_apart_and_what_only_attendances_name_comes_last() -> None:
    named = tp.Name("Atelier")
    sessions = (session("day-1", name=named), session("day-2", name=named))
    table = grid(sessions=sessions, attendances=(came("day-3"),))
    expected = ("Person", "Atelier (day-1)", "Atelier (day-2)", "day-3", "Half-days attended")
    assert table.headings == expected


def test_half_days_have_columns_once_one_is_told_the_others_too_if_they_are_few() -> None:
    assert len(grid(sessions=(session("day-1", 2),)).headings) == 3
    told = (came(half_day=2),)
    heads = {
        half_days: grid(sessions=(session("day-1", half_days),), attendances=told).headings[1:-1]
        for half_days in (None, 1, 3, 10**9)
    }
    assert heads[None] == ("day-1, half-day 2",)
    assert heads[1] == ("day-1, half-day 1", "day-1, half-day 2")
    assert heads[3] == tuple(f"day-1, half-day {each}" for each in (1, 2, 3))
    assert len(heads[10**9]) == 20


# Cells


def test_what_nobody_tells_is_unknown() -> None:
    assert cells(of=session(half_days=2)) == ["? unknown", "unknown"]
    assert cells(came(present=UNDETERMINED), of=session()) == ["? unknown", "unknown"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({}, ["✓ present", "2 of 2"]),
        ({"present": NO}, ["✗ absent", "0 of 2"]),
        ({"half_days": tp.Count(1)}, ["✓ present, 1 half-day", "1 of 2"]),
        ({"half_days": tp.Count(3)}, ["✓ present, 3 half-days", "2 of 2"]),
        (
            {"half_days": tp.Count(1, tp.Exactness.BETWEEN, 2)},
            ["✓ present, from 1 to 2 half-days", "unknown"],
        ),
    ],
)
def test_half_days_are_counted_as_far_as_they_are_known(
    told: dict[str, Any], expected: list[str]
) -> None:
    assert cells(came(**told), of=session(half_days=2)) == expected


def test_a_session_of_unknown_length_is_not_counted() -> None:
    assert cells(came(), of=session()) == ["✓ present", "unknown"]
    about = tp.TrainingSession(id="day-1", half_days=tp.Count(2, tp.Exactness.ABOUT))
    assert cells(came(), of=about) == ["✓ present", "unknown"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((came(half_day=1), came(present=NO)), ["✓ present", "✗ absent", "1 of 2"]),
        ((came(half_day=1, present=NO), came()), ["✗ absent", "✓ present", "1 of 2"]),
        (
            (came(half_day=1), came(half_days=tp.Count(1))),
            ["✓ present", "? present in part", "1 of 1"],
        ),
        (
            (came(half_day=1, half_days=tp.Count(1)), came(half_day=2)),
            ["✓ present", "✓ present", "2 of 2"],
        ),
    ],
)
def test_what_is_told_of_a_half_day_goes_before_what_is_told_of_the_session(
    told: tuple[tp.Attendance, ...], expected: list[str]
) -> None:
    assert cells(*told, of=session(half_days=2)) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((came(), came(present=NO)), "? contradictory"),
        ((came(), came(present=UNDETERMINED)), "✓ present"),
        ((came(present=NO), came(present=UNDETERMINED)), "? unknown"),
        ((came(occurrence=1, present=NO), came(occurrence=2)), "✓ present"),
        (
            (came(occurrence=1), came(occurrence=1, present=NO), came(occurrence=2)),
            "✓ present",
        ),
        (
            (came(occurrence=1), came(occurrence=1, present=NO), came(occurrence=2, present=NO)),
            "? contradictory",
        ),
        ((came(occurrence=1, present=NO),), "? unknown"),
        ((came(occurrence=1, present=NO), came(occurrence=2, present=NO)), "✗ absent"),
        ((came(present=NO),), "✗ absent"),
        ((came(half_days=tp.Count(1)), came()), "✓ present"),
    ],
)
def test_one_may_come_to_any_occurrence_of_a_session(
    told: tuple[tp.Attendance, ...], expected: str
) -> None:
    cancelled = on(None, status=tp.SessionStatus.CANCELLED)
    twice = session(occurrences=(on("2021-07-08"), on("2021-07-15"), cancelled))
    assert cells(*told, of=twice)[0] == expected


HELD, PLANNED, CANCELLED = (
    tp.SessionStatus.HELD,
    tp.SessionStatus.PLANNED,
    tp.SessionStatus.CANCELLED,
)


@pytest.mark.parametrize(
    ("status", "occurrences", "expected"),
    [
        (CANCELLED, None, "— cancelled"),
        (PLANNED, (HELD,), "— planned"),
        (HELD, (CANCELLED,), "? unknown"),
        (None, None, "? unknown"),
        (None, (), "? unknown"),
        (None, (PLANNED, CANCELLED), "— planned"),
        (None, (PLANNED, HELD), "? unknown"),
        (None, (PLANNED, None), "? unknown"),
    ],
)
def test_a_session_that_was_not_held_is_told_so_and_not_unknown(
    status: tp.SessionStatus | None,
    occurrences: tuple[tp.SessionStatus | None, ...] | None,
    expected: str,
) -> None:
    held = None if occurrences is None else tuple(on(None, status=e) for e in occurrences)
    assert cells(of=session(status=status, occurrences=held))[0] == expected


def test_who_is_told_to_have_come_did_whatever_else_is_told() -> None:
    cancelled = session(status=CANCELLED, half_days=2)
    assert cells(came(), of=cancelled) == ["✓ present", "2 of 2"]
    assert cells(came(), came(present=NO), of=cancelled) == ["? contradictory", "unknown"]
    assert cells(came(present=NO), of=cancelled) == ["— cancelled", "unknown"]


@pytest.mark.parametrize(
    ("since", "until", "days", "expected"),
    [
        ("2021-07-09", None, ["2021-07-08"], "— not in the team then"),
        ("2021-07-08", None, ["2021-07-08"], "? unknown"),
        ("2021-07", None, ["2021-07-08"], "? unknown"),
        (None, "2021-07-07", ["2021-07-08"], "— not in the team then"),
        (None, "2021-07-08", ["2021-07-08"], "? unknown"),
        (None, None, ["2021-07-08"], "? unknown"),
        ("2021-07-09", None, [None], "? unknown"),
        ("2021-07-09", None, ["2021-07-08", "2021-07-10"], "? unknown"),
    ],
)
def test_who_was_surely_not_in_the_team_on_that_day_was_not_absent(
    since: str | None, until: str | None, days: list[str | None], expected: str
) -> None:
    dates = {"since": since, "until": until}
    known: dict[str, Any] = {n: tp.PartialDate(e) for n, e in dates.items() if e is not None}
    cancelled = on("2021-08-01", status=CANCELLED)
    held = session(occurrences=(*map(on, days), cancelled))
    assert cells(of=held, who=member(**known))[0] == expected


def test_who_joined_later_may_have_come_to_a_session_without_a_date() -> None:
    assert cells(of=session(), who=member(since=tp.PartialDate("2021")))[0] == "? unknown"


def test_two_days_in_a_row_are_missed_only_if_both_are() -> None:
    ends = tp.Instant(tp.PartialDate("2021-07-09"))
    held = session(occurrences=(on("2021-07-08", ends=ends),))
    joined = {day: member(since=tp.PartialDate(day)) for day in ("2021-07-09", "2021-07-10")}
    assert cells(of=held, who=joined["2021-07-09"])[0] == "? unknown"
    assert cells(of=held, who=joined["2021-07-10"])[0] == "— not in the team then"


def test_who_came_back_was_in_the_team_then() -> None:
    gone = member(until=tp.PartialDate("2021-06"))
    back = member(since=tp.PartialDate("2021-09"))
    for day, expected in (("2021-07-08", "— not in the team then"), ("2021-10-08", "✗ absent")):
        held = session(occurrences=(on(day),))
        table = grid(gone, back, sessions=(held,), attendances=(came(present=NO),))
        assert table.rows[0][1] == expected


# Notes


def test_attendances_that_are_unknown_make_nobody_absent() -> None:
    table = grid(member(), sessions=(session(),))
    assert table.rows[0][1:] == ("? unknown", "unknown")
    assert table.notes[1:3] == (
        "The attendances are unknown, which is not absence.",
        "1 cell is unknown out of 1.",
    )


@pytest.mark.parametrize(
    ("seats", "told"),
    [
        (None, ("No person is known here.", "The seats are unknown.")),
        ((), ("No person is known here.",)),
        (
            (tp.Seat(id="a"), tp.Seat(id="b"), tp.Seat(id="c", team=())),
            (
                "No person is known here.",
                "The team of 2 seats is unknown: their persons have no row.",
            ),
        ),
    ],
)
def test_a_cohort_without_persons_says_what_is_unknown(
    seats: tuple[tp.Seat, ...] | None, told: tuple[str, ...]
) -> None:
    table = grid(seats=seats, attendances=())
    assert table.rows == ()
    assert table.notes[1:-2] == told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_grid_says_that_it_holds_personal_data(language: tp.Language) -> None:
    told = {
        "fr": "Données personnelles : ne pas publier.",
        "en": "Personal data: not for publication.",
    }
    table = tp.attendance_grid(tp.example("cerdd-ami-2020"), "cohorte-2021", language)
    assert table.notes[-1] == told[language]
    assert_well_formed(table)
