"""Dumps with a tab before each cell and a blank line after each row, as rich-text editors save tables.

The marks alone tell the rows: so many cells to a row as the header has columns, an empty one being a line of a tab (or of
nothing, where blanks at line ends were lost); a row of one cell is a heading across the table, a shorter one stands beside
cells merged over rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ....language.times import DATED
from ....model.source import Line, Table
from .alignment import GROUP, CellPath, Item, PathColumn
from .header import is_header
from .marked_header import MarkedHead, read_marked_head
from .rows import NOTE, NUMBER, make_table, text_of

_HEADING, _BLANK_CELL, _UNDIVIDED, _SHORT, _UNNUMBERED = 1.0, 2.0, 4.0, 6.0, 20.0  # what speaks against a row
_FAR = 1e6
_HEADER_LINES = 60  # that a header of two rows has at most
Cells = list[list[Line]]


@dataclass(slots=True)
class _Mark:
    """A cell and the index after its last line; or a blank line, which may stand for an empty cell too."""

    end: int
    lines: list[Line] = field(default_factory=list)
    blank: bool = False

    @property
    def text(self) -> str:
        return text_of(self.lines)


def read_marked(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The table whose first header cell is line `at`, and the index after it; None where marks do not tell its rows."""
    if lines[at].text[:1] != "\t" or not lines[at].text.strip():
        return None
    blocks = _blocks(_marks(lines[at : at + _HEADER_LINES], 0))
    head = read_marked_head([[mark.lines for mark in block] for block in blocks[:2]])
    return _Rows(head, _marks(lines, at)).read() if head else None


def _marks(lines: Sequence[Line], at: int) -> list[_Mark]:
    """The cells from line `at` on and the blank lines between them, up to a line that is of no cell."""
    marks: list[_Mark] = []
    for i in range(at, len(lines)):
        line = lines[i]
        blank = not line.text.strip()
        if line.text[:1] == "\t":
            marks.append(_Mark(i + 1, [] if blank else [line]))
        elif blank:
            marks.append(_Mark(i + 1, blank=True))
        elif marks[-1].blank and (NOTE.match(line.text) or not _row_follows(lines, i)):
            break
        elif marks[-1].blank and GROUP.fullmatch(line.text.strip()):
            marks.append(_Mark(i + 1, [line]))
        else:  # the rest of a cell, a blank line within it perhaps
            while marks[-1].blank:
                marks.pop()
            marks[-1].lines.append(line)
            marks[-1].end = i + 1
    while marks and marks[-1].blank:
        marks.pop()
    return marks


def _row_follows(lines: Sequence[Line], i: int) -> bool:
    """Whether a row of the same table comes soon after the unmarked line at index i."""
    following = [line.text for line in lines[i + 1 : i + 12] if line.text.strip()]
    marked = [text for text in following if text[:1] == "\t"]
    near = any(text[:1] == "\t" for text in following[:3])
    return near and not any(is_header(marked[k : k + 4]) for k in (0, 1))  # the next table, its title in a cell perhaps


def _blocks(marks: Sequence[_Mark]) -> list[list[_Mark]]:
    """The cells between blank lines."""
    blocks: list[list[_Mark]] = [[]]
    for mark in marks:
        if not mark.blank:
            blocks[-1].append(mark)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


