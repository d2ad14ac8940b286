"""The OFD file: the pages of the PDF drawn again as OFD objects, in one of three manners of writers."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from html import escape
from itertools import pairwise

from plancli.extract.layout.sheet import Run, Sheet

from .describe import Bulletin
from .write_pdf import write_pdf

_MM = 25.4 / 72
_NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def sheets(data: bytes) -> Iterator[Sheet]:
    """What PDFium draws on the pages of a PDF."""
    import ctypes

    import pypdfium2.raw as raw

    from plancli.extract.pdf import native
    from plancli.extract.pdf.page import read_sheet

    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    address = ctypes.cast(document, ctypes.c_void_p).value or 0
    for index in range(raw.FPDF_GetPageCount(document)):
        handle = native.load_flat_page(address, index)
        try:
            yield read_sheet(handle, index + 1)
        finally:
            native.close_page(handle)
    raw.FPDF_CloseDocument(document)


def text_object(run: Run, height: float, number: int, manner: int) -> str:
    """A run as one object, as an object a character, or with its places in a matrix."""
    size, top = run.size * _MM, (height - run.base) * _MM - run.size * _MM * 0.88
    if manner == 1:
        return "".join(
            f'<ofd:TextObject ID="{number + k}" Boundary="{left * _MM:.3f} {top:.3f} {size:.3f} {size:.3f}" Font="2" Size="{size:.3f}">'
            f'<ofd:TextCode X="0" Y="{size * 0.88:.3f}">{escape(char)}</ofd:TextCode></ofd:TextObject>'
            for k, (char, left) in enumerate(zip(run.text, run.lefts, strict=True))
        )
    steps = [(b - a) * _MM for a, b in pairwise(run.lefts)]
    even = len(steps) > 1 and max(steps) - min(steps) < 0.02
    delta = f"g {len(steps)} {steps[0]:.3f}" if even else " ".join(f"{step:.3f}" for step in steps)
    deltas = f' DeltaX="{delta}"' if steps else ""
    scale = 2.0 if manner == 2 else 1.0
    if scale != 1.0:
        shrunk = " ".join(f"{step / scale:.4f}" for step in steps)
        deltas = f' DeltaX="{shrunk}"' if steps else ""
    matrix = f' CTM="{scale} 0 0 {scale} 0 0"' if scale != 1.0 else ""
    width = (run.x1 - run.x0) * _MM
    return (
        f'<ofd:TextObject ID="{number}" Boundary="{run.x0 * _MM:.3f} {top:.3f} {width:.3f} {size:.3f}" Font="2" Size="{size / scale:.4f}"{matrix}>'
        f'<ofd:TextCode X="0" Y="{size * 0.88 / scale:.4f}"{deltas}>{escape(run.text)}</ofd:TextCode></ofd:TextObject>'
    )


def rule(x0: float, y0: float, x1: float, y1: float, number: int, manner: int) -> str:
    """A rule from one place to another, in millimetres: a stroke, or a thin shape that is filled."""
    width, height = x1 - x0, y1 - y0
    if manner == 2:
        width, height = max(width, 0.2), max(height, 0.2)
        data = f"M 0 0 L {width:.3f} 0 L {width:.3f} {height:.3f} L 0 {height:.3f} C"
        return (
            f'<ofd:PathObject ID="{number}" Boundary="{x0:.3f} {y0:.3f} {width:.3f} {height:.3f}" Stroke="false" Fill="true">'
            f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
        )
    return (
        f'<ofd:PathObject ID="{number}" Boundary="{x0:.3f} {y0:.3f} {max(width, 0.1):.3f} {max(height, 0.1):.3f}" LineWidth="0.18">'
        f"<ofd:AbbreviatedData>M 0 0 L {width:.3f} {height:.3f}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def page(sheet: Sheet, manner: int) -> str:
    objects = []
    number = 100
    for y, start, end in sheet.level:
        objects.append(rule(start * _MM, (sheet.height - y) * _MM, end * _MM, (sheet.height - y) * _MM, number, manner))
        number += 1
    for x, low, high in sheet.upright:
        objects.append(rule(x * _MM, (sheet.height - high) * _MM, x * _MM, (sheet.height - low) * _MM, number, manner))
        number += 1
    for run in sheet.runs:
        objects.append(text_object(run, sheet.height, number, manner))
        number += len(run.text)
    box = (
        f"<ofd:Area><ofd:PhysicalBox>0 0 {sheet.width * _MM:.3f} {sheet.height * _MM:.3f}</ofd:PhysicalBox></ofd:Area>"
    )
    return f'{_HEAD}<ofd:Page {_NAMESPACE}>{box}<ofd:Content><ofd:Layer Type="Body" ID="99">{"".join(objects)}</ofd:Layer></ofd:Content></ofd:Page>'


def write_ofd(bulletin: Bulletin) -> bytes:
    """The bytes of the OFD file."""
    manner = zlib.crc32(bulletin.name.encode()) % 3
    pages = [page(sheet, manner) for sheet in sheets(write_pdf(bulletin))]
    entries = "".join(f'<ofd:Page ID="{n + 1}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    parts = {
        "OFD.xml": f'<ofd:OFD {_NAMESPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0</ofd:DocID></ofd:DocInfo>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {_NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        f"</ofd:CommonData><ofd:Pages>{entries}</ofd:Pages></ofd:Document>",
        **{f"Doc_0/Pages/Page_{n}/Content.xml": text for n, text in enumerate(pages)},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, text if text.startswith("<?xml") else _HEAD + text)
    return out.getvalue()
