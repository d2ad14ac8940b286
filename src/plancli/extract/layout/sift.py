"""What is on a page but no part of its text: watermarks, turned text, line numbers; blanks that say nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from itertools import pairwise

from . import measures as m
from .lines import rows_of, usual_size
from .pieces import segments
from .sheet import Run, Sheet

_MOST_COLUMNS = 2  # pieces of a line beside numbers; one of more belongs to a table
_HEADING = 3  # lines above the first number in which the heading of its column may stand


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
    """Numbers one under the other beside the lines of prose, which they count (or every fifth of them); a list's own and
    those of a table do not."""
    numbers = [run for run in sheet.runs if len(run.text) < 4 and run.text.isdecimal()]
    if len(numbers) < 2:
        return
    columns: dict[tuple[str, int], list[Run]] = defaultdict(list)
    for run in numbers:
        columns["right", round(run.x1 / 3)].append(run)
        columns["left", round(run.x0 / 3)].append(run)
    ours = set(map(id, numbers))
    rows = rows_of([run for run in sheet.runs if id(run) not in ours])
    pieces = [[_span(part) for part in segments(row, [])] for row in rows]
    if not _mostly_full(rows, pieces):
        return
    gone: set[int] = set()
    for column in columns.values():
        found = sorted((run for run in column if id(run) not in gone), key=lambda run: -run.base)
        if (
            len(found) > 1
            and _count_lines(found, rows, pieces)
            and not _ruled_in(found, sheet)
            and not _centred(found, numbers)
        ):
            gone.update(map(id, found))
    if gone:
        sheet.set_aside("line-number", [run for run in numbers if id(run) in gone])


def _span(part: list[Run]) -> tuple[float, float]:
    return part[0].x0, max(run.x1 for run in part)


def _mostly_full(rows: list[list[Run]], pieces: list[list[tuple[float, float]]]) -> bool:
    """Whether lines often reach the right edge, as those of prose do and those of a list do not; of two columns the first."""
    ends = [row[0][1] for row in pieces if len(row) <= _MOST_COLUMNS]
    if len(ends) < 3 or 2 * len(ends) < len(pieces):
        return False
    edge = max(ends)
    size = usual_size([run for row in rows for run in row])
    return sum(end > edge - m.RAGGED * size for end in ends) >= m.PROSE_MIXED * len(ends)


def _count_lines(found: list[Run], rows: list[list[Run]], pieces: list[list[tuple[float, float]]]) -> bool:
    """Whether numbers from top to bottom rise as the lines beside them do (empty lines may count), each on the base line of
    one, with nothing else in their column: a heading above them, least of all."""
    values = [int(run.text) for run in found]
    steps = {b - a for a, b in pairwise(values)}
    if len(steps) != 1 or not steps <= {1, 5, 10}:
        return False
    bases = [-row[0].base for row in rows]
    places = [bisect_right(bases, 3 - run.base) for run in found]  # how many lines stand down to each
    beside = sum(place > 0 and abs(bases[place - 1] + run.base) < 3 for place, run in zip(places, found, strict=True))
    if beside < 0.8 * len(found):
        return False
    left, right = min(run.x0 for run in found), max(run.x1 for run in found)
    first, last = max(places[0] - 1 - _HEADING, 0), places[-1]
    inside = [x0 < right and x1 > left for row in pieces[first:last] for x0, x1 in row]
    if any(inside):
        return False
    rises = [
        (b - a, after - before) for (a, b), (before, after) in zip(pairwise(values), pairwise(places), strict=True)
    ]
    return sum(lines <= rise <= lines + 2 for rise, lines in rises) >= 0.8 * len(rises)


def _ruled_in(found: list[Run], sheet: Sheet) -> bool:
    """Whether the numbers stand in a table: an upright rule passes beside them, or level ones between them."""
    top, low, x = found[0].base, found[-1].base, found[0].x0
    return any(start < top < end for _, start, end in sheet.upright) or any(
        low < y < top and start < x < end for y, start, end in sheet.level
    )


def _centred(found: list[Run], numbers: list[Run]) -> bool:
    """Whether one number more or less stands in their column centred alike, as in a table: the numbers of lines are set to the
    left or to the right."""
    return any(
        abs(run.x0 + run.x1 - one.x0 - one.x1) < 2 and abs(run.x0 - one.x0) > 1 and abs(run.x1 - one.x1) > 1
        for one in (found[0], found[-1])
        for run in numbers
        if (int(run.text) - int(one.text)) * (run.base - one.base) < 0
    )
