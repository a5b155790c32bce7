"""Samples of the demands on those who apply together, and on the money."""

from typing import Any, Final

from attrs import evolve

import territoires_participatifs as tp
from demands.sample import Change, Sample

YES: Final = tp.Ternary.YES
AT_LEAST, AT_MOST = tp.Exactness.AT_LEAST, tp.Exactness.AT_MOST


def euros(number: str, exactness: tp.Exactness = tp.Exactness.EXACT) -> tp.Amount:
    """Return an amount of euros."""
    return tp.Amount(tp.Money(number), exactness)


def changing(**fields: Any) -> Change:
    """Return what gives an application other fields."""
    return lambda each: evolve(each, **fields)


def member(name: str, **fields: Any) -> tp.Member:
    """Return a member of a consortium, a partner if nothing else is told."""
    told: dict[str, Any] = {"role": tp.MemberRole.PARTNER} | fields
    return tp.Member(organisation=tp.Ref(name), **told)


def together(*members: tp.Member, **fields: Any) -> tp.Consortium:
    """Return a consortium of some members and no others."""
    return tp.Consortium(members=members, members_complete=YES, **fields)


def spent(number: str) -> tp.Budget:
    """Return a budget of a stated total."""
    return tp.Budget(total=euros(number))


def expense(number: str, **fields: Any) -> tp.BudgetLine:
    """Return an expense."""
    return tp.BudgetLine(side=tp.Side.EXPENSE, **({"amount": euros(number)} | fields))


def income(number: str) -> tp.BudgetLine:
    """Return an income."""
    return tp.BudgetLine(side=tp.Side.INCOME, amount=euros(number))


def budget(*lines: tp.BudgetLine, **fields: Any) -> tp.Budget:
    """Return a budget of some lines and no others."""
    return tp.Budget(lines=lines, lines_complete=YES, **fields)


def plan(*contributions: tp.Contribution, **fields: Any) -> tp.FundingPlan:
    """Return a funding plan of some contributions and no others."""
    return tp.FundingPlan(contributions=contributions, contributions_complete=YES, **fields)


def aid(funder: str, number: str, **fields: Any) -> tp.Contribution:
    """Return an aid of a funder, granted if nothing else is told."""
    told: dict[str, Any] = {"status": tp.ContributionStatus.GRANTED, "amount": euros(number)}
    return tp.Contribution(funder=tp.Ref(funder), **(told | fields))


def own(number: str) -> tp.Contribution:
    """Return what the applicant pays itself."""
    return tp.Contribution(kind=tp.ContributionKind.OWN, amount=euros(number))


def application(**fields: Any) -> tp.Application:
    """Return an application to the call."""
    return tp.Application(id="file", call=tp.Ref("call"), **fields)


def account(code: str) -> tp.Identifier:
    """Return an account of the chart of accounts."""
    return tp.Identifier("cerfa-12156", code)


_FIRM = tp.Organisation(
    id="firm",
    kind=tp.OrganisationKind.COMPANY,
    size=tp.CompanySize.SMALL,
    seat=tp.TerritoryCode(tp.TerritoryKind.COMMUNE, "59350"),
)
_LAB = tp.Organisation(
    id="lab",
    kind=tp.OrganisationKind.RESEARCH_BODY,
    public=YES,
    seat=tp.TerritoryCode(tp.TerritoryKind.COUNTRY, "BE"),
)
_BOTH: Final = together(member("firm"), member("lab"), agreement=YES)
_PAIR: Final = {"consortium": _BOTH, "organisations": (_FIRM, _LAB)}
_ALONE: Final = changing(consortium=together(member("firm")))
_THREE: Final = changing(consortium=together(member("firm"), member("lab"), member("town")))
_UNLISTED: Final = changing(consortium=None)
_UNKNOWN: Final = changing(organisations=())
_KNOWN: Final = tp.Dataset(
    applications=(
        tp.Application(id="other", call=tp.Ref("call"), applicant=tp.Ref("firm"), tracks=("a",)),
        tp.Application(
            id="third",
            call=tp.Ref("call"),
            applicant=tp.Ref("lab"),
            consortium=together(member("lab")),
            tracks=("b",),
        ),
    )
)
_GIVEN: Final = tp.Call(
    id="call",
    participations=(tp.Participation(organisation=tp.Ref("region"), role=tp.Role.FUNDER),),
)


def _halves(first: str, second: str) -> tp.Consortium:
    return together(
        member("firm", budget=spent(first), requested=euros(first)),
        member("lab", budget=spent(second), requested=euros(second)),
    )


def _sample(
    name: str, demand: object, held: dict[str, Any], *changes: Change, **more: Any
) -> Sample:
    breaks, forgets = changes
    return Sample(
        name=name,
        demand=demand,
        application=application(**held),
        breaks=breaks,
        forgets=forgets,
        **more,
    )


