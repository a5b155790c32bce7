from pathlib import Path

import territoires_participatifs as tp

DATASET = tp.read(Path(__file__).parents[2] / "documents" / "v1.0" / "22-contrat-de-ville.json")
SAINT_ETIENNE = DATASET.get(tp.Call, "saint-etienne-aap-2021")
MONTPELLIER = DATASET.get(tp.Call, "montpellier-aap-2025")
CAHORS = DATASET.get(tp.Call, "cahors-aap-2023")


def asked(call: tp.Call, requirement_id: str) -> tp.Requirement:
    (found,) = (each for each in call.requirements or () if each.id == requirement_id)
    return found


def test_seven_funders_share_the_call_of_saint_etienne_and_no_amount_is_told() -> None:
    (envelope,) = SAINT_ETIENNE.envelopes or []
    assert [each.funder for each in envelope.contributions or ()] == [
        tp.Ref("etat"),
        tp.Ref("region-aura"),
        tp.Ref("departement-loire"),
        tp.Ref("caf-loire"),
        tp.Ref("caisse-des-depots"),
        tp.Ref("saint-etienne-metropole"),
        tp.Ref("communes-sem"),
    ]
    assert {each.amount for each in envelope.contributions or ()} == {None}


def test_a_late_file_is_out_of_the_campaign() -> None:
    assert SAINT_ETIENNE.closes is not None
    assert str(SAINT_ETIENNE.closes.day) == "2020-12-15; wording=15 décembre 2020"
    found = asked(SAINT_ETIENNE, "in-time")
    assert found.demand == tp.DeadlineDemand()
    assert found.consequence is tp.Consequence.REJECTED
    assert found.clause is not None
    assert found.clause.text == "ne pourront plus être pris en compte au titre de la campagne 2021"


def test_the_deadline_of_montpellier_counts_what_is_received() -> None:
    closes = MONTPELLIER.closes
    assert closes is not None
    assert closes.day is not None
    assert closes.day.edtf == "2024-11-22"
    assert closes.event is tp.CountingEvent.RECEIVED
    assert closes.wording == "jusqu’au 22 novembre 2024 inclus, délai de rigueur"


def test_one_entry_serves_four_funders() -> None:
    served = [
        each.organisation
        for each in MONTPELLIER.participations or ()
        if each.wording == "une seule saisie"
    ]
    assert served == [
        tp.Ref("etat"),
        tp.Ref("montpellier"),
        tp.Ref("montpellier-metropole"),
        tp.Ref("caf-herault"),
    ]


def test_the_report_of_the_year_before_is_a_matter_of_form() -> None:
    found = asked(MONTPELLIER, "report-of-2024")
    assert found.stage is tp.RequirementStage.ADMISSIBILITY
    assert found.consequence is tp.Consequence.INADMISSIBLE


def test_the_state_looks_at_one_neighbourhood_and_others_at_six_places() -> None:
    state, all_ = asked(CAHORS, "bop-147-territory"), asked(CAHORS, "wider-territory")
    assert isinstance(state.demand, tp.TerritoryDemand)
    assert isinstance(all_.demand, tp.TerritoryDemand)
    assert state.funder == tp.Ref("etat")
    assert [each.code for each in state.demand.territories or ()] == ["QP046001"]
    assert len(all_.demand.territories or ()) == 6


def test_four_neighbourhoods_alone_count_in_poitiers() -> None:
    call = DATASET.get(tp.Call, "poitiers-aap-2024")
    demand = asked(call, "four-neighbourhoods").demand
    assert isinstance(demand, tp.TerritoryDemand)
    assert demand.what is tp.Located.BENEFICIARIES
    assert demand.number == tp.Count(4)
    assert demand.touching is tp.Ternary.NO
    assert len(call.themes or ()) == 4


def test_the_threshold_of_an_agreement_is_counted_by_carrier() -> None:
    found = asked(DATASET.get(tp.Call, "contrat-de-ville"), "agreement-above-23000")
    assert isinstance(found.demand, tp.TextDemand)
    assert found.demand.text.fr.startswith("Au-dessus de 23 000 € par porteur")


def test_associations_come_first_in_aulnay() -> None:
    call = DATASET.get(tp.Call, "aulnay-2015")
    found, who = asked(call, "associations-first"), asked(call, "who-may-apply").demand
    assert found.demand == tp.ApplicantDemand(kinds=(tp.OrganisationKind.ASSOCIATION,))
    assert found.consequence is tp.Consequence.LESS_PREFERRED
    assert isinstance(who, tp.AnyOf)
    assert who.demands[0] == tp.ApplicantDemand(
        kinds=(tp.OrganisationKind.ASSOCIATION, tp.OrganisationKind.SOCIAL_LANDLORD)
    )


def test_a_majority_without_a_number_stays_in_words() -> None:
    found = asked(DATASET.get(tp.Call, "aulnay-2015"), "majority-from-qpv")
    assert isinstance(found.demand, tp.AllOf)
    where, words = found.demand.demands
    assert isinstance(where, tp.TerritoryDemand)
    assert where.what is tp.Located.BENEFICIARIES
    assert where.share is None
    assert isinstance(words, tp.TextDemand)
    assert words.text.fr == "La majorité des bénéficiaires vient de ces quartiers."


def test_associations_schools_and_non_profit_bodies_apply_in_montpellier() -> None:
    assert asked(MONTPELLIER, "who-may-apply").demand == tp.AnyOf(
        demands=(
            tp.ApplicantDemand(kinds=(tp.OrganisationKind.ASSOCIATION, tp.OrganisationKind.SCHOOL)),
            tp.ApplicantDemand(non_profit=tp.Ternary.YES),
        )
    )


def test_the_metropolis_of_chartres_coordinates() -> None:
    call = DATASET.get(tp.Call, "chartres-aap-2021")
    assert [(each.organisation, each.role) for each in call.participations or ()] == [
        (tp.Ref("chartres-metropole"), tp.Role.LEAD)
    ]
    assert call.closes is None
