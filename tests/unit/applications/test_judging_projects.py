"""Demands on the project: where, about what, for whom and when."""

from typing import Any, Final

import pytest

import territoires_participatifs as tp
from territoires_participatifs.applications._judges._answers import Answer
from territoires_participatifs.applications._judges._applicants import JUDGES as APPLICANTS
from territoires_participatifs.applications._judges._facts import Facts, Known
from territoires_participatifs.applications._judges._projects import JUDGES as PROJECTS

YES, NO, UNSURE = tp.Ternary.YES, tp.Ternary.NO, tp.Ternary.UNDETERMINED
Exact, Step, Place = tp.Exactness, tp.Milestone, tp.Located
TODAY: Final = "2021-03-12"


def judged(
    demand: Any, application: tp.Application, on: str | None = TODAY, known: Known | None = None
) -> Answer:
    day = None if on is None else tp.day(on)
    judge = {**APPLICANTS, **PROJECTS}[type(demand)]
    return judge(demand, Facts(application, tp.Call(id="call"), day, known))


def proposing(*projects: tp.Project, **more: Any) -> tp.Application:
    return tp.Application(id="file", projects=projects, **more)


def project(**fields: Any) -> tp.Application:
    return proposing(tp.Project(id="garden", **fields))


def by(**fields: Any) -> tp.Application:
    return tp.Application(
        id="file",
        applicant=tp.Ref("body"),
        organisations=(tp.Organisation(id="body", **fields),),
    )


def gaps(answer: Answer) -> list[tuple[str, str, str]]:
    return [(each.name, each.place, each.by.value) for each in answer.missing]


def at(kind: str, code: str | None = None, label: str | None = None) -> tp.TerritoryCode:
    return tp.TerritoryCode(tp.TerritoryKind(kind), code, label)


def on(text: str) -> tp.PartialDate:
    return tp.PartialDate(text)


ELSEWHERE: Final = tp.Application(id="file", applicant=tp.Ref("body"))
NO_PROJECT: Final = tp.Application(id="file")
ANNOEULLIN, LILLE, PARIS = at("commune", "59011"), at("commune", "59350"), at("commune", "75056")
NORD, SOMME, SEINE = (at("departement", code) for code in ("59", "80", "76"))
NORTH, NORMANDY = at("region", "32"), at("region", "28")
METROPOLE: Final = at("intermunicipal", "200093201")
STRADDLING: Final = at("intermunicipal", "247600588")
"""Villes Sœurs: communes of Seine-Maritime and of the Somme."""
QUARTER, OTHER_QUARTER = (at("priority-neighbourhood", code) for code in ("QP059001", "QP059002"))


@pytest.mark.parametrize(
    ("places", "territories", "within", "touching", "unknown"),
    [
        ((ANNOEULLIN,), (NORTH,), YES, YES, YES),
        ((ANNOEULLIN,), (NORMANDY,), NO, NO, NO),
        ((ANNOEULLIN,), (NORMANDY, NORTH), YES, YES, YES),
        ((ANNOEULLIN, PARIS), (NORTH,), NO, YES, UNSURE),
        ((PARIS, SOMME), (NORMANDY,), NO, NO, NO),
        ((NORTH,), (NORD,), NO, YES, UNSURE),
        ((NORTH,), (NORD, SOMME), NO, YES, UNSURE),
        ((NORD,), (NORTH,), YES, YES, YES),
        ((STRADDLING,), (SOMME,), NO, YES, UNSURE),
        ((STRADDLING,), (NORD,), NO, NO, NO),
        ((STRADDLING,), (SOMME, SEINE), YES, YES, YES),
        ((STRADDLING,), (SOMME, NORD), NO, YES, UNSURE),
        ((STRADDLING,), (NORTH, NORMANDY), YES, YES, YES),
        ((SOMME,), (STRADDLING,), NO, YES, UNSURE),
        ((NORD,), (STRADDLING,), NO, NO, NO),
        ((STRADDLING,), (METROPOLE,), NO, NO, NO),
        ((LILLE,), (METROPOLE,), YES, YES, YES),
        ((PARIS,), (METROPOLE, STRADDLING), NO, NO, NO),
        ((QUARTER,), (QUARTER,), YES, YES, YES),
        ((QUARTER,), (OTHER_QUARTER,), UNSURE, UNSURE, UNSURE),
        ((at("region", None, "la région"),), (NORTH,), UNSURE, UNSURE, UNSURE),
        ((at("other", None, "ici"),), (at("other", None, "ici"),), UNSURE, UNSURE, UNSURE),
        ((ANNOEULLIN,), (at("nature-park", None, "le parc"),), UNSURE, UNSURE, UNSURE),
        ((at("commune", "59999"),), (NORTH, NORMANDY), UNSURE, UNSURE, UNSURE),
        ((), (NORTH,), UNSURE, UNSURE, UNSURE),
        (None, (NORTH,), UNSURE, UNSURE, UNSURE),
    ],
)
def test_a_project_lies_within_or_touches_one_of_the_territories(
    places: Any, territories: Any, within: tp.Ternary, touching: tp.Ternary, unknown: tp.Ternary
) -> None:
    for enough, met in ((NO, within), (YES, touching), (UNSURE, unknown)):
        demand = tp.TerritoryDemand(what=Place.PROJECT, territories=territories, touching=enough)
        found = judged(demand, project(territories=places), on="2024-01-01")
        assert found.met is met
        assert bool(found.missing) >= met.is_undetermined


