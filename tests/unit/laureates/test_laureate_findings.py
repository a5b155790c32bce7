"""What rules on decisions and agreements say: the mark, the shares, the deadline."""

from typing import Final

import territoires_participatifs as tp

FILES: Final = (tp.Application(id="dossier"),)


def _said(entity: tp.Entity, *calls: tp.Call) -> list[str]:
    """Return what the only finding on an entity says, in French and in English."""
    known = tp.Dataset(calls=calls, applications=FILES)
    (finding,) = tp.check(entity, known=known, moment="decision")
    return [finding.message("fr"), finding.message("en")]


def _marked(points: str) -> tp.Decision:
    score = tp.Score(criterion="impact", points=tp.Number(points))
    review = tp.Review(application=tp.Ref("dossier"), scores=(score,))
    return tp.Decision(id="choix", call=tp.Ref("appel"), reviews=(review,))


def _call(scale: tp.Number | None) -> tp.Call:
    return tp.Call(id="appel", criteria=(tp.SelectionCriterion(id="impact", scale=scale),))


def test_a_mark_above_the_scale_is_told_with_the_highest_one() -> None:
    assert _said(_marked("20.5"), _call(tp.Number(20))) == [
        "La note 20,5 sort du barème du critère « impact » : de 0 à 20.",
        "The mark 20.5 is off the scale of the criterion 'impact': from 0 to 20.",
    ]


def test_a_mark_below_zero_is_told_though_the_highest_one_is_not_known() -> None:
    assert _said(_marked("-1"), _call(None)) == [
        "La note -1 sort du barème du critère « impact » : de 0 à un maximum qui n'est pas dit.",
        "The mark -1 is off the scale of the criterion 'impact': from 0 to a highest mark that is not told.",
    ]


def test_shares_of_the_aid_are_told_in_per_cent() -> None:
    rate = tp.Rate(40, tp.RateBase.GRANT)
    instalment = tp.Instalment(kind=tp.InstalmentKind.INTERIM, rate=rate)
    agreement = tp.GrantAgreement(id="convention", instalments=(instalment,) * 3)
    french, english = _said(agreement)
    assert french.replace("\N{NARROW NO-BREAK SPACE}", " ") == (
        "Les versements font 120 % de la subvention, pour une aide de 100 % de la subvention."
    )
    assert english == "The payments make 120% of the grant, for an aid of 100% of the grant."


def test_the_first_deadline_of_several_rounds_is_told() -> None:
    days = {"june": "2021-06-30", "may": "2021-05-31", "july": "2021-07-31"}
    rounds = tuple(
        tp.Round(id=each, deadline=tp.Deadline(day=tp.PartialDate(day)))
        for each, day in days.items()
    )
    decided = tp.PartialDate("2021-05-01")
    decision = tp.Decision(id="choix", call=tp.Ref("appel"), rounds=tuple(days), decided=decided)
    assert _said(decision, tp.Call(id="appel", rounds=rounds)) == [
        "La décision (1er mai 2021) précède la date limite (31 mai 2021).",
        "The decision (1 May 2021) comes before the deadline (31 May 2021).",
    ]


def test_a_laureate_tells_its_own_call_and_the_other_one() -> None:
    other = tp.Application(id="autre-dossier", call=tp.Ref("autre"))
    decision = tp.Decision(id="choix", call=tp.Ref("autre"))
    laureate = tp.Laureate(
        id="laureat",
        call=tp.Ref("appel"),
        decision=tp.Ref("choix"),
        application=tp.Ref("autre-dossier"),
    )
    known = tp.Dataset(
        calls=(tp.Call(id="appel"), tp.Call(id="autre")),
        decisions=(decision,),
        applications=(other,),
    )
    assert [each.message("en") for each in tp.check(laureate, known=known)] == [
        "The decision 'choix' is on the call 'autre', and the laureate is of the call 'appel'.",
        "The application 'autre-dossier' answers the call 'autre', and the laureate is of the call 'appel'.",
    ]
