"""The pages on the command line: each command is run, and prints what the page says."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {
    DOCS / "fr" / "ligne-de-commande.md": "fr_FR.UTF-8",
    DOCS / "en" / "command-line.md": "en_GB.UTF-8",
}
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
DOCUMENT = re.compile(r"^```json\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def transcript(page: Path, folder: Path) -> list[str]:
    """Return the console blocks of a page as they come out when its commands are run."""
    text = page.read_text(encoding="utf-8")
    document = DOCUMENT.search(text)
    assert document is not None
    (folder / "appel.json").write_text(document[1], encoding="utf-8")
    return [_run(each[1], folder, PAGES[page]) for each in BLOCK.finditer(text)]


def _run(block: str, folder: Path, locale: str) -> str:
    lines, status = [], 0
    for line in block.splitlines():
        if line == "$ echo $?":
            lines += [line, str(status)]
        elif line.startswith("$ territoires "):
            done = _territoires(shlex.split(line)[2:], folder, locale)
            status = done.returncode
            lines += [line, *done.stdout.splitlines()]
    return "\n".join([*lines, ""])


def _territoires(
    arguments: list[str], folder: Path, locale: str
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "territoires_participatifs.cli", *arguments],
        cwd=folder,
        env={**os.environ, "LC_ALL": locale, "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_commands_print_what_their_page_says(page: Path, tmp_path: Path) -> None:
    said = [each[1] for each in BLOCK.finditer(page.read_text(encoding="utf-8"))]
    assert transcript(page, tmp_path) == said


def test_both_languages_show_the_same_commands() -> None:
    shown = [
        re.sub("--lang (fr|en)", "--lang", line)
        for page in PAGES
        for block in BLOCK.finditer(page.read_text(encoding="utf-8"))
        for line in block[1].splitlines()
        if line.startswith("$ ")
    ]
    assert shown[: len(shown) // 2] == shown[len(shown) // 2 :]
