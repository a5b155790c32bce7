"""Every territory of every vintage, and the figures that were published of them."""

import hashlib
import json
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Final

import pytest

import territoires_participatifs as tp
from territoires_participatifs.reference import _ground as ground
from territoires_participatifs.reference._tables import Row, population, provenance, tables
from territoires_participatifs.values.identifiers import Siren

DATA: Final = Path(tp.__file__).parent / "reference" / "data"
LARGEST: Final = 1_500_000

COMMUNES: Final = {2019: 34970, 2021: 34965, 2024: 34935, 2025: 34875}
"""Communes of metropolitan France and the overseas départements on 1 January.

Source: DGCL, as told by APVF (6 February 2019), Vie publique (2021, BIS n° 152), Maire-info
(2024) and Banque des Territoires (2025, BIS n° 195).
"""

OF_DEPARTEMENTS: Final = {("89", 2019): 423, ("59", 2021): 648, ("62", 2021): 890}
"""Communes of three départements: of the others no published figure of these years was found.

Source: france.surmaroute.eu (Yonne, 1 January 2019), Wikipédia in September 2021 (Nord), Trésor
des régions (Pas-de-Calais).
"""

BODIES: Final = {2019: 1258, 2021: 1253, 2022: 1254, 2023: 1254, 2024: 1254, 2025: 1254}
"""Inter-municipal bodies with their own taxation, without the metropolis of Lyon.

Source: DGCL, as above; for 2022 Landot (16 February 2022); stable from 2022 to 2025 (BIS n° 195).
"""

NATURES: Final = {
    2024: {"CC": 990, "CA": 229, "CU": 14, "METRO": 21, "MET69": 1},
    2025: {"CC": 989, "CA": 230, "CU": 14, "METRO": 21, "MET69": 1},
}
"""Source: DGCL, as told by Maire-info (2024) and Banque des Territoires (2025)."""

ISLANDS: Final = ["22016", "29083", "29155", "85113"]
"""Bréhat, Sein, Ouessant and Yeu, in no inter-municipal body. Source: DGCL, BIS n° 152."""

INHABITANTS: Final = {("R32", 2023): 5_997_734, ("P59", 2023): 2_607_746}
"""Municipal populations of 2020. Typed from memory of the Insee's tables: not a second source."""

MAYOTTE_BEFORE: Final = re.compile("985(0[1-9]|1[0-7])")
"""Codes of Mayotte until 2011, which only some vintages keep."""

INDICES: Final = tables().indices
OF_2019: Final = 0


@cache
def held(letter: str, index: int) -> dict[str, Row]:
    """Return all territories of a letter in a vintage, by code."""
    rows = ((key[1:], tables().row(key, index)) for key in tables() if key[0] == letter)
    return {code: row for code, row in rows if row is not None}


def vintage(index: int) -> int:
    return tp.vintages()[index]


@pytest.mark.parametrize("index", INDICES)
def test_as_many_communes_as_were_published(index: int) -> None:
    counted = sum(
        len(row.around) == 2 or row.around[:2] == "97" for row in held("C", index).values()
    )
    overseas = sum(f"O{row.around}" in tables() for row in held("C", index).values())
    assert (
        counted - sum(row.around in {"975", "977", "978"} for row in held("C", index).values())
        == len(held("C", index)) - overseas
    )
    assert COMMUNES.get(vintage(index)) in {None, len(held("C", index)) - overseas}
    assert overseas == 94


@pytest.mark.parametrize(("place", "number"), OF_DEPARTEMENTS.items(), ids=str)
def test_as_many_communes_of_a_departement_as_were_published(
    place: tuple[str, int], number: int
) -> None:
    departement, year = place
    communes = held("C", tp.vintages().index(year))
    assert sum(each.startswith(departement) for each in communes) == number


@pytest.mark.parametrize("index", INDICES)
def test_as_many_inter_municipal_bodies_as_were_published(index: int) -> None:
    natures = Counter(row.nature for row in held("E", index).values())
    assert natures["MET69"] == 1
    assert BODIES.get(vintage(index)) in {None, natures.total() - 1}
    assert NATURES.get(vintage(index), natures) == natures
    assert set(natures) <= {each.value for each in tp.IntermunicipalNature}


@pytest.mark.parametrize("index", INDICES)
def test_as_many_of_all_else_as_the_law_makes(index: int) -> None:
    assert len(held("P", index)) == 101
    assert len(held("R", index)) == 18
    assert len(held("O", index)) == 8
    assert Counter(row.around for row in held("A", index).values()) == {
        "75056": 20,
        "69123": 9,
        "13055": 16,
    }


