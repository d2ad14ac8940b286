"""The ordered steps of `clean`; each takes the blocks of the one before.

text tables ─► furniture ─► paragraphs ─► cell text ─► tables joined over pages
"""

from __future__ import annotations

from ..model.source import Block, Line, Source, Table
from .copied_header import unread_headers, unread_rows
from .furniture import furniture, running_lines
from .lines import paragraphs
from .tables import join_cell_lines, join_tables
from .text_tables import find_text_tables


def tables_from_text(source: Source) -> list[Block]:
    """TXT: tables dumped as lines become tables; afterwards no table row is left among the lines."""
    if source.media_type != "text/plain":
        return source.blocks
    blocks = find_text_tables(source.blocks)
    headers = list(unread_headers(blocks))
    for line in headers:
        message = f"line {line.number} reads as the header of a table whose rows cannot be told from text; use the file with the table itself"
        source.notes.append(("table-text-unread", message, line.page))
    if not headers and (row := unread_rows(blocks)):
        message = f"from line {row.number} on there are rows of a table that were read as text; use the file with the table itself"
        source.notes.append(("table-text-unread", message, row.page))
    return blocks


def lines_to_paragraphs(blocks: list[Block], *, paged: bool) -> list[Block]:
    """Runs of lines become paragraphs; a paragraph never crosses a table."""
    reasons = furniture(running_lines(blocks), paged=paged)
    result: list[Block] = []
    run: list[Line] = []
    for block in [*blocks, None]:
        if isinstance(block, Line):
            run.append(block)
            continue
        result.extend(paragraphs(run, reasons))
        run = []
        if block is not None:
            result.append(block)
    return result


def cells_to_text(blocks: list[Block]) -> list[Block]:
    """Every cell gets its text."""
    for block in blocks:
        if isinstance(block, Table):
            for cell in block.cells():
                join_cell_lines(cell)
    return blocks


def steps(source: Source) -> list[Block]:
    """All steps in order."""
    blocks = tables_from_text(source)
    blocks = lines_to_paragraphs(blocks, paged=source.media_type == "application/pdf")
    return join_tables(cells_to_text(blocks))