def test_every_project_must_be_there() -> None:
    demand = tp.TerritoryDemand(what=Place.PROJECT, territories=(NORTH,), touching=NO)
    here = tp.Project(id="here", territories=(ANNOEULLIN,))
    there = tp.Project(id="there", territories=(PARIS,))
    assert judged(demand, proposing(here)).met is YES
    assert judged(demand, proposing(here, there)).met is NO
    assert judged(demand, proposing(here, tp.Project(id="nowhere"))).met is UNSURE
    found = judged(demand, NO_PROJECT)
    assert (found.met, gaps(found)) == (UNSURE, [("projects", "/projects", "applicant")])


@pytest.mark.parametrize("number", [None, tp.Count(1), tp.Count(2)])
@pytest.mark.parametrize(
    ("places", "met"), [((ANNOEULLIN,), YES), ((PARIS,), NO), ((), UNSURE), (None, UNSURE)]
)
def test_the_places_that_are_named_are_all_there_is_whichever_number_is_told(
    places: tuple[tp.TerritoryCode, ...] | None, met: tp.Ternary, number: tp.Count | None
) -> None:
    demand = tp.TerritoryDemand(what=Place.PROJECT, territories=(NORTH,))
    application = project(territories=places, territories_number=number)
    assert judged(demand, application).met is met


@pytest.mark.parametrize(
    ("place", "fields", "met"),
    [
        (PARIS, {"territories": (NORTH,), "number": tp.Count(1)}, NO),
        (PARIS, {"territories": (NORTH,), "number": tp.Count(2)}, UNSURE),
        (ANNOEULLIN, {"territories": (NORTH,), "number": tp.Count(2)}, YES),
        (PARIS, {"number": tp.Count(144)}, UNSURE),
        (PARIS, {}, UNSURE),
        (PARIS, {"territories": ()}, UNSURE),
        (QUARTER, {"kinds": (tp.TerritoryKind.PRIORITY_NEIGHBOURHOOD,)}, YES),
        (PARIS, {"kinds": (tp.TerritoryKind.PRIORITY_NEIGHBOURHOOD,)}, UNSURE),
        (
            PARIS,
            {"kinds": (tp.TerritoryKind.PRIORITY_NEIGHBOURHOOD,), "territories": (PARIS,)},
            YES,
        ),
        (
            PARIS,
            {"kinds": (tp.TerritoryKind.PRIORITY_NEIGHBOURHOOD,), "territories": (NORTH,)},
            UNSURE,
        ),
    ],
)
@pytest.mark.parametrize("touching", [YES, NO])
def test_territories_may_be_counted_or_told_by_their_kind(
    place: tp.TerritoryCode, fields: dict[str, Any], met: tp.Ternary, touching: tp.Ternary
) -> None:
    demand = tp.TerritoryDemand(what=Place.PROJECT, touching=touching, **fields)
    assert judged(demand, project(territories=(place,))).met is met


@pytest.mark.parametrize("touching", [YES, NO, UNSURE])
@pytest.mark.parametrize(
    ("places", "met"),
    [((ANNOEULLIN, LILLE), YES), ((ANNOEULLIN, PARIS), UNSURE), ((PARIS,), NO)],
)
def test_a_share_is_sure_of_all_or_of_nothing(
    touching: tp.Ternary, places: Any, met: tp.Ternary
) -> None:
    demand = tp.TerritoryDemand(
        what=Place.PROJECT, territories=(NORTH,), share=tp.Rate("50"), touching=touching
    )
    found = judged(demand, project(territories=places))
    assert found.met is met
    if met.is_undetermined:
        assert gaps(found) == [("share", "/projects", "applicant")]


