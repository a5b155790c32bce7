"""How documents name a territory: its kind, its code, and the vintage of the code."""

import re
from collections.abc import Mapping
from enum import Enum
from typing import ClassVar, Final, final

from attrs import Attribute, field, frozen

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.labels import label
from territoires_participatifs.language import Language, sentence
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.identifiers import Siren


@final
class TerritoryKind(Enum):
    """What a territory is, and so which register its code belongs to."""

    COMMUNE = "commune"
    """Code of the Insee, *code officiel géographique*: five characters."""
    INTERMUNICIPAL = "intermunicipal"
    """*EPCI à fiscalité propre*: its SIREN."""
    DEPARTEMENT = "departement"
    REGION = "region"
    OVERSEAS_COLLECTIVITY = "overseas-collectivity"
    """*Collectivité d'outre-mer*, and what the Insee lists with them: 975 to 989."""
    MUNICIPAL_ARRONDISSEMENT = "municipal-arrondissement"
    """Of Paris, Lyon and Marseille."""
    DELEGATED_COMMUNE = "delegated-commune"
    """*Commune déléguée* of a *commune nouvelle*."""
    ASSOCIATED_COMMUNE = "associated-commune"
    """*Commune associée*, of a merger by the law of 1971."""
    COUNTRY = "country"
    """ISO 3166-1, two letters."""
    PRIORITY_NEIGHBOURHOOD = "priority-neighbourhood"
    """*Quartier prioritaire de la politique de la ville*: QP or QN and its number."""
    ARRONDISSEMENT = "arrondissement"
    """The territory of a *sous-préfecture*."""
    NUTS = "nuts"
    """Regulation (EC) No 1059/2003."""
    NATURE_PARK = "nature-park"
    RIVER_BASIN = "river-basin"
    CROSS_BORDER_SIDE = "cross-border-side"
    """*Versant* of a cross-border programme."""
    OTHER = "other"


_COMMUNE: Final = "(?:[0-9]{2}|2[AB])[0-9]{3}"

_FORMS: Final[Mapping[TerritoryKind, tuple[re.Pattern[str], str]]] = {
    kind: (re.compile(form), example)
    for kind, form, example in (
        (TerritoryKind.COMMUNE, _COMMUNE, "59350"),
        (TerritoryKind.INTERMUNICIPAL, "[0-9]{9}", "245900428"),
        (TerritoryKind.DEPARTEMENT, "[0-9]{2}|2[AB]|9[78][0-9]", "59"),
        (TerritoryKind.REGION, "[0-9]{2}", "32"),
        (TerritoryKind.OVERSEAS_COLLECTIVITY, "9[78][0-9]", "975"),
        (TerritoryKind.MUNICIPAL_ARRONDISSEMENT, "[0-9]{5}", "69381"),
        (TerritoryKind.DELEGATED_COMMUNE, _COMMUNE, "74093"),
        (TerritoryKind.ASSOCIATED_COMMUNE, _COMMUNE, "59355"),
        (TerritoryKind.COUNTRY, "[A-Z]{2}", "FR"),
        (TerritoryKind.PRIORITY_NEIGHBOURHOOD, "Q[NP][0-9A-Z]{6}", "QP059001"),
        (TerritoryKind.ARRONDISSEMENT, "(?:[0-9]{2}|2[AB])[0-9]{1,2}", "595"),
        (TerritoryKind.NUTS, "[A-Z]{2}[0-9A-Z]{0,3}", "FRE11"),
    )
}
"""The form of each kind of code, and one of them."""

_FIRST_YEAR, _LAST_YEAR = 1789, 2999
"""The years that a register of French territories can be of: départements are of 1789."""


def check_code(kind: TerritoryKind, code: str) -> None:
    """Refuse a code that has not the form of its kind.

    :raises InvalidValue: ``VAL501``, or the codes of :class:`Siren` for an inter-municipal body.
    """
    form, example = _FORMS.get(kind, (None, None))
    if form is not None and not form.fullmatch(code):
        raise InvalidValue("VAL501", {"value": code, "kind": kind.value, "form": example})
    if kind is TerritoryKind.INTERMUNICIPAL:
        Siren(code)


def _fits(territory: "TerritoryCode", _: "Attribute[str | None]", code: str | None) -> None:
    if code is not None:
        check_code(territory.kind, code)


def _is_a_year(_: object, __: "Attribute[int | None]", year: int | None) -> None:
    if year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise InvalidValue("VAL503", {"value": year, "first": _FIRST_YEAR, "last": _LAST_YEAR})


@final
@frozen(weakref_slot=False, repr=False, field_transformer=checked)
class TerritoryCode(Compound):
    """A territory as a document names it: by a code of a given vintage, by words, or both.

    A source may name a territory without its code (*la région*), or one that no register
    knows: the label is then all there is.

    >>> TerritoryCode(TerritoryKind.REGION, "32", "Hauts-de-France")
    TerritoryCode.parse('region; code=32; label=Hauts-de-France')

    :raises InvalidValue: ``VAL501`` if the code has not the form of its kind, the codes of
        :class:`Siren` for the code of an inter-municipal body, ``VAL503`` for a vintage
        that is no year.

    Source: Insee, code officiel géographique; ANCT for priority neighbourhoods; Eurostat
    for NUTS.
    """

    short: ClassVar[bool] = False

    kind: TerritoryKind
    code: str | None = field(default=None, validator=_fits)
    label: str | None = None
    """Its name, in the words of the source."""
    vintage: int | None = field(default=None, validator=_is_a_year)
    """The year of the edition of the register that the code comes from."""

    def in_words(self, language: Language) -> str:
        """Return the territory by its label, or else by its kind and code.

        >>> TerritoryCode(TerritoryKind.REGION, "32").in_words("fr")
        'région 32'
        """
        if self.label is not None:
            return self.label
        kind = label(self.kind, language)
        if self.code is None:
            return kind
        return sentence("territory", {"kind": kind, "code": self.code}, language, "unnamed")
