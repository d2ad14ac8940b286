"""The PDF: the same bulletin as Word, WPS, a publisher's program, a printer's driver or a scanner's OCR would leave it."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from ..capacity import Can
from ..printed import Grid, Para, Printed
from ..tree import Tags
from .pdf_flow import Around, Flow
from .pdf_seal import stamp
from .pdf_table import Ruling, TableWriter
from .pdf_type import Type, advance

# How each program cuts text into objects and what else it does with it.
PROGRAMS: dict[str, Type] = {
    "word": Type("words", autospace=0.15),
    "wps": Type("character", scaled=True),
    "acrobat": Type("line"),
    "publisher": Type("words", autospace=0.2, twice=True),
    "scan": Type("words", hidden=True, blanks=True),
    "spaced": Type("line", spacing=1.5),
    "shaded": Type("words", autospace=0.15, shaded=True),
}

_NARROW = 4  # columns of a table that fits into a column of a page


@dataclass
class PdfWriter:
    """`program` is who made the text; the rest is its page. `indent`: first (two characters), hanging (Word's lists), flush
    (with room between paragraphs)."""

    program: str = "acrobat"
    paper: str = "A4"
    columns: int = 1
    size: float = 14.0
    pitch: float = 1.7
    indent: str = "first"
    justify: bool = True
    around: Around = field(default_factory=Around)
    ruling: Ruling = field(default_factory=Ruling)
    seal: bool = False
    ending: str = "pdf"

    @classmethod
    def drawn(cls, rng: Random) -> PdfWriter:
        rules = rng.choice(("strokes", "strokes", "rects", "rects", "level", "three", "none"))
        return cls(
            program=rng.choice(("word", "word", "wps", "acrobat", "publisher", "scan", "spaced", "shaded")),
            paper=rng.choice(("A4",) * 5 + ("A5", "A4 across", "A3 spread")),
            columns=rng.choice((1,) * 5 + (2,)),
            size=rng.choice((10.5, 12.0, 14.0, 16.0)),
            pitch=rng.choice((1.4, 1.7, 1.9)),
            indent=rng.choice(("first",) * 4 + ("hanging", "flush")),
            justify=rng.random() < 0.7,
            around=Around(
                head=rng.choice(("",) * 3 + ("内部资料汇编", "工作简报第3期")),
                number=rng.choice(("", "— {} —", "- {} -", "{}", "第{}页", "第{}页 共96页", "{} / 96")),
                counted=rng.choice((0,) * 14 + (1, 5)),
                watermark=rng.choice(("",) * 9 + ("level", "tiles", "turned")),
            ),
            ruling=Ruling(
                rules,
                again=rng.random() < 0.6,
                cut=rng.random() < 0.4,
                middle=rng.random() < 0.4 and rules in ("strokes", "rects"),
                centred=rng.random() < 0.4,
                zebra=rng.random() < 0.15,
                vertical=rng.random() < 0.2,
            ),
            seal=rng.random() < 0.3,
        )

    def can(self) -> Can:
        ruled = self.ruling.rules in ("strokes", "rects")
        return Can(spans=ruled, breaks=ruled, empty=ruled, bands=ruled)

    def tags(self) -> Tags:
        return {
            "writer": "pdf",
            "program": self.program,
            "paper": self.paper,
            "columns": str(self.columns),
            "indent": self.indent,
            "justified": "yes" if self.justify else "no",
            "head": "yes" if self.around.head else "no",
            "page numbers": self.around.number or "none",
            "line numbers": str(self.around.counted),
            "watermark": self.around.watermark or "none",
            "tables as": f"{self.ruling.rules}{', middle' if self.ruling.middle else ''}",
            "lines in cells": "cut by pages" if self.ruling.cut else "whole",
            "categories": "a character a line" if self.ruling.vertical else "level",
            "seal": "yes" if self.seal else "no",
        }

    def write(self, printed: Printed) -> bytes:
        wide = any(isinstance(block, Grid) and len(block.widths) > _NARROW for block in printed.blocks)
        columns = 1 if wide or self.paper == "A3 spread" else self.columns
        size = min(self.size, 12.0) if columns > 1 or self.paper == "A5" else self.size
        margin = 54.0 if self.paper == "A5" else 72.0
        flow = Flow(PROGRAMS[self.program], self.paper, columns, size, self.pitch, self.justify, self.around, margin)
        signed = ""
        for block in printed.blocks:
            if isinstance(block, Grid):
                TableWriter(flow, block, self.ruling).draw()
                flow.y -= 6
                continue
            self.paragraph(flow, block)
            if self.seal and signed and block.style == "right":
                stamp(flow.canvas, flow.right - 5 * size, flow.y + size, signed)
            signed = block.text if block.style == "right" else ""
        return flow.bytes()

    def paragraph(self, flow: Flow, block: Para) -> None:
        if block.new_page:
            flow.new_page()
        size = flow.size
        if block.style in ("masthead", "title"):
            flow.placed(block.text, size * (2.0 if block.style == "masthead" else 1.4), "centre", bold=True)
            flow.y -= 0.6 * size
        elif block.style in ("centre", "right"):
            flow.placed(block.text, size, block.style)
        elif block.style in ("left", "web"):
            flow.paragraph(block.text, size, 0, 0)
        elif self.indent == "hanging" and block.label:
            inset = advance(block.label + block.gap)
            flow.paragraph(block.label + block.gap + block.text, size, 0, inset, block.style == "heading")
        else:
            first = 2.0 if self.indent != "flush" else 0.0
            flow.paragraph(block.label + block.gap + block.text, size, first, 0, block.style == "heading")
            if self.indent == "flush":
                flow.y -= 0.8 * size
