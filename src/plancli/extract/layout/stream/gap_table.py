"""A table whose columns were told by gaps → its cells."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from ....model.source import Cell, Table
from ..lattice.grids import RuledGrid, ruled_rows
from ..lines import line_of, lines_of
from ..sheet import Piece, Run
from .headings import count_of_head, heading_rows
from .logical_rows import TextLine, between_groups, count_ruled_head, logical_rows
from .numbered_rows import NumberedRows, number_column, numbered_rows

_MOST_SAID = 6  # lines of headings that are said again, at most
_FEWEST_LABELS = 3  # level with the rows beside a slot

Interval = tuple[float, float]


@dataclass(slots=True)
class Borderless:
    """A table found: its columns, its lines from top to bottom, the rules across it."""

    columns: list[Interval]
    lines: list[TextLine]
    rules: list[Piece]
    step: float = 0.0  # from row to row, where it is regular
    taken: set[int] = field(default_factory=set)  # where the lines that it took begin in the page's text
    head: int = 0  # lines of headings that are said again
    said: list[list[str]] = field(default_factory=list)  # its first lines, where they are left behind

    @property
    def top(self) -> float:
        """The height of its upper edge."""
        return self.lines[0].top

    @property
    def headings_over(self) -> int:
        """How many headings stand over several columns."""
        return sum(len(line.wide) for line in self.lines)

    def lines_as_in(self, other: Borderless) -> int:
        """How many lines from the first on say the same in both: the headings, where one goes on the other."""
        pairs = zip(self.opening(), other.opening(), strict=False)
        return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))

    def opening(self) -> list[list[str]]:
        """The texts of its first lines."""
        return self.said or [line.said() for line in self.lines[:_MOST_SAID]]

    def moved(self, by: float) -> Borderless:
        """The table as it would stand `by` points farther to the right, its lines and rules left behind."""
        columns = [(x0 + by, x1 + by) for x0, x1 in self.columns]
        return Borderless(columns, [], [], self.step, said=self.opening())

    def table(self, page: int) -> Table:
        """The table, the lines of a row put together."""
        inner = [self._between(a[1], b[0]) for a, b in itertools.pairwise(self.columns)]
        edges = [self.columns[0][0], *inner, self.columns[-1][1]]
        grid = ruled_rows(self.rules, edges, self.lines[0].top, self.lines[-1].bottom)
        if grid and not self.headings_over and self._one_number_a_row(grid) and not self._labels_level(grid):
            return self._by_grid(grid, page)
        return self._by_rows(edges, page)

    def _between(self, left: float, right: float) -> float:
        """The edge between two columns: where a rule ends between them, else midway."""
        ends = (x for _, *ends in self.rules for x in ends if left < x < right)
        return next(ends, (left + right) / 2)

    def _one_number_a_row(self, grid: RuledGrid) -> bool:
        """Whether rules part all rows: no two numbers, no number and its heading, no group and a row stand between two."""
        column = number_column(self.lines)
        seen: set[int] = set()
        spans: set[int] = set()
        for line in self.lines:
            mark = min(line.filled, default=0) if column is None else column
            number = "".join(run.text for run in line.filled.get(mark, [])).strip()
            row = grid.slot(self.columns[0][0], line.middle)[0]
            if row in spans or (line.span and row in seen):
                return False
            if line.span:
                spans.add(row)
            elif number.isdigit() or (column is not None and number and not seen):
                if row in seen:
                    return False
                seen.add(row)
        return all(grid.ys[-1] < line.middle < grid.ys[0] for line in self.lines)

    def _labels_level(self, grid: RuledGrid) -> bool:
        """Whether a slot that no rule cuts has a line level with each of the others' rows: labels of values that alone are underlined."""
        for top, left, down, _ in {slot for row in grid.cells for slot in row}:
            if down < _FEWEST_LABELS:
                continue
            held = [
                line for line in self.lines if left in line.filled and grid.ys[top + down] < line.middle < grid.ys[top]
            ]
            if len(held) == down and all(len(line.filled) > 1 for line in held):
                return True
        return False

    def _by_grid(self, grid: RuledGrid, page: int) -> Table:
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
        head = count_of_head(self.lines)
        rows = heading_rows(self.lines[:head], edges, page) if head else []
        if not head and self.head:  # no line tells them from the rest of a row that the page before has cut
            head = self.head
            self._grouped(self.lines[:head], edges, page, rows)
        below = self.lines[head:]
        rules = [y for y, _, _ in self.rules]
        column = number_column(below)
        first = count_ruled_head(below, rules)
        for part in ([below[:first]] if first else []) + between_groups(below[first:]):
            numbered = numbered_rows(part, column, rules) if column is not None and not part[0].span else None
            if numbered:
                self._numbered(numbered, edges, page, rows)
                continue
            for group in logical_rows(part, rules):
                self._grouped(group, edges, page, rows)
        return Table(rows, page=page, ruled=False)

    def _grouped(self, group: list[TextLine], edges: list[float], page: int, rows: list[list[Cell]]) -> None:
        """Add the row of lines that belong together."""
        r, width = len(rows), len(self.columns)
        if group[0].span:
            runs = [run for line in group for part in line.filled.values() for run in part]
            rows.append([Cell(r, 0, 1, width, lines_of(runs, page, edges[0], edges[-1]), page=page)] * width)
            return
        row = [Cell(r, c, page=page) for c in range(width)]
        for line in group:
            for c, runs in line.filled.items():
                row[c].lines.append(line_of(runs, page, edges[c], edges[c + 1]))
        rows.append(row)

    def _numbered(self, found: NumberedRows, edges: list[float], page: int, rows: list[list[Cell]]) -> None:
        """Add rows told by their numbers."""
        first, width = len(rows), len(self.columns)

        def cell(r: int, c: int, down: int, lines: list[list[Run]]) -> Cell:
            return Cell(r, c, down, 1, [line_of(runs, page, edges[c], edges[c + 1]) for runs in lines], page=page)

        for r, held in enumerate(found.rows, first):
            rows.append([cell(r, c, 1, held.get(c, [])) for c in range(width)])
        for c, top, last, lines in found.over:
            merged = cell(first + top, c, last - top + 1, lines)
            for r in range(first + top, first + last + 1):
                rows[r][c] = merged
