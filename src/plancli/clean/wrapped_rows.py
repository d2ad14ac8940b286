"""Rows of tables without rules: one that holds nothing but the rest of lines above it belongs to the row above."""

from __future__ import annotations

from itertools import pairwise

from ..model.source import Cell, Table
from .cells import join_cell_lines, wraps_into
from .table_heads import is_header_row, key_columns

_WIDE = 10  # characters; a narrower column holds names and dates, whose lines end where they end
_NEXT = 1.25  # of the usual step from line to line in a cell
_HAIR = 1.0  # points


def join_wrapped_rows(table: Table) -> None:
    """Where no rules divide rows, a row that holds nothing but the rest of lines above it belongs to the row above."""
    _draw_edges_in(table)
    number, _ = key_columns(table)
    rows = table.rows[:1]
    for row in table.rows[1:]:
        filled = [c for c, cell in enumerate(row) if cell.text]
        above = rows[-1]
        rest = (
            len(row) > 2
            and all(cell.rowspan == 1 for cell in (*above, *row))
            and 0 < len(filled) < sum(bool(cell.text) for cell in above)
            and number not in filled
        )
        if rest and is_header_row(above):
            rest = all(_follows(table, above[c], row[c]) for c in filled)
        if rest and all(above[c].text[-1:] in ("、", "，") or wraps_into(above[c], row[c]) for c in filled):
            for c in filled:
                above[c].lines.extend(row[c].lines)
                join_cell_lines(above[c])
            continue
        rows.append(row)
    if len(rows) < len(table.rows):
        table.rows = rows
        for r in reversed(range(len(rows))):
            for cell in rows[r]:
                cell.row = r


def _follows(table: Table, above: Cell, below: Cell) -> bool:
    """Whether a cell's first line stands right beneath the last of the one above, as the lines of a cell do: what a page has cut off a row
    stands beneath the headings with a row's room between."""
    steps = [a.bottom - b.bottom for cell in table.cells() for a, b in pairwise(cell.lines) if a.bottom > b.bottom]
    if not (above.lines and below.lines and steps):
        return True
    from statistics import median  # with which decimal and random come

    return above.lines[-1].bottom - below.lines[0].bottom < _NEXT * median(steps)


def _draw_edges_in(table: Table) -> None:
    """Without rules the right edge of a column of texts is where its longest line ends, not the middle of the gap."""
    for c in range(len(table.rows[0]) if table.rows else 0):
        cells = [row[c] for row in table.rows if row[c].column == c and row[c].colspan == 1]
        lines = [line for cell in cells for line in cell.lines if line.right > line.left]
        edge = max((line.x1 for line in lines), default=0.0)
        if not lines or edge - min(line.x0 for line in lines) < _WIDE * (lines[0].size or 10.5):
            continue
        for line in lines:
            line.right = min(line.right, edge + _HAIR)
        for cell in cells:
            if len(cell.lines) > 1:
                join_cell_lines(cell)
