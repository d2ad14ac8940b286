"""The DOCX file by python-docx: styles or none, numbers typed or computed by Word, merged cells, line breaks in cells."""

from __future__ import annotations

import functools
import io
from dataclasses import dataclass
from random import Random
from typing import Any

from ..capacity import Can
from ..labels import FORMS
from ..printed import Grid, Para, Printed
from ..tree import Tags

CENTRED = {"masthead": 1, "title": 1, "centre": 1, "right": 2}
NUMBERING = {"cn": "chineseCountingThousand", "1": "decimal", "①": "decimalEnclosedCircle", "１": "decimalFullWidth"}


@functools.cache
def template() -> bytes:
    import docx

    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


class Lists:
    """Word's lists, made as labels need them: one a shape, begun anew where the series breaks."""

    def __init__(self, document: Any) -> None:
        self.root = document.part.numbering_part.element
        for child in list(self.root):
            self.root.remove(child)
        self.abstract: dict[str, int] = {}
        self.running: dict[str, tuple[int, int]] = {}
        self.nums = 0

    def apply(self, paragraph: Any, block: Para) -> bool:
        """Give the paragraph its computed label; False where Word has no list of that form."""
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls

        if block.shape is None or not block.label:
            return False
        kind = kind_of(block)
        if kind not in NUMBERING:
            return False
        shape = block.shape
        if shape + kind not in self.abstract:
            number = self.abstract[shape + kind] = len(self.abstract)
            self.root.insert(
                number,
                parse_xml(
                    f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
                    f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{NUMBERING[kind]}"/><w:suff w:val="{"space" if block.gap else "nothing"}"/>'
                    f'<w:lvlText w:val="{shape}"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
                ),
            )
        num, before = self.running.get(shape + kind, (0, -1))
        if block.value != before + 1:
            self.nums += 1
            num = self.nums
            self.root.append(
                parse_xml(
                    f'<w:num {nsdecls("w")} w:numId="{num}"><w:abstractNumId w:val="{self.abstract[shape + kind]}"/>'
                    f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{block.value}"/></w:lvlOverride></w:num>'
                )
            )
        self.running[shape + kind] = num, block.value
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = num
        return True


def kind_of(block: Para) -> str:
    """How the number in the label is written: by its characters."""
    for form in FORMS.values():
        if form.shape == block.shape and form.label(block.value, "")[0] == block.label:
            return form.kind
    return ""


@dataclass
class DocxWriter:
    """`numbers`: typed, computed, or mixed (headings computed, items typed, or the other way). `breaks`: lines of a cell
    are line breaks, else paragraphs. `styled`: headings and titles carry Word's styles."""

    styled: bool = False
    numbers: str = "typed"
    breaks: bool = False
    bold: bool = True
    head: bool = False  # a running header and page numbers
    header_row: bool = True  # the header repeats on each page
    soft: bool = False  # paragraphs of an item's text are line breaks in its paragraph
    runs: bool = False  # a paragraph is several runs
    ending: str = "docx"

    @classmethod
    def drawn(cls, rng: Random) -> DocxWriter:
        return cls(
            styled=rng.random() < 0.4,
            numbers=rng.choice(("typed", "typed", "computed", "headings computed", "items computed")),
            breaks=rng.random() < 0.4,
            bold=rng.random() < 0.6,
            head=rng.random() < 0.2,
            header_row=rng.random() < 0.5,
            soft=rng.random() < 0.1,
            runs=rng.random() < 0.4,
        )

    def can(self) -> Can:
        return Can()

    def tags(self) -> Tags:
        return {
            "writer": "docx",
            "styles": "yes" if self.styled else "no",
            "Word numbers": self.numbers,
            "lines in cells": "breaks" if self.breaks else "paragraphs",
            "bold": "yes" if self.bold else "no",
            "running head": "yes" if self.head else "no",
            "soft breaks": "yes" if self.soft else "no",
        }

    def write(self, printed: Printed) -> bytes:
        import docx

        document = docx.Document(io.BytesIO(template()))
        lists = Lists(document)
        open_item = False
        if self.head:
            document.sections[0].header.paragraphs[0].text = next(
                (b.text for b in printed.blocks if isinstance(b, Para) and b.style == "title"), ""
            )
        for block in printed.blocks:
            if isinstance(block, Grid):
                self.grid(document, block)
            elif self.soft and block.style == "body" and not block.label and open_item:
                document.paragraphs[-1].add_run("\n" + block.text)
            else:
                self.paragraph(document, block, lists)
            open_item = (isinstance(block, Para) and block.level > 0 and bool(block.label)) or (
                open_item and self.soft and isinstance(block, Para) and block.style == "body"
            )
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    def computes(self, block: Para) -> bool:
        heading = block.style == "heading"
        return self.numbers == "computed" or self.numbers == ("headings computed" if heading else "items computed")

    def paragraph(self, document: Any, block: Para, lists: Lists) -> None:
        style = None
        if self.styled and block.style in ("title", "heading"):
            style = "Title" if block.style == "title" else f"Heading {min(block.level or 1, 4)}"
        paragraph = document.add_paragraph(style=style)
        if block.new_page:
            paragraph.paragraph_format.page_break_before = True
        if block.style in CENTRED:
            paragraph.alignment = CENTRED[block.style]
        computed = self.computes(block) and lists.apply(paragraph, block)
        text = block.text if computed else block.label + block.gap + block.text
        for piece in self.pieces(text):
            run = paragraph.add_run(piece)
            if self.bold and block.style in ("title", "masthead", "heading"):
                run.bold = True

    def pieces(self, text: str) -> list[str]:
        """The text as Word keeps it after edits: cut anywhere."""
        return [part for part in (text[:3], text[3:11], text[11:]) if part] if self.runs else [text]

    def grid(self, document: Any, grid: Grid) -> None:
        from docx.oxml import OxmlElement

        table = document.add_table(grid.rows, len(grid.widths), style="Table Grid")
        cells, width = table._cells, len(grid.widths)
        for slot in grid.slots:
            cell = cells[slot.row * width + slot.column]
            if slot.rows > 1 or slot.columns > 1:
                cell = cell.merge(cells[(slot.row + slot.rows - 1) * width + slot.column + slot.columns - 1])
            first, *more = [slot.text] if self.breaks else slot.text.split("\n")
            cell.paragraphs[0].text = first
            for text in more:
                cell.add_paragraph(text)
        if self.header_row:
            for row in table.rows[: grid.headers]:
                row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
