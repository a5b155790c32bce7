"""The most that may be granted, reckoned by hand for real calls, and where facts are missing."""

from decimal import Decimal
from typing import Any, Final

import pytest
from attrs import evolve
from demands.procedure import file

import territoires_participatifs as tp
from territoires_participatifs.applications import AidComputation, Settler

YES, NO, UNKNOWN = tp.Ternary.YES, tp.Ternary.NO, tp.Ternary.UNDETERMINED
ELIGIBLE, WHOLE = tp.RateBase.ELIGIBLE_EXPENSE, tp.RateBase.TOTAL_COST


def euros(text: str, exactness: tp.Exactness = tp.Exactness.EXACT) -> tp.Amount:
    return tp.Amount(tp.Money(text), exactness)


def at_most(text: str) -> tp.Amount:
    return euros(text, tp.Exactness.AT_MOST)


def between(least: str, most: str) -> tp.Amount:
    return tp.Amount(tp.Money(least), tp.Exactness.BETWEEN, tp.Money(most))


def line(amount: str | None, label: str = "dépense", **fields: Any) -> tp.BudgetLine:
    held = None if amount is None else euros(amount)
    values = {"eligible": YES, **fields}
    return tp.BudgetLine(side=tp.Side.EXPENSE, label=label, amount=held, **values)


def costing(*lines: tp.BudgetLine, **fields: Any) -> tp.Budget:
    return tp.Budget(lines=lines, lines_complete=YES, **fields)


def aid(*terms: tp.AidTerms, **fields: Any) -> tp.Call:
    return tp.Call(id="call", aid=terms, **fields)


def most(
    terms: tp.AidTerms, base: str | None = None, budget: tp.Budget | None = None, **fields: Any
) -> AidComputation:
    held = None if budget is None else (budget,)
    given = None if base is None else euros(base)
    return tp.most_aid(file(budgets=held, **fields), aid(terms), base=given)


def names(found: AidComputation) -> list[str]:
    return [each.name for each in found.steps]


def gaps(found: AidComputation) -> list[str]:
    return [each.name for each in found.missing]


# Soutien aux projets alimentaires territoriaux, 2024: 70 % of the eligible expenses, from
# 50,000 to 200,000, material investments up to 40,000, overheads at 8 % of the whole budget.
FOOD: Final = tp.AidTerms(
    rate=tp.Rate("70", ELIGIBLE),
    floor=euros("50000"),
    cap=euros("200000"),
    sub_caps=(tp.SubCap(label="investissements matériels", amount=euros("40000")),),
    overheads=tp.Rate("8", WHOLE),
)
FLAT: Final = line("10000", "frais indirects", method=tp.CostMethod.FLAT_RATE)


@pytest.mark.parametrize(
    ("staff", "materials", "total", "granted", "reached"),
    [
        # 100,000 + 40,000 + 8 % of 170,000 = 153,600; 70 % of it
        ("100000", "60000", "170000", "107520", YES),
        # nothing above the sub-cap: 100,000 + 40,000 + 8 % of 150,000 = 152,000
        ("100000", "40000", "150000", "106400", YES),
        # one cent above it counts for nothing
        ("100000", "40000.01", "150000", "106400", YES),
        # 300,000 + 40,000 + 8 % of 400,000 = 372,000; 260,400 are above the cap
        ("300000", "60000", "400000", "200000", YES),
        # 50,000 + 8 % of 60,000 = 54,800; 38,360 are below the floor
        ("50000", "0", "60000", "0", NO),
    ],
)
def test_food_projects_have_a_rate_sub_caps_overheads_a_floor_and_a_cap(
    staff: str, materials: str, total: str, granted: str, reached: tp.Ternary
) -> None:
    lines = line(staff, "salaires"), line(materials, "Investissements matériels (cuisine)"), FLAT
    found = most(FOOD, budget=costing(*lines, total=euros(total)))
    assert (found.most, found.floor_reached) == (euros(granted), reached)
    assert found.missing == ()
    assert names(found)[:5] == ["base", "sub_cap", "overheads", "rate", "cap"]


@pytest.mark.parametrize(
    ("base", "granted", "reached"),
    [
        ("12499.99", "0", NO),  # 9,999.992
        ("12500", "10000", YES),
        ("12500.01", "10000", YES),  # 10,000.008
        ("37499.99", "29999.99", YES),
        ("37500", "30000", YES),
        ("90000", "30000", YES),
    ],
)
def test_literacy_projects_have_a_share_of_the_total_cost_from_a_floor_to_a_cap(
    base: str, granted: str, reached: tp.Ternary
) -> None:
    terms = tp.AidTerms(rate=tp.Rate("80", WHOLE), floor=euros("10000"), cap=euros("30000"))
    by_total = most(terms, budget=tp.Budget(total=euros(base)))
    for found in (by_total, most(terms, base)):
        assert (found.most, found.floor_reached) == (euros(granted), reached)


