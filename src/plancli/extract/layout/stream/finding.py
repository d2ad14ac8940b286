"""Tables without uprights (三线表) and without any rules: columns told by gaps.

Three columns or more (two between rules) that stay clear of each other over several lines are a table. Prose never
looks so: its lines have no gaps, and run across whatever columns stood above them.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from ....language.header_rows import is_header
from ....language.headers import lexicon_of
from .. import measures as m
from ..sheet import Piece, Run
from .columns import PageColumn, keeps_to
from .gap_table import Borderless
from .growing import ExhaustedError, Ground, GrowingTable, Patience
from .row_rules import FARTHEST, PieceRow, marks_appendix, ruled_off

_BETWEEN = 12  # lines over the lower of two rules between which headings stand
_HEADS = 3  # lines of a page before which a table may go on


def find_borderless(
    rows: list[list[Run]], rules: list[Piece], carried: Sequence[Borderless] = (), *, scanned: bool = False
) -> list[Borderless]:
    """The tables among a page's lines that stand in no grid. `carried`: the last one of the page before, where it may go on;
    `scanned`: a picture shows what rules there are."""
    found: list[Borderless] = []
    if not any(len(row) > 1 for row in rows):
        return found
    with suppress(ExhaustedError):
        _find(Ground(list(map(PieceRow, rows)), rules, Patience(rows), scanned), carried, found)
    return found


def going_on(rows: list[list[Run]], rules: list[Piece], carried: Borderless) -> Borderless | None:
    """The rest of the table of the page before, where it begins with the first of a page's lines that is in pieces: headings said again
    begin a table themselves."""
    ground = Ground(list(map(PieceRow, rows)), rules, Patience(rows))
    with suppress(ExhaustedError):
        first = next((k for k, row in enumerate(rows[:_HEADS]) if len(row) > 1), None)
        if first is not None and len(rows[first]) <= m.MOST_COLUMNS and not _is_heading(rows[first]):
            return _rest_of(carried, ground, first)
    return None


def _rest_of(carried: Borderless, ground: Ground, first: int) -> Borderless | None:
    row = ground.rows[first]
    if not keeps_to(row, carried.columns) or _is_over_headings(ground, first) or marks_appendix(row):
        return None
    return _with_columns_of(carried, ground, first)


def _with_columns_of(carried: Borderless, ground: Ground, first: int) -> Borderless | None:
    columns = [PageColumn(x0, x1, 2) for x0, x1 in carried.columns]
    return GrowingTable(ground, first, carried.step, columns).table()


def _find(ground: Ground, carried: Sequence[Borderless], found: list[Borderless]) -> None:
    """Add the tables to `found`, from top to bottom, up to where the patience ends."""
    i = 0
    while i < len(ground.rows):
        table = _table_at(ground, i, () if found else carried)
        if table:
            found.append(table)
            rest = (k for k in range(i, len(ground.rows)) if id(ground.rows[k][0]) not in table.taken)
            ground.rows = ground.rows[next(rest, len(ground.rows)) :]
            i = 0  # a later table takes no line of an earlier one
        else:
            i += 1


def _table_at(ground: Ground, first: int, carried: Sequence[Borderless]) -> Borderless | None:
    """The table that begins at line `first`: the rest of one `carried` from the page before, or one with headings."""
    row = ground.rows[first]
    if not 1 < len(row) <= m.MOST_COLUMNS:
        return None
    step = carried[0].step if carried else 0.0
    if carried and _is_heading(row) and (table := _headed(ground, first, step)):
        return _said_again(table, carried[0], ground, first)  # or of its own
    for held in carried:
        if rest := _rest_of(held, ground, first):
            rest.head = rest.lines_as_in(held)
            return rest
    return _headed(ground, first, step)


def _said_again(table: Borderless, before: Borderless, ground: Ground, first: int) -> Borderless:
    """A table whose headings may be those of the page before, said again: they end where these do; where some of its columns are
    one, since a text runs over from one to the next, they are told by those of the page before."""
    table.head = table.lines_as_in(before)
    if table.head and len(table.columns) < len(before.columns):
        rest = _with_columns_of(before, ground, first)
        if rest and len(rest.lines) >= len(table.lines):
            rest.head = table.head
            return rest
    return table


def _is_running_head(ground: Ground, first: int) -> bool:
    """Whether a line stands far above the next, and above the rule between them."""
    upper, *lower = ground.rows[first : first + 2]
    if not lower or not ruled_off(upper, lower[0], ground.rules):
        return False
    low = upper.middle - FARTHEST * max(row.top - row.bottom for row in (upper, lower[0]))
    return not any(low < y < upper.middle for y, _, _ in ground.rules)


def _is_over_headings(ground: Ground, first: int) -> bool:
    """Whether the headings of a table stand farther down, between two rules: what stands over the upper one is none of it, though the
    words of a title may stand where the columns begin."""
    rows = ground.rows
    under = sorted({rule for rule in ground.rules if rule[0] < rows[first].middle}, reverse=True)[:2]
    if len(under) < 2 or any(abs(a - b) > m.SAME_PLACE for a, b in zip(under[0][1:], under[1][1:], strict=True)):
        return False
    (upper, _, _), (lower, _, _) = under
    cells: list[tuple[float, float, str]] = []
    for row in rows[first + 1 : first + 1 + _BETWEEN]:
        for run in row if lower < row.middle < upper else ():
            k = next((k for k, (x0, x1, _) in enumerate(cells) if run.x0 < x1 and run.x1 > x0), None)
            if k is None:
                cells.append((run.x0, run.x1, run.text.strip()))
            else:
                x0, x1, text = cells[k]
                cells[k] = min(x0, run.x0), max(x1, run.x1), text + run.text.strip()
    texts = [text for _, _, text in sorted(cells)]
    return len(texts) > 1 and is_header(texts, lexicon_of()) and not _is_heading(rows[first])


def _is_heading(row: list[Run]) -> bool:
    """Whether the pieces of a line read as headings."""
    return is_header([run.text.strip() for run in row], lexicon_of())


def _headed(ground: Ground, first: int, step: float) -> Borderless | None:
    """The table whose headings begin at line `first`. Of two rows of headings the first tells fewer columns than what
    stands beneath; then the lines beneath tell them."""
    best: Borderless | None = None
    if _is_running_head(ground, first) or _is_over_headings(ground, first):
        return None
    for above in range(min(3, len(ground.rows) - first)):
        if above and ground.rows[first + above - 1][0].text.strip().isdecimal():
            break  # a numbered row is none of the headings
        if len(ground.rows[first + above]) > 1:
            table = GrowingTable(ground, first + above, step, []).table(above)
            if table and (best is None or _tells_more(table, best)):
                best = table
    return best


def _tells_more(table: Borderless, other: Borderless) -> bool:
    """Whether a table has more columns, or as many and headings over several of them, or takes more lines."""
    return _told(table) > _told(other)


def _told(table: Borderless) -> tuple[int, int, int]:
    return len(table.columns), table.headings_over, len(table.lines)
