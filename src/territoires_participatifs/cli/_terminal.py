"""Standard input, output and error, whatever they are connected to."""

import codecs
import os
import shutil
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import Final, TextIO, final

from territoires_participatifs.cli._typography import fitted, plain, typeset
from territoires_participatifs.cli._words import told
from territoires_participatifs.document import LARGEST
from territoires_participatifs.language import Language

_HANDLER: Final = "territoires.plain"
_NARROWEST, _WIDEST = 40, 100
"""Columns between which a terminal is filled: lines beyond are hard to read."""


def make_ready() -> None:
    """Let a terminal that lacks a character show a plainer one instead of failing."""
    codecs.register_error(_HANDLER, plain)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=_HANDLER)


def say(text: str, language: Language) -> None:
    """Print a text, folded where a person reads it."""
    print(_laid_out(text, language, sys.stdout))


def complain(text: str, language: Language) -> None:
    """Print a text where errors go."""
    print(_laid_out(text, language, sys.stderr), file=sys.stderr)


def send(content: bytes) -> None:
    """Write bytes to standard output, which keeps its own encoding out of it."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:  # a notebook, which takes text alone
        print(content.decode(), end="")
        return
    sys.stdout.flush()
    buffer.write(content)
    buffer.flush()


def received() -> bytes:
    """Return the bytes of standard input, one beyond the limit at most; none if it is closed."""
    buffer = getattr(sys.stdin, "buffer", None)
    return b"" if buffer is None else bytes(buffer.read(LARGEST + 1))


def finish() -> None:
    """Write what still waits, so that a failure shows now."""
    print(end="", flush=True)


def hush() -> None:
    """Send to nowhere what still waits, so that leaving doesn't try to write it again."""
    with suppress(OSError, AttributeError), Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())  # which a notebook lacks


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person sits behind a stream; a closed one is None."""
    return stream is not None and stream.isatty()


def _laid_out(text: str, language: Language, stream: TextIO | None) -> str:
    text = typeset(text, language)
    return fitted(text, _columns()) if is_terminal(stream) else text


def _columns() -> int:
    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size().columns))


@final
class Progress:
    """One line that tells how far long work has come, for a person who waits."""

    def __init__(self, total: int, language: Language) -> None:
        self._total = total
        self._language: Language = language
        self._shown = total > 1 and is_terminal(sys.stderr)

    def tell(self, number: int, name: str) -> None:
        """Show which document is being checked."""
        told_so = told("progress", self._language, number=number, total=self._total, name=name)
        self._show(f"\r{told_so[: _columns() - 1]:<{_columns() - 1}}")

    def clear(self) -> None:
        """Leave the line empty for what comes next."""
        self._show(f"\r{' ' * (_columns() - 1)}\r")

    def _show(self, line: str) -> None:
        if self._shown:
            print(line, end="", file=sys.stderr, flush=True)
