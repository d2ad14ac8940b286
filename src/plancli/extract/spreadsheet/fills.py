"""A schedule that is told by colour alone: cells without text, filled, under columns of times, are read as marks."""

from __future__ import annotations

from ...language.headers import time_header
from .sheet import Worksheet

MARK = "■"
_FEWEST = 3  # columns of times that make a schedule


def mark_filled(sheet: Worksheet) -> int:
    """Put a mark into each cell that says a time by its colour alone; how many there are.

    The colour of a row's own text is the row's ground (stripes, totals) and says nothing. A schedule with text in its
    cells says its times by that.
    """
    if not sheet.fills:
        return 0
    header, columns = _times(sheet)
    beneath = {row: texts for row, texts in sheet.rows.items() if row > header and row not in sheet.hidden_rows}
    if len(columns) < _FEWEST or any(not columns.isdisjoint(texts) for texts in beneath.values()):
        return 0
    marks = 0
    for row, texts in beneath.items():
        fills = sheet.fills.get(row, {})
        ground = {fills[column] for column in texts if column in fills}
        for column in columns:
            if column in fills and fills[column] not in ground:
                sheet.put(row, column, MARK)
                marks += 1
    return marks


def _times(sheet: Worksheet) -> tuple[int, set[int]]:
    """The row with the most headers that are times, the lowest of them, and the columns of these."""
    found: tuple[int, set[int]] = (-1, set())
    for row, texts in sorted(sheet.rows.items()):
        columns = {
            column
            for column, text in texts.items()
            if column not in sheet.hidden_columns and time_header("".join(text.split()))
        }
        if len(columns) >= max(len(found[1]), 1):
            found = (row, columns)
    return found
