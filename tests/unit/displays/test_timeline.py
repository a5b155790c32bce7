"""The timeline of a cycle: its rows in order, and what it declares beside its sessions."""

from typing import Any, Final

import pytest
from readers import assert_well_formed

import territoires_participatifs as tp
from territoires_participatifs.language import LANGUAGES

NOT: Final = ("not applicable",) * 4
UNKNOWN: Final = "unknown"


def at(day: str, hour: str | None = None, zone: str | None = None) -> tp.Instant:
    return tp.Instant(tp.PartialDate(day), hour=hour, zone=zone)


def held(start: str | None = None, **fields: Any) -> tp.Occurrence:
    return tp.Occurrence(starts=None if start is None else at(start), **fields)


def session(id_: str, *occurrences: tp.Occurrence, **fields: Any) -> tp.TrainingSession:
    return tp.TrainingSession(id=id_, occurrences=occurrences, **fields)


def shown(*sessions: tp.TrainingSession, cycle: Any = (), **cohort: Any) -> tp.Table:
    """Return the timeline of a cycle of one cohort, in English."""
    whole = tp.QualificationCycle(id="cycle", **dict(cycle))
    held_by = tp.Cohort(id="c-1", cycle=tp.Ref("cycle"), sessions=sessions, **cohort)
    return tp.cycle_timeline(tp.Dataset(cycles=(whole,), cohorts=(held_by,)), whole)


def column(table: tp.Table, heading: str) -> list[str]:
    place = table.headings.index(heading)
    return [row[place] for row in table.rows]


CYCLE: Final = tp.QualificationCycle(
    id="cycle",
    names=(tp.Name("Cycle « Agir »"),),
    recruits=tp.Ref("ami"),
    since=tp.PartialDate("2021-07"),
    until=tp.PartialDate("2022"),
    duration=tp.Span("P1Y"),
    days=tp.Count(6),
    spacing=tp.Span("P6W"),
    status=tp.CycleStatus.RUNNING,
    questions=(tp.OpenQuestion(text=tp.Bilingual("Combien ?", "How many?")),),
)
COHORT: Final = tp.Cohort(
    id="cohort",
    names=(tp.Name("Promotion 2021"),),
    cycle=tp.Ref("cycle"),
    sessions=(
        session(
            "day-1",
            tp.Occurrence(
                starts=at("2021-07-08", "09:00"),
                ends=at("2021-07-08", "17:00"),
                place="Loos",
                mode=tp.SessionMode.IN_PERSON,
            ),
            name=tp.Name("Lancement"),
            half_days=tp.Count(2),
            status=tp.SessionStatus.HELD,
            participations=(
                tp.Participation(organisation=tp.Ref("cerdd"), role=tp.Role.TRAINING_BODY),
            ),
        ),
        tp.TrainingSession(
            id="day-4", themes=(tp.Theme(label="Évaluer"),), status=tp.SessionStatus.CANCELLED
        ),
        session("day-2", held("2021-08-26"), kind=tp.SessionKind.WORKSHOP, half_days=tp.Count(2)),
        session("day-3", kind=tp.SessionKind.WORKSHOP, status=tp.SessionStatus.PLANNED),
    ),
    questions=(tp.OpenQuestion(text=tp.Bilingual("Où ?")),),
)
DATASET: Final = tp.Dataset(
    organisations=(tp.Organisation(id="cerdd", names=(tp.Name("Cerdd"),)),),
    calls=(
        tp.Call(
            id="ami",
            names=(tp.Name("AMI"),),
            opens=at("2020-12-10"),
            closes=tp.Deadline(day=tp.PartialDate("2021-03-12"), hour="17:00"),
        ),
    ),
    cycles=(CYCLE,),
    cohorts=(COHORT,),
)

