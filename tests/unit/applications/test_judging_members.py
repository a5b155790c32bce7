"""Who is a member: by its part, by what is sure of it, by the day; and what is then sure."""

from collections.abc import Mapping
from typing import Any, Final

import pytest
from demands.consortia_money import application, euros, member, together

import territoires_participatifs as tp
from territoires_participatifs.applications._judges._combined import JUDGES
from territoires_participatifs.applications._judges._facts import Facts, Known

YES, NO, UNSURE = tp.Ternary.YES, tp.Ternary.NO, tp.Ternary.UNDETERMINED
AT_LEAST, AT_MOST = tp.Exactness.AT_LEAST, tp.Exactness.AT_MOST
Kind, Part, Side = tp.OrganisationKind, tp.MemberRole, tp.ApplicantSide
COORDINATOR: Final = Part.COORDINATOR
FIRM: Final = tp.Organisation(id="firm", kind=Kind.COMPANY)
LAB: Final = tp.Organisation(id="lab", kind=Kind.REGION)
BOTH: Final = (FIRM, LAB)


def judged(demand: Any, held: tp.Application, on: str | None = "2021-03-12") -> Any:
    known: Known | None = None
    day = None if on is None else tp.day(on)
    return JUDGES[type(demand)](demand, Facts(held, tp.Call(id="call"), day, known))


def gaps(answer: Any) -> list[tuple[str, str]]:
    return [(each.name, each.place) for each in answer.missing]


def since(text: str) -> dict[str, Any]:
    return {"since": tp.PartialDate(text)}


def until(text: str) -> dict[str, Any]:
    return {"until": tp.PartialDate(text)}


@pytest.mark.parametrize(
    ("role", "met"),
    [
        (None, UNSURE),
        (Part.PARTNER, YES),
        (Part.PAYEE, YES),
        (Part.SUPPORTER, NO),
        (Part.SUBCONTRACTOR, NO),
        (Part.OTHER, NO),
    ],
)
def test_one_whose_part_is_unknown_may_be_a_member(
    role: tp.MemberRole | None, met: tp.Ternary
) -> None:
    held = application(consortium=together(member("a", role=COORDINATOR), member("b", role=role)))
    answer = judged(tp.MembersDemand(number=tp.Count(2, AT_LEAST)), held)
    assert answer.met is met
    assert gaps(answer) == ([("role", "/consortium/members/1/role")] if met is UNSURE else [])


def test_all_that_is_unsure_of_a_member_is_asked() -> None:
    held = application(consortium=together(member("a"), member("b", role=None, certain=UNSURE)))
    answer = judged(tp.MembersDemand(number=tp.Count(2, AT_LEAST)), held)
    assert gaps(answer) == [
        ("role", "/consortium/members/1/role"),
        ("membership", "/consortium/members/1"),
    ]


@pytest.mark.parametrize(
    ("fields", "on", "met"),
    [
        (until("2021-03-11"), "2021-03-12", NO),
        (until("2021-03-12"), "2021-03-12", YES),
        (since("2021-03-13"), "2021-03-12", NO),
        (since("2021-03-12"), "2021-03-12", YES),
        (since("2021"), None, UNSURE),
        (until("2021"), None, UNSURE),
    ],
)
def test_members_are_those_of_the_day(
    fields: Mapping[str, Any], on: str | None, met: tp.Ternary
) -> None:
    held = application(consortium=together(member("a"), member("b", **fields)))
    assert judged(tp.MembersDemand(number=tp.Count(2, AT_LEAST)), held, on).met is met


@pytest.mark.parametrize(
    ("consortium", "limit", "met"),
    [
        (None, tp.Count(1, AT_LEAST), YES),
        (None, tp.Count(2, AT_LEAST), UNSURE),
        (None, tp.Count(0, AT_MOST), NO),
        (tp.Consortium(), tp.Count(1, AT_LEAST), YES),
        (tp.Consortium(members=()), tp.Count(1), YES),
        (tp.Consortium(members=()), tp.Count(2, AT_LEAST), NO),
        (tp.Consortium(members=(), members_complete=NO), tp.Count(2, AT_LEAST), UNSURE),
        (together(member("firm", role=None)), tp.Count(1), YES),
        (together(member("lab", role=None)), tp.Count(1), YES),
        (together(member("lab", role=None), member("town", role=None)), tp.Count(1), UNSURE),
        (together(member("lab", role=Part.SUPPORTER)), tp.Count(1), YES),
        (together(member("lab", certain=NO)), tp.Count(1), YES),
    ],
)
def test_whoever_applies_is_one_member_at_least(
    consortium: tp.Consortium | None, limit: tp.Count, met: tp.Ternary
) -> None:
    held = application(applicant=tp.Ref("firm"), consortium=consortium)
    answer = judged(tp.MembersDemand(number=limit), held)
    assert answer.met is met
    assert bool(answer.missing) or met is not UNSURE


