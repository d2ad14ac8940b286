"""A schedule of a sheet that is told by colour alone."""

from __future__ import annotations

from ..filled_cells import MARK, times_filled
from .sheet import Worksheet


def mark_filled(sheet: Worksheet) -> int:
    """Put a mark into each cell of a sheet that says a time by its colour alone; how many there are. What is hidden says none."""
    if not sheet.fills:
        return 0
    texts = {
        row: {column: text for column, text in said.items() if column not in sheet.hidden_columns}
        for row, said in sheet.rows.items()
        if row not in sheet.hidden_rows
    }
    found = times_filled(texts, sheet.fills)
    for row, column in found:
        sheet.put(row, column, MARK)
    return len(found)
