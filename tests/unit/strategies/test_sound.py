"""What the strategies mend so that a drawn dataset contradicts itself nowhere."""

from typing import Final

import pytest

import territoires_participatifs as tp
from territoires_participatifs.strategies._sound import sound

EARLY, LATE = tp.PartialDate("2020"), tp.PartialDate("2021")
LAB: Final = tp.Ref[tp.Organisation]("lab")


def _part(since: tp.PartialDate | None, until: tp.PartialDate | None) -> tp.Participation:
    return tp.Participation(organisation=LAB, role=tp.Role.SUPPORT, since=since, until=until)


@pytest.mark.parametrize("since", [EARLY, None])
def test_a_part_in_order_stays_as_it_is(since: tp.PartialDate | None) -> None:
    assert sound(_part(since, LATE)) == _part(since, LATE)


def test_a_part_that_ends_before_it_begins_is_turned_round() -> None:
    assert sound(_part(LATE, EARLY)) == _part(EARLY, LATE)


def _round(opens: tp.PartialDate, closes: tp.PartialDate) -> tp.Round:
    return tp.Round(id="one", opens=tp.Instant(opens), deadline=tp.Deadline(day=closes))


def test_a_round_opens_before_its_deadline_or_on_a_day_unknown() -> None:
    assert sound(_round(EARLY, LATE)) == _round(EARLY, LATE)
    assert sound(_round(LATE, EARLY)) == tp.Round(id="one", deadline=tp.Deadline(day=EARLY))


def test_a_call_that_its_rounds_precede_has_no_opening() -> None:
    call = tp.Call(id="a", opens=tp.Instant(LATE), rounds=(_round(EARLY, EARLY),))
    assert sound(call) == tp.Call(id="a", rounds=(_round(EARLY, EARLY),))


@pytest.mark.parametrize(
    "call",
    [
        tp.Call(id="a", opens=tp.Instant(LATE), closes=tp.Deadline(day=EARLY)),
        tp.Call(id="a", closes=tp.Deadline(day=EARLY), rounds=(_round(LATE, LATE),)),
    ],
    ids=["opens after", "has a round after"],
)
def test_a_call_that_closes_too_early_has_no_closing(call: tp.Call) -> None:
    assert sound(call).closes is None


def test_an_organisation_has_the_siren_of_its_establishment() -> None:
    siret = tp.Siret("73282932000074")
    mended = sound(tp.Organisation(id="a", siren=tp.Siren("356000000"), siret=siret))
    assert (mended.siren, mended.siret) == (siret.siren, siret)


def test_an_hour_gets_a_zone_and_an_unknown_demand_its_words() -> None:
    odd = tp.UnknownDemand(content=tp.Raw.of({"kind": "lottery"}))
    call = tp.Call(
        id="a",
        closes=tp.Deadline(day=tp.PartialDate("2021-03-12"), hour="12:00"),
        requirements=(tp.Requirement(id="r", demand=odd),),
    )
    mended = sound(call)
    assert mended.closes is not None
    assert mended.closes.zone == "Europe/Paris"
    assert [type(each.demand) for each in mended.requirements or ()] == [tp.TextDemand]


def test_what_is_mended_no_longer_claims_to_be_preferred_nor_disputed_where_known() -> None:
    said = tp.Statement(about="/siren", value=tp.Raw.of("356000000"))
    other = tp.Statement(about="/siren", standing=tp.Standing.ALTERNATIVE)
    mended = sound(
        tp.Organisation(
            id="a",
            siret=tp.Siret("73282932000074"),
            siren=tp.Siren("356000000"),
            statements=(said, other),
            disputed=("/kind",),
        )
    )
    assert mended.statements == (other,)
    assert mended.disputed == ("/kind",)
