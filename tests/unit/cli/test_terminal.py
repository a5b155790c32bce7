"""Standard streams: terminals, pipes, poor encodings, and whoever leaves in the middle."""

import io
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Final, TypeAlias

import pytest

from territoires_participatifs.cli import _terminal, main
from territoires_participatifs.document import LARGEST
from territoires_participatifs.examples import example_bytes

Run: TypeAlias = Callable[..., tuple[int, str, str]]

NAME: Final = "participation-citoyenne-2020"
COMMAND: Final = (sys.executable, "-m", "territoires_participatifs.cli")

posix_only = pytest.mark.skipif(os.name != "posix", reason="needs pipes, signals and terminals")


def process(
    *arguments: str, given: bytes = b"", **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    """Run the command line in a process of its own."""
    return subprocess.run(
        [*COMMAND, *arguments],
        input=given,
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"} | environment,
    )


def on_a_terminal(monkeypatch: pytest.MonkeyPatch, columns: int, *streams: str) -> None:
    """Make streams look like a terminal."""
    monkeypatch.setenv("COLUMNS", str(columns))
    for each in streams:
        monkeypatch.setattr(getattr(sys, each), "isatty", lambda: True)


# Processes


def test_the_package_can_be_run_as_a_module() -> None:
    ran = process("check", "--example", NAME)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.decode().rstrip().endswith("Aucune anomalie.")


def test_the_module_runs_the_same_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["territoires", "explain", "CAL001"])
    with pytest.raises(SystemExit) as left:
        __import__("territoires_participatifs.cli.__main__")
    assert left.value.code == 0
    assert capsys.readouterr().out.startswith("CAL001 · ")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "latin-1", "ascii", "cp850"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--example", NAME],
        ["explain", "--example", f"{NAME}#ditp-2020"],
        ["explain", "CAL001"],
        ["--help"],
        ["example"],
        ["check", "Été.json"],
    ],
    ids=" ".join,
)
def test_any_terminal_can_show_the_text(
    encoding: str, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(shown, encoding=encoding))
    with pytest.raises(SystemExit):
        main(arguments)
    text = shown.getvalue().decode(encoding)
    assert text
    assert not re.search(r"\S\?", text)  # no mark in the place of a letter


def test_a_poor_terminal_gets_plainer_letters() -> None:
    ran = process("check", "--on", "2021-02-29", PYTHONIOENCODING="ascii")
    assert ran.stderr.endswith(b"argument --on : << 2021-02-29 >> n'existe pas au calendrier.\n")
    ran = process("explain", "CAL001", PYTHONIOENCODING="cp1252")
    assert ran.stdout.startswith("CAL001 · Clôture avant l'ouverture".encode("cp1252"))


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii", "utf-16"])
def test_json_and_examples_are_utf8_whatever_the_terminal(encoding: str, folder: Path) -> None:
    (folder / "Été.json").write_bytes(b'{"calls": [{"id": "b", "follows": "a"}]}')
    arguments = ("check", "Été.json", "--format", "json", "--on", "2021-03-12")
    ran = process(*arguments, PYTHONIOENCODING=encoding, PYTHONUTF8="1")
    assert ran.returncode == 1
    assert '"name": "Été.json"' in ran.stdout.decode("utf-8")
    assert "n'est l'identifiant d'aucune entité" in ran.stdout.decode("utf-8")
    assert process("example", NAME, PYTHONIOENCODING=encoding).stdout == example_bytes(NAME)


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_standard_input_is_read_as_bytes(end: bytes, mark: bytes) -> None:
    given = mark + example_bytes(NAME).replace(b"\n", end)
    ran = process("check", "-", given=given, PYTHONIOENCODING="ascii", LANG="en_US")
    assert ran.returncode == 0
    assert ran.stdout.startswith(b"standard input - checked on ")


def test_nothing_on_standard_input_is_unreadable() -> None:
    ran = process("check", "-")
    assert (ran.returncode, ran.stderr) == (3, b"")
    assert "erreur DOC013 · Document vide ou tronqué" in ran.stdout.decode()