FRENCH: Final = """\
Calendrier du cycle « Cycle “Agir” »

Date                              Session ou étape                Lieu        Modalité     Enseigné par  Statut
--------------------------------  ------------------------------  ----------  -----------  ------------  ----------
10 décembre 2020                  ouverture de l'appel « AMI »    sans objet  sans objet   sans objet    sans objet
12 mars 2021 à 17:00              date limite de l'appel « AMI »  sans objet  sans objet   sans objet    sans objet
juillet 2021                      début du cycle                  sans objet  sans objet   sans objet    sans objet
8 juillet 2021, de 09:00 à 17:00  Lancement                       Loos        en présence  Cerdd         tenue
26 août 2021                      atelier (day-2)                 inconnu     inconnu      inconnu       inconnu
2022                              fin du cycle                    sans objet  sans objet   sans objet    sans objet
date inconnue                     Évaluer                         inconnu     inconnu      inconnu       annulée
date inconnue                     atelier (day-3)                 inconnu     inconnu      inconnu       prévue

Annoncé — durée : 1 an ; nombre de journées : 6 ; nombre de demi-journées : on l'ignore ; écart entre sessions : 6 semaines ; statut : en cours.
D'après les sessions de « Promotion 2021 » — dates : 8 juillet 2021 – 26 août 2021, 1 session sans date connue ; sessions : au moins 3 ; nombre de demi-journées : au moins 4 ; écart entre sessions : 49 jours ; sessions au complet : indéterminé.
Laissé ouvert par les sources : Combien ?
Laissé ouvert par les sources : Où ?"""

ENGLISH: Final = """\
Timeline of the cycle “Cycle ‘Agir’”

Date                         Session or step             Place           Mode            Taught by       Status
---------------------------  --------------------------  --------------  --------------  --------------  --------------
10 December 2020             opening of the call “AMI”   not applicable  not applicable  not applicable  not applicable
12 March 2021 at 17:00       deadline of the call “AMI”  not applicable  not applicable  not applicable  not applicable
July 2021                    start of the cycle          not applicable  not applicable  not applicable  not applicable
8 July 2021, 09:00 to 17:00  Lancement                   Loos            in person       Cerdd           held
26 August 2021               workshop (day-2)            unknown         unknown         unknown         unknown
2022                         end of the cycle            not applicable  not applicable  not applicable  not applicable
date unknown                 Évaluer                     unknown         unknown         unknown         cancelled
date unknown                 workshop (day-3)            unknown         unknown         unknown         planned

As declared — duration: 1 year; number of days: 6; number of half-days: unknown; time between sessions: 6 weeks; status: running.
By the sessions of “Promotion 2021” — dates: 8 July 2021 – 26 August 2021, 1 session undated; sessions: at least 3; number of half-days: at least 4; time between sessions: 49 days; all sessions listed: undetermined.
Left open by the sources: How many?
Left open by the sources: Où ?"""


@pytest.mark.parametrize(("language", "expected"), [("fr", FRENCH), ("en", ENGLISH)])
def test_a_cycle_is_shown_from_its_call_to_its_end(language: tp.Language, expected: str) -> None:
    table = tp.cycle_timeline(DATASET, "cycle", language)
    assert table.text() == expected
    assert table == tp.cycle_timeline(DATASET, CYCLE, language)
    assert_well_formed(table)


def test_an_unknown_cycle_is_refused_as_any_id_is() -> None:
    with pytest.raises(KeyError, match="QualificationCycle cohort"):
        tp.cycle_timeline(DATASET, "cohort")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_cycle_begins_on_8_july_2021(language: tp.Language) -> None:
    dataset = tp.example("cerdd-ami-2020")
    table = tp.cycle_timeline(dataset, "cycle-territoires-participatifs", language)
    day = {"fr": "8 juillet 2021", "en": "8 July 2021"}[language]
    step = {"fr": "début du cycle", "en": "start of the cycle"}[language]
    assert table.rows[2][:2] == (day, step)
    assert len(table.rows) == 10
    assert any("cohorte-2021" in each for each in table.notes)
    assert len(table.notes) == 6
    assert_well_formed(table)


def test_days_of_the_network_come_after_the_cycle_and_are_not_of_its_course() -> None:
    table = tp.cycle_timeline(tp.example("cerdd-ami-2020"), "cycle-territoires-participatifs")
    assert table.rows[4][:3] == (
        "13 April 2023",
        "deuxième journée régionale du réseau",
        "Arras",
    )
    assert table.notes[1] == (
        "By the sessions of “cohorte-2021” — dates: 8 July 2021, 5 sessions undated; "
        "sessions: 6; number of half-days: 12; time between sessions: unknown; "
        "all sessions listed: yes."
    )


# Milestones


def test_a_cycle_of_which_nothing_is_known_has_no_row() -> None:
    table = tp.cycle_timeline(tp.Dataset(), tp.QualificationCycle(id="cycle"))
    assert table.rows == ()
    assert table.caption == "Timeline of the cycle “cycle”"
    assert table.notes == (
        (
            "As declared — duration: unknown; number of days: unknown; number of half-days: unknown; "
            "time between sessions: unknown; status: unknown."
        ),
        "No cohort of this cycle is known here.",
    )


