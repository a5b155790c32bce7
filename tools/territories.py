"""Builds the tables of territories from the archives of an npm package, always to the same bytes.

Run it by ``nox -s territories``: it fetches with npm what is missing in a folder, and writes
three files into ``reference/data``. A line of the tables holds for the vintages between the
two that it names, so that what does not change is told once.
"""

import argparse
import gzip
import hashlib
import io
import json
import shutil
import subprocess
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, TypeAlias

PACKAGE: Final = "@etalab/decoupage-administratif"
VINTAGES: Final = {
    2019: "0.7.0",
    2021: "1.1.1",
    2022: "2.3.1",
    2023: "3.1.1",
    2024: "4.1.0",
    2025: "5.3.0",
    2026: "6.0.0",
}
"""The version of the package for each vintage, by its own table; none has the communes of 2020."""

POPULATION: Final = {2019: "0.7.0", 2022: "1.1.1", 2023: "3.1.1", 2025: "4.1.0", 2026: "6.0.0"}
"""The version whose communes have the legal population in force in a year, by its own sources.

It is not that of its vintage: 1.1.1 has the populations of 2019, in force from 2022 on."""

LATEST: Final = 2026
"""The only vintage whose EPCI have the population of the year before."""

DATA: Final = Path(__file__).parents[1] / "src/territoires_participatifs/reference/data"
LETTERS: Final = {
    "commune-actuelle": "C",
    "arrondissement-municipal": "A",
    "commune-deleguee": "D",
    "commune-associee": "S",
}

LEFT_GUADELOUPE: Final = {"97701": "97123", "97801": "97127"}
"""What Saint-Barthélemy and Saint-Martin were as communes of Guadeloupe, which no version lists.

They left it on 15 July 2007. Source: loi organique n° 2007-223 du 21 février 2007; Insee, code
officiel géographique, list of the communes that there have been since 1943.
"""

PACIFIC: Final = ("986", "987", "988")
"""Wallis et Futuna, Polynésie française, Nouvelle-Calédonie: counted in other years than the rest.

The versions repeat their figures of a count until long after the next one, so that nothing tells
in which years they were in force.
"""

Json: TypeAlias = Any
OldCodes: TypeAlias = Mapping[str, set[str]]
"""The codes that each commune that stands took over."""

Row: TypeAlias = tuple[str, ...]
"""What is told of a territory: name, the one around it, EPCI, SIREN, nature, seat, old codes."""


class Package:
    """The tables of one version of the package."""

    def __init__(self, archive: Path) -> None:
        with tarfile.open(archive) as files:
            self.communes = _table(files, "communes")
            self.epci = _table(files, "epci")
            self.departements = _table(files, "departements")
            self.regions = _table(files, "regions")
        self.members = {m["code"]: (e["code"], m) for e in self.epci for m in e["membres"]}


def _table(files: tarfile.TarFile, name: str) -> list[Json]:
    held = files.extractfile(f"package/data/{name}.json")
    if held is None:
        raise FileNotFoundError(name)
    return list(json.load(held))


# What each vintage tells


def rows(package: Package, old: OldCodes) -> Iterator[tuple[str, Row]]:
    """Yield what a vintage tells of each territory, by letter and code."""
    for each in package.communes:
        yield f"{LETTERS[each['type']]}{each['code']}", _commune(each, package, old)
    for each in package.epci:
        yield f"E{each['code']}", _row(each, nature=each["type"])
    for each in package.departements:
        if each.get("zone") != "com":
            yield f"P{each['code']}", _row(each, around=each["region"], seat=each["chefLieu"])
    for each in package.regions:
        if each.get("zone") != "com":
            yield f"R{each['code']}", _row(each, around="FR", seat=each["chefLieu"])


def _row(  # noqa: PLR0913  # a column each
    held: Json,
    *,
    around: str = "",
    epci: str = "",
    siren: str = "",
    nature: str = "",
    seat: str = "",
    old: Iterable[str] = (),
) -> Row:
    return (held["nom"], around, epci, siren, nature, seat, " ".join(old))


def _commune(each: Json, package: Package, old: OldCodes) -> Row:
    if each["type"] != "commune-actuelle":
        return _row(each, around=each.get("chefLieu") or each["commune"])
    epci, member = package.members.get(each["code"], ("", {}))
    return _row(
        each,
        around=each.get("departement") or each["collectiviteOutremer"]["code"],
        epci=epci,
        siren=each.get("siren") or member.get("siren", ""),
        old=sorted(old[each["code"]]),
    )


