"""Two rows of headings of a table without uprights: a heading over several columns, and those beneath it."""

from __future__ import annotations

from ....model.source import Cell
from ..lines import line_of, lines_of
from .logical_rows import TextLine

HALF = 1.08  # line heights: lines of headings closer than this stand side by side, centred in rows of two heights


def side_by_side(upper: TextLine, lower: TextLine) -> bool:
    """Whether two lines stand less than a line apart, as headings of one line and of two do."""
    return upper.middle - lower.middle < HALF * (lower.top - lower.bottom)


def count_of_head(lines: list[TextLine]) -> int:
    """How many lines the two rows of headings have; 0 where no heading stands over several columns."""
    over = next((k for k, line in enumerate(lines[:4]) if line.wide), None)
    if over is None:
        return 0
    covered = {c for first, last, _ in lines[over].wide for c in range(first, last + 1)}
    end = next((k for k in range(over + 1, len(lines)) if covered & set(lines[k].filled)), over) + 1
    while end < len(lines) and side_by_side(lines[end - 1], lines[end]):
        end += 1
    return end


def heading_rows(lines: list[TextLine], edges: list[float], page: int) -> list[list[Cell]]:
    """The two rows: headings over several columns above their own, every other heading as high as both."""
    width = len(edges) - 1
    upper: list[Cell | None] = [None] * width
    lower: list[Cell | None] = [None] * width
    for line in lines:
        for first, last, runs in line.wide:
            cell = Cell(0, first, 1, last - first + 1, lines_of(runs, page, edges[first], edges[last + 1]), "", page)
            upper[first : last + 1] = [cell] * (last - first + 1)
    for c in range(width):
        made = [line_of(line.filled[c], page, edges[c], edges[c + 1]) for line in lines if c in line.filled]
        if upper[c] is None:
            upper[c] = lower[c] = Cell(0, c, 2, 1, made, "", page)
        else:
            lower[c] = Cell(1, c, 1, 1, made, "", page)
    return [[cell for cell in row if cell] for row in (upper, lower)]
