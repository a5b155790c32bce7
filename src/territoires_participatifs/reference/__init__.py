"""What others decide: codes of territories."""

from territoires_participatifs.reference._territories import TerritoryCode, TerritoryKind

__all__ = ["TerritoryCode", "TerritoryKind"]
