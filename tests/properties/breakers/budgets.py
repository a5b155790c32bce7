"""How to spoil budgets."""

from typing import Final

from breakers.base import Breaker

BREAKERS: Final[dict[str, Breaker]] = {}
