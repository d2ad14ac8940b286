"""Columns within one cell, read one after the other: of prose, as a list is set in two or three beneath a heading; of text that stands
upright, a character a line."""

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
_UPRIGHT_PITCH = (0.8, 1.15)  # em from one character of upright text to the next; lines stand farther apart
_ONE_COLUMN = 0.5  # em: characters of one column stand as near its middle


def lines_in_cell(runs: list[Run], page: int, left: float, right: float) -> list[Line]:
    """The lines of a cell with those inner edges, column by column where its text stands in columns."""
    if len(runs) < 2 * _FEWEST:
        return lines_of(runs, page, left, right)
    if upright := _upright_columns(runs):
        return [line_of([run], page, left, right) for column in upright for run in column]
    columns = list(_columns(runs))
    if not columns:
        return lines_of(runs, page, left, right)
    edges = [(around(column)[0], around(column)[2]) for column in columns]
    padding = edges[0][0] - left  # on both sides of each column: its longest line fills it
    return [
        line_of(item.runs, page, x0 - padding, x1 + padding)
        for column, (x0, x1) in zip(columns, edges, strict=True)
        for item in column
    ]


def _upright_columns(runs: list[Run]) -> list[list[Run]]:
    """The columns of upright text, from right to left, each from top to bottom; none where there is one, or the text is level."""
    if any(run.angle or len(run.text) > 2 for run in runs):
        return []
    columns: list[list[Run]] = []
    for run in sorted(runs, key=_middle, reverse=True):
        if columns and _middle(columns[-1][0]) - _middle(run) < _ONE_COLUMN * run.size:
            columns[-1].append(run)
        else:
            columns.append([run])
    for column in columns:
        column.sort(key=lambda run: -run.base)
    least, most = _UPRIGHT_PITCH
    touch = all(
        least * run.size < above.base - run.base < most * run.size
        for column in columns
        for above, run in pairwise(column)
    )
    shortest, longest = min(map(len, columns)), max(map(len, columns))
    return columns if touch and len(columns) > 1 < shortest and longest >= _FEWEST else []


def _middle(run: Run) -> float:
    return (run.x0 + run.x1) / 2


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
