"""Tables: a row for each object of a class, the same columns in every row."""

from decimal import Decimal
from typing import Any, Final

import pytest

import territoires_participatifs as tp
from territoires_participatifs.values.declarations import declarations, is_declared

CALL: Final = tp.Call(
    id="a",
    rounds=(
        tp.Round(
            id="one",
            name=tp.Name("Vague 1", article="la"),
            opens=tp.Instant(tp.PartialDate("2021-02", tp.PartOfPeriod.EARLY)),
            deadline=tp.Deadline(
                day=tp.PartialDate("2021-03-12", wording="12 mars"),
                hour="12:00",
                wording="à midi",
            ),
            tracks=("green", "blue"),
            quota=tp.Count(6, tp.Exactness.ABOUT),
        ),
        tp.Round(id="two", territories=()),
    ),
    requirements=(
        tp.Requirement(
            id="r", demand=tp.NoneOf(demands=(tp.DeadlineDemand(), tp.DeadlineDemand()))
        ),
    ),
    criteria=(tp.SelectionCriterion(id="c", weight=tp.Number("2,5")),),
    envelopes=(
        tp.Envelope(
            amount=tp.Amount(tp.Money("1200.50"), tp.Exactness.BETWEEN, tp.Money("1300")),
            share=tp.Rate("12,5", tp.RateBase.ENVELOPE),
            conditions=tp.Bilingual("sous réserve", "subject to a vote"),
        ),
        tp.Envelope(label="reliquat"),
    ),
)
LAB: Final = tp.Organisation(
    id="lab",
    names=(tp.Name("Labo", since=tp.PartialDate("2019")), tp.Name("L", tp.NameKind.ACRONYM)),
    kind=tp.OrganisationKind.INNOVATION_LAB,
    siren=tp.NOT_APPLICABLE,
    siret=tp.Siret("73282932000074"),
    territories=(
        tp.TerritoryCode(tp.TerritoryKind.REGION, "32"),
        tp.TerritoryCode(tp.TerritoryKind.OTHER, label="ailleurs"),
    ),
    seat=tp.TerritoryCode(tp.TerritoryKind.COMMUNE, "59350", vintage=2021),
    headcount=tp.Count(12),
)
DATASET: Final = tp.Dataset(
    sources=(tp.Source(id="page", title="La page", url="https://example.org/"),),
    organisations=(LAB,),
    calls=(CALL,),
    applications=(tp.Application(id="file", organisations=(tp.Organisation(id="nested"),)),),
)


def test_a_part_of_several_fields_has_a_column_for_each() -> None:
    one, two = DATASET.rows(tp.Round)
    assert dict(one) == {
        "entity": "a",
        "pointer": "/calls/0/rounds/0",
        "id": "one",
        "name": "Vague 1",
        "name.kind": "usual",
        "name.language": "fr",
        "name.since": None,
        "name.since.part": None,
        "name.since.wording": None,
        "name.until": None,
        "name.until.part": None,
        "name.until.wording": None,
        "name.article": "la",
        "wording": None,
        "opens": "2021-02",
        "opens.day.part": "early",
        "opens.day.wording": None,
        "opens.hour": None,
        "opens.zone": None,
        "deadline": "2021-03-12",
        "deadline.day.part": None,
        "deadline.day.wording": "12 mars",
        "deadline.kind": "fixed",
        "deadline.hour": "12:00",
        "deadline.zone": None,
        "deadline.event": None,
        "deadline.recurrence": None,
        "deadline.wording": "à midi",
        "results": None,
        "results.part": None,
        "results.wording": None,
        "conditional": "undetermined",
        "stages": "",
        "tracks": "green | blue",
        "territories": None,
        "quota": 6,
        "quota.exactness": "about",
        "quota.upper": None,
        "quota.wording": None,
        "channels": None,
        "status": None,
    }
    assert list(two) == list(one)
    assert (two["pointer"], two["id"], two["name"]) == ("/calls/0/rounds/1", "two", None)


def test_columns_come_in_the_order_of_the_document() -> None:
    (row,) = DATASET.rows(tp.Source)
    assert list(row) == [
        "entity",
        "pointer",
        "id",
        "title",
        "publisher",
        "url",
        "published",
        "published.part",
        "published.wording",
        "updated",
        "updated.part",
        "updated.wording",
        "seen",
        "seen.part",
        "seen.wording",
        "licence",
        "description",
        "source",
        "disputed",
    ]


def test_what_is_unknown_is_not_an_empty_list() -> None:
    one, two = DATASET.rows(tp.Round)
    assert one["territories"] is None
    assert two["territories"] == ""
    assert two["tracks"] == ""


def test_what_does_not_apply_says_so() -> None:
    lab, nested = DATASET.rows(tp.Organisation)
    assert (lab["siren"], lab["siret"], lab["rna"]) == ("not-applicable", "73282932000074", None)
    assert nested["siren"] is None