@pytest.mark.parametrize(
    ("fields", "met", "place"),
    [
        ({"seat": ANNOEULLIN}, YES, "/organisations/0/seat"),
        ({"seat": PARIS}, NO, "/organisations/0/seat"),
        ({"siren": tp.Siren("215900119")}, YES, "/organisations/0/siren"),
        ({"siren": tp.Siren("217500016")}, NO, "/organisations/0/siren"),
        ({"siren": tp.Siren("217500016"), "seat": ANNOEULLIN}, YES, "/organisations/0/seat"),
        ({"siren": tp.Siren("200093201")}, UNSURE, None),
        ({}, UNSURE, None),
    ],
)
def test_the_seat_is_told_or_that_of_the_commune(
    fields: dict[str, Any], met: tp.Ternary, place: str | None
) -> None:
    demand = tp.TerritoryDemand(what=Place.SEAT, territories=(NORTH,), touching=NO)
    found = judged(demand, by(**fields))
    assert (found.met, found.seen) == (met, () if place is None else (place,))
    if met.is_undetermined:
        assert gaps(found) == [("seat", "/organisations/0/seat", "applicant")]


@pytest.mark.parametrize(
    ("fields", "met"),
    [
        ({"siren": tp.Siren("200093201")}, YES),
        ({"siren": tp.Siren("217500016")}, NO),
        ({"kind": tp.OrganisationKind.DEPARTEMENT, "territories": (NORD,)}, YES),
        ({"territories": (NORD, SOMME)}, YES),
        ({"territories": (NORD, SEINE)}, NO),
        ({"territories": ()}, UNSURE),
        ({}, UNSURE),
    ],
)
def test_the_perimeter_is_what_is_administered_or_where_one_acts(
    fields: dict[str, Any], met: tp.Ternary
) -> None:
    demand = tp.TerritoryDemand(what=Place.PERIMETER, territories=(NORTH,), touching=NO)
    assert judged(demand, by(**fields)).met is met


@pytest.mark.parametrize("what", [Place.SEAT, Place.PERIMETER])
def test_an_applicant_that_is_not_described_is_looked_up(what: tp.Located) -> None:
    demand = tp.TerritoryDemand(what=what, territories=(NORTH,), touching=NO)
    missing = judged(demand, ELSEWHERE)
    assert gaps(missing) == [("organisation", "/applicant", "register")]
    town = tp.Organisation(id="body", siren=tp.Siren("215900119"))
    found = judged(demand, ELSEWHERE, known=tp.Dataset(organisations=(town,)))
    assert (found.met, found.seen, found.facts[0].text) == (YES, (), "Annœullin")


def test_where_beneficiaries_live_is_asked_of_the_applicant() -> None:
    demand = tp.TerritoryDemand(what=Place.BENEFICIARIES, territories=(QUARTER,))
    found = judged(demand, project(territories=(QUARTER,)))
    assert (found.met, gaps(found)) == (UNSURE, [("beneficiaries", "/projects", "applicant")])


@pytest.mark.parametrize(
    ("place", "today", "met"),
    [(ANNOEULLIN, None, UNSURE), (NORTH, None, YES), (ANNOEULLIN, "2031-01-01", UNSURE)],
)
@pytest.mark.parametrize("touching", [YES, NO])
def test_no_register_tells_of_an_unknown_day(
    place: tp.TerritoryCode, today: str | None, met: tp.Ternary, touching: tp.Ternary
) -> None:
    demand = tp.TerritoryDemand(
        what=Place.PROJECT, territories=(NORTH, NORMANDY), touching=touching
    )
    assert judged(demand, project(territories=(place,)), today).met is met


@pytest.mark.parametrize("touching", [YES, NO])
def test_nobody_is_sure_of_a_body_that_changed_within_the_year(touching: tp.Ternary) -> None:
    plaine_dijonnaise = project(territories=(at("intermunicipal", "200000925"),))
    demand = tp.TerritoryDemand(what=Place.PROJECT, territories=(SOMME, SEINE), touching=touching)
    assert judged(demand, plaine_dijonnaise, on="2020-03-01").met is UNSURE
    assert judged(demand, plaine_dijonnaise, on="2021-01-01").met is NO