_CONSORTIA: Final = (
    _sample("collective", tp.CollectiveDemand(), _PAIR, _ALONE, _UNLISTED),
    _sample(
        "agreement",
        tp.CollectiveDemand(agreement=YES),
        _PAIR,
        changing(consortium=evolve(_BOTH, agreement=tp.Ternary.NO)),
        changing(consortium=evolve(_BOTH, agreement=tp.Ternary.UNDETERMINED)),
    ),
    _sample(
        "members-at-most", tp.MembersDemand(number=tp.Count(2, AT_MOST)), _PAIR, _THREE, _UNLISTED
    ),
    _sample(
        "members-of-a-size",
        tp.MembersDemand(number=tp.Count(1, AT_LEAST), sizes=(tp.CompanySize.SMALL_OR_MEDIUM,)),
        _PAIR | {"organisations": (_FIRM, evolve(_LAB, size=tp.NOT_APPLICABLE))},
        changing(
            organisations=(
                evolve(_FIRM, size=tp.CompanySize.LARGE),
                evolve(_LAB, size=tp.NOT_APPLICABLE),
            )
        ),
        _UNKNOWN,
    ),
    _sample("countries", tp.CountriesDemand(number=tp.Count(2, AT_LEAST)), _PAIR, _ALONE, _UNKNOWN),
    _sample(
        "countries-among",
        tp.CountriesDemand(
            number=tp.Count(1, AT_LEAST), among=(tp.TerritoryCode(tp.TerritoryKind.COUNTRY, "BE"),)
        ),
        _PAIR,
        _ALONE,
        _UNKNOWN,
    ),
    _sample(
        "share-of-expense",
        tp.ShareDemand(of=tp.Shared.EXPENSE, at_most=tp.Rate("70")),
        {"consortium": _halves("70", "30")},
        changing(consortium=_halves("70.01", "29.99")),
        _UNLISTED,
    ),
    _sample(
        "share-of-grant",
        tp.ShareDemand(
            of=tp.Shared.GRANT,
            at_least=tp.Rate("10"),
            kinds=(tp.OrganisationKind.RESEARCH_BODY,),
            together=YES,
        ),
        _PAIR | {"consortium": _halves("90", "10"), "requested": euros("100")},
        changing(consortium=_halves("90.01", "9.99")),
        changing(requested=None),
    ),
    _sample(
        "applications",
        tp.ApplicationsDemand(at_most=1),
        {"applicant": tp.Ref("town")},
        changing(applicant=tp.Ref("firm")),
        changing(applicant=None),
        known=_KNOWN,
    ),
    _sample(
        "applications-by-member",
        tp.ApplicationsDemand(at_most=1, per=tp.Counted.MEMBER, tracks=("b",)),
        {"tracks": ("b",), "consortium": together(member("firm"))},
        changing(consortium=_BOTH),
        _UNLISTED,
        known=_KNOWN,
    ),
    _sample(
        "tracks",
        tp.TracksDemand(number=tp.Count(1)),
        {"tracks": ("a",)},
        changing(tracks=("a", "b")),
        changing(tracks=()),
    ),
    _sample(
        "exclusive-tracks",
        tp.TracksDemand(exclusive=("a", "b")),
        {"applicant": tp.Ref("firm"), "tracks": ("a",)},
        changing(tracks=("b",)),
        changing(tracks=()),
        known=_KNOWN,
    ),
)

_PER_YEAR: Final = (
    budget(expense("10"), income("10"), period=tp.PartialDate("2021")),
    budget(expense("20"), income("20"), period=tp.PartialDate("2022")),
)

_TWO_YEARS: Final = tp.Project(
    id="project", since=tp.PartialDate("2021-03-01"), until=tp.PartialDate("2022-12-31")
)

