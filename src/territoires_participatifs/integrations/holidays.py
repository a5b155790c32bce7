"""Public holidays of France and of its territories, by the package ``holidays``.

It needs the extra ``calendar``: ``pip install "territoires-participatifs[calendar]"``.
"""

from collections.abc import Callable, Container, Iterable
from datetime import date
from typing import Final, final

from attrs import frozen

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.reference import (
    Territory,
    TerritoryCode,
    TerritoryKind,
    territory,
    vintages,
)
from territoires_participatifs.values.dates import DayLike, days_among

__all__ = ["Holidays", "public_holidays"]

_NATIONAL: Final = ""
"""The département of what is all of France: one that has no days of its own."""

_SUBDIVISIONS: Final = {
    "57": "57",
    "67": "6AE",
    "68": "6AE",
    "971": "971",
    "972": "972",
    "973": "973",
    "974": "974",
    "975": "PM",
    "976": "976",
    "977": "BL",
    "978": "MF",
    "984": "TF",
    "986": "WF",
    "987": "PF",
    "988": "NC",
}
"""The départements and overseas collectivities with days of their own, as the package names them.

Source: Code du travail, articles L3134-13 and L3422-2.
"""

_DEPARTEMENTS: Final = frozenset({TerritoryKind.DEPARTEMENT, TerritoryKind.OVERSEAS_COLLECTIVITY})
_NUMBERED: Final = frozenset(
    {
        TerritoryKind.COMMUNE,
        TerritoryKind.MUNICIPAL_ARRONDISSEMENT,
        TerritoryKind.DELEGATED_COMMUNE,
        TerritoryKind.ASSOCIATED_COMMUNE,
        TerritoryKind.ARRONDISSEMENT,
    }
)
"""The kinds whose codes begin with that of their département."""

_GATHERING: Final = frozenset({TerritoryKind.INTERMUNICIPAL, TerritoryKind.REGION})
"""The kinds that are made of others."""

_MISSING: Final = (
    'public holidays need the package holidays: pip install "territoires-participatifs[calendar]"'
)


@final
@frozen(eq=False)
class Holidays(Container[date]):
    """Days of any year, asked one by one; ``|`` adds other days, in any form.

    >>> from territoires_participatifs.values import day
    >>> days = public_holidays() | {day("2027-05-07")}
    >>> [day(each) in days for each in ("2027-05-06", "2027-05-07", "2027-05-10")]
    [True, True, False]
    """

    _calendars: tuple[Container[date], ...]
    _hold: Callable[[Iterable[object]], bool]
    """Whether all calendars must hold a day, or any."""

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self._hold(day in each for each in self._calendars)

    def __or__(self, other: Iterable[DayLike] | Container[date]) -> "Holidays":
        return Holidays((self, *days_among(other)), any)


def public_holidays(territory: Territory | TerritoryCode | None = None) -> Holidays:
    """Return the days off of a territory, or those of all France.

    A day counts if it is one in the whole territory: the region Grand Est has not those of
    Alsace and of Moselle. Good Friday is taken for one everywhere in those two, though the law
    gives it to communes that have a Protestant church. Overseas, days of custom are among them,
    as Mid-Lent in Guadeloupe. School holidays are not.

    >>> from territoires_participatifs.reference import territory
    >>> strasbourg = public_holidays(territory("commune", "67482"))
    >>> date(2027, 12, 26) in strasbourg, date(2027, 12, 26) in public_holidays()
    (True, False)

    :raises ValueError: for a territory whose départements can't be told: it has no code, no
        table knows its code or that of its département, or it is another country.
    :raises ImportError: without the extra ``calendar``.

    Source: Code du travail, articles L3133-1, L3134-13 and L3422-2, as the package tells them.
    """
    try:
        from holidays import country_holidays  # noqa: PLC0415  # an extra, and slow to import
    except ImportError:
        raise ImportError(_MISSING, name="holidays") from None
    found = {_SUBDIVISIONS.get(each) for each in _departements(territory)}
    return Holidays(tuple(country_holidays("FR", subdiv=each) for each in found), all)


def _departements(territory: Territory | TerritoryCode | None) -> frozenset[str]:
    """Return the codes of the départements that a territory has a part of."""
    if territory is None:
        return frozenset({_NATIONAL})
    kind, code = territory.kind, territory.code
    if code is None:
        found: frozenset[str] = frozenset()
    elif kind in _GATHERING:
        found = frozenset().union(*map(_departements, _members(Territory(kind, code))))
    else:
        found = _departement(kind, code)
    if not found:
        message = f"it can't be told in which départements {territory!r} lies"
        raise ValueError(message)
    return found


def _departement(kind: TerritoryKind, code: str) -> frozenset[str]:
    """Return what a code tells, if it is that of a territory of the tables, or of a part of one."""
    if kind is TerritoryKind.COUNTRY:
        return frozenset({_NATIONAL}) if code == "FR" else frozenset()
    told = _told(kind, code)
    return frozenset({told}) if told is not None and _is_known(kind, code, told) else frozenset()


def _told(kind: TerritoryKind, code: str) -> str | None:
    """Return the code of a département that another code begins with."""
    if kind in _DEPARTEMENTS:
        return code
    if kind in _NUMBERED:
        return code[:3] if code.startswith(("97", "98")) else code[:2]
    if kind is TerritoryKind.PRIORITY_NEIGHBOURHOOD:
        return code[2:5].removeprefix("0")
    return None


def _is_known(kind: TerritoryKind, code: str, departement: str) -> bool:
    """Tell whether a table knows a code, or its département if none holds territories like it."""
    try:
        if not territory(kind, code).is_tabled:
            territory(TerritoryKind.DEPARTEMENT, departement)
    except (KeyError, InvalidValue):
        return False
    return True


def _members(territory: Territory) -> tuple[Territory, ...]:
    """Return what a territory was made of when it was last there."""
    told = (territory.members(f"{year}-01-01") for year in reversed(vintages()))
    return next(filter(None, told), ())
