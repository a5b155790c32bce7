"""`territoires new`: a document to fill in, with the help of each field beside it."""

from argparse import Namespace
from enum import Enum
from typing import Any, Final, get_args

from territoires_participatifs.calls import Call, Demand, Requirement
from territoires_participatifs.cli._status import Status
from territoires_participatifs.cli._terminal import send
from territoires_participatifs.document import SCHEMA_VERSION
from territoires_participatifs.labels import help_text, label
from territoires_participatifs.language import Language
from territoires_participatifs.values.declarations import Declaration, declarations
from territoires_participatifs.values.raw import encode

_HELP: Final = "x-help"
"""The name under which the help stands: documents keep what begins with x-."""

_SHOWN: Final = (
    "names",
    "kind",
    "purpose",
    "territories",
    "opens",
    "closes",
    "rounds",
    "tracks",
    "collective",
    "requirements",
    "requirements_complete",
    "aid",
    "envelopes",
    "criteria",
    "channels",
    "version",
    "version_date",
    "url",
)
"""What most calls tell."""

_REQUIREMENTS: Final = (
    {
        "id": "who",
        "stage": "eligibility",
        "consequence": "ineligible",
        "demand": {"kind": "applicant", "kinds": ["commune", "intermunicipal-body"]},
        "clause": {"text": "…"},
    },
    {
        "id": "in-time",
        "stage": "admissibility",
        "consequence": "rejected",
        "demand": {"kind": "deadline"},
    },
    {
        "id": "quality",
        "stage": "eligibility",
        "demand": {"kind": "text", "text": "…"},
    },
)
"""Three requirements as examples: one of whom, one of when, one that a person judges."""


def run_new(_: Namespace, language: Language) -> Status:
    """Print a call to fill in."""
    send(f"{encode(skeleton(language), indent=2)}\n".encode())
    return Status.SOUND


def skeleton(language: Language) -> dict[str, Any]:
    """Return a document with one call: a draft whose fields are explained, none of them told.

    >>> sorted(skeleton("en"))
    ['calls', 'schema_version', 'source', 'sources']
    """
    helped = {name: each for name, each in _helped(Call, language).items() if name in _SHOWN}
    asked = {**_helped(Requirement, language), "demand": _kinds(language)}
    requirements = [{_HELP: asked, **_REQUIREMENTS[0]}, *_REQUIREMENTS[1:]]
    call: dict[str, Any] = {"id": "my-call", _HELP: helped, "requirements": requirements}
    source = {"id": "specification", "title": "…"}
    head = {"schema_version": SCHEMA_VERSION, "source": source["id"]}
    return {**head, "sources": [source], "calls": [call]}


def _helped(cls: type, language: Language) -> dict[str, str]:
    """Return the help of each field of a class that is its own, by name."""
    own = (each for each in declarations(cls).values() if not each.inherited)
    return {each.name: _help(cls, each, language) for each in own if each.name != "id"}


def _help(cls: type, declaration: Declaration, language: Language) -> str:
    """Return what to write in a field: its name, its help, and the words it may hold."""
    name = declaration.name
    said = f"{label(cls, name, language)} · {help_text(cls, name, language)}"
    members = [str(e.value) for k in declaration.kinds if issubclass(k, Enum) for e in k]
    return f"{said} ({' | '.join(members)})" if members else said


def _kinds(language: Language) -> dict[str, str]:
    """Return the words of `demand.kind`, with what each demands."""
    return {each.tag: help_text(each, language=language) for each in get_args(Demand) if each.tag}
