"""The cells that the aligner has told apart → a table, and the check whether they can be believed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ....model.source import Cell, Table
from .centred import first_rows
from .costs import DOUBT, FAR, ILL
from .fit import Fit
from .heads import header_cells
from .tokens import Token, begins_anew

_WIDE = 3  # columns that a text repeated behind a number must fill to be one merged cell


@dataclass(slots=True)
class GridCell:
    """What stands at one place: the tokens, or nothing that is `written` empty, or nothing at all."""

    tokens: list[Token] = field(default_factory=list)
    written: bool = False
    margin: float = FAR
    fits: list[float] = field(default_factory=list)  # how ill its first token fits each column


@dataclass(slots=True)
class Grid:
    """Rows of cells (a heading is a row of one), and the index of the line after the last token."""

    rows: list[list[GridCell]]
    after: int
    fit: Fit

    @property
    def doubtful(self) -> float:
        """The share of the rows in which some cell that says what, who or when might as well stand elsewhere."""
        rows = [row for row in self.rows if len(row) > 1]
        told = [column.kind not in ("other", "remarks") for column in self.fit.head.columns]
        doubts = (any(cell.margin < DOUBT and held for cell, held in zip(row, told, strict=False)) for row in rows)
        return sum(doubts) / max(1, len(rows))


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
        if each.bare and fit.fits and not cell.tokens:
            cell.fits = fit.fits[k]
        cell.tokens += [each] if each.bare else []
        cell.written = cell.written or (step != "stay" and not each.bare)
        cell.margin = min(cell.margin, 0.0 if each.unsure else margin)
    grid.rows = [row for row in grid.rows if any(cell.tokens for cell in row)]
    while grid.rows and len(grid.rows[-1]) == 1:
        grid.rows.pop()  # what stands below the last row is no heading
    grid.after = max((each.until + 1 for row in grid.rows for cell in row for each in cell.tokens), default=0)
    for row in grid.rows:
        _doubt_misplaced(row)
    for c, column in enumerate(fit.head.columns):
        if column.kind == "category" and column.place is not None:
            _raise_centred(grid.rows, c)
    return grid


def doubt_marks(grid: Grid) -> None:
    """Let marks under months be in doubt where cells of their row are not there: a mark does not say which month it means."""
    slots = [c for c, column in enumerate(grid.fit.head.columns) if column.kind == "slot"]
    if len(slots) < 2 or all(grid.fit.head.columns[c].place is not None for c in slots):
        return
    for row in grid.rows:
        cells = [row[c] for c in slots] if len(row) > slots[-1] else []
        if any(not cell.tokens and not cell.written for cell in cells):
            for cell in cells:
                cell.margin = 0.0 if any("mark" in each.looks for each in cell.tokens) else cell.margin


def _doubt_misplaced(row: Sequence[GridCell]) -> None:
    """Let a cell be in doubt that would suit the empty place beside it much better."""
    for c, cell in enumerate(row):
        for beside in (c - 1, c + 1):
            free = cell.fits and 0 <= beside < len(row) and not row[beside].tokens
            if free and cell.fits[c] - cell.fits[beside] > ILL:
                cell.margin = 0.0


def _raise_centred(rows: Sequence[list[GridCell]], c: int) -> None:
    """Put each category of a column that begins below the first row into the first of the rows that it stands in the middle of;
    from one heading across the table to the next."""
    starts = [-1, *(r for r, row in enumerate(rows) if len(row) <= c or len(row) == 1), len(rows)]
    for before, after in pairwise(starts):
        part = rows[before + 1 : after]
        held = [row[c] for row in part if row[c].tokens]
        if not held or part[0][c].tokens:
            continue
        lines = [[each for k, cell in enumerate(row) if k != c for each in cell.tokens] for row in part]
        if not all(lines):
            continue
        extents = [(min(each.at for each in line), max(each.until for each in line)) for line in lines]
        firsts = first_rows(extents, [(cell.tokens[0].at + cell.tokens[-1].until) / 2 for cell in held])
        for row in part if firsts else ():
            row[c] = GridCell()
        for first, cell in zip(firsts, held, strict=False):
            part[first][c] = cell


def to_table(grid: Grid, *, written: bool) -> Table:
    """The grid below its header. A cell that is missing is merged with the one above where the dump writes empty cells
    (`written`); elsewhere in a row without a number of its own, and in a category or a column left of the tasks whose word no list
    has. Headings go across."""
    columns = grid.fit.head.columns
    groups = {c for c, column in enumerate(columns) if column.kind == "category"}
    groups |= {
        c for c, column in enumerate(columns) if column.kind == "other" and "task" in (d.kind for d in columns[c:])
    }
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
            kept = column.kind not in ("remarks", "slot") and (written or not numbered or c in groups)
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
