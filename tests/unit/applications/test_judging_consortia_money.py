"""What is asked of consortia and of the money, held against what is known of applications."""

from collections.abc import Mapping
from typing import Any, Final

import pytest
from attrs import evolve
from demands.consortia_money import SAMPLES, application, euros, member, together
from demands.sample import Sample

import territoires_participatifs as tp
from territoires_participatifs.applications._judges._combined import JUDGES
from territoires_participatifs.applications._judges._facts import Facts
from territoires_participatifs.applications._results import Settler
from territoires_participatifs.values.dates import day

YES, NO, UNDETERMINED = tp.Ternary.YES, tp.Ternary.NO, tp.Ternary.UNDETERMINED
AT_LEAST, AT_MOST = tp.Exactness.AT_LEAST, tp.Exactness.AT_MOST
CALL: Final = tp.Call(id="call")


def judged(
    demand: object, held: tp.Application, call: tp.Call = CALL, known: tp.Dataset | None = None
) -> Any:
    """Return the answer to a demand."""
    return JUDGES[type(demand)](demand, Facts(held, call, day("2021-03-12"), known))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda each: each.name)
def test_a_demand_is_met_then_broken_then_forgotten(sample: Sample) -> None:
    held, rest = sample.application, (sample.call, sample.known)
    assert judged(sample.demand, held, *rest).met is YES
    assert judged(sample.demand, sample.breaks(held), *rest).met is NO
    assert sample.forgets is not None
    forgotten = judged(sample.demand, sample.forgets(held), *rest)
    assert forgotten.met is UNDETERMINED
    assert forgotten.missing


FIRM: Final = tp.Organisation(id="firm", kind=tp.OrganisationKind.COMPANY)
LAB: Final = tp.Organisation(id="lab", kind=tp.OrganisationKind.RESEARCH_BODY)
PAIR: Final = together(member("firm"), member("lab"))
OPEN: Final = tp.Consortium(members=PAIR.members)


@pytest.mark.parametrize(
    ("consortium", "met"),
    [
        (None, UNDETERMINED),
        (together(), NO),
        (together(member("firm")), NO),
        (together(member("firm"), member("firm", part="b")), NO),
        (PAIR, YES),
        (OPEN, YES),
        (tp.Consortium(members=(member("firm"),)), UNDETERMINED),
        (tp.Consortium(size=tp.Count(1)), NO),
        (tp.Consortium(size=tp.Count(2)), YES),
        (together(member("firm"), member("lab", certain=UNDETERMINED)), UNDETERMINED),
        (together(member("firm"), member("lab", certain=NO)), NO),
        (together(member("firm"), member("lab", role=tp.MemberRole.SUPPORTER)), NO),
        (together(member("firm"), member("lab", until=tp.PartialDate("2021-03-11"))), NO),
        (together(member("firm"), member("lab", until=tp.PartialDate("2021-03-12"))), YES),
        (together(member("firm"), member("lab", since=tp.PartialDate("2021-03-13"))), NO),
        (together(member("firm"), member("lab", since=tp.PartialDate("2021-03"))), UNDETERMINED),
    ],
)
def test_two_members_on_the_day_apply_together(
    consortium: tp.Consortium | None, met: tp.Ternary
) -> None:
    held = application(consortium=consortium, applicant=tp.Ref("firm"))
    assert judged(tp.CollectiveDemand(), held).met is met
    assert judged(tp.CollectiveDemand(compulsory=NO), held).met is ~met


@pytest.mark.parametrize(
    ("demand", "consortium", "met"),
    [
        (tp.CollectiveDemand(compulsory=UNDETERMINED), PAIR, UNDETERMINED),
        (tp.CollectiveDemand(compulsory=UNDETERMINED, agreement=YES), together(), YES),
        (tp.CollectiveDemand(compulsory=UNDETERMINED, agreement=YES), PAIR, UNDETERMINED),
        (
            tp.CollectiveDemand(compulsory=UNDETERMINED, agreement=YES),
            evolve(PAIR, agreement=NO),
            NO,
        ),
        (tp.CollectiveDemand(agreement=YES), None, UNDETERMINED),
        (tp.CollectiveDemand(agreement=NO), evolve(PAIR, agreement=YES), YES),
    ],
)
def test_an_agreement_is_asked_of_those_that_apply_together(
    demand: tp.CollectiveDemand, consortium: tp.Consortium | None, met: tp.Ternary
) -> None:
    assert judged(demand, application(consortium=consortium)).met is met


