"""A row that a page has cut: the first row of a later part that is the rest of the last row of the earlier one."""

from __future__ import annotations

from itertools import pairwise, zip_longest

from ..language.script import squeeze
from ..language.time_pieces import ends_as_time
from ..language.times import begins_time
from ..model.source import Cell, Line, Table
from .cells import ends_open, join_cell_lines, stands_upright, wraps_into
from .table_heads import distinct, is_header_row, key_columns, merges, time_columns

_STOP = "。；;！!？?"
_OTHERS = 2  # categories that tell how long names are
_DATE = 12  # characters of one, at most


def is_cut(table: Table, later: Table, first: list[Cell]) -> bool:
    """Whether the first row of the later part is the rest of the last row of the earlier one."""
    last = table.rows[-1]
    number, task = key_columns(table)
    if number is not None and first[number].text:
        return False
    if (len(distinct(first)) == 1 and len(first) > 1) or not _match(last, first):
        return False
    if later.open_top or table.open_bottom:
        return True
    pairs = [(a, b) for a, b in zip(last, first, strict=True) if b.text]
    if not pairs or any(not a.text for a, b in pairs):
        return False
    if number is None and task is None:
        return all(not b.text for b in first[:1]) and len(pairs) < len(first)
    if task is not None:
        if not first[task].text:
            return number is not None or not merges(table, task)
        if number is None or merges(table, number):  # a row without a number may be one of several under the last
            dated = any(_are_two_dates(last[c], first[c]) for c in time_columns(table))
            return not dated and _broken_off(last[task], first[task])
    return any(_broken_off(a, b) for a, b in pairs)


def _are_two_dates(cell: Cell, rest: Cell) -> bool:
    """Whether two cells of a column of times hold a date each and nothing else, so that they are of two rows."""
    return ends_as_time(cell.text) and begins_time(rest.text) and len(cell.text) <= _DATE


def _match(last: list[Cell], first: list[Cell]) -> bool:
    """Whether two rows are divided into cells at the same columns."""
    return [(a.column, a.colspan) for a in last] == [(b.column, b.colspan) for b in first]


def _broken_off(cell: Cell, rest: Cell) -> bool:
    """Whether a cell's text ends in the middle of a sentence and its last line is full."""
    if not cell.text or cell.text[-1] in _STOP or not rest.text:
        return False
    line = next((line for line in reversed(cell.lines) if line.text.strip()), None)
    if line is None or line.right <= line.left:
        return cell.text[-1] in "，、：,（(《“"
    return line.right - line.x1 < 2.2 * (line.size or 10.5) or cell.text[-1] in "，、"


def join_rows(table: Table, rows: list[list[Cell]]) -> list[Cell]:
    """The first of `rows` goes into the table's last row, cell by cell; cells merged downwards go on. Returns the cells that have got
    lines: their texts are the pieces put together, until their lines are joined, once for all pages."""
    grown: list[Cell] = []
    last, first = table.rows[-1], rows[0]
    for upper, lower in dict.fromkeys(
        _Pair(a, b) for a, b in zip_longest(last, first) if a is not None and b is not None
    ):
        if lower is upper:
            continue
        upper.lines.extend(lower.lines)
        if lower.lines:
            grown.append(upper)
        upper.text += lower.text
        _replace(rows, lower, upper)
        upper.rowspan += lower.rowspan - 1
    return grown


def continue_merged(table: Table, rows: list[list[Cell]]) -> None:
    """An empty cell at the head of a later part, where cells are merged downwards, is the rest of the one above.

    So is the end of a list or of a range of times that the cell above leaves open. In a column before the task whose cells are merged and never empty, it is so though neither piece spans two rows.
    """
    last, first = table.rows[-1], rows[0]
    number, task = key_columns(table)
    groups = [c for c in range(task or 0) if merges(table, c) and all(row[c].text for row in table.rows)]
    for upper, lower in dict.fromkeys(_Pair(a, b) for a, b in zip(last, first, strict=True)):
        if lower.text and upper.text and upper.column not in (number, task) and _match([upper], [lower]):
            if _left_open(upper, lower) or (
                upper.column < (task or 0) and wraps_into(upper, lower) and _one_group(table, rows, upper, number)
            ):
                upper.lines.extend(lower.lines)
                join_cell_lines(upper)
                _replace(rows, lower, upper)
                upper.rowspan += lower.rowspan
            continue
        if lower.text or not upper.text or not _match([upper], [lower]):
            continue
        if upper.rowspan > 1 or lower.rowspan > 1 or lower.column in (number, *groups):
            _replace(rows, lower, upper)
            upper.rowspan += lower.rowspan


