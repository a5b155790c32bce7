"""Qualification cycles as accessible tables: in text, in Markdown and in HTML."""

from territoires_participatifs.displays._figures import figures_table
from territoires_participatifs.displays._grid import attendance_grid
from territoires_participatifs.displays._table import Table
from territoires_participatifs.displays._timeline import cycle_timeline

__all__ = ["Table", "attendance_grid", "cycle_timeline", "figures_table"]
