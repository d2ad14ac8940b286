"""Small PDFs drawn in memory: text and rules at given places, in points from the page's lower left corner."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from plancli.extract.pdf import extract_pdf
from plancli.model.settings import Settings
from plancli.model.source import Line, Source, Table

FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


class Sheet:
    """A PDF being drawn; `canvas` is reportlab's for what has no method here."""

    def __init__(self, size: tuple[float, float] = A4, **options: Any) -> None:
        self._buffer = io.BytesIO()
        self.canvas = Canvas(self._buffer, pagesize=size, **options)
        self.width, self.height = size

    def text(self, x: float, y: float, text: str, size: float = 12, mode: int | None = None) -> None:
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, y, text, mode=mode)

    def rules(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """A full grid of strokes."""
        for x in xs:
            self.canvas.line(x, min(ys), x, max(ys))
        for y in ys:
            self.canvas.line(min(xs), y, max(xs), y)

    def cells(self, xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str | None]]) -> None:
        """Texts at the upper left of slots, their lines parted by line feeds; None and "" draw nothing."""
        for top, row in zip(ys, rows, strict=False):
            for x, text in zip(xs, row, strict=False):
                for k, line in enumerate((text or "").split("\n")):
                    if line:
                        self.text(x + 4, top - 13 - 13 * k, line, 10)

    def page(self) -> None:
        self.canvas.showPage()

    def data(self) -> bytes:
        self.canvas.save()
        return self._buffer.getvalue()

    def read(self, settings: Settings | None = None) -> Source:
        return extract_pdf(self.data(), settings=settings or Settings())


def texts(source: Source) -> list[str]:
    """The running lines."""
    return [block.text for block in source.blocks if isinstance(block, Line)]


def tables(source: Source) -> list[Table]:
    return [block for block in source.blocks if isinstance(block, Table)]


def grid(table: Table) -> list[list[str | None]]:
    """The text of each slot, lines parted by line feeds; None where a merged cell from elsewhere covers it."""
    return [
        [
            "\n".join(line.text for line in cell.lines) if (cell.row, cell.column) == (r, c) else None
            for c, cell in enumerate(row)
        ]
        for r, row in enumerate(table.rows)
    ]


def numbered_table(
    sheet: Sheet,
    top: float,
    xs: Sequence[float],
    rows: Sequence[Sequence[str]],
    *,
    pitch: float,
    rules: str = "none",
    leading: float = 12,
    size: float = 11,
) -> float:
    """Rows without uprights from `top` down, cells in mid height, rows of one line `pitch` high; a row of one text is a
    group's, in the middle of the table. `rules`: none, three (over and under the first row, and at the end) or rows (under
    each). Gives the height of the foot."""
    y = top
    if rules != "none":
        sheet.canvas.line(xs[0] - 6, y, xs[-1] + 90, y)
    for k, row in enumerate(rows):
        height = pitch + leading * max(text.count("\n") for text in row)
        for x, text in zip(xs, row, strict=False):
            lines = text.split("\n")
            for n, line in enumerate(lines):
                place = (xs[0] + xs[-1] + 60 - size * len(line)) / 2 if len(row) == 1 else x
                low = y - height / 2 + leading * (len(lines) - 1) / 2 - leading * n - 0.35 * size
                if line:
                    sheet.text(place, low, line, size)
        y -= height
        if rules == "rows" or (rules == "three" and k in (0, len(rows) - 1)):
            sheet.canvas.line(xs[0] - 6, y, xs[-1] + 90, y)
    return y
