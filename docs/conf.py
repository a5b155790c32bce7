"""How Sphinx builds the site: offline, nitpicky, warnings as errors."""

import sys
from importlib.metadata import version as version_of
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_extensions"))

project = "territoires_participatifs"
author = "territoires_participatifs contributors"
copyright = "2026, territoires_participatifs contributors"
release = version_of("territoires-participatifs")
version = release
language = "en"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "sphinx.ext.viewcode",
    # Our own, in _extensions/
    "page_language",
    "reference_words",
    "rule_pages",
    "encoded_calls",
]
exclude_patterns = ["_build"]

html_theme = "pydata_sphinx_theme"
html_title = project
html_show_sourcelink = False
html_static_path = ["_static"]
html_css_files = ["house.css"]
# Nothing is loaded from elsewhere, and nothing leads to a service that would be.
html_theme_options = {
    "header_links_before_dropdown": 6,
    "navbar_end": ["theme-switcher"],
    "secondary_sidebar_items": ["page-toc"],
    "footer_start": ["copyright"],
    "footer_end": [],
    "show_prev_next": True,
}

autodoc_typehints = "signature"
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True, "undoc-members": True, "show-inheritance": True}
autodoc_preserve_defaults = True  # `largest: int = LARGEST`, as the source says
add_module_names = False
python_use_unqualified_type_names = True
maximum_signature_line_length = 140

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

# The examples of docstrings are run by pytest, with the names of their module at hand:
# here only what pages put in a {doctest} or {testcode} block is run.
doctest_test_doctest_blocks = ""

nitpicky = True
# The site is built without a network, so there is no inventory of other projects to link to:
# names of the standard library and of what we depend on stay plain text.
_elsewhere = sorted(
    {*sys.stdlib_module_names, "attr", "attrs", "cattrs", "hypothesis", "pendulum", "stdnum"}
)
nitpick_ignore_regex = [
    (r"py:.*", rf"({'|'.join(_elsewhere)})(\..+)?"),
    (r"py:(class|obj)", r"(territoires_participatifs\..+\.)?(T|E|T_co|T_contra|AnyEntity)"),
    (r"py:data", "GREATEST"),
    (r"py:class", r"Decimal|SearchStrategy|(.+\.)?Form"),  # inside an alias
]
