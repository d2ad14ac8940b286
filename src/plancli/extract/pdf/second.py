"""A second reader of PDFs: pdfplumber, for files that PDFium cannot open, and fonts whose characters it does not know.

pdfminer, which reads for pdfplumber, mends a broken cross-reference table and other things in its own way, and has the CMaps of
Adobe's character collections. It takes ten times as long, and is imported only where it is needed.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from ...errors import Corrupt, Encrypted, GarbledText, InputError, TooLarge
from ...model.settings import Settings
from ...model.source import Source
from ..layout.assemble import assemble
from ..layout.sheet import UNREADABLE, Run, Sheet
from .document import count_garbled
from .ruling import SHORT, THIN

_TOUCH = (-0.5, 0.35)  # of the narrower character: such gaps do not end a run
_LEVEL = 0.1  # em between the base lines of one run
_LEAST = 0.8  # of the characters that PDFium sees: who reads fewer has lost some
_BLANKS = " \t\xa0\u3000"
_MOST_REFERENCES = 100  # that lead from one to the next
_LAST_CODE = 0xFFFF  # of a font's characters (ISO 32000-1, 9.7.4.3)


def extract_again(data: bytes, *, settings: Settings) -> Source:
    """Lines and tables of a PDF, as `extract_pdf` gives them. Raises `Corrupt` where pdfminer finds no way in, and what
    `assemble` raises."""
    import pdfplumber

    _bound_widths()
    _bound_references()
    try:
        with pdfplumber.open(io.BytesIO(data), password=settings.password or "") as document:
            if len(document.pages) > settings.limits.pages:
                raise TooLarge(
                    "the PDF has {count} pages, over the limit of {most}",
                    count=len(document.pages),
                    most=settings.limits.pages,
                )
            if not document.pages:
                raise Corrupt("this PDF has no pages")
            sheets = list(map(_sheet, document.pages))
    except InputError:
        raise
    except Exception as error:  # pdfminer meets broken files with errors of all kinds
        if "password" in type(error).__name__.lower() or "password" in repr(error).lower():
            raise Encrypted(
                "this PDF opens with a password only", "Give it with --password, or remove it and try again."
            ) from error
        raise Corrupt("this PDF's structure is broken") from error
    read = sum(sheet.characters - sheet.strange for sheet in sheets)
    seen, garbled = count_garbled(data, settings.password)
    if garbled and read < _LEAST * seen:  # pdfminer drops what it does not know
        raise GarbledText(
            "{strange} of {characters} characters of this PDF's text have no meaning outside its own fonts",
            strange=seen - read,
            characters=seen,
        )
    return assemble(sheets, settings)


@cache
def _bound_widths() -> None:
    """pdfminer writes out each range of widths (first code, last code, width) as it stands: in a broken file one alone could
    take all memory and hours. No code is above `_LAST_CODE`."""
    from pdfminer import pdffont
    from pdfminer.pdftypes import resolve1

    def bounded(read: Callable[[list[Any]], Any]) -> Any:
        def widths(parts: list[Any]) -> Any:
            return read([_clipped(resolve1(part)) for part in parts])

        return widths

    pdffont.get_widths, pdffont.get_widths2 = bounded(pdffont.get_widths), bounded(pdffont.get_widths2)


@cache
def _bound_references() -> None:
    """pdfminer follows a reference to a reference for as long as there is one: for ever, where an object is a reference to itself."""
    from pdfminer.pdftypes import PDFObjRef

    resolve: Callable[..., Any] = PDFObjRef.resolve

    def bounded(reference: PDFObjRef, default: object = None) -> Any:
        found: Any = reference
        for _ in range(_MOST_REFERENCES):
            found = resolve(found, default)
            if not isinstance(found, PDFObjRef):
                return found
        return default

    PDFObjRef.resolve = bounded  # type: ignore[assignment, method-assign]


def _clipped(part: Any) -> Any:
    return max(-_LAST_CODE, min(part, _LAST_CODE)) if isinstance(part, int | float) else part


def _sheet(page: Any) -> Sheet:
    foot = page.bbox[3]
    page = page.crop(page.cropbox, strict=False)
    left, top, right, bottom = page.bbox
    sheet = Sheet(page.page_number, float(right - left), float(bottom - top))
    sheet.drawn = bool(page.chars or page.rects or page.lines or page.curves or page.images)
    sheet.images = len(page.images)
    area = sum(_inside(image, page) for image in page.images)
    sheet.figures = [
        (image["x0"] - left, bottom - image["bottom"], image["x1"] - left, bottom - image["top"])
        for image in page.images
    ]
    sheet.pictures = area / max(sheet.width * sheet.height, 1.0)
    sheet.runs = list(_runs(page.chars, left, foot - bottom))
    sheet.characters = sum(len(run.text) for run in sheet.runs)
    sheet.strange = sum(run.text.count(UNREADABLE) for run in sheet.runs)
    for line in page.lines:
        _piece(sheet, line, left, bottom)
    for rect in page.rects:
        if min(rect["width"], rect["height"]) <= THIN:
            _piece(sheet, rect, left, bottom)
        elif rect.get("stroke"):
            for x in ("x0", "x1"):
                _piece(sheet, rect | {"x0": rect[x], "x1": rect[x]}, left, bottom)
            for y in ("top", "bottom"):
                _piece(sheet, rect | {"top": rect[y], "bottom": rect[y]}, left, bottom)
    return sheet


def _inside(image: dict[str, Any], page: Any) -> float:
    left, top, right, bottom = page.bbox
    width = min(image["x1"], right) - max(image["x0"], left)
    height = min(image["bottom"], bottom) - max(image["top"], top)
    return float(max(width, 0) * max(height, 0))


def _piece(sheet: Sheet, shape: dict[str, Any], left: float, bottom: float) -> None:
    x0, x1 = shape["x0"] - left, shape["x1"] - left
    y0, y1 = bottom - shape["bottom"], bottom - shape["top"]
    width, height = x1 - x0, y1 - y0
    if min(width, height) > THIN:
        return
    dot = max(width, height) <= SHORT
    if dot or width > height:
        sheet.level.append(((y0 + y1) / 2, x0, x1))
    if dot or height >= width:
        sheet.upright.append(((x0 + x1) / 2, y0, y1))


def _runs(characters: list[dict[str, Any]], left: float, low: float) -> Iterator[Run]:
    """The characters as they are drawn, those that touch on one base line together; `left` and `low` is where the page begins."""
    run: Run | None = None
    for one in characters:
        text = one["text"]
        if text in _BLANKS:
            if run:
                run.blanks = (*run.blanks, len(run.text))
            continue
        a, b, _, _, _, base = one["matrix"]
        angle = round(math.degrees(math.atan2(b, a)))
        x0, x1, base = one["x0"] - left, one["x1"] - left, base - low
        if text.startswith("(cid:") or "\ue000" <= text < "\uf020" or text < " ":
            text = UNREADABLE
        narrow = x1 - x0
        for k, character in enumerate(text):  # a ligature is several characters
            start = x0 + narrow * k / len(text)
            end = x0 + narrow * (k + 1) / len(text)
            if run and _touch(run, start, base, one["size"], angle):
                run.text += character
                run.lefts.append(start)
                run.rights.append(end)
                run.x1 = end
                continue
            if run:
                yield run
            run = Run(character, start, end, base, float(one["size"]), [start], [end], (), angle)
    if run:
        yield run


def _touch(run: Run, start: float, base: float, size: float, angle: int) -> bool:
    gap, narrow = start - run.x1, min(run.rights[-1] - run.lefts[-1], size)
    return (
        run.angle == angle
        and abs(base - run.base) <= _LEVEL * size
        and abs(size - run.size) <= 0.15 * size
        and _TOUCH[0] * narrow < gap < _TOUCH[1] * narrow
    )