@pytest.mark.parametrize(
    ("limit", "consortium", "met"),
    [
        (tp.Count(2, AT_MOST), OPEN, UNDETERMINED),
        (tp.Count(1, AT_MOST), OPEN, NO),
        (tp.Count(2, AT_LEAST), OPEN, YES),
        (tp.Count(3, AT_LEAST), OPEN, UNDETERMINED),
        (tp.Count(3, AT_LEAST), PAIR, NO),
        (tp.Count(2), PAIR, YES),
        (tp.Count(6, AT_MOST), evolve(OPEN, size=tp.Count(6)), YES),
        (tp.Count(6, AT_MOST), evolve(OPEN, size=tp.Count(7)), NO),
        (tp.Count(1, AT_MOST), evolve(OPEN, size=tp.Count(1)), UNDETERMINED),
        (tp.Count(2), evolve(PAIR, size=tp.Count(7)), YES),
        (tp.Count(1, AT_LEAST), tp.Consortium(), UNDETERMINED),
    ],
)
def test_members_are_those_listed_or_as_many_as_are_told(
    limit: tp.Count, consortium: tp.Consortium, met: tp.Ternary
) -> None:
    assert judged(tp.MembersDemand(number=limit), application(consortium=consortium)).met is met


BELGIUM: Final = tp.TerritoryCode(tp.TerritoryKind.COUNTRY, "BE")
NORD: Final = tp.TerritoryCode(tp.TerritoryKind.DEPARTEMENT, "59")
LILLE: Final = tp.TerritoryCode(tp.TerritoryKind.COMMUNE, "59350")
ONE: Final = tp.Count(1, AT_LEAST)


@pytest.mark.parametrize(
    ("asked", "organisation", "held", "met"),
    [
        ({"kinds": (tp.OrganisationKind.COMPANY,)}, {"kind": tp.OrganisationKind.COMPANY}, {}, YES),
        ({"kinds": (tp.OrganisationKind.COMPANY,)}, {"kind": tp.OrganisationKind.OTHER}, {}, NO),
        ({"kinds": (tp.OrganisationKind.COMPANY,)}, {}, {}, UNDETERMINED),
        ({"sizes": (tp.CompanySize.SMALL_OR_MEDIUM,)}, {"size": tp.CompanySize.MEDIUM}, {}, YES),
        ({"sizes": (tp.CompanySize.SMALL_OR_MEDIUM,)}, {"size": tp.CompanySize.LARGE}, {}, NO),
        ({"sizes": (tp.CompanySize.SMALL_OR_MEDIUM,)}, {"size": tp.NOT_APPLICABLE}, {}, NO),
        (
            {"sizes": (tp.CompanySize.SMALL,)},
            {"size": tp.CompanySize.SMALL_OR_MEDIUM},
            {},
            UNDETERMINED,
        ),
        ({"public": YES}, {"kind": tp.OrganisationKind.COMMUNE}, {}, YES),
        ({"public": YES}, {"kind": tp.OrganisationKind.SCHOOL}, {}, UNDETERMINED),
        ({"public": NO}, {"public": NO}, {}, YES),
        ({"public": NO}, {"public": YES}, {}, NO),
        ({"sides": ("belge",)}, {}, {"side": "belge"}, YES),
        ({"sides": ("belge",)}, {}, {"side": "français"}, NO),
        ({"sides": ("belge",)}, {}, {}, UNDETERMINED),
        ({"territories": (NORD,)}, {"seat": LILLE}, {}, YES),
        ({"territories": (NORD,)}, {"seat": BELGIUM}, {}, UNDETERMINED),
        ({"territories": (BELGIUM,)}, {"seat": LILLE}, {}, NO),
        ({"territories": (NORD,)}, {}, {}, UNDETERMINED),
        ({"funded": YES}, {}, {"requested": euros("0.01")}, YES),
        ({"funded": YES}, {}, {"requested": euros("0")}, NO),
        ({"funded": NO}, {}, {"role": tp.MemberRole.ASSOCIATED_PARTNER}, YES),
        ({"funded": YES}, {}, {"role": tp.MemberRole.PARTNER}, UNDETERMINED),
    ],
)
def test_a_member_is_counted_if_it_is_of_the_sort(
    asked: Mapping[str, Any],
    organisation: Mapping[str, Any],
    held: Mapping[str, Any],
    met: tp.Ternary,
) -> None:
    one = application(
        consortium=together(member("one", **held)),
        organisations=(tp.Organisation(id="one", **organisation),),
    )
    answer = judged(tp.MembersDemand(number=ONE, **asked), one)
    assert answer.met is met
    assert bool(answer.missing) is met.is_undetermined


