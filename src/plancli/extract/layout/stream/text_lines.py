"""The physical lines of a table without uprights: which columns their pieces stand in, or over."""

from __future__ import annotations

from dataclasses import dataclass

from .. import measures as m
from ..sheet import Piece, Run
from .gap_table import Interval
from .logical_rows import TextLine
from .row_rules import PieceRow

_MIDWAY = 4.0  # points


@dataclass(slots=True)
class Over:
    """What tells the columns that a heading stands over: the rules, and the line beneath it."""

    rules: list[Piece]
    beneath: list[Run]

    def columns(self, run: Run, row: list[Run], columns: list[Interval]) -> list[int]:
        """The columns beneath a heading, where they are two or more: those over the rule right under it
        that are nearest of its line to it, else those whose
        own headings it stands midway between."""
        ends = [
            (x0, x1)
            for y, x0, x1 in self.rules
            if 0 < run.middle - y < run.top - run.bottom and x0 < run.x0 < run.x1 < x1
        ]
        if ends:
            x0, x1 = min(ends, key=lambda end: end[1] - end[0])
            held = [
                c
                for c, column in enumerate(columns)
                if x0 - 3 < column[0]
                and column[1] < x1 + 3
                and min(row, key=lambda other: abs(sum(column) - other.x0 - other.x1)) is run
            ]
            return held if 1 < len(held) < len(columns) else []
        if any(other.x0 < run.x1 and run.x0 < other.x1 for other in self.beneath):
            return []
        sides = [[other for other in self.beneath if (other.x0 > run.x0) is behind] for behind in (False, True)]
        if not all(sides):
            return []
        pair = sides[0][-1], sides[1][0]
        if abs(pair[0].x0 + pair[1].x1 - run.x0 - run.x1) > 2 * _MIDWAY:
            return []
        held = [c for c, (x0, x1) in enumerate(columns) for other in pair if other.x0 < x1 and other.x1 > x0]
        return held if len(held) == 2 and held[1] == held[0] + 1 else []


def text_line(
    row: PieceRow, columns: list[Interval], span: bool = False, over: Over | None = None, headings: bool = False
) -> TextLine:
    """A line by columns; `over` tells what its headings stand over, `span` that it runs across all columns, `headings` that it may be one
    of those."""
    line = TextLine(row.top, row.bottom, {}, span)
    for run in row:
        covered = over.columns(run, row, columns) if over else []
        if covered:
            line.wide.append((covered[0], covered[-1], [run]))
            continue
        left, right = run.ink
        shared = [min(right, x1) - max(left, x0) for x0, x1 in columns]
        touched = [c for c, overlap in enumerate(shared) if overlap > 0]
        if not touched and not span:  # a short heading in the gap between the two columns that it stands over
            k = sum(x1 <= run.x0 for _, x1 in columns)
            if 0 < k < len(columns) and is_midway((run.x0, run.x1), (columns[k - 1][0], columns[k][1])):
                touched = [k - 1, k]
        if not (headings or over or span) and runs_over(run, row, [columns[c] for c in touched]):
            touched = touched[:1]
            shared = [float(c == touched[0]) for c in range(len(columns))]
        if len(touched) > 1 and not span:
            line.wide.append((touched[0], touched[-1], [run]))
        else:
            line.filled.setdefault(0 if span else shared.index(max(shared)), []).append(run)
    return line


def runs_over(run: Run, row: list[Run], columns: list[Interval]) -> bool:
    """Whether a text that begins at the edge of the first of some columns runs over into the next, which is empty in its line: sheets print
    so. A line of prose stands alone."""
    if len(columns) != 2 or len(row) < m.EDGE_PIECES or abs(run.x0 - columns[0][0]) > m.SAME_EDGE:
        return False
    return not any(other.x1 > columns[1][0] and other.x0 < columns[1][1] for other in row if other is not run)


def is_midway(inner: Interval, outer: Interval) -> bool:
    """Whether one stretch stands in the middle of another."""
    return abs(inner[0] + inner[1] - outer[0] - outer[1]) < 0.2 * (outer[1] - outer[0])
