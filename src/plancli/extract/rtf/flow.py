"""The flow of an RTF document: its characters and the control words that end paragraphs, cells and rows → lines and tables."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from ...errors import TooLarge
from ...language.marks import BULLETS
from ...language.script import fold_forms
from ...model.settings import Limits
from ...model.source import Block, Line
from ..word_tables import CellBox, Row, table_of


@dataclass(slots=True)
class _Merge:
    """What a \\cellx said: the right edge, and the merges and the colour before it."""

    right: int
    below: bool
    beside: bool
    fill: str


@dataclass(slots=True)
class _Paragraph:
    """The paragraph that comes in: its pieces and, once, what they are."""

    pieces: list[str] = field(default_factory=list)
    label: str = ""
    bold: bool = True
    centered: bool = False
    in_table: bool = False


class Flow:
    """Takes what is read in order; rows wait until their table ends."""

    def __init__(self, limits: Limits, white: Collection[int] = ()) -> None:
        self._limits, self._white = limits, white  # numbers of white in the table of colours
        self._fill = ""
        self._paragraph = _Paragraph()
        self._lines: list[Line] = []
        self._boxes: list[CellBox] = []
        self._edges: list[_Merge] = []
        self._left = 0
        self._below = self._beside = False
        self._rows: list[Row] = []
        self._blocks: list[Block] = []
        self._number = self._cells = 0

    def add(self, text: str, *, bold: bool = False, label: bool = False) -> None:
        """Characters of the paragraph that comes in, or of the number before it (`label`)."""
        paragraph = self._paragraph
        if label:
            paragraph.label += text
            return
        if not text.isspace():
            paragraph.bold = paragraph.bold and bold
        paragraph.pieces.append(text)

    def take(self, word: str, number: int | None) -> None:
        """A control word of paragraphs, rows and cells; others say nothing here."""
        if word == "pard":
            self._paragraph.centered = self._paragraph.in_table = False
        elif word == "qc":
            self._paragraph.centered = True
        elif word in ("ql", "qr", "qj"):
            self._paragraph.centered = False
        elif word == "intbl":
            self._paragraph.in_table = True
        elif word in ("par", "sect"):
            self._end_paragraph()
        elif word == "trowd":
            self._edges, self._left = [], 0
            self._below = self._beside = False
        elif word == "trleft":
            self._left = number or 0
        elif word == "clvmrg":
            self._below = True
        elif word == "clmrg":
            self._beside = True
        elif word == "clcbpat":
            self._fill = str(number) if number and number not in self._white else ""
        elif word == "cellx":
            self._edges.append(_Merge(number or 0, self._below, self._beside, self._fill))
            self._below, self._beside, self._fill = False, False, ""
        elif word in ("cell", "nestcell"):
            self._end_cell(nested=word == "nestcell")
        elif word == "row":
            self._end_row()

    def _end_paragraph(self) -> None:
        paragraph = self._paragraph
        self._paragraph = _Paragraph(centered=paragraph.centered, in_table=paragraph.in_table)
        label = "".join(paragraph.label.split())
        text = "".join(paragraph.pieces).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if label and (label in BULLETS + "✓-o" or all(0xF000 <= ord(char) <= 0xF0FF for char in label)):
            label = ""
        lines = []
        for place, part in enumerate(text.split("\n")):
            self._number += 1
            lead = label if place == 0 and text.strip() else ""
            lines.append(
                Line(
                    fold_forms(lead + part), number=self._number, ending="hard", bold=paragraph.bold and bool(part.strip()),
                    centered=paragraph.centered, computed=len(lead),
                )
            )  # fmt: skip
        if paragraph.in_table:
            self._lines += [line for line in lines if line.text.strip()]
            return
        self._end_table()
        self._blocks += lines

    def _end_cell(self, *, nested: bool) -> None:
        self._paragraph.in_table = True
        self._end_paragraph()
        if nested:
            return
        self._cells += 1
        if self._cells > self._limits.table_cells:
            raise TooLarge("the tables have more than the {most:,} cells allowed", most=self._limits.table_cells)
        self._boxes.append(CellBox(self._lines))
        self._lines = []

    def _end_row(self) -> None:
        row = Row(self._boxes, self._left)
        self._boxes = []
        for box, edge in zip(row.boxes, self._edges, strict=False):
            box.right, box.below, box.beside, box.fill = edge.right, edge.below, edge.beside, edge.fill
        self._rows.append(row)

    def _end_table(self) -> None:
        if self._boxes:
            self._end_row()
        if self._rows and (table := table_of(self._rows)) is not None:
            self._blocks.append(table)
        self._rows = []

    def finish(self) -> list[Block]:
        """The blocks, when nothing more comes."""
        if self._paragraph.pieces:
            self._end_paragraph()
        if self._lines:
            self._boxes.append(CellBox(self._lines))
        self._end_table()
        return self._blocks
