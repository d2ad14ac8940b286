"""A PDF's bytes → its lines and tables (ISO 32000-1), or the error that says why there are none."""

from __future__ import annotations

import contextlib
import ctypes
import threading
from collections.abc import Iterator
from importlib import metadata

import pypdfium2.raw as raw

from ...errors import Corrupt, Encrypted, InputError, TooLarge
from ...messages import Message
from ...model.settings import Settings
from ...model.source import ReaderAttempt, Source
from ..layout.assemble import assemble, has_text
from ..layout.sheet import UNREADABLE, Sheet
from . import native
from .absent_fonts import use_stand_in
from .characters import PageText
from .fields import FilledForm, FormField
from .layers import LayersOff, layers_off
from .meanings import Meanings
from .page import read_sheet
from .patterns import painted_words

PDFIUM = threading.Lock()  # PDFium is not thread-safe

_SCAN = 0.5  # share of a page: a picture that covers more is the page
_MOST_ATTACHED, _LONGEST_NAME = 50, 100
_LONGEST_TEXT = 1000  # characters of a message
_MOST_SCANNED = 20  # pages among others with text that OCR reads: it takes seconds for each

use_stand_in()


def extract_pdf(data: bytes, *, settings: Settings) -> Source:
    """Lines and tables of a PDF, page by page from top to bottom.

    Raises `Encrypted` where neither no password nor the settings' opens it, `Corrupt`, `TooLarge` over the limits of
    pages, table cells and pictures on a page, `NoTextLayer` where the pages are pictures, `GarbledText` where the
    characters have no meaning outside the file's fonts, `Empty` where nothing is drawn.
    """
    from .. import scan

    by_ocr = settings.ocr != "never" and scan.is_installed()
    with _opened(data, settings.password) as document:
        attached = _attached_files(document)
        source = None if by_ocr else assemble(_sheets(document, data, settings), settings)
    if source is None:
        source = _with_scanned_pages(page_sheets(data, settings), data, settings)
    if attached:
        message = Message("the PDF holds files that were not read: {names}", names="; ".join(attached))
        source.notes.append(("attachment-link", message, None))
    by_picture = {number for code, _, number in source.notes if code == "page-by-ocr"}
    for number, text in painted_words(data, settings.password):
        if number not in by_picture:
            message = Message(
                "Words that a pattern or a mask shows on the page were not read: {names}",
                names=text[:_LONGEST_TEXT] or "?",
            )
            source.notes.append(("drawing-text", message, number))
    return source


def _with_scanned_pages(sheets: list[Sheet], data: bytes, settings: Settings) -> Source:
    """The source of sheets; the pages among them that are pictures, the first of these at least, are read by OCR."""
    scanned = [sheet.number for sheet in sheets if sheet.pictures > _SCAN and not has_text(sheet)][:_MOST_SCANNED]
    if not scanned or not any(has_text(sheet) for sheet in sheets):
        return assemble(sheets, settings)
    from ..scan import sheets_by_ocr

    read, doubts = sheets_by_ocr(data, scanned, settings)
    by_number = {sheet.number: sheet for sheet in read}
    source = assemble([by_number.get(sheet.number, sheet) for sheet in sheets], settings)
    if read:
        message = Message("The page is a picture; OCR read it.")
        source.notes += [("page-by-ocr", message, number) for number in by_number]
        source.notes += doubts
        said = f"ok (rapidocr {metadata.version('rapidocr')})"
        source.attempts = [ReaderAttempt("scanned-pdf", said), ReaderAttempt("pdf", "ok")]
    return source


def page_sheets(data: bytes, settings: Settings) -> list[Sheet]:
    """The sheets of all pages, as the layout takes them. Raises what `extract_pdf` raises where it finds no way in."""
    with _opened(data, settings.password) as document:
        return list(_sheets(document, data, settings))


@contextlib.contextmanager
def _opened(data: bytes, password: str | None) -> Iterator[raw.FPDF_DOCUMENT]:
    """The document, with PDFium for this thread alone; closed afterwards."""
    with PDFIUM:
        document = _open(data, password)
        try:
            yield document
        finally:
            raw.FPDF_CloseDocument(document)


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
        raise Encrypted("this PDF opens with a password only", "Give it with --password, or remove it and try again.")
    if reason == raw.FPDF_ERR_SECURITY:
        raise Encrypted("this PDF is encrypted in a way that cannot be read")
    raise Corrupt("this PDF's structure is broken")


def _sheets(document: raw.FPDF_DOCUMENT, data: bytes, settings: Settings) -> Iterator[Sheet]:
    count = raw.FPDF_GetPageCount(document)
    if count > settings.limits.pages:
        raise TooLarge("the PDF has {count} pages, over the limit of {most}", count=count, most=settings.limits.pages)
    if count < 1:
        raise Corrupt("this PDF has no pages")
    address = ctypes.cast(document, ctypes.c_void_p).value or 0
    form, off, meanings = (
        FilledForm(document),
        layers_off(data, settings.password),
        Meanings(data, settings.password),
    )
    try:
        for index in range(count):
            yield _sheet(address, index, form, off, meanings)
    finally:
        form.close()


def _sheet(document: int, index: int, form: FilledForm, off: LayersOff, meanings: Meanings) -> Sheet:
    fields: list[FormField] = []
    handle: int | None
    handle = native.load_flat_page(document, index, lambda page: fields.extend(form.bare_fields(page)))
    if not handle:
        return Sheet(index + 1, 0.0, 0.0, unreadable=True)

    def again() -> int | None:
        nonlocal handle
        native.close_page(handle)
        handle = native.load_page(document, index)
        return handle

    try:
        return read_sheet(handle, index + 1, fields, document=document, off=off, meanings=meanings, again=again)
    finally:
        if handle:
            native.close_page(handle)


def _attached_files(document: raw.FPDF_DOCUMENT) -> list[str]:
    """The names of the files that a document carries, some fifty of them at most (ISO 32000-1, 7.11.4)."""
    names = []
    for index in range(min(raw.FPDFDoc_GetAttachmentCount(document), _MOST_ATTACHED)):
        attachment = raw.FPDFDoc_GetAttachment(document, index)
        size = raw.FPDFAttachment_GetName(attachment, None, 0)
        held = (raw.FPDF_WCHAR * (size // 2))()
        raw.FPDFAttachment_GetName(attachment, held, size)
        names.append(bytes(held).decode("utf-16-le", "replace").rstrip("\0")[:_LONGEST_NAME] or "?")
    return list(dict.fromkeys(names))


def count_garbled(data: bytes, password: str | None) -> tuple[int, int]:
    """How many characters PDFium sees in a file, and how many of them have no meaning; none where it cannot open it."""
    try:
        with _opened(data, password) as document:
            address = ctypes.cast(document, ctypes.c_void_p).value or 0
            texts = "".join(_text(address, index) for index in range(raw.FPDF_GetPageCount(document)))
    except InputError:
        return 0, 0
    return sum(character > " " for character in texts), texts.count(UNREADABLE)


def _text(document: int, index: int) -> str:
    page = native.load_page(document, index)
    if not page:
        return ""
    text = PageText(page)
    text.close()
    native.close_page(page)
    return text.text
