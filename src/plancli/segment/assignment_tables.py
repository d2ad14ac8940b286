"""Small tables under an item that say who and when, and nothing else: labels above their values, or beside them.

They are written out as lines such as 责任部门：医政科, which stand in the item's text like any other such line.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model.settings import Settings
from ..model.source import Cell, Paragraph, Table
from .tables import role_of_header

KINDS = ("departments", "leaders", "time", "remarks")
FEW_ROWS = 4


def assignment_lines(table: Table, settings: Settings) -> list[Paragraph]:
    """The lines that a table of assignments comes to, none where it is another kind of table.

    Each has one character, the colon, that is not in the source.
    """
    rows = [list({id(cell): cell for cell in row if cell.text}.values()) for row in table.rows]
    rows = [row for row in rows if row]
    if not 1 <= len(rows) <= FEW_ROWS:
        return []
    labels, values = rows[0], rows[1:]
    if len(values) == 1 and len(labels) == len(values[0]) > 1 and _labels(labels, settings):
        return list(_lines(zip(labels, values[0], strict=True)))
    pairs = [pair for row in rows for pair in zip(row[::2], row[1::2], strict=False)]
    if all(len(row) % 2 == 0 for row in rows) and _labels([label for label, _ in pairs], settings):
        return list(_lines(pairs))
    return []


def _labels(cells: list[Cell], settings: Settings) -> bool:
    roles = [role_of_header(cell.text, settings.lexicon) for cell in cells]
    return all(role is not None and role.whole and role.kind in KINDS and not role.is_time for role in roles)


def _lines(pairs: Iterator[tuple[Cell, Cell]] | list[tuple[Cell, Cell]]) -> Iterator[Paragraph]:
    for label, value in pairs:
        text = f"{label.text.rstrip('：:')}：{value.text}".replace("\n", "、")
        yield Paragraph(text, value.lines[:1], [0])
