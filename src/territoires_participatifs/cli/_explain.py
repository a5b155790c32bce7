"""`territoires explain`: a code and its reasons, or an entity and all that is said of it."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from enum import Enum

from territoires_participatifs.cli._check import Status
from territoires_participatifs.cli._words import told
from territoires_participatifs.document import Dataset, open_document
from territoires_participatifs.labels import label
from territoires_participatifs.language import Language, catalogue, sentence, spoken, word
from territoires_participatifs.rulebook import RULEBOOK
from territoires_participatifs.sources import Entity, Quote, Statement
from territoires_participatifs.values.declarations import Declaration, declarations, is_declared
from territoires_participatifs.values.names import Name

LEFT_OUT = frozenset({"id", "source", "statements", "disputed", "questions", "extensions"})


def run_explain(arguments: Namespace, language: Language) -> Status:
    """Print what a code means, or what a document says of an entity."""
    file, separator, entity_id = arguments.what.rpartition("#")
    if separator:
        return _explain_entity(file, entity_id, language)
    if "title" not in catalogue(language).get(arguments.what, {}):
        print(told("no-code", language, code=arguments.what), file=sys.stderr)
        return Status.MISUSED
    print(explained(arguments.what, language))
    return Status.SOUND


def explained(code: str, language: Language) -> str:
    """Return a code with its title, its sentences and, for a rule, its reasons."""
    parts = {each: sentence(code, {}, language, each) for each in ("title", "message", "remedy")}
    lines = [f"{code} · {parts['title']}", ""]
    rows = {}
    if code in RULEBOOK:
        found = RULEBOOK[code]
        lines += [sentence(code, {}, language, "why"), ""]
        rows = {
            "severity": word("severity", found.severity.value, language),
            "from": word("moment", found.moment.value, language),
            "name": found.name,
            "source": "; ".join(each.title for each in found.sources),
        }
    rows |= {"what": parts["message"], "remedy": parts["remedy"]}
    return "\n".join([*lines, *_table(rows, language)])


def _table(rows: dict[str, str], language: Language) -> Iterator[str]:
    labels = {each: word("report", each, language) for each in rows}
    width = max(map(len, labels.values()))
    for name, text in rows.items():
        yield f"  {labels[name]:<{width}}  {text}"


def _explain_entity(file: str, entity_id: str, language: Language) -> Status:
    opened = open_document(file)
    if opened.partial is None:
        print(opened.report.render(language), file=sys.stderr)
        return Status.UNREADABLE
    entity = opened.partial.by_id.get(entity_id)
    if entity is None:
        print(told("no-entity", language, id=entity_id, file=file), file=sys.stderr)
        return Status.MISUSED
    print("\n".join(_told(entity, opened.partial, language)))
    return Status.SOUND


def _told(entity: Entity, dataset: Dataset, language: Language) -> Iterator[str]:
    yield f"{entity.id} · {label(type(entity), language=language)}"
    for each in declarations(type(entity)).values():
        if each.name not in LEFT_OUT:
            yield from _field(each, entity, language)
    yield from _provenance(entity, dataset, language)
    referring = dataset.referring(entity)
    if referring:
        yield f"  {told('referring', language)} : {', '.join(each.id for each in referring)}"


def _field(declaration: Declaration, owner: object, language: Language) -> Iterator[str]:
    held = getattr(owner, declaration.name)
    if held != declaration.default:
        name = label(type(owner), declaration.name, language)
        said = [_said(each, language) for each in declaration.values(held)]
        yield f"  {name} : {' ; '.join(said) if said else spoken(held, language)}"


def _said(value: object, language: Language) -> str:
    if isinstance(value, Enum):
        return label(value, language)
    if isinstance(value, Name):
        return value.text
    if is_declared(type(value)) and not hasattr(value, "in_words"):
        parts = [
            _said(part, language)
            for each in declarations(type(value)).values()
            for part in each.values(getattr(value, each.name))
            if getattr(value, each.name) != each.default
        ]
        return f"({', '.join(parts)})"
    return spoken(value, language)


def _provenance(entity: Entity, dataset: Dataset, language: Language) -> Iterator[str]:
    source = entity.source or dataset.source
    if source is not None:
        yield f"  {told('source', language)} : {_title(source.id, dataset)}"
    if entity.statements:
        yield f"  {told('statements', language)} :"
        for each in entity.statements:
            yield f"    · {_statement(each, dataset, language)}"
    for question in entity.questions:
        yield f"  {told('question', language)} : {question.text.in_words(language)}"
        for reading in question.readings:
            yield f"    · {reading.in_words(language)}"


def _statement(statement: Statement, dataset: Dataset, language: Language) -> str:
    value = "" if statement.value is None else f" = {statement.value}"
    standing = label(statement.standing, language)
    note = "" if statement.note is None else f" — {statement.note.in_words(language)}"
    return f"{statement.about}{value} ({standing}){_quoted(statement.quote, dataset)}{note}"


def _quoted(quote: Quote | None, dataset: Dataset) -> str:
    if quote is None:
        return ""
    source = quote.source or dataset.source
    text = "" if quote.text is None else f" « {quote.text} »"
    title = "" if source is None else f" [{_title(source.id, dataset)}]"
    return f"{text}{title}"


def _title(source_id: str, dataset: Dataset) -> str:
    found = dataset.by_id.get(source_id)
    return getattr(found, "title", source_id)