def test_whoever_applies_alone_is_the_member_that_is_counted() -> None:
    alone = application(
        applicant=tp.Ref("firm"), consortium=together(), requested=euros("5"), organisations=(FIRM,)
    )
    kinds = (tp.OrganisationKind.COMPANY,)
    assert judged(tp.MembersDemand(number=ONE, kinds=kinds), alone).met is YES
    assert judged(tp.MembersDemand(number=ONE, funded=YES), alone).met is YES
    assert judged(tp.MembersDemand(number=ONE, sides=("belge",)), alone).met is UNDETERMINED


def test_what_a_member_lacks_is_named_by_its_place() -> None:
    held = application(consortium=PAIR, organisations=(tp.Organisation(id="firm"), LAB))
    kinds = (tp.OrganisationKind.COMPANY,)
    answer = judged(tp.MembersDemand(number=ONE, kinds=kinds), held)
    assert [(each.name, each.place) for each in answer.missing] == [
        ("kind", "/organisations/0/kind")
    ]
    unknown = judged(tp.MembersDemand(number=ONE, kinds=kinds), application(consortium=PAIR))
    assert {each.by for each in unknown.missing} == {Settler.REGISTER}


@pytest.mark.parametrize(
    ("seats", "among", "limit", "met"),
    [
        (("FR", "BE", "LU"), (), 3, YES),
        (("FR", "BE", "RE"), (), 3, NO),
        (("FR", "BE", None), (), 3, UNDETERMINED),
        (("FR", None), (), 3, NO),
        (("FR", "BE"), ("BE",), 1, YES),
        (("FR", "BE"), ("BE",), 2, NO),
        (("FR", "CH"), ("BE",), 1, NO),
    ],
)
def test_countries_are_those_of_the_seats(
    seats: tuple[str | None, ...], among: tuple[str, ...], limit: int, met: tp.Ternary
) -> None:
    def country(code: str | None) -> tp.TerritoryCode | None:
        return None if code is None else tp.TerritoryCode(tp.TerritoryKind.COUNTRY, code)

    names = [f"o-{index}" for index in range(len(seats))]
    pairs = zip(names, seats, strict=True)
    held = application(
        consortium=together(*map(member, names)),
        organisations=tuple(tp.Organisation(id=name, seat=country(seat)) for name, seat in pairs),
    )
    counted = tuple(each for each in map(country, among) if each is not None)
    demand = tp.CountriesDemand(number=tp.Count(limit, AT_LEAST), among=counted)
    assert judged(demand, held).met is met


PARTICIPATION: Final = tp.RateBase.PARTICIPATION


@pytest.mark.parametrize(
    ("demand", "members", "met"),
    [
        ({"at_most": tp.Rate("70")}, (("firm", "70"), ("lab", "30")), YES),
        ({"at_most": tp.Rate("70")}, (("firm", "70.01"), ("lab", "29.99")), NO),
        ({"at_least": tp.Rate("30")}, (("firm", "70"), ("lab", "30")), YES),
        ({"at_least": tp.Rate("30")}, (("firm", "70.01"), ("lab", "29.99")), NO),
        ({"at_most": tp.Rate("70")}, (("firm", "70"), ("lab", None)), UNDETERMINED),
        ({"at_most": tp.Rate("70"), "together": UNDETERMINED}, (("firm", "9"),), UNDETERMINED),
        (
            {"at_least": tp.Rate("70"), "kinds": (tp.OrganisationKind.RESEARCH_BODY,)},
            (("firm", "1"), ("lab", "70")),
            YES,
        ),
        ({"at_most": tp.Rate("99.99"), "together": YES}, (("firm", "70"), ("lab", "30")), NO),
        ({"at_least": tp.Rate("100"), "together": YES}, (("firm", "70"), ("lab", "30")), YES),
        (
            {"at_least": tp.Rate("71"), "together": YES},
            (("firm", "70"), ("lab", None)),
            UNDETERMINED,
        ),
        ({"at_least": tp.Rate("70"), "together": YES}, (("firm", "70"), ("lab", None)), YES),
    ],
)
def test_a_share_is_told_where_it_can_not_be_counted(
    demand: Mapping[str, Any], members: tuple[tuple[str, str | None], ...], met: tp.Ternary
) -> None:
    def told(share: str | None) -> tp.Rate | None:
        return None if share is None else tp.Rate(share, PARTICIPATION)

    listed = [member(name, share=told(share)) for name, share in members]
    held = application(consortium=together(*listed), organisations=(FIRM, LAB))
    assert judged(tp.ShareDemand(of=tp.Shared.EXPENSE, **demand), held).met is met


