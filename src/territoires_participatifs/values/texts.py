"""Texts: what makes one legible, the forms some must have, and values that are one text."""

import re
from typing import Annotated, Final, Self, TypeAlias, cast, final, get_args

from attrs import field, frozen

from territoires_participatifs.errors import InvalidValue


class Textual:
    """The base of every value that is written as one text.

    ``str()`` gives the text of documents, and the class reads it back:
    ``Siren(str(siren)) == siren``.
    """

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the value that :class:`str` wrote.

        :raises InvalidValue: with the codes of the class.
        """
        return cls(text)  # type: ignore[call-arg]  # every subclass takes its text

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


def legible(text: str) -> str:
    """Return the text, or refuse one that says nothing or can't be written.

    :raises InvalidValue: ``VAL001`` if it is empty or blank (unknown is ``None``),
        ``VAL002`` if it holds half a character (a lone surrogate, not valid Unicode).
    """
    if not text or text.isspace():
        raise InvalidValue("VAL001")
    if _SURROGATE.search(text):
        raise InvalidValue("VAL002", {"value": text.encode("utf-8", "replace").decode()})
    return text


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@final
@frozen
class Form:
    """The form that a text field must have, and the code of its refusal."""

    code: str
    pattern: re.Pattern[str] = field(converter=_compiled)

    def check(self, text: str) -> None:
        """Refuse a text of another form.

        :raises InvalidValue: with this form's code.
        """
        if not self.pattern.fullmatch(text):
            raise InvalidValue(self.code, {"value": text})


def form_of(alias: object) -> Form:
    """Return the form that an alias such as :data:`EntityId` declares."""
    return cast("Form", get_args(alias)[1])


_SURROGATE: Final = re.compile("[\ud800-\udfff]")

EntityId: TypeAlias = Annotated[str, Form("VAL003", "[a-z0-9]+(-[a-z0-9]+)*")]
"""The name of an entity in a dataset: lower-case letters, digits and single hyphens."""

Pointer: TypeAlias = Annotated[str, Form("VAL004", "(/([^/~]|~[01])*)+")]
"""A JSON pointer (RFC 6901) relative to the entity that bears it, as ``/rounds/0/deadline``."""

LanguageTag: TypeAlias = Annotated[str, Form("VAL005", "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")]
"""A language tag (BCP 47), as ``fr`` or ``br``."""

Url: TypeAlias = Annotated[str, Form("VAL006", r"(?ai:https?)://\S+")]
"""A web address, kept as it was found."""

SchemaVersion: TypeAlias = Annotated[str, Form("VAL007", r"[0-9]{1,4}\.[0-9]{1,4}")]
"""The version of the documents' form, as ``1.0``."""


def pointer_token(token: str) -> str:
    """Return one step of a pointer, escaped (RFC 6901, section 3).

    >>> pointer_token("a/b~c")
    'a~1b~0c'
    """
    return token.replace("~", "~0").replace("/", "~1")


def pointer_index(token: str) -> int | None:
    """Return the place in a list that a step of a pointer names; None if it names none.

    >>> pointer_index("12"), pointer_index("012"), pointer_index("text")
    (12, None, None)
    """
    return int(token) if re.fullmatch("0|[1-9][0-9]{0,8}", token) else None


def pointer_tokens(pointer: str) -> list[str]:
    """Return the steps of a pointer, unescaped.

    >>> pointer_tokens("/rounds/0/deadline")
    ['rounds', '0', 'deadline']
    """
    return [each.replace("~1", "/").replace("~0", "~") for each in pointer.split("/")[1:]]
