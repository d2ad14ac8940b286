"""Runs of characters that stand in one frame (a cell, a column, a box) → physical lines in reading order, with blanks.

What is drawn twice is read once. A gap is a blank where it stands out of this line's own spacing: letter-spaced, distributed
(分散对齐) and OCR text has even gaps and no blanks. A blank of the file's own counts, unless the line is so spaced.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from ...model.source import Line
from . import measures as m
from .sheet import UNREADABLE, Box, Run

_BASE, _START = attrgetter("base"), attrgetter("x0")

TextWithEdges = tuple[str, Sequence[float], Sequence[float]]  # a text, the left and the right edges of its characters


def rows_of(runs: list[Run]) -> list[list[Run]]:
    """The runs by physical lines, top to bottom, each from left to right."""
    rows: list[list[Run]] = []
    base = size = 0.0
    for run in sorted(runs, key=_BASE, reverse=True):
        if rows and base - run.base <= m.SAME_LINE * min(size, run.size):
            rows[-1].append(run)
            size = max(size, run.size)
        else:
            rows.append([run])
            base, size = run.base, run.size
    for row in rows:
        if len(row) > 1:
            row.sort(key=_START)
    return rows


def lines_of(runs: list[Run], page: int, left: float = 0.0, right: float = 0.0) -> list[Line]:
    """The lines of a frame whose inner edges are `left` and `right`. Text turned upright is one line, as it is drawn."""
    if len(runs) == 1:
        return [line_of(runs, page, left, right)]
    if all(abs(run.angle) == 90 for run in runs):
        return [_line(("".join(run.text for run in runs), (), ()), runs, page, left, right)]
    return [line_of(row, page, left, right) for row in rows_of(runs)]


def line_of(row: list[Run], page: int, left: float = 0.0, right: float = 0.0) -> Line:
    """One physical line of runs from left to right."""
    if len(row) == 1 and not row[0].blanks:
        first = row[0]
        return _line((first.text, first.lefts, first.rights), row, page, left, right)
    length = sum(len(run.text) for run in row)
    usual = length > 3 * len(row) and not any(run.blanks for run in row)
    if usual and all(a.x1 < b.x0 + 0.1 for a, b in pairwise(row)) and not _stretched(row):
        return _line(_joined(row), row, page, left, right)
    said, twice = _spelled(row)
    line = _line(said, row, page, left, right)
    line.bold = line.bold or twice
    return line


def _line(said: TextWithEdges, runs: list[Run], page: int, left: float, right: float) -> Line:
    text, lefts, rights = said
    if text[0] == UNREADABLE and text[1:2] not in ("", UNREADABLE):  # a bullet in a font of signs
        text, lefts, rights = text[1:], lefts[1:], rights[1:]
    first = longest = runs[0]
    x0, x1, top, bottom = first.x0, first.x1, first.top, first.bottom
    if len(runs) > 1:
        for run in runs:
            x0, x1, top, bottom = min(x0, run.x0), max(x1, run.x1), max(top, run.top), min(bottom, run.bottom)
            longest = run if len(run.text) > len(longest.text) else longest
    size, bold = round(longest.size, 1), first.bold
    return Line(
        text, 0, page, "unknown", x0, x1, top, bottom, left, right, 0, size, bold, False, None, 0, lefts, rights
    )


def _stretched(row: list[Run]) -> bool:
    """Whether characters stand apart within the longest run."""
    run = max(row, key=lambda run: len(run.text))
    middle = len(run.text) // 2
    gaps = (run.lefts[k + 1] - run.rights[k] for k in (0, middle - 1, middle) if 0 <= k < len(run.text) - 1)
    return any(gap > m.SPACED * run.size for gap in gaps)


def _joined(row: list[Run]) -> TextWithEdges:
    """The usual line: only the gaps between its runs can be blanks."""
    size = max(row, key=lambda run: len(run.text)).size
    text, lefts, rights = row[0].text, list(row[0].lefts), list(row[0].rights)
    for run, after in pairwise(row):
        least = m.BLANK_LATIN if _latin(run.text[-1], after.text[0]) else m.BLANK_CHINESE
        if after.x0 - run.x1 > least * size:
            text += " "
            lefts.append(run.x1)
            rights.append(after.x0)
        text += after.text
        lefts += after.lefts
        rights += after.rights
    return text, lefts, rights


def _spelled(row: list[Run]) -> tuple[TextWithEdges, bool]:
    """A line character by character, and whether it is drawn twice."""
    size = max(row, key=lambda run: len(run.text)).size
    kept, twice = _once(row, size)
    even = sorted(b[0] - a[1] for a, b in pairwise(kept) if not (b[3] or a[2].isascii() or b[2].isascii()))
    usual = max(even[len(even) // 2], 0.0) if even else 0.0
    spaced = usual > m.SPACED * size
    text, lefts, rights = kept[0][2], [kept[0][0]], [kept[0][1]]
    for (_, end, before, _), (start, stop, after, blank) in pairwise(kept):
        gap = start - end - usual
        if _latin(before, after):
            blank = (blank and not spaced) or gap > m.BLANK_LATIN * size
        else:
            blank = (blank and not spaced) or gap > (m.BLANK_SPACED if spaced else m.BLANK_CHINESE) * size
        if blank:
            text += " "
            lefts.append(end)
            rights.append(start)
        text += after
        lefts.append(start)
        rights.append(stop)
    return (text, lefts, rights), twice


def _once(row: list[Run], size: float) -> tuple[list[tuple[float, float, str, bool]], bool]:
    """The characters of a line from left to right, those drawn twice taken once: left, right, character, blank before it; and whether
    most are. The two dashes of one wide sign (—— of some fonts) have its place both, and half of it each."""
    found: list[tuple[float, float, str, bool]] = []
    for run in row:
        found += [
            (left, right, character, k in run.blanks)
            for k, (left, right, character) in enumerate(zip(run.lefts, run.rights, run.text, strict=True))
        ]
        if run.blanks and run.blanks[-1] == len(run.text):
            found.append((run.x1, run.x1, "", True))
    found.sort(key=lambda one: one[0])
    kept: list[tuple[float, float, str, bool]] = []
    pending, twins = False, 0
    for left, right, character, blank in found:
        if not character:
            pending = True
        elif kept and kept[-1][:3] == (left, right, character) and right - left > m.WIDE_SIGN * size:
            kept[-1] = (left, (left + right) / 2, character, kept[-1][3])
            kept.append(((left + right) / 2, right, character, False))
        elif any(character == other[2] and left - other[0] < m.TWIN * size for other in kept[-3:]):
            twins += 1
        else:
            kept.append((left, right, character, blank or pending))
            pending = False
    return kept, twins * 2 > len(kept)


def _latin(before: str, after: str) -> bool:
    return "!" <= before <= "~" and "!" <= after <= "~"


def usual_size(runs: list[Run]) -> float:
    """The font size of most characters, 0 where there are none."""
    sizes: dict[float, int] = {}
    for run in runs:
        size = round(run.size, 1)
        sizes[size] = sizes.get(size, 0) + len(run.text)
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 0.0


def is_centered(line: Line, body: float = 0.0, width: float = 0.0) -> bool:
    """Short, and as far from the left edge of its frame as from the right, or in the middle of a page of that `width`;
    larger type need not be as short."""
    before, after = line.x0 - line.left, line.right - line.x1
    size = line.size or line.top - line.bottom
    large = body > 0 and size > 1.15 * body
    off_page = abs(line.x0 + line.x1 - width) if width else abs(before - after)
    if large and off_page < 4.0:
        return True  # a title's first line may fill the width
    least = 2.6 * size if body and not large else 0.25 * size
    if before <= least or after <= least:
        return False
    return min(abs(before - after), off_page) < max(0.6 * size, 4.0)


def around(rows: list[list[Run]]) -> Box:
    """The box around rows of runs, the highest first."""
    return (
        min(row[0].x0 for row in rows),
        min(run.bottom for run in rows[-1]),
        max(run.x1 for row in rows for run in row),
        max(run.top for run in rows[0]),
    )


def box_of(runs: list[Run]) -> Box:
    """The box around runs in any order."""
    return (
        min(run.x0 for run in runs),
        min(run.bottom for run in runs),
        max(run.x1 for run in runs),
        max(run.top for run in runs),
    )