def _old_codes(communes: Iterable[Json]) -> OldCodes:
    """Return the codes that each commune took over, those of its parts among them.

    Where two communes claim one (55273, from 2024 on), it is that of which it is a part.
    """
    found: dict[str, set[str]] = {c["code"]: set() for c in communes if _stands(c)}
    parts = {each["code"]: each["chefLieu"] for each in communes if "chefLieu" in each}
    for each in communes:
        holder = each.get("chefLieu", each["code"])
        claimed = {each["code"], *each.get("anciensCodes", [])}
        claimed |= {LEFT_GUADELOUPE.get(each["code"], each["code"])}
        if holder in found:
            rightly = (code for code in claimed if parts.get(code, holder) == holder)
            found[holder].update(code for code in rightly if code not in found)
    return found


def _stands(commune: Json) -> bool:
    return bool(commune["type"] == "commune-actuelle")


def old_codes(packages: Iterable[Package]) -> list[OldCodes]:
    """Return the old codes of each vintage, and those that only its neighbours list.

    The versions don't list the same: that of 2019 has about a thousand fewer, most have none of
    Mayotte, and those that 2.3.1 has of Mayotte are mixed up. The later one is believed.
    """
    listed = [_old_codes(each.communes) for each in packages]
    for before, after in pairwise(listed):
        _hand_on(before, after)
    for after, before in pairwise(reversed(listed)):
        _correct(before, after)
        _hand_on(after, before)
    return listed


def _correct(before: OldCodes, after: OldCodes) -> None:
    """Take from a commune the codes that the next vintage gives to another, if both stand in both."""
    holders = {code: holder for holder, old in after.items() for code in old}
    for code, old in before.items():
        if code in after:
            rightly = {each: holders.get(each, code) for each in old}
            old -= {each for each, to in rightly.items() if to != code and to in before}


def _hand_on(told: OldCodes, untold: OldCodes) -> None:
    """Give the communes of a vintage the old codes that they have in one beside it.

    Only where neither took over another in between, and nobody else has the code.
    """
    taken = set(untold).union(*untold.values())
    standing = {*told, *untold}
    for code, old in told.items():
        if code in untold and not (old | untold[code]) & standing:
            untold[code] |= old - taken


def overseas(packages: Mapping[int, Package]) -> Iterator[tuple[str, Row]]:
    """Yield the overseas collectivities, which only later vintages list, for all of them.

    A seat that lies elsewhere is a mistake of the package, and left out.
    """
    for each in packages[LATEST].departements:
        if each.get("zone") == "com":
            own = each["chefLieu"].startswith(each["code"])
            yield f"O{each['code']}", _row(each, around="FR", seat=each["chefLieu"] if own else "")


# Populations


def populations(year: int, package: Package, legal: Package | None) -> Mapping[str, int]:
    """Return the municipal population in force in a year, where it is certain.

    That of a commune in an EPCI comes from the EPCI of that year. Elsewhere it comes from the
    communes of the version that has the populations of that year; in 2019 only where those of
    an EPCI make up its own, since new communes have that of their seat there.
    """
    members = (member for _, member in package.members.values() if year != LATEST)
    found = {f"C{each['code']}": each.get("populationMunicipale") for each in members}
    figures = dict(_figures(legal))
    sure = _made_up(package, figures)
    for key, number in figures.items():
        if key not in found or (found[key] is None and key in sure):
            found[key] = number
    known = {**found, **_sums(year, package, found)}
    return {key: number for key, number in known.items() if number is not None}


def _figures(legal: Package | None) -> Iterator[tuple[str, int]]:
    for each in legal.communes if legal else ():
        certain = "population" in each and "departement" in each
        if certain and not each["code"].startswith(PACIFIC):
            yield LETTERS[each["type"]] + each["code"], each["population"]


def _made_up(package: Package, figures: Mapping[str, int]) -> set[str]:
    """Return the communes whose figures make up those of their EPCI."""
    found: set[str] = set()
    for each in package.epci:
        members = [f"C{m['code']}" for m in each["membres"]]
        if sum(figures.get(key, 0) for key in members) == each["populationMunicipale"]:
            found.update(members)
    return found


def _sums(year: int, package: Package, found: Mapping[str, Json]) -> Mapping[str, int]:
    if year != LATEST:
        return {f"E{each['code']}": each["populationMunicipale"] for each in package.epci}
    told: dict[str, list[Json]] = {
        e["code"]: [found.get(f"C{m['code']}") for m in e["membres"]] for e in package.epci
    }
    return {f"E{code}": sum(each) for code, each in told.items() if None not in each}


