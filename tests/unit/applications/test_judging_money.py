"""What is asked of the money, held against budgets and funding plans."""

from collections.abc import Mapping
from typing import Any, Final

import pytest
from attrs import evolve
from demands.consortia_money import (
    account,
    aid,
    application,
    budget,
    euros,
    expense,
    income,
    own,
    plan,
    spent,
)

import territoires_participatifs as tp
from territoires_participatifs.applications._judges._combined import JUDGES
from territoires_participatifs.applications._judges._facts import Facts

YES, NO, UNDETERMINED = tp.Ternary.YES, tp.Ternary.NO, tp.Ternary.UNDETERMINED
AT_LEAST, AT_MOST = tp.Exactness.AT_LEAST, tp.Exactness.AT_MOST
CALL: Final = tp.Call(id="call")
TOTAL, ELIGIBLE = tp.RateBase.TOTAL_COST, tp.RateBase.ELIGIBLE_EXPENSE
PUBLIC: Final = tp.RateBase.PUBLIC_FINANCING
Y2021, Y2022 = tp.PartialDate("2021"), tp.PartialDate("2022")


def judged(demand: object, call: tp.Call = CALL, **held: Any) -> Any:
    """Return the answer to a demand for an application."""
    return JUDGES[type(demand)](demand, Facts(application(**held), call, None, None))


def francs(number: str) -> tp.Amount:
    """Return an amount of Swiss francs."""
    return tp.Amount(tp.Money(number, "CHF"))


@pytest.mark.parametrize(
    ("limit", "yearly", "requested", "met"),
    [
        (euros("10", AT_MOST), NO, euros("10"), YES),
        (euros("10", AT_MOST), NO, euros("10.01"), NO),
        (euros("10", AT_MOST), NO, francs("10"), UNDETERMINED),
        (euros("10", AT_MOST), NO, euros("9", AT_LEAST), UNDETERMINED),
        (euros("10", AT_MOST), YES, euros("10"), YES),
        (euros("10", AT_MOST), YES, euros("10.01"), UNDETERMINED),
        (euros("10", AT_LEAST), YES, euros("9.99"), NO),
        (euros("10", AT_LEAST), YES, euros("10"), UNDETERMINED),
        (euros("10"), YES, euros("10"), UNDETERMINED),
        (euros("10", AT_MOST), UNDETERMINED, euros("10"), UNDETERMINED),
        (euros("10", AT_MOST), YES, None, UNDETERMINED),
    ],
)
def test_the_aid_requested_keeps_within_a_limit(
    limit: tp.Amount, yearly: tp.Ternary, requested: tp.Amount | None, met: tp.Ternary
) -> None:
    answer = judged(tp.GrantDemand(amount=limit, yearly=yearly), requested=requested)
    assert answer.met is met
    assert answer.missing or not met.is_undetermined


BEFORE_TAX: Final = tp.TaxBasis.BEFORE_TAX


def test_the_tax_basis_of_a_limit_is_that_of_the_aid() -> None:
    limit = tp.Amount(tp.Money("10"), AT_MOST, basis=BEFORE_TAX)
    same = tp.Amount(tp.Money("10"), basis=BEFORE_TAX)
    assert judged(tp.GrantDemand(amount=limit), requested=same).met is YES
    answer = judged(tp.GrantDemand(amount=limit), requested=euros("10"))
    assert [each.name for each in answer.missing] == ["comparable-amount"]


IN_KIND: Final = tp.Nature.IN_KIND


@pytest.mark.parametrize(
    ("budgets", "met"),
    [
        ((spent("100"),), YES),
        ((spent("99.99"),), NO),
        ((spent("100"), spent("100")), UNDETERMINED),
        ((tp.Budget(),), UNDETERMINED),
        ((budget(expense("60"), expense("40"), income("3")),), YES),
        ((budget(expense("60"), expense("39.99"), income("3")),), NO),
        ((tp.Budget(lines=(expense("100"),)),), UNDETERMINED),
        ((budget(expense("60"), expense("40", nature=IN_KIND)),), UNDETERMINED),
        ((budget(expense("100"), expense("40", nature=IN_KIND)),), YES),
        (
            (
                tp.Budget(total=euros("60"), period=Y2021),
                tp.Budget(total=euros("40"), period=Y2022),
            ),
            YES,
        ),
        (
            (
                tp.Budget(total=euros("60"), period=Y2021),
                tp.Budget(total=francs("40"), period=Y2022),
            ),
            UNDETERMINED,
        ),
        ((spent("100"), tp.Budget(total=euros("60"), period=Y2021)), YES),
        ((), UNDETERMINED),
    ],
)
def test_the_cost_is_that_of_the_budget_of_the_project(
    budgets: tuple[tp.Budget, ...], met: tp.Ternary
) -> None:
    assert judged(tp.CostDemand(amount=euros("100", AT_LEAST)), budgets=budgets).met is met


