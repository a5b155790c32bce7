"""Samples of demands, a module for each group of kinds."""

from types import ModuleType
from typing import Final

from demands import applicants, consortia_money, procedure, projects

GROUPS: Final[tuple[ModuleType, ...]] = (applicants, projects, consortia_money, procedure)
