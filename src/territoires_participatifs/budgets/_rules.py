"""Rules on budgets."""

from typing import Any, Final

from territoires_participatifs.checks import Rule

RULES: Final[tuple[Rule[Any], ...]] = ()