@pytest.mark.parametrize(
    ("demand", "held", "met"),
    [
        ({}, {"rate": tp.Rate("80", TOTAL)}, UNDETERMINED),
        ({"at_most": tp.Rate("80", TOTAL)}, {"rate": tp.Rate("80", ELIGIBLE)}, UNDETERMINED),
        ({"at_least": tp.Rate("80", TOTAL)}, {"rate": tp.Rate("79.99", TOTAL)}, NO),
        ({"at_least": tp.Rate("80", TOTAL)}, {"rate": tp.Rate("80", TOTAL)}, YES),
        (
            {"at_most": tp.Rate("33.33", TOTAL)},
            {"requested": euros("1"), "budgets": (spent("3"),)},
            NO,
        ),
        (
            {"at_most": tp.Rate("33.34", TOTAL)},
            {"requested": euros("1"), "budgets": (spent("3"),)},
            YES,
        ),
        (
            {"at_most": tp.Rate("50", ELIGIBLE)},
            {"requested": euros("1"), "budgets": (tp.Budget(eligible=euros("2")),)},
            YES,
        ),
        (
            {"at_most": tp.Rate("50", ELIGIBLE)},
            {"requested": euros("1"), "budgets": (spent("2"),)},
            UNDETERMINED,
        ),
        (
            {"at_most": tp.Rate("50", TOTAL)},
            {"requested": francs("1"), "budgets": (spent("2"),)},
            UNDETERMINED,
        ),
        (
            {"at_most": tp.Rate("50", TOTAL)},
            {"requested": euros("1"), "budgets": (spent("0"),)},
            UNDETERMINED,
        ),
        (
            {"at_most": tp.Rate("50", TOTAL), "at_least": tp.Rate("20", ELIGIBLE)},
            {
                "requested": euros("1"),
                "budgets": (tp.Budget(total=euros("2"), eligible=euros("9")),),
            },
            NO,
        ),
    ],
)
def test_the_rate_is_told_or_counted_exactly(
    demand: Mapping[str, Any], held: Mapping[str, Any], met: tp.Ternary
) -> None:
    assert judged(tp.RateDemand(**demand), **held).met is met


def test_a_rate_that_is_counted_is_shown() -> None:
    answer = judged(
        tp.RateDemand(at_most=tp.Rate("50", TOTAL)), requested=euros("1"), budgets=(spent("3"),)
    )
    assert [each.rate for each in answer.facts] == [tp.Rate("33.3333", TOTAL)]
    huge = judged(
        tp.RateDemand(at_most=tp.Rate("50", TOTAL)),
        requested=euros("100000"),
        budgets=(spent("0.01"),),
    )
    assert (huge.met, huge.facts) == (NO, ())


OWN: Final[dict[str, Any]] = {"kinds": (tp.ContributionKind.OWN,)}
TOWN: Final = tp.Organisation(id="town", kind=tp.OrganisationKind.COMMUNE)


