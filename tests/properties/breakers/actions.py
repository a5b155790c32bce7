"""How to spoil actions."""

from typing import Final

from breakers.base import Breaker

BREAKERS: Final[dict[str, Breaker]] = {}
