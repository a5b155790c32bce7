"""Where a territory lies in one vintage: which communes it is made of, and what holds them."""

from collections.abc import Iterable
from typing import Final

from territoires_participatifs.reference._codes import TerritoryKind
from territoires_participatifs.reference._tables import FRANCE, PARTS, population, tables
from territoires_participatifs.values.ternary import Ternary, all_of

LETTERS: Final = {
    TerritoryKind.COMMUNE: "C",
    TerritoryKind.MUNICIPAL_ARRONDISSEMENT: "A",
    TerritoryKind.DELEGATED_COMMUNE: "D",
    TerritoryKind.ASSOCIATED_COMMUNE: "S",
    TerritoryKind.INTERMUNICIPAL: "E",
    TerritoryKind.DEPARTEMENT: "P",
    TerritoryKind.REGION: "R",
    TerritoryKind.OVERSEAS_COLLECTIVITY: "O",
    TerritoryKind.COUNTRY: "F",
}
"""The kinds of territories that the tables hold."""

KINDS: Final = {letter: kind for kind, letter in LETTERS.items()}

_COMMUNAL: Final = f"C{PARTS}"
_SPOKEN_OF: Final = {"C": _COMMUNAL, "A": "A", "D": "DS", "S": "SD"}
"""What a document may mean that names a commune or a part of one, its own kind first.

Any part may be called a commune, and the two kinds of former communes are taken for each other.
"""
_FORMER: Final = frozenset("CDS")
"""The kinds that a code which a commune took over may be of: arrondissements are never taken."""

_UNINHABITED: Final = ("984", "989")
"""Terres australes et antarctiques françaises, and Clipperton: nobody lives there for good.

Source: Insee, code officiel géographique, collectivités d'outre-mer; no census is taken there.
"""

_OVERSEAS: Final = frozenset(
    {"BL", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "TF", "WF", "YT"}
)
"""Parts of France to which ISO 3166-1 gives a code of their own."""


def key_of(kind: TerritoryKind, code: str) -> str:
    """Return the key of a territory; that of no line if the tables don't hold its kind.

    Registers list the overseas collectivities among the départements: so may a document.
    """
    key = f"{LETTERS.get(kind, '')}{code}"
    overseas = f"O{code}"
    return overseas if key[0] == "P" and overseas in tables() else key


def is_known(key: str) -> bool:
    """Whether some vintage holds a territory, be it by a name that documents give to its kind."""
    if any(each in tables() for each in meant(key)):
        return True
    return key[:1] in _FORMER and key[1:] in tables().old_codes


def meant(key: str) -> tuple[str, ...]:
    """Return the keys of what may be meant by a key, the one that it is first."""
    return tuple(f"{each}{key[1:]}" for each in _SPOKEN_OF.get(key[:1], key[:1]))


def lies_within(key: str, other: str, index: int) -> Ternary:
    """Tell whether the whole of one territory lies within another, in a vintage."""
    ground = communes(key, index)
    if not ground or not is_known(key) or not is_known(other):
        return Ternary.UNDETERMINED
    return _all_of(_is_held(key, each, other, index) for each in ground)


def _all_of(answers: Iterable[Ternary]) -> Ternary:
    """Return what all answers amount to, and ask no further once one is no."""
    heard: list[Ternary] = []
    for each in answers:
        heard.append(each)
        if each.is_no:
            break
    return all_of(heard)


def communes(key: str, index: int) -> tuple[str, ...]:
    """Return the codes of the communes that a territory is made of, or lies in."""
    if key[0] in _COMMUNAL:
        code = standing(key, index)
        return () if code is None else (code,)
    parts = tables().within(key, index)
    if key[0] in "EPO":
        return tuple(each[1:] for each in parts)
    return tuple(code for each in parts for code in communes(each, index))


def standing(key: str, index: int) -> str | None:
    """Return the code of the commune that a commune, or a part of one, is or lies in.

    A code that is gone leads to the commune that took it over.
    """
    code = key[1:]
    for letter in dict.fromkeys(f"{key[0]}{_COMMUNAL}"):
        row = tables().row(f"{letter}{code}", index)
        if row is not None:
            return code if letter == "C" else row.around
    return tables().holder(code, index)


