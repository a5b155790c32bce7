"""The shop window: each name opens its room, and importing the root opens none."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Final

import pytest

import territoires_participatifs as tp

ROOMS: Final = [
    "actions",
    "applications",
    "assessing",
    "budgets",
    "calls",
    "checks",
    "consortia",
    "displays",
    "document",
    "errors",
    "examples",
    "explaining",
    "history",
    "labels",
    "language",
    "laureates",
    "organisations",
    "privacy",
    "qualification",
    "reference",
    "rulebook",
    "sources",
    "telling",
    "values",
    "versions",
]


def shown(script: str) -> list[str]:
    """Return the words that a script prints in an interpreter of its own."""
    unmeasured = {name: held for name, held in os.environ.items() if "COVERAGE" not in name}
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=True,
        text=True,
        env=unmeasured,  # what measures coverage opens modules of its own
    )
    return done.stdout.split()


def room(name: str) -> dict[str, object]:
    module = import_module(f"territoires_participatifs.{name}")
    return {each: getattr(module, each) for each in module.__all__}


@pytest.mark.parametrize("name", tp.__all__)
def test_every_name_of_the_window_opens(name: str) -> None:
    assert getattr(tp, name) is not None


@pytest.mark.parametrize("name", tp.__all__)
def test_every_name_belongs_to_exactly_one_room_which_shows_the_same(name: str) -> None:
    (held,) = [room(each)[name] for each in ROOMS if name in room(each)]
    assert getattr(tp, name) is held


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_shows_what_it_names_in_order_and_once(name: str) -> None:
    module = import_module(f"territoires_participatifs.{name}")
    assert room(name)
    assert len(set(module.__all__)) == len(module.__all__)
    assert not any(each.startswith("_") for each in module.__all__)


def test_every_room_gives_something_to_the_window() -> None:
    assert all(set(room(each)) & set(tp.__all__) for each in ROOMS)


def test_the_rooms_are_those_of_the_package() -> None:
    folder = Path(tp.__file__).parent
    found = {each.stem for each in folder.iterdir() if each.suffix == ".py" or each.is_dir()}
    private = {each for each in found if each.startswith("_")}
    unasked = {"cli", "integrations", "standards", "strategies"}
    assert found - private - {"messages"} == {*ROOMS, *unasked}


def test_names_of_the_window_are_given_once() -> None:
    assert len(set(tp.__all__)) == len(tp.__all__)


@pytest.mark.parametrize("name", ["Nothing", "call", "pytest", "import_module", "_nothing", ""])
def test_an_unknown_name_is_told_as_any_module_does(name: str) -> None:
    told = f"module 'territoires_participatifs' has no attribute {name!r}"
    with pytest.raises(AttributeError, match=f"^{told}$"):
        getattr(tp, name)
    assert not hasattr(tp, name)


def test_a_name_that_a_room_keeps_for_the_others_is_not_in_the_window() -> None:
    assert "walk" in room("checks")
    assert not hasattr(tp, "walk")


def test_the_window_lists_its_names_in_order() -> None:
    listed = dir(tp)
    assert listed == sorted(listed)
    assert {"Call", "Dataset", "read", "write", "SCHEMA_VERSION"} <= set(listed)
    assert not {"TYPE_CHECKING", "__getattr__", "_ROOMS"} & set(listed)
    assert set(listed) == set(tp.__all__)


def test_a_name_is_looked_for_once() -> None:
    script = """
import territoires_participatifs as tp
before = "Siren" in vars(tp)
tp.Siren
print(before, "Siren" in vars(tp), vars(tp)["Siren"] is tp.Siren)
"""
    assert shown(script) == ["False", "True", "True"]


def test_a_star_brings_all_names_and_no_other() -> None:
    script = """
import territoires_participatifs
before = set(globals())
from territoires_participatifs import *
brought = set(globals()) - before - {"before"}
print(brought == set(territoires_participatifs.__all__), Call.__name__, read.__name__)
"""
    assert shown(script) == ["True", "Call", "read"]


OURS: Final = """
print(*sorted(each for each in sys.modules if each.partition(".")[0] in
      {"territoires_participatifs", "attr", "attrs", "cattrs", "pendulum", "stdnum", "hypothesis",
       "tomllib"}))
"""


def test_importing_the_root_opens_no_room_and_no_dependency() -> None:
    script = f"import sys, territoires_participatifs{OURS}"
    assert shown(script) == ["territoires_participatifs"]


def test_asking_for_nothing_that_is_there_opens_no_room() -> None:
    script = f"import sys, territoires_participatifs as tp; hasattr(tp, 'nothing'); dir(tp){OURS}"
    assert shown(script) == ["territoires_participatifs"]


def test_a_room_opens_itself_and_what_it_looks_back_on() -> None:
    script = """
import sys
import territoires_participatifs as tp
tp.Siren
print(*[each for each in ("values", "errors", "calls", "document", "rulebook", "examples")
        if f"territoires_participatifs.{each}" in sys.modules])
"""
    assert shown(script) == ["values", "errors"]
