"""To take persons out: for a purpose, or one of them at their request."""

from typing import Final, Literal, TypeAlias, TypeVar, overload

from territoires_participatifs.checks import Report
from territoires_participatifs.document import Dataset
from territoires_participatifs.privacy._flags import flags
from territoires_participatifs.privacy._marks import is_pseudonym, may_tell, sound_subject
from territoires_participatifs.privacy._pseudonyms import pseudonym, sound_key
from territoires_participatifs.privacy._removal import without
from territoires_participatifs.privacy._traces import traces
from territoires_participatifs.sources import Entity
from territoires_participatifs.values.declarations import declarations, replaced
from territoires_participatifs.values.personal import PersonalCategory

RedactionPurpose: TypeAlias = Literal["publication", "analysis"]
"""What a redacted object is for."""

T = TypeVar("T")
E = TypeVar("E", bound=Dataset | Entity)

_KEPT: Final = {
    "publication": frozenset({PersonalCategory.FREE_TEXT}),
    "analysis": frozenset(PersonalCategory) - {PersonalCategory.IDENTITY, PersonalCategory.CONTACT},
}
"""The categories that are kept for each purpose."""


@overload
def redact(
    subject: E, purpose: RedactionPurpose = ..., *, key: bytes | None = ...
) -> tuple[E, Report]: ...
@overload
def redact(
    subject: T, purpose: RedactionPurpose = ..., *, key: bytes | None = ...
) -> tuple[T | None, Report]: ...
def redact(
    subject: object, purpose: RedactionPurpose = "publication", *, key: bytes | None = None
) -> tuple[object, Report]:
    """Return a dataset, an entity or a part without what tells of natural persons; and a report.

    For ``"publication"`` whatever is marked as personal goes, free text excepted. For
    ``"analysis"`` names and contacts go; capacities and attendances stay, under pseudonyms
    made anew with your key, the same throughout the dataset. What was said of a place goes
    with it; a list that lost all its items is unknown. Entities and numbers stay, and the
    subject itself is left as it was.

    The report holds what no machine can take out, for a person to read: free text, texts
    with an e-mail address, a telephone number, the name or pseudonym of a person who was
    there, laureates that are natural persons, parts that this version does not know. A name
    is found whatever the order of its words; its last word alone, from 4 letters on.

    >>> from territoires_participatifs.laureates import Laureate
    >>> from territoires_participatifs.organisations import Person
    >>> redacted, report = redact(
    ...     Laureate(id="laureate-1", person=Person(id="p-7f3a", name="Jeanne Martin"))
    ... )
    >>> redacted
    Laureate(id='laureate-1')
    >>> [each.code for each in report]
    ['PER003']

    :param purpose: what the result is for.
    :param key: what the new pseudonyms are made with, for an analysis that keeps some; see
        :func:`~territoires_participatifs.pseudonym`.
    :returns: what is left, or None for a part of which nothing is; and the report, with
        pointers into what is left.
    :raises TypeError: for what is no dataset, entity nor part; of a draft, pass
        ``draft.partial`` or the finished object; for a key that is not bytes.
    :raises ValueError: for another purpose; for a key that is too short, or missing.

    Source: GDPR, articles 5 (minimisation), 25 and 89; code des relations entre le public
    et l'administration, article L. 312-1-2.
    """
    if purpose not in _KEPT:
        message = f"the purpose is one of {', '.join(_KEPT)}, not {purpose!r}"
        raise ValueError(message)
    sound = None if key is None else sound_key(key)
    told = list(traces(sound_subject(subject)))
    left = without(subject, [each.way for each in told if each.category not in _KEPT[purpose]])
    if purpose == "analysis" and left is not None:
        left = _renamed(left, sound)
    return left, Report() if left is None else flags(left, told)


@overload
def forget(subject: E, person: str) -> tuple[E, Report]: ...
@overload
def forget(subject: T, person: str) -> tuple[T | None, Report]: ...
def forget(subject: object, person: str) -> tuple[object, Report]:
    """Return a dataset, an entity or a part without one person, by their pseudonym; and a report.

    All that is told of the person goes, with what was said of it; a subject that tells
    nothing of them comes back as it is. The report holds what no machine can take out,
    for a person to read: it is that of :func:`redact`.

    >>> from territoires_participatifs.applications import Application
    >>> from territoires_participatifs.organisations import Person
    >>> both = (Person(id="p-7f3a", name="Jeanne Martin"), Person(id="p-11b0"))
    >>> forgotten, report = forget(Application(id="file-12", persons=both), "p-7f3a")
    >>> forgotten
    Application(id='file-12', persons=(Person(id='p-11b0'),))

    :returns: what is left, or None for a part of which nothing is; and the report, with
        pointers into what is left.
    :raises TypeError: for what is no dataset, entity nor part; of a draft, pass
        ``draft.partial`` or the finished object.

    Source: GDPR, article 17 (right to erasure).
    """
    told = [each for each in traces(sound_subject(subject)) if each.person == person]
    left = without(subject, [each.way for each in told])
    return left, Report() if left is None else flags(left, told)


def _renamed(part: T, key: bytes | None) -> T:
    """Return an object whose pseudonyms are made anew."""
    changes: dict[str, object] = {}
    for each in declarations(type(part)).values():
        held = getattr(part, each.name)
        if is_pseudonym(each) and held is not None:
            changes[each.name] = _anew(held, key)
        elif any(map(may_tell, each.kinds)):
            inside = [_renamed(value, key) for value in each.values(held)]
            changes |= {each.name: tuple(inside) if each.many else inside[0]} if inside else {}
    return replaced(part, **changes)


def _anew(pseudonym_: str, key: bytes | None) -> str:
    if key is None:
        message = "pseudonyms are made anew for an analysis: give a key that you alone keep"
        raise ValueError(message)
    return pseudonym(pseudonym_, key=key)