def test_places_are_told_by_their_names_and_who_can_tell_more() -> None:
    demand = tp.TerritoryDemand(what=Place.PROJECT, territories=(NORTH,), touching=NO)
    places = (at("commune", "59011"), at("region", None, "la région"), QUARTER)
    found = judged(demand, project(territories=places))
    pointers = [f"/projects/0/territories/{index}" for index in range(3)]
    assert [(each.text, each.place) for each in found.facts] == list(
        zip(("Annœullin", "la région", "QP059001"), pointers, strict=True)
    )
    assert {(each.name, each.subject) for each in found.facts} == {("project", "garden")}
    assert found.seen == tuple(pointers)
    assert gaps(found) == [
        ("project", pointers[1], "applicant"),
        ("project", pointers[2], "person"),
    ]


def test_that_touching_is_perhaps_enough_is_for_a_person() -> None:
    for what, application, place in (
        (Place.PROJECT, project(territories=(STRADDLING,)), "/projects"),
        (Place.PERIMETER, by(territories=(STRADDLING,)), "/applicant"),
    ):
        demand = tp.TerritoryDemand(what=what, territories=(SOMME,))
        found = judged(demand, application, on="2024-01-01")
        assert gaps(found) == [("asked", place, "person")]
        nothing = judged(tp.TerritoryDemand(what=what), application)
        assert gaps(nothing) == [("asked", place, "person")]


@pytest.mark.parametrize(
    ("places", "number", "met"),
    [
        ((ANNOEULLIN,), tp.Count(10_486, Exact.AT_MOST), YES),
        ((ANNOEULLIN,), tp.Count(10_486, Exact.LESS_THAN), NO),
        ((ANNOEULLIN, LILLE), tp.Count(10_486, Exact.AT_MOST), NO),
        ((METROPOLE,), tp.Count(233_098, Exact.AT_MOST), YES),
        ((METROPOLE,), tp.Count(233_097, Exact.AT_MOST), UNSURE),
        ((METROPOLE,), tp.Count(1_000_000, Exact.AT_LEAST), NO),
        ((at("municipal-arrondissement", "69381"),), tp.Count(500_000, Exact.AT_LEAST), YES),
        ((NORD,), tp.Count(1_000_000, Exact.AT_LEAST), UNSURE),
        ((at("commune", None, "le bourg"),), tp.Count(10), UNSURE),
        ((at("commune", "59999"),), tp.Count(10), UNSURE),
        (None, tp.Count(10), UNSURE),
        ((), tp.Count(10), UNSURE),
    ],
)
def test_each_commune_of_the_project_is_counted(
    places: Any, number: tp.Count, met: tp.Ternary
) -> None:
    demand = tp.PopulationDemand(of=tp.Populated.PROJECT, number=number)
    assert judged(demand, project(territories=places), "2021-01-01").met is met


def test_who_can_tell_the_inhabitants_of_a_project_is_told() -> None:
    demand = tp.PopulationDemand(of=tp.Populated.PROJECT, number=tp.Count(10_000, Exact.AT_MOST))
    place = "/projects/0/territories/0"
    assert gaps(judged(demand, NO_PROJECT)) == [("projects", "/projects", "applicant")]
    assert gaps(judged(demand, project())) == [
        ("territories", "/projects/0/territories", "applicant")
    ]
    rough = judged(demand, project(territories=(METROPOLE,)))
    assert (gaps(rough), rough.facts) == ([("territories", place, "applicant")], ())
    undated = judged(demand, project(territories=(ANNOEULLIN,)), None)
    assert gaps(undated) == [("population", place, "register")]
    told = judged(demand, project(territories=(ANNOEULLIN,)))
    assert [(each.subject, each.count, each.place) for each in told.facts] == [
        ("Annœullin", tp.Count(10_486), place)
    ]


def theme(label: str, *codes: str) -> tp.Theme:
    return tp.Theme(label=label, codes=tuple(map(tp.Identifier.parse, codes)))