@pytest.mark.parametrize("index", INDICES)
def test_every_commune_lies_in_a_body_a_departement_a_region_and_france(index: int) -> None:
    alone = []
    for code, row in held("C", index).items():
        letters = sorted(each[0] for each in ground.holders(code, index))
        overseas = f"O{row.around}" in tables()
        assert letters in (["F", "O"], ["E", "F", "P", "R"], ["F", "P", "R"]), code
        assert overseas == (letters == ["F", "O"]), code
        alone += [code] if letters == ["F", "P", "R"] else []
    assert alone == ISLANDS


@pytest.mark.parametrize("index", INDICES)
def test_whatever_a_territory_belongs_to_is_held_and_holds_it(index: int) -> None:
    for letter in "CADSPRO":
        for code, row in held(letter, index).items():
            key = f"{letter}{code}"
            for around in tables().around(key, row):
                assert tables().row(around, index) is not None, (key, around)
                assert key in tables().within(around, index)


@pytest.mark.parametrize("index", INDICES)
def test_every_body_is_made_of_communes(index: int) -> None:
    assert all(ground.communes(f"E{code}", index) for code in held("E", index))
    members = [each for code in held("E", index) for each in ground.communes(f"E{code}", index)]
    assert len(members) == len(set(members)) == len(held("C", index)) - 94 - len(ISLANDS)


@pytest.mark.parametrize("index", INDICES)
def test_every_old_code_leads_to_one_commune_that_stands(index: int) -> None:
    for code, row in held("C", index).items():
        for old in row.old.split():
            assert old not in held("C", index)
            assert ground.standing(f"C{old}", index) == code


@pytest.mark.parametrize("index", [each for each in INDICES if each != OF_2019])
def test_every_code_that_any_vintage_knows_leads_to_a_commune(index: int) -> None:
    """But for those of 2019, whose list is shorter, and for those that come later."""
    known = {key[1:] for key in tables() if key[0] == "C"}
    known |= {
        old
        for each in range(index + 1)
        for row in held("C", each).values()
        for old in row.old.split()
    }
    later = {code for each in INDICES[index + 1 :] for code in held("C", each)}
    lost = [each for each in known - later if ground.standing(f"C{each}", index) is None]
    assert not [each for each in lost if not MAYOTTE_BEFORE.fullmatch(each)]


def test_no_commune_changed_its_departement_between_the_vintages() -> None:
    for key in tables():
        if key[0] == "C":
            assert len({row.around for row in tables().rows(key)}) == 1, key


@pytest.mark.parametrize("index", INDICES)
def test_every_siren_is_right_and_belongs_to_one(index: int) -> None:
    numbers = [row.siren for row in held("C", index).values() if row.siren] + list(held("E", index))
    assert len(numbers) == len(set(numbers))
    wrong = [each for each in numbers if str(Siren(each)) != each]
    assert not wrong
    missing = [code for code, row in held("C", index).items() if not row.siren]
    assert len(missing) in {94, 94 + len(ISLANDS)}


@pytest.mark.parametrize("index", INDICES)
def test_a_body_has_the_inhabitants_of_its_communes(index: int) -> None:
    known = 0
    for code in held("E", index):
        numbers = [population(f"C{each}", index) for each in ground.communes(f"E{code}", index)]
        if None not in numbers:
            known += 1
            assert population(f"E{code}", index) == sum(each for each in numbers if each), code
    assert known >= (1060 if index == OF_2019 else len(held("E", index)))


@pytest.mark.parametrize(("key", "year"), INHABITANTS)
def test_populations_are_those_in_force(key: str, year: int) -> None:
    assert ground.inhabitants(key, tp.vintages().index(year)) == INHABITANTS[key, year]


def test_every_name_finds_its_territory() -> None:
    for key in list(tables())[::50]:
        for row in tables().rows(key):
            found = tp.find_territories(row.name)
            assert tp.Territory(ground.KINDS[key[0]], key[1:]) in found


def test_the_tables_stay_small() -> None:
    assert sum(each.stat().st_size for each in DATA.iterdir()) <= LARGEST


def test_the_provenance_names_an_archive_for_each_vintage() -> None:
    told = provenance()
    archives = told["archives"]
    assert isinstance(archives, list)
    assert tuple(each["vintage"] for each in archives) == tp.vintages()
    for each in archives:
        assert each["url"].endswith(f"-{each['version']}.tgz")
        assert len(each["sha256"]) == 2 * hashlib.sha256().digest_size
        assert tp.day(each["fetched"]) >= tp.day(f"{each['vintage']}-01-01")
    assert "etalab-2.0" in json.dumps(told)


def test_importing_reads_no_table() -> None:
    script = """
import sys
opened = []
sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" else None)
import territoires_participatifs as tp
tp.TerritoryCode(tp.TerritoryKind.COMMUNE, "59011")
tp.Dataset
before = [each for each in opened if each.endswith(".tsv.gz")]
tp.territory("commune", "59011")
print(len(before), len([each for each in opened if each.endswith(".tsv.gz")]))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    assert done.stdout.split() == ["0", "1"]