@pytest.mark.parametrize(
    ("demand", "funding", "met"),
    [
        (OWN, plan(own("20")), UNDETERMINED),
        (OWN | {"at_least": tp.Rate("20", TOTAL)}, plan(own("20"), aid("x", "80")), YES),
        (OWN | {"at_least": tp.Rate("20", TOTAL)}, plan(own("19"), aid("x", "81")), NO),
        (OWN | {"at_most": tp.Rate("20", TOTAL)}, plan(own("20"), aid("x", "80")), YES),
        (
            OWN | {"at_least": tp.Rate("20", TOTAL)},
            tp.FundingPlan(contributions=(own("20"),), total=euros("100")),
            YES,
        ),
        (
            OWN | {"at_least": tp.Rate("20", TOTAL)},
            tp.FundingPlan(contributions=(own("19"),), total=euros("100")),
            UNDETERMINED,
        ),
        (
            OWN | {"at_most": tp.Rate("20", TOTAL)},
            tp.FundingPlan(contributions=(own("20.01"),), total=euros("100")),
            NO,
        ),
        (
            OWN | {"at_least": tp.Rate("20", TOTAL)},
            plan(own("20"), aid("x", "80"), aid("y", "9", status=tp.ContributionStatus.REFUSED)),
            YES,
        ),
        (
            {"natures": (tp.Nature.CASH,), "at_least": tp.Rate("50", TOTAL)},
            plan(aid("x", "49.99"), aid("y", "50.01", nature=IN_KIND)),
            NO,
        ),
        (
            {"public": YES, "at_least": tp.Rate("50", TOTAL)},
            plan(
                aid("town", "50"), tp.Contribution(kind=tp.ContributionKind.FEE, amount=euros("50"))
            ),
            YES,
        ),
        (
            {"public": NO, "at_most": tp.Rate("50", TOTAL)},
            plan(
                aid("town", "49"), tp.Contribution(kind=tp.ContributionKind.FEE, amount=euros("51"))
            ),
            NO,
        ),
        (
            {"public": YES, "at_least": tp.Rate("50", TOTAL)},
            plan(aid("unknown", "50"), own("50")),
            YES,
        ),
        (
            {"public": YES, "at_least": tp.Rate("50", TOTAL)},
            plan(aid("unknown", "50.01"), own("49.99")),
            UNDETERMINED,
        ),
        (OWN | {"at_least": tp.Rate("20", PUBLIC)}, plan(own("20"), aid("town", "80")), YES),
        (OWN | {"at_least": tp.Rate("20", PUBLIC)}, plan(own("19"), aid("town", "81")), NO),
        (OWN | {"at_least": tp.Rate("20", PUBLIC)}, plan(own("20"), aid("x", "80")), UNDETERMINED),
        (OWN | {"at_least": tp.Rate("20")}, plan(own("20"), aid("town", "80")), UNDETERMINED),
        (OWN | {"at_least": tp.Rate("20", ELIGIBLE)}, plan(own("20")), YES),
        (OWN | {"at_least": tp.Rate("20", ELIGIBLE)}, plan(own("19.99")), NO),
        (
            {"excluded": (tp.Ref("feder"),), "at_least": tp.Rate("50", TOTAL)},
            plan(aid("x", "50.01", programme=tp.Ref("feder")), own("49.99")),
            NO,
        ),
        (
            {"excluded": (tp.Ref("feder"),), "at_least": tp.Rate("50", TOTAL)},
            plan(aid("x", "50", programme=tp.Ref("feder")), own("50")),
            YES,
        ),
        (
            {"excluded": (tp.Ref("feder"),), "at_least": tp.Rate("51", TOTAL)},
            plan(aid("x", "50"), own("50")),
            UNDETERMINED,
        ),
        (OWN | {"at_least": tp.Rate("20", TOTAL)}, plan(), UNDETERMINED),
        (OWN | {"at_least": tp.Rate("20", TOTAL)}, tp.FundingPlan(), UNDETERMINED),
    ],
)
def test_the_funding_is_shared_as_asked(
    demand: Mapping[str, Any], funding: tp.FundingPlan, met: tp.Ternary
) -> None:
    answer = judged(
        tp.FundingDemand(**demand),
        funding=funding,
        applicant=tp.Ref("town"),
        organisations=(TOWN,),
        budgets=(tp.Budget(eligible=euros("100")),),
    )
    assert answer.met is met
    assert answer.missing or not met.is_undetermined


REGION: Final = tp.Call(
    id="call",
    participations=(tp.Participation(organisation=tp.Ref("region"), role=tp.Role.ORGANISER),),
    envelopes=(tp.Envelope(contributions=(aid("state", "1"),)),),
)
ADEME: Final[dict[str, Any]] = {"funders": (tp.Ref("ademe"),)}
FEDER: Final[dict[str, Any]] = {"programmes": (tp.Ref("feder"),)}


@pytest.mark.parametrize(
    ("demand", "funding", "met"),
    [
        ({}, plan(own("5")), YES),
        ({}, plan(aid("region", "5"), aid("state", "5")), YES),
        ({}, plan(aid("ademe", "0")), YES),
        ({}, plan(aid("ademe", "5", status=tp.ContributionStatus.REFUSED)), YES),
        ({}, plan(aid("ademe", "5")), NO),
        ({}, tp.FundingPlan(contributions=(aid("ademe", "5"),)), NO),
        ({}, tp.FundingPlan(contributions=(own("5"),)), UNDETERMINED),
        ({}, plan(tp.Contribution(amount=euros("5"))), UNDETERMINED),
        (ADEME, plan(aid("town", "5")), YES),
        (ADEME, plan(aid("ademe", "5")), NO),
        (FEDER, plan(aid("town", "5", programme=tp.Ref("feder"))), NO),
        (FEDER, plan(aid("town", "5", programme=tp.Ref("other"))), YES),
        (FEDER, plan(aid("town", "5")), UNDETERMINED),
        (FEDER, plan(aid("region", "5", programme=tp.Ref("feder"))), NO),
        (FEDER, plan(aid("region", "5", programme=tp.Ref("other"))), YES),
        (FEDER, plan(aid("region", "5")), UNDETERMINED),
        (FEDER, plan(tp.Contribution(programme=tp.Ref("feder"))), UNDETERMINED),
        ({}, plan(aid("ademe", "5", status=None)), UNDETERMINED),
        ({}, plan(aid("ademe", "0", status=None)), YES),
        ({}, plan(aid("region", "5", status=None)), YES),
        ({}, plan(aid("ademe", "5", status=tp.ContributionStatus.PLANNED)), NO),
        ({}, plan(aid("ademe", "5", amount=None)), UNDETERMINED),
        ({}, plan(aid("ademe", "5", amount=euros("5", AT_MOST))), UNDETERMINED),
        ({}, plan(aid("ademe", "5", amount=euros("5", AT_LEAST))), NO),
        (ADEME | FEDER, plan(aid("town", "5", programme=tp.Ref("other"))), YES),
        (ADEME | FEDER, plan(aid("ademe", "5", programme=tp.Ref("other"))), NO),
        ({}, tp.FundingPlan(), UNDETERMINED),
    ],
)
def test_no_other_aid_is_there(
    demand: Mapping[str, Any], funding: tp.FundingPlan, met: tp.Ternary
) -> None:
    assert judged(tp.CumulationDemand(**demand), REGION, funding=funding).met is met


