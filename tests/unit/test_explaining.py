"""Calls in plain words: every heading, whom each rule is for, and what follows."""

from typing import Any, Final

import territoires_participatifs as tp

EURO: Final = tp.Money
AT_MOST, AT_LEAST = tp.Exactness.AT_MOST, tp.Exactness.AT_LEAST
REGION: Final = tp.Organisation(id="region", names=(tp.Name("Région Exemple"),))

CALL: Final = tp.Call(
    id="ami",
    names=(tp.Name("Eaux vives"),),
    opens=tp.Instant(tp.PartialDate("2021-02-01")),
    closes=tp.Deadline(day=tp.PartialDate("2021-06-30")),
    territories=(
        tp.TerritoryCode(tp.TerritoryKind.REGION, "32", label="Hauts-de-France"),
        tp.TerritoryCode(tp.TerritoryKind.DEPARTEMENT, "08"),
    ),
    rounds=(
        tp.Round(id="a", name=tp.Name("première vague"), deadline=None),
        tp.Round(id="b", wording="relève", deadline=tp.Deadline(day=tp.PartialDate("2021-06-30"))),
        tp.Round(id="c", deadline=tp.Deadline(kind=tp.DeadlineKind.ROLLING)),
    ),
    tracks=(tp.Track(id="towns", names=(tp.Name("Villes"),)), tp.Track(id="coast")),
    stages=(
        tp.Stage(
            id="full", name=tp.Name("Projet"), deadline=tp.Deadline(day=tp.PartialDate("2021-09"))
        ),
        tp.Stage(id="pre", deadline=tp.Deadline(day=tp.PartialDate("2021-05"))),
        tp.Stage(id="vote"),
    ),
    envelopes=(
        tp.Envelope(amount=tp.Amount(EURO("100000"))),
        tp.Envelope(label="littoral", amount=tp.Amount(EURO("50000"))),
        tp.Envelope(label="à venir"),
    ),
    aid=(
        tp.AidTerms(
            tracks=("towns",),
            applicants=(tp.OrganisationKind.COMMUNE,),
            when=tp.TextDemand(text=tp.Bilingual("Le projet est neuf.", "The project is new.")),
            aid=tp.AidKind.GRANT,
            cap=tp.Amount(EURO("3000")),
            rate=tp.Rate("80", tp.RateBase.TOTAL_COST),
            sub_caps=(
                tp.SubCap(label="travaux", amount=tp.Amount(EURO("1000")), rate=tp.Rate("10")),
                tp.SubCap(rate=tp.Rate("5")),
            ),
            payments=(
                tp.PaymentTerm(
                    kind=tp.InstalmentKind.ADVANCE,
                    rate=tp.Rate("80"),
                    upon=tp.Milestone.DECISION,
                ),
                tp.PaymentTerm(kind=tp.InstalmentKind.BALANCE),
            ),
            bonuses=(tp.Bonus(label="numérique", points=tp.Rate("5")),),
        ),
        tp.AidTerms(tracks=("coast",)),
    ),
    delays=(
        tp.Delay(
            of=tp.Milestone.START,
            after=tp.Milestone.NOTIFICATION,
            within=tp.Span("P2Y"),
            at_least=tp.Span("P1M"),
        ),
        tp.Delay(of=tp.Milestone.REPORT),
    ),
    criteria=(
        tp.SelectionCriterion(id="impact", name=tp.Bilingual("L'effet"), weight=tp.Number(3)),
        tp.SelectionCriterion(id="cost"),
    ),
    requirements=(
        tp.Requirement(
            id="who",
            demand=tp.HeadcountDemand(number=tp.Count(10, AT_LEAST)),
            tracks=("towns", "coast"),
            rounds=("a",),
            applicants=(tp.OrganisationKind.COMPANY,),
            consequence=tp.Consequence.INELIGIBLE,
            waivable=tp.Ternary.YES,
            clause=tp.Quote(text="dix salariés au moins"),
        ),
        tp.Requirement(
            id="quality",
            demand=tp.TextDemand(text=tp.Bilingual("Il est beau.", "It is fine.")),
            consequence=tp.Consequence.LESS_PREFERRED,
            funder=tp.Ref("region"),
        ),
        tp.Requirement(
            id="later",
            stage=tp.RequirementStage.PAYMENT,
            demand=tp.TextDemand(text=tp.Bilingual("Il est fini.", "It is done.")),
            clause=tp.Quote(locator="page 3"),
        ),
        tp.Requirement(
            id="both",
            demand=tp.AllOf(
                demands=(
                    tp.HeadcountDemand(number=tp.Count(99, AT_MOST)),
                    tp.AnyOf(
                        demands=(
                            tp.TextDemand(text=tp.Bilingual("A.")),
                            tp.NoneOf(demands=(tp.TextDemand(text=tp.Bilingual("B.")),)),
                        )
                    ),
                )
            ),
        ),
        tp.Requirement(id="odd", demand=tp.UnknownDemand(content=tp.Raw.of({"kind": "lottery"}))),
        tp.Requirement(id="none", demand=tp.AllOf(demands=())),
        tp.Requirement(
            id="whole",
            stage=tp.RequirementStage.ADMISSIBILITY,
            demand=tp.TextDemand(text=tp.Bilingual("Le dossier est complet.")),
        ),
    ),
)


