"""Pictures among text that are large enough to hold words: a table pasted as a picture, a scan in a page, a poster.

A seal and a logo are too small; a picture with text all over it is the ground of that text; one that stands at the same place on
several pages is an ornament.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from . import measures as m
from .sheet import Box, Sheet

_TOUCH = 1.5  # points between the strips of one picture


def figures_of(sheet: Sheet) -> list[Box]:
    """The pictures of a page, as it is before its runs are given away, that may hold words."""
    whole = sheet.width * sheet.height
    found: list[Box] = []
    for x0, y0, x1, y1 in _joined(sheet.figures):
        box = max(x0, 0.0), max(y0, 0.0), min(x1, sheet.width), min(y1, sheet.height)
        width, height = box[2] - box[0], box[3] - box[1]
        large = min(width, height) >= m.FIGURE_NARROW and max(width, height) >= m.FIGURE_LONG
        if large and width * height >= m.FIGURE_SHARE * whole and not _is_ground(box, sheet):
            found.append(box)
    return found


def repeated(pages: Iterable[list[Box]]) -> set[Box]:
    """Where the pictures of the pages stand that are ornaments: at one place on several of them, in whole points."""
    places = Counter(_place(box) for boxes in pages for box in set(map(_place, boxes)))
    return {place for place, count in places.items() if count >= m.FIGURE_REPEATS}


def is_among(box: Box, places: set[Box]) -> bool:
    """Whether a picture stands at one of the places."""
    return _place(box) in places


def _place(box: Box) -> Box:
    return round(box[0]), round(box[1]), round(box[2]), round(box[3])


def _is_ground(box: Box, sheet: Sheet) -> bool:
    """Whether text stands all over a picture; on one as large as the page (a scan, a cover), anywhere but at its head and foot.
    Text that a picture is drawn over does not stand on it."""
    x0, y0, x1, y1 = box
    inside = [run for run in sheet.runs if x0 < (run.x0 + run.x1) / 2 < x1 and y0 < run.middle < y1 and not run.beneath]
    if (x1 - x0) * (y1 - y0) > m.FIGURE_PAGE * sheet.width * sheet.height:
        edge = m.FIGURE_EDGE * sheet.height
        return any(edge < run.middle < sheet.height - edge for run in inside)
    covered = sum((run.x1 - run.x0) * run.size for run in inside)
    return covered > m.FIGURE_CLEAR * (x1 - x0) * (y1 - y0)


def _joined(boxes: list[Box]) -> list[Box]:
    """The boxes, strips that lie one under the other as one."""
    found: list[Box] = []
    for box in sorted(boxes, key=lambda box: (round(box[0]), round(box[2]), -box[3])):
        above = found[-1] if found else None
        if (
            above
            and abs(above[0] - box[0]) < _TOUCH
            and abs(above[2] - box[2]) < _TOUCH
            and box[1] < above[1]
            and above[1] - box[3] < _TOUCH
        ):
            found[-1] = (min(above[0], box[0]), box[1], max(above[2], box[2]), above[3])
        else:
            found.append(box)
    return found
