"""A table to show, in the three forms that people read."""

from collections.abc import Iterable
from html import escape
from typing import Final, final

from attrs import frozen

from territoires_participatifs.displays._marks import aligned, in_markdown, one_line
from territoires_participatifs.language import Language

_RULE: Final = " --- "
"""What Markdown has below a heading."""


@final
@frozen(kw_only=True)
class Table:
    r"""Rows and columns to show: in a terminal, in Markdown, on a page, in a notebook.

    It is made to be heard as well as seen: it has a caption, the first cell of a row is its
    heading, no cell is empty, nothing is told by colour or by place alone. Whatever the texts
    hold, they can neither break the table nor bring marks, links or scripts of their own.

    >>> table = Table(
    ...     caption="Journées", headings=("Jour", "Lieu"), rows=(("8 juillet", "Loos | <b>"),)
    ... )
    >>> print(table.text())
    Journées
    <BLANKLINE>
    Jour       Lieu
    ---------  ----------
    8 juillet  Loos | <b>
    >>> print(table.markdown())
    **Journées**
    <BLANKLINE>
    | Jour | Lieu |
    | --- | --- |
    | 8 juillet | Loos \| \<b\> |

    :raises TypeError: if it has no heading, if a row has not a cell for each, or if a text is
        blank: what is unknown is said in words.
    """

    caption: str
    headings: tuple[str, ...]
    """One for each column."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The first cell of each is its heading."""
    notes: tuple[str, ...] = ()
    """What to know when reading it: a legend, what is missing."""
    language: Language = "en"
    """The language of its words."""

    def __attrs_post_init__(self) -> None:
        if not self.headings or any(len(each) != len(self.headings) for each in self.rows):
            message = f"{len(self.headings)} headings, and rows of {[*map(len, self.rows)]} cells"
            raise TypeError(message)
        cells = (cell for row in self.rows for cell in row)
        if not all(map(one_line, (self.caption, *self.headings, *cells, *self.notes))):
            message = "a text of a table is blank: what is unknown is said in words"
            raise TypeError(message)

    def text(self) -> str:
        """Return the table in aligned columns, a line for each row, whatever their length."""
        rows = [[*map(one_line, row)] for row in (self.headings, *self.rows)]
        blocks = [[one_line(self.caption)], aligned(rows), [*map(one_line, self.notes)]]
        return "\n\n".join("\n".join(each) for each in blocks if each)

    def markdown(self) -> str:
        """Return the table in Markdown, as GitHub writes tables, its notes as a list."""
        head, *body = (_row(map(in_markdown, row)) for row in (self.headings, *self.rows))
        rule = "|".join(["", *[_RULE] * len(self.headings), ""])
        notes = [f"- {in_markdown(each)}" for each in self.notes]
        blocks = [[f"**{in_markdown(self.caption)}**"], [head, rule, *body], notes]
        return "\n\n".join("\n".join(each) for each in blocks if each)

    def html(self) -> str:
        """Return the table as a section of a page, without style, script, link or id."""
        notes = [_element("li", each) for each in self.notes]
        lines = [
            f'<section lang="{escape(self.language)}">',
            "<table>",
            _element("caption", self.caption),
            "<thead>",
            _html_row(_element("th", each, ' scope="col"') for each in self.headings),
            "</thead>",
            "<tbody>",
            *map(_body_row, self.rows),
            "</tbody>",
            "</table>",
            *(["<ul>", *notes, "</ul>"] if notes else []),
            "</section>",
        ]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        return self.html()

    def _repr_markdown_(self) -> str:
        return self.markdown()


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _body_row(row: tuple[str, ...]) -> str:
    head, *cells = row
    return _html_row([_element("th", head, ' scope="row"'), *(_element("td", e) for e in cells)])


def _html_row(cells: Iterable[str]) -> str:
    return f"<tr>{''.join(cells)}</tr>"


def _element(name: str, text: str, attributes: str = "") -> str:
    return f"<{name}{attributes}>{escape(one_line(text))}</{name}>"