def test_a_share_of_another_base_or_an_open_list_tells_nothing() -> None:
    demand = tp.ShareDemand(of=tp.Shared.EXPENSE, at_most=tp.Rate("70"))
    other = together(member("firm", share=tp.Rate("90", tp.RateBase.GRANT)))
    assert judged(demand, application(consortium=other)).met is UNDETERMINED
    opened = tp.Consortium(members=(member("firm", share=tp.Rate("9", PARTICIPATION)),))
    assert judged(demand, application(consortium=opened)).met is UNDETERMINED


def others(*held: Mapping[str, Any]) -> tp.Dataset:
    """Return other applications to the call."""
    return tp.Dataset(
        applications=tuple(
            tp.Application(id=f"other-{index}", **({"call": tp.Ref("call")} | dict(each)))
            for index, each in enumerate(held)
        )
    )


TOWN: Final[dict[str, Any]] = {"applicant": tp.Ref("town")}


@pytest.mark.parametrize(
    ("held", "met"),
    [
        ((TOWN,), YES),
        ((TOWN, TOWN), NO),
        ((TOWN, TOWN | {"status": tp.ApplicationStatus.WITHDRAWN}), YES),
        ((TOWN, TOWN | {"status": tp.ApplicationStatus.RESUBMITTED}), YES),
        ((TOWN, TOWN | {"status": tp.ApplicationStatus.REJECTED}), NO),
        ((TOWN, TOWN | {"part_of": tp.Ref("file")}), YES),
        ((TOWN, TOWN | {"follows": tp.Ref("file")}), YES),
        ((TOWN, TOWN | {"call": tp.Ref("call-2")}), YES),
        ((TOWN, {"applicant": tp.Ref("village")}), YES),
        ((TOWN, {}), UNDETERMINED),
        (({},), YES),
        ((TOWN, TOWN, {}), NO),
        ((TOWN, TOWN | {"follows": tp.Ref("other-2")}, {"follows": tp.Ref("file")}), YES),
        ((TOWN, TOWN | {"follows": tp.Ref("other-2")}, {"follows": tp.Ref("unknown")}), NO),
        ((TOWN, TOWN | {"follows": tp.Ref("other-2")}, {"follows": tp.Ref("other-1")}), NO),
    ],
)
def test_two_applications_may_be_submitted(
    held: tuple[Mapping[str, Any], ...], met: tp.Ternary
) -> None:
    demand = tp.ApplicationsDemand(at_most=2)
    assert judged(demand, application(**TOWN), known=others(*held)).met is met


def test_what_stands_beside_an_application_is_looked_up() -> None:
    answer = judged(tp.ApplicationsDemand(at_most=1), application(**TOWN))
    assert answer.met is UNDETERMINED
    assert [each.by for each in answer.missing] == [Settler.REGISTER]
    assert judged(tp.ApplicationsDemand(at_most=0), application(**TOWN)).met is NO


