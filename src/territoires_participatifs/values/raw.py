"""JSON as it stands: the type of the raw stage, and how it is written, always the same."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from json import loads
from json.encoder import encode_basestring as _quoted
from typing import Final, Self, TypeAlias, cast, final

from attrs import field, frozen

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values.decimals import EXACT
from territoires_participatifs.values.texts import Textual

Json: TypeAlias = "bool | int | Decimal | str | list[Json] | dict[str, Json] | None"
"""What a JSON document holds; numbers with a fraction are decimals, so no digit is lost."""

DEEPEST: Final = 100
"""Levels of lists and objects, one inside the other, beyond which a document is refused."""

FARTHEST: Final = 999_999
"""The exponent of ten, up or down, beyond which a number is refused (as Python's own decimals do)."""


def _canonical(text: str) -> str:
    return encode(_decoded(text))


@final
@frozen(order=True, repr=False, weakref_slot=False)
class Raw(Textual):
    """A piece of JSON that is kept without being understood, in one canonical text.

    >>> Raw.of({"b": 1, "a": [Decimal("1.50"), None]})
    Raw('{"a":[1.50,null],"b":1}')
    >>> Raw.of("début février").json
    'début février'

    :raises InvalidValue: ``VAL008`` if the text is not JSON, or gives a name twice in one
        object; ``VAL010`` if it is nested too deep.
    """

    text: str = field(converter=_canonical)

    @classmethod
    def of(cls, value: object) -> Self:
        """Return a value of JSON's types, kept.

        :raises InvalidValue: ``VAL009`` if it holds anything that JSON can't say,
            ``VAL010`` if it is nested too deep.
        """
        return cls(encode(value))

    @property
    def json(self) -> Json:
        """The value, decoded anew."""
        return _decoded(self.text)

    def __str__(self) -> str:
        return self.text


def _decoded(text: str) -> Json:
    try:
        raw = loads(
            text,
            parse_float=fraction,
            parse_constant=fraction,
            object_pairs_hook=without_twins,
        )
    except RecursionError:
        raise InvalidValue("VAL010", {"deepest": DEEPEST}) from None
    except ValueError:
        raise InvalidValue("VAL008", {"value": text}) from None
    return cast("Json", raw)


def fraction(text: str) -> Decimal:
    """Return a number with a fraction or an exponent, as JSON writes it, exactly.

    >>> fraction("1.50")
    Decimal('1.50')

    :raises ValueError: for NaN, an infinity, or an exponent beyond :data:`FARTHEST`.
    """
    number = EXACT.create_decimal(text)
    if not _is_writable(number):
        raise ValueError(text)
    return number


def _is_writable(number: Decimal) -> bool:
    """Whether it is a number, and no monster: written out, its zeros could fill the memory."""
    return number.is_finite() and abs(number.adjusted()) <= FARTHEST


def without_twins(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """Return the object of these names and values.

    :raises ValueError: if a name is given twice.
    """
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def encode(value: object, indent: int | None = None) -> str:
    """Return JSON text: keys sorted and no space, or indented and in the order given.

    :raises InvalidValue: ``VAL009`` or ``VAL010``.

    >>> print(encode({"a": [1, True], "b": {}}, indent=2))
    {
      "a": [
        1,
        true
      ],
      "b": {}
    }
    """
    pieces: list[str] = []
    _Encoder(pieces.append, indent).write(value, 0)
    return "".join(pieces)


@final
class _Encoder:
    """One walk over a value. Written by hand because ``json`` can't write decimals."""

    def __init__(self, emit: Callable[[str], object], indent: int | None) -> None:
        self._emit = emit
        self._indent = indent

    def write(self, value: object, depth: int) -> None:
        if isinstance(value, dict | list | tuple):
            self._nested(value, depth)
        else:
            self._emit(_scalar(value))

    def _nested(self, value: object, depth: int) -> None:
        if depth >= DEEPEST:
            raise InvalidValue("VAL010", {"deepest": DEEPEST})
        if isinstance(value, dict):
            self._items(self._pairs(cast("Mapping[object, object]", value)), "{}", depth + 1)
        else:
            items = [("", each) for each in cast("list[object]", value)]
            self._items(items, "[]", depth + 1)

    def _pairs(self, value: Mapping[object, object]) -> list[tuple[str, object]]:
        colon = ":" if self._indent is None else ": "
        for key in value:
            if not isinstance(key, str):
                raise InvalidValue("VAL009", {"kind": type(key).__name__})
        keys = cast("list[str]", list(value))
        return [
            (_scalar(each) + colon, value[each])
            for each in (sorted(keys) if self._indent is None else keys)
        ]

    def _items(self, items: list[tuple[str, object]], brackets: str, depth: int) -> None:
        emit = self._emit
        emit(brackets[0])
        for position, (prefix, item) in enumerate(items):
            emit("," if position else "")
            self._break(depth)
            emit(prefix)
            self.write(item, depth)
        if items:
            self._break(depth - 1)
        emit(brackets[1])

    def _break(self, depth: int) -> None:
        if self._indent is not None:
            self._emit("\n" + " " * (self._indent * depth))


def _scalar(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return _text(value)
        case int():
            return _whole(value)
        case Decimal() | float():
            return _decimal(value)
        case _:
            raise InvalidValue("VAL009", {"kind": type(value).__name__})


def _decimal(value: Decimal | float) -> str:
    number = value if isinstance(value, Decimal) else Decimal(float.__repr__(value))
    if not _is_writable(number):
        raise InvalidValue("VAL009", {"kind": type(value).__name__})
    return EXACT.to_sci_string(number)


def _text(value: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise InvalidValue("VAL002", {"value": ascii(value)}) from None
    return _quoted(value)


def _whole(value: int) -> str:
    try:
        return str(int(value))
    except ValueError:  # longer than Python writes
        raise InvalidValue("VAL009", {"kind": "int"}) from None
