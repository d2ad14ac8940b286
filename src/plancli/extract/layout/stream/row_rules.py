"""Where the physical lines of a page stand among its level rules."""

from __future__ import annotations

from itertools import pairwise

from ....language.openings import is_appendix_mark
from ....language.script import squeeze
from ..sheet import Piece, Run

_WIDEST = 5.0  # line heights from row to row
_WIDEST_UNSEEN = 12.0  # where rules may stand between that only the picture of the page shows
_REGULAR = 0.2  # of a step, within which others are as wide
LARGE = 1.15  # of the size of the headings
_LOOKED_AT = 40  # lines
FARTHEST = 2.6  # line heights between two lines of a table, unless a rule stands between them


class PieceRow(list[Run]):
    """A physical line in pieces, with the heights of its upper edge, lower edge and middle, which are asked for again and again."""

    __slots__ = ("bottom", "middle", "top")

    def __init__(self, runs: list[Run]) -> None:
        super().__init__(runs)
        self.top = max(run.top for run in runs)
        self.bottom = min(run.bottom for run in runs)
        self.middle = (self.top + self.bottom) / 2


def end_of_rules(rows: list[PieceRow], first: int, rules: list[Piece]) -> float | None:
    """The lowest rule beneath a table's first line, if there is more than the one under its headings."""
    under = [y for y, _, _ in rules if y < rows[first].middle]
    return min(under) if len(under) > 1 else None


def step_of_rows(rows: list[PieceRow], first: int, *, scanned: bool = False) -> float:
    """How far apart the rows of a table that begins at line `first` stand: the widest step that comes
    twice or more to or from a line of several pieces. 0 where none does. `scanned`: the page is a picture with its text."""
    widest = _WIDEST_UNSEEN if scanned else _WIDEST
    steps: list[float] = []
    for k in range(first, min(first + _LOOKED_AT, len(rows) - 1)):
        height = rows[k].top - rows[k].bottom
        step = rows[k].middle - rows[k + 1].middle
        if (len(rows[k]) > 1 or len(rows[k + 1]) > 1) and step < widest * height:
            steps.append(step)
    steps.sort(reverse=True)
    return next((a for a, b in pairwise(steps) if a - b < _REGULAR * a), 0.0)


def apart(upper: PieceRow, lower: PieceRow, rules: list[Piece], step: float = 0.0) -> bool:
    """Whether a line stands too far beneath the one above to belong to its table, whose rows are `step` apart."""
    height = max(lower.top - lower.bottom, upper.top - upper.bottom)
    if upper.middle - lower.middle <= max(FARTHEST * height, (1 + _REGULAR) * step):
        return False
    return not ruled_off(upper, lower, rules)


def headed_off(upper: PieceRow, lower: PieceRow, rules: list[Piece]) -> bool:
    """Whether a line stands between the rule over a table and its headings, no rule as long under it."""
    if upper[0].size > LARGE * lower[0].size:
        return False  # the title
    longest = max((x1 - x0 for _, x0, x1 in rules), default=0.0)
    long = [y for y, x0, x1 in rules if x1 - x0 > 0.9 * longest]
    here, height = upper.middle, upper.top - upper.bottom
    return any(here < y < here + FARTHEST * height for y in long) and not any(lower.middle < y < here for y in long)


def ruled_off(upper: PieceRow, lower: PieceRow, rules: list[Piece]) -> bool:
    """Whether a rule parts two lines."""
    return any(lower.middle < y < upper.middle for y, _, _ in rules)


def ruled_round(rows: list[PieceRow], i: int, rules: list[Piece]) -> bool:
    """Whether a line has a row between two rules to itself."""
    here = rows[i].middle
    upper = rows[i - 1].middle if i else float("inf")
    lower = rows[i + 1].middle if i + 1 < len(rows) else float("-inf")
    return any(here < y < upper for y, _, _ in rules) and any(lower < y < here for y, _, _ in rules)


def marks_appendix(row: list[Run]) -> bool:
    """Whether a line is the mark of an attachment, whose word and number may stand apart: what is beneath is another table."""
    return is_appendix_mark(squeeze("".join(run.text for run in row)))
