"""Codes of territories: the form of each kind, on both sides."""

import pytest

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.reference import TerritoryCode, TerritoryKind


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (TerritoryKind.COMMUNE, "59350"),
        (TerritoryKind.COMMUNE, "01001"),
        (TerritoryKind.COMMUNE, "2A004"),
        (TerritoryKind.COMMUNE, "2B033"),
        (TerritoryKind.COMMUNE, "97411"),
        (TerritoryKind.COMMUNE, "98818"),
        (TerritoryKind.INTERMUNICIPAL, "245900428"),
        (TerritoryKind.INTERMUNICIPAL, "200071892"),
        (TerritoryKind.DEPARTEMENT, "59"),
        (TerritoryKind.DEPARTEMENT, "01"),
        (TerritoryKind.DEPARTEMENT, "2A"),
        (TerritoryKind.DEPARTEMENT, "2B"),
        (TerritoryKind.DEPARTEMENT, "971"),
        (TerritoryKind.DEPARTEMENT, "976"),
        (TerritoryKind.DEPARTEMENT, "988"),
        (TerritoryKind.REGION, "32"),
        (TerritoryKind.REGION, "04"),
        (TerritoryKind.COUNTRY, "FR"),
        (TerritoryKind.PRIORITY_NEIGHBOURHOOD, "QP059001"),
        (TerritoryKind.PRIORITY_NEIGHBOURHOOD, "QN05901M"),
        (TerritoryKind.ARRONDISSEMENT, "591"),
        (TerritoryKind.ARRONDISSEMENT, "2A1"),
        (TerritoryKind.ARRONDISSEMENT, "2B5"),
        (TerritoryKind.ARRONDISSEMENT, "9741"),
        (TerritoryKind.NUTS, "FR"),
        (TerritoryKind.NUTS, "FRE"),
        (TerritoryKind.NUTS, "FRE1"),
        (TerritoryKind.NUTS, "FRE11"),
        (TerritoryKind.NATURE_PARK, "FR8000037"),
        (TerritoryKind.RIVER_BASIN, "Artois-Picardie"),
        (TerritoryKind.CROSS_BORDER_SIDE, "versant français"),
        (TerritoryKind.OTHER, "?"),
    ],
)
def test_a_code_has_the_form_of_its_kind(kind: TerritoryKind, code: str) -> None:
    territory = TerritoryCode(kind, code)
    assert (territory.kind, territory.code) == (kind, code)


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (TerritoryKind.COMMUNE, "5935"),
        (TerritoryKind.COMMUNE, "593500"),
        (TerritoryKind.COMMUNE, "2C004"),
        (TerritoryKind.COMMUNE, "2a004"),
        (TerritoryKind.COMMUNE, "A2004"),
        (TerritoryKind.COMMUNE, "5935A"),
        (TerritoryKind.COMMUNE, "59350\n"),
        (TerritoryKind.COMMUNE, "\uff15\uff19\uff13\uff15\uff10"),
        (TerritoryKind.INTERMUNICIPAL, "24590042"),
        (TerritoryKind.INTERMUNICIPAL, "2459004280"),
        (TerritoryKind.INTERMUNICIPAL, "245 900 428"),
        (TerritoryKind.DEPARTEMENT, "9"),
        (TerritoryKind.DEPARTEMENT, "2C"),
        (TerritoryKind.DEPARTEMENT, "2"),
        (TerritoryKind.DEPARTEMENT, "2A1"),
        (TerritoryKind.DEPARTEMENT, "969"),
        (TerritoryKind.DEPARTEMENT, "990"),
        (TerritoryKind.DEPARTEMENT, "9711"),
        (TerritoryKind.REGION, "4"),
        (TerritoryKind.REGION, "324"),
        (TerritoryKind.REGION, "3A"),
        (TerritoryKind.COUNTRY, "F"),
        (TerritoryKind.COUNTRY, "FRA"),
        (TerritoryKind.COUNTRY, "fr"),
        (TerritoryKind.PRIORITY_NEIGHBOURHOOD, "QO059001"),
        (TerritoryKind.PRIORITY_NEIGHBOURHOOD, "QP05900"),
        (TerritoryKind.PRIORITY_NEIGHBOURHOOD, "QP0590010"),
        (TerritoryKind.PRIORITY_NEIGHBOURHOOD, "QP05901m"),
        (TerritoryKind.ARRONDISSEMENT, "59"),
        (TerritoryKind.ARRONDISSEMENT, "59123"),
        (TerritoryKind.ARRONDISSEMENT, "2C1"),
        (TerritoryKind.NUTS, "F"),
        (TerritoryKind.NUTS, "FRE111"),
        (TerritoryKind.NUTS, "1FR"),
        (TerritoryKind.NUTS, "FRe"),
    ],
)
def test_a_code_of_another_form_is_refused(kind: TerritoryKind, code: str) -> None:
    with pytest.raises(InvalidValue, match="VAL501") as refused:
        TerritoryCode(kind, code)
    facts = refused.value.facts
    assert (facts["value"], facts["kind"]) == (code, kind.value)
    assert TerritoryCode(kind, str(facts["form"])).kind is kind  # the example is one


