"""The DOCX file: typed or computed numbers, merged cells, header and footer, the same bytes each time."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from .blocks import Contents, Grid, Para, blocks
from .describe import Bulletin
from .truth import value

ALIGN = {
    "masthead": WD_ALIGN_PARAGRAPH.CENTER,
    "title": WD_ALIGN_PARAGRAPH.CENTER,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}
FORMATS = [
    (re.compile(r"[①-⑳]"), "decimalEnclosedCircle"),
    (re.compile(r"[０-９]+"), "decimalFullWidth"),
    (re.compile(r"\d+"), "decimal"),
    (re.compile(r"[一二三四五六七八九十]+"), "chineseCountingThousand"),
]


class Numbers:
    """List definitions made as labels need them: one a shape of label, begun anew where the series breaks."""

    def __init__(self, document: Any) -> None:
        self.root = document.part.numbering_part.element
        for child in list(self.root):
            self.root.remove(child)
        self.abstract: dict[tuple[str, str], int] = {}
        self.running: dict[tuple[str, str], tuple[int, int]] = {}
        self.nums = 0

    def apply(self, paragraph: Any, label: str) -> bool:
        """Give the paragraph the computed label; False where the label has no such form (1.1, 一是)."""
        if re.search(r"\d[.．]\d|[章节条是]", label):
            return False
        form = next(((f, m) for pattern, f in FORMATS if (m := pattern.search(label))), None)
        if form is None:
            return False
        fmt, found = form
        shape = (fmt, f"{label[: found.start()]}%1{label[found.end() :]}")
        number = int(value(label))
        if shape not in self.abstract:
            self.abstract[shape] = len(self.abstract)
            element = parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{self.abstract[shape]}"><w:multiLevelType w:val="singleLevel"/>'
                f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/><w:suff w:val="nothing"/>'
                f'<w:lvlText w:val="{shape[1]}"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
            )
            self.root.insert(len(self.abstract) - 1, element)
        num, last = self.running.get(shape, (0, -1))
        if number != last + 1:
            self.nums += 1
            num = self.nums
            self.root.append(
                parse_xml(
                    f'<w:num {nsdecls("w")} w:numId="{num}"><w:abstractNumId w:val="{self.abstract[shape]}"/>'
                    f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{number}"/></w:lvlOverride></w:num>'
                )
            )
        self.running[shape] = (num, number)
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = num
        return True


def page_field(paragraph: Any, pattern: str) -> None:
    before, _, after = pattern.partition("{}")
    paragraph.add_run(before)
    run = paragraph.add_run()
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)
    paragraph.add_run(after)


def write_grid(document: Any, grid: Grid) -> None:
    table = document.add_table(grid.rows, len(grid.widths), style="Table Grid")
    cells = table._cells
    width = len(grid.widths)
    for slot in grid.slots:
        cell = cells[slot.row * width + slot.column]
        if slot.rows > 1 or slot.columns > 1:
            last = cells[(slot.row + slot.rows - 1) * width + slot.column + slot.columns - 1]
            cell = cell.merge(last)
        first, *more = slot.text.split("\n")
        cell.paragraphs[0].text = first
        for text in more:
            cell.add_paragraph(text)
    for row in table.rows[: grid.headers]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def write_paragraph(document: Any, block: Para, numbers: Numbers | None, styled: bool) -> None:
    style = {"title": "Title", "heading": f"Heading {min(block.level, 3) or 3}"}.get(block.style) if styled else None
    if styled and block.level == 9:
        style = "Heading 4"
    pieces = block.text.split("\n")
    for i, text in enumerate(pieces):
        paragraph = document.add_paragraph(style=style)
        if i == 0 and block.new_page:
            paragraph.paragraph_format.page_break_before = True
        paragraph.alignment = ALIGN.get(block.style)
        computed = i == 0 and block.label and numbers is not None and numbers.apply(paragraph, block.label)
        run = paragraph.add_run(text if computed or i else block.label + text)
        if not styled and block.style in ("title", "masthead", "heading"):
            run.bold = True
            run.font.size = Pt({"title": 22, "masthead": 36}.get(block.style, 16))


def write_docx(bulletin: Bulletin) -> bytes:
    """The bytes of the DOCX file."""
    document = docx.Document()
    numbers = Numbers(document) if bulletin.docx.computed else None
    section = document.sections[0]
    if bulletin.pdf.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    if bulletin.running_head:
        section.header.paragraphs[0].text = bulletin.running_head
    page_field(section.footer.paragraphs[0], bulletin.pdf.page_number)
    for block in blocks(bulletin):
        if isinstance(block, Grid):
            write_grid(document, block)
        elif isinstance(block, Contents):
            for i, (level, text) in enumerate(block.entries):
                document.add_paragraph("　" * level + text + "\t" + str(2 + i // 2))
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        else:
            write_paragraph(document, block, numbers, bulletin.docx.styled)
    properties = document.core_properties
    properties.created = properties.modified = datetime.datetime(2000, 1, 1)
    properties.author = properties.last_modified_by = "plancli"
    raw = io.BytesIO()
    document.save(raw)
    return stamped(raw.getvalue())


def stamped(package: bytes) -> bytes:
    """The same zip with one fixed time, so that equal descriptions give equal bytes."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new,
    ):
        for name in old.namelist():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return out.getvalue()
