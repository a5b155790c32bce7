"""Values are said on one line, whatever they are made of."""

from typing import Final

import pytest

import territoires_participatifs as tp
from territoires_participatifs.cli._values import Speaker

CALL: Final = tp.Call(id="a")
ENGLISH: Final = Speaker(tp.Dataset(), "en", CALL)
FRENCH: Final = Speaker(tp.Dataset(), "fr", CALL)


def test_a_window_is_said_by_the_names_of_its_two_ends() -> None:
    window = tp.Window(opens=tp.PartialDate("2020-12-10"), closes=tp.PartialDate("2021-03"))
    assert ENGLISH.value(window) == "opening: 10 December 2020; closing: March 2021"


def test_a_name_is_said_with_what_kind_of_name_it_is() -> None:
    assert ENGLISH.value(tp.Name("DITP", tp.NameKind.ACRONYM)) == "DITP (acronym)"


@pytest.mark.parametrize(
    ("held", "english"),
    [
        (
            tp.Instant(tp.PartialDate("2021-02", wording="début février")),
            "February 2021 (“début février”)",
        ),
        (tp.Instant(tp.PartialDate("2021-02", wording="FEBRUARY 2021")), "February 2021"),
        (tp.Instant(tp.PartialDate("2021-02")), "February 2021"),
        (
            tp.Deadline(day=tp.PartialDate("2021-02", wording="février"), wording="avant mars"),
            "February 2021 (“avant mars”)",
        ),
        (
            tp.Deadline(day=tp.PartialDate("2021-02", wording="février")),
            "February 2021 (“février”)",
        ),
        (
            tp.Deadline(kind=tp.DeadlineKind.ROLLING, wording="en continu"),
            "on a rolling basis (“en continu”)",
        ),
        (tp.Deadline(kind=tp.DeadlineKind.ROLLING), "on a rolling basis"),
    ],
)
def test_the_words_of_the_source_are_said_of_a_date_or_of_its_day(
    held: object, english: str
) -> None:
    assert ENGLISH.value(held) == english


# Demands

TEXT: Final = tp.TextDemand(text=tp.Bilingual("Un culte est financé.", "A cult is funded."))


@pytest.mark.parametrize(
    ("demand", "french", "english"),
    [
        (
            TEXT,
            "condition en mots (Un culte est financé.)",
            "demand in words (A cult is funded.)",
        ),
        (tp.DeadlineDemand(), "condition de date", "demand on the date"),
        (
            tp.DeadlineDemand(deadline=tp.Deadline(day=tp.PartialDate("2021-03-12"))),
            "condition de date (12 mars 2021)",
            "demand on the date (12 March 2021)",
        ),
        (
            tp.ApplicantDemand(
                kinds=(tp.OrganisationKind.COMMUNE, tp.OrganisationKind.ASSOCIATION),
                public=tp.Ternary.NO,
            ),
            "condition sur le candidat (natures d'organisations\u202f: commune\u202f; association\u202f; organisme public\u202f: non)",
            "demand on the applicant (kinds of organisations: municipality; association; public: no)",
        ),
        (tp.ApplicantDemand(), "condition sur le candidat", "demand on the applicant"),
        (
            tp.AllOf(demands=(TEXT, tp.DeadlineDemand())),
            "toutes ces conditions (condition en mots (Un culte est financé.)\u202f; condition de date)",
            "all of these demands (demand in words (A cult is funded.); demand on the date)",
        ),
        (
            tp.NoneOf(demands=(tp.AnyOf(demands=(TEXT,)),)),
            "aucune de ces conditions (l'une de ces conditions (condition en mots (Un culte est financé.)))",
            "none of these demands (one of these demands (demand in words (A cult is funded.)))",
        ),
        (
            tp.AnyOf(demands=()),
            "l'une de ces conditions (aucun élément)",
            "one of these demands (none)",
        ),
        (
            tp.UnknownDemand(content=tp.Raw.of({"kind": "lottery", "odds": 3})),
            'condition inconnue ({"kind":"lottery","odds":3})',
            'unknown demand ({"kind":"lottery","odds":3})',
        ),
    ],
)
def test_a_demand_is_said_with_its_kind(demand: tp.Demand, french: str, english: str) -> None:
    assert FRENCH.value(demand) == french
    assert ENGLISH.value(demand) == english


@pytest.mark.parametrize(
    ("pointer", "french", "english"),
    [
        ("/rounds/0/deadline", "relèves > 1 > date limite", "rounds > 1 > deadline"),
        (
            "/requirements/0/demand/deadline/day",
            "exigences > 1 > condition > date limite > jour",
            "requirements > 1 > demand > deadline > day",
        ),
        (
            "/requirements/1/demand/demands/2/kinds/0",
            "exigences > 2 > condition > conditions > 3 > natures d'organisations > 1",
            "requirements > 2 > demand > demands > 3 > kinds of organisations > 1",
        ),
        (
            "/requirements/0/demand/demands/0/demands/9/text/en",
            "exigences > 1 > condition > conditions > 1 > conditions > 10 > texte > anglais",
            "requirements > 1 > demand > demands > 1 > demands > 10 > text > English",
        ),
        (
            "/requirements/0/demand/odds/0",
            "exigences > 1 > condition > odds > 1",
            "requirements > 1 > demand > odds > 1",
        ),
        (
            "/requirements/0/demand/content",
            "exigences > 1 > condition > content",
            "requirements > 1 > demand > content",
        ),
        ("/nothing/names", "nothing > noms", "nothing > names"),
    ],
)
def test_a_pointer_is_told_by_the_labels_of_its_steps_through_a_family(
    pointer: str, french: str, english: str
) -> None:
    assert " > ".join(FRENCH.place(tp.Call, pointer)) == french
    assert " > ".join(ENGLISH.place(tp.Call, pointer)) == english
