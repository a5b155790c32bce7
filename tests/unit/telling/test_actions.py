"""How what laureates do is told: actions and their events, cycles, cohorts."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import pytest

import territoires_participatifs as tp

Told: TypeAlias = Callable[..., tuple[str, str]]

CALL: Final = tp.Call(id="c", names=(tp.Name("Agir"),))
LAUREATE: Final = tp.Laureate(id="l", call=tp.Ref("c"), decision=tp.Ref("elsewhere"))
LAUNCHED: Final = ("L'appel « Agir » est lancé.\n", "The call “Agir” is launched.\n")
PARK: Final = tp.Organisation(id="park", names=(tp.Name("Parc", article="le"),))


def after(told: Told, *entities: tp.Entity) -> tuple[str, str]:
    """Return what is told after the launch."""
    french, english = told(PARK, CALL, LAUREATE, *entities)
    assert (french + "\n").startswith(LAUNCHED[0])
    return french[len(LAUNCHED[0]) :], english[len(LAUNCHED[1]) :]


def action(id_: str = "a", name: str | None = "Un cycle", **fields: Any) -> tp.FundedAction:
    names = () if name is None else (tp.Name(name),)
    return tp.FundedAction(**{"id": id_, "names": names, "laureate": tp.Ref("l"), **fields})


PART: Final = action("b", "Un récit", part_of=tp.Ref("a"))
OTHER_PART: Final = action("d", "Un kit", part_of=tp.Ref("a"), laureate=None)


@pytest.mark.parametrize(
    ("actions", "french", "english"),
    [
        ((action(),), "À la clé : « Un cycle ».", "What comes of it: “Un cycle”."),
        (
            (action(planned=tp.PartialDate("2021")),),
            "À la clé, prévu en 2021 : « Un cycle ».",
            "What comes of it, expected in 2021: “Un cycle”.",
        ),
        (
            (action(planned=tp.PartialDate("2021-03-12")),),
            "À la clé, prévu le 12 mars 2021 : « Un cycle ».",
            "What comes of it, expected on 12 March 2021: “Un cycle”.",
        ),
        (
            (action(), PART, OTHER_PART),
            "À la clé : « Un cycle », dont « Un récit » et « Un kit ».",
            "What comes of it: “Un cycle”, including “Un récit” and “Un kit”.",
        ),
        (
            (action(planned=tp.PartialDate("2021-22")), PART),
            "À la clé, prévu en été 2021 : « Un cycle », dont « Un récit ».",
            "What comes of it, expected in the summer of 2021: “Un cycle”, including “Un récit”.",
        ),
        (
            (action(status=tp.ActionStatus.ABANDONED),),
            "À la clé : « Un cycle » (abandonnée).",
            "What comes of it: “Un cycle” (abandoned).",
        ),
        (
            (action("b", "Un récit", part_of=tp.Ref("elsewhere")),),
            "À la clé : « Un récit ».",
            "What comes of it: “Un récit”.",
        ),
        ((action(name=None),), "", ""),
        ((action(laureate=None),), "", ""),
    ],
)
def test_actions_are_told_with_their_parts(
    told: Told, actions: tuple[tp.FundedAction, ...], french: str, english: str
) -> None:
    assert after(told, *actions) == (french, english)


def event(on: str | None, reason: tp.Bilingual | None) -> tp.Event:
    day = None if on is None else tp.PartialDate(on)
    return tp.Event(kind=tp.EventKind.HELD, on=day, reason=reason)


DAY: Final = tp.Bilingual("Journée régionale, à Arras.", "Regional day, in Arras.")


def test_events_are_told_on_their_day(told: Told) -> None:
    history = (event("2023-04-13", DAY), event(None, DAY), event("2023", None), event("2024", DAY))
    assert after(told, action(laureate=None, history=history)) == (
        "Le 13 avril 2023 : journée régionale, à Arras.\nEn 2024 : journée régionale, à Arras.",
        "On 13 April 2023: regional day, in Arras.\nIn 2024: regional day, in Arras.",
    )


def cycle(**fields: Any) -> tp.QualificationCycle:
    names = (tp.Name("Vers l'action"),)
    return tp.QualificationCycle(**{"id": "y", "names": names, "recruits": tp.Ref("c"), **fields})


DAYS: Final = {"days": tp.Count(6)}
SPACING: Final = {"spacing": tp.Span("P6W")}
DURATION: Final = {"duration": tp.Span("P1Y")}
SINCE: Final = {"since": tp.PartialDate("2021-07-08")}


@pytest.mark.parametrize(
    ("fields", "french", "english"),
    [
        (
            {},
            "Un cycle de qualification : « Vers l'action ».",
            "A qualification cycle: “Vers l'action”.",
        ),
        (
            SINCE,
            "Le 8 juillet 2021 commence le cycle « Vers l'action ».",
            "On 8 July 2021 the cycle “Vers l'action” begins.",
        ),
        (DAYS, "Le cycle « Vers l'action » : 6 journées.", "The cycle “Vers l'action”: 6 days."),
        (
            {"days": tp.Count(1)},
            "Le cycle « Vers l'action » : 1 journée.",
            "The cycle “Vers l'action”: 1 day.",
        ),
        (
            SPACING,
            "Le cycle « Vers l'action » : des séances à 6 semaines d'intervalle.",
            "The cycle “Vers l'action”: sessions, one every 6 weeks.",
        ),
        (
            {"spacing": tp.Span("P4W", "P6W")},
            "Le cycle « Vers l'action » : des séances à intervalle de 4 semaines à 6 semaines.",
            "The cycle “Vers l'action”: sessions, one every 4 weeks to 6 weeks.",
        ),
        (
            DURATION,
            "Le cycle « Vers l'action » : sur 1 an.",
            "The cycle “Vers l'action”: over 1 year.",
        ),
        (
            {"duration": tp.Span("P1Y", "P2Y")},
            "Le cycle « Vers l'action » : sur une durée de 1 an à 2 ans.",
            "The cycle “Vers l'action”: over 1 year to 2 years.",
        ),
        (
            DAYS | SPACING,
            "Le cycle « Vers l'action » : 6 journées, à 6 semaines d'intervalle.",
            "The cycle “Vers l'action”: 6 days, one every 6 weeks.",
        ),
        (
            DAYS | DURATION,
            "Le cycle « Vers l'action » : 6 journées, sur 1 an.",
            "The cycle “Vers l'action”: 6 days, over 1 year.",
        ),
        (
            SPACING | DURATION,
            "Le cycle « Vers l'action » : des séances à 6 semaines d'intervalle, sur 1 an.",
            "The cycle “Vers l'action”: sessions, one every 6 weeks, over 1 year.",
        ),
        (
            SINCE | DAYS | SPACING | DURATION,
            (
                "Le 8 juillet 2021 commence le cycle « Vers l'action » : 6 journées,"
                " à 6 semaines d'intervalle, sur 1 an."
            ),
            (
                "On 8 July 2021 the cycle “Vers l'action” begins: 6 days, one every 6 weeks,"
                " over 1 year."
            ),
        ),
    ],
)
def test_a_cycle_says_how_it_runs(
    told: Told, fields: dict[str, Any], french: str, english: str
) -> None:
    assert after(told, cycle(**fields)) == (french, english)


def test_a_cycle_says_what_it_aims_at_and_what_follows(told: Told) -> None:
    aims = (tp.Bilingual("Acculturer.", "Make familiar."), tp.Bilingual("Outiller.", "Equip."))
    follow_up = tp.Bilingual("Un réseau.", "A network.")
    assert after(told, cycle(objectives=aims, follow_up=follow_up)) == (
        (
            "Un cycle de qualification : « Vers l'action ».\n"
            "Ses objectifs : acculturer et outiller.\n"
            "Ce qui suit : un réseau."
        ),
        (
            "A qualification cycle: “Vers l'action”.\n"
            "Its objectives: make familiar and equip.\n"
            "What comes next: a network."
        ),
    )


def cohort(**fields: Any) -> tp.Cohort:
    return tp.Cohort(**{"id": "h", "cycle": tp.Ref("y"), **fields})


THIRTEEN, TWELVE, ONE = tp.Count(13), tp.Count(12), tp.Count(1)


@pytest.mark.parametrize(
    ("fields", "french", "english"),
    [
        ({}, "", ""),
        (
            {"selected": THIRTEEN},
            "13 organisations y ont leur place.",
            "13 organisations have a seat in it.",
        ),
        (
            {"selected": ONE},
            "1 organisation y a sa place.",
            "1 organisation has a seat in it.",
        ),
        (
            {"attended": tp.Count(12, tp.Exactness.ABOUT)},
            "Environ 12 organisations l'ont suivi.",
            "About 12 organisations followed it.",
        ),
        ({"attended": ONE}, "1 organisation l'a suivi.", "1 organisation followed it."),
        (
            {"selected": THIRTEEN, "attended": TWELVE},
            "13 organisations sont retenues ; 12 suivent le cycle.",
            "13 organisations are selected; 12 follow the cycle.",
        ),
        (
            {"selected": ONE, "attended": ONE},
            "1 organisation est retenue ; 1 suit le cycle.",
            "1 organisation is selected; 1 follows the cycle.",
        ),
    ],
)
def test_a_cohort_says_how_many_by_each_source(
    told: Told, fields: dict[str, Any], french: str, english: str
) -> None:
    told_cycle = (
        "Un cycle de qualification : « Vers l'action ».",
        "A qualification cycle: “Vers l'action”.",
    )
    assert after(told, cycle(), cohort(**fields)) == (
        "\n".join([told_cycle[0], *french.splitlines()]),
        "\n".join([told_cycle[1], *english.splitlines()]),
    )


REASON: Final = tp.Bilingual("Le parc est admis.", "The park is admitted.")


def test_a_waiver_says_who_and_why(told: Told) -> None:
    waiver = tp.Waiver(requirement="addressees", reason=REASON)
    seats = (
        tp.Seat(id="one", organisation=tp.Ref("park"), waivers=(waiver, tp.Waiver(code="COH001"))),
        tp.Seat(id="two", waivers=(waiver,)),
        tp.Seat(id="three", organisation=tp.Ref("park")),
    )
    french, english = after(told, cycle(), cohort(seats=seats))
    assert french.splitlines()[1:] == ["Le Parc y entre par dérogation : le parc est admis."]
    assert english.splitlines()[1:] == ["The Parc comes in by derogation: the park is admitted."]


def test_a_cycle_without_call_is_told_once(told: Told) -> None:
    alone = cycle(recruits=None)
    assert told(alone, cohort(attended=TWELVE)) == (
        "Un cycle de qualification : « Vers l'action ».\n12 organisations l'ont suivi.",
        "A qualification cycle: “Vers l'action”.\n12 organisations followed it.",
    )


SELECTED: Final = tp.Decision(id="d", call=tp.Ref("c"), selected=THIRTEEN)


@pytest.mark.parametrize(
    ("decision", "told_cohort", "counts"),
    [
        (
            SELECTED,
            cohort(call=tp.Ref("c"), selected=THIRTEEN),
            ["13 organisations y ont leur place."],
        ),
        (
            SELECTED,
            cohort(call=tp.Ref("c"), attended=TWELVE),
            ["13 candidatures sont retenues.", "12 organisations l'ont suivi."],
        ),
        (
            SELECTED,
            cohort(call=tp.Ref("c"), cycle=None, selected=THIRTEEN),
            ["13 candidatures sont retenues."],
        ),
        (
            tp.Decision(id="d", call=tp.Ref("c"), selected=THIRTEEN, received=tp.Count(20)),
            cohort(call=tp.Ref("c"), selected=THIRTEEN),
            ["Sur 20 candidatures, 13 sont retenues.", "13 organisations y ont leur place."],
        ),
    ],
)
def test_how_many_are_selected_is_told_once(
    told: Told, decision: tp.Decision, told_cohort: tp.Cohort, counts: list[str]
) -> None:
    lines = after(told, cycle(), decision, told_cohort)[0].splitlines()
    assert [each for each in lines if "cycle de" not in each] == counts
