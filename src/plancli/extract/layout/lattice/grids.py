"""Ruling lines → grids: where the slots of a table are, and which of them are one merged cell.

Rules that cross each other make one grid. Edges may be open: a row that a page's end cuts without a rule (browsers
print so), a table without outer verticals. Where no rule parts two slots, they are one cell.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from operator import itemgetter

from ....errors import TooLarge
from ..sheet import Box, Piece
from .meshes import TOUCH, meshes

ONE_LINE = 1.0  # points: pieces closer than this lie on one line
_DASH_GAP = 4.5  # points: pieces of a dashed or dotted rule stand no farther apart
_DOUBLE = 4.5  # points: rules closer than this are one double rule; no row of text is as low
_SHORTEST = 7.0  # points: a shorter rule bounds no cell
_OVERHANG = 6.0  # points: rules that reach farther than the last crossing rule leave an edge open
_SLACK = 6.0  # points: a rule that falls short of a slot's end by less still runs along it


@dataclass(slots=True)
class RuledGrid:
    """Column edges from left to right, row edges from top to bottom, and for each slot the first slot of its cell."""

    xs: list[float]
    ys: list[float]
    cells: list[list[tuple[int, int, int, int]]]  # row, column, rowspan, colspan of the cell that covers the slot
    open_top: bool = False
    open_bottom: bool = False
    depths: list[float] = field(init=False)  # ys turned over, ascending

    def __post_init__(self) -> None:
        self.depths = [-y for y in self.ys]

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.xs[0] <= x <= self.xs[-1] and self.ys[-1] <= y <= self.ys[0]

    def slot(self, x: float, y: float) -> tuple[int, int]:
        """The row and column of the slot that holds a point inside."""
        return self.row(y), self.column(x)

    def row(self, y: float) -> int:
        """The row that holds a height inside."""
        row = bisect_right(self.depths, -y) - 1
        return 0 if row < 0 else row if row < len(self.ys) - 1 else row - 1

    def column(self, x: float) -> int:
        """The column that holds a place inside."""
        column = bisect_right(self.xs, x) - 1
        return 0 if column < 0 else column if column < len(self.xs) - 1 else column - 1


def join(pieces: list[Piece]) -> list[Piece]:
    """Pieces on one line that touch, or follow each other as dashes do, as one rule; what stays short is no rule."""
    at: dict[float, list[Piece]] = defaultdict(list)
    for piece in pieces:
        at[piece[0]].append(piece)
    bands: list[tuple[float, list[Piece]]] = []
    for place in sorted(at):
        if bands and place - bands[-1][0] <= ONE_LINE:
            bands[-1][1].extend(at[place])
        else:
            bands.append((place, at[place]))
    joined: list[Piece] = []
    for place, band in bands:
        band.sort(key=itemgetter(1))
        _, start, end = band[0]
        for _, begin, finish in band:
            if begin - end > _DASH_GAP:
                joined.append((place, start, end))
                start, end = begin, finish
            elif finish > end:
                end = finish
        joined.append((place, start, end))
    return [rule for rule in joined if rule[2] - rule[1] >= _SHORTEST]


def find_grids(
    horizontal: list[Piece], vertical: list[Piece], most_cells: int
) -> tuple[list[RuledGrid], list[Box], list[Piece]]:
    """Joined rules → grids from top to bottom, boxes of one cell, and the horizontal rules that belong to no grid.

    Raises `TooLarge` where they would have more slots than `most_cells`.
    """
    grids: list[RuledGrid] = []
    boxes: list[Box] = []
    used: set[int] = set()
    for across, upright in meshes(horizontal, vertical):
        most_cells -= len(across) * len(upright)
        if most_cells < 0:
            raise TooLarge("the tables of the PDF have more cells than the limit allows")
        grid = _grid([horizontal[k] for k in across], [vertical[k] for k in upright])
        if grid and len(grid.xs) + len(grid.ys) > 4:
            grids.append(grid)
            used.update(across)
        elif grid and not (grid.open_top or grid.open_bottom):
            boxes.append((grid.xs[0], grid.ys[-1], grid.xs[-1], grid.ys[0]))
    return _outermost(grids), boxes, [rule for k, rule in enumerate(horizontal) if k not in used]


def _grid(across: list[Piece], upright: list[Piece]) -> RuledGrid | None:
    if not upright or (len(across) < 2 and len(upright) < 2) or (not across and len(upright) < 3):
        return None
    xs, ys = [x for x, _, _ in upright], [y for y, _, _ in across]
    left, right = _reach(across, xs)
    bottom, top = _reach(upright, ys)
    open_top = bool(not ys or top - max(ys) > _OVERHANG)
    open_bottom = bool(not ys or min(ys) - bottom > _OVERHANG)
    low, high = min([bottom, *ys]), max([top, *ys])
    if across:
        upright = upright + [
            (x, low, high) for x, far in ((left, min(xs) - left), (right, right - max(xs))) if far > _OVERHANG
        ]
    wide = [x for x, _, _ in upright]
    across = across + [(y, min(wide), max(wide)) for y, is_open in ((top, open_top), (bottom, open_bottom)) if is_open]
    columns, rows = _edges([x for x, _, _ in upright]), _edges([y for y, _, _ in across])
    if len(columns) < 2 or len(rows) < 2:
        return None
    ruled_x, ruled_y = _ruled(upright, columns, rows), _ruled(across, rows, columns)
    columns, ruled_x, ruled_y = _without_gaps(columns, ruled_x, ruled_y)
    rows, ruled_y, ruled_x = _without_gaps(rows, ruled_y, ruled_x)
    if len(columns) < 2 or len(rows) < 2:
        return None
    # From here on rows run from top to bottom.
    rows.reverse()
    ruled_y.reverse()
    for column in ruled_x:
        column.reverse()
    return RuledGrid(columns, rows, _merged(ruled_x, ruled_y), open_top, open_bottom)


def ruled_rows(rules: list[Piece], columns: list[float], top: float, bottom: float) -> RuledGrid | None:
    """The grid of a table whose rules part its rows only, its column edges told otherwise; None where they part none.

    Three rules are those of a 三线表: above the headings, beneath them, and at the end. `top` and `bottom` are those of
    the text: where it reaches beyond the rules, the page cuts a row.
    """
    rows = _edges([y for y, _, _ in rules])
    if len(rows) < 4:
        return None
    open_top, open_bottom = top > rows[-1] + _OVERHANG, bottom < rows[0] - _OVERHANG
    ends = [top] * open_top + [bottom] * open_bottom
    rules = rules + [(y, columns[0], columns[-1]) for y in ends]
    rows = _edges([*rows, *ends])
    ruled_y = _ruled(rules, rows, columns)
    if not all(map(any, ruled_y)):
        return None
    rows.reverse()
    ruled_y.reverse()
    ruled_x = [[True] * (len(rows) - 1) for _ in columns]
    return RuledGrid(columns, rows, _merged(ruled_x, ruled_y), open_top, open_bottom)


def _reach(rules: list[Piece], crossing: list[float]) -> tuple[float, float]:
    """How far at least two of the rules reach (one, if there is but one), before and behind."""
    starts, ends = sorted(start for _, start, _ in rules), sorted(end for _, _, end in rules)
    if not rules:
        return min(crossing), max(crossing)
    second = 1 if len(rules) > 1 else 0
    return starts[second], ends[-1 - second]


def _edges(places: list[float]) -> list[float]:
    """Places of rules, ascending; the two lines of a double rule are one edge in their middle."""
    edges: list[list[float]] = []
    for place in sorted(places):
        if edges and place - edges[-1][0] <= _DOUBLE:
            edges[-1].append(place)
        else:
            edges.append([place])
    return [(edge[0] + edge[-1]) / 2 for edge in edges]


def _ruled(rules: list[Piece], edges: list[float], across: list[float]) -> list[list[bool]]:
    """For each edge, for each slot along it (between neighbours in `across`): does a rule run there?"""
    ruled = [[False] * (len(across) - 1) for _ in edges]
    for place, start, end in rules:
        k = bisect_left(edges, place)
        if k == len(edges) or (k and place - edges[k - 1] < edges[k] - place):
            k -= 1
        slot = max(bisect_left(across, start) - 1, 0)
        while slot < len(across) - 1 and across[slot] < end:
            first, last = across[slot], across[slot + 1]
            if start <= first and last <= end:
                ruled[k][slot] = True
            else:
                slack = max(TOUCH, min(0.3 * (last - first), _SLACK))
                ruled[k][slot] |= first >= start - slack and last <= end + slack
            slot += 1
    return ruled


def _without_gaps(
    edges: list[float], ruled: list[list[bool]], crossed: list[list[bool]]
) -> tuple[list[float], list[list[bool]], list[list[bool]]]:
    """Drop inner edges along which no slot is ruled (an underline that touches a rule makes such)."""
    keep = [k for k, row in enumerate(ruled) if any(row) or k in (0, len(edges) - 1)]
    if len(keep) == len(edges):
        return edges, ruled, crossed
    joined = [[any(row[a:b]) for a, b in itertools.pairwise(keep)] for row in crossed]
    return [edges[k] for k in keep], [ruled[k] for k in keep], joined


def _merged(ruled_x: list[list[bool]], ruled_y: list[list[bool]]) -> list[list[tuple[int, int, int, int]]]:
    """The cell that covers each slot. A cell grows right, then down, as long as no rule parts it from the slots there."""
    height, width = len(ruled_y) - 1, len(ruled_x) - 1
    cells: list[list[tuple[int, int, int, int] | None]] = [[None] * width for _ in range(height)]
    for row in range(height):
        for column in range(width):
            if cells[row][column] is not None:
                continue
            right = column + 1
            while right < width and not ruled_x[right][row] and cells[row][right] is None:
                right += 1
            down = row + 1
            while (
                down < height
                and not any(ruled_y[down][column:right])
                and not any(ruled_x[x][down] for x in range(column + 1, right))
            ):
                down += 1
            cell = (row, column, down - row, right - column)
            for r in range(row, down):
                for c in range(column, right):
                    cells[r][c] = cell
    return [[cell for cell in line if cell is not None] for line in cells]


def _outermost(grids: list[RuledGrid]) -> list[RuledGrid]:
    """Of grids inside each other one: the outer, unless it is a mere frame; then the inner."""
    dropped: set[int] = set()
    for i, outer in enumerate(grids):
        slots = (len(outer.xs) - 1) * (len(outer.ys) - 1)
        for k, inner in enumerate(grids):
            if i != k and _inside(inner, outer):
                dropped.add(k if slots >= 4 else i)
    kept = [grid for k, grid in enumerate(grids) if k not in dropped]
    return sorted(kept, key=lambda grid: (-grid.ys[0], grid.xs[0]))


def _inside(inner: RuledGrid, outer: RuledGrid) -> bool:
    return outer.holds(inner.xs[0] + 1, inner.ys[0] - 1) and outer.holds(inner.xs[-1] - 1, inner.ys[-1] + 1)


def outside_grids(upright: list[Piece], grids: list[RuledGrid]) -> list[Piece]:
    """The upright rules that belong to no table."""
    return [
        (x, low, high)
        for x, low, high in upright
        if not any(
            grid.xs[0] - 3 <= x <= grid.xs[-1] + 3
            and grid.holds(min(max(x, grid.xs[0]), grid.xs[-1]), (low + high) / 2)
            for grid in grids
        )
    ]
