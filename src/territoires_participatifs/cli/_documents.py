"""The documents that the command line is given: files, standard input, shipped examples."""

from typing import Final

from territoires_participatifs.cli._terminal import received
from territoires_participatifs.document import Opened, open_document
from territoires_participatifs.examples import example_bytes

STANDARD_INPUT: Final = "-"
"""The name of standard input."""


def opened_file(name: str) -> Opened:
    """Return what could be made of a file, or of standard input."""
    return open_document(received() if name == STANDARD_INPUT else name)


def opened_example(name: str) -> Opened:
    """Return a shipped example, opened as any other document."""
    return open_document(example_bytes(name))
