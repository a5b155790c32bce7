"""`territoires example`: the list of what is shipped, and each document as it is."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from territoires_participatifs.cli import _example, main
from territoires_participatifs.document import Dataset
from territoires_participatifs.examples import example_bytes, example_names

Run: TypeAlias = Callable[..., tuple[int, str, str]]


def test_examples_are_listed_with_their_titles(run: Run) -> None:
    status, output, errors = run("example", "--lang", "en")
    assert (status, errors) == (0, "")
    assert [each.split("  ")[0] for each in output.splitlines()] == list(example_names())
    title = 'The call "Participation citoyenne" of 2020 and what came of it in Hauts-de-France'
    (line,) = [each for each in output.splitlines() if each.startswith("participation-")]
    assert line.split("  ", 1)[1].strip() == title


def test_an_example_without_a_title_is_listed_by_its_name(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_example, "example", lambda _: Dataset())
    assert run("example")[1] == "".join(f"{each}\n" for each in example_names())


@pytest.mark.parametrize("name", example_names())
def test_an_example_is_written_as_it_is_shipped(
    name: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["example", name])
    assert left.value.code == 0
    assert capsysbinary.readouterr().out == example_bytes(name)
