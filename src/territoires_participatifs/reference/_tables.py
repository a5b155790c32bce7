"""The tables of territories: read on first use, and a line of them only when it is asked for.

A line holds for the vintages between two of them. A key is a letter and a code: ``C59011``
is a commune, ``E200093201`` an inter-municipal body, ``P59`` a département, ``R32`` a region,
``O975`` an overseas collectivity, ``FFR`` France; ``A``, ``D`` and ``S`` are the parts of
communes: municipal arrondissements, delegated and associated communes.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import chain
from typing import Final, NamedTuple, final

FRANCE: Final = "FFR"
PARTS: Final = "ADS"
"""The letters of the parts of communes."""


@final
class Row(NamedTuple):
    """What some vintages tell of a territory; what they don't tell is an empty text."""

    name: str
    around: str = ""
    """The code of the département, region, country or commune that it belongs to."""
    epci: str = ""
    siren: str = ""
    nature: str = ""
    seat: str = ""
    old: str = ""
    """The codes that a commune took over."""


@final
class Run(NamedTuple):
    """The vintages, from the first to the last by index, that tell the same of a territory."""

    first: int
    last: int
    row: Row


@final
class Tables:
    """All vintages, asked by their index, the first of which is 0."""

    def __init__(self, lines: Iterable[str]) -> None:
        vintages, *rest = lines
        self.vintages = tuple(map(int, vintages.split()))
        self.indices = range(len(self.vintages))
        told_of: dict[str, str] = {FRANCE: f"0{len(self.vintages) - 1}\tFrance"}
        for line in rest:
            key, _, told = line.partition("\t")
            told_of[key] = f"{told_of[key]}\n{told}" if key in told_of else told
        self._lines: Mapping[str, str] = told_of
        self._runs: dict[str, tuple[Run, ...]] = {}
        self._around: dict[int, Mapping[str, tuple[str, ...]]] = {}
        self._holders: dict[int, Mapping[str, str]] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def row(self, key: str, index: int) -> Row | None:
        """Return what a vintage tells of a territory; None if it does not hold it."""
        for first, last, row in self.runs(key):
            if first <= index <= last:
                return row
        return None

    def rows(self, key: str) -> tuple[Row, ...]:
        """Return all that is told of a territory, the latest last; nothing if it is unknown."""
        return tuple(each.row for each in self.runs(key))

    def runs(self, key: str) -> tuple[Run, ...]:
        """Return all that is told of a territory, and when, the latest last."""
        if key not in self._runs and key in self._lines:
            self._runs[key] = tuple(map(_run, self._lines[key].splitlines()))
        return self._runs.get(key, ())

    def every(self) -> Iterator[tuple[str, Run]]:
        """Yield all that is told of every territory, without keeping the lines that are split."""
        for key, lines in self._lines.items():
            for told in lines.split("\n"):
                yield key, _run(told)

    def names(self, key: str) -> Iterator[str]:
        """Yield the names of a territory, the latest last, and read nothing else."""
        for told in self._lines[key].split("\n"):
            yield told.split("\t", 2)[1]

    def within(self, key: str, index: int) -> tuple[str, ...]:
        """Return the keys of what a territory is directly made of in a vintage, in order."""
        if index not in self._around:
            self._around[index] = self._made_of(index)
        return self._around[index].get(key, ())

    def _made_of(self, index: int) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for key, (first, last, row) in self.every():
            for each in self.around(key, row) if first <= index <= last else ():
                found[each].append(key)
        return {key: tuple(held) for key, held in found.items()}

    def around(self, key: str, row: Row) -> tuple[str, ...]:
        """Return the keys of the territories that a territory belongs to, the smallest first."""
        letter = key[0]
        if letter == "C":
            around = f"P{row.around}" if f"P{row.around}" in self else f"O{row.around}"
            return (f"E{row.epci}", around) if row.epci else (around,)
        if letter in PARTS:
            return (f"C{row.around}",)
        if letter == "P":
            return (f"R{row.around}",)
        return (FRANCE,) if letter in "RO" else ()

    def holder(self, code: str, index: int) -> str | None:
        """Return the code of the commune that took over a code, in a vintage."""
        if index not in self._holders:
            self._holders[index] = self._took_over(index)
        return self._holders[index].get(code)

    def _took_over(self, index: int) -> Mapping[str, str]:
        rows = ((key, row) for key, (first, last, row) in self.every() if first <= index <= last)
        return {old: key[1:] for key, row in rows for old in row.old.split()}

    @cached_property
    def old_codes(self) -> frozenset[str]:
        """All codes that some commune took over."""
        listed = (
            line.rpartition("\t")[2].split()
            for told in self._lines.values()
            for line in told.splitlines()
            if line.count("\t") == len(Row._fields)
        )
        return frozenset(chain.from_iterable(listed))


def _run(told: str) -> Run:
    vintages, *values = told.split("\t")
    return Run(int(vintages[0]), int(vintages[1]), Row(*values))


def _text(name: str) -> str:
    import gzip  # noqa: PLC0415  # with the first question: many programs ask none
    from importlib.resources import files  # noqa: PLC0415

    data = files("territoires_participatifs") / "reference" / "data" / name
    return gzip.decompress(data.read_bytes()).decode()


@cache
def tables() -> Tables:
    """Return the tables of territories."""
    return Tables(_text("territories.tsv.gz").splitlines())


@cache
def populations() -> Mapping[str, str]:
    """Return the lines of populations by key: each number by how much it differs from the last."""
    lines = _text("populations.tsv.gz").splitlines()
    return {key: told for key, _, told in (line.partition("\t") for line in lines)}


def population(key: str, index: int) -> int | None:
    """Return the municipal population in force in the year of a vintage; None if unknown."""
    told = populations().get(key, "").split("\t")[: index + 1]
    known = len(told) > index and told[index] != ""
    return sum(int(each) for each in told if each) if known else None


def provenance() -> Mapping[str, object]:
    """Return where the tables come from: their licence, their sources, and each archive.

    >>> provenance()["licence"]
    'Licence Ouverte (etalab-2.0)'
    """
    from importlib.resources import files  # noqa: PLC0415  # as above

    path = files("territoires_participatifs") / "reference" / "data" / "provenance.json"
    held: dict[str, object] = json.loads(path.read_text(encoding="utf-8"))
    return held
