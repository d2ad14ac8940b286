"""What a page is drawn of, levelled: pieces of ruling lines, fills, pictures, and its text objects.

The page is mended in memory before its text is read: it is turned so that most of its text is level, whatever its
/Rotate entry says, and moved so that its box begins at (0, 0); hidden text behind visible text is switched off, since
PDFium would take the visible twin of a hidden character for a bold made by drawing twice, and drop it.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from itertools import repeat

from ..layout.sheet import Box, LeftOut, Sheet
from . import native
from .grounds import Grounds
from .objects import IDENTITY, Drawing, Group, Matrix, box_through, product
from .ruling import collect_rules

HIDDEN_MODES = (3, 7)  # ISO 32000-1, 9.3.6: neither filled nor stroked
_LEVEL = 12.0  # degrees: text that stands off by more is turned, not askew
_LEAST_SKEW = 0.05


@dataclass(slots=True)
class Survey:
    """The objects of a levelled page, and what they fill."""

    drawing: Drawing
    grounds: Grounds


def survey(page: int, sheet: Sheet) -> Survey:
    """Level the page and fill in the sheet but for its runs. Raises `TooLarge` where the page has too many objects."""
    left, bottom, right, top = native.box_of(page)
    objects = list(map(native.get_object, repeat(page), range(native.count_objects(page))))
    drawing = Drawing(objects)
    sheet.width, sheet.height = right - left, top - bottom
    sheet.drawn = bool(objects)
    turn: Matrix = (1.0, 0.0, 0.0, 1.0, -left, -bottom)
    if _odd_objects(drawing.groups):
        angle = _level(page, drawing.groups, sheet)
        if angle:
            turn = _turn((left, bottom, right, top), angle, sheet)
    if turn != IDENTITY:
        native.transform(objects, turn)
        drawing = Drawing(objects, turn)
    grounds = collect_rules(drawing, sheet)
    for group in drawing.groups:
        sheet.pictures += _covered(group, sheet)
        sheet.images += len(group.images)
    return Survey(drawing, grounds)


def _odd_objects(found: list[Group]) -> bool:
    """Whether any text is turned or hidden: only then is a closer look worth its time."""
    for group in found:
        if not group.texts:
            continue
        if group.matrix[1] or group.matrix[0] <= 0:
            return True
        flat = native.matrices(group.texts)
        if any(flat[1::6]) or min(flat[0::6]) <= 0:
            return True
        if set(map(native.text_mode, group.texts)).intersection(HIDDEN_MODES):
            return True
    return False


@dataclass(slots=True)
class _Text:
    """One text object as the closer look sees it."""

    handle: int
    string: str
    angle: float  # degrees, counter-clockwise
    hidden: bool


def _texts(page: int, found: list[Group]) -> list[_Text]:
    text_page = native.load_text(page)
    texts = []
    for group in found:
        flat = native.matrices(group.texts)
        for k, handle in enumerate(group.texts):
            a, b, c, d, e, f = flat[6 * k : 6 * k + 6]
            a, b, *_ = product((a, b, c, d, e, f), group.matrix)
            string = native.string_of(handle, text_page).strip()
            texts.append(
                _Text(handle, string, math.degrees(math.atan2(b, a)), native.text_mode(handle) in HIDDEN_MODES)
            )
    native.close_text(text_page)
    return texts


def _level(page: int, found: list[Group], sheet: Sheet) -> float:
    """Switch off hidden text behind visible text; give the angle at which most text stands."""
    texts = [text for text in _texts(page, found) if text.string]
    shown = sum(len(text.string) for text in texts if not text.hidden)
    behind = sum(len(text.string) for text in texts if text.hidden)
    # Hidden text is the reading where pictures are the look (OCR); behind visible text it only says it again.
    if shown >= behind > 0:
        for text in (text for text in texts if text.hidden):
            native.set_active(text.handle, 0)
            sheet.left_out.append(LeftOut("hidden-text", text.string))
        texts = [text for text in texts if not text.hidden]
    votes: Counter[int] = Counter()
    for text in texts:
        votes[round(text.angle / 90) % 4] += len(text.string) if abs(_off_quarter(text.angle)) < _LEVEL else 0
    if not votes:
        return 0.0
    quarter = max(votes, key=lambda q: (votes[q], q == 0)) * 90.0
    slants = sorted(slant for text in texts if abs(slant := _slant(text.angle, quarter)) < _LEVEL)
    skew = slants[len(slants) // 2] if slants else 0.0
    return quarter + (skew if abs(skew) > _LEAST_SKEW else 0.0)


def _slant(angle: float, level: float) -> float:
    """How far an angle is off the level, within (-180, 180]."""
    return (angle - level + 180.0) % 360.0 - 180.0


def _off_quarter(angle: float) -> float:
    return _slant(angle, round(angle / 90) * 90.0)


def _turn(box: Box, angle: float, sheet: Sheet) -> Matrix:
    """The matrix that levels text standing at `angle` and moves the page's box to (0, 0)."""
    cos, sin = math.cos(math.radians(-angle)), math.sin(math.radians(-angle))
    matrix: Matrix = (cos, sin, -sin, cos, 0.0, 0.0)
    quarter = math.radians(-round(angle / 90) * 90.0)
    cos, sin = round(math.cos(quarter)), round(math.sin(quarter))
    left, bottom, right, top = box_through(box, (cos, sin, -sin, cos, 0.0, 0.0))
    sheet.width, sheet.height = right - left, top - bottom
    return (*matrix[:4], -left, -bottom)


def _covered(group: Group, sheet: Sheet) -> float:
    """The share of the page that the pictures of a group cover, overlaps counted twice."""
    flat = native.bounds(group.images)
    area = 0.0
    for k in range(len(group.images)):
        x0, y0, x1, y1 = box_through((flat[4 * k], flat[4 * k + 1], flat[4 * k + 2], flat[4 * k + 3]), group.matrix)
        area += max(min(x1, sheet.width) - max(x0, 0.0), 0.0) * max(min(y1, sheet.height) - max(y0, 0.0), 0.0)
    return area / max(sheet.width * sheet.height, 1.0)