@pytest.mark.parametrize("recruits", ["elsewhere", "cerdd"])
def test_a_call_that_is_not_known_has_no_row(recruits: str) -> None:
    cycle = tp.QualificationCycle(id="other", recruits=tp.Ref(recruits))
    assert tp.cycle_timeline(DATASET, cycle).rows == ()


def test_each_round_of_a_call_has_its_rows() -> None:
    call = tp.Call(
        id="ami",
        announced=tp.PartialDate("2019"),
        closes=tp.Deadline(kind=tp.DeadlineKind.ROLLING),
        rounds=(
            tp.Round(id="r-1", name=tp.Name("Nord"), opens=at("2021-02-01")),
            tp.Round(
                id="r-2", wording="vague", deadline=tp.Deadline(day=tp.PartialDate("2021-01"))
            ),
            tp.Round(id="r-3", opens=at("2021-03")),
        ),
    )
    cycle = tp.QualificationCycle(id="cycle", recruits=tp.Ref("ami"))
    table = tp.cycle_timeline(tp.Dataset(calls=(call,), cycles=(cycle,)), cycle)
    assert table.rows == (
        ("2019", "launch of the call “ami”", *NOT),
        ("January 2021", "deadline of the call “ami”, round “vague”", *NOT),
        ("1 February 2021", "opening of the call “ami”, round “Nord”", *NOT),
        ("March 2021", "opening of the call “ami”, round “r-3”", *NOT),
        ("on a rolling basis", "deadline of the call “ami”", *NOT),
    )


def test_on_its_day_a_cycle_begins_before_its_session_and_ends_after_it() -> None:
    cycle = {"since": tp.PartialDate("2021-07-08"), "until": tp.PartialDate("2021-07-08")}
    late, early = held(), tp.Occurrence(starts=at("2021-07-08", "09:00"))
    table = shown(
        session("day-2", late), session("day-1", early), session("day-0", held("2021-07-08")),
        cycle=cycle,
    )  # fmt: skip
    steps = ["start of the cycle", "day-0", "day-1", "end of the cycle", "day-2"]
    assert column(table, "Session or step") == steps


# Sessions


def test_each_occurrence_has_a_row_and_a_session_without_any_has_one() -> None:
    table = shown(
        session("day-1", held("2021-09"), held("2021-07-08")), tp.TrainingSession(id="day-2")
    )
    assert [row[:2] for row in table.rows] == [
        ("8 July 2021", "day-1"),
        ("September 2021", "day-1"),
        ("date unknown", "day-2"),
    ]


