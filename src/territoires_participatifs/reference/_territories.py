"""Territories: where they lie, what they are made of, who lives there, on a day."""

from collections.abc import Callable
from typing import TypeAlias, final

from attrs import Attribute, field, frozen

from territoires_participatifs.labels import label
from territoires_participatifs.language import Language, sentence
from territoires_participatifs.reference._codes import TerritoryCode, TerritoryKind, check_code
from territoires_participatifs.reference._ground import (
    KINDS,
    LETTERS,
    in_country,
    inhabitants,
    is_known,
    key_of,
    lies_within,
    meant,
    parents,
    predecessors,
    stands,
    successors,
)
from territoires_participatifs.reference._natures import IntermunicipalNature
from territoires_participatifs.reference._tables import Row, tables
from territoires_participatifs.reference._vintages import (
    When,
    agreed,
    answering,
    index_of,
    unanimous,
    year_of,
)
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.identifiers import Siren
from territoires_participatifs.values.ternary import Ternary


def _has_the_form_of_its_kind(territory: "Territory", _: "Attribute[str]", code: str) -> None:
    check_code(territory.kind, code)


@final
@frozen(weakref_slot=False, repr=False, field_transformer=checked)
class Territory:
    """A territory of France, with what the registers tell of it from year to year.

    There is no hidden clock: whatever can change is asked of a day: as ISO text, as a date, or
    as the :class:`PartialDate` or :class:`Instant` of a document. The tables hold the
    registers of 1 January of some years (:func:`vintages`). Between two of them an answer
    stands if both give it, and is undetermined otherwise. The last one answers to the end of
    its year. Before the first and after that nothing is known, but that France holds it all.

    The tables hold communes and their parts, inter-municipal bodies, départements, regions and
    overseas collectivities. Of other kinds (:attr:`is_tabled`) only the code is known:
    everything that is asked of them is undetermined.

    >>> annoeullin = Territory(TerritoryKind.COMMUNE, "59011")
    >>> annoeullin.name, str(annoeullin.siren)
    ('Annœullin', '215900119')
    >>> annoeullin.within(Territory(TerritoryKind.REGION, "32"), at="2021-03-12")
    <Ternary.YES: 'yes'>
    >>> [each.name for each in annoeullin.parents("2021-03-12") or ()]
    ['Métropole Européenne de Lille', 'Nord']

    :raises InvalidValue: ``VAL001`` if the code is empty, ``VAL501`` if it has not the form of its
        kind, the codes of :class:`Siren` for that of an inter-municipal body.

    Source: Insee, code officiel géographique and populations légales; DGCL, liste et
    composition des EPCI à fiscalité propre; gathered by Etalab under Licence Ouverte.
    """

    kind: TerritoryKind
    code: str = field(validator=_has_the_form_of_its_kind)

    @classmethod
    def named(cls, code: TerritoryCode) -> "Territory | None":
        """Return the territory that a document names; None if it gives no code.

        >>> Territory.named(TerritoryCode(TerritoryKind.REGION, label="la région")) is None
        True
        """
        return None if code.code is None else cls(code.kind, code.code)

    @property
    def is_tabled(self) -> bool:
        """Whether the tables hold territories of this kind.

        They don't hold priority neighbourhoods, arrondissements of *sous-préfectures*, NUTS,
        nature parks, river basins and sides of borders, nor countries other than France.

        >>> Territory(TerritoryKind.NUTS, "FRE11").is_tabled
        False
        """
        return self.kind in LETTERS and (self.kind is not TerritoryKind.COUNTRY or self.is_known)

    @property
    def is_known(self) -> bool:
        """Whether some vintage knows the code, be it as one that is gone."""
        return self.kind in LETTERS and is_known(_key(self))

    @property
    def name(self) -> str | None:
        """Its name, in the last vintage that holds it; that of a part which is called a commune.

        >>> Territory(TerritoryKind.COMMUNE, "59355").name
        'Lomme'
        """
        row = self._latest
        return None if row is None else row.name

    @property
    def siren(self) -> Siren | None:
        """Its number in Sirene, which the tables hold for communes and inter-municipal bodies.

        >>> Territory(TerritoryKind.DEPARTEMENT, "59").siren is None
        True
        """
        row = self._latest
        if row is not None and _key(self)[0] == "E":
            return Siren(self.code)
        return Siren(row.siren) if row is not None and row.siren else None

    @property
    def nature(self) -> IntermunicipalNature | None:
        """What an inter-municipal body is, in the last vintage that holds it.

        >>> Territory(TerritoryKind.INTERMUNICIPAL, "200093201").nature
        <IntermunicipalNature.METROPOLIS: 'METRO'>
        """
        row = self._latest
        return IntermunicipalNature(row.nature) if row is not None and row.nature else None

    @property
    def chef_lieu(self) -> "Territory | None":
        """The commune that a département, region or overseas collectivity has its seat in.

        >>> Territory(TerritoryKind.REGION, "32").chef_lieu.name
        'Lille'
        """
        row = self._latest
        return Territory(TerritoryKind.COMMUNE, row.seat) if row is not None and row.seat else None

    def exists(self, at: When) -> Ternary:
        """Tell whether the register has it on a day, as what it is.

        >>> annecy_le_vieux = Territory(TerritoryKind.COMMUNE, "74011")
        >>> annecy_le_vieux.exists("2021-01-01")
        <Ternary.NO: 'no'>
        """
        return Ternary.of(agreed(at, self._is_held) if self.is_tabled and self.is_known else None)

    def within(self, other: "Territory | TerritoryCode", at: When) -> Ternary:
        """Tell whether the whole of it lies within another territory, on a day.

        A commune that is gone lies where the commune lies that took it over. A code that no
        vintage knows is undetermined.

        >>> somme = Territory(TerritoryKind.DEPARTEMENT, "80")
        >>> bresle = Territory(TerritoryKind.INTERMUNICIPAL, "247600588")
        >>> bresle.name, bresle.within(somme, at="2024-01-01")
        ('CC des Villes Soeurs', <Ternary.NO: 'no'>)
        """
        asked, there = answering(at), territory_named(other)
        if there is None or not (self.is_tabled and self.is_known):
            return Ternary.UNDETERMINED
        if _key(there) == _key(self):
            return Ternary.YES
        if there.kind is TerritoryKind.COUNTRY:
            return in_country(_key(self), _key(there))
        return always_within(self, there, asked)

    def parents(self, at: When) -> "tuple[Territory, ...] | None":
        """Return what it directly belongs to on a day, the smallest first; None if unknown.

        A commune belongs to its inter-municipal body and to its département; that body to the
        smallest of département, region and France that holds all of it. That one need not list
        it among its members: see :meth:`members`.
        """
        return self._agreed(at, parents)

    def members(self, at: When) -> "tuple[Territory, ...] | None":
        """Return what it is directly made of on a day, by code; None if unknown.

        France is made of regions and overseas collectivities, a region of départements, those
        and the inter-municipal bodies of communes, a commune of its parts. An inter-municipal
        body is no member of anything, since its communes may lie in two départements or regions:
        the Métropole du Grand Paris has Île-de-France for a parent, and is none of its members.

        >>> len(Territory(TerritoryKind.REGION, "32").members("2021-01-01"))
        5
        """
        return self._agreed(at, tables().within)

    def successors(self, at: When) -> "tuple[Territory, ...] | None":
        """Return what took it over by a day; none if it is there; None if unknown.

        For a commune, or a part of one, it is the commune that took it over. For an
        inter-municipal body, it is those to which its last communes belong now; of a body
        that was gone before the first vintage nothing is known.

        >>> annecy_le_vieux = Territory(TerritoryKind.COMMUNE, "74011")
        >>> [each.name for each in annecy_le_vieux.successors("2021-01-01")]
        ['Annecy']
        """
        return self._agreed(at, successors)

    def predecessors(self, at: When) -> "tuple[Territory, ...] | None":
        """Return the communes that it has taken over by a day, by code; None if unknown.

        They are those of all times, so far as the register keeps their codes.
        """
        return self._agreed(at, predecessors)

    def population(self, at: When) -> int | None:
        """Return its municipal population in force in the year of a day; None if unknown.

        It came into force on 1 January of that year, and had been counted three years before;
        from 2021 on, that of Mayotte is the one of 2017. The population of what is made of communes is
        the sum of theirs, unknown if one is. Those of Wallis et Futuna, Polynésie française
        and Nouvelle-Calédonie, and so that of France, are never known; where nobody lives for
        good (the Terres australes, Clipperton) it is 0.

        >>> Territory(TerritoryKind.COMMUNE, "59011").population("2023-06-30")
        10679
        """
        index = index_of(year_of(at))
        return None if index is None or not self.is_tabled else inhabitants(_key(self), index)

    def label(self, language: Language = "en") -> str:
        """Return its name, what it is, and its code.

        >>> Territory(TerritoryKind.COMMUNE, "59011").label("fr")
        'Annœullin (commune 59011)'
        """
        kind = label(self.nature or self.kind, language)
        facts = {"name": self.name, "kind": kind, "code": self.code}
        return sentence("territory", facts, language, "named" if self.name else "unnamed")

    def in_words(self, language: Language) -> str:
        """Return the territory as sentences speak of it, by its :meth:`label`."""
        return self.label(language)

    @property
    def _latest(self) -> Row | None:
        told = map(tables().rows, meant(_key(self))) if self.is_tabled else ()
        return next((rows[-1] for rows in told if rows), None)

    def _is_held(self, index: int) -> bool:
        return tables().row(_key(self), index) is not None

    def _agreed(self, at: When, ask: "_Question") -> "tuple[Territory, ...] | None":
        """Return the territories whose keys the vintages of a day agree on."""
        asked = self.is_tabled and self.is_known
        keys = agreed(at, lambda index: ask(_key(self), index) if asked else None)
        return None if keys is None else tuple(Territory(KINDS[k[0]], k[1:]) for k in keys)

    def __str__(self) -> str:
        return self.name or self.code

    def __repr__(self) -> str:
        return f"Territory({self.kind}, {self.code!r})"


