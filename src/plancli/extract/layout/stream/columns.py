"""Tables without uprights (三线表) and without any rules: columns told by gaps.

Three columns or more (two between rules) that stay clear of each other over several lines are a table. Prose never
looks so: its lines have no gaps, and run across whatever columns stood above them.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise

from .. import measures as m
from ..lattice.grids import ONE_LINE
from ..sheet import Piece, Run
from .gap_table import Borderless, Interval
from .groups import is_group
from .headings import HALF, count_of_head, side_by_side
from .logical_rows import TextLine
from .row_rules import (
    FARTHEST,
    apart,
    bottom,
    end_of_rules,
    headed_off,
    middle,
    ruled_off,
    ruled_round,
    step_of_rows,
    top,
)
from .text_lines import Over, is_midway, text_line

_ALIGNED = 4.0  # points: cells of a column that goes on overleaf begin, or have their middle, no farther apart
_HEADING = 14  # characters that a heading has at most
_TIERS = 4  # lines of headings over each other
_STOPS = frozenset("。；：！？…")


@dataclass(slots=True)
class _Column:
    """A column while the table grows: its extent, and how many lines have something in it."""

    x0: float
    x1: float
    lines: int = 1


class _ExhaustedError(Exception):
    """So much was looked at that what is left of the page is taken for text."""


class Patience:
    """How many runs may be looked at: scattered text would take the square of their number, or its cube."""

    def __init__(self, rows: list[list[Run]]) -> None:
        self._left = 500 + m.PATIENCE * sum(map(len, rows))

    def spend(self, row: list[Run]) -> None:
        """One more line is looked at."""
        self._left -= len(row)
        if self._left < 0:
            raise _ExhaustedError


def find_borderless(rows: list[list[Run]], rules: list[Piece], carried: Borderless | None) -> list[Borderless]:
    """The tables among a page's lines that stand in no grid. `carried`: the last one of the page before."""
    found: list[Borderless] = []
    with suppress(_ExhaustedError):
        _find(rows, rules, carried, found, Patience(rows))
    return found


def _find(
    rows: list[list[Run]],
    rules: list[Piece],
    carried: Borderless | None,
    found: list[Borderless],
    patience: Patience,
) -> None:
    i = 0
    while i < len(rows):
        table = None
        if 1 < len(rows[i]) <= m.MOST_COLUMNS:
            step = carried.step if carried and not found else 0.0
            if carried and not found and _keeps_to(rows[i], carried.columns):
                columns = [_Column(x0, x1, 2) for x0, x1 in carried.columns]
                table = _grow(rows, i, rules, columns, patience, step, headed=False)
            table = table or _best(rows, i, rules, patience, step)
        if table:
            found.append(table)
            rows = rows[
                next(k for k in range(i, len(rows) + 1) if k == len(rows) or id(rows[k][0]) not in table.taken) :
            ]
            i = 0  # a later table takes no line of an earlier one
        else:
            i += 1


def _best(rows: list[list[Run]], first: int, rules: list[Piece], patience: Patience, step: float) -> Borderless | None:
    """The table whose headings begin at line `first`. Of two rows of headings the first tells fewer columns than what
    stands beneath; then the lines beneath tell them."""
    best: Borderless | None = None
    for above in range(3):
        if first + above < len(rows) and (len(rows[first + above]) > 1):
            table = _grow(rows, first + above, rules, [], patience, step, headed=True, above=above)
            if table and (best is None or _tells_more(table, best)):
                best = table
    return best


def _tells_more(table: Borderless, other: Borderless) -> bool:
    """Whether a table has more columns, or as many and headings over several of them."""
    return (len(table.columns), table.headings_over) > (len(other.columns), other.headings_over)


def _keeps_to(row: list[Run], columns: list[Interval]) -> bool:
    """Whether the runs of a line keep to two or more columns, and nearly all to the left edge or the middle of theirs."""
    touched = [[c for c, (x0, x1) in enumerate(columns) if run.x0 < x1 and run.x1 > x0] for run in row]
    if not all(len(t) == 1 for t in touched) or len({t[0] for t in touched}) < 2:
        return False
    held = [(run, columns[t[0]]) for run, t in zip(row, touched, strict=True)]
    aligned = sum(
        abs(run.x0 - x0) < _ALIGNED or abs(run.x0 + run.x1 - x0 - x1) < 2 * _ALIGNED for run, (x0, x1) in held
    )
    return len(held) - aligned <= len(held) // 4


