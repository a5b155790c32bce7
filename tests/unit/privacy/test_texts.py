"""What in a text may lead to a person, and which texts an object holds."""

import time

import pytest

import territoires_participatifs as tp
from territoires_participatifs.privacy._texts import leads, passages


@pytest.mark.parametrize(
    "text",
    [
        "jeanne.martin@example.org",
        "<jeanne@example.org>",
        "mailto:jeanne@example.org,",
        "Jeanne+aap@sous.domaine.example.org.",
        "jeanne@préfecture.example.fr",
        "o'brien@example.org",
        "contact@example.org jeanne@example.org",
        "contacts@example.org",
        "monsieur.contact@example.org",
        "contact.martin@example.org",
        "mairie-martin@example.org",
        "mairie.de.vimy@example.org",
        "12@example.org",
        "jeanne\uff20example.org",
    ],
)
def test_an_address_is_found(text: str) -> None:
    assert list(leads(text)) == ["email"]


@pytest.mark.parametrize(
    "text",
    [
        "contact@example.org",
        "CONTACT-presse@example.org",
        "accueil-mairie@example.org",
        "mairie@example.org",
        "secrétariat_mairie@example.org",
        "info+2021@example.org",
        "contact2@example.org",
        "contact\uff20example.org",
        "@example.org",
        "jeanne@localhost",
        "jeanne@example.o",
        "jeanne@example.123",
        "a @ b.fr",
        "jeanne@@example.org",
        "jeanne@example.org@",
    ],
)
def test_what_is_no_address_of_a_person_is_passed_over(text: str) -> None:
    assert list(leads(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "03 20 12 34 56",
        "03.20.12.34.56",
        "03-20-12-34-56",
        "0320123456.",
        "(06 12 34 56 78)",
        "tél:0612345678",
        "03\u00a020\u202f12 34 56",
        "+33 3 20 12 34 56",
        "+33(0)6.12.34.56.78",
        "0033612345678",
        "00 33 6 12 34 56 78",
        "00.33.6.12.34.56.78",
        "06/12/34/56/78",
        "+33/6/12/34/56/78",
        "+262 692 12 34 56",
        "+590690123456",
        "07 00 00 00 00, puis rien",
    ],
)
def test_a_telephone_number_is_found(text: str) -> None:
    assert list(leads(text)) == ["telephone"]


@pytest.mark.parametrize(
    "text",
    [
        "08 20 12 34 56",
        "00 20 12 34 56",
        "03 20 12 34",
        "03 20 12 34 5",
        "03 20 12 34 567",
        "103 20 12 34 56",
        "A0320123456",
        "0320123456A",
        "0320123456,50",
        "0320123456-7",
        "2021-03-20-12-34-56",
        "1.0320123456",
        "+44 3 20 12 34 56",
        "3,20 12 34 56",
        "732 829 320 00074",
        "01/02/2021 12",
        "01.02.2021 12:30",
        "2021/03/20/12/34/56",
    ],
)
def test_other_figures_are_passed_over(text: str) -> None:
    assert list(leads(text)) == []


@pytest.mark.parametrize("text", ["a" * 200_000, "a." * 100_000, "a@" * 100_000, "01" * 100_000])
def test_a_long_text_is_read_in_no_time(text: str) -> None:
    begun = time.perf_counter()
    assert "telephone" not in set(leads(text))
    assert time.perf_counter() - begun < 2


def test_every_text_is_there_with_its_place_in_the_document() -> None:
    call = tp.Call(
        id="appel",
        names=(tp.Name("Appel", article="l'"),),
        identifiers=(tp.Identifier("device", "985"),),
        announced=tp.PartialDate("2021", wording="en 2021"),
        requirements=(
            tp.Requirement(
                id="odd", demand=tp.UnknownDemand(content=tp.Raw.of({"kind": "lottery", "of": [1]}))
            ),
        ),
        statements=(
            tp.Statement(about="/edition", value=tp.Raw.of({"a": ["b", None, {"c": "d"}]})),
        ),
        extensions=(tp.Extension(at="/requirements/0/x", content=tp.Raw.of("y")),),
        url="https://example.org",
    )
    assert [("/".join(each.way), each.text, each.prose) for each in passages(call)] == [
        ("id", "appel", False),
        ("names/0", "Appel", True),
        ("names/0", "fr", False),
        ("names/0", "l'", True),
        ("identifiers/0", "device:985", False),
        ("announced", "2021", True),
        ("announced", "en 2021", True),
        ("requirements/0/id", "odd", False),
        ("requirements/0/demand", "kind", True),
        ("requirements/0/demand", "lottery", True),
        ("requirements/0/demand", "of", True),
        ("url", "https://example.org", False),
        ("statements/0/about", "/edition", False),
        ("statements/0/value", "a", True),
        ("statements/0/value", "b", True),
        ("statements/0/value", "c", True),
        ("statements/0/value", "d", True),
        ("requirements/0/x", "x", True),
        ("requirements/0/x", "y", True),
    ]


def test_the_texts_of_nested_entities_are_left_out_if_asked() -> None:
    application = tp.Application(id="a", organisations=(tp.Organisation(id="o"),))
    assert [each.text for each in passages(application)] == ["a", "o"]
    assert [each.text for each in passages(application, nested=False)] == ["a"]
