"""The third stage: raw JSON becomes typed objects, and back. The one place of cattrs.

:func:`make_converter` gives the converter to whoever wants to embed it. Its hooks are
strict: nothing is guessed, a text is no number and ``"false"`` is no truth.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeAlias, TypeVar, Union, cast, get_args, get_origin

from attrs import resolve_types
from cattrs import (
    BaseValidationError,
    ClassValidationError,
    Converter,
    IterableValidationError,
)
from cattrs.errors import AttributeValidationNote, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, override

from territoires_participatifs.checks import Finding, Place
from territoires_participatifs.document._extensions import Sifted, attach, restore, sift
from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.language import Sentence
from territoires_participatifs.sources import Extension
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.declarations import (
    TAG,
    Tagged,
    declarations,
    is_declared,
    is_untagged,
    tagged,
)
from territoires_participatifs.values.raw import Json, Raw
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import NOT_APPLICABLE, NotApplicable
from territoires_participatifs.values.texts import Textual, form_of, legible, pointer_token

T = TypeVar("T")
Hook: TypeAlias = Callable[[Any, Any], Any]

_STATE = {"state": NotApplicable.NOT_APPLICABLE.value}


def make_converter(*, details: bool = True) -> Converter:
    """Return a cattrs converter that reads and writes every class of this library.

    :param details: whether a failure tells every error with its place; slower.

    >>> from territoires_participatifs.organisations import Organisation
    >>> make_converter().unstructure(Organisation(id="cerdd"))
    {'id': 'cerdd'}
    """
    converter = Converter(detailed_validation=details)
    _register_reading(converter, details=details)
    _register_writing(converter)
    return converter


def build(raw: Json, cls: type[T]) -> tuple[T | None, tuple[Finding, ...]]:
    """Return the object that raw JSON describes, or None; and what is to say of it."""
    unknown = Sifted()
    try:
        known = sift(raw, cls, unknown)
    except InvalidValue as error:
        return None, (Finding(code=error.code, facts=error.facts),)
    homeless = () if _keeps_unknown(cls) else tuple(_homeless(unknown))
    built, findings = _built(known, cls)
    told = (*unknown.misspelt, *homeless, *findings)
    if homeless or findings:
        return None, told
    return cast("T", attach(built, unknown)), told


def _built(raw: Json, cls: type) -> tuple[object, tuple[Finding, ...]]:
    """Build fast; on failure build once more with care, to tell each error in its place."""
    with suppress(Exception):  # the careful pass tells what it was
        return _quick().structure(raw, cls), ()
    try:
        return _careful().structure(raw, cls), ()
    except Exception as error:  # noqa: BLE001  # whatever it is becomes findings
        return None, tuple(_findings(error, ""))


def _keeps_unknown(cls: type) -> bool:
    return not is_declared(cls) or any(each.hidden for each in declarations(cls).values())


def _homeless(unknown: Sifted) -> Iterator[Finding]:
    """Tell what has no entity to be kept on: a part that was given alone."""
    for each in unknown.kept.get("", ()):
        facts = {"name": each.at.rpartition("/")[2]}
        yield Finding(code="DOC109", place=Place(pointer=each.at), facts=facts)


def fits(raw: Json, annotation: object) -> tuple[object, Sentence | None]:
    """Return the value that raw JSON is in a field's annotation, or why it is none."""
    try:
        return _quick().structure(raw, cast("Any", annotation)), None
    except Exception as error:  # noqa: BLE001  # the reason is told
        return None, Sentence(**_told(_innermost(error)))


def unstructure(value: object) -> Json:
    """Return an object as JSON types, as a document holds it.

    A number with a fraction that is kept as it came is a :class:`~decimal.Decimal`, which
    :mod:`json` can't write: :func:`~territoires_participatifs.write` does.

    >>> from territoires_participatifs.values import PartialDate
    >>> unstructure(PartialDate("2021-03-12"))
    '2021-03-12'
    """
    return cast("Json", _quick().unstructure(value))


@cache
def _quick() -> Converter:
    return make_converter(details=False)


@cache
def _careful() -> Converter:
    return make_converter(details=True)