@pytest.mark.parametrize(
    ("base", "granted"), [("9999.99", "7999.99"), ("10000", "8000"), ("10000.01", "8000")]
)
def test_environment_projects_have_a_rate_and_a_cap(base: str, granted: str) -> None:
    terms = tp.AidTerms(rate=tp.Rate("80"), cap=at_most("8000"))
    assert most(terms, base).most == euros(granted)


EVER: Final = tp.Deadline(kind=tp.DeadlineKind.ROLLING)
STATE: Final = tp.Participation(organisation=tp.Ref("state"), role=tp.Role.FUNDER)
REGION: Final = tp.Contribution(funder=tp.Ref("region"), amount=euros("50000"))
OURS: Final = tp.Contribution(funder=tp.Ref("state"), amount=euros("45000"))


def funded(*contributions: tp.Contribution) -> tp.FundingPlan:
    return tp.FundingPlan(contributions=contributions, contributions_complete=YES)


@pytest.mark.parametrize(
    "terms",
    [
        tp.AidTerms(cumulated=tp.Rate("80", WHOLE)),
        tp.AidTerms(own_contribution=tp.Rate("20", tp.RateBase.PUBLIC_FINANCING)),
    ],
)
@pytest.mark.parametrize(
    ("contributions", "granted"),
    [
        ((REGION, OURS), "30000"),
        ((OURS,), "80000"),
        ((evolve(REGION, amount=euros("79999.99")), OURS), "0.01"),
        ((evolve(REGION, amount=euros("90000")),), "0"),
        ((evolve(REGION, status=tp.ContributionStatus.REFUSED),), "80000"),
        ((evolve(REGION, kind=tp.ContributionKind.OWN),), "80000"),
    ],
)
def test_works_of_communes_leave_them_a_fifth_to_bring(
    terms: tp.AidTerms, contributions: tuple[tp.Contribution, ...], granted: str
) -> None:
    application = file(budgets=(tp.Budget(total=euros("100000")),), funding=funded(*contributions))
    region = evolve(STATE, organisation=tp.Ref("region"), role=tp.Role.SUPPORT)
    call = aid(terms, participations=(STATE, region))
    assert tp.most_aid(application, call).most == euros(granted)


def test_other_aid_that_is_not_all_told_leaves_less_or_nothing() -> None:
    terms = tp.AidTerms(cumulated=tp.Rate("80", WHOLE))
    budget = (tp.Budget(total=euros("100000")),)
    call = aid(terms, participations=(STATE,))
    unknown = tp.most_aid(file(budgets=budget), call)
    assert (unknown.most, gaps(unknown)) == (at_most("80000"), ["other-aid"])
    some = tp.FundingPlan(contributions=(REGION,))
    assert tp.most_aid(file(budgets=budget, funding=some), call).most == at_most("30000")
    nobody = funded(evolve(REGION, funder=None))
    found = tp.most_aid(file(budgets=budget, funding=nobody), call)
    assert found.most == between("30000", "80000")
    ours = funded(evolve(REGION, funder=None, programme=tp.Ref("detr")))
    detr = evolve(call, programmes=(tp.Ref("detr"),))
    assert tp.most_aid(file(budgets=budget, funding=ours), detr).most == euros("80000")


@pytest.mark.parametrize(
    "role",
    [
        tp.Role.FUNDER,
        tp.Role.CO_FUNDER,
        tp.Role.ORGANISER,
        tp.Role.OPERATOR,
        tp.Role.MANAGING_AUTHORITY,
        tp.Role.COMPETENT_AUTHORITY,
    ],
)
def test_whoever_gives_the_aid_of_the_call_is_no_other_funder(role: tp.Role) -> None:
    terms = tp.AidTerms(cumulated=tp.Rate("80", WHOLE))
    application = file(budgets=(tp.Budget(total=euros("100000")),), funding=funded(OURS))
    call = aid(terms, participations=(evolve(STATE, role=role),))
    assert tp.most_aid(application, call).most == euros("80000")


@pytest.mark.parametrize(
    ("limits", "granted"),
    [
        # 80 + 50 of bonus; 80 together, less 40 of the others
        ({"cumulated": tp.Rate("80", WHOLE)}, "40"),
        ({"own_contribution": tp.Rate("30", WHOLE)}, "30"),
        ({"cumulated": tp.Rate("180", WHOLE)}, "130"),
        ({"cumulated": tp.Rate("180", WHOLE), "cap": euros("70")}, "120"),
    ],
)
def test_other_money_limits_the_bonuses_as_well(limits: dict[str, Any], granted: str) -> None:
    bonus = tp.Bonus(when=tp.DeadlineDemand(deadline=EVER), amount=euros("50"))
    terms = tp.AidTerms(rate=tp.Rate("80", WHOLE), bonuses=(bonus,), **limits)
    others = funded(evolve(REGION, amount=euros("40")))
    application = file(budgets=(tp.Budget(total=euros("100")),), funding=others)
    assert tp.most_aid(application, aid(terms, participations=(STATE,))).most == euros(granted)


