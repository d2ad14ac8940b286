"""Scans by OCR: pictures (PNG, JPEG, TIFF, BMP, WebP), and PDFs whose pages are pictures or whose text says nothing.

picture   the page made level and clean, its ink, its ruling lines
reader    the words in it (rapidocr)
sheet     words and rules as a sheet for the layout that PDF has
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ...errors import Corrupt, MissingExtra, TooLarge
from ...messages import Message
from ...model.settings import Settings
from ...model.source import Source
from ..layout.assemble import assemble
from ..layout.sheet import Sheet

if TYPE_CHECKING:
    from .reader import OcrWords

_DPI = 200
_A4 = (595.0, 842.0)  # points
_SURE = 0.75  # a page that is less sure may stand on its head
_MOST_PIXELS = 400_000_000
_REMEDY = "Run: pip install 'plancli[ocr]' (or OCR it yourself: ocrmypdf -l chi_sim IN.pdf OUT.pdf)."


def is_installed() -> bool:
    """Whether the extra is there."""
    from importlib.util import find_spec

    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime", "cv2"))


def _installed() -> None:
    if not is_installed():
        raise MissingExtra("it takes OCR to read this file", _REMEDY)


def extract_picture(data: bytes, *, settings: Settings) -> Source:
    """The bytes of a picture → its lines and tables. Raises an `errors.InputError`, or `MissingExtra` without the extra."""
    _installed()
    return _source((((page, _width(page)) for page in _decoded(data, settings))), settings, "image/*", "picture")


def extract_scanned_pdf(data: bytes, *, settings: Settings) -> Source:
    """The bytes of a PDF whose pages are pictures → their lines and tables. Raises as `extract_picture`."""
    _installed()
    return _source(_drawn(data, settings), settings, "application/pdf", "PDF")


def _source(pages: Iterator[tuple[Any, float]], settings: Settings, media_type: str, what: str) -> Source:
    doubts: list[tuple[int, list[str]]] = []

    def sheets() -> Iterator[Sheet]:
        for number, (page, width) in enumerate(pages, 1):
            try:
                sheet, doubtful = _read(page, number, width)
            except _cv2_error():
                sheet, doubtful = Sheet(number, width, width, unreadable=True), []
            if doubtful:
                doubts.append((number, doubtful))
            yield sheet

    source = assemble(sheets(), settings, media_type=media_type, what=what)
    for number, texts in doubts:
        message = Message(
            "{count} lines were read by OCR with doubt: {names}", count=len(texts), names=" / ".join(texts[:10])
        )
        source.notes.append(("doubtful-ocr", message, number))
    return source


def _read(grey: Any, number: int, width: float) -> tuple[Sheet, list[str]]:
    """One page; turned where it lies on its side, or on its head."""
    import numpy as np

    from .picture import prepared, read_picture
    from .reader import words_of
    from .sheet import sheet_of

    best: tuple[float, Any, list[OcrWords], int] | None = None
    turns = [0]
    while turns:
        turn = turns.pop(0)
        page = prepared(np.ascontiguousarray(np.rot90(grey, turn)))
        words = words_of(page)
        weight = sum(len(word.text) for word in words) or 1
        score = sum(word.score * len(word.text) for word in words) / weight
        if best is None or score * weight > best[0]:
            best = (score * weight, page, words, turn)
        if score >= _SURE or not words:
            break
        if turn == 0:
            stands = sum(len(word.text) for word in words if word.stands)
            turns = [3, 1, 2] if 4 * stands > weight else [2, 3, 1]
    assert best is not None
    _, page, words, turn = best
    heights = sorted(word.box[3] - word.box[1] for word in words) or [40]
    picture = read_picture(page, 0.8 * heights[len(heights) // 2])
    if turn % 2:
        width = width * grey.shape[0] / grey.shape[1]
    return sheet_of(picture, words, number, width)


def _cv2_error() -> type[Exception]:
    import cv2

    error: type[Exception] = cv2.error
    return error


def _width(grey: Any) -> float:
    """The width in points of a picture that does not say its own: that of an A4 page, upright or across."""
    high, wide = grey.shape
    return _A4[0] if high >= wide else _A4[1]


def _decoded(data: bytes, settings: Settings) -> list[Any]:
    """The pages of a picture file as grey values."""
    import cv2
    import numpy as np

    buffer = np.frombuffer(data, np.uint8)
    try:
        if data[:4] in (b"II*\x00", b"MM\x00*"):
            done, pages = cv2.imdecodemulti(buffer, cv2.IMREAD_GRAYSCALE)
            found = list(pages) if done else []
        else:
            page = cv2.imdecode(buffer, cv2.IMREAD_GRAYSCALE)
            found = [] if page is None else [page]
    except cv2.error as error:
        raise Corrupt("the picture cannot be read: {words}", words=" ".join(str(error).split())[:200]) from error
    if not found:
        raise Corrupt("the picture cannot be read")
    if len(found) > settings.limits.pages:
        raise TooLarge(
            "the picture has {count} pages, over the limit of {most}", count=len(found), most=settings.limits.pages
        )
    if any(page.size > _MOST_PIXELS for page in found):
        raise TooLarge("the picture has more than {most:,} pixels", most=_MOST_PIXELS)
    return found


def _drawn(data: bytes, settings: Settings) -> Iterator[tuple[Any, float]]:
    """The pages of a PDF as they look, and their widths in points."""
    import pypdfium2

    from ..pdf.document import PDFIUM

    try:
        with PDFIUM:
            document = pypdfium2.PdfDocument(data, password=settings.password)
    except pypdfium2.PdfiumError as error:
        raise Corrupt("this PDF cannot be drawn: {error}", error=error) from error
    try:
        if len(document) > settings.limits.pages:
            raise TooLarge(
                "the PDF has {count} pages, over the limit of {most}", count=len(document), most=settings.limits.pages
            )
        for index in range(len(document)):
            try:
                with PDFIUM:
                    page = document[index]
                    width, height = page.get_size()
                    scale = min(_DPI / 72, 5000 / max(width, height, 1))
                    grey = page.render(scale=scale, grayscale=True).to_numpy().copy()
                    page.close()
            except pypdfium2.PdfiumError as error:
                raise Corrupt(
                    "page {number} of this PDF cannot be drawn: {error}", number=index + 1, error=error
                ) from error
            yield grey.reshape(grey.shape[0], grey.shape[1]), width
    finally:
        with PDFIUM:
            document.close()
