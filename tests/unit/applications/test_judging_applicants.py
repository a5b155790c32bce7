"""Demands on who applies: what meets them, what does not, and what nobody can tell."""

from typing import Any, Final

import pytest
from attrs import evolve

import territoires_participatifs as tp
from territoires_participatifs.applications._judges._answers import Answer
from territoires_participatifs.applications._judges._applicants import JUDGES
from territoires_participatifs.applications._judges._facts import Facts, Known
from territoires_participatifs.applications._judges._natures import is_one_of
from territoires_participatifs.applications._results import ComparedFact

YES, NO, UNSURE = tp.Ternary.YES, tp.Ternary.NO, tp.Ternary.UNDETERMINED
Kind, Side, Size, Exact = tp.OrganisationKind, tp.ApplicantSide, tp.CompanySize, tp.Exactness
TODAY: Final = "2021-03-12"
ANNOEULLIN: Final = tp.Siren("215900119")
LILLE_METROPOLE: Final = tp.Siren("200093201")
PARIS: Final = tp.Siren("217500016")


CALL: Final = tp.Call(id="call")


def judged(
    demand: Any,
    application: tp.Application,
    on: str | None = TODAY,
    known: Known | None = None,
    call: tp.Call = CALL,
) -> Answer:
    day = None if on is None else tp.day(on)
    return JUDGES[type(demand)](demand, Facts(application, call, day, known))


def applying(organisation: tp.Organisation, **more: Any) -> tp.Application:
    return tp.Application(
        id="file",
        applicant=tp.Ref(organisation.id),
        organisations=(organisation,),
        **more,
    )


def by(**fields: Any) -> tp.Application:
    return applying(tp.Organisation(id="body", **fields))


def gaps(answer: Answer) -> list[tuple[str, str, str]]:
    return [(each.name, each.place, each.by.value) for each in answer.missing]


def on(text: str) -> tp.PartialDate:
    return tp.PartialDate(text)


NOT_TOLD: Final = tp.Application(id="file")
ELSEWHERE: Final = tp.Application(id="file", applicant=tp.Ref("body"))
PERSONS: Final = tp.Application(id="file", persons=(tp.Person(id="p-1"),))
LED_BY_NOBODY_KNOWN: Final = tp.Application(
    id="file",
    persons=(tp.Person(id="p-1"),),
    consortium=tp.Consortium(
        members=(tp.Member(organisation=tp.Ref("body"), role=tp.MemberRole.COORDINATOR),)
    ),
)


@pytest.mark.parametrize(
    ("kinds", "kind", "met"),
    [
        ((Kind.COMMUNE,), Kind.COMMUNE, YES),
        ((Kind.REGION, Kind.COMMUNE), Kind.COMMUNE, YES),
        ((Kind.COMMUNE,), Kind.REGION, NO),
        ((Kind.REGION, Kind.COMPANY), Kind.ASSOCIATION, NO),
        ((Kind.COMMUNE,), None, UNSURE),
        ((Kind.COMPANY,), Kind.COOPERATIVE, UNSURE),
        ((Kind.COOPERATIVE,), Kind.COMPANY, UNSURE),
        ((Kind.PUBLIC_ESTABLISHMENT,), Kind.INTERMUNICIPAL_BODY, UNSURE),
        ((Kind.REGION, Kind.RESOURCE_CENTRE), Kind.ASSOCIATION, UNSURE),
        ((Kind.DEPARTEMENT,), Kind.COMMUNE, NO),
        ((), Kind.COMMUNE, NO),
    ],
)
def test_a_kind_is_one_of_those_that_may_or_surely_none(
    kinds: tuple[tp.OrganisationKind, ...], kind: tp.OrganisationKind | None, met: tp.Ternary
) -> None:
    assert judged(tp.ApplicantDemand(kinds=kinds), by(kind=kind)).met is met