@pytest.mark.parametrize(
    ("starts", "ends", "told"),
    [
        (None, None, "date unknown"),
        (None, at("2021-07-09"), "ends 9 July 2021"),
        (at("2021-07-08", "09:00"), None, "8 July 2021 at 09:00"),
        (at("2021-07-08"), at("2021-07-09"), "8 July 2021 – 9 July 2021"),
        (at("2021-07-08"), at("2021-07-08"), "8 July 2021"),
        (at("2021-07"), at("2021-07"), "July 2021"),
        (at("2021-07-08", "09:00"), at("2021-07-08"), "8 July 2021 at 09:00"),
        (at("2021-07-08", "09:00"), at("2021-07-08", "09:00"), "8 July 2021 at 09:00"),
        (at("2021-07-08"), at("2021-07-08", "17:00"), "8 July 2021, until 17:00"),
        (
            at("2021-07-08", "09:00", "Europe/Paris"),
            at("2021-07-08", "17:00"),
            "8 July 2021, 09:00 to 17:00 (Europe/Paris)",
        ),
        (
            at("2021-07-08", "09:00", "Europe/Paris"),
            at("2021-07-08", "17:00", "Indian/Reunion"),
            "8 July 2021 at 09:00 (Europe/Paris) – 8 July 2021 at 17:00 (Indian/Reunion)",
        ),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(
    starts: tp.Instant | None, ends: tp.Instant | None, told: str
) -> None:
    table = shown(session("day-1", tp.Occurrence(starts=starts, ends=ends)))
    assert column(table, "Date") == [told]


def test_a_session_of_which_the_end_alone_is_known_stands_by_it() -> None:
    ended = tp.Occurrence(ends=at("2021-07-09"))
    table = shown(session("day-2", held("2021-08")), session("day-1", ended))
    assert column(table, "Session or step") == ["day-1", "day-2"]


def test_a_session_goes_by_its_name_else_its_themes_its_kind_or_its_id() -> None:
    themes = (tp.Theme(label="Agir"), tp.Theme(label="Évaluer"))
    kind = tp.SessionKind.JURY
    table = shown(
        session("s-1", name=tp.Name("Lancement"), themes=themes, kind=kind),
        session("s-2", themes=themes, kind=kind),
        session("s-3", themes=(), kind=kind),
        session("s-4"),
    )
    assert column(table, "Session or step") == ["Lancement", "Agir and Évaluer", "jury", "s-4"]


@pytest.mark.parametrize(
    ("place", "territory", "told"),
    [
        (None, None, UNKNOWN),
        ("Loos", None, "Loos"),
        (None, "Loos", "Loos"),
        ("Loos", "Loos", "Loos"),
        ("Fabrique", "Loos", "Fabrique (Loos)"),
    ],
)
def test_a_place_is_told_with_its_territory(
    place: str | None, territory: str | None, told: str
) -> None:
    code = (
        None if territory is None else tp.TerritoryCode(tp.TerritoryKind.COMMUNE, None, territory)
    )
    table = shown(session("day-1", tp.Occurrence(place=place, territory=code)))
    assert column(table, "Place") == [told]


def part(organisation: str, role: tp.Role, certain: tp.Ternary) -> tp.Participation:
    return tp.Participation(organisation=tp.Ref(organisation), role=role, certain=certain)


BODY, EXPERT, HOST = (
    part("cerdd", tp.Role.TRAINING_BODY, tp.Ternary.YES),
    part("lab", tp.Role.EXPERT, tp.Ternary.YES),
    part("loos", tp.Role.HOST, tp.Ternary.YES),
)
DOUBTFUL: Final = part("lab", tp.Role.EXPERT, tp.Ternary.UNDETERMINED)
SENT: Final = tp.Person(id="p-1", name="Ada", organisation=tp.Ref("cerdd"))


@pytest.mark.parametrize(
    ("parts", "trainers", "told"),
    [
        (None, None, UNKNOWN),
        ((), None, UNKNOWN),
        (None, (), UNKNOWN),
        ((), (), "nobody"),
        ((HOST, DOUBTFUL), None, UNKNOWN),
        ((HOST,), (), "nobody"),
        (None, (tp.Person(id="p-1", name="Ada"),), UNKNOWN),
        (None, (SENT,), "cerdd"),
        ((EXPERT, BODY, HOST), (SENT,), "lab and cerdd"),
    ],
)
def test_who_teaches_is_told_by_organisation_and_never_by_name(
    parts: tuple[tp.Participation, ...] | None, trainers: tuple[tp.Person, ...] | None, told: str
) -> None:
    table = shown(session("day-1", participations=parts, trainers=trainers))
    assert column(table, "Taught by") == [told]
    assert "Ada" not in table.html()


def test_an_occurrence_has_a_status_of_its_own_or_that_of_its_session() -> None:
    moved = held(status=tp.SessionStatus.POSTPONED)
    table = shown(session("day-1", moved, held(), status=tp.SessionStatus.HELD))
    assert column(table, "Status") == ["postponed", "held"]


def test_where_a_cycle_has_several_cohorts_each_session_tells_its_own() -> None:
    cohorts = tuple(
        tp.Cohort(id=id_, cycle=tp.Ref("cycle"), sessions=(session("day-1"),))
        for id_ in ("nord", "sud")
    )
    other = tp.Cohort(id="other", sessions=(session("day-1"),))
    cycle = tp.QualificationCycle(id="cycle")
    dataset = tp.Dataset(cycles=(cycle,), cohorts=(*cohorts, other))
    table = tp.cycle_timeline(dataset, "cycle")
    assert column(table, "Session or step") == ["day-1 — nord", "day-1 — sud"]
    assert [each.partition(" — ")[0] for each in table.notes[1:]] == [
        "By the sessions of “nord”",
        "By the sessions of “sud”",
    ]


# What is declared, beside what the sessions come to


def given(*sessions: tp.TrainingSession, **cohort: Any) -> list[str]:
    note = shown(*sessions, **cohort).notes[1]
    return note.partition(" — ")[2].removesuffix(".").split("; ")


def test_what_is_declared_and_what_sessions_give_stand_side_by_side() -> None:
    cycle = {"days": tp.Count(6), "half_days": tp.Count(12), "disputed": ("/duration",)}
    table = shown(session("day-1", held("2021-07-08"), half_days=tp.Count(2)), cycle=cycle)
    assert table.notes == (
        (
            "As declared — duration: disputed, the sources contradict each other; number of days: 6; "
            "number of half-days: 12; time between sessions: unknown; status: unknown."
        ),
        (
            "By the sessions of “c-1” — dates: 8 July 2021; sessions: at least 1; "
            "number of half-days: at least 2; time between sessions: unknown; "
            "all sessions listed: undetermined."
        ),
    )


@pytest.mark.parametrize(
    ("sessions", "told"),
    [
        (None, "The sessions of “c-1” are unknown."),
        ((), "“c-1” is known to have no session."),
    ],
)
def test_sessions_that_are_unknown_are_not_told_to_be_none(
    sessions: tuple[tp.TrainingSession, ...] | None, told: str
) -> None:
    cohort = tp.Cohort(id="c-1", cycle=tp.Ref("cycle"), sessions=sessions)
    cycle = tp.QualificationCycle(id="cycle")
    table = tp.cycle_timeline(tp.Dataset(cycles=(cycle,), cohorts=(cohort,)), cycle)
    assert table.notes[1:] == (told,)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (["XXXX-07"], UNKNOWN),
        ([None], UNKNOWN),
        (["2021-07-08", None], "8 July 2021, 1 session undated"),
        (["2021-07-08", "2021-09", None, None], "8 July 2021 – September 2021, 2 sessions undated"),
        (["2021-09", "2021-07-08", "2021-08"], "8 July 2021 – September 2021"),
        (["[2021-10..]", "2021-07-08"], "8 July 2021 – October 2021 or after"),
    ],
)
def test_the_dates_of_sessions_go_from_the_first_to_the_last(
    days: list[str | None], told: str
) -> None:
    sessions = (session(f"day-{place}", held(each)) for place, each in enumerate(days))
    assert given(*sessions)[0] == f"dates: {told}"


