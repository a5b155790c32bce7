"""How to spoil qualification."""

from typing import Final

from breakers.base import Breaker

BREAKERS: Final[dict[str, Breaker]] = {}
