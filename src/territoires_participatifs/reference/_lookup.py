"""How to find a territory: by its code, by its name, by its SIREN."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final, overload

from territoires_participatifs.reference._codes import TerritoryCode, TerritoryKind
from territoires_participatifs.reference._ground import KINDS, key_of
from territoires_participatifs.reference._names import folded, folded_together, spelled
from territoires_participatifs.reference._tables import tables
from territoires_participatifs.reference._territories import Territory
from territoires_participatifs.reference._vintages import When, vintages
from territoires_participatifs.values.identifiers import Siren

_KINDS = "FROPECADS"
"""The letters of kinds, from the largest territories to the smallest."""

_NAMING: Final = {"departement": "P", "region": "R", "ville": "C", "commune": "C"}
"""Words that people put before a name, and the letter of the kind that they tell."""

_SHORTENED: Final = {
    "A": re.compile(" arrondissement$"),
    "E": re.compile("^communaute (communes|agglomeration|urbaine) "),
}
"""What people leave out of the names of a kind."""


@overload
def territory(kind: TerritoryKind | str, code: str) -> Territory: ...
@overload
def territory(kind: TerritoryCode) -> Territory: ...
def territory(kind: TerritoryCode | TerritoryKind | str, code: str | None = None) -> Territory:
    """Return the territory of a kind and code, or the one that a document names.

    Of the kinds that no table holds, any code of the right form is taken.

    >>> str(territory("commune", "59011"))
    'Annœullin'

    :raises KeyError: if no vintage knows the code, or if the document gives none. For a code
        that may be wrong, ask :meth:`Territory.named` and :attr:`Territory.is_known`.
    :raises InvalidValue: as :class:`Territory` does.
    :raises ValueError: for a word that is no kind of territory.
    :raises TypeError: for a kind without a code.
    """
    if isinstance(kind, TerritoryCode):
        found = Territory.named(kind)
    else:
        found = Territory(_kind(kind), _code(code))
    if found is None or (found.is_tabled and not found.is_known):
        message = f"no vintage knows the {found!r}" if found else f"{kind!r} has no code"
        raise KeyError(message)
    return found


def _kind(kind: TerritoryKind | str) -> TerritoryKind:
    try:
        return TerritoryKind(kind)
    except ValueError:
        choices = ", ".join(each.value for each in TerritoryKind)
        message = f"{kind!r} is no kind of territory; one of: {choices}"
        raise ValueError(message) from None


def _code(code: str | None) -> str:
    if code is None:
        message = "a kind needs a code beside it, as in territory('commune', '59011')"
        raise TypeError(message)
    return code


def territory_by_siren(siren: Siren | str) -> Territory | None:
    """Return the commune or the inter-municipal body that has a SIREN; None if none has it.

    >>> str(territory_by_siren("215900119"))
    'Annœullin'

    :raises InvalidValue: as :class:`Siren` does.
    """
    key = _by_siren().get(str(siren if isinstance(siren, Siren) else Siren(siren)))
    return None if key is None else _of(key)


def find_territories(
    name: str,
    kind: TerritoryKind | str | None = None,
    *,
    near: Territory | TerritoryCode | None = None,
    at: When | None = None,
) -> tuple[Territory, ...]:
    """Return the territories of a name, however it is typed, the largest kind first.

    Case, accents, ligatures, hyphens, apostrophes and articles don't count, but of homonyms of
    a kind those come first whose name is as it is typed; *St* is *Saint*, *s/* is *sur*. If
    nothing has the name as it stands, it is taken for a short one: *Paris 1er*, *région
    Bretagne*, an inter-municipal body without its *CC*. Former names are found too, so far as
    a vintage has them: those given up before 2019 are not.

    :param kind: leave out all other kinds: parts of communes are no communes here, but overseas
        collectivities are among the départements, as in some registers.
    :param near: a territory whose own come before all others.
    :param at: leave out what surely is not there on that day.

    >>> [str(each) for each in find_territories("annoeullin")]
    ['Annœullin']
    >>> reunion = territory("region", "04")
    >>> [each.code for each in find_territories("st denis", "commune", near=reunion)]
    ['97411', '11339', '30247', '93066']
    """
    wanted = None if kind is None else _kind(kind)
    read = (tuple(map(_of, keys)) for keys in _readings(name))
    told = (tuple(each for each in found if _is_wanted(each, wanted)) for found in read)
    found = [
        each for each in next(filter(None, told), ()) if at is None or not each.exists(at).is_no
    ]
    return tuple(sorted(found, key=lambda each: _rank(each, name, near, at)))


def _is_wanted(found: Territory, kind: TerritoryKind | None) -> bool:
    """Whether a territory is of a kind; registers list overseas collectivities as départements."""
    return kind in {None, found.kind} or (
        kind is TerritoryKind.DEPARTEMENT and found.kind is TerritoryKind.OVERSEAS_COLLECTIVITY
    )


def _rank(
    found: Territory, name: str, near: Territory | TerritoryCode | None, at: When | None
) -> tuple[bool, int, bool]:
    key = key_of(found.kind, found.code)
    as_typed = spelled(name) in map(spelled, tables().names(key))
    return (not _is_near(found, near, at), _KINDS.index(key[0]), not as_typed)


def _is_near(found: Territory, near: Territory | TerritoryCode | None, at: When | None) -> bool:
    on: When = f"{vintages()[-1]}-01-01" if at is None else at
    return near is not None and found.within(near, on).is_yes


def _of(key: str) -> Territory:
    return Territory(KINDS[key[0]], key[1:])


def _readings(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the keys that a name leads to, read in one way after the other."""
    plain = folded(name)
    word, _, rest = plain.partition(" ")
    yield _by_name().get(plain, ())
    yield _by_name().get(folded(name, slash=" sur "), ())
    yield _by_short_name().get(plain, ())
    yield tuple(key for key in _by_name().get(rest, ()) if key[0] == _NAMING.get(word))


@cache
def _by_name() -> Mapping[str, tuple[str, ...]]:
    keys = sorted(tables(), key=lambda each: (_KINDS.index(each[0]), each))
    called = [(key, name) for key in keys for name in tables().names(key)]
    names = folded_together(name for _, name in called)
    return _gathered((name, key) for (key, _), name in zip(called, names, strict=True))


@cache
def _by_short_name() -> Mapping[str, tuple[str, ...]]:
    return _gathered(
        (_SHORTENED[key[0]].sub("", name), key)
        for name, keys in _by_name().items()
        for key in keys
        if key[0] in _SHORTENED
    )


def _gathered(named: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for name, key in named:
        found[name][key] = None
    return {name: tuple(keys) for name, keys in found.items()}


@cache
def _by_siren() -> Mapping[str, str]:
    """Return the key of each SIREN: of two codes that had one, the code that has it last."""
    told: dict[str, tuple[int, str]] = {}
    for key, (_, last, row) in tables().every():
        siren = key[1:] if key[0] == "E" else row.siren
        if siren and (last, key) > told.get(siren, (-1, "")):
            told[siren] = (last, key)
    return {siren: key for siren, (_, key) in told.items()}
