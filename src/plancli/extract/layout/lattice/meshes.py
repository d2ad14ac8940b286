"""Which ruling lines hang together: those of one grid."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from ..sheet import Piece

TOUCH = 3.0  # points: ends and crossings closer than this meet
_STRIP = 40.0  # points: a row of one or two lines is no higher


def meshes(horizontal: list[Piece], vertical: list[Piece]) -> list[tuple[list[int], list[int]]]:
    """The sets of rules that hang together by crossing: indices of horizontal and of vertical ones."""
    parent = list(range(len(horizontal) + len(vertical)))

    def root(k: int) -> int:
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k

    order = sorted(range(len(vertical)), key=lambda k: vertical[k][0])
    places = [vertical[k][0] for k in order]
    for i, (y, x0, x1) in enumerate(horizontal):
        for k in order[bisect_left(places, x0 - TOUCH) : bisect_right(places, x1 + TOUCH)]:
            _, y0, y1 = vertical[k]
            if y0 - TOUCH <= y <= y1 + TOUCH:
                parent[root(i)] = root(len(horizontal) + k)
    for i, k in _open_strips(horizontal, [vertical[k] for k in order]):
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


def _open_strips(horizontal: list[Piece], vertical: list[Piece]) -> Iterator[tuple[int, int]]:
    """Pairs of rules as long as each other, a row apart, whose ends no upright touches: a table without outer uprights has
    none at all in a row that runs across it. `vertical` stand from left to right."""
    places = [x for x, _, _ in vertical]

    def is_open(i: int) -> bool:
        y, *ends = horizontal[i]
        near = (
            rule for x in ends for rule in vertical[bisect_left(places, x - TOUCH) : bisect_right(places, x + TOUCH)]
        )
        return not any(low - TOUCH <= y <= high + TOUCH for _, low, high in near)

    order = sorted(range(len(horizontal)), key=lambda i: horizontal[i])
    for i, k in itertools.pairwise(order):
        (y, x0, x1), (above, start, end) = horizontal[i], horizontal[k]
        if above - y < _STRIP and abs(x0 - start) <= TOUCH and abs(x1 - end) <= TOUCH and is_open(i) and is_open(k):
            yield i, k
