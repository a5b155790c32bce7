"""The table of the encoded calls: what of each is typed, and what is left to a person.

It goes to ``rules/codes`` beside the pages of the rules, which git ignores: its words have one
source each, the shipped examples and the expectations that test them.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from sphinx.application import Sphinx

import territoires_participatifs as tp
from territoires_participatifs.calls import leaves

EXPECTED: Final = Path(__file__).parents[2] / "tests" / "unit" / "examples" / "calls"
TABLE: Final = Path("rules") / "codes" / "encoded-calls.inc"


def write_table(app: Sphinx) -> None:
    """Write the table, before Sphinx looks for sources."""
    path = Path(app.srcdir) / TABLE
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "\n".join(_lines()) + "\n"
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def _lines() -> Iterator[str]:
    for name in tp.example_names():
        if name.startswith("calls/"):
            yield from _section(name)


def _section(name: str) -> Iterator[str]:
    dataset = tp.example(name)
    told = tomllib.loads((EXPECTED / f"{name.removeprefix('calls/')}.toml").read_text("utf-8"))
    yield f"## `{name}`"
    yield ""
    yield str(dataset.title.en or dataset.title.fr) if dataset.title else ""
    yield ""
    for call in dataset.calls:
        yield from (_requirement(each, told) for each in call.requirements or ())
    yield ""


def _requirement(requirement: tp.Requirement, told: dict[str, Any]) -> str:
    held = [each for _, each, _ in leaves(requirement.demand)]
    kinds = sorted({f"`{each.tag}`" for each in held if each.tag != "text"})
    reason = told.get("left-to-a-person", {}).get(requirement.id)
    typed = ", ".join(kinds)
    left = "" if reason is None else f"{' · ' if kinds else ''}*left to a person*: {reason}"
    return f"- **{requirement.id}**: {typed}{left}"


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the writer."""
    app.connect("builder-inited", write_table)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
