"""What importing the library costs, beside importing what it depends on."""

import subprocess
import sys
from statistics import median
from time import perf_counter

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

HIGHEST_RATIO = 2.2
ROUNDS = 15

OURS = "import territoires_participatifs"
THEIRS = "import attrs, cattrs, pendulum, stdnum"


def _seconds(code: str) -> float:
    begun = perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return perf_counter() - begun


@pytest.mark.benchmark(group="import")
def test_the_import_costs_at_most_a_little_more_than_its_dependencies(
    benchmark: BenchmarkFixture,
) -> None:
    pairs = [(_seconds(OURS), _seconds(THEIRS)) for _ in range(ROUNDS)]
    ratio = median(ours / theirs for ours, theirs in pairs)
    benchmark.extra_info["ratio to the four dependencies"] = round(ratio, 2)
    benchmark(_seconds, OURS)
    assert ratio <= HIGHEST_RATIO


LAZY = """
import sys, territoires_participatifs as tp
late = ["rulebook", "examples", "strategies", "cli", "hypothesis", "tomllib"]
print([name for name in late if f"territoires_participatifs.{name}" in sys.modules or
       (name == "hypothesis" and name in sys.modules)])
"""


def test_rules_examples_and_strategies_are_not_opened_by_the_import() -> None:
    shown = subprocess.run([sys.executable, "-c", LAZY], capture_output=True, check=True)
    assert shown.stdout.split() == [b"[]"]
