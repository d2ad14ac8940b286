"""Tables of a PDF: cells wrapped and ruled as programs rule them, over pages, with rows that a page may cut."""

from __future__ import annotations

from dataclasses import dataclass

from ..printed import Grid, Slot
from .pdf_flow import Flow
from .pdf_type import broken

PAD = 4.5


@dataclass
class Ruling:
    """`rules`: strokes, rects (each side a thin filled box), level (no uprights), three (三线表), none. `again`: the header on each page;
    `cut`: a page may cut a row; `middle`: cells stand in the middle of their rows; `centred`: short cells in that of their columns; `vertical`: merged
    cells have a character a line."""

    rules: str = "strokes"
    again: bool = True
    cut: bool = False
    middle: bool = False
    centred: bool = False
    zebra: bool = False
    vertical: bool = False


class TableWriter:
    """Draws one grid at the flow's pen."""

    def __init__(self, flow: Flow, grid: Grid, ruling: Ruling) -> None:
        self.flow, self.grid, self.ruling = flow, grid, ruling
        self.size = min(flow.size, 10.5)
        self.pitch = 1.35 * self.size
        width = flow.right - flow.left
        least = flow.type.width("字", self.size) + 2 * PAD  # no column is narrower than a character
        shares = [share / sum(grid.widths) * width for share in grid.widths]
        wide = sum(share for share in shares if share > least)
        short = width - sum(max(share, least) for share in shares)
        self.xs = [0.0]
        for share in shares:
            self.xs.append(self.xs[-1] + (least if share <= least else share + min(short, 0.0) * share / wide))
        self.lines = {id(slot): self.wrapped(slot) for slot in grid.slots}
        self.heights = self.row_heights()

    def wrapped(self, slot: Slot) -> list[str]:
        room = self.xs[slot.column + slot.columns] - self.xs[slot.column] - 2 * PAD
        ems = max(self.flow.type.ems(room, self.size), 1.0)
        if (
            self.ruling.vertical
            and slot.rows > 1
            and slot.columns == 1
            and slot.row >= self.grid.headers
            and slot.column < 2
        ):
            ems = 1.0
        return [line for part in slot.text.split("\n") for line in broken(part, ems, ems)] if slot.text else []

    def row_heights(self) -> list[float]:
        heights = [self.pitch + 2 * PAD] * self.grid.rows
        for slot in sorted(self.grid.slots, key=lambda slot: slot.rows):
            need = len(self.lines[id(slot)]) * self.pitch + 2 * PAD
            have = sum(heights[slot.row : slot.row + slot.rows])
            heights[slot.row + slot.rows - 1] += max(need - have, 0)
        return heights

    def draw(self) -> None:
        flow = self.flow
        headers = list(range(self.grid.headers))
        self.left_over: dict[int, list[str]] = {}
        row, part = 0, 0.0
        fresh = False  # whether the pen stands at the head of a page that the table goes on to
        while row < self.grid.rows:
            if fresh and self.ruling.again and row >= self.grid.headers:
                self.band(headers, 0.0, {})
            fresh = False
            page: list[int] = []
            used = 0.0
            room = flow.y - flow.margin - (0 if page else 2)
            while row < self.grid.rows and used + self.heights[row] - part <= room:
                page.append(row)
                used += self.heights[row] - part
                if part:
                    break
                row += 1
            if part and page:  # the rest of a row that was cut
                self.band(page, part, self.left_over)
                row, part = row + 1, 0.0
                self.left_over = {}
                if flow.y - flow.margin < self.pitch + 2 * PAD and row < self.grid.rows:
                    flow.advance_frame()
                    fresh = True
                continue
            if page:
                self.band(page, 0.0, {})
            if row < self.grid.rows:
                room = flow.y - flow.margin
                count = int((room - 2 * PAD) / self.pitch)
                whole = int((self.heights[row] - 2 * PAD) / self.pitch + 0.5)
                cuts = self.ruling.cut or self.heights[row] > flow.height - 2 * flow.margin - 120
                if cuts and 0 < count < whole and row >= self.grid.headers and not self.spanned(row):
                    self.cut(row, count)
                    part = count * self.pitch
                flow.advance_frame()
                fresh = True

    def spanned(self, row: int) -> bool:
        """Whether a merged cell that stands in the row begins or goes on in another."""
        return any(slot.row <= row < slot.row + slot.rows and slot.rows > 1 for slot in self.grid.slots)

    def cut(self, row: int, count: int) -> None:
        """The first lines of a row's cells; what is left waits for the next page."""
        flow, height = self.flow, count * self.pitch + 2 * PAD
        top = flow.y
        for slot in self.grid.slots:
            if slot.row == row:
                lines = self.lines[id(slot)]
                self.left_over[id(slot)] = lines[count:]
                self.cell(slot, lines[:count], top, top - height, top_aligned=True)
        flow.y -= height

    def band(self, rows: list[int], part: float, rest: dict[int, list[str]]) -> None:
        """Rows on one page, with the parts of merged cells that fall on them."""
        flow = self.flow
        tops = [flow.y]
        for row in rows:
            tops.append(tops[-1] - self.heights[row] + part)
        first, last = rows[0], rows[-1]
        if self.ruling.zebra:
            for k, row in enumerate(rows):
                if row % 2:
                    flow.canvas.setFillGray(0.93)
                    flow.canvas.rect(flow.left, tops[k + 1], self.xs[-1], tops[k] - tops[k + 1], stroke=0, fill=1)
                    flow.canvas.setFillGray(0)
        for slot in self.grid.slots:
            start, end = max(slot.row, first), min(slot.row + slot.rows - 1, last)
            if start > end:
                continue
            top, low = tops[start - first], tops[end - first + 1]
            lines = rest.get(id(slot), self.lines[id(slot)])
            fits = max(int((top - low - 2 * PAD) / self.pitch + 0.01), 1)
            if slot.row + slot.rows - 1 > last:
                self.lines[id(slot)] = lines[fits:]  # a merged cell goes on overleaf
                lines = lines[:fits]
            self.cell(slot, lines, top, low)
        if self.ruling.rules == "three":
            edges = {tops[0], tops[self.grid.headers]} if not first else set()
            edges |= {tops[-1]} if last + 1 == self.grid.rows or not self.ruling.cut else set()
            for y in edges:  # a rule closes the last row, and no row that a page cuts
                flow.canvas.line(flow.left, y, flow.left + self.xs[-1], y)
        flow.y = tops[-1]

    def cell(self, slot: Slot, lines: list[str], top: float, low: float, top_aligned: bool = False) -> None:
        flow, left = self.flow, self.flow.left + self.xs[slot.column]
        right = self.flow.left + self.xs[slot.column + slot.columns]
        self.rule(left, right, top, low)
        space = top - low - 2 * PAD - len(lines) * self.pitch
        y = top - PAD - (max(space, 0) / 2 if self.ruling.middle and not top_aligned else 0)
        for line in lines:
            y -= self.pitch
            room = right - left - 2 * PAD - flow.type.width(line, self.size)
            short = len(lines) == 1 and self.ruling.centred
            flow.type.draw(flow.canvas, left + PAD + (room / 2 if short else 0), y + 0.3 * self.size, line, self.size)

    def rule(self, left: float, right: float, top: float, low: float) -> None:
        canvas = self.flow.canvas
        canvas.setLineWidth(0.5)
        if self.ruling.rules == "strokes":
            canvas.rect(left, low, right - left, top - low)
        elif self.ruling.rules == "rects":
            for x, y, width, height in (
                (left, top, right - left, 0.5),
                (left, low, right - left, 0.5),
                (left, low, 0.5, top - low),
                (right, low, 0.5, top - low),
            ):
                canvas.rect(x, y, width, height, stroke=0, fill=1)
        elif self.ruling.rules == "level":
            canvas.line(left, top, right, top)
            canvas.line(left, low, right, low)
