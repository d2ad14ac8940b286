"""Cells that only look empty: what a merged cell leaves in a dump, and a month said once for the rows below it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ...language.labels import is_chinese_label
from ...language.times import heads_parts_of_year
from ...model.source import Cell, Table
from .columns import Column, Head


def fill_merged(table: Table, head: Head, task: Column) -> set[int]:
    """Let the cell above stand in the empty slots below it, as if it were merged.

    In a dump this holds for the first column of bodies and the first of persons, since the dump has no other way to show
    that they are merged over rows, and for what stands before the task (a problem) and all who answer or lead in the further
    rows of one number; in any table for a column of months, weeks or days before the task, and for one of times that leads the
    row; for the time behind the task in a dump where who has it is merged over the same rows. In a calendar a row that has a week
    or a day of its own shares nobody's bodies. Gives the rows of a dump that say no time, though one above them might be theirs.
    """
    number = next((column.index for column in head.columns if column.kind == "number"), None)
    days = [
        c.index for c in head.columns if c.index < task.index and (c.kind == "time" or heads_parts_of_year(c.header))
    ]
    own = {id(row) for row in table.rows[head.end :] if any(row[c].text for c in days)}
    undated = set[int]() if table.ruled else _fill_times(table, head, task, number)
    if not table.ruled and number is not None and number < task.index:
        _fill_beneath_number(table, head, task, number)
    for column in _columns(table, head, task, own):
        c = column.index
        held = None
        for row in table.rows[head.end :]:
            alone = column.kind in ("departments", "leaders") and id(row) in own and not row[c].text
            if alone or _is_heading(row, number):
                held = None
            elif row[c].text:
                held = row[c] if row[c].colspan < len(row) else None
            elif held is not None and row[task.index].text and row[task.index] is not row[c]:
                row[c] = held
                held.rowspan += 1
    return undated


def _is_heading(row: Sequence[Cell], number: int | None) -> bool:
    """Whether a row is no task: 一 | 民生保障."""
    return number is not None and is_chinese_label(row[number].text) and sum(bool(cell.text) for cell in row) == 2


def _fill_times(table: Table, head: Head, task: Column, number: int | None) -> set[int]:
    """Let the time above stand in the empty slots below it where a cell of bodies or persons lacks the same rows, or the row has no
    number of its own; the rows where neither tells."""
    times = [c.index for c in head.columns if c.kind == "time" and c.index > task.index]
    rows = table.rows[head.end :]
    if len(times) != 1 or sum(bool(row[times[0]].text) for row in rows) * 2 < len(rows):
        return set()
    who = [c.index for c in head.columns if c.kind in ("departments", "leaders") and c.role != "support"]
    runs = {run for c in who for run in _runs(rows, c, task, number)}
    undated: set[int] = set()
    for start, stop in _runs(rows, times[0], task, number):
        held = rows[start][times[0]]
        for r in range(start + 1, stop):
            if (start, stop) in runs or (number is not None and not rows[r][number].text):
                rows[r][times[0]] = held
                held.rowspan += 1
            else:
                undated.add(head.end + r)
    return undated


def _runs(rows: Sequence[Sequence[Cell]], c: int, task: Column, number: int | None) -> list[tuple[int, int]]:
    """From which row to which nothing stands below a text in a column, though something is to be done."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for r, row in enumerate([*rows, None]):
        empty = row is not None and not row[c].text and row[task.index].text and row[task.index].colspan == 1
        if row is not None and empty and not _is_heading(row, number):
            continue
        if start is not None and r > start + 1:
            found.append((start, r))
        start = r if row is not None and row[c].text and row[c].colspan == 1 else None
    return found


def _fill_beneath_number(table: Table, head: Head, task: Column, number: int) -> None:
    """What stands between a merged number and the task, and who answers or leads, in its further rows."""
    between = [c.index for c in head.columns if c.kind in (None, "other") and number < c.index < task.index]
    who = [c.index for c in head.columns if c.kind in ("departments", "leaders") and c.role != "support"]
    for above, row in pairwise(table.rows[head.end :]):
        if row[number].text or not row[task.index].text or not above[task.index].text:
            continue
        for c in [*between, *who]:
            if not row[c].text and above[c].text and above[c].colspan == 1:
                row[c] = above[c]
                row[c].rowspan += 1


def _columns(table: Table, head: Head, task: Column, dated: set[int]) -> list[Column]:
    times = [c for c in head.columns if c.kind in ("time", "other") and c.index < task.index]
    chosen = [c for c in times if (c.index == 0 and c.kind == "time") or heads_parts_of_year(c.header)]
    if not table.ruled and not _repeats(table, head, dated):
        for kind in ("departments", "leaders"):
            chosen += [c for c in head.columns if c.kind == kind and c.role != "support"][:1]
    return chosen


def _repeats(table: Table, head: Head, dated: set[int]) -> bool:
    """Whether this dump writes a merged number again in each of its rows: then what is empty is empty. The number of a row with a
    day of its own (`dated`) may have begun anew."""
    numbers = [c.index for c in head.columns if c.kind == "number"]
    return any(
        above[c].text and above[c].text == row[c].text and above[c] is not row[c] and id(row) not in dated
        for above, row in pairwise(table.rows[head.end :])
        for c in numbers
    )
