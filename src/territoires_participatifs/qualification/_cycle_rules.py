"""Rules on cycles: what they cost, what funds them, what they attest."""

from typing import Any, Final

from territoires_participatifs.checks import Rule

RULES: Final[tuple[Rule[Any], ...]] = ()
