"""Tables dumped as lines of text → tables. Runs before lines become paragraphs.

A table begins at a header only (or at numbered rows with tabs or bars), so that prose and outlines never become one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ....model.source import Block, Line, Paragraph, Table
from ..page_marks import page_marks
from .cell_per_line import read_stacked
from .delimited import read_delimited
from .quoted_rows import unquoted
from .rows import is_rule, split_row
from .space_separated import read_copied
from .space_separated_header import unread_headers, unread_rows
from .tab_marked import read_marked
from .tabbed import read_tabbed
from .tabbed_header import begins_broken

_SEPARATED = re.compile(r"\S[ \u3000\u00a0]{2,}\S|\t|[|｜│┃║].*[|｜│┃║]")


def tables_from_text(lines: Sequence[Line]) -> tuple[list[Block], list[tuple[str, str, int | None]]]:
    """The lines of a text file → lines and tables in order, and a note (code, message, page) for rows that stay unread."""
    blocks = find_text_tables(list(lines))
    unread = [
        (f"line {line.number} reads as the header of a table whose rows cannot be told from text", line.page)
        for line in unread_headers(blocks)
    ]
    if not unread and (row := unread_rows(blocks)):
        unread = [(f"from line {row.number} on there are rows of a table that were read as text", row.page)]
    return blocks, [("table-text-unread", f"{what}; use the file with the table itself", page) for what, page in unread]


def find_text_tables(blocks: list[Block]) -> list[Block]:
    """Blocks with lines as the file has them → the same with dumped tables as `Table(ruled=False)`."""
    result: list[Block] = []
    run: list[Line] = []
    number = 0
    for block in [*blocks, None]:
        if isinstance(block, Line):
            run.append(block)
            continue
        for found in _tables_in(unquoted(run)):
            if isinstance(found, Table):
                number += 1
                found.number = number
            result.append(found)
        run = []
        if block is not None:
            number += isinstance(block, Table)
            result.append(block)
    return result


def _tables_in(whole: list[Line]) -> list[Block]:
    """The lines of a run with their tables; page marks come back in their places, those inside a table in its account."""
    marks = page_marks(whole)
    kept = [i for i in range(len(whole)) if i not in marks]
    lines = [whole[i] for i in kept]
    result: list[Block] = []
    i = 0
    given = 0  # lines of `whole` before this one are accounted for
    while i < len(lines):
        result.extend(whole[given : kept[i]])
        found = _table_at(lines, i)
        if found is None:
            result.append(_once(lines[i]))
            given = kept[i] + 1
            i += 1
            continue
        blocks, after = found
        given = kept[after - 1] + 1
        i, start = after, i
        if not isinstance(table := blocks[0], Table):
            result.extend(blocks)
            continue
        table.dropped.extend(
            (marks[k], whole[k].text.strip()) for k in range(kept[start], kept[after - 1]) if k in marks
        )
        while result and isinstance(rule := result[-1], Line) and is_rule(rule.text):
            table.dropped.insert(0, ("rule", rule.text.strip()))
            result.pop()
        result.append(table)
    result.extend(whole[given:])
    return result


def _table_at(lines: list[Line], i: int) -> tuple[Sequence[Table | Paragraph], int] | None:
    line = lines[i]
    found = None
    if line.text.strip():
        if _SEPARATED.search(line.text):
            found = read_delimited(lines, i)
        elif i + 1 < len(lines) and begins_broken(line, lines[i + 1]):
            found = read_tabbed(lines, i)
        if found is None and line.text[0] == "\t":
            found = read_marked(lines, i)
        if found is None and len(line.text) < 30:
            found = read_stacked(lines, i)
        if found is None and len(line.text) < 90:
            return read_copied(lines, i)
    return ([found[0]], found[1]) if found else None


def _once(line: Line) -> Line:
    """A line that says one thing in each of its fields, a title across the table below, says it once."""
    for style in ("tab", "bar"):
        row = split_row(line.text, style)
        if row is not None and row.one:
            return replace(line, text=row.one)
    return line
