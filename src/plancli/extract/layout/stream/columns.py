"""The columns of a table without uprights while it grows, line by line."""

from __future__ import annotations

from dataclasses import dataclass

from .. import measures as m
from ..sheet import Run
from .gap_table import Interval
from .text_lines import is_midway, runs_over

_ALIGNED = 4.0  # points: cells of a column that goes on overleaf begin, or have their middle, no farther apart


@dataclass(slots=True)
class PageColumn:
    """A column while the table grows: its extent, and how many lines have something in it."""

    x0: float
    x1: float
    lines: int = 1


def keeps_to(row: list[Run], columns: list[Interval]) -> bool:
    """Whether the runs of a line keep to two or more columns, and nearly all to the left edge or the middle of theirs."""
    touched = [[c for c, (x0, x1) in enumerate(columns) if run.ink[0] < x1 and run.ink[1] > x0] for run in row]
    if not all(len(t) == 1 for t in touched) or len({t[0] for t in touched}) < 2:
        return False
    held = [(run, columns[t[0]]) for run, t in zip(row, touched, strict=True)]
    aligned = sum(
        abs(run.x0 - x0) < _ALIGNED or abs(run.x0 + run.x1 - x0 - x1) < 2 * _ALIGNED for run, (x0, x1) in held
    )
    return len(held) - aligned <= len(held) // 4


def across(columns: list[PageColumn], row: list[Run], headings: list[Run]) -> bool:
    """Whether a line is one stretch of text over several columns. What stands beneath one of the `headings` may stand beside it, as
    long as it is short, and be a column of its own so far."""
    if len(row) > 1:
        return False
    x0, x1 = row[0].ink
    over = [column for column in columns if x0 < column.x1 and x1 > column.x0]
    headed = sum(any(run.x0 < column.x1 and run.x1 > column.x0 for run in headings) for column in over)
    return max(headed, len(over) - headed) > 1


def grown_by(columns: list[PageColumn], row: list[Run]) -> list[PageColumn] | None:
    """The columns grown by a line; None where one of its runs goes across two that stood before."""
    grown = [PageColumn(column.x0, column.x1, column.lines) for column in columns]
    for run in row:
        clear = m.COLUMN_CLEAR * (run.top - run.bottom)
        x0, x1 = run.ink
        touched = [column for column in grown if x0 < column.x1 + clear and x1 > column.x0 - clear]
        if sum(column.lines > 1 for column in touched) > 1:
            if not runs_over(run, row, [(column.x0, column.x1) for column in touched]):
                return None
            touched = touched[:1]
            x1 = touched[0].x1
        if not touched:
            grown.append(PageColumn(x0, x1, 0))
            continue
        kept = touched[0]
        kept.x0, kept.x1 = min(x0, *(c.x0 for c in touched)), max(x1, *(c.x1 for c in touched))
        kept.lines = max(column.lines for column in touched)
        grown = [column for column in grown if column is kept or column not in touched[1:]]
    grown.sort(key=lambda column: column.x0)
    for column in grown:
        column.lines += any(run.x0 < column.x1 and run.x1 > column.x0 for run in row)
    return grown


def is_heading_over(columns: list[PageColumn], k: int, row: list[Run]) -> bool:
    """Whether nothing but a heading stands in a column, midway between two that have none in its line."""
    if columns[k].lines > 1 or not 0 < k < len(columns) - 1:
        return False
    before, after = columns[k - 1], columns[k + 1]
    if any(run.x0 < side.x1 and run.x1 > side.x0 for run in row for side in (before, after)):
        return False
    return is_midway((columns[k].x0, columns[k].x1), (before.x0, after.x1))


def with_own_headings(columns: list[PageColumn], headings: list[Run]) -> list[PageColumn]:
    """The columns, a heading with nothing beneath it joined to a column beside it that has no heading: it stands in the middle of that
    column, whose texts are short and stand at its left edge."""
    joined: list[PageColumn] = []
    lacks = ""  # what the column before has not
    for column in columns:
        headed = any(run.x0 < column.x1 and run.x1 > column.x0 for run in headings)
        before, lacks = lacks, "" if headed and column.lines > 1 else "texts" if headed else "heading"
        if {before, lacks} == {"texts", "heading"}:
            joined[-1] = PageColumn(joined[-1].x0, column.x1, max(joined[-1].lines, column.lines))
            lacks = ""
        else:
            joined.append(column)
    return joined
