"""A table that is too wide for a page and goes over two facing ones: its left columns on one, its right columns on the other."""

from __future__ import annotations

from collections.abc import Callable

from ..model.source import Block, Line, Paragraph, Table
from .table_heads import is_header_row, key_columns, repeated_rows

_NEAR = 3.0  # points between the edges of one row on the two pages


def join_facing(blocks: list[Block], passes: Callable[[Line | Paragraph], bool]) -> list[Block]:
    """The blocks, the right half of each such table put beside its left half; `passes` says what may stand between them."""
    result: list[Block] = []
    left: Table | None = None
    halves = 0  # the columns of the right half, once there was one
    for block in blocks:
        if isinstance(block, Table):
            if left is not None and _face(left, block, halves):
                halves = len(block.rows[0])
                _put_beside(left, block)
                left = None
                continue
            left = block
        elif left is not None and not passes(block):
            left = None
        result.append(block)
    return result


def _face(left: Table, right: Table, halves: int) -> bool:
    """Whether the rows of two tables stand at the same heights, and the second has what the first lacks: columns with headings
    of their own, and neither numbers nor tasks."""
    if not left.rows or not right.rows or len(left.rows) != len(right.rows) or not left.edges:
        return False
    if (right.page or 0) - (left.page or 0) not in (0, 1) or len(left.edges) != len(right.edges):
        return False
    if any(abs(a - b) > _NEAR for a, b in zip(left.edges, right.edges, strict=True)):
        return False
    if halves and len(right.rows[0]) == halves and not is_header_row(right.rows[0]):
        return True
    headed = is_header_row(left.rows[0]) and is_header_row(right.rows[0])
    return headed and key_columns(right) == (None, None) and not repeated_rows(left, right)


def _put_beside(left: Table, right: Table) -> None:
    width = len(left.rows[0])
    for cell in right.cells():
        cell.column += width
    for row, more in zip(left.rows, right.rows, strict=True):
        row.extend(more)
    left.dropped.extend(right.dropped)
