"""What a table without tasks gives to the text around it: the assignments of the item above, the prose in a frame, a 文号."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...grammar.pattern import Pattern
from ...language.figures import is_figure
from ...language.headers import role_of_header
from ...language.labels import read_label
from ...language.official.lines import DOC_NUMBER
from ...language.page_record import NAME
from ...language.times import led_by_time
from ...model.settings import Settings
from ...model.source import Cell, Paragraph, Table
from ..ledger import Ledger, size
from .columns import distinct, folded

_ASSIGNMENTS = ("departments", "leaders", "time", "remarks")
_FEW_ROWS = 4  # of a table that says who and when for the item above
_NOTHING = Pattern("[—–/-]+")
_NAME_AND_WORDS = 2  # cells of a row of a form
_LONGEST_FIELD = 12  # characters of the name of a field, or of one that says nothing of the work
_FIELD_LEVEL = 9  # of the names of fields among headings
_COLUMNS, _LONGEST_NAME = 5, 6  # of a table that is one of data, and characters of the name of a column


def text_of_table(table: Table, ledger: Ledger, settings: Settings) -> list[Paragraph]:
    """A table without tasks: assignments of the item above and a frame around prose are text; a list of contacts or figures
    is left out."""
    for reason, text in table.dropped:
        ledger.leave(reason, text, table.page)
    if (box := _index_box(table, ledger)) is not None:
        return box
    cells = [cell for cell in table.cells() if cell.text]
    if lines := _assignment_lines(table, settings):
        ledger.placed += sum(size(cell.text) for cell in cells) - sum(size(line.text) for line in lines)
        return lines
    if lines := _form_lines(table, ledger):
        return lines
    rows = {cell.row for cell in cells}
    if (len(rows) > 3 and len(cells) > len(rows)) or _is_statistics(cells) or (cells and _has_columns(cells)):
        ledger.leave("table-without-tasks", "\n".join(cell.text for cell in cells), table.page)
        return []
    return [Paragraph(text, cell.lines, [0]) for cell in cells for text in cell.text.split("\n") if text]


def _form_lines(table: Table, ledger: Ledger) -> list[Paragraph]:
    """What a form says under the names of its fields (主要工作 | 1.… 2.…, 进度安排：3月：… 4月：…), the names as lines above; its short
    fields (教研组 | 语文组) are left out. None where no field holds items or days."""
    rows = [[cell for cell in distinct(row) if cell.text] for row in table.rows]
    said = [
        row
        for row in rows
        if 0 < len(row) <= _NAME_AND_WORDS and row[0].row == row[-1].row and len(row[-1].text) > _LONGEST_FIELD
    ]
    named = all(len(row) == 1 or len(folded(row[0].text)) <= _LONGEST_FIELD for row in said)
    if not named or not any(_holds_items(row[-1].text) for row in said):
        return []
    spoken = {id(cell) for row in said for cell in row}
    fields = [cell.text for cell in table.cells() if cell.text and id(cell) not in spoken]
    if sum(map(len, fields)) > sum(len(cell.text) for row in said for cell in row):
        return []
    if fields:
        ledger.leave("table-without-tasks", "\n".join(fields), table.page)
    return [paragraph for row in said for paragraph in _field(row)]


def _field(row: list[Cell]) -> Iterator[Paragraph]:
    """A field's name as a heading, in a cell of its own or on the first line, and what it says."""
    pieces = [(cell, text) for cell in row for text in cell.text.split("\n") if text]
    for at, (cell, text) in enumerate(pieces):
        name = at == 0 and len(pieces) > 1 and (len(row) > 1 or (text[-1] in "：:" and len(text) <= _LONGEST_FIELD))
        lines = [replace(line, outline=_FIELD_LEVEL) for line in cell.lines[:1]] if name else cell.lines
        yield Paragraph(text, lines, [0])


def _holds_items(text: str) -> bool:
    """Whether a cell is a list: of numbered items, or of lines that times lead."""
    lines = text.split("\n")
    return sum(read_label(line) is not None for line in lines) > 1 or sum(map(led_by_time, lines)) > 1


def _has_columns(cells: list[Cell]) -> bool:
    """Whether several columns have names above what is in them: no frame around prose, however few its rows."""
    head = ["".join(cell.text.split()) for cell in cells if cell.row == cells[0].row]
    named = all(len(text) <= _LONGEST_NAME and text.isalpha() for text in head)
    return len(head) >= _COLUMNS and len(cells) > len(head) and named


def _is_statistics(cells: list[Cell]) -> bool:
    """Whether a table is figures under headers and beside names."""
    inner = [cell.text for cell in cells if cell.row and cell.column]
    return len(inner) > 1 and sum(is_figure(text) or _NOTHING.fullmatch(text) is not None for text in inner) * 2 > len(
        inner
    )


def _index_box(table: Table, ledger: Ledger) -> list[Paragraph] | None:
    """The box of names and values above a document on a web page → its 文号 as a paragraph, the rest left out; None where
    the table is none."""
    cells = [cell for cell in table.cells() if cell.text]
    named = sum(NAME.match("".join(cell.text.split())) is not None for cell in cells)
    if named < max(3, len(cells) // 3):
        return None
    number: Cell | None = next((cell for cell in cells if DOC_NUMBER.fullmatch(cell.text)), None)
    ledger.leave("web-frame", "\n".join(cell.text for cell in cells if cell is not number), table.page)
    return [Paragraph(number.text, number.lines[:1], [0])] if number else []


def _assignment_lines(table: Table, settings: Settings) -> list[Paragraph]:
    """The lines (责任部门：医政科) that a table of assignments under an item comes to, labels above their values or beside them;
    none where it is another kind of table. Each has one character, the colon, that is not in the source."""
    rows = [list({id(cell): cell for cell in row if cell.text}.values()) for row in table.rows]
    rows = [row for row in rows if row]
    if not 1 <= len(rows) <= _FEW_ROWS:
        return []
    labels, values = rows[0], rows[1:]
    pairs = [pair for row in rows for pair in zip(row[::2], row[1::2], strict=False)]
    if len(values) == 1 and len(labels) == len(values[0]) > 1 and _say_who_or_when(labels, settings):
        pairs = list(zip(labels, values[0], strict=True))
    elif any(len(row) % 2 for row in rows) or not _say_who_or_when([label for label, _ in pairs], settings):
        return []
    texts = [f"{label.text.rstrip('：:')}：{value.text}".replace("\n", "、") for label, value in pairs]
    return [Paragraph(text, [*name.lines, *value.lines], [0]) for text, (name, value) in zip(texts, pairs, strict=True)]


def _say_who_or_when(cells: list[Cell], settings: Settings) -> bool:
    roles = [role_of_header(cell.text, settings.lexicon) for cell in cells]
    return all(role is not None and role.whole and role.kind in _ASSIGNMENTS and not role.is_time for role in roles)
