"""`territoires check`: every finding on documents, and what they hold.

With ``--format json`` it writes one JSON document, in UTF-8 whatever the terminal. Names
and codes in it are stable, sentences are not::

    {"documents": [
      {"name": "calls.json",            as it was given; "-" is standard input
       "on": "2021-03-12",              the day of the check
       "moment": "publication",         a value of Moment
       "summary": {"error": 1, "warning": 0, "info": 0},
       "findings": [ ... ]}             each as Finding.to_dict() gives it
    ]}
"""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, final

from attrs import evolve, frozen

from territoires_participatifs.applications import Assessment
from territoires_participatifs.checks import Context, Moment, Report, Severity
from territoires_participatifs.cli._against import Against, opened_against
from territoires_participatifs.cli._documents import (
    STANDARD_INPUT,
    opened_example,
    opened_file,
)
from territoires_participatifs.cli._status import Status
from territoires_participatifs.cli._terminal import Progress, say, send
from territoires_participatifs.cli._words import told
from territoires_participatifs.document import Dataset, entity_fields, unstructure
from territoires_participatifs.labels import label
from territoires_participatifs.language import Language, enumerated, printable, sentence
from territoires_participatifs.rulebook import check_opened
from territoires_participatifs.sources import Entity, OpenQuestion
from territoires_participatifs.values.dates import Day, day, long_day
from territoires_participatifs.values.raw import encode

_MOST_QUESTIONS: Final = 20
"""Open questions that a report lists; an entity's own are all told by `explain`."""


@final
@frozen
class _Asked:
    """What every document is asked."""

    on: Day
    moment: Moment
    language: Language


@final
@frozen
class _Checked:
    """One document, and what was found."""

    name: str
    file: str | None
    """What it is called in the findings; None for what is no file."""
    partial: Dataset | None
    whole: bool
    report: Report
    assessments: tuple[Assessment, ...] = ()


def run_check(arguments: Namespace, language: Language) -> Status:
    """Check every document that is named; print; return the status."""
    today = day(date.today())  # noqa: DTZ011  # the day where the user sits
    asked = _Asked(arguments.on or today, Moment(arguments.moment), language)
    tell = _tell_as_json if arguments.format == "json" else _tell_as_text
    threshold = Severity(arguments.fail_on)
    against = None
    if arguments.against is not None:
        against = opened_against(arguments.against, asked.on, language)
        if against is None:
            return Status.UNREADABLE
    checked = _checked(arguments, asked, against)
    return max(_status(each, threshold) for each in tell(checked, asked))


def _held_against(checked: "_Checked", against: Against | None) -> "_Checked":
    """Return a document with what its applications come to, and the findings of that."""
    if against is None or checked.partial is None:
        return checked
    assessments, report = against.assessed(checked.partial)
    return evolve(checked, assessments=assessments, report=checked.report + report)


def _status(checked: _Checked, threshold: Severity) -> Status:
    if checked.partial is None:
        return Status.UNREADABLE
    return Status.FOUND if checked.report.reaches(threshold) else Status.SOUND


def _checked(arguments: Namespace, asked: _Asked, against: Against | None) -> Iterator[_Checked]:
    """Check one document after the other: only one is held at a time."""
    named = [(each, None if each == STANDARD_INPUT else each) for each in arguments.files]
    named += [(each, None) for each in arguments.example]
    progress = Progress(len(named), asked.language)
    for number, (name, file) in enumerate(named, start=1):
        progress.tell(number, name)
        opened = opened_file(name) if number <= len(arguments.files) else opened_example(name)
        context = Context(on=asked.on, moment=asked.moment)
        known = None if against is None else against.known
        report = check_opened(opened, context, known=known)
        progress.clear()
        whole = opened.value is not None
        yield _held_against(_Checked(name, file, opened.partial, whole, report), against)


# As JSON


def _tell_as_json(documents: Iterable[_Checked], asked: _Asked) -> Iterator[_Checked]:
    written: list[dict[str, object]] = []
    for each in documents:
        written.append(_as_json(each, asked))
        yield each
    send(f"{encode({'documents': written}, indent=2)}\n".encode())


def _as_json(checked: _Checked, asked: _Asked) -> dict[str, object]:
    file = None if checked.file is None else printable(checked.file)
    report = checked.report.in_file(file)
    when = {"on": asked.on.isoformat(), "moment": asked.moment.value}
    assessed = [unstructure(each) for each in checked.assessments]
    held = {"assessments": assessed} if assessed else {}
    return {"name": printable(checked.name), **when, **report.to_dict(), **held}


# As text


def _tell_as_text(documents: Iterable[_Checked], asked: _Asked) -> Iterator[_Checked]:
    counted: Counter[Severity] = Counter()
    number = 0
    for number, each in enumerate(documents, start=1):
        say(("\n\n" if number > 1 else "") + _as_text(each, asked), asked.language)
        counted.update(finding.severity for finding in each.report)
        yield each
    if number > 1:
        found = {each.value: counted[each] for each in Severity}
        summary = sentence("report", found, asked.language, "summary")
        say("\n\n" + told("total", asked.language, number=number, summary=summary), asked.language)


def _as_text(checked: _Checked, asked: _Asked) -> str:
    language = asked.language
    name = told("standard-input", language) if checked.name == STANDARD_INPUT else checked.name
    when = {"day": long_day(asked.on, language), "moment": label(asked.moment, language)}
    paragraphs = [told("head", language, name=name, **when)]
    if checked.partial is not None:
        paragraphs += _holding(checked.partial, language, whole=checked.whole)
    paragraphs += [_assessed(each, language) for each in checked.assessments]
    paragraphs.append(checked.report.in_file(None).render(language))  # the head has the name
    return "\n\n".join(paragraphs)


def _assessed(assessment: Assessment, language: Language) -> str:
    first, *others = assessment.in_words(language).splitlines()
    head = told("about-entity", language, id=assessment.application.id, text=first)
    return "\n".join([head, *map(printable, others)])


def _holding(dataset: Dataset, language: Language, *, whole: bool) -> Iterator[str]:
    """Yield what a dataset holds, and what its sources leave open."""
    title = [] if dataset.title is None else [dataset.title.in_words(language)]
    numbers = [
        sentence("holds", {"number": len(getattr(dataset, name))}, language, name)
        for name in entity_fields()
        if getattr(dataset, name)
    ]
    part = "holds" if whole else "holds-partly"
    holds = [told(part, language, numbers=enumerated(numbers, language))] if numbers else []
    if title or holds:
        yield "\n".join([*map(printable, title), *holds])
    asked = [(each, question) for each in dataset for question in each.questions]
    if asked:
        yield "\n".join(_questions(asked, language))


def _questions(asked: Sequence[tuple[Entity, OpenQuestion]], language: Language) -> Iterator[str]:
    yield told("questions", language, number=len(asked))
    for entity, question in asked[:_MOST_QUESTIONS]:
        text = question.text.in_words(language)
        yield f"  · {told('about-entity', language, id=entity.id, text=text)}"
    if len(asked) > _MOST_QUESTIONS:
        yield f"  · {told('more-questions', language, number=len(asked) - _MOST_QUESTIONS)}"
