"""How a call is told: who launches it, when, with whom, within what, until when, for what."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import pytest

import territoires_participatifs as tp

Told: TypeAlias = Callable[..., tuple[str, str]]

CERDD: Final = tp.Organisation(id="cerdd", names=(tp.Name("Cerdd", article="le"),))
AGENCY: Final = tp.Organisation(id="agency", names=(tp.Name("Agence Phare", article="l'"),))
REGION: Final = tp.Organisation(id="region", names=(tp.Name("Région Sud", article="la"),))
TOWN: Final = tp.Organisation(id="vimy", names=(tp.Name("Vimy"),))
BODIES: Final = (CERDD, AGENCY, REGION, TOWN)


def by(
    organisation: tp.Organisation,
    role: tp.Role = tp.Role.ORGANISER,
    certain: tp.Ternary = tp.Ternary.YES,
) -> tp.Participation:
    return tp.Participation(organisation=tp.Ref(organisation.id), role=role, certain=certain)


def call(**fields: Any) -> tp.Call:
    return tp.Call(**{"id": "c", "names": (tp.Name("Agir"),), **fields})


@pytest.mark.parametrize(
    ("fields", "french", "english"),
    [
        ({}, "L'appel « Agir » est lancé.", "The call “Agir” is launched."),
        (
            {"kind": tp.CallKind.OTHER, "reach": tp.Reach.NATIONAL},
            "L'appel « Agir », de portée nationale, est lancé.",
            "The national call “Agir” is launched.",
        ),
        (
            {"kind": tp.CallKind.PARTICIPATORY_BUDGET, "participations": (by(TOWN),)},
            "Vimy lance le budget participatif « Agir ».",
            "Vimy launches the participatory budget “Agir”.",
        ),
        (
            {"kind": tp.CallKind.OPEN_WINDOW, "reach": tp.Reach.REGIONAL},
            "Le guichet « Agir », de portée régionale, est lancé.",
            "The regional open window “Agir” is launched.",
        ),
        (
            {
                "kind": tp.CallKind.PROJECTS,
                "reach": tp.Reach.REGIONAL,
                "participations": (by(CERDD), by(AGENCY), by(TOWN)),
            },
            (
                "Le Cerdd, l'Agence Phare et Vimy lancent l'appel à projets « Agir »,"
                " de portée régionale."
            ),
            "The Cerdd, the Agence Phare and Vimy launch the regional call for projects “Agir”.",
        ),
        (
            {"participations": (by(REGION), by(CERDD, tp.Role.PARTNER), by(REGION))},
            "La Région Sud lance l'appel « Agir », avec le Cerdd.",
            "The Région Sud launches the call “Agir”, with the Cerdd.",
        ),
        (
            {"participations": (by(AGENCY, tp.Role.CO_FUNDER), by(CERDD, tp.Role.PARTNER))},
            "L'appel « Agir » est lancé, avec l'Agence Phare et le Cerdd.",
            "The call “Agir” is launched, with the Agence Phare and the Cerdd.",
        ),
    ],
)
def test_a_launch_says_who_and_what(
    told: Told, fields: dict[str, Any], french: str, english: str
) -> None:
    assert told(*BODIES, call(**fields)) == (french, english)


@pytest.mark.parametrize("certain", [tp.Ternary.UNDETERMINED, tp.Ternary.NO])
def test_whoever_may_not_take_part_is_not_said_to(told: Told, certain: tp.Ternary) -> None:
    doubtful = (by(CERDD, certain=certain), by(AGENCY, tp.Role.PARTNER, certain))
    assert told(*BODIES, call(participations=doubtful)) == (
        "L'appel « Agir » est lancé.",
        "The call “Agir” is launched.",
    )


@pytest.mark.parametrize("status", [tp.CallStatus.PLANNED, tp.CallStatus.POSTPONED])
def test_a_call_that_never_opened_is_not_said_to_be_launched(
    told: Told, status: tp.CallStatus
) -> None:
    planned = call(status=status, announced=tp.PartialDate("2030"), participations=(by(CERDD),))
    assert told(*BODIES, planned) == (
        "En 2030, le Cerdd prévoit l'appel « Agir ».",
        "In 2030, the Cerdd plans the call “Agir”.",
    )
    several = call(status=status, reach=tp.Reach.NATIONAL, participations=(by(CERDD), by(TOWN)))
    assert told(*BODIES, several) == (
        "Le Cerdd et Vimy prévoient l'appel « Agir », de portée nationale.",
        "The Cerdd and Vimy plan the national call “Agir”.",
    )
    assert told(call(status=status)) == (
        "L'appel « Agir » est prévu.",
        "The call “Agir” is planned.",
    )
    assert told(call(status=status, reach=tp.Reach.MUNICIPAL)) == (
        "L'appel « Agir », de portée communale, est prévu.",
        "The municipal call “Agir” is planned.",
    )


EARLY: Final = tp.PartOfPeriod.EARLY


@pytest.mark.parametrize(
    ("date", "french", "english"),
    [
        (tp.PartialDate("2021-03-12"), "Le 12 mars 2021", "On 12 March 2021"),
        (tp.PartialDate("2021-03-01"), "Le 1er mars 2021", "On 1 March 2021"),
        (tp.PartialDate("2021-03"), "En mars 2021", "In March 2021"),
        (tp.PartialDate("2021"), "En 2021", "In 2021"),
        (tp.PartialDate("2021-03", EARLY), "Début mars 2021", "In early March 2021"),
        (tp.PartialDate("2021", tp.PartOfPeriod.MID), "Mi-2021", "In mid-2021"),
        (tp.PartialDate("2021-21"), "Au printemps 2021", "In the spring of 2021"),
        (tp.PartialDate("2021-23"), "En automne 2021", "In the autumn of 2021"),
        (tp.PartialDate("2021-34"), "Au deuxième trimestre 2021", "In the second quarter of 2021"),
        (tp.PartialDate("XXXX-02"), "En février", "In February"),
        (tp.PartialDate("2021-03~"), "Vers mars 2021", "About March 2021"),
        (
            tp.PartialDate("[..2020-11-09]"),
            "Le 9 novembre 2020 au plus tard",
            "On 9 November 2020 or before",
        ),
        (tp.PartialDate("[2021..]"), "En 2021 au plus tôt", "In 2021 or after"),
        (
            tp.PartialDate("[2021-03-01..2021-03-12]"),
            "Entre le 1er mars 2021 et le 12 mars 2021",
            "Between 1 March 2021 and 12 March 2021",
        ),
    ],
)
def test_a_launch_begins_with_its_date(
    told: Told, date: tp.PartialDate, french: str, english: str
) -> None:
    assert told(CERDD, call(announced=date, participations=(by(CERDD),))) == (
        f"{french}, le Cerdd lance l'appel « Agir ».",
        f"{english}, the Cerdd launches the call “Agir”.",
    )


def inferred(value: object) -> tp.Statement:
    return tp.Statement(about="/announced", value=tp.Raw.of(value), standing=tp.Standing.INFERRED)


def test_a_year_that_no_source_gives_is_said_to_be_deduced(told: Told) -> None:
    placed = call(
        announced=tp.PartialDate("XXXX-02", EARLY),
        statements=(inferred({"edtf": "2020-02", "part": "early"}),),
    )
    assert told(placed) == (
        "Début février (2020, année déduite), l'appel « Agir » est lancé. [déduit]",
        "In early February (2020, a deduced year), the call “Agir” is launched. [deduced]",
    )


@pytest.mark.parametrize(
    "statements",
    [
        (inferred("2020-02"), inferred("2021-02")),
        (inferred("[2020..]"),),
        (inferred("[2019..2020]"),),
        (inferred("XXXX-02"),),
        (inferred("no date"),),
        (tp.Statement(about="/announced", standing=tp.Standing.INFERRED),),
    ],
)
def test_a_year_that_is_not_sure_is_not_said(
    told: Told, statements: tuple[tp.Statement, ...]
) -> None:
    french, english = told(call(announced=tp.PartialDate("XXXX-02"), statements=statements))
    assert french == "En février, l'appel « Agir » est lancé. [déduit]"
    assert english == "In February, the call “Agir” is launched. [deduced]"


def test_a_date_that_has_its_year_takes_no_other(told: Told) -> None:
    dated = call(
        announced=tp.PartialDate("[..2021]"), statements=(inferred("2020-02"), inferred("2020"))
    )
    assert told(dated) == (
        "En 2021 au plus tard, l'appel « Agir » est lancé. [déduit]",
        "In 2021 or before, the call “Agir” is launched. [deduced]",
    )


@pytest.mark.parametrize(
    ("closes", "french", "english"),
    [
        (
            tp.Deadline(day=tp.PartialDate("2021-03-12")),
            "on peut y répondre jusqu'au 12 mars 2021",
            "one may answer until 12 March 2021",
        ),
        (
            tp.Deadline(day=tp.PartialDate("2023-10-19"), hour="17:00", zone="Europe/Paris"),
            "on peut y répondre jusqu'au 19 octobre 2023 à 17:00 (Europe/Paris)",
            "one may answer until 19 October 2023 at 17:00 (Europe/Paris)",
        ),
        (
            tp.Deadline(day=tp.PartialDate("2021-03")),
            "date limite : mars 2021",
            "the deadline: March 2021",
        ),
        (
            tp.Deadline(day=tp.PartialDate("2021-03", EARLY)),
            "date limite : début mars 2021",
            "the deadline: early March 2021",
        ),
        (
            tp.Deadline(kind=tp.DeadlineKind.ROLLING),
            "on peut y répondre au fil de l'eau",
            "one may answer on a rolling basis",
        ),
        (
            tp.Deadline(kind=tp.DeadlineKind.UNTIL_EXHAUSTED, day=tp.PartialDate("2021-12-31")),
            "on peut y répondre jusqu'à épuisement des fonds (31 décembre 2021 au plus tard)",
            "one may answer until the funds run out, 31 December 2021 at the latest",
        ),
        (
            tp.Deadline(kind=tp.DeadlineKind.RECURRING),
            "on peut y répondre à date récurrente",
            "one may answer on recurring dates",
        ),
        (
            tp.Deadline(kind=tp.DeadlineKind.TO_BE_ANNOUNCED),
            "la date limite reste à annoncer",
            "the deadline is still to be announced",
        ),
    ],
)
def test_a_launch_ends_with_the_time_to_answer(
    told: Told, closes: tp.Deadline, french: str, english: str
) -> None:
    assert told(call(closes=closes)) == (
        f"L'appel « Agir » est lancé ; {french}.",
        f"The call “Agir” is launched; {english}.",
    )


PIA: Final = tp.Programme(id="pia", names=(tp.Name("Programme d'avenir", article="le"),))
FUNDS: Final = tp.Programme(id="funds", names=(tp.Name("Fonds verts", article="les"),))
STATE: Final = tp.Programme(id="state", names=(tp.Name("Transition de l'État"),))
NAMELESS: Final = tp.Programme(id="nameless")


def test_programmes_are_told_with_their_article_or_the_word(told: Told) -> None:
    within = tuple(tp.Ref[tp.Programme](each) for each in ("pia", "funds", "state", "nameless"))
    assert told(PIA, FUNDS, STATE, NAMELESS, call(programmes=(*within, tp.Ref("unknown")))) == (
        (
            "L'appel « Agir » est lancé, dans le cadre du Programme d'avenir, des Fonds verts,"
            " du programme « Transition de l'État » et du programme « nameless »."
        ),
        (
            "The call “Agir” is launched, within the Programme d'avenir, the Fonds verts,"
            " the programme “Transition de l'État” and the programme “nameless”."
        ),
    )


def test_an_action_that_opens_a_call_stands_for_its_programmes(told: Told) -> None:
    action = tp.FundedAction(id="a", names=(tp.Name("Un cycle"),))
    opened = call(opened_by=tp.Ref("a"), programmes=(tp.Ref("pia"),))
    assert told(PIA, action, opened) == (
        "L'appel « Agir » est lancé, dans le cadre de l'action « Un cycle ».",
        "The call “Agir” is launched, as part of the action “Un cycle”.",
    )


@pytest.mark.parametrize("opener", ["cerdd", "unknown"])
def test_what_opens_a_call_but_is_no_action_is_left_out(told: Told, opener: str) -> None:
    assert told(CERDD, call(opened_by=tp.Ref(opener))) == (
        "L'appel « Agir » est lancé.",
        "The call “Agir” is launched.",
    )


PURPOSE: Final = tp.Bilingual("Associer les citoyens.", "Involve citizens.")
INFERRED: Final = tp.Statement(about="/purpose", standing=tp.Standing.INFERRED)


@pytest.mark.parametrize(
    "statements",
    [
        (),
        (tp.Statement(about="/kind"),),
        (tp.Statement(about="/purpose"),),
    ],
)
def test_a_purpose_is_told_in_small(told: Told, statements: tuple[tp.Statement, ...]) -> None:
    assert told(call(purpose=PURPOSE, statements=statements)) == (
        "L'appel « Agir » est lancé.\nSon objet : associer les citoyens.",
        "The call “Agir” is launched.\nIts purpose: involve citizens.",
    )


def test_a_purpose_keeps_the_capitals_of_an_acronym(told: Told) -> None:
    assert told(call(purpose=tp.Bilingual("EPCI et communes.")))[0].endswith(
        "Son objet : EPCI et communes."
    )


def test_a_purpose_that_is_only_deduced_is_not_told(told: Told) -> None:
    assert told(call(purpose=PURPOSE, statements=(INFERRED,))) == (
        "L'appel « Agir » est lancé.",
        "The call “Agir” is launched.",
    )


def test_a_purpose_that_is_said_and_deduced_is_marked(told: Told) -> None:
    said = (tp.Statement(about="/purpose"), INFERRED)
    assert told(call(purpose=PURPOSE, statements=said)) == (
        "L'appel « Agir » est lancé.\nSon objet : associer les citoyens. [déduit]",
        "The call “Agir” is launched.\nIts purpose: involve citizens. [deduced]",
    )


def test_a_partner_that_joined_later_is_not_said_to_launch(told: Told) -> None:
    later = tp.Participation(
        organisation=tp.Ref(AGENCY.id), role=tp.Role.PARTNER, since=tp.PartialDate("2024")
    )
    assert told(*BODIES, call(participations=(by(REGION), later))) == (
        "La Région Sud lance l'appel « Agir ».",
        "The Région Sud launches the call “Agir”.",
    )
