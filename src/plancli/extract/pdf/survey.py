"""What a page is drawn of: pieces of ruling lines, and text that is no part of the reading.

The page is mended in memory before its text is read: it is turned so that most of its text is level, whatever its
/Rotate entry says, and moved so that its box begins at (0, 0); text objects that are turned, hidden behind visible text
or pale watermarks are switched off, so that PDFium neither mixes them into lines nor hangs blanks on them.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from itertools import repeat

from . import native
from .lattice.ruling import Rules, collect_rules
from .objects import Box, Group, Matrix, box_through, product
from .objects import groups as groups_of

HIDDEN_MODES = (3, 7)  # ISO 32000-1, 9.3.6: neither filled nor stroked
_LARGE = 18.0  # points: smaller type is no watermark, unless it is turned


@dataclass(slots=True)
class LeftOut:
    """Text that was switched off: why, and what it says."""

    reason: str
    text: str


@dataclass(slots=True)
class Survey:
    """A page's box as shown, the pieces of its ruling lines, how much of it pictures cover, what was switched off."""

    width: float
    height: float
    rules: Rules = field(default_factory=Rules)
    pictures: float = 0.0  # share of the page
    images: int = 0
    drawn: bool = False  # anything at all
    left_out: list[LeftOut] = field(default_factory=list)


def survey(page: int) -> Survey:
    """Level the page, switch off what is not to be read, collect the pieces of ruling lines."""
    left, bottom, right, top = native.box_of(page)
    objects = list(map(native.get_object, repeat(page), range(native.count_objects(page))))
    groups = list(groups_of(objects))
    found = Survey(right - left, top - bottom)
    found.drawn = bool(objects)
    odd = _odd_objects(groups)
    turn: Matrix | None = (1.0, 0.0, 0.0, 1.0, -left, -bottom) if left or bottom else None
    if odd:
        angle = _switch_off(page, groups, found)
        if angle:
            turn = _turn((left, bottom, right, top), angle, found)
    if turn:
        native.transform(objects, turn)
        groups = list(groups_of(objects))
    found.rules.width, found.rules.height = found.width, found.height
    for group in groups:
        collect_rules(group, found.rules)
        found.pictures += _covered(group, found)
        found.images += len(group.images)
    return found


def _odd_objects(groups: list[Group]) -> bool:
    """Whether any text is turned, hidden, or large and pale: only then is a closer look worth its time."""
    for group in groups:
        if not group.texts:
            continue
        if group.matrix[1] or group.matrix[0] <= 0:
            return True
        flat = native.matrices(group.texts)
        if any(flat[1::6]) or min(flat[0::6]) <= 0:
            return True
        modes = set(map(native.text_mode, group.texts))
        if modes.intersection(HIDDEN_MODES):
            return True
        scale = max(1.0, abs(group.matrix[0]))
        large = [
            handle
            for handle, size, a in zip(group.texts, native.sizes(group.texts), flat[0::6], strict=True)
            if size * a * scale > _LARGE
        ]
        if large and any(map(_pale, _colours(native.fills(large)))):
            return True
    return False


def _colours(flat: list[int]) -> set[tuple[int, ...]]:
    return set(zip(flat[0::4], flat[1::4], flat[2::4], flat[3::4], strict=True))


def _pale(colour: tuple[int, ...]) -> bool:
    """Light or see-through, but not white: white text stands on a dark ground."""
    red, green, blue, alpha = colour
    light = 0.3 * red + 0.59 * green + 0.11 * blue
    return alpha < 150 or 160 <= light < 250


@dataclass(slots=True)
class _Text:
    """One text object as the closer look sees it."""

    handle: int
    string: str
    angle: float  # degrees, counter-clockwise
    size: float
    hidden: bool
    pale: bool


