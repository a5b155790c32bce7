"""Territories: real cases, on real days."""

import copy
import pickle

import pytest

import territoires_participatifs as tp
from territoires_participatifs.reference import always_within, covering, ever_there, index_of

FRANCE = tp.territory("country", "FR")
NORD = tp.territory("departement", "59")
HAUTS_DE_FRANCE = tp.territory("region", "32")
MEL = tp.territory("intermunicipal", "200093201")
ANNOEULLIN = tp.territory("commune", "59011")
YES, NO, UNDETERMINED = tp.Ternary.YES, tp.Ternary.NO, tp.Ternary.UNDETERMINED


def commune(code: str) -> tp.Territory:
    return tp.territory("commune", code)


def names(territories: tuple[tp.Territory, ...] | None) -> list[str]:
    assert territories is not None
    return [str(each) for each in territories]


# Where territories lie


@pytest.mark.parametrize(
    ("code", "holder", "answer"),
    [
        ("59011", MEL, YES),  # Annœullin joined the metropolis in 2020
        ("59507", MEL, YES),  # Ronchin
        ("62528", MEL, NO),  # Loos-en-Gohelle
        ("62861", NORD, NO),  # Vimy
        ("62861", HAUTS_DE_FRANCE, YES),
        ("2A004", tp.territory("region", "94"), YES),  # Ajaccio
        ("2B033", tp.territory("departement", "2A"), NO),  # Bastia
        ("75056", tp.territory("departement", "75"), YES),
        ("97611", tp.territory("departement", "976"), YES),  # Mamoudzou
        ("97611", tp.territory("region", "06"), YES),
        ("97502", tp.territory("overseas-collectivity", "975"), YES),
        ("97502", tp.territory("departement", "975"), YES),  # as some registers list it
        ("97502", HAUTS_DE_FRANCE, NO),
        ("85113", tp.territory("departement", "85"), YES),  # Yeu is in no inter-municipal body
    ],
)
def test_a_commune_lies_where_it_lies(code: str, holder: tp.Territory, answer: tp.Ternary) -> None:
    assert commune(code).within(holder, at="2021-01-01") is answer


@pytest.mark.parametrize(
    ("at", "answer"),
    [
        ("2018-12-31", UNDETERMINED),  # before the first vintage
        ("2019-01-01", NO),
        ("2019-01-02", UNDETERMINED),  # the vintages around it disagree
        ("2020-12-31", UNDETERMINED),
        ("2021-01-01", YES),
        ("2021-06-30", YES),  # they agree
        ("2026-12-31", YES),  # the last vintage answers to the end of its year
        ("2027-01-01", UNDETERMINED),
    ],
)
def test_between_vintages_an_answer_stands_if_both_give_it(at: str, answer: tp.Ternary) -> None:
    assert ANNOEULLIN.within(MEL, at=at) is answer


def test_what_lies_partly_in_another_is_not_within_it() -> None:
    bresle = tp.territory("intermunicipal", "247600588")
    for code in ("76", "80"):
        assert bresle.within(tp.territory("departement", code), at="2022-01-01").is_no
    assert names(bresle.parents("2022-01-01")) == ["France"]  # two regions, too
    beaune = tp.territory("intermunicipal", "200006682")
    assert names(beaune.parents("2022-01-01")) == ["Bourgogne-Franche-Comté"]
    assert names(MEL.parents("2022-01-01")) == ["Nord"]


def test_large_territories_lie_in_larger_ones() -> None:
    at = "2023-01-01"
    assert NORD.within(HAUTS_DE_FRANCE, at).is_yes
    assert HAUTS_DE_FRANCE.within(NORD, at).is_no
    assert MEL.within(NORD, at).is_yes
    assert NORD.within(MEL, at).is_no
    assert MEL.within(ANNOEULLIN, at).is_no
    assert tp.territory("departement", "75").within(commune("75056"), at).is_yes  # one commune
    assert FRANCE.within(tp.territory("departement", "59"), at).is_no


