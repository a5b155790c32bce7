"""Yes, no, or not enough is known to tell: Kleene's logic, and *not applicable*."""

from collections.abc import Iterable
from enum import Enum
from typing import Final, NoReturn, final

from territoires_participatifs.language import Language, word


@final
class Ternary(Enum):
    """The answer to a question about facts that may be missing.

    It has no truth value: ``if`` on it raises, since *undetermined* is neither.

    >>> Ternary.YES & Ternary.UNDETERMINED
    <Ternary.UNDETERMINED: 'undetermined'>
    >>> (Ternary.NO & Ternary.UNDETERMINED).is_no
    True
    """

    YES = "yes"
    NO = "no"
    UNDETERMINED = "undetermined"

    @classmethod
    def of(cls, known: bool | None) -> "Ternary":  # noqa: FBT001  # the truth is what it is about
        """Return the answer for a truth that may be unknown.

        >>> Ternary.of(None)
        <Ternary.UNDETERMINED: 'undetermined'>
        """
        if known is None:
            return cls.UNDETERMINED
        return cls.YES if known else cls.NO

    @property
    def is_yes(self) -> bool:
        """Whether the answer is surely yes."""
        return self is Ternary.YES

    @property
    def is_no(self) -> bool:
        """Whether the answer is surely no."""
        return self is Ternary.NO

    @property
    def is_undetermined(self) -> bool:
        """Whether something is missing to tell."""
        return self is Ternary.UNDETERMINED

    def in_words(self, language: Language) -> str:
        """Return the answer as a word."""
        return word("ternary", self.value, language)

    def __and__(self, other: "Ternary") -> "Ternary":
        return all_of((self, _checked(other)))

    def __or__(self, other: "Ternary") -> "Ternary":
        return any_of((self, _checked(other)))

    def __invert__(self) -> "Ternary":
        return _INVERSE[self]

    def __bool__(self) -> NoReturn:
        message = "a Ternary is neither true nor false: ask .is_yes, .is_no or .is_undetermined"
        raise TypeError(message)


_YES: Final = Ternary.YES
_NO: Final = Ternary.NO
_INVERSE: Final = {_YES: _NO, _NO: _YES, Ternary.UNDETERMINED: Ternary.UNDETERMINED}


def _checked(answer: object) -> Ternary:
    if not isinstance(answer, Ternary):
        message = f"a Ternary is expected, not {type(answer).__name__}: make one by Ternary.of()"
        raise TypeError(message)
    return answer


def all_of(answers: Iterable[Ternary]) -> Ternary:
    """Return yes when every answer is yes, no when one is no.

    >>> all_of([Ternary.YES, Ternary.UNDETERMINED])
    <Ternary.UNDETERMINED: 'undetermined'>
    >>> all_of([])
    <Ternary.YES: 'yes'>
    """
    return _settled(answers, _NO, _YES)


def any_of(answers: Iterable[Ternary]) -> Ternary:
    """Return yes when one answer is yes, no when every one is no.

    >>> any_of([Ternary.NO, Ternary.YES])
    <Ternary.YES: 'yes'>
    >>> any_of([])
    <Ternary.NO: 'no'>
    """
    return _settled(answers, _YES, _NO)


def _settled(answers: Iterable[Ternary], settling: Ternary, otherwise: Ternary) -> Ternary:
    """Return the answer that settles it if it is there; else undetermined if one is."""
    found = otherwise
    for each in answers:
        if each is settling:
            return settling
        if each is not otherwise:
            found = _checked(each)
    return found


@final
class NotApplicable(Enum):
    """The state of a field that has no meaning for this thing.

    It differs from unknown (``None``): a lab without legal personality *has no* SIREN.
    Documents write it ``{"state": "not-applicable"}``.
    """

    NOT_APPLICABLE = "not-applicable"

    def in_words(self, language: Language) -> str:
        """Return the state as a word."""
        return word("ternary", self.value, language)


NOT_APPLICABLE: Final = NotApplicable.NOT_APPLICABLE
"""The only member of :class:`NotApplicable`."""
