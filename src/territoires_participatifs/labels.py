"""Words for people: the label, the help and the unit of a class, a field or a value.

A subject is a member of an enumeration, a class with the name of one of its fields (or
the written value of one of its members), or a class alone. Forms, tables, schemas and
reports all take their words from here.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Final, cast, final, overload

from attrs import frozen

from territoires_participatifs.language import LANGUAGES, Language, labels

__all__ = [
    "choices",
    "help_text",
    "label",
    "unit",
]

_CLASSES: Final = "classes"
"""The table of the labels that holds the words for classes themselves."""


@final
@frozen
class Labelled:
    """A member of an enumeration as a fact of a sentence: said by its label.

    >>> from territoires_participatifs import CallKind
    >>> Labelled(CallKind.PROJECTS).in_words("fr"), str(Labelled(CallKind.PROJECTS))
    ('appel à projets', 'projects')
    """

    member: Enum

    def in_words(self, language: Language) -> str:
        """Return the label of the member."""
        return label(self.member, language)

    def __str__(self) -> str:
        return str(self.member.value)


@overload
def label(subject: Enum, language: Language = "en", /) -> str: ...
@overload
def label(subject: type, field: str, language: Language = "en") -> str: ...
@overload
def label(subject: Enum | type, *, language: Language = "en") -> str: ...
def label(subject: Enum | type, field: str | None = None, language: Language | None = None) -> str:
    """Return the short name of a member, of a field, or of a class.

    >>> from territoires_participatifs import Call, CallKind
    >>> label(CallKind.PROJECTS, "fr")
    'appel à projets'
    >>> label(Call, "follows", "en")
    'previous edition'
    >>> label(Call, language="en")
    'call'

    :raises KeyError: if this library has no such class, field or member.
    """
    return _words(subject, field, language)["label"]


@overload
def help_text(subject: Enum, language: Language = "en", /) -> str: ...
@overload
def help_text(subject: type, field: str, language: Language = "en") -> str: ...
@overload
def help_text(subject: Enum | type, *, language: Language = "en") -> str: ...
def help_text(
    subject: Enum | type, field: str | None = None, language: Language | None = None
) -> str:
    """Return a sentence that says what a member or a class is, or what to enter in a field.

    >>> from territoires_participatifs import Name
    >>> help_text(Name, "language", "en")
    "Give the language of the name, such as 'fr' or 'br'; if left out, it is French."

    :raises KeyError: if this library has no such class, field or member.
    """
    return _words(subject, field, language)["help"]


@overload
def unit(subject: Enum, language: Language = "en", /) -> str | None: ...
@overload
def unit(subject: type, field: str, language: Language = "en") -> str | None: ...
@overload
def unit(subject: Enum | type, *, language: Language = "en") -> str | None: ...
def unit(
    subject: Enum | type, field: str | None = None, language: Language | None = None
) -> str | None:
    """Return what a field or a class is counted in or written as; None where nothing says so.

    >>> from territoires_participatifs import Call, Rate
    >>> unit(Rate, "percent", "en")
    'per cent'
    >>> unit(Call, "names") is None
    True

    :raises KeyError: if this library has no such class, field or member.
    """
    return _words(subject, field, language).get("unit")


def choices(enumeration: type[Enum], language: Language = "en") -> tuple[tuple[str, str], ...]:
    """Return what to offer in a form: each value as documents write it, and its label.

    >>> from territoires_participatifs import PartOfPeriod
    >>> choices(PartOfPeriod, "fr")
    (('early', 'début'), ('mid', 'milieu'), ('late', 'fin'))

    :raises KeyError: if this library has no such enumeration.
    """
    return tuple((str(each.value), label(each, language)) for each in enumeration)


def _words(subject: Enum | type, field: str | None, language: str | None) -> Mapping[str, str]:
    if isinstance(subject, Enum):  # what comes second is the language
        return _entry(type(subject), str(subject.value), language or field)
    return _entry(subject, field, language)


def _entry(cls: type, name: str | None, language: str | None) -> Mapping[str, str]:
    """Return the words of a class, or of a field or value, from the nearest class that has them."""
    tables = labels(cast("Language", language or "en"))
    for each in cls.__mro__:
        if each.__module__.startswith(f"{__package__}."):  # not a namesake of somebody else's
            table, key = (_CLASSES, each.__name__) if name is None else (each.__name__, name)
            if key in tables.get(table, {}):
                return tables[table][key]
    raise KeyError(_unknown(cls, name))


def _unknown(cls: type, name: str | None) -> str:
    if name is None:
        return f"no label for the class {cls.__name__}"
    hint = " (the language of a class is given as language=...)" if name in LANGUAGES else ""
    return f"no label for a field or value {name!r} of {cls.__name__}{hint}"


def label_of_term(term: str, language: Language) -> str:
    """Return the label of a member by the name of its class and its written value.

    >>> label_of_term("CallKind.projects", "en")
    'call for projects'
    """
    kind, _, value = term.partition(".")
    return labels(language).get(kind, {}).get(value, {}).get("label", term)
