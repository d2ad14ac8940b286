"""The sheets of a file's pages, by whichever reader → its lines and tables, or the error that says why there are none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...errors import Corrupt, Empty, GarbledText, NoTextLayer, TooLarge
from ...messages import Message
from ...model.settings import Settings
from ...model.source import Block, Line, Note, Source, Table
from .figures import is_among, repeated
from .margins import set_margins
from .page import Page, read_page
from .sheet import Box, LeftOut, Sheet

MEDIA_TYPE = "application/pdf"
_FEW = 10  # a page of fewer characters under a picture is a picture
_CM = 72 / 2.54  # points
_STRANGE_SHARE = 0.2  # of a document's characters: more without meaning, and the text says nothing

_LEFT_OUT = {
    "turned-text": "text turned against the page",
    "hidden-text": "hidden text",
    "struck-text": "text struck out",
    "watermark": "a watermark",
    "line-number": "the numbers of lines",
    "note-mark": "the marks of notes",
    "side-note": "notes in the margin",
    "outside-page": "text outside the page",
    "clipped-text": "text clipped away",
    "covered-text": "text painted over",
    "replacement-text": "what the file says in the place of what is printed",
}


def assemble(sheets: Iterable[Sheet], settings: Settings, *, media_type: str = MEDIA_TYPE, what: str = "PDF") -> Source:
    """Lines and tables of all pages, in reading order.

    Raises `TooLarge` over the limits of table cells and pictures on a page, `Corrupt` where no page can be read, `NoTextLayer`
    where the pages are pictures, `GarbledText` where the characters have no meaning outside the file's fonts, `Empty` where
    nothing is drawn.
    """
    pages = list(_pages(sheets, settings))
    _check(pages, what)
    set_margins(pages)
    source = Source(list(_numbered(pages)), media_type, pages=len(pages), heights=[page.sheet.height for page in pages])
    ornaments = repeated(page.figures for page in pages)
    for page in pages:
        source.notes.extend(_notes(page, ornaments))
    return source


def _pages(sheets: Iterable[Sheet], settings: Settings) -> Iterator[Page]:
    limits = settings.limits
    cells = 0
    page = None
    for sheet in sheets:
        if sheet.images > limits.page_images:
            raise TooLarge(
                "page {number} has {images} pictures, over the limit of {most}",
                number=sheet.number,
                images=sheet.images,
                most=limits.page_images,
            )
        page = read_page(sheet, limits.table_cells - cells, page)
        cells += page.cells()
        yield page


def _check(pages: list[Page], what: str) -> None:
    """Raise where the pages as a whole give no text to read."""
    if all(page.sheet.unreadable for page in pages):
        raise Corrupt("none of this {what}'s pages can be read", what=what)
    characters = sum(page.sheet.characters for page in pages)
    strange = sum(page.sheet.strange for page in pages)
    if strange > _STRANGE_SHARE * max(characters, 1) and strange > _FEW:
        raise GarbledText(
            "{strange} of {characters} characters of this {what}'s text have no meaning outside its own fonts",
            strange=strange,
            characters=characters,
            what=what,
        )
    if not any(has_text(page.sheet) for page in pages):
        if any(page.sheet.drawn for page in pages):
            message = Message(
                "the page of this {what} is a picture without text",
                "the {count} pages of this {what} are pictures without text",
                count=len(pages),
                what=what,
            )
            raise NoTextLayer(message)
        raise Empty("nothing is drawn on the pages of this {what}", what=what)


def has_text(sheet: Sheet) -> bool:
    """Whether a page has text of its own: more than a few characters, where pictures cover most of it."""
    return sheet.characters >= (_FEW if sheet.pictures > 0.5 else 1)


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


def _notes(page: Page, ornaments: set[Box]) -> Iterator[Note]:
    if page.sheet.unreadable:
        yield "page-unreadable", Message("The page cannot be read."), page.number
    elif not has_text(page.sheet) and (page.sheet.drawn or page.sheet.characters == 0):
        yield "page-without-text", Message("The page is a picture or blank: it has no text."), page.number
    elif figures := [box for box in page.figures if not is_among(box, ornaments)]:
        sizes = ", ".join(f"{(x1 - x0) / _CM:.0f} × {(y1 - y0) / _CM:.0f} cm" for x0, y0, x1, y1 in figures)
        message = Message(
            "A picture among the text ({sizes}): words in it are not read.",
            "{count} pictures among the text ({sizes}): words in it are not read.",
            count=len(figures),
            sizes=sizes,
        )
        yield "picture-unread", message, page.number
    if page.sheet.strange:
        message = Message(
            "One character has no meaning outside the file's own fonts.",
            "{count} characters have no meaning outside the file's own fonts.",
            count=page.sheet.strange,
        )
        yield "garbled-characters", message, page.number
    by_reason: dict[str, list[LeftOut]] = {}
    for item in page.sheet.left_out:
        by_reason.setdefault(item.reason, []).append(item)
    for reason, items in by_reason.items():
        texts = list(dict.fromkeys(item.text for item in items))
        yield (
            "hidden-text" if reason == "struck-text" else reason,
            Message("Left out, {what}: {names}", what=Message(_LEFT_OUT[reason]), names=" / ".join(texts)),
            page.number,
        )
