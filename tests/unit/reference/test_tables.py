"""Every territory of every vintage, and the figures that were published of them."""

import hashlib
import json
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Final

import pytest

import territoires_participatifs as tp
from territoires_participatifs.reference import _ground as ground
from territoires_participatifs.reference._tables import Row, Tables, population, provenance, tables
from territoires_participatifs.values.identifiers import Siren

DATA: Final = Path(tp.__file__).parent / "reference" / "data"
LARGEST: Final = 1_500_000

COMMUNES: Final = {2019: 34970, 2021: 34965, 2024: 34935, 2025: 34875}
"""Communes of metropolitan France and the overseas départements on 1 January.

Source: DGCL, as told by APVF (6 February 2019), Vie publique (2021, BIS n° 152), Maire-info
(2024) and Banque des Territoires (2025, BIS n° 195).
"""

# fmt: off
OF_DEPARTEMENTS: Final = {
    "01": 393, "02": 800, "03": 317, "04": 198, "05": 162, "06": 163, "07": 335, "08": 449,
    "09": 327, "10": 431, "11": 433, "12": 285, "13": 119, "14": 527, "15": 246, "16": 366,
    "17": 463, "18": 287, "19": 280, "2A": 124, "2B": 236, "21": 700, "22": 348, "23": 256,
    "24": 505, "25": 573, "26": 364, "27": 585, "28": 365, "29": 277, "30": 351, "31": 586,
    "32": 461, "33": 535, "34": 342, "35": 333, "36": 241, "37": 272, "38": 512, "39": 494,
    "40": 327, "41": 267, "42": 323, "43": 257, "44": 207, "45": 326, "46": 313, "47": 319,
    "48": 152, "49": 177, "50": 446, "51": 613, "52": 426, "53": 242, "54": 591, "55": 499,
    "56": 250, "57": 725, "58": 309, "59": 648, "60": 679, "61": 385, "62": 890, "63": 464,
    "64": 546, "65": 469, "66": 226, "67": 514, "68": 366, "69": 267, "70": 539, "71": 565,
    "72": 354, "73": 273, "74": 279, "75": 1, "76": 708, "77": 507, "78": 259, "79": 256,
    "80": 772, "81": 314, "82": 195, "83": 153, "84": 151, "85": 258, "86": 266, "87": 195,
    "88": 507, "89": 423, "90": 101, "91": 194, "92": 36, "93": 40, "94": 47, "95": 184,
    "971": 32, "972": 34, "973": 22, "974": 24, "976": 17,
}
# fmt: on
"""Communes of each département on 1 January 2019.

Source: Insee, populations légales 2017, table of départements, as kept in a Java program that has
nothing to do with Etalab's package (the class ``DepartementsDataset`` of *chamette*).
"""

OF_2021: Final = {"59": 648, "62": 890}
"""Source: Wikipédia in September 2021 (Nord), Trésor des régions (Pas-de-Calais)."""

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

INHABITANTS: Final = {
    ("P59", 2019): 2_603_723,
    ("R32", 2023): 5_997_734,
    ("P78", 2025): 1_470_778,
}
"""Municipal populations, counted three years before.

Source: Insee, as told by France Bleu (27 December 2018, 18 January 2023) and citypopulation.de.
"""

INDICES: Final = tables().indices


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


def of_departements(year: int) -> Counter[str]:
    communes = held("C", tp.vintages().index(year)).values()
    return Counter(row.around for row in communes if f"O{row.around}" not in tables())


def test_as_many_communes_of_every_departement_as_were_published() -> None:
    assert of_departements(2019) == OF_DEPARTEMENTS
    assert sum(OF_DEPARTEMENTS.values()) == COMMUNES[2019]
    assert OF_2021.items() <= of_departements(2021).items()


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


@pytest.mark.parametrize("index", INDICES)
def test_every_code_that_any_vintage_knows_leads_to_a_commune(index: int) -> None:
    """But for those that come later, and for a part of Saline, which was undone in 2020."""
    known = {key[1:] for key in tables() if key[0] == "C"}
    known |= {
        old for each in INDICES for row in held("C", each).values() for old in row.old.split()
    }
    later = {code for each in INDICES[index + 1 :] for code in held("C", each)}
    lost = [each for each in known - later if ground.standing(f"C{each}", index) is None]
    assert lost == (["14114"] if vintage(index) == 2019 else [])


@pytest.mark.parametrize("index", INDICES)
def test_the_codes_of_mayotte_until_2011_are_in_the_order_of_those_of_today(index: int) -> None:
    for number in range(1, 18):
        assert ground.standing(f"C985{number:02}", index) == f"976{number:02}"


@pytest.mark.parametrize("index", INDICES)
def test_a_body_that_is_gone_leads_to_those_of_its_communes(index: int) -> None:
    for key in (each for each in tables() if each[0] == "E"):
        gone = tables().row(key, index) is None
        before = [each for each in INDICES[:index] if tables().row(key, each) is not None]
        assert bool(ground.successors(key, index)) == (gone and bool(before)), key


def test_of_a_body_whose_communes_are_in_none_since_nothing_is_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines = ["2019 2021", "C01001\t00\tA\t01\t200000172", "C01001\t11\tA\t01", "E200000172\t00\tE"]
    held_by_none = Tables(lines)
    monkeypatch.setattr(ground, "tables", lambda: held_by_none)
    assert ground.successors("E200000172", 0) == ()
    assert ground.successors("E200000172", 1) is None


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


def test_every_siren_of_the_last_vintage_leads_to_what_stands_in_it() -> None:
    index = INDICES[-1]
    numbers = {row.siren: f"C{code}" for code, row in held("C", index).items() if row.siren}
    numbers |= {code: f"E{code}" for code in held("E", index)}
    for siren, key in numbers.items():
        assert tp.territory_by_siren(siren) == tp.Territory(ground.KINDS[key[0]], key[1:])


@pytest.mark.parametrize("index", INDICES)
def test_a_body_has_the_inhabitants_of_its_communes(index: int) -> None:
    known = 0
    for code in held("E", index):
        numbers = [population(f"C{each}", index) for each in ground.communes(f"E{code}", index)]
        if None not in numbers:
            known += 1
            assert population(f"E{code}", index) == sum(each for each in numbers if each), code
    assert known >= (1060 if vintage(index) == 2019 else len(held("E", index)))


@pytest.mark.parametrize(("key", "year"), INHABITANTS)
def test_populations_are_those_in_force(key: str, year: int) -> None:
    assert ground.inhabitants(key, tp.vintages().index(year)) == INHABITANTS[key, year]


UNKNOWN: Final = {
    2019: {"F": 1, "C": 6900, "P": 72, "R": 13, "O": 6},
    2021: {"F": 1, "C": 92, "P": 3, "R": 2, "O": 6, "A": 45},
    2022: {"F": 1, "C": 88, "O": 6},
    2023: {"F": 1, "C": 84, "O": 3},
    2024: {"F": 1, "C": 92, "P": 3, "R": 2, "O": 6, "A": 45},
    2025: {"F": 1, "C": 84, "O": 3},
    2026: {"F": 1, "C": 84, "O": 3},
}
"""How many populations of each kind are unknown, as the page on territories says."""


@pytest.mark.parametrize("year", UNKNOWN)
def test_as_many_populations_are_unknown_as_is_said(year: int) -> None:
    index = tp.vintages().index(year)
    here = (key for key in tables() if key[0] in "FCPROAE" and tables().row(key, index))
    unknown = Counter(key[0] for key in here if ground.inhabitants(key, index) is None)
    assert unknown == UNKNOWN[year]


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
