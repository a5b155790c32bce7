"""`territoires check`: every finding on documents, and what they hold."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING, final

from attrs import frozen

from territoires_participatifs.checks import Context, Moment, Report, Severity
from territoires_participatifs.cli._words import told
from territoires_participatifs.document import Dataset, Opened, entity_fields, open_document
from territoires_participatifs.examples import example_bytes
from territoires_participatifs.language import Language, enumerated, sentence, word
from territoires_participatifs.rulebook import check_opened
from territoires_participatifs.values.dates import Day, day, long_day
from territoires_participatifs.values.raw import encode

if TYPE_CHECKING:
    from territoires_participatifs.sources import Entity


@final
class Status(IntEnum):
    """What the process tells to whoever started it."""

    SOUND = 0
    FOUND = 1
    MISUSED = 2
    UNREADABLE = 3


@final
@frozen
class _Checked:
    name: str
    opened: Opened
    report: Report


def run_check(arguments: Namespace, language: Language) -> Status:
    """Check every document that is named; print; return the status."""
    on: Day = arguments.on or day(date.today())  # noqa: DTZ011  # the day where the user sits
    moment = Moment(arguments.moment)
    checked = [
        _Checked(name, opened, check_opened(opened, Context(on=on, moment=moment)))
        for name, opened in _opened(arguments, language)
    ]
    if arguments.format == "json":
        _print_json(checked, on, moment)
    else:
        print("\n\n\n".join(_text(each, on, moment, language) for each in checked))
    return _status(checked, Severity(arguments.fail_on))


def _opened(arguments: Namespace, language: Language) -> Iterator[tuple[str, Opened]]:
    total = len(arguments.files) + len(arguments.example)
    for number, name in enumerate(arguments.files, start=1):
        _progress(number, total, name, language)
        content = sys.stdin.buffer.read() if name == "-" else name
        yield name, open_document(content)
    for name in arguments.example:
        yield name, open_document(example_bytes(name))


def _progress(number: int, total: int, name: str, language: Language) -> None:
    if total > 1 and sys.stderr.isatty():
        line = told("progress", language, number=number, total=total, name=name)
        end = "\r" if number < total else "\n"
        print(f"\r\x1b[K{line}", end=end, file=sys.stderr, flush=True)


def _status(checked: list[_Checked], threshold: Severity) -> Status:
    if any(each.opened.partial is None for each in checked):
        return Status.UNREADABLE
    found = any(each.report.reaches(threshold) for each in checked)
    return Status.FOUND if found else Status.SOUND


def _print_json(checked: list[_Checked], on: Day, moment: Moment) -> None:
    documents = [
        {"name": each.name, "on": on.isoformat(), "moment": moment.value, **each.report.to_dict()}
        for each in checked
    ]
    sys.stdout.flush()
    sys.stdout.buffer.write(f"{encode({'documents': documents}, indent=2)}\n".encode())
    sys.stdout.buffer.flush()


def _text(checked: _Checked, on: Day, moment: Moment, language: Language) -> str:
    facts = {
        "name": checked.name,
        "day": long_day(on, language),
        "moment": word("moment", moment.value, language),
    }
    paragraphs = [told("head", language, **facts)]
    if checked.opened.partial is not None:
        paragraphs.append(_holding(checked.opened.partial, language))
    paragraphs.append(checked.report.render(language))
    return "\n\n".join(paragraphs)


def _holding(dataset: Dataset, language: Language) -> str:
    """Return what a dataset holds, and what its sources leave open."""
    numbers = [
        sentence("holds", {"number": len(getattr(dataset, name))}, language, name)
        for name in entity_fields()
        if getattr(dataset, name)
    ]
    lines = [] if dataset.title is None else [dataset.title.in_words(language)]
    if numbers:
        lines.append(told("holds", language, numbers=enumerated(numbers, language)))
    asked = [(each, question) for each in dataset for question in each.questions]
    if asked:
        lines += ["", told("questions", language, number=len(asked))]
        lines += [f"  · {_named(e, language)}{q.text.in_words(language)}" for e, q in asked]
    return "\n".join(lines)


def _named(entity: "Entity", language: Language) -> str:
    return told("about-entity", language, id=entity.id)
