"""The objects of a page, those inside its forms too, by kind; matrices, boxes and clips (ISO 32000-1, 8.3 and 8.5.4)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import repeat

from ...errors import TooLarge
from ..layout.sheet import Box
from . import native

Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
EVERYWHERE: Box = (-1e9, -1e9, 1e9, 1e9)
MOST_OBJECTS = 1_000_000  # of one page, those inside forms counted as often as they are drawn
MOST_TEXTS = 50_000  # pieces of text of one page: PDFium's time grows with their square where they stand in rows
_DEEPEST_FORM = 6
_KINDS = native.TEXT, native.PATH, native.IMAGE, native.SHADING, native.FORM
_CLIP_SEGMENTS = 8  # a clip of more is no box


@dataclass(slots=True)
class ObjectGroup:
    """The objects of the page itself, or of one form on it, by kind. `matrix` leads to the page; `clip` is the box, on the
    page, that the form as a whole is clipped to."""

    matrix: Matrix
    clip: Box
    texts: list[int] = field(default_factory=list)
    paths: list[int] = field(default_factory=list)
    images: list[int] = field(default_factory=list)
    shadings: list[int] = field(default_factory=list)


class Drawing:
    """The objects of a page, those of each form among them, as deep as forms go in earnest.

    `onward` moves what clips say onto the page as shown. Raises `TooLarge` over `MOST_OBJECTS` and `MOST_TEXTS`.
    """

    def __init__(self, objects: list[int], onward: Matrix = IDENTITY) -> None:
        self.onward = onward
        self.groups: list[ObjectGroup] = []
        self.forms: list[int] = []
        self._sequence: list[int] = []  # all objects as they are drawn
        self._places: dict[int, int] = {}
        self._texts = 0
        self._walk(objects, IDENTITY, EVERYWHERE, 0)

    def place(self, handle: int) -> int:
        """When an object is drawn: its place in the order; last of all where it is not known."""
        if not self._places:
            self._places = {handle: k for k, handle in enumerate(self._sequence)}
        return self._places.get(handle, MOST_OBJECTS)

    def after(self, handle: int) -> int | None:
        """The object drawn next after this one."""
        k = self.place(handle) + 1
        return self._sequence[k] if k < len(self._sequence) else None

    def _walk(self, objects: list[int], matrix: Matrix, clip: Box, depth: int) -> None:
        if len(self._sequence) + len(objects) > MOST_OBJECTS:
            raise TooLarge("a page of the PDF draws more than {most:,} objects", most=MOST_OBJECTS)
        by_kind: dict[int, list[int]] = defaultdict(list)
        for handle, kind in zip(objects, map(native.object_type, objects), strict=True):
            by_kind[kind].append(handle)
        texts, paths, images, shadings, forms = map(by_kind.__getitem__, _KINDS)
        self.groups.append(ObjectGroup(matrix, clip, texts, paths, images, shadings))
        start = 0
        for form in forms:  # what it holds is drawn before what comes after it
            end = objects.index(form, start) + 1
            self._sequence += objects[start:end]
            self.forms.append(form)
            if depth < _DEEPEST_FORM:
                self._enter(form, matrix, clip, depth)
            start = end
        self._sequence += objects[start:]
        self._texts += len(texts)
        if self._texts > MOST_TEXTS:
            raise TooLarge("a page of the PDF draws more than {most:,} pieces of text", most=MOST_TEXTS)

    def _enter(self, form: int, matrix: Matrix, clip: Box, depth: int) -> None:
        a, b, c, d, e, f = native.matrices([form])
        held = list(map(native.get_form_object, repeat(form), range(max(native.count_form_objects(form), 0))))
        (own,) = clips_of([form], product(matrix, self.onward))
        seen = intersection(clip, own)
        self._walk(held, product((a, b, c, d, e, f), matrix), seen, depth + 1)


def clips_of(handles: list[int], matrix: Matrix) -> list[Box]:
    """The box that each object is clipped to, moved by `matrix`; `EVERYWHERE` itself where it is not clipped, or by no box."""
    clips = list(map(native.object_clip, handles))
    counts = map(native.count_clip_paths, clips)
    return [
        _clip(clip, count, matrix) if clip and count > 0 else EVERYWHERE
        for clip, count in zip(clips, counts, strict=True)
    ]


def _clip(clip: int, count: int, matrix: Matrix) -> Box:
    box = EVERYWHERE
    for path in range(count):
        xs, ys = native.clip_points(clip, path, _CLIP_SEGMENTS + 1)
        if len(xs) <= _CLIP_SEGMENTS:
            inner = (min(xs), min(ys), max(xs), max(ys)) if xs else (0.0, 0.0, 0.0, 0.0)
            box = intersection(box, box_through(inner, matrix))
    return box


def intersection(one: Box, other: Box) -> Box:
    """What two boxes share; with edges that pass each other where that is nothing."""
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def product(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does what `inner` does, then what `outer` does."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def box_through(box: Box, matrix: Matrix) -> Box:
    """The level box around a box that a matrix moves."""
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x in (box[0], box[2]) for y in (box[1], box[3])]
    ys = [b * x + d * y + f for x in (box[0], box[2]) for y in (box[1], box[3])]
    return min(xs), min(ys), max(xs), max(ys)
