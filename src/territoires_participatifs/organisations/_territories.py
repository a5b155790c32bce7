"""The territory that an organisation administers, by its number in Sirene."""

from territoires_participatifs.organisations._model import Organisation
from territoires_participatifs.reference import Territory, territory_by_siren
from territoires_participatifs.values.identifiers import Siren, Siret


def territory_of(organisation: Organisation) -> Territory | None:
    """Return the commune or inter-municipal body that an organisation is; None if it is none.

    It is found by the SIREN, or by the one in the SIRET. The tables hold no SIREN of
    départements, regions and parks: those can't be found so.

    >>> town = Organisation(id="annoeullin", siren=Siren("215900119"))
    >>> str(territory_of(town))
    'Annœullin'
    """
    siren, siret = organisation.siren, organisation.siret
    if not isinstance(siren, Siren):
        siren = siret.siren if isinstance(siret, Siret) else None
    return None if siren is None else territory_by_siren(siren)
