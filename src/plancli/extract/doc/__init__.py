"""DOC, WPS and DOT without LibreOffice: characters by piece, paragraphs, tables with their spans, numbers that Word computes.

A text box is read behind the paragraph that it is anchored in, as in a DOCX.
"""

from __future__ import annotations

from ...errors import Empty, TooLarge
from ...grammar.pattern import Pattern
from ...language.script import fold_forms, visible
from ...messages import Message
from ...model.settings import Limits, Settings
from ...model.source import Block, Line, Source, Table
from ..word_tables import CellBox, Row, table_of
from .binary import MERGED, MERGED_BELOW, STYLE, Property, WordDocument
from .lists import DocLists

MEDIA_TYPE = "application/msword"
_IN_TABLE, _ROW_END, _LEVEL, _LIST, _ALIGN, _ALIGN_NEW, _SHAPE = 0x2416, 0x2417, 0x260A, 0x460B, 0x2403, 0x2461, 0xD608
_INNER_CELL, _INNER_ROW = 0x244B, 0x244C
_DELETED, _HIDDEN, _BOLD = 0x0800, 0x083C, 0x0835
_FIELD, _FIELD_RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_PARAGRAPH_END = Pattern("[\r\x07\x0c]")
_PLAIN = str.maketrans(
    {
        "\x1e": "-",
        "\x1f": "",
        "\xa0": " ",
        "\x0b": "\n",
        "\x01": "",
        "\x02": "",
        "\x03": "",
        "\x04": "",
        "\x05": "",
        "\x08": "",
        "\x0e": "\n",
    }
)
_MERGED_BESIDE, _MERGED_BELOW, _RESTART = 1, 0x20, 0x40
_CELL = 20  # bytes that describe a cell


def extract_doc(data: bytes, *, settings: Settings) -> Source:
    """The bytes of an old Word document → its lines and tables. Raises an `errors.InputError`."""
    document = WordDocument(data, settings.limits)
    reader = _Reader(document, settings.limits)
    blocks = reader.blocks()
    if not any(not isinstance(block, Line) or block.text.strip() for block in blocks):
        raise Empty("the document has no text")
    source = Source(blocks, MEDIA_TYPE)
    number = 0
    for block in blocks:
        if isinstance(block, Table):
            number += 1
            block.number = number
    if reader.hidden:
        text = "".join(reader.hidden)
        source.notes.append(
            (
                "hidden-text",
                Message(
                    "{count} character of hidden or deleted text was left out: {text}",
                    "{count} characters of hidden or deleted text were left out: {text}",
                    count=len(text),
                    text=text[:80],
                ),
                None,
            )
        )
    return source


