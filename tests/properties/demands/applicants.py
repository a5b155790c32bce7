"""Samples of the demands on who applies."""

from typing import Any, Final

from attrs import evolve

import territoires_participatifs as tp
from demands.sample import Sample
from territoires_participatifs.values.declarations import replaced

YES, NO = tp.Ternary.YES, tp.Ternary.NO


def applying(organisation: tp.Organisation, **more: Any) -> tp.Application:
    """Return an application that declares the organisation that submits it."""
    return tp.Application(
        id="file",
        call=tp.Ref("call"),
        applicant=tp.Ref(organisation.id),
        organisations=(organisation,),
        **more,
    )


def with_applicant(application: tp.Application, **changes: Any) -> tp.Application:
    """Return an application whose first organisation has other fields."""
    first, *others = application.organisations
    changed = replaced(first, **changes)
    return evolve(application, organisations=(changed, *others))


def together(*organisations: tp.Organisation) -> tp.Application:
    """Return an application of a consortium that is complete, the first one leading it."""
    roles = (tp.MemberRole.COORDINATOR, *[tp.MemberRole.PARTNER] * (len(organisations) - 1))
    members = tuple(
        tp.Member(organisation=tp.Ref(each.id), role=role)
        for each, role in zip(organisations, roles, strict=True)
    )
    return tp.Application(
        id="file",
        call=tp.Ref("call"),
        organisations=organisations,
        consortium=tp.Consortium(members=members, members_complete=YES),
    )


def _label(scheme: str, until: str | None) -> tuple[tp.Accreditation, ...]:
    since = tp.PartialDate("2020-01-01")
    last = None if until is None else tp.PartialDate(until)
    return (tp.Accreditation(scheme=scheme, since=since, until=last),)


