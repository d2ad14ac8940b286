"""The schedule columns of a row → the task's text, with the range of each column's share in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...language.headers import Lexicon, unit_of_header
from ...language.times import joined_time, with_unit
from ...model.draft import ScheduleLine, TaskDraft
from ...model.source import Cell, Line
from .columns import Column, folded


@dataclass(slots=True)
class SchedulePart:
    """What the cell under one schedule column says, or one merged over several, or a year, a month and the day beside each other
    (`before`: the cells of those that stand before the last); `led` where its header goes before it."""

    column: Column
    cell: Cell
    header: str
    text: str
    led: bool
    is_time: bool
    limit: bool
    before: tuple[Cell, ...] = ()

    @property
    def lines(self) -> list[Line]:
        """The source's lines that it stands in."""
        return [line for cell in (*self.before, self.cell) for line in cell.lines]


def schedule_parts(row: list[Cell], columns: list[Column], lexicon: Lexicon) -> list[SchedulePart]:
    """The cells of a row under schedule columns, empty ones and marks such as / left out, merged ones once."""
    parts: list[SchedulePart] = []
    led = len(columns) > 1
    k = 0
    while k < len(columns):
        first = last = columns[k]
        cell = row[first.index]
        while k + 1 < len(columns) and row[columns[k + 1].index] is cell:
            k += 1
            last = columns[k]
        k += 1
        if folded(cell.text) in lexicon.empty:
            continue
        header = first.header if first is last else f"{first.header}-{last.header}"
        parts.append(SchedulePart(first, cell, header, cell.text, led or first.is_time, first.is_time, first.limit))
    return _joined(parts)


def _joined(parts: list[SchedulePart]) -> list[SchedulePart]:
    """A month in one column and its day in the next are one time (4月 | 15日, 4 | 15), a year before them too. Bare numbers have
    the unit that their header names; those of days none without a month, since 5-9 may be a day of May."""
    joined: list[SchedulePart] = []
    for part in parts:
        unit = "" if part.is_time else unit_of_header(part.header)
        counted = with_unit(part.text, unit)
        before = joined[-1] if joined and not joined[-1].is_time else None
        text = joined_time(before.text, counted or part.text) if before and not part.is_time else None
        if before and text:
            joined[-1] = replace(part, text=text, before=(*before.before, before.cell))
        else:
            joined.append(replace(part, text=counted) if counted and unit != "日" else part)
    return [replace(part, led=part.led and len(joined) > 1) if part.before else part for part in joined]


def put_schedule(task: TaskDraft, parts: list[SchedulePart]) -> None:
    """Add the parts to the task's text, each on lines of its own."""
    for part in parts:
        if task.text:
            task.text += "\n"
        start = len(task.text)
        task.text += f"{part.header}：{part.text}" if part.led else part.text
        header_end = start + len(part.header) if part.led else 0
        task.schedule.append(ScheduleLine(start, len(task.text), part.header, header_end, part.is_time, part.limit))


def put_details(task: TaskDraft, parts: list[SchedulePart]) -> None:
    """Add what other columns say of a task that no column schedules: running text."""
    lines = [f"{part.header}：{part.text}" if part.led else part.text for part in parts]
    task.text = "\n".join(filter(None, [task.text, *lines]))
