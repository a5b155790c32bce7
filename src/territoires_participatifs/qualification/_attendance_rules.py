"""Rules on attendances: who is said to have come, where, and for how long."""

from typing import Any, Final

from territoires_participatifs.checks import Rule

RULES: Final[tuple[Rule[Any], ...]] = ()
