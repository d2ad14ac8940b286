"""The cells that the aligner has told apart → a table, and the check whether they can be believed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ....model.source import Cell, Table
from .aligner import Fit
from .costs import DOUBT, FAR
from .heads import header_cells
from .tokens import Token, begins_anew

_WIDE = 3  # columns that a text repeated behind a number must fill to be one merged cell


@dataclass(slots=True)
class GridCell:
    """What stands at one place: the tokens, or nothing that is `written` empty, or nothing at all."""

    tokens: list[Token] = field(default_factory=list)
    written: bool = False
    margin: float = FAR


@dataclass(slots=True)
class Grid:
    """Rows of cells (a heading is a row of one), and the index of the line after the last token."""

    rows: list[list[GridCell]]
    after: int
    fit: Fit

    @property
    def doubtful(self) -> float:
        """The share of the rows in which some cell might as well stand elsewhere."""
        rows = [row for row in self.rows if len(row) > 1]
        return sum(any(cell.margin < DOUBT for cell in row) for row in rows) / max(1, len(rows))


def to_grid(tokens: Sequence[Token], fit: Fit) -> Grid:
    """The tokens as rows of cells."""
    width = len(fit.head.columns)
    grid = Grid([], 0, fit)
    for k, (each, c, step) in enumerate(zip(tokens, fit.path, fit.steps, strict=False)):
        if c > width:
            break
        margin = fit.margins[k] if fit.margins and each.bare else FAR
        if c == width:
            if each.bare:
                grid.rows.append([GridCell([each], margin=margin)])
            continue
        if step == "row" or not grid.rows or (len(grid.rows[-1]) == 1 < width):
            grid.rows.append([GridCell() for _ in range(width)])
        cell = grid.rows[-1][c]
        cell.tokens += [each] if each.bare else []
        cell.written = cell.written or (step != "stay" and not each.bare)
        cell.margin = min(cell.margin, margin)
    grid.rows = [row for row in grid.rows if any(cell.tokens for cell in row)]
    while grid.rows and len(grid.rows[-1]) == 1:
        grid.rows.pop()  # what stands below the last row is no heading
    grid.after = max((each.until + 1 for row in grid.rows for cell in row for each in cell.tokens), default=0)
    return grid


def to_table(grid: Grid, *, written: bool) -> Table:
    """The grid below its header. A cell that is missing is merged with the one above where the dump writes empty cells
    (`written`); elsewhere in a row without a number of its own, and in a category. Headings go across."""
    columns = grid.fit.head.columns
    width = len(columns)
    rows = header_cells(columns)
    above: list[Cell] = []
    for cells in grid.rows:
        r = len(rows)
        if len(cells) < width or _is_merged(cells, 0):
            rows.append([_cell(cells[0], r, 0, colspan=width)] * width)
            above = []
            continue
        numbered = any(column.kind == "series" and cell.tokens for column, cell in zip(columns, cells, strict=True))
        row: list[Cell] = []
        for c, (column, cell) in enumerate(zip(columns, cells, strict=True)):
            kept = column.kind != "remarks" and (written or not numbered or column.kind == "category")
            if above and kept and not cell.tokens and not cell.written and above[c].lines:
                above[c].rowspan = r - above[c].row + 1
                row.append(above[c])
            else:
                row.append(_cell(cell, r, c))
        if _is_merged(cells, 1):
            row[1:] = [replace(row[1], colspan=width - 1)] * (width - 1)
        rows.append(row)
        above = row
    return Table(rows, ruled=False)


def _is_merged(cells: Sequence[GridCell], start: int) -> bool:
    """Whether a text that stands in all cells from `start` on is that of one merged cell."""
    texts = {"".join(each.bare for each in cell.tokens) for cell in cells[start:]}
    return len(cells) - start >= _WIDE and len(texts) == 1 and "" not in texts


def _cell(cell: GridCell, r: int, c: int, colspan: int = 1) -> Cell:
    made = Cell(r, c, colspan=colspan, doubtful=cell.margin < DOUBT)
    at = -1
    for each in cell.tokens:
        lines = list(each.lines)
        if made.lines and each.at == at:  # pieces of one line
            text = made.lines[-1].text
            made.lines[-1] = replace(lines[0], text=text + " " + lines.pop(0).text)
        elif made.lines and lines and begins_anew(made.lines[-1], lines[0].text):
            made.lines[-1] = replace(made.lines[-1], ending="unknown")
        made.lines += lines
        at = each.until
    return made