def test_what_was_cancelled_gives_nothing() -> None:
    cancelled = tp.SessionStatus.CANCELLED
    facts = given(
        session("day-1", held("2021-07-08"), held("2021-07-01", status=cancelled)),
        session("day-2", held("2022-07-08"), half_days=tp.Count(2), status=cancelled),
        session("day-3", held("2022-07-09"), status=cancelled),
        sessions_complete=tp.Ternary.YES,
    )
    assert facts == [
        "dates: 8 July 2021",
        "sessions: 1",
        "number of half-days: unknown",
        "time between sessions: unknown",
        "all sessions listed: yes",
    ]


@pytest.mark.parametrize(
    ("half_days", "told"),
    [
        ([tp.Count(2), tp.Count(1)], "at least 3"),
        ([tp.Count(2), None], "at least 2"),
        ([tp.Count(2), tp.Count(1, tp.Exactness.ABOUT)], "at least 2"),
        ([None, None], UNKNOWN),
    ],
)
def test_half_days_are_summed_as_far_as_they_are_known(
    half_days: list[tp.Count | None], told: str
) -> None:
    facts = given(*(session(f"d-{n}", half_days=each) for n, each in enumerate(half_days)))
    assert facts[2] == f"number of half-days: {told}"


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (["2021-07-09", "2021-07-08"], "1 day"),
        (["2021-07-08", "2021-08-19", "2021-10-07"], "from 42 to 49 days"),
        (["2021-07-08", "2021-08"], UNKNOWN),
    ],
)
def test_the_time_between_sessions_is_told_where_their_days_are_known(
    days: list[str], told: str
) -> None:
    facts = given(*(session(f"d-{n}", held(each)) for n, each in enumerate(days)))
    assert facts[3] == f"time between sessions: {told}"


def test_a_session_that_is_repeated_begins_with_its_first_occurrence() -> None:
    repeated = session(
        "day-1", tp.Occurrence(ends=at("2021-07")), held("2021-07-12"), held("2021-07-08")
    )
    assert given(repeated, session("day-2", held("2021-07-18")))[3] == (
        "time between sessions: 10 days"
    )
