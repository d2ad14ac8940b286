"""The objects of a page, those inside its forms too, by kind; matrices and boxes (ISO 32000-1, 8.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import repeat

from . import native

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]  # left, bottom, right, top

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_DEEPEST_FORM = 6


@dataclass(slots=True)
class Group:
    """The objects of the page itself, or of one form on it, by kind."""

    matrix: Matrix
    texts: list[int]
    paths: list[int]
    images: list[int]


def groups(objects: list[int], matrix: Matrix = IDENTITY, depth: int = 0) -> Iterator[Group]:
    """The objects given, then those of each form among them, as deep as forms go in earnest."""
    kinds = list(map(native.object_type, objects))
    group = Group(
        matrix,
        [o for o, kind in zip(objects, kinds, strict=True) if kind == native.TEXT],
        [o for o, kind in zip(objects, kinds, strict=True) if kind == native.PATH],
        [o for o, kind in zip(objects, kinds, strict=True) if kind == native.IMAGE],
    )
    yield group
    if depth >= _DEEPEST_FORM or native.FORM not in kinds:
        return
    forms = [o for o, kind in zip(objects, kinds, strict=True) if kind == native.FORM]
    flat = native.matrices(forms)
    for k, form in enumerate(forms):
        inner = list(map(native.get_form_object, repeat(form), range(max(native.count_form_objects(form), 0))))
        a, b, c, d, e, f = flat[6 * k : 6 * k + 6]
        yield from groups(inner, product((a, b, c, d, e, f), matrix), depth + 1)


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