@pytest.mark.parametrize(
    ("rate", "points", "granted"),
    [("80", "20", "100"), ("80", "20.01", "100"), ("80", "19", "99"), ("120", "5", "120")],
)
def test_bonuses_raise_no_rate_above_the_whole(rate: str, points: str, granted: str) -> None:
    bonus = tp.Bonus(when=tp.DeadlineDemand(deadline=EVER), points=tp.Rate(points))
    assert most(tp.AidTerms(rate=tp.Rate(rate), bonuses=(bonus,)), "100").most == euros(granted)


@pytest.mark.parametrize(
    ("limits", "total", "granted", "missing"),
    [
        ({"project_floor": euros("1000")}, euros("1000"), euros("300"), []),
        ({"project_floor": euros("1000")}, euros("999.99"), euros("0"), []),
        ({"project_floor": euros("1000")}, at_most("1000"), at_most("300"), ["total"]),
        ({"project_floor": euros("1000")}, at_most("999.99"), euros("0"), []),
        ({"project_floor": euros("1000")}, None, at_most("300"), ["total"]),
        ({"project_cap": euros("1000")}, euros("1000"), euros("300"), []),
        ({"project_cap": euros("1000")}, euros("1000.01"), euros("0"), []),
        ({"project_cap": euros("1000")}, at_most("1000"), euros("300"), []),
        ({"project_cap": euros("1000")}, between("1000", "1001"), at_most("300"), ["total"]),
        ({"project_cap": euros("1000")}, between("1000.01", "1001"), euros("0"), []),
        ({"project_cap": euros("1000")}, None, at_most("300"), ["total"]),
        (
            {"project_floor": tp.Amount(tp.Money("1"), basis=tp.TaxBasis.BEFORE_TAX)},
            euros("1000"),
            at_most("300"),
            ["same-unit"],
        ),
    ],
)
def test_nothing_is_granted_to_a_project_that_costs_too_little_or_too_much(
    limits: dict[str, Any], total: tp.Amount | None, granted: tp.Amount, missing: list[str]
) -> None:
    terms = tp.AidTerms(cap=euros("300"), **limits)
    found = most(terms, budget=tp.Budget(total=total))
    assert (found.most, gaps(found)) == (granted, missing)
    name = next(iter(limits))
    assert (name in names(found)) is (found.most != euros("300"))


def test_what_nothing_limits_but_the_cost_is_unknown_or_nothing() -> None:
    terms = tp.AidTerms(project_floor=euros("1000"))
    assert most(terms).most is None
    assert gaps(most(terms)) == ["total"]
    assert most(terms, budget=tp.Budget(total=euros("999"))).most == euros("0")
    told = most(evolve(terms, cap=euros("300")), budget=tp.Budget(total=euros("999")))
    assert told.in_words("en").splitlines()[1:] == [
        "Least cost of the project (€1,000), below which nothing is granted: €300 before, €0 after.",
        "Nothing can be granted.",
    ]


def test_a_call_without_terms_for_an_application_says_so() -> None:
    found = tp.most_aid(file(tracks=("other",)), aid(*TRACKS))
    assert (found.most, names(found), found.missing) == (None, ["no-terms"], ())
    assert found.in_words("en") == "No terms of aid of the call concern this application."
    assert names(tp.most_aid(file(), tp.Call(id="call"))) == []


def test_the_points_of_a_bonus_are_told_as_earned_or_not_and_the_rate_with_them() -> None:
    points = tp.Bonus(label="rural", when=DIGITAL, points=tp.Rate("10"))
    terms = tp.AidTerms(rate=tp.Rate("50", ELIGIBLE), bonuses=(points,))
    big = evolve(file(), organisations=(tp.Organisation(id="town", headcount=tp.Count(5)),))
    earned = tp.most_aid(big, aid(terms), base=euros("1000"))
    assert earned.in_words("en").splitlines()[1:3] == [
        "Bonus “rural” on the rate: 10 points more.",
        "Rate (60% of the eligible expense), with its bonuses: €1,000 before, €600 after.",
    ]
    perhaps = most(terms, "1000").in_words("en").splitlines()[1]
    assert perhaps == "Bonus “rural” on the rate, if it is earned: 10 points more."


def test_fees_are_no_public_financing() -> None:
    terms = tp.AidTerms(own_contribution=tp.Rate("20", tp.RateBase.PUBLIC_FINANCING))
    fees = tp.Contribution(kind=tp.ContributionKind.FEE, amount=euros("10000"))
    application = file(budgets=(tp.Budget(total=euros("100000")),), funding=funded(fees))
    assert tp.most_aid(application, aid(terms)).most == euros("72000")


