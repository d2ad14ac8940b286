"""How far to the right the lines of a page, a page of a spread or a column may reach, though all that stand there be short."""

from __future__ import annotations

from collections.abc import Iterable

from . import measures as m

Extent = tuple[float, float, int]  # of a line: left, right, how many characters

_AT = 1.0  # points: ends closer than this are one edge
_ENOUGH = 3  # lines that end there
_BEYOND = 0.1  # of the lines may reach farther: one that ends in a long number
_OVERHANG = 16.0  # points: by no more


def shared_edge(lines: Iterable[Extent]) -> float | None:
    """The right edge to which lines are set: where those that differ in how far in they begin, or in how many characters they have,
    end alike, and hardly any reaches farther."""
    ordered = sorted(lines, key=lambda line: -line[1])
    kinds = [(round(x0), length) for x0, _, length in ordered]
    end = other = 0  # behind the last that ends there; the first of another kind: neither goes back
    for k, (_, right, _) in enumerate(ordered[: int(_BEYOND * len(ordered)) + 2]):
        if ordered[0][1] - right > _OVERHANG:
            break
        while end < len(ordered) and right - ordered[end][1] < _AT:
            end += 1
        other = max(other, k)
        while other < len(ordered) and kinds[other] == kinds[k]:
            other += 1
        if end - k >= _ENOUGH and other < end:
            return right
    return None


def mirrored(left: float, right: float, width: float, height: float) -> float:
    """The right edge that makes the margins of a page equal, whose lines reach from `left` to `right`: those of its left half,
    where a sheet holds two pages side by side and the second is empty."""
    if width >= m.SPREAD * height and right <= width / 2 - left + _OVERHANG:
        return width / 2 - left
    return width - left
