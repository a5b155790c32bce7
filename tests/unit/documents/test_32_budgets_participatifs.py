from pathlib import Path

import territoires_participatifs as tp

DATASET = tp.read(
    Path(__file__).parents[2] / "documents" / "v1.0" / "32-budgets-participatifs.json"
)


def test_the_phases_of_draguignan_overlap() -> None:
    call = DATASET.get(tp.Call, "draguignan-2024-budget")
    assert [(e.id, str(e.opens), str(e.deadline)) for e in call.stages or ()] == [
        ("depot", "2024-05-01", "2024-07-14"),
        ("etude", "2024-07-01", "2024-09-30"),
        ("vote", "2024-10-01", "2024-10-31"),
        ("depouillement", "2024-11-01", "2024-11-07"),
        ("realisation", "2024-11-08", "2026-10-31"),
    ]


def test_forty_ideas_were_left_in_draguignan() -> None:
    decision = DATASET.get(tp.Decision, "draguignan-2024-depots")
    assert decision.received == tp.Count(40, wording="40 idées")
    assert decision.selected is None


def test_only_natural_persons_apply_in_la_chapelle() -> None:
    call = DATASET.get(tp.Call, "la-chapelle-2024")
    (asked,) = (each for each in call.requirements or () if each.id == "natural-persons")
    assert isinstance(asked.demand, tp.ApplicantDemand)
    assert asked.demand.natural_person is tp.Ternary.YES
    assert asked.demand.legal_person is tp.Ternary.NO


def test_elected_members_neither_submit_nor_vote_while_staff_may_vote() -> None:
    call = DATASET.get(tp.Call, "la-chapelle-2024")
    stages = {each.id: each.stages for each in call.requirements or ()}
    assert stages["no-elected-members"] == ("depot", "vote")
    assert stages["no-analysing-staff"] == ("depot",)


def test_the_envelope_of_la_chapelle_awaits_a_vote() -> None:
    (envelope,) = DATASET.get(tp.Call, "la-chapelle-2024").envelopes or []
    assert envelope.amount == tp.Amount(tp.Money("80000"))
    assert envelope.conditions is not None


def test_amounts_of_the_commune_of_gironde_include_tax() -> None:
    call = DATASET.get(tp.Call, "gironde-commune")
    (envelope,), (terms,) = call.envelopes or [], call.aid or []
    assert envelope.amount == tp.Amount(tp.Money("50000"), basis=tp.TaxBasis.TAX_INCLUDED)
    assert terms.project_cap == tp.Amount(
        tp.Money("25000"), tp.Exactness.LESS_THAN, basis=tp.TaxBasis.TAX_INCLUDED
    )


def test_a_project_of_that_commune_costs_strictly_less_than_the_cap() -> None:
    (terms,) = DATASET.get(tp.Call, "gironde-commune").aid or []
    assert terms.project_cap is not None
    assert terms.project_cap.admits(tp.Money("25000")) is tp.Ternary.NO
    assert terms.project_cap.admits(tp.Money("24999.99")) is tp.Ternary.UNDETERMINED


def test_the_commune_of_gironde_has_no_name() -> None:
    assert DATASET.get(tp.Organisation, "commune-girondine").names == ()
    (question,) = DATASET.get(tp.Call, "gironde-commune").questions
    assert "/territories" in question.about


def test_reunion_granted_three_quarters_of_its_million() -> None:
    decision = DATASET.get(tp.Decision, "reunion-bic-1-resultats")
    (envelope,) = DATASET.get(tp.Call, "reunion-bic-1").envelopes or []
    assert envelope.amount == tp.Amount(tp.Money("1000000"))
    assert decision.received == tp.Count(123, wording="123 initiatives")
    assert decision.eligible == tp.Count(80)
    assert decision.voters == tp.Count(3100)
    assert decision.selected == tp.Count(55)
    assert decision.consumed == tp.Rate("76", tp.RateBase.ENVELOPE)
    assert decision.granted is None


def test_two_authorities_carry_out_the_ideas_and_one_pays_their_authors() -> None:
    given = {call.id: terms.aid for call in DATASET.calls for terms in call.aid or () if terms.aid}
    assert given == {
        "draguignan-2024-budget": tp.AidKind.EXECUTION,
        "romagnat-budget": tp.AidKind.EXECUTION,
        "reunion-bic-1": tp.AidKind.GRANT,
    }


def test_votes_rank_the_projects_of_saint_cyr() -> None:
    call = DATASET.get(tp.Call, "saint-cyr-2021")
    (criterion,) = call.criteria or []
    assert criterion.id == "votes"
    assert tp.Role.JURY in {each.role for each in call.participations or ()}


def test_the_committee_of_saint_cyr_gathers_members_and_inhabitants() -> None:
    (gathered,) = DATASET.get(tp.Organisation, "saint-cyr-comite").relations
    assert gathered.kind is tp.RelationKind.GATHERS
    assert gathered.object_wording == "élus et habitants"