# Fabriques de territoire: up to 50,000 a year, 75,000 to 150,000 over three years, and 100,000
# more for those that are digital.
DIGITAL: Final = tp.HeadcountDemand(number=tp.Count(5, tp.Exactness.AT_LEAST))
PLACES: Final = tp.AidTerms(
    yearly_cap=euros("50000"),
    floor=euros("75000"),
    cap=euros("150000"),
    bonuses=(tp.Bonus(label="Fabrique numérique", when=DIGITAL, amount=euros("100000")),),
)


@pytest.mark.parametrize(
    ("lasts", "staff", "granted"),
    [
        ("P3Y", 4, euros("150000")),
        ("P3Y", 5, euros("250000")),
        ("P3Y", None, between("150000", "250000")),
        ("P36M", 4, euros("150000")),
        ("P2Y", 4, euros("100000")),
        ("P1Y", 4, euros("0")),
        ("P18M", 4, at_most("100000")),  # one year, or the two that it touches
        ("P18M", 5, between("150000", "200000")),
        ("P4Y", 4, euros("150000")),
    ],
)
def test_places_have_a_yearly_cap_and_a_bonus(
    lasts: str, staff: int | None, granted: tp.Amount
) -> None:
    count = None if staff is None else tp.Count(staff)
    application = evolve(
        file(projects=(tp.Project(id="place", duration=tp.Span(lasts)),)),
        organisations=(tp.Organisation(id="town", headcount=count),),
    )
    found = tp.most_aid(application, aid(PLACES))
    assert found.most == granted
    told = evolve(PLACES, duration=tp.Span(lasts))
    assert tp.most_aid(evolve(application, projects=None), aid(told)).most == granted


def test_a_duration_that_is_not_told_leaves_the_longest_or_the_cap() -> None:
    terms = tp.AidTerms(yearly_cap=euros("50000"))
    assert (most(terms).most, gaps(most(terms))) == (None, ["duration"])
    assert most(evolve(terms, longest=tp.Span("P2Y"))).most == at_most("100000")
    assert most(evolve(terms, cap=euros("70000"))).most == at_most("70000")


def test_the_floor_depends_on_the_kind_of_applicant() -> None:
    state = tp.OrganisationKind.CENTRAL_ADMINISTRATION
    town = tp.OrganisationKind.COMMUNE
    cap, rate = euros("50000000"), tp.Rate("100")
    call = aid(
        tp.AidTerms(applicants=(state,), floor=euros("1000000"), cap=cap, rate=rate),
        tp.AidTerms(applicants=(town,), floor=euros("200000"), cap=cap, rate=rate),
    )

    def granted(kind: tp.OrganisationKind | None, base: str) -> AidComputation:
        applicant = tp.Organisation(id="town", kind=kind)
        application = evolve(file(), organisations=(applicant,))
        return tp.most_aid(application, call, base=euros(base))

    assert granted(state, "999999.99").most == euros("0")
    assert granted(state, "999999.99").floor_reached is NO
    assert granted(state, "1000000").most == euros("1000000")
    assert granted(town, "199999.99").most == euros("0")
    assert granted(town, "200000").most == euros("200000")
    assert granted(town, "60000000").most == euros("50000000")
    assert granted(town, "200000").terms == ("/aid/1",)
    unclear = granted(None, "500000")
    assert (unclear.most, unclear.floor_reached) == (at_most("500000"), UNKNOWN)
    assert (gaps(unclear), unclear.terms) == (["applicant-kind"], ("/aid/0", "/aid/1"))
    assert granted(None, "2000000").floor_reached is YES


@pytest.mark.parametrize(
    ("terms", "granted"),
    [
        (tp.AidTerms(cap=at_most("3000")), euros("3000")),
        (tp.AidTerms(flat=euros("6000000")), euros("6000000")),
        (tp.AidTerms(flat=euros("50000"), cap=euros("40000")), euros("40000")),
        (tp.AidTerms(flat=euros("50000"), cap=euros("60000")), euros("50000")),
        (tp.AidTerms(cap=euros("3000", tp.Exactness.LESS_THAN)), euros("2999.99")),
        (tp.AidTerms(cap=between("2000", "3000")), between("2000", "3000")),
        (tp.AidTerms(cap=euros("3000", tp.Exactness.ABOUT)), between("1500", "6000")),
    ],
)
def test_a_cap_or_a_flat_sum_alone_is_the_most(terms: tp.AidTerms, granted: tp.Amount) -> None:
    assert most(terms).most == granted


@pytest.mark.parametrize(
    ("more", "granted"),
    [
        ({}, "50000"),
        ({"base_cap": euros("60000")}, "30000"),
        ({"base_cap": euros("100000.01")}, "50000"),
        ({"sub_caps": (tp.SubCap(label="salaires", rate=tp.Rate("30", ELIGIBLE)),)}, "45000"),
        ({"sub_caps": (tp.SubCap(label="salaires", rate=tp.Rate("40", ELIGIBLE)),)}, "50000"),
        ({"bonuses": (tp.Bonus(when=DIGITAL, points=tp.Rate("5")),)}, "55000"),
        (
            {"bonuses": (tp.Bonus(when=DIGITAL, points=tp.Rate("5")),), "cap": euros("52000")},
            "52000",
        ),
    ],
)
def test_limits_and_bonuses_of_the_rate(more: dict[str, Any], granted: str) -> None:
    application = evolve(
        file(budgets=(costing(line("40000", "Salaires"), line("60000")),)),
        organisations=(tp.Organisation(id="town", headcount=tp.Count(5)),),
    )
    terms = tp.AidTerms(rate=tp.Rate("50"), **more)
    assert tp.most_aid(application, aid(terms)).most == euros(granted)


