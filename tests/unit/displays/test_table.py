"""Tables in three forms, whatever their texts hold."""

from typing import Final

import pytest
from readers import assert_well_formed, cells_of_markdown, page

import territoires_participatifs as tp

TABLE: Final = tp.Table(
    caption="Les journées",
    headings=("Jour", "Lieu"),
    rows=(("8 juillet 2021", "Loos-en-Gohelle"), ("date inconnue", "inconnu")),
    notes=("Deux journées.",),
    language="fr",
)

HOSTILE: Final = (
    "<script>alert(1)</script>",
    "a | b",
    "a \\| b",
    "tail\\",
    "`code`",
    "first\nsecond",
    "first\r\n\tsecond",
    "one\u2028two",
    "\u202eevil",
    "\x1b[31mred",
    "nul\x00",
    "half \ud800",
    '" onload="x',
    "' style='x",
    "&amp; &lt;",
    "](javascript:x)",
    "![image](x)",
    "- item",
    "+ item",
    "# title",
    "1. item",
    "12) item",
    "::: note",
    "% comment",
    "(target)=",
    "=== under",
    "{{ variable }}",
    "$x$",
    "~~gone~~",
    "**bold** __bold__",
    "-->",
    "]]>",
    "</caption></table>",
)


def of(text: str) -> tp.Table:
    return tp.Table(
        caption=text, headings=(text, "b"), rows=((text, text),), notes=(text,), language="en"
    )


def test_a_table_is_aligned_for_a_terminal() -> None:
    assert TABLE.text() == (
        "Les journées\n"
        "\n"
        "Jour            Lieu\n"
        "--------------  ---------------\n"
        "8 juillet 2021  Loos-en-Gohelle\n"
        "date inconnue   inconnu\n"
        "\n"
        "Deux journées."
    )


def test_a_table_in_markdown_has_its_notes_as_a_list() -> None:
    assert TABLE.markdown() == (
        "**Les journées**\n"
        "\n"
        "| Jour | Lieu |\n"
        "| --- | --- |\n"
        "| 8 juillet 2021 | Loos-en-Gohelle |\n"
        "| date inconnue | inconnu |\n"
        "\n"
        "- Deux journées."
    )


def test_a_table_on_a_page_tells_what_each_cell_is() -> None:
    assert TABLE.html() == (
        '<section lang="fr">\n'
        "<table>\n"
        "<caption>Les journées</caption>\n"
        "<thead>\n"
        '<tr><th scope="col">Jour</th><th scope="col">Lieu</th></tr>\n'
        "</thead>\n"
        "<tbody>\n"
        '<tr><th scope="row">8 juillet 2021</th><td>Loos-en-Gohelle</td></tr>\n'
        '<tr><th scope="row">date inconnue</th><td>inconnu</td></tr>\n'
        "</tbody>\n"
        "</table>\n"
        "<ul>\n"
        "<li>Deux journées.</li>\n"
        "</ul>\n"
        "</section>"
    )


def test_a_notebook_shows_the_page_or_the_markdown() -> None:
    assert TABLE._repr_html_() == TABLE.html()
    assert TABLE._repr_markdown_() == TABLE.markdown()


def test_without_notes_nothing_follows_the_table() -> None:
    table = tp.Table(caption="c", headings=("h",))
    assert table.text() == "c\n\nh\n-"
    assert table.markdown() == "**c**\n\n| h |\n| --- |"
    assert "<ul>" not in table.html()
    assert page(table.html()).body == []


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_can_break_a_table_or_bring_marks_of_its_own(text: str) -> None:
    assert_well_formed(of(text))


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_no_form_holds_what_would_command_a_screen(form: str) -> None:
    for text in HOSTILE:
        shown = getattr(of(text), form)()
        assert shown.encode()
        assert not set("\x00\x1b\u202e\u2028\r\t") & set(shown)


def test_a_line_break_becomes_a_space_and_a_turn_of_direction_is_seen() -> None:
    row = cells_of_markdown(of("first\n\u202esecond").markdown().splitlines()[4])
    assert row[0] == "first \\u202esecond"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("https://example.org", "https\\://example.org"),
        ("www.example.org", "www\\.example.org"),
        ("10. Jour", "10\\. Jour"),
        ("# Jour", "\\# Jour"),
        ("Jour 1. Agir - #2", "Jour 1. Agir - #2"),
        ("cerdd-ami (2020)", "cerdd-ami (2020)"),
    ],
)
def test_markdown_makes_no_link_list_or_title_and_leaves_the_rest_alone(
    text: str, written: str
) -> None:
    assert of(text).markdown().splitlines()[-1] == f"- {written}"


def test_wide_and_combining_characters_are_counted_as_a_terminal_shows_them() -> None:
    table = tp.Table(caption="c", headings=("a", "b"), rows=(("日本", "x"), ("e\u0301t", "x")))
    assert table.text().splitlines()[2:] == [
        "a     b",
        "----  -",
        "日本  x",
        "e\u0301t    x",
    ]


@pytest.mark.parametrize(
    ("headings", "rows", "told"),
    [
        ((), (), "0 headings, and rows of [] cells"),
        (("a", "b"), (("1", "2"), ("1",)), "2 headings, and rows of [2, 1] cells"),
    ],
)
def test_a_table_has_a_cell_for_each_heading(
    headings: tuple[str, ...], rows: tuple[tuple[str, ...], ...], told: str
) -> None:
    with pytest.raises(TypeError) as raised:
        tp.Table(caption="c", headings=headings, rows=rows)
    assert str(raised.value) == told


@pytest.mark.parametrize("blank", ["", " ", "\n", "\u2028"])
def test_no_text_of_a_table_is_blank(blank: str) -> None:
    whole = {"caption": "c", "headings": ("h",), "rows": (("r",),), "notes": ("n",)}
    for name, held in whole.items():
        spoilt = {"caption": blank, "rows": ((blank,),)}.get(name, (blank,))
        with pytest.raises(TypeError, match="blank"):
            tp.Table(**{**whole, name: spoilt})  # type: ignore[arg-type]
        assert held != spoilt
