"""What assessing applications costs, beside structuring them from JSON bytes.

Ten thousand applications, each of ten members and six actions, are held against a call of
twenty-five requirements.
"""

from itertools import cycle, islice
from statistics import median
from time import perf_counter
from typing import Any, Final

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import territoires_participatifs as tp

HIGHEST_RATIO: Final = 1.0
APPLICATIONS: Final = 10_000
BATCH: Final = 500
"""Both are measured batch after batch, so that a slow moment of the machine weighs on both."""

EURO: Final = tp.Money
AT_MOST, AT_LEAST = tp.Exactness.AT_MOST, tp.Exactness.AT_LEAST
NORD: Final = tp.TerritoryCode(tp.TerritoryKind.REGION, "32")

DEMANDS: Final[tuple[Any, ...]] = (
    tp.DeadlineDemand(),
    tp.DocumentDemand(kinds=(tp.DocumentKind.BUDGET,)),
    tp.DocumentDemand(kinds=(tp.DocumentKind.LETTER_OF_INTENT,), number=tp.Count(2, AT_LEAST)),
    tp.LanguageDemand(languages=("fr",)),
    tp.ChannelDemand(channels=(tp.Channel.ONLINE,)),
    tp.CommitmentDemand(to=tp.CommitmentKind.REPUBLICAN),
    tp.CommitmentDemand(to=tp.CommitmentKind.DUTIES),
    tp.PreviousReportDemand(),
    tp.ApplicantDemand(kinds=(tp.OrganisationKind.ASSOCIATION, tp.OrganisationKind.COMPANY)),
    tp.ApplicantDemand(of=tp.ApplicantSide.EVERY_MEMBER, legal_person=tp.Ternary.YES),
    tp.HeadcountDemand(number=tp.Count(250, tp.Exactness.LESS_THAN)),
    tp.SeniorityDemand(at_least=tp.Span("P1Y")),
    tp.AnyOf(
        demands=(
            tp.SizeDemand(sizes=(tp.CompanySize.SMALL_OR_MEDIUM,)),
            tp.ApplicantDemand(non_profit=tp.Ternary.YES),
        )
    ),
    tp.CollectiveDemand(),
    tp.MembersDemand(number=tp.Count(3, AT_LEAST)),
    tp.MembersDemand(number=tp.Count(1, AT_LEAST), kinds=(tp.OrganisationKind.COMPANY,)),
    tp.ShareDemand(of=tp.Shared.GRANT, at_most=tp.Rate("70")),
    tp.TerritoryDemand(what=tp.Located.PROJECT, territories=(NORD,)),
    tp.DurationDemand(at_most=tp.Span("P36M")),
    tp.EndDemand(not_after=tp.PartialDate("2024-12-31")),
    tp.GrantDemand(amount=tp.Amount(EURO("200000"), AT_MOST)),
    tp.CostDemand(amount=tp.Amount(EURO("10000"), AT_LEAST)),
    tp.RateDemand(at_most=tp.Rate("80", tp.RateBase.TOTAL_COST)),
    tp.BalanceDemand(),
    tp.TextDemand(text=tp.Bilingual("Le projet est innovant.")),
)

CALL: Final = tp.Call(
    id="call",
    closes=tp.Deadline(day=tp.PartialDate("2021-03-12")),
    requirements=tuple(
        tp.Requirement(id=f"r-{index}", demand=each) for index, each in enumerate(DEMANDS)
    ),
)


def _organisation(index: int, member: int) -> tp.Organisation:
    kinds = (tp.OrganisationKind.ASSOCIATION, tp.OrganisationKind.COMPANY)
    return tp.Organisation(
        id=f"o-{index}-{member}",
        names=(tp.Name(f"Organisation {index}-{member}"),),
        kind=kinds[member % 2],
        legal_person=tp.Ternary.YES,
        non_profit=tp.Ternary.of(member % 2 == 0),
        headcount=tp.Count(member + index % 300),
        since=tp.PartialDate(f"20{10 + member}-01-01"),
    )


def _action(index: int, number: int) -> tp.Project:
    euros = tp.Amount(EURO(1000 + index % 97 + number))
    side = (tp.Side.EXPENSE, tp.Side.INCOME)
    lines = tuple(
        tp.BudgetLine(side=side[line % 2], label=f"poste {line // 2}", amount=euros)
        for line in range(6)
    )
    return tp.Project(
        id=f"action-{number}",
        names=(tp.Name(f"Action {number} du projet {index}"),),
        territories=(tp.TerritoryCode(tp.TerritoryKind.COMMUNE, "59350", vintage=2021),),
        since=tp.PartialDate("2021-06-01"),
        until=tp.PartialDate("2023-06-01"),
        budgets=(tp.Budget(lines=lines, lines_complete=tp.Ternary.YES),),
    )


def _application(index: int) -> tp.Application:
    organisations = tuple(_organisation(index, each) for each in range(10))
    roles = (tp.MemberRole.COORDINATOR, *[tp.MemberRole.PARTNER] * 9)
    share = tp.Amount(EURO(1000))
    members = tuple(
        tp.Member(organisation=tp.Ref(each.id), role=role, requested=share)
        for each, role in zip(organisations, roles, strict=True)
    )
    submitted = tp.Instant(tp.PartialDate("2021-03-01"))
    return tp.Application(
        id=f"file-{index}",
        call=tp.Ref("call"),
        applicant=tp.Ref(organisations[0].id),
        consortium=tp.Consortium(members=members, members_complete=tp.Ternary.YES),
        organisations=organisations,
        projects=tuple(_action(index, each) for each in range(6)),
        documents=(
            tp.Document(kind=tp.DocumentKind.BUDGET),
            tp.Document(kind=tp.DocumentKind.LETTER_OF_INTENT),
            tp.Document(kind=tp.DocumentKind.LETTER_OF_INTENT),
        ),
        commitments=(
            tp.Commitment(to=tp.CommitmentKind.REPUBLICAN),
            tp.Commitment(to=tp.CommitmentKind.DUTIES),
        ),
        renewal=tp.Ternary.NO,
        requested=tp.Amount(EURO(10000)),
        language="fr",
        channel=tp.Channel.ONLINE,
        submitted=submitted,
        received=submitted,
    )


def _documents(first: int) -> list[bytes]:
    return [
        tp.write(tp.Dataset(applications=(_application(index),), main=tp.Ref(f"file-{index}")))
        for index in range(first, first + BATCH)
    ]


def _structured(documents: list[bytes]) -> tuple[float, list[tp.Application]]:
    begun = perf_counter()
    found = [tp.read(each).applications[0] for each in documents]
    return perf_counter() - begun, found


def _assessed(applications: list[tp.Application], ready: tp.CompiledCall) -> float:
    begun = perf_counter()
    for each in applications:
        tp.assess(each, ready, on="2021-03-12")
    return perf_counter() - begun


@pytest.mark.benchmark(group="assessing")
def test_assessing_costs_no_more_than_structuring(benchmark: BenchmarkFixture) -> None:
    ready = tp.compile_call(CALL)
    ratios: list[float] = []
    applications: list[tp.Application] = []
    for first in range(0, APPLICATIONS, BATCH):
        seconds, applications = _structured(_documents(first))
        ratios.append(_assessed(applications, ready) / seconds)
    ratio = median(ratios)
    benchmark.extra_info["ratio to structuring"] = round(ratio, 2)
    some = list(islice(cycle(applications), 100))
    benchmark(_assessed, some, ready)
    assert ratio <= HIGHEST_RATIO