@pytest.mark.parametrize(
    ("themes", "asked", "met"),
    [
        ((theme("eau", "a:1"),), (theme("autre", "a:1"),), YES),
        ((theme("eau", "a:1"),), (theme("eau", "a:2"),), NO),
        ((theme("eau", "a:1"),), (theme("eau", "b:1"),), YES),
        ((theme("eau", "a:1"),), (theme("sol", "b:1"),), UNSURE),
        ((theme("eau", "a:1", "b:2"),), (theme("sol", "b:2"),), YES),
        ((theme("Œuvre d'ART"),), (theme("oeuvre d art"),), YES),
        ((theme("eau"),), (theme("sol"),), UNSURE),
        ((theme("eau"),), (theme("eau", "a:1"),), YES),
        ((theme("sol"), theme("eau")), (theme("air"), theme("eau")), YES),
        ((theme("eau", "a:1"), theme("sol", "a:2")), (theme("air", "a:3"),), NO),
        ((theme("eau", "a:1"), theme("sol")), (theme("air", "a:3"),), UNSURE),
        ((), (theme("eau"),), NO),
        (None, (theme("eau"),), UNSURE),
        ((theme("eau"),), (), UNSURE),
    ],
)
def test_themes_are_compared_by_codes_of_one_list_or_by_label(
    themes: Any, asked: Any, met: tp.Ternary
) -> None:
    assert judged(tp.ThemeDemand(themes=asked), project(themes=themes)).met is met
    by_the_applicant = tp.ThemeDemand(of=tp.Subject.APPLICANT, themes=asked)
    assert judged(by_the_applicant, by(themes=themes)).met is met


def test_every_project_must_be_about_one_of_the_themes() -> None:
    demand = tp.ThemeDemand(themes=(theme("eau", "a:1"),))
    about = tp.Project(id="about", themes=(theme("eau", "a:1"),))
    other = tp.Project(id="other", themes=(theme("sol", "a:2"),))
    assert judged(demand, proposing(about)).met is YES
    assert judged(demand, proposing(about, other)).met is NO


def test_who_can_tell_a_theme_is_told() -> None:
    demand = tp.ThemeDemand(themes=(theme("eau"),))
    assert gaps(judged(demand, NO_PROJECT)) == [("projects", "/projects", "applicant")]
    assert gaps(judged(demand, project())) == [("themes", "/projects/0/themes", "applicant")]
    near = judged(demand, project(themes=(theme("rivières"),)))
    assert gaps(near) == [("theme", "/projects/0/themes/0", "person")]
    assert [(each.name, each.text, each.subject, each.place) for each in near.facts] == [
        ("theme", "rivières", "garden", "/projects/0/themes/0")
    ]
    assert judged(demand, project(themes=())).seen == ("/projects/0/themes",)
    nothing = judged(tp.ThemeDemand(themes=()), project(themes=()))
    assert gaps(nothing) == [("asked", "/projects", "person")]


def test_themes_of_the_applicant_may_be_looked_up() -> None:
    demand = tp.ThemeDemand(of=tp.Subject.APPLICANT, themes=(theme("eau"),))
    assert gaps(judged(demand, by())) == [("themes", "/organisations/0/themes", "applicant")]
    assert gaps(judged(demand, ELSEWHERE)) == [("organisation", "/applicant", "register")]
    known = tp.Dataset(organisations=(tp.Organisation(id="body", themes=(theme("sol"),)),))
    found = judged(demand, ELSEWHERE, known=known)
    assert (found.seen, gaps(found)) == ((), [("theme", "/applicant", "person")])
    none = tp.Dataset(organisations=(tp.Organisation(id="body", themes=()),))
    assert judged(demand, ELSEWHERE, known=none).met is NO
    nothing = tp.ThemeDemand(of=tp.Subject.APPLICANT, themes=())
    assert gaps(judged(nothing, by(themes=()))) == [("asked", "/applicant", "person")]


ELECTED: Final = tp.Audience(label="élu·es", capacity=tp.Capacity.ELECTED_MEMBER)


@pytest.mark.parametrize(
    ("audiences", "met"),
    [
        ((ELECTED,), YES),
        ((tp.Audience(label="Élu.es"),), YES),
        ((tp.Audience(label="Élu.es", capacity=tp.Capacity.OFFICER),), YES),
        ((tp.Audience(label="maires"),), UNSURE),
        ((tp.Audience(label="maires", capacity=tp.Capacity.ELECTED_MEMBER),), UNSURE),
        ((tp.Audience(label="maires", capacity=tp.Capacity.OTHER),), UNSURE),
        ((tp.Audience(label="agents", capacity=tp.Capacity.OFFICER),), NO),
        ((tp.Audience(label="agents", capacity=tp.Capacity.OFFICER), ELECTED), YES),
        ((), NO),
        (None, UNSURE),
    ],
)
def test_audiences_are_compared_by_label_and_differ_by_capacity(
    audiences: Any, met: tp.Ternary
) -> None:
    demand = tp.AudienceDemand(audiences=(ELECTED,))
    assert judged(demand, project(audiences=audiences)).met is met