@pytest.mark.parametrize(("funder", "met"), [("region", YES), ("town", NO)])
def test_an_aid_of_the_programme_of_the_call_may_be_its_own(funder: str, met: tp.Ternary) -> None:
    call = evolve(REGION, programmes=(tp.Ref("feder"),))
    funding = plan(aid(funder, "5", programme=tp.Ref("feder")))
    assert judged(tp.CumulationDemand(**FEDER), call, funding=funding).met is met


def test_where_the_funders_of_the_call_are_unknown_an_aid_may_be_its_own() -> None:
    assert judged(tp.CumulationDemand(), funding=plan(aid("ademe", "5"))).met is UNDETERMINED


@pytest.mark.parametrize(
    ("yearly", "budgets", "met"),
    [
        (NO, (budget(expense("5"), income("5")),), YES),
        (NO, (budget(expense("5"), income("5.01")),), NO),
        (NO, (budget(expense("5"), income("4.99")),), NO),
        (NO, (budget(expense("5"), expense("2", nature=IN_KIND), income("5")),), YES),
        (NO, (budget(expense("5"), expense("2", nature=IN_KIND), income("7")),), YES),
        (NO, (budget(expense("5")),), NO),
        (NO, (budget(income("5")),), NO),
        (NO, (budget(expense("0")),), YES),
        (NO, (budget(),), YES),
        (NO, (budget(expense("5", nature=IN_KIND)),), NO),
        (NO, (budget(expense("5"), tp.BudgetLine(side=tp.Side.INCOME)),), UNDETERMINED),
        (NO, (budget(tp.BudgetLine(side=tp.Side.INCOME)),), UNDETERMINED),
        (NO, (tp.Budget(lines_complete=YES),), UNDETERMINED),
        (NO, (budget(expense("5"), income("5")), budget(expense("5"), period=Y2021)), UNDETERMINED),
        (NO, (tp.Budget(lines=(expense("5"), income("5"))),), UNDETERMINED),
        (NO, (spent("5"),), UNDETERMINED),
        (
            NO,
            (
                budget(expense("5"), income("6"), period=Y2021),
                budget(expense("6"), income("5"), period=Y2022),
            ),
            YES,
        ),
        (
            YES,
            (
                budget(expense("5"), income("6"), period=Y2021),
                budget(expense("6"), income("5"), period=Y2022),
            ),
            NO,
        ),
        (YES, (budget(expense("5"), income("5")),), UNDETERMINED),
        (UNDETERMINED, (budget(expense("5"), income("5")),), UNDETERMINED),
    ],
)
def test_a_budget_balances(
    yearly: tp.Ternary, budgets: tuple[tp.Budget, ...], met: tp.Ternary
) -> None:
    assert judged(tp.BalanceDemand(yearly=yearly), budgets=budgets).met is met


def test_sides_in_two_currencies_can_not_be_compared() -> None:
    swiss = tp.BudgetLine(side=tp.Side.INCOME, amount=francs("5"))
    assert judged(tp.BalanceDemand(), budgets=(budget(expense("5"), swiss),)).met is UNDETERMINED


WORDS: Final[dict[str, Any]] = {"labels": ("main-d'œuvre",)}
CODES: Final[dict[str, Any]] = {"categories": (account("64"),)}
FLAT: Final[dict[str, Any]] = {"methods": (tp.CostMethod.FLAT_RATE,)}
CAP: Final[dict[str, Any]] = {"at_most": euros("10")}
REFUSED: Final[dict[str, Any]] = {"refused": YES}


