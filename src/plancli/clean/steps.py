"""The ordered steps of `clean`; each takes the blocks of the one before.

furniture ─► paragraphs ─► cell text ─► tables joined over pages
"""

from __future__ import annotations

from collections.abc import Collection

from ..model.source import Block, Line, Source, Table
from .edges import areas_of
from .furniture import furniture, running_lines
from .lines import paragraphs
from .tables_over_pages import join_cell_lines, join_tables


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
    for block in blocks:
        if isinstance(block, Table):
            for cell in block.cells():
                join_cell_lines(cell)
    return blocks


def _have_places(blocks: list[Block]) -> bool:
    """Whether the lines know where they stand on their pages (PDF, OFD, scans)."""
    return any(isinstance(block, Line) and block.right > block.left for block in blocks)


def steps(source: Source) -> list[Block]:
    """All steps in order."""
    blocks = source.blocks
    marked = {page for code, _, page in source.notes if code == "note-mark" and page is not None}
    blocks = lines_to_paragraphs(blocks, paged=_have_places(blocks), marked=marked)
    return join_tables(cells_to_text(blocks))
