"""Tables over pages become one table again; the text of cells is made in `cells`."""

from __future__ import annotations

from ..language.marks import is_caption_going_on, says_table_goes_on
from ..model.source import Block, Cell, Line, Paragraph, Table
from .cells import join_cell_lines
from .facing_tables import join_facing
from .fitted_columns import fit_columns
from .names_by_line import keep_lines_of_names
from .rows_over_pages import continue_merged, is_cut, join_rows
from .table_heads import column_edges, distinct, edges_agree, is_header_row, repeated_rows
from .wrapped_rows import join_wrapped_rows

__all__ = ["join_cell_lines", "join_tables"]


def join_tables(blocks: list[Block]) -> list[Block]:
    """Blocks after lines became paragraphs → the same with the parts of each table joined into its first part.

    Two tables are parts of one where nothing but furniture, blanks, a mark such as 续表 or a caption with one (任务分解表（续）)
    stands between them, their columns agree, and the second has the same header or none. Header rows that are said again go to `Table.dropped`.
    """
    result: list[Block] = []
    held: Table | None = None  # the table that may go on
    edges: dict[int, float] = {}  # of its columns
    captions: list[Paragraph] = []  # over its next part
    grown: dict[int, Cell] = {}  # by pages that cut their rows, by id
    for block in join_facing(blocks, _passes):
        if isinstance(block, Table):
            if not block.ruled:
                join_wrapped_rows(block)
            if held is not None and fit_columns(held, block):
                edges = column_edges(held)
            own = column_edges(block)
            if held is not None and _is_part(held, block, edges_agree(edges, own, ruled=block.ruled)):
                grown |= {id(cell): cell for cell in _append(held, block)}
                edges = own | edges
                for caption in captions:
                    caption.left_out = "continued-mark"
                captions = []
                continue
            held, edges, captions = block, own, []
        elif held is not None and not _passes(block):
            if isinstance(block, Paragraph) and is_caption_going_on(block.text):
                captions.append(block)
            else:
                held = None
        result.append(block)
    for cell in grown.values():
        join_cell_lines(cell)
    keep_lines_of_names([block for block in result if isinstance(block, Table)])
    return result


def _passes(block: Line | Paragraph) -> bool:
    if isinstance(block, Paragraph) and block.left_out is None and says_table_goes_on(block.text):
        block.left_out = "continued-mark"
    return not block.text.strip() or (isinstance(block, Paragraph) and block.left_out is not None)


def _is_part(table: Table, later: Table, aligned: bool) -> bool:
    if not later.rows or not table.rows or len(table.rows[0]) != len(later.rows[0]):
        return False
    if repeated_rows(table, later):
        return True
    if not aligned or any(is_header_row(row) for row in later.rows[:3]):
        return False
    first = later.rows[0]
    return not (
        len(first) > 1
        and all(cell is first[0] for cell in first)
        and len(distinct(table.rows[-1])) > 1
        and later.page is None
    )


def _append(table: Table, later: Table) -> list[Cell]:
    """Puts the rows of a later part behind those of a table. Returns the cells that go on in it, whose lines are to be joined."""
    grown: list[Cell] = []
    repeated = repeated_rows(table, later)
    for cell in _own(later.rows[:repeated]):
        table.dropped.append(("repeated-header", cell.text))
    table.dropped.extend(later.dropped)
    _end_headings(later, repeated)
    rows = later.rows[repeated:]
    offset = len(table.rows) - repeated
    for cell in {id(cell): cell for row in rows for cell in row}.values():
        cell.row += offset
        cell.page = cell.page or later.page
    if rows:
        if is_cut(table, later, rows[0]):
            grown = join_rows(table, rows)
            for cell in {id(cell): cell for row in rows[1:] for cell in row}.values():
                cell.row -= 1
            rows = rows[1:]
        else:
            continue_merged(table, rows)
        table.rows.extend(rows)
    table.open_bottom = later.open_bottom
    return grown


def _end_headings(table: Table, count: int) -> None:
    """A heading that reaches down into the rows beneath, where no rule ends it above the rest of a merged cell, ends."""
    for cell in {
        id(cell): cell for row in table.rows[:count] for cell in row if cell.row + cell.rowspan > count
    }.values():
        beneath = Cell(count, cell.column, cell.row + cell.rowspan - count, cell.colspan, page=cell.page)
        cell.rowspan = count - cell.row
        for row in table.rows[count : count + beneath.rowspan]:
            row[cell.column : cell.column + cell.colspan] = [beneath] * cell.colspan


def _own(rows: list[list[Cell]]) -> list[Cell]:
    return [cell for cell in {id(cell): cell for row in rows for cell in row}.values() if cell.text]
