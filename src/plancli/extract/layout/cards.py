"""Boxes side by side that are read row by row: the cards of a page, or its dashboard."""

from __future__ import annotations

from itertools import pairwise

from ...language.labels import read_label
from .lines import rows_of
from .sheet import Box, Run

_LEVEL = 3.0  # points: boxes whose upper edges are as near stand in one row
_MOST_BESIDE = 3  # pieces of text out of boxes, beneath any but the first of a row; with more, the page has columns


def rows_of_boxes(boxes: list[Box], held: list[list[Run]], free: list[Run]) -> list[list[int]]:
    """The boxes of a page by the rows in which they are read, from left to right; one that has none beside it, or stands in a
    column of the page, is a row of its own. `held` are the runs in each, `free` those in none."""
    rows: list[list[int]] = []
    for k in sorted(range(len(boxes)), key=lambda k: (-boxes[k][3], boxes[k][0])):
        row = rows[-1] if rows else []
        if row and boxes[row[0]][3] - boxes[k][3] <= _LEVEL and all(_clear(boxes[k], boxes[other]) for other in row):
            row.append(k)
        else:
            rows.append([k])
    for row in rows:
        row.sort(key=lambda k: boxes[k][0])
    broad = [row for row in rows if len(row) > 1]
    if not broad or _in_columns(broad, boxes, free) or _count_downwards(broad, boxes, held):
        return [[k] for k in range(len(boxes))]
    return rows


def _clear(one: Box, other: Box) -> bool:
    return one[2] <= other[0] or other[2] <= one[0]


def _in_columns(rows: list[list[int]], boxes: list[Box], free: list[Run]) -> bool:
    """Whether text without boxes stands above or beneath others than the first box of a row, in their column."""
    others = [boxes[k] for row in rows for k in row[1:]]
    return sum(any(box[0] <= run.x0 and run.x1 <= box[2] for box in others) for run in free) > _MOST_BESIDE


def _count_downwards(rows: list[list[int]], boxes: list[Box], held: list[list[Run]]) -> bool:
    """Whether the numbers at the head of the boxes rise down each column, and not along the rows."""
    order = [k for row in rows for k in row]
    labels = {k: read_label("".join(run.text for run in rows_of(held[k])[0])) if held[k] else None for k in order}
    values = {k: label.value for k, label in labels.items() if label is not None}
    downwards = sorted(values, key=lambda k: (round(boxes[k][0] / _LEVEL), -boxes[k][3]))

    def rise(ks: list[int]) -> bool:
        return all(values[a] < values[b] for a, b in pairwise(ks))

    return len(values) > 2 and rise(downwards) and not rise([k for k in order if k in values])
