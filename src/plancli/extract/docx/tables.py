"""Tables of a DOCX document: a grid of cells with their spans (ECMA-376 part 1, 17.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from ...errors import TooLarge
from ...model.source import Block, Cell, Line, Table
from . import names
from .names import TC, TCPR, TR, TRPR, VAL, integer, w

if TYPE_CHECKING:
    from .body import Body

_SPAN, _V_MERGE, _H_MERGE = w("gridSpan"), w("vMerge"), w("hMerge")
_BEFORE, _AFTER = w("gridBefore"), w("gridAfter")
_DELETED_CELL = w("cellDel")
_WIDEST = 1000  # Word allows 63 columns


def read_table(body: Body, element: etree._Element) -> list[Block]:
    """One `w:tbl` → the table and what it holds that is no cell's text.

    A table of one column that holds tables is a frame around them: its content is given as if it were not there. A
    table inside a cell is read as lines of the cell, cell by cell; one with three rows and two columns or more is a
    table of its own and follows the outer one.
    """
    page = body.page
    rows: list[list[Cell]] = []
    within: list[list[Block]] = []
    for row_element in _children(element, TR):
        if not _is_deleted(row_element):
            rows.append(_read_row(body, row_element, rows, within))
    if not rows:
        return []
    if all(len(row) == 1 for row in rows) and any(isinstance(block, Table) for cell in within for block in cell):
        return [block for cell in within for block in cell]
    width = max(len(row) for row in rows)
    for index, row in enumerate(rows):
        row.extend(Cell(index, column, page=body.page) for column in range(len(row), width))
    body.tables += 1
    table = Table(rows, page=page, number=body.tables)
    nested = [block for cell in within for block in cell if isinstance(block, Table) and _stands_alone(block)]
    for inner in nested:
        body.tables += 1
        inner.number = body.tables
    return [table, *nested]


def _read_row(body: Body, element: etree._Element, above: list[list[Cell]], within: list[list[Block]]) -> list[Cell]:
    index = len(above)
    row: list[Cell] = []
    before, after = _skipped(element)
    _fill(body, row, index, before)
    start = reached = body.page
    for cell_element in _children(element, TC):
        span, vertical, horizontal, deleted = _cell_properties(cell_element)
        if deleted:
            continue
        body.page = start
        blocks = body.blocks(cell_element, blank=False)
        if body.page is not None and reached is not None:
            reached = max(reached, body.page)
        lines = _lines(blocks)
        column = len(row)
        cell = _continued(above, column) if vertical == "continue" else None
        if cell is None and horizontal == "continue" and row:
            cell = row[-1]
            cell.colspan += span
        elif cell is not None:
            cell.rowspan = index - cell.row + 1
            span = cell.colspan
        if cell is None:
            cell = Cell(index, column, colspan=span, lines=lines, page=lines[0].page if lines else start)
        else:
            cell.lines.extend(lines)  # Word shows nothing of a covered cell, and leaves nothing in it
        within.append(blocks)
        _grow(body, len(row) + span)
        row.extend([cell] * span)
    body.page = reached
    _fill(body, row, index, after)
    body.cells += len(row)
    return row


def _fill(body: Body, row: list[Cell], index: int, count: int) -> None:
    _grow(body, len(row) + count)
    row.extend(Cell(index, column, page=body.page) for column in range(len(row), len(row) + count))


def _grow(body: Body, width: int) -> None:
    if body.cells + width > body.limits.table_cells:
        raise TooLarge(f"the tables have more than the {body.limits.table_cells:,} cells allowed")


def _continued(above: list[list[Cell]], column: int) -> Cell | None:
    """The cell that a vertically merged one continues: that which covers the slot above and begins in this column."""
    if not above or column >= len(above[-1]):
        return None
    cell = above[-1][column]
    return cell if cell.column == column else None


def _cell_properties(element: etree._Element) -> tuple[int, str, str, bool]:
    """(columns covered, vertical merge, horizontal merge, deleted); a merge is "", "restart" or "continue"."""
    span, vertical, horizontal, deleted = 1, "", "", False
    properties = element.find(TCPR)
    if properties is not None:
        for child in properties:
            tag = child.tag
            if tag == _SPAN:
                span = max(1, min(integer(child.get(VAL), 1), _WIDEST))
            elif tag == _V_MERGE:
                vertical = child.get(VAL, "continue")
            elif tag == _H_MERGE:
                horizontal = child.get(VAL, "continue")
            elif tag == _DELETED_CELL:
                deleted = True
    return span, vertical, horizontal, deleted


def _skipped(row: etree._Element) -> tuple[int, int]:
    """Grid columns left out before the first and after the last cell."""
    properties = row.find(TRPR)
    if properties is None:
        return 0, 0
    counts = [0, 0]
    for child in properties:
        if child.tag == _BEFORE or child.tag == _AFTER:
            counts[child.tag == _AFTER] = max(0, min(integer(child.get(VAL), 0), _WIDEST))
    return counts[0], counts[1]


def _is_deleted(row: etree._Element) -> bool:
    properties = row.find(TRPR)
    return properties is not None and properties.find(names.DEL) is not None


def _children(parent: etree._Element, tag: str) -> list[etree._Element]:
    from .body import block_elements

    return [child for child in block_elements(parent) if child.tag == tag]


def _lines(blocks: list[Block]) -> list[Line]:
    """The lines of a cell, with those of small tables inside it."""
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Line):
            lines.append(block)
        elif isinstance(block, Table) and not _stands_alone(block):
            for cell in block.cells():
                lines.extend(cell.lines)
    return lines


def _stands_alone(table: Table) -> bool:
    return len(table.rows) >= 3 and len(table.rows[0]) >= 2
