"""How documents name a territory: its kind, its code, and the vintage of the code."""

import re
from collections.abc import Mapping
from enum import Enum
from typing import ClassVar, Final, final

from attrs import Attribute, field, frozen

from territoires_participatifs.errors import InvalidValue
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


_FORMS: Final[Mapping[TerritoryKind, tuple[re.Pattern[str], str]]] = {
    kind: (re.compile(form), example)
    for kind, form, example in (
        (TerritoryKind.COMMUNE, "(?:[0-9]{2}|2[AB])[0-9]{3}", "59350"),
        (TerritoryKind.INTERMUNICIPAL, "[0-9]{9}", "245900428"),
        (TerritoryKind.DEPARTEMENT, "[0-9]{2}|2[AB]|9[78][0-9]", "59"),
        (TerritoryKind.REGION, "[0-9]{2}", "32"),
        (TerritoryKind.COUNTRY, "[A-Z]{2}", "FR"),
        (TerritoryKind.PRIORITY_NEIGHBOURHOOD, "Q[NP][0-9A-Z]{6}", "QP059001"),
        (TerritoryKind.ARRONDISSEMENT, "(?:[0-9]{2}|2[AB])[0-9]{1,2}", "595"),
        (TerritoryKind.NUTS, "[A-Z]{2}[0-9A-Z]{0,3}", "FRE11"),
    )
}
"""The form of each kind of code, and one of them."""

_FIRST_YEAR, _LAST_YEAR = 1789, 2999
"""The years that a register of French territories can be of: départements are of 1789."""


def _fits(territory: "TerritoryCode", _: "Attribute[str | None]", code: str | None) -> None:
    form, example = _FORMS.get(territory.kind, (None, None))
    if code is not None and form is not None and not form.fullmatch(code):
        facts = {"value": code, "kind": territory.kind.value, "form": example}
        raise InvalidValue("VAL501", facts)
    if code is not None and territory.kind is TerritoryKind.INTERMUNICIPAL:
        Siren(code)


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