@pytest.mark.parametrize(
    ("number", "kinds", "met"),
    [
        (ANNOEULLIN, (Kind.COMMUNE,), YES),
        (ANNOEULLIN, (Kind.INTERMUNICIPAL_BODY,), NO),
        (LILLE_METROPOLE, (Kind.INTERMUNICIPAL_BODY,), YES),
        (LILLE_METROPOLE, (Kind.COMMUNE,), NO),
        (PARIS, (Kind.DEPARTEMENT,), UNSURE),
        (tp.Siren("732829320"), (Kind.COMMUNE,), UNSURE),
        (tp.NOT_APPLICABLE, (Kind.COMMUNE,), UNSURE),
    ],
)
def test_a_commune_and_its_body_are_known_by_their_number(
    number: Any, kinds: tuple[tp.OrganisationKind, ...], met: tp.Ternary
) -> None:
    assert judged(tp.ApplicantDemand(kinds=kinds), by(siren=number)).met is met


def test_a_kind_that_is_told_comes_before_the_one_of_the_number() -> None:
    school = by(kind=Kind.SCHOOL, siren=ANNOEULLIN)
    assert judged(tp.ApplicantDemand(kinds=(Kind.COMMUNE,)), school).met is NO


@pytest.mark.parametrize(
    ("fields", "kind", "place"),
    [
        ({"kind": Kind.COMMUNE}, "commune", "/organisations/0/kind"),
        ({"siren": ANNOEULLIN}, "commune", "/organisations/0/siren"),
        ({"siret": tp.Siret("21590011900003")}, "commune", "/organisations/0/siret"),
    ],
)
def test_the_kind_that_was_found_is_told_with_its_place(
    fields: dict[str, Any], kind: str, place: str
) -> None:
    found = judged(tp.ApplicantDemand(kinds=(Kind.COMMUNE,)), by(**fields))
    assert found.facts == (
        ComparedFact(name="kind", subject="body", place=place, term=f"OrganisationKind.{kind}"),
    )
    assert found.seen == (place,)


@pytest.mark.parametrize(
    ("application", "kinds", "expected"),
    [
        (by(), (Kind.COMMUNE,), [("kind", "/organisations/0/kind", "applicant")]),
        (
            by(kind=Kind.COOPERATIVE),
            (Kind.COMPANY,),
            [("kind", "/organisations/0/kind", "person")],
        ),
        (
            by(siren=PARIS),
            (Kind.DEPARTEMENT,),
            [("kind", "/organisations/0/kind", "applicant")],
        ),
        (ELSEWHERE, (Kind.COMMUNE,), [("organisation", "/applicant", "register")]),
        (NOT_TOLD, (Kind.COMMUNE,), [("applicant", "/applicant", "applicant")]),
        (by(kind=Kind.COMMUNE), None, [("asked", "/applicant", "person")]),
    ],
)
def test_who_can_tell_the_kind_is_told(
    application: tp.Application,
    kinds: tuple[tp.OrganisationKind, ...] | None,
    expected: list[tuple[str, str, str]],
) -> None:
    found = judged(tp.ApplicantDemand(kinds=kinds), application)
    assert found.met is UNSURE
    assert gaps(found) == expected


@pytest.mark.parametrize(
    ("field", "fields", "met"),
    [
        ("legal_person", {"legal_person": YES}, YES),
        ("legal_person", {"legal_person": NO}, NO),
        ("legal_person", {"legal_person": UNSURE}, UNSURE),
        ("legal_person", {"kind": Kind.COMMUNE}, YES),
        ("legal_person", {"kind": Kind.INTERMUNICIPAL_BODY}, YES),
        ("legal_person", {"kind": Kind.DEPARTEMENT}, YES),
        ("legal_person", {"kind": Kind.REGION}, YES),
        ("legal_person", {"kind": Kind.JOINT_SYNDICATE}, YES),
        ("legal_person", {"kind": Kind.PUBLIC_ESTABLISHMENT}, YES),
        ("legal_person", {"kind": Kind.PUBLIC_INTEREST_GROUPING}, YES),
        ("legal_person", {"kind": Kind.ASSOCIATION}, UNSURE),
        ("legal_person", {"kind": Kind.DECONCENTRATED_SERVICE}, UNSURE),
        ("legal_person", {"siren": ANNOEULLIN}, YES),
        ("public", {"public": YES}, YES),
        ("public", {"public": NO}, NO),
        ("public", {"kind": Kind.COMMUNE}, YES),
        ("public", {"kind": Kind.DECONCENTRATED_SERVICE}, YES),
        ("public", {"kind": Kind.CENTRAL_ADMINISTRATION}, YES),
        ("public", {"kind": Kind.COMPANY}, UNSURE),
        ("public", {"kind": Kind.COMMUNE, "public": NO}, YES),
        ("non_profit", {"kind": Kind.ASSOCIATION}, YES),
        ("non_profit", {"kind": Kind.FOUNDATION}, YES),
        ("non_profit", {"kind": Kind.COMPANY}, UNSURE),
        ("non_profit", {"non_profit": NO}, NO),
    ],
)
def test_what_an_organisation_is_comes_from_what_it_tells_or_from_the_law(
    field: str, fields: dict[str, Any], met: tp.Ternary
) -> None:
    for asked, expected in ((YES, met), (NO, ~met)):
        demand: dict[str, Any] = {field: asked}
        assert judged(tp.ApplicantDemand(**demand), by(**fields)).met is expected


