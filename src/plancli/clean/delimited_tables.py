"""Text tables whose rows are lines: cells apart by tabs, by bars (Markdown, box drawing) or by two blanks and more."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median_low

from ..lexicon.headers import lexicon_of
from ..model.source import Cell, Line, Table
from .cells import begins_item

_BARS = "|｜│┃║"
_BAR = re.compile(f"[{_BARS}]")
_RULE = re.compile(rf"[\s+\-=:_─━—┄┈{_BARS}┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬═]+")
_GAP = re.compile(r"[ \u3000\u00a0]{2,}|\t+")
_NUMBER = re.compile(r"[（(]?(?:\d{1,4}(?:\.\d{1,3})*|[一二三四五六七八九十]{1,3}|[①-⑳])[)）]?[.．、]?")
_GROUP = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[部章类]).{1,40}"
)
_PAGE = re.compile(
    r"[—\-－–~·\s]+\d{1,4}[—\-－–~·\s]+|第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?|\d{1,4}\s*/\s*\d{1,4}"
)
_NOTE = re.compile(r"\s*(?:注|备注|说明|填表人|填报人|制表人|审核人|附件|抄送|[（(]此页无正文)\S{0,4}[:：]?")


@dataclass(slots=True)
class Row:
    """A line cut into fields: their texts, and where each begins in half-width columns."""

    fields: list[str]
    starts: list[int]


def split_row(text: str, style: str) -> Row | None:
    """A line as a row of `style` (tab, bar, gap); None where it has fewer than two fields."""
    if style == "tab":
        if "\t" not in text:
            return None
        fields = text.rstrip("\r\n").split("\t")
        return Row(fields, [0] * len(fields)) if sum(bool(f.strip()) for f in fields) + (len(fields) > 2) > 1 else None
    if style == "bar":
        if len(_BAR.findall(text)) < 2 or _RULE.fullmatch(text):
            return None
        fields = _BAR.split(text)
        if not fields[0].strip():
            fields = fields[1:]
        if fields and not fields[-1].strip():
            fields = fields[:-1]
        return Row(fields, [0] * len(fields)) if len(fields) > 1 else None
    body = text.rstrip()
    pieces, starts, end = [], [], 0
    for match in [*_GAP.finditer(body), None]:
        piece = body[end : match.start() if match else len(body)]
        if piece.strip():
            pieces.append(piece)
            starts.append(_columns(body[:end]))
        end = match.end() if match else end
    return Row(pieces, starts) if len(pieces) > 1 else None


def read_delimited(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The table whose first row is line `at`, and the index of the line after it; None where none begins there."""
    for style in ("tab", "bar", "gap"):
        first = split_row(lines[at].text, style)
        if first is not None and _begins(first, lines, at, style):
            return _Reader(lines, style, first).read(at)
    return None


def _begins(first: Row, lines: Sequence[Line], at: int, style: str) -> bool:
    """Whether line `at` is a header; or, with tabs and bars, a row that a like row with the next number follows."""
    if is_header(first.fields):
        return len(first.fields) > 2 or style != "gap"
    if style == "gap" or len(first.fields) < 3 or not _NUMBER.fullmatch(first.fields[0].strip()):
        return False
    follow = next((row for line in lines[at + 1 : at + 12] if (row := split_row(line.text, style))), None)
    if follow is None or len(follow.fields) != len(first.fields):
        return False
    number, later = first.fields[0].strip(" .．、"), follow.fields[0].strip(" .．、")
    return number.isdigit() and later.isdigit() and int(later) == int(number) + 1


def is_header(texts: Sequence[str]) -> bool:
    """Whether cells read as a header: at least two of different meaning, and half of them known."""
    lexicon = lexicon_of()
    shown = [text for text in texts if text.strip()]
    if any(len(text.strip()) > 24 or text.strip().isdigit() for text in shown):
        return False
    roles = [role for text in shown if (role := lexicon.role(text)) is not None]
    return len({(role.kind, role.role) for role in roles if not role.is_time}) >= 2 and len(roles) * 2 >= len(shown)