def test_who_can_tell_an_audience_is_told() -> None:
    demand = tp.AudienceDemand(audiences=(ELECTED,))
    assert gaps(judged(demand, NO_PROJECT)) == [("projects", "/projects", "applicant")]
    assert gaps(judged(demand, project())) == [("audiences", "/projects/0/audiences", "applicant")]
    near = judged(demand, project(audiences=(tp.Audience(label="maires"),)))
    assert gaps(near) == [("audience", "/projects/0/audiences/0", "person")]
    nothing = judged(tp.AudienceDemand(audiences=()), project())
    assert gaps(nothing) == [("asked", "/projects", "person")]


LEAST, MOST = {"at_least": tp.Span("P12M")}, {"at_most": tp.Span("P36M")}
BOTH: Final = {**LEAST, **MOST}


@pytest.mark.parametrize(
    ("limits", "duration", "met"),
    [
        (MOST, tp.Span("P3Y"), YES),
        (MOST, tp.Span("P3Y1D"), NO),
        (LEAST, tp.Span("P1Y"), YES),
        (LEAST, tp.Span("P11M"), NO),
        (LEAST, tp.Span("P365D"), UNSURE),
        (LEAST, tp.Span("P364D"), NO),
        (LEAST, tp.Span("P366D"), YES),
        (BOTH, tp.Span("P12M", "P36M"), YES),
        (BOTH, tp.Span("P6M", "P36M"), UNSURE),
        (BOTH, tp.Span("P37M"), NO),
        (BOTH, tp.Span("P11M"), NO),
        (BOTH, None, UNSURE),
        ({}, tp.Span("P1Y"), UNSURE),
    ],
)
def test_a_duration_lies_between_the_least_and_the_most(
    limits: dict[str, tp.Span], duration: tp.Span | None, met: tp.Ternary
) -> None:
    assert judged(tp.DurationDemand(**limits), project(duration=duration)).met is met


@pytest.mark.parametrize(
    ("limits", "until", "met"),
    [
        (LEAST, "2021-12-31", YES),
        (LEAST, "2021-12-30", NO),
        (MOST, "2024-01-01", YES),
        (MOST, "2024-01-02", NO),
        (BOTH, "2022", YES),
        (BOTH, "2021", UNSURE),
        (BOTH, None, UNSURE),
    ],
)
def test_a_duration_that_is_not_told_is_that_of_the_dates(
    limits: dict[str, tp.Span], until: str | None, met: tp.Ternary
) -> None:
    last = None if until is None else on(until)
    found = judged(tp.DurationDemand(**limits), project(since=on("2021-01-01"), until=last))
    assert found.met is met
    if until is not None:
        assert [each.name for each in found.facts] == ["since", "until"]
        assert found.seen == ("/projects/0/since", "/projects/0/until")


def test_dates_settle_a_duration_that_does_not() -> None:
    dates = {"since": on("2021-01-01"), "until": on("2021-12-31")}
    rough = project(duration=tp.Span("P365D"), **dates)
    assert judged(tp.DurationDemand(**LEAST), rough).met is YES
    told = judged(tp.DurationDemand(**LEAST), project(duration=tp.Span("P11M"), **dates))
    assert (told.met, [each.place for each in told.facts]) == (NO, ["/projects/0/duration"])
    assert told.seen == ("/projects/0/duration",)


def test_who_can_tell_a_duration_is_told() -> None:
    demand = tp.DurationDemand(**LEAST)
    assert gaps(judged(demand, NO_PROJECT)) == [("projects", "/projects", "applicant")]
    assert gaps(judged(demand, project())) == [("duration", "/projects/0/duration", "applicant")]
    assert gaps(judged(tp.DurationDemand(), project())) == [("asked", "/projects", "person")]
    two = proposing(
        tp.Project(id="a", duration=tp.Span("P1Y")), tp.Project(id="b", duration=tp.Span("P11M"))
    )
    assert judged(demand, two).met is NO