def test_an_aspect_that_is_told_or_missing_has_its_place() -> None:
    told = judged(tp.ApplicantDemand(legal_person=YES), by(legal_person=NO))
    place = "/organisations/0/legal_person"
    fact = ComparedFact(name="legal-person", subject="body", place=place, answer=NO)
    assert told.facts == (fact,)
    missing = judged(tp.ApplicantDemand(non_profit=YES), by())
    assert gaps(missing) == [("non-profit", "/organisations/0/non_profit", "applicant")]


@pytest.mark.parametrize(
    ("application", "fields", "met"),
    [
        (PERSONS, {"natural_person": YES}, YES),
        (PERSONS, {"natural_person": NO}, NO),
        (PERSONS, {"natural_person": YES, "legal_person": NO}, YES),
        (PERSONS, {"natural_person": YES, "kinds": ()}, YES),
        (PERSONS, {"kinds": (Kind.ASSOCIATION,)}, NO),
        (PERSONS, {"natural_person": NO, "kinds": (Kind.ASSOCIATION,)}, NO),
        (PERSONS, {"legal_person": YES}, NO),
        (PERSONS, {"public": YES}, NO),
        (PERSONS, {"public": NO}, YES),
        (PERSONS, {"non_profit": YES}, UNSURE),
        (NOT_TOLD, {"natural_person": YES}, UNSURE),
        (NOT_TOLD, {"natural_person": NO}, UNSURE),
        (NOT_TOLD, {"public": YES}, UNSURE),
        (tp.Application(id="file", persons=()), {"natural_person": YES}, UNSURE),
        (ELSEWHERE, {"natural_person": YES}, NO),
        (ELSEWHERE, {"natural_person": NO}, YES),
        (ELSEWHERE, {"public": YES}, UNSURE),
        (by(kind=Kind.ASSOCIATION), {"natural_person": YES}, NO),
        (by(kind=Kind.ASSOCIATION), {"natural_person": YES, "kinds": (Kind.ASSOCIATION,)}, NO),
        (LED_BY_NOBODY_KNOWN, {"natural_person": YES}, NO),
        (LED_BY_NOBODY_KNOWN, {"kinds": (Kind.COMMUNE,)}, UNSURE),
    ],
)
def test_persons_apply_themselves_where_no_organisation_is_named(
    application: tp.Application, fields: dict[str, Any], met: tp.Ternary
) -> None:
    assert judged(tp.ApplicantDemand(**fields), application).met is met


def test_persons_are_told_with_their_place() -> None:
    found = judged(tp.ApplicantDemand(natural_person=YES), PERSONS)
    fact = ComparedFact(name="natural-person", answer=YES, place="/persons")
    assert (found.facts, found.seen) == ((fact,), ("/persons",))
    missing = judged(tp.ApplicantDemand(natural_person=YES), NOT_TOLD)
    assert gaps(missing) == [("applicant", "/applicant", "applicant")]


@pytest.mark.parametrize(
    ("fields", "met"),
    [
        ({"kind": Kind.ASSOCIATION, "public": NO}, YES),
        ({"kind": Kind.ASSOCIATION, "public": YES}, NO),
        ({"kind": Kind.COMMUNE, "public": NO}, NO),
        ({"kind": Kind.COMMUNE}, NO),
        ({"kind": Kind.ASSOCIATION}, UNSURE),
    ],
)
def test_all_that_is_asked_must_hold(fields: dict[str, Any], met: tp.Ternary) -> None:
    demand = tp.ApplicantDemand(kinds=(Kind.ASSOCIATION,), public=NO)
    assert judged(demand, by(**fields)).met is met


