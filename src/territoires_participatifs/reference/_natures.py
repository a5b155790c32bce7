"""What inter-municipal bodies are."""

from enum import Enum
from typing import final


@final
class IntermunicipalNature(Enum):
    """What an inter-municipal body with its own taxation is, in the words of the DGCL.

    Source: code général des collectivités territoriales, fifth part, book II; and article
    L. 3611-1 for the metropolis of Lyon, which is a collectivity of its own.
    """

    COMMUNITY_OF_COMMUNES = "CC"
    AGGLOMERATION = "CA"
    URBAN_COMMUNITY = "CU"
    METROPOLIS = "METRO"
    LYON = "MET69"
    """The metropolis of Lyon, which the lists of the DGCL hold beside the bodies."""