def _left_open(upper: Cell, lower: Cell) -> bool:
    """Whether a list or a range of times breaks off in a merged cell or at the edge of its own, and goes on in the one below."""
    return ends_open(upper) and (upper.rowspan > 1 or lower.rowspan > 1 or wraps_into(upper, lower))


def _one_group(table: Table, rows: list[list[Cell]], upper: Cell, number: int | None) -> bool:
    """Whether the category of the last rows goes on overleaf, its name cut in two: where each category begins with number 1 and the
    next row's is another, where the names of other categories tell, or where its name fills its rows down to the page's end, which are
    several, as all other categories' are. A name that left room on the page before is whole."""
    if not merges(table, upper.column):
        return False
    last = upper.lines[-1]
    ends = [cell.lines[-1] for cell in distinct(table.rows[-1]) if cell is not upper and cell.lines]
    if any(line.page != last.page for line in ends):
        return False
    after = rows[0][number].text if number is not None else ""
    if number is not None and after.isdecimal():
        firsts = {
            row[number].text for row in table.rows if row[number].text.isdecimal() and _begins(table, row, upper.column)
        }
        if firsts == {"1"} and sum(row[number].text == "1" for row in table.rows) > 1:
            return after != "1"
    told = _by_length(table, rows, upper)
    if told is not None:
        return told
    fills = bool(ends) and last.bottom < min(line.bottom for line in ends) + _room(upper.lines)
    return fills and (upper.rowspan > 1 or _others_merge(table, rows, upper))


def _room(lines: list[Line]) -> float:
    """What stands free beneath a name that fills its rows, at most: where it stands a character a line, less than one more takes."""
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if a.bottom > b.bottom]
    if steps and stands_upright(lines):
        return 0.9 * min(steps)
    return 0.5 * (lines[-1].size or 10.5)


def _others_merge(table: Table, rows: list[list[Cell]], upper: Cell) -> bool:
    """Whether each category but the one that a page may have cut has several rows."""
    others = _other_categories(table, rows, upper)
    return bool(others) and all(cell.rowspan > 1 for cell in others)


def _by_length(table: Table, rows: list[list[Cell]], upper: Cell) -> bool | None:
    """Whether the names at a page's end and overleaf are one, by how long other categories are: one, where all of these are as long as
    both together; two, where each is as long as others, and both together are longer than any. None where that does not tell."""
    lengths = [len(squeeze(cell.text)) for cell in _other_categories(table, rows, upper)]
    pieces = [len(squeeze(cell.text)) for cell in (upper, rows[0][upper.column])]
    if len(lengths) < _OTHERS:
        return None
    if set(lengths) == {sum(pieces)}:
        return True
    apart = all(min(lengths) <= piece <= max(lengths) for piece in pieces) and sum(pieces) > max(lengths)
    return False if apart else None


def _other_categories(table: Table, rows: list[list[Cell]], upper: Cell) -> list[Cell]:
    """The cells of a column of categories but the one that a page may have cut."""
    c = upper.column
    headers = [row[c] for row in table.rows if is_header_row(row)]
    named = {id(row[c]): row[c] for row in [*table.rows, *rows] if row[c].text}.values()
    others = {id(cell) for cell in (upper, rows[0][c], *headers)}
    return [cell for cell in named if id(cell) not in others]


def _begins(table: Table, row: list[Cell], c: int) -> bool:
    """Whether a row is the first of a category."""
    return bool(row[c].text) and table.rows[row[c].row] is row


class _Pair(tuple[Cell, Cell]):
    """Two cells, the same pair only if they are the same objects."""

    __slots__ = ()

    def __new__(cls, upper: Cell, lower: Cell) -> _Pair:
        return super().__new__(cls, (upper, lower))

    def __hash__(self) -> int:
        return hash((id(self[0]), id(self[1])))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Pair) and self[0] is other[0] and self[1] is other[1]


def _replace(rows: list[list[Cell]], lower: Cell, upper: Cell) -> None:
    for row in rows[: lower.rowspan]:
        for c, cell in enumerate(row):
            if cell is lower:
                row[c] = upper
