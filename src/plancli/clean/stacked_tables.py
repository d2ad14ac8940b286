"""Text tables dumped one cell a line: header words one below the other, then the cells of row after row.

Nothing but the words tells which line is which cell; `cell_path` finds the rows again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..lexicon.headers import HeaderRole, lexicon_of
from ..model.source import Cell, Line, Table
from .cell_path import GROUP, INTEGER, TIME_HEAD, CellPath, Item, PathColumn

_BLANKS = re.compile(r"\s+")
_ITEM = re.compile(r"(?:(\d{1,2})[.．、](?!\d)|[（(](\d{1,2})[)）]).")
_STOP = re.compile(
    r"附件\d*[:：]?.{0,30}|附表.{0,30}|[（(]此页无正文[)）]|抄送.*|(?:注|备注|说明|填表人|填报人|制表人|审核人)[:：].*"
)
_PAGE = re.compile(r"[—\-－–]+\d{1,4}[—\-－–]+|第\d+页(?:[,，/]?共\d+页)?")
_DATED = re.compile(r"(?:时限|期限|时间|日期|月份|周次|[月周])$")  # their cells hold a time and nothing else


def read_stacked(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The table whose first header word is line `at`, and the index after its last line; None where none begins there."""
    if lexicon_of().role(_squeezed(lines[at].text)) is None:
        return None
    header = _header(lines, at)
    if header is None:
        return None
    words, roles, after = header
    dump = _Dump(words, roles)
    return dump.read(lines, after)


def _header(lines: Sequence[Line], at: int) -> tuple[list[Line], list[HeaderRole | None], int] | None:
    """The header words from line `at` on: at least three of different meaning, a task among them, none said twice."""
    words: list[Line] = []
    roles: list[HeaderRole | None] = []
    seen: set[str] = set()
    lexicon = lexicon_of()
    known = i = at
    gap = False
    for i in range(at, min(len(lines), at + 40)):
        text = _squeezed(lines[i].text)
        if not text:
            gap = True
            continue
        role = lexicon.role(text)
        if (
            len(text) > 14
            or text in seen
            or INTEGER.fullmatch(text)
            or (role is None and (len(text) > 8 or re.search("[。；，、：]", text)))
        ):
            break
        if role is not None and not role.whole and role.kind not in ("departments", "leaders", "time"):
            role = None
        if (
            role is None
            and roles
            and (roles[-1] is None or (gap and roles[0] is not None and roles[0].kind != "number"))
        ):
            break
        if role is not None and role.is_time and roles and roles[-1] is None:
            break
        if role is not None and role.kind == "number" and gap and len(words) == 1:
            return None  # what stood above was a title, the header begins here
        seen.add(text)
        words.append(lines[i])
        roles.append(role)
        if role is not None:
            known = i + 1
    first = roles[0] if roles else None
    numbered = first is not None and first.kind == "number" and _is_first_number(lines, i)
    while roles and roles[-1] is None and not numbered:
        roles.pop()
        words.pop()
    if (
        roles
        and roles[-1] is not None
        and roles[-1].is_time
        and sum(bool(role and role.is_time) for role in roles) == 1
    ):
        roles.pop()  # a lone 一月 is the first cell, not a header
        words.pop()
    end = next((k + 1 for k in range(i - 1, at, -1) if words and lines[k] is words[-1]), known)
    found = [role for role in roles if role is not None]
    kinds = {(role.kind, role.role) for role in found if not role.is_time}
    tasks = {"task", "task_weak", "detail", "measure", "goal"} & {role.kind for role in found}
    if len(kinds) < 3 or not tasks or len(found) * 3 < len(roles) * 2:
        return None
    return words, roles, end


def _is_first_number(lines: Sequence[Line], i: int) -> bool:
    match = INTEGER.fullmatch(_squeezed(lines[i].text))
    return bool(match) and match is not None and int(match[1]) == 1