def sections(text: str) -> dict[str, list[str]]:
    """Return the lines under each heading, without the typography of French."""
    plain = text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    head, *paragraphs = plain.split("\n\n")
    assert head == "Eaux vives"
    held = [each.splitlines() for each in paragraphs]
    return {first: [line.removeprefix("  - ") for line in rest] for first, *rest in held}


def test_a_call_is_explained_in_french() -> None:
    assert sections(tp.explain(CALL, "fr", known=tp.Dataset(organisations=(REGION,)))) == {
        "Qui peut candidater": [
            (
                "[Villes, coast, première vague, entreprise] effectif : au moins 10 — sinon : inéligibilité "
                "(dérogation possible) « dix salariés au moins »"
            ),
            "effectif : au plus 99 ; l'un au moins (A ; rien de ceci (B))",
        ],
        "Où": ["Hauts-de-France et département 08"],
        "Pour quoi": [
            "[Région Exemple] Il est beau — sinon : moindre préférence",
            'exigence d\'un type inconnu de cette version ({"kind":"lottery"})',
            "",
        ],
        "Combien": [
            "enveloppe : 100 000 €",
            "enveloppe littoral : 50 000 €",
            (
                "[Villes, commune, si Le projet est neuf] nature de l'aide : subvention ; plafond : "
                "3 000 € ; taux maximal : 80 % du coût total ; travaux : 1 000 €, 10 % ; "
                "dépenses : 5 % ; numérique : 5 %"
            ),
        ],
        "Quand": [
            "ouverture : 1er février 2021",
            "clôture : 30 juin 2021",
            "première vague, clôture : une date inconnue",
            "relève, clôture : 30 juin 2021",
            "c, clôture : au fil de l'eau",
            "Projet, clôture : septembre 2021",
            "pre, clôture : mai 2021",
        ],
        "Avec quel dossier": ["Le dossier est complet"],
        "Une fois l'aide accordée": [
            "avance : 80 %, décision",
            "solde",
            "démarrage après notification de la décision : au plus 2 ans, au moins 1 mois",
            "bilan",
            "Il est fini",
        ],
        "Comment on choisit": ["L'effet (poids : 3)", "cost"],
    }


def test_a_call_is_explained_in_english_even_without_names() -> None:
    found = sections(tp.explain(CALL, "en"))
    assert found["What for"][0] == "[region] It is fine — else: less preferred"
    assert found["Who may apply"][0].startswith(
        "[Villes, coast, première vague, company] staff: at least 10"
    )
    assert "if The project is new" in found["How much"][2]


def test_an_empty_call_is_explained_too() -> None:
    text = tp.explain(tp.Call(id="ami"), "en")
    assert text.startswith("ami\n\nWho may apply\n  - nothing is said of it here")
    assert text.count("nothing is said of it here") == 8


def test_calls_stand_side_by_side() -> None:
    lines = tp.compare([CALL, tp.Call(id="b", names=(tp.Name("a|b"),))], "en").splitlines()
    assert lines[0] == "|  | Eaux vives | a\\|b |"
    assert lines[1] == "| --- | --- | --- |"
    assert len(lines) == 10
    assert lines[2].endswith("| — |")
    assert "<br>" in lines[2]
    assert all(each.count(" | ") == 2 for each in lines)
    assert tp.compare([], "fr").splitlines()[0] == "|  |"


def test_no_text_of_a_call_turns_the_terminal() -> None:
    name: Any = tp.Bilingual("a\x1b[31mb")
    call = tp.Call(id="ami", criteria=(tp.SelectionCriterion(id="x", name=name),))
    assert "\x1b" not in tp.explain(call, "en")
