"""Rows that level rules part, but no uprights, beneath headings that have uprights (a style sheet that draws lines below cells, and around
headings alone): the edges of the headings part them, where their texts stay clear of these.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..sheet import Run
from .grids import RuledGrid
from .overflow import Held

_COLUMNS = 3  # that such a stretch has, and that its texts stand in
_ROWS = 2  # that tell, and no more than a quarter as many that tell the contrary
_OVER = 0.4  # em by which a text may reach over the edge of its column

_Span = tuple[int, int, int, int]


def part_open_rows(grid: RuledGrid, held: Held) -> None:
    """Part the cells of such rows, and what they hold; a row of one text (a group's) stays whole."""
    if not any(place[3] >= _COLUMNS for row in grid.cells for place in row):
        return
    wide = _wide(grid, _beneath_headings(grid, held))
    open_rows = [place for place in wide if len(_columns(grid, held.get(place[:2], ()))) > 1]
    clear = [place for place in open_rows if _is_clear(grid, place, held[place[:2]])]
    told = sum(len(_columns(grid, held[place[:2]])) >= _COLUMNS for place in clear)
    if told >= _ROWS and 4 * (len(open_rows) - len(clear)) <= told:
        for place in open_rows:
            _part(grid, held, place)


def _beneath_headings(grid: RuledGrid, held: Held) -> int:
    """The first row beneath one whose slots are cells of their own, all but one of them filled; else the number of rows."""
    for r, row in enumerate(grid.cells):
        if all(place[3] == 1 for place in row) and sum(bool(held.get(place[:2])) for place in row) >= len(row) - 1:
            return r + 1
    return len(grid.cells)


def _wide(grid: RuledGrid, first: int) -> Iterator[_Span]:
    """The cells of several columns from a row on, each once."""
    for r in range(first, len(grid.cells)):
        for c, place in enumerate(grid.cells[r]):
            if place[:2] == (r, c) and place[3] >= _COLUMNS:
                yield place


def _columns(grid: RuledGrid, runs: Sequence[Run]) -> set[int]:
    return {grid.column((run.x0 + run.x1) / 2) for run in runs}


def _is_clear(grid: RuledGrid, place: _Span, runs: list[Run]) -> bool:
    """Whether no text runs over an edge between the columns."""
    inner = grid.xs[place[1] + 1 : place[1] + place[3]]
    return not any(run.x0 + _OVER * run.size < x < run.x1 - _OVER * run.size for run in runs for x in inner)


def _part(grid: RuledGrid, held: Held, place: _Span) -> None:
    row, column, rowspan, colspan = place
    runs = held.pop((row, column))
    for c in range(column, column + colspan):
        own = (row, c, rowspan, 1)
        for r in range(row, row + rowspan):
            grid.cells[r][c] = own
    for run in runs:
        held[row, grid.column((run.x0 + run.x1) / 2)].append(run)
