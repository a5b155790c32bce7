"""`territoires explain`: a code and its reasons, or an entity and all that is said of it."""

from argparse import Namespace
from difflib import get_close_matches
from string import Formatter
from typing import Final

from territoires_participatifs.calls import Call
from territoires_participatifs.cli._documents import STANDARD_INPUT, opened_example, opened_file
from territoires_participatifs.cli._entity import entity_told
from territoires_participatifs.cli._status import Status
from territoires_participatifs.cli._terminal import complain, say
from territoires_participatifs.cli._words import told
from territoires_participatifs.document import Opened
from territoires_participatifs.explaining import explain
from territoires_participatifs.labels import label
from territoires_participatifs.language import Language, catalogue, printable, sentence, word
from territoires_participatifs.rulebook import RULEBOOK
from territoires_participatifs.sources import Source

_ANY: Final = "…"
"""What stands for a fact that only a finding has."""


def run_explain(arguments: Namespace, language: Language) -> Status:
    """Print what a code means, or what a document says of an entity."""
    if arguments.example is not None:
        name, entity_id = arguments.example
        return _explain_entity(opened_example(name), name, entity_id, language)
    if arguments.received is not None:
        name = told("standard-input", language)
        return _explain_entity(opened_file(STANDARD_INPUT), name, arguments.received, language)
    file, separator, entity_id = arguments.what.rpartition("#")
    if separator:
        return _explain_entity(opened_file(file), file, entity_id, language)
    return _explain_code(arguments.what, language)


def _explain_code(given: str, language: Language) -> Status:
    code = given.upper()
    if "title" not in catalogue(language).get(code, {}):
        complain(told("no-code", language, code=given), language)
        return Status.MISUSED
    say(explained(code, language), language)
    return Status.SOUND


def explained(code: str, language: Language) -> str:
    r"""Return a code with its title, its sentences and, for a rule, its reasons.

    >>> print(explained("VAL301", "en").partition("\n")[0])
    VAL301 · Malformed day
    """
    rule = next((each for each in RULEBOOK.rules if each.code == code), None)
    rows: dict[str, str] = {}
    if rule is not None:
        rows = {
            "severity": label(rule.severity, language),
            "from": label(rule.moment, language),
            "subject": label(rule.on, language=language),
            "name": rule.name,
            "source": "; ".join(map(_page, rule.sources)),
        }
    rows |= {"what": _sentence(code, "message", language)}
    rows |= {"remedy": _sentence(code, "remedy", language)}
    labels = {each: word("report", each, language) for each in rows}
    width = max(map(len, labels.values()))
    why = [] if rule is None else [_sentence(code, "why", language), ""]
    table = [f"  {labels[name]:<{width}}  {text}" for name, text in rows.items()]
    return "\n".join([f"{code} · {_sentence(code, 'title', language)}", "", *why, *table])


def _sentence(code: str, part: str, language: Language) -> str:
    """Return a sentence with its gaps left open."""
    template = catalogue(language)[code][part]
    gaps = {name: _ANY for _, name, _, _ in Formatter().parse(template) if name}
    return sentence(code, gaps, language, part)


def _page(source: Source) -> str:
    return source.title if source.url is None else f"{source.title} ({source.url})"


def _explain_entity(opened: Opened, file: str, entity_id: str, language: Language) -> Status:
    if opened.partial is None or entity_id in opened.wounded:
        complain(opened.report.in_file(None).render(language), language)
        return Status.UNREADABLE
    entity = opened.partial.by_id.get(entity_id)
    if entity is None:
        complain(_not_there(entity_id, file, list(opened.partial.by_id), language), language)
        return Status.MISUSED
    say(entity_told(entity, opened.partial, language), language)
    if isinstance(entity, Call) and (entity.requirements or entity.aid):
        lines = explain(entity, language, known=opened.partial).splitlines()
        say("\n".join(["", *map(printable, lines)]), language)
    return Status.SOUND


def _not_there(entity_id: str, file: str, known: list[str], language: Language) -> str:
    text = told("no-entity", language, id=entity_id, file=file)
    close = get_close_matches(entity_id, known)
    return f"{text} {told('close-ids', language, ids=', '.join(close))}" if close else text