@pytest.mark.parametrize(
    ("per", "mine", "theirs", "met"),
    [
        (
            tp.Counted.PERSON,
            {"persons": (tp.Person(id="p-1"),)},
            {"persons": (tp.Person(id="p-1"),)},
            NO,
        ),
        (
            tp.Counted.PERSON,
            {"persons": (tp.Person(id="p-1"),)},
            {"persons": (tp.Person(id="p-2"),)},
            YES,
        ),
        (tp.Counted.PERSON, {}, {}, UNDETERMINED),
        (
            tp.Counted.COORDINATOR,
            {"consortium": together(member("firm", role=tp.MemberRole.COORDINATOR))},
            {"consortium": together(member("firm", role=tp.MemberRole.COORDINATOR))},
            NO,
        ),
        (
            tp.Counted.COORDINATOR,
            {"consortium": together(member("firm", role=tp.MemberRole.COORDINATOR))},
            {"consortium": together(member("firm"))},
            YES,
        ),
        (tp.Counted.COORDINATOR, {"consortium": PAIR}, {}, UNDETERMINED),
    ],
)
def test_applications_are_counted_by_person_or_coordinator(
    per: tp.Counted, mine: Mapping[str, Any], theirs: Mapping[str, Any], met: tp.Ternary
) -> None:
    demand = tp.ApplicationsDemand(at_most=1, per=per)
    assert judged(demand, application(**mine), known=others(theirs)).met is met


@pytest.mark.parametrize(
    ("mine", "theirs", "met"),
    [
        (("a",), ("a",), NO),
        (("a",), ("b",), YES),
        (("b",), ("a",), YES),
        ((), ("a",), UNDETERMINED),
    ],
)
def test_only_applications_to_some_tracks_are_counted(
    mine: tuple[str, ...], theirs: tuple[str, ...], met: tp.Ternary
) -> None:
    demand = tp.ApplicationsDemand(at_most=1, tracks=("a",))
    known = others(TOWN | {"tracks": theirs})
    assert judged(demand, application(**TOWN, tracks=mine), known=known).met is met


@pytest.mark.parametrize(
    ("demand", "held", "known", "met"),
    [
        (tp.TracksDemand(), {"tracks": ("a",)}, None, UNDETERMINED),
        (tp.TracksDemand(exclusive=("a", "b")), {"tracks": ("c",)}, None, YES),
        (tp.TracksDemand(exclusive=("a", "b")), {"tracks": ("a", "b")}, None, NO),
        (tp.TracksDemand(exclusive=("a", "b")), {"tracks": ("a",)}, None, UNDETERMINED),
        (tp.TracksDemand(exclusive=("a", "b")), {"tracks": ("a",)}, others(), UNDETERMINED),
        (tp.TracksDemand(exclusive=("a", "b")), TOWN | {"tracks": ("a",)}, others(), YES),
        (
            tp.TracksDemand(exclusive=("a", "b")),
            TOWN | {"tracks": ("a",)},
            others(TOWN | {"tracks": ("a", "c")}),
            YES,
        ),
        (
            tp.TracksDemand(exclusive=("a", "b")),
            TOWN | {"tracks": ("a",)},
            others({"applicant": tp.Ref("village"), "tracks": ("b",)}),
            YES,
        ),
    ],
)
def test_exclusive_tracks_are_answered_one_at_a_time(
    demand: tp.TracksDemand, held: Mapping[str, Any], known: tp.Dataset | None, met: tp.Ternary
) -> None:
    assert judged(demand, application(**held), known=known).met is met


def test_shares_are_counted_on_the_eligible_base_if_it_is_asked() -> None:
    def counted(firm: str, lab: str) -> tp.Application:
        return application(
            consortium=together(
                member("firm", budget=tp.Budget(eligible=euros(firm), total=euros("1"))),
                member("lab", budget=tp.Budget(eligible=euros(lab), total=euros("99"))),
            )
        )

    limit = tp.Rate("70", tp.RateBase.ELIGIBLE_EXPENSE)
    demand = tp.ShareDemand(of=tp.Shared.EXPENSE, at_most=limit)
    assert judged(demand, counted("70", "30")).met is YES
    assert judged(demand, counted("70.01", "29.99")).met is NO


def test_whoever_applies_alone_has_all_of_it() -> None:
    demand = tp.ShareDemand(of=tp.Shared.EXPENSE, at_most=tp.Rate("70"))
    alone = application(applicant=tp.Ref("firm"), consortium=together())
    assert judged(demand, alone).met is NO
    listed = application(applicant=tp.Ref("firm"), consortium=tp.Consortium(members=()))
    assert judged(demand, listed).met is NO
    opened = tp.Consortium(members=(), members_complete=NO)
    assert judged(demand, evolve(listed, consortium=opened)).met is UNDETERMINED


