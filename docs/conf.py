"""How Sphinx builds the site: offline, nitpicky, warnings as errors."""

import sys
from importlib.metadata import version as version_of

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
]
exclude_patterns = ["_build"]

html_theme = "pydata_sphinx_theme"
html_title = project
html_show_sourcelink = False

autodoc_typehints = "signature"
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True, "show-inheritance": True}
add_module_names = False
python_use_unqualified_type_names = True

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

# The examples of docstrings are run by pytest, with the names of their module at hand:
# here only what pages put in a {doctest} or {testcode} block is run.
doctest_test_doctest_blocks = ""
doctest_global_setup = "import territoires_participatifs as tp"

nitpicky = True
# The site is built without a network, so there is no inventory of other projects to link to:
# names of the standard library and of what we depend on stay plain text.
_elsewhere = sorted(
    {*sys.stdlib_module_names, "attr", "attrs", "cattrs", "hypothesis", "pendulum", "stdnum"}
)
nitpick_ignore_regex = [
    (r"py:.*", rf"({'|'.join(_elsewhere)})(\..+)?"),
    (r"py:(class|obj)", r"territoires_participatifs\..+\.[A-Z]"),  # type variables have no page
]
