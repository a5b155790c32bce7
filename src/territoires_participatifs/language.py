"""French and English: the catalogue of sentences, and how facts are spoken in them.

Codes and facts are stored and compared; sentences are made from them as late as
possible, in the language of whoever reads. Making a sentence never raises: a gap in the
catalogue shows as a gap in the text, and a fact that can't be said shows its type.
"""

import re
import string
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Any, Final, Literal, Protocol, TypeAlias, cast, final, runtime_checkable

from attrs import field, frozen

__all__ = [
    "LANGUAGES",
    "Language",
]

Language: TypeAlias = Literal["fr", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("fr", "en")

LONGEST_FACT: Final = 120
"""Characters of a single fact that a sentence shows; the fact itself is kept whole."""

LONGEST_LIST: Final = 50
"""Items of a fact that a sentence shows."""


@runtime_checkable
class Spoken(Protocol):
    """A value that says itself in words, as a date or an amount does."""

    def in_words(self, language: Language) -> str:
        """Return the value as people write it in that language."""
        ...


class Entire:
    """The base of facts that sentences show whole, however long: not what somebody typed."""

    __slots__ = ()


@final
@frozen
class Sentence(Entire):
    """A sentence that is still to be made: a fact of another sentence.

    >>> Sentence("VAL001").in_words("en")
    'The text is empty or blank.'
    """

    code: str
    facts: Mapping[str, object] = field(factory=dict[str, object])
    part: str = "message"

    def in_words(self, language: Language) -> str:
        """Return the sentence in that language."""
        return sentence(self.code, self.facts, language, self.part)


@final
@frozen
class Whole(Entire):
    """A text that a sentence shows whole, however long: not a fact that somebody typed.

    >>> len(Whole("a" * 200).in_words("en"))
    200
    """

    text: str

    def in_words(self, language: Language) -> str:  # noqa: ARG002  # as every spoken value
        """Return the text."""
        return self.text


@cache
def catalogue(language: Language) -> Mapping[str, Mapping[str, str]]:
    """Return all sentences of one language: code or group, then part, then text.

    >>> catalogue("en")["VAL101"]["title"]
    'Not a SIRET number'

    :raises ValueError: for a language that this library does not speak.
    """
    return _tables(language, "{}.toml")


@cache
def labels(language: Language) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Return the words for fields and values: class, then name, then label, help or unit.

    >>> labels("en")["Call"]["opens"]["label"]
    'opening'
    """
    return _tables(language, "labels.{}.toml")


def _tables(language: str, name: str) -> Mapping[str, Mapping[str, Any]]:
    if language not in LANGUAGES:
        message = f"{language!r} is not one of the languages {', '.join(LANGUAGES)}"
        raise ValueError(message)
    import tomllib  # noqa: PLC0415  # with the first sentence: many programs say none
    from importlib.resources import files  # noqa: PLC0415

    text = (files("territoires_participatifs") / "messages" / name.format(language)).read_text(
        encoding="utf-8"
    )
    tables = tomllib.loads(text).items()
    return MappingProxyType({each: MappingProxyType(words) for each, words in tables})


def sentence(
    code: str,
    facts: Mapping[str, object] | None = None,
    language: Language = "en",
    part: str = "message",
) -> str:
    """Return one sentence of the catalogue with its facts filled in.

    :param part: ``title``, ``message`` or ``remedy`` for a code.

    >>> sentence("VAL101", {"value": "12", "found": 2})
    "'12' is not a SIRET number: 14 digits expected, 2 found."
    """
    template = catalogue(language).get(code, {}).get(part)
    return f"{code}.{part}" if template is None else filled(template, facts or {}, language)


def filled(template: str, facts: Mapping[str, object], language: Language) -> str:
    """Return a sentence with its facts filled in, each as that language says it.

    >>> filled("{days} {days:jour|jours}", {"days": 2}, "fr")
    '2 jours'
    """
    return _Sentence(language).vformat(template, (), facts)


def word(group: str, name: str, language: Language) -> str:
    """Return one word or phrase of a named group, or the name itself where it is missing.

    >>> word("tax-basis", "before-tax", "fr")
    'HT'
    """
    return catalogue(language).get(group, {}).get(name, name)


def enumerated(items: Iterable[str], language: Language) -> str:
    """Join items as a sentence does; none at all make an empty text.

    >>> enumerated(["Ronchin", "Vimy", "Loos-en-Gohelle"], "fr")
    'Ronchin, Vimy et Loos-en-Gohelle'
    """
    *first, last = list(items) or [""]
    if not first:
        return last
    return f"{', '.join(first)} {'et' if language == 'fr' else 'and'} {last}"


def spoken(fact: object, language: Language) -> str:
    r"""Return one fact as text, cut if it is long: numbers and dates as that language writes them.

    What a terminal or a file could not take is escaped, as by :func:`printable`.

    >>> spoken(Decimal("1234.5"), "fr") == "1\N{NARROW NO-BREAK SPACE}234,5"
    True
    """
    try:
        text = _said(fact, language)
    except Exception:  # noqa: BLE001  # facts may be anyone's objects, and a sentence never raises
        text = type(fact).__name__
    return printable(text)


def printable(text: str) -> str:
    r"""Return a text with an escape for what a terminal or a file could not take or would hide.

    >>> print(printable("12\n"))
    12\n
    """
    return _UNSAFE.sub(lambda found: ascii(found[0])[1:-1], text)


_UNSAFE: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Control characters, line breaks, turns of direction, and half characters (lone surrogates)."""


def _said(fact: object, language: Language) -> str:
    if isinstance(fact, Entire) and isinstance(fact, Spoken):
        return fact.in_words(language)
    if isinstance(fact, tuple | list):
        items = cast("Sequence[object]", fact)
        rest = ["…"] if len(items) > LONGEST_LIST else []
        return ", ".join([*(spoken(each, language) for each in items[:LONGEST_LIST]), *rest])
    text = _value(fact, language)
    return text if len(text) <= LONGEST_FACT else f"{text[:LONGEST_FACT]}…"


def _value(fact: object, language: Language) -> str:
    if isinstance(fact, Spoken):
        return fact.in_words(language)
    return _number(fact, language) if isinstance(fact, Decimal) else str(fact)


def _number(number: Decimal, language: Language) -> str:
    if abs(number.adjusted()) > LONGEST_FACT:
        return str(number)  # written out, its zeros could fill the memory
    text = f"{number:,f}"
    if language == "en":
        return text
    return text.translate({ord(","): "\N{NARROW NO-BREAK SPACE}", ord("."): ","})


class _Sentence(string.Formatter):
    """Fills templates; ``{count:chiffre|chiffres}`` picks the singular or the plural."""

    def __init__(self, language: Language) -> None:
        self._language: Language = language

    def get_value(self, key: int | str, args: object, kwargs: Mapping[str, object]) -> object:
        """Return a fact, or its name in braces where it is missing."""
        del args  # templates name their facts
        return kwargs.get(str(key), f"{{{key}}}")

    def format_field(self, value: object, format_spec: str) -> str:
        """Return a fact as text, or the word that agrees with it."""
        if "|" not in format_spec:
            return spoken(value, self._language)
        singular, plural = format_spec.split("|", 1)
        return singular if _is_singular(value, self._language) else plural


def _is_singular(value: object, language: Language) -> bool:
    """Tell the number of a noun: in French the plural begins at two."""
    number = Decimal(value) if isinstance(value, int) else value
    if not isinstance(number, Decimal) or not number.is_finite():
        return False
    return -_PLURAL < number < _PLURAL if language == "fr" else number in {-1, 1}


_PLURAL: Final = 2
"""Where the French plural begins: « 1,5 jour », « 2 jours »."""
