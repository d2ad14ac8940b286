"""Tables over pages become one table again; the text of cells is made in `cells`."""

from __future__ import annotations

import re
from itertools import zip_longest

from ..lexicon.headers import lexicon_of
from ..model.source import Block, Cell, Line, Paragraph, Table
from .cells import join_cell_lines, wraps_into

__all__ = ["join_cell_lines", "join_tables"]

_CONTINUED = re.compile(
    r"[（(【]?(?:接上[页表]|续(?:表|上表|前表|[一二三四五六七八九十\d]{1,2})?|上接第?\d*页|转下页)[\d一二三四五六七八九十]*[)）】]?"
)
_STOP = "。；;！!？?"
_EDGE = 6.0  # points that the edges of one column may differ by from page to page
_WIDE = 10  # characters; a narrower column holds names and dates, whose lines end where they end
_HAIR = 1.0  # points
_HEADER_ROWS = 6
_BLANK = re.compile(r"\s+")


def join_tables(blocks: list[Block]) -> list[Block]:
    """Blocks after lines became paragraphs → the same with the parts of each table joined into its first part.

    Two tables are parts of one where nothing but furniture, blanks or a mark such as 续表 stands between them, their columns
    agree, and the second has the same header or none. Header rows that are said again go to `Table.dropped`.
    """
    result: list[Block] = []
    held: Table | None = None  # the table that may go on
    for block in blocks:
        if isinstance(block, Table):
            if not block.ruled:
                _join_wrapped_rows(block)
            if held is not None and _is_part(held, block):
                _append(held, block)
                continue
            held = block
        elif held is not None and not _passes(block):
            held = None
        result.append(block)
    return result


def _join_wrapped_rows(table: Table) -> None:
    """Where no rules divide rows, a row that holds nothing but the rest of lines above it belongs to the row above."""
    _draw_edges_in(table)
    number, _ = _key_columns(table)
    rows = table.rows[:1]
    for row in table.rows[1:]:
        filled = [c for c, cell in enumerate(row) if cell.text]
        above = rows[-1]
        rest = (
            len(row) > 2
            and all(cell.rowspan == 1 for cell in (*above, *row))
            and 0 < len(filled) < sum(bool(cell.text) for cell in above)
            and number not in filled
        )
        if rest and all(above[c].text[-1:] in ("、", "，") or wraps_into(above[c], row[c]) for c in filled):
            for c in filled:
                above[c].lines.extend(row[c].lines)
                join_cell_lines(above[c])
            continue
        rows.append(row)
    if len(rows) < len(table.rows):
        table.rows = rows
        for r in reversed(range(len(rows))):
            for cell in rows[r]:
                cell.row = r


def _draw_edges_in(table: Table) -> None:
    """Without rules the right edge of a column of texts is where its longest line ends, not the middle of the gap."""
    for c in range(len(table.rows[0]) if table.rows else 0):
        cells = [row[c] for row in table.rows if row[c].column == c and row[c].colspan == 1]
        lines = [line for cell in cells for line in cell.lines if line.right > line.left]
        edge = max((line.x1 for line in lines), default=0.0)
        if not lines or edge - min(line.x0 for line in lines) < _WIDE * (lines[0].size or 10.5):
            continue
        for line in lines:
            line.right = min(line.right, edge + _HAIR)
        for cell in cells:
            if len(cell.lines) > 1:
                join_cell_lines(cell)


def _passes(block: Line | Paragraph) -> bool:
    if isinstance(block, Paragraph) and block.left_out is None and _CONTINUED.fullmatch(block.text):
        block.left_out = "continued-mark"
    return not block.text.strip() or (isinstance(block, Paragraph) and block.left_out is not None)


def _is_part(table: Table, later: Table) -> bool:
    if not later.rows or not table.rows or len(table.rows[0]) != len(later.rows[0]) or not _edges_agree(table, later):
        return False
    if _repeated_rows(table, later):
        return True
    if any(_is_header(row) for row in later.rows[:3]):
        return False
    first = later.rows[0]
    return not (
        len(first) > 1
        and all(cell is first[0] for cell in first)
        and len(_distinct(table.rows[-1])) > 1
        and later.page is None
    )


def _is_header(row: list[Cell]) -> bool:
    """Whether at least two cells of a row are header words, and these are half of it."""
    texts = [cell.text for cell in _distinct(row) if cell.text]
    roles = [role for text in texts if (role := lexicon_of().role(text)) is not None]
    kinds = {(role.kind, role.role) for role in roles}
    return len(kinds) >= 2 and len(roles) * 2 >= len(texts) and not any(text.isdigit() for text in texts)


def _repeated_rows(table: Table, later: Table) -> int:
    """How many rows at the head of `later` say again what stands at the head of `table`: title rows, header rows."""
    for start in range(min(3, len(table.rows))):
        count = 0
        for row, other in zip(table.rows[start : start + _HEADER_ROWS], later.rows, strict=False):
            if not _says_again(_folded(row), _folded(other)):
                break
            count += 1
        if count and any(_is_header(row) for row in later.rows[:count]):
            return count
    return 0


