"""The hooks that read: each kind of value from the one kind of JSON that it is written as."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Final, TypeAlias, Union, cast, get_args, get_origin

from attrs import resolve_types
from cattrs import ClassValidationError, Converter, IterableValidationError
from cattrs.errors import AttributeValidationNote, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, override

from territoires_participatifs.document.structuring._failures import innermost
from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.declarations import (
    TAG,
    Tagged,
    declarations,
    is_declared,
    tagged,
)
from territoires_participatifs.values.raw import Raw
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import NOT_APPLICABLE, NotApplicable
from territoires_participatifs.values.texts import Textual, form_of, legible

Hook: TypeAlias = Callable[[Any, Any], Any]

STATE: Final = {"state": NotApplicable.NOT_APPLICABLE.value}
"""What documents write for a field that does not apply."""


def register_reading(converter: Converter, *, details: bool) -> None:
    """Teach a converter to read every class of this library."""
    exact: dict[type, tuple[str, type]] = {str: ("DOC103", str), int: ("DOC105", int)}
    exact[bool] = ("DOC106", bool)
    for kind, (code, held) in exact.items():
        converter.register_structure_hook(kind, _exactly(held, code))
    converter.register_structure_hook(Decimal, _decimal_text)
    converter.register_structure_hook(Enum, _member)  # by class: cattrs 24.1 has one so too
    converter.register_structure_hook_func(is_subclass_of(Textual), _textual)
    converter.register_structure_hook_func(lambda kind: kind is Raw, lambda raw, _: Raw.of(raw))
    converter.register_structure_hook_func(_is_origin(Annotated), _formed)
    converter.register_structure_hook_func(_is_origin(Ref), _reference)
    converter.register_structure_hook_factory(
        _is_origin(tuple), lambda kind: _tuple_hook(converter, kind, details=details)
    )
    converter.register_structure_hook_factory(
        _may_not_apply, lambda kind: _applicable_hook(converter, kind)
    )
    converter.register_structure_hook_factory(
        is_declared, lambda kind: _object_hook(converter, kind)
    )
    converter.register_structure_hook_func(
        _is_family, lambda raw, family: converter.structure(raw, _chosen(raw, family))
    )


def _is_origin(origin: object) -> Callable[[Any], bool]:
    return lambda kind: get_origin(kind) is origin


def is_subclass_of(base: type) -> Callable[[Any], bool]:
    """Return the test of whether something is a class with that base."""
    return lambda kind: isinstance(kind, type) and issubclass(kind, base)


def _may_not_apply(kind: object) -> bool:
    return get_origin(kind) in {Union, UnionType} and NotApplicable in get_args(kind)


def _is_family(kind: object) -> bool:
    """Whether an annotation is a family of classes that documents tell apart by their tag."""
    members = get_args(kind) if get_origin(kind) in {Union, UnionType} else ()
    known = [each for each in members if each is not NoneType]
    return len(known) > 1 and all(is_subclass_of(Tagged)(each) for each in known)


def _chosen(raw: object, family: object) -> type:
    if type(raw) is not dict:
        raise InvalidValue("DOC102", found_instead(raw))
    return tagged(get_args(family), _tag_of(cast("dict[str, Any]", raw)))


def _tag_of(raw: dict[str, Any]) -> str:
    """Return the tag that a JSON object bears, or refuse it."""
    if TAG not in raw:
        raise InvalidValue("DOC101", {"field": TAG})
    try:
        return cast("str", _text(raw[TAG], str))
    except InvalidValue as error:
        raise _of_the_tag(error) from None


def _of_the_tag(error: InvalidValue) -> ClassValidationError:
    """Return what is wrong with a tag, told in its place."""
    error.__notes__ = [AttributeValidationNote(TAG, TAG, str)]
    return ClassValidationError(TAG, [error], Tagged)


def found_instead(raw: object) -> dict[str, object]:
    """Return the fact of what stands where something else belongs."""
    if raw is None or isinstance(raw, dict | list):
        return {"found": "null" if raw is None else "{…}" if isinstance(raw, dict) else "[…]"}
    return {
        "found": str(raw).lower()
        if isinstance(raw, bool)
        else f'"{raw}"'
        if isinstance(raw, str)
        else str(raw)
    }


def _exactly(kind: type, code: str) -> Hook:
    def hook(raw: Any, _: object) -> Any:  # noqa: ANN401
        if type(raw) is not kind:
            raise InvalidValue(code, found_instead(raw))
        return legible(raw) if isinstance(raw, str) else raw

    return hook


_text = _exactly(str, "DOC103")


def _decimal_text(raw: Any, _: object) -> Any:  # noqa: ANN401
    return _text(raw, str)  # the class converts it, and refuses what is no number


def _textual(raw: Any, kind: Any) -> Any:  # noqa: ANN401
    return kind.parse(_text(raw, str))


def _reference(raw: Any, _: object) -> Any:  # noqa: ANN401
    return Ref(_text(raw, str))


def _formed(raw: Any, kind: Any) -> Any:  # noqa: ANN401
    text = _text(raw, str)
    form_of(kind).check(text)
    return text


def _member(raw: Any, kind: Any) -> Any:  # noqa: ANN401
    for each in kind:
        if each.value == raw and isinstance(raw, str):
            return each
    raise InvalidValue("DOC107", {**found_instead(raw), "members": [each.value for each in kind]})


def _tuple_hook(converter: Converter, kind: object, *, details: bool) -> Hook:
    item = get_args(kind)[0]
    structure = converter.get_structure_hook(item)

    def hook(raw: Any, _: object) -> Any:  # noqa: ANN401
        if type(raw) is not list:
            raise InvalidValue("DOC104", found_instead(raw))
        if details:
            return tuple(_each_with_care(structure, raw, item))
        return tuple([structure(_not_null(each), item) for each in raw])

    return hook


def _not_null(raw: Any) -> Any:  # noqa: ANN401
    if raw is None:
        raise InvalidValue("DOC108")
    return raw


def _each_with_care(structure: Hook, raw: Iterable[Any], item: Any) -> list[Any]:  # noqa: ANN401
    built: list[Any] = []
    errors: list[Exception] = []
    for index, each in enumerate(raw):
        try:
            built.append(structure(_not_null(each), item))
        except Exception as error:  # noqa: BLE001  # each keeps its place
            note = IterableValidationNote(f"index {index}", index, item)
            error.__notes__ = [*getattr(error, "__notes__", []), note]
            errors.append(error)
    if errors:
        message = "items"
        raise IterableValidationError(message, errors, item)
    return built


def _applicable_hook(converter: Converter, kind: object) -> Hook:
    members = [each for each in get_args(kind) if each is not NotApplicable]
    rest: Any = Union.__getitem__(tuple(members))
    structure = converter.get_structure_hook(rest)

    def hook(raw: Any, _: object) -> Any:  # noqa: ANN401
        return NOT_APPLICABLE if raw == STATE else structure(raw, rest)

    return hook


def _object_hook(converter: Converter, kind: type) -> Hook:
    if issubclass(kind, Tagged):
        return _tagged_hook(converter, kind)
    return _plain_hook(converter, kind)


def _tagged_hook(converter: Converter, kind: type[Tagged]) -> Hook:
    """Read a class that bears a tag: the tag must be its own, unless it takes all others."""
    plain = _plain_hook(converter, kind)
    name = next(iter(declarations(kind)))

    def hook(raw: Any, _: object) -> Any:  # noqa: ANN401
        if type(raw) is not dict:
            raise InvalidValue("DOC102", found_instead(raw))
        tag = _tag_of(cast("dict[str, Any]", raw))
        if not kind.tag:
            return _kept(kind, name, raw)
        if tag != kind.tag:
            facts = {**found_instead(tag), "members": [kind.tag]}
            raise _of_the_tag(InvalidValue("DOC107", facts))
        return plain(raw, kind)

    return hook


def _kept(kind: type, name: str, raw: Any) -> Any:  # noqa: ANN401
    try:
        return cast("Any", kind)(**{name: Raw.of(raw)})
    except InvalidValue as error:
        error.__notes__ = []  # the document has no step for the whole
        raise


def _plain_hook(converter: Converter, kind: type) -> Hook:
    hidden: Any = {
        name: override(omit=True) for name, each in declarations(kind).items() if each.hidden
    }
    resolve_types(kind)  # cattrs leaves alone a name inside of a tuple
    structure: Hook = make_dict_structure_fn(kind, converter, **hidden)
    lead = kind.lead().name if issubclass(kind, Compound) and kind.short else None

    def hook(raw: Any, _: object) -> Any:  # noqa: ANN401
        if type(raw) is dict:
            known = cast("dict[str, Any]", raw)
            return structure({k: v for k, v in known.items() if v is not None}, kind)
        if lead is None or raw is None:
            raise InvalidValue("DOC102", found_instead(raw))
        try:
            return structure({lead: raw}, kind)
        except ClassValidationError as error:
            inner = innermost(error)
            inner.__notes__ = []  # the document has no step for the lead
            raise inner from None

    return hook
