"""The workbook: paragraphs as rows across the sheet, tables as cells with their merged ranges; written by hand, so that equal
descriptions give equal bytes."""

from __future__ import annotations

import io
import zipfile
import zlib
from html import escape

from .blocks import Contents, Grid, Para, blocks
from .describe import Bulletin

Placed = dict[tuple[int, int], str]
Ranges = list[tuple[int, int, int, int]]
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OPEN = "http://schemas.openxmlformats.org"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_OPEN}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_OPEN}/package/2006/relationships"><Relationship Id="rId1" Type="{_OPEN}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_OPEN}/spreadsheetml/2006/main" xmlns:r="{_OPEN}/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_OPEN}/package/2006/relationships"><Relationship Id="rId1" Type="{_OPEN}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OPEN}/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
}


def placed(bulletin: Bulletin) -> tuple[Placed, Ranges]:
    """The texts of a sheet by row and column (0-based), and its merged ranges: first row, first column, last row, last column."""
    mark = zlib.crc32(bulletin.name.encode())
    left, gap, across = mark % 2, mark // 2 % 2, mark // 4 % 2
    cells: Placed = {}
    merged: Ranges = []
    row = mark // 8 % 3
    found = blocks(bulletin)
    width = max((len(block.widths) for block in found if isinstance(block, Grid)), default=6)
    for block in found:
        if isinstance(block, Grid):
            row += gap
            for slot in block.slots:
                cells[row + slot.row, left + slot.column] = slot.text
                if slot.rows > 1 or slot.columns > 1:
                    merged.append(
                        (
                            row + slot.row,
                            left + slot.column,
                            row + slot.row + slot.rows - 1,
                            left + slot.column + slot.columns - 1,
                        )
                    )
            row += block.rows + gap
        elif isinstance(block, Contents):
            for i, (level, text) in enumerate(block.entries):
                cells[row, left] = "　" * level + text + f"……{2 + i // 2}"
                row += 1
        else:
            row = paragraph(block, row, left, left + width - 1 if across else left, cells, merged)
    return cells, merged


def paragraph(block: Para, row: int, left: int, right: int, cells: Placed, merged: Ranges) -> int:
    """A paragraph as a row, in its first cell or over the sheet's width; the row behind it."""
    for text in (block.label + block.text).split("\n"):
        cells[row, left] = text
        if right > left:
            merged.append((row, left, row, right))
        row += 1
    return row


def name(row: int, column: int) -> str:
    return f"{chr(65 + column)}{row + 1}"


def value(text: str, place: str, strings: dict[str, int]) -> str:
    """A cell: a number where the text is one, else a shared string."""
    if text.isdigit() and text == str(int(text)):
        return f'<c r="{place}"><v>{text}</v></c>'
    return f'<c r="{place}" t="s"><v>{strings.setdefault(text, len(strings))}</v></c>'


def write_xlsx(bulletin: Bulletin) -> bytes:
    """The bytes of the workbook."""
    cells, merged = placed(bulletin)
    strings: dict[str, int] = {}
    rows: dict[int, list[str]] = {}
    for (row, column), text in sorted(cells.items()):
        if text:
            rows.setdefault(row, []).append(value(text, name(row, column), strings))
    data = "".join(f'<row r="{row + 1}">{"".join(found)}</row>' for row, found in rows.items())
    ranges = "".join(f'<mergeCell ref="{name(*each[:2])}:{name(*each[2:])}"/>' for each in merged)
    main = f"{_OPEN}/spreadsheetml/2006/main"
    sheet = f'<worksheet xmlns="{main}"><sheetData>{data}</sheetData>{f"<mergeCells>{ranges}</mergeCells>" if ranges else ""}</worksheet>'
    shared = "".join(f'<si><t xml:space="preserve">{escape(text, quote=False)}</t></si>' for text in strings)
    parts = {**PARTS, "xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": f'<sst xmlns="{main}">{shared}</sst>'}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for part, text in parts.items():
            info = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, _HEAD + text)
    return out.getvalue()
