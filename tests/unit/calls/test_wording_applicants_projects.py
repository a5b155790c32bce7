"""Demands on the applicant and on the project, in words."""

from typing import Any

import pytest

import territoires_participatifs as tp
from territoires_participatifs.calls._wording import asked, facts_of
from territoires_participatifs.language import sentence

YES, NO = tp.Ternary.YES, tp.Ternary.NO
Kind, Side, Exact, Step = tp.OrganisationKind, tp.ApplicantSide, tp.Exactness, tp.Milestone
Place, Ground = tp.Located, tp.TerritoryKind
NORTH = tp.TerritoryCode(Ground.REGION, "32", "Hauts-de-France")


@pytest.mark.parametrize(
    ("demand", "french", "english"),
    [
        (tp.ApplicantDemand(), "candidat", "applicant"),
        (
            tp.ApplicantDemand(kinds=(Kind.COMMUNE, Kind.REGION), legal_person=YES),
            "candidat : organisation de nature « commune, région », personne morale",
            "applicant: organisation of the kind 'municipality, region', legal person",
        ),
        (
            tp.ApplicantDemand(of=Side.SOME_MEMBER, public=NO, non_profit=YES),
            "candidat : pour au moins un membre, organisme non public, à but non lucratif",
            "applicant: for one member at least, not a public body, non-profit",
        ),
        (
            tp.ApplicantDemand(natural_person=YES, legal_person=NO),
            "candidat : sans personnalité morale, personne physique",
            "applicant: not a legal person, natural person",
        ),
        (
            tp.SizeDemand(sizes=(tp.CompanySize.SMALL, tp.CompanySize.MEDIUM)),
            "taille de l'entreprise : petite entreprise, moyenne entreprise",
            "size of the company: small enterprise, medium-sized enterprise",
        ),
        (
            tp.SeniorityDemand(),
            "existence au jour du dépôt",
            "existence on the day of submission",
        ),
        (
            tp.SeniorityDemand(at_least=tp.Span("P1Y"), at_most=tp.Span("P36M")),
            "existence au jour du dépôt : depuis au moins 1 an, depuis au plus 36 mois",
            "existence on the day of submission: for 1 year at least, for 36 months at most",
        ),
        (
            tp.PopulationDemand(of=tp.Populated.PROJECT, number=tp.Count(2000, Exact.LESS_THAN)),
            "population : chaque commune du projet, moins de 2\N{NARROW NO-BREAK SPACE}000 habitants",
            "population: each municipality of the project, less than 2,000 inhabitants",
        ),
        (
            tp.AccreditationDemand(schemes=("Qualiopi", "ESUS")),
            "label, certification ou agrément : Qualiopi, ESUS",
            "label, certification or agreement: Qualiopi, ESUS",
        ),
        (
            tp.TerritoryDemand(what=Place.SEAT, territories=(NORTH,), touching=YES),
            "territoire (siège) : Hauts-de-France, une partie suffit",
            "territory (seat): Hauts-de-France, a part is enough",
        ),
        (
            tp.TerritoryDemand(
                what=Place.PROJECT,
                territories=(
                    tp.TerritoryCode(Ground.DEPARTEMENT, "59"),
                    tp.TerritoryCode(Ground.NATURE_PARK),
                ),
                number=tp.Count(3),
                touching=NO,
            ),
            "territoire (projet) : département 59, parc naturel, 3 territoires en tout, en entier",
            "territory (project): department 59, nature park, 3 territories in all, the whole of it",
        ),
        (
            tp.ThemeDemand(of=tp.Subject.APPLICANT, themes=(tp.Theme(label="eau"),)),
            "thème : activité du candidat, eau",
            "theme: work of the applicant, eau",
        ),
        (
            tp.AudienceDemand(audiences=(tp.Audience(label="habitants"),)),
            "public visé : habitants",
            "audience: habitants",
        ),
        (
            tp.DurationDemand(at_least=tp.Span("P12M"), at_most=tp.Span("P36M")),
            "durée du projet : au moins 12 mois, au plus 36 mois",
            "duration of the project: 12 months at least, 36 months at most",
        ),
        (
            tp.StartDemand(after=Step.COMPLETE_FILE),
            "début du projet : pas avant que le dossier soit complet",
            "start of the project: not before the file is complete",
        ),
        (
            tp.StartDemand(after=Step.EXPENSE, not_before=tp.PartialDate("2021-01-01")),
            "début du projet : pas avant cette étape (dépense), 1er janvier 2021 au plus tôt",
            "start of the project: not before this step (expense), 1 January 2021 at the earliest",
        ),
        (
            tp.EndDemand(not_after=tp.PartialDate("2024-03-31"), after=Step.SUBMISSION),
            "fin du projet : 31 mars 2024 au plus tard, pas avant le dépôt de la candidature",
            (
                "end of the project: 31 March 2024 at the latest, "
                "not before the application is submitted"
            ),
        ),
    ],
)
def test_a_demand_reads_as_a_person_writes_it(demand: Any, french: str, english: str) -> None:
    assert asked(demand, "fr") == french
    assert asked(demand, "en") == english
    for language in tp.LANGUAGES:
        remedy = sentence(f"demand-{demand.tag}", facts_of(demand), language, "remedy")
        assert remedy.endswith(".")
        assert "{" not in remedy
