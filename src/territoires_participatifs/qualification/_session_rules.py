"""Rules on sessions: when they are held, and by whom."""

from typing import Any, Final

from territoires_participatifs.checks import Rule

RULES: Final[tuple[Rule[Any], ...]] = ()
