"""Readers of tables as others would read them: a browser, GitHub, a terminal."""

import re
from html.parser import HTMLParser
from typing import Final

from attrs import define, field

import territoires_participatifs as tp
from territoires_participatifs.displays._marks import one_line

ATTRIBUTES: Final = {"section": {"lang"}, "th": {"scope"}}
"""All that a table needs: no style, no script, no event, no address, no id."""

ORDER: Final = {
    "table": "section",
    "caption": "table",
    "thead": "table",
    "tbody": "table",
    "ul": "section",
    "li": "ul",
}
"""The element that each must stand in."""


@define
class Cell:
    """A cell as a page holds it."""

    tag: str
    scope: str | None
    text: str = ""


@define(slots=False)
class Page(HTMLParser):
    """What a browser finds, having refused all that it should not."""

    open: list[str] = field(factory=list[str])
    language: str | None = None
    caption: str = ""
    head: list[list[Cell]] = field(factory=list[list[Cell]])
    body: list[list[Cell]] = field(factory=list[list[Cell]])
    notes: list[str] = field(factory=list[str])

    def __attrs_pre_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert set(given) <= ATTRIBUTES.get(tag, set())
        assert tag in {"section", "tr", "th", "td"} or self.open[-1] == ORDER[tag]
        self.language = given.get("lang", self.language)
        part = self.head if "thead" in self.open else self.body
        if tag == "tr":
            assert self.open[-1] in {"thead", "tbody"}
            part.append([])
        elif tag in {"th", "td"}:
            assert self.open[-1] == "tr"
            part[-1].append(Cell(tag, given.get("scope")))
        elif tag == "li":
            self.notes.append("")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        match self.open[-1:]:
            case ["caption"]:
                self.caption += data
            case ["li"]:
                self.notes[-1] += data
            case ["th" | "td"]:
                (self.head if "thead" in self.open else self.body)[-1][-1].text += data
            case _:
                assert not data.strip()


def page(text: str) -> Page:
    """Return what a browser finds on a page that holds a table."""
    found = Page()
    found.feed(text)
    found.close()
    assert found.open == []
    return found


def cells_of_markdown(line: str) -> list[str]:
    """Return the cells of a row of Markdown, which only a pipe without a backslash parts."""
    pieces = re.split(r"(?<!\\)((?:\\\\)*)\|", line)
    joined = ["".join(each) for each in zip(pieces[::2], [*pieces[1::2], ""], strict=True)]
    assert joined[0] == joined[-1] == ""
    return [plain(each.strip()) for each in joined[1:-1]]


def plain(text: str) -> str:
    """Return a text of Markdown as it is shown; all that would be a mark is escaped."""
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_{}\[\]<>|~&$]", text)
    return re.sub(r"\\(.)", r"\1", text)


def assert_well_formed(table: tp.Table) -> None:
    """Check that each form of a table holds its texts and nothing else."""
    texts = [[one_line(cell) for cell in row] for row in (table.headings, *table.rows)]
    assert all(cell for row in texts for cell in row)
    caption, notes = one_line(table.caption), [*map(one_line, table.notes)]
    _assert_page(table, [caption], texts, notes)
    _assert_markdown(table, [caption], texts, notes)
    _assert_lines(table, [caption], texts, notes)


def _assert_page(
    table: tp.Table, caption: list[str], texts: list[list[str]], notes: list[str]
) -> None:
    found = page(table.html())
    assert [found.caption] == caption
    assert found.notes == notes
    assert found.language == table.language
    assert [[each.text for each in row] for row in found.head + found.body] == texts
    assert {(each.tag, each.scope) for row in found.head for each in row} == {("th", "col")}
    for row in found.body:
        assert (row[0].tag, row[0].scope) == ("th", "row")
        assert all((each.tag, each.scope) == ("td", None) for each in row[1:])


def _assert_markdown(
    table: tp.Table, caption: list[str], texts: list[list[str]], notes: list[str]
) -> None:
    lines = table.markdown().splitlines()
    end = len(texts) + 3
    assert lines[0][:2] == lines[0][-2:] == "**"
    assert [plain(lines[0][2:-2])] == caption
    assert lines[3] == f"|{' --- |' * len(table.headings)}"
    assert [cells_of_markdown(each) for each in (lines[2], *lines[4:end])] == texts
    assert [plain(each.removeprefix("- ")) for each in lines[end + 1 :]] == notes
    assert all(each.startswith("- ") for each in lines[end + 1 :])


def _assert_lines(
    table: tp.Table, caption: list[str], texts: list[list[str]], notes: list[str]
) -> None:
    lines = table.text().splitlines()
    end = len(texts) + 3
    assert lines[:2] == [*caption, ""]
    assert len(lines[3].split()) == len(table.headings)
    assert [each.split()[0] for each in (lines[2], *lines[4:end])] == [
        row[0].split()[0] for row in texts
    ]
    assert lines[end + 1 :] == notes
