"""The README: every recipe is run, and what it claims is compared with what comes out."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import territoires_participatifs as tp

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
PROJECT = README.split("## English")

RECIPE = re.compile(
    r"^```python\n(?P<code>.*?)^```\n\n```(?:text|json)\n(?P<output>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
RECIPES = [(each["code"], each["output"]) for each in RECIPE.finditer(README)]
REPORT = re.compile(
    r"check --example (?P<name>\S+)\n```\n.*?^```text\n(?P<excerpt>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
COMMANDS = (
    "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/territoires check --example participation-citoyenne-2020",
    "python3 -m venv .venv && .venv/bin/pip install nox && .venv/bin/nox",
)


def _in_order(excerpt: str, output: str) -> bool:
    """Tell whether every line of an excerpt stands in the output, in the same order.

    The spaces before French punctuation are plain in the README, and narrow in a terminal.
    """
    lines = iter(output.replace("\N{NARROW NO-BREAK SPACE}", " ").splitlines())
    return all(wanted in lines for wanted in excerpt.splitlines() if wanted != "…")


def test_every_python_block_claims_an_output() -> None:
    assert len(RECIPES) == README.count("```python\n") == 3


@pytest.mark.parametrize(("code", "output"), RECIPES, ids=["application", "notebook", "service"])
def test_a_recipe_prints_what_is_claimed(
    code: str,
    output: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "README.md", "exec"), {"__name__": "__main__"})  # noqa: S102  # our own text
    printed = capsys.readouterr().out
    assert printed.rstrip("\n") == output.rstrip("\n")


def test_the_file_of_the_first_recipe_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    exec(compile(RECIPES[0][0], "README.md", "exec"), {})  # noqa: S102  # our own text
    assert tp.read("ami-2027.json").calls[0].id == "ami-2027"


@pytest.mark.parametrize(("part", "language"), list(zip(PROJECT, tp.LANGUAGES, strict=True)))
def test_the_report_is_an_excerpt_of_the_real_one(part: str, language: tp.Language) -> None:
    claimed = REPORT.search(part)
    assert claimed is not None
    arguments = ["check", "--lang", language, "--example", claimed["name"]]
    done = subprocess.run(
        [sys.executable, "-m", "territoires_participatifs.cli", *arguments],
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert _in_order(claimed["excerpt"], done.stdout)


@pytest.mark.parametrize("command", COMMANDS)
def test_both_languages_give_the_two_commands(command: str) -> None:
    assert all(f"\n{command}\n" in part for part in PROJECT)


def test_both_languages_give_the_windows_and_the_notebook_forms() -> None:
    for part in PROJECT:
        assert part.count("py -m venv .venv\n") == 2
        assert "%pip install ." in part


def test_links_lead_to_pages_that_exist() -> None:
    root = Path(__file__).parents[2]
    linked = re.findall(r"\]\(([^)#:]+)\)", README)
    assert linked
    assert [each for each in linked if not (root / each).exists()] == []
