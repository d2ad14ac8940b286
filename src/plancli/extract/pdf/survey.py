"""How a page stands: the angle at which most of its text is set, its box, hidden text behind visible text.

A page is mended in memory before it is read for good: it is turned so that most of its text is level, whatever its /Rotate
entry says, and moved so that its box begins at (0, 0); hidden text behind visible text is switched off, since PDFium would
take the visible twin of a hidden character for a bold made by drawing twice, and drop it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from ..layout.sheet import Box, LeftOut, Run, Sheet
from . import native
from .objects import IDENTITY, Drawing, Matrix, ObjectGroup, box_through, product

HIDDEN_MODES = (3, 7)  # ISO 32000-1, 9.3.6: neither filled nor stroked
_LEVEL = 12.0  # degrees: text that stands off by more is turned, not askew
_LEAST_SKEW = 0.05


def draw(page: int, sheet: Sheet, angle: float = 0.0, before: Drawing | None = None) -> Drawing:
    """What is drawn on a page, levelled where its text stands at `angle`; fills in the sheet's size and pictures. `before` is
    what was drawn of the same page in memory, whose objects have been moved since.

    Raises `TooLarge` where the page has too many objects.
    """
    moved = before.onward if before else IDENTITY
    left, bottom, right, top = box_through(native.box_of(page), moved)
    objects = native.objects_of(page)
    sheet.width, sheet.height = right - left, top - bottom
    sheet.drawn = bool(objects)
    turn: Matrix = (1.0, 0.0, 0.0, 1.0, -left, -bottom)
    if angle:
        turn = _turn((left, bottom, right, top), angle, sheet)
    if angle or left or bottom:
        native.transform(objects, turn)
    drawing = Drawing(objects, product(moved, turn))
    for group in drawing.groups:
        if group.images:
            sheet.pictures += _covered(group, sheet)
            sheet.images += len(group.images)
    return drawing


def switch_off_hidden(sheet: Sheet, runs: list[Run], objects: list[int], modes: dict[int, int]) -> bool:
    """Switch off hidden text behind visible text, and note it; whether there is any. `objects` are the runs' text objects, `modes`
    how each is painted.

    Hidden text is the reading where pictures are the look (OCR); behind visible text it only says it again.
    """
    hidden = {handle for handle, mode in modes.items() if mode in HIDDEN_MODES}
    if not hidden:
        return False
    behind = [run for run, handle in zip(runs, objects, strict=True) if handle in hidden]
    length = sum(len(run.text) for run in behind)
    if sum(len(run.text) for run in runs) < 2 * length:
        return False
    for handle in hidden:
        native.set_active(handle, 0)
    sheet.left_out.extend(LeftOut("hidden-text", run.text) for run in behind)
    return True


def angle_of(runs: list[Run], angles: Sequence[float]) -> float:
    """The angle at which most text stands, in degrees: a quarter turn, and how far a scan hangs askew."""
    if not any(angles):
        return 0.0
    votes: Counter[int] = Counter()
    for run, angle in zip(runs, angles, strict=True):
        votes[round(angle / 90) % 4] += len(run.text) if abs(_slant(angle, round(angle / 90) * 90.0)) < _LEVEL else 0
    quarter = max(votes, key=lambda q: (votes[q], q == 0)) * 90.0
    slants = sorted(
        (slant, len(run.text))
        for run, angle in zip(runs, angles, strict=True)
        if abs(slant := _slant(angle, quarter)) < _LEVEL
    )
    skew, middle = 0.0, sum(count for _, count in slants) / 2
    for slant, count in slants:
        middle -= count
        if middle <= 0:
            skew = slant
            break
    return quarter + (skew if abs(skew) > _LEAST_SKEW else 0.0)


def _slant(angle: float, level: float) -> float:
    """How far an angle is off the level, within (-180, 180]."""
    return (angle - level + 180.0) % 360.0 - 180.0


def _turn(box: Box, angle: float, sheet: Sheet) -> Matrix:
    """The matrix that levels text standing at `angle` and moves the page's box to (0, 0)."""
    cos, sin = math.cos(math.radians(-angle)), math.sin(math.radians(-angle))
    matrix: Matrix = (cos, sin, -sin, cos, 0.0, 0.0)
    quarter = math.radians(-round(angle / 90) * 90.0)
    cos, sin = round(math.cos(quarter)), round(math.sin(quarter))
    left, bottom, right, top = box_through(box, (cos, sin, -sin, cos, 0.0, 0.0))
    sheet.width, sheet.height = right - left, top - bottom
    return (*matrix[:4], -left, -bottom)


def _covered(group: ObjectGroup, sheet: Sheet) -> float:
    """The share of the page that the pictures of a group cover, overlaps counted twice; notes where they stand."""
    area = 0.0
    for box in native.bounds(group.images):
        x0, y0, x1, y1 = box_through(box, group.matrix)
        sheet.figures.append((x0, y0, x1, y1))
        area += max(min(x1, sheet.width) - max(x0, 0.0), 0.0) * max(min(y1, sheet.height) - max(y0, 0.0), 0.0)
    return area / max(sheet.width * sheet.height, 1.0)
