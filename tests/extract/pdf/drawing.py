"""Small PDFs drawn in memory: text and rules at given places, in points from the page's lower left corner."""

from __future__ import annotations

import io
import re
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


def written(content: str, *objects: str, resources: str = "", page: str = "", catalog: str = "") -> bytes:
    """A PDF of one page written out, for what no library draws: `content` its stream, in which `<题>` is a string of that text in
    the font /F 0 12 Tf; `objects` are numbered from 10 on, and named in the other entries, or in streams of their own."""
    stream = _hex(content).encode()
    bodies = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        2: "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>",
        3: f"<< /Type /Page /Parent 2 0 R /Contents 4 0 R {page} /Resources << /Font << /F 5 0 R >> {resources} >> >>",
        4: f"<< /Length {len(stream)} >>\nstream\n{stream.decode()}\nendstream",
        5: "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
        6: "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R >>",
        7: "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0"
        " /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
        **{number: _hex(body, "feff") for number, body in enumerate(objects, 10)},
    }
    parts, places = [b"%PDF-1.7\n"], {}
    for number, body in bodies.items():
        places[number] = sum(map(len, parts))
        parts.append(f"{number} 0 obj\n{body}\nendobj\n".encode())
    start = sum(map(len, parts))
    table = "".join(f"{number} 1\n{place:010} 00000 n \n" for number, place in places.items())
    parts.append(f"xref\n{table}trailer\n<< /Size 99 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())
    return b"".join(parts)


def _hex(text: str, mark: str = "") -> str:
    """The strings of a text in hexadecimal digits; those outside content streams begin with a byte order mark."""
    return re.sub("<([^<>]*[^\x00-\x7f][^<>]*)>", lambda match: f"<{mark}{match[1].encode('utf-16-be').hex()}>", text)