PME: Final = Size.SMALL_OR_MEDIUM


@pytest.mark.parametrize(
    ("sizes", "size", "met"),
    [
        ((PME,), Size.MICRO, YES),
        ((PME,), Size.SMALL, YES),
        ((PME,), Size.MEDIUM, YES),
        ((PME,), PME, YES),
        ((PME,), Size.INTERMEDIATE, NO),
        ((PME, Size.INTERMEDIATE), Size.INTERMEDIATE, YES),
        ((PME, Size.INTERMEDIATE), Size.LARGE, NO),
        ((Size.SMALL,), PME, UNSURE),
        ((Size.MICRO, Size.SMALL), PME, UNSURE),
        ((Size.MICRO, Size.SMALL, Size.MEDIUM), PME, YES),
        ((Size.LARGE,), PME, NO),
        ((PME,), None, UNSURE),
        ((PME,), tp.NOT_APPLICABLE, NO),
    ],
)
def test_small_or_medium_takes_in_micro_small_and_medium(
    sizes: tuple[tp.CompanySize, ...], size: Any, met: tp.Ternary
) -> None:
    assert judged(tp.SizeDemand(sizes=sizes), by(size=size)).met is met


@pytest.mark.parametrize(
    ("size", "term"),
    [(Size.SMALL, "CompanySize.small"), (tp.NOT_APPLICABLE, "NotApplicable.not-applicable")],
)
def test_a_size_is_told_with_its_place(size: Any, term: str) -> None:
    found = judged(tp.SizeDemand(sizes=(Size.LARGE,)), by(size=size))
    place = "/organisations/0/size"
    assert found.facts == (ComparedFact(name="size", subject="body", place=place, term=term),)
    assert found.seen == (place,)


def test_a_size_that_is_missing_or_rough_is_asked_of_the_applicant() -> None:
    for size in (None, PME):
        found = judged(tp.SizeDemand(sizes=(Size.SMALL,)), by(size=size))
        assert gaps(found) == [("size", "/organisations/0/size", "applicant")]
    looked_up = judged(tp.SizeDemand(sizes=(Size.SMALL,)), ELSEWHERE)
    assert gaps(looked_up) == [("organisation", "/applicant", "register")]


@pytest.mark.parametrize(
    ("limit", "found", "met"),
    [
        (tp.Count(10, Exact.LESS_THAN), tp.Count(9), YES),
        (tp.Count(10, Exact.LESS_THAN), tp.Count(10), NO),
        (tp.Count(10, Exact.AT_MOST), tp.Count(10), YES),
        (tp.Count(10, Exact.AT_MOST), tp.Count(11), NO),
        (tp.Count(1, Exact.AT_LEAST), tp.Count(1), YES),
        (tp.Count(1, Exact.AT_LEAST), tp.Count(0), NO),
        (tp.Count(10, Exact.LESS_THAN), tp.Count(9, Exact.ABOUT), UNSURE),
        (tp.Count(10, Exact.LESS_THAN), None, UNSURE),
    ],
)
def test_a_headcount_keeps_within_its_limit(
    limit: tp.Count, found: tp.Count | None, met: tp.Ternary
) -> None:
    assert judged(tp.HeadcountDemand(number=limit), by(headcount=found)).met is met


def test_a_headcount_is_told_with_its_place_or_looked_up() -> None:
    demand = tp.HeadcountDemand(number=tp.Count(1, Exact.AT_LEAST))
    place = "/organisations/0/headcount"
    fact = ComparedFact(name="headcount", subject="body", place=place, count=tp.Count(3))
    assert judged(demand, by(headcount=tp.Count(3))).facts == (fact,)
    known = tp.Dataset(organisations=(tp.Organisation(id="body", headcount=tp.Count(3)),))
    found = judged(demand, ELSEWHERE, known=known)
    assert (found.met, found.facts[0].place, found.seen) == (YES, None, ())
    unknown = tp.Dataset(organisations=(tp.Organisation(id="body"),))
    looked_up = judged(demand, ELSEWHERE, known=unknown)
    assert gaps(looked_up) == [("headcount", "/applicant", "register")]


