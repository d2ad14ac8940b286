"""Which ruling lines hang together: those of one grid."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from ..sheet import Piece

TOUCH = 3.0  # points: ends and crossings closer than this meet
_STRIP = 40.0  # points: a row of one or two lines is no higher
_BAND, _BANDS = 20.0, 128  # points of a band at least, and bands of a page at most, nor are there more than uprights


def meshes(horizontal: list[Piece], vertical: list[Piece]) -> list[tuple[list[int], list[int]]]:
    """The sets of rules that hang together by crossing: indices of horizontal and of vertical ones."""
    parent = list(range(len(horizontal) + len(vertical)))

    def root(k: int) -> int:
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k

    uprights, first = _Uprights(vertical), len(horizontal)
    for i, (y, x0, x1) in enumerate(horizontal):
        own = i
        for k in uprights.crossing(y, x0, x1):
            parent[own] = root(first + k)
            own = parent[own]
    for i, k in _open_strips(horizontal, uprights):
        parent[root(i)] = root(k)
    loose: dict[tuple[int, int], int] = {}
    crossed = {root(i) for i in range(len(horizontal))}
    for k, (_, y0, y1) in enumerate(vertical):
        # Verticals of one height that nothing crosses: a row that fills its page, cut above and below.
        if root(len(horizontal) + k) not in crossed:
            first = loose.setdefault((round(y0 / 4), round(y1 / 4)), len(horizontal) + k)
            parent[root(len(horizontal) + k)] = root(first)
    found: dict[int, tuple[list[int], list[int]]] = {}
    for k in range(len(parent)):
        across, upright = found.setdefault(root(k), ([], []))
        if k < len(horizontal):
            across.append(k)
        else:
            upright.append(k - len(horizontal))
    return list(found.values())


class _Uprights:
    """Vertical rules by the band of the page that they stand in, so that those of one grid are not asked for another's."""

    def __init__(self, vertical: list[Piece]) -> None:
        self._vertical = vertical
        self._low = min((low for _, low, _ in vertical), default=0.0) - TOUCH
        high = max((high for _, _, high in vertical), default=0.0) + TOUCH
        self._height = max(_BAND, (high - self._low) / min(_BANDS, len(vertical) or 1))
        self._bands: dict[int, tuple[list[float], list[int]]] = {}  # places and indices, from left to right
        for k in sorted(range(len(vertical)), key=lambda k: vertical[k][0]):
            x, low, high = vertical[k]
            for band in range(self._band(low - TOUCH), self._band(high + TOUCH) + 1):
                places, indices = self._bands.setdefault(band, ([], []))
                places.append(x)
                indices.append(k)

    def _band(self, y: float) -> int:
        return int((y - self._low) // self._height)

    def crossing(self, y: float, x0: float, x1: float) -> Iterator[int]:
        """The indices of those that meet a rule at `y` from `x0` to `x1`, from left to right."""
        places, indices = self._bands.get(self._band(y), ([], []))
        for k in indices[bisect_left(places, x0 - TOUCH) : bisect_right(places, x1 + TOUCH)]:
            _, low, high = self._vertical[k]
            if low - TOUCH <= y <= high + TOUCH:
                yield k


def _open_strips(horizontal: list[Piece], uprights: _Uprights) -> Iterator[tuple[int, int]]:
    """Pairs of rules as long as each other, a row apart, whose ends no upright touches: a table without outer uprights has
    none at all in a row that runs across it."""

    def is_open(i: int) -> bool:
        y, *ends = horizontal[i]
        return not any(True for x in ends for _ in uprights.crossing(y, x, x))

    order = sorted(range(len(horizontal)), key=lambda i: horizontal[i])
    for i, k in itertools.pairwise(order):
        (y, x0, x1), (above, start, end) = horizontal[i], horizontal[k]
        if above - y < _STRIP and abs(x0 - start) <= TOUCH and abs(x1 - end) <= TOUCH and is_open(i) and is_open(k):
            yield i, k
