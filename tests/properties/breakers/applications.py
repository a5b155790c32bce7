"""How to spoil applications."""

from typing import Final

from breakers.base import Breaker

BREAKERS: Final[dict[str, Breaker]] = {}
