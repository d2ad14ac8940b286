"""How one page of a PDF was understood: its regions, in reading order, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass

from ...errors import Unsupported, UsageError
from ...messages import Message
from ...model.settings import Settings
from ..layout.page import read_page
from ..layout.sheet import Box, LeftOut
from ..sniff import sniff
from .document import page_sheets


@dataclass(frozen=True, slots=True)
class ExplainedRegion:
    """A region of a page: its box in points from the page's top left (x0, y0, x1, y1), how it was told, its text."""

    box: Box
    why: Message


@dataclass(frozen=True, slots=True)
class PageReading:
    """A page's number, width and height in points, its regions, and what was left out of them."""

    number: int
    width: float
    height: float
    regions: list[ExplainedRegion]
    left_out: list[LeftOut]


def explain_page(data: bytes, number: int, *, settings: Settings) -> PageReading:
    """The regions of page `number`, 1-based. Raises `UsageError` where there is no such page, and input errors."""
    if "pdf" not in sniff(data).extractors:
        raise Unsupported("only a PDF's pages have regions to explain", "Leave --page out.")
    for page in page_sheets(data, settings):
        if page.number == number:
            read = read_page(page, settings.limits.table_cells)
            height = page.height
            regions = [
                ExplainedRegion((round(x0, 1), round(height - y1, 1), round(x1, 1), round(height - y0, 1)), why)
                for (x0, y0, x1, y1), why in read.regions
            ]
            return PageReading(number, page.width, height, regions, page.left_out)
    raise UsageError("there is no page {number}", "Pages are counted from 1.", number=number)
