"""Cells that only look empty: what a merged cell leaves in a dump, and a month said once for the rows below it."""

from __future__ import annotations

from itertools import pairwise

from ...language.labels import is_chinese_label
from ...language.times import heads_parts_of_year
from ...model.source import Table
from .columns import Column, Head


def fill_merged(table: Table, head: Head, task: Column) -> None:
    """Let the cell above stand in the empty slots below it, as if it were merged.

    In a dump this holds for the first column of bodies and the first of persons, since the dump has no other way to show
    that they are merged over rows, and for what stands before the task (a problem) and all who answer or lead in the further
    rows of one number; in any table for a column of months, weeks or days before the task, and for one of times that leads the
    row. In a calendar a row that has a week or a day of its own shares nobody's bodies.
    """
    number = next((column.index for column in head.columns if column.kind == "number"), None)
    days = [
        c.index for c in head.columns if c.index < task.index and (c.kind == "time" or heads_parts_of_year(c.header))
    ]
    own = {id(row) for row in table.rows[head.end :] if any(row[c].text for c in days)}
    if not table.ruled and number is not None and number < task.index:
        _fill_beneath_number(table, head, task, number)
    for column in _columns(table, head, task, own):
        c = column.index
        held = None
        for row in table.rows[head.end :]:
            if column.kind in ("departments", "leaders") and id(row) in own and not row[c].text:
                held = None
            elif (
                number is not None and is_chinese_label(row[number].text) and sum(bool(cell.text) for cell in row) == 2
            ):
                held = None  # a heading, not a task
            elif row[c].text:
                held = row[c] if row[c].colspan < len(row) else None
            elif held is not None and row[task.index].text and row[task.index] is not row[c]:
                row[c] = held
                held.rowspan += 1


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
