"""The datasets that are shipped: real calls and cycles, each fact with its source."""

from functools import cache
from importlib.resources import files

from territoires_participatifs.document import Dataset, read

__all__ = [
    "example",
    "example_bytes",
    "example_names",
]

_FOLDER = files(__package__)
_SUFFIX = ".json"
_INNER = ("calls", "cycles")
"""The folders of calls whose demands are told as data, and of cycles of qualification."""


def example_names() -> tuple[str, ...]:
    """Return the names of the examples.

    Those of ``calls/`` come with applications to assess; those of ``cycles/`` are cycles of
    qualification as they are run, one programme each.

    >>> [each for each in example_names() if "/" not in each]
    ['cerdd-ami-2020', 'participation-citoyenne-2020']
    >>> [each for each in example_names() if each.startswith("cycles/irev-")]
    ['cycles/irev-contractualisations-2023', 'cycles/irev-egalite-citoyennete-2016']
    """
    inner = (f"{name}/{each.name}" for name in _INNER for each in (_FOLDER / name).iterdir())
    found = (*(each.name for each in _FOLDER.iterdir()), *inner)
    return tuple(sorted(n.removesuffix(_SUFFIX) for n in found if n.endswith(_SUFFIX)))


def example_bytes(name: str) -> bytes:
    """Return the document of an example, as it is shipped.

    :raises KeyError: if there is no such example.
    """
    if name not in example_names():
        raise KeyError(name)
    return (_FOLDER / f"{name}{_SUFFIX}").read_bytes()


@cache
def example(name: str) -> Dataset:
    """Return an example.

    >>> example("participation-citoyenne-2020").title.fr
    "L'appel « Participation citoyenne » de 2020 et ses suites en Hauts-de-France"

    :raises KeyError: if there is no such example.
    """
    return read(example_bytes(name))