@pytest.mark.parametrize(
    ("demand", "lines", "met"),
    [
        (WORDS | CAP, (expense("10", label="Frais de MAIN D'OEUVRE"),), YES),
        (WORDS | CAP, (expense("10.01", label="Frais de main d'œuvre"),), NO),
        (WORDS | CAP, (expense("10.01", label="Achats"),), YES),
        (WORDS | CAP, (expense("10.01"),), UNDETERMINED),
        (WORDS | CAP, (expense("10"),), YES),
        (CODES | CAP, (expense("10", category=account("64")),), YES),
        (CODES | CAP, (expense("10.01", category=account("64")),), NO),
        (CODES | CAP, (expense("6", category=account("64")),) * 2, NO),
        (CODES | CAP, (expense("10.01", category=account("641")),), YES),
        (CODES | CAP, (expense("11", category=tp.Identifier("other", "64")),), UNDETERMINED),
        (FLAT | CAP, (expense("10.01", method=tp.CostMethod.ACTUAL),), YES),
        (FLAT | CAP, (expense("10.01"),), UNDETERMINED),
        ({"natures": (IN_KIND,)} | CAP, (expense("10.01", nature=IN_KIND),), NO),
        ({"natures": (IN_KIND,)} | CAP, (expense("10.01"),), YES),
        (FLAT | REFUSED, (expense("0.01", method=tp.CostMethod.FLAT_RATE),), NO),
        (FLAT | REFUSED, (expense("0", method=tp.CostMethod.FLAT_RATE),), YES),
        (FLAT | REFUSED, (expense("1", method=tp.CostMethod.ACTUAL),), YES),
        (FLAT | REFUSED, (expense("1"),), UNDETERMINED),
        (FLAT | {"rate": tp.Rate("50")}, (expense("1"),), UNDETERMINED),
        (FLAT, (expense("1"),), UNDETERMINED),
        (CAP, (expense("1"),), UNDETERMINED),
    ],
)
def test_some_expenses_are_limited(
    demand: Mapping[str, Any], lines: tuple[tp.BudgetLine, ...], met: tp.Ternary
) -> None:
    answer = judged(tp.ExpenseDemand(**demand), budgets=(budget(*lines),))
    assert answer.met is met
    assert answer.missing or not met.is_undetermined


@pytest.mark.parametrize("limit", [CAP, REFUSED])
def test_an_open_list_of_expenses_can_only_break_a_limit(limit: dict[str, Any]) -> None:
    demand = tp.ExpenseDemand(**(FLAT | limit))
    few, many = (expense(each, method=tp.CostMethod.FLAT_RATE) for each in ("0", "11"))
    assert judged(demand, budgets=(tp.Budget(lines=(few,)),)).met is UNDETERMINED
    assert judged(demand, budgets=(tp.Budget(lines=(many,)),)).met is NO
    assert judged(demand).met is UNDETERMINED


@pytest.mark.parametrize(
    ("demand", "lines", "met"),
    [
        (CODES, (expense("1", category=account("64")),), YES),
        (CODES, (expense("1", category=account("65")),), NO),
        (CODES, (expense("0", category=account("65")),), YES),
        (CODES, (expense("1"),), UNDETERMINED),
        (WORDS, (expense("1", label="Main d'œuvre"),), YES),
        (WORDS, (expense("1", label="Achats"),), UNDETERMINED),
        (CODES | WORDS, (expense("1", category=account("65")),), UNDETERMINED),
        ({}, (expense("1"),), UNDETERMINED),
        (CODES, (), YES),
        (
            CODES,
            (tp.BudgetLine(side=tp.Side.EXPENSE, category=account("65")),),
            UNDETERMINED,
        ),
    ],
)
def test_only_some_expenses_are_allowed(
    demand: Mapping[str, Any], lines: tuple[tp.BudgetLine, ...], met: tp.Ternary
) -> None:
    demanded = tp.AllowedExpensesDemand(**demand)
    answer = judged(demanded, budgets=(budget(*lines),))
    assert answer.met is met
    assert answer.missing or not met.is_undetermined
    assert judged(demanded, budgets=(tp.Budget(lines=lines),)).met is met & UNDETERMINED


def test_an_expense_share_needs_a_cost_to_stand_beside() -> None:
    demand = tp.ExpenseDemand(**FLAT, rate=tp.Rate("50", TOTAL))
    flat = expense("1", method=tp.CostMethod.FLAT_RATE)
    assert judged(demand, budgets=(tp.Budget(lines=(flat,), total=euros("0")),)).met is UNDETERMINED
    most = tp.Budget(lines=(flat,), total=euros("9", AT_MOST))
    assert judged(demand, budgets=(most,)).met is UNDETERMINED
    unknown = judged(demand, budgets=(tp.Budget(lines=(flat,)),))
    assert [each.name for each in unknown.missing] == ["cost"]
    beyond = tp.Budget(lines=(flat,), total=euros("1.99"))
    assert judged(demand, budgets=(beyond,)).met is NO


def test_an_amount_that_is_unknown_is_no_sum() -> None:
    unknown = tp.BudgetLine(side=tp.Side.EXPENSE, method=tp.CostMethod.FLAT_RATE)
    answer = judged(tp.ExpenseDemand(**(FLAT | CAP)), budgets=(budget(unknown),))
    assert answer.met is UNDETERMINED
    assert [each.name for each in answer.missing] == ["expense-amount"]


