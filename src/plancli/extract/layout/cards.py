"""Boxes side by side that are read row by row: the cards of a page, or its dashboard; the months of a calendar, a table each."""

from __future__ import annotations

from itertools import pairwise

from ...language.labels import read_label
from ...language.numerals import numeral
from ...language.times import is_month
from .lines import rows_of
from .sheet import Box, Run
from .strips import Item

_LEVEL = 3.0  # points: boxes whose upper edges are as near stand in one row
_FEWEST_ROWS = 2  # of tables side by side
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


def rows_of_captions(sides: tuple[list[Item], list[Item]]) -> list[list[Item]]:
    """The tables in two columns of a page, each with the line over it, one after another along the rows, where the months or numbers over
    them count along these and not down the columns; else none."""
    columns = [_captioned(side) for side in sides]
    if len(columns[0]) < _FEWEST_ROWS or len(columns[0]) - len(columns[1]) not in (0, 1):
        return []
    pairs = list(zip(*columns, strict=False))
    if any(abs(left[0].box[3] - right[0].box[3]) > _LEVEL for left, right in pairs):
        return []
    cards = [card for pair in pairs for card in pair] + columns[0][len(pairs) :]
    along, down = (
        [_number_over(card) for card in cards],
        [_number_over(card) for column in columns for card in column],
    )
    return cards if _count_on(along) and not _count_on(down) else []


def _captioned(items: list[Item]) -> list[list[Item]]:
    """A line and the table beneath it, each; none where a column has anything else."""
    ordered = sorted(items, key=lambda item: -item.box[3])
    pairs = [ordered[k : k + 2] for k in range(0, len(ordered), 2)]
    whole = all(len(pair) == 2 and pair[0].solid is None and pair[1].solid is not None for pair in pairs)
    return pairs if whole else []


def _number_over(card: list[Item]) -> int | None:
    text = "".join(run.text for run in card[0].runs).strip()
    label = read_label(text)
    return numeral(text.rstrip("月份")) if is_month(text) else label.value if label else None


def _count_on(numbers: list[int | None]) -> bool:
    """Whether each number is the next, or a January behind a December."""
    return all(a is not None and b is not None and b - a in (1, -11) for a, b in pairwise(numbers))


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
