"""Tables of a web page: which hold data, and their grids with rowspan and colspan (HTML, 4.9.12)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from lxml import etree

from ...errors import TooLarge
from ...grammar.pattern import Pattern
from ...language.headers import Lexicon, time_header
from ...model.settings import Limits
from ...model.source import Cell, Line, Table
from ..filled_cells import FEWEST_TIMES
from ..task_header import is_header
from .elements import asker, text_of

_WIDEST = 1000  # HTML's own bound on colspan
_SECTIONS = ("thead", "tbody", "tfoot")
_CELLS = ("td", "th")
_PARAGRAPHS = ("p", "div", "br", "li", "h1", "h2", "h3", "h4")
_TEXT_PARAGRAPHS = 6
_MANY = 30  # rows
_HEAD = 6  # rows among which the headers are
_is_spanned = asker("boolean(.//@colspan) or boolean(.//@rowspan)")
_INTEGER = Pattern(r"\s*(\d{1,6})")


def rows_of(table: etree._Element) -> list[etree._Element]:
    """The rows of a table itself, in the order in which they are shown."""
    head: list[etree._Element] = []
    body: list[etree._Element] = []
    foot: list[etree._Element] = []
    _sort_rows(table, head, body, foot)
    return [*head, *body, *foot]


def _sort_rows(
    element: etree._Element, head: list[etree._Element], body: list[etree._Element], foot: list[etree._Element]
) -> None:
    for child in element:
        tag = child.tag
        if tag == "tr":
            body.append(child)
        elif tag in _SECTIONS:
            own = head if tag == "thead" else foot if tag == "tfoot" else body
            own += child.iterchildren("tr")
        elif isinstance(tag, str) and tag not in ("td", "th", "caption", "colgroup", "table"):
            _sort_rows(child, head, body, foot)


def cells_of(row: etree._Element) -> list[etree._Element]:
    """The cells of a row itself."""
    children: list[etree._Element] = row[:]  # type: ignore[index, assignment]  # made in less than half the time of a list
    return [cell for cell in children if cell.tag in _CELLS]


def is_layout(table: etree._Element, lexicon: Lexicon) -> bool:
    """Whether a table only puts things in their places: one column, or most of its text in one cell or in tables within."""
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return True
    elements = rows_of(table)
    if _has_header(elements, 4, lexicon):
        return False
    rows = [cells for row in elements if (cells := cells_of(row))]
    if max((len(cells) for cells in rows), default=0) <= 1:
        return True
    whole = len(text_of(table)) or 1
    within = sum(
        len(text_of(inner)) for inner in table.iterdescendants("table") if _outermost(inner, table) and _wide(inner)
    )
    if within * 5 >= whole * 2:
        return True
    return any(len(text_of(cell)) * 5 >= whole * 3 and holds_text(cell, lexicon) for cells in rows for cell in cells)


def holds_text(cell: etree._Element, lexicon: Lexicon) -> bool:
    """Whether a cell holds a text rather than a value: many paragraphs, or a table of tasks."""
    return sum(1 for _ in cell.iter(*_PARAGRAPHS)) >= _TEXT_PARAGRAPHS or any(
        is_task_table(inner, lexicon) for inner in cell.iterdescendants("table")
    )


def is_task_table(table: etree._Element, lexicon: Lexicon) -> bool:
    """Whether one of a table's first rows heads columns of tasks."""
    return _has_header(rows_of(table)[:5], 5, lexicon)


def long_tables(root: etree._Element, lexicon: Lexicon) -> set[etree._Element]:
    """The tables of tasks with so many rows that they are nothing else: no page's record, no frame with a table in it."""
    return {table for table in root.iter("table") if len(rows_of(table)) > _MANY and is_task_table(table, lexicon)}


def _has_header(rows: list[etree._Element], most: int, lexicon: Lexicon) -> bool:
    """Whether one of the first rows that have cells heads columns of tasks; `most` of them are asked."""
    with_cells = islice(filter(None, map(cells_of, rows)), most)
    return any(is_header([text_of(cell) for cell in cells], lexicon) for cells in with_cells)