def test_a_cap_on_a_tax_basis_counts_what_is_on_it() -> None:
    cap = tp.Amount(tp.Money("10"), AT_MOST, basis=BEFORE_TAX)
    demand = tp.ExpenseDemand(**FLAT, at_most=cap)
    flat = {"method": tp.CostMethod.FLAT_RATE}
    assert judged(demand, budgets=(budget(expense("11", **flat)),)).met is UNDETERMINED


def test_sums_beyond_what_money_can_hold_settle_nothing() -> None:
    huge = (expense("999999999999999", method=tp.CostMethod.FLAT_RATE),) * 2
    answer = judged(tp.ExpenseDemand(**(FLAT | CAP)), budgets=(budget(*huge),))
    assert answer.met is UNDETERMINED


def test_a_line_without_words_may_be_allowed_by_them() -> None:
    demand = tp.AllowedExpensesDemand(**(CODES | WORDS))
    bare = expense("1", category=account("65"))
    answer = judged(demand, budgets=(budget(bare),))
    assert [each.name for each in answer.missing] == ["expense-label"]


def test_the_only_expenses_that_there_may_be_must_be_told() -> None:
    found = judged(tp.AllowedExpensesDemand(), budgets=(budget(expense("10", label="travaux")),))
    assert found.met is UNDETERMINED
    assert [each.by for each in found.missing] == [tp.Settler.PERSON]


def test_what_is_unsure_of_another_aid_is_asked() -> None:
    unknown = tp.Contribution(funder=tp.Ref("ademe"))
    answer = judged(tp.CumulationDemand(), REGION, funding=plan(unknown))
    assert [(each.name, each.place) for each in answer.missing] == [
        ("contribution-amount", "/funding/contributions/0/amount"),
        ("contribution-status", "/funding/contributions/0/status"),
    ]


def beside(number: str, year: tp.PartialDate | None) -> tuple[tp.Budget, ...]:
    """Return a budget of a year, and another one."""
    return (tp.Budget(total=euros(number), period=year), tp.Budget(total=euros("50"), period=Y2021))


@pytest.mark.parametrize(
    ("budgets", "met"),
    [
        (beside("50", None), YES),
        (beside("50.01", None), UNDETERMINED),
        (beside("100.01", None), NO),
        (beside("50", Y2022), YES),
        (beside("50.01", Y2022), NO),
    ],
)
def test_a_budget_of_no_year_may_be_of_another_year(
    budgets: tuple[tp.Budget, ...], met: tp.Ternary
) -> None:
    answer = judged(tp.CostDemand(amount=euros("100", AT_MOST)), budgets=budgets)
    assert answer.met is met
    assert ("budget-period" in {each.name for each in answer.missing}) is met.is_undetermined
    rate = tp.RateDemand(at_most=tp.Rate("100", TOTAL))
    found = judged(rate, budgets=budgets, requested=euros("1"))
    assert found.met is (YES if budgets[0].period else UNDETERMINED)


LINES: Final = (expense("60"), expense("20"))


@pytest.mark.parametrize(
    ("total", "lines", "met"),
    [
        (euros("80", tp.Exactness.ABOUT), LINES, YES),
        (euros("81", AT_MOST), LINES, YES),
        (euros("79", AT_MOST), LINES, YES),
        (euros("79", AT_LEAST), LINES, YES),
        (euros("200", tp.Exactness.ABOUT), LINES, UNDETERMINED),
        (euros("101"), LINES, NO),
        (None, LINES, YES),
        (None, (expense("80"), expense("40", nature=IN_KIND)), UNDETERMINED),
        (euros("100", AT_MOST), (expense("80"), expense("40", nature=IN_KIND)), YES),
        (euros("101", AT_LEAST), (expense("80"), expense("40", nature=IN_KIND)), NO),
        (tp.Amount(tp.Money("80"), tp.Exactness.ABOUT, basis=BEFORE_TAX), LINES, UNDETERMINED),
    ],
)
def test_a_total_that_is_nearly_told_is_known_by_its_lines(
    total: tp.Amount | None, lines: tuple[tp.BudgetLine, ...], met: tp.Ternary
) -> None:
    demand = tp.CostDemand(amount=euros("100", AT_MOST))
    assert judged(demand, budgets=(budget(*lines, total=total),)).met is met