def _grow(
    rows: list[list[Run]],
    first: int,
    rules: list[Piece],
    columns: list[_Column],
    patience: Patience,
    step: float,
    *,
    headed: bool,
    above: int = 0,
) -> Borderless | None:
    """The table that begins at line `first`, or None where the lines beneath do not bear it out.

    Its rows stand `step` apart, if they did on the page before. `above` lines before it are headings too, over the columns that the lines from `first` on tell.
    """
    left, right = rows[first][0].x0, rows[first][-1].x1
    below = [rule for rule in rules if rule[1] < right and rule[2] > left and rule[2] - rule[1] > 0.5 * (right - left)]
    last = first
    spans: set[int] = set()
    step = max(step, step_of_rows(rows, first))
    ends = end_of_rules(rows, first, below)
    for i in range(first, len(rows)):
        patience.spend(rows[i])
        if len(rows[i]) > m.MOST_COLUMNS or (i > first and apart(rows[i - 1], rows[i], below, step)):
            break
        if i > first and ends is not None and middle(rows[i]) < ends and not _cut_off(rows, i, columns, below):
            break
        alone = i > first and len(rows[i]) == 1
        own = alone and ruled_round(rows, i, below)
        past = own and rows[i][0].x0 < columns[0].x1 < rows[i][0].x1
        group = alone and (past or is_group(rows, i, (columns[0].x0, columns[-1].x1), own=own))
        grown = None if group or _across(columns, rows[i]) else _with(columns, rows[i])
        if grown is None:
            if not own and not (alone and _goes_on(rows, i + 1, columns, below, patience, step)):
                break
            spans.add(i)
        else:
            columns = grown
        last = i
    if not columns:
        return None
    while last in spans and not ruled_round(rows, last, below):
        last -= 1
    columns = [column for k, column in enumerate(columns) if not _is_heading_over(columns, k, rows[first])]
    extents = [(column.x0, column.x1) for column in columns]
    lines = [text_line(rows[i], extents, span=i in spans) for i in range(first, last + 1)]
    # A heading of more lines than its neighbours begins half a line above them; a row from the page before, anywhere.
    nearest = HALF if headed else FARTHEST
    while first and (
        above
        or _belongs_above(rows[first - 1], rows[first], extents, nearest)
        or (headed and headed_off(rows[first - 1], rows[first], below))
    ):
        if above and (
            apart(rows[first - 1], rows[first], below, step)
            or (len(rows[first - 1]) == 1 and is_group(rows, first - 1, (extents[0][0], extents[-1][1]), own=False))
        ):
            return None
        first, above = first - 1, max(above - 1, 0)
        lines.insert(0, text_line(rows[first], extents, over=Over(rules, rows[first + 1])))
    while not headed and first and len(rows[first - 1]) == 1:
        own = ruled_round(rows, first - 1, below)
        far = apart(rows[first - 1], rows[first], below, step)
        if not own and (far or not is_group(rows, first - 1, (extents[0][0], extents[-1][1]), own=False)):
            break
        first -= 1
        lines.insert(0, text_line(rows[first], extents, span=True))
    if _over_beneath(lines):
        return None
    # A rule with a gap where a merged cell stands is two: the shorter piece lies on the height of the longer.
    heights = [y for y, _, _ in below if bottom(rows[last]) - 12 < y < top(rows[first]) + 12]
    inside = [rule for rule in rules if any(abs(rule[0] - y) <= ONE_LINE for y in heights)]
    if not _borne_out(lines, columns, heights, headed):
        return None
    return Borderless(extents, lines, inside, step, {id(rows[i][0]) for i in range(first, last + 1)})


def _goes_on(
    rows: list[list[Run]], first: int, columns: list[_Column], rules: list[Piece], patience: Patience, step: float
) -> bool:
    """Whether the table goes on beneath a line across its columns, which is then a group's name: the lines from `first` on
    keep to the columns, up to one that stands in several. Another name may follow under a rule of its own."""
    for i in range(first, len(rows)):
        patience.spend(rows[i])
        if apart(rows[i - 1], rows[i], rules, step):
            return False
        if _across(columns, rows[i]) and ruled_off(rows[i - 1], rows[i], rules):
            continue
        after = _with(columns, rows[i])
        if after is None or len(after) < len(columns):
            return False
        if len(rows[i]) > 1:
            return True
        columns = after
    return False


def _cut_off(rows: list[list[Run]], i: int, columns: list[_Column], rules: list[Piece]) -> bool:
    """Whether a line beneath the last rule belongs to a row that the page's end cuts: under rows that each have a rule, the
    lines down to the end keep to the columns and fill three or more."""
    if len(rules) < 4:
        return False
    first = i
    while not ruled_off(rows[first - 1], rows[i], rules):
        first -= 1
    filled: set[int] = set()
    for k in range(first, len(rows)):
        if k > first and apart(rows[k - 1], rows[k], rules):
            break
        for run in rows[k]:
            touched = {c for c, column in enumerate(columns) if run.x0 < column.x1 and run.x1 > column.x0}
            if len(touched) != 1:
                return False
            filled |= touched
    return len(filled) > 2


