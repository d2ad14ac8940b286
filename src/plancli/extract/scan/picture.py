"""A picture of a page → one that is level and clean, its ink, and its ruling lines, by numpy and OpenCV."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

Grey = Any  # a two-dimensional array of bytes, 0 is black

_LONGEST = 3400  # pixels of a side: an A4 page at 300 dpi
_SHORTEST = 1400
_DARK = 140  # of a page whose ground was made white
_SKEW = 4.0  # degrees in either direction that are looked for
_SMALL = 700  # pixels of the picture in which the skew is looked for


@dataclass(slots=True)
class Picture:
    """A page that is level: its grey values, and rules as boxes (left, top, right, bottom) in pixels."""

    grey: Grey
    ink: Grey  # 255 where there is ink that is no rule
    level: list[tuple[int, int, int, int]]
    upright: list[tuple[int, int, int, int]]


def prepared(grey: Grey) -> Grey:
    """A picture of a usual size with a white ground, level."""
    high, wide = grey.shape
    scale = min(1.0, _LONGEST / max(high, wide))
    if max(high, wide) < _SHORTEST:
        scale = _SHORTEST / max(high, wide)
    if scale != 1.0:
        way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        grey = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=way)
    if np.mean(grey) < 100:
        grey = 255 - grey
    ground = cv2.medianBlur(cv2.dilate(grey, np.ones((15, 15), np.uint8)), 31)
    grey = cv2.divide(grey, ground, scale=255)
    return _turned(grey, _skew(grey))


def _skew(grey: Grey) -> float:
    """The angle by which the lines of a page are off the level, in degrees."""
    scale = _SMALL / max(grey.shape)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = ((small < 190) * 255).astype(np.uint8)
    if not ink.any():
        return 0.0

    def even(angle: float) -> float:
        return float(np.var(np.diff(_turned(ink, angle, 0).sum(axis=1, dtype=np.float64))))

    coarse = max(np.arange(-_SKEW, _SKEW + 0.01, 0.5), key=even)
    return float(max(np.arange(coarse - 0.5, coarse + 0.51, 0.1), key=even))


def _turned(grey: Grey, angle: float, ground: int = 255) -> Grey:
    if abs(angle) < 0.05:
        return grey
    high, wide = grey.shape
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1.0)
    return cv2.warpAffine(grey, matrix, (wide, high), flags=cv2.INTER_LINEAR, borderValue=ground)


def read_picture(grey: Grey, usual: float) -> Picture:
    """A level picture whose lines of text are so high → its ink and its rules. A rule is longer than any stroke of a character."""
    ink = ((grey < _DARK + 40) * 255).astype(np.uint8)
    level, upright = _rules(ink, (1, max(40, int(2.5 * usual)))), _rules(ink, (max(40, int(1.5 * usual)), 1))
    rest = ink.copy()
    for left, top, right, bottom in [*level, *upright]:
        rest[max(0, top - 1) : bottom + 1, max(0, left - 1) : right + 1] = 0
    return Picture(grey, rest, level, upright)


def _rules(ink: Grey, shape: tuple[int, int]) -> list[tuple[int, int, int, int]]:
    """Long thin pieces of ink in one direction; small gaps in them, as scanners leave them, are closed."""
    across = shape[0] == 1
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((3, 5) if across else (5, 3), np.uint8))
    found = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones(shape, np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(found, connectivity=8)
    rules: list[tuple[int, int, int, int]] = []
    for left, top, wide, high, _ in stats[1:count]:
        long, thick = (wide, high) if across else (high, wide)
        part = ink[max(0, top - 1) : top + high + 1, max(0, left - 1) : left + wide + 1]
        drawn = float(part.any(axis=0 if across else 1).mean())
        if long >= max(shape) and thick <= min(14, max(4, long // 8)) and drawn > 0.9:
            rules.append((int(left), int(top), int(left + wide), int(top + high)))
    return rules
