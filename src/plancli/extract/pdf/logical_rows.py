"""The lines of a table without uprights → its rows: by rules, by room between rows, by the column that numbers them."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .borderless import TextLine

_FULL = 0.6  # share of the columns in use that a line fills which is a row of its own
_ROOM = 1.12  # times the pitch of lines within a cell: a wider pitch parts two rows
_TOUCH = 2.0  # points


def logical_rows(lines: list[TextLine], rules: list[float]) -> list[list[TextLine]]:
    """The body's lines by rows; a line that spans the table is a row of its own."""
    rows: list[list[TextLine]] = []
    part: list[TextLine] = []
    for line in lines:
        if part and (line.span or part[0].span or _parted(part[-1], line, rules)):
            rows.extend(_split(part))
            part = []
        part.append(line)
    if part:
        rows.extend(_split(part))
    inner = sum(lines[0].middle > y > lines[-1].middle for y in rules) if lines else 0
    if inner:  # where rules part rows at all, they part all rows
        return _by_rules(lines, rules)
    return rows


def _by_rules(lines: list[TextLine], rules: list[float]) -> list[list[TextLine]]:
    rows: list[list[TextLine]] = []
    for line in lines:
        if rows and not line.span and not rows[-1][0].span and not _parted(rows[-1][-1], line, rules):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _parted(upper: TextLine, lower: TextLine, rules: list[float]) -> bool:
    return any(upper.middle > y > lower.middle for y in rules)


def _split(lines: list[TextLine]) -> list[list[TextLine]]:
    if lines[0].span or len(lines) == 1:
        return [lines]
    used = {c for line in lines for c in line.filled}
    if sum(len(line.filled) >= _FULL * len(used) for line in lines) >= 0.9 * len(lines):
        return [[line] for line in lines]
    longest = max(sorted(used), key=lambda c: sum(c in line.filled for line in lines))
    text = [line for line in lines if longest in line.filled]
    pitches = [a.middle - b.middle for a, b in itertools.pairwise(text)]
    least = min(pitches, default=0.0)
    cuts = [
        (a.bottom + b.top) / 2
        for (a, b), pitch in zip(itertools.pairwise(text), pitches, strict=True)
        if pitch > _ROOM * least + 0.5
    ]
    if cuts:
        return _cut(lines, cuts)
    first = min(used)
    marks = [line for line in lines if first in line.filled]
    if len(marks) == len(lines) or not marks:
        return [[line] for line in lines]
    if marks[0] is lines[0]:
        return _cut(lines, [mark.middle + _TOUCH for mark in marks[1:]])
    # The number stands half way down its row: each row reaches as far beneath it as above.
    cuts = []
    top = lines[0].top
    for mark in marks[:-1]:
        top = 2 * mark.middle - top
        cuts.append(top)
    return _cut(lines, cuts)


def _cut(lines: list[TextLine], cuts: list[float]) -> list[list[TextLine]]:
    """The lines parted at heights, from top to bottom."""
    rows: list[list[TextLine]] = [[] for _ in range(len(cuts) + 1)]
    for line in lines:
        rows[sum(line.middle < cut for cut in cuts)].append(line)
    return [row for row in rows if row]
