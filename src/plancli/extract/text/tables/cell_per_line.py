"""Text tables dumped one cell a line: header words one below the other, then the cells of row after row.

Nothing but the words tells which line is which cell; `cell_path` finds the rows again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ....language.bodies import all_bodies
from ....language.headers import lexicon_of
from ....language.times import DATED, TIME_HEAD
from ....model.source import Cell, Line, Table
from .alignment import GROUP, INTEGER, CellPath, Item, PathColumn
from .cell_per_line_header import StackedHead, read_counted_head, read_head, squeezed
from .counted_cells import read_counted

_ITEM = re.compile(r"(?:(\d{1,2})[.．、](?!\d)|[（(](\d{1,2})[)）]).")
STOP = re.compile(
    r"附件\d*[:：]?.{0,30}|附表.{0,30}|[（(]此页无正文[)）]|抄送.*|(?:注|备注|说明|填表人|填报人|制表人|审核人)[:：].*"
)
_PAGE = re.compile(r"[—\-－–]+\d{1,4}[—\-－–]+|第\d+页(?:[,，/]?共\d+页)?")


def read_stacked(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The table whose first header word is line `at`, and the index after its last line; None where none begins there."""
    if lexicon_of().role(squeezed(lines[at].text)) is None:
        return None
    head = read_counted_head(lines, at)
    if head is not None:
        dump = _Dump(head)
        if (found := dump.read_counted(lines)) is not None:
            return found
    head = read_head(lines, at)
    if head is None:
        return None
    dump = _Dump(head)
    return dump.read_counted(lines) or dump.read(lines, head.end)


