"""A table some of whose rows have more columns than the others: a form's head over a list, its foot beneath it. On a page of its own the
list has as many columns as its rows have cells.
"""

from __future__ import annotations

from ..model.source import Table
from .table_heads import EDGE, column_edges, distinct

_ROWS = 5  # at a table's end among which the rows of the list are looked for
_TOLD = 2  # columns that tell where the others stand

Division = tuple[tuple[int, int], ...]  # the column and the colspan of each cell of a row


def fit_columns(table: Table, later: Table) -> bool:
    """Give the part that has fewer columns, on a page before or after, those of the other, where they stand where the cells of its
    rows do; whether they do."""
    if not table.rows or not later.rows or table.page is None or len(table.rows[0]) == len(later.rows[0]):
        return False
    wide, narrow = (table, later) if len(table.rows[0]) > len(later.rows[0]) else (later, table)
    rows = range(len(wide.rows))
    near = reversed(rows[-_ROWS:]) if wide is table else rows[:_ROWS]
    division = next((d for r in near if len(d := _division(wide, r)) == len(narrow.rows[0])), None)
    if division is None or not _stands_so(wide, division, column_edges(narrow)):
        return False
    _widen(narrow, division)
    return True


def _division(table: Table, r: int) -> Division:
    return tuple((cell.column, cell.colspan) for cell in distinct(table.rows[r]))


def _stands_so(table: Table, division: Division, edges: dict[int, float]) -> bool:
    """Whether the cells of the rows that are so divided begin where the columns of another part do."""
    own: dict[int, float] = {}
    for r, row in enumerate(table.rows):
        if _division(table, r) == division:
            for k, cell in enumerate(distinct(row)):
                if cell.lines:
                    own.setdefault(k, cell.lines[0].left)
    told = [abs(own[k] - edge) for k, edge in edges.items() if k in own]
    return len(told) >= _TOLD and max(told) <= EDGE


def _widen(table: Table, division: Division) -> None:
    spans = [span for _, span in division]
    for cell in table.cells():
        first = cell.column
        cell.column, cell.colspan = division[first][0], sum(spans[first : first + cell.colspan])
    table.rows[:] = [[cell for cell, span in zip(row, spans, strict=True) for _ in range(span)] for row in table.rows]
