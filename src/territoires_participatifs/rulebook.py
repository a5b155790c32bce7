"""All rules, gathered; and the check of anything by them."""

from typing import Any, Final

from attrs import evolve

from territoires_participatifs.actions import _rules as actions
from territoires_participatifs.applications import _rules as applications
from territoires_participatifs.budgets import _rules as budgets
from territoires_participatifs.calls import _rules as calls
from territoires_participatifs.checks import Context, Finding, Moment, Report, Rulebook
from territoires_participatifs.consortia import _rules as consortia
from territoires_participatifs.document import (
    LARGEST,
    Content,
    Dataset,
    Draft,
    Opened,
    Remains,
    located,
    open_document,
)
from territoires_participatifs.document import (
    _rules as document,
)
from territoires_participatifs.document import (
    _territory_rules as territories,
)
from territoires_participatifs.laureates import _rules as laureates
from territoires_participatifs.organisations import _rules as organisations
from territoires_participatifs.privacy import _rules as privacy
from territoires_participatifs.qualification import _rules as qualification
from territoires_participatifs.sources import Entity
from territoires_participatifs.values.dates import DayLike, day

__all__ = [
    "RULEBOOK",
    "check",
]

_ROOMS: Final = (
    organisations,
    budgets,
    calls,
    consortia,
    applications,
    laureates,
    actions,
    qualification,
    document,
    territories,
    privacy,
)

RULEBOOK: Final = Rulebook(each for room in _ROOMS for each in room.RULES)
"""Every rule of this library."""


def check(  # noqa: PLR0913  # one door for whatever is to be checked
    subject: "Content | Dataset | Entity | Draft[Any]",
    *,
    on: DayLike | None = None,
    moment: Moment | str = Moment.PUBLICATION,
    known: Dataset | None = None,
    book: Rulebook = RULEBOOK,
    largest: int = LARGEST,
) -> Report:
    """Return every finding on a file, on bytes, on a dataset, on one entity or on a draft.

    It never raises for data: what can't be built is a finding, and the rules still run
    on the rest.

    :param on: the day of the check; without it, rules about today are silent.
    :param moment: the rules that apply from this moment or an earlier one are asked;
        left out, every rule is.
    :param known: the dataset that a single entity or a draft refers to.
    :param book: the rules to ask.
    :param largest: the bytes beyond which a document is refused.

    >>> check(b'{"calls": [{"id": "A"}]}').codes
    frozenset({'VAL003'})
    """
    context = Context(on=None if on is None else day(on), moment=Moment(moment))
    if isinstance(subject, Dataset | Entity):
        return book.check(subject, beside(subject, known, context))
    if isinstance(subject, Draft):
        return check_opened(subject.opened, context, book, known)
    return check_opened(open_document(subject, largest=largest), context, book, known)


def beside(subject: object, known: Dataset | None, context: Context) -> Context:
    """Return a context that can look up what a subject holds, and what is known beside it."""
    held = Dataset().put(subject) if isinstance(subject, Entity) else subject
    own = held if isinstance(held, Dataset) else Dataset()
    if known is None:
        alone = evolve(context, entities=own.by_id, referrers=own.referrers)
        return evolve(alone, at_hand=isinstance(subject, Dataset))
    referrers = {
        id_: (
            *(each for each in known.referrers.get(id_, ()) if each.id not in own.by_id),
            *own.referrers.get(id_, ()),
        )
        for id_ in {**known.referrers, **own.referrers}
    }
    entities = {**known.by_id, **own.by_id}
    around = evolve(context, entities=entities, referrers=referrers)
    return evolve(around, at_hand=True, waivers=known.waivers)


def check_opened(
    opened: Opened, context: Context, book: Rulebook = RULEBOOK, known: Dataset | None = None
) -> Report:
    """Return every finding on a document that was opened, whatever could be made of it."""
    left = opened.remains
    if left is None or left.value is None:
        return opened.report
    context = evolve(beside(left.value, known, context), unbuilt=left.unbuilt)
    judged = book.check(left.value, context)
    told = Report(tuple(_moved(each, left) for each in judged if not _waits(each, left)))
    return located(opened.report + told, opened.text).in_file(opened.file)


def _waits(finding: Finding, left: Remains) -> bool:
    """Whether something was set aside in its place, or in the part that the rule looked at."""
    places = [finding.pointer, *([] if finding.subject is None else [finding.subject])]
    return any(left.is_around(left.in_whole(each)) for each in places)


def _moved(finding: Finding, left: Remains) -> Finding:
    """Return a finding on what is left of a document at its place in the whole."""
    pointer = left.in_whole(finding.pointer)
    return evolve(finding, place=evolve(finding.place, pointer=pointer))
