"""Cells merged over rows: categories that stand beside the middle of their rows, as a page prints merged cells → which rows each covers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ....language.header_rows import squeezed
from ....language.script import columns
from ....language.times import is_time
from .layout_lines import LayoutLine, LayoutPiece

NARROW = 8  # half-width columns; in as narrow a column each line is full
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


def join_lines(lines: Sequence[tuple[int, LayoutLine]], c: int, at: Mapping[int, int], width: int) -> None:
    """Put the lines of each cell of column `c`, which is merged over rows, beside each other: 经济发 / 展, 生态 / 环境. `at`: which of
    these lines each line of the text is."""
    above: LayoutPiece | None = None
    for n, line in lines:
        for piece in [piece for piece in line.pieces if piece.column == c]:
            near = above is not None and n - at[above.at] <= 2 and above.text.count("\n") < 1
            near = near and not (is_time(squeezed(above.text)) and is_time(squeezed(piece.text)))  # type: ignore[union-attr]
            full = above is not None and columns(above.text) >= width - 1
            if above is not None and near and full and (width < NARROW or columns(piece.text) < width):
                above.text += "\n" + piece.text
                above.until = piece.at
                line.pieces.remove(piece)
            else:
                above = piece
