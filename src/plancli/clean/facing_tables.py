"""A table that is too wide for a page: its left columns stand on one page, its right columns on another. Two facing pages of a book hold
a half each; a printed sheet shows all rows of its left columns before the others (down, then over), or page by page (over, then
down), and may say its first columns again on each page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ..language.headers import lexicon_of
from ..model.record import Record
from ..model.source import Block, Line, Paragraph, Table
from .table_heads import distinct, is_header_row, key_columns

_NEAR = 3.0  # points between the edges of one row on two pages
_MOST_PAGES = 60  # of a band: a long document has a table on each page
_PIECE = 1  # character: a piece of a title has more

Extent = tuple[float, float]  # top, bottom


def join_facing(blocks: list[Block], passes: Callable[[Line | Paragraph], bool]) -> list[Block]:
    """The blocks, the right part of each such table put beside its left part; `passes` says what may stand between them, beside a piece
    of the title that stands over the left part, cut at a column's edge."""
    result: list[Block] = []
    titles: list[Paragraph] = []  # what stands over the first of the tables
    pieces: list[Paragraph] = []
    bands = _Bands()
    for block in blocks:
        if isinstance(block, Table):
            if bands.takes(block):
                for piece in pieces:
                    piece.left_out = "running-head"
                pieces = []
                continue
            if pieces:
                bands, titles, pieces = _Bands(block), pieces, []
        elif isinstance(block, Paragraph) and not passes(block):
            if any(_is_piece(block, title) for title in titles if bands.lefts):
                pieces.append(block)
            elif bands.lefts:
                bands, titles, pieces = _Bands(), [block], []
            else:
                titles.append(block)
        result.append(block)
    return result


def _is_piece(text: Paragraph, title: Paragraph) -> bool:
    """Whether a text is what a page shows of a title that stands at its height on an earlier page."""
    said = len(text.text) > _PIECE and text.text in title.text and text.page != title.page
    return said and abs(text.lines[0].top - title.lines[0].top) <= _NEAR


@dataclass(slots=True, eq=False, repr=False)
class _Left(Record):
    """A left part: its first column, its headings, and the widths of the right parts that it has already."""

    table: Table
    first: list[str]
    heads: set[str]
    widths: list[int] = field(default_factory=list)


class _Bands:
    """The tables that follow each other."""

    def __init__(self, *lefts: Table) -> None:
        self.lefts: list[_Left] = []
        for left in lefts:
            self._add(left)

    def _add(self, table: Table) -> None:
        heads = {cell.text for cell in table.rows[0]} if table.rows and is_header_row(table.rows[0]) else set()
        self.lefts.append(_Left(table, _texts(table, 0), heads))
        del self.lefts[:-_MOST_PAGES]

    def takes(self, table: Table) -> bool:
        """Whether a table is the right part of an earlier one, beside which it is then put; else it may be a left part itself. Rows are
        compared where words allow it alone."""
        first, own = _texts(table, 0), _own_headings(table)
        for left in sorted(self.lefts, key=lambda left: len(left.widths)):
            told = (left.heads and not own <= left.heads) or self._goes_on(left, table)
            if not (told or left.first == first) or not _side_by_side(left.table, table):
                continue
            again = _said_again(left.table, table)
            if told or again:
                left.widths.append(len(table.rows[0]))
                left.heads |= own if left.heads else set()
                _put_beside(left.table, table, again)
                return True
        self._add(table)
        return False

    def _goes_on(self, left: _Left, table: Table) -> bool:
        """Whether a table without headings is as wide as what stands beside the first one in the same band."""
        width = self.lefts[0].widths[len(left.widths) : len(left.widths) + 1]
        return bool(width) and width == [len(table.rows[0])] and not is_header_row(table.rows[0])


def _side_by_side(left: Table, right: Table) -> bool:
    """Whether two tables have as many rows, each at the height of the other's."""
    if not left.rows or len(left.rows) != len(right.rows):
        return False
    if left.edges and right.edges:
        pairs = zip(left.edges, right.edges, strict=False)
        return len(left.edges) == len(right.edges) and all(abs(a - b) <= _NEAR for a, b in pairs)
    extents = [(a, b) for a, b in zip(_extents(left), _extents(right), strict=True) if a and b]
    places: Sequence[Callable[[Extent], float]] = (lambda e: e[0], lambda e: e[1], lambda e: (e[0] + e[1]) / 2)
    return len(extents) > 1 and any(all(abs(at(a) - at(b)) <= _NEAR for a, b in extents) for at in places)


def _extents(table: Table) -> list[Extent | None]:
    """From where to where the text of each row reaches."""
    held = ([line for cell in row if cell.rowspan == 1 for line in cell.lines] for row in table.rows)
    return [
        (max(line.top for line in lines), min(line.bottom for line in lines))
        if any(line.top for line in lines)
        else None
        for lines in held
    ]


def _said_again(left: Table, right: Table) -> int:
    """How many first columns of the left part the right one says again, the numbers or the tasks of its rows among them."""
    count = 0
    while count < min(len(left.rows[0]), len(right.rows[0]) - 1) and _texts(left, count) == _texts(right, count):
        count += 1
    told = (texts for c in range(count) if all(texts := _texts(right, c)))
    return count if any(len(set(texts)) == len(texts) > 1 for texts in told) else 0


def _texts(table: Table, column: int) -> list[str]:
    return [row[column].text for row in table.rows if len(row) > column]


def _own_headings(table: Table) -> set[str]:
    """The headings of a right part: columns of other kinds than numbers and tasks; none where it has no headings, or those as well."""
    head = [text for cell in distinct(table.rows[0]) if (text := cell.text)] if table.rows else []
    known = all(lexicon_of().role(text) is not None for text in head) or (head and is_header_row(table.rows[0]))
    return set(head) if known and key_columns(table) == (None, None) else set()


def _put_beside(left: Table, right: Table, again: int) -> None:
    """Add the columns of the right part to the left one, but for the first `again`."""
    width = len(left.rows[0])
    said = [cell for cell in right.cells() if cell.column < again and cell.text]
    left.dropped += [("repeated-column", cell.text) for cell in said]
    left.dropped += right.dropped
    for cell in right.cells():
        cell.column += width - again
    for row, other in zip(left.rows, right.rows, strict=True):
        more = other[again:]
        over = row[0] if len(distinct(row)) == 1 and width > 1 and not any(cell.text for cell in more) else None
        row.extend([over] * len(more) if over else more)
        if over:
            over.colspan = len(row)
