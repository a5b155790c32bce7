"""How to spoil laureates."""

from typing import Final

from breakers.base import Breaker

BREAKERS: Final[dict[str, Breaker]] = {}