@posix_only
def test_a_reader_who_leaves_ends_it_quietly() -> None:
    running = subprocess.Popen(
        [*COMMAND, "check", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdout is not None
    running.stdout.close()
    running.stdout = None
    assert running.communicate(b"{}")[1] == b""
    assert running.returncode == 141


@posix_only
def test_an_interruption_ends_it_quietly() -> None:
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "  # if ignored
        "from territoires_participatifs.cli import main; print(flush=True); main(['check', '-'])"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdout is not None
    running.stdout.readline()
    time.sleep(0.5)  # it now waits for its input
    running.send_signal(signal.SIGINT)
    assert running.communicate() == (b"", b"")
    assert running.returncode == 130


@posix_only
def test_a_terminal_is_filled_and_shows_the_progress(folder: Path) -> None:
    pty = pytest.importorskip("pty")
    for name in ("a", "b"):
        (folder / f"{name}.json").write_bytes(b'{"calls": [{"id": "b", "follows": "a"}]}')
    ours, theirs = pty.openpty()
    ran = subprocess.Popen(
        [*COMMAND, "check", "a.json", "b.json", "--on", "2021-03-12"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=os.environ | {"COLUMNS": "50", "PYTHONIOENCODING": "utf-8"},
    )
    os.close(theirs)
    shown = b"".join(_shown(ours)).decode()
    os.close(ours)
    assert ran.wait() == 1
    assert "\rVérification 1/2\u202f: a.json " in shown
    assert "\rVérification 2/2\u202f: b.json " in shown
    lines = [each.split("\r")[-1] for each in shown.replace("\r\n", "\n").split("\n")]
    assert "a.json · vérifié au 12 mars 2021 · moment\u202f:" in lines
    assert max(map(len, lines)) <= 50
    assert "           entité du jeu de données." in lines


def _shown(terminal: int) -> Iterator[bytes]:
    """Yield what a process writes on a terminal, until it ends."""
    while True:
        try:
            written = os.read(terminal, 65536)
        except OSError:  # how Linux says that nobody writes any more
            return
        if not written:
            return
        yield written


# In this process


def test_text_is_folded_on_a_terminal_and_only_there(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = run("explain", "CAL001")[1]
    assert max(map(len, whole.split("\n"))) > 100
    on_a_terminal(monkeypatch, 60, "stdout")
    folded = run("explain", "CAL001")[1]
    assert folded.split("\n")[2:4] == [
        "Une relève s'ouvre avant sa date limite, ou le même jour. La",
        "règle se tait si les dates sont trop imprécises pour",
    ]
    assert (
        "  à faire        Inverser les deux dates, ou corriger celle\n                 qui"
        in folded
    )
    assert "".join(folded.split()) == "".join(whole.split())


@pytest.mark.parametrize(("columns", "widest"), [(10, 40), (70, 70), (500, 100)])
def test_lines_are_neither_too_short_nor_too_long_to_be_read(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: int, widest: int
) -> None:
    on_a_terminal(monkeypatch, columns, "stdout")
    why = run("explain", "CAL002")[1].split("\n\n")[1]
    assert widest - 15 < max(map(len, why.split("\n"))) <= widest


def test_errors_are_folded_where_errors_are_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    on_a_terminal(monkeypatch, 50, "stderr")
    errors = run("explain", "cal")[2]
    assert errors == (
        "Aucune anomalie n'a le code «\u202fcal\u202f»\u202f; une entité\ns'écrit FICHIER#ID.\n"
    )


@pytest.mark.parametrize("names", [["a.json"], ["a.json", "b.json"]])
@pytest.mark.parametrize("terminal", [True, False])
def test_progress_is_for_a_person_who_waits_for_several_files(
    run: Run, monkeypatch: pytest.MonkeyPatch, names: list[str], terminal: bool
) -> None:
    if terminal:
        on_a_terminal(monkeypatch, 40, "stderr")
    errors = run("check", *names, "--lang", "en")[2]
    if len(names) == 1 or not terminal:
        assert errors == ""
    else:
        assert errors.split("\r") == [
            "",
            f"{'Checking 1/2: a.json':<39}",
            " " * 39,
            "",
            f"{'Checking 2/2: b.json':<39}",
            " " * 39,
            "",
        ]


def test_a_long_name_does_not_break_the_line_of_progress(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_a_terminal(monkeypatch, 40, "stderr")
    errors = run("check", "é" * 90, "b", "--lang", "en")[2]
    assert errors.split("\r")[1] == f"Checking 1/2: {'é' * 25}"


def test_a_notebook_without_bytes_gets_json_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.StringIO()
    monkeypatch.setattr(sys, "stdout", shown)
    with pytest.raises(SystemExit):
        main(["example", NAME])
    assert shown.getvalue() == example_bytes(NAME).decode()


def test_closed_streams_are_no_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    for each in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, each, None)
    with pytest.raises(SystemExit) as left:
        main(["check", "-", "-"])
    assert left.value.code == 3


def test_what_was_written_before_an_interruption_stays(
    run: Run, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    def interrupted(_: int) -> bytes:
        raise KeyboardInterrupt

    (folder / "a.json").write_bytes(b"{}")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=SimpleNamespace(read=interrupted)))
    status, output, errors = run("check", "a.json", "-")
    assert (status, errors) == (130, "")
    assert output.endswith("Aucune anomalie.\n")


def test_standard_input_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def read(size: int) -> bytes:
        asked.append(size)
        return b"{}"

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=SimpleNamespace(read=read)))
    assert _terminal.received() == b"{}"
    assert asked == [LARGEST + 1]


@posix_only
def test_a_reader_who_has_left_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as left_alone:
        monkeypatch.setattr(sys, "stdout", left_alone)
        with pytest.raises(SystemExit) as left:
            main(["explain", "CAL001"])
        monkeypatch.undo()
    assert left.value.code == 141


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(28, "No space left on device"), "No space left on device"),
        (OSError("it broke"), "it broke"),
    ],
)
def test_an_output_that_fails_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: OSError, said: str
) -> None:
    def fail(_: str) -> int:
        raise error

    monkeypatch.setattr(sys.stdout, "write", fail)
    status, _, errors = run("explain", "CAL001", "--lang", "en")
    assert (status, errors) == (3, f"Can't read or write: {said}.\n")