class _Dump:
    """One dumped table: its columns, and the reading of the lines below its header."""

    def __init__(self, words: list[Line], roles: list[HeaderRole | None]) -> None:
        self.words = words
        self.marked = all(word.text[:1] in "\t" for word in words)
        self.order = self._order(roles)  # for each column the word above it
        self.roles = [roles[k] for k in self.order]
        self.parent = next((k for k in range(len(words)) if k not in self.order), None)
        self.kinds = [role.kind if role else "other" for role in self.roles]
        self.width = len(self.order)
        self.number = self.kinds.index("number") if "number" in self.kinds else None
        self.dropped: list[tuple[int, str, str]] = []  # the line's index, the reason, the text

    @staticmethod
    def _order(roles: list[HeaderRole | None]) -> list[int]:
        """Columns by header word; quarters named after the whole header stand below the schedule's own word."""
        times = [k for k, role in enumerate(roles) if role and role.is_time]
        plain = [k for k, role in enumerate(roles) if not (role and role.is_time)]
        parents = [k for k in plain if (role := roles[k]) and role.kind == "time" and not role.limit]
        if len(times) >= 2 and times[-1] == len(roles) - 1 and parents and times[0] == len(roles) - len(times):
            parent = parents[0]
            if parent < times[0] - 1 or len(parents) == 1:
                at = plain.index(parent)
                return plain[:at] + times + plain[at + 1 :]
        return list(range(len(roles)))

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

    def _items(self, lines: Sequence[Line], at: int) -> tuple[list[Item], dict[int, int]]:
        """The lines that may be cells, up to a line that surely is none; headers said again are dropped."""
        items: list[Item] = []
        ends: dict[int, int] = {}
        header = [_squeezed(word.text) for word in self.words]
        gap = False
        i = at
        while i < len(lines):
            text = _squeezed(lines[i].text)
            if not text:
                gap = gap or "\t" not in lines[i].text or not self.marked
                i += 1
                continue
            if _STOP.fullmatch(text):
                break
            if text == header[0] and (again := self._same_header(lines, i, header)):
                self.dropped.append((i, "repeated-header", "".join(header)))
                i = again
                continue
            if text == header[0] and _header(lines, i):
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
            text = _squeezed(lines[i].text)
            i += 1
            if text:
                if text != header[k]:
                    return 0
                k += 1
        return i if k == len(header) else 0

    def _path_columns(self) -> list[PathColumn]:
        dated = [bool(_DATED.search(_squeezed(self.words[k].text))) for k in self.order]
        return [PathColumn(*column) for column in zip(self.kinds, self.roles, dated, strict=True)]

    @staticmethod
    def _mark_numbers(items: list[Item]) -> bool:
        """Mark the numbers 1, 2, 3 … that run through the table; False where there are none (Word's lists lose theirs)."""
        expected = 0
        last = -2
        for k, item in enumerate(items):
            match = INTEGER.fullmatch(item.text)
            if match and (expected == 0 or (int(match[1]) == expected + 1 and k - last >= 2)):
                item.chained, expected, last = True, int(match[1]), k
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
            if after - start < 2 and not GROUP.fullmatch(items[start].text):
                return items[:start]
        return items

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
                if gapped or item.gap or self.marked or not TIME_HEAD.match(item.text):
                    break
            elif item.gap and not gapped and cells >= 3:
                break
            else:
                cells += 1
            k += 1
        return k

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
                rows[-1][c].append(item.line)
            last = c
        return rows

    def _table(self, rows: list[list[list[Line]]]) -> Table:
        grid = self._header_rows()
        depth = len(grid)
        for r, cells in enumerate(rows, depth):
            if len(cells) == 1:
                grid.append([Cell(r, 0, colspan=self.width, lines=cells[0])] * self.width)
            else:
                grid.append([Cell(r, c, lines=lines) for c, lines in enumerate(cells)])
        return Table(grid, ruled=False, dropped=[(reason, text) for _, reason, text in self.dropped])

    def _header_rows(self) -> list[list[Cell]]:
        cells = [Cell(0, c, lines=[self.words[k]]) for c, k in enumerate(self.order)]
        if self.parent is None:
            return [cells]
        below = [c for c, role in enumerate(self.roles) if role and role.is_time]
        over = Cell(0, below[0], colspan=len(below), lines=[self.words[self.parent]])
        for c, cell in enumerate(cells):
            if c in below:
                cell.row = 1
            else:
                cell.rowspan = 2
        return [[over if c in below else cell for c, cell in enumerate(cells)], cells]


def _item_number(text: str) -> int:
    match = _ITEM.match(text)
    return int(match[1] or match[2]) if match else 0


def _squeezed(text: str) -> str:
    return _BLANKS.sub("", text)