def test_if_nobody_is_told_to_apply_there_may_be_no_member() -> None:
    assert judged(tp.MembersDemand(number=tp.Count(1, AT_LEAST)), application()).met is UNSURE


@pytest.mark.parametrize("role", [None, Part.SUPPORTER])
def test_whoever_may_apply_alone_may_be_the_one_that_counts(role: tp.MemberRole | None) -> None:
    held = application(
        applicant=tp.Ref("firm"),
        consortium=together(member("lab", role=role)),
        organisations=BOTH,
    )
    demand = tp.MembersDemand(number=tp.Count(0, AT_MOST), kinds=(Kind.COMPANY,))
    answer = judged(demand, held)
    assert answer.met is (UNSURE if role is None else NO)
    assert gaps(answer) == ([("role", "/consortium/members/0/role")] if role is None else [])


def asked(side: tp.ApplicantSide) -> tp.ApplicantDemand:
    """Ask for a company."""
    return tp.ApplicantDemand(kinds=(Kind.COMPANY,), of=side)


@pytest.mark.parametrize(
    ("fields", "every", "some"),
    [
        ({}, NO, NO),
        ({"role": Part.SUPPORTER}, YES, NO),
        ({"role": None}, UNSURE, NO),
        ({"certain": NO}, YES, NO),
        ({"certain": UNSURE}, UNSURE, NO),
        (until("2021-03-11"), YES, NO),
        (since("2021-03-13"), YES, NO),
    ],
)
def test_only_a_sure_member_fails_what_is_asked_of_every_one(
    fields: Mapping[str, Any], every: tp.Ternary, some: tp.Ternary
) -> None:
    held = application(
        consortium=together(member("firm"), member("lab", **fields)), organisations=BOTH
    )
    answer = judged(asked(Side.EVERY_MEMBER), held)
    assert answer.met is every
    assert bool(answer.missing) is every.is_undetermined
    other = tp.ApplicantDemand(kinds=(Kind.ASSOCIATION,), of=Side.SOME_MEMBER)
    assert judged(other, held).met is some


@pytest.mark.parametrize(
    ("fields", "met"), [({}, YES), ({"role": None}, UNSURE), ({"certain": NO}, NO)]
)
def test_only_a_sure_member_does_what_is_asked_of_one(
    fields: Mapping[str, Any], met: tp.Ternary
) -> None:
    held = application(
        consortium=together(member("lab"), member("firm", **fields)), organisations=BOTH
    )
    assert judged(asked(Side.SOME_MEMBER), held).met is met


def test_where_nobody_applies_on_the_day_the_applicant_is_asked() -> None:
    held = application(
        applicant=tp.Ref("lab"), consortium=together(member("firm", certain=NO)), organisations=BOTH
    )
    assert judged(asked(Side.EVERY_MEMBER), held).met is NO
    assert judged(asked(Side.SOME_MEMBER), held).met is NO


@pytest.mark.parametrize(
    ("members", "met", "names"),
    [
        ((member("firm", role=COORDINATOR),), YES, []),
        ((member("lab", role=COORDINATOR),), NO, []),
        ((member("firm"),), UNSURE, ["coordinator"]),
        (
            (member("firm", role=COORDINATOR, certain=UNSURE),),
            UNSURE,
            ["membership", "coordinator"],
        ),
        ((member("firm", role=COORDINATOR, certain=NO),), UNSURE, ["coordinator"]),
        (
            (
                member("lab", role=COORDINATOR, **until("2020")),
                member("firm", role=COORDINATOR, **since("2021")),
            ),
            UNSURE,
            ["membership", "coordinator"],
        ),
        (
            (
                member("lab", role=COORDINATOR, **until("2020")),
                member("firm", role=COORDINATOR, **since("2021-01-01")),
            ),
            YES,
            [],
        ),
        (
            (member("lab", role=COORDINATOR), member("firm", role=COORDINATOR)),
            UNSURE,
            ["coordinator"],
        ),
        (
            (
                member("firm", role=COORDINATOR),
                member("shop", role=COORDINATOR, certain=UNSURE),
            ),
            YES,
            [],
        ),
    ],
)
def test_the_coordinator_is_the_one_of_the_day(
    members: tuple[tp.Member, ...], met: tp.Ternary, names: list[str]
) -> None:
    shop = tp.Organisation(id="shop", kind=Kind.COMPANY)
    held = application(consortium=together(*members), organisations=(*BOTH, shop))
    answer = judged(asked(Side.COORDINATOR), held)
    assert answer.met is met
    assert [name for name, _ in gaps(answer)] == names


