"""Text tables whose rows are lines, their cells apart by bars (Markdown, box drawing) or by two blanks and more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median_low

from ....language.headers import lexicon_of
from ....language.openings import begins_item
from ....model.source import Line, Table
from .header import begins_a_table, is_header, merge_repeated, repeats_upper
from .rows import (
    BAR,
    BARS,
    GROUP,
    NOTE,
    NUMBER,
    PAGE,
    RULE,
    Row,
    cell_lines,
    columns,
    is_count,
    make_table,
    numbered_rows,
    split_row,
    text_of,
)
from .tabbed import read_tabbed

_NUMBER_AND_TEXT = re.compile(r" ?(\d{1,3})[ \u3000](?=[㐀-鿿《“])")


def read_delimited(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The table whose first row is line `at`, and the index of the line after it; None where none begins there."""
    if "\t" in lines[at].text and (found := read_tabbed(lines, at)):
        return found
    # where the first row has no bar before its first cell, a row that begins with one has that cell empty
    outer = lines[at].text.strip()[:1] in BARS
    for style in ("bar" if outer else "inner", "gap"):
        first = split_row(lines[at].text, style)
        if first is not None and _begins(first, lines, at, style):
            return _Reader(lines, style, first).read(at)
    return None


def _begins(first: Row, lines: Sequence[Line], at: int, style: str) -> bool:
    """Whether line `at` is a header; or, with bars, a row that a like row with the next number follows."""
    if is_header(first.fields):
        return len(first.fields) > 2 or style != "gap"
    return numbered_rows(first, lines, at, style)


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
        self.boxed = self.style != "gap" and self._count_rules(at) > 2
        i = end = at
        while i < len(self.lines):
            line = self.lines[i]
            text = line.text
            if not text.strip():
                i += 1
                continue
            if self.style != "gap" and RULE.fullmatch(text):
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
        table = make_table(self.rows, max(len(cells) for cells in self.rows), self.dropped)
        if self.header:
            merge_repeated(table.rows)
        return table, end

    def _take(self, line: Line, i: int, after_blank: bool) -> bool:
        """Put one line into the table; False where the table has ended before it."""
        row = self._number_apart(split_row(line.text, self.style))
        if (
            row is not None
            and self.rows
            and begins_a_table(row.fields)
            and not (len(self.rows) == 1 and not after_blank and self._below(row))
        ):
            if [f.strip() for f in row.fields] != [text_of(cell) for cell in self.rows[0]]:
                return False  # another table
            if self.style == "gap":  # the next page's part too: its columns stand where they stood
                self.dropped.append(("repeated-header", "".join(row.fields)))
                return True
            return False  # the next page's part of this table
        if row is not None and len(row.fields) <= self.width + (self.style != "gap"):
            self._add(line, row)
            return True
        if PAGE.fullmatch(line.text.strip()) and self._row_follows(i):
            self.dropped.append(("page-number", line.text.strip()))
            return True
        if row is not None or not self.rows or NOTE.match(line.text):
            return False
        return self._take_group(line, i, after_blank) or (not after_blank and self._continue(line))

    def _take_group(self, line: Line, i: int, after_blank: bool) -> bool:
        """A line of a single cell is a heading: with bars around it, with a number, or close between rows parted by bars."""
        text = line.text.strip(" \u3000\t" + BARS)
        bars = len(BAR.findall(line.text))
        if not text or text[-1] in "。；;，," or not self._row_follows(i):
            return False
        close = self.style != "gap" and len(text) <= 30 and not after_blank and bool(self.lines[i + 1].text.strip())
        if not (bars or close or GROUP.fullmatch(text)):
            return False
        self.bars += bars
        self.rows.append([cell_lines(line, text)])
        return True

    def _below(self, row: Row) -> bool:
        """Whether a row goes on with the header: its words stand where a merged word above has left room, or repeat it."""
        if not self.header or len(row.fields) > self.width + 1:
            return False
        above = [text_of(cell) for cell in self.rows[0]]
        if repeats_upper(above, row.fields):
            return True
        above.append("")
        return any(field.strip() and not over for field, over in zip(row.fields, above, strict=False))

    def _add(self, line: Line, row: Row) -> None:
        if self.style != "gap":
            self.bars += len(BAR.findall(line.text))
        cells = self._cells(line, row)
        if self.rows and len(self.rows[-1]) > 1 and len(cells) > 1 and self._is_rest(cells):
            for c, lines in enumerate(cells):
                for piece in lines:
                    _append_wrapped(self.rows[-1][c], piece)
            return
        self.rows.append(cells)
        self.broken = False

    def _is_rest(self, cells: list[list[Line]]) -> bool:
        """Whether a line is the rest of the row before it, a cell of that row having been broken over lines."""
        if len(self.rows) < 2 and self.header and self.style == "gap":
            return False
        if self.boxed:
            return not self.broken
        if self.numbered is None:
            return self.style == "gap" and not cells[0]
        return len(self.rows) > 1 and not text_of(cells[self.numbered]) and self.style == "gap"

    def _number_apart(self, row: Row | None) -> Row | None:
        """A row whose number stands a single blank before its text, where that number is due: 15 推进…… has two fields."""
        if row is None or self.style != "gap" or self.numbered != 0:
            return row
        match = _NUMBER_AND_TEXT.match(row.fields[0])
        last = next((text_of(cells[0]) for cells in reversed(self.rows) if len(cells) > 1 and text_of(cells[0])), "0")
        if match is None or not is_count(last) or int(match[1]) != int(last) + 1:
            return row
        fields = [match[1], row.fields[0][match.end() :], *row.fields[1:]]
        return Row(fields, [row.starts[0], row.starts[0] + match.end(), *row.starts[1:]])

    def _continue(self, line: Line) -> bool:
        """A line without any separator, set in: the rest of the cell above it, where blanks divide."""
        last = self.rows[-1]
        start = columns(line.text) - columns(line.text.lstrip(" \u3000\t"))
        if self.style != "gap" or (self.header and len(self.rows) == 1) or start < 2 or len(last) == 1:
            return False
        _append_wrapped(last[self._nearest(start)], line)
        return True

    def _cells(self, line: Line, row: Row) -> list[list[Line]]:
        if row.one and not NUMBER.fullmatch(row.one):
            return [cell_lines(line, row.one)]
        if self.style != "gap" or len(row.fields) == self.width:
            return [cell_lines(line, field) for field in row.fields]
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
            text = line.text.strip(" \u3000\t" + BARS)
            if text and not GROUP.fullmatch(text):
                row = split_row(line.text, self.style)
                return row is not None and len(row.fields) <= self.width + 1 and not is_header(row.fields)
        return False

    def _count_rules(self, at: int) -> int:
        count = 0
        for line in self.lines[at : at + 60]:
            if RULE.fullmatch(line.text) and line.text.strip():
                count += 1
            elif split_row(line.text, self.style) is None:
                break
        return count


def _append_wrapped(lines: list[Line], line: Line) -> None:
    """Add a line to a cell that was wrapped to its column's width: it goes on the one before, unless an item begins."""
    if lines and lines[-1].text.strip()[-1:] not in "。；;" and not begins_item(line.text.strip()):
        lines[-1] = replace(lines[-1], ending="soft")
    lines.append(line)
