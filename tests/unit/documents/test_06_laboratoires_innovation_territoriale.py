from pathlib import Path

import territoires_participatifs as tp

DATASET = tp.read(
    Path(__file__).parents[2]
    / "documents"
    / "v1.0"
    / "06-laboratoires-innovation-territoriale.json"
)


CALL = DATASET.get(tp.Call, "laboratoires-2016")
DECISION = DATASET.get(tp.Decision, "laboratoires-2016-twelve")


def test_seventeen_or_sixteen_applications_were_received_and_none_is_preferred() -> None:
    said = [
        (str(each.quote.source), str(each.value), each.standing)
        for each in DECISION.statements
        if each.about == "/received" and each.quote is not None
    ]
    assert DECISION.received is None
    assert DECISION.disputed == ("/received",)
    assert said == [
        ("modernisation-2016", '{"value":17,"wording":"17 projets"}', tp.Standing.ALTERNATIVE),
        (
            "prefecture-grand-est",
            '{"value":16,"wording":"Seize candidatures"}',
            tp.Standing.ALTERNATIVE,
        ),
    ]


def test_twelve_laureates_were_presented_on_18_november_2016() -> None:
    assert DECISION.selected == tp.Count(12, wording="Douze projets")
    assert DECISION.announced == tp.PartialDate("2016-11-18")


def test_projects_were_handed_in_on_a_28_september_told_without_its_year() -> None:
    assert CALL.closes == tp.Deadline(
        day=tp.PartialDate("2016-09-28", wording="le 28 septembre dernier")
    )


def test_the_steering_committee_gathers_ministries_and_two_institutions() -> None:
    committee = DATASET.get(tp.Organisation, "comite-pilotage-pia")
    assert [
        (each.kind, [str(other) for other in each.objects], each.object_wording)
        for each in committee.relations
    ] == [
        (tp.RelationKind.GATHERS, ["caisse-des-depots", "cgi"], None),
        (tp.RelationKind.GATHERS, [], "les ministères"),
    ]


def test_services_of_the_state_come_first_among_carriers() -> None:
    first = (CALL.requirements or [])[0]
    assert first.demand == tp.ApplicantDemand(kinds=(tp.OrganisationKind.DECONCENTRATED_SERVICE,))
    assert first.consequence is tp.Consequence.LESS_PREFERRED


def test_sixteen_stakeholders_stood_at_the_origin_of_the_lab() -> None:
    consortium = DATASET.get(tp.Application, "siilab-application").consortium
    assert consortium is not None
    assert consortium.size == tp.Count(16, wording="16 stakeholders")
    assert consortium.members is None


def test_a_project_that_was_selected_becomes_an_actor() -> None:
    lab = DATASET.get(tp.Organisation, "siilab")
    created = [each for each in lab.relations if each.kind is tp.RelationKind.CREATED_BY]
    later = DATASET.get(tp.Application, "hdf-collective-2020").participations or ()
    assert [str(each.objects[0]) for each in created] == ["siilab-2016"]
    assert [(str(each.organisation), each.role) for each in later] == [
        ("siilab", tp.Role.FACILITATOR)
    ]


def test_the_money_is_of_a_programme_inside_a_programme_and_its_amount_is_unknown() -> None:
    inner = DATASET.get(tp.Programme, "pia-transition-numerique")
    assert (CALL.programmes, str(inner.part_of)) == ((tp.Ref("pia-transition-numerique"),), "pia")
    assert (CALL.envelopes, CALL.aid, CALL.criteria) == (None, None, None)
