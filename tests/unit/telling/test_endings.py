"""What ended before its time is told so, and not as if it went on."""

from collections.abc import Callable
from typing import Final, TypeAlias

import pytest

import territoires_participatifs as tp

Told: TypeAlias = Callable[..., tuple[str, str]]

NAME: Final = (tp.Name("Agir"),)
CALL: Final = tp.Call(id="c", names=NAME)
CERDD: Final = tp.Organisation(id="cerdd", names=(tp.Name("Cerdd", article="le"),))


def happened(kind: tp.EventKind, *days: str | None) -> tuple[tp.Event, ...]:
    return tuple(
        tp.Event(kind=kind, on=None if day is None else tp.PartialDate(day)) for day in days
    )


CANCELLED: Final = tp.EventKind.CANCELLED


@pytest.mark.parametrize(
    ("status", "history", "french", "english"),
    [
        (tp.CallStatus.OPEN, (), "", ""),
        (tp.CallStatus.OPEN, happened(CANCELLED, "2020-03"), "", ""),
        (tp.CallStatus.CANCELLED, (), " (annulé)", " (cancelled)"),
        (tp.CallStatus.CANCELLED, happened(CANCELLED, None), " (annulé)", " (cancelled)"),
        (
            tp.CallStatus.CANCELLED,
            (*happened(CANCELLED, "2020-03", "2020-04"), *happened(tp.EventKind.OPENED, "2021")),
            " (annulé, en avril 2020)",
            " (cancelled, in April 2020)",
        ),
        (tp.CallStatus.UNSUCCESSFUL, (), " (infructueux)", " (unsuccessful)"),
    ],
)
def test_a_call_that_came_to_nothing_is_told_so(
    told: Told,
    status: tp.CallStatus,
    history: tuple[tp.Event, ...],
    french: str,
    english: str,
) -> None:
    assert told(tp.Call(id="c", names=NAME, status=status, history=history)) == (
        f"L'appel « Agir » est lancé{french}.",
        f"The call “Agir” is launched{english}.",
    )


def test_an_application_that_was_withdrawn_is_told_so(told: Told) -> None:
    alone = tp.Application(
        id="a",
        call=tp.Ref("c"),
        applicant=tp.Ref("cerdd"),
        status=tp.ApplicationStatus.WITHDRAWN,
        history=happened(tp.EventKind.WITHDRAWN, "2020-05-04"),
    )
    french, english = told(CALL, CERDD, alone)
    assert french.splitlines()[1].startswith("Le Cerdd")
    assert french.splitlines()[1].endswith(" (candidature retirée, le 4 mai 2020).")
    assert english.splitlines()[1].endswith(" (application withdrawn, on 4 May 2020).")


def test_a_consortium_whose_answer_was_withdrawn_is_told_so(told: Told) -> None:
    together = tp.Application(
        id="a",
        call=tp.Ref("c"),
        consortium=tp.Consortium(members=(tp.Member(organisation=tp.Ref("cerdd")),)),
        status=tp.ApplicationStatus.WITHDRAWN,
    )
    french, english = told(CALL, CERDD, together)
    assert french.splitlines()[1].endswith(" (candidature retirée).")
    assert english.splitlines()[1].endswith(" (application withdrawn).")


@pytest.mark.parametrize(
    ("status", "kind", "french", "english"),
    [
        (tp.LaureateStatus.DECLINED, tp.EventKind.DECLINED, "désisté", "given up by the laureate"),
        (
            tp.LaureateStatus.WITHDRAWN_BY_FUNDER,
            tp.EventKind.WITHDRAWN,
            "retiré par le financeur",
            "withdrawn by the funder",
        ),
    ],
)
def test_a_laureate_that_is_none_any_more_is_told_so(
    told: Told, status: tp.LaureateStatus, kind: tp.EventKind, french: str, english: str
) -> None:
    laureate = tp.Laureate(
        id="l",
        call=tp.Ref("c"),
        organisation=tp.Ref("cerdd"),
        status=status,
        history=happened(kind, "2021"),
    )
    last = [each.splitlines()[-1] for each in told(CALL, CERDD, laureate)]
    assert last == [
        f"Parmi les lauréats : le Cerdd ({french}, en 2021).",
        f"Among the laureates: the Cerdd ({english}, in 2021).",
    ]


def test_a_cycle_that_is_cancelled_does_not_begin(told: Told) -> None:
    cycle = tp.QualificationCycle(
        id="q",
        recruits=tp.Ref("c"),
        names=(tp.Name("Faire ensemble"),),
        since=tp.PartialDate("2021"),
        status=tp.CycleStatus.CANCELLED,
    )
    french, english = told(CALL, cycle)
    assert "commence" not in french
    assert "begins" not in english
    assert french.splitlines()[-1].endswith("« Faire ensemble » (annulé).")
    assert english.splitlines()[-1].endswith("“Faire ensemble” (cancelled).")