def _across(columns: list[_Column], row: list[Run]) -> bool:
    """Whether a line is one stretch of text over several columns."""
    x0, x1 = row[0].x0, row[-1].x1
    return len(row) == 1 and sum(x0 < column.x1 and x1 > column.x0 for column in columns) > 1


def _with(columns: list[_Column], row: list[Run]) -> list[_Column] | None:
    """The columns grown by a line; None where one of its runs goes across two that stood before."""
    grown = [_Column(column.x0, column.x1, column.lines) for column in columns]
    for run in row:
        clear = m.COLUMN_CLEAR * (run.top - run.bottom)
        touched = [column for column in grown if run.x0 < column.x1 + clear and run.x1 > column.x0 - clear]
        if sum(column.lines > 1 for column in touched) > 1:
            return None
        if not touched:
            grown.append(_Column(run.x0, run.x1, 0))
            continue
        kept = touched[0]
        kept.x0, kept.x1 = min(run.x0, *(c.x0 for c in touched)), max(run.x1, *(c.x1 for c in touched))
        kept.lines = max(column.lines for column in touched)
        grown = [column for column in grown if column is kept or column not in touched[1:]]
    grown.sort(key=lambda column: column.x0)
    for column in grown:
        column.lines += any(run.x0 < column.x1 and run.x1 > column.x0 for run in row)
    return grown


def _is_heading_over(columns: list[_Column], k: int, row: list[Run]) -> bool:
    """Whether nothing but a heading stands in a column, midway between two that have none in its line."""
    if columns[k].lines > 1 or not 0 < k < len(columns) - 1:
        return False
    before, after = columns[k - 1], columns[k + 1]
    if any(run.x0 < side.x1 and run.x1 > side.x0 for run in row for side in (before, after)):
        return False
    return is_midway((columns[k].x0, columns[k].x1), (before.x0, after.x1))


def _belongs_above(upper: list[Run], lower: list[Run], columns: list[Interval], nearest: float) -> bool:
    """Whether a line no farther up than `nearest` line heights keeps to the columns, or is short and over some."""
    if middle(upper) - middle(lower) >= nearest * (top(lower) - bottom(lower)):
        return False
    if all(any(x0 - 5 < run.x0 and run.x1 < x1 + 5 for x0, x1 in columns) for run in upper):
        return True
    return nearest == HALF and all(len(run.text.strip()) <= _HEADING for run in upper)


def _over_beneath(lines: list[TextLine]) -> bool:
    """Whether a heading over several columns stands beneath what stands in one of them: it is the rest of broken headings."""
    filled: set[int] = set()
    for line in lines[:_TIERS]:
        if any(filled & set(range(first, last + 1)) for first, last, _ in line.wide):
            return True
        filled |= set(line.filled)
    return False


def _borne_out(lines: list[TextLine], columns: list[_Column], rules: list[float], headed: bool) -> bool:
    """Whether the lines make a table: headings first, then enough lines that fill several columns."""
    if len(columns) < (2 if len(rules) > 1 else 3) or any(column.lines < 2 for column in columns[:2]):
        return False
    if any(map(_share_a_column, lines)) or (len(rules) < 2 and _runs_on(lines)):
        return False
    if headed:
        first = max(count_of_head(lines), 1)
        while first < len(lines) and side_by_side(lines[first - 1], lines[first]):
            if any(lines[first].middle < y < lines[first - 1].middle for y in rules):
                break
            first += 1
        head = [
            "".join(run.text for run in runs).strip()
            for line in lines[:first]
            for runs in [*line.filled.values(), *(runs for _, _, runs in line.wide)]
        ]
        if any(len(text) > _HEADING or set(text) & _STOPS or text.endswith("，") for text in head):
            return False
        if sum(any(c >= "一" for c in text) for text in head) < (2 if len(rules) > 1 else 3):
            return False
    several = sum(len(line.filled) > 1 for line in lines[headed:])
    if not headed:
        return several > 0
    return several >= (1 if len(rules) > 1 else 2) and 12 * several >= len(lines)


def _share_a_column(line: TextLine) -> bool:
    """Whether what stands over several columns overlaps: words of a text, that keep to none."""
    over = sorted((first, last) for first, last, _ in line.wide)
    return any(after[0] <= before[1] for before, after in pairwise(over))


def _runs_on(lines: list[TextLine]) -> bool:
    """Whether lines are words of a text with blanks between them (a list of names): in most of them two columns or more hold
    several words, or most columns hold something in the first line alone."""
    parted = sum(sum(len(runs) > 1 for runs in line.filled.values()) > 1 for line in lines)
    beneath = {column for line in lines[1:] for column in line.filled}
    return 2 * parted > len(lines) or 2 * len(beneath) < len(lines[0].filled)
