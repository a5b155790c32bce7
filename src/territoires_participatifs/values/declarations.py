"""Field declarations: the one place that says what a field may hold.

A class states its fields once, as annotations. From them come the check of its
constructor, the reading and writing of documents, the walk over references, and the
strategies that draw examples. Every field holds values of one kind (or of a family of
classes), once or as a tuple, and may be unknown (``None``) or not applicable.
"""

from collections.abc import Mapping
from functools import cache
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    ClassVar,
    Final,
    TypeAlias,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from attrs import NOTHING, Attribute, evolve, fields, frozen, has

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values.personal import Personal
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import NOT_APPLICABLE, NotApplicable
from territoires_participatifs.values.texts import Form, Textual, legible

GREATEST: Final = 2**53 - 1
"""The greatest whole number that every reader of JSON holds exactly (RFC 8259, section 6)."""

HIDDEN: Final = "hidden"
"""Metadata of a field that documents do not hold under its own name."""

ALWAYS: Final = "always"
"""Metadata of a field that is written even when it holds its default."""

PROVENANCE: Final = "provenance"
"""Metadata of a field that says where facts come from; documents write it last."""

PERSONAL: Final = "personal"
"""Metadata of a field that holds personal data (GDPR, article 4): its mark, a :class:`Personal`."""

TAG: Final = "kind"
"""The name under which documents write the tag of a class that shares its field."""

T = TypeVar("T")

_Attribute: TypeAlias = "Attribute[Any]"


class Tagged:
    """The base of classes that share a field, told apart in documents by a word: their tag.

    Documents write the tag under ``kind``. The one class of a family whose tag is empty
    takes what no other class does, as it came.
    """

    __slots__ = ()

    tag: ClassVar[str]


@frozen
class Declaration:
    """What one field may hold."""

    name: str
    kinds: tuple[type, ...]
    """The class of its values, or the family of classes."""
    annotation: object
    form: Form | None
    """The form that its texts must have."""
    target: type | None
    """The class of the entity that a reference names."""
    many: bool
    """Whether it holds a tuple of values."""
    optional: bool
    """Whether it may be unknown."""
    may_not_apply: bool
    default: object
    """The value of a field left out; :data:`attrs.NOTHING` if it is required."""
    hidden: bool
    always: bool
    provenance: bool
    personal: Personal | None
    """What it tells of a natural person, and why; None if it tells nothing."""
    inherited: bool
    """Whether a base class declares it."""

    @property
    def required(self) -> bool:
        """Whether a document must hold it."""
        return self.default is NOTHING

    def values(self, held: object) -> tuple[object, ...]:
        """Return what a field holds, once or many times, without the unknown."""
        if held is None or held is NOT_APPLICABLE:
            return ()
        return cast("tuple[object, ...]", held) if self.many else (held,)

    def kind_of(self, raw: object) -> type:
        """Return the class that raw JSON is of: the only one, or the one that its tag names."""
        if len(self.kinds) == 1:
            return self.kinds[0]
        word = cast("Mapping[str, object]", raw).get(TAG) if isinstance(raw, Mapping) else None
        return tagged(self.kinds, word)

    def check(self, owner: type, held: object) -> None:
        """Refuse what the field may not hold.

        :raises TypeError: for another kind of value.
        :raises InvalidValue: for a text of another form, or a number beyond :data:`GREATEST`.
        """
        known = not (held is None and self.optional)
        applies = not (held is NOT_APPLICABLE and self.may_not_apply)
        if known and applies:
            if self.many and type(held) is not tuple:
                raise self._unfit(owner, held)
            for each in cast("tuple[object, ...]", held) if self.many else (held,):
                self._check_one(owner, each)

    def _check_one(self, owner: type, value: object) -> None:
        boolean = isinstance(value, bool) and bool not in self.kinds
        if boolean or not isinstance(value, self.kinds):
            raise self._unfit(owner, value)
        if isinstance(value, str):
            legible(value)
            if self.form is not None:
                self.form.check(value)
        elif isinstance(value, int) and abs(value) > GREATEST:
            raise InvalidValue("VAL403", {"greatest": GREATEST})

    def _unfit(self, owner: type, held: object) -> TypeError:
        kinds = " or ".join(each.__name__ for each in self.kinds)
        expected = f"a tuple of {kinds}" if self.many else kinds
        found = type(held).__name__
        return TypeError(f"{owner.__name__}.{self.name} takes {expected}, not {found}")


def tagged(kinds: tuple[type, ...], tag: object) -> type:
    """Return the class of a family that has a tag, or the one that takes all others."""
    family = {each.tag: each for each in kinds if issubclass(each, Tagged)}
    return family.get(tag, family[""]) if isinstance(tag, str) else family[""]


def is_untagged(kind: type) -> bool:
    """Whether a class is the one of its family that takes what no other does, as it came."""
    return issubclass(kind, Tagged) and not kind.tag


def declarations(cls: type) -> Mapping[str, Declaration]:
    """Return the declarations of a class by name, in the order of its documents.

    >>> from territoires_participatifs.values import Name
    >>> [each.name for each in declarations(Name).values() if each.required]
    ['text']
    """
    return _declared(cls)


def declared(kinds: tuple[type, ...], name: str) -> Declaration | None:
    """Return the declaration of a field that one class of a family has; None if none has it.

    Of what no class of the family takes, nothing is declared.
    """
    having = (declarations(each) for each in kinds if is_declared(each) and not is_untagged(each))
    return next((each[name] for each in having if name in each), None)


