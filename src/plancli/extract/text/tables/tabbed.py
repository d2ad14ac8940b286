"""Text tables with a tab between fields: a row is told by its tabs, however many lines its cells are broken over.

header (one row or two, words broken over lines) ─► width ─► rows put together from lines, until their tabs are complete
"""

from __future__ import annotations

from collections.abc import Sequence

from ....language.bodies import all_bodies
from ....language.openings import begins_item
from ....model.source import Cell, Line, Table
from .header import begins_a_table, field_cells, header_cells, is_header, merge_repeated
from .rows import GROUP, NOTE, NUMBER, PAGE, cell_lines, is_count, make_table, numbered_rows, split_row, text_of
from .tabbed_header import Cells, TabHead, find_head, number_column, roles_of


def read_tabbed(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The table that begins at line `at`, and the index of the line after it; None where none begins there."""
    head = find_head(lines, at)
    if head is None:
        first = split_row(lines[at].text, "tab")
        if first is None or not numbered_rows(first, lines, at, "tab"):
            return None
        head = TabHead([], len(first.fields), at)
    return _Rows(lines, at, head).read()


class _Rows:
    """Puts the rows of one table together."""

    def __init__(self, lines: Sequence[Line], at: int, head: TabHead) -> None:
        self.lines, self.at, self.head, self.width = lines, at, head, head.width
        self.number = number_column(head)
        roles = roles_of(head)
        self.last_kind = roles[-1].kind if roles[-1] else None
        self.rows: list[Cells] = []
        self.dropped: list[tuple[str, str]] = []
        self.header = [[text_of(cell) for cell in row] for row in head.rows]
        self.title = next((line.text.strip() for line in reversed(lines[max(0, at - 2) : at]) if line.text.strip()), "")
        self.headed = False  # headings without numbers stand between its rows
        self.half = False  # the last row holds only the upper half of its first cell

    def read(self) -> tuple[Table, int] | None:
        i = end = self.head.end
        while i < len(self.lines):
            if not self.lines[i].text.strip():
                i += 1
                continue
            taken = self._take(i, i > end)
            if not taken:
                break
            i += taken
            end = i
        if len(self.rows) + len(self.header) < 2 or not self.rows:
            return None
        return self._table(), end

    def _take(self, i: int, after_blank: bool) -> int:
        """Put line i into the table; the number of lines taken, 0 where the table has ended before it."""
        line = self.lines[i]
        fields = self._in_place(line.text.split("\t"))
        if self.rows and (again := self._header_again(i, fields)):
            return again
        if len(fields) == 1:
            return int(self._take_bare(line, i, after_blank))
        if self.rows and self.header and len(fields) > 1 and begins_a_table(fields):
            return 0  # another table
        row = split_row(line.text, "tab")
        if row is not None and row.one:
            self._open([cell_lines(line, row.one)])
        elif self._goes_on(fields, after_blank):
            self._extend(field_cells(line, fields))
        elif len(fields) > self.width + 1 or (after_blank and not self._begins(fields)):
            return 0
        else:
            self._open(field_cells(line, fields))
        return 1

    def _in_place(self, fields: list[str]) -> list[str]:
        """The fields of a row from whose front merged cells are left out, as copied from a web page: its number tells how many."""
        place = self.number or 0
        if not self.header or not place or NUMBER.fullmatch("".join(fields[place : place + 1]).strip()):
            return fields
        last = next((text_of(row[place]).strip(" .．、") for row in reversed(self.rows) if len(row) > place), "")
        for missing in range(1, place + 1):
            number = "".join(fields[place - missing : place - missing + 1]).strip()
            if is_count(number) and is_count(last) and 0 < int(number) - int(last) <= 3:
                return [""] * missing + fields if len(fields) + missing <= self.width else fields
        return fields

    def _header_again(self, i: int, fields: list[str]) -> int:
        """How many lines from i on say the header again, a title above it included; 0 where they do not."""
        texts = [field.strip() for field in fields]
        if not self.header:
            return 0
        k = i
        if self.title and "".join(texts) == self.title:
            k += 1
        start = k
        for row in self.header:
            while k < len(self.lines) and not self.lines[k].text.strip():
                k += 1
            if k == len(self.lines) or [field.strip() for field in self.lines[k].text.split("\t")] != row:
                break
            k += 1
        if k == start:
            return 0
        self.dropped.extend(
            ("repeated-header", line.text.replace("\t", "")) for line in self.lines[i:k] if line.text.strip()
        )
        return k - i

    def _goes_on(self, fields: list[str], after_blank: bool) -> bool:
        """Whether a line is the rest of the row before it, a cell of that row having been broken over lines."""
        if not self.rows or len(self.rows[-1]) >= self.width:
            return False
        if self.half:
            return True
        last = self.rows[-1]
        if len(last) == 1 or after_blank or len(last) + len(fields) - 1 > self.width or len(fields) == self.width:
            return False
        if self.number is None:
            return len(last) + len(fields) - 1 == self.width
        return self.number >= len(fields) or not NUMBER.fullmatch(fields[self.number].strip())

    def _begins(self, fields: list[str]) -> bool:
        """Whether a line after a blank one is a row of this table still."""
        number = fields[self.number].strip() if self.number is not None and self.number < len(fields) else ""
        return len(fields) * 2 >= self.width or bool(NUMBER.fullmatch(number))

    def _take_bare(self, line: Line, i: int, after_blank: bool) -> bool:
        """A line without tabs: a page number, a heading, the rest of a cell; False where the table has ended."""
        text = line.text.strip()
        following = self._row_after(i)
        if PAGE.fullmatch(text) and following is not None:
            self.dropped.append(("page-number", text))
            return True
        if not self.rows:
            return self._take_group(line, following)
        if NOTE.match(line.text):
            return False
        last = self.rows[-1]
        if 1 < len(last) < self.width and following is not None and not self._starts(following):
            last[-1].append(line)  # a line in the middle of a broken cell
            return True
        if self._take_group(line, following):
            return True
        if after_blank or len(last) == 1 or (GROUP.match(text) and following is None):
            return False
        if following is not None and self._is_half(last, text, following):
            self.rows.append([[line]])
            self.half = True
            return True
        end = _ending(last[-1])
        bodies = self.last_kind == "departments" and len(last) == self.width and all_bodies(text)
        if following is not None or end in "，、；：；,:（" or begins_item(text) or bodies:
            last[-1].append(line)
            return True
        return False

    def _take_group(self, line: Line, following: list[str] | None) -> bool:
        text = line.text.strip()
        if following is None or text[-1] in "。；;":
            return False
        if not GROUP.fullmatch(text) and not self._stands_alone(text, following):
            return False
        self._open([[line]])
        return True

    def _stands_alone(self, text: str, following: list[str]) -> bool:
        """Whether a bare line before a numbered row is a heading without a number, since no cell above can go on with it."""
        if self.number is None or not self.header or len(text) > 30 or text[-1] in "，、,：:" or all_bodies(text):
            return False
        if self.number >= len(following) or not NUMBER.fullmatch(following[self.number].strip()):
            return False
        last = self.rows[-1] if self.rows else []
        self.headed = self.headed or not last or (len(last) == self.width and not text_of(last[-1]))
        return self.headed

    def _is_half(self, last: Cells, text: str, following: list[str]) -> bool:
        """Whether a line between two rows is the upper half of the second one's first cell, not the rest of the first row."""
        if self.number == 0 or len(last) < self.width or len(following) != self.width or len(text) > 8:
            return False
        if not following[0].strip() or not self._starts(following) or text[-1] in "。；、，":
            return False
        if self.last_kind in ("departments", "leaders"):
            return not all_bodies(text)
        return self.last_kind == "time" and len(following[0].strip()) <= 6 and _ending(last[-1]) in "。；"

    def _starts(self, fields: list[str]) -> bool:
        """Whether a line with tabs begins a row: all its fields are there, or its number is."""
        if len(fields) == self.width:
            return True
        if self.number is None or self.number >= len(fields):
            return False
        return NUMBER.fullmatch(fields[self.number].strip()) is not None

    def _row_after(self, i: int) -> list[str] | None:
        """The fields of the row soon after line i, lines of a broken cell between left aside."""
        for line in self.lines[i + 1 : i + 7]:
            if "\t" in line.text and line.text.strip():
                fields = line.text.split("\t")
                return fields if len(fields) <= self.width + 1 and not is_header(fields) else None
        return None

    def _open(self, cells: Cells) -> None:
        self.rows.append(cells)

    def _extend(self, cells: Cells) -> None:
        last = self.rows[-1]
        last[-1].extend(cells[0])
        last.extend(cells[1:])
        self.half = False

    def _table(self) -> Table:
        head = self.head
        rows = ([] if head.over else head.rows) + self.rows
        width = max(self.width, *(len(cells) for cells in rows))
        while width > 1 and not head.over and all(len(r) < width or not text_of(r[width - 1]) for r in rows):
            width -= 1
        long = [cells for cells in rows if len(cells) > 1]
        first = int(not head.over and all(not text_of(cells[0]) for cells in long))
        table = make_table(
            [cells[first:width] if len(cells) > 1 else cells for cells in rows], width - first, self.dropped
        )
        if head.over:
            shift = header_cells(head.rows[0], head.rows[1], head.over)
            for cell in {id(cell): cell for row in table.rows for cell in row}.values():
                cell.row += len(shift)
            spare = width - self.width
            for row in shift:
                row.extend(Cell(row[0].row, self.width + k) for k in range(spare))
            table.rows[:0] = shift
        elif len(head.rows) == 2:
            merge_repeated(table.rows)
        return table


def _ending(lines: Sequence[Line]) -> str:
    """The last character of a cell, a stop where it is empty."""
    return lines[-1].text.strip()[-1:] if lines else "。"
