"""The ordered steps of `clean`; each takes the blocks of the one before.

tables of a record ─► furniture ─► paragraphs ─► cell text ─► tables joined over pages
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeGuard

from ..language.page_record import record_lines
from ..language.script import squeeze
from ..model.source import Block, Line, Source, Table
from .edges import areas_of
from .furniture import furniture, running_lines
from .lines import paragraphs

_RECORD_ROWS = 10  # a record has no more


def records_to_lines(blocks: list[Block]) -> list[Block]:
    """A table that holds nothing but a site's record (索引号, 发文机关, 文号) becomes its lines, a name or a value each."""
    result: list[Block] = []
    for block in blocks:
        lines = [line for cell in block.cells() for line in cell.lines] if _may_be_record(block) else []
        texts = [squeeze(line.text) for line in lines]
        result.extend(lines if lines and len(record_lines(texts)) == len(texts) else [block])
    return result


def _may_be_record(block: Block) -> TypeGuard[Table]:
    return isinstance(block, Table) and len(block.rows) <= _RECORD_ROWS


def lines_to_paragraphs(blocks: list[Block], *, paged: bool, marked: Collection[int] = ()) -> list[Block]:
    """Runs of lines become paragraphs; a paragraph never crosses a table. `marked` are the pages with marks of notes."""
    running = running_lines(blocks)
    reasons = furniture(blocks, paged=paged, marked=marked)
    areas = areas_of(line for line in running if id(line) not in reasons)
    result: list[Block] = []
    run: list[Line] = []
    for block in [*blocks, None]:
        if isinstance(block, Line):
            run.append(block)
            continue
        result.extend(paragraphs(run, reasons, areas))
        run = []
        if block is not None:
            result.append(block)
    return result


def cells_to_text(blocks: list[Block]) -> list[Block]:
    """Every cell gets its text."""
    from .cells import join_cell_lines, kept_free

    for block in blocks:
        if isinstance(block, Table):
            cells = block.cells()
            free = kept_free(cells)
            for cell in cells:
                join_cell_lines(cell, free)
    return blocks


def _have_places(blocks: list[Block]) -> bool:
    """Whether the lines know where they stand on their pages (PDF, OFD, scans)."""
    return any(isinstance(block, Line) and block.right > block.left for block in blocks)


def steps(source: Source) -> list[Block]:
    """All steps in order."""
    blocks = records_to_lines(source.blocks)
    marked = {page for code, _, page in source.notes if code == "note-mark" and page is not None}
    blocks = lines_to_paragraphs(blocks, paged=_have_places(blocks), marked=marked)
    if not any(isinstance(block, Table) for block in blocks):
        return blocks
    from .tables_over_pages import join_tables

    return join_tables(cells_to_text(blocks))