def test_france_holds_all_that_the_tables_hold_on_any_day() -> None:
    for each in (ANNOEULLIN, MEL, NORD, HAUTS_DE_FRANCE, commune("74011"), FRANCE):
        assert each.within(FRANCE, at="1999-01-01").is_yes
    belgium = tp.territory("country", "BE")
    assert ANNOEULLIN.within(belgium, at="2021-01-01").is_no
    assert belgium.within(FRANCE, at="2021-01-01").is_undetermined
    reunion = tp.territory("country", "RE")  # ISO gives it a code of its own
    assert commune("97411").within(reunion, at="2021-01-01").is_undetermined


def test_a_territory_lies_within_itself_on_any_day() -> None:
    assert ANNOEULLIN.within(ANNOEULLIN, at="1999-01-01").is_yes


def test_parts_of_communes_lie_where_their_commune_lies() -> None:
    at, lyon = "2024-01-01", commune("69123")
    first = tp.territory("municipal-arrondissement", "69381")
    assert names(first.parents(at)) == ["Lyon"]
    assert first.within(lyon, at).is_yes
    assert lyon.within(first, at).is_no
    assert first.within(tp.territory("municipal-arrondissement", "69382"), at).is_no
    assert first.within(tp.territory("municipal-arrondissement", "13201"), at).is_no
    assert first.within(tp.territory("region", "84"), at).is_yes
    assert [len(commune(code).members(at) or ()) for code in ("75056", "69123", "13055")] == [
        20,
        9,
        16,
    ]
    lomme = tp.territory("associated-commune", "59355")
    assert (str(lomme), names(lomme.parents(at))) == ("Lomme", ["Lille"])


def test_a_document_may_call_a_part_of_a_commune_a_commune() -> None:
    paris = tp.Territory(tp.TerritoryKind.COMMUNE, "75101")
    assert paris.is_known
    assert paris.within(tp.territory("departement", "75"), at="2021-01-01").is_yes
    assert paris.exists("2021-01-01").is_no
    assert paris.label("fr") == "Paris 1er Arrondissement (commune 75101)"
    assert [commune(code).name for code in ("74093", "59355")] == ["Cran-Gevrier", "Lomme"]
    assert tp.territory("delegated-commune", "59355").name == "Lomme"  # which is associated


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("municipal-arrondissement", "59350"),  # Lille
        ("municipal-arrondissement", "59355"),  # Lomme
        ("delegated-commune", "75056"),
        ("delegated-commune", "75101"),
        ("associated-commune", "59350"),
    ],
)
def test_a_commune_is_no_part_of_one(kind: str, code: str) -> None:
    found = tp.Territory(tp.TerritoryKind(kind), code)
    assert not found.is_known
    assert found.name is None
    assert found.within(NORD, at="2021-01-01").is_undetermined
    assert always_within(found, NORD, (1, 2)).is_undetermined
    assert ever_there(found, (1, 2)).is_undetermined


def test_the_code_of_a_part_that_is_gone_is_that_of_a_commune_once() -> None:
    assert tp.Territory(tp.TerritoryKind.DELEGATED_COMMUNE, "74011").is_known
    back = tp.territory("delegated-commune", "85165")  # a commune again since 2024
    assert (ever_there(back, (3,)), ever_there(back, (4,))) == (YES, NO)


# What time does to them


def test_a_commune_that_is_gone_leads_to_the_one_that_took_it_over() -> None:
    at = "2021-01-01"
    old = commune("74093")  # Cran-Gevrier, in Annecy since 2017
    assert old.exists(at).is_no
    assert names(old.successors(at)) == ["Annecy"]
    annecy = commune("74010")
    assert annecy.successors(at) == ()
    assert old in (annecy.predecessors(at) or ())
    assert old.within(annecy, at).is_yes
    assert old.within(tp.territory("departement", "74"), at).is_yes
    assert old.within(tp.territory("delegated-commune", "74093"), at).is_yes
    assert old.within(NORD, at).is_no
    assert annecy.within(old, at).is_undetermined
    assert commune("74011").within(old, at).is_undetermined