LEFT_AND_CAME_BACK: Final = (
    member("firm", requested=euros("9"), **until("2020")),
    member("firm", role=COORDINATOR, requested=euros("70"), **since("2021-01-01")),
)
SEATED: Final = tp.Organisation(
    id="firm", kind=Kind.COMPANY, seat=tp.TerritoryCode(tp.TerritoryKind.COUNTRY, "BE")
)


def test_an_organisation_is_a_member_by_any_of_its_parts() -> None:
    held = application(consortium=together(*LEFT_AND_CAME_BACK), organisations=(SEATED,))
    assert judged(tp.MembersDemand(number=tp.Count(1)), held).met is YES
    assert judged(tp.CountriesDemand(number=tp.Count(1)), held).met is YES


@pytest.mark.parametrize(("lab", "met"), [("30", YES), ("29.99", NO)])
def test_the_share_of_an_organisation_is_that_of_its_parts_of_the_day(
    lab: str, met: tp.Ternary
) -> None:
    demand = tp.ShareDemand(of=tp.Shared.EXPENSE, at_most=tp.Rate("70"))
    parts = (
        member("firm", budget=tp.Budget(total=euros("9")), **until("2020")),
        member("firm", budget=tp.Budget(total=euros("70")), **since("2021-01-01")),
        member("lab", budget=tp.Budget(total=euros(lab))),
    )
    answer = judged(demand, application(consortium=together(*parts)))
    assert answer.met is met
    assert [each.subject for each in answer.facts] == ["firm", "lab"]


def test_the_share_of_an_organisation_with_an_unsure_part_is_unknown() -> None:
    demand = tp.ShareDemand(of=tp.Shared.GRANT, at_most=tp.Rate("70"))
    parts = (
        member("firm", requested=euros("9")),
        member("firm", requested=euros("9"), certain=UNSURE),
    )
    held = application(consortium=together(*parts), requested=euros("100"))
    answer = judged(demand, held)
    assert (answer.met, gaps(answer)) == (
        UNSURE,
        [("member-requested", "/consortium/members/0/requested")],
    )


def test_a_part_of_shares_is_no_share_that_was_found() -> None:
    demand = tp.ShareDemand(of=tp.Shared.EXPENSE, at_least=tp.Rate("50"), together=YES)
    share = {"share": tp.Rate("70", tp.RateBase.PARTICIPATION)}
    some = application(consortium=together(member("firm", **share), member("lab")))
    answer = judged(demand, some)
    assert (answer.met, answer.facts) == (YES, ())
    every = application(consortium=together(member("firm", **share)))
    assert [each.rate for each in judged(demand, every).facts] == [tp.Rate("70")]


def test_a_share_of_a_base_that_is_told_is_no_other_share() -> None:
    limit = tp.Rate("70", tp.RateBase.ELIGIBLE_EXPENSE)
    demand = tp.ShareDemand(of=tp.Shared.EXPENSE, at_most=limit)
    for base, met in ((tp.RateBase.ELIGIBLE_EXPENSE, NO), (tp.RateBase.TOTAL_COST, UNSURE)):
        held = application(consortium=together(member("firm", share=tp.Rate("71", base))))
        assert judged(demand, held).met is met


@pytest.mark.parametrize(
    ("organisation", "met"),
    [
        ({"kind": Kind.JOINT_SYNDICATE}, YES),
        ({"kind": Kind.PUBLIC_ESTABLISHMENT}, YES),
        ({"kind": Kind.PUBLIC_INTEREST_GROUPING}, YES),
        ({"kind": Kind.COMMUNE, "public": NO}, YES),
        ({"siren": tp.Siren("215900119")}, YES),
        ({"kind": Kind.SCHOOL, "public": NO}, NO),
        ({"kind": Kind.SCHOOL}, UNSURE),
    ],
)
def test_what_is_public_by_law_counts_as_public(
    organisation: Mapping[str, Any], met: tp.Ternary
) -> None:
    held = application(
        consortium=together(member("one")),
        organisations=(tp.Organisation(id="one", **organisation),),
    )
    assert judged(tp.MembersDemand(number=tp.Count(1), public=YES), held).met is met


def test_a_share_that_no_rate_can_hold_is_not_shown() -> None:
    demand = tp.ShareDemand(of=tp.Shared.EXPENSE, at_most=tp.Rate("70"))
    huge = member("firm", share=tp.Rate("999999", tp.RateBase.PARTICIPATION))
    answer = judged(demand, application(consortium=together(huge)))
    assert (answer.met, answer.facts) == (NO, ())


def test_a_river_basin_is_in_no_country_that_its_code_tells() -> None:
    seat = tp.TerritoryCode(tp.TerritoryKind.RIVER_BASIN, "01")
    held = application(
        consortium=together(member("one")), organisations=(tp.Organisation(id="one", seat=seat),)
    )
    answer = judged(tp.CountriesDemand(number=tp.Count(1)), held)
    assert (answer.met, [name for name, _ in gaps(answer)]) == (UNSURE, ["seat"])
