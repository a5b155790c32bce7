"""The documents of real calls are canonical, sound, and say where each fact comes from."""

from pathlib import Path

import pytest

import territoires_participatifs as tp
from territoires_participatifs.checks import walk

FOLDER = Path(__file__).parents[2] / "documents" / "v1.0"
FILES = sorted(FOLDER.iterdir())

of_each_document = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def test_every_case_has_its_document() -> None:
    assert [each.name for each in FILES] == [
        "01-ditp-participation-citoyenne-2020.json",
        "02-hdf-collectif-citoyens-en-communs.json",
        "03-cerdd-ami-2020.json",
        "04-driee-particip-action-ami.json",
        "06-laboratoires-innovation-territoriale.json",
        "08-fabriques-de-territoire.json",
        "15-quartiers-fertiles.json",
        "16-anr-aapg.json",
        "17-interreg-fwvl.json",
        "21-detr-dsil.json",
        "22-contrat-de-ville.json",
        "27-pat-pna.json",
        "32-budgets-participatifs.json",
    ]


def test_the_third_case_is_also_an_example_that_is_shipped() -> None:
    held = tp.read(FOLDER / "03-cerdd-ami-2020.json")
    assert held.get(tp.Call, "cerdd-ami-2020") == tp.example("cerdd-ami-2020").calls[0]


@of_each_document
def test_a_document_is_written_as_the_library_writes(file: Path) -> None:
    content = file.read_bytes()
    assert tp.write(tp.read(content)) == content


@of_each_document
def test_no_rule_has_a_word_to_say_of_a_document(file: Path) -> None:
    assert tp.check(tp.read(file), on="2026-11-24").render() == "Nothing wrong."


@of_each_document
def test_a_document_holds_nothing_unknown_to_the_library(file: Path) -> None:
    kept = (tp.Extension, tp.UnknownDemand)
    dataset = tp.read(file)
    assert not dataset.extensions
    assert not any(each.extensions for each in dataset.by_id.values())
    assert [each.pointer for each in walk(dataset) if isinstance(each.subject, kept)] == []


@of_each_document
def test_a_document_has_a_source_that_can_be_opened(file: Path) -> None:
    dataset = tp.read(file)
    assert dataset.source is not None
    assert dataset.get(tp.Source, dataset.source).url is not None


@of_each_document
def test_every_source_of_a_document_can_be_opened(file: Path) -> None:
    assert [each.id for each in tp.read(file).sources if each.url is None] == []


@of_each_document
def test_every_quotation_leads_to_a_source_and_is_at_most_a_line(file: Path) -> None:
    dataset = tp.read(file)
    quotes = [
        (each.entity, each.subject) for each in walk(dataset) if isinstance(each.subject, tp.Quote)
    ]
    assert quotes
    for entity, quote in quotes:
        assert entity is not None
        source = dataset.source_of(entity, quote)
        assert source is not None
        assert dataset.get(tp.Source, source).url is not None
        assert quote.text is None or len(quote.text) <= 120, quote.text


@of_each_document
def test_every_statement_of_a_document_quotes_or_explains(file: Path) -> None:
    for entity in tp.read(file):
        for each in entity.statements:
            assert each.quote is not None or each.note is not None, (entity.id, each.about)
