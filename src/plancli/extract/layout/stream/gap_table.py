"""A table whose columns were told by gaps → its cells."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from ....model.source import Cell, Table
from ..lattice.grids import Grid, ruled_rows
from ..lines import line_of, lines_of
from ..sheet import Piece, Run
from .headings import count_of_head, heading_rows
from .logical_rows import TextLine, logical_rows

Interval = tuple[float, float]


@dataclass(slots=True)
class Borderless:
    """A table found: its columns, its lines from top to bottom, the rules across it."""

    columns: list[Interval]
    lines: list[TextLine]
    rules: list[Piece]
    taken: set[int] = field(default_factory=set)  # where the lines that it took begin in the page's text

    @property
    def top(self) -> float:
        """The height of its upper edge."""
        return self.lines[0].top

    def table(self, page: int) -> Table:
        """The table, the lines of a row put together."""
        inner = [self._between(a[1], b[0]) for a, b in itertools.pairwise(self.columns)]
        edges = [self.columns[0][0], *inner, self.columns[-1][1]]
        grid = ruled_rows(self.rules, edges, self.lines[0].top, self.lines[-1].bottom)
        if grid and self._one_number_a_row(grid):
            return self._by_grid(grid, page)
        return self._by_rows(edges, page)

    def _between(self, left: float, right: float) -> float:
        """The edge between two columns: where a rule ends between them, else midway."""
        ends = (x for _, *ends in self.rules for x in ends if left < x < right)
        return next(ends, (left + right) / 2)

    def _one_number_a_row(self, grid: Grid) -> bool:
        """Whether rules part all rows: no two numbers stand between two of them."""
        seen: set[int] = set()
        for line in self.lines:
            number = "".join(run.text for run in line.filled.get(min(line.filled), [])).strip()
            if not line.span and number.isdigit():
                row = grid.slot(self.columns[0][0], line.middle)[0]
                if row in seen:
                    return False
                seen.add(row)
        return all(grid.ys[-1] < line.middle < grid.ys[0] for line in self.lines)

    def _by_grid(self, grid: Grid, page: int) -> Table:
        held: dict[tuple[int, int], list[Run]] = {}
        for line in self.lines:
            for column, runs in line.filled.items():
                row = grid.slot(grid.xs[column], line.middle)[0]
                held.setdefault(grid.cells[row][column][:2], []).extend(runs)
        made: dict[tuple[int, int, int, int], Cell] = {}
        for slot in (slot for row in grid.cells for slot in row):
            if slot not in made:
                r, c, down, across = slot
                lines = lines_of(held[r, c], page, grid.xs[c], grid.xs[c + across]) if (r, c) in held else []
                made[slot] = Cell(r, c, down, across, lines, page=page)
        rows = [[made[slot] for slot in row] for row in grid.cells]
        return Table(rows, page=page, ruled=False, open_top=grid.open_top, open_bottom=grid.open_bottom)

    def _by_rows(self, edges: list[float], page: int) -> Table:
        width = len(self.columns)
        head = count_of_head(self.lines)
        rows = heading_rows(self.lines[:head], edges, page) if head else []
        for r, group in enumerate(logical_rows(self.lines[head:], [y for y, _, _ in self.rules]), len(rows)):
            if group[0].span:
                runs = [run for line in group for part in line.filled.values() for run in part]
                rows.append([Cell(r, 0, 1, width, lines_of(runs, page, edges[0], edges[-1]), page=page)] * width)
                continue
            row = [Cell(r, c, page=page) for c in range(width)]
            for line in group:
                for c, runs in line.filled.items():
                    row[c].lines.append(line_of(runs, page, edges[c], edges[c + 1]))
            rows.append(row)
        return Table(rows, page=page, ruled=False)