def test_an_organisation_in_two_parts_is_one_member_with_one_share() -> None:
    twice = together(
        member("firm", budget=tp.Budget(total=euros("40")), part="a"),
        member("firm", budget=tp.Budget(total=euros("31")), part="b"),
        member("lab", budget=tp.Budget(total=euros("29"))),
    )
    demand = tp.ShareDemand(of=tp.Shared.EXPENSE, at_most=tp.Rate("70"))
    assert judged(demand, application(consortium=twice)).met is NO


def test_a_seat_without_a_code_is_in_no_known_country() -> None:
    seat = tp.TerritoryCode(tp.TerritoryKind.OTHER, label="Mons")
    held = application(
        consortium=together(member("one")), organisations=(tp.Organisation(id="one", seat=seat),)
    )
    answer = judged(tp.CountriesDemand(number=ONE, among=(BELGIUM,)), held)
    assert answer.met is UNDETERMINED
    inside = tp.MembersDemand(number=ONE, territories=(NORD,))
    assert judged(inside, held).met is UNDETERMINED


def test_a_country_that_is_not_surely_counted_is_left_to_a_person() -> None:
    region = tp.TerritoryCode(tp.TerritoryKind.OTHER, label="Benelux")
    held = application(
        consortium=together(member("one")), organisations=(tp.Organisation(id="one", seat=BELGIUM),)
    )
    answer = judged(tp.CountriesDemand(number=ONE, among=(region,)), held)
    assert answer.met is UNDETERMINED
    assert {each.by for each in answer.missing} == {Settler.PERSON}


@pytest.mark.parametrize(("share", "met"), [("70", YES), ("70.01", UNDETERMINED)])
def test_a_member_of_an_unknown_kind_may_be_one_that_is_not_limited(
    share: str, met: tp.Ternary
) -> None:
    demand = tp.ShareDemand(
        of=tp.Shared.EXPENSE, at_most=tp.Rate("70"), kinds=(tp.OrganisationKind.COMPANY,)
    )
    held = together(member("one", share=tp.Rate(share, PARTICIPATION)))
    assert judged(demand, application(consortium=held)).met is met


@pytest.mark.parametrize(
    ("code", "met"), [("NUTS:BE32", YES), ("NUTS:FRE11", NO), ("COUNTRY:BE", YES)]
)
def test_a_country_is_told_by_its_own_code_or_by_its_regions(code: str, met: tp.Ternary) -> None:
    kind, _, value = code.partition(":")
    seat = tp.TerritoryCode(tp.TerritoryKind[kind], value)
    held = application(
        consortium=together(member("one")), organisations=(tp.Organisation(id="one", seat=seat),)
    )
    assert judged(tp.CountriesDemand(number=ONE, among=(BELGIUM,)), held).met is met


def test_the_country_of_what_may_be_no_member_is_not_surely_counted() -> None:
    held = application(
        consortium=together(member("one", certain=UNDETERMINED)),
        organisations=(tp.Organisation(id="one", seat=BELGIUM),),
    )
    assert judged(tp.CountriesDemand(number=ONE), held).met is UNDETERMINED


def test_a_seat_is_compared_by_its_code_where_no_day_is_told() -> None:
    held = application(
        consortium=together(member("one")), organisations=(tp.Organisation(id="one", seat=LILLE),)
    )
    for where, met in ((LILLE, YES), (NORD, UNDETERMINED)):
        demand = tp.MembersDemand(number=ONE, territories=(where,))
        assert JUDGES[type(demand)](demand, Facts(held, CALL, None, None)).met is met


LED: Final[dict[str, Any]] = {
    "consortium": together(member("firm", role=tp.MemberRole.COORDINATOR), member("lab"))
}


