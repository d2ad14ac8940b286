"""Columns of prose within one cell, as a list is set in two or three beneath a heading: read one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ....model.source import Line
from .. import measures as m
from ..lines import box_of, line_of, lines_of, rows_of, usual_size
from ..pieces import common_starts, segments
from ..sheet import Run
from ..strips import Item, around, fills_a_column

_FEWEST = 3  # lines in each column
_MOST = 3  # columns


def lines_in_cell(runs: list[Run], page: int, left: float, right: float) -> list[Line]:
    """The lines of a cell with those inner edges, column by column where its text stands in columns."""
    columns = list(_columns(runs)) if len(runs) >= 2 * _FEWEST else []
    if not columns:
        return lines_of(runs, page, left, right)
    edges = [(around(column)[0], around(column)[2]) for column in columns]
    padding = edges[0][0] - left  # on both sides of each column: its longest line fills it
    return [
        line_of(item.runs, page, x0 - padding, x1 + padding)
        for column, (x0, x1) in zip(columns, edges, strict=True)
        for item in column
    ]


def _columns(runs: list[Run]) -> Iterator[list[Item]]:
    """The lines of each column; none where the text stands in one, or its pieces are words of a line or cells of rows."""
    if any(run.angle for run in runs):
        return
    rows = [segments(row, []) for row in rows_of(runs)]
    if sum(len(parts) > 1 for parts in rows) < _FEWEST:
        return
    starts, _ = common_starts(rows, 0.0)
    near = m.SAME_EDGE
    starts = [x for k, x in enumerate(starts) if not k or x - starts[k - 1] > m.SEGMENT_GAP * usual_size(runs)]
    if not 0 < len(starts) < _MOST:
        return
    columns: list[list[Item]] = [[] for _ in range(len(starts) + 1)]
    for parts in rows:
        for part in parts:
            box = x0, _, x1, _ = box_of(part)
            if any(x0 < x - near and x < x1 for x in starts):
                return
            columns[sum(x - near <= x0 for x in starts)].append(Item(box, 1.0, part))
    if all(map(_is_prose, columns)):
        yield from columns


def _is_prose(column: list[Item]) -> bool:
    """Whether lines fill a column, each in one piece."""
    apart = all(above.box[1] > below.runs[0].base for above, below in pairwise(column))
    return len(column) >= _FEWEST and apart and fills_a_column(column)