@pytest.mark.parametrize(
    ("lines", "met"),
    [
        ((expense("100"), tp.BudgetLine(side=tp.Side.EXPENSE)), UNDETERMINED),
        ((expense("100"), expense("-10")), YES),
        ((expense("100"), expense("-9.99")), NO),
        ((expense("100"), expense("1", amount=francs("5"))), NO),
        ((expense("100"), expense("1", amount=francs("-5"))), UNDETERMINED),
        ((expense("90"), expense("1", amount=francs("-5"))), YES),
        ((expense("90"), expense("1", amount=francs("0"))), YES),
        ((expense("90.01", amount=euros("90.01", AT_LEAST)),), NO),
        ((expense("90", amount=euros("90", AT_MOST)),), YES),
        ((expense("90", amount=euros("90", AT_LEAST)),), UNDETERMINED),
        ((expense("45", amount=euros("45", tp.Exactness.ABOUT)),), YES),
        ((expense("46", amount=euros("46", tp.Exactness.ABOUT)),), UNDETERMINED),
        (
            (
                expense("9", amount=tp.Amount(tp.Money(8), tp.Exactness.BETWEEN, tp.Money(90))),
                expense("0", label="?"),
            ),
            YES,
        ),
        ((expense("100"), expense("-10", label="?")), UNDETERMINED),
        ((expense("90"), expense("-10", label="?")), YES),
        ((expense("90"), expense("1", amount=euros("1", AT_LEAST), label="?")), UNDETERMINED),
        ((expense("91"), expense("1", amount=euros("1", AT_MOST), label="?")), UNDETERMINED),
    ],
)
def test_lines_may_be_below_nothing(lines: tuple[tp.BudgetLine, ...], met: tp.Ternary) -> None:
    held = tuple(evolve(e, label=None if e.label == "?" else "achats") for e in lines)
    demand = tp.ExpenseDemand(labels=("achats",), at_most=euros("90"))
    assert judged(demand, budgets=(budget(*held),)).met is met


@pytest.mark.parametrize(
    ("projects", "met", "names"),
    [
        (None, UNDETERMINED, ["projects"]),
        ((), YES, []),
        ((tp.Project(id="p"),), UNDETERMINED, ["since", "until"]),
        ((tp.Project(id="p", since=Y2021),), UNDETERMINED, ["until"]),
        ((tp.Project(id="p", since=Y2021, until=Y2021),), YES, []),
        ((tp.Project(id="p", since=Y2021, until=Y2022),), UNDETERMINED, ["budget"]),
        (
            (tp.Project(id="p", since=Y2021, until=tp.PartialDate("2023")),),
            UNDETERMINED,
            ["budget"],
        ),
    ],
)
def test_each_year_of_the_projects_has_a_budget_that_balances(
    projects: tuple[tp.Project, ...] | None, met: tp.Ternary, names: list[str]
) -> None:
    demand = tp.BalanceDemand(yearly=YES)
    year = budget(expense("5"), income("5"), period=Y2021)
    answer = judged(demand, budgets=(year,), projects=projects)
    assert (answer.met, [each.name for each in answer.missing]) == (met, names)
    unlike = budget(expense("5"), income("4"), period=Y2021)
    assert judged(demand, budgets=(unlike,), projects=projects).met is NO


def test_a_budget_of_two_years_is_of_none_of_them() -> None:
    both = budget(expense("5"), income("5"), period=tp.PartialDate("[2021..2022]"))
    years = (tp.Project(id="p", since=Y2021, until=Y2022),)
    answer = judged(tp.BalanceDemand(yearly=YES), budgets=(both,), projects=years)
    assert (answer.met, [each.name for each in answer.missing]) == (UNDETERMINED, ["budget"])


def test_what_some_expenses_are_at_least_is_no_share_that_was_found() -> None:
    demand = tp.ExpenseDemand(**FLAT, rate=tp.Rate("50", TOTAL))
    known = expense("20", method=tp.CostMethod.FLAT_RATE)
    every = judged(demand, budgets=(budget(known, expense("80", method=tp.CostMethod.ACTUAL)),))
    assert [each.rate for each in every.facts] == [tp.Rate("20", TOTAL)]
    some = judged(demand, budgets=(budget(known, expense("80")),))
    assert (some.met, some.facts) == (UNDETERMINED, ())
    assert [each.name for each in some.missing] == ["expense-category"]
    vague = expense("1", amount=euros("60", AT_MOST), method=tp.CostMethod.FLAT_RATE)
    between = judged(demand, budgets=(budget(vague, total=euros("100")),))
    assert (between.met, between.facts) == (UNDETERMINED, ())
    assert [each.name for each in between.missing] == ["expense-amount"]
    nearly = expense("1", amount=euros("60", tp.Exactness.ABOUT), method=tp.CostMethod.FLAT_RATE)
    about = judged(demand, budgets=(budget(nearly, total=euros("100")),))
    assert [each.name for each in about.missing] == ["comparable-amount"]


