"""References hold an id alone."""

import pickle

import pytest

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values import Name, Ref


def test_a_reference_is_its_id() -> None:
    assert str(Ref[Name]("ditp-2020")) == "ditp-2020"
    assert repr(Ref[Name]("ditp-2020")) == "Ref('ditp-2020')"
    assert Ref[Name].parse("ditp-2020") == Ref[Name]("ditp-2020")


def test_the_class_it_names_is_for_type_checkers_only() -> None:
    assert Ref[Name]("ditp") == Ref("ditp")
    assert pickle.loads(pickle.dumps(Ref[Name]("ditp"))) == Ref("ditp")


def test_references_sort_by_id() -> None:
    assert sorted([Ref[Name]("b"), Ref[Name]("a")]) == [Ref("a"), Ref("b")]


@pytest.mark.parametrize("text", ["", "DITP", "ditp ", "ditp\n", "a--b", "https://example.org"])
def test_what_is_no_id_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="VAL003"):
        Ref(text)
