"""What others decide: territories and their codes."""

from territoires_participatifs.reference._codes import TerritoryCode, TerritoryKind
from territoires_participatifs.reference._lookup import (
    find_territories,
    territory,
    territory_by_siren,
)
from territoires_participatifs.reference._natures import IntermunicipalNature
from territoires_participatifs.reference._tables import provenance
from territoires_participatifs.reference._territories import (
    Territory,
    always_within,
    ever_there,
)
from territoires_participatifs.reference._vintages import (
    covering,
    index_of,
    vintages,
)

__all__ = [
    "IntermunicipalNature",
    "Territory",
    "TerritoryCode",
    "TerritoryKind",
    "always_within",
    "covering",
    "ever_there",
    "find_territories",
    "index_of",
    "provenance",
    "territory",
    "territory_by_siren",
    "vintages",
]
