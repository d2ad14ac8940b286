"""Tables that were dumped column by column, or in blocks that follow no row (`pdftotext` without options, pdfminer): read where each column
has as many cells as there are numbers, else left unread and said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from ....language import script
from ....language.header_rows import squeezed
from ....language.headers import Lexicon
from ....language.times import is_time
from ....model.source import Cell, Line, Table
from .block_cells import BlockCells
from .block_lines import MOST_PIECES, Blocks, blocks_at
from .broken_cells import is_cut
from .copied_cuts import CopiedPiece
from .copied_rows import copied_cell, copied_pieces
from .head_words import TASKS
from .heads import TextColumn, columns_of
from .held_cells import suits
from .reading import TableReading
from .tokens import ends_time_above, is_ordinal
from .whole_blocks import whole_blocks

_TEXTS = (*TASKS, "theme", "other")
_FEW_ODD = 4  # cells that are lines, of which one may be odd
_OWN = ("series", "task", "category", "remarks")  # what says nothing by its form


def read_column_blocks(lines: Sequence[Line], at: int, lexicon: Lexicon) -> TableReading | None:
    """The table whose word for numbers, weeks or times stands on line `at`, and some of whose other words stand below numbers; one
    without a table where its cells cannot be told; None where it is no such table."""
    found = blocks_at(lines, at, lexicon)
    if found is None:
        return None
    table, after = _table(lines, found, lexicon)
    return None if table is None and found.whole else TableReading(table, after, barred=False)


def _table(lines: Sequence[Line], found: Blocks, lexicon: Lexicon) -> tuple[Table | None, int]:
    """The table, or None where its cells cannot be told, and the index of the line after it."""
    columns = columns_of([[word] for _, word in found.words], lexicon)
    kinds = ["task" if column.kind in _TEXTS else column.kind for column in columns]
    if kinds[0] not in ("series", "time") or "slot" in kinds or "task" not in kinds:
        return None, found.end
    heads = {*found.again, *(k for k, _ in found.words)}
    pieces = [
        piece
        for k in found.below
        for piece in copied_pieces(lines[k].text.split(), k, -1, not lines[k - 1].text.strip() or k - 1 in heads)
    ]
    seen = [next((n for n, piece in enumerate(pieces) if piece.at > at), len(pieces)) for at, _ in found.words]
    weeks = found.words[0][1].bare.startswith("周")
    if len(pieces) > MOST_PIECES:
        return None, found.end
    leads: Callable[[str], bool] = is_ordinal if weeks else is_time if kinds[0] == "time" else str.isdecimal
    told = whole_blocks(columns, seen, leads, pieces)
    if told and _is_sure(columns, told):
        return _made(lines, found, columns, told), told[-1][-1][-1].at + 1
    if len(set(kinds)) < len(kinds):
        return None, found.end  # of two columns of the same kind nothing tells whose a block is
    told = BlockCells(columns, seen, found.leads, leads).search(pieces)
    return _made(lines, found, columns, told) if told and _is_sure(columns, told) else None, found.end


def _is_sure(columns: Sequence[TextColumn], cells: Sequence[Sequence[Sequence[CopiedPiece]]]) -> bool:
    """Whether each cell is whole, and holds what its column does; where each is a line, all but a few do."""
    if all(len({piece.at for piece in cell}) == 1 for own in cells for cell in own):
        odd = [sum(not _holds(column.kind, cell) for cell in own) for column, own in zip(columns, cells, strict=True)]
        return max(odd) * _FEW_ODD <= len(cells[0])
    for column, own in zip(columns, cells, strict=True):
        kind = "task" if column.kind in _TEXTS else column.kind
        widest = max(script.columns(piece.text) for cell in own for piece in cell)
        for cell in own:
            if not _holds(kind, cell):
                return False
            for upper, lower in pairwise(cell):
                wrapped = script.columns(upper.text) + script.columns(lower.text[0]) > widest or is_cut(
                    upper.text, lower.text
                )
                if kind == "time" and not ends_time_above(squeezed(upper.text), squeezed(lower.text)):
                    return False
                if lower.gap or not (wrapped or (upper.text[-1] in "；;" and kind == "task")):
                    return False
    return True


def _holds(kind: str, cell: Sequence[CopiedPiece]) -> bool:
    """Whether a cell holds what a column of a kind does."""
    text = "".join(piece.text for piece in cell)
    return is_time(squeezed(text)) if kind == "time" else kind in (*_OWN, *_TEXTS) or suits(kind, text)


def _made(
    lines: Sequence[Line], found: Blocks, columns: Sequence[TextColumn], cells: list[list[list[CopiedPiece]]]
) -> Table:
    table = Table([[Cell(0, c, lines=list(word.lines)) for c, (_, word) in enumerate(found.words)]], ruled=False)
    table.dropped = [("repeated-header", lines[k].text.strip()) for k in found.again]
    whole = [c for c, own in enumerate(cells) if len(own) == len(cells[0])]
    table.dropped += [
        ("table-text-unread", piece.text)
        for c, own in enumerate(cells)
        if c not in whole
        for cell in own
        for piece in cell
    ]
    for r in range(len(cells[0])):
        row = [Cell(r + 1, c) for c in range(len(columns))]
        for c in whole:
            row[c].lines = copied_cell(lines, cells[c][r]).lines
        table.rows.append(row)
    for k in found.notes:
        table.rows.append([Cell(len(table.rows), 0, colspan=len(columns), lines=[lines[k]])] * len(columns))
    return table
