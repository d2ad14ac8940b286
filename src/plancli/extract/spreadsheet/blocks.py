"""A sheet → lines and tables: what stands above a header is text, from the header on it is a table.

A sheet may hold several tables, one under another with a title between, or side by side with an empty column between.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from ...errors import TooLarge
from ...grammar.pattern import Pattern
from ...language.header_rows import is_form
from ...language.headers import HeaderKind, Lexicon, time_header
from ...language.official.lines import is_foot_of_form
from ...language.script import fold_forms
from ...model.settings import Limits
from ...model.source import Block, Cell, Line, Table
from ..task_header import is_header
from .sheet import Worksheet, address

_DEFAULT_NAME = Pattern(r"(?i)(?:sheet|工作表|表格?|table|feuil)\s*\d*|\d+")
_HAN = Pattern("[㐀-鿿]")
_YEAR = Pattern("20[0-9][0-9]年度?")
_WORDS = 4  # characters that a sheet's name has at the least where it names more than a kind of sheet
_ONCE: frozenset[HeaderKind] = frozenset(("number", "task", "task_weak", "detail", "departments", "leaders"))
_FORM_ROWS = 6  # of a form above a table, the header included
_BREAK = Pattern(r"\r\n?|\n|_x000D_\n?")


@dataclass(slots=True)
class _Grid:
    """The seen part of a sheet, close together: `slots[r][c]` is the cell that covers a place, or None."""

    slots: list[list[Cell | None]]

    def said(self, row: int, left: int = 0, right: int | None = None) -> list[Cell]:
        """The cells with text that begin in a row, between two columns."""
        found: list[Cell] = []
        for column, cell in enumerate(self.slots[row][left:right], left):
            if cell is not None and (cell.row, cell.column) == (row, column) and cell.lines:
                found.append(cell)
        return found


def blocks_of(sheet: Worksheet, lexicon: Lexicon, limits: Limits) -> list[Block]:
    """The lines and tables of a sheet; its hidden rows and columns are left out."""
    grid = _grid(sheet, limits)
    if not grid.slots:
        return []
    blocks: list[Block] = []
    heads = _heads(grid, lexicon)
    if not heads and (start := _ragged(grid)) is not None:
        heads = [start]
    for place, head in enumerate(heads):
        above = _ends(grid, heads, place - 1) if place else 0
        blocks += [line for row in range(above, head) for line in _lines(grid, row)]
        end = _ends(grid, heads, place)
        foot = _foot(grid, head, end)
        blocks += _tables(grid, head, foot, lexicon, sheet.name)
        blocks += [line for row in range(foot, end) for line in _lines(grid, row)]
    if not heads:
        blocks += [line for row in range(len(grid.slots)) for line in _lines(grid, row)]
    if _is_heading(sheet.name, blocks):
        blocks.insert(0, Line(sheet.name.strip(), ending="hard", centered=True, bold=True))
    return blocks


def _is_heading(name: str, blocks: list[Block]) -> bool:
    """Whether a sheet's name is read as a line above it: over a table that nothing stands above its words, and a month or another
    part of the year; over a title that names no year, the year."""
    plain = "".join(name.split())
    if _DEFAULT_NAME.fullmatch(plain):
        return False
    if isinstance(blocks[0], Table):
        return time_header(plain) or len(_HAN.findall(plain)) >= _WORDS
    return bool(_YEAR.fullmatch(plain)) and not any(isinstance(line, Line) and "年" in line.text for line in blocks)


def _grid(sheet: Worksheet, limits: Limits) -> _Grid:
    """The rows and columns that are seen and hold text, merged ranges as one cell."""
    rows = [row for row in sorted(sheet.rows) if row not in sheet.hidden_rows]
    columns = sorted({column for row in rows for column in sheet.rows[row] if column not in sheet.hidden_columns})
    if not rows or not columns:
        return _Grid([])
    # An empty row or column within stays one, since it parts tables; ten of them no more than one does.
    rows, columns = _with_gaps(rows, sheet.hidden_rows), _with_gaps(columns, sheet.hidden_columns)
    if len(rows) * len(columns) > 4 * limits.table_cells:
        raise TooLarge("the sheet {name} spans more than {most:,} cells", name=sheet.name, most=4 * limits.table_cells)
    slots: list[list[Cell | None]] = [[None] * len(columns) for _ in rows]
    seen_row, seen_column = ({place: at for at, place in enumerate(places)} for places in (rows, columns))
    for top, left, bottom, right in sheet.merged:
        down, across = _seen(rows, top, bottom), _seen(columns, left, right)
        text = sheet.rows.get(top, {}).get(left, "")
        if len(down) * len(across) <= 1 or not text:
            continue
        cell = _cell(down.start, across.start, text, address(top, left))
        cell.rowspan, cell.colspan = len(down), len(across)
        for row in down:
            for column in across:
                slots[row][column] = slots[row][column] or cell
    for row, texts in sheet.rows.items():
        if (r := seen_row.get(row)) is None:
            continue
        for column, text in texts.items():
            c = seen_column.get(column)
            if c is not None and slots[r][c] is None:
                slots[r][c] = _cell(r, c, text, address(row, column))
    return _Grid(slots)


def _with_gaps(places: list[int], hidden: set[int]) -> list[int]:
    found: list[int] = []
    for place in places:
        if (
            found
            and place > found[-1] + 1
            and (gap := next((p for p in range(found[-1] + 1, place) if p not in hidden), None))
        ):
            found.append(gap)
        found.append(place)
    return found


def _seen(places: list[int], first: int, last: int) -> range:
    """The indexes of the seen places in a range."""
    return range(bisect_left(places, first), bisect_left(places, last + 1))


def _cell(row: int, column: int, text: str, name: str) -> Cell:
    lines = [Line(part, ending="hard") for part in _BREAK.split(fold_forms(text)) if part.strip()]
    return Cell(row, column, lines=lines, address=name)


def _heads(grid: _Grid, lexicon: Lexicon) -> list[int]:
    """The rows in which tables begin: a header, the row of its groups above it included; again only behind an empty row or
    a title of its own."""
    found: list[int] = []
    for row in range(len(grid.slots)):
        if not is_header([_text(cell) for cell in grid.said(row)], lexicon) or _is_form_above(grid, row, lexicon):
            continue
        start = row
        above = grid.said(row - 1) if row else []
        if len(above) > 1 and _are_groups(above):
            start = row - 1
        if not found or _parted(grid, found[-1], start):
            found.append(start)
    return found


def _is_form_above(grid: _Grid, row: int, lexicon: Lexicon) -> bool:
    """Whether a row is of a form that stands right above a header."""
    for below in range(row, min(row + _FORM_ROWS, len(grid.slots))):
        cells = {id(cell) if cell else at: cell for at, cell in enumerate(grid.slots[below])}.values()
        texts = [_text(cell) if cell else "" for cell in cells]
        if not is_form(texts, lexicon):
            return below > row and is_header([text for text in texts if text], lexicon)
    return False


def _are_groups(above: list[Cell]) -> bool:
    """Whether the cells of a row name groups of the columns beneath: several columns each, or the header's own cells from
    above; no words with a value, as a unit has beside a title."""
    return any(cell.colspan > 1 for cell in above) and not any(
        ":" in _text(cell) or "：" in _text(cell) for cell in above
    )


def _parted(grid: _Grid, last: int, start: int) -> bool:
    """Whether a later header begins a table of its own: an empty row or a title stands above it."""
    row = start - 1
    while row > last and not grid.said(row) and all(cell is None for cell in grid.slots[row]):
        row -= 1
    if row < start - 1:
        return row > last
    return (
        row > last + 1 and len(grid.said(row)) == 1 and all(cell is None or cell.row == row for cell in grid.slots[row])
    )


def _ragged(grid: _Grid) -> int | None:
    """Where a sheet without a header begins to be a table: the first of two rows or more with two texts or more."""
    rows = [row for row in range(len(grid.slots)) if len(grid.said(row)) > 1]
    return (
        rows[0]
        if len(rows) >= 2 and len(rows) * 3 >= sum(bool(grid.said(row)) for row in range(len(grid.slots)))
        else None
    )


def _ends(grid: _Grid, heads: list[int], place: int) -> int:
    """The row behind a table and what is beneath it: where the title of the next one begins."""
    if place + 1 >= len(heads):
        return len(grid.slots)
    row = heads[place + 1]
    while (
        row > heads[place] + 1
        and len(grid.said(row - 1)) == 1
        and all(cell is None or cell.row == row - 1 for cell in grid.slots[row - 1])
    ):
        row -= 1
    return row


def _foot(grid: _Grid, head: int, end: int) -> int:
    """Where a table ends: before empty rows and single texts at its end that an empty row parts from it, and before who
    filled it in."""
    row = end
    while row > head + 1 and (not grid.said(row - 1) or _is_foot(grid, row - 1)):
        row -= 1
    lone = row
    while (
        lone > head + 1
        and len(grid.said(lone - 1)) == 1
        and all(cell is None or cell.row == lone - 1 for cell in grid.slots[lone - 1])
    ):
        lone -= 1
    if (
        lone < row
        and lone > head + 1
        and not grid.said(lone - 1)
        and all(cell is None for cell in grid.slots[lone - 1])
    ):
        return lone
    return row


def _is_foot(grid: _Grid, row: int) -> bool:
    return any(is_foot_of_form(_text(cell)) for cell in grid.said(row)) and len(grid.said(row)) <= 4


def _tables(grid: _Grid, head: int, end: int, lexicon: Lexicon, name: str) -> list[Table]:
    """The table of some rows; two or more where an empty column parts them and each has a header of its own, which says again
    what the other says. An empty column may as well only keep the columns of one table apart."""
    width = len(grid.slots[0])
    empty = [c for c in range(width) if all(grid.slots[row][c] is None for row in range(head, end))]
    edges = [0]
    for column in empty:
        first = range(head, min(head + 3, end))
        if _said_by(grid, first, edges[-1], column, lexicon) & _said_by(grid, first, column + 1, width, lexicon):
            edges.append(column + 1)
    found: list[Table] = []
    for left, right in zip(edges, [*edges[1:], width], strict=True):
        columns = [c for c in range(left, right) if c not in empty]
        rows = [row for row in range(head, end) if any(grid.slots[row][c] is not None for c in columns)]
        if columns and rows:
            found.append(_table(grid, rows, columns, name))
    return found


def _said_by(grid: _Grid, rows: range, left: int, right: int, lexicon: Lexicon) -> set[tuple[HeaderKind, str | None]]:
    """What the columns between two hold of which a table has one, by the first row that is a header there: who leads and who
    supports are two, times may be several."""
    for row in rows:
        texts = [_text(cell) for cell in grid.said(row, left, right)]
        if is_header(texts, lexicon):
            roles = [role for text in texts if (role := lexicon.role(text)) is not None and role.kind in _ONCE]
            return {(role.kind, role.role if role.role in ("lead", "support") else None) for role in roles}
    return set()


def _table(grid: _Grid, rows: list[int], columns: list[int], name: str) -> Table:
    """These rows and columns as a table, its cells at their places in it."""
    made: dict[int, Cell] = {}
    result: list[list[Cell]] = []
    for r, row in enumerate(rows):
        line: list[Cell] = []
        for c, column in enumerate(columns):
            source = grid.slots[row][column]
            if source is None:
                line.append(Cell(r, c))
                continue
            cell = made.get(id(source))
            if cell is None:
                cell = made[id(source)] = Cell(r, c, lines=source.lines, address=source.address)
            cell.rowspan, cell.colspan = r - cell.row + 1, max(cell.colspan, c - cell.column + 1)
            line.append(cell)
        result.append(line)
    return Table(result, sheet=name)


def _lines(grid: _Grid, row: int) -> list[Line]:
    """The texts of a row outside of any table, each a line or as many as it has."""
    cells = grid.said(row)
    alone = len(cells) == 1
    return [
        Line(line.text, ending="hard", centered=alone and cell.colspan > 1 and len(line.text) <= 60)
        for cell in cells
        for line in cell.lines
    ]


def _text(cell: Cell) -> str:
    return "".join("".join(line.text.split()) for line in cell.lines)
