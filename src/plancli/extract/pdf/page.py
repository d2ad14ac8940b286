"""One page that PDFium has loaded → its sheet."""

from __future__ import annotations

from ..layout.sheet import Sheet
from .characters import PageText
from .survey import survey
from .visible import look_at


def read_sheet(handle: int, number: int) -> Sheet:
    """What is drawn on a page; its objects are changed in memory."""
    sheet = Sheet(number, 0.0, 0.0)
    found = survey(handle, sheet)
    text = PageText(handle)
    try:
        runs, objects = text.runs(found.drawing)
        look_at(sheet, runs, objects, found)
        sheet.strange = text.strange
    finally:
        text.close()
    sheet.characters = sum(len(run.text) for run in sheet.runs)
    return sheet
