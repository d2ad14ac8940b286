"""Runs into the cells of a grid; a grid and what it holds → a table."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from ....model.source import Cell, Table
from ..lines import is_centered
from ..sheet import Run
from .cell_columns import lines_in_cell
from .grids import RuledGrid
from .open_rows import part_open_rows
from .overflow import Held, hang_out, settle, stays

_MOST_PADDING = 12.0  # points: a cell's padding is no wider
_HANGING = frozenset("，。、；：！？）》”")  # may hang over the edge at a line's end (GB/T 15834—2011, 5.1)
_OVER = 0.4  # em by which a run may reach over a cell's edge


def into_cells(runs: list[Run], grids: list[RuledGrid]) -> tuple[list[Held], list[Run]]:
    """Each run into the cell that holds its middle, cut where it crosses into another; and those outside."""
    held: list[Held] = [defaultdict(list) for _ in grids]
    tops = sorted(range(len(grids)), key=lambda k: grids[k].ys[-1])
    lows = [grids[k].ys[-1] for k in tops]
    rest: list[Run] = []
    wide: list[tuple[int, Run]] = []
    for run in runs:
        x, y = (run.x0 + run.x1) / 2, run.middle
        for k in reversed(tops[: bisect_right(lows, y)]):
            if grids[k].holds(x, y):
                if _crosses(run, y, grids[k], held[k]):
                    wide.append((k, run))
                break
        else:
            rest.append(run)
    for k, run in wide:
        if not stays(run, grids[k], held[k]):
            _part(run, grids[k], held[k])
    for grid, cells in zip(grids, held, strict=True):
        part_open_rows(grid, cells)
        settle(cells, grid)
        if rest and (taken := hang_out(rest, grid, cells)):
            rest = [run for run in rest if id(run) not in taken]
    return held, rest


def _crosses(run: Run, middle: float, grid: RuledGrid, held: Held) -> bool:
    """Put a run into its cell, unless it crosses into another: then True."""
    cells, over = grid.cells[grid.row(middle)], _OVER * run.size
    if run.x1 - run.x0 <= 2 * over:
        first = last = grid.column((run.x0 + run.x1) / 2)
    else:
        first = grid.column(run.x0 + over)
        last = first if run.x1 - over < grid.xs[first + 1] else grid.column(run.x1 - over)
    if cells[first] is not cells[last]:
        return True
    held[cells[first][:2]].append(run)
    return False


def _part(run: Run, grid: RuledGrid, held: Held) -> None:
    """Put the parts of a run into the cells that it crosses."""
    cells = grid.cells[grid.row(run.middle)]
    start, before = 0, None
    for i, (left, right) in enumerate(zip(run.lefts, run.rights, strict=True)):
        cell = cells[grid.column((left + right) / 2)][:2]
        if before is not None and run.text[i] in _HANGING:
            continue  # a stop begins no cell
        if before is not None and cell != before:
            held[before].append(run.part(start, i))
            start = i
        before = cell
    if before is not None:
        held[before].append(run.part(start, len(run.text)))


def table_of(grid: RuledGrid, held: Held, page: int) -> Table:
    """The table of a grid, its cells holding their lines."""
    made: dict[tuple[int, int], Cell] = {}
    for row in grid.cells:
        for top, left, rowspan, colspan in row:
            if (top, left) in made:
                continue
            cell = made[top, left] = Cell(top, left, rowspan, colspan, page=page)
            runs = held.get((top, left))
            if runs:
                cell.lines = lines_in_cell(runs, page, grid.xs[left], grid.xs[left + colspan])
    rows = [[made[slot[:2]] for slot in row] for row in grid.cells]
    return Table(rows, page=page, open_top=grid.open_top, open_bottom=grid.open_bottom, edges=grid.ys)


def pad(table: Table) -> None:
    """Move the edges of cells inwards by the table's padding: the least room that any line leaves."""
    lines = [line for cell in table.cells() for line in cell.lines]
    room = [min(line.x0 - line.left, line.right - line.x1) for line in lines]
    least = min((gap for gap in room if gap >= 0), default=0.0)
    padding = min(least, _MOST_PADDING)
    for line in lines:
        line.left += padding
        line.right -= padding
        line.centered = is_centered(line)
