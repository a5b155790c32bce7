"""What autodoc can't know of our classes: fields by their declarations, words by the catalogue.

A field is shown with its type as one writes it (``EntityId``, not its pattern; ``Demand``, not
the classes of the family), its docstring, its labels in both languages and its help; a member of
an enumeration likewise. A class that bears a tag says under which word documents hold it, and a
family lists its classes.
Every name of the shop window must be in the reference: one that is missing is a warning.
"""

import inspect
from collections.abc import Iterator
from contextlib import suppress
from enum import Enum
from functools import cache
from typing import Any, cast, get_args

from attrs import NOTHING, Attribute, Factory, has
from attrs import fields as attrs_fields
from docutils.nodes import Element, TextElement
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.pycode import ModuleAnalyzer
from sphinx.util import logging

import territoires_participatifs as tp
from territoires_participatifs.language import labels
from territoires_participatifs.values import texts
from territoires_participatifs.values.declarations import (
    TAG,
    Declaration,
    Tagged,
    declarations,
    is_declared,
)
from territoires_participatifs.values.personal import Personal
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import NotApplicable

PACKAGE = "territoires_participatifs"
_FORMS = {
    texts.form_of(getattr(texts, name)): f"{PACKAGE}.values.texts.{name}"
    for name in ("EntityId", "Pointer", "LanguageTag", "Url", "SchemaVersion")
}
_FAMILIES = {
    get_args(tp.Demand): "Demand",
}
"""The families of classes that share a field, each under the name of its alias."""

_logger = logging.getLogger(__name__)


@cache
def _comments(module: str) -> dict[tuple[str, str], list[str]]:
    """Return the docstrings of a module's attributes, by class and name."""
    return ModuleAnalyzer.for_module(module).find_attr_docs()


def _comment(owner: type, name: str) -> list[str]:
    lines = _comments(owner.__module__).get((owner.__qualname__, name), [])
    return list(lines) if not lines or lines[-1] else lines[:-1]


def _has_words(kind: object) -> bool:
    return isinstance(kind, type) and kind.__name__ in labels("en")["classes"]


def _own_fields(kind: type) -> dict[str, Declaration]:
    own = inspect.get_annotations(kind)
    return {name: each for name, each in declarations(kind).items() if name in own}


# Signatures


def _signature(
    _: Sphinx, what: str, __: str, obj: object, ___: object, written: str, ____: str
) -> tuple[str, str] | None:
    """Write the signature of an attrs class by its fields, whose types stand below."""
    if what not in {"class", "exception"}:
        return _plainly(obj, written)
    kind = cast("type", obj)
    if issubclass(kind, Enum):
        return "", ""
    written_by_attrs = has(kind) and not hasattr(kind, "__attrs_init__")
    return (_parameters(kind), "") if written_by_attrs else None


def _plainly(obj: object, written: str) -> tuple[str, str] | None:
    """Name the type of JSON where a function returns it, rather than spell it out."""
    returned = getattr(obj, "__annotations__", {}).get("return")
    return (written, "Json") if returned == tp.Json else None


def _parameters(kind: type) -> str:
    """Write the fields that must be given, and all others at once; a value shows every one."""
    fields = attrs_fields(kind)
    if any(each.kw_only for each in fields):
        needed = [each.name for each in fields if each.default is NOTHING]
        others = ["**fields"] if len(needed) < len(fields) else []
        return f"({', '.join([*(['*'] if needed else []), *needed, *others])})"
    return f"({', '.join(_parameter(each) for each in fields)})"


def _parameter(attribute: "Attribute[Any]") -> str:
    if attribute.default is NOTHING:
        return attribute.name
    return f"{attribute.name}={_value(attribute.default)}"


# Fields and members


def _skip(_: Sphinx, what: str, name: str, obj: object, skip: bool, ___: object) -> bool | None:  # noqa: FBT001  # Sphinx calls it so
    """Leave out of autodoc what :func:`_describe` writes, and what attrs adds."""
    if what != "class":
        return None
    if isinstance(obj, Enum) or name in _WRITTEN or name.startswith("_"):
        return True
    return skip


_WRITTEN: set[str] = set()
"""The names of the fields of the class that autodoc is at."""


def _describe(_: Sphinx, what: str, name: str, obj: object, __: object, lines: list[str]) -> None:
    if what == "class":
        _WRITTEN.clear()
        kind = cast("type", obj)
        if _has_words(kind) and issubclass(kind, Enum):
            lines.extend(_members(kind))
        elif _has_words(kind) and is_declared(kind):
            _WRITTEN.update(_own_fields(kind))
            lines.extend(_tag(kind))
            lines.extend(_fields(kind))
    elif what == "data":
        found = _data_comment(name.rpartition(".")[2])
        if found:
            lines[:] = found
        lines.extend(_family(obj))


def _tag(kind: type) -> Iterator[str]:
    """Say under which word documents hold a class that bears a tag."""
    if issubclass(kind, Tagged):
        _WRITTEN.add("tag")
        word = f'``"{TAG}": "{kind.tag}"``' if kind.tag else f"any other ``{TAG}``"
        yield from ["", f"In documents: {word}."]


