"""Text: French spaces, lines that fit, and letters for terminals that have few."""

import pytest

from territoires_participatifs.cli._typography import fitted, plain, typeset

NARROW = "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("typed", "set_so"),
    [
        ("Quoi : rien", "Quoi~: rien"),
        ("Quand ? Ici ! Là ; fin", "Quand~? Ici~! Là~; fin"),
        ("l'appel « A » de 2020", "l'appel «~A~» de 2020"),
        ("(« A ») et « B ? »", "(«~A~») et «~B~?~»"),
        ("deux :\n  · un", "deux~:\n  · un"),
        ("déjà\u202f: mis", "déjà~: mis"),
        ("https://a.fr/?q=1 et C:/x", "https://a.fr/?q=1 et C:/x"),
        ("un chemin :8080 !important", "un chemin :8080 !important"),
        ('{ "calls": [ … ] }', '{ "calls": [ … ] }'),
    ],
)
def test_french_ties_its_high_marks_and_quotation_marks(typed: str, set_so: str) -> None:
    assert typeset(typed, "fr") == set_so.replace("~", NARROW)


def test_english_is_left_as_it_is() -> None:
    assert typeset("what : « nothing »", "en") == "what : « nothing »"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("short", ["short"]),
        ("a sentence that is too long for it", ["a sentence that is", "too long for it"]),
        ("  indented that is too long", ["  indented that is", "  too long"]),
        ("  · with a bullet that is long", ["  · with a bullet", "    that is long"]),
        ("– with a dash that was too long", ["– with a dash that", "  was too long"]),
        ("  to do  write it as is", ["  to do  write it as", "         is"]),
        ("  · role  owner of it all", ["  · role  owner of it", "          all"]),
        (
            "a double  space in the middle",
            ["a double  space in", "          the middle"],
        ),
        ("a label far too long  for half", ["a label far too long", "for half"]),
        ("https://a-long-address.example.org/", ["https://a-long-address.example.org/"]),
        ("not to be cut: «\u202fquoi\u202f»", ["not to be cut:", "«\u202fquoi\u202f»"]),
        ("one\n\ntwo", ["one", "", "two"]),
    ],
)
def test_long_lines_are_folded_under_their_text(text: str, lines: list[str]) -> None:
    assert fitted(text, 21).split("\n") == lines


@pytest.mark.parametrize(
    ("lost", "shown"),
    [
        ("é", "e"),
        ("Œuvre d’Éric", "OEuvre d'Eric"),
        ("«\u202fquoi\u202f?\u202f»", "<< quoi ? >>"),
        ("n° 2 – 3 €…", "no 2 - 3 EUR..."),
        ("e\N{COMBINING ACUTE ACCENT}", "e"),
        ("ā日", "a?"),
    ],
)
def test_a_poor_terminal_gets_the_nearest_letters(lost: str, shown: str) -> None:
    refused = UnicodeEncodeError("ascii", f"<{lost}>", 1, 1 + len(lost), "")
    assert plain(refused) == (shown, 1 + len(lost))


def test_only_what_is_written_can_be_made_plain() -> None:
    with pytest.raises(UnicodeDecodeError):
        plain(UnicodeDecodeError("ascii", b"\xe9", 0, 1, ""))
