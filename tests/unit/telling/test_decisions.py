"""How a decision is told: how many, who, the figures, the evaluation."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import pytest

import territoires_participatifs as tp

Told: TypeAlias = Callable[..., tuple[str, str]]

CALL: Final = tp.Call(id="c", names=(tp.Name("Agir"),))
LAUNCHED: Final = ("L'appel « Agir » est lancé.\n", "The call “Agir” is launched.\n")
BODIES: Final = (
    tp.Organisation(id="cerdd", names=(tp.Name("Cerdd", article="le"),)),
    tp.Organisation(id="dreal", names=(tp.Name("DREAL", article="la"),)),
)


def after(told: Told, *entities: tp.Entity, **root: Any) -> tuple[str, str]:
    """Return what is told after the launch."""
    french, english = told(*BODIES, CALL, *entities, **root)
    assert (french + "\n").startswith(LAUNCHED[0])
    return french[len(LAUNCHED[0]) :], english[len(LAUNCHED[1]) :]


def decision(**fields: Any) -> tp.Decision:
    return tp.Decision(id="d", call=tp.Ref("c"), **fields)


def said(about: str, value: object, standing: tp.Standing) -> tp.Statement:
    return tp.Statement(about=about, value=tp.Raw.of(value), standing=standing)


ALTERNATIVE: Final = tp.Standing.ALTERNATIVE
DISPUTE: Final = (
    said("/received", 17, ALTERNATIVE),
    said("/received", 16, ALTERNATIVE),
    said("/received", 15, tp.Standing.SUPERSEDED),
    said("/received", 17, ALTERNATIVE),
    said("/received", "many", ALTERNATIVE),
    tp.Statement(about="/received", standing=ALTERNATIVE),
)


@pytest.mark.parametrize(
    ("fields", "french", "english"),
    [
        ({}, "", ""),
        ({"received": tp.Count(16)}, "", ""),
        (
            {"selected": tp.Count(6)},
            "6 candidatures sont retenues.",
            "6 applications are selected.",
        ),
        (
            {"selected": tp.Count(1)},
            "1 candidature est retenue.",
            "1 application is selected.",
        ),
        (
            {"selected": tp.Count(0), "received": tp.Count(1)},
            "Sur 1 candidature, 0 est retenue.",
            "Out of 1 application, 0 are selected.",
        ),
        (
            {
                "selected": tp.Count(6, tp.Exactness.ABOUT),
                "received": tp.Count(16),
                "announced": tp.PartialDate("2020-11-09"),
            },
            "Sur 16 candidatures, environ 6 sont retenues (annoncé le 9 novembre 2020).",
            "Out of 16 applications, about 6 are selected (announced on 9 November 2020).",
        ),
        (
            {"selected": tp.Count(6), "decided": tp.PartialDate("2020-11-06")},
            "6 candidatures sont retenues (le 6 novembre 2020).",
            "6 applications are selected (on 6 November 2020).",
        ),
        (
            {
                "selected": tp.Count(6),
                "decided": tp.PartialDate("2020-11-06"),
                "announced": tp.PartialDate("2020-11-09"),
            },
            "6 candidatures sont retenues (le 6 novembre 2020, annoncé le 9 novembre 2020).",
            "6 applications are selected (on 6 November 2020, announced on 9 November 2020).",
        ),
        (
            {"selected": tp.Count(6), "statements": DISPUTE, "disputed": ("/received",)},
            "Sur 17 ou 16 candidatures, 6 sont retenues.",
            "Out of 17 or 16 applications, 6 are selected.",
        ),
        (
            {"selected": tp.Count(6), "statements": DISPUTE},
            "6 candidatures sont retenues.",
            "6 applications are selected.",
        ),
        (
            {"selected": tp.Count(6), "statements": DISPUTE[4:], "disputed": ("/received",)},
            "6 candidatures sont retenues.",
            "6 applications are selected.",
        ),
        (
            {
                "statements": (
                    said("/selected", 5, ALTERNATIVE),
                    said("/selected", 6, ALTERNATIVE),
                ),
                "disputed": ("/selected",),
            },
            "5 ou 6 candidatures sont retenues.",
            "5 or 6 applications are selected.",
        ),
    ],
)
def test_a_decision_says_how_many(
    told: Told, fields: dict[str, Any], french: str, english: str
) -> None:
    assert after(told, decision(**fields)) == (french, english)


def laureate(number: int, **fields: Any) -> tp.Laureate:
    return tp.Laureate(id=f"l-{number}", call=tp.Ref("c"), decision=tp.Ref("d"), **fields)


FIRST: Final = laureate(1, names=(tp.Name("Réponses"),), organisation=tp.Ref("dreal"))
SECOND: Final = laureate(2, names=(tp.Name("Un « labo »"),))
THIRD: Final = laureate(3, organisation=tp.Ref("cerdd"))
FOURTH: Final = laureate(4)


def test_all_laureates_are_told_as_such(told: Told) -> None:
    four = (FIRST, SECOND, THIRD, FOURTH)
    assert after(told, decision(selected=tp.Count(4)), *four) == (
        (
            "4 candidatures sont retenues.\n"
            "Les lauréats : « Réponses » (la DREAL), « Un “labo” », le Cerdd et « l-4 »."
        ),
        (
            "4 applications are selected.\n"
            "The laureates: “Réponses” (the DREAL), “Un ‘labo’”, the Cerdd and “l-4”."
        ),
    )
    assert after(told, decision(selected=tp.Count(1)), FIRST) == (
        "1 candidature est retenue.\nLe lauréat : « Réponses » (la DREAL).",
        "1 application is selected.\nThe laureate: “Réponses” (the DREAL).",
    )


@pytest.mark.parametrize("selected", [None, tp.Count(12), tp.Count(1, tp.Exactness.ABOUT)])
def test_laureates_that_may_be_some_of_them_are_not_told_as_all(
    told: Told, selected: tp.Count | None
) -> None:
    french, english = after(told, decision(selected=selected), FIRST)
    assert french.splitlines()[-1] == "Parmi les lauréats : « Réponses » (la DREAL)."
    assert english.splitlines()[-1] == "Among the laureates: “Réponses” (the DREAL)."


def test_laureates_of_a_call_without_decision_are_told_too(told: Told) -> None:
    alone = tp.Laureate(id="l", call=tp.Ref("c"), names=(tp.Name("Réponses"),))
    assert after(told, alone) == (
        "Parmi les lauréats : « Réponses ».",
        "Among the laureates: “Réponses”.",
    )


def also(
    certain: tp.Ternary = tp.Ternary.YES,
    wording: str | None = None,
    role: tp.Role = tp.Role.LAUREATE,
) -> tp.Participation:
    return tp.Participation(
        organisation=tp.Ref("dreal"), role=role, certain=certain, wording=wording
    )


@pytest.mark.parametrize(
    ("part", "french", "english"),
    [
        (
            also(wording="lauréat, en collectif"),
            "\nUne source appelle aussi la DREAL « lauréat, en collectif ».",
            "\nOne source also calls the DREAL “lauréat, en collectif”.",
        ),
        (
            also(tp.Ternary.UNDETERMINED, "lauréate"),
            "\nUne source appelle aussi la DREAL « lauréate ».",
            "\nOne source also calls the DREAL “lauréate”.",
        ),
        (
            also(),
            "\nUne source compte aussi la DREAL parmi les lauréats.",
            "\nOne source also counts the DREAL among the laureates.",
        ),
        (also(tp.Ternary.UNDETERMINED), "", ""),
        (also(tp.Ternary.NO, "lauréate"), "", ""),
        (also(role=tp.Role.SUPPORT), "", ""),
    ],
)
def test_who_else_is_called_a_laureate_is_quoted(
    told: Told, part: tp.Participation, french: str, english: str
) -> None:
    assert after(told, decision(), laureate(1, participations=(part,))) == (
        f"Parmi les lauréats : « l-1 ».{french}",
        f"Among the laureates: “l-1”.{english}",
    )


NAME: Final = tp.Bilingual("projets", "projects")


@pytest.mark.parametrize(
    ("figure", "french", "english"),
    [
        (
            tp.Figure(name=NAME, number=tp.Count(6)),
            "Une source annonce 6 projets.",
            "One source announces 6 projects.",
        ),
        (
            tp.Figure(name=NAME, number=tp.Count(0), period=tp.PartialDate("2021")),
            "Une source annonce 0 projets (2021).",
            "One source announces 0 projects (2021).",
        ),
        (
            tp.Figure(name=tp.Bilingual("taux de succès", "success rate"), rate=tp.Rate("45")),
            "Une source annonce un chiffre : taux de succès, 45\N{NARROW NO-BREAK SPACE}%.",
            "One source announces a figure: success rate, 45%.",
        ),
        (
            tp.Figure(
                name=tp.Bilingual("total", "total"),
                amount=tp.Amount(tp.Money("300")),
                period=tp.PartialDate("2021-03-12"),
            ),
            "Une source annonce un chiffre : total, 300\N{NO-BREAK SPACE}€ (12 mars 2021).",
            "One source announces a figure: total, €300 (12 March 2021).",
        ),
        (tp.Figure(name=NAME), "", ""),
    ],
)
def test_figures_are_told_as_announced(
    told: Told, figure: tp.Figure, french: str, english: str
) -> None:
    assert after(told, decision(figures=(figure,))) == (french, english)


EVALUATOR: Final = tp.Role.EVALUATOR


def evaluation(*ids: str, certain: tp.Ternary = tp.Ternary.YES, **dates: Any) -> tp.Evaluation:
    parts = tuple(
        tp.Participation(organisation=tp.Ref(each), role=EVALUATOR, certain=certain) for each in ids
    )
    return tp.Evaluation(id="e", subjects=(tp.Ref("c"),), participations=parts, **dates)


@pytest.mark.parametrize(
    ("told_evaluation", "french", "english"),
    [
        (evaluation("cerdd"), "Le Cerdd évalue « Agir ».", "The Cerdd evaluates “Agir”."),
        (
            evaluation("cerdd", "dreal", since=tp.PartialDate("2021")),
            "Le Cerdd et la DREAL évaluent « Agir ».",
            "The Cerdd and the DREAL evaluate “Agir”.",
        ),
        (
            evaluation("cerdd", since=tp.PartialDate("2021-02"), until=tp.PartialDate("2022-12")),
            "Le Cerdd évalue « Agir » (février 2021 – décembre 2022).",
            "The Cerdd evaluates “Agir” (February 2021 – December 2022).",
        ),
        (evaluation(), "", ""),
        (evaluation("cerdd", certain=tp.Ternary.UNDETERMINED), "", ""),
    ],
)
def test_an_evaluation_says_who_and_perhaps_when(
    told: Told, told_evaluation: tp.Evaluation, french: str, english: str
) -> None:
    assert after(told, told_evaluation) == (french, english)


def test_what_only_mentions_a_call_or_a_decision_is_not_told_of_it(told: Told) -> None:
    to_call, to_decision = (tp.Link(text="là", to=tp.Ref(each)) for each in ("c", "d"))
    assert after(
        told,
        decision(),
        tp.Decision(id="d-2", selected=tp.Count(3), links=(to_call,)),
        tp.Laureate(id="l", links=(to_call, to_decision)),
        tp.Evaluation(
            id="e",
            links=(to_call,),
            participations=(tp.Participation(organisation=tp.Ref("cerdd"), role=EVALUATOR),),
        ),
        tp.FundedAction(id="a", names=(tp.Name("Un cycle"),), links=(to_call,)),
    ) == ("", "")