def consortium(*counts: int | None, complete: tp.Ternary = YES) -> tp.Application:
    names = [f"m{index}" for index, _ in enumerate(counts)]
    return tp.Application(
        id="file",
        organisations=tuple(
            tp.Organisation(id=name, headcount=None if count is None else tp.Count(count))
            for name, count in zip(names, counts, strict=True)
        ),
        consortium=tp.Consortium(
            members=tuple(
                tp.Member(organisation=tp.Ref(each), role=tp.MemberRole.PARTNER) for each in names
            ),
            members_complete=complete,
        ),
    )


@pytest.mark.parametrize(
    ("side", "application", "met"),
    [
        (Side.EVERY_MEMBER, consortium(5, 9), YES),
        (Side.EVERY_MEMBER, consortium(5, 4), NO),
        (Side.EVERY_MEMBER, consortium(5, 9, complete=NO), UNSURE),
        (Side.EVERY_MEMBER, consortium(4, 9, complete=NO), NO),
        (Side.EVERY_MEMBER, consortium(5, None), UNSURE),
        (Side.SOME_MEMBER, consortium(5, 4, complete=NO), YES),
        (Side.SOME_MEMBER, consortium(3, 4), NO),
        (Side.SOME_MEMBER, consortium(3, 4, complete=NO), UNSURE),
        (Side.SOME_MEMBER, NOT_TOLD, UNSURE),
        (Side.COORDINATOR, consortium(5, 9), UNSURE),
    ],
)
def test_members_are_judged_one_by_one_and_an_open_list_may_grow(
    side: tp.ApplicantSide, application: tp.Application, met: tp.Ternary
) -> None:
    demand = tp.HeadcountDemand(of=side, number=tp.Count(5, Exact.AT_LEAST))
    assert judged(demand, application).met is met


def sent(since: str | None, submitted: str | None = TODAY, **more: Any) -> tp.Application:
    moment = None if submitted is None else tp.Instant(on(submitted))
    organisation = tp.Organisation(id="body", since=None if since is None else on(since))
    return applying(organisation, submitted=moment, **more)


YEAR: Final = {"at_least": tp.Span("P1Y")}
YOUNG: Final = {"at_most": tp.Span("P3Y")}


@pytest.mark.parametrize(
    ("fields", "since", "met"),
    [
        (YEAR, "2020-03-12", YES),
        (YEAR, "2020-03-13", NO),
        (YEAR, "2020-03", UNSURE),
        (YEAR, "2020-02", YES),
        (YEAR, "2020-04", NO),
        (YEAR, None, UNSURE),
        (YOUNG, "2018-03-12", YES),
        (YOUNG, "2018-03-11", NO),
        (YOUNG, "2018", UNSURE),
        (YOUNG, "2021-03-13", NO),
        ({**YEAR, **YOUNG}, "2017", NO),
        ({**YEAR, **YOUNG}, "2019", YES),
        ({}, "2021-03-12", YES),
        ({}, "2021-03-13", NO),
        ({}, "2021", UNSURE),
        ({"at_least": tp.Span("P1Y", "P2Y")}, "2019-06-01", UNSURE),
    ],
)
def test_seniority_is_counted_to_the_day_of_submission(
    fields: dict[str, Any], since: str | None, met: tp.Ternary
) -> None:
    assert judged(tp.SeniorityDemand(**fields), sent(since), on="2031-01-01").met is met


OPENS: Final = tp.Call(id="call", opens=tp.Instant(on("2021-03-12")))


@pytest.mark.parametrize(
    ("fields", "since", "met"),
    [
        (YEAR, "2020-03-11", UNSURE),
        (YEAR, "2020-03-12", UNSURE),
        (YEAR, "2020-03-13", NO),
        (YOUNG, "2018-03-11", UNSURE),
        (YOUNG, "2018-03-12", UNSURE),
        ({}, "2021-03-12", UNSURE),
        ({}, "2021-03-13", NO),
    ],
)
def test_what_arrived_may_have_been_sent_long_before(
    fields: dict[str, Any], since: str, met: tp.Ternary
) -> None:
    application = sent(since, None, received=tp.Instant(on("2021-03-12")))
    found = judged(tp.SeniorityDemand(**fields), application, on="2031-01-01")
    assert found.met is met
    assert found.seen == ("/organisations/0/since", "/received")
    assert gaps(found) == [("submitted", "/submitted", "register")]


