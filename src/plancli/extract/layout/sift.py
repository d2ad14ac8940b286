"""What is on a page but no part of its text: watermarks, turned text, line numbers; blanks that say nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from itertools import pairwise

from . import measures as m
from .lines import rows_of, usual_size
from .sheet import Run, Sheet


def sift(sheet: Sheet) -> None:
    """Set aside what is no text, and say so on the sheet. Text at right angles stays: a cell may hold it."""
    askew = [run for run in sheet.runs if abs(run.angle) > m.TURNED and run.angle not in (90, -90)]
    if askew:
        sheet.set_aside("turned-text", askew)
    for run in sheet.runs:
        if abs(run.angle) <= m.TURNED:
            run.angle = 0
    _watermarks(sheet)
    _line_numbers(sheet)
    length = sum(len(run.text) for run in sheet.runs)
    if sum(len(run.blanks) for run in sheet.runs) > m.OCR_BLANKS * length:
        for run in sheet.runs:
            run.blanks = ()


def _watermarks(sheet: Sheet) -> None:
    """Pale type that is larger than the text, or says the same again and again; not where most of the page is pale."""
    pale = [run for run in sheet.runs if run.pale]
    if not pale or sum(len(run.text) for run in pale) > 0.5 * sum(len(run.text) for run in sheet.runs):
        return
    repeats = Counter((run.text, run.angle) for run in pale)
    body = usual_size(sheet.runs)
    marks = [run for run in pale if repeats[run.text, run.angle] >= m.PALE_REPEATS or run.size > m.PALE_LARGE * body]
    if marks:
        sheet.set_aside("watermark", marks)


def _line_numbers(sheet: Sheet) -> None:
    """Numbers one under the other, outermost, that count the lines (or every fifth): a list's own do not."""
    numbers = [run for run in sheet.runs if len(run.text) < 4 and run.text.isdecimal()]
    if len(numbers) < 2:
        return
    columns: dict[tuple[str, int], list[Run]] = defaultdict(list)
    for run in numbers:
        columns["right", round(run.x1 / 3)].append(run)
        columns["left", round(run.x0 / 3)].append(run)
    ours = set(map(id, numbers))
    rows = rows_of([run for run in sheet.runs if id(run) not in ours])
    if not _mostly_full(rows):
        return
    gone: set[int] = set()
    for column in columns.values():
        found = sorted((run for run in column if id(run) not in gone), key=lambda run: -run.base)
        if _count_lines(found, rows) and not _ruled_in(found, sheet):
            gone.update(map(id, found))
    if gone:
        sheet.set_aside("line-number", [run for run in numbers if id(run) in gone])


def _mostly_full(rows: list[list[Run]]) -> bool:
    """Whether lines often reach the right edge, as those of prose do and those of a list do not."""
    ends = [max(run.x1 for run in row) for row in rows]
    return sum(end > max(ends) - 2 * row[0].size for end, row in zip(ends, rows, strict=True)) >= m.PROSE_FULL * len(
        rows
    )


def _count_lines(found: list[Run], rows: list[list[Run]]) -> bool:
    """Whether numbers from top to bottom, outermost on the page, rise as the lines beside them do; empty lines may count."""
    values = [int(run.text) for run in found]
    steps = {b - a for a, b in pairwise(values)}
    if len(found) < 2 or len(steps) != 1 or not steps <= {1, 5, 10} or not rows:
        return False
    pitch = (found[0].base - found[-1].base) / (len(found) - 1)
    if any(abs(a.base - b.base - pitch) >= 0.35 * pitch for a, b in pairwise(found)):
        return False
    left, right = min(row[0].x0 for row in rows), max(run.x1 for row in rows for run in row)
    if not (left >= found[0].x1 or right <= found[0].x0):
        return False
    bases = [-row[0].base for row in rows]
    places = [bisect_right(bases, 3 - run.base) for run in found]  # how many lines stand down to each
    rises = [
        (b - a, after - before) for (a, b), (before, after) in zip(pairwise(values), pairwise(places), strict=True)
    ]
    return sum(lines <= rise <= lines + 2 for rise, lines in rises) >= 0.8 * len(rises)


def _ruled_in(found: list[Run], sheet: Sheet) -> bool:
    """Whether the numbers stand in a table: an upright rule passes beside them."""
    return any(low < found[0].base < high for _, low, high in sheet.upright)
