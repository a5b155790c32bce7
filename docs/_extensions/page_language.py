"""Tell browsers and screen readers in which language a page is written."""

from typing import Any

from sphinx.application import Sphinx


def _speak(_: Sphinx, pagename: str, __: str, context: dict[str, Any], ___: object) -> None:
    if pagename.startswith("fr/"):
        context["language"] = "fr"


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx."""
    app.connect("html-page-context", _speak)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
