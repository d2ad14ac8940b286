"""Text tables dumped one cell a line: header words one below the other, then the cells of row after row.

Nothing but the words tells which line is which cell: rows are found again by the best path of the lines through the
columns (Viterbi), where numbers 1, 2, 3 … belong to the number column, bodies to the column of departments, times to the
schedule; a line may also be the rest of the cell before it, and a cell may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..lexicon.headers import HeaderRole, lexicon_of
from ..model.source import Cell, Line, Table

_BLANKS = re.compile(r"\s+")
_INTEGER = re.compile(r"[（(]?0*(\d{1,4})[)）]?[.．、]?")
_ITEM = re.compile(r"(?:(\d{1,2})[.．、](?!\d)|[（(](\d{1,2})[)）]).")
_GROUP = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]).{2,30}")
_STOP = re.compile(
    r"附件\d*[:：]?.{0,30}|附表.{0,30}|[（(]此页无正文[)）]|抄送.*|(?:注|备注|说明|填表人|填报人|制表人|审核人)[:：].*"
)
_PAGE = re.compile(r"[—\-－–]+\d{1,4}[—\-－–]+|第\d+页(?:[,，/]?共\d+页)?")
_BODY = re.compile(
    r"(?:[科室处局办部委院站所队校园厅会组社团系]|中心|学院|大学|[中小]学|公司|集团|街道|工会|支队|银行|单位|部门|乡|镇|妇联|残联)(?:[（(][^（）()]*[)）])?[、，；]?"
)
_SPLIT = re.compile(r"[、，,；;\s/]+")
_TIME = re.compile(
    r"[\d一二三四五六七八九十]+月|季度|半年|全年|年底|年内|年初|长期|持续|每[日周月年季]|常态|20\d\d年|[上中下]旬|[寒暑][假期]|适时|按要求|即日"
)
_HEADS = re.compile(
    r"(?:第?[一二三四\d、—–~至-]{1,8}(?:季度|月份?|月?底前)|[上下]半年|全年|每[月季周日年](?:度)?|年底前?|[寒暑][假期]|长期|常态).{0,12}[：:，]?"
)
_PERSON = re.compile(r"[\u4e00-\u9fff]{2,4}(?:[、，,\s][\u4e00-\u9fff]{2,4})*")
_DATED = re.compile(r"(?:时限|期限|时间|日期|月份|周次|[月周])$")  # their cells hold a time and nothing else
_FAR = -30.0


@dataclass(slots=True)
class _Item:
    """One line that is not blank: what it says, whether a blank line stands before it, and whether it is set in."""

    line: Line
    text: str
    gap: bool
    marked: bool
    item: int = 0  # the number of a label before the text, 0 without one
    chained: bool = False  # one of the numbers 1, 2, 3 … that run through the table


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
            or _INTEGER.fullmatch(text)
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
    match = _INTEGER.fullmatch(_squeezed(lines[i].text))
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
        self.dated = [bool(_DATED.search(_squeezed(words[k].text))) for k in self.order]
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
        items = self._unnumbered(items) if self.number is None else self._numbered(items)
        if not items:
            return None
        path = self._best_path(items)
        rows = self._rows(items, path)
        filled = [sum(bool(cell) for cell in row) for row in rows if len(row) > 1]
        if (
            not filled
            or max(filled) < 2
            or (self.number is None and len(filled) < 2 and self.width > 2 and filled[0] < self.width - 1)
        ):
            return None
        end = ends[id(items[-1].line)]
        self.dropped = [entry for entry in self.dropped if entry[0] < end]
        return self._table(rows), end

    def _items(self, lines: Sequence[Line], at: int) -> tuple[list[_Item], dict[int, int]]:
        """The lines that may be cells, up to a line that surely is none; headers said again are dropped."""
        items: list[_Item] = []
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
                items.append(_Item(lines[i], text, gap, lines[i].text[:1] == "\t", _item_number(text)))
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

    def _numbered(self, items: list[_Item]) -> list[_Item]:
        """Mark the numbers that run through the table, and cut off what follows the last row."""
        expected = 0
        last = -2
        for k, item in enumerate(items):
            match = _INTEGER.fullmatch(item.text)
            if not match:
                continue
            value = int(match[1])
            if expected == 0 or (value == expected + 1 and k - last >= 2):
                item.chained, expected, last = True, value, k
        if last < 0:
            return []
        return items[: self._end_of_row(items, last)]

    def _unnumbered(self, items: list[_Item]) -> list[_Item]:
        """Without numbers blank lines tell where a table ends: after its one block of rows, or before a block of a single line."""
        starts = [k for k, item in enumerate(items) if item.gap and k] + [len(items)]
        if not items or starts[0] == 1:
            return items
        rows = 1 + sum(after - start >= self.width for start, after in pairwise(starts))
        if starts[0] >= 2 * self.width and rows < 3:
            return items[: starts[0]]
        for start, after in pairwise(starts):
            if after - start < 2 and not _GROUP.fullmatch(items[start].text):
                return items[:start]
        return items

    def _end_of_row(self, items: list[_Item], start: int) -> int:
        """Where the row that begins at item `start` ends, nothing being after it: at a blank line, if these divide rows."""
        gaps = sum(item.gap for item in items[: start + 1])
        gapped = gaps * 2 > len(items[: start + 1])
        k = start + 1
        cells = 1
        while k < len(items):
            item = items[k]
            if self.marked and not item.marked:
                if item.gap and not _HEADS.match(item.text):
                    break
            elif cells >= self.width:
                if gapped or item.gap or self.marked or not _HEADS.match(item.text):
                    break
            elif item.gap and not gapped and cells >= 3:
                break
            else:
                cells += 1
            k += 1
        return k

    def _best_path(self, items: list[_Item]) -> list[int]:
        """The column of each item; `width` stands for a heading across the table."""
        n = self.width
        states = range(n + 1)
        skips = [self._skip_cost(c) for c in range(n)]
        before = [0.0]
        for cost in skips:
            before.append(before[-1] + cost)
        total = before[n]
        move = [[self._move(a, b, before, total) for b in states] for a in states]
        separated = self._rows_are_separated(items)
        score = [(before[b] if b < n else 0.0) + self._fit(items[0], b) for b in states]
        back: list[list[int]] = []
        for k in range(1, len(items)):
            item, last = items[k], items[k - 1]
            fresh, steps = [], []
            stays = self._stay(last, item)
            for b in states:
                best, origin = _FAR * 1000, 0
                for a in states:
                    if a == b and a < n:
                        cost = max(move[a][b], -100.0) if stays is None else stays[b]
                        wraps = False
                        if stays is not None and move[a][b] > cost:
                            cost, wraps = move[a][b], True
                    else:
                        cost = move[a][b]
                        wraps = b <= a or b == n
                        if self.marked and not item.marked:
                            cost += _FAR
                    if separated and item.gap:
                        cost += 1.5 if wraps else -1.5
                    elif separated and wraps:
                        cost -= 2.0
                    value = score[a] + cost
                    if value > best:
                        best, origin = value, a
                fresh.append(best + self._fit(item, b))
                steps.append(origin)
            score = fresh
            back.append(steps)
        ends = [score[b] + (total - before[b + 1] if b < n else 0.0) for b in states]
        path = [max(states, key=lambda b: ends[b])]
        for steps in reversed(back):
            path.append(steps[path[-1]])
        return path[::-1]

    def _move(self, a: int, b: int, before: list[float], total: float) -> float:
        """What it costs to go from column a to column b, the cells between them being empty."""
        n = self.width
        if a == n:
            return before[b] if b < n else 0.0
        if b == n:
            return total - before[a + 1] - 1.0
        if b > a:
            return before[b] - before[a + 1]
        return total - before[a + 1] + before[b]

    def _skip_cost(self, c: int) -> float:
        return {
            "number": -6.0,
            "remarks": -0.5,
            "category": -0.8,
            "other": -1.5,
            "statistics": -1.5,
            "leaders": -2.0,
        }.get(
            self.kinds[c],
            -1.5 if self.roles[c] and self.roles[c].is_time else -3.0,  # type: ignore[union-attr]
        )

    def _stay(self, last: _Item, item: _Item) -> list[float]:
        """For each column what it costs that `item` goes on the cell of `last`."""
        if self.marked:
            base = _FAR if item.marked else 2.0
            return [base] * self.width
        in_turn = item.item > 1 and item.item == last.item + 1
        open_end = last.text[-1] in "、，,（(：:"
        costs = []
        for kind in self.kinds:
            if kind == "number":
                costs.append(_FAR)
            elif in_turn or open_end:
                costs.append(2.0 if in_turn else 1.5)
            elif kind == "time":
                costs.append(0.5 if _HEADS.match(item.text) else -1.0 if last.text[-1] in "；;。" else -2.5)
            else:
                costs.append(-2.0)
        return costs

    def _rows_are_separated(self, items: list[_Item]) -> bool:
        gaps = sum(item.gap for item in items)
        return 0 < gaps <= len(items) // 2

    def _fit(self, item: _Item, c: int) -> float:
        text = item.text
        if c == self.width:
            return 2.0 if _GROUP.fullmatch(text) and text[-1] not in "。；" and not _BODY.search(text[-3:]) else _FAR
        kind = self.kinds[c]
        integer = _INTEGER.fullmatch(text) is not None
        if kind == "number":
            return 6.0 if item.chained else 1.0 if integer and self.number is None else _FAR
        if item.chained:
            return _FAR
        value = -2.0 if integer and kind not in ("other", "statistics", "time") else 0.0
        long = len(text) > 24
        if kind == "departments":
            value += -5.0 if item.item else 3.0 if _all_bodies(text) else -5.0 if long or text[-1] in "。；" else -2.0
        elif kind == "leaders":
            value += 2.0 if len(text) <= 12 and _PERSON.fullmatch(text) and not _all_bodies(text) else -4.0
        elif kind == "time":
            role = self.roles[c]
            if _HEADS.match(text):
                value += 3.0
            elif _TIME.search(text):
                value += 1.5
            else:
                value += -4.0 if (role and role.limit) or self.dated[c] else 0.0 if role and role.is_time else -0.5
        elif kind == "category":
            value += 0.5 if len(text) <= 12 and text[-1] not in "。；" else -4.0
        elif kind == "remarks":
            value += -0.5 if not long else -2.0
        elif kind in ("task", "task_weak", "detail", "measure", "goal"):
            value += -1.5 if _all_bodies(text) and len(text) < 12 else 0.0
            value -= 3.0 if _HEADS.match(text) and "：" in text[:14] else 0.0
            value -= 2.0 if text in ("/", "—", "无") else 0.0
        return value

    def _rows(self, items: list[_Item], path: list[int]) -> list[list[list[Line]]]:
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


def _all_bodies(text: str) -> bool:
    names = [name for name in _SPLIT.split(text) if name]
    return (
        bool(names)
        and all(len(name) <= 16 for name in names)
        and sum(bool(_BODY.fullmatch(n[-2:]) or _BODY.search(n[-3:])) for n in names) * 2 > len(names)
    )