class _Rows:
    """Finds the rows below one header: the least unlikely way to cut the marks into such."""

    def __init__(self, head: MarkedHead, marks: Sequence[_Mark]) -> None:
        self.head, self.width = head, len(head.names)
        kinds = [role.kind if role else "other" for role in head.roles]
        self.number = kinds.index("number") if "number" in kinds else None
        columns = [
            PathColumn(kind, role, bool(DATED.search(name)))
            for kind, role, name in zip(kinds, head.roles, head.names, strict=True)
        ]
        self.path = CellPath(columns, marked=True, numbered=True)
        self.dropped: list[tuple[str, str]] = []
        self.marks = self._body(marks)
        self.written = any(not mark.blank and not mark.lines for mark in self.marks)  # empty cells have their tabs

    def _body(self, marks: Sequence[_Mark]) -> list[_Mark]:
        """The marks below the header without headers said again, up to the header of another table and its title."""
        body: list[_Mark] = []
        last: list[_Mark] = []
        said: list[list[str]] = []  # rows of the header that stand before the next block
        at = 0
        while at < len(marks):
            n = next((k for k in range(at, len(marks)) if marks[k].blank), len(marks))
            after = next((k for k in range(n, len(marks)) if not marks[k].blank), len(marks))
            words = ["".join(mark.text.split()) for mark in marks[at:n]]
            if len(said) < len(self.head.words) and words == self.head.words[len(said)]:
                if last:
                    self.dropped.append(("repeated-header", "".join(words)))
                said.append(words)
            elif is_header(words):
                if words != self.head.words[0] or not last:
                    return body[: -len(last)] if sum(not mark.blank for mark in last) == 1 else body
                self.dropped.append(("repeated-header", "".join(words)))
                said = [words]
            else:
                last = list(marks[at:after])
                body += last
            at = after
        return body

    def read(self) -> tuple[Table, int] | None:
        rows, end = self._cut() if self.marks else ([], 0)
        while rows and len(rows[-1]) == 1:  # what stands below the last row
            rows.pop()
            end -= 1
            while end and self.marks[end - 1].blank:
                end -= 1
        long = [row for row in rows if len(row) > 1]
        full = sum(len(row) == self.width for row in long)
        if not full or full * 5 < len(long):
            return None
        grid = make_table([self._aligned(row) for row in rows], self.width, self.dropped)
        for cell in {id(cell): cell for row in grid.rows for cell in row}.values():
            cell.row += len(self.head.rows)
        grid.rows[:0] = self.head.rows
        return grid, self.marks[end - 1].end

    def _cut(self) -> tuple[list[Cells], int]:
        """The marks as rows and the index after the last; no rows where no cut leaves nothing over."""
        n = len(self.marks)
        best = [(_FAR, 0, 0)] * n + [(0.0, n, n)]  # from each mark on: cost, end of the row, start of the next
        for p in reversed(range(n)):
            if self.marks[p].blank:
                best[p] = (best[p + 1][0], p, p + 1)
            for q in range(p + 1, min(n, p + self.width) + 1):
                cost = self._cost(p, q) + best[q][0]
                if cost < best[p][0]:
                    best[p] = (cost, q, q)
        rows: list[Cells] = []
        p = end = 0
        while p < n and best[0][0] < _FAR:
            _, q, following = best[p]
            if q > p:
                rows.append([mark.lines for mark in self.marks[p:q]])
                end = q
            p = following
        return rows, end

    def _cost(self, p: int, q: int) -> float:
        """What speaks against a row of the marks p to q."""
        marks = self.marks[p:q]
        divided = q == len(self.marks) or self.marks[q].blank
        empty = sum(mark.blank for mark in marks)
        if not any(mark.lines for mark in marks) or (empty and self.written):
            return _FAR
        if len(marks) == self.width:
            cost = empty * _BLANK_CELL + (not divided) * _UNDIVIDED
            if self.number is not None and (mark := marks[self.number]).text:
                cost += (not NUMBER.fullmatch(mark.text)) * _UNNUMBERED
            elif self.number is not None and mark.blank:
                cost += _SHORT
            return cost
        if empty or not (divided or (len(marks) == 1 and GROUP.fullmatch(marks[0].text))):
            return _FAR
        if len(marks) == 1 or self._is_heading([mark.lines for mark in marks]):
            return _HEADING
        return _SHORT

    def _is_short(self, row: Cells) -> bool:
        return 1 < len(row) < self.width and not self._is_heading(row)

    def _is_heading(self, row: Cells) -> bool:
        """Whether a row is a number and a title across the rest."""
        return len(row) == 2 < self.width - 1 and self.number == 0 and NUMBER.fullmatch(text_of(row[0])) is not None

    def _aligned(self, row: Cells) -> Cells:
        """A row beside merged cells with each cell in its column, by what it holds; where that tells nothing, to the right."""
        if not self._is_short(row):
            return [row[0], *[row[1]] * (self.width - 1)] if 1 < len(row) < self.width else row
        places = self._places(row)
        return [row[places.index(c)] if c in places else [] for c in range(self.width)]

    def _places(self, row: Cells) -> list[int]:
        """The columns of the cells of a row, left to right, by what these hold."""
        n = len(row)
        best: list[tuple[float, list[int]]] = [(0.0, []), *[(-_FAR, [])] * n]  # so many cells placed → score, columns
        for c in range(self.width):
            skip = self.path.skip_cost(c)
            for k in range(min(c + 1, n), -1, -1):
                left = (best[k][0] + (skip if k else 0.0), best[k][1])  # merged cells stand before the others
                put = (best[k - 1][0] + self._fit(row[k - 1], c), [*best[k - 1][1], c]) if k else (-_FAR * 2, [])
                best[k] = max(left, put)
        return best[n][1]

    def _fit(self, cell: list[Line], c: int) -> float:
        text = "".join(text_of(cell).split())
        chained = self.number is not None and text.isdigit()
        return self.path.fit(Item(cell[0], text, gap=False, marked=True, chained=chained), c) if text else 0.0