def test_a_new_commune_made_between_vintages() -> None:
    sarcos = commune("32413")  # in Cap d'Astarac since 2025
    assert [sarcos.exists(at) for at in ("2024-01-01", "2024-07-01", "2025-01-01")] == [
        YES,
        UNDETERMINED,
        NO,
    ]
    assert names(sarcos.successors("2026-01-01")) == ["Cap d'Astarac"]
    assert sarcos.successors("2024-07-01") is None
    assert sarcos.successors("2024-01-01") == ()


def test_a_commune_that_is_back_was_a_part_of_another() -> None:
    oie = commune("85165")  # L'Oie left Essarts-en-Bocage on 1 January 2024
    assert names(oie.successors("2023-01-01")) == ["Essarts-en-Bocage"]
    assert oie.exists("2024-01-01").is_yes


def test_a_code_may_change_and_change_back() -> None:
    doree = commune("69159")  # 69114 since 2024
    assert doree.exists("2024-01-01").is_yes
    assert [each.code for each in doree.successors("2025-01-01") or ()] == ["69114"]


def test_a_body_that_did_not_exist_held_nothing() -> None:
    assert MEL.exists("2019-01-01").is_no
    assert commune("59350").within(MEL, at="2019-01-01").is_no
    assert MEL.within(NORD, at="2019-01-01").is_undetermined
    assert MEL.parents("2019-01-01") is None
    assert MEL.successors("2019-01-01") is None
    assert MEL.successors("2021-01-01") == ()
    assert MEL.predecessors("2021-01-01") is None


def test_within_a_code_that_leads_nowhere_in_a_vintage_nobody_knows() -> None:
    undone = commune("14114")  # a part of Saline, which was undone in 2020
    assert ANNOEULLIN.within(undone, at="2019-01-01").is_undetermined


def test_a_commune_changes_its_inter_municipal_body() -> None:
    emerchicourt = commune("59192")
    assert "CA Coeur d'Ostrevent" in names(emerchicourt.parents("2023-01-01"))
    assert emerchicourt.parents("2022-06-30") is None  # the vintages around disagree
    assert emerchicourt.within(NORD, at="2022-06-30").is_yes  # but not on this


def test_a_body_that_is_gone_is_succeeded_by_those_of_its_communes() -> None:
    lille_until_2020 = tp.territory("intermunicipal", "245900410")
    assert lille_until_2020.successors("2019-01-01") == ()
    assert lille_until_2020.successors("2021-01-01") == (MEL,)
    assert lille_until_2020.successors("2020-01-01") is None  # gone in the course of that year
    crecois = tp.territory("intermunicipal", "247700438")
    assert names(crecois.successors("2021-01-01")) == [
        "CA du Pays de Meaux",
        "CA Coulommiers Pays de Brie",
        "CA Val d'Europe Agglomération",
    ]


def test_a_code_that_an_edition_forgot_is_told_by_the_next_one() -> None:
    old = commune("71467")
    assert names(old.successors("2019-01-01")) == names(old.successors("2021-01-01"))
    assert old.within(NORD, at="2019-01-01").is_no
    acoua_until_2011 = commune("98501")
    assert names(acoua_until_2011.successors("2019-01-01")) == ["Acoua"]
    assert names(acoua_until_2011.successors("2026-01-01")) == ["Acoua"]


def test_the_population_in_force() -> None:
    asked = ["2019-12-31", "2020-06-30", "2023-06-30", "2026-01-01", "2027-01-01"]
    assert [ANNOEULLIN.population(at) for at in asked] == [10490, None, 10679, 10847, None]
    assert NORD.population("2023-01-01") == 2607746
    assert HAUTS_DE_FRANCE.population("2023-01-01") == 5997734
    assert MEL.population("2019-01-01") is None
    assert MEL.population("2022-01-01") == 1174273 + 4777
    assert FRANCE.population("2023-01-01") is None  # not all of the Pacific is told
    assert tp.territory("overseas-collectivity", "984").population("2025-01-01") == 0
    assert tp.territory("overseas-collectivity", "987").population("2025-01-01") is None
    assert tp.territory("overseas-collectivity", "975").population("2025-01-01") == 5987
    assert commune("98901").population("2019-01-01") == 0  # Clipperton
    assert commune("85113").population("2021-01-01") is None  # in no list of members
    assert tp.Territory(tp.TerritoryKind.NUTS, "FRE1").population("2023-01-01") is None