_Question: TypeAlias = Callable[[str, int], tuple[str, ...] | None]


def _key(territory: Territory) -> str:
    return key_of(territory.kind, territory.code)


def territory_named(other: Territory | TerritoryCode) -> Territory | None:
    """Return a territory, or the one that a document names; None if it gives no code.

    :raises TypeError: for anything else.
    """
    given: object = other
    if isinstance(given, Territory):
        return given
    if not isinstance(given, TerritoryCode):
        message = (
            f"a Territory or a TerritoryCode is expected, not {given!r}:"
            " territory(kind, code) makes one"
        )
        raise TypeError(message)
    return Territory.named(given)


def always_within(one: Territory, other: Territory, vintages: tuple[int, ...]) -> Ternary:
    """Tell whether one lies within another in all of some vintages, or in none (by index)."""
    asked = one.is_tabled and other.is_tabled
    found = unanimous(lies_within(_key(one), _key(other), each) for each in vintages if asked)
    return Ternary.UNDETERMINED if found is None else found


def ever_there(one: Territory, vintages: tuple[int, ...]) -> Ternary:
    """Tell whether all of some vintages hold a territory, or none (by index).

    A part of a commune may be called a commune, as documents do.
    """
    found = unanimous(stands(_key(one), each) for each in vintages if one.is_known)
    return Ternary.of(found)