class _Dump:
    """One dumped table: its columns, and the reading of the lines below its header."""

    def __init__(self, head: StackedHead) -> None:
        self.head, self.words, self.roles = head, head.words, head.roles
        self.marked = all(word.text[:1] in "\t" for word in head.words)
        self.kinds = [role.kind if role else "other" for role in self.roles]
        self.width = len(self.roles)
        self.number = self.kinds.index("number") if "number" in self.kinds else None
        self.dropped: list[tuple[int, str, str]] = []  # the line's index, the reason, the text

    def read_counted(self, lines: Sequence[Line]) -> tuple[Table, int] | None:
        """The table, if its cells are counted: empty ones are blank lines."""
        items, ends = self._items(lines, self.head.end, blanks=True)
        if self.number is not None:
            self._mark_numbers(items)
        path = read_counted(items, self._path_columns(), sure=self.head.counted)
        if path is None:
            return None
        del items[len(path) :]
        end = ends[id(items[-1].line)]
        self.dropped = [entry for entry in self.dropped if entry[0] < end]
        return self._table(self._rows(items, path)), end

    def read(self, lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
        items, ends = self._items(lines, at)
        numbered = self.number is not None and self._mark_numbers(items)
        items = self._numbered(items) if numbered else self._unnumbered(items)
        if not items:
            return None
        path = CellPath(self._path_columns(), marked=self.marked, numbered=numbered).find(items)
        rows = self._rows(items, path)
        filled = [sum(bool(cell) for cell in row) for row in rows if len(row) > 1]
        if (
            not filled
            or max(filled) < 2
            or (not numbered and len(filled) < 2 and self.width > 2 and filled[0] < self.width - 1)
        ):
            return None
        end = ends[id(items[-1].line)]
        self.dropped = [entry for entry in self.dropped if entry[0] < end]
        return self._table(rows), end

    def _items(self, lines: Sequence[Line], at: int, *, blanks: bool = False) -> tuple[list[Item], dict[int, int]]:
        """The lines that may be cells, up to a line that surely is none; headers said again are dropped."""
        items: list[Item] = []
        ends: dict[int, int] = {}
        header = [squeezed(word.text) for word in self.words]
        since = 0  # so many items stood before the last header
        gap = False
        i = at
        while i < len(lines):
            text = squeezed(lines[i].text)
            if not text:
                gap = not blanks and (gap or "\t" not in lines[i].text or not self.marked)
                if blanks:
                    items.append(Item(lines[i], "", gap=False, marked=False))
                    ends[id(lines[i])] = i + 1
                i += 1
                continue
            if STOP.fullmatch(text):
                break
            if text == header[0] and (again := self._same_header(lines, i, header)):
                between = items[since:]
                if len(between) <= self.width // 2 or (
                    self.number is not None and not any(INTEGER.fullmatch(item.text) for item in between)
                ):
                    break  # headers with no row between
                since = len(items)
                self.dropped.append((i, "repeated-header", "".join(header)))
                i = again
                continue
            if (text == header[0] or _is_number_word(text)) and read_head(lines, i):
                break
            if _PAGE.fullmatch(text):
                self.dropped.append((i, "page-number", text))
            else:
                items.append(Item(lines[i], text, gap, lines[i].text[:1] == "\t", _item_number(text)))
                ends[id(lines[i])] = i + 1
            gap = False
            i += 1
        return items, ends

    @staticmethod
    def _same_header(lines: Sequence[Line], i: int, header: list[str]) -> int:
        """The index after a header said again at line i, 0 where it is another."""
        k = 0
        while i < len(lines) and k < len(header):
            text = squeezed(lines[i].text)
            i += 1
            if text:
                if text != header[k]:
                    return 0
                k += 1
        return i if k == len(header) else 0

    def _path_columns(self) -> list[PathColumn]:
        dated = [
            bool(DATED.search(name)) and not (role and role.is_time)
            for name, role in zip(self.head.names, self.roles, strict=True)
        ]
        return [PathColumn(*column) for column in zip(self.kinds, self.roles, dated, strict=True)]

    @staticmethod
    def _mark_numbers(items: list[Item]) -> bool:
        """Mark the numbers 1, 2, 3 … that run through the table, anew below a heading perhaps, or with a number left out where
        they go on behind it; False where there are none (Word's lists lose theirs)."""
        numbers = {k: int(match[1]) for k, item in enumerate(items) if (match := INTEGER.fullmatch(item.text))}
        latest = {value: k for k, value in numbers.items()}
        expected = 0
        last = -2
        above = ""
        for k, item in enumerate(items):
            value = numbers.get(k, 0)
            anew = value == 1 and GROUP.fullmatch(above) is not None
            above = item.text or above
            skips = value == expected + 2 and latest.get(expected + 1, -1) < k < latest.get(value + 1, -1)
            if value and (expected == 0 or anew or ((value == expected + 1 or skips) and k - last >= 2)):
                item.chained, expected, last = True, value, k
        return last >= 0

    def _numbered(self, items: list[Item]) -> list[Item]:
        """The items without what follows the last row."""
        last = max(k for k, item in enumerate(items) if item.chained)
        return items[: self._end_of_row(items, last)]

    def _unnumbered(self, items: list[Item]) -> list[Item]:
        """Without numbers blank lines tell where a table ends: after its one block of rows, or before a block of a single line."""
        starts = [k for k, item in enumerate(items) if item.gap and k] + [len(items)]
        if not items or starts[0] == 1:
            return items
        rows = 1 + sum(after - start >= self.width for start, after in pairwise(starts))
        if starts[0] >= 2 * self.width and rows < 3:
            return items[: starts[0]]
        for start, after in pairwise(starts):
            if after - start < 2 and not GROUP.fullmatch(items[start].text) and not self._is_cut_off(items, start):
                return items[:start]
        return items

    def _is_cut_off(self, items: list[Item], k: int) -> bool:
        """Whether a line between blank ones is a row's first or last cell, which a page has cut off."""
        text = items[k].text
        if k + 1 < len(items) and self.kinds[0] == "time" and TIME_HEAD.fullmatch(text):
            return True
        return self.kinds[-1] == "departments" and all_bodies(text) and not all_bodies(items[k - 1].text)

    def _end_of_row(self, items: list[Item], start: int) -> int:
        """Where the row that begins at item `start` ends, nothing being after it: at a blank line, if these divide rows."""
        gaps = sum(item.gap for item in items[: start + 1])
        gapped = gaps * 2 > len(items[: start + 1])
        k = start + 1
        cells = 1
        while k < len(items):
            item = items[k]
            if self.marked and not item.marked:
                if item.gap and not TIME_HEAD.match(item.text):
                    break
            elif cells >= self.width:
                last_bodies = (
                    self.kinds[-1] == "departments" and all_bodies(item.text) and all_bodies(items[k - 1].text)
                )
                if gapped or item.gap or self.marked or not (TIME_HEAD.match(item.text) or last_bodies):
                    break
            elif item.gap and not gapped and cells >= 3:
                break
            elif not self._one_cell(items[k - 1].text, item.text):
                cells += 1
            k += 1
        return k

    def _one_cell(self, above: str, text: str) -> bool:
        """Whether two lines are surely of one cell: both of a schedule, or both bodies, where one column holds such."""
        return (self.kinds.count("time") == 1 and all(map(TIME_HEAD.match, (above, text)))) or (
            self.kinds.count("departments") == 1 and all_bodies(above) and all_bodies(text)
        )

    def _rows(self, items: list[Item], path: list[int]) -> list[list[list[Line]]]:
        rows: list[list[list[Line]]] = []
        last = self.width
        for k, (item, c) in enumerate(zip(items, path, strict=True)):
            if c == self.width:
                rows.append([[item.line]])
            else:
                stays = k > 0 and c == last and not (self.marked and item.marked)
                if not rows or len(rows[-1]) == 1 or c < last or (c == last and not stays):
                    rows.append([[] for _ in range(self.width)])
                if item.text:
                    rows[-1][c].append(item.line)
            last = c
        return rows

    def _table(self, rows: list[list[list[Line]]]) -> Table:
        grid = self.head.rows
        depth = len(grid)
        for r, cells in enumerate(rows, depth):
            if len(cells) == 1:
                grid.append([Cell(r, 0, colspan=self.width, lines=cells[0])] * self.width)
            else:
                grid.append([Cell(r, c, lines=lines) for c, lines in enumerate(cells)])
        return Table(grid, ruled=False, dropped=[(reason, text) for _, reason, text in self.dropped])


def _item_number(text: str) -> int:
    match = _ITEM.match(text)
    return int(match[1] or match[2]) if match else 0


def _is_number_word(text: str) -> bool:
    role = lexicon_of().role(text)
    return role is not None and role.kind == "number" and role.whole