def test_what_is_told_of_the_last_vintage() -> None:
    assert MEL.nature is tp.IntermunicipalNature.METROPOLIS
    assert str(MEL.siren) == "200093201"
    assert ANNOEULLIN.nature is None
    assert ANNOEULLIN.chef_lieu is None
    assert NORD.chef_lieu == commune("59350")
    assert tp.territory("overseas-collectivity", "984").chef_lieu is None
    assert len(FRANCE.members("2026-01-01") or ()) == 18 + 8
    assert FRANCE.parents("2026-01-01") == ()
    assert names(HAUTS_DE_FRANCE.parents("2026-01-01")) == ["France"]


# What no table holds


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("priority-neighbourhood", "QP059001"),
        ("arrondissement", "595"),
        ("nuts", "FRE11"),
        ("nature-park", "Scarpe-Escaut"),
        ("river-basin", "Artois-Picardie"),
        ("cross-border-side", "wallon"),
        ("other", "Bassin minier"),
        ("country", "BE"),
    ],
)
def test_what_no_table_holds_is_undetermined(kind: str, code: str) -> None:
    found = tp.Territory(tp.TerritoryKind(kind), code)
    at = "2021-01-01"
    assert not found.is_tabled
    assert not found.is_known
    assert (found.name, found.siren, found.parents(at), found.members(at)) == (None,) * 4
    assert found.exists(at).is_undetermined
    assert found.within(NORD, at).is_undetermined
    if kind != "country":
        assert ANNOEULLIN.within(found, at).is_undetermined
    assert str(found) == code


def test_an_unknown_code_is_undetermined() -> None:
    unknown = tp.Territory(tp.TerritoryKind.COMMUNE, "59999")
    assert unknown.is_tabled
    assert not unknown.is_known
    for one, other in ((unknown, NORD), (ANNOEULLIN, unknown), (unknown, FRANCE)):
        assert one.within(other, at="2021-01-01").is_undetermined
    assert unknown.exists("2021-01-01").is_undetermined
    assert unknown.members("2021-01-01") is None
    body = tp.Territory(tp.TerritoryKind.INTERMUNICIPAL, "732829320")
    assert ANNOEULLIN.within(body, at="2021-01-01").is_undetermined


def test_a_code_of_a_document_can_be_asked_of() -> None:
    region = tp.TerritoryCode(tp.TerritoryKind.REGION, "32", "Hauts-de-France")
    assert ANNOEULLIN.within(region, at="2021-01-01").is_yes
    words = tp.TerritoryCode(tp.TerritoryKind.REGION, label="la région")
    assert ANNOEULLIN.within(words, at="2021-01-01").is_undetermined
    assert tp.territory(region) == HAUTS_DE_FRANCE


def test_a_code_of_another_form_is_refused() -> None:
    with pytest.raises(tp.InvalidValue, match="VAL501"):
        tp.Territory(tp.TerritoryKind.COMMUNE, "59")
    with pytest.raises(tp.InvalidValue, match="VAL104"):
        tp.Territory(tp.TerritoryKind.INTERMUNICIPAL, "200093200")


def test_a_day_is_asked_in_every_form_and_refused_if_it_is_none() -> None:
    assert ANNOEULLIN.within(NORD, at=tp.day("2021-03-12")).is_yes
    with pytest.raises(tp.InvalidValue, match="VAL301"):
        ANNOEULLIN.within(NORD, at="2021")
    with pytest.raises(TypeError, match="not int"):
        ANNOEULLIN.within(NORD, at=2021)  # type: ignore[arg-type]