SAMPLES: Final = (
    Sample(
        name="applicant-kind",
        demand=tp.ApplicantDemand(kinds=(tp.OrganisationKind.ASSOCIATION,)),
        application=applying(
            tp.Organisation(id="club", kind=tp.OrganisationKind.ASSOCIATION),
        ),
        breaks=lambda each: with_applicant(each, kind=tp.OrganisationKind.COMPANY),
        forgets=lambda each: with_applicant(each, kind=None),
    ),
    Sample(
        name="applicant-public",
        demand=tp.ApplicantDemand(public=YES, of=tp.ApplicantSide.COORDINATOR),
        application=together(
            tp.Organisation(id="town", kind=tp.OrganisationKind.COMMUNE),
            tp.Organisation(id="club", kind=tp.OrganisationKind.ASSOCIATION),
        ),
        breaks=lambda each: with_applicant(each, kind=None, public=NO),
        forgets=lambda each: with_applicant(each, kind=None),
    ),
    Sample(
        name="size",
        demand=tp.SizeDemand(sizes=(tp.CompanySize.SMALL_OR_MEDIUM,)),
        application=applying(tp.Organisation(id="shop", size=tp.CompanySize.MICRO)),
        breaks=lambda each: with_applicant(each, size=tp.CompanySize.INTERMEDIATE),
        forgets=lambda each: with_applicant(each, size=None),
    ),
    Sample(
        name="size-of-some-member",
        demand=tp.SizeDemand(
            sizes=(tp.CompanySize.SMALL_OR_MEDIUM, tp.CompanySize.INTERMEDIATE),
            of=tp.ApplicantSide.SOME_MEMBER,
        ),
        application=together(
            tp.Organisation(id="shop", size=tp.CompanySize.INTERMEDIATE),
            tp.Organisation(id="firm", size=tp.CompanySize.LARGE),
        ),
        breaks=lambda each: with_applicant(each, size=tp.CompanySize.LARGE),
        forgets=lambda each: with_applicant(each, size=None),
    ),
    Sample(
        name="headcount",
        demand=tp.HeadcountDemand(number=tp.Count(10, tp.Exactness.LESS_THAN)),
        application=applying(tp.Organisation(id="shop", headcount=tp.Count(9))),
        breaks=lambda each: with_applicant(each, headcount=tp.Count(10)),
        forgets=lambda each: with_applicant(each, headcount=None),
    ),
    Sample(
        name="headcount-of-every-member",
        demand=tp.HeadcountDemand(
            number=tp.Count(1, tp.Exactness.AT_LEAST), of=tp.ApplicantSide.EVERY_MEMBER
        ),
        application=together(
            tp.Organisation(id="shop", headcount=tp.Count(1)),
            tp.Organisation(id="firm", headcount=tp.Count(250)),
        ),
        breaks=lambda each: with_applicant(each, headcount=tp.Count(0)),
        forgets=lambda each: with_applicant(each, headcount=None),
    ),
    Sample(
        name="seniority",
        demand=tp.SeniorityDemand(at_least=tp.Span("P1Y")),
        application=applying(
            tp.Organisation(id="club", since=tp.PartialDate("2020-03-12")),
            submitted=tp.Instant(tp.PartialDate("2021-03-12")),
        ),
        breaks=lambda each: with_applicant(each, since=tp.PartialDate("2020-03-13")),
        forgets=lambda each: with_applicant(each, since=None),
    ),
    Sample(
        name="seniority-existence",
        demand=tp.SeniorityDemand(),
        application=applying(
            tp.Organisation(id="club", since=tp.PartialDate("2021-03-12")),
            submitted=tp.Instant(tp.PartialDate("2021-03-12")),
        ),
        breaks=lambda each: with_applicant(each, since=tp.PartialDate("2021-03-13")),
        forgets=lambda each: with_applicant(each, since=tp.PartialDate("2021-03")),
    ),
    Sample(
        name="population",
        demand=tp.PopulationDemand(number=tp.Count(20_000, tp.Exactness.LESS_THAN)),
        application=applying(
            tp.Organisation(id="annoeullin", siren=tp.Siren("215900119")),
        ),
        breaks=lambda each: with_applicant(each, siren=tp.Siren("215903501")),
        forgets=lambda each: with_applicant(each, siren=None),
    ),
    Sample(
        name="population-of-the-project",
        demand=tp.PopulationDemand(
            of=tp.Populated.PROJECT, number=tp.Count(20_000, tp.Exactness.LESS_THAN)
        ),
        application=tp.Application(
            id="file",
            call=tp.Ref("call"),
            projects=(
                tp.Project(
                    id="garden",
                    territories=(tp.TerritoryCode(tp.TerritoryKind.COMMUNE, "59011"),),
                ),
            ),
        ),
        breaks=lambda each: evolve(
            each,
            projects=(
                tp.Project(
                    id="garden",
                    territories=(tp.TerritoryCode(tp.TerritoryKind.COMMUNE, "59350"),),
                ),
            ),
        ),
        forgets=lambda each: evolve(each, projects=(tp.Project(id="garden"),)),
    ),
    Sample(
        name="accreditation",
        demand=tp.AccreditationDemand(schemes=("Qualiopi",)),
        application=applying(
            tp.Organisation(id="school", accreditations=_label("qualiopi", "2021-03-12"))
        ),
        breaks=lambda each: with_applicant(each, accreditations=_label("qualiopi", "2021-03-11")),
        forgets=lambda each: with_applicant(each, accreditations=_label("qualiopi", None)),
    ),
    Sample(
        name="accreditation-of-some-member",
        demand=tp.AccreditationDemand(schemes=("ESUS",), of=tp.ApplicantSide.SOME_MEMBER),
        application=together(
            tp.Organisation(id="shop", accreditations=_label("ESUS", "2025-01-01")),
            tp.Organisation(id="firm", accreditations=()),
        ),
        breaks=lambda each: with_applicant(each, accreditations=()),
        forgets=lambda each: with_applicant(each, accreditations=None),
    ),
)
"""A demand with an application that meets it, and what spoils that."""
