"""Tables of a DOCX document: a grid of cells with their spans (ECMA-376 part 1, 17.4)."""

from __future__ import annotations

from typing import Protocol

from lxml import etree

from ...errors import TooLarge
from ...model.settings import Limits
from ...model.source import Block, Cell, Line, Table
from ..filled_cells import colour
from . import names
from .names import TC, TCPR, TR, TRPR, VAL, T, integer, w
from .unread import Unread
from .wrappers import LEFT_OUT, block_elements

_SPAN, _V_MERGE, _H_MERGE = w("gridSpan"), w("vMerge"), w("hMerge")
_BEFORE, _AFTER = w("gridBefore"), w("gridAfter")
_SHADING, _FILL, _COLOUR = w("shd"), w("fill"), w("color")
_DELETED_CELL = w("cellDel")
_WIDEST = 1000  # Word allows 63 columns
_MERGED = 1000  # characters in a cell merged downwards; each of its rows has them all


class Story(Protocol):
    """What reads the elements of a story (ECMA-376 part 1, 17.2): the page reached, the cells so far, its limits."""

    page: int | None
    cells: int
    limits: Limits
    unread: Unread

    def blocks(self, elements: list[etree._Element], *, blank: bool = ...) -> list[Block]:
        """Paragraphs and tables of the elements, in order."""


def read_table(body: Story, element: etree._Element) -> list[Block]:
    """One `w:tbl` → the table and what it holds that is no cell's text.

    A table of one column that holds tables is a frame around them: its content is given as if it were not there. A
    table inside a cell is read as lines of the cell, cell by cell; one with three rows and two columns or more is a
    table of its own and follows the outer one.
    """
    page = body.page
    rows: list[list[Cell]] = []
    within: list[list[Block]] = []
    for child in block_elements(element):
        if child.tag == TR:
            if row := _read_row(body, child, rows, within):
                body.cells += len(row)
                rows.append(row)
        elif len(child) and child.tag not in LEFT_OUT:
            body.unread.words(child)
    if not rows:
        return []
    if all(len(row) == 1 for row in rows) and any(isinstance(block, Table) for cell in within for block in cell):
        return [block for cell in within for block in cell]
    width = max(len(row) for row in rows)
    for index, row in enumerate(rows):
        row.extend(Cell(index, column, page=body.page) for column in range(len(row), width))
    nested = [block for cell in within for block in cell if isinstance(block, Table) and _stands_alone(block)]
    return [Table(rows, page=page), *nested]


def _read_row(body: Story, element: etree._Element, above: list[list[Cell]], within: list[list[Block]]) -> list[Cell]:
    """The slots of one row, none for a deleted one; the blocks of each cell go to `within`."""
    index = len(above)
    row: list[Cell] = []
    start = reached = body.page
    after = 0
    for child in block_elements(element):
        if child.tag == TRPR:
            before, after, deleted = _row_properties(child)
            if deleted:
                return []
            _fill(body, row, index, before)
        if child.tag != TC:
            if len(child) and child.tag not in LEFT_OUT:
                body.unread.words(child)
            continue
        content = block_elements(child)
        span, vertical, horizontal, fill, deleted = _cell_properties(content)
        if deleted:
            continue
        column = len(row)
        above_it = _continued(above, column) if vertical == "continue" else None
        if above_it is not None and next(child.iter(T), None) is None:
            # Nothing of a covered cell shows; the numbers of its empty paragraphs do not count either.
            blocks: list[Block] = []
        else:
            body.page = start
            blocks = body.blocks(content, blank=False)
            if body.page is not None and reached is not None:
                reached = max(reached, body.page)
        lines = _lines(blocks)
        if above_it is not None and (more := _unsaid(above_it, lines)) is not None:
            cell = above_it
            cell.rowspan = index - cell.row + 1
            cell.lines.extend(more)
        elif horizontal == "continue" and row:
            cell = row[-1]
            cell.colspan += span
            cell.lines.extend(lines)
        else:
            cell = Cell(index, column, colspan=span, lines=lines, page=lines[0].page if lines else start, fill=fill)
        within.append(blocks)
        _grow(body, column + span)
        row.extend([cell] * span)
    body.page = reached
    _fill(body, row, index, after)
    return row


def _fill(body: Story, row: list[Cell], index: int, count: int) -> None:
    _grow(body, len(row) + count)
    row.extend(Cell(index, column, page=body.page) for column in range(len(row), len(row) + count))


def _grow(body: Story, width: int) -> None:
    if body.cells + width > body.limits.table_cells:
        raise TooLarge("the tables have more than the {most:,} cells allowed", most=body.limits.table_cells)


def _continued(above: list[list[Cell]], column: int) -> Cell | None:
    """The cell that a vertically merged one continues: that which covers the slot above and begins in this column."""
    if not above or column >= len(above[-1]):
        return None
    cell = above[-1][column]
    return cell if cell.column == column else None


def _unsaid(cell: Cell, lines: list[Line]) -> list[Line] | None:
    """What the words of a covered cell add to the cell that covers it: nothing where they say again what stands at its end;
    None where it would hold more than a merged cell does, and each row has words of its own."""
    if not lines:
        return []
    if [line.text for line in cell.lines[-len(lines) :]] == [line.text for line in lines]:
        return []
    held = len(cell.lines) + sum(len(line.text) for line in cell.lines[:_MERGED])
    return lines if held + sum(len(line.text) for line in lines) <= _MERGED else None


def _cell_properties(content: list[etree._Element]) -> tuple[int, str, str, str, bool]:
    """(columns covered, vertical merge, horizontal merge, colour, deleted); a merge is "", "restart" or "continue"."""
    span, vertical, horizontal, fill, deleted = 1, "", "", "", False
    if content and content[0].tag == TCPR:
        for child in content[0]:
            tag = child.tag
            if tag == _SPAN:
                span = max(1, min(integer(child.get(VAL), 1), _WIDEST))
            elif tag == _V_MERGE:
                vertical = child.get(VAL, "continue")
            elif tag == _H_MERGE:
                horizontal = child.get(VAL, "continue")
            elif tag == _SHADING:
                solid = child.get(VAL) == "solid"  # its own colour covers what is beneath
                fill = colour(child.get(_COLOUR if solid else _FILL))
            elif tag == _DELETED_CELL:
                deleted = True
    return span, vertical, horizontal, fill, deleted


def _row_properties(properties: etree._Element) -> tuple[int, int, bool]:
    """(grid columns left out before the first cell, after the last, row deleted by a tracked change)."""
    before, after, deleted = 0, 0, False
    for child in properties:
        tag = child.tag
        if tag == _BEFORE:
            before = max(0, min(integer(child.get(VAL), 0), _WIDEST))
        elif tag == _AFTER:
            after = max(0, min(integer(child.get(VAL), 0), _WIDEST))
        elif tag == names.DEL:
            deleted = True
    return before, after, deleted


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