@pytest.mark.parametrize("status", [tp.ApplicationStatus.DRAFT, None])
@pytest.mark.parametrize(
    ("fields", "since", "met"),
    [
        (YEAR, "2020-03-12", YES),
        (YEAR, "2020-03-13", UNSURE),
        (YOUNG, "2018-03-11", NO),
        (YOUNG, "2018-03-12", UNSURE),
        ({}, "2021-03-12", YES),
        ({}, "2021-03-13", UNSURE),
    ],
)
def test_a_draft_is_sent_later_and_nothing_is_sent_before_the_call_opens(
    status: tp.ApplicationStatus | None, fields: dict[str, Any], since: str, met: tp.Ternary
) -> None:
    draft = status is tp.ApplicationStatus.DRAFT
    application = sent(since, None, status=status)
    call = evolve(OPENS, opens=tp.Instant(on("2019-01-01"))) if draft else OPENS
    today = "2021-03-12" if draft else "2031-01-01"
    found = judged(tp.SeniorityDemand(**fields), application, today, call=call)
    assert found.met is met
    assert [each.name for each in found.facts] == ["since", "day" if draft else "opens"]
    assert gaps(found) == [("submitted", "/submitted", "register")]


@pytest.mark.parametrize(
    ("since", "met"), [("2020-03-12", YES), ("2020-03-13", UNSURE), ("2020-03-15", NO)]
)
def test_what_holds_from_the_opening_to_the_arrival_is_sure(since: str, met: tp.Ternary) -> None:
    application = sent(since, None, received=tp.Instant(on("2021-03-14")))
    found = judged(tp.SeniorityDemand(at_least=tp.Span("P1Y")), application, call=OPENS)
    assert found.met is met


@pytest.mark.parametrize(
    ("channel", "since", "met"),
    [
        (tp.Channel.ONLINE, "2020-03-12", YES),
        (tp.Channel.IN_PERSON, "2020-03-12", YES),
        (tp.Channel.ONLINE, "2020-03-13", NO),
        (tp.Channel.PAPER, "2020-03-12", UNSURE),
    ],
)
def test_what_arrives_at_once_was_sent_on_the_day_of_its_receipt(
    channel: tp.Channel, since: str, met: tp.Ternary
) -> None:
    application = sent(since, None, received=tp.Instant(on("2021-03-12")), channel=channel)
    assert judged(tp.SeniorityDemand(at_least=tp.Span("P1Y")), application).met is met


def test_the_day_of_the_assessment_stands_for_nothing_but_a_draft() -> None:
    submitted, draft = tp.ApplicationStatus.SUBMITTED, tp.ApplicationStatus.DRAFT
    received = tp.Instant(on("2021-03-12"))
    for application, today in (
        (sent("2000", None, status=submitted), "2021-03-12"),
        (sent("2000", None, status=draft), None),
        (sent("2000", None, status=draft, received=received), "2021-03-12"),
    ):
        found = judged(tp.SeniorityDemand(at_least=tp.Span("P1Y")), application, today)
        assert found.met is UNSURE
        assert gaps(found)[0] == ("submitted", "/submitted", "register")


def test_both_days_of_a_seniority_are_told() -> None:
    found = judged(tp.SeniorityDemand(), sent("2020"))
    assert [(each.name, each.place) for each in found.facts] == [
        ("since", "/organisations/0/since"),
        ("submitted", "/submitted"),
    ]
    assert found.seen == ("/organisations/0/since", "/submitted")
    assert gaps(judged(tp.SeniorityDemand(), sent(None))) == [
        ("since", "/organisations/0/since", "applicant")
    ]
    assert gaps(judged(tp.SeniorityDemand(), sent("2020", None), None)) == [
        ("submitted", "/submitted", "register"),
        ("since", "/organisations/0/since", "applicant"),
    ]
    assert gaps(judged(tp.SeniorityDemand(), sent("2021-03-12", "2021"))) == [
        ("submitted", "/submitted", "register")
    ]
    assert gaps(judged(tp.SeniorityDemand(), sent("2021"))) == [
        ("since", "/organisations/0/since", "applicant")
    ]
    assert judged(tp.SeniorityDemand(), sent("2020", None)).seen == ("/organisations/0/since",)


