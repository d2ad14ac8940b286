"""Categories that stand beside the middle of their rows, as a page prints merged cells → which rows each covers."""

from __future__ import annotations

from collections.abc import Sequence

_NEAR = 1.0  # lines by which a category may stand off the middle of its rows
_FAR = float("inf")


def first_rows(rows: Sequence[tuple[int, int]], places: Sequence[float]) -> list[int]:
    """The first and last line of each row, and the lines on which the categories beside them stand, both in order → the index
    of the first row of each category; [] where they do not stand in the middle of their rows."""
    best = [0.0, *[_FAR] * len(rows)]  # how far off the categories so far stand, by the rows that they cover
    came: list[list[int]] = []
    for place in places:
        found, origins = [_FAR] * len(best), [0] * len(best)
        for end in range(1, len(best)):
            for start in range(end):
                off = abs((rows[start][0] + rows[end - 1][1]) / 2 - place)
                if off <= _NEAR and best[start] + off * off < found[end]:
                    found[end], origins[end] = best[start] + off * off, start
        best = found
        came.append(origins)
    if best[-1] == _FAR:
        return []
    firsts, end = list[int](), len(rows)
    for origins in reversed(came):
        end = origins[end]
        firsts.append(end)
    return firsts[::-1]
