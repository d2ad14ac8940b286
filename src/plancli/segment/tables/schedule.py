"""The schedule columns of a row → the task's text, with the range of each column's share in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...language.headers import Lexicon
from ...language.times import is_month, leads_with_day
from ...model.draft import ScheduleLine, TaskDraft
from ...model.source import Cell, Line
from .columns import Column, folded


@dataclass(slots=True)
class SchedulePart:
    """What the cell under one schedule column says, or one merged over several, or a month and the day beside it; `led` where
    its header goes before it."""

    column: Column
    cell: Cell
    header: str
    text: str
    led: bool
    is_time: bool
    limit: bool
    month: Cell | None = None

    @property
    def lines(self) -> list[Line]:
        """The source's lines that it stands in."""
        return [*(self.month.lines if self.month else ()), *self.cell.lines]


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
    return _with_months(parts)


def _with_months(parts: list[SchedulePart]) -> list[SchedulePart]:
    """A month in one column and its day in the next (4月 | 15日) are one time."""
    joined: list[SchedulePart] = []
    for part in parts:
        month = joined[-1] if joined else None
        if month is None or month.is_time or not (is_month(month.text) and leads_with_day(part.text)):
            joined.append(part)
            continue
        text = f"{month.text.removesuffix('份')}{part.text}"
        joined[-1] = replace(part, text=text, led=part.led and len(parts) > 2, month=month.cell)
    return joined


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