class _Reader:
    """Walks the paragraphs; rows wait until their table ends."""

    def __init__(self, document: WordDocument, limits: Limits) -> None:
        self._document, self._limits = document, limits
        self._lists = DocLists(*document.lists, document.list_uses)
        self._rows: list[Row] = []
        self._cells: list[list[Line]] = []
        self._lines: list[Line] = []
        self._blocks: list[Block] = []
        self._field = 0
        self._number = self._count = 0
        self.hidden: list[str] = []

    def blocks(self) -> list[Block]:
        """The lines and tables in order."""
        self._walk(0, self._document.length)
        self._blocks += self._boxed(self._document.length, self._document.length)
        return self._blocks

    def _walk(self, start: int, end: int) -> None:
        for mark in _PARAGRAPH_END.finditer(self._document.text, start, end):
            said = self._document.paragraphs.at(self._document.place(mark.start()))
            self._paragraph(start, mark.start(), mark[0], said)
            start = mark.end()
        if start < end:
            self._paragraph(start, end, "\r", {})
        self._end_table()

    def _boxed(self, start: int, end: int) -> list[Block]:
        """The lines and tables of the text boxes that are anchored between two characters."""
        found: list[Block] = []
        for first, last in self._document.boxes(start, end):
            kept = self._rows, self._cells, self._lines, self._blocks, self._field
            self._rows, self._cells, self._lines, self._blocks, self._field = [], [], [], [], 0
            self._walk(first, last)
            found += self._blocks
            self._rows, self._cells, self._lines, self._blocks, self._field = kept
        return found

    def _paragraph(self, start: int, end: int, mark: str, said: Property) -> None:
        in_table = _on(said, _IN_TABLE)
        if not in_table:
            self._end_table()
        if _on(said, _ROW_END):
            self._end_row(said)
            return
        if _on(said, _INNER_ROW):
            return
        blocks = [*self._read(start, end, said), *self._boxed(start, end)]
        if not in_table:
            self._blocks += blocks
            return
        for block in blocks:
            cells = [cell.lines for cell in block.cells()] if isinstance(block, Table) else [[block]]
            self._lines += [line for lines in cells for line in lines if isinstance(line, Line) and line.text.strip()]
        if mark == "\x07" and not _on(said, _INNER_CELL):
            self._count += 1
            if self._count > self._limits.table_cells:
                raise TooLarge("the tables have more than the {most:,} cells allowed", most=self._limits.table_cells)
            self._cells.append(self._lines)
            self._lines = []

    def _read(self, start: int, end: int, said: Property) -> list[Line]:
        text, bold, front = self._shown(start, end)
        style = int.from_bytes(said.get(STYLE, b""), "little")
        if style < len(self._document.styles):
            said = {**self._document.styles[style], **said}
        use = int.from_bytes(said.get(_LIST, b""), "little", signed=True)
        label = self._lists.label(use, said.get(_LEVEL, b"\0")[0]) if use > 0 and text.strip() else ""
        align = (said.get(_ALIGN_NEW) or said.get(_ALIGN) or b"\0")[0]
        found = []
        for place, part in enumerate(text.translate(_PLAIN).split("\n")):
            self._number += 1
            lead = label if place == 0 else ""
            found.append(
                Line(
                    fold_forms(lead + part),
                    number=self._number,
                    ending="hard",
                    bold=bold,
                    centered=align == 1,
                    computed=len(lead),
                    lead=front + visible(lead) if front and "\n" not in text else 0,
                )
            )
        return found

    def _shown(self, start: int, end: int) -> tuple[str, bool, int]:
        """The characters of a paragraph that are shown, whether all are bold, and else how many at its front: no codes of fields,
        nothing hidden or deleted."""
        pieces: list[str] = []
        bold, front = True, 0
        runs, text = self._document.runs, self._document.text
        said: Property = {}
        until = -1
        for index in range(start, end):
            char = text[index]
            if char == _FIELD:
                self._field += 1
                continue
            if char in (_FIELD_RESULT, _FIELD_END):
                self._field = (
                    max(0, self._field - 1) if char == _FIELD_RESULT or self._open_code(index) else self._field
                )
                continue
            if self._field:
                continue
            if index >= until:
                said, until = runs.at(self._document.place(index)), index + 1
            if _on(said, _DELETED) or _on(said, _HIDDEN):
                self.hidden.append(char)
                continue
            bold = bold and (_on(said, _BOLD) or (char.isspace() and bool(pieces)))
            front += bold and not char.isspace()
            pieces.append(char)
        bold = bold and bool(pieces)
        return "".join(pieces), bold, 0 if bold else front

    def _open_code(self, index: int) -> bool:
        """Whether a field ends that has had no result: its code is still open."""
        depth = 0
        for at in range(index - 1, max(-1, index - 4000), -1):
            char = self._document.text[at]
            if char == _FIELD_END:
                depth += 1
            elif char == _FIELD_RESULT and depth == 0:
                return False
            elif char == _FIELD:
                if depth == 0:
                    return True
                depth -= 1
        return False

    def _end_row(self, said: Property) -> None:
        shape = said.get(_SHAPE, b"")
        row = Row([CellBox(lines) for lines in self._cells])
        self._cells, self._lines = [], []
        if len(shape) > 5:
            count = shape[2]
            edges = [int.from_bytes(shape[3 + 2 * n : 5 + 2 * n], "little", signed=True) for n in range(count + 1)]
            row.left = edges[0]
            for n, box in enumerate(row.boxes[:count]):
                box.right = edges[n + 1]
                at = 3 + 2 * (count + 1) + _CELL * n
                flags = int.from_bytes(shape[at : at + 2], "little")
                box.below = bool(flags & _MERGED_BELOW) and not flags & _RESTART
                box.beside = flags & 3 == _MERGED_BESIDE
        beside, below = said.get(MERGED, b""), said.get(MERGED_BELOW, b"")
        for first, last in zip(beside[::2], beside[1::2], strict=False):
            for box in row.boxes[first + 1 : last]:
                box.beside = True
        for cell, how in zip(below[1::3], below[2::3], strict=False):
            for box in row.boxes[cell : cell + 1]:
                box.below = how == 1
        self._rows.append(row)

    def _end_table(self) -> None:
        if self._cells:
            self._end_row({})
        if self._rows and (table := table_of(self._rows)) is not None:
            self._blocks.append(table)
        self._rows = []


def _on(said: Property, number: int) -> bool:
    return said.get(number, b"\0")[:1] not in (b"\0", b"")
