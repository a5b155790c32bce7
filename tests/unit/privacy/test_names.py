"""Names and pseudonyms that were taken out are found again, however they are written."""

import pytest

from territoires_participatifs.privacy._names import Sought, folded

SOUGHT = Sought.of(
    ["Jeanne Martin", "Luc", "Hélène Roy", "Ana Petit-Roy", "An Le"],
    ["deux autres, dont Zoé"],
    ["p-1", "7f3a"],
)


def test_words_are_compared_without_accents_capitals_and_marks() -> None:
    assert folded("  Hélène D’Arc-Roy (née ŒUVRÉ) n°1 ") == "helene d arc roy nee œuvre n 1"


@pytest.mark.parametrize(
    "text",
    [
        "Par Jeanne Martin, à Vimy.",
        "jeanne-martin",
        "https://example.org/JEANNE_MARTIN.html",
        "JEANNE\u00a0MARTIN",
        "MARTIN Jeanne",
        "Mme Martin",
        "l'avis de MÄRTÍN.",
        "Martin et fils",
        "Roy (Mme) Helene",
        "Mme Petit-Roy",
        "M. An Le",
        "M. Le An",
        "Zoé, dont deux autres",
    ],
)
def test_a_name_is_found_however_it_is_written(text: str) -> None:
    assert SOUGHT.is_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jeanne",
        "Jeanne Martinet",
        "AJeanne AMartin",
        "Luc",
        "Mme Roy",
        "le bilan de l'an",
        "autres",
    ],
)
def test_a_part_of_a_name_or_a_short_one_is_passed_over(text: str) -> None:
    assert not SOUGHT.is_in(text)


@pytest.mark.parametrize(
    "text", ["p-1", "Avis de P-1.", "https://example.org/p-1/", "x_p-1", "(7F3A)"]
)
def test_a_pseudonym_is_found_as_a_whole_token(text: str) -> None:
    assert SOUGHT.is_in(text)


@pytest.mark.parametrize("text", ["p-12", "p-1-2", "xp-1", "p 1", "17f3a", "x-7f3a"])
def test_a_part_of_a_token_is_passed_over(text: str) -> None:
    assert not SOUGHT.is_in(text)


def test_names_of_a_few_letters_would_be_found_everywhere() -> None:
    sought = Sought.of(["Léo", "Zoée", "D'Aa", "", " ", "Zoée", "Ana 2021"])
    assert sought.names == {"aa": [("d", "aa")], "2021": [("ana", "2021")], "zoee": [("zoee",)]}
