"""Tables of a web page: which hold data, and their grids with rowspan and colspan (HTML, 4.9.12)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from lxml import etree

from ...errors import TooLarge
from ...grammar.pattern import Pattern
from ...language.headers import Lexicon, time_header
from ...model.settings import Limits
from ...model.source import Cell, Line, Table
from ..filled_cells import FEWEST_TIMES
from ..task_header import is_header
from .document import text_of

_WIDEST = 1000  # HTML's own bound on colspan
_SECTIONS = ("thead", "tbody", "tfoot")
_PARAGRAPHS = ("p", "div", "br", "li", "h1", "h2", "h3", "h4")
_TEXT_PARAGRAPHS = 6
_HEAD = 6  # rows among which the headers are
_INTEGER = Pattern(r"\s*(\d{1,6})")


def rows_of(table: etree._Element) -> list[etree._Element]:
    """The rows of a table itself, in the order in which they are shown."""
    head: list[etree._Element] = []
    body: list[etree._Element] = []
    foot: list[etree._Element] = []
    for child in _own(table):
        section = child.getparent()
        tag = section.tag if section is not None else ""
        (head if tag == "thead" else foot if tag == "tfoot" else body).append(child)
    return [*head, *body, *foot]


def _own(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif isinstance(child.tag, str) and child.tag not in ("td", "th", "caption", "colgroup", "table"):
            yield from (row for row in child if row.tag == "tr") if child.tag in _SECTIONS else _own(child)


def cells_of(row: etree._Element) -> list[etree._Element]:
    """The cells of a row itself."""
    return list(row.iterchildren("td", "th"))


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
    lines_of: Callable[[etree._Element], list[Line]],
    ground_of: Callable[[etree._Element], str],
    limits: Limits,
) -> Table | None:
    """A table of data → its grid; `lines_of` gives the lines of a cell, `ground_of` the colour of a cell or a row, asked where
    columns are times. Rows and columns in which no cell begins are none."""
    elements = rows_of(table)
    timed = _has_times(elements)
    slots: list[dict[int, Cell]] = [{} for _ in elements]
    count, spans = 0, False
    for r, row in enumerate(elements):
        column = 0
        slot = slots[r]
        for element in cells_of(row):
            while column in slot:
                column += 1
            wide, high = element.get("colspan"), element.get("rowspan")
            span = max(1, min(_number(wide, 1), _WIDEST)) if wide else 1
            down = max(1, min(_number(high, 1) or len(elements), len(elements) - r)) if high else 1
            count += span * down
            if count > limits.table_cells:
                raise TooLarge("the tables have more than the {most:,} cells allowed", most=limits.table_cells)
            cell = slot[column] = Cell(r, column, 1, 1, lines_of(element))
            if timed:
                cell.fill = ground_of(element) or ground_of(row)
            if span > 1 or down > 1:
                spans = True
                for below in slots[r : r + down]:
                    for across in range(column, column + span):
                        below.setdefault(across, cell)
            column += span
    if not spans and slots and slots[0] and len(set(map(len, slots))) == 1:  # most tables
        return Table([list(slot.values()) for slot in slots])
    return _compact(slots)


def _has_times(rows: list[etree._Element]) -> bool:
    """Whether one of the first rows heads columns of times."""
    return any(sum(time_header(text_of(cell)) for cell in cells_of(row)) >= FEWEST_TIMES for row in rows[:_HEAD])


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