def _texts(page: int, groups: list[Group]) -> list[_Text]:
    text_page = native.load_text(page)
    found = []
    for group in groups:
        flat = native.matrices(group.texts)
        colours, sizes = native.fills(group.texts), native.sizes(group.texts)
        for k, handle in enumerate(group.texts):
            a, b, c, d, e, f = flat[6 * k : 6 * k + 6]
            a, b, *_ = product((a, b, c, d, e, f), group.matrix)
            found.append(
                _Text(
                    handle,
                    native.string_of(handle, text_page).strip(),
                    math.degrees(math.atan2(b, a)),
                    sizes[k] * math.hypot(a, b),
                    native.text_mode(handle) in HIDDEN_MODES,
                    _pale(tuple(colours[4 * k : 4 * k + 4])),
                )
            )
    native.close_text(text_page)
    return found


def _switch_off(page: int, groups: list[Group], found: Survey) -> float:
    """Switch off text that is turned, hidden or a watermark; give the angle at which most text stands."""
    texts = [text for text in _texts(page, groups) if text.string]
    shown = sum(len(text.string) for text in texts if not text.hidden)
    behind = sum(len(text.string) for text in texts if text.hidden)
    # Hidden text is the reading where pictures are the look (OCR); behind visible text it only says it again.
    drop_hidden = shown >= behind > 0
    votes: Counter[int] = Counter()
    lengths: Counter[int] = Counter()
    for text in texts:
        if not (drop_hidden and text.hidden):
            votes[round(text.angle / 90) % 4] += len(text.string) if abs(_slant(text.angle, text.angle)) < 12 else 0
            lengths[round(text.size)] += len(text.string)
    if not votes:
        return 0.0
    quarter = max(votes, key=lambda q: (votes[q], q == 0))
    body = max(lengths, key=lambda size: lengths[size])
    level = sorted(slant for text in texts for slant in [_slant(text.angle, quarter * 90.0)] if abs(slant) < 12)
    skew = level[len(level) // 2] if level else 0.0
    for text in texts:
        slant = _slant(text.angle, quarter * 90.0)
        if text.hidden and drop_hidden:
            reason = "hidden-text"
        elif abs(slant) >= 12:
            reason = "turned-text"
        elif text.pale and text.size >= max(1.8 * body, _LARGE):
            reason = "watermark"
        else:
            continue
        native.set_active(text.handle, 0)
        found.left_out.append(LeftOut(reason, text.string))
    return quarter * 90.0 + (skew if abs(skew) > 0.05 else 0.0)


def _slant(angle: float, level: float) -> float:
    """How far an angle is off the level: within (-180, 180]; off the nearest quarter turn if `level` is itself."""
    if angle == level:
        level = round(angle / 90) * 90.0
    return (angle - level + 180.0) % 360.0 - 180.0


def _turn(box: Box, angle: float, found: Survey) -> Matrix:
    """The matrix that levels text standing at `angle` and moves the page's box to (0, 0)."""
    cos, sin = math.cos(math.radians(-angle)), math.sin(math.radians(-angle))
    matrix: Matrix = (cos, sin, -sin, cos, 0.0, 0.0)
    quarter = math.radians(-round(angle / 90) * 90.0)
    cos, sin = round(math.cos(quarter)), round(math.sin(quarter))
    left, bottom, right, top = box_through(box, (cos, sin, -sin, cos, 0.0, 0.0))
    found.width, found.height = right - left, top - bottom
    return (*matrix[:4], -left, -bottom)


def _covered(group: Group, found: Survey) -> float:
    """The share of the page that the pictures of a group cover, overlaps counted twice."""
    flat = native.bounds(group.images)
    area = 0.0
    for k in range(len(group.images)):
        x0, y0, x1, y1 = box_through((flat[4 * k], flat[4 * k + 1], flat[4 * k + 2], flat[4 * k + 3]), group.matrix)
        area += max(min(x1, found.width) - max(x0, 0.0), 0.0) * max(min(y1, found.height) - max(y0, 0.0), 0.0)
    return area / max(found.width * found.height, 1.0)
