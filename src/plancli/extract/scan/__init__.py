"""Scans by OCR: pictures (PNG, JPEG, TIFF, BMP, WebP), and PDFs whose pages are pictures or whose text says nothing.

picture   the page made level and clean, its ink, its ruling lines
reader    the words in it (rapidocr)
sheet     words and rules as a sheet for the layout that PDF has
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

from ...errors import Corrupt, MissingExtra, TooLarge
from ...messages import Message
from ...model.settings import Settings
from ...model.source import Note, Source
from ...pace import at_once, cores, page_read
from ..layout.assemble import assemble
from ..layout.sheet import Sheet

if TYPE_CHECKING:
    from .reader import OcrWords

_Page = tuple[int, Any, float]  # its number, its grey values, its width in points
_Pages = tuple[int, Iterator[_Page]]  # how many they are

_DPI = 200
_A4 = (595.0, 842.0)  # points
_SURE = 0.75  # a page that is less sure may stand on its head
_MOST_AT_ONCE = 4  # pages that are read at once: each takes some 300 MB
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
    pages = _decoded(data, settings)
    drawn = ((number, page, _width(page)) for number, page in enumerate(pages, 1))
    return _source((len(pages), drawn), settings, "image/*", "picture")


def extract_scanned_pdf(data: bytes, *, settings: Settings) -> Source:
    """The bytes of a PDF whose pages are pictures → their lines and tables. Raises as `extract_picture`."""
    _installed()
    return _source(_drawn(data, settings), settings, "application/pdf", "PDF")


def sheets_by_ocr(data: bytes, numbers: Collection[int], settings: Settings) -> tuple[list[Sheet], list[Note]]:
    """Those of the given pages of a PDF in which OCR finds words, and what is to be told of them; the others are not there."""
    doubts: list[Note] = []
    try:
        found = [sheet for sheet in _sheets(_drawn(data, settings, numbers), doubts) if sheet.characters]
    except Corrupt:
        return [], []
    return found, [note for note in doubts if any(sheet.number == note[2] for sheet in found)]


def _source(pages: _Pages, settings: Settings, media_type: str, what: str) -> Source:
    doubts: list[Note] = []
    source = assemble(_sheets(pages, doubts), settings, media_type=media_type, what=what)
    source.notes += doubts
    return source


def _sheets(pages: _Pages, doubts: list[Note]) -> Iterator[Sheet]:
    """The sheets of pages; what was read with doubt is added to `doubts`."""
    of, drawn = pages
    for done, (sheet, doubtful) in enumerate(_several(drawn, of), 1):
        page_read(done, of)
        if doubtful:
            message = Message(
                "{count} line was read by OCR with doubt: {names}",
                "{count} lines were read by OCR with doubt: {names}",
                count=len(doubtful),
                names=" / ".join(doubtful[:10]),
            )
            doubts.append(("doubtful-ocr", message, sheet.number))
        yield sheet


def _several(pages: Iterator[_Page], of: int) -> Iterator[tuple[Sheet, list[str]]]:
    """What `_read` gives for each page, in order; several are read at once, each by its share of the cores."""
    share = at_once() or cores()
    width = max(1, min(share, of, _MOST_AT_ONCE))
    threads = max(1, share // width)
    if width == 1:
        yield from (_read(*page, threads) for page in pages)
        return
    from concurrent.futures import Future, ThreadPoolExecutor

    with ThreadPoolExecutor(width) as readers:
        begun: deque[Future[tuple[Sheet, list[str]]]] = deque()
        for page in pages:
            if len(begun) > width:
                yield begun.popleft().result()
            begun.append(readers.submit(_read, *page, threads))
        while begun:
            yield begun.popleft().result()


def _read(number: int, grey: Any, width: float, threads: int) -> tuple[Sheet, list[str]]:
    """One page and its doubtful lines; unreadable where the picture is none."""
    try:
        return _turned(number, grey, width, threads)
    except _cv2_error():
        return Sheet(number, width, width, unreadable=True), []


def _turned(number: int, grey: Any, width: float, threads: int) -> tuple[Sheet, list[str]]:
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
        words = words_of(page, threads)
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


def _drawn(data: bytes, settings: Settings, numbers: Collection[int] | None = None) -> _Pages:
    """The pages of a PDF as they look, or those of the given numbers. Raises `Corrupt`, `TooLarge`."""
    import pypdfium2

    from ..pdf.document import PDFIUM

    try:
        with PDFIUM:
            document = pypdfium2.PdfDocument(data, password=settings.password)
    except pypdfium2.PdfiumError as error:
        raise Corrupt("this PDF cannot be drawn: {error}", error=error) from error
    count = len(document)
    if count > settings.limits.pages:
        with PDFIUM:
            document.close()
        raise TooLarge("the PDF has {count} pages, over the limit of {most}", count=count, most=settings.limits.pages)
    wanted = [index for index in range(count) if numbers is None or index + 1 in numbers]
    return len(wanted), _pages_of(document, wanted)


def _pages_of(document: Any, indexes: list[int]) -> Iterator[_Page]:
    """The pages with these indexes as they look; the document is closed behind the last."""
    import pypdfium2

    from ..pdf.document import PDFIUM

    try:
        for index in indexes:
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
            yield index + 1, grey.reshape(grey.shape[0], grey.shape[1]), width
    finally:
        with PDFIUM:
            document.close()
