"""Rules on seats and teams: who holds a place, and whom they send."""

from typing import Any, Final

from territoires_participatifs.checks import Rule

RULES: Final[tuple[Rule[Any], ...]] = ()