def test_lists_of_simple_values_are_one_text() -> None:
    lab, nested = DATASET.rows(tp.Organisation)
    assert lab["names"] == "Labo | L"
    assert lab["territories"] == "region; code=32 | other; label=ailleurs"
    assert nested["names"] == ""


def test_a_value_that_is_never_short_has_no_column_of_its_own() -> None:
    (lab, _) = DATASET.rows(tp.Organisation)
    assert "seat" not in lab
    assert (lab["seat.kind"], lab["seat.code"], lab["seat.label"], lab["seat.vintage"]) == (
        "commune",
        "59350",
        None,
        2021,
    )


def test_money_is_a_decimal_with_its_currency_beside() -> None:
    one, two = DATASET.rows(tp.Envelope)
    money = ("amount", "amount.money.currency", "amount.upper", "amount.upper.currency")
    assert [one[each] for each in money] == [Decimal("1200.50"), "EUR", Decimal("1300.00"), "EUR"]
    assert isinstance(one["amount"], Decimal)
    assert [two[each] for each in money] == [None, None, None, None]
    assert (one["amount.exactness"], two["amount.exactness"]) == ("between", None)
    assert (one["share"], one["share.base"]) == (Decimal("12.5"), "envelope")
    assert (one["conditions"], one["conditions.en"]) == ("sous réserve", "subject to a vote")


def test_numbers_are_numbers() -> None:
    (criterion,) = DATASET.rows(tp.SelectionCriterion)
    assert (criterion["weight"], criterion["scale"]) == (Decimal("2.5"), None)
    (lab, _) = DATASET.rows(tp.Organisation)
    assert lab["headcount"] == 12


def test_parts_and_families_have_rows_of_their_own() -> None:
    (call,) = DATASET.rows(tp.Call)
    assert not {"rounds", "requirements", "statements", "extensions"} & set(call)
    (requirement,) = DATASET.rows(tp.Requirement)
    assert "demand" not in requirement
    assert [(row["entity"], row["pointer"]) for row in DATASET.rows(tp.DeadlineDemand)] == [
        ("a", "/calls/0/requirements/0/demand/demands/0"),
        ("a", "/calls/0/requirements/0/demand/demands/1"),
    ]


def test_a_row_tells_the_nearest_entity_and_the_pointer_that_leads_there() -> None:
    assert [(row["entity"], row["pointer"]) for row in DATASET.rows(tp.Organisation)] == [
        ("lab", "/organisations/0"),
        ("nested", "/applications/0/organisations/0"),
    ]
    assert [(row["entity"], row["pointer"], row["text"]) for row in DATASET.rows(tp.Name)] == [
        ("lab", "/organisations/0/names/0", "Labo"),
        ("lab", "/organisations/0/names/1", "L"),
        ("a", "/calls/0/rounds/0/name", "Vague 1"),
    ]


def test_the_dataset_itself_belongs_to_no_entity() -> None:
    (row,) = tp.Dataset(title=tp.Bilingual("Un essai")).rows(tp.Dataset)
    assert dict(row) == {
        "entity": None,
        "pointer": "",
        "schema_version": "1.0",
        "title": "Un essai",
        "title.en": None,
        "main": None,
        "source": None,
        "licence": None,
    }


def test_a_class_that_the_dataset_does_not_hold_has_no_rows() -> None:
    assert DATASET.rows(tp.Decision) == ()


@pytest.mark.parametrize("kind", [tp.Entity, str, tp.Demand])
def test_what_is_not_one_class_has_no_rows_and_says_so(kind: Any) -> None:
    with pytest.raises(TypeError, match="rows are of one class of entities or parts"):
        DATASET.rows(kind)


def test_demands_have_rows_with_their_kind() -> None:
    (row, _) = DATASET.rows(tp.DeadlineDemand)
    assert (row["entity"], row["pointer"]) == ("a", "/calls/0/requirements/0/demand/demands/0")
    assert row["kind"] == "deadline"


def _reached(kind: type, found: set[type]) -> set[type]:
    if is_declared(kind) and kind not in found:
        found.add(kind)
        for each in declarations(kind).values():
            for inner in each.kinds:
                _reached(inner, found)
    return found


@pytest.mark.parametrize("kind", sorted(_reached(tp.Dataset, set()), key=str))
def test_no_two_fields_share_a_column(kind: type) -> None:
    from territoires_participatifs.document import _rows  # noqa: PLC0415

    names = [
        name
        for each in declarations(kind).values()
        for name, _ in _rows._field(each.name, each, None)  # noqa: SLF001  # as of an empty row
    ]
    assert len(names) == len(set(names))
    assert not {"entity", "pointer"} & set(names)