def _outermost(inner: etree._Element, table: etree._Element) -> bool:
    return next(inner.iterancestors("table"), None) is table


def _wide(table: etree._Element) -> bool:
    rows = rows_of(table)
    return len(rows) >= 2 and max(len(cells_of(row)) for row in rows) >= 2


def read_grid(
    table: etree._Element,
    lines_of: Callable[[list[etree._Element]], list[list[Line]]],
    ground_of: Callable[[etree._Element], str],
    limits: Limits,
) -> Table | None:
    """A table of data → its grid; `lines_of` gives the lines of each of a row's cells, `ground_of` the colour of a cell or a
    row, asked where columns are times. Rows and columns in which no cell begins are none."""
    rows = rows_of(table)
    cells = [cells_of(row) for row in rows]
    if sum(map(len, cells)) > limits.table_cells:
        raise _too_large(limits)
    grid = [
        [Cell(r, column, 1, 1, lines) for column, lines in enumerate(lines_of(elements))]
        for r, elements in enumerate(cells)
    ]
    if _has_times(cells):
        for row, elements, line in zip(rows, cells, grid, strict=True):
            for element, cell in zip(elements, line, strict=True):
                cell.fill = ground_of(element) or ground_of(row)
    if _is_spanned(table):
        return _compact(_slots(cells, grid, limits))
    if grid and grid[0] and len(set(map(len, grid))) == 1:  # most tables
        return Table(grid)
    return _compact([dict(enumerate(line)) for line in grid])


def _slots(cells: list[list[etree._Element]], grid: list[list[Cell]], limits: Limits) -> list[dict[int, Cell]]:
    """The cells of rows in their places: column → cell of each row, by what elements say of how many they span."""
    slots: list[dict[int, Cell]] = [{} for _ in grid]
    count = 0
    for r, (elements, line) in enumerate(zip(cells, grid, strict=True)):
        column, slot = 0, slots[r]
        for element, cell in zip(elements, line, strict=True):
            while column in slot:
                column += 1
            wide, high = element.get("colspan"), element.get("rowspan")
            span = max(1, min(_number(wide, 1), _WIDEST)) if wide else 1
            down = max(1, min(_number(high, 1) or len(slots), len(slots) - r)) if high else 1
            count += span * down
            if count > limits.table_cells:
                raise _too_large(limits)
            slot[column] = cell
            cell.column = column
            if span > 1 or down > 1:
                for below in slots[r : r + down]:
                    for across in range(column, column + span):
                        below.setdefault(across, cell)
            column += span
    return slots


def _too_large(limits: Limits) -> TooLarge:
    return TooLarge("the tables have more than the {most:,} cells allowed", most=limits.table_cells)


def _has_times(rows: list[list[etree._Element]]) -> bool:
    """Whether one of the first rows heads columns of times."""
    return any(sum(time_header(text_of(cell)) for cell in cells) >= FEWEST_TIMES for cells in rows[:_HEAD])


def _compact(slots: list[dict[int, Cell]]) -> Table | None:
    """The slots without rows and columns in which no cell begins, each cell with the spans that are left of it."""
    begins = {(cell.row, cell.column) for row in slots for cell in row.values()}
    rows = sorted({row for row, _ in begins})
    columns = sorted({column for _, column in begins})
    grid: list[list[Cell]] = []
    for r, old in enumerate(rows):
        line: list[Cell] = []
        for c, column in enumerate(columns):
            cell = slots[old].get(column)
            line.append(cell if cell is not None else Cell(r, c))
        grid.append(line)
    placed: set[int] = set()
    for r, line in enumerate(grid):
        for c, cell in enumerate(line):
            if id(cell) not in placed:
                placed.add(id(cell))
                cell.row, cell.column = r, c
            cell.rowspan = max(cell.rowspan, r - cell.row + 1)
            cell.colspan = max(cell.colspan, c - cell.column + 1)
    return Table(grid) if grid else None


def _number(value: str | None, default: int) -> int:
    match = _INTEGER.match(value or "")
    return int(match[1]) if match else default
