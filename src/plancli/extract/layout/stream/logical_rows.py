"""The lines of a table without uprights → its rows: by rules, by room between rows, by the column that numbers them."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from ..sheet import Run

_FULL = 0.6  # share of the columns in use that a line fills which is a row of its own
_ROOM = 0.25  # line heights: more room than between the lines of a cell parts two rows
_LAPPED = -0.3  # line heights: lines of a cell do not overlap by more
_TOUCH = 2.0  # points
_MOST_HEADINGS = 4  # lines of a heading


@dataclass(slots=True)
class TextLine:
    """A physical line of a table: what stands in its columns. `span` where it runs across them (a group's name).

    `wide` are headings over several columns: first column, last column, what stands there.
    """

    top: float
    bottom: float
    filled: dict[int, list[Run]]
    span: bool = False
    wide: list[tuple[int, int, list[Run]]] = field(default_factory=list)

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2

    def said(self) -> list[str]:
        """Its texts from left to right."""
        held = [*self.filled.values(), *(runs for _, _, runs in self.wide)]
        return [run.text.strip() for run in sorted((run for runs in held for run in runs), key=lambda run: run.x0)]


def logical_rows(lines: list[TextLine], rules: list[float]) -> list[list[TextLine]]:
    """The lines by rows. A rule parts rows, and a line across the table is a row of its own."""
    head = count_ruled_head(lines, rules)
    rows: list[list[TextLine]] = [lines[:head]] if head else []
    lines = lines[head:]
    part: list[TextLine] = []
    room = room_between(lines)
    for line in lines:
        if part and (line.span or part[0].span or any(part[-1].middle > y > line.middle for y in rules)):
            rows.extend(_split(part, room))
            part = []
        part.append(line)
    if part:
        rows.extend(_split(part, room))
    return rows


def between_groups(lines: list[TextLine]) -> list[list[TextLine]]:
    """The lines parted at those that run across the table, each of which is a part of its own."""
    parts: list[list[TextLine]] = []
    for line in lines:
        if line.span or not parts or parts[-1][0].span:
            parts.append([])
        parts[-1].append(line)
    return parts


def count_ruled_head(lines: list[TextLine], rules: list[float]) -> int:
    """How many lines stand between the first two rules of a table (三线表): they are its headings, however they are broken."""
    if not lines:
        return 0
    below = sorted((y for y in rules if y < lines[0].middle), reverse=True)
    if not below or not any(y > lines[0].middle for y in rules):
        return 0
    head = [line for line in lines if line.middle > below[0]]
    texts = ["".join(run.text for run in runs) for line in head for runs in line.filled.values()]
    whole = len(head) <= _MOST_HEADINGS and not any(line.span for line in head) and not any(map(str.isdigit, texts))
    return len(head) if whole else 0


def room_between(lines: list[TextLine]) -> float | None:
    """The room between two lines of one cell: that of the closest lines in any column, but for those that lie on each other."""
    gaps: list[float] = []
    for column in {c for line in lines for c in line.filled}:
        held = [line.filled[column] for line in lines if column in line.filled and not line.span]
        for upper, lower in itertools.pairwise(held):
            top = max(run.top for run in lower)
            gap = min(run.bottom for run in upper) - top
            if gap > _LAPPED * (top - min(run.bottom for run in lower)):
                gaps.append(gap)
    return min(gaps, default=None)


def _split(lines: list[TextLine], room: float | None) -> list[list[TextLine]]:
    if lines[0].span or len(lines) == 1 or room is None:
        return [lines]
    used = {c for line in lines for c in line.filled}
    if len(used) > 1 and sum(len(line.filled) >= _FULL * len(used) for line in lines) >= 0.9 * len(lines):
        return [[line] for line in lines]
    height = lines[0].top - lines[0].bottom
    lowest = lines[0].bottom
    cuts = []
    for line in lines[1:]:
        if lowest - line.top > room + _ROOM * height:
            cuts.append((lowest + line.top) / 2)
        lowest = min(lowest, line.bottom)
    if cuts or len(used) == 1:
        return _cut(lines, cuts)
    return _by_numbers(lines, next((c for c in sorted(used) if _numbers(lines, c)), min(used)))


def _by_numbers(lines: list[TextLine], first: int) -> list[list[TextLine]]:
    """Rows without room between them: each begins where the first column has something, or lies evenly about it."""
    marks = [line for line in lines if first in line.filled]
    if len(marks) > 1 and marks[0] is lines[0] and _numbers(lines[1:], first) and not _numbers(lines[:1], first):
        return [lines[:1], *_by_numbers(lines[1:], first)]  # headings, then rows
    if marks[0] is lines[0]:
        return _cut(lines, [mark.middle + _TOUCH for mark in marks[1:]])
    # The number stands half way down its row: each row reaches as far beneath it as above.
    cuts = []
    top = lines[0].top
    for mark in marks[:-1]:
        top = 2 * mark.middle - top
        cuts.append(top)
    rows = _cut(lines, cuts)
    if len(rows) < len(marks):  # or what stands above the first is the rest of a row that the page before has cut
        return _cut(lines, [mark.middle + _TOUCH for mark in marks])
    return rows


def _numbers(lines: list[TextLine], column: int) -> bool:
    """Whether a column holds numbers, and nothing else but a heading."""
    texts = ["".join(run.text for run in line.filled[column]).strip(" .、") for line in lines if column in line.filled]
    return any(text.isdigit() for text in texts) and all(text.isdigit() for text in texts[1:])


def _cut(lines: list[TextLine], cuts: list[float]) -> list[list[TextLine]]:
    """The lines parted at heights, from top to bottom."""
    rows: list[list[TextLine]] = [[] for _ in range(len(cuts) + 1)]
    for line in lines:
        rows[sum(line.middle < cut for cut in cuts)].append(line)
    return [row for row in rows if row]
