"""Where the physical lines of a page stand among its level rules."""

from __future__ import annotations

from ..sheet import Piece, Run

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


def apart(upper: list[Run], lower: list[Run], rules: list[Piece]) -> bool:
    """Whether a line stands too far beneath the one above to belong to its table."""
    height = max(top(lower) - bottom(lower), top(upper) - bottom(upper))
    if middle(upper) - middle(lower) <= FARTHEST * height:
        return False
    return not ruled_off(upper, lower, rules)


def ruled_off(upper: list[Run], lower: list[Run], rules: list[Piece]) -> bool:
    """Whether a rule parts two lines."""
    return any(middle(lower) < y < middle(upper) for y, _, _ in rules)


def ruled_round(rows: list[list[Run]], i: int, rules: list[Piece]) -> bool:
    """Whether a line has a row between two rules to itself."""
    here = middle(rows[i])
    upper = middle(rows[i - 1]) if i else float("inf")
    lower = middle(rows[i + 1]) if i + 1 < len(rows) else float("-inf")
    return any(here < y < upper for y, _, _ in rules) and any(lower < y < here for y, _, _ in rules)