def _findings(error: BaseException, pointer: str) -> Iterator[Finding]:
    if isinstance(error, ClassValidationError | IterableValidationError):
        noted, others = cast("Any", error).group_exceptions()
        for inner, note in noted:
            step = note.index if isinstance(error, IterableValidationError) else note.name
            yield from _leaf(inner, pointer, str(step))
        for inner in others:
            yield from _findings(inner, pointer)
    else:
        yield Finding(place=Place(pointer=pointer), **_told(error))


def _leaf(error: BaseException, pointer: str, step: str) -> Iterator[Finding]:
    if isinstance(error, KeyError) and not isinstance(error, BaseValidationError):
        facts = {"field": step}
        yield Finding(code="DOC101", place=Place(pointer=pointer), facts=facts)
    else:
        yield from _findings(error, f"{pointer}/{pointer_token(step)}")


def _told(error: BaseException) -> dict[str, Any]:
    if isinstance(error, InvalidValue):
        return {"code": error.code, "facts": error.facts}
    return {"code": "DOC199", "facts": {"error": f"{type(error).__name__}: {error}"}}


# Reading


def _register_reading(converter: Converter, *, details: bool) -> None:
    exact: dict[type, tuple[str, type]] = {str: ("DOC103", str), int: ("DOC105", int)}
    exact[bool] = ("DOC106", bool)
    for kind, (code, held) in exact.items():
        converter.register_structure_hook(kind, _exactly(held, code))
    converter.register_structure_hook(Decimal, _decimal_text)
    converter.register_structure_hook(Enum, _member)  # by class: cattrs 24.1 has one so too
    converter.register_structure_hook_func(_is_subclass_of(Textual), _textual)
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


def _is_subclass_of(base: type) -> Callable[[Any], bool]:
    return lambda kind: isinstance(kind, type) and issubclass(kind, base)


def _may_not_apply(kind: object) -> bool:
    return get_origin(kind) in {Union, UnionType} and NotApplicable in get_args(kind)


def _is_family(kind: object) -> bool:
    """Whether an annotation is a family of classes that documents tell apart by their tag."""
    members = get_args(kind) if get_origin(kind) in {Union, UnionType} else ()
    known = [each for each in members if each is not NoneType]
    return len(known) > 1 and all(_is_subclass_of(Tagged)(each) for each in known)


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
        return NOT_APPLICABLE if raw == _STATE else structure(raw, rest)

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
            return cast("Any", kind)(**{name: Raw.of(raw)})
        if tag != kind.tag:
            facts = {**found_instead(tag), "members": [kind.tag]}
            raise _of_the_tag(InvalidValue("DOC107", facts))
        return plain(raw, kind)

    return hook


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
            inner = _innermost(error)
            inner.__notes__ = []  # the document has no step for the lead
            raise inner from None

    return hook


def _innermost(error: BaseException) -> BaseException:
    while isinstance(error, ClassValidationError):
        error = error.exceptions[0]
    return error


# Writing


def _register_writing(converter: Converter) -> None:
    converter.register_unstructure_hook_func(_is_subclass_of(Textual), str)
    converter.register_unstructure_hook_func(lambda kind: kind is Raw, lambda raw: raw.json)
    converter.register_unstructure_hook(NotApplicable, lambda _: dict(_STATE))
    converter.register_unstructure_hook(Decimal, lambda number: f"{number:f}")
    converter.register_unstructure_hook_func(is_declared, lambda held: _written(held, converter))


def _written(held: object, converter: Converter) -> Json:
    kind = type(held)
    if isinstance(held, Compound) and held.is_short():
        lead = _value(getattr(held, held.lead().name), converter)
        if not isinstance(lead, dict):  # which would be taken for the whole
            return lead
    if is_untagged(kind):
        return _value(getattr(held, next(iter(declarations(kind)))), converter)
    raw: dict[str, Json] = {TAG: kind.tag} if issubclass(kind, Tagged) else {}
    extensions: tuple[Extension, ...] = ()
    for each in declarations(kind).values():
        value = getattr(held, each.name)
        if each.hidden:
            extensions = value
        elif each.always or each.required or value != each.default:
            raw[each.name] = _value(value, converter)
    restore(raw, kind, extensions)
    return raw


def _value(value: object, converter: Converter) -> Json:
    if isinstance(value, tuple):
        return [converter.unstructure(each) for each in value]
    return cast("Json", converter.unstructure(value))