@pytest.mark.parametrize(
    ("per", "mine", "theirs", "met"),
    [
        (tp.Counted.APPLICANT, TOWN, {"applicant": tp.Ref("village")}, YES),
        (tp.Counted.APPLICANT, TOWN, {}, UNDETERMINED),
        (tp.Counted.APPLICANT, {}, TOWN, UNDETERMINED),
        (tp.Counted.APPLICANT, LED, {"applicant": tp.Ref("firm")}, NO),
        (tp.Counted.APPLICANT, TOWN, LED, YES),
        (tp.Counted.APPLICANT, TOWN, {"consortium": PAIR}, UNDETERMINED),
        (tp.Counted.COORDINATOR, LED, {}, UNDETERMINED),
        (tp.Counted.COORDINATOR, LED, {"consortium": OPEN}, UNDETERMINED),
        (
            tp.Counted.COORDINATOR,
            LED,
            {"consortium": together(member("firm", role=None))},
            UNDETERMINED,
        ),
        (tp.Counted.COORDINATOR, LED, {"consortium": together(member("town", role=None))}, YES),
        (tp.Counted.PERSON, {"persons": (tp.Person(id="p-1"),)}, {}, UNDETERMINED),
        (tp.Counted.PERSON, {"persons": ()}, {"persons": (tp.Person(id="p-1"),)}, YES),
        (tp.Counted.MEMBER, LED, TOWN, UNDETERMINED),
        (tp.Counted.MEMBER, LED, TOWN | {"consortium": together(member("town"))}, YES),
        (tp.Counted.MEMBER, LED, {"consortium": together(member("lab", certain=NO))}, YES),
        (
            tp.Counted.MEMBER,
            LED,
            {"consortium": together(member("lab", certain=UNDETERMINED))},
            UNDETERMINED,
        ),
        (
            tp.Counted.MEMBER,
            {"consortium": together(member("firm"), member("lab", role=None))},
            {"consortium": together(member("lab"))},
            UNDETERMINED,
        ),
        (
            tp.Counted.MEMBER,
            {"consortium": together(member("firm"), member("lab", role=None))},
            {"consortium": together(member("town"))},
            YES,
        ),
        (tp.Counted.MEMBER, {"consortium": OPEN}, {"consortium": PAIR}, NO),
        (
            tp.Counted.MEMBER,
            {"consortium": OPEN},
            {"consortium": together(member("town"))},
            UNDETERMINED,
        ),
    ],
)
def test_an_application_that_may_be_of_ours_may_count(
    per: tp.Counted, mine: Mapping[str, Any], theirs: Mapping[str, Any], met: tp.Ternary
) -> None:
    demand = tp.ApplicationsDemand(at_most=1, per=per)
    answer = judged(demand, application(**mine), known=others(theirs))
    assert answer.met is met
    assert bool(answer.missing) is met.is_undetermined


def test_another_application_that_may_count_is_looked_up() -> None:
    demand = tp.ApplicationsDemand(at_most=1, tracks=("a",))
    answer = judged(demand, application(**TOWN, tracks=("a",)), known=others(TOWN))
    assert answer.met is UNDETERMINED
    assert [(each.name, each.by) for each in answer.missing] == [
        ("other-applications", Settler.REGISTER)
    ]
    assert [each.count for each in answer.facts] == [tp.Count(1, tp.Exactness.BETWEEN, 2)]


@pytest.mark.parametrize(
    ("theirs", "met"),
    [
        (TOWN, UNDETERMINED),
        ({"tracks": ("b",)}, UNDETERMINED),
        ({"tracks": ("a",)}, YES),
        (TOWN | {"tracks": ("b", "c")}, NO),
        (TOWN | {"tracks": ("c",)}, YES),
        ({"applicant": tp.Ref("village")}, YES),
    ],
)
def test_a_track_may_be_answered_elsewhere(theirs: Mapping[str, Any], met: tp.Ternary) -> None:
    demand = tp.TracksDemand(exclusive=("a", "b"))
    answer = judged(demand, application(**TOWN, tracks=("a",)), known=others(theirs))
    assert answer.met is met
    assert [each.by for each in answer.missing] == [Settler.REGISTER] * met.is_undetermined
    assert [each.text for each in answer.facts] == ["b"] * met.is_no


def test_nearly_so_many_tracks_or_members_can_not_be_held_against() -> None:
    about = tp.Count(1, tp.Exactness.ABOUT)
    for demand in (tp.TracksDemand(number=about), tp.MembersDemand(number=about)):
        answer = judged(demand, application(tracks=("a",), consortium=together(member("firm"))))
        assert answer.met is UNDETERMINED
        assert [each.by for each in answer.missing] == [Settler.PERSON]


def test_that_there_are_no_fewer_members_than_none_says_nothing() -> None:
    assert judged(tp.MembersDemand(number=ONE), application()).facts == ()