def stands(key: str, index: int) -> bool:
    """Whether a vintage holds a territory, be it by a name that documents give to its kind."""
    return any(tables().row(each, index) is not None for each in meant(key))


def _is_held(key: str, commune: str, other: str, index: int) -> Ternary:
    """Tell whether a territory, so far as it lies in a commune, lies within another."""
    if other[0] in _COMMUNAL:
        return _is_held_by_a_commune(key, commune, other, index)
    exists = tables().row(other, index) is not None
    return Ternary.of(exists and other in holders(commune, index))


def holders(commune: str, index: int) -> frozenset[str]:
    """Return the keys of all territories larger than a commune that hold it, in a vintage."""
    found: set[str] = set()
    queue = [f"C{commune}"]
    for key in queue:
        row = tables().row(key, index)
        around = () if row is None else tables().around(key, row)
        queue += around
        found.update(around)
    return frozenset(found)


def _is_held_by_a_commune(key: str, commune: str, other: str, index: int) -> Ternary:
    held_by = standing(other, index)
    if held_by is None:
        return Ternary.UNDETERMINED
    if held_by != commune:
        return Ternary.NO
    if other[0] == "C" and tables().row(other, index) is not None:
        return Ternary.YES
    stands = tables().row(key, index) is not None
    if key[0] in _COMMUNAL and key[1:] == other[1:] and not stands:
        return Ternary.YES
    return Ternary.NO if stands and tables().row(other, index) is not None else Ternary.UNDETERMINED


def in_country(key: str, other: str) -> Ternary:
    """Tell whether a territory of the tables lies within a country."""
    if other == FRANCE:
        return Ternary.of(is_known(key) or None)
    return Ternary.UNDETERMINED if other[1:] in _OVERSEAS else Ternary.NO


def parents(key: str, index: int) -> tuple[str, ...] | None:
    """Return what a territory directly belongs to; None if the vintage does not hold it.

    An inter-municipal body belongs to the smallest of what holds all its communes.
    """
    row = tables().row(key, index)
    if row is None:
        return None
    if key[0] != "E":
        return tables().around(key, row)
    held = [holders(each, index) for each in communes(key, index)]
    every = frozenset.intersection(*held) - {key}
    return (min(every, key=lambda each: ("PORF".index(each[0]), each)),)


def successors(key: str, index: int) -> tuple[str, ...] | None:
    """Return what took over a commune, a part of one or an inter-municipal body that is gone."""
    if tables().row(key, index) is not None:
        return ()
    if key[0] == "E":
        return _bodies_after(key, index)
    code = standing(key, index) if key[0] in _COMMUNAL else None
    return None if code is None else (f"C{code}",)


def _bodies_after(key: str, index: int) -> tuple[str, ...] | None:
    """Return the bodies to which the communes of one that is gone belong now, by code."""
    before = [each for each in range(index) if tables().row(key, each) is not None]
    if not before:
        return None
    found: set[str] = set()
    for commune in communes(key, before[-1]):
        row = tables().row(f"C{standing(f'C{commune}', index)}", index)
        if row is None or not row.epci:
            return None
        found.add(f"E{row.epci}")
    return tuple(sorted(found))


def predecessors(key: str, index: int) -> tuple[str, ...] | None:
    """Return the communes that a commune took over; None for what the register says nothing of."""
    row = tables().row(key, index)
    return tuple(f"C{each}" for each in row.old.split()) if row and key[0] == "C" else None


def inhabitants(key: str, index: int) -> int | None:
    """Return the population in force: its own, or the sum of that of its communes."""
    if tables().row(key, index) is None:
        return None
    if key[0] in "CO" and key[1:].startswith(_UNINHABITED):
        return 0
    if key[0] in f"{_COMMUNAL}E":
        return population(key, index)
    numbers = [inhabitants(f"C{each}", index) for each in communes(key, index)]
    return sum(each for each in numbers if each is not None) if None not in numbers else None
