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


def top(row: list[Run]) -> float:
    """The height of a line's upper edge."""
    return max(run.top for run in row)


def bottom(row: list[Run]) -> float:
    """The height of a line's lower edge."""
    return min(run.bottom for run in row)


def middle(row: list[Run]) -> float:
    """The height of a line's middle."""
    return (top(row) + bottom(row)) / 2


def end_of_rules(rows: list[list[Run]], first: int, rules: list[Piece]) -> float | None:
    """The lowest rule beneath a table's first line, if there is more than the one under its headings."""
    under = [y for y, _, _ in rules if y < middle(rows[first])]
    return min(under) if len(under) > 1 else None


def step_of_rows(rows: list[list[Run]], first: int, *, scanned: bool = False) -> float:
    """How far apart the rows of a table that begins at line `first` stand: the widest step that comes
    twice or more to or from a line of several pieces. 0 where none does. `scanned`: the page is a picture with its text."""
    widest = _WIDEST_UNSEEN if scanned else _WIDEST
    steps: list[float] = []
    for k in range(first, min(first + _LOOKED_AT, len(rows) - 1)):
        height = top(rows[k]) - bottom(rows[k])
        step = middle(rows[k]) - middle(rows[k + 1])
        if (len(rows[k]) > 1 or len(rows[k + 1]) > 1) and step < widest * height:
            steps.append(step)
    steps.sort(reverse=True)
    return next((a for a, b in pairwise(steps) if a - b < _REGULAR * a), 0.0)


def apart(upper: list[Run], lower: list[Run], rules: list[Piece], step: float = 0.0) -> bool:
    """Whether a line stands too far beneath the one above to belong to its table, whose rows are `step` apart."""
    height = max(top(lower) - bottom(lower), top(upper) - bottom(upper))
    if middle(upper) - middle(lower) <= max(FARTHEST * height, (1 + _REGULAR) * step):
        return False
    return not ruled_off(upper, lower, rules)


def headed_off(upper: list[Run], lower: list[Run], rules: list[Piece]) -> bool:
    """Whether a line stands between the rule over a table and its headings, no rule as long under it."""
    if upper[0].size > LARGE * lower[0].size:
        return False  # the title
    longest = max((x1 - x0 for _, x0, x1 in rules), default=0.0)
    long = [y for y, x0, x1 in rules if x1 - x0 > 0.9 * longest]
    here, height = middle(upper), top(upper) - bottom(upper)
    return any(here < y < here + FARTHEST * height for y in long) and not any(middle(lower) < y < here for y in long)


def ruled_off(upper: list[Run], lower: list[Run], rules: list[Piece]) -> bool:
    """Whether a rule parts two lines."""
    return any(middle(lower) < y < middle(upper) for y, _, _ in rules)


def ruled_round(rows: list[list[Run]], i: int, rules: list[Piece]) -> bool:
    """Whether a line has a row between two rules to itself."""
    here = middle(rows[i])
    upper = middle(rows[i - 1]) if i else float("inf")
    lower = middle(rows[i + 1]) if i + 1 < len(rows) else float("-inf")
    return any(here < y < upper for y, _, _ in rules) and any(lower < y < here for y, _, _ in rules)


def marks_appendix(row: list[Run]) -> bool:
    """Whether a line is the mark of an attachment, whose word and number may stand apart: what is beneath is another table."""
    return is_appendix_mark(squeeze("".join(run.text for run in row)))
