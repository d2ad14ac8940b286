"""The PDF file, drawn line by line: page furniture, contents pages, tables over pages with rows that a page may cut."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from .blocks import Contents, Grid, Para, Slot, blocks
from .describe import Bulletin
from .write_txt import CLOSING, OPENING

FONT = "STSong-Light"
SIZES = {"masthead": 36.0, "title": 22.0}
PAD = 4.0


def width_of(text: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(text, FONT, size))


def wrap(text: str, width: float, size: float, first: float = 0.0) -> list[str]:
    """Lines that fit; digits and Latin words stay whole, closing marks leave no line's start."""
    lines: list[str] = []
    line, used = "", first
    for token in re.findall(r"[0-9A-Za-z.%-]{1,12}|.", text):
        size_of = width_of(token, size)
        if used + size_of > width and line:
            carry = ""
            if token in CLOSING and len(line) > 1:
                carry, line = line[-1], line[:-1]
            while len(line) > 1 and line[-1] in OPENING:
                carry, line = line[-1] + carry, line[:-1]
            lines.append(line)
            line, used = carry, width_of(carry, size)
        line += token
        used += size_of
    return [*lines, line]


@dataclass
class Area:
    """A cell while it is drawn: its lines yet to come."""

    slot: Slot
    lines: list[str]
    top: float = 0.0
    begun: bool = False


@dataclass
class Printer:
    """A canvas with a pen that goes down the page."""

    bulletin: Bulletin
    pages_of: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if FONT not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self.raw = io.BytesIO()
        size = landscape(A4) if self.bulletin.pdf.landscape else A4
        self.width, self.height = size
        self.canvas: Any = Canvas(self.raw, pagesize=size, invariant=1, pageCompression=1)
        self.left, self.right = 80.0, self.width - 75.0
        self.top, self.bottom = self.height - 95.0, 90.0
        self.page = 0
        self.found: dict[str, int] = {}
        self.new_page()

    def new_page(self) -> None:
        if self.page:
            self.canvas.showPage()
        self.page += 1
        self.y = self.top
        number = self.bulletin.pdf.page_number.format(self.page)
        if self.bulletin.pdf.page_number:
            x = self.right - width_of(number, 14) if self.page % 2 else self.left
            self.text(number, x, 55, 14)
        if self.bulletin.running_head and self.page > 1:
            self.text(self.bulletin.running_head, self.left, self.height - 55, 10.5)

    def text(self, text: str, x: float, y: float, size: float, twice: bool = False, gap: float = 0.0) -> None:
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, y, text, charSpace=gap)
        if twice:
            self.canvas.drawString(x + 0.3, y, text, charSpace=gap)

    def line(
        self, text: str, x: float, size: float, leading: float, *, twice: bool = False, justify: bool = False
    ) -> None:
        if self.y - leading < self.bottom:
            self.new_page()
        self.y -= leading
        gap = (self.right - x - width_of(text, size)) / max(1, len(text) - 1) if justify else 0.0
        self.text(text, x, self.y, size, twice, gap)

    def paragraph(self, block: Para) -> None:
        if block.new_page:
            self.new_page()
        size = SIZES.get(block.style, self.bulletin.pdf.size)
        leading, span = size * 1.75, self.right - self.left
        whole = (block.label + block.text).replace("\n", "")
        if block.style in ("title", "heading"):
            self.found.setdefault(whole, self.page)
        for piece in (block.label + block.text).split("\n"):
            first = 2 * size if block.style in ("body", "heading") else 0.0
            lines = wrap(piece, span, size, first)
            for i, text in enumerate(lines):
                x = self.left + (first if i == 0 else 0)
                if block.style in ("masthead", "title", "centre"):
                    x = (self.left + self.right - width_of(text, size)) / 2
                elif block.style == "right":
                    x = self.right - width_of(text, size) - 2 * size
                twice = self.bulletin.pdf.twice and block.style in ("title", "heading")
                full = self.bulletin.pdf.justify and i < len(lines) - 1 and block.style in ("body", "heading")
                self.line(text, x, size, leading, twice=twice, justify=full)
        if block.style in ("masthead", "title"):
            self.y -= leading / 2
        if block.style == "masthead":
            self.canvas.line(self.left, self.y, self.right, self.y)

    def contents(self, block: Contents) -> None:
        for level, text in block.entries:
            size, indent = 14.0, 14.0 * level
            number = str(self.pages_of.get(text, 99))
            room = self.right - self.left - indent - width_of(text, size) - width_of(number, size)
            dots = "." * max(3, int(room / width_of(".", size)) - 1)
            self.line(text + dots + number, self.left + indent, size, 26)

    def grid(self, grid: Grid) -> None:
        Table(self, grid).draw()

    def finish(self) -> bytes:
        self.canvas.save()
        return self.raw.getvalue()


