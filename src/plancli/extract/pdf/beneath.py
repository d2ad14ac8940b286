"""Visible text that a picture is drawn over: the picture stands on it, and is not its ground.

In a scan whose OCR drew its reading as visible text, and the page's picture over it, that text is what the picture says:
pictures that leave little text beside them are not looked at.
"""

from __future__ import annotations

from ..layout import measures as m
from ..layout.sheet import Box, Run, Sheet
from . import native
from .objects import Drawing
from .survey import HIDDEN_MODES

_BESIDE = 0.1  # of a page's visible text: where less stands beside its pictures, it is what they say
_LARGEST = 4_000_000  # points, squared, and pixels that are painted to see whether anything is seen through a picture
_MOST = 20  # pictures of a page
_OPAQUE = 0.95  # of a picture's points

_Picture = tuple[int, Box]


def mark_beneath(document: int, page: int, sheet: Sheet, runs: list[Run], objects: list[int], drawing: Drawing) -> None:
    """Mark those of a sheet's runs that an opaque picture is drawn over. `objects` are the text objects of `runs`, all that
    the page has."""
    pictures = _large(sheet, drawing)
    if not pictures:
        return
    seen = set(map(id, sheet.runs))
    visible = [
        (run, handle)
        for run, handle in zip(runs, objects, strict=True)
        if handle and id(run) in seen and native.text_mode(handle) not in HIDDEN_MODES
    ]
    held = {
        handle: [run for run, text in visible if _holds(box, run) and drawing.place(text) < drawing.place(handle)]
        for handle, box in pictures
    }
    under = {id(run): run for one in held.values() for run in one}
    length = sum(len(run.text) for run, _ in visible)
    if not under or sum(len(run.text) for run in under.values()) > (1 - _BESIDE) * length:
        return
    for handle, one in held.items():
        if one and _is_opaque(document, page, handle):
            for run in one:
                run.beneath = True


def _large(sheet: Sheet, drawing: Drawing) -> list[_Picture]:
    """The first pictures of a page that are large enough to hold words."""
    handles = [handle for group in drawing.groups for handle in group.images]
    least = m.FIGURE_SHARE * sheet.width * sheet.height
    pictures = zip(handles, sheet.figures, strict=True)
    return [(handle, box) for handle, box in pictures if (box[2] - box[0]) * (box[3] - box[1]) >= least][:_MOST]


def _holds(box: Box, run: Run) -> bool:
    return box[0] < (run.x0 + run.x1) / 2 < box[2] and box[1] < run.middle < box[3]


def _is_opaque(document: int, page: int, picture: int) -> bool:
    """Whether next to nothing is seen through a picture, its masks with it."""
    if native.see_through(picture):
        return False
    ((x0, y0, x1, y1),) = native.bounds([picture])
    width, height = native.pixels(picture)
    if (x1 - x0) * (y1 - y0) > _LARGEST or width * height > 10 * _LARGEST:
        return False
    alphas = native.alphas(document, page, picture)
    return alphas.count(255) > _OPAQUE * len(alphas)