HALF: Final = tp.AidTerms(rate=tp.Rate("50", ELIGIBLE), cap=euros("80000"))


@pytest.mark.parametrize(
    ("budget", "granted", "missing"),
    [
        (None, at_most("80000"), ["eligible-base"]),
        (tp.Budget(eligible=euros("100000")), euros("50000"), []),
        (tp.Budget(total=euros("100000")), at_most("50000"), ["eligible-base"]),
        (costing(line("30000"), line("70000")), euros("50000"), []),
        (costing(line("30000"), line("70000", eligible=NO)), euros("15000"), []),
        (
            costing(line("30000"), line("70000", eligible=UNKNOWN)),
            between("15000", "50000"),
            ["eligible-base"],
        ),
        (costing(line("30000"), line(None)), between("15000", "80000"), ["eligible-base"]),
        (tp.Budget(lines=(line("30000"),)), between("15000", "80000"), ["eligible-base"]),
        (
            tp.Budget(lines=(line("30000"),), total=euros("50000")),
            between("15000", "25000"),
            ["eligible-base"],
        ),
        (tp.Budget(lines=(line("30000"),), total=euros("30000")), euros("15000"), []),
        (
            tp.Budget(lines=(line("30000"),), total=euros("29999.99")),
            between("15000", "80000"),
            ["eligible-base"],
        ),
        (tp.Budget(eligible=at_most("100000")), at_most("50000"), ["eligible-base"]),
        (
            tp.Budget(eligible=euros("100000", tp.Exactness.ABOUT)),
            between("25000", "80000"),
            ["eligible-base"],
        ),
        (tp.Budget(eligible=euros("160000.01")), euros("80000"), []),
    ],
)
def test_a_base_that_is_not_sure_leaves_a_range(
    budget: tp.Budget | None, granted: tp.Amount, missing: list[str]
) -> None:
    found = most(HALF, budget=budget)
    assert (found.most, gaps(found)) == (granted, missing)


def test_two_budgets_make_no_base() -> None:
    budget = tp.Budget(eligible=euros("100000"))
    found = tp.most_aid(file(budgets=(budget, budget)), aid(HALF))
    assert found.most == at_most("80000")
    assert [(each.place, each.by) for each in found.missing] == [("/budgets", Settler.APPLICANT)]


def test_the_budgets_of_the_projects_are_left_out_as_the_demands_do() -> None:
    project = tp.Project(id="one", budgets=(tp.Budget(eligible=euros("100000")),))
    found = tp.most_aid(file(projects=(project,)), aid(HALF))
    assert (found.most, gaps(found)) == (at_most("80000"), ["eligible-base"])


def year(name: str, **fields: Any) -> tp.Budget:
    return tp.Budget(period=tp.PartialDate(name), **fields)


@pytest.mark.parametrize(
    ("budgets", "granted", "missing"),
    [
        (
            (year("2021", eligible=euros("40000")), year("2022", eligible=euros("60000.02"))),
            euros("50000.01"),
            [],
        ),
        (
            (
                year("2021", lines=(line("40000"), FLAT), lines_complete=YES),
                year("2022", lines=(line("30000"),), lines_complete=YES),
            ),
            euros("40000"),
            [],
        ),
        (
            (
                year("2021", lines=(line("40000"),), lines_complete=YES),
                year("2022", lines=(line("30000"),)),
            ),
            between("35000", "80000"),
            [("eligible-base", "/budgets")],
        ),
        (
            (year("2021", eligible=euros("40000")), year("2022")),
            between("20000", "80000"),
            [("eligible-base", "/budgets")],
        ),
        (
            (tp.Budget(eligible=euros("90000")), year("2021", eligible=euros("40000"))),
            euros("80000", tp.Exactness.AT_MOST),
            [("eligible-base", "/budgets")],
        ),
    ],
)
def test_the_budgets_of_the_years_are_one_base(
    budgets: tuple[tp.Budget, ...], granted: tp.Amount, missing: list[tuple[str, str]]
) -> None:
    found = tp.most_aid(file(budgets=budgets), aid(HALF))
    assert found.most == granted
    assert [(each.name, each.place) for each in found.missing] == missing