DAY: Final = "2021-06-15"


@pytest.mark.parametrize(
    ("limits", "date", "met"),
    [
        ({"not_before": on(DAY)}, DAY, YES),
        ({"not_before": on(DAY)}, "2021-06-14", NO),
        ({"not_before": on(DAY)}, "2021-06", UNSURE),
        ({"not_before": on("2021-06")}, "2021-06-01", YES),
        ({"not_before": on("2021-06")}, "2021-06", YES),
        ({"not_before": on("2021-06")}, "2021-05-31", NO),
        ({"not_after": on(DAY)}, DAY, YES),
        ({"not_after": on(DAY)}, "2021-06-16", NO),
        ({"not_after": on("2021-06")}, "2021-06-30", YES),
        ({"not_after": on("2021-06")}, "2021-07-01", NO),
        ({"not_after": on("2021-06~")}, "2021-06-30", UNSURE),
        ({"not_after": on("[2021-06-01..2021-06-30]")}, "2021-06-30", UNSURE),
        ({"not_after": on("XXXX-06")}, "2021-06-30", UNSURE),
        ({"not_after": tp.PartialDate("2021-06", tp.PartOfPeriod.EARLY)}, "2021-06-15", UNSURE),
        ({"not_before": on("2021-06-01"), "not_after": on(DAY)}, "2021-06-10", YES),
        ({"not_before": on("2021-06-01"), "not_after": on(DAY)}, "2021-06-16", NO),
        ({"not_before": on("2021-06-01"), "not_after": on(DAY)}, "2021-05-31", NO),
        ({"not_before": on(DAY)}, None, UNSURE),
        ({}, DAY, UNSURE),
    ],
)
def test_a_project_begins_and_ends_within_the_days_of_the_call(
    limits: dict[str, Any], date: str | None, met: tp.Ternary
) -> None:
    found = None if date is None else on(date)
    assert judged(tp.StartDemand(**limits), project(since=found)).met is met
    assert judged(tp.EndDemand(**limits), project(until=found)).met is met


def then(text: str | None) -> tp.Instant | None:
    return None if text is None else tp.Instant(on(text))


@pytest.mark.parametrize(
    ("step", "field"),
    [
        (Step.SUBMISSION, "submitted"),
        (Step.ACKNOWLEDGEMENT, "acknowledged"),
        (Step.COMPLETE_FILE, "completed"),
    ],
)
@pytest.mark.parametrize(
    ("date", "moment", "met"),
    [
        ("2021-03-01", "2021-03-01", YES),
        ("2021-02-28", "2021-03-01", NO),
        ("2021-03", "2021-03-02", UNSURE),
        ("2021-02-28", None, UNSURE),
        ("2021-04-01", None, UNSURE),
    ],
)
def test_a_project_begins_no_earlier_than_a_step_that_the_file_tells(
    step: tp.Milestone, field: str, date: str, moment: str | None, met: tp.Ternary
) -> None:
    begun = tp.Project(id="garden", since=on(date), until=on(date))
    application = proposing(begun, **{field: then(moment)})
    for demand in (tp.StartDemand(after=step), tp.EndDemand(after=step)):
        found = judged(demand, application)
        assert found.met is met
        if moment is None:
            assert gaps(found) == [(field, f"/{field}", "register")]
        else:
            assert [each.name for each in found.facts][1:] == [field]
            assert found.seen[1:] == (f"/{field}",)


def lived(*events: tuple[tp.EventKind, str | None], **more: Any) -> tp.Application:
    """Return an application that a garden begun on 1 May 2021 belongs to, with its history."""
    history = tuple(
        tp.Event(kind=kind, on=None if day is None else on(day)) for kind, day in events
    )
    return proposing(tp.Project(id="garden", since=on("2021-05-01")), history=history, **more)


