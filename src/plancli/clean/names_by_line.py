"""Columns of bodies that are parted by line breaks alone: a full line may end with a name as well as in the middle of one.

Where the names of a column are never parted by stops, and some end on short lines, a blank is left behind a full line that may end a name,
so that who reads the names can tell.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import accumulate, pairwise

from ..language.bodies import all_bodies, bodies
from ..language.headers import lexicon_of
from ..language.script import simplify, squeeze
from ..model.source import Cell, Table
from .table_heads import HEADER_ROWS, distinct, is_header_row

_STOPS = frozenset("、，,；;/")


def keep_lines_of_names(tables: list[Table]) -> None:
    """Leave blanks behind full lines of cells in such columns that end as an office does, or that hold a name before one which the tables
    have by itself elsewhere."""
    columns = [
        [cell for cell in held.values() if cell.text and not _is_heading(cell)]
        for table in tables
        for column in sorted(_columns_of_bodies(table))
        for held in [{id(row[column]): row[column] for row in table.rows if row[column].colspan == 1}]
    ]
    whole = _whole_lines(columns)
    alone = whole | {name for cells in columns for cell in cells for name in cell.text.split("\n")}
    for cells in columns:
        if any(_STOPS & set(cell.text) for cell in cells if len(cell.text) > 1):  # a stroke alone stands for none
            continue
        parted = any("\n" in cell.text for cell in cells)
        for cell in cells:
            if len(cell.lines) > 1 and all(line.ending == "unknown" for line in cell.lines):
                cell.text = _with_blanks(cell, alone, whole if parted else None)


def _whole_lines(columns: list[list[Cell]]) -> set[str]:
    """The lines that are bodies and stand before different others: the first half of a torn name stands before its rest."""
    followers: dict[str, set[str]] = defaultdict(set)
    for cell in (cell for cells in columns for cell in cells):
        pieces = [simplify(squeeze(line.text)) for line in cell.lines]
        for piece, after in pairwise([*pieces, ""]):
            followers[piece].add(after)
    return {piece for piece, after in followers.items() if len(piece) > 2 and len(after) > 1 and all_bodies(piece)}


def _with_blanks(cell: Cell, alone: set[str], whole: set[str] | None) -> str:
    """A cell's text; `whole` are lines that surely end a name, None where line breaks part no names in its column."""
    pieces = [simplify(squeeze(line.text)) for line in cell.lines]
    text, name, at = "", "", 0
    for k, piece in enumerate(pieces):
        if cell.text.startswith("\n", at):
            text, name, at = text + "\n", "", at + 1
        elif (whole is not None and (bodies().ends_as_office(text) or name in whole)) or (
            _may_end(name, alone) and _begins_with(pieces[k:], alone)
        ):
            text, name = text + " ", ""
        if not cell.text.startswith(piece, at):
            return cell.text
        text, name, at = text + piece, name + piece, at + len(piece)
    return text


def _may_end(name: str, alone: set[str]) -> bool:
    """Whether lines so far may be a whole name: one that stands by itself elsewhere, or an office's."""
    return name in alone or (bodies().ends_as_office(name) and all_bodies(name))


def _begins_with(pieces: list[str], alone: set[str]) -> bool:
    """Whether the next lines hold a name that stands by itself elsewhere."""
    return any(name in alone for name in accumulate(pieces))


def _columns_of_bodies(table: Table) -> set[int]:
    rows = [row for row in table.rows[:HEADER_ROWS] if is_header_row(row)]
    return {c for row in rows for c, cell in enumerate(row) if len(distinct(row)) > 1 and _is_heading(cell)}


def _is_heading(cell: Cell) -> bool:
    """Whether a cell says that bodies stand beneath it."""
    role = lexicon_of().role(cell.text) if cell.text else None
    return role is not None and role.kind == "departments"
