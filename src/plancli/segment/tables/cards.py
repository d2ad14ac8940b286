"""Cards: a table that has its headers in the first column, one task a column beside it (项目名称 | …, 责任单位 | …)."""

from __future__ import annotations

from dataclasses import replace

from ...language.headers import Lexicon
from ...model.source import Cell, Table
from .columns import folded


def turned(table: Table, lexicon: Lexicon) -> Table | None:
    """The table with rows and columns exchanged, if its first column reads as a header; else None."""
    first = [row[0] for row in table.rows]
    roles = [role for cell in first if cell.text and (role := lexicon.role(cell.text)) is not None]
    meanings = {(role.kind, role.role) for role in roles}
    if len(table.rows) < 3 or len(table.rows[0]) < 2 or len(meanings) < 3 or len(roles) * 3 < len(first) * 2:
        return None
    if any(len(folded(cell.text)) > 14 for cell in first):
        return None
    copies: dict[int, Cell] = {}
    for cell in table.cells():
        place = cell.page or table.page
        copies[id(cell)] = replace(
            cell, row=cell.column, column=cell.row, rowspan=cell.colspan, colspan=cell.rowspan, page=place
        )
    rows = [[copies[id(cell)] for cell in column] for column in zip(*table.rows, strict=True)]
    return replace(table, rows=rows, open_top=False, open_bottom=False)