BELOW: Final = tp.Count(10_486, Exact.LESS_THAN)
UP_TO: Final = tp.Count(10_486, Exact.AT_MOST)
HELD: Final = tp.TerritoryCode(tp.TerritoryKind.COMMUNE, "59011")
NORD: Final = tp.TerritoryCode(tp.TerritoryKind.DEPARTEMENT, "59")


@pytest.mark.parametrize(
    ("application", "number", "met"),
    [
        (by(siren=ANNOEULLIN), UP_TO, YES),
        (by(siren=ANNOEULLIN), BELOW, NO),
        (by(kind=Kind.COMMUNE, territories=(HELD,)), UP_TO, YES),
        (by(kind=Kind.COMMUNE, territories=(HELD,)), BELOW, NO),
        (by(kind=Kind.COMMUNE, territories=(HELD, HELD)), UP_TO, UNSURE),
        (by(kind=Kind.COMMUNE, territories=(NORD,)), UP_TO, UNSURE),
        (by(kind=Kind.ASSOCIATION, territories=(HELD,)), UP_TO, UNSURE),
        (by(kind=Kind.DEPARTEMENT, territories=(NORD,)), UP_TO, NO),
        (by(kind=Kind.DEPARTEMENT, territories=(NORD,)), tp.Count(2_606_234), YES),
        (by(), UP_TO, UNSURE),
        (ELSEWHERE, UP_TO, UNSURE),
    ],
)
def test_inhabitants_are_those_of_the_territory_that_applies(
    application: tp.Application, number: tp.Count, met: tp.Ternary
) -> None:
    assert judged(tp.PopulationDemand(number=number), application).met is met


@pytest.mark.parametrize("today", [None, "2018-01-01", "2031-01-01"])
def test_no_register_tells_the_inhabitants_of_an_unknown_or_distant_day(today: str | None) -> None:
    found = judged(tp.PopulationDemand(number=UP_TO), by(siren=ANNOEULLIN), today)
    assert found.met is UNSURE
    assert gaps(found) == [("population", "/organisations/0/siren", "register")]
    assert found.facts == ()


def test_inhabitants_are_told_with_their_territory() -> None:
    found = judged(tp.PopulationDemand(number=UP_TO), by(siren=ANNOEULLIN))
    place = "/organisations/0/siren"
    fact = ComparedFact(name="population", subject="Annœullin", place=place, count=tp.Count(10_486))
    assert (found.facts, found.seen) == ((fact,), (place,))
    known = tp.Dataset(organisations=(tp.Organisation(id="body", siren=ANNOEULLIN),))
    elsewhere = judged(tp.PopulationDemand(number=UP_TO), ELSEWHERE, known=known)
    assert (elsewhere.met, elsewhere.seen) == (YES, ())


@pytest.mark.parametrize(
    ("application", "number", "met"),
    [
        (by(siren=LILLE_METROPOLE), tp.Count(233_098, Exact.AT_MOST), YES),
        (by(siren=LILLE_METROPOLE), tp.Count(233_098, Exact.LESS_THAN), NO),
        (by(siren=ANNOEULLIN), UP_TO, YES),
        (by(kind=Kind.DEPARTEMENT, territories=(NORD,)), UP_TO, UNSURE),
        (by(siren=tp.Siren("200054781")), UP_TO, NO),
    ],
)
def test_the_largest_commune_is_that_of_the_body(
    application: tp.Application, number: tp.Count, met: tp.Ternary
) -> None:
    demand = tp.PopulationDemand(of=tp.Populated.LARGEST_COMMUNE, number=number)
    assert judged(demand, application).met is met


def test_a_body_whose_communes_no_register_tells_has_no_largest_one() -> None:
    demand = tp.PopulationDemand(of=tp.Populated.LARGEST_COMMUNE, number=UP_TO)
    assert judged(demand, by(siren=LILLE_METROPOLE), on="2031-01-01").met is UNSURE