@cache
def _declared(cls: type) -> Mapping[str, Declaration]:
    hints = get_type_hints(cls, include_extras=True)
    found = [_declaration(each, hints[each.name]) for each in fields(cls)]
    return {each.name: each for each in sorted(found, key=_rank)}


def replaced(held: T, **changes: object) -> T:
    """Return an object with some fields changed (:func:`attrs.evolve`, for any class).

    >>> from territoires_participatifs.values import Name
    >>> replaced(Name("Cerdd"), language="en").language
    'en'
    """
    return cast("T", evolve(cast("Any", held), **changes))


def unchecked(cls: type[T], **known: object) -> T:
    """Return an object of fields that are known to be right, without checking them again.

    For what this library makes by the thousand out of objects that were checked: it costs a
    tenth of the constructor.

    >>> from territoires_participatifs.sources import Quote
    >>> unchecked(Quote, text="début février") == Quote(text="début février")
    True
    """
    kind: type = cls
    made = object.__new__(cls)
    for name, default in _defaults(kind):
        object.__setattr__(made, name, known.get(name, default))
    return made


@cache
def _defaults(cls: type) -> tuple[tuple[str, object], ...]:
    return tuple((each.name, each.default) for each in fields(cls))


def bare(held: object) -> object:
    """Return a value without the words of its source, on any level.

    >>> from territoires_participatifs.values import PartialDate
    >>> bare(PartialDate("2021", wording="en 2021"))
    PartialDate.parse('2021')
    """
    if isinstance(held, tuple):
        return tuple(map(bare, cast("tuple[object, ...]", held)))
    if not is_declared(type(held)):
        return held
    parts = {each: bare(getattr(held, each)) for each in declarations(type(held))}
    return replaced(held, **parts | ({"wording": None} if "wording" in parts else {}))


def is_declared(kind: object) -> bool:
    """Whether a class is made of declared fields (and is not a text or a reference)."""
    return isinstance(kind, type) and _is_made_of_fields(kind)


@cache
def _is_made_of_fields(kind: type) -> bool:
    return has(kind) and not issubclass(kind, Textual)


def _rank(declaration: Declaration) -> int:
    """The id first, what the class declares, what all entities have, then the provenance."""
    if declaration.name == "id":
        return 0
    return 3 if declaration.provenance else 2 if declaration.inherited else 1


def _declaration(attribute: _Attribute, hint: object) -> Declaration:
    members = list(get_args(hint)) if get_origin(hint) in {Union, UnionType} else [hint]
    kinds = [each for each in members if each not in {NoneType, NotApplicable}]
    many = get_origin(kinds[0]) is tuple
    if many:
        item = get_args(kinds[0])[0]
        kinds = list(get_args(item)) if get_origin(item) in {Union, UnionType} else [item]
    first = kinds[0]
    return Declaration(
        name=attribute.name,
        kinds=tuple(_plain(each) for each in kinds),
        annotation=hint,
        form=_form(first),
        target=get_args(first)[0] if get_origin(first) is Ref else None,
        many=many,
        optional=NoneType in members,
        may_not_apply=NotApplicable in members,
        default=attribute.default,
        hidden=HIDDEN in attribute.metadata,
        always=ALWAYS in attribute.metadata,
        provenance=PROVENANCE in attribute.metadata,
        personal=attribute.metadata.get(PERSONAL),
        inherited=cast("Any", attribute).inherited,  # mypy's stubs lack it
    )


def _plain(kind: object) -> type:
    origin = get_origin(kind)
    if origin is Annotated:
        return cast("type", get_args(kind)[0])
    return cast("type", origin or kind)


def _form(kind: object) -> Form | None:
    marks = get_args(kind)[1:] if get_origin(kind) is Annotated else ()
    return next((each for each in marks if isinstance(each, Form)), None)


def _conforms(instance: object, attribute: _Attribute, value: object) -> None:
    if value is attribute.default and value is not NOTHING:
        return  # as its class declares it; most fields of most objects are
    owner = type(instance)
    declarations(owner)[attribute.name].check(owner, value)


def checked(_: type, attributes: list[_Attribute]) -> list[_Attribute]:
    """Give every field the check that its declaration asks for (an attrs field transformer)."""
    return [
        each.evolve(validator=_both(each.validator) if each.validator else _conforms)
        for each in attributes
    ]


def _both(validator: Any) -> Any:  # noqa: ANN401  # attrs types validators so
    def conforms_and_more(instance: object, attribute: _Attribute, value: object) -> None:
        _conforms(instance, attribute, value)
        try:
            validator(instance, attribute, value)
        except InvalidValue as error:
            error.add_note(_FieldNote(attribute.name))
            raise

    return conforms_and_more


class _FieldNote(str):
    """A note on an error: the field whose value a constructor refused."""

    __slots__ = ()


def refused_field(error: BaseException) -> str | None:
    """Return the field whose value a constructor refused, if its error knows.

    >>> from territoires_participatifs.values import Deadline
    >>> try:
    ...     Deadline(hour="25:00")
    ... except InvalidValue as error:
    ...     refused_field(error)
    'hour'
    """
    notes: list[str] = getattr(error, "__notes__", [])
    return next((str(each) for each in notes if isinstance(each, _FieldNote)), None)