def test_overheads_of_the_years_are_taken_off_each_of_them() -> None:
    terms = tp.AidTerms(rate=tp.Rate("100"), overheads=tp.Rate("10", ELIGIBLE))
    flat = line("3000", "frais", method=tp.CostMethod.FLAT_RATE)
    budgets = (
        year("2021", eligible=euros("53000"), lines=(flat,), lines_complete=YES),
        year("2022", eligible=euros("50000"), lines=(), lines_complete=YES),
    )
    assert tp.most_aid(file(budgets=budgets), aid(terms)).most == euros("110000")


def test_overheads_count_only_where_they_are_at_a_flat_rate() -> None:
    terms = tp.AidTerms(rate=tp.Rate("100"), overheads=tp.Rate("10", ELIGIBLE))
    flat, actual = (
        line("3000", "frais", method=each)
        for each in (tp.CostMethod.FLAT_RATE, tp.CostMethod.ACTUAL)
    )
    assert most(terms, budget=costing(line("50000"), actual)).most == euros("53000")
    assert most(terms, budget=costing(line("50000"), flat)).most == euros("55000")
    stated = costing(line("50000"), flat, eligible=euros("53000"))
    assert most(terms, budget=stated).most == euros("55000")
    assert most(terms, "50000").most == between("50000", "55000")
    assert gaps(most(terms, "50000")) == ["overheads-method"]


def test_a_category_of_expense_is_known_by_its_code_or_its_words() -> None:
    code = tp.Identifier("cerfa-12156", "62")
    terms = tp.AidTerms(
        rate=tp.Rate("100"), sub_caps=(tp.SubCap(category=code, amount=euros("1000")),)
    )
    ours, other = code, tp.Identifier("cerfa-12156", "60")
    assert most(terms, budget=costing(line("3000", category=ours))).most == euros("1000")
    assert most(terms, budget=costing(line("3000", category=other))).most == euros("3000")
    assert most(terms, budget=costing(line("3000"))).most == between("1000", "3000")
    each = evolve(terms, sub_caps=(tp.SubCap(label="x", amount=euros("10"), per="cadeau"),))
    found = most(each, budget=costing(line("3000", "x")))
    assert (found.most, gaps(found)) == (at_most("3000"), ["units"])


@pytest.mark.parametrize(
    ("cap", "granted"),
    [
        (tp.Amount(tp.Money("100"), basis=tp.TaxBasis.TAX_INCLUDED), at_most("500")),
        (tp.Amount(tp.Money("100", "CHF")), at_most("500")),
        (euros("100"), euros("100")),
    ],
)
def test_sums_of_two_currencies_or_tax_bases_are_not_held_together(
    cap: tp.Amount, granted: tp.Amount
) -> None:
    found = most(tp.AidTerms(rate=tp.Rate("50"), cap=cap), "1000")
    assert found.most == granted
    assert gaps(found) == ([] if granted.exactness is tp.Exactness.EXACT else ["same-unit"])


def test_a_limit_without_tax_basis_goes_with_any() -> None:
    base = tp.Amount(tp.Money("1000"), basis=tp.TaxBasis.BEFORE_TAX)
    terms = tp.AidTerms(rate=tp.Rate("50"), cap=euros("100"))
    found = tp.most_aid(file(), aid(terms), base=base)
    assert found.most == tp.Amount(tp.Money("100"), basis=tp.TaxBasis.BEFORE_TAX)
    alone = tp.AidTerms(cap=base, flat=euros("300"))
    assert most(alone).most == tp.Amount(tp.Money("300"), basis=tp.TaxBasis.BEFORE_TAX)


TRACKS: Final = (
    tp.AidTerms(tracks=("emergence",), cap=euros("100000")),
    tp.AidTerms(tracks=("support",), cap=euros("70000")),
)


@pytest.mark.parametrize(
    ("tracks", "granted", "missing"),
    [
        (("emergence",), euros("100000"), []),
        (("support",), euros("70000"), []),
        (("other",), None, ["aid-terms"]),
        ((), at_most("100000"), ["track"]),
        (("emergence", "support"), between("70000", "100000"), ["aid-terms"]),
    ],
)
def test_terms_are_those_of_the_track(
    tracks: tuple[str, ...], granted: tp.Amount | None, missing: list[str]
) -> None:
    found = tp.most_aid(file(tracks=tracks), aid(*TRACKS))
    assert found.most == granted
    assert gaps(found) == ([] if tracks == ("other",) else missing)


@pytest.mark.parametrize(
    ("terms", "on", "granted"),
    [
        (tp.AidTerms(cap=euros("5"), period=tp.PartialDate("2021")), "2021-12-31", euros("5")),
        (tp.AidTerms(cap=euros("5"), period=tp.PartialDate("2021")), "2021-01-01", euros("5")),
        (tp.AidTerms(cap=euros("5"), period=tp.PartialDate("2021")), "2022-01-01", None),
        (tp.AidTerms(cap=euros("5"), period=tp.PartialDate("2021")), "2020-12-31", None),
        (tp.AidTerms(cap=euros("5"), period=tp.PartialDate("2021")), None, at_most("5")),
        (tp.AidTerms(cap=euros("5"), rounds=("r",)), None, at_most("5")),
        (tp.AidTerms(cap=euros("5"), when=DIGITAL), None, at_most("5")),
        (tp.AidTerms(cap=euros("5"), aid=tp.AidKind.LABEL), None, None),
        (tp.AidTerms(cap=euros("5"), aid=tp.AidKind.PRIZE), None, euros("5")),
        (tp.AidTerms(), None, None),
    ],
)
def test_terms_are_for_a_time_a_round_and_whoever_meets_a_demand(
    terms: tp.AidTerms, on: str | None, granted: tp.Amount | None
) -> None:
    assert tp.most_aid(file(), aid(terms), on=on).most == granted