# The files


def territories(packages: Mapping[int, Package]) -> Iterator[str]:
    """Yield the lines of the table: the vintages, then a line for each run of equal rows."""
    told: dict[str, list[Row | None]] = defaultdict(lambda: [None] * len(packages))
    listed = old_codes(packages.values())
    for index, (package, old) in enumerate(zip(packages.values(), listed, strict=True)):
        for key, row in (*rows(package, old), *overseas(packages)):
            told[key][index] = row
    yield " ".join(map(str, packages))
    for key in sorted(told):
        for first, last, row in _runs(told[key]):
            yield "\t".join((key, f"{first}{last}", *row)).rstrip("\t")


def _runs(told: list[Row | None]) -> Iterator[tuple[int, int, Row]]:
    first = 0
    for index, row in enumerate(told):
        if row != told[first]:
            first = index
        following = told[index + 1] if index + 1 < len(told) else None
        if row is not None and row != following:
            yield first, index, row


def people(packages: Mapping[int, Package], legal: Mapping[int, Package]) -> Iterator[str]:
    """Yield the lines of populations: the first, then by how much each differs from the last."""
    told = [populations(year, each, legal.get(year)) for year, each in packages.items()]
    for key in sorted({key for held in told for key in held}):
        yield "\t".join((key, *_differences([held.get(key) for held in told]))).rstrip("\t")


def _differences(numbers: Iterable[int | None]) -> Iterator[str]:
    last = 0
    for each in numbers:
        yield "" if each is None else str(each - last)
        last = last if each is None else each


def write(name: str, lines: Iterable[str]) -> None:
    """Write lines, packed, always to the same bytes."""
    held = io.BytesIO()
    with gzip.GzipFile("", "wb", compresslevel=9, fileobj=held, mtime=0) as packed:
        packed.write("".join(f"{line}\n" for line in lines).encode())
    (DATA / f"{name}.tsv.gz").write_bytes(held.getvalue())


def provenance(archives: Mapping[str, Path], day: str) -> Json:
    """Return where the data comes from; an archive that is known keeps the day of its fetching."""
    path = DATA / "provenance.json"
    before = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"archives": []}
    known = {each["sha256"]: each["fetched"] for each in before["archives"]}
    vintages = {version: year for year, version in VINTAGES.items()}
    return {
        "title": "Découpage administratif français",
        "licence": "Licence Ouverte (etalab-2.0)",
        "package": PACKAGE,
        "sources": [
            "Insee, code officiel géographique: https://www.insee.fr/fr/information/2560452",
            "DGCL, liste et composition des EPCI (Banatic): https://www.collectivites-locales.gouv.fr",
            "Insee, populations légales: https://www.insee.fr/fr/information/2008354",
        ],
        "archives": [
            {
                "vintage": vintages[version],
                "version": version,
                "url": _address(version),
                "fetched": known.get(digest := _digest(archive), day),
                "sha256": digest,
            }
            for version, archive in archives.items()
        ],
    }


def _digest(archive: Path) -> str:
    return hashlib.sha256(archive.read_bytes()).hexdigest()


def _address(version: str) -> str:
    name = PACKAGE.rpartition("/")[2]
    return f"https://registry.npmjs.org/{PACKAGE}/-/{name}-{version}.tgz"


def _fetched(folder: Path, version: str) -> Path:
    """Return the archive of a version, from the folder or from npm."""
    archive = folder / f"{PACKAGE.strip('@').replace('/', '-')}-{version}.tgz"
    if not archive.exists():
        npm = shutil.which("npm") or "npm"
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run([npm, "pack", f"{PACKAGE}@{version}"], cwd=folder, check=True)
    return archive


def main() -> None:
    """Write the three files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the archives are, or go")
    parser.add_argument("--day", required=True, help="the day on which new archives are fetched")
    options = parser.parse_args()
    archives = {version: _fetched(options.folder, version) for version in VINTAGES.values()}
    opened = {version: Package(archive) for version, archive in archives.items()}
    packages = {year: opened[version] for year, version in VINTAGES.items()}
    legal = {year: opened[version] for year, version in POPULATION.items()}
    write("territories", territories(packages))
    write("populations", people(packages, legal))
    said = json.dumps(provenance(archives, options.day), ensure_ascii=False, indent=2)
    (DATA / "provenance.json").write_text(f"{said}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
