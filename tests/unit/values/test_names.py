"""Names, and sentences in one or two languages."""

import pytest

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values import Bilingual, Name, NameKind, PartialDate


def test_a_name_is_a_usual_french_one_unless_it_says_otherwise() -> None:
    name = Name("Cerdd")
    assert (name.kind, name.language) == (NameKind.USUAL, "fr")
    assert str(name) == "Cerdd"
    assert name.is_short()


def test_a_name_is_written_with_what_else_is_known() -> None:
    name = Name(
        "Ti an dud; l'œuvre = tout",
        NameKind.FORMER,
        "br",
        since=PartialDate("1998"),
        until=PartialDate("2020-02", wording="février"),
    )
    assert str(name) == (
        r"Ti an dud\; l'œuvre \= tout; kind=former; language=br; since=1998; "
        r"until=2020-02\; wording\=février"
    )
    assert Name.parse(str(name)) == name
    assert not name.is_short()


def test_a_name_may_bear_the_article_of_a_french_sentence() -> None:
    name = Name("Découpage", article="le")
    assert name.article == "le"
    assert str(name) == "Découpage; article=le"
    assert Name.parse("Métropole; article=l'") == Name("Métropole", article="l'")
    assert not name.is_short()
    assert Name("Découpage").article is None


def test_an_article_is_no_blank() -> None:
    with pytest.raises(InvalidValue, match="VAL001"):
        Name("Découpage", article=" ")


def test_a_name_may_lie_in_time_however_it_pleases() -> None:
    name = Name("X", since=PartialDate("2021"), until=PartialDate("2020"))
    assert name.since is not None


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("", "fr", "VAL001"),
        (" ", "fr", "VAL001"),
        ("\ud800", "fr", "VAL002"),
        ("Cerdd", "français", "VAL005"),
        ("Cerdd", "", "VAL001"),
    ],
)
def test_a_name_says_something_in_some_language(text: str, language: str, code: str) -> None:
    with pytest.raises(InvalidValue, match=code):
        Name(text, language=language)


def test_a_sentence_is_said_in_english_where_somebody_translated_it() -> None:
    sentence = Bilingual("Six projets", "Six projects")
    assert sentence.in_words("fr") == "Six projets"
    assert sentence.in_words("en") == "Six projects"
    assert Bilingual("Six projets").in_words("en") == "Six projets"
    assert Bilingual("Six projets").in_words("fr") == "Six projets"


def test_a_sentence_has_french() -> None:
    with pytest.raises(InvalidValue, match="VAL001"):
        Bilingual("", "Six projects")
    with pytest.raises(InvalidValue, match="VAL001"):
        Bilingual("Six projets", "")