def _says_again(first: tuple[str, ...], later: tuple[str, ...]) -> bool:
    """Whether two rows say the same; of a header on a later page a cell may be clipped at its row's height."""
    same = sum(one == other for one, other in zip(first, later, strict=True))
    clipped = all(
        one.startswith(other) and len(other) > 1 for one, other in zip(first, later, strict=True) if one != other
    )
    return any(later) and clipped and same * 4 >= len(first) * 3


def _append(table: Table, later: Table) -> None:
    repeated = _repeated_rows(table, later)
    for cell in _own(later.rows[:repeated]):
        table.dropped.append(("repeated-header", cell.text))
    table.dropped.extend(later.dropped)
    rows = later.rows[repeated:]
    offset = len(table.rows) - repeated
    for cell in {id(cell): cell for row in rows for cell in row}.values():
        cell.row += offset
        cell.page = cell.page or later.page
    if rows:
        if _is_cut(table, later, rows[0]):
            _join_rows(table, rows)
            for cell in {id(cell): cell for row in rows[1:] for cell in row}.values():
                cell.row -= 1
            rows = rows[1:]
        else:
            _continue_merged(table, rows)
        table.rows.extend(rows)
    table.open_bottom = later.open_bottom


def _is_cut(table: Table, later: Table, first: list[Cell]) -> bool:
    """Whether the first row of the later part is the rest of the last row of the earlier one."""
    last = table.rows[-1]
    number, task = _key_columns(table)
    if number is not None and first[number].text:
        return False
    if (len(_distinct(first)) == 1 and len(first) > 1) or not _match(last, first):
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
            return number is not None or not _merges(table, task)
        if number is None or _merges(table, number):  # a row without a number may be one of several under the last
            return _broken_off(last[task], first[task])
    return any(_broken_off(a, b) for a, b in pairs)


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


def _key_columns(table: Table) -> tuple[int | None, int | None]:
    """The number column and the first task column, by the header."""
    number = task = None
    for row in table.rows[:_HEADER_ROWS]:
        if not _is_header(row):
            continue
        for c, cell in enumerate(row):
            role = lexicon_of().role(cell.text) if cell.text else None
            if role and role.kind == "number" and number is None:
                number = c
            elif role and role.kind in ("task", "task_weak", "detail", "measure") and task is None:
                task = c
        break
    return number, task


def _merges(table: Table, c: int) -> bool:
    return any(a[c] is b[c] for a, b in zip(table.rows[1:], table.rows[2:], strict=False))


def _join_rows(table: Table, rows: list[list[Cell]]) -> None:
    """The first of `rows` goes into the table's last row, cell by cell; cells merged downwards go on."""
    last, first = table.rows[-1], rows[0]
    for upper, lower in dict.fromkeys(
        _Pair(a, b) for a, b in zip_longest(last, first) if a is not None and b is not None
    ):
        if lower is upper:
            continue
        upper.lines.extend(lower.lines)
        if lower.lines:
            join_cell_lines(upper)
        elif lower.text:
            upper.text += lower.text
        _replace(rows, lower, upper)
        upper.rowspan += lower.rowspan - 1


def _continue_merged(table: Table, rows: list[list[Cell]]) -> None:
    """An empty cell at the head of a later part, where cells are merged downwards, is the rest of the one above."""
    last, first = table.rows[-1], rows[0]
    number, _ = _key_columns(table)
    for upper, lower in dict.fromkeys(_Pair(a, b) for a, b in zip(last, first, strict=True)):
        if lower.text or not upper.text or not _match([upper], [lower]):
            continue
        if upper.rowspan > 1 or lower.rowspan > 1 or lower.column == number:
            _replace(rows, lower, upper)
            upper.rowspan += lower.rowspan


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


def _edges_agree(table: Table, later: Table) -> bool:
    """Whether the columns stand where they stood; where a source has no positions, they do."""
    mine, theirs = _edges(table), _edges(later)
    return all(abs(a - b) <= _EDGE for c, a in mine.items() if (b := theirs.get(c)) is not None)


def _edges(table: Table) -> dict[int, float]:
    """The left inner edge of each column, from the first lines found in it."""
    edges: dict[int, float] = {}
    for row in table.rows:
        for c, cell in enumerate(row):
            if c not in edges and cell.column == c and cell.lines and cell.lines[0].right > cell.lines[0].left:
                edges[c] = cell.lines[0].left
        if len(edges) == len(row):
            break
    return edges


def _own(rows: list[list[Cell]]) -> list[Cell]:
    return [cell for cell in {id(cell): cell for row in rows for cell in row}.values() if cell.text]


def _distinct(row: list[Cell]) -> list[Cell]:
    return list({id(cell): cell for cell in row}.values())


def _folded(row: list[Cell]) -> tuple[str, ...]:
    return tuple(_BLANK.sub("", cell.text) for cell in row)