def _family(obj: object) -> Iterator[str]:
    """List the classes of a family, and the words that tell them apart in documents."""
    for each in _members_of(obj):
        word = f"``{each.tag}``" if each.tag else f"any other ``{TAG}``"
        yield from ["", f"- :py:class:`{each.__name__}`: {word}"]


def _members_of(alias: object) -> tuple[type[Tagged], ...]:
    members = get_args(alias)
    tagged = all(isinstance(each, type) and issubclass(each, Tagged) for each in members)
    return members if tagged else ()


def _public_bases(_: Sphinx, __: str, kind: type, ___: object, bases: list[object]) -> None:
    """Name Enum as the base of what descends from it by a private class of ours."""
    if issubclass(kind, Enum):
        bases[:] = [Enum]


def _fields(kind: type) -> Iterator[str]:
    for name, each in _own_fields(kind).items():
        yield from ["", f".. py:attribute:: {name}", f"   :type: {_type(each)}"]
        if each.default not in {NOTHING, None}:
            yield f"   :value: {_value(each.default)}"
        body = [*_comment(kind, name), *_words(kind, name)]
        body += ["", _personal(each.personal)] if each.personal else []
        yield from ["", *(f"   {line}" for line in body)]


def _personal(mark: Personal) -> str:
    """Say of a field what it tells of a person, and why it is held."""
    category, purpose = tp.label(mark.category), tp.label(mark.purpose)
    beside = " or ".join(f"``{each}``" for each in mark.of)
    where = f", where {beside} is filled" if beside else ""
    return f"*Personal data:* {category}; held for: {purpose}{where}."


def _members(kind: type[Enum]) -> Iterator[str]:
    for each in kind:
        yield from ["", f".. py:attribute:: {each.name}", f"   :value: {each.value!r}"]
        body = [*_comment(kind, each.name), *_words(kind, str(each.value))]
        yield from ["", *(f"   {line}" for line in body)]


def _words(kind: type, name: str) -> list[str]:
    with suppress(KeyError):
        french, english = (tp.label(kind, name, each) for each in tp.LANGUAGES)
        unit = tp.unit(kind, name, "en")
        counted = f" In: {_escaped(unit)}." if unit else ""
        said = _escaped(tp.help_text(kind, name, "en"))
        return ["", f"« {_escaped(french)} », “{_escaped(english)}”. {said}{counted}"]
    return []


def _escaped(text: str) -> str:
    for mark in "\\*`|_":
        text = text.replace(mark, f"\\{mark}")
    return text


def _type(declaration: Declaration) -> str:
    if declaration.form is not None:
        names = [_FORMS[declaration.form]]
    elif declaration.kinds[0] is Ref:
        target = tp.Entity if declaration.target is None else declaration.target
        names = [f"Ref[{target.__name__}]"]
    else:
        names = [_FAMILIES.get(declaration.kinds) or each.__name__ for each in declaration.kinds]
    text = " | ".join(dict.fromkeys(names))
    parts = [f"tuple[{text}, ...]" if declaration.many else text]
    parts += [NotApplicable.__name__] if declaration.may_not_apply else []
    parts += ["None"] if declaration.optional else []
    return " | ".join(parts)


def _value(default: object) -> str:
    if isinstance(default, Factory):
        return repr(cast("Any", default.factory)())
    return (
        f"{type(default).__name__}.{default.name}" if isinstance(default, Enum) else f"{default!r}"
    )


def _data_comment(name: str) -> list[str]:
    """Return the docstring of a name of the window, from the module that defines it."""
    for module in _MODULES:
        found = _comments(f"{PACKAGE}.{module}").get(("", name))
        if found:
            return list(found)
    return []


_MODULES = (
    "language",
    "values.dates",
    "values.raw",
    "values.ternary",
    "values.texts",
    "calls._demands",
    "document._dataset",
    "document._raw",
    "document._doors",
    "document._migrations",
    "privacy._redaction",
    "rulebook",
    "strategies._objects",
)
"""Where constants and aliases are defined that the reference shows."""


# References


def _by_last_name(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, inner: TextElement
) -> Element | None:
    """Find a class by its last name: annotations name the private module that defines it."""
    if node.get("refdomain") != "py":
        return None
    domain = cast("Any", env.domains.python_domain)
    last = node["reftarget"].rpartition(".")[2]
    found = [name for name in domain.objects if name.rpartition(".")[2] == last]
    classes = [name for name in found if domain.objects[name].objtype != "attribute"]
    if len(classes) != 1:
        return None
    return cast(
        "Element | None",
        domain.resolve_xref(
            env, node["refdoc"], app.builder, node["reftype"], classes[0], node, inner
        ),
    )


def _complete(_: Sphinx, env: BuildEnvironment) -> None:
    documented = {name.rpartition(".")[2] for name in env.domains.python_domain.objects}
    for name in tp.__all__:
        if name not in documented:
            _logger.warning("%s is in the shop window and not in the reference", name)


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx."""
    app.connect("autodoc-process-signature", _signature)
    app.connect("autodoc-skip-member", _skip)
    app.connect("autodoc-process-docstring", _describe)
    app.connect("autodoc-process-bases", _public_bases)
    app.connect("missing-reference", _by_last_name)
    app.connect("env-check-consistency", _complete)
    return {"parallel_read_safe": False, "parallel_write_safe": True}
