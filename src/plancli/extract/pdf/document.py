"""A PDF's bytes → its lines and tables (ISO 32000-1), or the error that says why there are none."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator

import pypdfium2.raw as raw

from ...errors import Corrupt, Empty, Encrypted, GarbledText, NoTextLayer, TooLarge
from ...model.settings import Settings
from ...model.source import Block, Line, Source, Table
from ..layout.margins import set_margins
from ..layout.page import Page, read_page
from ..layout.sheet import LeftOut, Sheet
from . import native
from .absent_fonts import use_stand_in
from .page import read_sheet

MEDIA_TYPE = "application/pdf"
_PDFIUM = threading.Lock()  # PDFium is not thread-safe
_FEW = 10  # a page of fewer characters under a picture is a picture
_STRANGE_SHARE = 0.3  # of a document's characters: more without meaning, and the text says nothing

_LEFT_OUT = {
    "turned-text": "text turned against the page",
    "hidden-text": "hidden text",
    "watermark": "a watermark",
    "line-number": "the numbers of lines",
    "outside-page": "text outside the page",
    "clipped-text": "text clipped away",
    "covered-text": "text painted over",
}

use_stand_in()


def extract_pdf(data: bytes, *, settings: Settings) -> Source:
    """Lines and tables of a PDF, page by page from top to bottom.

    Raises `Encrypted` where neither no password nor the settings' opens it, `Corrupt`, `TooLarge` over the limits of
    pages, table cells and pictures on a page, `NoTextLayer` where the pages are pictures, `GarbledText` where the
    characters have no meaning outside the file's fonts, `Empty` where nothing is drawn.
    """
    with _PDFIUM:
        document = _open(data, settings.password)
        try:
            pages = list(_pages(document, settings))
        finally:
            raw.FPDF_CloseDocument(document)
    _check(pages)
    set_margins(pages)
    source = Source(list(_numbered(pages)), MEDIA_TYPE, pages=len(pages))
    for page in pages:
        source.notes.extend(_notes(page))
    return source


def _open(data: bytes, password: str | None) -> raw.FPDF_DOCUMENT:
    reason = raw.FPDF_ERR_UNKNOWN
    for attempt in [None, password] if password else [None]:
        document = raw.FPDF_LoadMemDocument64(data, len(data), attempt and attempt.encode())
        if document:
            return document
        reason = raw.FPDF_GetLastError()
    if reason == raw.FPDF_ERR_PASSWORD:
        if password:
            raise Encrypted("the password does not open this PDF", "Give the right one, or remove it and try again.")
        raise Encrypted("this PDF opens with a password only")
    if reason == raw.FPDF_ERR_SECURITY:
        raise Encrypted("this PDF is encrypted in a way that cannot be read")
    raise Corrupt("this PDF's structure is broken")


def _pages(document: raw.FPDF_DOCUMENT, settings: Settings) -> Iterator[Page]:
    count = raw.FPDF_GetPageCount(document)
    if count > settings.limits.pages:
        raise TooLarge(f"the PDF has {count} pages, over the limit of {settings.limits.pages}")
    if count < 1:
        raise Corrupt("this PDF has no pages")
    address = ctypes.cast(document, ctypes.c_void_p).value or 0
    cells = 0
    carried = None
    for index in range(count):
        handle = native.load_flat_page(address, index)
        if not handle:
            yield Page(Sheet(index + 1, 0.0, 0.0, unreadable=True))
            continue
        try:
            sheet = read_sheet(handle, index + 1)
        finally:
            native.close_page(handle)
        if sheet.images > settings.limits.page_images:
            raise TooLarge(
                f"page {index + 1} has {sheet.images} pictures, over the limit of {settings.limits.page_images}"
            )
        page = read_page(sheet, settings.limits.table_cells - cells, carried)
        cells += page.cells()
        carried = page.carried
        yield page


def _check(pages: list[Page]) -> None:
    """Raise where the pages as a whole give no text to read."""
    if all(page.sheet.unreadable for page in pages):
        raise Corrupt("none of this PDF's pages can be read")
    characters = sum(page.sheet.characters for page in pages)
    strange = sum(page.sheet.strange for page in pages)
    if strange > _STRANGE_SHARE * max(characters, 1) and strange > _FEW:
        raise GarbledText(
            f"{strange} of {characters} characters of this PDF's text have no meaning outside its own fonts"
        )
    if not any(_has_text(page) for page in pages):
        if any(page.sheet.drawn for page in pages):
            raise NoTextLayer(f"the {len(pages)} pages of this PDF are pictures without text")
        raise Empty("nothing is drawn on the pages of this PDF")


def _has_text(page: Page) -> bool:
    return page.sheet.characters >= (_FEW if page.sheet.pictures > 0.5 else 1)


def _numbered(pages: list[Page]) -> Iterator[Block]:
    """All blocks; lines, those in cells too, and tables numbered through the file."""
    lines = tables = 0
    for page in pages:
        for block in page.blocks:
            if isinstance(block, Table):
                tables += 1
                block.number = tables
                inside = [line for cell in block.cells() for line in cell.lines]
            else:
                inside = [block] if isinstance(block, Line) else []
            for line in inside:
                lines += 1
                line.number = lines
            yield block


def _notes(page: Page) -> Iterator[tuple[str, str, int | None]]:
    if page.sheet.unreadable:
        yield "page-unreadable", "The page cannot be read.", page.number
    elif not _has_text(page) and (page.sheet.drawn or page.sheet.characters == 0):
        yield "page-without-text", "The page is a picture or blank: it has no text.", page.number
    by_reason: dict[str, list[LeftOut]] = {}
    for item in page.sheet.left_out:
        by_reason.setdefault(item.reason, []).append(item)
    for reason, items in by_reason.items():
        texts = list(dict.fromkeys(item.text for item in items))
        yield reason, f"Left out, {_LEFT_OUT[reason]}: {' / '.join(texts)}", page.number
