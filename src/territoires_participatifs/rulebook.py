"""All rules, gathered; and the check of anything by them."""

from collections.abc import Mapping
from typing import Final

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
    Opened,
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
)

RULEBOOK: Final = Rulebook(each for room in _ROOMS for each in room.RULES)
"""Every rule of this library."""


def check(
    subject: "Content | Dataset | Entity",
    *,
    on: DayLike | None = None,
    moment: Moment | str = Moment.PUBLICATION,
    book: Rulebook = RULEBOOK,
    largest: int = LARGEST,
) -> Report:
    """Return every finding on a file, on bytes, on a dataset or on one entity.

    It never raises for data: what can't be built is a finding, and the rules still run
    on the rest.

    :param on: the day of the check; without it, rules about today are silent.
    :param moment: the rules that apply from this moment or an earlier one are asked;
        left out, every rule is.
    :param book: the rules to ask.
    :param largest: the bytes beyond which a document is refused.

    >>> check(b'{"calls": [{"id": "A"}]}').codes
    frozenset({'VAL003'})
    """
    context = Context(on=None if on is None else day(on), moment=Moment(moment))
    if isinstance(subject, Dataset):
        return book.check(subject, within(subject, context))
    if isinstance(subject, Entity):
        return book.check(subject, context)
    return check_opened(open_document(subject, largest=largest), context, book)


def within(dataset: Dataset, context: Context) -> Context:
    """Return a context that can look up the entities of a dataset."""
    return evolve(context, entities=dataset.by_id, referrers=dataset.referrers)


def check_opened(opened: Opened, context: Context, book: Rulebook = RULEBOOK) -> Report:
    """Return every finding on a document that was opened, whatever could be made of it."""
    if opened.partial is None:
        return opened.report
    known = evolve(within(opened.partial, context), unbuilt=opened.unbuilt)
    judged = book.check(opened.partial, known)
    rebased = Report(tuple(_rebased(each, opened.kept) for each in judged))
    return located(opened.report + rebased, opened.text).in_file(opened.file)


def _rebased(finding: Finding, kept: Mapping[str, tuple[int, ...]]) -> Finding:
    """Return a finding on what is left of a document at its place in the whole."""
    _, name, index, *rest = [*finding.pointer.split("/"), "", ""]
    if name not in kept or not index:
        return finding
    whole = "/".join(each for each in ["", name, str(kept[name][int(index)]), *rest])
    return evolve(finding, place=evolve(finding.place, pointer=whole.rstrip("/")))
