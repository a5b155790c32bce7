"""What rules on cycles say: what they cost, and what funds them."""

from typing import Final

import pytest

import territoires_participatifs as tp
from territoires_participatifs.values.declarations import replaced

CYCLE: Final = tp.QualificationCycle(
    id="cycle", action=tp.Ref("action"), status=tp.CycleStatus.RUNNING
)
ACTION: Final = tp.FundedAction(id="action", laureate=tp.Ref("laureate"))


def test_two_brackets_are_told_by_their_sizes() -> None:
    prices = tuple(
        tp.Price(
            kind=tp.PriceKind.PER_GROUP,
            amount=tp.Amount(tp.Money(euros)),
            group=tp.Count(least, tp.Exactness.BETWEEN, most),
        )
        for euros, least, most in ((12500, 5, 15), (25000, 15, 30))
    )
    cycle = tp.QualificationCycle(id="cycle", prices=prices)
    (finding,) = tp.check(cycle, moment="submission")
    assert finding.message("fr") == (
        "Deux tranches ont des prix différents, et des tailles en commun "
        "(de 5 à 15, puis de 15 à 30)."
    )


@pytest.mark.parametrize(
    ("status", "fallen"),
    [
        (tp.ActionStatus.ABANDONED, "« action », dont il relève : « abandonnée »"),
        (None, "« laureate », dont il relève : « caduc »"),
    ],
)
def test_what_fell_is_told_with_where_it_stands(
    status: tp.ActionStatus | None, fallen: str
) -> None:
    laureate = tp.Laureate(id="laureate", status=tp.LaureateStatus.LAPSED)
    known = tp.Dataset(laureates=(laureate,), actions=(replaced(ACTION, status=status),))
    (finding,) = tp.check(CYCLE, moment="decision", known=known)
    assert finding.message("fr") == f"Statut du cycle : « en cours » ; statut de {fallen}."


def test_the_kind_of_the_action_is_told() -> None:
    known = tp.Dataset(actions=(replaced(ACTION, kind=tp.ActionKind.STUDY),))
    (finding,) = tp.check(CYCLE, moment="decision", known=known)
    assert finding.message("en") == (
        "The action 'action' that the cycle is, is of another kind: study."
    )