def test_a_call_that_tells_no_terms_is_to_be_asked() -> None:
    found = tp.most_aid(file(), tp.Call(id="call"))
    assert (found.most, gaps(found), found.floor_reached) == (None, ["aid-terms"], UNKNOWN)
    assert gaps(tp.most_aid(file(), aid())) == []
    assert gaps(most(tp.AidTerms())) == ["aid-amount"]


def test_the_sum_is_rounded_down_once_at_the_end() -> None:
    third = tp.AidTerms(rate=tp.Rate(Decimal("33.33333333333333333333")), floor=euros("33.33"))
    found = most(third, "100", requested=euros("40"))
    assert found.most == euros("33.33")
    assert [(each.name, each.before, each.after) for each in found.steps[-3:]] == [
        ("rate", euros("100"), euros("33.333333")),
        ("rounded", euros("33.333333"), euros("33.33")),
        ("requested", euros("33.33"), euros("33.33")),
    ]
    assert most(third, "100", requested=euros("20")).steps[-1].after == euros("20")
    assert most(third, "100", requested=euros("20")).most == euros("33.33")


def test_huge_sums_are_no_error() -> None:
    huge = "9" * 15
    terms = tp.AidTerms(rate=tp.Rate("999999"), yearly_cap=euros(huge), duration=tp.Span("P99Y"))
    assert most(terms, huge).most is None


def test_the_steps_point_to_the_terms_and_read_as_sentences() -> None:
    lines = line("100000", "salaires"), line("60000", "investissements matériels"), FLAT
    found = most(FOOD, budget=costing(*lines, total=euros("170000")))
    assert [each.term for each in found.steps] == [
        None,
        "/aid/0/sub_caps/0",
        "/aid/0/overheads",
        "/aid/0/rate",
        "/aid/0/cap",
    ]
    assert found.steps[0].place == "/budgets/0"
    assert found.in_words("en").splitlines() == [
        "Eligible base: €160,000.",
        "Limit on “investissements matériels” (€40,000), of the base: €160,000 before, €140,000 after.",
        "Overheads at a flat rate of 8% of the total cost (€13,600), of the base: €140,000 before, €153,600 after.",
        "Rate (70% of the eligible expense), with its bonuses: €153,600 before, €107,520 after.",
        "Cap (€200,000): €107,520 before, €107,520 after.",
        "What may be granted at most: €107,520.",
    ]
    unknown = most(HALF)
    assert unknown.in_words("fr").splitlines()[-1] == "Il manque : assiette éligible."
    below = most(tp.AidTerms(rate=tp.Rate("50"), floor=euros("100")), "100")
    assert below.in_words("en").splitlines()[-1] == "Nothing can be granted."
    assert most(tp.AidTerms()).in_words("en").startswith("What may be granted at most is not")


def test_what_no_budget_can_tell_is_left_open() -> None:
    """A share of an envelope, a bonus in words, a sub-cap without a sum."""
    share = most(tp.AidTerms(rate=tp.Rate("50", tp.RateBase.ENVELOPE), cap=euros("900")), "1000")
    assert share.most == euros("500")  # the caller tells what the rate is a share of
    budget = costing(line("1000"))
    share = most(
        tp.AidTerms(rate=tp.Rate("50", tp.RateBase.ENVELOPE), cap=euros("900")), budget=budget
    )
    assert (share.most, gaps(share)) == (at_most("900"), ["rate-base"])
    words = tp.Bonus(condition=tp.Bilingual("Le projet est exemplaire."), amount=euros("100"))
    exemplary = most(tp.AidTerms(cap=euros("900"), bonuses=(words,)))
    assert exemplary.most == between("900", "1000")
    assert [(each.name, each.by) for each in exemplary.missing] == [
        ("bonus-condition", Settler.PERSON)
    ]
    none = tp.AidTerms(rate=tp.Rate("50"), sub_caps=(tp.SubCap(label="dépense"),))
    assert most(none, budget=budget).most == euros("500")
    both = tp.SubCap(label="dépense", amount=euros("300"), rate=tp.Rate("20", WHOLE))
    assert most(evolve(none, sub_caps=(both,)), budget=budget).most == euros("100")
    nothing = tp.SubCap(amount=euros("300"))
    assert most(evolve(none, sub_caps=(nothing,)), budget=budget).most == between("150", "500")


