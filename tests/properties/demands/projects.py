"""Samples of the demands on the project: where, about what, for whom, when."""

from typing import Any, Final

from attrs import evolve

import territoires_participatifs as tp
from demands.applicants import applying, with_applicant
from demands.sample import Sample

COMMUNE, REGION = tp.TerritoryKind.COMMUNE, tp.TerritoryKind.REGION
HAUTS_DE_FRANCE: Final = tp.TerritoryCode(REGION, "32")
ANNOEULLIN: Final = tp.TerritoryCode(COMMUNE, "59011")
PARIS: Final = tp.TerritoryCode(COMMUNE, "75056")


def proposing(*projects: tp.Project, **more: Any) -> tp.Application:
    """Return an application that proposes some projects."""
    return tp.Application(id="file", call=tp.Ref("call"), projects=projects, **more)


def with_project(application: tp.Application, **changes: Any) -> tp.Application:
    """Return an application whose first project has other fields."""
    first, *others = application.projects or ()
    return evolve(application, projects=(evolve(first, **changes), *others))


def _on(text: str) -> tp.PartialDate:
    return tp.PartialDate(text)


def _coded(value: str) -> tuple[tp.Theme, ...]:
    return (tp.Theme(label=f"thème {value}", codes=(tp.Identifier("themes", value),)),)


SAMPLES: Final = (
    Sample(
        name="territory-of-the-project",
        demand=tp.TerritoryDemand(what=tp.Located.PROJECT, territories=(HAUTS_DE_FRANCE,)),
        application=proposing(tp.Project(id="garden", territories=(ANNOEULLIN,))),
        breaks=lambda each: with_project(each, territories=(PARIS,)),
        forgets=lambda each: with_project(each, territories=None),
    ),
    Sample(
        name="territory-of-the-seat",
        demand=tp.TerritoryDemand(what=tp.Located.SEAT, territories=(HAUTS_DE_FRANCE,)),
        application=applying(tp.Organisation(id="club", seat=ANNOEULLIN)),
        breaks=lambda each: with_applicant(each, seat=PARIS),
        forgets=lambda each: with_applicant(each, seat=None),
    ),
    Sample(
        name="territory-perimeter",
        demand=tp.TerritoryDemand(what=tp.Located.PERIMETER, territories=(HAUTS_DE_FRANCE,)),
        application=applying(tp.Organisation(id="town", siren=tp.Siren("215900119"))),
        breaks=lambda each: with_applicant(each, siren=tp.Siren("217500016")),
        forgets=lambda each: with_applicant(each, siren=None),
    ),
    Sample(
        name="theme",
        demand=tp.ThemeDemand(themes=_coded("1")),
        application=proposing(tp.Project(id="garden", themes=_coded("1"))),
        breaks=lambda each: with_project(each, themes=_coded("2")),
        forgets=lambda each: with_project(each, themes=None),
    ),
    Sample(
        name="theme-of-the-applicant",
        demand=tp.ThemeDemand(of=tp.Subject.APPLICANT, themes=(tp.Theme(label="eau"),)),
        application=applying(tp.Organisation(id="club", themes=(tp.Theme(label="Eau"),))),
        breaks=lambda each: with_applicant(each, themes=()),
        forgets=lambda each: with_applicant(each, themes=None),
    ),
    Sample(
        name="audience",
        demand=tp.AudienceDemand(audiences=(tp.Audience(label="habitants"),)),
        application=proposing(tp.Project(id="garden", audiences=(tp.Audience(label="Habitants"),))),
        breaks=lambda each: with_project(each, audiences=()),
        forgets=lambda each: with_project(each, audiences=None),
    ),
    Sample(
        name="audience-of-a-capacity",
        demand=tp.AudienceDemand(
            audiences=(tp.Audience(label="élu·es", capacity=tp.Capacity.ELECTED_MEMBER),)
        ),
        application=proposing(tp.Project(id="garden", audiences=(tp.Audience(label="Élu.es"),))),
        breaks=lambda each: with_project(
            each, audiences=(tp.Audience(label="agents", capacity=tp.Capacity.OFFICER),)
        ),
        forgets=lambda each: with_project(each, audiences=(tp.Audience(label="les maires"),)),
    ),
    Sample(
        name="duration",
        demand=tp.DurationDemand(at_most=tp.Span("P36M")),
        application=proposing(tp.Project(id="garden", duration=tp.Span("P3Y"))),
        breaks=lambda each: with_project(each, duration=tp.Span("P37M")),
        forgets=lambda each: with_project(each, duration=None),
    ),
    Sample(
        name="duration-by-dates",
        demand=tp.DurationDemand(at_least=tp.Span("P12M")),
        application=proposing(
            tp.Project(id="garden", since=_on("2021-01-01"), until=_on("2021-12-31"))
        ),
        breaks=lambda each: with_project(each, until=_on("2021-12-30")),
        forgets=lambda each: with_project(each, until=None),
    ),
    Sample(
        name="start-after-a-step",
        demand=tp.StartDemand(after=tp.Milestone.COMPLETE_FILE),
        application=proposing(
            tp.Project(id="garden", since=_on("2021-03-01")),
            completed=tp.Instant(_on("2021-03-01")),
        ),
        breaks=lambda each: with_project(each, since=_on("2021-02-28")),
        forgets=lambda each: with_project(each, since=None),
    ),
    Sample(
        name="start-not-after",
        demand=tp.StartDemand(not_after=_on("2021-06")),
        application=proposing(tp.Project(id="garden", since=_on("2021-06-30"))),
        breaks=lambda each: with_project(each, since=_on("2021-07-01")),
        forgets=lambda each: with_project(each, since=_on("2021")),
    ),
    Sample(
        name="end",
        demand=tp.EndDemand(not_after=_on("2024-03-31")),
        application=proposing(tp.Project(id="garden", until=_on("2024-03-31"))),
        breaks=lambda each: with_project(each, until=_on("2024-04-01")),
        forgets=lambda each: with_project(each, until=None),
    ),
    Sample(
        name="end-after-a-step",
        demand=tp.EndDemand(after=tp.Milestone.SUBMISSION),
        application=proposing(
            tp.Project(id="garden", until=_on("2021-03-12")),
            submitted=tp.Instant(_on("2021-03-12")),
        ),
        breaks=lambda each: with_project(each, until=_on("2021-03-11")),
        forgets=lambda each: evolve(each, submitted=None),
    ),
)
"""A demand with an application that meets it, and what spoils that."""
