"""Rows of cells with the places of their edges → a grid: what old Word documents and RTF share."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..model.source import Cell, Line, Table

_NEAR = 30  # twips between two edges that are one


@dataclass(slots=True)
class CellBox:
    """A cell as its row has it: its right edge in twips, whether it goes on the cell above or to the left of it, its colour."""

    lines: list[Line] = field(default_factory=list)
    right: int = 0
    below: bool = False
    beside: bool = False
    fill: str = ""


@dataclass(slots=True)
class Row:
    """A row of a table: its left edge in twips, and its cells."""

    boxes: list[CellBox] = field(default_factory=list)
    left: int = 0


def table_of(rows: list[Row]) -> Table | None:
    """The rows of one table → its grid; edges of all rows make the columns, so that wide cells cover several."""
    rows = [row for row in rows if row.boxes]
    if not rows:
        return None
    edges = _edges(rows)
    width = max(len(edges) - 1, 1) if edges else max(len(row.boxes) for row in rows)
    grid: list[list[Cell]] = []
    for r, row in enumerate(rows):
        line: list[Cell] = []
        for box in row.boxes:
            column = len(line)
            end = min(_place(edges, box.right), width) if edges else column + 1
            span = max(1, end - column)
            cell: Cell
            if box.beside and line:
                cell = line[-1]
                cell.colspan += span
                cell.lines += box.lines
            elif box.below and grid and column < len(grid[-1]) and grid[-1][column].column == column:
                cell = grid[-1][column]
                cell.rowspan = r - cell.row + 1
                cell.lines += box.lines
            else:
                cell = Cell(r, column, colspan=span, lines=box.lines, fill=box.fill)
            line.extend([cell] * span)
        grid.append(line)
    width = max(len(line) for line in grid)
    for r, line in enumerate(grid):
        line.extend(Cell(r, column) for column in range(len(line), width))
    return Table(grid)


def _edges(rows: list[Row]) -> list[int]:
    """The edges of columns, near ones as one; none where a row does not say its own."""
    if any(box.right <= row.left for row in rows for box in row.boxes):
        return []
    places = sorted({row.left for row in rows} | {box.right for row in rows for box in row.boxes})
    return [place for at, place in enumerate(places) if at == 0 or place - places[at - 1] > _NEAR]


def _place(edges: list[int], right: int) -> int:
    """The number of the edge nearest to a place."""
    return min(range(len(edges)), key=lambda at: abs(edges[at] - right))