def test_points_that_may_be_earned_leave_a_range() -> None:
    points = tp.Bonus(when=DIGITAL, points=tp.Rate("10"))
    terms = tp.AidTerms(rate=tp.Rate("50"), bonuses=(points,))
    assert most(terms, "1000").most == between("500", "600")
    small = evolve(file(), organisations=(tp.Organisation(id="town", headcount=tp.Count(4)),))
    assert tp.most_aid(small, aid(terms), base=euros("1000")).most == euros("500")


def test_a_floor_in_another_currency_may_not_be_reached() -> None:
    terms = tp.AidTerms(cap=euros("900"), floor=tp.Amount(tp.Money("1", "CHF")))
    found = most(terms)
    assert (found.most, found.floor_reached) == (at_most("900"), UNKNOWN)
    assert gaps(found) == ["same-unit"]
    assert most(tp.AidTerms(floor=euros("1"))).floor_reached is UNKNOWN


@pytest.mark.parametrize(
    ("base", "granted"),
    [
        (euros("1000", tp.Exactness.AT_LEAST), euros("500", tp.Exactness.AT_LEAST)),
        (euros("1000", tp.Exactness.MORE_THAN), euros("500", tp.Exactness.AT_LEAST)),
        (euros("1000", tp.Exactness.LESS_THAN), at_most("500")),
        (between("1000", "2000"), between("500", "1000")),
        (euros("-1000"), None),
    ],
)
def test_a_base_is_as_exact_as_it_is_told(base: tp.Amount, granted: tp.Amount | None) -> None:
    found = tp.most_aid(file(), aid(tp.AidTerms(rate=tp.Rate("50"))), base=base)
    assert (found.most, gaps(found)) == (granted, ["eligible-base"])


def test_an_applicant_whose_kind_is_not_told_is_looked_up() -> None:
    town = tp.OrganisationKind.COMMUNE
    call = aid(tp.AidTerms(applicants=(town,), cap=euros("5")))
    alone = tp.Application(id="alone", applicant=tp.Ref("town"))
    found = tp.most_aid(alone, call)
    assert [(each.place, each.by) for each in found.missing] == [("/applicant", Settler.REGISTER)]
    known = tp.Dataset(organisations=(tp.Organisation(id="town", kind=town),))
    assert tp.most_aid(alone, call, known=known).most == euros("5")
    declared = tp.most_aid(file(), call).missing
    assert [(each.place, each.by) for each in declared] == [
        ("/organisations/0/kind", Settler.APPLICANT)
    ]


@pytest.mark.parametrize(
    ("applicant", "granted", "by"),
    [
        ({"kind": tp.OrganisationKind.COMPANY}, euros("5"), None),
        ({"kind": tp.OrganisationKind.COOPERATIVE}, at_most("5"), Settler.PERSON),
        ({"kind": tp.OrganisationKind.REGION}, None, None),
        ({"siren": tp.Siren("215900119")}, None, None),
        ({}, at_most("5"), Settler.APPLICANT),
    ],
)
def test_terms_for_some_kinds_may_be_for_one_that_the_applicant_is_as_well(
    applicant: dict[str, Any], granted: tp.Amount | None, by: Settler | None
) -> None:
    terms = tp.AidTerms(applicants=(tp.OrganisationKind.COMPANY,), cap=euros("5"))
    organisation = tp.Organisation(id="town", **applicant)
    found = tp.most_aid(evolve(file(), organisations=(organisation,)), aid(terms))
    assert found.most == granted
    assert [(each.name, each.by) for each in found.missing] == (
        [] if by is None else [("applicant-kind", by)]
    )


def test_a_most_that_may_be_the_floor_may_reach_it() -> None:
    terms = tp.AidTerms(rate=tp.Rate("50"), floor=euros("100"))
    found = most(terms, budget=costing(line("200", eligible=UNKNOWN)))
    assert (found.most, found.floor_reached) == (at_most("100"), UNKNOWN)
    below = most(terms, budget=costing(line("199.99", eligible=UNKNOWN)))
    assert (below.most, below.floor_reached) == (euros("0"), NO)


def test_terms_that_may_apply_beside_those_that_do_leave_a_range() -> None:
    call = aid(tp.AidTerms(cap=euros("5")), tp.AidTerms(cap=euros("9"), when=DIGITAL))
    found = tp.most_aid(file(), call)
    assert (found.most, gaps(found)) == (between("5", "9"), ["headcount"])


def test_what_the_caller_gives_is_the_base_of_the_rate_alone() -> None:
    terms = tp.AidTerms(rate=tp.Rate("100", ELIGIBLE), cumulated=tp.Rate("80", WHOLE))
    application = file(budgets=(tp.Budget(total=euros("2000")),), funding=funded())
    assert tp.most_aid(application, aid(terms), base=euros("1000")).most == euros("1000")
    assert tp.most_aid(application, aid(terms), base=euros("1700")).most == euros("1600")