class Table:
    """A grid while it is drawn."""

    def __init__(self, printer: Printer, grid: Grid) -> None:
        self.printer, self.grid, self.style = printer, grid, printer.bulletin.pdf
        self.size, self.leading = self.style.cell_size, self.style.cell_size * 1.4
        total, span = sum(grid.widths), printer.right - printer.left
        self.x = [printer.left]
        for width in grid.widths:
            self.x.append(self.x[-1] + span * width / total)
        self.heights = self.measure()

    def lines(self, slot: Slot) -> list[str]:
        room = self.x[slot.column + slot.columns] - self.x[slot.column] - 2 * PAD
        return [line for piece in slot.text.split("\n") for line in wrap(piece, room, self.size)]

    def measure(self) -> list[float]:
        heights = [self.leading + 2 * PAD] * self.grid.rows
        for slot in sorted(self.grid.slots, key=lambda slot: slot.rows):
            need = len(self.lines(slot)) * self.leading + 2 * PAD
            last = slot.row + slot.rows - 1
            heights[last] = max(heights[last], need - sum(heights[slot.row : last]))
        return heights

    def draw(self) -> None:
        printer = self.printer
        header = list(range(self.grid.headers))
        head_height = sum(self.heights[r] for r in header)
        first = self.grid.headers
        printer.y -= 6
        if printer.y - head_height - self.heights[first] < printer.bottom:
            printer.new_page()
        self.segment([(r, self.heights[r]) for r in header], {}, closed=True)
        areas: dict[tuple[int, int], Area] = {}
        here: list[tuple[int, float]] = []
        room = printer.y - printer.bottom
        row, rest = first, 0.0
        while row < self.grid.rows:
            height = rest or self.heights[row]
            if height <= room:
                here.append((row, height))
                room, row, rest = room - height, row + 1, 0.0
                continue
            part = int((room - 2 * PAD) / self.leading) * self.leading + 2 * PAD
            cut = self.style.cut and part >= 2 * self.leading + 2 * PAD and height - part >= self.leading
            if cut:
                here.append((row, part))
                rest = height - part + 2 * PAD
            self.segment(here, areas, closed=self.style.edge or not cut, follows=cut)
            printer.new_page()
            if self.style.repeat_header:
                self.segment([(r, self.heights[r]) for r in header], {}, closed=True)
            here, room = [], printer.y - printer.bottom
            if not here and height > room and not cut:
                raise ValueError("a row higher than a page needs cut=True")
        self.segment(here, areas, closed=True)
        printer.y -= 6

    def segment(
        self,
        rows: list[tuple[int, float]],
        areas: dict[tuple[int, int], Area],
        *,
        closed: bool,
        follows: bool = False,
    ) -> None:
        """The rows of one page: texts, then rules."""
        if not rows:
            return
        printer, shown = self.printer, {r for r, _ in rows}
        tops, y = {}, printer.y
        for r, height in rows:
            tops[r] = (y, y - height)
            y -= height
        last = rows[-1][0]
        for slot in self.grid.slots:
            covered = [r for r in range(slot.row, slot.row + slot.rows) if r in shown]
            if not covered:
                continue
            area = areas.setdefault((slot.row, slot.column), Area(slot, self.lines(slot)))
            top, bottom = tops[covered[0]][0], tops[covered[-1]][1]
            ends = slot.row + slot.rows - 1 in shown and not (follows and slot.row + slot.rows - 1 == last)
            self.cell(area, top, bottom, ends=ends)
            self.rules(slot, top, bottom, edge=closed or covered[-1] != last)
        if self.style.rules == "three":
            if rows[0][0] == 0 or not self.style.repeat_header:
                self.rule(printer.y, 1.5)
            self.rule(y, 1.5 if last == self.grid.rows - 1 else 0.75)
        printer.y = y

    def cell(self, area: Area, top: float, bottom: float, *, ends: bool) -> None:
        slot, printer = area.slot, self.printer
        room = max(1, int((top - bottom - 2 * PAD + 0.5) / self.leading))
        here, area.lines = (area.lines, []) if ends else (area.lines[:room], area.lines[room:])
        y = top - PAD
        if (self.style.middle or slot.centred) and ends and not area.begun:
            y -= (top - bottom - 2 * PAD - len(here) * self.leading) / 2
        area.begun = True
        left, right = self.x[slot.column], self.x[slot.column + slot.columns]
        for text in here:
            y -= self.leading
            x = (left + right - width_of(text, self.size)) / 2 if slot.centred else left + PAD
            printer.text(text, x, y + 0.25 * self.size, self.size)

    def rules(self, slot: Slot, top: float, bottom: float, *, edge: bool) -> None:
        if self.style.rules != "grid":
            return
        left, right, canvas = self.x[slot.column], self.x[slot.column + slot.columns], self.printer.canvas
        canvas.setLineWidth(0.5)
        canvas.line(left, top, right, top)
        canvas.line(left, top, left, bottom)
        canvas.line(right, top, right, bottom)
        if edge:
            canvas.line(left, bottom, right, bottom)

    def rule(self, y: float, weight: float) -> None:
        self.printer.canvas.setLineWidth(weight)
        self.printer.canvas.line(self.x[0], y, self.x[-1], y)


def write_pdf(bulletin: Bulletin) -> bytes:
    """The bytes of the PDF file; a bulletin with a contents page is drawn twice, for its page numbers."""
    pages: dict[str, int] = {}
    for _ in range(2 if bulletin.contents else 1):
        printer = Printer(bulletin, pages)
        for block in blocks(bulletin):
            if isinstance(block, Grid):
                printer.grid(block)
            elif isinstance(block, Contents):
                printer.contents(block)
            else:
                printer.paragraph(block)
        pages = printer.found
        data = printer.finish()
    return data