def test_a_sum_that_is_not_below_zero_is_not_told() -> None:
    cap = tp.ExpenseDemand(**FLAT, at_most=euros("10"))
    swiss = expense("1", amount=francs("5"), method=tp.CostMethod.FLAT_RATE)
    answer = judged(cap, budgets=(budget(swiss),))
    assert (answer.met, answer.facts) == (UNDETERMINED, ())
    assert [each.name for each in answer.missing] == ["comparable-amount"]
    both = budget(swiss, expense("3", method=tp.CostMethod.FLAT_RATE))
    assert [each.amount for each in judged(cap, budgets=(both,)).facts] == [euros("3", AT_LEAST)]


@pytest.mark.parametrize(
    "base",
    [
        tp.RateBase.UNSPECIFIED,
        tp.RateBase.ENVELOPE,
        tp.RateBase.GRANT,
        tp.RateBase.PARTICIPATION,
    ],
)
def test_a_share_of_what_the_call_does_not_tell_is_left_to_a_person(base: tp.RateBase) -> None:
    limit = tp.Rate("20", base)
    demands = (tp.FundingDemand(at_least=limit), tp.ExpenseDemand(**FLAT, rate=limit))
    for demand in demands:
        answer = judged(demand, funding=plan(own("20")), budgets=(budget(expense("1")),))
        assert answer.met is UNDETERMINED
        assert [(each.name, each.by.value) for each in answer.missing] == [("asked", "person")]


@pytest.mark.parametrize(
    ("demand", "funding", "names"),
    [
        (tp.Rate("20", ELIGIBLE), plan(own("20")), ["eligible-cost"]),
        (tp.Rate("20", TOTAL), plan(total=euros("9", AT_MOST)), ["funding-total"]),
        (
            tp.Rate("20", TOTAL),
            plan(aid("x", "1", amount=euros("30", AT_MOST)), total=euros("100")),
            ["comparable-amount"],
        ),
    ],
)
def test_what_a_share_of_the_funding_lacks_is_asked(
    demand: tp.Rate, funding: tp.FundingPlan, names: list[str]
) -> None:
    answer = judged(tp.FundingDemand(at_least=demand), funding=funding)
    assert (answer.met, answer.facts) == (UNDETERMINED, ())
    assert [each.name for each in answer.missing] == names


def test_a_total_that_is_nearly_told_is_that_of_a_complete_plan() -> None:
    funding = plan(own("20"), aid("x", "80"), total=euros("100", tp.Exactness.ABOUT))
    demand = tp.FundingDemand(**OWN, at_least=tp.Rate("20", TOTAL))
    answer = judged(demand, funding=funding)
    assert answer.met is YES
    assert [each.rate for each in answer.facts] == [tp.Rate("20", TOTAL)]


def test_a_share_that_no_rate_can_hold_is_not_shown() -> None:
    funding = tp.FundingPlan(
        contributions=(own("99999"),), contributions_complete=YES, total=euros("0.01")
    )
    answer = judged(tp.FundingDemand(**OWN, at_most=tp.Rate("20", TOTAL)), funding=funding)
    assert (answer.met, answer.facts) == (NO, ())


def test_an_expense_that_may_be_of_nothing_is_asked() -> None:
    vague = expense("1", amount=euros("5", AT_MOST), method=tp.CostMethod.FLAT_RATE)
    answer = judged(tp.ExpenseDemand(**(FLAT | REFUSED)), budgets=(budget(vague),))
    assert (answer.met, [each.name for each in answer.missing]) == (
        UNDETERMINED,
        ["expense-amount"],
    )


@pytest.mark.parametrize(
    ("funding", "met", "places"),
    [
        (plan(own("20"), aid("x", "80")), YES, []),
        (plan(own("20"), aid("x", "80", status=None)), UNDETERMINED, [1]),
        (plan(own("20"), aid("x", "80", status=None), total=euros("100")), YES, []),
        (
            plan(own("20"), tp.Contribution(kind=tp.ContributionKind.FEE, amount=euros("80"))),
            YES,
            [],
        ),
    ],
)
def test_money_that_others_give_may_have_been_refused(
    funding: tp.FundingPlan, met: tp.Ternary, places: list[int]
) -> None:
    demand = tp.FundingDemand(**OWN, at_least=tp.Rate("20", TOTAL))
    answer = judged(demand, funding=funding)
    assert answer.met is met
    asked = [each.place for each in answer.missing if each.name == "contribution-status"]
    assert asked == [f"/funding/contributions/{each}/status" for each in places]


def test_aid_that_may_have_been_refused_is_not_surely_part_of_a_share() -> None:
    demand = tp.FundingDemand(kinds=(tp.ContributionKind.AID,), at_most=tp.Rate("79", TOTAL))
    for status, met in ((None, UNDETERMINED), (tp.ContributionStatus.REQUESTED, NO)):
        funding = plan(aid("x", "80", status=status), total=euros("100"))
        answer = judged(demand, funding=funding)
        assert answer.met is met
        assert bool(answer.missing) is met.is_undetermined
