"""The rows of a table without uprights whose rows are numbered: what stands in a cell overlaps the height of its row's number,
be it set at the top, the middle or the foot of the row. A category in the middle of its rows overlaps one of them by chance."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..sheet import Run
from .logical_rows import TextLine, room_between

_ROOM = 0.25  # line heights: more room than between the lines of a cell parts two cells
_OFF = 0.5  # of a row's height that the middle of a category may be off that of its rows


@dataclass(slots=True)
class _Block:
    """What stands in one cell: its lines from top to bottom."""

    top: float
    bottom: float
    lines: list[list[Run]] = field(default_factory=list)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class NumberedRows:
    """Rows, each the lines of its columns; and what belongs to several rows: column, first and last row, its lines."""

    rows: list[dict[int, list[list[Run]]]]
    over: list[tuple[int, int, int, list[list[Run]]]]


def number_column(lines: Sequence[TextLine]) -> int | None:
    """The column of a table that numbers its rows: mostly numbers, which rise from one to the next."""
    for column in sorted({c for line in lines for c in line.filled})[:3]:
        texts = [_text(line.filled[column]) for line in lines if column in line.filled and not line.span]
        numbers = [int(text) for text in texts if text.isdecimal() and len(text) < 5]
        if (
            numbers
            and (len(numbers) > 1 or not texts[0].isdecimal())
            and all(a < b for a, b in itertools.pairwise(numbers))
            and len(texts) - len(numbers) < 3
        ):
            return column
    return None


def numbered_rows(lines: list[TextLine], column: int, rules: Sequence[float]) -> NumberedRows | None:
    """The rows of lines between two groups, or None where a cell cannot be told from those above and beneath it."""
    room = room_between(lines) or 0.0
    blocks = {c: _blocks(lines, c, room, rules) for c in sorted({c for line in lines for c in line.filled})}
    marks = [block for block in blocks.get(column, []) if block.lines]
    if len(marks) < 2 or sum(_text(line).isdecimal() for mark in marks for line in mark.lines) < len(marks) - 1:
        return None
    if any(len(mark.lines) > 1 and any(_text(line).isdecimal() for line in mark.lines) for mark in marks):
        return None
    found = NumberedRows([{column: mark.lines} for mark in marks], [])
    extents = [(mark.top, mark.bottom) for mark in marks]
    later: list[tuple[int, list[_Block]]] = []
    aside: list[tuple[int, _Block]] = []
    for c, cells in blocks.items():
        if c == column:
            continue
        lapped = [[k for k, mark in enumerate(marks) if _overlap(cell, mark) > 0] for cell in cells]
        if c < column and (len(cells) < len(marks) or any(len(laps) != 1 for laps in lapped)):
            later.append((c, cells))
            continue
        for cell, laps in zip(cells, lapped, strict=True):
            if len(laps) > 1:
                return None
            if not laps:
                aside.append((c, cell))
                continue
            k = laps[0]
            found.rows[k].setdefault(c, []).extend(cell.lines)
            extents[k] = max(extents[k][0], cell.top), min(extents[k][1], cell.bottom)
    _set_aside(aside, extents, room, found)
    if any(below[0] > above[1] + 1 for above, below in itertools.pairwise(extents)):
        return None  # rows that reach into each other
    for c, cells in later:
        _place(c, cells, extents, found)
    return found


def _set_aside(
    aside: list[tuple[int, _Block]], extents: list[tuple[float, float]], room: float, found: NumberedRows
) -> None:
    """Cells beside no number: in the nearest row, unless they stand above the first or beneath the last, of rows that a page's
    end parts from their numbers."""
    high, low = extents[0][0], extents[-1][1]
    ends: dict[bool, list[tuple[int, _Block]]] = {True: [], False: []}
    for c, cell in aside:
        slack = room + _ROOM * (_top(cell.lines[0]) - _low(cell.lines[0]))
        if cell.bottom > high + slack or cell.top < low - slack:
            ends[cell.bottom > high].append((c, cell))
            continue
        k = min(range(len(extents)), key=lambda k: abs(sum(extents[k]) / 2 - cell.middle))
        found.rows[k].setdefault(c, []).extend(cell.lines)
        extents[k] = max(extents[k][0], cell.top), min(extents[k][1], cell.bottom)
    for first, cells in ends.items():
        if cells:
            place = 0 if first else len(extents)
            extents.insert(place, (max(cell.top for _, cell in cells), min(cell.bottom for _, cell in cells)))
            row: dict[int, list[list[Run]]] = {}
            for c, cell in cells:
                row.setdefault(c, []).extend(cell.lines)
            found.rows.insert(place, row)


def _place(column: int, cells: list[_Block], extents: list[tuple[float, float]], found: NumberedRows) -> None:
    """Categories, each in the middle of its rows; where they do not stand so, each in the row nearest to it."""
    head = 0
    bounds = _bounds(extents)
    spans: list[tuple[int, int]] = []
    for k, cell in enumerate(cells):
        if head >= len(extents):
            break
        last = min(range(head, len(extents)), key=lambda end: abs((bounds[head] + bounds[end + 1]) / 2 - cell.middle))
        if (
            k + 1 == len(cells)
            and spans
            and abs((bounds[head] + bounds[-1]) / 2 - cell.middle) < bounds[-2] - bounds[-1]
        ):
            last = len(extents) - 1
        if abs((bounds[head] + bounds[last + 1]) / 2 - cell.middle) > _OFF * (bounds[last] - bounds[last + 1]):
            break
        spans.append((head, last))
        head = last + 1
    if len(spans) == len(cells) and head == len(extents):
        found.over += [(column, first, last, cell.lines) for (first, last), cell in zip(spans, cells, strict=True)]
        return
    for cell in cells:
        k = min(range(len(extents)), key=lambda k: abs((bounds[k] + bounds[k + 1]) / 2 - cell.middle))
        found.rows[k].setdefault(column, []).extend(cell.lines)


def _bounds(extents: list[tuple[float, float]]) -> list[float]:
    """The heights that part rows, from the top of the first to the foot of the last."""
    inner = [(above[1] + below[0]) / 2 for above, below in itertools.pairwise(extents)]
    return [extents[0][0], *inner, extents[-1][1]]


def _blocks(lines: list[TextLine], column: int, room: float, rules: Sequence[float]) -> list[_Block]:
    found: list[_Block] = []
    for line in lines:
        runs = line.filled.get(column)
        if not runs:
            continue
        high, low = _top(runs), _low(runs)
        parted = found and any(low < y < found[-1].bottom + 1 and (high + low) / 2 < y for y in rules)
        if not found or parted or found[-1].bottom - high > room + _ROOM * (high - low):
            found.append(_Block(high, low))
        found[-1].bottom = min(found[-1].bottom, low)
        found[-1].lines.append(runs)
    return found


def _overlap(one: _Block, other: _Block) -> float:
    """How far two blocks share their height, beyond what lines of neighbouring rows may."""
    slack = 0.2 * (other.top - other.bottom)
    return min(one.top, other.top) - max(one.bottom, other.bottom) - slack


def _text(runs: list[Run]) -> str:
    return "".join(run.text for run in runs).strip(" .、")


def _top(runs: list[Run]) -> float:
    return max(run.top for run in runs)


def _low(runs: list[Run]) -> float:
    return min(run.bottom for run in runs)
