"""Values are said on one line, whatever they are made of."""

import territoires_participatifs as tp
from territoires_participatifs.cli._values import Speaker

ENGLISH = Speaker(tp.Dataset(), "en")


def test_a_window_is_said_by_the_names_of_its_two_ends() -> None:
    window = tp.Window(opens=tp.PartialDate("2020-12-10"), closes=tp.PartialDate("2021-03"))
    assert ENGLISH.value(window) == "opening: 10 December 2020; closing: March 2021"


def test_a_name_is_said_with_what_kind_of_name_it_is() -> None:
    assert ENGLISH.value(tp.Name("DITP", tp.NameKind.ACRONYM)) == "DITP (acronym)"
