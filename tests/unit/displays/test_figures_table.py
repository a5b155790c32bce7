"""The table of a cohort's figures, counted by hand here."""

from typing import Final

import pytest
from readers import assert_well_formed

import territoires_participatifs as tp
from territoires_participatifs.language import LANGUAGES

YES, NO = tp.Ternary.YES, tp.Ternary.NO
VIMY: Final = tp.TerritoryCode(tp.TerritoryKind.COMMUNE, "62861", "Vimy")


def member(person: str, capacity: tp.Capacity | None) -> tp.TeamMember:
    return tp.TeamMember(person=tp.Person(id=person), capacity=capacity)


COHORT: Final = tp.Cohort(
    id="cohort",
    names=(tp.Name("Promotion 2021"),),
    cycle=tp.Ref("cycle"),
    selected=tp.Count(13),
    attended=tp.Count(12),
    seats=(
        tp.Seat(
            id="vimy",
            organisation=tp.Ref("vimy"),
            status=tp.SeatStatus.COMPLETED,
            team=(member("p-1", tp.Capacity.ELECTED_MEMBER), member("p-2", None)),
        ),
        tp.Seat(id="ronchin", organisation=tp.Ref("ronchin")),
    ),
    sessions=(
        tp.TrainingSession(id="day-1", half_days=tp.Count(2)),
        tp.TrainingSession(id="day-2", half_days=tp.Count(2)),
        tp.TrainingSession(id="day-3"),
    ),
    attendances=(
        tp.Attendance(session="day-1", person="p-1", present=YES),
        tp.Attendance(session="day-2", person="p-1", present=YES),
        tp.Attendance(session="day-1", person="p-2", present=NO),
    ),
)
TERMS: Final = (
    tp.CompletionTerms(share=tp.Rate("50"), sessions=("day-1", "day-2")),
    tp.CompletionTerms(certificate=tp.CertificateKind.REGISTERED, wording="jury"),
)
DATASET: Final = tp.Dataset(
    organisations=(tp.Organisation(id="vimy", seat=VIMY), tp.Organisation(id="ronchin")),
    cycles=(tp.QualificationCycle(id="cycle", terms=TERMS),),
    cohorts=(COHORT,),
)


def test_the_table_in_english() -> None:
    table = tp.figures_table(DATASET, "cohort")
    assert table.caption == "Figures of the cohort “Promotion 2021”"
    assert table.headings == (
        "Group",
        "Persons listed",
        "Half-days attended",
        "Half-days missed",
        "Half-days unknown",
        "Attendance rate",
        "Cycle completed",
        "registered qualification",
    )
    unknown = "yes: 0, no: 0, cannot tell: 1"
    assert table.rows == (
        (
            *("everybody", "2", "4", "2", "2", "from 50% to 75%"),
            *("yes: 1, no: 0, cannot tell: 1", "yes: 0, no: 0, cannot tell: 2"),
        ),
        (
            *("elected member", "1", "4", "0", "0", "100%"),
            *("yes: 1, no: 0, cannot tell: 0", unknown),
        ),
        ("capacity unknown", "1", "0", "2", "2", "from 0% to 50%", unknown, unknown),
        (
            *("Vimy", "2", "4", "2", "2", "from 50% to 75%"),
            *("yes: 1, no: 0, cannot tell: 1", "yes: 0, no: 0, cannot tell: 2"),
        ),
    )
    assert table.notes == (
        (
            "Stated by the sources — organisations selected: 13; "
            "organisations that took part: 12; number of persons: unknown."
        ),
        "Listed here — seats by status: completed: 1; status unknown: 1; 2 organisations.",
        "The team of 1 seat is unknown: its members are not among the persons.",
        (
            "Sessions that aren't cancelled: 3, of which 1 of unknown length, "
            "whose half-days are not counted."
        ),
        "A group of few persons may tell who they are: look at it before publishing.",
    )


def test_the_table_in_french() -> None:
    table = tp.figures_table(DATASET, COHORT, "fr")
    assert table.caption == "Chiffres de la promotion « Promotion 2021 »"
    assert table.rows[1] == (
        *("élu·e", "1", "4", "0", "0", "100\N{NARROW NO-BREAK SPACE}%"),
        "oui : 1, non : 0, on ne peut le dire : 0",
        "oui : 0, non : 0, on ne peut le dire : 1",
    )
    assert table.notes[1] == (
        "Dénombré ici — places par statut : menée à terme : 1 ; statut inconnu : 1 ; 2 organisations."
    )


def test_of_a_cohort_of_which_nothing_is_known_nothing_is_counted() -> None:
    table = tp.figures_table(tp.Dataset(), tp.Cohort(id="cohort", cycle=tp.Ref("elsewhere")))
    assert table.rows == (("everybody", "0", "0", "0", "0", "not applicable"),)
    assert table.notes[1:] == (
        "Listed here — seats by status: unknown; 0 organisations.",
        "Sessions that aren't cancelled: 0, of which 0 of unknown length, whose half-days are not counted.",
    )
    without = tp.figures_table(DATASET, tp.Cohort(id="other"))
    assert len(without.rows) == 1


def test_a_territory_that_nobody_tells_has_a_row_too() -> None:
    cohort = tp.Cohort(id="other", seats=(tp.Seat(id="a", team=(member("p-1", None),)),))
    table = tp.figures_table(DATASET, cohort)
    assert [row[0] for row in table.rows] == ["everybody", "capacity unknown", "territory unknown"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_is_whole_in_every_form(language: tp.Language) -> None:
    assert_well_formed(tp.figures_table(DATASET, "cohort", language))
    assert_well_formed(tp.figures_table(tp.example("cerdd-ami-2020"), "cohorte-2021", language))


def test_no_pseudonym_is_in_the_figures() -> None:
    assert "p-1" not in tp.figures_table(DATASET, "cohort").html()
