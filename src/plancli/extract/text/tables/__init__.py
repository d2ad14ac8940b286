"""Tables dumped as lines of text → tables. Runs before lines become paragraphs.

    lines ─ a lexer a way of dumping ─► tokens ─ heads ─► columns, by several hypotheses ─ aligner ─► grid ─ check ─► Table

A table begins at a header only (or at numbered rows with tabs or bars), so that prose and outlines never become one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....language.headers import Lexicon, lexicon_of
from ....language.marks import is_bare_number
from ....language.page_foot import page_foot
from ....language.page_head import page_head
from ....language.script import simplify, squeeze
from ....messages import Message
from ....model.source import Block, Line, Note, Paragraph, Table
from ..page_marks import page_marks
from .bars import BAR, RULE
from .column_blocks import read_column_blocks
from .drawn_box import read_drawn_box
from .framed_fields import without_words_for_nothing
from .joined_cells import with_cells_apart
from .naming_words import NamingWords, begins_unheaded
from .printed_weeks import begins_below, read_printed_weeks
from .quoted_rows import unquoted, untabbed
from .reading import PROBE, TableReading, may_begin, read_table
from .records import read_records
from .single_column import read_single_column
from .unread import columns_below, rows_below, unread_headers, unread_rows

UNREAD = "table-text-unread"
_HEADER = Message(
    "line {number} reads as the header of a table whose rows cannot be told from text; use the file with the table itself"
)
_ROWS = Message(
    "from line {number} on there are rows of a table that were read as text; use the file with the table itself"
)
_BELOW = Message(
    "line {number} has the number that follows a table's last, and was read as text; use the file with the table itself"
)
_COLUMN = Message(
    "line {number} heads a column of the table above it, whose cells were read as text; use the file with the table itself"
)
_ABOVE = 8  # lines that a title above a table with bars has at most


def tables_from_text(lines: Sequence[Line], lexicon: Lexicon | None = None) -> tuple[list[Block], list[Note]]:
    """The lines of a text file → lines and tables in order, and a note (code, message, page) for rows that stay unread."""
    lexicon = lexicon or lexicon_of()
    lines = with_cells_apart(lines, lexicon)
    head = max(page_head([line.text for line in lines]), default=-1) + 1
    foot = head + page_foot([line.text for line in lines[head:]])
    below = find_text_tables(list(lines[head:foot]), lexicon)
    return [*lines[:head], *below, *lines[foot:]], notes_on(below, lexicon)


def notes_on(blocks: list[Block], lexicon: Lexicon) -> list[Note]:
    """What is to be said (code, message, page) of rows that stay text beside the tables found."""
    unread = [(_HEADER, line) for line in unread_headers(blocks, lexicon)]
    if not unread and (row := unread_rows(blocks)):
        unread = [(_ROWS, row)]
    unread += [(_BELOW, line) for line in rows_below(blocks)]
    unread += [(_COLUMN, line) for line in columns_below(blocks, lexicon)]
    return [(UNREAD, said.also(number=line.number), line.page) for said, line in unread]


def find_text_tables(blocks: list[Block], lexicon: Lexicon | None = None) -> list[Block]:
    """Blocks with lines as the file has them → the same with dumped tables as `Table(ruled=False)`; the lines of one that
    cannot be read as paragraphs that are left out."""
    lexicon = lexicon or lexicon_of()
    result: list[Block] = []
    run: list[Line] = []
    number = 0
    for block in [*blocks, None]:
        if isinstance(block, Line):
            run.append(block)
            continue
        for found in _tables_in_run(unquoted(untabbed(run)), lexicon):
            if isinstance(found, Table):
                number += 1
                found.number = number
            result.append(found)
        run = []
        if block is not None:
            number += isinstance(block, Table)
            result.append(block)
    return result


def _tables_in_run(lines: list[Line], lexicon: Lexicon) -> list[Block]:
    """The lines of a run with their tables, read without the words that a program writes for empty cells."""
    shown, empty = without_words_for_nothing(lines)
    found = _tables_in(shown, lexicon)
    table = next((each for each in found if isinstance(each, Table)), None)
    if not empty:
        return found
    if table is None:
        return _tables_in(lines, lexicon)
    table.dropped += [("empty-mark", word) for word in empty]
    return found


def _tables_in(whole: list[Line], lexicon: Lexicon) -> list[Block]:
    """The lines of a run with their tables; page marks come back in their places, those inside a table in its account."""
    marks = page_marks(whole, lexicon)
    kept = [i for i in range(len(whole)) if i not in marks]
    lines = [whole[i] for i in kept]
    words = NamingWords(lines, lexicon)
    result: list[Block] = []
    i = 0
    given = 0  # lines of `whole` before this one are accounted for
    while i < len(lines):
        result.extend(whole[given : kept[i]])
        found = _table_at(lines, i, words, lexicon) if may_begin(lines, i, lexicon) else None
        if found is None:
            result.append(lines[i])
            given = max(given, kept[i] + 1)
            i += 1
            continue
        given = kept[found.after - 1] + 1
        i, start = found.after, i
        if found.table is None:
            result.extend(_left_out(line) for line in lines[start:i] if line.text.strip())
            continue
        inside = [k for k in range(kept[start], kept[i - 1]) if k in marks]
        last = next((k for k in range(given, len(whole)) if whole[k].text.strip()), -1)
        if inside and last in marks and is_bare_number(whole[last].text.strip()):
            inside.append(last)  # by itself nothing tells that it is a page's
            given = last + 1
        found.table.dropped.extend((marks[k], whole[k].text.strip()) for k in inside)
        _clear_above(result, found.table, found)
        result.append(found.table)
    result.extend(whole[given:])
    return result


def _table_at(lines: list[Line], i: int, words: NamingWords, lexicon: Lexicon) -> TableReading | None:
    if blocks := read_column_blocks(lines, i, lexicon):
        return blocks
    sure = read_printed_weeks(lines, i) or read_drawn_box(lines, i, lexicon) or read_records(lines, i, lexicon)
    if sure is None and (
        begins_below(lines, i) or any(read_records(lines, k, lexicon) for k in (i + 1, i + 2) if k < len(lines))
    ):
        return None  # a title above
    if sure is None and (words.within(i, i + PROBE) or begins_unheaded(lines[i], lexicon)):
        sure = read_table(lines, i, lexicon)
    return sure or read_single_column(lines, i, lexicon)


def _left_out(line: Line) -> Paragraph:
    return Paragraph(simplify(squeeze(line.text)), [line], [0], UNREAD)


def _clear_above(result: list[Block], table: Table, found: TableReading) -> None:
    """Take the signs that part its cells from the lines above a table: a rule, bars around a title, a title in each field."""
    k = len(result)
    while k and isinstance(line := result[k - 1], Line) and RULE.fullmatch(line.text) and not line.text.isspace():
        table.dropped.insert(0, ("rule", line.text.strip()))
        k -= 1
    del result[k:]
    near = range(max(0, k - _ABOVE), k)
    barred = [n for n in near if isinstance(line := result[n], Line) and BAR.search(line.text)]
    for n in near:
        line = result[n]
        if not isinstance(line, Line):
            continue
        fields = [field.strip() for field in line.text.split("\t")]
        if found.barred and barred and n >= barred[0]:
            table.dropped.insert(0, ("rule", "".join(BAR.findall(line.text))))
            fields = list(dict.fromkeys(field.strip() for field in BAR.split(line.text)))
            result[n] = replace(line, text=" ".join(field for field in fields if field))
        elif len(fields) > 2 and len(set(fields)) == 1 and fields[0]:
            result[n] = replace(line, text=fields[0])