class _Reader:
    """Collects the rows of one table."""

    def __init__(self, lines: Sequence[Line], style: str, first: Row) -> None:
        self.lines, self.style = lines, style
        self.width = len(first.fields)
        self.header = is_header(first.fields)
        self.numbered = 0 if not self.header else self._number_column(first.fields)
        self.rows: list[list[list[Line]]] = []
        self.dropped: list[tuple[str, str]] = []
        self.bars = 0
        self.boxed = False
        self.broken = False  # a rule or the table's start stands before the next line
        self.starts = first.starts

    @staticmethod
    def _number_column(fields: list[str]) -> int | None:
        roles = [lexicon_of().role(field) for field in fields]
        return next((c for c, role in enumerate(roles) if role and role.kind == "number"), None)

    def read(self, at: int) -> tuple[Table, int] | None:
        if self.style == "gap":
            self._settle_starts(at)
        self.boxed = self.style == "bar" and self._count_rules(at) > 2
        i = end = at
        while i < len(self.lines):
            line = self.lines[i]
            text = line.text
            if not text.strip():
                i += 1
                continue
            if self.style == "bar" and _RULE.fullmatch(text):
                self.dropped.append(("rule", text.strip()))
                self.broken = True
                i += 1
                end = i
                continue
            if not self._take(line, i, i > end):
                break
            i += 1
            end = i
        if len(self.rows) < 2:
            return None
        if self.bars:
            self.dropped.append(("rule", "|" * self.bars))
        return self._table(), end

    def _take(self, line: Line, i: int, after_blank: bool) -> bool:
        """Put one line into the table; False where the table has ended before it."""
        row = split_row(line.text, self.style)
        if (
            row is not None
            and self.rows
            and is_header(row.fields)
            and not (len(self.rows) == 1 and not after_blank and self._below(row))
        ):
            if [f.strip() for f in row.fields] != [self._text(cell) for cell in self.rows[0]]:
                return False  # another table
            if not after_blank and self.style != "bar":
                self.dropped.append(("repeated-header", "".join(row.fields)))
                return True
            return False  # the next page's part of this table
        if row is not None and len(row.fields) <= self.width + (self.style != "gap"):
            self._add(line, row)
            return True
        if _PAGE.fullmatch(line.text.strip()) and self._row_follows(i):
            self.dropped.append(("page-number", line.text.strip()))
            return True
        if row is not None or not self.rows or _NOTE.match(line.text):
            return False
        if _GROUP.fullmatch(line.text.strip()) and self._row_follows(i) and line.text.strip()[-1] not in "。；;":
            self.rows.append([[line]])
            return True
        if after_blank:
            return False
        return self._continue(line, i)

    def _below(self, row: Row) -> bool:
        """Whether a row goes on with the header: its words stand where a merged word above has left room."""
        if not self.header or len(row.fields) > self.width + 1:
            return False
        above = [self._text(cell) for cell in self.rows[0]] + [""]
        return any(field.strip() and not over for field, over in zip(row.fields, above, strict=False))

    def _add(self, line: Line, row: Row) -> None:
        if self.style == "bar":
            self.bars += len(_BAR.findall(line.text))
        cells = self._cells(line, row)
        if self.rows and len(self.rows[-1]) > 1 and self._is_rest(cells):
            last = self.rows[-1]
            if self.style == "tab":
                last[-1].extend(cells[0])
                last.extend(cells[1:])
            else:
                for c, lines in enumerate(cells):
                    for piece in lines:
                        _append_wrapped(last[c], piece)
            return
        self.rows.append(cells)
        self.broken = False

    def _is_rest(self, cells: list[list[Line]]) -> bool:
        """Whether a line is the rest of the row before it, a cell of that row having been broken over lines."""
        last = self.rows[-1]
        if self.style == "tab":
            short = len(last) < self.width and len(last) + len(cells) - 1 <= self.width
            if not short or self.numbered is None:
                return short and len(last) + len(cells) - 1 == self.width
            number = self._text(cells[self.numbered]) if self.numbered < len(cells) else ""
            return not _NUMBER.fullmatch(number)
        if len(self.rows) < 2 and self.header and self.style == "gap":
            return False
        if self.boxed:
            return not self.broken
        if self.numbered is None:
            return self.style == "gap" and not cells[0]
        return len(self.rows) > 1 and not self._text(cells[self.numbered]) and self.style == "gap"

    def _continue(self, line: Line, i: int) -> bool:
        """A line without any separator: the rest of the last cell (of the one above it, where blanks divide)."""
        last = self.rows[-1]
        if self.header and len(self.rows) == 1:
            return False
        if self.style == "gap":
            start = _columns(line.text) - _columns(line.text.lstrip(" \u3000\t"))
            if start < 2 or len(last) == 1:
                return False
            _append_wrapped(last[self._nearest(start)], line)
            return True
        if self.style == "bar":
            return False
        text = self._text(last[-1])
        if _GROUP.match(line.text.strip()) and not self._row_follows(i):
            return False
        if self._row_follows(i) or text[-1:] in "，、；：;,:（" or begins_item(line.text.strip()):
            last[-1].append(line)
            return True
        return False

    def _cells(self, line: Line, row: Row) -> list[list[Line]]:
        if self.style != "gap" or len(row.fields) == self.width:
            return [[replace(line, text=part) for part in field.split("\n") if part.strip()] for field in row.fields]
        cells: list[list[Line]] = [[] for _ in range(self.width)]
        for field, start in zip(row.fields, row.starts, strict=True):
            cells[self._nearest(start)].append(replace(line, text=field))
        return cells

    def _nearest(self, start: int) -> int:
        return min(range(self.width), key=lambda c: abs(self.starts[c] - start))

    def _settle_starts(self, at: int) -> None:
        """Where columns begin: by the full rows, since a header is often centred."""
        full = []
        for line in self.lines[at + 1 : at + 80]:
            row = split_row(line.text, "gap")
            if row is not None and len(row.fields) == self.width:
                full.append(row.starts)
        if full:
            self.starts = [median_low([starts[c] for starts in full]) for c in range(self.width)]

    def _row_follows(self, i: int) -> bool:
        for line in self.lines[i + 1 : i + 6]:
            if line.text.strip():
                row = split_row(line.text, self.style)
                return row is not None and len(row.fields) <= self.width + 1 and not is_header(row.fields)
        return False

    def _count_rules(self, at: int) -> int:
        count = 0
        for line in self.lines[at : at + 60]:
            if not line.text.strip():
                break
            count += bool(_RULE.fullmatch(line.text))
        return count

    @staticmethod
    def _text(lines: list[Line]) -> str:
        return "".join(line.text for line in lines).strip()

    def _table(self) -> Table:
        first = (
            1 if self.style == "tab" and all(not self._text(cells[0]) for cells in self.rows if len(cells) > 1) else 0
        )
        width = max(len(cells) for cells in self.rows)
        while width > 1 and all(len(cells) < width or not self._text(cells[width - 1]) for cells in self.rows):
            width -= 1
        rows = [cells[first:width] if len(cells) > 1 else cells for cells in self.rows]
        return make_table(rows, width - first, self.dropped)


def is_rule(text: str) -> bool:
    """Whether a line is drawn of bars, dashes and corners alone."""
    return _RULE.fullmatch(text) is not None and not text.isspace()


def _append_wrapped(lines: list[Line], line: Line) -> None:
    """Add a line to a cell that was wrapped to its column's width: it goes on the one before, unless an item begins."""
    if lines and lines[-1].text.strip()[-1:] not in "。；;" and not begins_item(line.text.strip()):
        lines[-1] = replace(lines[-1], ending="soft")
    lines.append(line)


def make_table(rows: Sequence[Sequence[list[Line]]], width: int, dropped: list[tuple[str, str]]) -> Table:
    """Lines of cells, row by row → a table; a row of a single cell spans it, short rows get empty cells."""
    grid: list[list[Cell]] = []
    for r, cells in enumerate(rows):
        if len(cells) == 1:
            grid.append([Cell(r, 0, colspan=width, lines=list(cells[0]))] * width)
            continue
        row = [Cell(r, c, lines=list(lines)) for c, lines in enumerate(cells)]
        row += [Cell(r, c) for c in range(len(row), width)]
        grid.append(row)
    return Table(grid, ruled=False, dropped=dropped)


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)
