"""Runs of characters that stand in one frame (a cell, the page's running text) → physical lines in reading order."""

from __future__ import annotations

import itertools

from ...model.source import Line
from .characters import PageText, Run

_SAME_LINE = 0.5  # of the greater height: centres closer than this are on one line
_SAME_PLACE = 0.2  # of the height: the same character closer than this is drawn twice


def rows_of(runs: list[Run]) -> list[list[Run]]:
    """The runs by physical lines, top to bottom, each from left to right."""
    rows: list[list[Run]] = []
    centre = height = 0.0
    for run in sorted(runs, key=lambda run: -(run.top + run.bottom)):
        middle, tall = (run.top + run.bottom) / 2, run.top - run.bottom
        if rows and centre - middle <= _SAME_LINE * max(height, tall):
            rows[-1].append(run)
            height = max(height, tall)
        else:
            rows.append([run])
            centre, height = middle, tall
    for row in rows:
        if len(row) > 1:
            row.sort(key=lambda run: run.x0)
    return rows


class LineSetter:
    """Makes the lines of one page; `finish` fills in size and boldness of all at once, which is far cheaper."""

    def __init__(self, text: PageText, page: int) -> None:
        self.text, self.page = text, page
        self._made: list[Line] = []
        self._starts: list[int] = []

    def lines(self, runs: list[Run], left: float = 0.0, right: float = 0.0) -> list[Line]:
        """The lines of a frame whose inner edges are `left` and `right`; blanks at a line's ends are cut off."""
        return [self.line(row, left, right) for row in (rows_of(runs) if len(runs) > 1 else [runs])]

    def line(self, row: list[Run], left: float = 0.0, right: float = 0.0) -> Line:
        """One physical line of runs from left to right. Real blanks stay; a wide gap without one gives one."""
        first = row[0]
        if len(row) == 1:
            line = Line(first.text.strip(), 0, self.page, "unknown", first.x0, first.x1, first.top, first.bottom)
        else:
            twice = False
            if any(b.x0 < a.x1 - _SAME_PLACE * (a.top - a.bottom) for a, b in itertools.pairwise(row)):
                row, twice = _once(row, self.text)
            right_end, top, bottom = max(r.x1 for r in row), max(r.top for r in row), min(r.bottom for r in row)
            line = Line(_joined(row).strip(), 0, self.page, "unknown", first.x0, right_end, top, bottom, bold=twice)
        line.left, line.right = left, right
        self._made.append(line)
        self._starts.append(first.start)
        return line

    def finish(self) -> None:
        """Fill in size and boldness of the lines made so far."""
        self.text.style(self._made, self._starts)


def _joined(row: list[Run]) -> str:
    gaps = [b.x0 - a.x1 for a, b in itertools.pairwise(row)]
    em = max(run.top - run.bottom for run in row)
    # Characters spread evenly over a cell or line (责 任 部 门) are one word, however wide the gaps.
    spread = len(gaps) > 1 and all(len(run.text.strip()) == 1 for run in row) and max(gaps) - min(gaps) < 0.3 * em
    parts = [row[0].text]
    for gap, run in zip(gaps, row[1:], strict=True):
        before, after = parts[-1][-1:], run.text[:1]
        latin = "!" <= before <= "~" and "!" <= after <= "~"
        blank = before.isspace() or after.isspace()
        if not blank and not spread and gap > (0.2 if latin else 0.9) * em:
            parts.append(" ")
        parts.append(run.text)
    return "".join(parts)


def _once(row: list[Run], text: PageText) -> tuple[list[Run], bool]:
    """Runs that lie over each other, cut into characters, those drawn twice taken once."""
    kept: list[Run] = []
    twice = False
    for piece in sorted(
        (piece for run in row for i in range(run.start, run.end) for piece in text.part(i, i + 1)),
        key=lambda piece: piece.x0,
    ):
        near = _SAME_PLACE * (piece.top - piece.bottom)
        if any(piece.text == other.text and piece.x0 - other.x0 < near for other in kept[-3:]):
            twice = True
        else:
            kept.append(piece)
    return kept, twice