def test_a_day_is_asked_as_documents_tell_it() -> None:
    opens = tp.Instant(tp.PartialDate("2021-03-12"), hour="12:00")
    assert ANNOEULLIN.within(MEL, at=opens).is_yes
    assert ANNOEULLIN.population(opens) == ANNOEULLIN.population("2021-03-12")
    assert ANNOEULLIN.within(MEL, at=tp.PartialDate("2021")).is_yes
    assert ANNOEULLIN.within(MEL, at=tp.PartialDate("2019-06")).is_undetermined
    assert ANNOEULLIN.within(MEL, at=tp.PartialDate("[2021..]")).is_undetermined
    assert ANNOEULLIN.population(tp.PartialDate("2021-03")) == 10486
    assert ANNOEULLIN.population(tp.PartialDate("[2021..2022]")) is None
    assert tp.find_territories("Sarcos", "commune", at=tp.PartialDate("2026")) == ()


def test_what_is_no_territory_is_refused_with_the_way_to_make_one() -> None:
    with pytest.raises(TypeError, match="not '74'"):
        ANNOEULLIN.within("74", at="2021-01-01")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="not '59'"):
        tp.find_territories("Saint-Denis", near="59")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="needs a code"):
        tp.territory("commune")  # type: ignore[call-overload]
    with pytest.raises(ValueError, match="one of: commune, intermunicipal"):
        tp.territory("comune", "59011")
    with pytest.raises(tp.InvalidValue, match="VAL001"):
        tp.territory("commune", "")


# How they are found


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Annœullin", "59011"),
        ("ANNOEULLIN", "59011"),
        ("la chapelle d armentieres", "59143"),
        ("La Chapelle-d'Armentières", "59143"),
        ("La Chapelle-d’Armentières", "59143"),
        ("st pol sur ternoise", "62767"),
        ("St. Pol s/ Ternoise", "62767"),
        ("loos en gohelle", "62528"),
        ("Vitry s/Seine", "94081"),
        ("Vitry s/ Seine", "94081"),
        ("Asnières s/Seine", "92004"),
        ("Aulnay S/S Bois", "93005"),
        ("Ivry/Seine", "94041"),
        ("La Roche/Yon", "85191"),
        ("CC de Pouilly en Auxois/Bligny sur Ouche", "200071207"),
        ("Saline", "14712"),  # Troarn, until 2020
        ("CU de Dunkerque", "245900428"),
        ("communauté urbaine de Dunkerque", "245900428"),
        ("hauts de france", "32"),
        ("Paris 1er", "75101"),
        ("Lyon 3e", "69383"),
        ("département du Nord", "59"),
        ("région Bretagne", "53"),
        ("ville de Paris", "75056"),
        ("Plateau Picard", "246000566"),
    ],
)
def test_a_name_is_found_however_it_is_typed(typed: str, code: str) -> None:
    assert [each.code for each in tp.find_territories(typed)] == [code]


def test_homonyms_come_by_kind_and_those_near_come_first() -> None:
    assert [each.kind.value for each in tp.find_territories("Paris")] == ["departement", "commune"]
    near = tp.territory("departement", "93")
    found = tp.find_territories("Saint-Denis", "commune", near=near)
    assert [each.code for each in found] == ["93066", "11339", "30247", "97411"]
    again = tp.find_territories("Saint-Denis", "commune", near=near, at="2021-01-01")
    assert again == found


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("Le Crozet", ["42078", "01135"]),
        ("le crozet", ["42078", "01135"]),
        ("Crozet", ["01135", "42078"]),
        ("Abbecourt", ["60002", "02001"]),
        ("ABBÉCOURT", ["02001", "60002"]),
        ("La Chapelle d'Armentières", ["59143"]),
    ],
)
def test_of_homonyms_the_one_that_is_spelled_so_comes_first(typed: str, codes: list[str]) -> None:
    assert [each.code for each in tp.find_territories(typed, "commune")] == codes


def test_a_short_name_is_that_of_the_kind_that_is_asked_for() -> None:
    assert [str(each) for each in tp.find_territories("Dunkerque", "intermunicipal")] == [
        "CU de Dunkerque"
    ]


def test_an_overseas_collectivity_is_found_among_the_departements() -> None:
    found = tp.find_territories("Saint-Pierre-et-Miquelon", "departement")
    assert found == (tp.territory("overseas-collectivity", "975"),)
    assert tp.find_territories("Saint-Pierre-et-Miquelon", "nuts") == ()
    assert tp.find_territories("Saint-Pierre-et-Miquelon", "region") == ()


