"""The name of a group between the rows of a table without uprights: one text alone on its line, which tells no column."""

from __future__ import annotations

from .row_rules import PieceRow

_CENTRED = 0.05  # of the table's width that a name may be off its middle
_FREE = 1.5  # line heights to the lines above and beneath, where no rules stand between
_SMALL = 0.95  # of the type of the rows, at least
_NEAR = 2.0  # points
_TO_A_NUMBER = 6  # lines from a name to the first number under it
_LONGEST = 30  # characters
_STOPS = frozenset("。；，、")


def is_group(rows: list[PieceRow], i: int, reach: tuple[float, float], *, own: bool) -> bool:
    """Whether the one text of line `i` names a group: it stands in the middle of the table (whose columns so far `reach` from
    left to right) or over its numbers, with a row to itself (`own`: between two rules)."""
    run = rows[i][0]
    text = run.text.strip()
    if not text or text.isdecimal() or len(text) > _LONGEST or text[-1] in _STOPS or i + 1 >= len(rows):
        return False
    height = rows[i].top - rows[i].bottom
    around = rows[max(i - 1, 0) : i] + rows[i + 1 : i + 2]
    if not own and any(abs(row.middle - rows[i].middle) < _FREE * height for row in around):
        return False
    beneath = rows[i + 1 : i + 1 + _TO_A_NUMBER]
    if run.size < _SMALL * beneath[0][0].size:
        return False  # a running head
    for row in beneath:
        if row[0].text.strip().isdecimal() and run.x0 < row[0].x1 + _NEAR and run.x1 > row[0].x0 - _NEAR:
            return True
    left = min(reach[0], *(row[0].x0 for row in beneath))
    right = max(reach[1], *(row[-1].x1 for row in beneath if len(row) > 1), run.x1)
    off = abs(run.x0 + run.x1 - left - right) / 2
    starts = [other.x0 for row in around if len(row) > 1 for other in row]
    return off < _CENTRED * (right - left) and not any(abs(run.x0 - x0) < _NEAR for x0 in starts)
