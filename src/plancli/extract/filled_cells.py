"""A schedule that is told by colour alone: cells without text, filled, under columns of times, are read as marks."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..language.headers import time_header
from ..messages import Message
from ..model.source import Line, Source, Table

MARK = "■"
FEWEST_TIMES = 3  # columns of times that make a schedule
WHITE = frozenset(
    ("", "none", "auto", "transparent", "inherit", "initial", "white", "fff", "ffffff", "rgb(255,255,255)")
)
Texts = Mapping[int, Mapping[int, str]]  # row → column → what stands there


def times_filled(texts: Texts, fills: Texts) -> list[tuple[int, int]]:
    """The cells, as (row, column), that say a time by their colour alone; none where cells beneath the times have text.

    `texts` are those of the cells that have some, `fills` the colours of those that have one. The colour of a row's own text is
    the row's ground (stripes, totals) and says nothing. A schedule with text in its cells says its times by that.
    """
    header, columns = _times(texts)
    beneath = {row: said for row, said in texts.items() if row > header}
    if len(columns) < FEWEST_TIMES or any(not columns.isdisjoint(said) for said in beneath.values()):
        return []
    found: list[tuple[int, int]] = []
    for row, said in sorted(beneath.items()):
        filled = fills.get(row, {})
        ground = {filled[column] for column in said if column in filled}
        found += [(row, column) for column in sorted(columns) if column in filled and filled[column] not in ground]
    return found


def _times(texts: Texts) -> tuple[int, set[int]]:
    """The row with the most headers that are times, the lowest of them, and the columns of these."""
    found: tuple[int, set[int]] = (-1, set())
    for row, said in sorted(texts.items()):
        columns = {column for column, text in said.items() if time_header("".join(text.split()))}
        if len(columns) >= max(len(found[1]), 1):
            found = (row, columns)
    return found


def mark_filled(source: Source) -> None:
    """Put a mark into each cell of a document's tables that says a time by its colour alone, and say so."""
    for table in source.blocks:
        if not isinstance(table, Table) or not any(cell.fill for row in table.rows for cell in row):
            continue
        texts: dict[int, dict[int, str]] = {}
        fills: dict[int, dict[int, str]] = {}
        cells = {(cell.row, cell.column): cell for cell in table.cells()}
        for (row, column), cell in cells.items():
            if text := "".join(line.text for line in cell.lines).strip():
                texts.setdefault(row, {})[column] = text
            if cell.fill:
                fills.setdefault(row, {})[column] = cell.fill
        found = times_filled(texts, fills)
        for place in found:
            cells[place].lines = [Line(MARK, number=_number(table, place[0]), page=cells[place].page, ending="hard")]
        if found:
            message = Message(
                "table {number}: {count} cells under times have a colour and no text; they were read as marks (■)",
                number=table.number,
                count=len(found),
            )
            source.notes.append(("colour-read", message, table.page))


def _number(table: Table, row: int) -> int:
    """The number of a line in a row, for a place in the source."""
    return next((line.number for cell in table.rows[row] for line in cell.lines), 0)


def colour(said: str | None, white: Collection[str] = WHITE) -> str:
    """A name for a colour as mark-up writes it (#92D050, rgb(0, 176, 80), yellow); "" for none and for white."""
    name = "".join((said or "").lower().split()).lstrip("#")
    return "" if name in white else name
