"""Paths → the pieces of ruling lines: strokes, thin filled shapes, the edges of stroked boxes, dots and dashes."""

from __future__ import annotations

from dataclasses import dataclass, field

from .. import native
from ..objects import IDENTITY, Box, Group, Matrix, box_through, product

Piece = tuple[float, float, float]  # position across, start, end along

THIN = 3.0  # points: a shape no thicker is a rule
SHORT = 4.0  # points: a shape no longer is a dot of a dotted rule
_MOST_SEGMENTS = 4000  # a path of more is a drawing
_MOST_DOTS = 100_000  # more of them are a drawing


@dataclass(slots=True)
class Rules:
    """The pieces found on a page of this width and height."""

    width: float = 0.0
    height: float = 0.0
    horizontal: list[Piece] = field(default_factory=list)
    vertical: list[Piece] = field(default_factory=list)


def collect_rules(group: Group, found: Rules) -> None:
    """Add the pieces that the paths of a group draw.

    Thin shapes are rules; the straight edges of stroked boxes are rules; fills without a stroke are grounds.
    """
    if not group.paths:
        return
    flat = native.bounds(group.paths)
    modes = native.draw_modes(group.paths)
    counts = list(map(native.count_segments, group.paths))
    for k, path in enumerate(group.paths):
        stroked = modes[2 * k + 1]
        if (not stroked and not modes[2 * k]) or counts[k] > _MOST_SEGMENTS:
            continue
        box: Box = (flat[4 * k], flat[4 * k + 1], flat[4 * k + 2], flat[4 * k + 3])
        if group.matrix != IDENTITY:
            box = box_through(box, group.matrix)
        thin = box[2] - box[0] <= THIN or box[3] - box[1] <= THIN
        if thin and counts[k] <= 6:
            _add_piece(box, found)
        elif not thin and not stroked and counts[k] <= 6:
            continue
        else:
            _collect_edges(path, bool(stroked), group.matrix, found)


def _add_piece(box: Box, found: Rules) -> None:
    x0, y0, x1, y1 = box
    if x1 < 0 or y1 < 0 or x0 > found.width or y0 > found.height:
        return
    width, height = x1 - x0, y1 - y0
    dot = width <= SHORT and height <= SHORT
    if dot and len(found.horizontal) + len(found.vertical) > _MOST_DOTS:
        return
    if dot or width > height:
        found.horizontal.append(((y0 + y1) / 2, max(x0, 0.0), min(x1, found.width)))
    if dot or height >= width:
        found.vertical.append(((x0 + x1) / 2, max(y0, 0.0), min(y1, found.height)))


def _collect_edges(path: int, stroked: bool, outer: Matrix, found: Rules) -> None:
    """Each sub-path of its own: a thin one is a rule, of a stroked one each level or upright edge."""
    flat = native.matrices([path])
    a, b, c, d, e, f = product((flat[0], flat[1], flat[2], flat[3], flat[4], flat[5]), outer)
    points: list[tuple[float, float]] = []
    straight = True
    for kind, x, y in [*native.segments(path), (native.MOVE, 0.0, 0.0)]:
        if kind == native.MOVE:
            if len(points) > 1 and straight:
                _add_outline(points, stroked, found)
            points, straight = [], True
        elif kind == native.CURVE:
            straight = False
        points.append((a * x + c * y + e, b * x + d * y + f))


def _add_outline(points: list[tuple[float, float]], stroked: bool, found: Rules) -> None:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    box = (min(xs), min(ys), max(xs), max(ys))
    if box[2] - box[0] <= THIN or box[3] - box[1] <= THIN:
        _add_piece(box, found)
    elif stroked:
        closing = points[:1] if len(points) > 2 else []
        for (ax, ay), (bx, by) in zip(points, [*points[1:], *closing], strict=False):
            if abs(ay - by) < 0.5 < abs(ax - bx) or abs(ax - bx) < 0.5 < abs(ay - by):
                _add_piece((min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)), found)
