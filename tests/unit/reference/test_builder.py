"""The builder of the tables, on a country of three communes."""

import gzip
import importlib.util
import io
import json
import tarfile
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import pytest

TOOL: Final = Path(__file__).parents[3] / "tools" / "territories.py"


def _loaded() -> ModuleType:
    spec = importlib.util.spec_from_file_location("tool_of_territories", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOLS: Final[Any] = _loaded()


def commune(code: str, name: str, population: int, **more: object) -> dict[str, object]:
    told = {"code": code, "nom": name, "type": "commune-actuelle", "departement": "01"}
    return {**told, "population": population, **more}


def archive(folder: Path, version: str, **tables: object) -> Path:
    path = folder / f"etalab-decoupage-administratif-{version}.tgz"
    with tarfile.open(path, "w:gz") as files:
        for name, table in tables.items():
            content = json.dumps(table).encode()
            entry = tarfile.TarInfo(f"package/data/{name}.json")
            entry.size = len(content)
            files.addfile(entry, io.BytesIO(content))
    return path


def country(*communes: object, members: dict[str, int]) -> dict[str, object]:
    body = {
        "code": "200000172",
        "nom": "CC",
        "type": "CC",
        "populationMunicipale": sum(members.values()),
        "membres": [
            {"code": code, "siren": f"21000000{index}", "populationMunicipale": number}
            for index, (code, number) in enumerate(members.items())
        ],
    }
    part = {"code": "01003", "nom": "C", "type": "commune-deleguee", "chefLieu": "01001"}
    overseas = {"nom": "TAAF", "region": "984", "code": "984", "chefLieu": "97502", "zone": "com"}
    return {
        "communes": [*communes, part],
        "epci": [body],
        "departements": [
            {"code": "01", "nom": "Ain", "region": "84", "chefLieu": "01001"},
            overseas,
        ],
        "regions": [{"code": "84", "nom": "ARA", "chefLieu": "01001"}, overseas],
    }


@pytest.fixture
def packages(tmp_path: Path) -> dict[int, Any]:
    before = country(
        commune("01001", "A", 10), commune("01002", "B", 0), members={"01001": 10, "01002": 0}
    )
    after = country(
        commune("01001", "A-et-B", 12, anciensCodes=["01002", "01003"]),
        commune("01004", "D", 5, anciensCodes=["01003"]),
        members={"01001": 11},
    )
    return {
        2019: TOOLS.Package(archive(tmp_path, "1", **before)),
        2026: TOOLS.Package(archive(tmp_path, "2", **after)),
    }


def test_what_does_not_change_is_told_once(packages: dict[int, Any]) -> None:
    assert list(TOOLS.territories(packages)) == [
        "2019 2026",
        "C01001\t00\tA\t01\t200000172\t210000000\t\t\t01003",
        "C01001\t11\tA-et-B\t01\t200000172\t210000000\t\t\t01002 01003",
        "C01002\t00\tB\t01\t200000172\t210000001",
        "C01004\t11\tD\t01",  # the old code is a part of another
        "D01003\t01\tC\t01001",
        "E200000172\t01\tCC\t\t\t\tCC",
        "O984\t01\tTAAF\tFR",  # its seat lies elsewhere
        "P01\t01\tAin\t84\t\t\t\t01001",
        "R84\t01\tARA\tFR\t\t\t\t01001",
    ]


def test_populations_are_differences_and_none_is_not_zero(packages: dict[int, Any]) -> None:
    assert list(TOOLS.people(packages, packages)) == [
        "C01001\t10\t2",  # of the last vintage, the list of communes
        "C01002\t0",
        "C01004\t\t5",
        "E200000172\t10\t2",
    ]
    assert next(iter(TOOLS.people(packages, {}))) == "C01001\t10"


def test_the_populations_of_the_pacific_are_left_out(tmp_path: Path) -> None:
    telling = country(
        commune("01001", "A", 1),
        commune("98611", "Alo", 2031, departement="986"),
        commune("97502", "Saint-Pierre", 5194, departement="975"),
        members={},
    )
    package = TOOLS.Package(archive(tmp_path, "1", **telling))
    assert TOOLS.populations(2026, package, package) == {
        "C01001": 1,
        "C97502": 5194,
        "E200000172": 0,
    }


def test_what_left_guadeloupe_keeps_the_code_that_it_had_there(tmp_path: Path) -> None:
    telling = [commune("97701", "Saint-Barthélemy", 1), commune("97801", "Saint-Martin", 1)]
    assert TOOLS.old_codes(packages_of(tmp_path, telling)) == [
        {"97701": {"97123"}, "97801": {"97127"}}
    ]


def test_the_same_lines_make_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TOOLS, "DATA", tmp_path)
    written = []
    for _ in range(2):
        TOOLS.write("table", ["a", "é"])
        written.append((tmp_path / "table.tsv.gz").read_bytes())
    assert written[0] == written[1]
    assert gzip.decompress(written[0]).decode() == "a\né\n"


def test_an_archive_that_is_known_keeps_its_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TOOLS, "DATA", tmp_path)
    archives = {"0.7.0": archive(tmp_path, "0.7.0", communes=[])}
    first = TOOLS.provenance(archives, "2026-11-24")
    (tmp_path / "provenance.json").write_text(json.dumps(first), encoding="utf-8")
    assert TOOLS.provenance(archives, "2027-01-20") == first
    assert first["archives"][0]["vintage"] == 2019


def test_the_old_codes_of_a_vintage_are_handed_to_the_one_beside_it(tmp_path: Path) -> None:
    first = [commune("01001", "A", 1), commune("01005", "E", 1), commune("01006", "F", 1)]
    second = [
        commune("01001", "A", 1, anciensCodes=["01101"]),
        commune("01005", "E", 1, anciensCodes=["01102", "01006"]),  # F went there in between
        commune("01007", "G", 1, anciensCodes=["01103"]),  # G is new
    ]
    old = TOOLS.old_codes(packages_of(tmp_path, first, second))
    assert old == [
        {"01001": {"01003", "01101"}, "01005": set(), "01006": set()},
        {"01001": {"01003", "01101"}, "01005": {"01006", "01102"}, "01007": {"01103"}},
    ]


def test_of_two_vintages_that_disagree_the_later_one_is_believed(tmp_path: Path) -> None:
    first = [
        commune("01001", "A", 1, anciensCodes=["01101"]),
        commune("01005", "E", 1, anciensCodes=["01102"]),
    ]
    second = [
        commune("01001", "A", 1, anciensCodes=["01102"]),
        commune("01005", "E", 1, anciensCodes=["01101"]),
    ]
    old = TOOLS.old_codes(packages_of(tmp_path, first, second))
    assert old == [{"01001": {"01003", "01102"}, "01005": {"01101"}}] * 2


def packages_of(folder: Path, *vintages: list[Any]) -> list[Any]:
    return [
        TOOLS.Package(archive(folder, str(index), **country(*each, members={})))
        for index, each in enumerate(vintages)
    ]
