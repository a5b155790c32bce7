"""Windows: what they hold, and whether they end before they begin."""

from typing import Final

import pytest

from territoires_participatifs.values import PartialDate, Ternary, Window

YES: Final = Ternary.YES
NO: Final = Ternary.NO
UNDETERMINED: Final = Ternary.UNDETERMINED


def window(opens: str | None, closes: str | None) -> Window:
    return Window(
        opens=None if opens is None else PartialDate(opens),
        closes=None if closes is None else PartialDate(closes),
    )


@pytest.mark.parametrize(
    ("opens", "closes", "when", "holds"),
    [
        ("2020-12-10", "2021-03-12", "2020-12-09", NO),
        ("2020-12-10", "2021-03-12", "2020-12-10", YES),
        ("2020-12-10", "2021-03-12", "2021-03-12", YES),
        ("2020-12-10", "2021-03-12", "2021-03-13", NO),
        ("2020-12-10", "2021-03-12", "2021-01", YES),
        ("2020-12-10", "2021-03-12", "2021-03", UNDETERMINED),
        ("2020-12-10", "2021-03-12", "2021", UNDETERMINED),
        ("2020-12-10", "2021-03-12", "2022", NO),
        ("2020-12", "2021-03", "2020-12-15", UNDETERMINED),
        ("2020-12", "2021-03", "2021-03-15", UNDETERMINED),
        ("2020-12", "2021-03", "2020-12-31", YES),
        (None, "2021-03-12", "2021-03-12", UNDETERMINED),
        (None, "2021-03-12", "2021-03-13", NO),
        ("2020-12-10", None, "2020-12-09", NO),
        ("2020-12-10", None, "2020-12-10", UNDETERMINED),
        (None, None, "2021", UNDETERMINED),
    ],
)
def test_a_window_holds_its_two_ends(
    opens: str | None, closes: str | None, when: str, holds: Ternary
) -> None:
    assert window(opens, closes).holds(when) is holds


@pytest.mark.parametrize(
    ("opens", "closes", "inverted"),
    [
        ("2021-03-12", "2021-03-11", YES),
        ("2021-03-12", "2021-03-12", NO),
        ("2021-03-12", "2021-03-13", NO),
        ("2021-03", "2021-03-12", UNDETERMINED),
        ("2021-03", "2021-02", YES),
        ("2021-03-12", None, UNDETERMINED),
        (None, "2021-03-12", UNDETERMINED),
        (None, None, UNDETERMINED),
    ],
)
def test_a_window_may_end_before_it_begins(
    opens: str | None, closes: str | None, inverted: Ternary
) -> None:
    assert window(opens, closes).inverted is inverted


@pytest.mark.parametrize(
    ("held", "text"),
    [
        (window(None, None), ""),
        (window("2021", None), "2021"),
        (window(None, "2021"), "closes=2021"),
        (window("2020", "2021"), "2020; closes=2021"),
    ],
)
def test_a_window_is_written_with_what_is_known(held: Window, text: str) -> None:
    assert str(held) == text
    assert Window.parse(text) == held


def test_documents_never_hold_the_opening_alone() -> None:
    assert not window("2021", None).is_short()
