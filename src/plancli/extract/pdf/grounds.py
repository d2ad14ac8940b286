"""Filled shapes of a page: what is painted over, and on which ground something stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from ..layout import measures as m
from ..layout.sheet import Box, Shading
from . import native
from .objects import Drawing

WHITE = 250.0  # luminance from which a colour is white
_OPAQUE = 250  # alpha from which nothing is seen through
_PATTERN = (191, 191, 191)  # what PDFium says of a pattern (ISO 32000-1, 8.7), which may show nothing at all
_BAND = 24.0  # points: fills are looked up by bands of this height
_SLACK = 1.0  # points
_RED = 150  # of 255: a seal's ink has so much of red at least
_NOT_RED = 110  # of 255: … and so much of green and of blue at most
_MOST = 20_000  # grounds of a page; more are a drawing
_SAME = 0.01  # of a path's own unit

Colour = tuple[int, int, int]


@dataclass(slots=True)
class Fill:
    """A filled shape: its object, its box, its colour, whether nothing within the box is seen through it."""

    handle: int
    box: Box
    colour: Colour
    opaque: bool


class Grounds:
    """The fills of a page by the height at which they stand; `shown` are those that are seen, in the order of drawing."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._bands: dict[int, list[Fill]] = defaultdict(list)
        self.shown: list[Shading] = []

    def __bool__(self) -> bool:
        return bool(self._bands)

    def add(self, path: int, box: Box, covers: bool) -> None:
        """One more filled path; `covers` where it fills its whole box, and is no mere sign."""
        ((red, green, blue, alpha),) = native.fills([path])
        colour = red, green, blue
        opaque = covers and alpha > _OPAQUE and colour != _PATTERN and not native.see_through(path)
        fill = Fill(path, box, colour, opaque)
        if alpha and colour != _PATTERN and len(self.shown) < _MOST:
            self.shown.append((box, f"{red:02x}{green:02x}{blue:02x}"))
        for band in range(int(max(box[1], -_BAND) // _BAND), int(max(box[3], -_BAND) // _BAND) + 1):
            self._bands[band].append(fill)

    def over(self, box: Box, handle: int) -> bool:
        """Whether an opaque fill is drawn over a box, which belongs to an object. The star of a seal hides nothing: seals stand on a
        body's name and its date (GB/T 9704—2012, 7.3.5)."""
        held = self._holding(box)
        return bool(held) and any(
            f.opaque and self._place(f.handle) > self._place(handle) and not _is_star(f) for f in held
        )

    def dark_beneath(self, box: Box, handle: int) -> bool:
        """Whether a box, which belongs to an object, stands on a ground that is not white."""
        held = self._holding(box)
        return any(light(*f.colour) < WHITE and self._place(f.handle) < self._place(handle) for f in held)

    def beside(self, box: Box, colour: Colour) -> bool:
        """Whether a fill as high and of the same colour touches a box sideways."""
        return any(
            fill.colour == colour
            and abs(fill.box[1] - box[1]) < _SLACK
            and abs(fill.box[3] - box[3]) < _SLACK
            and (abs(fill.box[0] - box[2]) < _SLACK or abs(fill.box[2] - box[0]) < _SLACK)
            for fill in self._bands.get(int((box[1] + box[3]) / 2 // _BAND), ())
        )

    def _holding(self, box: Box) -> list[Fill]:
        return [
            fill
            for fill in self._bands.get(int((box[1] + box[3]) / 2 // _BAND), ())
            if fill.box[0] <= box[0] + _SLACK
            and box[2] - _SLACK <= fill.box[2]
            and fill.box[1] <= box[1] + _SLACK
            and box[3] - _SLACK <= fill.box[3]
        ]

    def _place(self, handle: int) -> int:
        return self._drawing.place(handle)


def light(red: int, green: int, blue: int) -> float:
    """The luminance of a colour, 0 to 255."""
    return 0.3 * red + 0.59 * green + 0.11 * blue


def _is_star(fill: Fill) -> bool:
    """Whether a fill is drawn in a seal's ink, small, and no rectangle."""
    red, *others = fill.colour
    left, bottom, right, top = fill.box
    if red < _RED or max(others) > _NOT_RED or max(right - left, top - bottom) > m.SEAL:
        return False
    points = [(x, y) for _, x, y in native.segments(fill.handle)]
    return any(_count_apart(values) > 2 for values in zip(*points, strict=True))


def _count_apart(values: tuple[float, ...]) -> int:
    """How many values are told apart."""
    ordered = sorted(values)
    return 1 + sum(b - a > _SAME for a, b in pairwise(ordered))