def test_what_left_guadeloupe_is_found_by_the_code_that_it_had_there() -> None:
    assert names(commune("97123").successors("2019-01-01")) == ["Saint-Barthélemy"]
    assert names(commune("97127").successors("2026-01-01")) == ["Saint-Martin"]


def test_what_is_not_there_on_a_day_is_left_out() -> None:
    assert [each.code for each in tp.find_territories("Sarcos", "commune")] == ["32413"]
    assert tp.find_territories("Sarcos", "commune", at="2026-01-01") == ()
    assert tp.find_territories("Brigadoon") == ()
    assert tp.find_territories("les") == ()


def test_a_siren_leads_to_the_one_that_has_it() -> None:
    assert tp.territory_by_siren("215900119") == ANNOEULLIN
    assert tp.territory_by_siren(tp.Siren("200093201")) == MEL
    assert tp.territory_by_siren("732829320") is None


def test_a_siren_that_two_codes_had_leads_to_the_one_that_has_it_last() -> None:
    assert tp.territory_by_siren("200083616") == commune("69114")  # which was 69159 before 2024


def test_a_look_up_of_what_no_vintage_knows_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="no vintage knows"):
        tp.territory("commune", "59999")
    with pytest.raises(KeyError, match="has no code"):
        tp.territory(tp.TerritoryCode(tp.TerritoryKind.REGION, label="la région"))
    with pytest.raises(ValueError, match="village"):
        tp.territory("village", "59011")


# How they are told


def test_a_territory_says_itself() -> None:
    assert ANNOEULLIN.label("en") == "Annœullin (municipality 59011)"
    assert MEL.label("fr") == "Métropole Européenne de Lille (métropole 200093201)"
    assert MEL.in_words("en") == "Métropole Européenne de Lille (metropolis 200093201)"
    nuts = tp.territory("nuts", "FRE11")
    assert nuts.label("fr") == "unité NUTS FRE11"
    assert repr(ANNOEULLIN) == "Territory(TerritoryKind.COMMUNE, '59011')"


def test_a_territory_is_a_value() -> None:
    assert pickle.loads(pickle.dumps(ANNOEULLIN)) == ANNOEULLIN
    assert copy.deepcopy(MEL) == MEL
    assert len({ANNOEULLIN, commune("59011")}) == 1


# Times longer than a day


def test_all_vintages_that_could_speak_of_a_time() -> None:
    date = tp.PartialDate
    assert covering(None, None) == tuple(range(7))
    assert covering(date("2024"), None) == (4, 5, 6)
    assert covering(None, date("2021-01-01")) == (0, 1)
    assert covering(date("2010"), date("2021")) == ()
    assert covering(date("[..2021]"), None) == ()
    assert covering(date("2023"), date("2021-01-01")) == ()


def test_what_is_always_so_or_never() -> None:
    assert always_within(ANNOEULLIN, MEL, (0, 1)).is_undetermined
    assert always_within(ANNOEULLIN, MEL, (1, 2)).is_yes
    assert always_within(ANNOEULLIN, tp.territory("nuts", "FRE11"), (1, 2)).is_undetermined


def test_what_is_there_under_any_name() -> None:
    paris = tp.Territory(tp.TerritoryKind.COMMUNE, "75101")
    assert ever_there(paris, (0, 1)).is_yes
    assert ever_there(commune("19092"), (1, 2)).is_undetermined
    assert ever_there(commune("32413"), (5, 6)).is_yes  # a delegated commune
    assert ever_there(commune("71467"), (1, 2)).is_no
    assert ever_there(MEL, (0,)).is_no
    assert ever_there(tp.Territory(tp.TerritoryKind.COMMUNE, "59999"), (0,)).is_undetermined


def test_a_year_without_a_vintage_has_no_index() -> None:
    assert [index_of(year) for year in (2019, 2020, 2026, None)] == [0, None, 6, None]
