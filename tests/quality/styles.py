"""Every description in styles that are not its own: what a layout alone breaks, without new truth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from .describe import Bulletin, Docx, Group, Pdf, Table, Txt

STYLES: dict[str, dict[str, Any]] = {
    "txt": {
        "plain": Txt(),
        "wrapped": Txt(width=30),
        "indented": Txt(width=30, indent="　　"),
        "half-blanks": Txt(width=35, indent="    "),
        "paged": Txt(width=40, indent="　　", page=30),
        "paged-bare": Txt(width=34, page=25),
        "blank-lines": Txt(width=36, indent="　　", blank=True),
        "headers": Txt(header_every=4, indent="　　"),
        "gb18030": Txt(encoding="gb18030", newline="\r\n", indent="　　"),
    },
    "docx": {
        "plain": Docx(),
        "computed": Docx(computed=True),
        "styled": Docx(styled=True),
        "computed-styled": Docx(computed=True, styled=True),
    },
    "pdf": {
        "grid": Pdf(),
        "cut-open": Pdf(cut=True, edge=False, cell_size=13),
        "cut-no-header": Pdf(cut=True, cell_size=13, repeat_header=False),
        "middle": Pdf(middle=True, cell_size=12, cut=True),
        "three-line": Pdf(rules="three", cut=True, cell_size=12),
        "three-line-no-header": Pdf(rules="three", repeat_header=False, middle=True, cut=True),
        "no-rules": Pdf(rules="none", cut=True),
        "landscape": Pdf(landscape=True, cut=True, cell_size=14),
        "small": Pdf(size=10.5, cell_size=9, cut=True, page_number="{}"),
        "large": Pdf(size=18, cell_size=16, cut=True, page_number="- {} -", justify=False),
        "twice": Pdf(twice=True, cut=True, page_number="第 {} 页"),
    },
}


def has_merged_cells(bulletin: Bulletin) -> bool:
    """Whether rows alone do not tell which cells belong together: such a table needs its rules."""
    tables = [block for plan in bulletin.plans for block in plan.body if isinstance(block, Table)]
    return any(isinstance(row, Group) or (isinstance(row, tuple) and "^" in row) for t in tables for row in t.rows)


def restyled(bulletin: Bulletin, kind: str) -> Iterator[tuple[str, Bulletin]]:
    """The bulletin in each style of the format that can carry what it says."""
    for name, style in STYLES[kind].items():
        if kind == "txt":
            if bulletin.traditional and name == "gb18030":
                continue
            yield name, replace(bulletin, txt=replace(style, table=bulletin.txt.table))
        elif kind == "docx":
            yield name, replace(bulletin, docx=style)
        elif style.rules == "grid" or not has_merged_cells(bulletin):
            wide = style.landscape or bulletin.pdf.landscape
            yield name, replace(bulletin, pdf=replace(style, landscape=wide))
