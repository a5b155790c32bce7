"""Demands: data that can be told apart, and an unknown one that hides no known kind."""

from typing import Any, Final, get_args

import pytest

import territoires_participatifs as tp

COMMUNE: Final = tp.OrganisationKind.COMMUNE


def test_every_demand_has_a_tag_of_its_own_but_the_unknown_one() -> None:
    assert {each.tag: each for each in get_args(tp.Demand)} == {
        "applicant": tp.ApplicantDemand,
        "size": tp.SizeDemand,
        "headcount": tp.HeadcountDemand,
        "seniority": tp.SeniorityDemand,
        "population": tp.PopulationDemand,
        "accreditation": tp.AccreditationDemand,
        "territory": tp.TerritoryDemand,
        "theme": tp.ThemeDemand,
        "audience": tp.AudienceDemand,
        "duration": tp.DurationDemand,
        "start": tp.StartDemand,
        "end": tp.EndDemand,
        "collective": tp.CollectiveDemand,
        "members": tp.MembersDemand,
        "countries": tp.CountriesDemand,
        "share": tp.ShareDemand,
        "applications": tp.ApplicationsDemand,
        "tracks": tp.TracksDemand,
        "grant": tp.GrantDemand,
        "cost": tp.CostDemand,
        "rate": tp.RateDemand,
        "funding": tp.FundingDemand,
        "cumulation": tp.CumulationDemand,
        "balance": tp.BalanceDemand,
        "expense": tp.ExpenseDemand,
        "allowed-expenses": tp.AllowedExpensesDemand,
        "text": tp.TextDemand,
        "deadline": tp.DeadlineDemand,
        "document": tp.DocumentDemand,
        "language": tp.LanguageDemand,
        "channel": tp.ChannelDemand,
        "commitment": tp.CommitmentDemand,
        "previous-report": tp.PreviousReportDemand,
        "all-of": tp.AllOf,
        "any-of": tp.AnyOf,
        "none-of": tp.NoneOf,
        "": tp.UnknownDemand,
    }


@pytest.mark.parametrize(
    "held",
    [{"kind": "lottery"}, {"kind": "Text"}, {"kind": "text "}, {"odds": [1, None], "kind": "x"}],
)
def test_an_unknown_demand_is_kept_as_it_came(held: dict[str, Any]) -> None:
    assert tp.UnknownDemand(content=tp.Raw.of(held)).content.json == held


@pytest.mark.parametrize(
    "held",
    [
        {"kind": "text", "text": "Une dame est à bord."},
        {"kind": "none-of", "demands": []},
        {"kind": "deadline"},
        {},
        {"odds": 3},
        {"kind": None},
        {"kind": 3},
        {"kind": ""},
        {"kind": "  "},
        {"kind": ["lottery"]},
        ["kind", "lottery"],
        "lottery",
        None,
    ],
)
def test_an_unknown_demand_is_neither_of_a_known_kind_nor_of_none(held: Any) -> None:
    content = tp.Raw.of(held)
    with pytest.raises(tp.InvalidValue, match="VAL502") as refused:
        tp.UnknownDemand(content=content)
    assert refused.value.facts == {"value": content}


def test_a_demand_leaves_open_what_it_does_not_ask() -> None:
    demand = tp.ApplicantDemand(kinds=(COMMUNE,))
    assert demand.of is tp.ApplicantSide.APPLICANT
    asked = (demand.legal_person, demand.public, demand.non_profit, demand.natural_person)
    assert asked == (tp.Ternary.UNDETERMINED,) * 4
    assert tp.ApplicantDemand().kinds is None
    assert tp.TerritoryDemand(what=tp.Located.SEAT).touching is tp.Ternary.UNDETERMINED
    assert tp.DeadlineDemand().deadline is None


def test_demands_are_combined_in_any_depth() -> None:
    inner = tp.AnyOf(demands=(tp.DeadlineDemand(), tp.ApplicantDemand()))
    outer = tp.AllOf(demands=(inner, tp.NoneOf(demands=(inner,))))
    assert outer.demands[0] is inner


@pytest.mark.parametrize("kind", [tp.AllOf, tp.AnyOf, tp.NoneOf])
def test_a_combinator_takes_demands_only(kind: Any) -> None:
    with pytest.raises(
        TypeError, match=rf"{kind.__name__}\.demands takes a tuple of ApplicantDemand or"
    ):
        kind(demands=("Une dame est à bord.",))
    assert kind(demands=()).demands == ()