def label(scheme: str, since: str | None, until: str | None) -> tp.Accreditation:
    return tp.Accreditation(
        scheme=scheme,
        since=None if since is None else on(since),
        until=None if until is None else on(until),
    )


IN_FORCE: Final = label("qualiopi", "2020-01-01", "2023-01-01")


@pytest.mark.parametrize(
    ("held", "met"),
    [
        ((IN_FORCE,), YES),
        ((label("QUALIOPI", TODAY, TODAY),), YES),
        ((label("Qualiopi", "2020-01-01", "2021-03-11"),), NO),
        ((label("Qualiopi", "2021-03-13", "2023-01-01"),), NO),
        ((label("Qualiopi", "2020-01-01", None),), UNSURE),
        ((label("Qualiopi", None, "2023-01-01"),), UNSURE),
        ((label("certification qualité", "2020-01-01", "2023-01-01"),), UNSURE),
        ((label("ESUS", None, None), IN_FORCE), YES),
        ((), NO),
        (None, UNSURE),
    ],
)
def test_a_label_is_held_on_the_day_however_it_is_typed(
    held: tuple[tp.Accreditation, ...] | None, met: tp.Ternary
) -> None:
    demand = tp.AccreditationDemand(schemes=("Charte d'accueil", "Qualiopi"))
    assert judged(demand, by(accreditations=held)).met is met


def test_who_can_tell_of_a_label_is_told() -> None:
    demand = tp.AccreditationDemand(schemes=("Qualiopi",))
    place = "/organisations/0/accreditations"
    assert gaps(judged(demand, by())) == [("accreditations", place, "applicant")]
    expiring = by(accreditations=(label("Qualiopi", "2020", None),))
    assert gaps(judged(demand, expiring)) == [("accreditations", place, "register")]
    other = by(accreditations=(label("ESUS", "2020", None),))
    assert gaps(judged(demand, other)) == [("accreditations", place, "person")]
    undated = judged(demand, by(accreditations=(IN_FORCE,)), None)
    assert (undated.met, gaps(undated)) == (UNSURE, [("accreditations", place, "register")])
    nothing = tp.AccreditationDemand(schemes=())
    assert gaps(judged(nothing, by(accreditations=()))) == [("asked", "/applicant", "person")]


def test_labels_are_told_with_their_places() -> None:
    demand = tp.AccreditationDemand(schemes=("Qualiopi",))
    found = judged(demand, by(accreditations=(IN_FORCE,)))
    assert [(each.name, each.text, each.place) for each in found.facts] == [
        ("accreditations", "qualiopi", "/organisations/0/accreditations/0")
    ]
    none = judged(demand, by(accreditations=()))
    assert (none.facts, none.seen) == ((), ("/organisations/0/accreditations",))
    known = tp.Dataset(organisations=(tp.Organisation(id="body", accreditations=()),))
    assert judged(demand, ELSEWHERE, known=known).met is NO


@pytest.mark.parametrize(
    ("fields", "kinds", "met"),
    [
        ({"kind": Kind.COOPERATIVE}, (Kind.COMPANY,), UNSURE),
        ({"kind": Kind.COOPERATIVE}, (Kind.COOPERATIVE, Kind.COMPANY), YES),
        ({"kind": Kind.COOPERATIVE}, (Kind.COMMUNE,), NO),
        ({"kind": Kind.COMMUNE}, (), NO),
        ({"siren": ANNOEULLIN}, (Kind.COMMUNE,), YES),
        ({"siren": ANNOEULLIN}, (Kind.DEPARTEMENT,), UNSURE),
        ({"siren": ANNOEULLIN}, (Kind.COMPANY,), NO),
        ({}, (Kind.COMPANY,), UNSURE),
        (None, (Kind.COMPANY,), UNSURE),
    ],
)
def test_an_organisation_is_of_a_kind_by_its_own_or_by_its_number(
    fields: dict[str, Any] | None, kinds: tuple[tp.OrganisationKind, ...], met: tp.Ternary
) -> None:
    organisation = None if fields is None else tp.Organisation(id="body", **fields)
    assert is_one_of(organisation, kinds) is met
