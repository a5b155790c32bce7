"""What reading the tables of territories costs, beside unpacking and splitting them."""

import gzip
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import territoires_participatifs
from territoires_participatifs.reference._tables import Tables

HIGHEST_RATIO = 5.0
ROUNDS = 15
FILE = Path(territoires_participatifs.__file__).parent / "reference/data/territories.tsv.gz"


def _unpack() -> list[str]:
    return gzip.decompress(FILE.read_bytes()).decode().splitlines()


def _load() -> Tables:
    return Tables(_unpack())


def _seconds(load: bool) -> float:  # which of two is measured
    begun = perf_counter()
    _ = _load() if load else _unpack()
    return perf_counter() - begun


@pytest.mark.benchmark(group="territories")
def test_the_tables_of_all_vintages_are_read_in_a_few_times_what_unpacking_takes(
    benchmark: BenchmarkFixture,
) -> None:
    pairs = [(_seconds(load=True), _seconds(load=False)) for _ in range(ROUNDS)]
    ratio = median(ours / theirs for ours, theirs in pairs)
    benchmark.extra_info["ratio to unpacking alone"] = round(ratio, 2)
    benchmark(_load)
    assert ratio <= HIGHEST_RATIO