_MONEY: Final = (
    _sample(
        "grant-cap",
        tp.GrantDemand(amount=euros("3000", AT_MOST)),
        {"requested": euros("3000")},
        changing(requested=euros("3000.01")),
        changing(requested=None),
    ),
    _sample(
        "grant-floor",
        tp.GrantDemand(amount=euros("3000", AT_LEAST)),
        {"requested": euros("3000")},
        changing(requested=euros("2999.99")),
        changing(requested=None),
    ),
    _sample(
        "cost",
        tp.CostDemand(amount=euros("2000000", tp.Exactness.MORE_THAN)),
        {"budgets": (spent("2000000.01"),)},
        changing(budgets=(spent("2000000"),)),
        changing(budgets=None),
    ),
    _sample(
        "eligible-cost",
        tp.CostDemand(of=tp.Costed.ELIGIBLE, amount=euros("100", AT_LEAST)),
        {"budgets": (tp.Budget(eligible=euros("100")),)},
        changing(budgets=(tp.Budget(eligible=euros("99.99")),)),
        changing(budgets=(spent("100"),)),
    ),
    _sample(
        "rate-told",
        tp.RateDemand(at_most=tp.Rate("80", tp.RateBase.TOTAL_COST)),
        {"rate": tp.Rate("80", tp.RateBase.TOTAL_COST)},
        changing(rate=tp.Rate("80.01", tp.RateBase.TOTAL_COST)),
        changing(rate=None),
    ),
    _sample(
        "rate-counted",
        tp.RateDemand(at_least=tp.Rate("50", tp.RateBase.TOTAL_COST)),
        {"requested": euros("50"), "budgets": (spent("100"),)},
        changing(requested=euros("49.99")),
        changing(requested=None),
    ),
    _sample(
        "own-share",
        tp.FundingDemand(
            kinds=(tp.ContributionKind.OWN,), at_least=tp.Rate("20", tp.RateBase.TOTAL_COST)
        ),
        {"funding": plan(own("20"), aid("region", "80"))},
        changing(funding=plan(own("19.99"), aid("region", "80.01"))),
        changing(funding=None),
    ),
    _sample(
        "public-share",
        tp.FundingDemand(public=YES, at_most=tp.Rate("80", tp.RateBase.TOTAL_COST)),
        {
            "funding": plan(aid("lab", "80"), aid("shop", "20")),
            "organisations": (_LAB, tp.Organisation(id="shop", public=tp.Ternary.NO)),
        },
        changing(funding=plan(aid("lab", "80.01"), aid("shop", "19.99"))),
        _UNKNOWN,
    ),
    _sample(
        "cumulation",
        tp.CumulationDemand(),
        {"funding": plan(aid("region", "80"), own("20"))},
        changing(funding=plan(aid("region", "80"), aid("ademe", "0.01"))),
        changing(funding=None),
        call=_GIVEN,
    ),
    _sample(
        "cumulation-of-one-funder",
        tp.CumulationDemand(funders=(tp.Ref("ademe"),)),
        {"funding": plan(aid("town", "80"))},
        changing(funding=plan(aid("ademe", "80"))),
        changing(funding=tp.FundingPlan(contributions=())),
        call=_GIVEN,
    ),
    _sample(
        "balance",
        tp.BalanceDemand(),
        {"budgets": (budget(expense("30"), income("10"), income("20")),)},
        changing(budgets=(budget(expense("30"), income("30.01")),)),
        changing(budgets=None),
    ),
    _sample(
        "balance-by-year",
        tp.BalanceDemand(yearly=YES),
        {"budgets": _PER_YEAR, "projects": (_TWO_YEARS,)},
        changing(
            budgets=(*_PER_YEAR, budget(expense("1"), income("2"), period=tp.PartialDate("2023")))
        ),
        changing(budgets=()),
    ),
    _sample(
        "expense-cap",
        tp.ExpenseDemand(labels=("investissements",), at_most=euros("40000")),
        {"budgets": (budget(expense("40000", label="Investissements"), expense("5", label="x")),)},
        changing(budgets=(budget(expense("40000.01", label="Autres investissements")),)),
        changing(budgets=None),
    ),
    _sample(
        "expense-share",
        tp.ExpenseDemand(
            methods=(tp.CostMethod.FLAT_RATE,), rate=tp.Rate("8", tp.RateBase.TOTAL_COST)
        ),
        {
            "budgets": (
                budget(
                    expense("8", method=tp.CostMethod.FLAT_RATE),
                    expense("92", method=tp.CostMethod.ACTUAL),
                ),
            )
        },
        changing(
            budgets=(
                budget(
                    expense("8.01", method=tp.CostMethod.FLAT_RATE),
                    expense("91.99", method=tp.CostMethod.ACTUAL),
                ),
            )
        ),
        changing(budgets=(budget(expense("8"), expense("92")),)),
    ),
    _sample(
        "allowed-expenses",
        tp.AllowedExpensesDemand(categories=(account("60"), account("62"))),
        {"budgets": (budget(expense("8", category=account("60"))),)},
        changing(budgets=(budget(expense("8", category=account("64"))),)),
        changing(budgets=(budget(expense("8")),)),
    ),
    _sample(
        "allowed-expenses-by-words",
        tp.AllowedExpensesDemand(categories=(account("60"),), labels=("prestations",)),
        {"budgets": (budget(expense("8", label="Prestations de service")),)},
        changing(budgets=(budget(expense("8", label="Salaires", category=account("64"))),)),
        changing(budgets=(budget(expense("8", label="Salaires")),)),
    ),
)

SAMPLES: Final = (*_CONSORTIA, *_MONEY)
