"""What importing the library costs, beside importing what it depends on."""

import subprocess
import sys
from statistics import median
from time import perf_counter

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

HIGHEST_RATIO = 2.2
ROUNDS = 15

OURS = "import territoires_participatifs; territoires_participatifs.Dataset"
THEIRS = "import attrs, cattrs, pendulum, stdnum"


def _seconds(code: str) -> float:
    begun = perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return perf_counter() - begun


@pytest.mark.benchmark(group="import")
def test_opening_the_model_costs_at_most_a_little_more_than_its_dependencies(
    benchmark: BenchmarkFixture,
) -> None:
    pairs = [(_seconds(OURS), _seconds(THEIRS)) for _ in range(ROUNDS)]
    ratio = median(ours / theirs for ours, theirs in pairs)
    benchmark.extra_info["ratio to the four dependencies"] = round(ratio, 2)
    benchmark(_seconds, OURS)
    assert ratio <= HIGHEST_RATIO


LAZY = """
import sys, territoires_participatifs as tp
def opened():
    return sorted(each for each in sys.modules if each.partition(".")[0] in names)
names = {"territoires_participatifs", "attr", "attrs", "cattrs", "pendulum", "stdnum"}
print(opened())
tp.Dataset
late = ["rulebook", "history", "telling", "examples", "strategies", "cli"]
print([each for each in late if f"territoires_participatifs.{each}" in opened()])
print([each for each in ("hypothesis", "stdnum") if each in sys.modules])
"""


def test_the_import_opens_nothing_and_the_model_only_what_it_is_made_of() -> None:
    shown = subprocess.run([sys.executable, "-c", LAZY], capture_output=True, check=True, text=True)
    assert shown.stdout.splitlines() == ["['territoires_participatifs']", "[]", "[]"]
