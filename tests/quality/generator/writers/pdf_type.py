"""Type on a page of a PDF: how a line is broken, stretched, and cut into pieces of text as programs cut it."""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))
CLOSING = set("、。，；：！？）》”’】〕,.;:!?)]%％")
OPENING = set("（《“‘【〔([")
TOKEN = re.compile(r"[0-9A-Za-z.%+/-]+|.")


@functools.cache
def advance(text: str) -> float:
    """Width in ems."""
    return float(pdfmetrics.stringWidth(text, FONT, 1000)) / 1000


def broken(text: str, width: float, first: float) -> list[str]:
    """Lines of `width` ems, the first of `first`; numbers and words stay whole, closing marks leave no line's start."""
    lines: list[str] = []
    line, used, most = "", 0.0, first
    for token in TOKEN.findall(text):
        if used + advance(token) > most + 0.01 and line:
            carry = ""
            if token[0] in CLOSING and len(line) > 1:
                carry, line = line[-1], line[:-1]
            while len(line) > 1 and line[-1] in OPENING:
                carry, line = line[-1] + carry, line[:-1]
            lines.append(line)
            line, used, most = carry, advance(carry), width
        line += token
        used += advance(token)
    return [*lines, line]


@dataclass
class Type:
    """How text is drawn. `pieces`: a line, its words, or each character is an object; `spacing` in points between characters;
    `autospace` in ems between Chinese and Latin; `scaled`: a font of one point under a matrix (WPS); `twice`: bold by drawing
    twice; `hidden`: no ink, as over a scan, with `blanks` after each word; `shaded`: a white ground behind each piece."""

    pieces: str = "line"
    spacing: float = 0.0
    autospace: float = 0.0
    scaled: bool = False
    twice: bool = False
    hidden: bool = False
    blanks: bool = False
    shaded: bool = False

    def width(self, text: str, size: float) -> float:
        gaps = sum(map(self._parted, text, text[1:]))
        return advance(text) * size + self.spacing * max(len(text) - 1, 0) + gaps * self.autospace * size

    def ems(self, room: float, size: float) -> float:
        """How many ems of type a line `room` points wide holds; none has room behind its last character."""
        return (room + self.spacing) / (size + self.spacing) / (1 + 0.02 * bool(self.autospace))

    def _parted(self, a: str, b: str) -> bool:
        return bool(self.autospace) and (a.isalnum() and b.isalnum()) and a.isascii() != b.isascii()

    def draw(
        self, canvas: Any, x: float, y: float, text: str, size: float, stretch: float = 0.0, bold: bool = False
    ) -> None:
        """One line from `x`; `stretch` points more between any two characters."""
        places = [x]
        for a, b in itertools.pairwise(text):
            step = advance(a) * size + self.spacing + stretch + self._parted(a, b) * self.autospace * size
            places.append(places[-1] + step)
        for start, end in self._cuts(text):
            piece = text[start:end]
            if self.shaded:
                width = (places[end] if end < len(places) else places[-1] + advance(text[-1]) * size) - places[start]
                canvas.setFillGray(1)
                canvas.rect(places[start], y - 0.25 * size, width, 1.2 * size, stroke=0, fill=1)
                canvas.setFillGray(0)
            for shift in (0.0, 0.03 * size) if bold and self.twice else (0.0,):
                self._piece(canvas, places[start] + shift, y, piece, size, self.spacing + stretch)

    def _cuts(self, text: str) -> list[tuple[int, int]]:
        if self.pieces == "character":
            return [(k, k + 1) for k in range(len(text))]
        if self.pieces == "line" and not self.autospace:
            return [(0, len(text))]
        return [match.span() for match in re.finditer(r"[\x21-\x7e]+|[^\x21-\x7e]+", text)]

    def _piece(self, canvas: Any, x: float, y: float, text: str, size: float, spacing: float) -> None:
        canvas.saveState()
        canvas.translate(x, y)
        if self.scaled:
            canvas.scale(size, size)
            size, spacing = 1.0, spacing / size
        canvas.setFont(FONT, size)
        canvas.drawString(0, 0, text + " " * self.blanks, mode=3 if self.hidden else None, charSpace=spacing)
        canvas.restoreState()
