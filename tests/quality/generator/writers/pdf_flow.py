"""The flow of a PDF: a pen that goes down frames (a page, its columns, the pages of a spread), with what stands around them."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from .pdf_type import Type, advance, broken

PAPERS = {"A4": (595.3, 841.9), "A5": (419.5, 595.3), "A4 across": (841.9, 595.3), "A3 spread": (1190.6, 841.9)}


@dataclass
class Around:
    """What stands around the text: a head, page numbers as `number` writes them ("" for none), numbers of lines, a watermark
    (level, tiles or turned)."""

    head: str = ""
    number: str = ""
    counted: int = 0
    watermark: str = ""


@dataclass
class Flow:
    """The pen. `pitch` is in ems; `justify` stretches lines that go on to the margin."""

    type: Type
    paper: str
    columns: int
    size: float
    pitch: float
    justify: bool
    around: Around
    margin: float = 72.0
    canvas: Any = None
    y: float = 0.0
    frame: int = 0
    page: int = 0
    lines: int = 0
    buffer: io.BytesIO = field(default_factory=io.BytesIO)

    def __post_init__(self) -> None:
        self.canvas = Canvas(self.buffer, pagesize=PAPERS[self.paper], invariant=1)
        self.height = PAPERS[self.paper][1]
        width = PAPERS[self.paper][0]
        self.spread = self.paper == "A3 spread"
        count = 2 if self.spread else self.columns
        gap = 2 * self.margin if self.spread else 24.0
        each = (width - 2 * self.margin - gap * (count - 1)) / count
        self.frames = [(self.margin + k * (each + gap), self.margin + k * (each + gap) + each) for k in range(count)]
        self.begin()

    @property
    def left(self) -> float:
        return self.frames[self.frame][0]

    @property
    def right(self) -> float:
        return self.frames[self.frame][1]

    def begin(self) -> None:
        """A new sheet: what lies beneath the text first."""
        self.frame, self.page, self.lines = 0, self.page + 1, 0
        self.y = self.height - self.margin
        if self.around.watermark:
            self.mark(self.around.watermark)
        self.furniture()

    def furniture(self) -> None:
        for k, (left, right) in enumerate(self.frames if self.spread else [(self.frames[0][0], self.frames[-1][1])]):
            number = (self.page - 1) * (2 if self.spread else 1) + k + 1
            middle = (left + right) / 2
            for text, y in ((self.around.head, self.height - 40), (self.around.number.format(number), 34.0)):
                if text:
                    self.type.draw(self.canvas, middle - advance(text) * 4.5, y, text, 9)

    def mark(self, kind: str) -> None:
        self.canvas.saveState()
        self.canvas.setFillGray(0.82)
        spots = [(120, 480)] if kind != "tiles" else [(x, y) for x in (70, 250, 430) for y in (120, 300, 480, 660)]
        for x, y in spots:
            self.canvas.saveState()
            self.canvas.translate(x, y)
            self.canvas.rotate(0 if kind == "level" else 35)
            self.canvas.setFont("STSong-Light", 13 if kind == "tiles" else 48)
            self.canvas.drawString(0, 0, "内部资料")
            self.canvas.restoreState()
        self.canvas.restoreState()

    def advance_frame(self) -> None:
        """To the next column, or a new page."""
        if self.frame + 1 < len(self.frames):
            self.frame += 1
            self.y = self.height - self.margin
            return
        self.canvas.showPage()
        self.begin()

    def new_page(self) -> None:
        if self.y < self.height - self.margin or self.frame:
            if self.spread and not self.frame:
                self.advance_frame()
            else:
                self.canvas.showPage()
                self.begin()

    def need(self, height: float) -> None:
        if self.y - height < self.margin:
            self.advance_frame()

    def line(self, text: str, x: float, size: float, *, stretch_to: float = 0.0, bold: bool = False) -> None:
        """One line at the pen, which then stands beneath it."""
        step = self.pitch * size
        self.need(step)
        self.y -= step
        self.lines += 1
        stretch = 0.0
        if stretch_to and len(text) > 1:
            stretch = max(stretch_to - x - self.type.width(text, size), 0.0) / (len(text) - 1)
        self.type.draw(self.canvas, x, self.y, text, size, min(stretch, 0.2 * size), bold)
        if self.around.counted and self.lines % self.around.counted == 0:
            number = str(self.lines)
            self.type.draw(self.canvas, self.left - 8 - self.type.width(number, 8), self.y, number, 8)

    def room(self, size: float) -> float:
        """How many ems of type a line of the frame holds."""
        return self.type.ems(self.right - self.left, size)

    def paragraph(self, text: str, size: float, first: float, rest: float, bold: bool = False) -> None:
        """A paragraph whose first line begins `first` ems in, the others `rest`."""
        width = self.room(size)
        lines = broken(text, width - rest, width - first)
        for k, line in enumerate(lines):
            self.need(self.pitch * size)
            last = k == len(lines) - 1
            edge = 0.0 if last or not self.justify else self.right
            self.line(line, self.left + (rest if k else first) * size, size, stretch_to=edge, bold=bold)

    def placed(self, text: str, size: float, side: str, bold: bool = False) -> None:
        """Lines in the middle, or at the right."""
        width = self.room(size)
        for part in text.split("\n"):
            for line in broken(part, width, width):
                self.need(self.pitch * size)
                room = self.right - self.left - self.type.width(line, size)
                self.line(
                    line, self.left + (room / 2 if side == "centre" else max(room - 2 * size, 0)), size, bold=bold
                )

    def bytes(self) -> bytes:
        self.canvas.save()
        return self.buffer.getvalue()
