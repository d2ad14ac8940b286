"""Paths → the pieces of ruling lines (strokes, thin filled shapes, the edges of stroked boxes, dots and dashes), and fills."""

from __future__ import annotations

from collections.abc import Iterable

from ..layout.sheet import Box, Sheet
from . import native
from .grounds import WHITE, Grounds, light
from .objects import IDENTITY, Drawing, Matrix, ObjectGroup, box_through, product

THIN = 3.0  # points: a shape no thicker is a rule
SHORT = 4.0  # points: a shape no longer is a dot of a dotted rule
_MOST_SEGMENTS = 4000  # a path of more is a drawing
_BOX_SEGMENTS = 6  # a path of more is no simple box
_MOST_DOTS = 100_000  # more of them are a drawing
_ON = 0.5  # points: what is as near an edge lies on it
_LEAST_FILL = 20.0  # points: a smaller shape is a glyph drawn as an outline, a tick box, the shading of a character


def collect_rules(drawing: Drawing, sheet: Sheet) -> Grounds:
    """Add to the sheet the pieces of rules that a page's paths draw; give what they fill.

    Thin shapes are rules; the straight edges of stroked boxes are rules; fills without a stroke are grounds.
    """
    grounds = Grounds(drawing)
    thin: list[tuple[int, Box]] = []
    for group in drawing.groups:
        if group.paths:
            _collect(group, sheet, grounds, thin)
    if grounds:
        thin = _standing_out(thin, grounds)
    _add_pieces([box for _, box in thin], sheet)
    return grounds


def _collect(group: ObjectGroup, sheet: Sheet, grounds: Grounds, thin_fills: list[tuple[int, Box]]) -> None:
    paths, moved = group.paths, group.matrix != IDENTITY
    strokes: list[Box] = []
    for path, box, (filled, stroked), count in zip(paths, *native.shapes(paths), strict=True):
        if (not stroked and not filled) or count > _MOST_SEGMENTS:
            continue
        if moved:
            box = box_through(box, group.matrix)
        width, height = box[2] - box[0], box[3] - box[1]
        thin, simple = width <= THIN or height <= THIN, count <= _BOX_SEGMENTS
        if thin and simple:
            if stroked:
                strokes.append(box)
            else:
                thin_fills.append((path, box))
            continue
        if filled and not thin:
            large = max(width, height) > _LEAST_FILL
            if large or simple:
                grounds.add(path, box, simple and large)
        if thin or stroked or not simple:
            _collect_edges(path, bool(stroked), group.matrix, sheet)
    _add_pieces(strokes, sheet)


def _standing_out(thin: list[tuple[int, Box]], grounds: Grounds) -> list[tuple[int, Box]]:
    """Thin fills that are seen as rules: not those of the white ground, nor what is a sliver of the shading beside it."""
    colours = native.fills([path for path, _ in thin])
    kept = []
    for (path, box), (red, green, blue, _) in zip(thin, colours, strict=True):
        if light(red, green, blue) >= WHITE and not grounds.dark_beneath(box, path):
            continue
        if box[3] - box[1] > THIN and grounds.beside(box, (red, green, blue)):
            continue
        kept.append((path, box))
    return kept


def _add_pieces(boxes: Iterable[Box], sheet: Sheet) -> None:
    level, upright, across, up = sheet.level, sheet.upright, sheet.width, sheet.height
    for x0, y0, x1, y1 in boxes:
        if x1 < 0 or y1 < 0 or x0 > across or y0 > up:
            continue
        width, height = x1 - x0, y1 - y0
        dot = width <= SHORT and height <= SHORT
        if dot and len(level) + len(upright) > _MOST_DOTS:
            continue
        if dot or width > height:
            level.append(((y0 + y1) / 2, x0 if x0 > 0.0 else 0.0, x1 if x1 < across else across))
        if dot or height >= width:
            upright.append(((x0 + x1) / 2, y0 if y0 > 0.0 else 0.0, y1 if y1 < up else up))


def _collect_edges(path: int, stroked: bool, outer: Matrix, sheet: Sheet) -> None:
    """Each sub-path of its own: a thin one is a rule, of a stroked one each level or upright edge."""
    flat = native.matrices([path])
    a, b, c, d, e, f = product((flat[0], flat[1], flat[2], flat[3], flat[4], flat[5]), outer)
    points: list[tuple[float, float]] = []
    curved: list[bool] = []
    straight = True
    for kind, x, y in [*native.segments(path), (native.MOVE, 0.0, 0.0)]:
        if kind == native.MOVE:
            if len(points) > 1 and straight:
                _add_outline(points, stroked, sheet)
            elif stroked and len(points) > 4:
                _add_rounded(points, curved, sheet)
            points, curved, straight = [], [], True
        elif kind == native.CURVE:
            straight = False
        curved.append(kind == native.CURVE)
        points.append((a * x + c * y + e, b * x + d * y + f))


def _add_rounded(points: list[tuple[float, float]], curved: list[bool], sheet: Sheet) -> None:
    """A box with rounded corners has the edges of one without: its straight stretches lie on all four and make up most of them."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, right, low, top = min(xs), max(xs), min(ys), max(ys)
    if min(right - left, top - low) < _LEAST_FILL:
        return
    along = {"left": 0.0, "right": 0.0, "low": 0.0, "top": 0.0}
    for (ax, ay), (bx, by), curve in zip(points, [*points[1:], points[0]], [*curved[1:], False], strict=True):
        if curve:
            continue
        for side, place, edge in (("left", (ax, bx), left), ("right", (ax, bx), right)):
            along[side] += abs(ay - by) if max(abs(x - edge) for x in place) < _ON else 0.0
        for side, place, edge in (("low", (ay, by), low), ("top", (ay, by), top)):
            along[side] += abs(ax - bx) if max(abs(y - edge) for y in place) < _ON else 0.0
    if min(along["left"], along["right"]) > (top - low) / 2 and min(along["low"], along["top"]) > (right - left) / 2:
        sides = (left, low, left, top), (right, low, right, top), (left, low, right, low), (left, top, right, top)
        _add_pieces(sides, sheet)


def _add_outline(points: list[tuple[float, float]], stroked: bool, sheet: Sheet) -> None:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    box = (min(xs), min(ys), max(xs), max(ys))
    if box[2] - box[0] <= THIN or box[3] - box[1] <= THIN:
        _add_pieces([box], sheet)
    elif stroked:
        closing = points[:1] if len(points) > 2 else []
        edges = [
            (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
            for (ax, ay), (bx, by) in zip(points, [*points[1:], *closing], strict=False)
            if abs(ay - by) < 0.5 < abs(ax - bx) or abs(ax - bx) < 0.5 < abs(ay - by)
        ]
        _add_pieces(edges, sheet)