@pytest.mark.parametrize(
    ("step", "kind", "field"),
    [
        (Step.SUBMISSION, tp.EventKind.SUBMITTED, "submitted"),
        (Step.ACKNOWLEDGEMENT, tp.EventKind.ACKNOWLEDGED, "acknowledged"),
        (Step.COMPLETE_FILE, tp.EventKind.COMPLETED_FILE, "completed"),
        (Step.COMPLEMENTS_REQUEST, tp.EventKind.COMPLEMENTS_REQUESTED, "step"),
        (Step.COMPLEMENTS, tp.EventKind.COMPLEMENTS_RECEIVED, "step"),
        (Step.DECISION, tp.EventKind.DECIDED, "step"),
        (Step.NOTIFICATION, tp.EventKind.NOTIFIED, "step"),
        (Step.AGREEMENT, tp.EventKind.SIGNED, "step"),
    ],
)
@pytest.mark.parametrize(
    ("day", "met"),
    [("2021-05-01", YES), ("2021-05-02", NO), ("2021-05", UNSURE), (None, UNSURE)],
)
def test_the_history_tells_the_day_of_a_step(
    step: tp.Milestone, kind: tp.EventKind, field: str, day: str | None, met: tp.Ternary
) -> None:
    application = lived((tp.EventKind.REOPENED, "2021-06-01"), (kind, day))
    found = judged(tp.StartDemand(after=step), application, "2021-07-01")
    assert found.met is met
    facts = [] if day is None else [(field, on(day), "/history/1/on")]
    assert [(each.name, each.date, each.place) for each in found.facts][1:] == facts
    if met is UNSURE:
        assert gaps(found)[-1] == (field, "/history/1/on", "register")


def test_the_field_of_a_step_stands_before_its_history() -> None:
    application = lived((tp.EventKind.ACKNOWLEDGED, "2021-05-02"), acknowledged=then("2021-05-01"))
    assert judged(tp.StartDemand(after=Step.ACKNOWLEDGEMENT), application).met is YES


@pytest.mark.parametrize(
    ("days", "met"),
    [
        (("2021-04-01", "2021-05-01"), YES),
        (("2021-05-02", "2021-06-01"), NO),
        (("2021-05-01", "2021-05-02"), UNSURE),
        (("2021-05-01", None), UNSURE),
        (("2021-05-02", None), UNSURE),
    ],
)
def test_the_days_of_a_step_that_came_twice_must_agree(
    days: tuple[str | None, ...], met: tp.Ternary
) -> None:
    application = lived(*((tp.EventKind.NOTIFIED, each) for each in days))
    assert judged(tp.StartDemand(after=Step.NOTIFICATION), application).met is met


@pytest.mark.parametrize("today", ["2021-04-30", "2021-07-01", None])
@pytest.mark.parametrize("step", [Step.DECISION, Step.START, Step.OTHER])
def test_a_step_that_nobody_tells_may_have_come_or_not(
    step: tp.Milestone, today: str | None
) -> None:
    found = judged(tp.StartDemand(after=step), lived(), today)
    assert found.met is UNSURE
    assert gaps(found) == [("step", "/history", "register")]


@pytest.mark.parametrize(
    ("step", "submitted", "met"),
    [
        (Step.COMPLETE_FILE, "2021-05-02", NO),
        (Step.COMPLETE_FILE, "2021-05-01", UNSURE),
        (Step.DECISION, "2021-05-02", NO),
        (Step.START, "2021-05-02", UNSURE),
    ],
)
def test_what_precedes_the_submission_precedes_what_follows_it(
    step: tp.Milestone, submitted: str, met: tp.Ternary
) -> None:
    demand = tp.StartDemand(after=step)
    assert judged(demand, lived(submitted=then(submitted))).met is met
    assert judged(demand, lived((tp.EventKind.SUBMITTED, submitted))).met is met


@pytest.mark.parametrize(
    ("date", "met"), [("2021-03-01", YES), ("2021-02-28", NO), ("2021-07-01", NO)]
)
def test_days_and_step_must_all_be_kept(date: str, met: tp.Ternary) -> None:
    demand = tp.StartDemand(after=Step.SUBMISSION, not_after=on("2021-06"))
    application = proposing(tp.Project(id="garden", since=on(date)), submitted=then("2021-03-01"))
    assert judged(demand, application).met is met


def test_who_can_tell_when_a_project_begins_is_told() -> None:
    demand = tp.StartDemand(after=Step.SUBMISSION)
    assert gaps(judged(demand, NO_PROJECT)) == [("projects", "/projects", "applicant")]
    assert gaps(judged(demand, project())) == [("since", "/projects/0/since", "applicant")]
    assert gaps(judged(tp.EndDemand(), project())) == [("asked", "/projects", "person")]
    found = judged(tp.EndDemand(not_after=on(DAY)), project(until=on(DAY)))
    assert [(each.name, each.date, each.place) for each in found.facts] == [
        ("until", on(DAY), "/projects/0/until")
    ]