def test_the_code_of_an_inter_municipal_body_is_a_siren_number() -> None:
    with pytest.raises(InvalidValue, match="VAL104") as refused:
        TerritoryCode(TerritoryKind.INTERMUNICIPAL, "245900429")
    assert refused.value.facts["value"] == "245900429"


def test_nine_digits_are_no_siren_number_where_a_register_has_its_own() -> None:
    assert TerritoryCode(TerritoryKind.NATURE_PARK, "245900429").code == "245900429"


@pytest.mark.parametrize("kind", TerritoryKind)
def test_a_territory_may_be_named_without_its_code(kind: TerritoryKind) -> None:
    territory = TerritoryCode(kind, label="la région")
    assert (territory.code, territory.label, territory.vintage) == (None, "la région", None)
    assert TerritoryCode(kind).code is None


@pytest.mark.parametrize("code", ["", " "])
def test_a_code_is_no_blank(code: str) -> None:
    with pytest.raises(InvalidValue, match="VAL001"):
        TerritoryCode(TerritoryKind.REGION, code)


def test_a_territory_is_written_with_its_code_its_name_and_its_vintage() -> None:
    territory = TerritoryCode(TerritoryKind.COMMUNE, "59350", "Lille", 2021)
    assert str(territory) == "commune; code=59350; label=Lille; vintage=2021"
    assert TerritoryCode.parse("commune; code=59350; label=Lille; vintage=2021") == territory


def test_documents_never_hold_the_kind_alone() -> None:
    assert not TerritoryCode(TerritoryKind.COUNTRY).is_short()


def test_the_words_of_documents_do_not_change() -> None:
    assert [each.value for each in TerritoryKind] == [
        "commune",
        "intermunicipal",
        "departement",
        "region",
        "overseas-collectivity",
        "municipal-arrondissement",
        "delegated-commune",
        "associated-commune",
        "country",
        "priority-neighbourhood",
        "arrondissement",
        "nuts",
        "nature-park",
        "river-basin",
        "cross-border-side",
        "other",
    ]


@pytest.mark.parametrize("vintage", [1789, 2021, 2999])
def test_a_vintage_is_a_year(vintage: int) -> None:
    assert TerritoryCode(TerritoryKind.REGION, "32", vintage=vintage).vintage == vintage


@pytest.mark.parametrize("vintage", [-3, 0, 1788, 3000, 99999])
def test_a_vintage_that_is_no_year_is_refused(vintage: int) -> None:
    with pytest.raises(InvalidValue, match="VAL503"):
        TerritoryCode(TerritoryKind.REGION, "32", vintage=vintage)
